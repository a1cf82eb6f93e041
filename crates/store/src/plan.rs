//! Versions of funding plans.

use domain::funding::{FundingPlan, FundingPlanDraft};
use domain::id::ProjectId;
use domain::slug::Slug;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::error::{RowOf, json, unique};
use crate::project::Audience;
use crate::stub::no_stub;
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
const VERSIONS: &str = "
    select version, reason, saved_at from funding_plan where project = $1 order by version desc";

/// The newest plan of every project; `$1` narrows to one, and without `$2` to those that a public
/// decision is about.
const IN_FORCE: &str = concat!(
    "select p.slug, p.name, f.version, f.plan
      from project p
      join funding_plan f on f.project = p.id
     where ($1 is null or p.slug = $1)
       and ($2 or exists (select 1 from decision d
                           where d.project = p.id and d.publication_number is not null and ",
    no_stub!("d"),
    "))
       and f.version = (select max(n.version) from funding_plan n where n.project = p.id)
     order by p.name, p.slug"
);

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

/// The plan in force of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanInForce {
    /// The project's part of the address.
    pub slug: Slug,
    /// The project's name.
    pub name: String,
    /// The number of the plan, from 1.
    pub version: u32,
    /// The plan.
    pub plan: FundingPlan,
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
        self.next_change().await?;
        Ok(Saved::Saved { version })
    }

    /// The newest plan of a project.
    pub async fn newest_plan(&mut self, project: ProjectId) -> Result<Option<PlanRow>, StoreError> {
        let row: Option<StoredPlan> = fetch_optional!(self, NEWEST, Uuid::from(project))?;
        row.map(|row| row.read(project)).transpose()
    }

    /// The newest plan of every project that has one and an audience may see, or of one project, by
    /// name.
    pub async fn plans_in_force(
        &mut self,
        project: Option<&Slug>,
        audience: Audience,
    ) -> Result<Vec<PlanInForce>, StoreError> {
        let slug = project.map(Slug::as_str);
        let rows: Vec<(String, String, i64, String)> =
            fetch_all!(self, IN_FORCE, slug, audience == Audience::Officials)?;
        rows.into_iter()
            .map(|(slug, name, version, plan)| {
                let of = RowOf {
                    table: "funding_plan",
                    key: &slug,
                };
                Ok(PlanInForce {
                    slug: of.read("slug", slug.clone().try_into())?,
                    name,
                    version: of.read("version", version.try_into())?,
                    plan: of.read("plan", serde_json::from_str(&plan))?,
                })
            })
            .collect()
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
