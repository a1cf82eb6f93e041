//! A plan divided into amounts that can be summed over years, payers and plans: each euro of a plan
//! is in one of them and in no other.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Amounts, Funder, FundingCategory, FundingLine, FundingPlan};
use crate::id::OrganisationId;
use crate::money::Money;

/// Whose money an amount of a plan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Payer {
    /// An organisation alone.
    Organisation(OrganisationId),
    /// Several together, as far as nobody knows how they divide it.
    Together,
    /// Others whom the plan does not name.
    Others,
    /// Nobody yet: still to be found.
    Missing,
}

/// An amount of a plan, of one payer and one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedAmount {
    /// Which line of the plan it belongs to, from 0; past the last one what no line pays.
    pub line: usize,
    /// Whose money it is.
    pub payer: Payer,
    /// What kind of money it is.
    pub category: FundingCategory,
    /// The accounting year; `None` where the plan does not divide it by years.
    pub year: Option<u16>,
    /// The amount; `None` where it is not known.
    pub amount: Option<Money>,
}

/// The amounts of a line by year; what no year is known of stands under `None`.
type ByYear = BTreeMap<Option<u16>, Option<Money>>;

impl FundingPlan {
    /// The plan as amounts of one payer and one year each.
    ///
    /// What is known of single funders of a line is theirs, and the rest of the line is of all of
    /// them together; where the rest would not be known though the line is, the whole line is. So
    /// the known amounts of a line whose total is known sum to that total. What no line pays of the
    /// total cost is still to be found.
    pub fn divided(&self) -> Vec<PlannedAmount> {
        let years = self.years();
        let lines = self.lines.iter().enumerate();
        let of_lines = lines.flat_map(|(at, line)| divide(at, line, &years));
        let gap = self.gap().map(|gap| PlannedAmount {
            line: self.lines.len(),
            payer: Payer::Missing,
            category: FundingCategory::StillToBeFound,
            year: None,
            amount: Some(gap),
        });
        of_lines.chain(gap).collect()
    }
}

fn divide(at: usize, line: &FundingLine, years: &[u16]) -> Vec<PlannedAmount> {
    let whole = by_year(&line.amounts, years);
    let piece = |payer, category, by_year: &ByYear| {
        let amounts = by_year.iter().map(|(year, amount)| PlannedAmount {
            line: at,
            payer,
            category,
            year: *year,
            amount: *amount,
        });
        amounts.collect::<Vec<_>>()
    };
    let payer = payer(line.category, &line.funders);
    let Some((parts, rest)) = split(line, &whole, years) else {
        return piece(payer, line.category, &whole);
    };
    let mut pieces: Vec<PlannedAmount> = line
        .of_which
        .iter()
        .zip(&parts)
        .flat_map(|(part, amounts)| {
            piece(
                self::payer(part.category, &[part.funder]),
                part.category,
                amounts,
            )
        })
        .collect();
    let is_all = pieces.is_empty();
    let rest = piece(payer, line.category, &rest).into_iter();
    pieces.extend(rest.filter(|rest| is_all || rest.amount != Some(Money::ZERO)));
    pieces
}

fn payer(category: FundingCategory, funders: &[Funder]) -> Payer {
    match (category, funders) {
        (FundingCategory::StillToBeFound, _) => Payer::Missing,
        (_, [Funder::Organisation(only)]) => Payer::Organisation(*only),
        (_, [] | [Funder::Others]) => Payer::Others,
        (_, _) => Payer::Together,
    }
}

/// What is known of the parts, and what is left of the line beside them; `None` where the line is
/// known and what is left of it is not.
fn split(line: &FundingLine, whole: &ByYear, years: &[u16]) -> Option<(Vec<ByYear>, ByYear)> {
    let mut rest = whole.clone();
    let mut parts = Vec::new();
    for part in &line.of_which {
        let mut known = ByYear::new();
        for (year, amount) in by_year(&part.amounts, years) {
            // Of a year that the line does not name it is taken from what is not divided.
            let from = if whole.contains_key(&year) {
                year
            } else {
                None
            };
            match (rest.get(&from).copied(), amount) {
                (Some(Some(left)), Some(amount)) => {
                    rest.insert(from, Some(less(left, amount)?));
                }
                // Nobody knows the line, so what is left of it is not known either.
                (Some(None), Some(_)) => {}
                (None, Some(_)) if whole.values().all(Option::is_none) => {}
                (Some(None) | None, None) => continue,
                // What is left would not be known; or it may be a part of what is known of a year.
                (Some(Some(_)), None) | (None, Some(_)) => return None,
            }
            known.insert(year, amount);
        }
        parts.push(known);
    }
    Some((parts, rest))
}

/// What is left of an amount; `None` where it is less than what is taken.
fn less(of: Money, taken: Money) -> Option<Money> {
    let left = of.cents().checked_sub(taken.cents())?;
    (left >= 0).then(|| Money::from_cents(left))
}

/// Amounts by year: what is known of the years of a plan, and what is not divided by years. Where
/// the total is not known, neither is a year that is not.
fn by_year(amounts: &Amounts, years: &[u16]) -> ByYear {
    let known = amounts.years.iter();
    let mut by_year: ByYear = known
        .map(|(year, amount)| (Some(*year), Some(*amount)))
        .collect();
    let of_years = Money::checked_sum(amounts.years.iter().map(|(_, amount)| *amount));
    if let (Some(total), Some(of_years)) = (amounts.total, of_years) {
        let rest = less(total, of_years);
        if rest != Some(Money::ZERO) || by_year.is_empty() {
            by_year.insert(None, rest);
        }
        return by_year;
    }
    for year in years {
        by_year.entry(Some(*year)).or_insert(None);
    }
    if by_year.is_empty() {
        by_year.insert(None, None);
    }
    by_year
}
