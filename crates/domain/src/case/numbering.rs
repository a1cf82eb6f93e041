//! Where case numbers come from.

use time::Date;

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
