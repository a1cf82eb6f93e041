//! What a claim may be about: the days and the plan of its project.

use time::Date;

use super::{ClaimFunder, SupportRate};
use crate::funding::FundingPlan;
use crate::funding::cost::{CostCategory, CostModel};
use crate::money::Money;
use crate::project::{CityRole, ProjectFacts};

/// What the project and its plan in force say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimScope {
    /// Whether it is a project of the city's own: only such a one makes claims.
    pub is_own: bool,
    /// The first and the last day of the planned period, if known.
    pub days: Option<(Date, Date)>,
    /// The version of the plan in force, 0 where there is none.
    pub plan_version: u32,
    /// How its costs are reckoned; `None` where no costs are planned.
    pub model: Option<CostModel>,
    /// Which part the EU and the state pay, if the plan says so.
    pub rate: Option<SupportRate>,
    /// What the EU and the state pay of the project, if the plan knows it.
    pub support: Option<Money>,
    /// The other funders of the plan.
    pub funders: Vec<ClaimFunder>,
}

impl ClaimScope {
    /// The scope of a project with its plan in force and the version of that.
    pub fn of(facts: &ProjectFacts, plan: Option<(u32, &FundingPlan)>) -> Self {
        let plan_of = plan.map(|(_, plan)| plan);
        let days = facts
            .period
            .and_then(|period| Some((period.first().first_day()?, period.last().last_day()?)));
        Self {
            is_own: facts.city_role == Some(CityRole::Beneficiary),
            days,
            plan_version: plan.map_or(0, |(version, _)| version),
            model: plan_of
                .and_then(FundingPlan::costs)
                .map(|costs| costs.model),
            rate: plan_of.and_then(SupportRate::of),
            support: plan_of.and_then(FundingPlan::support),
            funders: plan_of.map(ClaimFunder::of).unwrap_or_default(),
        }
    }

    /// The categories in which costs are stated.
    pub fn categories(&self) -> impl Iterator<Item = CostCategory> {
        let model = self.model;
        CostCategory::ALL
            .into_iter()
            .filter(move |category| model.is_some_and(|model| model.takes(*category)))
    }
}
