//! The audit log as CSV.

use csv::{Terminator, WriterBuilder};
use domain::Lang;
use domain::view::audit::{LogActor, LogRecord};
use time::format_description::well_known::Rfc3339;
use wording::audit;

use crate::harmless::harmless;

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

/// Events as CSV (RFC 4180) with a header; `event_text` is in a language, everything else is the
/// same in all.
///
/// # Errors
/// [`csv::Error`] never in practice: it is written to memory.
pub fn csv(records: &[LogRecord], lang: Lang) -> Result<Vec<u8>, csv::Error> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    writer.write_record(HEADER)?;
    for record in records {
        let (kind, actor, role) = match &record.actor {
            LogActor::Official { name, role, .. } => {
                ("user", name.reveal_to_official().as_str(), role.code())
            }
            LogActor::Operator(user) => ("operator", user.reveal_to_official().as_str(), ""),
            LogActor::System => ("system", "", ""),
        };
        writer.write_record([
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
        ])?;
    }
    writer
        .into_inner()
        .map_err(|error| error.into_error().into())
}
