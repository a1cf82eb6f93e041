//! Where case numbers come from.

use time::{Date, Month};

use crate::section::Numbering;

/// From a day on, the city's case system gives the numbers or the register does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CaseNumbering {
    /// The first day on which it holds.
    pub first_day: Date,
    /// Where the numbers come from.
    pub numbering: Numbering,
}

/// Where the number of a case that is opened on a day comes from: the last setting that has begun,
/// and without one the city's case system.
///
/// ```
/// use domain::case::{CaseNumbering, numbering_on};
/// use domain::section::Numbering;
/// use time::macros::date;
/// let here = CaseNumbering { first_day: date!(2027 - 01 - 01), numbering: Numbering::IssuedHere };
/// assert_eq!(numbering_on(&[here], date!(2026 - 12 - 31)), Numbering::External);
/// assert_eq!(numbering_on(&[here], date!(2027 - 01 - 01)), Numbering::IssuedHere);
/// ```
pub fn numbering_on(settings: &[CaseNumbering], day: Date) -> Numbering {
    let begun = settings.iter().filter(|setting| setting.first_day <= day);
    let last = begun.max_by_key(|setting| setting.first_day);
    last.map_or(Numbering::External, |setting| setting.numbering)
}

/// Whether the register gives the numbers of a year, as far as it can be known on a day: of a year
/// that is over by the setting that held at its end, of any other by the one that holds now.
///
/// ```
/// use domain::case::{CaseNumbering, issues_numbers_of};
/// use domain::section::Numbering::{External, IssuedHere};
/// use time::macros::date;
/// let here = CaseNumbering { first_day: date!(2027 - 07 - 01), numbering: IssuedHere };
/// let back = CaseNumbering { first_day: date!(2029 - 01 - 01), numbering: External };
/// assert!(!issues_numbers_of(2027, &[here], date!(2027 - 06 - 30)));
/// assert!(issues_numbers_of(2027, &[here], date!(2027 - 07 - 01)));
/// assert!(!issues_numbers_of(2026, &[here], date!(2027 - 07 - 01)));
/// assert!(issues_numbers_of(2028, &[here, back], date!(2029 - 01 - 01)));
/// assert!(!issues_numbers_of(2029, &[here, back], date!(2029 - 01 - 01)));
/// ```
pub fn issues_numbers_of(year: u16, settings: &[CaseNumbering], today: Date) -> bool {
    let last = Date::from_calendar_date(i32::from(year), Month::December, 31);
    let day = last.map_or(today, |last| last.min(today));
    numbering_on(settings, day) == Numbering::IssuedHere
}
