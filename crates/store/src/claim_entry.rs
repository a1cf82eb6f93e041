//! Payment claims of the city's own projects: the entries about them, what is waited for, and which
//! projects have a last claim to make.

use domain::Money;
use domain::id::{ClaimEntryId, ProjectId};
use domain::payment_claim::{ClaimBook, ClaimEntry, ClaimFact, ClaimStage};
use domain::slug::Slug;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use crate::error::{RowOf, json};
use crate::tx::{execute, fetch_all, fetch_optional, stored};
use crate::{StoreError, Tx};

const TABLE: &str = "claim_entry";
const ADD: &str = "
    insert into claim_entry (id, project, number, fact, claim, stage, sent_on, waiting_cents, is_last,
        recorded_at, office)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
const OF_PROJECT: &str = "
    select id, number, fact, claim, stage, sent_on, waiting_cents, is_last, recorded_at, office
      from claim_entry
     where project = $1
     order by number";
const PROJECT: &str = "select project from claim_entry where id = $1";
const PROJECTS: &str = "select distinct project from claim_entry order by project";

/// A claim is as its last entry left it.
macro_rules! is_its_last_entry {
    () => {
        "not exists (select 1 from claim_entry l
                      where l.project = e.project and l.claim = e.claim and l.number > e.number)"
    };
}

const WAITING: &str = concat!(
    "select p.slug, p.name, e.claim, e.stage, e.sent_on, e.waiting_cents
       from claim_entry e
       join project p on p.id = e.project
      where e.stage in ('sent', 'decided') and e.waiting_cents > 0
        and ",
    is_its_last_entry!(),
    " order by e.sent_on, p.name, p.slug, e.claim"
);
const LAST_CLAIMS: &str = concat!(
    "select p.id, p.slug, p.name, p.own_ends_on
       from project p
      where p.own_ends_on <= $1
        and not exists (select 1 from claim_entry e
                         where e.project = p.id and e.is_last
                           and e.stage in ('sent', 'decided', 'paid')
                           and ",
    is_its_last_entry!(),
    ")
      order by p.own_ends_on, p.name, p.slug"
);

/// An entry of a project, with how it leaves its claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimEntryRow {
    /// The entry.
    pub entry: ClaimEntry,
    /// How far its claim is after it; none of the advance.
    pub left: Option<ClaimLeft>,
}

/// How an entry leaves its claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimLeft {
    /// The number of the claim.
    pub claim: u32,
    /// How far it is.
    pub stage: ClaimStage,
    /// The day on which it was sent, while the authority has it.
    pub sent_on: Option<Date>,
    /// The money that is waited for.
    pub waiting: Money,
    /// Whether it is the last one of its project.
    pub is_last: bool,
}

impl ClaimLeft {
    /// How the book after an entry has its claim.
    pub fn by(book: &ClaimBook, fact: &ClaimFact) -> Option<Self> {
        let claim = book.claim(fact.claim()?)?;
        Some(Self {
            claim: claim.number,
            stage: claim.stage,
            sent_on: claim.sent.as_ref().map(|sent| sent.on),
            waiting: claim.waiting(),
            is_last: claim.content.is_last,
        })
    }
}

/// A claim whose money is waited for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingRow {
    /// The project: part of its address, and name.
    pub project: (Slug, String),
    /// The number of the claim.
    pub claim: u32,
    /// How far it is.
    pub stage: ClaimStage,
    /// The day on which it was sent.
    pub sent_on: Date,
    /// What is waited for.
    pub waiting: Money,
}

/// A project of the city's own whose last claim was not sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastClaimRow {
    /// Its identity.
    pub id: ProjectId,
    /// Its part of the address, and name.
    pub project: (Slug, String),
    /// The day on which it ended or is to end.
    pub ends_on: Date,
}

impl Tx {
    /// Adds an entry about the claims of a project, with how it leaves its claim.
    pub async fn add_claim_entry(
        &mut self,
        project: ProjectId,
        row: &ClaimEntryRow,
    ) -> Result<(), StoreError> {
        let ClaimEntryRow { entry, left } = row;
        execute!(
            self,
            ADD,
            Uuid::from(entry.id),
            Uuid::from(project),
            i64::from(entry.number),
            json(TABLE, "fact", &entry.fact)?,
            left.map(|left| i64::from(left.claim)),
            left.map(|left| left.stage.code()),
            left.and_then(|left| left.sent_on),
            left.map(|left| left.waiting.cents()),
            left.map(|left| left.is_last),
            stored(entry.recorded_at),
            &entry.office,
        )?;
        self.next_change().await?;
        Ok(())
    }

    /// The entries about the claims of a project, in their order.
    pub async fn claim_entries(
        &mut self,
        project: ProjectId,
    ) -> Result<Vec<ClaimEntryRow>, StoreError> {
        let rows: Vec<EntryColumns> = fetch_all!(self, OF_PROJECT, Uuid::from(project))?;
        rows.into_iter().map(ClaimEntryRow::try_from).collect()
    }

    /// The project that an entry about claims is of.
    pub async fn project_of_claim_entry(
        &mut self,
        id: ClaimEntryId,
    ) -> Result<Option<ProjectId>, StoreError> {
        let found: Option<(Uuid,)> = fetch_optional!(self, PROJECT, Uuid::from(id))?;
        Ok(found.map(|(project,)| project.into()))
    }

    /// The projects about whose claims there is an entry.
    pub async fn projects_with_claims(&mut self) -> Result<Vec<ProjectId>, StoreError> {
        let rows: Vec<(Uuid,)> = fetch_all!(self, PROJECTS)?;
        Ok(rows.into_iter().map(|(id,)| id.into()).collect())
    }

    /// The claims whose money is waited for, the one sent first before the others.
    pub async fn waiting_claims(&mut self) -> Result<Vec<WaitingRow>, StoreError> {
        let rows: Vec<WaitingColumns> = fetch_all!(self, WAITING)?;
        rows.into_iter().map(WaitingRow::try_from).collect()
    }

    /// The projects of the city's own that end by a day and whose last claim was not sent.
    pub async fn last_claims_to_send(
        &mut self,
        ends_by: Date,
    ) -> Result<Vec<LastClaimRow>, StoreError> {
        let rows: Vec<(Uuid, String, String, Date)> = fetch_all!(self, LAST_CLAIMS, ends_by)?;
        let rows = rows.into_iter().map(|(id, slug, name, ends_on)| {
            let of = RowOf {
                table: "project",
                key: &id,
            };
            Ok(LastClaimRow {
                id: id.into(),
                project: (of.read("slug", slug.try_into())?, name),
                ends_on,
            })
        });
        rows.collect()
    }
}

#[derive(sqlx::FromRow)]
struct EntryColumns {
    id: Uuid,
    number: i64,
    fact: String,
    claim: Option<i64>,
    stage: Option<String>,
    sent_on: Option<Date>,
    waiting_cents: Option<i64>,
    is_last: Option<bool>,
    recorded_at: OffsetDateTime,
    office: String,
}

impl TryFrom<EntryColumns> for ClaimEntryRow {
    type Error = StoreError;

    fn try_from(row: EntryColumns) -> Result<Self, StoreError> {
        let of = RowOf {
            table: TABLE,
            key: &row.id,
        };
        let left = match (row.claim, row.stage, row.waiting_cents, row.is_last) {
            (Some(claim), Some(stage), Some(cents), Some(is_last)) => Some(ClaimLeft {
                claim: of.read("claim", claim.try_into())?,
                stage: of.known("stage", ClaimStage::from_code(&stage))?,
                sent_on: row.sent_on,
                waiting: Money::from_cents(cents),
                is_last,
            }),
            _ => None,
        };
        Ok(Self {
            entry: ClaimEntry {
                id: row.id.into(),
                number: of.read("number", row.number.try_into())?,
                fact: of.read("fact", serde_json::from_str(&row.fact))?,
                recorded_at: row.recorded_at,
                office: row.office,
            },
            left,
        })
    }
}

#[derive(sqlx::FromRow)]
struct WaitingColumns {
    slug: String,
    name: String,
    claim: i64,
    stage: String,
    sent_on: Option<Date>,
    waiting_cents: i64,
}

impl TryFrom<WaitingColumns> for WaitingRow {
    type Error = StoreError;

    fn try_from(row: WaitingColumns) -> Result<Self, StoreError> {
        let of = RowOf {
            table: TABLE,
            key: &row.slug,
        };
        Ok(Self {
            project: (of.read("slug", row.slug.clone().try_into())?, row.name),
            claim: of.read("claim", row.claim.try_into())?,
            stage: of.known("stage", ClaimStage::from_code(&row.stage))?,
            sent_on: of.known("sent_on", row.sent_on)?,
            waiting: Money::from_cents(row.waiting_cents),
        })
    }
}
