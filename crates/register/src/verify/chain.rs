//! The chain of the audit log.

use std::collections::HashMap;

use domain::event::Event;
use serde_json::Value;
use store::{AuditEvent, AuditPayload, StoreError, Tx};

use super::{Break, Report};
use crate::audit::{event_hash, payload_hash};

/// Events are read in pages of this many, so that a long log needs little memory.
const PAGE: u32 = 500;

/// By which seal each decision was frozen, by its identity; `None` where that payload was
/// disposed of.
pub(super) type Seals = HashMap<String, Option<String>>;

/// Walks along the whole chain.
pub(super) async fn check(tx: &mut Tx, report: &mut Report) -> Result<Seals, StoreError> {
    let mut seals = Seals::new();
    let (mut seq, mut hash) = (0, [0; 32]);
    loop {
        let page = tx.audit_events(seq, PAGE).await?;
        if page.is_empty() {
            break;
        }
        for (event, payload) in page {
            report.events += 1;
            if event.seq != seq + 1 {
                report.breaks.push(Break::EventMissing(seq + 1));
            }
            if event.previous_hash != hash {
                report.breaks.push(Break::EventUnchained(event.seq));
            }
            if event_hash(&event) != event.hash {
                report.breaks.push(Break::EventChanged(event.seq));
            }
            match &payload {
                Some(payload) if payload_hash(payload) != event.payload_hash => {
                    report.breaks.push(Break::PayloadChanged(event.seq));
                }
                Some(_) => {}
                None => report.disposed_payloads += 1,
            }
            remember_seal(&mut seals, &event, payload.as_ref());
            (seq, hash) = (event.seq, event.hash);
        }
    }
    let head = tx.audit_head().await?;
    if (head.seq, head.hash) != (seq, hash) {
        report.breaks.push(Break::EventsCutOff(seq));
    }
    Ok(seals)
}

fn remember_seal(seals: &mut Seals, event: &AuditEvent, payload: Option<&AuditPayload>) {
    if matches!(event.event, Event::DecisionSigned | Event::DecisionRecorded) {
        let payload = payload.and_then(|payload| serde_json::from_str::<Value>(&payload.json).ok());
        let seal = payload.and_then(|payload| Some(payload.get("seal")?.as_str()?.to_owned()));
        seals.insert(event.subject.id.clone(), seal);
    }
}
