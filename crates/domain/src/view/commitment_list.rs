//! The city's commitments over all projects, as officials see them.

use crate::budget::Promised;
use crate::case::CaseNumber;
use crate::commitment::{CommitmentKey, Drawn};
use crate::decision::{Commitment, CommitmentStrength};
use crate::section::{Section, SectionSeries};
use crate::slug::Slug;

/// What a list of commitments is narrowed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitmentFilter {
    /// Only those of this accounting year, or of none.
    pub year: Option<Named<u16>>,
    /// Only those that draw on this budget line, or on none.
    pub budget_line: Option<Named<String>>,
    /// Only those to this project.
    pub project: Option<Slug>,
    /// Only those of this strength.
    pub strength: Option<CommitmentStrength>,
    /// Only decisions of this series, which is to say of this decision maker.
    pub series: Option<Slug>,
    /// The page, from 1.
    pub page: u32,
}

impl Default for CommitmentFilter {
    fn default() -> Self {
        Self {
            year: None,
            budget_line: None,
            project: None,
            strength: None,
            series: None,
            page: 1,
        }
    }
}

impl CommitmentFilter {
    /// Whether it leaves anything out.
    pub fn narrows(&self) -> bool {
        let everything = Self {
            page: self.page,
            ..Self::default()
        };
        *self != everything
    }
}

/// What a commitment names, or that it names nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named<T> {
    /// It names this.
    Is(T),
    /// It names none.
    Nothing,
}

/// A page of the list of commitments.
#[derive(Clone, Debug, PartialEq)]
pub struct CommitmentList {
    /// What it was narrowed to.
    pub filter: CommitmentFilter,
    /// The commitments of the page, those of the newest decisions first.
    pub lines: Vec<CommitmentLine>,
    /// How many there are on all pages.
    pub total: u64,
    /// How many pages there are, at least one.
    pub pages: u32,
    /// The sums of all pages.
    pub promised: Promised,
    /// The same sums by accounting year, rising; at the end what names none.
    pub by_year: Vec<(Option<u16>, Promised)>,
    /// The accounting years one can narrow to, the last first.
    pub years: Vec<u16>,
    /// The series one can narrow to.
    pub series: Vec<SectionSeries>,
    /// The projects one can choose from, slug and name; none where they are too many to choose from.
    pub projects: Vec<(Slug, String)>,
}

/// A commitment of a signed decision in force, or of one that was ended after something was paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitmentLine {
    /// Which it is.
    pub key: CommitmentKey,
    /// The place of the decision that makes it.
    pub section: Section,
    /// The office or body that decided.
    pub decision_maker: String,
    /// The number of its case, where it is known.
    pub case_number: Option<CaseNumber>,
    /// The project, slug and name, where it is about one.
    pub project: Option<(Slug, String)>,
    /// The name of the project's beneficiary, where it is known.
    pub beneficiary: Option<String>,
    /// What was signed.
    pub commitment: Commitment,
    /// What is left of it and what of that is paid, and how firm it is now.
    pub drawn: Drawn,
}
