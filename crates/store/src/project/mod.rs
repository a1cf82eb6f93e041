//! Projects.

mod list;
mod note;
mod version;

pub use list::{ProjectFilter, ProjectListRow};

use domain::id::ProjectId;
use domain::project::history::VersionSaved;
use domain::project::{Month, Project, ProjectPeriod};
use domain::slug::Slug;
use time::Date;
use uuid::Uuid;

use crate::error::{RowOf, unique};
use crate::tx::{execute, fetch_all, fetch_optional, stored};
use crate::{Saved, StoreError, Tx};
use version::Kept;

const ADD: &str = "
    insert into project (id, version, slug, city_case, name, beneficiary, first_month, last_month,
        own_ends_on, added_number, created_at, changed_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)";
const SAVE: &str = "
    update project
       set version = version + 1, city_case = $3, name = $4, beneficiary = $5, first_month = $6,
           last_month = $7, own_ends_on = $8, changed_at = $9
     where id = $1 and version = $2";

macro_rules! newest {
    ($narrowed:literal) => {
        concat!(
            "select p.id, p.version, p.slug, v.facts, v.steps, v.contacts
               from project p
               join project_version v on v.project = p.id and v.version = p.version
              where ",
            $narrowed
        )
    };
}

const BY_ID: &str = newest!("p.id = $1");
const ALL: &str = newest!("p.id is not null order by p.added_number");
const BY_SLUG: &str = newest!(
    "p.slug = $1
       and ($2 or exists (select 1 from decision d
                           where d.project = p.id and d.publication_number is not null
                             and d.id not in (select s.decision from stub s
                                               where s.ended_at is null)))"
);

/// For whom a list is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Only what a published decision made public.
    Everybody,
    /// Everything.
    Officials,
}

impl Tx {
    /// Adds a project with its first version; [`StoreError::Unique`] `project_slug` where its slug
    /// is taken.
    pub async fn add_project(
        &mut self,
        project: &Project,
        saved: &VersionSaved,
    ) -> Result<(), StoreError> {
        let added_number = self.next_change().await?;
        let columns = ListColumns::from(project);
        execute!(
            self,
            ADD,
            Uuid::from(project.id),
            project.version,
            project.slug.as_str(),
            columns.city_case,
            &project.facts.name,
            columns.beneficiary,
            columns.first_month,
            columns.last_month,
            columns.own_ends_on,
            added_number,
            stored(saved.at),
        )
        .map_err(unique("project_slug"))?;
        self.add_project_version(project, saved).await?;
        self.keep_words_of_project(project).await
    }

    /// Saves a project over the version it was loaded with, as a version of its own. Its slug never
    /// changes.
    pub async fn save_project(
        &mut self,
        project: &Project,
        saved: &VersionSaved,
    ) -> Result<Saved, StoreError> {
        let columns = ListColumns::from(project);
        let rows = execute!(
            self,
            SAVE,
            Uuid::from(project.id),
            project.version,
            columns.city_case,
            &project.facts.name,
            columns.beneficiary,
            columns.first_month,
            columns.last_month,
            columns.own_ends_on,
            stored(saved.at),
        )?;
        self.next_change().await?;
        let done = Saved::over(project.version, "the version of a project", rows)?;
        if let Saved::Saved { version } = done {
            let next = Project {
                version,
                ..project.clone()
            };
            self.add_project_version(&next, saved).await?;
            self.keep_words_of_project(&next).await?;
        }
        Ok(done)
    }

    /// The project of an identity.
    pub async fn project(&mut self, id: ProjectId) -> Result<Option<Project>, StoreError> {
        let row: Option<ProjectRow> = fetch_optional!(self, BY_ID, Uuid::from(id))?;
        row.map(Project::try_from).transpose()
    }

    /// Every project, the first entered first.
    pub async fn newest_projects(&mut self) -> Result<Vec<Project>, StoreError> {
        let rows: Vec<ProjectRow> = fetch_all!(self, ALL)?;
        rows.into_iter().map(Project::try_from).collect()
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

/// What lists need of the facts of a project.
struct ListColumns {
    city_case: Uuid,
    beneficiary: Option<Uuid>,
    first_month: Option<String>,
    last_month: Option<String>,
    own_ends_on: Option<Date>,
}

impl From<&Project> for ListColumns {
    fn from(project: &Project) -> Self {
        let facts = &project.facts;
        let month = |month: Month| format!("{:04}-{:02}", month.year, month.month);
        Self {
            city_case: facts.case.into(),
            beneficiary: facts.beneficiary.map(Uuid::from),
            first_month: facts.period.map(|period| month(period.first())),
            last_month: facts.period.map(|period| month(period.last())),
            own_ends_on: project.own_end(),
        }
    }
}

#[derive(sqlx::FromRow)]
struct ProjectRow {
    id: Uuid,
    version: i64,
    slug: String,
    #[sqlx(flatten)]
    kept: Kept,
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
        let slug = of.read("slug", row.slug.try_into())?;
        row.kept.read(row.id.into(), row.version, slug)
    }
}
