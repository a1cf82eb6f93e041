//! Documents of a case: registered without delay, corrected openly, never removed by hand
//! (tiedonhallintalaki 25–26 §).

use domain::case::{CaseDocument, DocumentFacts, DocumentKind, IncomingDraft, OwnDraft, Sending};
use domain::event::Event;
use domain::finding::Findings;
use domain::id::{CaseDocumentId, CaseId, IdempotencyKey};
use domain::role::UseCase;
use domain::service::ServiceMeans;
use serde_json::{Value, json};

use super::kept;
use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Change, Form};
use crate::ids::new_id;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;

/// A document as typed.
#[derive(Clone, Copy, Debug)]
pub enum DocumentDraft<'a> {
    /// One that came in.
    Incoming(&'a IncomingDraft),
    /// One made here.
    Own(&'a OwnDraft),
}

const REASON: usize = 1_000;

/// Registers a document; its number is the next of its case.
pub async fn add(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    case: CaseId,
    draft: DocumentDraft<'_>,
) -> Result<(), Refusal> {
    let form = Form {
        name: "cases::documents::add",
        key,
    };
    let mut change = match register.begin(actor, UseCase::EditCase, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    kept(&mut change, case).await?;
    let facts = read(&mut change, case, draft).await?;
    let at = change.at();
    let document = CaseDocument {
        id: new_id(at)?,
        version: 1,
        case,
        ordinal: change.tx().next_document_ordinal(case).await?,
        facts,
        registered_at: at,
        void: None,
    };
    change.tx().add_case_document(&document, at).await?;
    let (event, subject) = (Event::CaseDocumentAdded, Subject::Case(case));
    change.finish(event, &subject, &logged(&document)).await
}

/// Corrects the record of a document, over the version that was seen. What came in stays what
/// came in.
pub async fn correct(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    (case, id): (CaseId, CaseDocumentId),
    version: i64,
    draft: DocumentDraft<'_>,
) -> Result<(), Refusal> {
    let form = Form {
        name: "cases::documents::correct",
        key,
    };
    let mut change = match register.begin(actor, UseCase::EditCase, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    kept(&mut change, case).await?;
    let before = document(&mut change, case, id).await?;
    let is_incoming = matches!(before.facts.kind, DocumentKind::Incoming(_));
    if is_incoming != matches!(draft, DocumentDraft::Incoming(_)) {
        return Err(Refusal::NotFound);
    }
    let document = CaseDocument {
        version,
        facts: read(&mut change, case, draft).await?,
        ..before.clone()
    };
    let at = change.at();
    fresh(change.tx().save_case_document(&document, at).await?)?;
    let payload = json!({ "from": logged(&before), "to": logged(&document) });
    change
        .finish(Event::CaseDocumentCorrected, &Subject::Case(case), &payload)
        .await
}

/// Records that a document does not belong to the case: its record and number stay.
pub async fn void(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    (case, id): (CaseId, CaseDocumentId),
    version: i64,
    reason: &str,
) -> Result<(), Refusal> {
    let form = Form {
        name: "cases::documents::void",
        key,
    };
    let mut change = match register.begin(actor, UseCase::EditCase, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    kept(&mut change, case).await?;
    let before = document(&mut change, case, id).await?;
    let mut findings = Findings::default();
    let reason = findings.required("reason", reason, REASON);
    let reason = findings.into_result(reason)?;
    let document = CaseDocument {
        version,
        void: Some(reason),
        ..before
    };
    let at = change.at();
    fresh(change.tx().save_case_document(&document, at).await?)?;
    let payload = json!({ "document": id, "reason": document.void });
    change
        .finish(Event::CaseDocumentVoided, &Subject::Case(case), &payload)
        .await
}

async fn document(
    change: &mut Change,
    case: CaseId,
    id: CaseDocumentId,
) -> Result<CaseDocument, Refusal> {
    let documents = change.tx().case_documents(case).await?;
    let found = documents.into_iter().find(|document| document.id == id);
    found.ok_or(Refusal::NotFound)
}

async fn read(
    change: &mut Change,
    case: CaseId,
    draft: DocumentDraft<'_>,
) -> Result<DocumentFacts, Refusal> {
    let measures = change.tx().case_measures(case).await?;
    let today = change.today();
    Ok(match draft {
        DocumentDraft::Incoming(draft) => draft.read(&measures, today)?,
        DocumentDraft::Own(draft) => draft.read(&measures, today)?,
    })
}

/// What the audit log says of a document, names and all: it goes with the case.
fn logged(document: &CaseDocument) -> Value {
    let facts = &document.facts;
    let kind = match &facts.kind {
        DocumentKind::Incoming(arrival) => json!({
            "arrived_on": arrival.on,
            "arrived_at": arrival.at,
            "way": arrival.way.code(),
            "sender": arrival.sender,
            "agent": arrival.agent,
        }),
        DocumentKind::Own(making) => json!({
            "author": making.author,
            "made_on": making.on,
            "sent": making.sent.as_ref().map(sending),
        }),
    };
    json!({
        "document": document.id,
        "ordinal": document.ordinal,
        "title": facts.title,
        "phase": facts.phase.code(),
        "measure": facts.measure,
        "facts": kind,
    })
}

fn sending(sent: &Sending) -> Value {
    json!({
        "on": sent.on,
        "at": sent.at,
        "way": sent.way.code(),
        "to": sent.to,
        "service": sent.service.map(ServiceMeans::code),
    })
}
