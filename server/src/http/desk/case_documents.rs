//! The documents of a case.

use app::pages::desk::address;
use app::pages::desk::case::{self as pages, DocumentForm};
use app::pages::desk::form::{Form, GivingBack};
use axum::extract::Path;
use axum::response::Response;
use domain::case::{CaseDocument, DocumentKind, IncomingDraft, OwnDraft};
use domain::form::Pairs;
use domain::view::desk::CaseSheet;
use register::Refusal;
use register::cases::documents::{self, DocumentDraft};
use wording::desk::Done;

use super::case_parts::{back, found, stale, today};
use super::cases::sheet;
use super::work::{Answer, Work};
use crate::http::form::Posted;

pub(super) async fn begin_incoming(work: Work, Path(key): Path<String>) -> Answer {
    let sheet = sheet(&work, &key).await?;
    let draft = IncomingDraft {
        arrived_on: today(&work),
        ..IncomingDraft::default()
    };
    let form = work.form(draft, 0)?;
    show_document(&work, &sheet, None, DocumentForm::Incoming(&form), false)
}

pub(super) async fn begin_own(work: Work, Path(key): Path<String>) -> Answer {
    let sheet = sheet(&work, &key).await?;
    let draft = OwnDraft {
        author: work.official().office.clone(),
        made_on: today(&work),
        ..OwnDraft::default()
    };
    let form = work.form(draft, 0)?;
    show_document(&work, &sheet, None, DocumentForm::Own(&form), false)
}

pub(super) async fn add_incoming(work: Work, Path(key): Path<String>, posted: Posted) -> Answer {
    let sheet = sheet(&work, &key).await?;
    let typed = IncomingDraft::from_pairs(&posted.0);
    let draft = DocumentDraft::Incoming(&typed);
    let added = documents::add(
        work.register(),
        work.actor(),
        posted.key(),
        sheet.case.id,
        draft,
    );
    match added.await {
        Ok(()) => back(&work, &sheet.case.key(), Done::DocumentRegistered),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            show_document(&work, &sheet, None, DocumentForm::Incoming(&form), true)
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

pub(super) async fn add_own(work: Work, Path(key): Path<String>, posted: Posted) -> Answer {
    let sheet = sheet(&work, &key).await?;
    let typed = OwnDraft::from_pairs(&posted.0);
    let draft = DocumentDraft::Own(&typed);
    let added = documents::add(
        work.register(),
        work.actor(),
        posted.key(),
        sheet.case.id,
        draft,
    );
    match added.await {
        Ok(()) => back(&work, &sheet.case.key(), Done::DocumentRegistered),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            show_document(&work, &sheet, None, DocumentForm::Own(&form), true)
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

fn show_document(
    work: &Work,
    sheet: &CaseSheet,
    corrected: Option<(&CaseDocument, &Form<GivingBack>)>,
    form: DocumentForm<'_>,
    is_refused: bool,
) -> Answer {
    let measures = &sheet.register.measures;
    let page =
        |shell: &app::shell::Shell| pages::document(shell, &sheet.case, measures, corrected, form);
    if is_refused {
        work.incomplete(page)
    } else {
        work.page(page)
    }
}

pub(super) async fn document(work: Work, Path((key, id)): Path<(String, String)>) -> Answer {
    let sheet = sheet(&work, &key).await?;
    let document = document_of(&work, &sheet, &id)?;
    let void = work.form(GivingBack::default(), document.version)?;
    let corrected = Some((document, &void));
    match &document.facts.kind {
        DocumentKind::Incoming(_) => {
            let form = work.form(IncomingDraft::from(document), document.version)?;
            show_document(
                &work,
                &sheet,
                corrected,
                DocumentForm::Incoming(&form),
                false,
            )
        }
        DocumentKind::Own(_) => {
            let form = work.form(OwnDraft::from(document), document.version)?;
            show_document(&work, &sheet, corrected, DocumentForm::Own(&form), false)
        }
    }
}

fn document_of<'a>(
    work: &Work,
    sheet: &'a CaseSheet,
    id: &str,
) -> Result<&'a CaseDocument, Response> {
    let documents = sheet.register.documents.iter().map(|line| &line.document);
    found(work, documents, |document| document.id.to_string() == id)
}

pub(super) async fn correct_document(
    work: Work,
    Path((key, id)): Path<(String, String)>,
    posted: Posted,
) -> Answer {
    let sheet = sheet(&work, &key).await?;
    let document = document_of(&work, &sheet, &id)?;
    if posted.action() == "void" {
        return void(&work, &sheet, document, &posted).await;
    }
    match &document.facts.kind {
        DocumentKind::Incoming(_) => {
            let typed = IncomingDraft::from_pairs(&posted.0);
            let (pairs, saved) = (typed.to_pairs(), IncomingDraft::from(document).to_pairs());
            let draft = DocumentDraft::Incoming(&typed);
            match correct(&work, &sheet, document, &posted, draft).await {
                Err(Refusal::Incomplete(findings)) => {
                    let form = work.typed(typed, &posted)?.refused(findings);
                    let void = work.form(GivingBack::default(), document.version)?;
                    let corrected = Some((document, &void));
                    show_document(
                        &work,
                        &sheet,
                        corrected,
                        DocumentForm::Incoming(&form),
                        true,
                    )
                }
                other => corrected(&work, &sheet, document, other, (saved, pairs)),
            }
        }
        DocumentKind::Own(_) => {
            let typed = OwnDraft::from_pairs(&posted.0);
            let (pairs, saved) = (typed.to_pairs(), OwnDraft::from(document).to_pairs());
            let draft = DocumentDraft::Own(&typed);
            match correct(&work, &sheet, document, &posted, draft).await {
                Err(Refusal::Incomplete(findings)) => {
                    let form = work.typed(typed, &posted)?.refused(findings);
                    let void = work.form(GivingBack::default(), document.version)?;
                    let corrected = Some((document, &void));
                    show_document(&work, &sheet, corrected, DocumentForm::Own(&form), true)
                }
                other => corrected(&work, &sheet, document, other, (saved, pairs)),
            }
        }
    }
}

async fn correct(
    work: &Work,
    sheet: &CaseSheet,
    document: &CaseDocument,
    posted: &Posted,
    draft: DocumentDraft<'_>,
) -> Result<(), Refusal> {
    let ids = (sheet.case.id, document.id);
    let (key, version) = (posted.key(), posted.version());
    documents::correct(work.register(), work.actor(), key, ids, version, draft).await
}

/// The answer to a correction that nothing typed stands in the way of.
fn corrected(
    work: &Work,
    sheet: &CaseSheet,
    document: &CaseDocument,
    result: Result<(), Refusal>,
    (saved, typed): (Pairs, Pairs),
) -> Answer {
    let key = sheet.case.key();
    match result {
        Ok(()) => back(work, &key, Done::Saved),
        Err(Refusal::Stale) => {
            let address = address::document(&key, document.id);
            stale(work, address, document.version, saved, typed)
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

async fn void(work: &Work, sheet: &CaseSheet, document: &CaseDocument, posted: &Posted) -> Answer {
    let typed = GivingBack::from_pairs(&posted.0);
    let ids = (sheet.case.id, document.id);
    let (key, version) = (posted.key(), posted.version());
    let (register, actor) = (work.register(), work.actor());
    match documents::void(register, actor, key, ids, version, &typed.reason).await {
        Ok(()) => back(work, &sheet.case.key(), Done::Saved),
        Err(Refusal::Incomplete(findings)) => {
            let void = work.typed(typed, posted)?.refused(findings);
            let corrected = Some((document, &void));
            match &document.facts.kind {
                DocumentKind::Incoming(_) => {
                    let form = work.form(IncomingDraft::from(document), document.version)?;
                    show_document(work, sheet, corrected, DocumentForm::Incoming(&form), true)
                }
                DocumentKind::Own(_) => {
                    let form = work.form(OwnDraft::from(document), document.version)?;
                    show_document(work, sheet, corrected, DocumentForm::Own(&form), true)
                }
            }
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}
