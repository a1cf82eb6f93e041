//! The audit log as CSV, in parts that follow each other: a log has more events than fit in memory.

use domain::Lang;
use domain::view::audit::{LogActor, LogRecord};
use time::format_description::well_known::Rfc3339;
use wording::audit;

use crate::lines::{COMMA, harmless, lines};

/// The names of the columns.
const HEADER: [&str; 10] = [
    "number",
    "at",
    "actor_kind",
    "actor",
    "role",
    "event",
    "event_text",
    "subject_kind",
    "subject",
    "payload",
];

/// The first line of the file (RFC 4180): the names of the columns.
///
/// # Errors
/// [`csv::Error`] never in practice: it is written to memory.
pub fn header() -> Result<Vec<u8>, csv::Error> {
    lines(COMMA, [HEADER])
}

/// The lines of events; `event_text` is in a language, everything else is the same in all.
///
/// # Errors
/// [`csv::Error`] never in practice: it is written to memory.
pub fn rows(records: &[LogRecord], lang: Lang) -> Result<Vec<u8>, csv::Error> {
    lines(COMMA, records.iter().map(|record| row(record, lang)))
}

fn row(record: &LogRecord, lang: Lang) -> [String; 10] {
    let (kind, actor, role) = match &record.actor {
        LogActor::Official { name, role, .. } => {
            ("user", name.reveal_to_official().as_str(), role.code())
        }
        LogActor::Operator(user) => ("operator", user.reveal_to_official().as_str(), ""),
        LogActor::System => ("system", "", ""),
    };
    [
        record.seq.to_string(),
        record.at.format(&Rfc3339).unwrap_or_default(),
        kind.to_owned(),
        harmless(actor),
        role.to_owned(),
        record.event.code().to_owned(),
        audit::event(record.event, lang).to_owned(),
        record.subject_kind.code().to_owned(),
        harmless(&record.subject_id),
        harmless(record.payload.reveal_to_official()),
    ]
}
