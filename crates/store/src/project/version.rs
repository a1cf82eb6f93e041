//! Versions of projects: each is kept as it was saved.

use domain::id::ProjectId;
use domain::project::Project;
use domain::project::history::{ProjectVersion, VersionSaved};
use domain::slug::Slug;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::error::{RowOf, json};
use crate::tx::{execute, fetch_all, stored};
use crate::{StoreError, Tx};

const TABLE: &str = "project_version";
const ADD: &str = "
    insert into project_version (project, version, facts, steps, contacts, reason, saved_at,
        saved_by, office)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const OF_PROJECT: &str = "
    select version, facts, steps, contacts, reason, saved_at, saved_by, office
      from project_version
     where project = $1
     order by version desc";
const ALL: &str = "
    select id from project order by added_number";

impl Tx {
    /// Keeps a version of a project, as it was saved.
    pub(super) async fn add_project_version(
        &mut self,
        project: &Project,
        saved: &VersionSaved,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            ADD,
            Uuid::from(project.id),
            project.version,
            json(TABLE, "facts", &project.facts)?,
            json(TABLE, "steps", &project.steps)?,
            json(TABLE, "contacts", &project.contacts)?,
            &saved.reason,
            stored(saved.at),
            saved.by.map(Uuid::from),
            saved.office.as_deref(),
        )?;
        Ok(())
    }

    /// Every version of a project, the last one first.
    pub async fn project_versions(
        &mut self,
        project: &Project,
    ) -> Result<Vec<ProjectVersion>, StoreError> {
        let rows: Vec<VersionRow> = fetch_all!(self, OF_PROJECT, Uuid::from(project.id))?;
        let versions = rows.into_iter().map(|row| {
            Ok(ProjectVersion {
                project: row
                    .kept
                    .read(project.id, row.version, project.slug.clone())?,
                saved: VersionSaved {
                    at: row.saved_at,
                    by: row.saved_by.map(Into::into),
                    office: row.office,
                    reason: row.reason,
                },
            })
        });
        versions.collect()
    }

    /// The identities of all projects, the first entered first.
    pub async fn all_projects(&mut self) -> Result<Vec<ProjectId>, StoreError> {
        let rows: Vec<(Uuid,)> = fetch_all!(self, ALL)?;
        Ok(rows.into_iter().map(|(id,)| id.into()).collect())
    }
}

/// What a version holds, as its columns keep it.
#[derive(sqlx::FromRow)]
pub(super) struct Kept {
    facts: String,
    steps: String,
    contacts: String,
}

impl Kept {
    pub(super) fn read(
        self,
        id: ProjectId,
        version: i64,
        slug: Slug,
    ) -> Result<Project, StoreError> {
        let of = RowOf {
            table: TABLE,
            key: &id,
        };
        Ok(Project {
            version,
            slug,
            facts: of.read("facts", serde_json::from_str(&self.facts))?,
            steps: of.read("steps", serde_json::from_str(&self.steps))?,
            contacts: of.read("contacts", serde_json::from_str(&self.contacts))?,
            id,
        })
    }
}

#[derive(sqlx::FromRow)]
struct VersionRow {
    version: i64,
    #[sqlx(flatten)]
    kept: Kept,
    reason: String,
    saved_at: OffsetDateTime,
    saved_by: Option<Uuid>,
    office: Option<String>,
}
