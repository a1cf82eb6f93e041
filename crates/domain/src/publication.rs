//! The day on which a decision is published by the authority's own rule.

use calendar::blocked;
use serde::{Deserialize, Serialize};
use time::{Date, Weekday};

use crate::section::DecisionMakerKind;

/// On which day the decisions of a section series are published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PublicationRule {
    /// As soon as it is signed, on the next working day at the latest: what an officer decided.
    #[default]
    ByNextWorkingDay,
    /// On the Friday after, or the next working day if that is a holiday: what a body decided.
    FridayAfter,
}

impl PublicationRule {
    /// Every rule.
    pub const ALL: [Self; 2] = [Self::ByNextWorkingDay, Self::FridayAfter];

    /// The rule that a new series begins with.
    pub const fn of(kind: DecisionMakerKind) -> Self {
        match kind {
            DecisionMakerKind::Officer => Self::ByNextWorkingDay,
            DecisionMakerKind::Body => Self::FridayAfter,
        }
    }

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ByNextWorkingDay => "by_next_working_day",
            Self::FridayAfter => "friday_after",
        }
    }

    /// The rule of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.code() == code)
    }

    /// The day that the rule gives for what was decided on a day; `None` at the end of the calendar.
    ///
    /// ```
    /// use domain::publication::PublicationRule::{ByNextWorkingDay, FridayAfter};
    /// use time::macros::date;
    /// // A Tuesday, and the Friday of its week.
    /// assert_eq!(FridayAfter.day(date!(2022 - 08 - 16)), Some(date!(2022 - 08 - 19)));
    /// // A Friday is not the one after itself.
    /// assert_eq!(FridayAfter.day(date!(2022 - 08 - 19)), Some(date!(2022 - 08 - 26)));
    /// // Good Friday leads to the Tuesday after Easter.
    /// assert_eq!(FridayAfter.day(date!(2024 - 03 - 26)), Some(date!(2024 - 04 - 02)));
    /// assert_eq!(ByNextWorkingDay.day(date!(2023 - 08 - 18)), Some(date!(2023 - 08 - 21)));
    /// ```
    pub fn day(self, decided: Date) -> Option<Date> {
        let mut day = decided.next_day()?;
        if self == Self::FridayAfter {
            while day.weekday() != Weekday::Friday {
                day = day.next_day()?;
            }
        }
        while blocked(day).is_some() {
            day = day.next_day()?;
        }
        Some(day)
    }

    /// When to publish, asked today; `decided` is the day of the decision, where it is known.
    pub fn proposal(self, decided: Option<Date>, today: Date) -> Proposal {
        let day = decided.and_then(|decided| self.day(decided));
        let missed = day.filter(|day| *day < today);
        let last = day.unwrap_or(today).max(today);
        let first = match self {
            Self::ByNextWorkingDay => today,
            Self::FridayAfter => last,
        };
        Proposal {
            first,
            last,
            missed,
        }
    }
}

/// When the authority's rule would publish a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The first day that agrees with the rule, which is the one proposed.
    pub first: Date,
    /// The last day that agrees with the rule.
    pub last: Date,
    /// The day of the rule, where it has passed: then it is to be published today.
    pub missed: Option<Date>,
}

impl Proposal {
    /// Whether a day is another than the rule gives. An earlier day than today says when it was
    /// published elsewhere, and deviates from nothing.
    pub fn is_deviation(&self, on: Date, today: Date) -> bool {
        on >= today && !(self.first..=self.last).contains(&on)
    }
}
