//! Projects.

mod list;

pub use list::{ProjectFilter, ProjectListRow};

use domain::id::ProjectId;
use domain::project::{Month, ProgrammeDecision, Project, ProjectFacts, ProjectPeriod};
use domain::slug::Slug;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use crate::error::{RowOf, unique};
use crate::tx::{execute, fetch_optional, stored};
use crate::{Saved, StoreError, Tx};

const ADD: &str = "
    insert into project (id, version, slug, city_case, name, summary, beneficiary, first_month,
        last_month, programme_number, programme_on, added_number, created_at, changed_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)";
const SAVE: &str = "
    update project
       set version = version + 1, city_case = $3, name = $4, summary = $5, beneficiary = $6,
           first_month = $7, last_month = $8, programme_number = $9, programme_on = $10,
           changed_at = $11
     where id = $1 and version = $2";
const BY_ID: &str = "
    select id, version, slug, city_case, name, summary, beneficiary, first_month, last_month,
           programme_number, programme_on
      from project
     where id = $1";
const BY_SLUG: &str = "
    select p.id, p.version, p.slug, p.city_case, p.name, p.summary, p.beneficiary, p.first_month,
           p.last_month, p.programme_number, p.programme_on
      from project p
     where p.slug = $1
       and ($2 or exists (select 1 from decision d
                           where d.project = p.id and d.publication_number is not null
                             and d.id not in (select s.decision from stub s
                                               where s.ended_at is null)))";

/// For whom a list is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Only what a published decision made public.
    Everybody,
    /// Everything.
    Officials,
}

impl Tx {
    /// Adds a project; [`StoreError::Unique`] `project_slug` where its slug is taken.
    pub async fn add_project(
        &mut self,
        project: &Project,
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let added_number = self.next_change().await?;
        let columns = FactColumns::from(&project.facts);
        execute!(
            self,
            ADD,
            Uuid::from(project.id),
            project.version,
            project.slug.as_str(),
            columns.city_case,
            &project.facts.name,
            &project.facts.summary,
            columns.beneficiary,
            columns.first_month,
            columns.last_month,
            columns.programme_number,
            columns.programme_on,
            added_number,
            stored(at),
        )
        .map_err(unique("project_slug"))?;
        Ok(())
    }

    /// Saves the facts of a project over the version it was loaded with. Its slug never changes.
    pub async fn save_project(
        &mut self,
        project: &Project,
        at: OffsetDateTime,
    ) -> Result<Saved, StoreError> {
        let columns = FactColumns::from(&project.facts);
        let rows = execute!(
            self,
            SAVE,
            Uuid::from(project.id),
            project.version,
            columns.city_case,
            &project.facts.name,
            &project.facts.summary,
            columns.beneficiary,
            columns.first_month,
            columns.last_month,
            columns.programme_number,
            columns.programme_on,
            stored(at),
        )?;
        self.next_change().await?;
        Saved::over(project.version, "the version of a project", rows)
    }

    /// The project of an identity.
    pub async fn project(&mut self, id: ProjectId) -> Result<Option<Project>, StoreError> {
        let row: Option<ProjectRow> = fetch_optional!(self, BY_ID, Uuid::from(id))?;
        row.map(Project::try_from).transpose()
    }

    /// The project of an address, if the audience may see it.
    pub async fn project_by_slug(
        &mut self,
        slug: &Slug,
        audience: Audience,
    ) -> Result<Option<Project>, StoreError> {
        let all = audience == Audience::Officials;
        let row: Option<ProjectRow> = fetch_optional!(self, BY_SLUG, slug.as_str(), all)?;
        row.map(Project::try_from).transpose()
    }
}

/// The facts of a project as its columns keep them.
struct FactColumns<'a> {
    city_case: Uuid,
    beneficiary: Option<Uuid>,
    first_month: Option<String>,
    last_month: Option<String>,
    programme_number: Option<&'a str>,
    programme_on: Option<Date>,
}

impl<'a> From<&'a ProjectFacts> for FactColumns<'a> {
    fn from(facts: &'a ProjectFacts) -> Self {
        let month = |month: Month| format!("{:04}-{:02}", month.year, month.month);
        let programme = facts.programme_decision.as_ref();
        Self {
            city_case: facts.case.into(),
            beneficiary: facts.beneficiary.map(Uuid::from),
            first_month: facts.period.map(|period| month(period.first())),
            last_month: facts.period.map(|period| month(period.last())),
            programme_number: programme.map(|decision| decision.number.as_str()),
            programme_on: programme.and_then(|decision| decision.on),
        }
    }
}

#[derive(sqlx::FromRow)]
struct ProjectRow {
    id: Uuid,
    version: i64,
    slug: String,
    city_case: Uuid,
    name: String,
    summary: String,
    beneficiary: Option<Uuid>,
    first_month: Option<String>,
    last_month: Option<String>,
    programme_number: Option<String>,
    programme_on: Option<Date>,
}

fn period(
    of: &RowOf<'_>,
    first: Option<String>,
    last: Option<String>,
) -> Result<Option<ProjectPeriod>, StoreError> {
    let (Some(first), Some(last)) = (first, last) else {
        return Ok(None);
    };
    let first = of.read("first_month", first.parse())?;
    let last = of.read("last_month", last.parse())?;
    of.read("last_month", ProjectPeriod::new(first, last))
        .map(Some)
}

impl TryFrom<ProjectRow> for Project {
    type Error = StoreError;

    fn try_from(row: ProjectRow) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "project",
            key: &row.id,
        };
        let facts = ProjectFacts {
            case: row.city_case.into(),
            name: row.name,
            summary: row.summary,
            beneficiary: row.beneficiary.map(Into::into),
            period: period(&of, row.first_month, row.last_month)?,
            programme_decision: row.programme_number.map(|number| ProgrammeDecision {
                number,
                on: row.programme_on,
            }),
        };
        Ok(Self {
            id: row.id.into(),
            version: row.version,
            slug: of.read("slug", row.slug.try_into())?,
            facts,
        })
    }
}
