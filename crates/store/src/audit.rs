//! The audit log: a chain of events that is only ever added to, and its payloads.

use domain::event::Event;
use domain::id::UserId;
use domain::publicity::Personal;
use domain::role::Role;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::error::{RowOf, one_row};
use crate::tx::{execute, fetch_all, fetch_one, stored};
use crate::{StoreError, Tx};

const HEAD: &str = "select seq, hash from audit_head where id = 1";
const MOVE_HEAD: &str =
    "update audit_head set seq = $1, hash = $2 where id = 1 and seq = $1 - 1 and hash = $3";
const ADD_EVENT: &str = "
    insert into audit_event (seq, happened_at, actor_kind, actor_id, actor_name, actor_role,
        event, subject_kind, subject_id, payload_hash, previous_hash, hash)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
const ADD_PAYLOAD: &str = "insert into audit_payload (seq, salt, payload) values ($1, $2, $3)";
const EVENTS_AFTER: &str = "
    select e.seq, e.happened_at, e.actor_kind, e.actor_id, e.actor_name, e.actor_role, e.event,
           e.subject_kind, e.subject_id, e.payload_hash, e.previous_hash, e.hash,
           p.salt, p.payload
      from audit_event e
      left join audit_payload p on p.seq = e.seq
     where e.seq > $1
     order by e.seq
     limit $2";
const DISPOSE: &str = "delete from audit_payload where seq = $1";

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
    /// A claim or appeal.
    Filing,
    /// A statement of legal force.
    LegalForce,
    /// A certificate of legal force.
    Certificate,
    /// A meeting that left officers' decisions as they are.
    CallIn,
    /// A reminder of a last day.
    Reminder,
    /// A class of cases.
    CaseClass,
}

impl SubjectKind {
    /// Every kind.
    pub const ALL: [Self; 15] = [
        Self::Register,
        Self::User,
        Self::Series,
        Self::Organisation,
        Self::Case,
        Self::Project,
        Self::Decision,
        Self::Service,
        Self::Extract,
        Self::Filing,
        Self::LegalForce,
        Self::Certificate,
        Self::CallIn,
        Self::Reminder,
        Self::CaseClass,
    ];

    /// The stored code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Register => "register",
            Self::User => "user",
            Self::Series => "series",
            Self::Organisation => "organisation",
            Self::Case => "case",
            Self::Project => "project",
            Self::Decision => "decision",
            Self::Service => "service",
            Self::Extract => "extract",
            Self::Filing => "filing",
            Self::LegalForce => "legal_force",
            Self::Certificate => "certificate",
            Self::CallIn => "call_in",
            Self::Reminder => "reminder",
            Self::CaseClass => "case_class",
        }
    }

    /// The kind of a stored code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// What an event is about in full, kept apart so that it can be disposed of lawfully.
///
/// Has no `Debug`: a payload may name people.
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
        let row: HeadRow = fetch_one!(self, HEAD)?;
        let of = RowOf {
            table: "audit_head",
            key: &1,
        };
        Ok(AuditHead {
            seq: row.seq,
            hash: of.read("hash", row.hash.try_into())?,
        })
    }

    /// Adds an event after the head; [`StoreError::RowsAffected`] where it does not follow it.
    pub async fn append_audit(
        &mut self,
        event: &AuditEvent,
        payload: &AuditPayload,
    ) -> Result<(), StoreError> {
        let (kind, id, name, role) = match &event.actor {
            AuditActor::User { id, name, role } => (
                "user",
                Some(Uuid::from(*id)),
                Some(name.reveal_to_official().as_str()),
                Some(role.code()),
            ),
            AuditActor::Operator(name) => (
                "operator",
                None,
                Some(name.reveal_to_official().as_str()),
                None,
            ),
            AuditActor::System => ("system", None, None, None),
        };
        let moved = execute!(
            self,
            MOVE_HEAD,
            event.seq,
            &event.hash[..],
            &event.previous_hash[..],
        )?;
        one_row("the event that follows the head of the audit log", moved)?;
        execute!(
            self,
            ADD_EVENT,
            event.seq,
            stored(event.at),
            kind,
            id,
            name,
            role,
            event.event.code(),
            event.subject.kind.code(),
            &event.subject.id,
            &event.payload_hash[..],
            &event.previous_hash[..],
            &event.hash[..],
        )?;
        execute!(
            self,
            ADD_PAYLOAD,
            event.seq,
            &payload.salt[..],
            &payload.json
        )?;
        Ok(())
    }

    /// The events after a number, in order, each with its payload unless that was disposed of.
    pub async fn audit_events(
        &mut self,
        after: i64,
        limit: u32,
    ) -> Result<Vec<(AuditEvent, Option<AuditPayload>)>, StoreError> {
        let rows: Vec<EventRow> = fetch_all!(self, EVENTS_AFTER, after, i64::from(limit))?;
        rows.into_iter().map(EventRow::read).collect()
    }

    /// Disposes of a payload; `false` where that was done before.
    pub async fn dispose_of_payload(&mut self, seq: i64) -> Result<bool, StoreError> {
        Ok(execute!(self, DISPOSE, seq)? == 1)
    }
}

#[derive(sqlx::FromRow)]
struct HeadRow {
    seq: i64,
    hash: Vec<u8>,
}

#[derive(sqlx::FromRow)]
struct EventRow {
    seq: i64,
    happened_at: OffsetDateTime,
    actor_kind: String,
    actor_id: Option<Uuid>,
    actor_name: Option<String>,
    actor_role: Option<String>,
    event: String,
    subject_kind: String,
    subject_id: String,
    payload_hash: Vec<u8>,
    previous_hash: Vec<u8>,
    hash: Vec<u8>,
    salt: Option<Vec<u8>>,
    payload: Option<String>,
}

impl EventRow {
    fn read(self) -> Result<(AuditEvent, Option<AuditPayload>), StoreError> {
        let of = RowOf {
            table: "audit_event",
            key: &self.seq,
        };
        let role = self.actor_role.as_deref().and_then(Role::from_code);
        let actor = match (&*self.actor_kind, self.actor_id, self.actor_name) {
            ("user", Some(id), Some(name)) => AuditActor::User {
                id: id.into(),
                name: Personal::new(name),
                role: of.known("actor_role", role)?,
            },
            ("operator", None, Some(name)) => AuditActor::Operator(Personal::new(name)),
            ("system", None, None) => AuditActor::System,
            _ => of.known("actor_kind", None)?,
        };
        let event = AuditEvent {
            seq: self.seq,
            at: self.happened_at,
            actor,
            event: of.known("event", Event::from_code(&self.event))?,
            subject: AuditSubject {
                kind: of.known("subject_kind", SubjectKind::from_code(&self.subject_kind))?,
                id: self.subject_id,
            },
            payload_hash: of.read("payload_hash", self.payload_hash.try_into())?,
            previous_hash: of.read("previous_hash", self.previous_hash.try_into())?,
            hash: of.read("hash", self.hash.try_into())?,
        };
        let payload = match (self.salt, self.payload) {
            (Some(salt), Some(json)) => Some(AuditPayload {
                salt: of.read("salt", salt.try_into())?,
                json,
            }),
            _ => None,
        };
        Ok((event, payload))
    }
}
