//! A whole decision as its columns keep it.

use domain::decision::{
    ConflictOfInterest, Decision, DecisionDraft, DecisionNotes, DecisionState, MadeElsewhere,
    Publication, Seal, SealVersion, Sealed, Signature,
};
use domain::publicity::Personal;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use super::{SectionRow, SignatureKind, StateCode};
use crate::StoreError;
use crate::error::RowOf;
use crate::period::PeriodRow;

/// The columns of a [`DecisionRow`].
macro_rules! decision_columns {
    () => {
        concat!(
            "d.id, d.version, d.city_case, d.project, d.preparer, d.state, d.draft,
             d.remark, d.conflict_by, d.conflict_ground, d.publish_on,
             d.series, d.section_year, d.section_number, d.content,
             d.seal_version, d.seal_salt, d.seal_hash,
             d.signature_kind, d.signed_at, d.signed_by, d.signer_name,
             d.signer_office, d.deputy_ground,
             d.decided_on, d.no_later_than, d.source,
             (select count(*) from correction c where c.decision = d.id) as corrections,
             (select c.content from correction c
               where c.decision = d.id
               order by c.number desc limit 1) as corrected_content,
             d.publication_number, d.published_on, ",
            $crate::period::period_columns!("d")
        )
    };
}

pub(super) use decision_columns;

#[derive(sqlx::FromRow)]
pub(super) struct DecisionRow {
    id: Uuid,
    version: i64,
    city_case: Uuid,
    project: Option<Uuid>,
    preparer: Uuid,
    state: String,
    draft: String,
    #[sqlx(flatten)]
    notes: NotesRow,
    #[sqlx(flatten)]
    section: SectionRow,
    content: Option<String>,
    corrections: i64,
    corrected_content: Option<String>,
    #[sqlx(flatten)]
    seal: SealColumns,
    #[sqlx(flatten)]
    signature: SignatureRow,
    publication_number: Option<i64>,
    published_on: Option<Date>,
    #[sqlx(flatten)]
    period: PeriodRow,
}

#[derive(sqlx::FromRow)]
struct NotesRow {
    remark: Option<String>,
    conflict_by: Option<Uuid>,
    conflict_ground: Option<String>,
    publish_on: Option<Date>,
}

impl From<NotesRow> for DecisionNotes {
    fn from(row: NotesRow) -> Self {
        let conflict = row.conflict_by.zip(row.conflict_ground);
        Self {
            remark: row.remark,
            conflict: conflict.map(|(by, ground)| ConflictOfInterest {
                by: by.into(),
                ground,
            }),
            publish_on: row.publish_on,
        }
    }
}

/// The seal of a content: all three columns, or none.
#[derive(sqlx::FromRow)]
pub(crate) struct SealColumns {
    #[sqlx(rename = "seal_version")]
    version: Option<i64>,
    #[sqlx(rename = "seal_salt")]
    salt: Option<Vec<u8>>,
    #[sqlx(rename = "seal_hash")]
    hash: Option<Vec<u8>>,
}

impl SealColumns {
    pub(crate) fn read(self, of: &RowOf<'_>) -> Result<Seal, StoreError> {
        let version = self.version.and_then(SealVersion::from_number);
        let salt = self.salt.and_then(|bytes| bytes.try_into().ok());
        let hash = self.hash.and_then(|bytes| bytes.try_into().ok());
        Ok(Seal {
            version: of.known("seal_version", version)?,
            salt: of.known("seal_salt", salt)?,
            hash: of.known("seal_hash", hash)?,
        })
    }
}

#[derive(sqlx::FromRow)]
struct SignatureRow {
    signature_kind: Option<String>,
    signed_at: Option<OffsetDateTime>,
    signed_by: Option<Uuid>,
    signer_name: Option<String>,
    signer_office: Option<String>,
    deputy_ground: Option<String>,
    decided_on: Option<Date>,
    no_later_than: Option<Date>,
    source: Option<String>,
}

impl SignatureRow {
    fn read(self, of: &RowOf<'_>) -> Result<Signature, StoreError> {
        let kind = self.signature_kind.as_deref();
        match of.known("signature_kind", kind.and_then(SignatureKind::from_code))? {
            SignatureKind::Here => Ok(Signature::Here {
                at: of.known("signed_at", self.signed_at)?,
                by: of.known("signed_by", self.signed_by)?.into(),
                name: Personal::new(of.known("signer_name", self.signer_name)?),
                office: of.known("signer_office", self.signer_office)?,
                deputy_ground: self.deputy_ground,
            }),
            SignatureKind::Elsewhere => Ok(Signature::Elsewhere(MadeElsewhere {
                decided_on: self.decided_on,
                no_later_than: self.no_later_than,
                source: of.known("source", self.source)?,
            })),
        }
    }
}

impl TryFrom<DecisionRow> for Decision {
    type Error = StoreError;

    fn try_from(row: DecisionRow) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "decision",
            key: &row.id,
        };
        let draft = || -> Result<DecisionDraft, StoreError> {
            of.read("draft", serde_json::from_str(&row.draft))
        };
        let state = match of.known("state", StateCode::from_code(&row.state))? {
            StateCode::Draft => DecisionState::Draft(draft()?),
            StateCode::AwaitingSignature => DecisionState::AwaitingSignature(draft()?),
            StateCode::Abandoned => DecisionState::Abandoned(draft()?),
            frozen @ (StateCode::Signed | StateCode::Published) => {
                let content = of.known("content", row.corrected_content.or(row.content))?;
                let section = row.section.read(&of)?;
                let sealed = Sealed {
                    section: of.known("series", section)?,
                    content: of.read("content", serde_json::from_str(&content))?,
                    corrections: of.read("corrections", row.corrections.try_into())?,
                    seal: row.seal.read(&of)?,
                    signature: row.signature.read(&of)?,
                };
                if frozen == StateCode::Signed {
                    DecisionState::Signed(sealed)
                } else {
                    let publication = Publication {
                        number: of.known("publication_number", row.publication_number)?,
                        on: row.published_on,
                        member_period: row.period.read(&of)?,
                    };
                    DecisionState::Published(sealed, publication)
                }
            }
        };
        Ok(Self {
            id: row.id.into(),
            version: row.version,
            case: row.city_case.into(),
            project: row.project.map(Into::into),
            preparer: row.preparer.into(),
            notes: row.notes.into(),
            state,
        })
    }
}
