//! The days on which a period cannot end.

use time::{Date, Weekday};

use crate::{Holiday, holiday};

/// Why a period cannot end on a day (150/1930 5 §).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Blocked {
    /// A holiday, also where it is a Saturday or a Sunday.
    Holiday(Holiday),
    /// A Saturday that is no holiday (arkilauantai); Holy Saturday is one of them (KHO:2017:176).
    Saturday,
    /// A Sunday that has no other name.
    Sunday,
}

/// Why a period cannot end on `date`, or `None` on a day on which it can.
///
/// Eves that are not named by the act (30 April, New Year's Eve, Maundy Thursday) and the closing
/// days of single offices do not block. Before [`KNOWN_FROM`](crate::KNOWN_FROM) only weekends are
/// known.
///
/// ```
/// use calendar::{Blocked, Holiday, blocked};
/// use time::macros::date;
///
/// assert_eq!(blocked(date!(2025 - 12 - 06)), Some(Blocked::Holiday(Holiday::IndependenceDay)));
/// assert_eq!(blocked(date!(2017 - 04 - 15)), Some(Blocked::Saturday));
/// assert_eq!(blocked(date!(2025 - 12 - 31)), None);
/// ```
pub fn blocked(date: Date) -> Option<Blocked> {
    holiday(date)
        .map(Blocked::Holiday)
        .or(match date.weekday() {
            Weekday::Saturday => Some(Blocked::Saturday),
            Weekday::Sunday => Some(Blocked::Sunday),
            Weekday::Monday
            | Weekday::Tuesday
            | Weekday::Wednesday
            | Weekday::Thursday
            | Weekday::Friday => None,
        })
}

/// The first day on or after `date` that is not [`blocked`].
///
/// The rule is applied again to each next day, so a Sunday before Christmas Eve leads past the
/// whole of Christmas. The last day of the calendar (Friday 31 December 9999) is never blocked, so
/// there is always an answer.
///
/// ```
/// use calendar::first_open_day;
/// use time::macros::date;
///
/// assert_eq!(first_open_day(date!(2018 - 12 - 23)), date!(2018 - 12 - 27));
/// assert_eq!(first_open_day(date!(2018 - 12 - 27)), date!(2018 - 12 - 27));
/// ```
pub fn first_open_day(date: Date) -> Date {
    let mut day = date;
    while blocked(day).is_some()
        && let Some(next) = day.next_day()
    {
        day = next;
    }
    day
}

/// The day so many open days before `date`: days that are [`blocked`] are not counted, and neither
/// is `date` itself. At the beginning of the calendar it stops.
///
/// ```
/// use calendar::open_day_before;
/// use time::macros::date;
///
/// assert_eq!(open_day_before(date!(2023 - 09 - 08), 3), date!(2023 - 09 - 05));
/// // Easter: Good Friday to Easter Monday are passed over.
/// assert_eq!(open_day_before(date!(2024 - 04 - 02), 1), date!(2024 - 03 - 28));
/// ```
pub fn open_day_before(date: Date, days: u8) -> Date {
    let mut day = date;
    let mut left = days;
    while left > 0
        && let Some(previous) = day.previous_day()
    {
        day = previous;
        if blocked(day).is_none() {
            left -= 1;
        }
    }
    day
}
