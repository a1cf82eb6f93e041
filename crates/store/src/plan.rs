//! Versions of funding plans.

use domain::funding::{FundingPlan, FundingPlanDraft};
use domain::id::ProjectId;
use time::OffsetDateTime;

use crate::{Saved, StoreError, Tx};

/// A version of a plan to be added.
#[derive(Clone, Copy, Debug)]
pub struct NewPlan<'a> {
    /// The project.
    pub project: ProjectId,
    /// The version it replaces; 0 for the first.
    pub replaces: u32,
    /// The plan.
    pub plan: &'a FundingPlan,
    /// As it was typed, with the reason.
    pub draft: &'a FundingPlanDraft,
    /// When.
    pub at: OffsetDateTime,
}

/// A version of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRow {
    /// Its number, from 1.
    pub version: u32,
    /// The plan.
    pub plan: FundingPlan,
    /// As it was typed, with the reason.
    pub draft: FundingPlanDraft,
    /// When it was saved.
    pub saved_at: OffsetDateTime,
}

/// A version of a plan in its history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanVersionRow {
    /// Its number, from 1.
    pub version: u32,
    /// Why.
    pub reason: String,
    /// When it was saved.
    pub saved_at: OffsetDateTime,
}

impl Tx {
    /// Adds a version; [`Saved::Stale`] where the newest is not the one it replaces.
    pub async fn add_plan(&mut self, plan: &NewPlan<'_>) -> Result<Saved, StoreError> {
        let _ = plan;
        todo!()
    }

    /// The newest plan of a project.
    pub async fn newest_plan(&mut self, project: ProjectId) -> Result<Option<PlanRow>, StoreError> {
        let _ = project;
        todo!()
    }

    /// The history of a project's plan, the newest version first.
    pub async fn plan_versions(
        &mut self,
        project: ProjectId,
    ) -> Result<Vec<PlanVersionRow>, StoreError> {
        let _ = project;
        todo!()
    }
}
