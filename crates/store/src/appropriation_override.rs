//! Promises beyond what the council gave, each with its reason.

use domain::Money;
use domain::check::Excess;
use domain::id::{BudgetDecisionId, DecisionId, OverrideId};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::error::RowOf;
use crate::tx::{execute, fetch_all, stored};
use crate::{StoreError, Tx};

const ADD: &str = "
    insert into appropriation_override (id, year, appropriation, by_cents, reason, decision,
        budget_decision, recorded_at, office, added_number)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
const OF_YEAR: &str = "
    select id, year, appropriation, by_cents, reason, decision, budget_decision, recorded_at, office
      from appropriation_override
     where year = $1
     order by added_number";
const OF_DECISION: &str = "
    select id, year, appropriation, by_cents, reason, decision, budget_decision, recorded_at, office
      from appropriation_override
     where decision = $1
     order by added_number";

/// What made the promises more than the appropriation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OverrideSource {
    /// A decision that promised more.
    Decision(DecisionId),
    /// A decision about the budget that left less.
    Budget(BudgetDecisionId),
}

/// An excess over an appropriation that was accepted, as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverrideRow {
    /// Its identity.
    pub id: OverrideId,
    /// The appropriation, and by how much it was exceeded then.
    pub excess: Excess,
    /// Why.
    pub reason: String,
    /// What exceeded it.
    pub source: OverrideSource,
    /// When it was recorded.
    pub recorded_at: OffsetDateTime,
    /// The office that gave the reason, as it was called.
    pub office: String,
}

impl Tx {
    /// Adds an accepted excess.
    pub async fn add_override(&mut self, row: &OverrideRow) -> Result<(), StoreError> {
        let number = self.next_change().await?;
        let (decision, budget) = match row.source {
            OverrideSource::Decision(id) => (Some(Uuid::from(id)), None),
            OverrideSource::Budget(id) => (None, Some(Uuid::from(id))),
        };
        execute!(
            self,
            ADD,
            Uuid::from(row.id),
            i64::from(row.excess.year),
            &row.excess.appropriation,
            row.excess.by.cents(),
            &row.reason,
            decision,
            budget,
            stored(row.recorded_at),
            &row.office,
            number,
        )?;
        Ok(())
    }

    /// The accepted excesses of a year, in the order in which they were recorded.
    pub async fn overrides_of_year(&mut self, year: u16) -> Result<Vec<OverrideRow>, StoreError> {
        let rows: Vec<Columns> = fetch_all!(self, OF_YEAR, i64::from(year))?;
        rows.into_iter().map(Columns::read).collect()
    }

    /// The excesses that a decision was signed with.
    pub async fn overrides_of_decision(
        &mut self,
        id: DecisionId,
    ) -> Result<Vec<OverrideRow>, StoreError> {
        let rows: Vec<Columns> = fetch_all!(self, OF_DECISION, Uuid::from(id))?;
        rows.into_iter().map(Columns::read).collect()
    }
}

#[derive(sqlx::FromRow)]
struct Columns {
    id: Uuid,
    year: i64,
    appropriation: String,
    by_cents: i64,
    reason: String,
    decision: Option<Uuid>,
    budget_decision: Option<Uuid>,
    recorded_at: OffsetDateTime,
    office: String,
}

impl Columns {
    fn read(self) -> Result<OverrideRow, StoreError> {
        let of = RowOf {
            table: "appropriation_override",
            key: &self.id,
        };
        let source = match (self.decision, self.budget_decision) {
            (Some(id), _) => OverrideSource::Decision(id.into()),
            (None, id) => OverrideSource::Budget(of.known("budget_decision", id)?.into()),
        };
        Ok(OverrideRow {
            id: self.id.into(),
            excess: Excess {
                year: of.read("year", self.year.try_into())?,
                appropriation: self.appropriation,
                by: Money::from_cents(self.by_cents),
            },
            reason: self.reason,
            source,
            recorded_at: self.recorded_at,
            office: self.office,
        })
    }
}
