//! Looking words up: what was found, the newest first and never more than is ranked.

use domain::case::CaseNumber;
use domain::search::Query;
use domain::view::public::CaseRow;
use uuid::Uuid;

use super::{CASE, fts5, tsquery};
use crate::error::RowOf;
use crate::stub::no_stub;
use crate::tx::fetch_all;
use crate::{StoreError, Tx};

/// How many of what was found are ranked, the newest.
pub(crate) const RANKED: u32 = 1_000;

/// What was found of projects or cases, where the public may know of it.
macro_rules! subjects {
    ($from:literal, $found:literal) => {
        concat!(
            "select s.subject, s.head ",
            $from,
            " where ",
            $found,
            " and s.kind = $2
               and (($2 = 'project' and exists (
                        select 1 from decision d
                         where d.project = s.subject and d.publication_number is not null and ",
            no_stub!("d"),
            ")) or ($2 = 'case' and exists (
                        select 1 from decision e
                         where e.city_case = s.subject and e.publication_number is not null and ",
            no_stub!("e"),
            ")))
              order by s.number desc
              limit $3"
        )
    };
}

const SUBJECTS_SQLITE: &str = subjects!(
    "from subject_words f cross join subject_search s on s.number = f.rowid",
    "f.subject_words match $1"
);
const SUBJECTS_POSTGRES: &str = subjects!(
    "from subject_search s",
    "s.words @@ cast(cast($1 as text) as tsquery)"
);
const CASE_ROW: &str = "select number, public_title from city_case where id = $1";

/// A published decision that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    /// The order of publications.
    pub(crate) publication_number: i64,
    /// The slug of its series.
    pub(crate) series: String,
    /// The year of its section.
    pub(crate) year: i64,
    /// The code of where it stands.
    pub(crate) stage: String,
    /// How well it fits.
    pub(crate) fit: u32,
}

impl Tx {
    /// The projects or cases that words find, what fits best first and then the last entered.
    pub(super) async fn subjects_found(
        &mut self,
        query: &Query,
        kind: &'static str,
    ) -> Result<Vec<Uuid>, StoreError> {
        if query.is_empty() {
            return Ok(Vec::new());
        }
        let asked = self.asked_of(query).await?;
        let (text, words) = match self {
            Self::Sqlite(_) => (SUBJECTS_SQLITE, fts5(&asked)),
            Self::Postgres(_) => (SUBJECTS_POSTGRES, tsquery(&asked)),
        };
        let rows: Vec<(Uuid, String)> = fetch_all!(self, text, &words, kind, i64::from(RANKED))?;
        let mut ranked: Vec<(u32, Uuid)> = rows
            .into_iter()
            .map(|(id, head)| (query.fit(&head), id))
            .collect();
        ranked.sort_by_key(|(fit, _)| std::cmp::Reverse(*fit));
        Ok(ranked.into_iter().map(|(_, id)| id).collect())
    }

    /// The cases that words find and everybody may know of, what fits best first.
    pub async fn cases_found(
        &mut self,
        query: &Query,
        limit: usize,
    ) -> Result<Vec<CaseRow>, StoreError> {
        let found = self.subjects_found(query, CASE).await?;
        let mut cases = Vec::new();
        for id in found.into_iter().take(limit) {
            let rows: Vec<(Option<String>, String)> = fetch_all!(self, CASE_ROW, id)?;
            let of = RowOf {
                table: "city_case",
                key: &id,
            };
            for (number, title) in rows {
                // A case without a number has no page.
                let number = number
                    .map(|number| number.parse::<CaseNumber>())
                    .transpose();
                if let Some(number) = of.read("number", number)? {
                    cases.push(CaseRow { number, title });
                }
            }
        }
        Ok(cases)
    }
}
