//! Whether the funding plan of the project has what the city promises.
//!
//! A notice, never a block: the decision is lawful whatever the plan says, and the plan is often
//! brought up to date only after it. To block would teach people to bend the plan. An amount that
//! the plan does not know is unknown, and so is whether it suffices.

use super::Circumstances;
use crate::decision::{CommitmentStrength, DecisionContent};
use crate::finding::{Finding, FindingCode, Findings};
use crate::money::Money;

pub(super) fn check(
    findings: &mut Findings,
    content: &DecisionContent,
    around: &Circumstances<'_>,
) {
    let lines = &content.commitments.0;
    if content.project.0.is_none() || lines.is_empty() {
        return;
    }
    let Some(plan) = around.plan else {
        findings.push(Finding::at(
            "commitments-0-amount",
            FindingCode::PlanMissing,
        ));
        return;
    };
    let Some(of_city) = around.city.and_then(|city| plan.of_funder(city)) else {
        findings.push(Finding::at(
            "commitments-0-amount",
            FindingCode::PlanWithoutCity,
        ));
        return;
    };
    let mut years: Vec<u16> = lines.iter().filter_map(|line| line.year).collect();
    years.sort_unstable();
    years.dedup();
    let is_promised = CommitmentStrength::is_committed;
    for year in years {
        let here = lines
            .iter()
            .filter(|line| line.year == Some(year))
            .map(|line| line.amount);
        let before = around
            .promised
            .iter()
            .filter(|(_, line)| line.year == Some(year) && is_promised(line.strength))
            .filter(|(section, _)| !content.ends(section));
        let all = here.chain(before.map(|(_, line)| line.amount));
        let exceeds = |planned: Money| Money::checked_sum(all).is_none_or(|all| all > planned);
        if of_city.of_year(year).is_some_and(exceeds) {
            let row = lines.iter().position(|line| line.year == Some(year));
            let place = format!("commitments-{}-amount", row.unwrap_or_default());
            findings.push(Finding::at(place, FindingCode::PlanExceeded));
        }
    }
}
