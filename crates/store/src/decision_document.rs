//! Signed decisions that were made into documents.

use domain::id::{DecisionDocumentId, DecisionId, UserId};
use domain::publicity::Personal;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::error::unique;
use crate::tx::{execute, fetch_all, fetch_optional, stored};
use crate::{StoreError, Tx};

const ADD: &str = "
    insert into decision_document (id, decision, made_by, office, made_at, code, has_secrets,
        document, added_number)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const BY_ID: &str = "
    select id, decision, made_by, office, made_at, code, has_secrets
      from decision_document
     where id = $1";
const DOCUMENT: &str = "select document from decision_document where id = $1";
const OF_DECISION: &str = "
    select d.id, d.decision, d.made_by, d.office, d.made_at, d.code, d.has_secrets, a.name
      from decision_document d
      join account a on a.id = d.made_by
     where d.decision = $1
     order by d.added_number desc";

/// A signed decision made into a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionDocument {
    /// Its identity.
    pub id: DecisionDocumentId,
    /// The decision.
    pub decision: DecisionId,
    /// The account that made it.
    pub made_by: UserId,
    /// The office of who made it.
    pub office: String,
    /// When.
    pub made_at: OffsetDateTime,
    /// What the printed document is found by; unique.
    pub code: String,
    /// Whether it carries the secret parts.
    pub has_secrets: bool,
}

/// A document in the list of those made of a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeDocumentRow {
    /// The document.
    pub document: DecisionDocument,
    /// The name of who made it.
    pub name: Personal<String>,
}

impl Tx {
    /// Adds a document with everything that is printed, in JSON; [`StoreError::Unique`]
    /// `decision_document_code` where its code is taken.
    pub async fn add_decision_document(
        &mut self,
        made: &DecisionDocument,
        document: &str,
    ) -> Result<(), StoreError> {
        let added_number = self.next_change().await?;
        execute!(
            self,
            ADD,
            Uuid::from(made.id),
            Uuid::from(made.decision),
            Uuid::from(made.made_by),
            &made.office,
            stored(made.made_at),
            &made.code,
            made.has_secrets,
            document,
            added_number,
        )
        .map_err(unique("decision_document_code"))?;
        Ok(())
    }

    /// One document.
    pub async fn decision_document(
        &mut self,
        id: DecisionDocumentId,
    ) -> Result<Option<DecisionDocument>, StoreError> {
        let row: Option<DocumentRow> = fetch_optional!(self, BY_ID, Uuid::from(id))?;
        Ok(row.map(DecisionDocument::from))
    }

    /// What a document prints, as it was added.
    pub async fn decision_document_text(
        &mut self,
        id: DecisionDocumentId,
    ) -> Result<Option<String>, StoreError> {
        let row: Option<(String,)> = fetch_optional!(self, DOCUMENT, Uuid::from(id))?;
        Ok(row.map(|(document,)| document))
    }

    /// The documents made of a decision, the newest first.
    pub async fn documents_of_decision(
        &mut self,
        decision: DecisionId,
    ) -> Result<Vec<MadeDocumentRow>, StoreError> {
        let rows: Vec<NamedRow> = fetch_all!(self, OF_DECISION, Uuid::from(decision))?;
        let rows = rows.into_iter().map(|row| MadeDocumentRow {
            document: row.document.into(),
            name: Personal::new(row.name),
        });
        Ok(rows.collect())
    }
}

#[derive(sqlx::FromRow)]
struct DocumentRow {
    id: Uuid,
    decision: Uuid,
    made_by: Uuid,
    office: String,
    made_at: OffsetDateTime,
    code: String,
    has_secrets: bool,
}

#[derive(sqlx::FromRow)]
struct NamedRow {
    #[sqlx(flatten)]
    document: DocumentRow,
    name: String,
}

impl From<DocumentRow> for DecisionDocument {
    fn from(row: DocumentRow) -> Self {
        Self {
            id: row.id.into(),
            decision: row.decision.into(),
            made_by: row.made_by.into(),
            office: row.office,
            made_at: row.made_at,
            code: row.code,
            has_secrets: row.has_secrets,
        }
    }
}
