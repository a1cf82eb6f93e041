//! The audit log as a file. That it was taken is an event, written before anything is read, so that
//! no export is missing from the log; the file ends where that event stands. It is made in parts,
//! each read when the one before it was sent.

use documents::audit_log;
use domain::Lang;
use domain::event::Event;
use domain::publicity::Personal;
use domain::role::UseCase;
use domain::view::audit::{LogQuery, LogRecord};
use serde_json::json;
use store::{AuditEvent, AuditPayload, Side};

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Form};
use crate::clock::with_helsinki_offset;
use crate::refusal::Refusal;
use crate::register::Register;
use crate::views::audit::{Narrowed, log_actor, read_as_auditor};

/// Events in memory at a time.
const CHUNK: u32 = 500;

/// A file that was begun: what it holds, and how far it was written.
#[derive(Clone, Debug)]
pub struct Export {
    /// Who took it, and reads each part.
    actor: Actor,
    query: LogQuery,
    lang: Lang,
    /// The last event that was written; 0 before the first.
    last: i64,
    /// The last event that the file holds.
    end: i64,
    stage: Stage,
}

/// How far a file was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Header,
    Rows,
    Done,
}

/// Begins the file of the events that a query leaves, the first first, as CSV with the events in
/// words of a language.
pub async fn begin(
    register: &Register,
    actor: &Actor,
    query: &LogQuery,
    lang: Lang,
) -> Result<Export, Refusal> {
    if !actor.may(UseCase::ReadAudit) {
        return Err(Refusal::Forbidden);
    }
    Narrowed::read(query)?;
    let form = Form {
        name: "audit_export::begin",
        key: None,
    };
    let mut change = match register.begin(actor, UseCase::ReadAudit, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Err(Refusal::FormUsed),
    };
    let end = change.tx().audit_head().await?.seq;
    let payload = json!({
        "who": query.who,
        "event": query.event,
        "subject": query.subject,
        "subject_id": query.subject_id,
        "from": query.from,
        "until": query.until,
        "up_to": end,
    });
    change
        .finish(Event::AuditLogExported, &Subject::Register, &payload)
        .await?;
    Ok(Export {
        actor: actor.clone(),
        query: query.clone(),
        lang,
        last: 0,
        end,
        stage: Stage::Header,
    })
}

/// The next bytes of a file; `None` after the last ones. Each part is read in a snapshot of its
/// own, since a slow reader must not hold one open; no event before the end of the file changes in
/// between.
pub async fn part(register: &Register, export: &mut Export) -> Result<Option<Vec<u8>>, Refusal> {
    let bytes = match export.stage {
        Stage::Header => {
            export.stage = Stage::Rows;
            audit_log::header()
        }
        Stage::Rows => {
            let records = records(register, export).await?;
            if records.is_empty() {
                return Ok(None);
            }
            audit_log::rows(&records, export.lang)
        }
        Stage::Done => return Ok(None),
    };
    let bytes = bytes.map_err(|error| Refusal::Document(error.to_string()))?;
    Ok(Some(bytes))
}

/// The events of the next part; none after the last one.
async fn records(register: &Register, export: &mut Export) -> Result<Vec<LogRecord>, Refusal> {
    let mut tx = read_as_auditor(register, &export.actor).await?;
    let narrowed = Narrowed::read(&export.query)?;
    let filter = narrowed.filter(&export.query);
    let after = Side::After(export.last);
    let events = tx.audit_log(&filter, after, CHUNK).await?;
    match events.last() {
        Some((last, _)) if last.seq < export.end => export.last = last.seq,
        _ => export.stage = Stage::Done,
    }
    let wanted = events
        .into_iter()
        .filter(|(event, _)| event.seq <= export.end);
    Ok(wanted.map(record).collect())
}

fn record((event, payload): (AuditEvent, Option<AuditPayload>)) -> LogRecord {
    LogRecord {
        seq: event.seq,
        at: with_helsinki_offset(event.at),
        actor: log_actor(event.actor),
        event: event.event,
        subject_kind: event.subject.kind,
        subject_id: event.subject.id,
        payload: Personal::new(payload.map(|payload| payload.json).unwrap_or_default()),
    }
}
