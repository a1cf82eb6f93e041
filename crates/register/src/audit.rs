//! The chain of the audit log: what is hashed, and how. `docs/audit-log.md` has the byte layout.

use domain::case::ClassCode;
use domain::event::Event;
use domain::id::{
    BudgetClosingId, BudgetDecisionId, CallInId, CaseId, CertificateId, ClaimEntryId,
    CoFundingEntryId, CommitmentEntryId, CommitmentLetterId, DecisionDocumentId, DecisionId,
    DelegationId, ExtractId, FilingId, InstalmentEntryId, LegalForceId, NotificationId,
    OrganisationId, ProjectId, ReminderId, ServiceId, UserId,
};
use domain::slug::Slug;
use serde::Serialize;
use sha2::{Digest, Sha256};
use store::{AuditActor, AuditEvent, AuditPayload, AuditSubject, SubjectKind, Tx};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::ids::random;
use crate::refusal::Refusal;

/// What an event happened to.
#[derive(Clone, Debug)]
pub(crate) enum Subject {
    Register,
    User(UserId),
    Series(Slug),
    Organisation(OrganisationId),
    Case(CaseId),
    Project(ProjectId),
    Decision(DecisionId),
    Service(ServiceId),
    Extract(ExtractId),
    DecisionDocument(DecisionDocumentId),
    CommitmentLetter(CommitmentLetterId),
    Filing(FilingId),
    LegalForce(LegalForceId),
    Certificate(CertificateId),
    CallIn(CallInId),
    Reminder(ReminderId),
    Notification(NotificationId),
    Delegation(DelegationId),
    Budget(BudgetDecisionId),
    BudgetClosing(BudgetClosingId),
    CommitmentEntry(CommitmentEntryId),
    Instalment(InstalmentEntryId),
    ClaimEntry(ClaimEntryId),
    CoFundingEntry(CoFundingEntryId),
    CaseClass(ClassCode),
}

impl Subject {
    /// The identity, by which a form's first result is found again.
    pub(crate) fn uuid(&self) -> Uuid {
        match self {
            Self::Register | Self::Series(_) | Self::CaseClass(_) => Uuid::nil(),
            Self::User(id) => (*id).into(),
            Self::Organisation(id) => (*id).into(),
            Self::Case(id) => (*id).into(),
            Self::Project(id) => (*id).into(),
            Self::Decision(id) => (*id).into(),
            Self::Service(id) => (*id).into(),
            Self::Extract(id) => (*id).into(),
            Self::DecisionDocument(id) => (*id).into(),
            Self::CommitmentLetter(id) => (*id).into(),
            Self::Filing(id) => (*id).into(),
            Self::LegalForce(id) => (*id).into(),
            Self::Certificate(id) => (*id).into(),
            Self::CallIn(id) => (*id).into(),
            Self::Reminder(id) => (*id).into(),
            Self::Notification(id) => (*id).into(),
            Self::Delegation(id) => (*id).into(),
            Self::Budget(id) => (*id).into(),
            Self::BudgetClosing(id) => (*id).into(),
            Self::CommitmentEntry(id) => (*id).into(),
            Self::Instalment(id) => (*id).into(),
            Self::ClaimEntry(id) => (*id).into(),
            Self::CoFundingEntry(id) => (*id).into(),
        }
    }

    fn stored(&self) -> AuditSubject {
        let kind = match self {
            Self::Register => SubjectKind::Register,
            Self::User(_) => SubjectKind::User,
            Self::Series(_) => SubjectKind::Series,
            Self::Organisation(_) => SubjectKind::Organisation,
            Self::Case(_) => SubjectKind::Case,
            Self::Project(_) => SubjectKind::Project,
            Self::Decision(_) => SubjectKind::Decision,
            Self::Service(_) => SubjectKind::Service,
            Self::Extract(_) => SubjectKind::Extract,
            Self::DecisionDocument(_) => SubjectKind::DecisionDocument,
            Self::CommitmentLetter(_) => SubjectKind::CommitmentLetter,
            Self::Filing(_) => SubjectKind::Filing,
            Self::LegalForce(_) => SubjectKind::LegalForce,
            Self::Certificate(_) => SubjectKind::Certificate,
            Self::CallIn(_) => SubjectKind::CallIn,
            Self::Reminder(_) => SubjectKind::Reminder,
            Self::Notification(_) => SubjectKind::Notification,
            Self::Delegation(_) => SubjectKind::Delegation,
            Self::Budget(_) => SubjectKind::Budget,
            Self::BudgetClosing(_) => SubjectKind::BudgetClosing,
            Self::CommitmentEntry(_) => SubjectKind::CommitmentEntry,
            Self::Instalment(_) => SubjectKind::Instalment,
            Self::ClaimEntry(_) => SubjectKind::ClaimEntry,
            Self::CoFundingEntry(_) => SubjectKind::CoFundingEntry,
            Self::CaseClass(_) => SubjectKind::CaseClass,
        };
        let id = match self {
            Self::Register => String::new(),
            Self::Series(slug) => slug.to_string(),
            Self::CaseClass(code) => code.to_string(),
            _ => self.uuid().to_string(),
        };
        AuditSubject { kind, id }
    }
}

/// Adds an event to the end of the chain.
pub(crate) async fn append(
    tx: &mut Tx,
    at: OffsetDateTime,
    actor: AuditActor,
    event: Event,
    subject: &Subject,
    payload: &impl Serialize,
) -> Result<(), Refusal> {
    let head = tx.audit_head().await?;
    let payload = AuditPayload {
        salt: random()?,
        json: serde_json::to_string(payload)?,
    };
    let mut event = AuditEvent {
        seq: head.seq + 1,
        at,
        actor,
        event,
        subject: subject.stored(),
        payload_hash: payload_hash(&payload),
        previous_hash: head.hash,
        hash: [0; 32],
    };
    event.hash = event_hash(&event);
    tx.append_audit(&event, &payload).await?;
    Ok(())
}

/// The salted hash of a payload.
pub(crate) fn payload_hash(payload: &AuditPayload) -> [u8; 32] {
    let mut hasher = Sha256::new();
    hasher.update(b"hankerekisteri payload 1\n");
    hasher.update(payload.salt);
    hasher.update(payload.json.as_bytes());
    hasher.finalize().into()
}

/// The hash that chains an event: over all of it but the hash itself.
pub(crate) fn event_hash(event: &AuditEvent) -> [u8; 32] {
    let (kind, id, role, name) = match &event.actor {
        AuditActor::User { id, name, role } => (
            "user",
            id.to_string(),
            role.code(),
            name.reveal_to_official().as_str(),
        ),
        AuditActor::Operator(user) => (
            "operator",
            String::new(),
            "",
            user.reveal_to_official().as_str(),
        ),
        AuditActor::System => ("system", String::new(), "", ""),
    };
    let mut hasher = Sha256::new();
    hasher.update(b"hankerekisteri audit 1\n");
    hasher.update(event.seq.to_be_bytes());
    hasher.update(event.at.unix_timestamp().to_be_bytes());
    for text in [
        kind,
        &id,
        role,
        name,
        event.event.code(),
        subject_code(event.subject.kind),
        &event.subject.id,
    ] {
        // The length before each text keeps two texts from being read as two others.
        hasher.update((text.len() as u64).to_be_bytes());
        hasher.update(text.as_bytes());
    }
    hasher.update(event.payload_hash);
    hasher.update(event.previous_hash);
    hasher.finalize().into()
}

const fn subject_code(kind: SubjectKind) -> &'static str {
    match kind {
        SubjectKind::Register => "register",
        SubjectKind::User => "user",
        SubjectKind::Series => "series",
        SubjectKind::Organisation => "organisation",
        SubjectKind::Case => "case",
        SubjectKind::Project => "project",
        SubjectKind::Decision => "decision",
        SubjectKind::Service => "service",
        SubjectKind::Extract => "extract",
        SubjectKind::DecisionDocument => "decision_document",
        SubjectKind::CommitmentLetter => "commitment_letter",
        SubjectKind::Filing => "filing",
        SubjectKind::LegalForce => "legal_force",
        SubjectKind::Certificate => "certificate",
        SubjectKind::CallIn => "call_in",
        SubjectKind::Delegation => "delegation",
        SubjectKind::Budget => "budget",
        SubjectKind::BudgetClosing => "budget_closing",
        SubjectKind::CommitmentEntry => "commitment_entry",
        SubjectKind::Instalment => "instalment_entry",
        SubjectKind::ClaimEntry => "claim_entry",
        SubjectKind::CoFundingEntry => "co_funding_entry",
        SubjectKind::Reminder => "reminder",
        SubjectKind::Notification => "notification",
        SubjectKind::CaseClass => "case_class",
    }
}

#[cfg(test)]
mod tests {
    use domain::publicity::Personal;
    use domain::role::Role;
    use time::macros::datetime;

    use super::*;

    #[test]
    fn the_worked_example_of_the_page_is_what_the_code_hashes() {
        let page = include_str!("../../../docs/audit-log.md");
        let block = |fence: &str| {
            let rest = page.split_once(fence).expect("the block is there").1;
            rest.split_once("```").expect("the block ends").0.trim()
        };
        let payload = AuditPayload {
            salt: [0x2a; 32],
            json: block("```json").to_owned(),
        };
        let id = |number: u128| Uuid::from_u128((0x018a_1b2c_0000_7000_8000 << 48) + number);
        let event = AuditEvent {
            seq: 1,
            at: datetime!(2023-08-21 06:00:00 UTC),
            actor: AuditActor::User {
                id: id(1).into(),
                name: Personal::new("Kaarina Kirjaaja".to_owned()),
                role: Role::Registrar,
            },
            event: Event::CaseOpened,
            subject: Subject::Case(id(2).into()).stored(),
            payload_hash: payload_hash(&payload),
            previous_hash: [0; 32],
            hash: [0; 32],
        };
        assert_eq!(hex::encode(event.payload_hash), block("```text payload"));
        assert_eq!(hex::encode(event_hash(&event)), block("```text event"));
    }
}
