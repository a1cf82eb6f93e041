//! What search engines are led to.

use domain::id::DecisionId;
use domain::period::PeriodDates;
use domain::section::Section;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::decision::SectionRow;
use crate::error::RowOf;
use crate::period::{PeriodRow, period_columns};
use crate::stub::no_stub;
use crate::tx::{fetch_all, fetch_one};
use crate::{StoreError, Tx};

/// That no decision with a lower publication number is public in the same `$of`.
macro_rules! first_of {
    ($of:literal) => {
        concat!(
            "not exists (select 1 from decision e where e.",
            $of,
            " = d.",
            $of,
            " and e.publication_number < d.publication_number and ",
            no_stub!("e"),
            ")"
        )
    };
}

const BETWEEN: &str = concat!(
    "select d.id, d.series, d.section_year, d.section_number, d.changed_at, ",
    period_columns!("d"),
    ", case when ",
    first_of!("city_case"),
    " then c.number end as case_number, case when ",
    first_of!("project"),
    " then o.slug end as project_slug
       from decision d
       join city_case c on c.id = d.city_case
       left join project o on o.id = d.project
      where d.publication_number > $1 and d.publication_number <= $2 and ",
    no_stub!("d"),
    " order by d.publication_number"
);
const LAST: &str = "select max(publication_number) from decision";

/// A public decision with the pages that it alone, or it first, makes public.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexedRow {
    /// Its identity.
    pub id: DecisionId,
    /// Its address.
    pub section: Section,
    /// When it was published, last corrected or published again.
    pub changed_at: OffsetDateTime,
    /// The municipal member's period, if one follows.
    pub period: Option<PeriodDates>,
    /// The number of its case, where no earlier publication is in that.
    pub case_number: Option<String>,
    /// The slug of its project, where no earlier publication is about that.
    pub project: Option<String>,
}

impl Tx {
    /// The publication number that was given last; 0 where none was.
    pub async fn last_publication_number(&mut self) -> Result<i64, StoreError> {
        let (number,): (Option<i64>,) = fetch_one!(self, LAST)?;
        Ok(number.unwrap_or_default())
    }

    /// The public decisions whose publication number is above `after` and at most `last`, the first
    /// published first.
    pub async fn indexed_decisions(
        &mut self,
        after: i64,
        last: i64,
    ) -> Result<Vec<IndexedRow>, StoreError> {
        let rows: Vec<IndexedColumns> = fetch_all!(self, BETWEEN, after, last)?;
        rows.into_iter().map(IndexedRow::try_from).collect()
    }
}

#[derive(sqlx::FromRow)]
struct IndexedColumns {
    id: Uuid,
    changed_at: OffsetDateTime,
    case_number: Option<String>,
    project_slug: Option<String>,
    #[sqlx(flatten)]
    section: SectionRow,
    #[sqlx(flatten)]
    period: PeriodRow,
}

impl TryFrom<IndexedColumns> for IndexedRow {
    type Error = StoreError;

    fn try_from(row: IndexedColumns) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "decision",
            key: &row.id,
        };
        let section = row.section.read(&of)?;
        Ok(Self {
            id: row.id.into(),
            section: of.known("series", section)?,
            changed_at: row.changed_at,
            period: row.period.read(&of)?,
            case_number: row.case_number,
            project: row.project_slug,
        })
    }
}
