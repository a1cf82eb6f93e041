//! The other funders of projects as officials see them: who is missing, has not decided, gives less
//! than is planned, or has not paid.

use time::{Date, PrimitiveDateTime};

use super::funding::Planned;
use crate::case::Case;
use crate::co_funding::{CoFundingFact, CoFundingStage, Decided};
use crate::funding::Payer;
use crate::id::OrganisationId;
use crate::money::Money;
use crate::project::Project;
use crate::slug::Slug;

/// A funder of a project beside the city, or what is still to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoFundingRow {
    /// The project, slug and name.
    pub project: (Slug, String),
    /// An organisation, or nobody yet.
    pub payer: Payer,
    /// The name of the organisation.
    pub name: Option<String>,
    /// What the plan in force says that it pays alone.
    pub planned: Planned,
    /// Its decision that holds, if one is known.
    pub decided: Option<Decided>,
    /// What it paid.
    pub paid: Money,
    /// Where it stands.
    pub stage: CoFundingStage,
    /// What is planned and neither granted nor, where no decision is known, paid; `None` where the
    /// plan does not know how much.
    pub lacking: Option<Money>,
    /// What is planned of past years, not refused and not paid.
    pub late: Money,
}

/// Sums of such rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CoFundingSums {
    /// How many there are.
    pub rows: u64,
    /// What is planned.
    pub planned: Planned,
    /// What is granted.
    pub granted: Money,
    /// What is paid.
    pub paid: Money,
    /// What is lacking, as far as it is known.
    pub lacking: Money,
    /// What is late.
    pub late: Money,
}

/// What the list is narrowed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoFundingFilter {
    /// Only those at this stage; `None` for all where something is missing.
    pub stage: Option<CoFundingStage>,
    /// Only this payer.
    pub payer: Option<Payer>,
    /// Only this project.
    pub project: Option<Slug>,
    /// The page, from 1.
    pub page: u32,
}

/// A page of the list over all projects, the most that is missing first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoFundingList {
    /// The rows of the page.
    pub rows: Vec<CoFundingRow>,
    /// What the filter leaves on all pages, by stage.
    pub stages: Vec<(CoFundingStage, CoFundingSums)>,
    /// Their sums.
    pub total: CoFundingSums,
    /// How many pages there are, at least one.
    pub pages: u32,
    /// The projects to choose from; none where they are too many.
    pub projects: Vec<(Slug, String)>,
    /// The name of the payer that it is narrowed to.
    pub payer_name: Option<String>,
    /// What it is narrowed to.
    pub filter: CoFundingFilter,
}

/// The page of the other funders of one project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoFundingSheet {
    /// The project.
    pub project: Project,
    /// Its case.
    pub case: Case,
    /// Each funder, and what is still to be found.
    pub rows: Vec<CoFundingRow>,
    /// Their sums.
    pub total: CoFundingSums,
    /// The funders that something can be recorded of, and their names.
    pub funders: Vec<(OrganisationId, String)>,
    /// The entries, the first one first.
    pub entries: Vec<CoFundingEntryLine>,
    /// Today.
    pub today: Date,
}

/// An entry as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoFundingEntryLine {
    /// Its number among those of the project.
    pub number: u32,
    /// The name of its funder.
    pub funder: String,
    /// What it says.
    pub fact: CoFundingFact,
    /// Whether it can be undone.
    pub may_be_undone: bool,
    /// When it was recorded, Helsinki time.
    pub recorded_at: PrimitiveDateTime,
    /// The office that recorded it.
    pub office: String,
}

impl Default for CoFundingFilter {
    fn default() -> Self {
        Self {
            stage: None,
            payer: None,
            project: None,
            page: 1,
        }
    }
}

impl CoFundingFilter {
    /// Whether it leaves out more than a page does.
    pub const fn narrows(&self) -> bool {
        self.stage.is_some() || self.payer.is_some() || self.project.is_some()
    }
}

impl CoFundingSums {
    /// Both together, or `None` where a sum does not fit.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        Some(Self {
            rows: self.rows.checked_add(other.rows)?,
            planned: self.planned.plus(other.planned)?,
            granted: self.granted.checked_add(other.granted)?,
            paid: self.paid.checked_add(other.paid)?,
            lacking: self.lacking.checked_add(other.lacking)?,
            late: self.late.checked_add(other.late)?,
        })
    }
}
