//! The audit log as people read it: narrowed, and the last events first.

use domain::event::{Event, SubjectKind};
use domain::id::{DecisionId, UserId};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::audit::{EventRow, audit_events};
use crate::tx::{fetch_all, fetch_optional, stored};
use crate::{AuditEvent, AuditPayload, StoreError, Tx};

/// The conditions of [`AuditFilter`], each of which is left out where its value is null.
macro_rules! filtered {
    ($rest:literal) => {
        concat!(
            audit_events!(),
            "where ($1 is null or e.actor_kind = $1)
               and ($2 is null or e.actor_id = $2)
               and ($3 is null or e.event = $3)
               and ($4 is null or e.subject_kind = $4)
               and ($5 is null or e.subject_id = $5)
               and ($6 is null or e.happened_at >= $6)
               and ($7 is null or e.happened_at < $7)
               and ",
            $rest
        )
    };
}

const BEFORE: &str = filtered!("($8 is null or e.seq < $8) order by e.seq desc limit $9");
const AFTER: &str = filtered!("e.seq > $8 order by e.seq limit $9");
const ONE: &str = concat!(audit_events!(), "where e.seq = $1");
/// What an official did with the register; coming and going is none of it.
const ACTS_OF: &str = concat!(
    audit_events!(),
    "where e.actor_id = $1 and e.event not in ('signed_in', 'session_ended', 'other_sessions_ended')
     order by e.seq desc
     limit $2"
);
/// How an account came in, was kept out, and what was done about it.
const SIGN_INS_OF: &str = concat!(
    audit_events!(),
    "where e.subject_kind = 'user' and e.subject_id = $1
       and e.event in ('signed_in', 'sign_in_refused', 'sign_in_locked', 'sign_in_unlocked',
           'session_ended', 'other_sessions_ended', 'one_time_password_set', 'password_changed',
           'user_disabled', 'user_enabled')
     order by e.seq desc
     limit $2"
);
const LAST_TIME: &str = "
    select happened_at
      from audit_event
     where subject_kind = 'decision' and subject_id = $1 and event = $2
     order by seq desc
     limit 1";
const LAST_SIGN_IN: &str = "
    select happened_at
      from audit_event
     where subject_kind = 'user' and subject_id = $1 and event = 'signed_in'
     order by seq desc
     limit 1";
const DECISION_OF_SERVICE: &str = "select decision from service where id = $1";
const DECISION_OF_EXTRACT: &str = "select decision from extract where id = $1";
const DECISION_OF_DOCUMENT: &str = "select decision from decision_document where id = $1";
const DECISION_OF_LETTER: &str = "select decision from commitment_letter where id = $1";
const DECISION_OF_FILING: &str = "select decision from filing where id = $1";
const DECISION_OF_COMMITMENT_ENTRY: &str = "select decision from commitment_entry where id = $1";
const DECISION_OF_INSTALMENT: &str = "select decision from instalment_entry where id = $1";
const DECISION_OF_LEGAL_FORCE: &str = "select decision from legal_force where id = $1";
const DECISION_OF_CERTIFICATE: &str = "
    select f.decision
      from certificate c
      join legal_force f on f.id = c.legal_force
     where c.id = $1";

/// What the log is narrowed to; everything where nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AuditFilter<'a> {
    /// Only what this kind of actor did: `user`, `operator` or `system`.
    pub actor_kind: Option<&'a str>,
    /// Only what this account did.
    pub actor: Option<UserId>,
    /// Only this event.
    pub event: Option<Event>,
    /// Only what happened to things of this kind.
    pub subject_kind: Option<SubjectKind>,
    /// Only what happened to the thing of this identity or slug.
    pub subject: Option<&'a str>,
    /// Only from this instant on.
    pub from: Option<OffsetDateTime>,
    /// Only before this instant.
    pub until: Option<OffsetDateTime>,
}

/// On which side of an event the events are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The last events of all, the last first.
    Last,
    /// Those before an event, the last first.
    Before(i64),
    /// Those after an event, the first first.
    After(i64),
}

/// An event with its payload, unless that was disposed of.
type Logged = (AuditEvent, Option<AuditPayload>);

impl Tx {
    /// The events that a filter leaves, on one side of an event.
    pub async fn audit_log(
        &mut self,
        filter: &AuditFilter<'_>,
        side: Side,
        limit: u32,
    ) -> Result<Vec<Logged>, StoreError> {
        let (sql, seq) = match side {
            Side::Last => (BEFORE, None),
            Side::Before(seq) => (BEFORE, Some(seq)),
            Side::After(seq) => (AFTER, Some(seq)),
        };
        let rows: Vec<EventRow> = fetch_all!(
            self,
            sql,
            filter.actor_kind,
            filter.actor.map(Uuid::from),
            filter.event.map(Event::code),
            filter.subject_kind.map(SubjectKind::code),
            filter.subject,
            filter.from.map(stored),
            filter.until.map(stored),
            seq,
            i64::from(limit),
        )?;
        rows.into_iter().map(EventRow::read).collect()
    }

    /// One event.
    pub async fn audit_event(&mut self, seq: i64) -> Result<Option<Logged>, StoreError> {
        let row: Option<EventRow> = fetch_optional!(self, ONE, seq)?;
        row.map(EventRow::read).transpose()
    }

    /// What an official did last, the last first; signing in and out is left out.
    pub async fn acts_of(
        &mut self,
        official: UserId,
        limit: u32,
    ) -> Result<Vec<Logged>, StoreError> {
        let rows: Vec<EventRow> =
            fetch_all!(self, ACTS_OF, Uuid::from(official), i64::from(limit))?;
        rows.into_iter().map(EventRow::read).collect()
    }

    /// How an account came in or was kept out, the last first.
    pub async fn sign_ins_of(
        &mut self,
        account: UserId,
        limit: u32,
    ) -> Result<Vec<Logged>, StoreError> {
        let rows: Vec<EventRow> =
            fetch_all!(self, SIGN_INS_OF, account.to_string(), i64::from(limit))?;
        rows.into_iter().map(EventRow::read).collect()
    }

    /// When an event last happened to a decision.
    pub async fn last_time(
        &mut self,
        event: Event,
        decision: DecisionId,
    ) -> Result<Option<OffsetDateTime>, StoreError> {
        let row: Option<(OffsetDateTime,)> =
            fetch_optional!(self, LAST_TIME, decision.to_string(), event.code())?;
        Ok(row.map(|(at,)| at))
    }

    /// When an account last signed in.
    pub async fn last_sign_in(
        &mut self,
        account: UserId,
    ) -> Result<Option<OffsetDateTime>, StoreError> {
        let row: Option<(OffsetDateTime,)> =
            fetch_optional!(self, LAST_SIGN_IN, account.to_string())?;
        Ok(row.map(|(at,)| at))
    }

    /// The decision that a subject of an event belongs to; `None` where it is of another kind.
    pub async fn decision_of_subject(
        &mut self,
        kind: SubjectKind,
        id: Uuid,
    ) -> Result<Option<DecisionId>, StoreError> {
        let sql = match kind {
            SubjectKind::Decision => return Ok(Some(id.into())),
            SubjectKind::Service => DECISION_OF_SERVICE,
            SubjectKind::Extract => DECISION_OF_EXTRACT,
            SubjectKind::DecisionDocument => DECISION_OF_DOCUMENT,
            SubjectKind::CommitmentLetter => DECISION_OF_LETTER,
            SubjectKind::Filing => DECISION_OF_FILING,
            SubjectKind::CommitmentEntry => DECISION_OF_COMMITMENT_ENTRY,
            SubjectKind::Instalment => DECISION_OF_INSTALMENT,
            SubjectKind::LegalForce => DECISION_OF_LEGAL_FORCE,
            SubjectKind::Certificate => DECISION_OF_CERTIFICATE,
            SubjectKind::Register
            | SubjectKind::User
            | SubjectKind::Series
            | SubjectKind::Organisation
            | SubjectKind::Case
            | SubjectKind::Project
            | SubjectKind::ClaimEntry
            | SubjectKind::CoFundingEntry
            | SubjectKind::CallIn
            | SubjectKind::Reminder
            | SubjectKind::Delegation
            | SubjectKind::Budget
            | SubjectKind::BudgetClosing
            | SubjectKind::CaseClass
            | SubjectKind::Notification => return Ok(None),
        };
        let row: Option<(Uuid,)> = fetch_optional!(self, sql, id)?;
        Ok(row.map(|(decision,)| decision.into()))
    }
}
