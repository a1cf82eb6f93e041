//! The audit log: a chain of events that is only ever added to, and its payloads.

use domain::event::Event;
use domain::id::UserId;
use domain::publicity::Personal;
use domain::role::Role;
use time::OffsetDateTime;

use crate::{StoreError, Tx};

/// The end of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuditHead {
    /// The number of the last event; 0 before the first.
    pub seq: i64,
    /// Its hash; zeros before the first.
    pub hash: [u8; 32],
}

/// An event as it is chained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEvent {
    /// Its number, one more than the event before it.
    pub seq: i64,
    /// When it happened.
    pub at: OffsetDateTime,
    /// Who did it, copied so that it outlives the account.
    pub actor: AuditActor,
    /// What happened.
    pub event: Event,
    /// To what.
    pub subject: AuditSubject,
    /// The salted hash of the payload.
    pub payload_hash: [u8; 32],
    /// The hash of the event before it.
    pub previous_hash: [u8; 32],
    /// The hash over all of the above.
    pub hash: [u8; 32],
}

/// Who did something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AuditActor {
    /// An official with an account.
    User {
        /// The account.
        id: UserId,
        /// The person's name at that moment.
        name: Personal<String>,
        /// The role at that moment.
        role: Role,
    },
    /// Somebody at the command line, by the name of the operating system's user.
    Operator(Personal<String>),
    /// The register itself: a job, or a sign-in that nobody could be found for.
    System,
}

/// What an event happened to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditSubject {
    /// What kind of thing.
    pub kind: SubjectKind,
    /// Which one: its identity or slug; empty where the kind says enough.
    pub id: String,
}

/// A kind of thing that events happen to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubjectKind {
    /// The register.
    Register,
    /// An account.
    User,
    /// A section series.
    Series,
    /// An organisation.
    Organisation,
    /// A case.
    Case,
    /// A project or its funding plan.
    Project,
    /// A decision.
    Decision,
    /// A service.
    Service,
    /// An extract.
    Extract,
}

/// What an event is about in full, kept apart so that it can be disposed of lawfully.
#[derive(Clone, PartialEq, Eq)]
pub struct AuditPayload {
    /// Random bytes that keep the hash from being guessed.
    pub salt: [u8; 32],
    /// JSON.
    pub json: String,
}

impl Tx {
    /// The end of the chain.
    pub async fn audit_head(&mut self) -> Result<AuditHead, StoreError> {
        todo!()
    }

    /// Adds an event after the head; [`StoreError::RowsAffected`] where it does not follow it.
    pub async fn append_audit(
        &mut self,
        event: &AuditEvent,
        payload: &AuditPayload,
    ) -> Result<(), StoreError> {
        let _ = (event, payload);
        todo!()
    }

    /// The events after a number, in order, each with its payload unless that was disposed of.
    pub async fn audit_events(
        &mut self,
        after: i64,
        limit: u32,
    ) -> Result<Vec<(AuditEvent, Option<AuditPayload>)>, StoreError> {
        let _ = (after, limit);
        todo!()
    }

    /// Disposes of a payload; `false` where that was done before.
    pub async fn dispose_of_payload(&mut self, seq: i64) -> Result<bool, StoreError> {
        let _ = seq;
        todo!()
    }

    /// The number of the last change, raised by each save that a page could show.
    pub async fn data_version(&mut self) -> Result<i64, StoreError> {
        todo!()
    }

    /// The next number of a publication; each is given out once.
    pub async fn next_publication_number(&mut self) -> Result<i64, StoreError> {
        todo!()
    }
}
