//! Payment claims (maksatushakemus) of a project of the city's own: what was realised in which
//! days, what the EU and the state pay of it, and how far the money is.
//!
//! As with commitments, nothing that was recorded changes: how far a claim is follows from a list
//! of entries that is only added to. `docs/states/claim.md` draws it.

mod book;
mod content;
mod draft;
mod due;
mod funder;
mod parts;
mod scope;

pub use book::{Advance, Claim, ClaimBook, ClaimStage, Granted, Sent};
pub use content::{ClaimContent, RealisedCost, RealisedFunding, Reckoning, SupportRate};
pub use draft::{ClaimCostDraft, ClaimDraft, ClaimFundingDraft};
pub use due::{last_claim_due, payment_due};
pub use funder::ClaimFunder;
pub use parts::ClaimParts;
pub use scope::ClaimScope;

use serde::{Deserialize, Serialize};
use time::{Date, OffsetDateTime};

use crate::id::ClaimEntryId;
use crate::money::Money;

/// An entry as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimEntry {
    /// Its identity.
    pub id: ClaimEntryId,
    /// From 1, in the order in which the entries of the project were recorded.
    pub number: u32,
    /// What it says.
    pub fact: ClaimFact,
    /// When it was recorded.
    pub recorded_at: OffsetDateTime,
    /// The office that recorded it, as it was called.
    pub office: String,
}

/// What an entry says. No amount is negative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimFact {
    /// A claim is made; it is not sent yet.
    Made {
        /// Its number, from 1 in its project.
        claim: u32,
        /// What it says.
        content: ClaimContent,
    },
    /// It says something else.
    Changed {
        /// Its number.
        claim: u32,
        /// What it says now.
        content: ClaimContent,
    },
    /// It was sent to the authority.
    Sent {
        /// Its number.
        claim: u32,
        /// The day.
        on: Date,
        /// What it is found by, such as its number in EURA.
        document: String,
    },
    /// The authority decided.
    Decided {
        /// Its number.
        claim: u32,
        /// The day of the decision.
        on: Date,
        /// How much is paid: at most what was applied for.
        granted: Money,
        /// What the decision is found by.
        document: String,
        /// Why less is paid than was applied for, or empty.
        reason: String,
    },
    /// What was granted was paid.
    Paid {
        /// Its number.
        claim: u32,
        /// The day on which the money arrived.
        on: Date,
        /// The number of the voucher in the city's ledger.
        voucher: String,
    },
    /// The last step was recorded by mistake, or the authority returned the claim: it is as before.
    TakenBack {
        /// Its number.
        claim: u32,
        /// Why.
        reason: String,
    },
    /// The claim is given up.
    Withdrawn {
        /// Its number.
        claim: u32,
        /// Why.
        reason: String,
    },
    /// An advance arrived (867/2021 14 §).
    AdvanceReceived {
        /// The day.
        on: Date,
        /// How much.
        amount: Money,
        /// What its decision is found by.
        document: String,
    },
    /// The advance was recorded by mistake, or paid back.
    AdvanceUndone {
        /// Why.
        reason: String,
    },
}

/// The kind of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClaimKind {
    /// Made.
    Made,
    /// Changed before it was sent.
    Changed,
    /// Sent.
    Sent,
    /// Decided.
    Decided,
    /// Paid.
    Paid,
    /// The last step taken back.
    TakenBack,
    /// Given up.
    Withdrawn,
    /// An advance arrived.
    AdvanceReceived,
    /// There is no advance.
    AdvanceUndone,
}

impl ClaimKind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::Made,
        Self::Changed,
        Self::Sent,
        Self::Decided,
        Self::Paid,
        Self::TakenBack,
        Self::Withdrawn,
        Self::AdvanceReceived,
        Self::AdvanceUndone,
    ];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Made => "made",
            Self::Changed => "changed",
            Self::Sent => "sent",
            Self::Decided => "decided",
            Self::Paid => "paid",
            Self::TakenBack => "taken_back",
            Self::Withdrawn => "withdrawn",
            Self::AdvanceReceived => "advance_received",
            Self::AdvanceUndone => "advance_undone",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether it is about a claim that there is already.
    pub const fn is_of_claim(self) -> bool {
        !matches!(
            self,
            Self::Made | Self::AdvanceReceived | Self::AdvanceUndone
        )
    }
}

impl ClaimFact {
    /// Its kind.
    pub const fn kind(&self) -> ClaimKind {
        match self {
            Self::Made { .. } => ClaimKind::Made,
            Self::Changed { .. } => ClaimKind::Changed,
            Self::Sent { .. } => ClaimKind::Sent,
            Self::Decided { .. } => ClaimKind::Decided,
            Self::Paid { .. } => ClaimKind::Paid,
            Self::TakenBack { .. } => ClaimKind::TakenBack,
            Self::Withdrawn { .. } => ClaimKind::Withdrawn,
            Self::AdvanceReceived { .. } => ClaimKind::AdvanceReceived,
            Self::AdvanceUndone { .. } => ClaimKind::AdvanceUndone,
        }
    }

    /// The number of its claim; none of the advance.
    pub const fn claim(&self) -> Option<u32> {
        match self {
            Self::Made { claim, .. }
            | Self::Changed { claim, .. }
            | Self::Sent { claim, .. }
            | Self::Decided { claim, .. }
            | Self::Paid { claim, .. }
            | Self::TakenBack { claim, .. }
            | Self::Withdrawn { claim, .. } => Some(*claim),
            Self::AdvanceReceived { .. } | Self::AdvanceUndone { .. } => None,
        }
    }

    /// The day on which it happened, where it has one of its own.
    pub const fn on(&self) -> Option<Date> {
        match self {
            Self::Sent { on, .. }
            | Self::Decided { on, .. }
            | Self::Paid { on, .. }
            | Self::AdvanceReceived { on, .. } => Some(*on),
            _ => None,
        }
    }
}
