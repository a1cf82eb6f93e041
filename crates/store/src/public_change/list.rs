//! What changed after a number, in the order of changes.

use domain::id::{DecisionId, ProjectId};
use domain::search::Query;
use domain::view::decision_list::{DecisionFilter, ListedStage};
use time::{OffsetDateTime, PrimitiveDateTime};
use uuid::Uuid;

use crate::decision::filtered::{asked, further};
use crate::search::{fts5, tsquery};
use crate::stub::no_stub;
use crate::tx::fetch_all;
use crate::{PublishedRow, StoreError, Tx};

/// Decisions that changed after the number `$11`, at most `$10`. What a filter leaves out is left
/// out only while it can be read: who keeps a copy must learn of everything that is gone.
macro_rules! decisions {
    ($found:literal) => {
        concat!(
            "select c.number, c.changed_at, p.id, p.publication_number,
                    case when ",
            no_stub!("p"),
            " then 0 else 1 end as is_removed
               from public_change c
               join decision p on p.id = c.subject
              where c.kind = 'decision' and c.number > $11
                and p.publication_number is not null
                and ($1 is null or p.series = $1)
                and ($2 is null or p.section_year = $2)
                and (not (",
            no_stub!("p"),
            ") or (
                    ($3 is null or p.project = (select o.id from project o where o.slug = $3)) ",
            further!(),
            " and ($12 is null or ",
            $found,
            ")))
              order by c.number
              limit $10"
        )
    };
}

const DECISIONS_SQLITE: &str = decisions!(
    "p.publication_number in
        (select f.rowid from decision_words f where f.decision_words match $12)"
);
const DECISIONS_POSTGRES: &str = decisions!(
    "exists (select 1 from decision_search s
              where s.publication_number = p.publication_number
                and s.words @@ cast(cast($12 as text) as tsquery))"
);
const PROJECTS: &str = concat!(
    "select c.number, c.changed_at, p.id,
            case when exists (select 1 from decision d
                               where d.project = p.id and d.publication_number is not null and ",
    no_stub!("d"),
    ") then 0 else 1 end as is_removed
       from public_change c
       join project p on p.id = c.subject
      where c.kind = 'project' and c.number > $1
      order by c.number
      limit $2"
);

/// A decision that changed, as everybody may know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedDecision {
    /// Its identity.
    pub id: DecisionId,
    /// The number of its last change.
    pub number: i64,
    /// When it changed last.
    pub changed_at: OffsetDateTime,
    /// What lists show of it; `None` where a stub stands in its place.
    pub row: Option<PublishedRow>,
}

/// A project that changed, as everybody may know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChangedProject {
    /// Its identity.
    pub id: ProjectId,
    /// The number of its last change.
    pub number: i64,
    /// When it changed last.
    pub changed_at: OffsetDateTime,
    /// Whether no public decision funds it any more.
    pub is_removed: bool,
}

#[derive(sqlx::FromRow)]
struct DecisionColumns {
    number: i64,
    changed_at: OffsetDateTime,
    id: Uuid,
    publication_number: i64,
    is_removed: i32,
}

#[derive(sqlx::FromRow)]
struct ProjectColumns {
    number: i64,
    changed_at: OffsetDateTime,
    id: Uuid,
    is_removed: i32,
}

impl Tx {
    /// The decisions whose public side changed after a number, in the order of changes, at most so
    /// many: those that a filter leaves, without regard to its page and order, and of its series and
    /// year all that were withdrawn.
    pub async fn changed_decisions(
        &mut self,
        filter: &DecisionFilter,
        now: PrimitiveDateTime,
        after: i64,
        limit: u32,
    ) -> Result<Vec<ChangedDecision>, StoreError> {
        let query = Query::typed(&filter.words);
        if query.is_empty() && !filter.words.is_empty() {
            return Ok(Vec::new());
        }
        let asked = self.asked_of(&query).await?;
        let (text, words) = match &self {
            Self::Sqlite(_) => (DECISIONS_SQLITE, fts5(&asked)),
            Self::Postgres(_) => (DECISIONS_POSTGRES, tsquery(&asked)),
        };
        let words = (!query.is_empty()).then_some(words);
        let limit = i64::from(limit);
        let changed: Vec<DecisionColumns> =
            asked!(fetch_all, self, text, filter, now, limit, after, words)?;
        let readable = changed.iter().filter(|row| row.is_removed == 0);
        let numbers: Vec<i64> = readable.map(|row| row.publication_number).collect();
        let rows = self.rows_of(&numbers).await?;
        let row_of = |number| {
            let mut rows = rows.iter();
            rows.find(|row: &&PublishedRow| row.publication_number == number)
        };
        let changed = changed.into_iter().map(|changed| ChangedDecision {
            id: changed.id.into(),
            number: changed.number,
            changed_at: changed.changed_at,
            row: row_of(changed.publication_number).cloned(),
        });
        Ok(changed.collect())
    }

    /// The projects whose public side changed after a number, in the order of changes, at most so
    /// many.
    pub async fn changed_projects(
        &mut self,
        after: i64,
        limit: u32,
    ) -> Result<Vec<ChangedProject>, StoreError> {
        let rows: Vec<ProjectColumns> = fetch_all!(self, PROJECTS, after, i64::from(limit))?;
        let rows = rows.into_iter().map(|row| ChangedProject {
            id: row.id.into(),
            number: row.number,
            changed_at: row.changed_at,
            is_removed: row.is_removed != 0,
        });
        Ok(rows.collect())
    }
}
