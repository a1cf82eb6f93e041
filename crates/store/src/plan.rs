//! Versions of funding plans.

use domain::funding::{FundingPlan, FundingPlanDraft};
use domain::id::ProjectId;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::error::{RowOf, json, unique};
use crate::tx::{execute, fetch_all, fetch_one, fetch_optional, stored};
use crate::{Saved, StoreError, Tx};

const NEWEST_VERSION: &str = "select max(version) from funding_plan where project = $1";
const ADD: &str = "
    insert into funding_plan (project, version, reason, plan, draft, saved_at)
    values ($1, $2, $3, $4, $5, $6)";
const NEWEST: &str = "
    select version, plan, draft, saved_at
      from funding_plan
     where project = $1
     order by version desc
     limit 1";
const VERSION: &str = "
    select version, plan, draft, saved_at from funding_plan where project = $1 and version = $2";
const VERSIONS: &str = "
    select version, reason, saved_at from funding_plan where project = $1 order by version desc";

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
        let project = Uuid::from(plan.project);
        let (newest,): (Option<i64>,) = fetch_one!(self, NEWEST_VERSION, project)?;
        if newest.unwrap_or(0) != i64::from(plan.replaces) {
            return Ok(Saved::Stale);
        }
        let version = i64::from(plan.replaces) + 1;
        execute!(
            self,
            ADD,
            project,
            version,
            &plan.draft.reason,
            json("funding_plan", "plan", plan.plan)?,
            json("funding_plan", "draft", plan.draft)?,
            stored(plan.at),
        )
        .map_err(unique("funding_plan"))?;
        self.keep_planned(project, version, plan.plan).await?;
        self.next_change().await?;
        Ok(Saved::Saved { version })
    }

    /// The newest plan of a project.
    pub async fn newest_plan(&mut self, project: ProjectId) -> Result<Option<PlanRow>, StoreError> {
        let row: Option<StoredPlan> = fetch_optional!(self, NEWEST, Uuid::from(project))?;
        row.map(|row| row.read(project)).transpose()
    }

    /// A version of a project's plan.
    pub async fn plan_version(
        &mut self,
        project: ProjectId,
        version: u32,
    ) -> Result<Option<PlanRow>, StoreError> {
        let row: Option<StoredPlan> =
            fetch_optional!(self, VERSION, Uuid::from(project), i64::from(version))?;
        row.map(|row| row.read(project)).transpose()
    }

    /// The history of a project's plan, the newest version first.
    pub async fn plan_versions(
        &mut self,
        project: ProjectId,
    ) -> Result<Vec<PlanVersionRow>, StoreError> {
        let rows: Vec<(i64, String, OffsetDateTime)> =
            fetch_all!(self, VERSIONS, Uuid::from(project))?;
        let of = RowOf {
            table: "funding_plan",
            key: &project,
        };
        rows.into_iter()
            .map(|(version, reason, saved_at)| {
                Ok(PlanVersionRow {
                    version: of.read("version", version.try_into())?,
                    reason,
                    saved_at,
                })
            })
            .collect()
    }
}

#[derive(sqlx::FromRow)]
struct StoredPlan {
    version: i64,
    plan: String,
    draft: String,
    saved_at: OffsetDateTime,
}

impl StoredPlan {
    fn read(self, project: ProjectId) -> Result<PlanRow, StoreError> {
        let of = RowOf {
            table: "funding_plan",
            key: &project,
        };
        Ok(PlanRow {
            version: of.read("version", self.version.try_into())?,
            plan: of.read("plan", serde_json::from_str(&self.plan))?,
            draft: of.read("draft", serde_json::from_str(&self.draft))?,
            saved_at: self.saved_at,
        })
    }
}
