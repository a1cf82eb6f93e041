//! Instalments as officials see them: of one commitment, and everything that falls due.

use time::{Date, PrimitiveDateTime};

use crate::commitment::CommitmentKey;
use crate::instalment::{InstalmentFact, InstalmentStage};
use crate::money::Money;
use crate::section::Section;
use crate::slug::Slug;
use crate::view::month::DueMonth;
use crate::view::payment_claim::ClaimDueLine;

/// An entry as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstalmentLine {
    /// Its number among those of the commitment.
    pub number: u32,
    /// What it says.
    pub fact: InstalmentFact,
    /// When it was recorded, Helsinki time.
    pub recorded_at: PrimitiveDateTime,
    /// The office that recorded it.
    pub office: String,
}

/// What is overdue, and what falls due within 90 days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueSheet {
    /// The instalments, the first day first: what is overdue comes before everything else.
    pub lines: Vec<DueLine>,
    /// What of them is open together; `None` where the sum does not fit.
    pub open: Option<Money>,
    /// The same month by month.
    pub by_month: Vec<DueMonth>,
    /// What of the payment claims of the city's own projects falls due, and every claim whose money
    /// is waited for.
    pub claims: Vec<ClaimDueLine>,
    /// What of them is waited for together; `None` where the sum does not fit.
    pub waiting: Option<Money>,
    /// The same month by month.
    pub waiting_by_month: Vec<DueMonth>,
}

impl DueSheet {
    /// Lines in the order of their days, with their sums.
    pub fn of(lines: Vec<DueLine>, claims: Vec<ClaimDueLine>) -> Self {
        let ahead = |on: Date, is_overdue: bool| (!is_overdue).then_some(on);
        let open = lines.iter();
        let open = open.map(|line| (ahead(line.due_on, line.is_overdue), line.open));
        let waiting = claims.iter();
        let waiting =
            waiting.filter_map(|line| Some((ahead(line.on, line.is_overdue), line.waiting()?)));
        Self {
            open: Money::checked_sum(open.clone().map(|(_, amount)| amount)),
            by_month: DueMonth::of(open).unwrap_or_default(),
            waiting: Money::checked_sum(waiting.clone().map(|(_, amount)| amount)),
            waiting_by_month: DueMonth::of(waiting).unwrap_or_default(),
            lines,
            claims,
        }
    }
}

/// An instalment that falls due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueLine {
    /// Its commitment.
    pub key: CommitmentKey,
    /// The place of the decision that made it.
    pub section: Section,
    /// The title of the decision.
    pub title: String,
    /// The project, if there is one: its part of the address, and its name.
    pub project: Option<(Slug, String)>,
    /// Its number in the commitment.
    pub instalment: u32,
    /// The day on which it falls due.
    pub due_on: Date,
    /// Whether that day has passed.
    pub is_overdue: bool,
    /// What of it is open.
    pub open: Money,
    /// How far it is.
    pub stage: InstalmentStage,
    /// What it needs before it is paid, or empty.
    pub needs: String,
    /// Whether it is the last one.
    pub is_last: bool,
}

/// How much falls due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DueCounts {
    /// Of the instalments.
    pub instalments: DueCount,
    /// Of the payment claims of the city's own projects.
    pub claims: DueCount,
}

/// How many fall due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DueCount {
    /// How many should have been paid or sent.
    pub overdue: usize,
    /// How many fall due within 90 days.
    pub ahead: usize,
}

impl DueCount {
    /// The count of some, each overdue or not.
    pub fn of(are_overdue: impl Iterator<Item = bool>) -> Self {
        are_overdue.fold(Self::default(), |count, is_overdue| {
            if is_overdue {
                Self {
                    overdue: count.overdue.saturating_add(1),
                    ..count
                }
            } else {
                Self {
                    ahead: count.ahead.saturating_add(1),
                    ..count
                }
            }
        })
    }

    /// Whether nothing falls due.
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }
}
