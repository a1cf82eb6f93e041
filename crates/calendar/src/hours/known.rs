//! The hours that are known.

use time::macros::time;

use super::{ClosingSource, HoursRow, OfficeHours};
use crate::KNOWN_FROM;

/// The hours of Kajaani's registry: 8–16, on Fridays and eves of holidays 8–15.
///
/// They are those of the city's appeal instructions of 2023. No other hours are known, so they
/// stand for all days from [`KNOWN_FROM`]; a city's own rows replace them.
///
/// ```
/// use calendar::kajaani_registry;
/// use time::macros::{date, time};
///
/// let closing = kajaani_registry().closing(date!(2023 - 09 - 08))?;
/// assert_eq!(closing.map(|closing| closing.at), Some(time!(15:00)));
/// # Ok::<(), calendar::NoHours>(())
/// ```
pub fn kajaani_registry() -> OfficeHours {
    OfficeHours::of_one_row(
        HoursRow {
            valid_from: KNOWN_FROM,
            valid_until: None,
            opens: time!(8:00),
            closes: time!(16:00),
            friday_closes: time!(15:00),
            eve_closes: time!(15:00),
        },
        ClosingSource::Ordinary,
    )
}

/// The hours of the courts, 8.00–16.15 on each day (KHO:2024:118).
///
/// ```
/// use calendar::court;
/// use time::macros::{date, time};
///
/// let closing = court().closing(date!(2023 - 09 - 08))?;
/// assert_eq!(closing.map(|closing| closing.at), Some(time!(16:15)));
/// # Ok::<(), calendar::NoHours>(())
/// ```
pub fn court() -> OfficeHours {
    OfficeHours::of_one_row(
        HoursRow {
            valid_from: KNOWN_FROM,
            valid_until: None,
            opens: time!(8:00),
            closes: time!(16:15),
            friday_closes: time!(16:15),
            eve_closes: time!(16:15),
        },
        ClosingSource::Court,
    )
}
