//! Whether the decision maker may decide it, by the delegations that are recorded.
//!
//! The limit is for the whole promise to a project: this decision's lines and those of earlier
//! signed ones of the same series, so that no promise is cut into pieces below the limit.

use super::Circumstances;
use crate::decision::{Commitment, DecisionContent};
use crate::delegation::Delegation;
use crate::finding::{Finding, FindingCode, Findings};
use crate::money::Money;
use crate::section::Section;

/// The whole promise of one decision maker to a project.
#[derive(Clone, Debug, PartialEq)]
pub struct Promise {
    /// The lines that count, the earlier decisions' first.
    pub lines: Vec<PromiseLine>,
    /// Their sum; `None` where it does not fit.
    pub sum: Option<Money>,
    /// The delegation that it is measured by: of those that fit the kind, the one that reaches
    /// furthest.
    pub delegation: Option<Delegation>,
}

/// A line that counts as promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseLine {
    /// The earlier decision that made it, or `None` for the one that is looked at.
    pub earlier: Option<Section>,
    /// What it promises.
    pub commitment: Commitment,
}

pub(super) fn check(
    findings: &mut Findings,
    content: &DecisionContent,
    around: &Circumstances<'_>,
) -> Promise {
    let of_series = |section: &Section| Some(&section.series) == around.series;
    let earlier = around
        .promised
        .iter()
        .filter(|(section, _)| content.project.0.is_some() && of_series(section))
        .filter(|(section, _)| !content.ends(section))
        .map(|(section, line)| (Some(section.clone()), line));
    let here = content.commitments.0.iter().map(|line| (None, line));
    let lines: Vec<PromiseLine> = earlier
        .chain(here)
        .filter(|(_, line)| line.strength.is_committed())
        .map(|(earlier, line)| PromiseLine {
            earlier,
            commitment: line.clone(),
        })
        .collect();
    let sum = Money::checked_sum(lines.iter().map(|line| line.commitment.amount));
    let in_force: Vec<&Delegation> = around
        .delegations
        .iter()
        .filter(|of| Some(&of.facts.series) == around.series && of.facts.holds_on(around.today))
        .collect();
    let fitting = in_force
        .iter()
        .filter(|of| of.facts.kinds.contains(&content.kind.0));
    // Without a limit is the furthest.
    let furthest = fitting.max_by_key(|of| (of.facts.limit.is_none(), of.facts.limit));
    match furthest {
        _ if in_force.is_empty() => {
            findings.push(Finding::at("authority", FindingCode::AuthorityUnknown));
        }
        None => findings.push(Finding::at("kind", FindingCode::AuthorityNotForKind)),
        Some(of) => {
            let above = |limit: Money| sum.is_none_or(|sum| sum > limit);
            if of.facts.limit.is_some_and(above) {
                findings.push(Finding::at("authority", FindingCode::AuthorityExceeded));
            }
        }
    }
    Promise {
        lines,
        sum,
        delegation: furthest.map(|of| (*of).clone()),
    }
}
