//! A plan as a table that can be imported again: a row for each amount, so that those of a line add
//! up to it.

use crate::funding::cost::CostCategory;
use crate::funding::{Amounts, Funder, FundingCategory, FundingPlan};
use crate::money::{Money, Share};

/// What an amount of a plan's table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AmountKind {
    /// Money of a kind.
    Funding(FundingCategory),
    /// A cost of a category.
    Cost(CostCategory),
    /// What the project costs in all.
    TotalCost,
}

/// An amount of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanAmount {
    /// The row of the plan, counted from 1 over lines and their parts; `None` for costs.
    pub line: Option<u32>,
    /// Whether that row is a part of the line before it ("siitä").
    pub part: bool,
    /// Who pays; nobody for costs.
    pub funders: Vec<Funder>,
    /// What it is.
    pub kind: AmountKind,
    /// The accounting year; `None` for what is not divided by years.
    pub year: Option<u16>,
    /// How much; `None` where nobody knows.
    pub amount: Option<Money>,
    /// Of the first amount of a line: the share that the plan states of it.
    pub share: Option<Share>,
}

/// Every amount of a plan, in its order. Where the total of a line is not known, an amount that is
/// not divided by years is not known either.
pub fn amounts_of(plan: &FundingPlan) -> Vec<PlanAmount> {
    let mut amounts = Vec::new();
    let mut number = 0;
    let mut push = |line, part, funders: &[Funder], kind, of: &Amounts, share| {
        for (at, (year, amount)) in divided(of).into_iter().enumerate() {
            amounts.push(PlanAmount {
                line,
                part,
                funders: funders.to_vec(),
                kind,
                year,
                amount,
                share: if at == 0 { share } else { None },
            });
        }
    };
    for line in plan.lines() {
        number += 1;
        let kind = AmountKind::Funding(line.category);
        let funders = &line.funders;
        push(
            Some(number),
            false,
            funders,
            kind,
            &line.amounts,
            line.share,
        );
        for part in &line.of_which {
            number += 1;
            let kind = AmountKind::Funding(part.category);
            push(
                Some(number),
                true,
                &[part.funder],
                kind,
                &part.amounts,
                None,
            );
        }
    }
    for line in plan.costs().map_or(&[][..], |costs| &costs.lines) {
        let kind = AmountKind::Cost(line.category);
        push(None, false, &[], kind, &line.amounts, None);
    }
    if let Some(cost) = plan.total_cost() {
        let cost = Amounts {
            total: Some(cost),
            years: Vec::new(),
        };
        push(None, false, &[], AmountKind::TotalCost, &cost, None);
    }
    amounts
}

/// The amounts of years, and what is left beside them.
fn divided(amounts: &Amounts) -> Vec<(Option<u16>, Option<Money>)> {
    let years = amounts.years.iter();
    let mut divided: Vec<_> = years
        .map(|(year, amount)| (Some(*year), Some(*amount)))
        .collect();
    let of_years = Money::checked_sum(amounts.years.iter().map(|(_, amount)| *amount));
    let rest = amounts
        .total
        .zip(of_years)
        .and_then(|(total, years)| total.checked_sub(years));
    if rest != Some(Money::ZERO) || divided.is_empty() {
        divided.push((None, rest));
    }
    divided
}
