//! Two versions of a funding plan beside each other: who pays what of each year in either, and what
//! it costs.

use super::cost::CostCategory;
use super::{Funder, FundingCategory, FundingPlan, Payer, Total};
use crate::money::Money;

/// What is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Compared {
    /// Money of a payer.
    Funding {
        /// Whose money it is.
        payer: Payer,
        /// Who pays it together; empty for every other payer.
        together: Vec<Funder>,
        /// What kind of money it is.
        category: FundingCategory,
    },
    /// What is stated of a category of costs.
    Cost(CostCategory),
    /// What follows from a flat rate.
    FlatCost,
    /// What the project costs in all.
    TotalCost,
}

/// What one version plans and the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanDifference {
    /// What is compared.
    pub of: Compared,
    /// The accounting year; `None` for what is not divided by years, and for a total cost.
    pub year: Option<u16>,
    /// What either plans.
    pub sides: Sides,
}

/// What each of two versions plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sides {
    /// The one; `None` where it has no such line.
    pub from: Option<Total>,
    /// The other; `None` where it has no such line.
    pub to: Option<Total>,
}

impl Sides {
    /// Whether the versions differ here.
    pub fn is_change(self) -> bool {
        self.from != self.to
    }

    /// How much more the other version plans; negative for less. What a version does not have is
    /// nothing in it; `None` where an amount is not wholly known.
    pub fn difference(self) -> Option<Money> {
        let known = |side: Option<Total>| match side {
            None => Some(Money::ZERO),
            Some(Total::Known(amount)) => Some(amount),
            Some(Total::AtLeast(_) | Total::Unknown) => None,
        };
        known(self.to)?.checked_sub(known(self.from)?)
    }
}

/// An amount of a version: of what, of which year, and how much.
type Part = (Compared, Option<u16>, Option<Money>);

/// Both versions with each amount of either, in the order of the one, and at the end what only the
/// other has; `None` where a sum does not fit.
///
/// Each euro of a version is in one row of funding and in no other.
pub fn compare(from: &FundingPlan, to: &FundingPlan) -> Option<Vec<PlanDifference>> {
    let (from, to) = (parts(from), parts(to));
    let mut keys: Vec<(&Compared, Option<u16>)> = Vec::new();
    for (of, year, _) in from.iter().chain(&to) {
        if !keys.contains(&(of, *year)) {
            keys.push((of, *year));
        }
    }
    keys.sort_by_key(|(of, _)| rank(of));
    keys.into_iter()
        .map(|(of, year)| {
            let (is_in_one, one) = side(&from, of, year)?;
            let (is_in_other, other) = side(&to, of, year)?;
            Some(PlanDifference {
                of: of.clone(),
                year,
                sides: Sides {
                    from: is_in_one.then_some(one),
                    to: is_in_other.then_some(other),
                },
            })
        })
        .collect()
}

/// Whether a version has such a part, and the sum of it; `None` where that does not fit.
fn side(parts: &[Part], of: &Compared, year: Option<u16>) -> Option<(bool, Total)> {
    let found = parts
        .iter()
        .filter(|(part, of_year, _)| part == of && *of_year == year);
    let amounts: Vec<_> = found.map(|(_, _, amount)| *amount).collect();
    Some((!amounts.is_empty(), Total::of(amounts)?))
}

const fn rank(of: &Compared) -> u8 {
    match of {
        Compared::Funding { .. } => 0,
        Compared::Cost(_) => 1,
        Compared::FlatCost => 2,
        Compared::TotalCost => 3,
    }
}

fn parts(plan: &FundingPlan) -> Vec<Part> {
    let funding = plan.divided().into_iter().map(|of| {
        let line = plan.lines().get(of.line);
        let together = line.filter(|_| of.payer == Payer::Together);
        let of_payer = Compared::Funding {
            payer: of.payer,
            together: together
                .map(|line| line.funders.clone())
                .unwrap_or_default(),
            category: of.category,
        };
        (of_payer, of.year, of.amount)
    });
    let mut parts: Vec<Part> = funding.collect();
    if let Some(costs) = plan.costs() {
        for line in &costs.lines {
            let years = line.amounts.years.iter();
            let of = Compared::Cost(line.category);
            parts.extend(years.map(|(year, amount)| (of.clone(), Some(*year), Some(*amount))));
            parts.push((of, None, line.amounts.total));
        }
        if costs.model.rate().is_some() {
            let flat = costs.flat().and_then(|flat| flat.amounts.total);
            parts.push((Compared::FlatCost, None, flat));
        }
    }
    if let Some(cost) = plan.total_cost() {
        parts.push((Compared::TotalCost, None, Some(cost)));
    }
    parts
}
