//! Measures in the handling of cases.

use domain::case::{CaseMeasure, Phase};
use domain::id::CaseId;
use domain::publicity::Personal;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use crate::error::RowOf;
use crate::tx::{execute, fetch_all, stored};
use crate::{Saved, StoreError, Tx};

const ADD: &str = "
    insert into case_measure (id, version, city_case, phase, name, taken_on, office, added_number,
        changed_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const SAVE: &str = "
    update case_measure
       set version = version + 1, phase = $3, name = $4, taken_on = $5, office = $6,
           changed_at = $7
     where id = $1 and version = $2";
const FOLLOW: &str = "update case_document set phase = $2 where measure = $1";
const OF_CASE: &str = "
    select id, version, city_case, phase, name, taken_on, office
      from case_measure
     where city_case = $1
     order by taken_on, added_number";

impl Tx {
    /// Adds a measure.
    pub async fn add_case_measure(
        &mut self,
        measure: &CaseMeasure,
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let added_number = self.next_change().await?;
        execute!(
            self,
            ADD,
            Uuid::from(measure.id),
            measure.version,
            Uuid::from(measure.case),
            measure.phase.code(),
            measure.name.reveal_to_official(),
            measure.on,
            &measure.office,
            added_number,
            stored(at),
        )?;
        Ok(())
    }

    /// Saves a measure over the version it was loaded with; its documents follow it to its phase.
    pub async fn save_case_measure(
        &mut self,
        measure: &CaseMeasure,
        at: OffsetDateTime,
    ) -> Result<Saved, StoreError> {
        let rows = execute!(
            self,
            SAVE,
            Uuid::from(measure.id),
            measure.version,
            measure.phase.code(),
            measure.name.reveal_to_official(),
            measure.on,
            &measure.office,
            stored(at),
        )?;
        execute!(self, FOLLOW, Uuid::from(measure.id), measure.phase.code())?;
        self.next_change().await?;
        Saved::over(measure.version, "the version of a measure", rows)
    }

    /// The measures of a case, the first day first.
    pub async fn case_measures(&mut self, case: CaseId) -> Result<Vec<CaseMeasure>, StoreError> {
        let rows: Vec<MeasureRow> = fetch_all!(self, OF_CASE, Uuid::from(case))?;
        rows.into_iter().map(CaseMeasure::try_from).collect()
    }
}

#[derive(sqlx::FromRow)]
struct MeasureRow {
    id: Uuid,
    version: i64,
    city_case: Uuid,
    phase: String,
    name: String,
    taken_on: Date,
    office: String,
}

impl TryFrom<MeasureRow> for CaseMeasure {
    type Error = StoreError;

    fn try_from(row: MeasureRow) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "case_measure",
            key: &row.id,
        };
        Ok(Self {
            id: row.id.into(),
            version: row.version,
            case: row.city_case.into(),
            phase: of.known("phase", Phase::from_code(&row.phase))?,
            name: Personal::new(row.name),
            on: row.taken_on,
            office: row.office,
        })
    }
}
