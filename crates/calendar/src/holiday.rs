//! The holidays of Finland that matter to a period, as a dated table.

use time::macros::date;
use time::{Date, Duration, Month, Weekday};

use crate::{Act, Statute};

/// The first day whose holidays are known.
///
/// Before the 1990s Epiphany and Ascension Day were on Saturdays, and the sources disagree on the
/// years, so nothing earlier is promised.
pub const KNOWN_FROM: Date = date!(1995 - 01 - 01);

/// A day that 150/1930 5 § names, alone or as a church holiday (pyhäpäivä).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holiday {
    /// Uudenvuodenpäivä, 1 January.
    NewYear,
    /// Loppiainen, 6 January.
    Epiphany,
    /// Pitkäperjantai, two days before Easter Sunday.
    GoodFriday,
    /// Pääsiäispäivä.
    EasterSunday,
    /// Toinen pääsiäispäivä.
    EasterMonday,
    /// Vapunpäivä, 1 May.
    MayDay,
    /// Helatorstai, the fortieth day of Easter.
    Ascension,
    /// Helluntai, seven weeks after Easter Sunday.
    WhitSunday,
    /// Juhannusaatto, the Friday between 19 and 25 June.
    MidsummerEve,
    /// Juhannuspäivä, the Saturday between 20 and 26 June.
    MidsummerDay,
    /// Pyhäinpäivä, the Saturday between 31 October and 6 November.
    AllSaints,
    /// Itsenäisyyspäivä, 6 December.
    IndependenceDay,
    /// Jouluaatto, 24 December.
    ChristmasEve,
    /// Joulupäivä, 25 December.
    ChristmasDay,
    /// Toinen joulupäivä, 26 December.
    SecondChristmasDay,
}

/// How a holiday's day is found in a year.
#[derive(Clone, Copy)]
enum Falls {
    On(Month, u8),
    /// Days after Easter Sunday.
    FromEaster(i8),
    /// The first such weekday on or after the day.
    First(Weekday, Month, u8),
}

/// One row: a holiday falls on a day of the years in which the row is in force.
struct HolidayRow {
    holiday: Holiday,
    falls: Falls,
    valid_from: Date,
    valid_until: Option<Date>,
}

const fn row(holiday: Holiday, falls: Falls) -> HolidayRow {
    HolidayRow {
        holiday,
        falls,
        valid_from: KNOWN_FROM,
        valid_until: None,
    }
}

/// In the order of the year. A change of the law closes a row and adds another.
const ROWS: [HolidayRow; 15] = [
    row(Holiday::NewYear, Falls::On(Month::January, 1)),
    row(Holiday::Epiphany, Falls::On(Month::January, 6)),
    row(Holiday::GoodFriday, Falls::FromEaster(-2)),
    row(Holiday::EasterSunday, Falls::FromEaster(0)),
    row(Holiday::EasterMonday, Falls::FromEaster(1)),
    row(Holiday::MayDay, Falls::On(Month::May, 1)),
    row(Holiday::Ascension, Falls::FromEaster(39)),
    row(Holiday::WhitSunday, Falls::FromEaster(49)),
    row(
        Holiday::MidsummerEve,
        Falls::First(Weekday::Friday, Month::June, 19),
    ),
    row(
        Holiday::MidsummerDay,
        Falls::First(Weekday::Saturday, Month::June, 20),
    ),
    row(
        Holiday::AllSaints,
        Falls::First(Weekday::Saturday, Month::October, 31),
    ),
    row(Holiday::IndependenceDay, Falls::On(Month::December, 6)),
    row(Holiday::ChristmasEve, Falls::On(Month::December, 24)),
    row(Holiday::ChristmasDay, Falls::On(Month::December, 25)),
    row(Holiday::SecondChristmasDay, Falls::On(Month::December, 26)),
];

/// The holiday on `date`, or `None` on any other day and on every day before [`KNOWN_FROM`].
///
/// Where two fall on one day (Ascension Day on 1 May 2008) it is the one that comes first in
/// [`Holiday`]; [`Holiday::in_year`] tells both.
///
/// ```
/// use calendar::{Holiday, holiday};
/// use time::macros::date;
///
/// assert_eq!(holiday(date!(2024 - 05 - 09)), Some(Holiday::Ascension));
/// // Maundy Thursday is a working day.
/// assert_eq!(holiday(date!(2026 - 04 - 02)), None);
/// ```
pub fn holiday(date: Date) -> Option<Holiday> {
    let easter = easter(date.year());
    ROWS.iter()
        .find(|row| row.in_force(date) && row.falls.day(date.year(), easter) == Some(date))
        .map(|row| row.holiday)
}

impl Holiday {
    /// Every holiday, in the order of the declaration, which is that of the year.
    pub const ALL: [Self; 15] = [
        Self::NewYear,
        Self::Epiphany,
        Self::GoodFriday,
        Self::EasterSunday,
        Self::EasterMonday,
        Self::MayDay,
        Self::Ascension,
        Self::WhitSunday,
        Self::MidsummerEve,
        Self::MidsummerDay,
        Self::AllSaints,
        Self::IndependenceDay,
        Self::ChristmasEve,
        Self::ChristmasDay,
        Self::SecondChristmasDay,
    ];

    /// The stable code, as in files and message catalogues.
    ///
    /// ```
    /// use calendar::Holiday;
    ///
    /// assert_eq!(Holiday::AllSaints.code(), "all-saints");
    /// ```
    pub const fn code(self) -> &'static str {
        match self {
            Self::NewYear => "new-year",
            Self::Epiphany => "epiphany",
            Self::GoodFriday => "good-friday",
            Self::EasterSunday => "easter-sunday",
            Self::EasterMonday => "easter-monday",
            Self::MayDay => "may-day",
            Self::Ascension => "ascension",
            Self::WhitSunday => "whit-sunday",
            Self::MidsummerEve => "midsummer-eve",
            Self::MidsummerDay => "midsummer-day",
            Self::AllSaints => "all-saints",
            Self::IndependenceDay => "independence-day",
            Self::ChristmasEve => "christmas-eve",
            Self::ChristmasDay => "christmas-day",
            Self::SecondChristmasDay => "second-christmas-day",
        }
    }

    /// The day of this holiday in `year`; `None` outside the years 1995–9999.
    ///
    /// ```
    /// use calendar::Holiday;
    /// use time::macros::date;
    ///
    /// assert_eq!(Holiday::MidsummerEve.in_year(2026), Some(date!(2026 - 06 - 19)));
    /// assert_eq!(Holiday::Epiphany.in_year(1980), None);
    /// ```
    pub fn in_year(self, year: i32) -> Option<Date> {
        let easter = easter(year);
        ROWS.iter()
            .filter(|row| row.holiday == self)
            .find_map(|row| row.falls.day(year, easter).filter(|day| row.in_force(*day)))
    }

    /// Whether the day before is an eve (juhlapyhän aatto) on which offices may close early.
    ///
    /// The church holidays, 1 May and 6 December have one; Midsummer Eve and Christmas Eve are eves
    /// themselves. No act says what an eve is: this is how the register reads the word.
    ///
    /// ```
    /// use calendar::Holiday;
    ///
    /// assert!(Holiday::MayDay.has_eve());
    /// assert!(!Holiday::ChristmasEve.has_eve());
    /// ```
    pub const fn has_eve(self) -> bool {
        !matches!(self, Self::MidsummerEve | Self::ChristmasEve)
    }

    /// The provision that names the day.
    ///
    /// The church holidays up to June 2023 rested on the same words of the church act 1054/1993.
    ///
    /// ```
    /// use calendar::{Act, Holiday};
    ///
    /// assert_eq!(Holiday::Epiphany.statute().act, Act::Kirkkolaki);
    /// assert_eq!(Holiday::MidsummerEve.statute().act, Act::MaaraaikojenLaskeminen);
    /// ```
    pub const fn statute(self) -> Statute {
        match self {
            Self::MayDay | Self::MidsummerEve | Self::IndependenceDay | Self::ChristmasEve => {
                Statute::new(Act::MaaraaikojenLaskeminen, "5 §")
            }
            Self::NewYear
            | Self::Epiphany
            | Self::GoodFriday
            | Self::EasterSunday
            | Self::EasterMonday
            | Self::Ascension
            | Self::WhitSunday
            | Self::MidsummerDay
            | Self::AllSaints
            | Self::ChristmasDay
            | Self::SecondChristmasDay => Statute::new(Act::Kirkkolaki, "1:6 §"),
        }
    }
}

impl HolidayRow {
    fn in_force(&self, date: Date) -> bool {
        self.valid_from <= date && self.valid_until.is_none_or(|until| date <= until)
    }
}

impl Falls {
    fn day(self, year: i32, easter: Option<Date>) -> Option<Date> {
        match self {
            Self::On(month, day) => Date::from_calendar_date(year, month, day).ok(),
            Self::FromEaster(days) => easter?.checked_add(Duration::days(days.into())),
            Self::First(weekday, month, day) => {
                let earliest = Date::from_calendar_date(year, month, day).ok()?;
                let ahead = 7 + weekday.number_days_from_monday()
                    - earliest.weekday().number_days_from_monday();
                earliest.checked_add(Duration::days((ahead % 7).into()))
            }
        }
    }
}

/// Easter Sunday; `None` where the Gregorian computus or the calendar has no such year.
fn easter(year: i32) -> Option<Date> {
    let easter = computus::gregorian(year).ok()?;
    let month = Month::try_from(u8::try_from(easter.month).ok()?).ok()?;
    Date::from_calendar_date(year, month, u8::try_from(easter.day).ok()?).ok()
}
