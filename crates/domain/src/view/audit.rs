//! Views of the audit log, for who may read it.

use time::{OffsetDateTime, PrimitiveDateTime};

use crate::case::CaseKey;
use crate::event::{Event, SubjectKind};
use crate::finding::Findings;
use crate::id::{DecisionId, ReminderId, UserId};
use crate::publicity::Personal;
use crate::role::Role;
use crate::slug::Slug;

/// What the log is narrowed to, as it stands in an address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogQuery {
    /// Who: the identity of an account, `operator` or `system`; empty for everybody.
    pub who: String,
    /// The code of an event, or empty.
    pub event: String,
    /// The code of a kind of subject, or empty.
    pub subject: String,
    /// The identity of a subject of that kind, or empty.
    pub subject_id: String,
    /// The first day, or empty.
    pub from: String,
    /// The last day, or empty.
    pub until: String,
}

/// A page of the log.
#[derive(Clone, Debug, PartialEq)]
pub struct LogPage {
    /// What it was narrowed to.
    pub query: LogQuery,
    /// What is wrong with that: nothing is shown then.
    pub findings: Findings,
    /// The events, the last first.
    pub lines: Vec<LogLine>,
    /// Whether there are later events than these; they come after the first.
    pub newer: Option<i64>,
    /// Whether there are earlier events than these; they come before the last.
    pub older: Option<i64>,
    /// The accounts one can narrow to: identity and name.
    pub people: Vec<(UserId, Personal<String>)>,
}

/// An event in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct LogLine {
    /// Its number.
    pub seq: i64,
    /// When, Helsinki time.
    pub at: PrimitiveDateTime,
    /// Who.
    pub actor: LogActor,
    /// What happened.
    pub event: Event,
    /// To what.
    pub subject: LogSubject,
}

/// Who did something, as it was written down then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LogActor {
    /// An official.
    Official {
        /// The account.
        id: UserId,
        /// The name at that moment.
        name: Personal<String>,
        /// The role at that moment.
        role: Role,
    },
    /// Somebody at the command line.
    Operator(Personal<String>),
    /// The register itself.
    System,
}

/// What an event happened to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogSubject {
    /// Its kind.
    pub kind: SubjectKind,
    /// Its identity or slug; empty where the kind says enough.
    pub id: String,
    /// What it is called now, where it is there and has a name.
    pub name: Option<Personal<String>>,
    /// Its page, where it has one.
    pub page: Option<SubjectPage>,
}

/// A page on which a subject is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SubjectPage {
    /// An account.
    Account(UserId),
    /// A section series.
    Series(Slug),
    /// The organisations.
    Organisations,
    /// A case.
    Case(CaseKey),
    /// A project, also of its payment claims.
    Project(Slug),
    /// A decision, also of its services, filings and what was handed out of it.
    Decision(DecisionId),
    /// A reminder.
    Reminder(ReminderId),
    /// The decisions for the call-in right.
    CallIn,
    /// The budget.
    Budget,
}

/// An event with everything that is kept of it.
#[derive(Clone, Debug, PartialEq)]
pub struct LogEntry {
    /// The event.
    pub line: LogLine,
    /// The payload as indented JSON; `None` where it was disposed of.
    pub payload: Option<Personal<String>>,
    /// The hash of the payload, hexadecimal.
    pub payload_hash: String,
    /// The hash of the event before it, hexadecimal.
    pub previous_hash: String,
    /// The hash of the event, hexadecimal.
    pub hash: String,
}

/// An event as a file has it.
#[derive(Clone, Debug, PartialEq)]
pub struct LogRecord {
    /// Its number.
    pub seq: i64,
    /// When, with the offset that clocks in Helsinki had.
    pub at: OffsetDateTime,
    /// Who.
    pub actor: LogActor,
    /// What happened.
    pub event: Event,
    /// The kind of what it happened to.
    pub subject_kind: SubjectKind,
    /// Its identity or slug.
    pub subject_id: String,
    /// The payload as JSON; empty where it was disposed of.
    pub payload: Personal<String>,
}
