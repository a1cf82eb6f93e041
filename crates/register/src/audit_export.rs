//! The audit log as a file. That it was taken is an event, written before anything is read, so that
//! no export is missing from the log; the file ends where that event stands.

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

/// Events read at a time.
const CHUNK: u32 = 1_000;

/// The events that a query leaves, the first first, as CSV with the events in words of a language.
pub async fn csv(
    register: &Register,
    actor: &Actor,
    query: &LogQuery,
    lang: Lang,
) -> Result<Vec<u8>, Refusal> {
    if !actor.may(UseCase::ReadAudit) {
        return Err(Refusal::Forbidden);
    }
    let narrowed = Narrowed::read(query)?;
    let form = Form {
        name: "audit_export::csv",
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
    let mut tx = read_as_auditor(register, actor).await?;
    let filter = narrowed.filter(query);
    let (mut records, mut last) = (Vec::new(), 0);
    loop {
        let events = tx.audit_log(&filter, Side::After(last), CHUNK).await?;
        let Some((final_event, _)) = events.last() else {
            break;
        };
        last = final_event.seq;
        let wanted = events.into_iter().filter(|(event, _)| event.seq <= end);
        records.extend(wanted.map(record));
        if last >= end {
            break;
        }
    }
    let bytes = audit_log::csv(&records, lang);
    bytes.map_err(|error| Refusal::Document(error.to_string()))
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
