//! When the offices close: dated rows, exceptions for single days.

use time::macros::time;
use time::{Date, Time, Weekday};

use crate::{Holiday, KNOWN_FROM, ReceivingOffice, holiday};

/// The hour at which an office closed or will close on a day.
///
/// An act that is due at an office is in time when it has arrived before this moment of the last
/// day (150/1930 6 §); a message of 16.15.05 is late where the office closes at 16.15.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Closing {
    /// The hour, Helsinki time.
    pub at: Time,
    /// Which of the office's hours it is.
    pub source: ClosingSource,
}

/// Which of an office's hours decided a [`Closing`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClosingSource {
    /// The hour of an ordinary day.
    Ordinary,
    /// The Friday hour.
    Friday,
    /// The hour of the day before this holiday.
    EveOf(Holiday),
    /// An hour set for this one day.
    Exception,
    /// The courts' hour, the same on each day.
    Court,
}

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
    /// The closing hour of the day before a holiday that [has an eve](Holiday::has_eve).
    pub eve_closes: Time,
}

/// The hours of one office: rows that do not overlap, in the order of time, and exceptions.
///
/// A day that no row covers has no hours, and a period that ends on it is not computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeHours {
    rows: Vec<HoursRow>,
    exceptions: Vec<(Date, Time)>,
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
    /// A row's office closes before or as it opens.
    #[error("by the hours from {0} the office closes before it opens")]
    ClosedBeforeOpening(Date),
    /// Two exceptions are for this day.
    #[error("two exceptions are for {0}")]
    TwoExceptions(Date),
}

/// The office has no recorded hours on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no office hours are recorded for {on}")]
pub struct NoHours {
    /// The day.
    pub on: Date,
}

impl OfficeHours {
    /// The hours of an authority from its rows and the closing hours of single days, in any order.
    ///
    /// # Errors
    ///
    /// [`HoursConflict`] where two rows or two exceptions cover one day, where a row ends before
    /// it begins, or where the office would close before it opens.
    ///
    /// ```
    /// use calendar::{HoursConflict, HoursRow, OfficeHours};
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
    /// let hours = OfficeHours::new(vec![row], vec![(date!(2023 - 07 - 03), time!(14:00))])?;
    /// assert_eq!(hours.closing(date!(2023 - 07 - 03))?.at, time!(14:00));
    /// assert_eq!(
    ///     OfficeHours::new(vec![row, row], Vec::new()),
    ///     Err(HoursConflict::Overlap(date!(2023 - 01 - 01))),
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(
        mut rows: Vec<HoursRow>,
        mut exceptions: Vec<(Date, Time)>,
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
            if earlier.0 == later.0 {
                return Err(HoursConflict::TwoExceptions(later.0));
            }
        }
        Ok(Self {
            rows,
            exceptions,
            ordinary: ClosingSource::Ordinary,
        })
    }

    /// The row in force on `date`, with the opening hour.
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
    /// Friday and eve hours that apply.
    ///
    /// # Errors
    ///
    /// [`NoHours`] where the day has no exception and no row covers it.
    ///
    /// ```
    /// use calendar::{ClosingSource, Holiday, kajaani_registry};
    /// use time::macros::{date, time};
    ///
    /// let closing = kajaani_registry().closing(date!(2026 - 04 - 30))?;
    /// assert_eq!(closing.at, time!(15:00));
    /// assert_eq!(closing.source, ClosingSource::EveOf(Holiday::MayDay));
    /// assert!(kajaani_registry().closing(date!(1994 - 12 - 30)).is_err());
    /// # Ok::<(), calendar::NoHours>(())
    /// ```
    pub fn closing(&self, date: Date) -> Result<Closing, NoHours> {
        if let Ok(found) = self
            .exceptions
            .binary_search_by_key(&date, |exception| exception.0)
        {
            return Ok(Closing {
                at: self.exceptions[found].1,
                source: ClosingSource::Exception,
            });
        }
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
    pub fn rows(&self) -> &[HoursRow] {
        &self.rows
    }

    /// The closing hours of single days, earliest first.
    pub fn exceptions(&self) -> &[(Date, Time)] {
        &self.exceptions
    }
}

/// The hours of Kajaani's registry: 8–16, on Fridays and eves of holidays 8–15.
///
/// They are those of the city's appeal instructions of 2023. No other hours are known, so they
/// stand for all days from [`KNOWN_FROM`]; a city's own rows replace them.
pub fn kajaani_registry() -> OfficeHours {
    OfficeHours {
        rows: vec![HoursRow {
            valid_from: KNOWN_FROM,
            valid_until: None,
            opens: time!(8:00),
            closes: time!(16:00),
            friday_closes: time!(15:00),
            eve_closes: time!(15:00),
        }],
        exceptions: Vec::new(),
        ordinary: ClosingSource::Ordinary,
    }
}

/// The hours of the courts, 8.00–16.15 on each day (KHO:2024:118).
pub fn court() -> OfficeHours {
    OfficeHours {
        rows: vec![HoursRow {
            valid_from: KNOWN_FROM,
            valid_until: None,
            opens: time!(8:00),
            closes: time!(16:15),
            friday_closes: time!(16:15),
            eve_closes: time!(16:15),
        }],
        exceptions: Vec::new(),
        ordinary: ClosingSource::Court,
    }
}

/// The offices whose hours this register knows.
///
/// Which of them receives an appeal is the [remedy's](crate::Remedy::receiving_office) to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offices {
    /// The municipality's registry.
    pub registry: OfficeHours,
    /// The courts.
    pub court: OfficeHours,
}

impl Offices {
    /// The offices of the example city.
    pub fn kajaani() -> Self {
        Self {
            registry: kajaani_registry(),
            court: court(),
        }
    }

    /// The closing hour of an office on `date`; `None` where the hours are another authority's.
    ///
    /// # Errors
    ///
    /// [`NoHours`] where the office's hours of that day are not recorded.
    ///
    /// ```
    /// use calendar::{NoHours, Offices, ReceivingOffice};
    /// use time::macros::{date, time};
    ///
    /// let offices = Offices::kajaani();
    /// let friday = date!(2023 - 09 - 08);
    /// let court = offices.closing(ReceivingOffice::Court, friday)?;
    /// assert_eq!(court.map(|closing| closing.at), Some(time!(16:15)));
    /// assert_eq!(offices.closing(ReceivingOffice::OtherAuthority, friday), Ok(None));
    /// assert!(offices.closing(ReceivingOffice::Registry, date!(1994 - 12 - 30)).is_err());
    /// # Ok::<(), NoHours>(())
    /// ```
    pub fn closing(&self, office: ReceivingOffice, date: Date) -> Result<Option<Closing>, NoHours> {
        match office {
            ReceivingOffice::Registry => self.registry.closing(date).map(Some),
            ReceivingOffice::Court => self.court.closing(date).map(Some),
            ReceivingOffice::OtherAuthority => Ok(None),
        }
    }
}
