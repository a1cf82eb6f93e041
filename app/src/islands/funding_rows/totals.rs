//! What the rows of a plan sum to, as far as they can be read.

use domain::funding::{FundingRowDraft, Total};
use domain::money::{Money, Share};

/// The sums of a plan. A row that is a part of another is in none of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Totals {
    years: Vec<Total>,
    /// The sum of the rows' totals.
    pub(super) all: Total,
    /// The sum of the shares, in hundredths of a percent.
    pub(super) shares: u32,
}

impl Totals {
    /// The sum of a column of years.
    pub(super) fn of_year(&self, column: usize) -> Total {
        self.years.get(column).copied().unwrap_or(Total::Unknown)
    }
}

/// Sums rows of `n_years` years. An amount that is empty or cannot be read is unknown; a row in
/// which nothing was typed is not there.
pub(super) fn totals<'a>(
    rows: impl Iterator<Item = &'a FundingRowDraft>,
    n_years: usize,
) -> Totals {
    let rows: Vec<_> = rows.filter(|row| !row.part && !row.is_empty()).collect();
    let year = |column: usize| sum(rows.iter().map(|row| amount(row.amounts.get(column))));
    let shares = rows
        .iter()
        .filter_map(|row| row.share.parse::<Share>().ok());
    Totals {
        years: (0..n_years).map(year).collect(),
        all: sum(rows.iter().map(|row| amount(Some(&row.total)))),
        shares: shares.map(|share| u32::from(share.hundredths())).sum(),
    }
}

fn amount(typed: Option<&String>) -> Option<Money> {
    typed.and_then(|typed| typed.parse().ok())
}

/// The sum of the parts. Without any part nothing is known, and what does not fit neither.
fn sum(parts: impl Iterator<Item = Option<Money>>) -> Total {
    let parts: Vec<_> = parts.collect();
    if parts.is_empty() {
        return Total::Unknown;
    }
    Total::of(parts).unwrap_or(Total::Unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(share: &str, years: [&str; 2], total: &str, part: bool) -> FundingRowDraft {
        FundingRowDraft {
            funders: "x".to_owned(),
            share: share.to_owned(),
            total: total.to_owned(),
            amounts: years.map(str::to_owned).into(),
            part,
            ..FundingRowDraft::default()
        }
    }

    fn known(cents: i64) -> Total {
        Total::Known(Money::from_cents(cents))
    }

    #[test]
    fn known_amounts_sum_to_a_known_total() {
        let rows = [
            row("80", ["1 000,50", "2"], "1 002,50", false),
            row("20 %", ["1", "0"], "1", false),
        ];
        let sums = totals(rows.iter(), 2);
        assert_eq!(
            (sums.of_year(0), sums.of_year(1)),
            (known(100_150), known(200))
        );
        assert_eq!((sums.all, sums.shares), (known(100_350), 10_000));
    }

    #[test]
    fn an_unknown_or_unreadable_amount_makes_the_sum_a_least_one() {
        for unknown in ["", "2 500,005", "paljon"] {
            let rows = [
                row("", ["2 500", "2 500"], "5 000", false),
                row("", [unknown, "1"], unknown, false),
            ];
            let sums = totals(rows.iter(), 2);
            let least = |cents| Total::AtLeast(Money::from_cents(cents));
            assert_eq!(
                (sums.of_year(0), sums.all),
                (least(250_000), least(500_000))
            );
            assert_eq!(sums.of_year(1), known(250_100));
        }
    }

    #[test]
    fn a_part_of_another_row_is_not_summed() {
        let rows = [
            row("20", ["", ""], "10 000", false),
            row("", ["2 500", "2 500"], "5 000", true),
        ];
        let sums = totals(rows.iter(), 2);
        assert_eq!((sums.all, sums.shares), (known(1_000_000), 2_000));
        assert_eq!(sums.of_year(0), Total::Unknown);
    }

    #[test]
    fn a_row_in_which_nothing_was_typed_is_not_there() {
        let rows = [row("", ["1", "1"], "2", false), FundingRowDraft::default()];
        assert_eq!(totals(rows.iter(), 2).all, known(200));
        assert_eq!(
            totals([FundingRowDraft::default()].iter(), 0).all,
            Total::Unknown
        );
    }
}
