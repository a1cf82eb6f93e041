//! Appeal periods as they are stored: the computed dates beside the facts they follow from.

use calendar::{AppealPeriod, Means, NotComputable, Offices, Remedy};
use time::{Date, PrimitiveDateTime, Time};

/// The computed dates of one period, written in the same transaction as its facts.
///
/// They are stored so that every reader sees the same dates; what they mean at a moment is never
/// stored. [`PeriodDates::recompute`] gives the period with its steps again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeriodDates {
    /// The remedy that is open.
    pub remedy: Remedy,
    /// How knowledge was given.
    pub means: Means,
    /// The day of the event.
    pub event_date: Date,
    /// The deemed day of knowledge.
    pub knowledge_date: Date,
    /// The last day before shifting.
    pub nominal_last_day: Date,
    /// The last day.
    pub last_day: Date,
    /// When the last day ends, Helsinki time; `None` where the hours are another authority's.
    pub closes_at: Option<Time>,
    /// The rows of law by which they were computed ([`calendar::RuleSetId`]).
    pub rule_set: u16,
}

impl From<&AppealPeriod> for PeriodDates {
    fn from(period: &AppealPeriod) -> Self {
        Self {
            remedy: period.remedy,
            means: period.means,
            event_date: period.event_date,
            knowledge_date: period.knowledge_date,
            nominal_last_day: period.nominal_last_day,
            last_day: period.last_day,
            closes_at: period.closes.map(|closing| closing.at),
            rule_set: period.rule_set.get(),
        }
    }
}

impl PeriodDates {
    /// Computes the period again from its facts, with its steps.
    ///
    /// # Errors
    /// [`NotComputable`] where today's rules refuse what was once computed.
    pub fn recompute(&self, offices: &Offices) -> Result<AppealPeriod, NotComputable> {
        AppealPeriod::compute(self.remedy, self.means, self.event_date, offices)
    }

    /// Where the period stands at a moment of Helsinki time. On the last day it ends at the
    /// closing hour of the receiving office (150/1930 6 §), or with the day where that is not
    /// ours to know.
    pub fn phase(&self, now: PrimitiveDateTime) -> Phase {
        let closed = match self.closes_at {
            Some(at) => now >= PrimitiveDateTime::new(self.last_day, at),
            None => now.date() > self.last_day,
        };
        if closed {
            Phase::Over
        } else {
            Phase::Running {
                days_left: (self.last_day - now.date()).whole_days(),
            }
        }
    }
}

/// Where a period stands at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Still running; so many days are left after today, 0 on the last day.
    Running {
        /// Whole days from today to the last day.
        days_left: i64,
    },
    /// Over.
    Over,
}
