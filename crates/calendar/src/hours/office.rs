//! The hours of one office: dated rows, exceptions for single days.

use time::{Date, Time, Weekday};

use super::{Closing, ClosingSource};
use crate::holiday;

/// An office's regular hours over a span of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct HoursRow {
    /// The first day on which the row is in force.
    pub valid_from: Date,
    /// The last day on which it is in force; `None` until further notice.
    pub valid_until: Option<Date>,
    /// The opening hour of every day.
    pub opens: Time,
    /// The closing hour of an ordinary day.
    pub closes: Time,
    /// The closing hour of a Friday.
    pub friday_closes: Time,
    /// The closing hour of the day before a holiday that [has an eve](crate::Holiday::has_eve).
    pub eve_closes: Time,
}

/// The hours of a single day, which replace the regular ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HoursException {
    /// The day.
    pub on: Date,
    /// Its hours.
    pub hours: DayHours,
}

/// What an exception says of its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayHours {
    /// The office closes at this hour.
    ClosesAt(Time),
    /// The office does not open.
    ClosedAllDay,
}

/// The hours of one office: rows that do not overlap, in the order of time, and at most one
/// exception for a day.
///
/// A day that neither a row nor an exception covers has no hours, and a period that ends on it is
/// not computed.
///
/// # Days on which the office is closed
///
/// A closing day of an office does not move the last day of a period: 150/1930 5 § names the days
/// that do, and a municipality cannot add to them. As 6 § ties the end of the last day to the
/// closing of the office, a day without a closing ends with itself. Nobody is told an hour that
/// nobody set, and no act of that day is late; the day on which a decision can be final is the same
/// either way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeHours {
    rows: Vec<HoursRow>,
    exceptions: Vec<HoursException>,
    ordinary: ClosingSource,
}

/// Hours that contradict themselves; the day is the one to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HoursConflict {
    /// A row's last day is before its first.
    #[error("the hours from {0} end before they begin")]
    EndBeforeBeginning(Date),
    /// Two rows cover this day.
    #[error("two rows of hours cover {0}")]
    Overlap(Date),
    /// By the row from this day, or the exception of it, the office closes before or as it opens.
    #[error("by the hours of {0} the office closes before it opens")]
    ClosedBeforeOpening(Date),
    /// Two exceptions are for this day.
    #[error("two exceptions are for {0}")]
    TwoExceptions(Date),
}

/// The office has no recorded hours on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no office hours are recorded for {on}; record the hours that were in force on that day")]
pub struct NoHours {
    /// The day.
    pub on: Date,
}

impl OfficeHours {
    /// The hours of an authority from its rows and the exceptions of single days, in any order.
    ///
    /// # Errors
    ///
    /// [`HoursConflict`] where two rows or two exceptions cover one day, where a row ends before
    /// it begins, or where the office would close before it opens.
    ///
    /// ```
    /// use calendar::{DayHours, HoursConflict, HoursException, HoursRow, OfficeHours};
    /// use time::macros::{date, time};
    ///
    /// let row = HoursRow {
    ///     valid_from: date!(2023 - 01 - 01),
    ///     valid_until: None,
    ///     opens: time!(8:00),
    ///     closes: time!(16:00),
    ///     friday_closes: time!(15:00),
    ///     eve_closes: time!(15:00),
    /// };
    /// let monday = date!(2023 - 07 - 03);
    /// let short = HoursException { on: monday, hours: DayHours::ClosesAt(time!(14:00)) };
    /// let hours = OfficeHours::new(vec![row], vec![short])?;
    /// assert_eq!(hours.closing(monday)?.map(|closing| closing.at), Some(time!(14:00)));
    ///
    /// assert_eq!(
    ///     OfficeHours::new(vec![row, row], Vec::new()),
    ///     Err(HoursConflict::Overlap(date!(2023 - 01 - 01))),
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(
        mut rows: Vec<HoursRow>,
        mut exceptions: Vec<HoursException>,
    ) -> Result<Self, HoursConflict> {
        rows.sort_by_key(|row| row.valid_from);
        exceptions.sort_unstable();
        for row in &rows {
            if row.valid_until.is_some_and(|until| until < row.valid_from) {
                return Err(HoursConflict::EndBeforeBeginning(row.valid_from));
            }
            if row.closes.min(row.friday_closes).min(row.eve_closes) <= row.opens {
                return Err(HoursConflict::ClosedBeforeOpening(row.valid_from));
            }
        }
        for (earlier, later) in rows.iter().zip(rows.iter().skip(1)) {
            if earlier
                .valid_until
                .is_none_or(|until| later.valid_from <= until)
            {
                return Err(HoursConflict::Overlap(later.valid_from));
            }
        }
        for (earlier, later) in exceptions.iter().zip(exceptions.iter().skip(1)) {
            if earlier.on == later.on {
                return Err(HoursConflict::TwoExceptions(later.on));
            }
        }
        let hours = Self {
            rows,
            exceptions,
            ordinary: ClosingSource::Ordinary,
        };
        hours.exceptions_close_after_opening()?;
        Ok(hours)
    }

    pub(super) fn of_one_row(row: HoursRow, ordinary: ClosingSource) -> Self {
        Self {
            rows: vec![row],
            exceptions: Vec::new(),
            ordinary,
        }
    }

    fn exceptions_close_after_opening(&self) -> Result<(), HoursConflict> {
        let conflict = self.exceptions.iter().find(|exception| {
            let opens = self.row_on(exception.on).map(|row| row.opens);
            matches!((exception.hours, opens), (DayHours::ClosesAt(at), Ok(opens)) if at <= opens)
        });
        match conflict {
            Some(exception) => Err(HoursConflict::ClosedBeforeOpening(exception.on)),
            None => Ok(()),
        }
    }

    /// The row in force on `date`: the regular hours, as an appeal instruction states them, also
    /// where the day has an exception.
    ///
    /// # Errors
    ///
    /// [`NoHours`] where no row covers the day.
    ///
    /// ```
    /// use calendar::{NoHours, kajaani_registry};
    /// use time::macros::{date, time};
    ///
    /// assert_eq!(kajaani_registry().row_on(date!(2023 - 09 - 08))?.opens, time!(8:00));
    /// let unknown = date!(1994 - 12 - 30);
    /// assert_eq!(kajaani_registry().row_on(unknown), Err(NoHours { on: unknown }));
    /// # Ok::<(), NoHours>(())
    /// ```
    pub fn row_on(&self, date: Date) -> Result<&HoursRow, NoHours> {
        self.rows
            .iter()
            .rev()
            .find(|row| row.valid_from <= date)
            .filter(|row| row.valid_until.is_none_or(|until| date <= until))
            .ok_or(NoHours { on: date })
    }

    /// The closing hour on `date`: the exception of the day, else the earliest of the ordinary,
    /// Friday and eve hours that apply. `None` where the office is closed all day.
    ///
    /// # Errors
    ///
    /// [`NoHours`] where the day has no exception and no row covers it.
    ///
    /// ```
    /// use calendar::{ClosingSource, Holiday, NoHours, kajaani_registry};
    /// use time::macros::{date, time};
    ///
    /// let closing = kajaani_registry().closing(date!(2026 - 04 - 30))?;
    /// assert_eq!(closing.map(|closing| closing.at), Some(time!(15:00)));
    /// let eve = ClosingSource::EveOf(Holiday::MayDay);
    /// assert_eq!(closing.map(|closing| closing.source), Some(eve));
    ///
    /// let unknown = date!(1994 - 12 - 30);
    /// assert_eq!(kajaani_registry().closing(unknown), Err(NoHours { on: unknown }));
    /// # Ok::<(), NoHours>(())
    /// ```
    pub fn closing(&self, date: Date) -> Result<Option<Closing>, NoHours> {
        let exception = self
            .exceptions
            .binary_search_by_key(&date, |exception| exception.on);
        match exception.map(|found| self.exceptions[found].hours) {
            Ok(DayHours::ClosesAt(at)) => Ok(Some(Closing {
                at,
                source: ClosingSource::Exception,
            })),
            Ok(DayHours::ClosedAllDay) => Ok(None),
            Err(_) => self.regular_closing(date).map(Some),
        }
    }

    fn regular_closing(&self, date: Date) -> Result<Closing, NoHours> {
        let row = self.row_on(date)?;
        let mut closing = Closing {
            at: row.closes,
            source: self.ordinary,
        };
        if date.weekday() == Weekday::Friday && row.friday_closes < closing.at {
            closing = Closing {
                at: row.friday_closes,
                source: ClosingSource::Friday,
            };
        }
        if row.eve_closes < closing.at
            && let Some(tomorrow) = date.next_day().and_then(holiday)
            && tomorrow.has_eve()
        {
            closing = Closing {
                at: row.eve_closes,
                source: ClosingSource::EveOf(tomorrow),
            };
        }
        Ok(closing)
    }

    /// The rows, earliest first.
    ///
    /// ```
    /// use calendar::{KNOWN_FROM, kajaani_registry};
    ///
    /// let registry = kajaani_registry();
    /// assert_eq!(registry.rows()[0].valid_from, KNOWN_FROM);
    /// assert!(registry.exceptions().is_empty());
    /// ```
    pub fn rows(&self) -> &[HoursRow] {
        &self.rows
    }

    /// The hours of single days, earliest first.
    pub fn exceptions(&self) -> &[HoursException] {
        &self.exceptions
    }
}
