//! Cases.

use domain::case::{Case, CaseNumber};
use domain::id::CaseId;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::error::{RowOf, unique};
use crate::tx::{execute, fetch_all, fetch_optional, stored};
use crate::{Saved, StoreError, Tx};

const ADD: &str = "
    insert into city_case (id, version, number, number_key, number_year, number_serial,
        public_title, created_at, changed_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $8)";
const SAVE: &str = "
    update city_case
       set version = version + 1, number = $3, number_key = $4, number_year = $5,
           number_serial = $6, public_title = $7, changed_at = $8
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
    /// Adds a case; [`StoreError::Unique`] `case_number` where another one has its number.
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
        )
        .map_err(unique("case_number"))?;
        self.next_change().await?;
        Ok(())
    }

    /// Saves a case over the version it was loaded with; [`StoreError::Unique`] `case_number` where
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
            stored(at)
        )
        .map_err(unique("case_number"))?;
        self.next_change().await?;
        Saved::over(case.version, "the version of a case", rows)
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
