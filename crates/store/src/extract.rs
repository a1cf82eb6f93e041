//! Extracts that were certified for a recipient.

use domain::id::{DecisionId, ExtractId, ServiceId, UserId};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::error::unique;
use crate::tx::{execute, fetch_all, fetch_optional, stored};
use crate::{StoreError, Tx};

const ADD: &str = "
    insert into extract (id, decision, service, certified_by, office, place, certified_at, code,
        document, added_number)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
const BY_ID: &str = "
    select id, decision, service, certified_by, office, place, certified_at, code
      from extract
     where id = $1";
const DOCUMENT: &str = "select document from extract where id = $1";
const OF_DECISION: &str = "
    select id, decision, service, certified_by, office, place, certified_at, code
      from extract
     where decision = $1
     order by added_number";

/// A certified extract of a decision for one recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extract {
    /// Its identity.
    pub id: ExtractId,
    /// The decision.
    pub decision: DecisionId,
    /// The service of the recipient it was made for.
    pub service: ServiceId,
    /// The account that certified it.
    pub certified_by: UserId,
    /// The office of the certifier.
    pub office: String,
    /// Where.
    pub place: String,
    /// When.
    pub certified_at: OffsetDateTime,
    /// What the printed extract is found by; unique.
    pub code: String,
}

impl Tx {
    /// Adds an extract with everything that is printed, in JSON; [`StoreError::Unique`]
    /// `extract_code` where its code is taken.
    pub async fn add_extract(
        &mut self,
        extract: &Extract,
        document: &str,
    ) -> Result<(), StoreError> {
        let added_number = self.next_change().await?;
        execute!(
            self,
            ADD,
            Uuid::from(extract.id),
            Uuid::from(extract.decision),
            Uuid::from(extract.service),
            Uuid::from(extract.certified_by),
            &extract.office,
            &extract.place,
            stored(extract.certified_at),
            &extract.code,
            document,
            added_number,
        )
        .map_err(unique("extract_code"))?;
        Ok(())
    }

    /// One extract.
    pub async fn extract(&mut self, id: ExtractId) -> Result<Option<Extract>, StoreError> {
        let row: Option<ExtractRow> = fetch_optional!(self, BY_ID, Uuid::from(id))?;
        Ok(row.map(Extract::from))
    }

    /// What an extract prints, as it was added.
    pub async fn extract_document(&mut self, id: ExtractId) -> Result<Option<String>, StoreError> {
        let row: Option<(String,)> = fetch_optional!(self, DOCUMENT, Uuid::from(id))?;
        Ok(row.map(|(document,)| document))
    }

    /// The extracts of a decision, the oldest first.
    pub async fn extracts_of_decision(
        &mut self,
        decision: DecisionId,
    ) -> Result<Vec<Extract>, StoreError> {
        let rows: Vec<ExtractRow> = fetch_all!(self, OF_DECISION, Uuid::from(decision))?;
        Ok(rows.into_iter().map(Extract::from).collect())
    }
}

#[derive(sqlx::FromRow)]
struct ExtractRow {
    id: Uuid,
    decision: Uuid,
    service: Uuid,
    certified_by: Uuid,
    office: String,
    place: String,
    certified_at: OffsetDateTime,
    code: String,
}

impl From<ExtractRow> for Extract {
    fn from(row: ExtractRow) -> Self {
        Self {
            id: row.id.into(),
            decision: row.decision.into(),
            service: row.service.into(),
            certified_by: row.certified_by.into(),
            office: row.office,
            place: row.place,
            certified_at: row.certified_at,
            code: row.code,
        }
    }
}
