//! Payment claims of the city's own projects as officials see them.

use time::{Date, PrimitiveDateTime};

use crate::case::Case;
use crate::funding::cost::{CostCategory, CostPlan};
use crate::funding::{Amounts, Total};
use crate::money::Money;
use crate::payment_claim::{ClaimBook, ClaimFact, ClaimFunder, ClaimScope, ClaimStage};
use crate::project::Project;
use crate::slug::Slug;

/// The page of the claims of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimSheet {
    /// The project.
    pub project: Project,
    /// Its case.
    pub case: Case,
    /// The claims, and the advance.
    pub book: ClaimBook,
    /// What a claim may be about now.
    pub scope: ClaimScope,
    /// What the plan in force says of costs.
    pub costs: Option<CostPlan>,
    /// The funders of the plan and of the claims beside the EU and the state.
    pub funders: Vec<FunderLine>,
    /// By which day the last claim is to be made, if the end of the project is known.
    pub last_due: Option<Date>,
    /// What was recorded, the first entry first.
    pub entries: Vec<ClaimEntryLine>,
    /// Today.
    pub today: Date,
}

/// A funder, and what it is to pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunderLine {
    /// Which one, and what kind of money.
    pub funder: ClaimFunder,
    /// The name of an organisation.
    pub name: Option<String>,
    /// What the plan in force says that it pays; `None` where it says no amount.
    pub planned: Option<Money>,
}

/// An entry as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimEntryLine {
    /// Its number among those of the project.
    pub number: u32,
    /// What it says.
    pub fact: ClaimFact,
    /// When it was recorded, Helsinki time.
    pub recorded_at: PrimitiveDateTime,
    /// The office that recorded it.
    pub office: String,
}

/// What of the claims falls due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimDueLine {
    /// The project: part of its address, and name.
    pub project: (Slug, String),
    /// What falls due.
    pub due: ClaimDue,
    /// The day.
    pub on: Date,
    /// Whether that day has passed.
    pub is_overdue: bool,
}

/// What of a claim falls due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimDue {
    /// The last claim is to be sent.
    LastClaim,
    /// The authority is to pay a claim.
    Payment {
        /// Its number.
        claim: u32,
        /// How far it is.
        stage: ClaimStage,
        /// How much.
        waiting: Money,
    },
}

impl ClaimDueLine {
    /// The money that is waited for; `None` where a claim is to be sent.
    pub const fn waiting(&self) -> Option<Money> {
        match self.due {
            ClaimDue::Payment { waiting, .. } => Some(waiting),
            ClaimDue::LastClaim => None,
        }
    }
}

impl ClaimSheet {
    /// What the plan says of a category of costs; nothing where it does not name it.
    pub fn planned(&self, category: CostCategory) -> Option<&Amounts> {
        let costs = self.costs.as_ref()?;
        let line = costs.lines.iter().find(|line| line.category == category);
        line.map(|line| &line.amounts)
    }

    /// What the plan says of all costs.
    pub fn planned_in_all(&self) -> Total {
        let costs = self.costs.as_ref();
        costs.map_or(Total::Unknown, CostPlan::total)
    }
}
