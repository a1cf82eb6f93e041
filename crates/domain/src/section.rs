//! Section numbers (pykälä) and the series they come from.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::city::LocalName;
use crate::publication::PublicationRule;
use crate::slug::Slug;

/// Where the numbers of a section series come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Numbering {
    /// The city's case system gives the number; here it is typed and checked for doubles.
    External,
    /// The register gives the next number at signing, without gaps.
    IssuedHere,
}

impl Numbering {
    /// The stored code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::External => "external",
            Self::IssuedHere => "issued_here",
        }
    }

    /// The numbering of a stored code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::External, Self::IssuedHere]
            .into_iter()
            .find(|numbering| numbering.code() == code)
    }
}

/// A section series (pykäläsarja): the decisions of one decision maker that are numbered together.
///
/// Numbers start again from 1 each year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionSeries {
    /// Its part of a decision's address, e.g. `kaupunginjohtaja`.
    pub slug: Slug,
    /// The office or body that decides, e.g. `Kaupunginjohtaja`.
    pub decision_maker: String,
    /// Who the decision maker is: an officer who signs here, or a body whose decisions are recorded.
    pub kind: DecisionMakerKind,
    /// Where its numbers come from.
    pub numbering: Numbering,
    /// The body to which rectification claims against its decisions are made (kuntalaki 134.1 §:
    /// asianomainen toimielin); `None` where that is the city's usual one.
    pub claims_to: Option<LocalName>,
    /// On which day its decisions are published by the authority's own rule.
    pub publication_rule: PublicationRule,
}

/// Who decides in a section series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecisionMakerKind {
    /// An officer (viranhaltija): the decision is signed here or recorded as signed elsewhere.
    Officer,
    /// A body (toimielin): its decision is always made elsewhere and recorded.
    Body,
}

impl DecisionMakerKind {
    /// The stored code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Officer => "officer",
            Self::Body => "body",
        }
    }

    /// The kind of a stored code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Officer, Self::Body]
            .into_iter()
            .find(|kind| kind.code() == code)
    }
}

/// The permanent address of a decision: series, year and section, stored once at signing or
/// import and never derived again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Section {
    /// The slug of the series.
    pub series: Slug,
    /// The year of the number.
    pub year: u16,
    /// The number after the § sign, from 1.
    pub number: u32,
}

/// The text is not a section address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a decision's address such as kaupunginjohtaja/2023/5")]
pub struct SectionError;

impl std::str::FromStr for Section {
    type Err = SectionError;

    /// Reads `kaupunginjohtaja/2023/5`, with or without `/paatokset/` before it.
    ///
    /// # Errors
    /// [`SectionError`] for anything else.
    fn from_str(text: &str) -> Result<Self, SectionError> {
        let path = text
            .trim()
            .trim_start_matches("/paatokset/")
            .trim_matches('/');
        let mut parts = path.split('/');
        let (Some(series), Some(year), Some(number), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(SectionError);
        };
        let canonical =
            |part: &str| part.bytes().all(|b| b.is_ascii_digit()) && !part.starts_with('0');
        if !canonical(year) || year.len() != 4 || !canonical(number) {
            return Err(SectionError);
        }
        Ok(Self {
            series: series.to_owned().try_into().map_err(|_| SectionError)?,
            year: year.parse().map_err(|_| SectionError)?,
            number: number.parse().map_err(|_| SectionError)?,
        })
    }
}

impl fmt::Display for Section {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}", self.series, self.year, self.number)
    }
}
