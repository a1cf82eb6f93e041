//! Whether a promise is state aid (valtiontuki), as an official assessed it.

use serde::{Deserialize, Serialize};
use time::Date;

use crate::money::Money;

/// What a promise was assessed to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StateAid {
    /// No state aid (Article 107(1) of the Treaty is not met).
    None,
    /// De minimis aid (Commission Regulation (EU) 2023/2831).
    DeMinimis,
    /// Aid under a block exemption (Commission Regulation (EU) No 651/2014).
    BlockExemption,
}

impl StateAid {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::None, Self::DeMinimis, Self::BlockExemption];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::DeMinimis => "de_minimis",
            Self::BlockExemption => "block_exemption",
        }
    }

    /// The one of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|aid| aid.code() == code)
    }
}

/// The most de minimis aid that one undertaking may get in three years (2023/2831, Article 3(2)).
pub const DE_MINIMIS_CEILING: Money = Money::from_cents(30_000_000);

/// The first day of the three years that end on a day (2023/2831, Article 3(2)).
///
/// ```
/// use domain::commitment::de_minimis_since;
/// use time::macros::date;
/// assert_eq!(de_minimis_since(date!(2026-08-21)), date!(2023-08-22));
/// assert_eq!(de_minimis_since(date!(2024-02-29)), date!(2021-03-01));
/// ```
pub fn de_minimis_since(day: Date) -> Date {
    let year = day.year().saturating_sub(3);
    // Three years before 29 February ends the last day of February.
    let same_day = day
        .replace_year(year)
        .or_else(|_| Date::from_calendar_date(year, day.month(), 28));
    same_day.ok().and_then(Date::next_day).unwrap_or(Date::MIN)
}
