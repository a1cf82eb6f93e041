//! Closed budget years: once the accounts of a year are closed (tilinpäätös), nothing of it changes
//! until it is opened again by an act with a reason.

use serde::{Deserialize, Serialize};
use time::Date;

use crate::commitment::{Course, EntryFact};
use crate::finding::{Finding, FindingCode, Findings};

/// Characters of a reason.
const WORDS: usize = 500;

/// What an act does to a budget year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClosingKind {
    /// The year is closed.
    Closed,
    /// It is opened again.
    Reopened,
}

impl ClosingKind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Closed, Self::Reopened];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::Reopened => "reopened",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// What can follow an act, or the first one where there is none.
    pub const fn next(last: Option<Self>) -> Self {
        match last {
            None | Some(Self::Reopened) => Self::Closed,
            Some(Self::Closed) => Self::Reopened,
        }
    }
}

/// Reads the act that is to follow the last one of a year.
///
/// # Errors
/// The year is in that state already, it has not ended, or the reason is missing.
pub fn read_closing(
    kind: ClosingKind,
    last: Option<ClosingKind>,
    year: u16,
    reason: &str,
    today: Date,
) -> Result<String, Findings> {
    let mut findings = Findings::default();
    if kind != ClosingKind::next(last) {
        let code = match kind {
            ClosingKind::Closed => FindingCode::YearClosed,
            ClosingKind::Reopened => FindingCode::YearNotClosed,
        };
        findings.push(Finding::at("reason", code));
    } else if kind == ClosingKind::Closed && i32::from(year) >= today.year() {
        findings.push(Finding::at("reason", FindingCode::YearNotEnded));
    }
    let reason = findings.required("reason", reason, WORDS);
    findings.into_result(reason)
}

/// The accounting year in whose books an entry about a commitment is, and the field that says so;
/// `None` of what moves no money.
pub fn booked_in(fact: &EntryFact, course: &Course) -> Option<(u16, &'static str)> {
    let year_of = |fact: &EntryFact| match fact {
        EntryFact::Paid(payment) => Some(payment.posting_year),
        EntryFact::Recovered { on, .. } => u16::try_from(on.year()).ok(),
        _ => None,
    };
    match fact {
        EntryFact::Paid(_) => Some((year_of(fact)?, "posting_year")),
        EntryFact::Recovered { .. } => Some((year_of(fact)?, "entry_day")),
        EntryFact::Reversed { entry, .. } => {
            let index = usize::try_from(*entry).ok()?.checked_sub(1)?;
            Some((year_of(course.facts.get(index)?)?, "reason"))
        }
        _ => None,
    }
}
