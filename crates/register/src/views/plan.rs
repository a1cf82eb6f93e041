//! Funding plans with the names of their funders, and as their form shows them.

use domain::funding::{Funder, FundingPlanDraft, Total};
use domain::organisation::Organisation;
use domain::project::ProjectPeriod;
use domain::view::public::{PlanLine, PlanView};
use store::PlanRow;
use time::Date;

use super::name_on;
use crate::clock::helsinki;

/// A plan with the names that its funders have on a day.
pub(super) fn plan_view(row: &PlanRow, organisations: &[Organisation], day: Date) -> PlanView {
    let plan = &row.plan;
    let name = |funder: &Funder| match funder {
        Funder::Organisation(id) => Some(name_on(organisations, *id, day)),
        Funder::Others => None,
    };
    let lines = plan.lines().iter().map(|line| PlanLine {
        funders: line.funders.iter().filter_map(name).collect(),
        others: line.funders.contains(&Funder::Others),
        category: line.category,
        share: line.share,
        amounts: line.amounts.clone(),
        of_which: line
            .of_which
            .iter()
            .map(|part| (name(&part.funder), part.category, part.amounts.clone()))
            .collect(),
    });
    PlanView {
        version: row.version,
        on: helsinki(row.saved_at).date(),
        total_cost: plan.total_cost(),
        // A sum beyond what fits is not known to the register.
        total: plan.total().unwrap_or(Total::Unknown),
        years: plan.years(),
        lines: lines.collect(),
        costs: plan.costs().cloned(),
        gap: plan.gap(),
        support: plan.support(),
    }
}

/// The form of the next version: what was typed for the newest, with a column for every year of
/// it and of the project.
pub(super) fn plan_draft(
    newest: Option<&PlanRow>,
    period: Option<ProjectPeriod>,
) -> FundingPlanDraft {
    let typed = newest.map(|row| row.draft.clone()).unwrap_or_default();
    let mut draft = typed.with_years(period.into_iter().flat_map(ProjectPeriod::years));
    // Each version has its own reason.
    draft.reason = String::new();
    draft
}
