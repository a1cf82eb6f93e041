//! What the other funders of a project decided and paid, as far as the city knows it: who of them
//! is missing from the plan, has not decided, gives less, or has not paid.
//!
//! Nothing that was recorded changes: where a funder stands follows from entries that are only
//! added to, and a wrong one is undone by another. `docs/funding-plan.md` says what is counted.

mod book;
mod draft;

pub use book::{CoFunding, CoFundingBook, Decided};
pub use draft::CoFundingDraft;

use serde::{Deserialize, Serialize};
use time::{Date, OffsetDateTime};

use crate::funding::{Funder, FundingCategory, FundingPlan};
use crate::id::{CoFundingEntryId, OrganisationId};
use crate::money::Money;

/// An entry as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoFundingEntry {
    /// Its identity.
    pub id: CoFundingEntryId,
    /// From 1, in the order in which the entries of the project were recorded.
    pub number: u32,
    /// Whose money it is about; of an entry that is undone, the same.
    pub funder: OrganisationId,
    /// What it says.
    pub fact: CoFundingFact,
    /// When it was recorded.
    pub recorded_at: OffsetDateTime,
    /// The office that recorded it, as it was called.
    pub office: String,
}

/// What an entry says. Amounts are more than nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CoFundingFact {
    /// The funder decided to pay; a later decision holds in the place of an earlier one.
    Granted {
        /// The day of the decision.
        on: Date,
        /// How much in all.
        amount: Money,
        /// What the decision is found by.
        document: String,
    },
    /// The funder decided not to pay.
    Refused {
        /// The day of the decision.
        on: Date,
        /// What the decision is found by.
        document: String,
    },
    /// The funder paid the beneficiary.
    Paid {
        /// The day.
        on: Date,
        /// How much this time.
        amount: Money,
        /// What tells of it, such as a report of the beneficiary.
        document: String,
    },
    /// An entry was wrong.
    Undone {
        /// Its number.
        entry: u32,
        /// Why.
        reason: String,
    },
}

/// The kind of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CoFundingKind {
    /// Decided to pay.
    Granted,
    /// Decided not to pay.
    Refused,
    /// Paid.
    Paid,
    /// An entry undone.
    Undone,
}

/// Where a funder of a project stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CoFundingStage {
    /// Nobody pays this part of the plan yet.
    ToBeFound,
    /// It decided not to pay.
    Refused,
    /// It decided to pay less than is planned.
    Less,
    /// Nothing is known of a decision, and not all that is planned is paid.
    Undecided,
    /// Of what is planned of past years something is not paid.
    Late,
    /// It decided to pay what is planned, and nothing is late.
    Granted,
    /// It paid everything.
    Paid,
}

impl CoFundingKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Granted, Self::Refused, Self::Paid, Self::Undone];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Granted => "granted",
            Self::Refused => "refused",
            Self::Paid => "paid",
            Self::Undone => "undone",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

impl CoFundingFact {
    /// Its kind.
    pub const fn kind(&self) -> CoFundingKind {
        match self {
            Self::Granted { .. } => CoFundingKind::Granted,
            Self::Refused { .. } => CoFundingKind::Refused,
            Self::Paid { .. } => CoFundingKind::Paid,
            Self::Undone { .. } => CoFundingKind::Undone,
        }
    }

    /// The day on which it happened, where it has one of its own.
    pub const fn on(&self) -> Option<Date> {
        match self {
            Self::Granted { on, .. } | Self::Refused { on, .. } | Self::Paid { on, .. } => {
                Some(*on)
            }
            Self::Undone { .. } => None,
        }
    }
}

impl CoFundingStage {
    /// Every stage, those first that somebody has to do something about.
    pub const ALL: [Self; 7] = [
        Self::ToBeFound,
        Self::Refused,
        Self::Less,
        Self::Undecided,
        Self::Late,
        Self::Granted,
        Self::Paid,
    ];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ToBeFound => "to_be_found",
            Self::Refused => "refused",
            Self::Less => "less",
            Self::Undecided => "undecided",
            Self::Late => "late",
            Self::Granted => "granted",
            Self::Paid => "paid",
        }
    }

    /// The stage of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.code() == code)
    }
}

/// The funders of a plan beside the city, in its order, each once. What the beneficiary pays itself
/// is no co-funding: nobody decides to grant it.
pub fn co_funders(plan: &FundingPlan, city: Option<OrganisationId>) -> Vec<OrganisationId> {
    let mut found = Vec::new();
    for line in plan.lines() {
        let of_line = (line.category, line.funders.as_slice());
        let of_parts = line.of_which.iter();
        let of_parts = of_parts.map(|part| (part.category, std::slice::from_ref(&part.funder)));
        for (category, funders) in std::iter::once(of_line).chain(of_parts) {
            for funder in funders {
                match funder {
                    Funder::Organisation(id)
                        if category != FundingCategory::OwnContribution
                            && Some(*id) != city
                            && !found.contains(id) =>
                    {
                        found.push(*id);
                    }
                    Funder::Organisation(_) | Funder::Others => {}
                }
            }
        }
    }
    found
}
