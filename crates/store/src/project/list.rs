//! Projects in lists.

use domain::Money;
use domain::id::{CaseId, ProjectId};
use domain::project::ProjectPeriod;
use domain::slug::Slug;
use time::Date;
use uuid::Uuid;

use super::{Audience, period};
use crate::error::RowOf;
use crate::organisation::name_on_first_value;
use crate::tx::{fetch_all, fetch_optional};
use crate::{StoreError, Tx};

/// A row of a list; `$1` is the day of names.
macro_rules! list_of {
    ($narrowed:literal) => {
        concat!(
            "select p.id, p.added_number, p.slug, p.name, p.first_month, p.last_month, p.own_ends_on, ",
            name_on_first_value!("p.beneficiary"),
            " as beneficiary_name,
             (select cast(sum(s.publicly_drawn_cents) as bigint)
                from commitment_standing s
               where s.project = p.id and s.strength <> 'provided_for') as committed_cents
             from project p where ",
            $narrowed
        )
    };
}

const NEWEST: &str = list_of!(
    "($2 or exists (select 1 from decision d
                     where d.project = p.id and d.publication_number is not null
                       and d.id not in (select s.decision from stub s where s.ended_at is null)))
     and ($3 is null or p.city_case = $3)
     order by p.added_number desc
     limit $4"
);
const PUBLIC_CHUNK: &str = list_of!(
    "exists (select 1 from decision d
              where d.project = p.id and d.publication_number is not null
                and d.id not in (select s.decision from stub s where s.ended_at is null))
     and ($2 is null or p.added_number < $2)
     order by p.added_number desc
     limit $3"
);
const ROW_BY_ID: &str = list_of!("p.id = $2");
const NAMES: &str = "select slug, name from project order by name, slug limit $1";

/// What a list of projects is narrowed to.
#[derive(Clone, Copy, Debug)]
pub struct ProjectFilter {
    /// For whom.
    pub audience: Audience,
    /// Only projects of this case.
    pub case: Option<CaseId>,
    /// At most so many.
    pub limit: u32,
    /// The day whose names of beneficiaries are shown.
    pub today: Date,
}

/// A project in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectListRow {
    /// Its identity.
    pub id: ProjectId,
    /// The order of entering.
    pub added_number: i64,
    /// Its part of the address.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// The beneficiary's name, if known.
    pub beneficiary: Option<String>,
    /// When it runs, if known.
    pub period: Option<ProjectPeriod>,
    /// The day on which a project of the city's own ends, as lists have it.
    pub own_end: Option<Date>,
    /// What published decisions have committed to it and is not released; `None` where they
    /// committed nothing.
    pub committed: Option<Money>,
}

impl Tx {
    /// Projects, the last entered first.
    pub async fn projects(
        &mut self,
        filter: &ProjectFilter,
    ) -> Result<Vec<ProjectListRow>, StoreError> {
        let rows: Vec<ListRow> = fetch_all!(
            self,
            NEWEST,
            filter.today,
            filter.audience == Audience::Officials,
            filter.case.map(Uuid::from),
            i64::from(filter.limit),
        )?;
        rows.into_iter().map(ProjectListRow::try_from).collect()
    }

    /// The projects that everybody may know of, the last entered first: those entered before the one
    /// of the number, at most so many.
    pub async fn public_projects_chunk(
        &mut self,
        today: Date,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Vec<ProjectListRow>, StoreError> {
        let rows: Vec<ListRow> = fetch_all!(self, PUBLIC_CHUNK, today, before, i64::from(limit))?;
        rows.into_iter().map(ProjectListRow::try_from).collect()
    }

    /// One project as in lists.
    pub async fn project_row(
        &mut self,
        id: ProjectId,
        today: Date,
    ) -> Result<Option<ProjectListRow>, StoreError> {
        let row: Option<ListRow> = fetch_optional!(self, ROW_BY_ID, today, Uuid::from(id))?;
        row.map(ProjectListRow::try_from).transpose()
    }

    /// The projects by name, slug and name, at most so many.
    pub async fn project_names(&mut self, limit: u32) -> Result<Vec<(Slug, String)>, StoreError> {
        let rows: Vec<(String, String)> = fetch_all!(self, NAMES, i64::from(limit))?;
        rows.into_iter()
            .map(|(slug, name)| {
                let of = RowOf {
                    table: "project",
                    key: &slug,
                };
                Ok((of.read("slug", slug.clone().try_into())?, name))
            })
            .collect()
    }
}

#[derive(sqlx::FromRow)]
struct ListRow {
    id: Uuid,
    added_number: i64,
    slug: String,
    name: String,
    first_month: Option<String>,
    last_month: Option<String>,
    own_ends_on: Option<Date>,
    beneficiary_name: Option<String>,
    committed_cents: Option<i64>,
}

impl TryFrom<ListRow> for ProjectListRow {
    type Error = StoreError;

    fn try_from(row: ListRow) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "project",
            key: &row.id,
        };
        Ok(Self {
            id: row.id.into(),
            added_number: row.added_number,
            slug: of.read("slug", row.slug.try_into())?,
            name: row.name,
            beneficiary: row.beneficiary_name,
            period: period(&of, row.first_month, row.last_month)?,
            own_end: row.own_ends_on,
            committed: row.committed_cents.map(Money::from_cents),
        })
    }
}
