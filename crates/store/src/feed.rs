//! What feeds say besides the rows of lists.

use domain::Lang;
use domain::id::ProjectId;
use domain::section::Section;
use domain::slug::Slug;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use crate::decision::SectionRow;
use crate::error::RowOf;
use crate::stub::no_stub;
use crate::tx::{fetch_all, fetch_one};
use crate::{StoreError, Tx};

/// Decisions that were withdrawn as a whole. One that is wholly secret was never in any list.
const WITHDRAWN: &str = "
    select d.id, d.title, d.lang, d.decision_maker, d.series, d.section_year, d.section_number,
           b.reason, b.hides_title, b.made_at
      from stub b
      join decision d on d.id = b.decision
     where b.ended_at is null and b.kind = 'withdrawn' and d.publication_number is not null
       and ($1 is null or d.series = $1) and ($2 is null or d.section_year = $2)
     order by b.added_number desc
     limit $3";
const PROJECT_NEWS: &str = concat!(
    "select min(d.published_on) as first_published_on, max(d.changed_at) as decision_changed_at,
            (select max(f.saved_at) from funding_plan f where f.project = $1) as planned_at
       from decision d
      where d.project = $1 and d.publication_number is not null and ",
    no_stub!("d"),
);

/// A decision that was withdrawn from the public network, as far as everybody may know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithdrawnRow {
    /// Its address.
    pub section: Section,
    /// The office or body that decided.
    pub decision_maker: String,
    /// What the public is told.
    pub reason: String,
    /// Since when.
    pub since: OffsetDateTime,
    /// Its title and the language of that, unless the title went too.
    pub title: Option<(String, Lang)>,
}

/// When something public about a project was new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProjectNews {
    /// The first known day on which a decision about it became public.
    pub first_published_on: Option<Date>,
    /// When a public decision about it or its funding plan last changed; `None` where no public
    /// decision funds it.
    pub changed_at: Option<OffsetDateTime>,
}

impl Tx {
    /// Decisions that are withdrawn now, the last withdrawn first: those of a series and of a year,
    /// which are what the stub in their place shows too.
    pub async fn withdrawn_decisions(
        &mut self,
        series: Option<&Slug>,
        year: Option<u16>,
        limit: u32,
    ) -> Result<Vec<WithdrawnRow>, StoreError> {
        let rows: Vec<WithdrawnColumns> = fetch_all!(
            self,
            WITHDRAWN,
            series.map(Slug::as_str),
            year.map(i64::from),
            i64::from(limit),
        )?;
        rows.into_iter().map(WithdrawnRow::try_from).collect()
    }

    /// When something public about a project was new.
    pub async fn project_news(&mut self, project: ProjectId) -> Result<ProjectNews, StoreError> {
        let row: NewsColumns = fetch_one!(self, PROJECT_NEWS, Uuid::from(project))?;
        let changed_at = row.decision_changed_at;
        Ok(ProjectNews {
            first_published_on: row.first_published_on,
            changed_at: changed_at.map(|at| row.planned_at.map_or(at, |planned| planned.max(at))),
        })
    }
}

#[derive(sqlx::FromRow)]
struct WithdrawnColumns {
    id: Uuid,
    title: String,
    lang: String,
    decision_maker: Option<String>,
    reason: String,
    hides_title: bool,
    made_at: OffsetDateTime,
    #[sqlx(flatten)]
    section: SectionRow,
}

#[derive(sqlx::FromRow)]
struct NewsColumns {
    first_published_on: Option<Date>,
    decision_changed_at: Option<OffsetDateTime>,
    planned_at: Option<OffsetDateTime>,
}

impl TryFrom<WithdrawnColumns> for WithdrawnRow {
    type Error = StoreError;

    fn try_from(row: WithdrawnColumns) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "decision",
            key: &row.id,
        };
        let lang = of.known("lang", Lang::from_code(&row.lang))?;
        let section = row.section.read(&of)?;
        Ok(Self {
            section: of.known("series", section)?,
            decision_maker: of.known("decision_maker", row.decision_maker)?,
            reason: row.reason,
            since: row.made_at,
            title: (!row.hides_title).then_some((row.title, lang)),
        })
    }
}
