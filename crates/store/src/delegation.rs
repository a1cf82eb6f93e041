//! Delegations of authority.

use domain::Money;
use domain::decision::DecisionKind;
use domain::delegation::{Delegation, DelegationDecision, DelegationFacts};
use domain::id::DelegationId;
use time::Date;
use uuid::Uuid;

use crate::error::RowOf;
use crate::tx::{execute, fetch_all, fetch_optional};
use crate::{Saved, StoreError, Tx};

const ADD: &str = "
    insert into delegation (id, version, series, provision, body, decided_on, section,
        section_year, limit_cents, kinds, valid_from, valid_to, added_number)
    values ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
const SAVE: &str = "
    update delegation
       set version = version + 1, series = $3, provision = $4, body = $5, decided_on = $6,
           section = $7, section_year = $8, limit_cents = $9, kinds = $10, valid_from = $11,
           valid_to = $12
     where id = $1 and version = $2";
/// The columns of a [`DelegationRow`].
macro_rules! delegations {
    ($narrowed:literal) => {
        concat!(
            "select id, version, series, provision, body, decided_on, section, section_year,
                    limit_cents, kinds, valid_from, valid_to
               from delegation ",
            $narrowed
        )
    };
}

const BY_ID: &str = delegations!("where id = $1");
const ALL: &str = delegations!("order by series, valid_from desc, added_number desc");

impl Tx {
    /// Adds a delegation with version 1, whatever the value says.
    pub async fn add_delegation(&mut self, delegation: &Delegation) -> Result<(), StoreError> {
        let added_number = self.next_change().await?;
        let columns = FactColumns::from(&delegation.facts);
        execute!(
            self,
            ADD,
            Uuid::from(delegation.id),
            columns.series,
            columns.provision,
            columns.body,
            columns.decided_on,
            columns.section,
            columns.section_year,
            columns.limit_cents,
            columns.kinds,
            columns.valid_from,
            columns.valid_to,
            added_number,
        )?;
        Ok(())
    }

    /// Saves a delegation over the version it was loaded with.
    pub async fn save_delegation(&mut self, delegation: &Delegation) -> Result<Saved, StoreError> {
        self.next_change().await?;
        let columns = FactColumns::from(&delegation.facts);
        let rows = execute!(
            self,
            SAVE,
            Uuid::from(delegation.id),
            delegation.version,
            columns.series,
            columns.provision,
            columns.body,
            columns.decided_on,
            columns.section,
            columns.section_year,
            columns.limit_cents,
            columns.kinds,
            columns.valid_from,
            columns.valid_to,
        )?;
        Saved::over(delegation.version, "the version of a delegation", rows)
    }

    /// The delegation of an identity.
    pub async fn delegation(&mut self, id: DelegationId) -> Result<Option<Delegation>, StoreError> {
        let row: Option<DelegationRow> = fetch_optional!(self, BY_ID, Uuid::from(id))?;
        row.map(Delegation::try_from).transpose()
    }

    /// Every delegation, by series and the last to come into force first.
    pub async fn delegations(&mut self) -> Result<Vec<Delegation>, StoreError> {
        let rows: Vec<DelegationRow> = fetch_all!(self, ALL)?;
        rows.into_iter().map(Delegation::try_from).collect()
    }
}

/// Facts as their columns keep them.
struct FactColumns<'a> {
    series: &'a str,
    provision: &'a str,
    body: Option<&'a str>,
    decided_on: Option<Date>,
    section: Option<i64>,
    section_year: Option<i64>,
    limit_cents: Option<i64>,
    kinds: String,
    valid_from: Date,
    valid_to: Option<Date>,
}

impl<'a> From<&'a DelegationFacts> for FactColumns<'a> {
    fn from(facts: &'a DelegationFacts) -> Self {
        let decision = facts.decision.as_ref();
        let kinds: Vec<&str> = facts.kinds.iter().map(|kind| kind.code()).collect();
        Self {
            series: facts.series.as_str(),
            provision: &facts.provision,
            body: decision.map(|decision| decision.body.as_str()),
            decided_on: decision.map(|decision| decision.on),
            section: decision.map(|decision| i64::from(decision.section)),
            section_year: decision.map(|decision| i64::from(decision.year)),
            limit_cents: facts.limit.map(Money::cents),
            kinds: kinds.join(" "),
            valid_from: facts.valid_from,
            valid_to: facts.valid_to,
        }
    }
}

#[derive(sqlx::FromRow)]
struct DelegationRow {
    id: Uuid,
    version: i64,
    series: String,
    provision: String,
    body: Option<String>,
    decided_on: Option<Date>,
    section: Option<i64>,
    section_year: Option<i64>,
    limit_cents: Option<i64>,
    kinds: String,
    valid_from: Date,
    valid_to: Option<Date>,
}

impl TryFrom<DelegationRow> for Delegation {
    type Error = StoreError;

    fn try_from(row: DelegationRow) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "delegation",
            key: &row.id,
        };
        let kinds = row.kinds.split(' ').map(DecisionKind::from_code);
        let decision = match (row.body, row.decided_on, row.section, row.section_year) {
            (Some(body), Some(on), Some(section), Some(year)) => Some(DelegationDecision {
                body,
                on,
                section: of.read("section", section.try_into())?,
                year: of.read("section_year", year.try_into())?,
            }),
            _ => None,
        };
        Ok(Self {
            id: row.id.into(),
            version: row.version,
            facts: DelegationFacts {
                series: of.read("series", row.series.try_into())?,
                provision: row.provision,
                decision,
                limit: row.limit_cents.map(Money::from_cents),
                kinds: of.known("kinds", kinds.collect())?,
                valid_from: row.valid_from,
                valid_to: row.valid_to,
            },
        })
    }
}
