//! Claims and appeals against decisions.

use calendar::Remedy;
use domain::filing::{Filing, FilingFacts, FilingWay, Outcome, OutcomeKind, Standing};
use domain::id::{DecisionId, FilingId};
use domain::publicity::Personal;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use crate::error::RowOf;
use crate::tx::{execute, fetch_all, fetch_optional, stored};
use crate::{Saved, StoreError, Tx};

const ADD: &str = "
    insert into filing (id, version, decision, remedy, received_at, way, filer, standing, service,
        wrongly_addressed_to, handled_by, outcome, outcome_on, outcome_reference,
        outcome_final_from, added_number, changed_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";
const SAVE: &str = "
    update filing
       set version = version + 1, remedy = $3, received_at = $4, way = $5, filer = $6,
           standing = $7, service = $8, wrongly_addressed_to = $9, handled_by = $10, outcome = $11,
           outcome_on = $12, outcome_reference = $13, outcome_final_from = $14, changed_at = $15
     where id = $1 and version = $2";

macro_rules! filings {
    ($narrowed:literal) => {
        concat!(
            "select id, version, decision, remedy, received_at, way, filer, standing, service,
                    wrongly_addressed_to, handled_by, outcome, outcome_on, outcome_reference,
                    outcome_final_from
               from filing ",
            $narrowed
        )
    };
}

const BY_ID: &str = filings!("where id = $1");
const OF_DECISION: &str = filings!("where decision = $1 order by received_at, added_number");

impl Tx {
    /// Adds a filing.
    pub async fn add_filing(
        &mut self,
        filing: &Filing,
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let added_number = self.next_change().await?;
        let (facts, outcome) = (&filing.facts, OutcomeColumns::from(filing.outcome.as_ref()));
        let (standing, service) = standing_columns(facts.standing);
        execute!(
            self,
            ADD,
            Uuid::from(filing.id),
            filing.version,
            Uuid::from(filing.decision),
            facts.remedy.code(),
            stored(facts.received_at),
            facts.way.code(),
            facts.filer.reveal_to_official(),
            standing,
            service,
            &facts.wrongly_addressed_to,
            &facts.handled_by,
            outcome.kind,
            outcome.on,
            outcome.reference,
            outcome.final_from,
            added_number,
            stored(at),
        )?;
        Ok(())
    }

    /// Saves a filing over the version it was loaded with.
    pub async fn save_filing(
        &mut self,
        filing: &Filing,
        at: OffsetDateTime,
    ) -> Result<Saved, StoreError> {
        let (facts, outcome) = (&filing.facts, OutcomeColumns::from(filing.outcome.as_ref()));
        let (standing, service) = standing_columns(facts.standing);
        let rows = execute!(
            self,
            SAVE,
            Uuid::from(filing.id),
            filing.version,
            facts.remedy.code(),
            stored(facts.received_at),
            facts.way.code(),
            facts.filer.reveal_to_official(),
            standing,
            service,
            &facts.wrongly_addressed_to,
            &facts.handled_by,
            outcome.kind,
            outcome.on,
            outcome.reference,
            outcome.final_from,
            stored(at),
        )?;
        self.next_change().await?;
        Saved::over(filing.version, "the version of a filing", rows)
    }

    /// One filing.
    pub async fn filing(&mut self, id: FilingId) -> Result<Option<Filing>, StoreError> {
        let row: Option<FilingRow> = fetch_optional!(self, BY_ID, Uuid::from(id))?;
        row.map(Filing::try_from).transpose()
    }

    /// The filings against a decision, the first received first.
    pub async fn filings_of_decision(
        &mut self,
        decision: DecisionId,
    ) -> Result<Vec<Filing>, StoreError> {
        let rows: Vec<FilingRow> = fetch_all!(self, OF_DECISION, Uuid::from(decision))?;
        rows.into_iter().map(Filing::try_from).collect()
    }
}

const fn standing_code(standing: Standing) -> &'static str {
    match standing {
        Standing::Party(_) => "party",
        Standing::MunicipalMember => "municipal_member",
        Standing::Other => "other",
    }
}

fn standing_columns(standing: Standing) -> (&'static str, Option<Uuid>) {
    let service = match standing {
        Standing::Party(service) => Some(service.into()),
        Standing::MunicipalMember | Standing::Other => None,
    };
    (standing_code(standing), service)
}

/// An outcome as its columns keep it; all of them are null while there is none.
#[derive(Default)]
struct OutcomeColumns {
    kind: Option<&'static str>,
    on: Option<Date>,
    reference: Option<String>,
    final_from: Option<Date>,
}

impl From<Option<&Outcome>> for OutcomeColumns {
    fn from(outcome: Option<&Outcome>) -> Self {
        outcome.map_or_else(Self::default, |outcome| Self {
            kind: Some(outcome.kind.code()),
            on: Some(outcome.on),
            reference: Some(outcome.reference.clone()),
            final_from: outcome.final_from,
        })
    }
}

#[derive(sqlx::FromRow)]
struct FilingRow {
    id: Uuid,
    version: i64,
    decision: Uuid,
    remedy: String,
    received_at: OffsetDateTime,
    way: String,
    filer: String,
    standing: String,
    service: Option<Uuid>,
    wrongly_addressed_to: String,
    handled_by: String,
    outcome: Option<String>,
    outcome_on: Option<Date>,
    outcome_reference: Option<String>,
    outcome_final_from: Option<Date>,
}

impl TryFrom<FilingRow> for Filing {
    type Error = StoreError;

    fn try_from(row: FilingRow) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "filing",
            key: &row.id,
        };
        let standing = match (row.standing.as_str(), row.service) {
            ("party", Some(service)) => Some(Standing::Party(service.into())),
            ("municipal_member", None) => Some(Standing::MunicipalMember),
            ("other", None) => Some(Standing::Other),
            _ => None,
        };
        let outcome = match row.outcome {
            None => None,
            Some(kind) => Some(Outcome {
                kind: of.known("outcome", OutcomeKind::from_code(&kind))?,
                on: of.known("outcome_on", row.outcome_on)?,
                reference: of.known("outcome_reference", row.outcome_reference)?,
                final_from: row.outcome_final_from,
            }),
        };
        Ok(Self {
            id: row.id.into(),
            version: row.version,
            decision: row.decision.into(),
            facts: FilingFacts {
                remedy: of.known("remedy", row.remedy.parse::<Remedy>().ok())?,
                received_at: row.received_at,
                way: of.known("way", FilingWay::from_code(&row.way))?,
                filer: Personal::new(row.filer),
                standing: of.known("standing", standing)?,
                wrongly_addressed_to: row.wrongly_addressed_to,
                handled_by: row.handled_by,
            },
            outcome,
        })
    }
}
