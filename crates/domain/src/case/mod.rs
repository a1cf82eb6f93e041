//! Cases (asia) and their numbers, and what the register holds of each (tiedonhallintalaki 26 §).

mod class;
mod disposal;
mod document;
mod measure;
mod numbering;
mod party;
mod record;
mod relation;
mod state;

pub use class::{
    CaseClass, ClassCode, ClassCodeError, Retention, RetentionBasis, RetentionDraft, RetentionRule,
};
pub use disposal::{
    Disposal, DisposalFacts, DisposalObstacle, DisposalState, NotDisposable, ProjectEnd, Ripe,
};
pub use document::{
    Arrival, CaseDocument, DocumentFacts, DocumentKind, DocumentWay, IncomingDraft, Making,
    OwnDraft, Phase, Sending,
};
pub use measure::{CaseMeasure, MeasureDraft};
pub use numbering::{CaseNumbering, issues_numbers_of, numbering_on};
pub use party::{CaseParty, CasePartyDraft, PartyRole, PartyWho};
pub use record::{CaseFacts, CaseFilter, CaseRecord};
pub use relation::{CaseRelation, RelationKind};
pub use state::{CannotMove, CaseState, CaseStep, CaseWork};

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::id::CaseId;

/// A case number (asiatunnus) such as `KAJDno-2023-912`.
///
/// Always has a prefix of letters, a year of four digits and a number from 1 without leading
/// zeros. Two spellings of the same number are equal because only one spelling exists; the
/// letters keep the case they were first given in, since the city's case system shows them so.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CaseNumber {
    prefix: String,
    year: u16,
    number: u32,
}

/// The text is not a case number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a case number such as KAJDno-2023-912")]
pub struct CaseNumberError;

impl CaseNumber {
    /// The form in which two spellings of one number are the same: lower-case letters.
    ///
    /// ```
    /// use domain::case::CaseNumber;
    /// let typed: CaseNumber = "kajdno 2023 912".parse()?;
    /// assert_eq!(typed.key(), "kajdno-2023-912");
    /// # Ok::<(), domain::case::CaseNumberError>(())
    /// ```
    pub fn key(&self) -> String {
        self.to_string().to_lowercase()
    }

    /// A number that the register issues.
    ///
    /// # Errors
    /// [`CaseNumberError`] where the prefix, year or serial is none of a case number.
    pub fn issued(prefix: &str, year: i32, serial: u32) -> Result<Self, CaseNumberError> {
        format!("{prefix}-{year}-{serial}").parse()
    }

    /// The letters before the year.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The year of the number.
    pub const fn year(&self) -> u16 {
        self.year
    }

    /// The number within its year.
    pub const fn serial(&self) -> u32 {
        self.number
    }
}

/// What an official's address names a case by: its number, or its identity until it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseKey {
    /// The number, in any spelling.
    Number(CaseNumber),
    /// The identity.
    Id(CaseId),
}

impl FromStr for CaseKey {
    type Err = CaseNumberError;

    /// Reads a number or an identity; no text is both.
    ///
    /// # Errors
    /// [`CaseNumberError`] for what is neither.
    fn from_str(text: &str) -> Result<Self, CaseNumberError> {
        match text.parse() {
            Ok(id) => Ok(Self::Id(id)),
            Err(_) => text.parse().map(Self::Number),
        }
    }
}

impl fmt::Display for CaseKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Id(id) => id.fmt(f),
        }
    }
}

impl Case {
    /// What addresses name it by.
    pub fn key(&self) -> CaseKey {
        match &self.number {
            Some(number) => CaseKey::Number(number.clone()),
            None => CaseKey::Id(self.id),
        }
    }

    /// What the case is called by: its number or, until it has one, its title.
    pub fn name(&self) -> String {
        match &self.number {
            Some(number) => number.to_string(),
            None => self.public_title.clone(),
        }
    }
}

impl FromStr for CaseNumber {
    type Err = CaseNumberError;

    /// Reads a case number; its three parts may be separated by `-`, `/`, `–` or spaces.
    ///
    /// # Errors
    /// [`CaseNumberError`] for anything that does not have exactly those parts.
    ///
    /// ```
    /// use domain::case::CaseNumber;
    /// assert_eq!("KAJDno-2023-912".parse::<CaseNumber>().map(|n| n.to_string()).as_deref(), Ok("KAJDno-2023-912"));
    /// assert!("KAJDno-23-912".parse::<CaseNumber>().is_err());
    /// ```
    fn from_str(text: &str) -> Result<Self, CaseNumberError> {
        let separator = |c: char| c.is_whitespace() || matches!(c, '-' | '/' | '–');
        let parts: Vec<&str> = text
            .split(separator)
            .filter(|part| !part.is_empty())
            .collect();
        let [prefix, year, number] = parts[..] else {
            return Err(CaseNumberError);
        };
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        let lettered =
            (2..=12).contains(&prefix.len()) && prefix.bytes().all(|b| b.is_ascii_alphabetic());
        if !lettered || year.len() != 4 || !digits(year) || !digits(number) || number.len() > 9 {
            return Err(CaseNumberError);
        }
        let year = year.parse().map_err(|_| CaseNumberError)?;
        let number = number.parse().map_err(|_| CaseNumberError)?;
        if number == 0 || year < 1900 {
            return Err(CaseNumberError);
        }
        Ok(Self {
            prefix: prefix.to_owned(),
            year,
            number,
        })
    }
}

impl TryFrom<String> for CaseNumber {
    type Error = CaseNumberError;

    fn try_from(text: String) -> Result<Self, CaseNumberError> {
        text.parse()
    }
}

impl From<CaseNumber> for String {
    fn from(number: CaseNumber) -> Self {
        number.to_string()
    }
}

impl fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{}", self.prefix, self.year, self.number)
    }
}

/// A case: what decisions, documents and handling belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Its identity.
    pub id: CaseId,
    /// Raised with each saved change; a change made on an older version is refused.
    pub version: i64,
    /// The number from the city's case system; `None` until it is known. A decision of a case
    /// without a number cannot be signed or recorded.
    pub number: Option<CaseNumber>,
    /// The title the public sees; never a name of a natural person.
    pub public_title: String,
}
