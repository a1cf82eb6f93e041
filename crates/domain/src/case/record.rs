//! What the register holds of a case beside its number and its public title.

use time::{Date, OffsetDateTime};

use super::{Case, CaseState, ClassCode};
use crate::publicity::Personal;

/// The register fields of a case (tiedonhallintalaki 26 §) that a person enters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseFacts {
    /// The title for officials alone, which may name people; empty where the public one is enough.
    pub internal_title: Personal<String>,
    /// The identifier of the process: the class of the case (tehtäväluokka), once chosen.
    pub class: Option<ClassCode>,
    /// The day on which it became pending, where it is known.
    pub pending_since: Option<Date>,
}

/// A case as the register holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRecord {
    /// Number, public title, version.
    pub case: Case,
    /// The other fields.
    pub facts: CaseFacts,
    /// Where it stands.
    pub state: CaseState,
    /// The day on which it was closed, from which its retention is counted.
    pub closed_on: Option<Date>,
    /// When it was registered, which is without delay after it became pending (25 §).
    pub registered_at: OffsetDateTime,
    /// When what is not kept for good was removed.
    pub disposed_at: Option<OffsetDateTime>,
}

/// What an official's list of cases is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseFilter {
    /// Words that must all stand in the number or a title.
    pub words: String,
    /// Only cases in this state.
    pub state: Option<CaseState>,
    /// Only cases of this class.
    pub class: Option<ClassCode>,
    /// Only cases of this year.
    pub year: Option<u16>,
    /// The page, from 1.
    pub page: u32,
}

impl CaseFilter {
    /// The most words that are looked for.
    pub const WORDS: usize = 5;

    /// The words in small letters; more than [`CaseFilter::WORDS`] are not looked for.
    pub fn folded(&self) -> Vec<String> {
        let words = self.words.split_whitespace().map(str::to_lowercase);
        words.take(Self::WORDS).collect()
    }

    /// Whether it narrows the list at all.
    pub fn is_narrow(&self) -> bool {
        !self.words.trim().is_empty()
            || self.state.is_some()
            || self.class.is_some()
            || self.year.is_some()
    }
}
