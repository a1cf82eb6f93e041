//! The chain of the audit log, and what it says of the rows it was written with.

use std::collections::{HashMap, HashSet};

use domain::event::Event;
use serde_json::Value;
use store::{AuditEvent, AuditPayload, StoreError, Tx};

use super::{Break, Report};
use crate::audit::{event_hash, payload_hash};

/// Events are read in pages of this many, so that a long log needs little memory.
const PAGE: u32 = 500;

/// What the log says of rows, by their identities. A payload is `None` where it was disposed of.
#[derive(Default)]
pub(super) struct Trail {
    /// The payload with the seal by which each decision was frozen.
    pub(super) frozen: HashMap<String, Option<Value>>,
    /// The payload with the seal of each correction, by decision and number.
    pub(super) corrected: HashMap<(String, u64), Option<Value>>,
    /// The services of those whom a registrar marked as parties.
    pub(super) parties_added: HashSet<String>,
    /// The payload of each entry about a commitment.
    pub(super) commitment_entries: HashMap<String, Option<Value>>,
    /// The payload of each entry about an instalment.
    pub(super) instalment_entries: HashMap<String, Option<Value>>,
    /// The payload of each entry about payment claims.
    pub(super) claim_entries: HashMap<String, Option<Value>>,
    /// The payload of each entry about another funder.
    pub(super) co_funding_entries: HashMap<String, Option<Value>>,
    /// What was found in the ledger as which payment, by the payment's entry.
    pub(super) ledger_matches: HashMap<String, Value>,
    /// Whether a payload that said so was disposed of.
    pub(super) forgets_matches: bool,
    /// The payload of each version of a project, by project and number.
    pub(super) project_versions: HashMap<(String, i64), Option<Value>>,
    /// The last payload of each filing.
    pub(super) filings: HashMap<String, Option<Value>>,
    /// The payload of each statement of legal force.
    pub(super) statements: HashMap<String, Option<Value>>,
    /// The statements of legal force that were reopened.
    pub(super) reopened: HashSet<String>,
    /// The events whose payloads were disposed of by an act of the log, with that act.
    disposed: HashMap<i64, i64>,
}

/// Walks along the whole chain.
pub(super) async fn check(tx: &mut Tx, report: &mut Report) -> Result<Trail, StoreError> {
    let mut trail = Trail::default();
    let (mut seq, mut hash) = (0, [0; 32]);
    let mut missing = Vec::new();
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
                None => missing.push(event.seq),
            }
            trail.remember(&event, payload.as_ref());
            (seq, hash) = (event.seq, event.hash);
        }
    }
    report.disposals = trail.disposed.values().collect::<HashSet<_>>().len() as u64;
    for seq in missing {
        // An act comes after what it disposes of.
        if trail.disposed.get(&seq).is_some_and(|act| seq < *act) {
            report.disposed_payloads += 1;
        } else {
            report.breaks.push(Break::PayloadMissing(seq));
        }
    }
    let head = tx.audit_head().await?;
    if (head.seq, head.hash) != (seq, hash) {
        report.breaks.push(Break::EventsCutOff(seq));
    }
    Ok(trail)
}

impl Trail {
    fn remember(&mut self, event: &AuditEvent, payload: Option<&AuditPayload>) {
        let payload = payload.and_then(|payload| serde_json::from_str::<Value>(&payload.json).ok());
        let id = event.subject.id.clone();
        let disposed = payload
            .as_ref()
            .and_then(|payload| payload["disposed_payloads"].as_array());
        let disposed = disposed.into_iter().flatten().filter_map(Value::as_i64);
        self.disposed.extend(disposed.map(|seq| (seq, event.seq)));
        let reopened = payload
            .as_ref()
            .and_then(|payload| payload["reopened"].as_str());
        self.reopened.extend(reopened.map(str::to_owned));
        match event.event {
            Event::DecisionSigned | Event::DecisionRecorded => {
                self.frozen.insert(id, payload);
            }
            Event::DecisionCorrected => {
                let number = payload
                    .as_ref()
                    .and_then(|logged| logged["number"].as_u64());
                // A payload that was disposed of no longer says which; the order does.
                let before = || self.corrected.keys().filter(|(of, _)| *of == id).count() as u64;
                let number = number.unwrap_or_else(|| before() + 1);
                self.corrected.insert((id, number), payload);
            }
            Event::PartyAdded => {
                self.parties_added.insert(id);
            }
            Event::FilingRecorded | Event::FilingDecided => {
                self.filings.insert(id, payload);
            }
            Event::ProjectEntered
            | Event::ProjectChanged
            | Event::ProjectPhaseRecorded
            | Event::ProjectPhaseUndone => {
                let number = payload
                    .as_ref()
                    .and_then(|logged| logged["version"].as_i64());
                // Every version has one event, so that the order says what a payload no longer does.
                let before = || self.project_versions.keys().filter(|(of, _)| *of == id);
                let number =
                    number.unwrap_or_else(|| i64::try_from(before().count()).unwrap_or(0) + 1);
                self.project_versions.insert((id, number), payload);
            }
            Event::CommitmentEntryRecorded => {
                self.commitment_entries.insert(id, payload);
            }
            Event::InstalmentEntryRecorded => {
                self.instalment_entries.insert(id, payload);
            }
            Event::ClaimEntryRecorded => {
                self.claim_entries.insert(id, payload);
            }
            Event::CoFundingEntryRecorded => {
                self.co_funding_entries.insert(id, payload);
            }
            Event::TableImported => match payload {
                Some(payload) => self.remember_matches(&payload),
                None => self.forgets_matches = true,
            },
            Event::LegalForceStated => {
                self.statements.insert(id, payload);
            }
            Event::LegalForceReopened => {
                self.reopened.insert(id);
            }
            _ => {}
        }
    }

    fn remember_matches(&mut self, payload: &Value) {
        let matches = payload["recorded"]["matches"].as_array();
        for of in matches.into_iter().flatten() {
            let entry = of["entry"].as_str().unwrap_or_default();
            self.ledger_matches.insert(entry.to_owned(), of.clone());
        }
    }
}

/// Whether a payload of the log says what a row says; one that was disposed of says nothing.
pub(super) fn agrees(logged: Option<&Value>, row: &Value) -> bool {
    let (Some(logged), Some(row)) = (logged, row.as_object()) else {
        return true;
    };
    row.iter().all(|(key, value)| logged[key] == *value)
}
