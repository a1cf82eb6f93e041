//! The appeal period: from an event to the last moment.

use time::{Date, Duration};

use crate::rule::{self, ServiceRule};
use crate::{
    Closing, Instead, KNOWN_FROM, Means, NoHours, Offices, PeriodLength, Remedy, RuleSetId,
    first_open_day,
};

/// An event that gave, or is deemed to have given, knowledge of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Event {
    /// How.
    pub means: Means,
    /// On which civil day; what is dated is said at each [`Means`].
    pub on: Date,
}

impl Event {
    /// The deemed day of knowledge (tiedoksisaanti). It never moves, whatever day it is
    /// (KHO:2023:46).
    ///
    /// # Errors
    ///
    /// [`NotComputable::OutOfRange`] at the end of the year 9999.
    ///
    /// ```
    /// use calendar::{Event, Means, NotComputable};
    /// use time::macros::date;
    ///
    /// let letter = Event { means: Means::Letter, on: date!(2026 - 12 - 18) };
    /// assert_eq!(letter.knowledge_day(), Ok(date!(2026 - 12 - 25)));
    /// let letter = Event { means: Means::Letter, on: date!(9999 - 12 - 25) };
    /// assert_eq!(letter.knowledge_day(), Err(NotComputable::OutOfRange));
    /// ```
    pub fn knowledge_day(self) -> Result<Date, NotComputable> {
        knowledge_day(self.on, rule::service(self.means).on(self.on))
    }
}

/// The time in which a remedy is open to one person, computed from one [`Event`].
///
/// It exists only where every date is known: the last day is a day on which a period may end, it
/// is not before the nominal one, and a next day exists. It is made by [`AppealPeriod::compute`]
/// alone; [`steps`](AppealPeriod::steps) tells how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AppealPeriod {
    /// The remedy that is open.
    pub remedy: Remedy,
    /// How knowledge was given.
    pub means: Means,
    /// The day of the event.
    pub event_date: Date,
    /// The deemed day of knowledge; it is not counted (150/1930 2 §).
    pub knowledge_date: Date,
    /// The last day before shifting.
    pub nominal_last_day: Date,
    /// The last day (150/1930 5 §).
    pub last_day: Date,
    /// When the last day ends (150/1930 6 §). `None` where the hours are another authority's, and
    /// where the office is closed all that day; the period then ends with the day.
    pub closes: Option<Closing>,
    /// The rows by which it was computed.
    pub rule_set: RuleSetId,
    day_after: Date,
}

/// Why a period has no dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotComputable {
    /// The period would end before the holidays are known.
    #[error("the period would end on {nominal}, and holidays are known from {KNOWN_FROM} only")]
    Before1995 {
        /// The last day before shifting.
        nominal: Date,
    },
    /// The law counts this remedy's period from another day than this service gives;
    /// [`NotComputable::instead`] says from which.
    #[error(
        "the period of {} is not counted from {}: {}",
        remedy.code(),
        means.code(),
        Instead::of(*remedy, *means).advice()
    )]
    MeansDoesNotStartThisPeriod {
        /// The remedy.
        remedy: Remedy,
        /// The means of service.
        means: Means,
    },
    /// A date would be after the last day of the year 9999.
    #[error("a date of the period would be after the year 9999")]
    OutOfRange,
    /// The receiving office's hours on the last day are not recorded.
    #[error(transparent)]
    NoHours(#[from] NoHours),
}

impl NotComputable {
    /// The stable code, as in commands and findings.
    ///
    /// ```
    /// use calendar::NotComputable;
    ///
    /// assert_eq!(NotComputable::OutOfRange.code(), "out-of-range");
    /// ```
    pub const fn code(self) -> &'static str {
        match self {
            Self::Before1995 { .. } => "before-1995",
            Self::MeansDoesNotStartThisPeriod { .. } => "means-does-not-start-this-period",
            Self::OutOfRange => "out-of-range",
            Self::NoHours(_) => "no-hours",
        }
    }

    /// What to give instead, where another means or day would give the period.
    ///
    /// ```
    /// use calendar::{Instead, Means, NotComputable, Remedy};
    ///
    /// let refused = NotComputable::MeansDoesNotStartThisPeriod {
    ///     remedy: Remedy::MarketCourt6Months,
    ///     means: Means::ProcurementLetter,
    /// };
    /// assert_eq!(refused.instead(), Some(Instead::DecisionDay));
    /// assert_eq!(NotComputable::OutOfRange.instead(), None);
    /// ```
    pub const fn instead(self) -> Option<Instead> {
        match self {
            Self::MeansDoesNotStartThisPeriod { remedy, means } => Some(Instead::of(remedy, means)),
            Self::Before1995 { .. } | Self::OutOfRange | Self::NoHours(_) => None,
        }
    }
}

impl AppealPeriod {
    /// Computes the period of `remedy` that an event on `event_date` starts.
    ///
    /// The rows in force on the day of the event decide. `offices` gives the closing hour of the
    /// office that receives the remedy.
    ///
    /// # Errors
    ///
    /// - [`NotComputable::MeansDoesNotStartThisPeriod`] where the law counts from another day;
    ///   [`NotComputable::instead`] says from which.
    /// - [`NotComputable::Before1995`] where the nominal last day is before [`KNOWN_FROM`]; the
    ///   event may be earlier.
    /// - [`NotComputable::OutOfRange`] where a date would be after the year 9999.
    /// - [`NotComputable::NoHours`] where the office has no hours on the last day.
    ///
    /// ```
    /// use calendar::{AppealPeriod, Means, NotComputable, Offices, Remedy};
    /// use time::macros::date;
    ///
    /// let offices = Offices::kajaani();
    /// let compute = |means, on| AppealPeriod::compute(Remedy::Rectification, means, on, &offices);
    ///
    /// let letter = compute(Means::Letter, date!(2023 - 03 - 20))?;
    /// // The fourteenth day is Easter Monday.
    /// assert_eq!(letter.nominal_last_day, date!(2023 - 04 - 10));
    /// assert_eq!(letter.last_day, date!(2023 - 04 - 11));
    ///
    /// assert_eq!(
    ///     compute(Means::Proof, date!(1994 - 12 - 01)),
    ///     Err(NotComputable::Before1995 { nominal: date!(1994 - 12 - 15) }),
    /// );
    /// # Ok::<(), NotComputable>(())
    /// ```
    pub fn compute(
        remedy: Remedy,
        means: Means,
        event_date: Date,
        offices: &Offices,
    ) -> Result<Self, NotComputable> {
        let rule_set = RuleSetId::on(event_date, means, remedy)
            .ok_or(NotComputable::MeansDoesNotStartThisPeriod { remedy, means })?;
        let knowledge_date = knowledge_day(event_date, rule_set.service())?;
        let nominal_last_day = rule_set
            .period()
            .length
            .end_from(knowledge_date)
            .ok_or(NotComputable::OutOfRange)?;
        if nominal_last_day < KNOWN_FROM {
            return Err(NotComputable::Before1995 {
                nominal: nominal_last_day,
            });
        }
        let last_day = first_open_day(nominal_last_day);
        let day_after = last_day
            .next_day()
            .and_then(in_calendar)
            .ok_or(NotComputable::OutOfRange)?;
        Ok(Self {
            remedy,
            means,
            event_date,
            knowledge_date,
            nominal_last_day,
            last_day,
            closes: offices.closing(remedy.receiving_office(), last_day)?,
            rule_set,
            day_after,
        })
    }

    /// The event that started it.
    ///
    /// ```
    /// use calendar::{AppealPeriod, Event, Means, Offices, Remedy};
    /// use time::macros::date;
    ///
    /// let event = Event { means: Means::Proof, on: date!(2026 - 08 - 14) };
    /// let offices = Offices::kajaani();
    /// let period = AppealPeriod::compute(Remedy::Rectification, event.means, event.on, &offices)?;
    /// assert_eq!(period.event(), event);
    /// # Ok::<(), calendar::NotComputable>(())
    /// ```
    pub fn event(&self) -> Event {
        Event {
            means: self.means,
            on: self.event_date,
        }
    }

    /// The day after the last day: the earliest on which this period, unused, no longer keeps the
    /// decision from legal force (lainvoima). It is a calendar day, on which an office may be closed.
    ///
    /// ```
    /// use calendar::{AppealPeriod, Means, Offices, Remedy};
    /// use time::macros::date;
    ///
    /// let (remedy, means) = (Remedy::Rectification, Means::PublishedMinutes);
    /// let period =
    ///     AppealPeriod::compute(remedy, means, date!(2023 - 08 - 18), &Offices::kajaani())?;
    /// assert_eq!(period.last_day, date!(2023 - 09 - 08));
    /// assert_eq!(period.finality_day(), date!(2023 - 09 - 09));
    /// # Ok::<(), calendar::NotComputable>(())
    /// ```
    pub fn finality_day(&self) -> Date {
        self.day_after
    }
}

impl PeriodLength {
    /// The nominal last day of a period of this length whose day of knowledge is `knowledge`
    /// (150/1930 2, 3 §), or `None` after the year 9999.
    ///
    /// ```
    /// use calendar::PeriodLength;
    /// use time::macros::date;
    ///
    /// let six_months = PeriodLength::Months(6);
    /// assert_eq!(six_months.end_from(date!(2025 - 08 - 31)), Some(date!(2026 - 02 - 28)));
    /// assert_eq!(six_months.end_from(date!(9999 - 08 - 31)), None);
    /// ```
    pub fn end_from(self, knowledge: Date) -> Option<Date> {
        match self {
            Self::Days(days) => knowledge.checked_add(Duration::days(days.into())),
            Self::Months(months) => {
                let ahead = u8::from(knowledge.month()) - 1 + months % 12;
                let year = knowledge.year() + i32::from(months / 12) + i32::from(ahead / 12);
                let month = time::Month::January.nth_next(ahead);
                Date::from_calendar_date(year, month, knowledge.day().min(month.length(year))).ok()
            }
        }
        .and_then(in_calendar)
    }
}

fn knowledge_day(event: Date, service: &ServiceRule) -> Result<Date, NotComputable> {
    event
        .checked_add(Duration::days(service.offset_days.into()))
        .and_then(in_calendar)
        .ok_or(NotComputable::OutOfRange)
}

/// The computus and the written forms end with the year 9999, whatever range `time` was built with.
fn in_calendar(date: Date) -> Option<Date> {
    (date.year() <= 9999).then_some(date)
}
