//! The public list of decisions, narrowed by words too.
//!
//! The database says which decisions the words find, the newest first and never more than are
//! ranked; which of them fits best is said here, so that both databases answer the same.

use domain::decision::Decision;
use domain::search::Query;
use domain::view::decision_list::{DecisionFilter, ListOrder, ListedStage};
use time::PrimitiveDateTime;
use uuid::Uuid;

use super::filtered::{Facets, PublishedPage, asked, further, stage};
use super::published::{PublishedColumns, PublishedRow, read, rows_from};
use super::row::{DecisionRow, decision_columns};
use crate::error::RowOf;
use crate::search::{Hit, RANKED, fts5, tsquery};
use crate::stub::no_stub;
use crate::tx::{fetch_all, fetch_one};
use crate::{StoreError, Tx};

/// What words `$10` find of what the filter leaves, at most `$11`, before the number `$12`.
macro_rules! hits {
    ($from:literal, $found:literal, $number:literal, $order:literal) => {
        concat!(
            "select p.publication_number, p.series, p.section_year, s.head, ",
            stage!(),
            " as stage ",
            $from,
            " where ",
            $found,
            " and p.publication_number is not null
              and ($12 is null or p.publication_number < $12)
              and ",
            no_stub!("p"),
            " and ($1 is null or p.series = $1)
              and ($2 is null or p.section_year = $2)
              and ($3 is null or p.project = (select o.id from project o where o.slug = $3)) ",
            further!(),
            " order by ",
            $number,
            " ",
            $order,
            " limit $11"
        )
    };
}

// All of it comes as one value, between the signs that separate records and their parts: a row for
// each hit costs more than finding it, and no word has such a sign.
macro_rules! on_sqlite {
    ($order:literal) => {
        concat!(
            "select coalesce(group_concat(
                        h.publication_number || char(31) || h.series || char(31) || h.section_year
                            || char(31) || h.stage || char(31) || h.head, char(30)), '')
               from (",
            hits!(
                "from decision_words f
                 cross join decision p on p.publication_number = f.rowid
                 cross join decision_search s on s.publication_number = f.rowid",
                "f.decision_words match $10",
                "f.rowid",
                $order
            ),
            ") h"
        )
    };
}

macro_rules! on_postgres {
    ($order:literal) => {
        concat!(
            "select coalesce(string_agg(
                        concat_ws(chr(31), h.publication_number, h.series, h.section_year,
                            h.stage, h.head), chr(30) order by h.publication_number ",
            $order,
            "), '')
               from (",
            hits!(
                "from decision_search s
                 join decision p on p.publication_number = s.publication_number",
                "s.words @@ cast(cast($10 as text) as tsquery)",
                "s.publication_number",
                $order
            ),
            ") h"
        )
    };
}

pub(crate) const NEWEST_SQLITE: &str = on_sqlite!("desc");
pub(crate) const OLDEST_SQLITE: &str = on_sqlite!("asc");
pub(crate) const NEWEST_POSTGRES: &str = on_postgres!("desc");
pub(crate) const OLDEST_POSTGRES: &str = on_postgres!("asc");
/// The decisions of publication numbers, which are handed over as a list in JSON.
macro_rules! listed_on_sqlite {
    () => {
        "json_each($1) page join decision d on d.publication_number = page.value"
    };
}

macro_rules! listed_on_postgres {
    () => {
        "json_array_elements_text(cast(cast($1 as text) as json)) page (value)
         join decision d on d.publication_number = cast(page.value as bigint)"
    };
}

const ROWS_SQLITE: &str = rows_from!(listed_on_sqlite!());
const ROWS_POSTGRES: &str = rows_from!(listed_on_postgres!());
const WHOLE_SQLITE: &str = concat!(
    "select ",
    decision_columns!(),
    " from ",
    listed_on_sqlite!()
);
const WHOLE_POSTGRES: &str = concat!(
    "select ",
    decision_columns!(),
    " from ",
    listed_on_postgres!()
);

/// Reads the number, series, year, stage and head of one that was found.
fn hit(record: &str, query: &Query) -> Option<Hit> {
    let mut parts = record.split('\u{1f}');
    Some(Hit {
        publication_number: parts.next()?.parse().ok()?,
        series: parts.next()?.to_owned(),
        year: parts.next()?.parse().ok()?,
        stage: parts.next()?.to_owned(),
        fit: query.fit(parts.next()?),
    })
}

fn listed(numbers: &[i64]) -> String {
    let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    format!("[{}]", numbers.join(","))
}

fn facets_of(hits: &[Hit]) -> Facets {
    let rows = hits.iter().map(|hit| (&*hit.series, hit.year, &*hit.stage));
    Facets::of(rows, RANKED)
}

impl Tx {
    /// A page of what the words of a filter find; see [`Tx::published_decisions`].
    pub(super) async fn found_page(
        &mut self,
        filter: &DecisionFilter,
        now: PrimitiveDateTime,
        page_size: u32,
    ) -> Result<PublishedPage, StoreError> {
        let mut hits = self.hits(filter, now, None, RANKED + 1).await?;
        let facets = facets_of(&hits);
        let is_more = hits.len() > usize::try_from(RANKED).unwrap_or(usize::MAX);
        if is_more {
            hits.pop();
        }
        if filter.order_now() == ListOrder::Fitting {
            // Of what fits equally well the newest stays first.
            hits.sort_by_key(|hit| std::cmp::Reverse(hit.fit));
        }
        let size = usize::try_from(page_size).unwrap_or(usize::MAX);
        let before = usize::try_from(filter.page.saturating_sub(1)).unwrap_or(usize::MAX);
        let page = hits.iter().skip(before.saturating_mul(size)).take(size);
        let numbers: Vec<i64> = page.map(|hit| hit.publication_number).collect();
        Ok(PublishedPage {
            rows: self.rows_of(&numbers).await?,
            total: u64::try_from(hits.len()).unwrap_or(u64::MAX),
            is_more,
            facets: Some(facets),
        })
    }

    /// The next of what the words of a filter find; see [`Tx::published_chunk`].
    pub(super) async fn found_chunk(
        &mut self,
        filter: &DecisionFilter,
        now: PrimitiveDateTime,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Vec<PublishedRow>, StoreError> {
        let newest = DecisionFilter {
            order: Some(ListOrder::Newest),
            ..filter.clone()
        };
        let hits = self.hits(&newest, now, before, limit).await?;
        let numbers: Vec<i64> = hits.iter().map(|hit| hit.publication_number).collect();
        self.rows_of(&numbers).await
    }

    /// How many of what the words of a filter find stand where: at most those that are ranked.
    pub async fn found_facets(
        &mut self,
        filter: &DecisionFilter,
        now: PrimitiveDateTime,
    ) -> Result<Facets, StoreError> {
        let hits = self.hits(filter, now, None, RANKED + 1).await?;
        Ok(facets_of(&hits))
    }

    /// What the words of a filter find, the newest first or, where it says so, the oldest.
    async fn hits(
        &mut self,
        filter: &DecisionFilter,
        now: PrimitiveDateTime,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Vec<Hit>, StoreError> {
        let query = Query::typed(&filter.words);
        if query.is_empty() {
            return Ok(Vec::new());
        }
        let is_oldest = filter.order_now() == ListOrder::Oldest;
        let asked = self.asked_of(&query).await?;
        let (text, words) = match (&self, is_oldest) {
            (Self::Sqlite(_), false) => (NEWEST_SQLITE, fts5(&asked)),
            (Self::Sqlite(_), true) => (OLDEST_SQLITE, fts5(&asked)),
            (Self::Postgres(_), false) => (NEWEST_POSTGRES, tsquery(&asked)),
            (Self::Postgres(_), true) => (OLDEST_POSTGRES, tsquery(&asked)),
        };
        let limit = i64::from(limit);
        let (listed,): (String,) =
            asked!(fetch_one, self, text, filter, now, &words, limit, before)?;
        let of = RowOf {
            table: "decision_search",
            key: &"of a hit",
        };
        let records = listed.split('\u{1e}').filter(|record| !record.is_empty());
        let hits = records.map(|record| of.known("head", hit(record, &query)));
        hits.collect()
    }

    /// The whole decisions of publication numbers, in any order.
    pub async fn published_by_number(
        &mut self,
        numbers: &[i64],
    ) -> Result<Vec<Decision>, StoreError> {
        let text = match self {
            Self::Sqlite(_) => WHOLE_SQLITE,
            Self::Postgres(_) => WHOLE_POSTGRES,
        };
        let rows: Vec<DecisionRow> = fetch_all!(self, text, listed(numbers))?;
        rows.into_iter().map(Decision::try_from).collect()
    }

    /// The rows of publication numbers, in their order.
    pub(crate) async fn rows_of(
        &mut self,
        numbers: &[i64],
    ) -> Result<Vec<PublishedRow>, StoreError> {
        if numbers.is_empty() {
            return Ok(Vec::new());
        }
        let text = match self {
            Self::Sqlite(_) => ROWS_SQLITE,
            Self::Postgres(_) => ROWS_POSTGRES,
        };
        let rows: Vec<PublishedColumns> = fetch_all!(self, text, listed(numbers))?;
        let mut rows = read(rows)?;
        let place = |row: &PublishedRow| {
            numbers
                .iter()
                .position(|number| *number == row.publication_number)
        };
        rows.sort_by_key(place);
        Ok(rows)
    }
}
