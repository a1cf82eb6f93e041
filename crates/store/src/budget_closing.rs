//! The acts by which budget years are closed and opened again.

use domain::budget::ClosingKind;
use domain::id::BudgetClosingId;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::error::RowOf;
use crate::tx::{execute, fetch_all, fetch_optional, stored};
use crate::{StoreError, Tx};

const ADD: &str = "
    insert into budget_closing (id, year, kind, reason, recorded_at, office, added_number)
    values ($1, $2, $3, $4, $5, $6, $7)";
const OF_YEAR: &str = "
    select id, year, kind, reason, recorded_at, office
      from budget_closing
     where year = $1
     order by added_number desc";
const LAST: &str = "
    select kind from budget_closing where year = $1 order by added_number desc limit 1";

/// An act that closed a budget year or opened it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetClosingRow {
    /// Its identity.
    pub id: BudgetClosingId,
    /// The year.
    pub year: u16,
    /// What it does.
    pub kind: ClosingKind,
    /// Why.
    pub reason: String,
    /// When it was recorded.
    pub recorded_at: OffsetDateTime,
    /// The office that recorded it, as it was called.
    pub office: String,
}

impl Tx {
    /// Adds an act about a budget year.
    pub async fn add_budget_closing(&mut self, row: &BudgetClosingRow) -> Result<(), StoreError> {
        let added_number = self.next_change().await?;
        execute!(
            self,
            ADD,
            Uuid::from(row.id),
            i64::from(row.year),
            row.kind.code(),
            &row.reason,
            stored(row.recorded_at),
            &row.office,
            added_number,
        )?;
        Ok(())
    }

    /// The acts about a budget year, the last first.
    pub async fn budget_closings(
        &mut self,
        year: u16,
    ) -> Result<Vec<BudgetClosingRow>, StoreError> {
        let rows: Vec<ClosingColumns> = fetch_all!(self, OF_YEAR, i64::from(year))?;
        rows.into_iter().map(BudgetClosingRow::try_from).collect()
    }

    /// Whether a budget year is closed.
    pub async fn is_budget_closed(&mut self, year: u16) -> Result<bool, StoreError> {
        let last: Option<(String,)> = fetch_optional!(self, LAST, i64::from(year))?;
        Ok(last.is_some_and(|(kind,)| kind == ClosingKind::Closed.code()))
    }
}

#[derive(sqlx::FromRow)]
struct ClosingColumns {
    id: Uuid,
    year: i64,
    kind: String,
    reason: String,
    recorded_at: OffsetDateTime,
    office: String,
}

impl TryFrom<ClosingColumns> for BudgetClosingRow {
    type Error = StoreError;

    fn try_from(row: ClosingColumns) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "budget_closing",
            key: &row.id,
        };
        Ok(Self {
            id: row.id.into(),
            year: of.read("year", row.year.try_into())?,
            kind: of.known("kind", ClosingKind::from_code(&row.kind))?,
            reason: row.reason,
            recorded_at: row.recorded_at,
            office: row.office,
        })
    }
}
