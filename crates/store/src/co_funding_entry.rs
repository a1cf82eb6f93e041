//! What other funders of projects decided and paid: the entries about them.

use domain::Money;
use domain::co_funding::{CoFunding, CoFundingEntry, Decided};
use domain::id::{CoFundingEntryId, ProjectId};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::error::{RowOf, json};
use crate::tx::{execute, fetch_all, fetch_optional, stored};
use crate::{StoreError, Tx};

const TABLE: &str = "co_funding_entry";
const ADD: &str = "
    insert into co_funding_entry (id, project, number, funder, fact, granted_cents, paid_cents,
        recorded_at, office)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const OF_PROJECT: &str = "
    select id, number, funder, fact, granted_cents, paid_cents, recorded_at, office
      from co_funding_entry
     where project = $1
     order by number";
const PROJECT: &str = "select project from co_funding_entry where id = $1";
const PROJECTS: &str = "select distinct project from co_funding_entry order by project";

/// An entry of a project, with how it leaves its funder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoFundingEntryRow {
    /// The entry.
    pub entry: CoFundingEntry,
    /// Where its funder stands after it.
    pub left: CoFunding,
}

impl Tx {
    /// Adds an entry about another funder of a project.
    pub async fn add_co_funding_entry(
        &mut self,
        project: ProjectId,
        row: &CoFundingEntryRow,
    ) -> Result<(), StoreError> {
        let CoFundingEntryRow { entry, left } = row;
        execute!(
            self,
            ADD,
            Uuid::from(entry.id),
            Uuid::from(project),
            i64::from(entry.number),
            Uuid::from(entry.funder),
            json(TABLE, "fact", &entry.fact)?,
            left.decided.map(granted_cents),
            left.paid.cents(),
            stored(entry.recorded_at),
            &entry.office,
        )?;
        self.next_change().await?;
        Ok(())
    }

    /// The entries about the other funders of a project, in their order.
    pub async fn co_funding_entries(
        &mut self,
        project: ProjectId,
    ) -> Result<Vec<CoFundingEntryRow>, StoreError> {
        let rows: Vec<EntryColumns> = fetch_all!(self, OF_PROJECT, Uuid::from(project))?;
        rows.into_iter().map(CoFundingEntryRow::try_from).collect()
    }

    /// The project that an entry about another funder is of.
    pub async fn project_of_co_funding_entry(
        &mut self,
        id: CoFundingEntryId,
    ) -> Result<Option<ProjectId>, StoreError> {
        let found: Option<(Uuid,)> = fetch_optional!(self, PROJECT, Uuid::from(id))?;
        Ok(found.map(|(project,)| project.into()))
    }

    /// The projects about whose other funders there is an entry.
    pub async fn projects_with_co_funding(&mut self) -> Result<Vec<ProjectId>, StoreError> {
        let rows: Vec<(Uuid,)> = fetch_all!(self, PROJECTS)?;
        Ok(rows.into_iter().map(|(id,)| id.into()).collect())
    }
}

/// What was granted, with nothing for a refusal: no decision grants 0.
const fn granted_cents(decided: Decided) -> i64 {
    match decided {
        Decided::Granted(amount) => amount.cents(),
        Decided::Refused => 0,
    }
}

/// The decision that a stored amount says.
pub(crate) fn decided(granted_cents: Option<i64>) -> Option<Decided> {
    granted_cents.map(|cents| match cents {
        0 => Decided::Refused,
        cents => Decided::Granted(Money::from_cents(cents)),
    })
}

#[derive(sqlx::FromRow)]
struct EntryColumns {
    id: Uuid,
    number: i64,
    funder: Uuid,
    fact: String,
    granted_cents: Option<i64>,
    paid_cents: i64,
    recorded_at: OffsetDateTime,
    office: String,
}

impl TryFrom<EntryColumns> for CoFundingEntryRow {
    type Error = StoreError;

    fn try_from(row: EntryColumns) -> Result<Self, StoreError> {
        let of = RowOf {
            table: TABLE,
            key: &row.id,
        };
        Ok(Self {
            entry: CoFundingEntry {
                id: row.id.into(),
                number: of.read("number", row.number.try_into())?,
                funder: row.funder.into(),
                fact: of.read("fact", serde_json::from_str(&row.fact))?,
                recorded_at: row.recorded_at,
                office: row.office,
            },
            left: CoFunding {
                decided: decided(row.granted_cents),
                paid: Money::from_cents(row.paid_cents),
            },
        })
    }
}
