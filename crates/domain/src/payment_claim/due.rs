//! Until when a claim is made, and until when it is paid.

use time::{Date, Duration};

/// The months after the end of a project within which the last claim is made (757/2021 28 §).
const LAST_CLAIM: u8 = 4;
/// The days within which the authority pays what it was asked for (867/2021 28 §; (EU) 2021/1060
/// Article 74(1)(b)).
const PAYMENT: Duration = Duration::days(80);

/// The day by which the last claim is made: four months after the project ended, on the day of the
/// same number or the last of that month.
///
/// ```
/// use domain::payment_claim::last_claim_due;
/// use time::macros::date;
/// assert_eq!(last_claim_due(date!(2024 - 09 - 30)), Some(date!(2025 - 01 - 30)));
/// assert_eq!(last_claim_due(date!(2023 - 10 - 31)), Some(date!(2024 - 02 - 29)));
/// ```
pub fn last_claim_due(ended: Date) -> Option<Date> {
    let months = u8::from(ended.month()) - 1 + LAST_CLAIM;
    let year = ended.year() + i32::from(months / 12);
    let month = time::Month::try_from(months % 12 + 1).ok()?;
    let day = ended.day().min(month.length(year));
    Date::from_calendar_date(year, month, day).ok()
}

/// The day by which a claim that was sent on a day should be paid.
pub fn payment_due(sent: Date) -> Option<Date> {
    sent.checked_add(PAYMENT)
}
