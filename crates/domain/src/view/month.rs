//! Sums by month: what pictures of payments and of what falls due are drawn from.

use std::collections::BTreeMap;

use time::Date;

use super::commitment::PaymentLine;
use crate::money::Money;

/// What was paid in a month, and what came back in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaidMonth {
    /// The first day of the month.
    pub month: Date,
    /// What was paid.
    pub paid: Money,
    /// What came back, not negative.
    pub recovered: Money,
}

impl PaidMonth {
    /// The months in which anything was paid or came back, the first one first; `None` where a sum
    /// does not fit.
    pub fn of(lines: &[PaymentLine]) -> Option<Vec<Self>> {
        let mut months: BTreeMap<Date, Self> = BTreeMap::new();
        for line in lines {
            let month = first_day(line.on);
            let sums = months.entry(month).or_insert(Self {
                month,
                paid: Money::ZERO,
                recovered: Money::ZERO,
            });
            if line.amount < Money::ZERO {
                sums.recovered = sums.recovered.checked_sub(line.amount)?;
            } else {
                sums.paid = sums.paid.checked_add(line.amount)?;
            }
        }
        Some(months.into_values().collect())
    }
}

/// What falls due in a month, or is overdue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueMonth {
    /// The first day of the month; `None` for everything that is overdue.
    pub month: Option<Date>,
    /// The sum.
    pub amount: Money,
}

impl DueMonth {
    /// The sums of amounts, each with its day, or with `None` where that has passed: what is overdue
    /// first, then month by month. `None` where a sum does not fit.
    pub fn of(amounts: impl IntoIterator<Item = (Option<Date>, Money)>) -> Option<Vec<Self>> {
        let mut months: BTreeMap<Option<Date>, Money> = BTreeMap::new();
        for (on, amount) in amounts {
            let sum = months.entry(on.map(first_day)).or_default();
            *sum = sum.checked_add(amount)?;
        }
        let months = months.into_iter();
        Some(
            months
                .map(|(month, amount)| Self { month, amount })
                .collect(),
        )
    }
}

/// The first day of the month of a day.
fn first_day(day: Date) -> Date {
    // Every month has one.
    day.replace_day(1).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use time::macros::date;

    use super::*;

    #[test]
    fn what_is_overdue_is_one_sum_and_comes_first() {
        let cents = Money::from_cents;
        let months = DueMonth::of([
            (Some(date!(2023 - 10 - 02)), cents(7)),
            (None, cents(1)),
            (Some(date!(2023 - 09 - 30)), cents(2)),
            (None, cents(4)),
            (Some(date!(2023 - 09 - 01)), cents(5)),
        ]);
        let months = months.unwrap_or_default().into_iter();
        let months: Vec<_> = months.map(|of| (of.month, of.amount.cents())).collect();
        let september = Some(date!(2023 - 09 - 01));
        let october = Some(date!(2023 - 10 - 01));
        assert_eq!(months, [(None, 5), (september, 7), (october, 7)]);
    }
}
