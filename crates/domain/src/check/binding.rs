//! Whether the appropriations at the binding level have what the city promises (kuntalaki 110 §).
//!
//! A promise beyond what the council gave is possible only with a reason, which is kept.

use serde::{Deserialize, Serialize};

use super::{Circumstances, YearBudget};
use crate::budget::{Appropriation, Promised};
use crate::decision::{Commitment, DecisionContent};
use crate::finding::{Finding, FindingCode, Findings};
use crate::money::Money;

/// How much more is promised from an appropriation than the council gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excess {
    /// The accounting year.
    pub year: u16,
    /// The name of the appropriation.
    pub appropriation: String,
    /// By how much; above zero.
    pub by: Money,
}

impl YearBudget {
    /// What is promised from the recorded lines of an appropriation, with what further commitments
    /// promise; `None` where it does not fit.
    pub fn committed(&self, appropriation: &str, further: &[Commitment]) -> Option<Money> {
        let lines = self.budget.lines.iter();
        let mut of_lines = lines.filter(|line| line.facts.appropriation == appropriation);
        let sum = of_lines.try_fold(Promised::default(), |sum, line| {
            let code = line.facts.code.as_str();
            let new = further
                .iter()
                .filter(|new| new.year == Some(self.budget.year))
                .filter(|new| new.budget_line.as_deref() == Some(code));
            sum.plus(self.promised(code).and(new)?)
        });
        sum?.committed()
    }

    /// The appropriations from which more is promised than they have, as far as that is known.
    pub fn excesses(&self, further: &[Commitment]) -> Vec<Excess> {
        let excess = |of: &Appropriation| {
            let amended = of.sums.amended?;
            let committed = self.committed(&of.name, further);
            let by = committed.and_then(|sum| sum.cents().checked_sub(amended.cents()));
            // What does not fit is more than anything the council gave.
            let by = by.unwrap_or(i64::MAX);
            (by > 0).then(|| Excess {
                year: self.budget.year,
                appropriation: of.name.clone(),
                by: Money::from_cents(by),
            })
        };
        self.budget
            .appropriations
            .iter()
            .filter_map(excess)
            .collect()
    }
}

/// The excesses that were not there before, or are greater than before.
pub fn worsened(before: &[Excess], after: Vec<Excess>) -> Vec<Excess> {
    let is_worse = |excess: &Excess| {
        let same =
            |of: &&Excess| (of.year, &of.appropriation) == (excess.year, &excess.appropriation);
        before.iter().find(same).is_none_or(|of| excess.by > of.by)
    };
    after.into_iter().filter(is_worse).collect()
}

/// What the content would promise beyond the appropriations, with a finding at the first line that
/// draws on each.
pub(super) fn check(
    findings: &mut Findings,
    content: &DecisionContent,
    around: &Circumstances<'_>,
) -> Vec<Excess> {
    let lines = &content.commitments.0;
    let mut all = Vec::new();
    for known in around.budgets {
        let before = known.excesses(&[]);
        let after = known.excesses(lines);
        for excess in worsened(&before, after) {
            let draws = |line: &Commitment| {
                let code = line.budget_line.as_deref().unwrap_or_default();
                let of = known.budget.line(code);
                line.year == Some(excess.year)
                    && line.strength.is_committed()
                    && of.is_some_and(|of| of.facts.appropriation == excess.appropriation)
            };
            if let Some(row) = lines.iter().position(draws) {
                let place = format!("commitments-{row}-budget_line");
                findings.push(Finding::at(place, FindingCode::AppropriationExceeded));
            }
            all.push(excess);
        }
    }
    all
}
