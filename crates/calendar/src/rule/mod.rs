//! The law as dated rows: what each means of service presumes, how long each remedy is open.
//!
//! An amended law is a new row of a [`History`]; the earlier row keeps its number and goes on
//! deciding the events of its time. The row is chosen by the day of the event. The earliest row of a
//! history also stands for the time before the act that it cites: there the count is the same as far
//! as is known, and only the citation is later than the event.
//!
//! What is [`PLANNED`] is no row and decides nothing.

mod planned;
mod rows;

use time::Date;

use crate::{Means, Remedy, Statute};

pub use planned::{PLANNED, PlannedAmendment};
pub use rows::{period, service, starting};

/// What a means of service presumes about the day of knowledge.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct ServiceRule {
    /// The row's number among the service rules; never given to another row.
    pub number: u8,
    /// Days from the event to the deemed day of knowledge.
    pub offset_days: u8,
    /// Where the presumption stands.
    pub statute: Statute,
    /// The remedies whose period this service can start. For the others the law counts from a
    /// different day, so that an answer would be wrong.
    pub starts: &'static [Remedy],
}

/// How long a remedy is open.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct PeriodRule {
    /// The row's number among the period rules; never given to another row.
    pub number: u8,
    /// The length, counted from the day after the day of knowledge.
    pub length: PeriodLength,
    /// Where the length stands.
    pub statute: Statute,
}

/// The length of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PeriodLength {
    /// Days; the day of knowledge is not one of them (150/1930 2 §).
    Days(u8),
    /// Months: it ends on the day of the same number, or on the last day of a month that has no
    /// such day (150/1930 3 §).
    Months(u8),
}

/// The rows of one rule in the order of time: on each day exactly one is in force.
#[derive(Debug)]
pub struct History<R: 'static> {
    first: R,
    amended: &'static [(Date, R)],
}

/// One row of a [`History`] with the days on which it is in force, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InForce<R: 'static> {
    /// The first day; `None` for the earliest row.
    pub valid_from: Option<Date>,
    /// The last day; `None` until the law is amended.
    pub valid_until: Option<Date>,
    /// The row.
    pub rule: &'static R,
}

impl<R> History<R> {
    /// The row in force on `date`.
    ///
    /// ```
    /// use calendar::{Means, rule};
    /// use time::macros::date;
    ///
    /// let minutes = rule::service(Means::PublishedMinutes);
    /// assert_eq!(minutes.on(date!(2017 - 05 - 31)).offset_days, 0);
    /// assert_eq!(minutes.on(date!(2017 - 06 - 01)).offset_days, 7);
    /// ```
    pub fn on(&'static self, date: Date) -> &'static R {
        self.amended
            .iter()
            .rev()
            .find(|(from, _)| *from <= date)
            .map_or(&self.first, |(_, rule)| rule)
    }

    /// Every row, earliest first. The spans follow each other without a gap: the first row has no
    /// beginning, the last no end.
    ///
    /// ```
    /// use calendar::{Means, rule};
    /// use time::macros::date;
    ///
    /// let minutes: Vec<_> = rule::service(Means::PublishedMinutes).rows().collect();
    /// assert_eq!(minutes[0].rule.statute.section, "95.2 §");
    /// assert_eq!(minutes[0].valid_until, Some(date!(2017 - 05 - 31)));
    /// assert_eq!(minutes[1].rule.statute.section, "140.3 §");
    /// assert_eq!(minutes[1].valid_until, None);
    /// ```
    pub fn rows(&'static self) -> impl Iterator<Item = InForce<R>> {
        let starts = std::iter::once((None, &self.first))
            .chain(self.amended.iter().map(|(from, rule)| (Some(*from), rule)));
        let ends = self
            .amended
            .iter()
            .map(|(from, _)| from.previous_day())
            .chain([None]);
        starts
            .zip(ends)
            .map(|((valid_from, rule), valid_until)| InForce {
                valid_from,
                valid_until,
                rule,
            })
    }
}

/// Names the two rows by which a period was computed.
///
/// It is stored beside the computed dates, so that a later reader knows which law they follow. It
/// cannot name rows that do not exist. It is read back from its number.
///
/// ```
/// use calendar::rule::UnknownRuleSet;
/// use calendar::{AppealPeriod, Means, Offices, Remedy, RuleSetId};
/// use time::macros::date;
///
/// let (remedy, means) = (Remedy::Rectification, Means::PublishedMinutes);
/// let period = AppealPeriod::compute(remedy, means, date!(2023 - 08 - 18), &Offices::kajaani())?;
/// let stored = period.rule_set.get();
/// assert_eq!(RuleSetId::try_from(stored), Ok(period.rule_set));
/// assert_eq!(RuleSetId::try_from(0), Err(UnknownRuleSet(0)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RuleSetId {
    service: &'static ServiceRule,
    period: &'static PeriodRule,
}

/// The error of a number that names no rows of this version of the crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no rules are numbered {0}")]
pub struct UnknownRuleSet(pub u16);

impl RuleSetId {
    /// Names the rows that decide what an event on `date` starts, or `None` where it does not start
    /// the period of `remedy`.
    pub(crate) fn on(date: Date, means: Means, remedy: Remedy) -> Option<Self> {
        Some(Self {
            service: starting(means, remedy, date)?,
            period: period(remedy).on(date),
        })
    }

    /// The number to store; [`TryFrom`] reads it back.
    pub const fn get(self) -> u16 {
        u16::from_be_bytes([self.service.number, self.period.number])
    }

    /// What the means of service presumed.
    ///
    /// ```
    /// use calendar::{AppealPeriod, Means, Offices, PeriodLength, Remedy};
    /// use time::macros::date;
    ///
    /// let (remedy, means) = (Remedy::Rectification, Means::PublishedMinutes);
    /// let period =
    ///     AppealPeriod::compute(remedy, means, date!(2023 - 08 - 18), &Offices::kajaani())?;
    /// assert_eq!(period.rule_set.service().offset_days, 7);
    /// assert_eq!(period.rule_set.service().statute.section, "140.3 §");
    /// assert_eq!(period.rule_set.period().length, PeriodLength::Days(14));
    /// assert_eq!(period.rule_set.period().statute.section, "138 §");
    /// # Ok::<(), calendar::NotComputable>(())
    /// ```
    pub const fn service(self) -> &'static ServiceRule {
        self.service
    }

    /// How long the remedy was open; an example stands at [`service`](Self::service).
    pub const fn period(self) -> &'static PeriodRule {
        self.period
    }
}

impl TryFrom<u16> for RuleSetId {
    type Error = UnknownRuleSet;

    fn try_from(number: u16) -> Result<Self, Self::Error> {
        let [service_number, period_number] = number.to_be_bytes();
        let service = Means::ALL
            .into_iter()
            .flat_map(|means| service(means).rows())
            .find(|row| row.rule.number == service_number)
            .ok_or(UnknownRuleSet(number))?;
        let period = Remedy::ALL
            .into_iter()
            .flat_map(|remedy| period(remedy).rows())
            .find(|row| row.rule.number == period_number)
            .ok_or(UnknownRuleSet(number))?;
        Ok(Self {
            service: service.rule,
            period: period.rule,
        })
    }
}
