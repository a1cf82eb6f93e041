//! Instalments (maksuerä) of a commitment: which part of it falls due when, what it needs, and how
//! far it is from being paid.
//!
//! As with commitments, nothing that was recorded changes: the schedule follows from a list of
//! entries that is only added to, and from the payments that name an instalment.
//! `docs/states/instalment.md` draws it.

mod draft;
mod schedule;

pub use draft::InstalmentDraft;
pub use schedule::{FinalReport, Instalment, InstalmentStage, Schedule};

use serde::{Deserialize, Serialize};
use time::{Date, OffsetDateTime};

use crate::id::InstalmentEntryId;
use crate::money::Money;

/// An entry as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstalmentEntry {
    /// Its identity.
    pub id: InstalmentEntryId,
    /// From 1, in the order in which the entries of the commitment were recorded.
    pub number: u32,
    /// What it says.
    pub fact: InstalmentFact,
    /// When it was recorded.
    pub recorded_at: OffsetDateTime,
    /// The office that recorded it, as it was called.
    pub office: String,
}

/// What an entry says. Every amount is positive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InstalmentFact {
    /// An instalment is planned.
    Planned {
        /// Its number, from 1.
        instalment: u32,
        /// The day on which it falls due.
        due_on: Date,
        /// How much.
        amount: Money,
        /// What it needs before it is paid, or empty.
        needs: String,
        /// Whether it is the last one, which waits for the final report.
        is_last: bool,
    },
    /// It falls due on another day.
    Moved {
        /// Its number.
        instalment: u32,
        /// The day on which it falls due now.
        due_on: Date,
        /// Why.
        reason: String,
    },
    /// The beneficiary asked for it.
    Requested {
        /// Its number.
        instalment: u32,
        /// The day on which the request arrived.
        on: Date,
        /// What the request is found by.
        document: String,
    },
    /// The request was accepted, up to what was realised.
    Accepted {
        /// Its number.
        instalment: u32,
        /// The day.
        on: Date,
        /// How much is paid of it: at most what was planned.
        amount: Money,
    },
    /// The request was returned, or was recorded by mistake: the instalment is planned as before.
    Returned {
        /// Its number.
        instalment: u32,
        /// Why.
        reason: String,
    },
    /// What of it is not paid is given up; the commitment stays as open as it was.
    Withdrawn {
        /// Its number.
        instalment: u32,
        /// Why.
        reason: String,
    },
    /// The final report of the project arrived (loppuraportti).
    FinalReport {
        /// The day.
        on: Date,
        /// What it is found by.
        document: String,
    },
    /// The final report was recorded by mistake.
    FinalReportUndone {
        /// Why.
        reason: String,
    },
}

/// The kind of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InstalmentKind {
    /// Planned.
    Planned,
    /// Due on another day.
    Moved,
    /// Asked for.
    Requested,
    /// Accepted.
    Accepted,
    /// The request returned.
    Returned,
    /// Given up.
    Withdrawn,
    /// The final report arrived.
    FinalReport,
    /// The final report was recorded by mistake.
    FinalReportUndone,
}

impl InstalmentKind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Planned,
        Self::Moved,
        Self::Requested,
        Self::Accepted,
        Self::Returned,
        Self::Withdrawn,
        Self::FinalReport,
        Self::FinalReportUndone,
    ];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Moved => "moved",
            Self::Requested => "requested",
            Self::Accepted => "accepted",
            Self::Returned => "returned",
            Self::Withdrawn => "withdrawn",
            Self::FinalReport => "final_report",
            Self::FinalReportUndone => "final_report_undone",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

impl InstalmentFact {
    /// Its kind.
    pub const fn kind(&self) -> InstalmentKind {
        match self {
            Self::Planned { .. } => InstalmentKind::Planned,
            Self::Moved { .. } => InstalmentKind::Moved,
            Self::Requested { .. } => InstalmentKind::Requested,
            Self::Accepted { .. } => InstalmentKind::Accepted,
            Self::Returned { .. } => InstalmentKind::Returned,
            Self::Withdrawn { .. } => InstalmentKind::Withdrawn,
            Self::FinalReport { .. } => InstalmentKind::FinalReport,
            Self::FinalReportUndone { .. } => InstalmentKind::FinalReportUndone,
        }
    }

    /// The number of its instalment; none of the final report.
    pub const fn instalment(&self) -> Option<u32> {
        match self {
            Self::Planned { instalment, .. }
            | Self::Moved { instalment, .. }
            | Self::Requested { instalment, .. }
            | Self::Accepted { instalment, .. }
            | Self::Returned { instalment, .. }
            | Self::Withdrawn { instalment, .. } => Some(*instalment),
            Self::FinalReport { .. } | Self::FinalReportUndone { .. } => None,
        }
    }

    /// The day on which it happened, where it has one of its own.
    pub const fn on(&self) -> Option<Date> {
        match self {
            Self::Requested { on, .. }
            | Self::Accepted { on, .. }
            | Self::FinalReport { on, .. } => Some(*on),
            _ => None,
        }
    }

    /// Why, what it is found by, or what it needs; empty where it says none of these.
    pub fn words(&self) -> &str {
        match self {
            Self::Planned { needs, .. } => needs,
            Self::Requested { document, .. } | Self::FinalReport { document, .. } => document,
            Self::Moved { reason, .. }
            | Self::Returned { reason, .. }
            | Self::Withdrawn { reason, .. }
            | Self::FinalReportUndone { reason } => reason,
            Self::Accepted { .. } => "",
        }
    }
}
