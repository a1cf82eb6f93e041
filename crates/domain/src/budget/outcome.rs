//! What a budget line of a year came to (toteuma).

use super::Promised;
use crate::money::Money;

/// What a line of a year came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineOutcome {
    /// What decisions about the budget have set; `None` where nobody knows it.
    pub amended: Option<Money>,
    /// What was paid for the accounting year by accrual, without what came back in it.
    pub realised: Money,
    /// What of `amended` was not used: negative where more was. It lapses on 31.12.
    pub unused: Option<Money>,
    /// What is promised for the year and neither paid nor released: it draws on next year's budget,
    /// if that gives it anything.
    pub open: Money,
    /// What next year's budget gives the line; `None` where it has no such line yet.
    pub next_year: Option<Money>,
}

impl LineOutcome {
    /// The outcome of what was set, paid and promised; `None` where a sum does not fit.
    pub fn of(
        amended: Option<Money>,
        realised: Money,
        promised: Promised,
        next_year: Option<Money>,
    ) -> Option<Self> {
        let unused = match amended {
            None => None,
            Some(amended) => Some(amended.checked_sub(realised)?),
        };
        Some(Self {
            amended,
            realised,
            unused,
            open: promised.open()?,
            next_year,
        })
    }

    /// Whether open promises wait for a budget of next year that has no line for them.
    pub fn needs_budgeting(self) -> bool {
        self.open > Money::ZERO && self.next_year.is_none()
    }
}
