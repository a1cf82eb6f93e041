//! Cases, and the register of each: its documents, parties, measures, relations and retention.

mod class;
mod disposal;
mod document;
mod list;
mod measure;
mod numbering;
mod party;
mod record;
mod relation;

pub use list::CaseListRow;

use domain::case::{Case, CaseNumber};
use domain::id::CaseId;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use crate::error::{RowOf, unique};
use crate::tx::{execute, fetch_all, fetch_optional, stored};
use crate::{Saved, StoreError, Tx};

const ADD: &str = "
    insert into city_case (id, version, number, number_key, number_year, number_serial,
        public_title, created_at, changed_at, internal_title, state, search_text, list_year)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $8, '', 'pending', $9, $10)";
const SAVE: &str = "
    update city_case
       set version = version + 1, number = $3, number_key = $4, number_year = $5,
           number_serial = $6, public_title = $7, changed_at = $8, search_text = $9,
           list_year = coalesce($5, list_year)
     where id = $1 and version = $2";
const BY_ID: &str = "
    select id as case_id, version as case_version, number as case_number,
           public_title as case_title
      from city_case
     where id = $1";
const BY_KEY: &str = "
    select id as case_id, version as case_version, number as case_number,
           public_title as case_title
      from city_case
     where number_key = $1";
const NEWEST: &str = "
    select id as case_id, version as case_version, number as case_number,
           public_title as case_title
      from city_case
     order by number_year desc nulls last, number_serial desc nulls last, number_key, created_at
     limit $1";

impl Tx {
    /// Adds a case that is pending, without further fields; [`StoreError::Unique`] `case_number` where another one has its number.
    pub async fn add_case(&mut self, case: &Case, at: OffsetDateTime) -> Result<(), StoreError> {
        let number = NumberColumns::from(case.number.as_ref());
        execute!(
            self,
            ADD,
            Uuid::from(case.id),
            case.version,
            number.number,
            number.key,
            number.year,
            number.serial,
            &case.public_title,
            stored(at),
            searched(case, ""),
            list_year(case, None, at),
        )
        .map_err(unique("case_number"))?;
        self.next_change().await?;
        self.keep_words_of_case(case).await
    }

    /// Saves number and title of a case over the version it was loaded with; its words are then
    /// those of both until [`Tx::save_case_facts`] adds the others. [`StoreError::Unique`] `case_number` where
    /// another one has its number.
    pub async fn save_case(
        &mut self,
        case: &Case,
        at: OffsetDateTime,
    ) -> Result<Saved, StoreError> {
        let number = NumberColumns::from(case.number.as_ref());
        let rows = execute!(
            self,
            SAVE,
            Uuid::from(case.id),
            case.version,
            number.number,
            number.key,
            number.year,
            number.serial,
            &case.public_title,
            stored(at),
            searched(case, ""),
        )
        .map_err(unique("case_number"))?;
        self.next_change().await?;
        let saved = Saved::over(case.version, "the version of a case", rows)?;
        if saved != Saved::Stale {
            self.keep_words_of_case(case).await?;
        }
        Ok(saved)
    }

    /// The case of an identity.
    pub async fn case(&mut self, id: CaseId) -> Result<Option<Case>, StoreError> {
        let row: Option<CaseRow> = fetch_optional!(self, BY_ID, Uuid::from(id))?;
        row.map(Case::try_from).transpose()
    }

    /// The case of a number, in any spelling.
    pub async fn case_by_number(
        &mut self,
        number: &CaseNumber,
    ) -> Result<Option<Case>, StoreError> {
        let row: Option<CaseRow> = fetch_optional!(self, BY_KEY, number.key())?;
        row.map(Case::try_from).transpose()
    }

    /// Cases, the newest number first, those without one last.
    pub async fn cases(&mut self, limit: u32) -> Result<Vec<Case>, StoreError> {
        let rows: Vec<CaseRow> = fetch_all!(self, NEWEST, i64::from(limit))?;
        rows.into_iter().map(Case::try_from).collect()
    }
}

/// What words are looked for in, in the one form in which two spellings are the same.
fn searched(case: &Case, internal_title: &str) -> String {
    let number = case.number.as_ref().map(ToString::to_string);
    let number = number.unwrap_or_default();
    format!("{number} {} {internal_title}", case.public_title).to_lowercase()
}

/// The year by which lists are narrowed.
fn list_year(case: &Case, pending_since: Option<Date>, registered_at: OffsetDateTime) -> i64 {
    let of_number = case.number.as_ref().map(|number| i64::from(number.year()));
    let pending = pending_since.map(|day| i64::from(day.year()));
    of_number
        .or(pending)
        .unwrap_or_else(|| i64::from(registered_at.year()))
}

/// A case number as its columns keep it; all of them are null where it is not known.
struct NumberColumns {
    number: Option<String>,
    key: Option<String>,
    year: Option<i64>,
    serial: Option<i64>,
}

impl From<Option<&CaseNumber>> for NumberColumns {
    fn from(number: Option<&CaseNumber>) -> Self {
        Self {
            number: number.map(ToString::to_string),
            key: number.map(CaseNumber::key),
            year: number.map(|number| number.year().into()),
            serial: number.map(|number| number.serial().into()),
        }
    }
}

/// A case, whose columns are named to leave room for those of what it is joined to.
#[derive(sqlx::FromRow)]
pub(crate) struct CaseRow {
    #[sqlx(rename = "case_id")]
    id: Uuid,
    #[sqlx(rename = "case_version")]
    version: i64,
    #[sqlx(rename = "case_number")]
    number: Option<String>,
    #[sqlx(rename = "case_title")]
    title: String,
}

impl TryFrom<CaseRow> for Case {
    type Error = StoreError;

    fn try_from(row: CaseRow) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "city_case",
            key: &row.id,
        };
        Ok(Self {
            id: row.id.into(),
            version: row.version,
            number: of.read("number", row.number.map(|text| text.parse()).transpose())?,
            public_title: row.title,
        })
    }
}
