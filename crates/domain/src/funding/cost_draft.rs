//! The costs of a plan while they are typed.

use serde::{Deserialize, Serialize};

use super::cost::{CostCategory, CostLine, CostModel, CostPlan, SupportKind};
use super::draft::read_amounts;
use crate::finding::{Finding, FindingCode, Findings};
use crate::money::Money;

/// A row of costs as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CostRowDraft {
    /// Code of the category.
    pub category: String,
    /// Total, or empty.
    pub total: String,
    /// An amount for each year of the plan, or empty where unknown.
    pub amounts: Vec<String>,
}

/// The costs of a plan as typed: nothing is asked where nothing is typed.
#[derive(Clone, Copy, Debug)]
pub(super) struct CostDraft<'a> {
    pub(super) model: &'a str,
    pub(super) support: &'a str,
    pub(super) rate_reason: &'a str,
    pub(super) years: &'a [u16],
    pub(super) rows: &'a [CostRowDraft],
}

impl CostRowDraft {
    /// Whether no amount was typed.
    pub fn is_empty(&self) -> bool {
        let mut typed = std::iter::once(&self.total).chain(&self.amounts);
        typed.all(|text| text.trim().is_empty())
    }
}

impl CostDraft<'_> {
    /// Reads the costs; `None` where nothing was typed, or where it has findings.
    pub(super) fn read(&self, findings: &mut Findings) -> Option<CostPlan> {
        let typed: Vec<_> = (0..)
            .zip(self.rows)
            .filter(|(_, row)| !row.is_empty())
            .collect();
        let rate_reason = findings.text("rate_reason", self.rate_reason, 500);
        if typed.is_empty() && self.model.trim().is_empty() && self.support.trim().is_empty() {
            return None;
        }
        let model = choice(findings, "cost_model", self.model, CostModel::from_code);
        let support = choice(
            findings,
            "support_kind",
            self.support,
            SupportKind::from_code,
        );
        let found = findings.iter().count();
        if typed.is_empty() {
            findings.push(Finding::at("costs-0-total", FindingCode::Missing));
        }
        let lines: Vec<_> = typed
            .into_iter()
            .filter_map(|(number, row)| Some((number, self.line(findings, number, row)?)))
            .collect();
        // What does not read is no cost: nothing is reckoned with the rest.
        if findings.iter().count() > found {
            return None;
        }
        match CostPlan::new(model?, support?, lines, rate_reason) {
            Ok(plan) => Some(plan),
            Err(of_plan) => {
                findings.extend(of_plan);
                None
            }
        }
    }

    fn line(&self, findings: &mut Findings, number: usize, row: &CostRowDraft) -> Option<CostLine> {
        let place = format!("costs-{number}");
        let category = CostCategory::from_code(row.category.trim());
        if category.is_none() {
            let place = format!("{place}-total");
            findings.push(Finding::at(place, FindingCode::UnknownChoice));
        }
        let mut amounts = read_amounts(findings, &place, self.years, &row.total, &row.amounts);
        let negative = |amount: Money| amount < Money::ZERO;
        let is_negative = amounts.total.is_some_and(negative)
            || amounts.years.iter().any(|(_, amount)| negative(*amount));
        let sum = Money::checked_sum(amounts.years.iter().map(|(_, amount)| *amount));
        let is_less = amounts
            .total
            .is_none_or(|total| sum.is_some_and(|sum| sum <= total));
        let place = format!("{place}-total");
        if is_negative {
            findings.push(Finding::at(place, FindingCode::AmountNotPositive));
        } else if !is_less {
            findings.push(Finding::at(place, FindingCode::YearsDoNotSumToTotal));
        }
        // Where every year is known, so is their sum.
        let every_year_is_known = !self.years.is_empty() && amounts.years.len() == self.years.len();
        if amounts.total.is_none() && every_year_is_known {
            amounts.total = sum;
        }
        Some(CostLine {
            category: category?,
            amounts,
        })
    }
}

fn choice<T>(
    findings: &mut Findings,
    place: &str,
    typed: &str,
    of: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let typed = typed.trim();
    let chosen = of(typed);
    if chosen.is_none() {
        let code = if typed.is_empty() {
            FindingCode::Missing
        } else {
            FindingCode::UnknownChoice
        };
        findings.push(Finding::at(place, code));
    }
    chosen
}
