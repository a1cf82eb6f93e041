//! Documents that were handed out, found by the codes printed on them.

use domain::id::DecisionId;
use domain::view::public::HandedOut;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::decision::not_ended;
use crate::tx::fetch_optional;
use crate::{StoreError, Tx};

/// One question for every kind of document, so that the time of the answer tells nothing. PostgreSQL
/// takes the type of `void_at` from the first two parts.
const BY_CODE: &str = concat!(
    "select e.decision, e.certified_at as given_at, 'extract' as kind, null as void_at
      from extract e
     where e.code = $1
    union all
    select l.decision, c.issued_at, 'certificate', l.reopened_at
      from certificate c
      join legal_force l on l.id = c.legal_force
     where c.code = $1
    union all
    select d.decision, d.made_at, 'decision_document', null
      from decision_document d
     where d.code = $1
    union all
    select m.decision, m.given_at,
           case when ",
    not_ended!("d"),
    " then 'commitment_letter' else 'ended_letter' end, null
      from commitment_letter m
      join decision d on d.id = m.decision
     where m.code = $1"
);

/// A document that was handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedOutRow {
    /// The decision it is of.
    pub decision: DecisionId,
    /// When it was given.
    pub given_at: OffsetDateTime,
    /// Which document it is, and whether what it certified still holds.
    pub version: HandedOut,
}

impl Tx {
    /// The document of a code.
    pub async fn handed_out(&mut self, code: &str) -> Result<Option<HandedOutRow>, StoreError> {
        let row: Option<(Uuid, OffsetDateTime, String, Option<OffsetDateTime>)> =
            fetch_optional!(self, BY_CODE, code)?;
        Ok(row.map(|(decision, given_at, kind, void_at)| HandedOutRow {
            decision: decision.into(),
            given_at,
            version: match (kind.as_str(), void_at) {
                ("certificate", None) => HandedOut::Certificate,
                ("certificate", Some(_)) => HandedOut::VoidCertificate,
                ("decision_document", _) => HandedOut::DecisionDocument,
                ("commitment_letter", _) => HandedOut::CommitmentLetter,
                ("ended_letter", _) => HandedOut::EndedLetter,
                _ => HandedOut::Extract,
            },
        }))
    }
}
