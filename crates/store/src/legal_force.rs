//! Statements of legal force, and the certificates given of them.

use domain::id::{CertificateId, DecisionId, LegalForceId, UserId};
use domain::legal_force::{LegalForce, Reopened};
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use crate::error::{RowOf, one_row, unique};
use crate::tx::{execute, fetch_all, fetch_optional, stored};
use crate::{StoreError, Tx};

const ADD: &str = "
    insert into legal_force (id, decision, final_from, registry_checked_on, court_checked_on,
        stated_at, stated_by, office, added_number)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const REOPEN: &str = "
    update legal_force set reopened_at = $2, reopen_reason = $3
     where id = $1 and reopened_at is null";
const OF_DECISION: &str = "
    select id, decision, final_from, registry_checked_on, court_checked_on, stated_at, stated_by,
           office, reopened_at, reopen_reason
      from legal_force
     where decision = $1
     order by added_number desc";
const BY_ID: &str = "
    select id, decision, final_from, registry_checked_on, court_checked_on, stated_at, stated_by,
           office, reopened_at, reopen_reason
      from legal_force
     where id = $1";
const ADD_CERTIFICATE: &str = "
    insert into certificate (id, legal_force, issued_at, issued_by, office, place, code,
        document, added_number)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const CERTIFICATE_DOCUMENT: &str = "select document from certificate where id = $1";
const CERTIFICATE: &str = "
    select id, legal_force, issued_at, issued_by, office, place, code
      from certificate
     where id = $1";
const CERTIFICATES: &str = "
    select c.id, c.legal_force, c.issued_at, c.issued_by, c.office, c.place, c.code
      from certificate c
      join legal_force l on l.id = c.legal_force
     where l.decision = $1
     order by c.added_number desc";

/// A certificate of legal force that was handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Its identity.
    pub id: CertificateId,
    /// The statement it certifies.
    pub legal_force: LegalForceId,
    /// When.
    pub issued_at: OffsetDateTime,
    /// By which account.
    pub issued_by: UserId,
    /// The office of the issuer.
    pub office: String,
    /// Where.
    pub place: String,
    /// What the printed certificate is found by; unique.
    pub code: String,
}

impl Tx {
    /// Adds a statement; [`StoreError::Unique`] `legal_force` where one holds already.
    pub async fn add_legal_force(&mut self, statement: &LegalForce) -> Result<(), StoreError> {
        let added_number = self.next_change().await?;
        execute!(
            self,
            ADD,
            Uuid::from(statement.id),
            Uuid::from(statement.decision),
            statement.from,
            statement.registry_checked_on,
            statement.court_checked_on,
            stored(statement.stated_at),
            Uuid::from(statement.stated_by),
            &statement.office,
            added_number,
        )
        .map_err(unique("legal_force"))?;
        Ok(())
    }

    /// Reopens a statement that holds.
    pub async fn reopen_legal_force(
        &mut self,
        id: LegalForceId,
        reopened: &Reopened,
    ) -> Result<(), StoreError> {
        let (at, reason) = (stored(reopened.at), &reopened.reason);
        let rows = execute!(self, REOPEN, Uuid::from(id), at, reason)?;
        self.next_change().await?;
        one_row("a statement that holds", rows)
    }

    /// One statement.
    pub async fn legal_force(
        &mut self,
        id: LegalForceId,
    ) -> Result<Option<LegalForce>, StoreError> {
        let row: Option<LegalForceRow> = fetch_optional!(self, BY_ID, Uuid::from(id))?;
        row.map(LegalForce::try_from).transpose()
    }

    /// The statements of a decision, the last first; at most that one holds.
    pub async fn legal_forces_of_decision(
        &mut self,
        decision: DecisionId,
    ) -> Result<Vec<LegalForce>, StoreError> {
        let rows: Vec<LegalForceRow> = fetch_all!(self, OF_DECISION, Uuid::from(decision))?;
        rows.into_iter().map(LegalForce::try_from).collect()
    }

    /// Adds a certificate with everything that is printed, in JSON; [`StoreError::Unique`]
    /// `certificate_code` where its code is taken.
    pub async fn add_certificate(
        &mut self,
        certificate: &Certificate,
        document: &str,
    ) -> Result<(), StoreError> {
        let added_number = self.next_change().await?;
        execute!(
            self,
            ADD_CERTIFICATE,
            Uuid::from(certificate.id),
            Uuid::from(certificate.legal_force),
            stored(certificate.issued_at),
            Uuid::from(certificate.issued_by),
            &certificate.office,
            &certificate.place,
            &certificate.code,
            document,
            added_number,
        )
        .map_err(unique("certificate_code"))?;
        Ok(())
    }

    /// One certificate.
    pub async fn certificate(
        &mut self,
        id: CertificateId,
    ) -> Result<Option<Certificate>, StoreError> {
        let row: Option<CertificateRow> = fetch_optional!(self, CERTIFICATE, Uuid::from(id))?;
        Ok(row.map(Certificate::from))
    }

    /// What a certificate prints, as it was added.
    pub async fn certificate_document(
        &mut self,
        id: CertificateId,
    ) -> Result<Option<String>, StoreError> {
        let row: Option<(String,)> = fetch_optional!(self, CERTIFICATE_DOCUMENT, Uuid::from(id))?;
        Ok(row.map(|(document,)| document))
    }

    /// The certificates given of a decision's statements, the last first.
    pub async fn certificates_of_decision(
        &mut self,
        decision: DecisionId,
    ) -> Result<Vec<Certificate>, StoreError> {
        let rows: Vec<CertificateRow> = fetch_all!(self, CERTIFICATES, Uuid::from(decision))?;
        Ok(rows.into_iter().map(Certificate::from).collect())
    }
}

#[derive(sqlx::FromRow)]
struct LegalForceRow {
    id: Uuid,
    decision: Uuid,
    final_from: Date,
    registry_checked_on: Date,
    court_checked_on: Date,
    stated_at: OffsetDateTime,
    stated_by: Uuid,
    office: String,
    reopened_at: Option<OffsetDateTime>,
    reopen_reason: Option<String>,
}

impl TryFrom<LegalForceRow> for LegalForce {
    type Error = StoreError;

    fn try_from(row: LegalForceRow) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "legal_force",
            key: &row.id,
        };
        let reopened = match row.reopened_at {
            None => None,
            Some(at) => Some(Reopened {
                at,
                reason: of.known("reopen_reason", row.reopen_reason)?,
            }),
        };
        Ok(Self {
            id: row.id.into(),
            decision: row.decision.into(),
            from: row.final_from,
            registry_checked_on: row.registry_checked_on,
            court_checked_on: row.court_checked_on,
            stated_at: row.stated_at,
            stated_by: row.stated_by.into(),
            office: row.office,
            reopened,
        })
    }
}

#[derive(sqlx::FromRow)]
struct CertificateRow {
    id: Uuid,
    legal_force: Uuid,
    issued_at: OffsetDateTime,
    issued_by: Uuid,
    office: String,
    place: String,
    code: String,
}

impl From<CertificateRow> for Certificate {
    fn from(row: CertificateRow) -> Self {
        Self {
            id: row.id.into(),
            legal_force: row.legal_force.into(),
            issued_at: row.issued_at,
            issued_by: row.issued_by.into(),
            office: row.office,
            place: row.place,
            code: row.code,
        }
    }
}
