//! What becomes of a commitment after the decision that made it was signed.
//!
//! The commitment itself, a row of a signed decision, never changes. What becomes of it is a list
//! of entries that is only added to: a wrong entry is undone by another one and both stay visible.
//! Where the commitment stands follows from the entries alone. `docs/states/commitment.md` draws it.

mod aid;
mod course;
mod draft;
mod letter;
mod position;

pub use aid::{DE_MINIMIS_CEILING, StateAid, de_minimis_since};
pub use course::Course;
pub use draft::{EntryDays, EntryDraft, fits_schedule};
pub use letter::{Finality, LetterDraft, LetterGrounds, LetterLine, LetterTerms, NoLetter};
pub use position::{Drawn, Moves, Position, Standing};

use serde::{Deserialize, Serialize};
use time::{Date, OffsetDateTime};

use crate::id::{CommitmentEntryId, DecisionId};
use crate::money::Money;

/// Which commitment: the decision that made it, and the line of its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CommitmentKey {
    /// The decision.
    pub decision: DecisionId,
    /// The line, from 1.
    pub line: u32,
}

/// An entry as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitmentEntry {
    /// Its identity.
    pub id: CommitmentEntryId,
    /// From 1, in the order in which the entries of the commitment were recorded.
    pub number: u32,
    /// What it says.
    pub fact: EntryFact,
    /// When it was recorded.
    pub recorded_at: OffsetDateTime,
    /// The office that recorded it, as it was called.
    pub office: String,
}

/// What an entry says. Every amount is positive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryFact {
    /// The condition of a conditional commitment is met: from now on it counts as granted.
    ConditionMet {
        /// What fulfilled it, e.g. the number of a funding decision.
        by: String,
        /// The day of that.
        on: Date,
    },
    /// A part will not be needed (vapautettu).
    Released {
        /// How much.
        amount: Money,
        /// Why.
        reason: String,
        /// Since when.
        on: Date,
    },
    /// What was open of it lapsed (rauennut), e.g. because the condition was not met.
    Lapsed {
        /// What was open.
        amount: Money,
        /// Why.
        reason: String,
        /// Since when.
        on: Date,
    },
    /// A payment.
    Paid(Payment),
    /// A part of what was paid was recovered (peritty takaisin).
    Recovered {
        /// How much.
        amount: Money,
        /// Why.
        reason: String,
        /// The voucher number (tosite).
        voucher: String,
        /// The day on which it came back.
        on: Date,
    },
    /// It was assessed whether it is state aid (valtiontukiarvio). The last assessment holds.
    AidAssessed {
        /// What it is.
        aid: StateAid,
        /// The provision that exempts it; empty where none is needed.
        provision: String,
        /// How much of it counts as de minimis aid; of other assessments `None`.
        de_minimis: Option<Money>,
        /// Why.
        reason: String,
        /// The day of the assessment.
        on: Date,
    },
    /// An earlier entry is undone (kumottu kirjaus): neither of the two counts.
    Reversed {
        /// The number of the earlier entry.
        entry: u32,
        /// Why.
        reason: String,
    },
}

/// A payment, as the ledger knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// How much.
    pub amount: Money,
    /// The number of the invoice.
    pub invoice: String,
    /// The voucher number (tosite).
    pub voucher: String,
    /// The account of the ledger (tili).
    pub account: String,
    /// The cost centre (kustannuspaikka).
    pub cost_centre: String,
    /// The accounting year to which it belongs by accrual (tilikausi).
    pub posting_year: u16,
    /// The day of payment.
    pub on: Date,
    /// The instalment that it pays, if it pays one.
    pub instalment: Option<u32>,
}

/// The kind of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EntryKind {
    /// The condition is met.
    ConditionMet,
    /// A payment.
    Paid,
    /// A part of what was paid came back.
    Recovered,
    /// A part will not be needed.
    Released,
    /// What was open lapsed.
    Lapsed,
    /// It was assessed whether it is state aid.
    AidAssessed,
    /// An earlier entry is undone.
    Reversed,
}

impl EntryKind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::ConditionMet,
        Self::Paid,
        Self::Recovered,
        Self::Released,
        Self::Lapsed,
        Self::AidAssessed,
        Self::Reversed,
    ];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ConditionMet => "condition_met",
            Self::Paid => "paid",
            Self::Recovered => "recovered",
            Self::Released => "released",
            Self::Lapsed => "lapsed",
            Self::AidAssessed => "aid_assessed",
            Self::Reversed => "reversed",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

impl EntryFact {
    /// Its kind.
    pub const fn kind(&self) -> EntryKind {
        match self {
            Self::ConditionMet { .. } => EntryKind::ConditionMet,
            Self::Released { .. } => EntryKind::Released,
            Self::Lapsed { .. } => EntryKind::Lapsed,
            Self::Paid(_) => EntryKind::Paid,
            Self::Recovered { .. } => EntryKind::Recovered,
            Self::AidAssessed { .. } => EntryKind::AidAssessed,
            Self::Reversed { .. } => EntryKind::Reversed,
        }
    }

    /// How much it moves, where it moves an amount of its own.
    pub const fn amount(&self) -> Option<Money> {
        match self {
            Self::ConditionMet { .. } | Self::AidAssessed { .. } | Self::Reversed { .. } => None,
            Self::Released { amount, .. }
            | Self::Lapsed { amount, .. }
            | Self::Recovered { amount, .. }
            | Self::Paid(Payment { amount, .. }) => Some(*amount),
        }
    }

    /// Its day; a reversal has only that of its recording.
    pub const fn on(&self) -> Option<Date> {
        match self {
            Self::Reversed { .. } => None,
            Self::ConditionMet { on, .. }
            | Self::AidAssessed { on, .. }
            | Self::Released { on, .. }
            | Self::Lapsed { on, .. }
            | Self::Recovered { on, .. }
            | Self::Paid(Payment { on, .. }) => Some(*on),
        }
    }

    /// What was paid, if it is a payment.
    pub const fn payment(&self) -> Option<&Payment> {
        match self {
            Self::Paid(payment) => Some(payment),
            _ => None,
        }
    }
}
