//! Whether the budget has what the city promises.
//!
//! A notice, never a block: a promise for a year whose budget nobody has approved yet is lawful,
//! and a line may be exceeded as long as the appropriation above it is not.

use super::Circumstances;
use crate::budget::{Budget, LinePosition, Promised};
use crate::commitment::Drawn;
use crate::decision::{Commitment, DecisionContent};
use crate::finding::{Finding, FindingCode, Findings};

/// The budget of a year with what other signed decisions promised from its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearBudget {
    /// The budget.
    pub budget: Budget,
    /// What was promised, by the number of the line as the decisions wrote it.
    pub promised: Vec<(String, Promised)>,
}

impl YearBudget {
    /// The same without what of a line would be open no more, because a decision ends the one that
    /// promised it; `None` where it does not fit.
    pub fn without(mut self, code: &str, open: Drawn) -> Option<Self> {
        if let Some((_, sum)) = self.promised.iter_mut().find(|(line, _)| line == code) {
            *sum = sum.less(Promised::default().with(open)?)?;
        }
        Some(self)
    }

    /// What was promised from a line.
    pub fn promised(&self, code: &str) -> Promised {
        let found = self.promised.iter().find(|(line, _)| line == code);
        found.map(|(_, promised)| *promised).unwrap_or_default()
    }
}

pub(super) fn check(
    findings: &mut Findings,
    content: &DecisionContent,
    around: &Circumstances<'_>,
) {
    let lines = &content.commitments.0;
    for (row, line) in lines.iter().enumerate() {
        let (Some(year), Some(code)) = (line.year, line.budget_line.as_deref()) else {
            continue;
        };
        // Said at the first line that draws on it.
        let is_same = |other: &Commitment| {
            other.year == line.year && other.budget_line.as_deref() == Some(code)
        };
        if !line.strength.is_committed() || lines[..row].iter().any(is_same) {
            continue;
        }
        let budget = around.budgets.iter().find(|of| of.budget.year == year);
        let here = lines.iter().filter(|other| is_same(other));
        if let Some(code) = found(budget, code, here) {
            findings.push(Finding::at(format!("commitments-{row}-budget_line"), code));
        }
    }
}

fn found<'a>(
    budget: Option<&YearBudget>,
    code: &str,
    here: impl Iterator<Item = &'a Commitment>,
) -> Option<FindingCode> {
    let Some(known) = budget.filter(|known| !known.budget.lines.is_empty()) else {
        return Some(FindingCode::BudgetUnknown);
    };
    let Some(line) = known.budget.line(code) else {
        return Some(FindingCode::BudgetLineUnknown);
    };
    let together = known.promised(code).and(here);
    let position = together.and_then(|promised| LinePosition::of(line.sums, promised));
    let exceeds = position.is_none_or(LinePosition::is_exceeded);
    exceeds.then_some(FindingCode::BudgetLineExceeded)
}
