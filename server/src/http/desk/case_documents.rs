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

pub(super) async fn add_incoming(work: Work, key: Path<String>, posted: Posted) -> Answer {
    add::<IncomingDraft>(work, key, posted).await
}

pub(super) async fn add_own(work: Work, key: Path<String>, posted: Posted) -> Answer {
    add::<OwnDraft>(work, key, posted).await
}

async fn add<D: Fields>(work: Work, Path(key): Path<String>, posted: Posted) -> Answer {
    let sheet = sheet(&work, &key).await?;
    let typed = D::read(&posted.0);
    let (register, actor, key) = (work.register(), work.actor(), posted.key());
    match documents::add(register, actor, key, sheet.case.id, typed.draft()).await {
        Ok(()) => back(&work, &sheet.case.key(), Done::DocumentRegistered),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            show_document(&work, &sheet, None, D::shown(&form), true)
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

/// The fields of a document, of one that came in or of one made here.
trait Fields: Sized + for<'a> From<&'a CaseDocument> {
    fn read(pairs: &[(String, String)]) -> Self;
    fn pairs(&self) -> Pairs;
    fn draft(&self) -> DocumentDraft<'_>;
    fn shown(form: &Form<Self>) -> DocumentForm<'_>;
}

impl Fields for IncomingDraft {
    fn read(pairs: &[(String, String)]) -> Self {
        Self::from_pairs(pairs)
    }

    fn pairs(&self) -> Pairs {
        self.to_pairs()
    }

    fn draft(&self) -> DocumentDraft<'_> {
        DocumentDraft::Incoming(self)
    }

    fn shown(form: &Form<Self>) -> DocumentForm<'_> {
        DocumentForm::Incoming(form)
    }
}

impl Fields for OwnDraft {
    fn read(pairs: &[(String, String)]) -> Self {
        Self::from_pairs(pairs)
    }

    fn pairs(&self) -> Pairs {
        self.to_pairs()
    }

    fn draft(&self) -> DocumentDraft<'_> {
        DocumentDraft::Own(self)
    }

    fn shown(form: &Form<Self>) -> DocumentForm<'_> {
        DocumentForm::Own(form)
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
    show_saved(&work, &sheet, document, &void, false)
}

/// A document as it is saved, with the form that marks it as not belonging to the case.
fn show_saved(
    work: &Work,
    sheet: &CaseSheet,
    document: &CaseDocument,
    void: &Form<GivingBack>,
    is_refused: bool,
) -> Answer {
    let corrected = Some((document, void));
    match &document.facts.kind {
        DocumentKind::Incoming(_) => {
            let form = work.form(IncomingDraft::from(document), document.version)?;
            show_document(work, sheet, corrected, Fields::shown(&form), is_refused)
        }
        DocumentKind::Own(_) => {
            let form = work.form(OwnDraft::from(document), document.version)?;
            show_document(work, sheet, corrected, Fields::shown(&form), is_refused)
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
            correct::<IncomingDraft>(&work, &sheet, document, &posted).await
        }
        DocumentKind::Own(_) => correct::<OwnDraft>(&work, &sheet, document, &posted).await,
    }
}

async fn correct<D: Fields>(
    work: &Work,
    sheet: &CaseSheet,
    document: &CaseDocument,
    posted: &Posted,
) -> Answer {
    let typed = D::read(&posted.0);
    let ids = (sheet.case.id, document.id);
    let (key, version) = (posted.key(), posted.version());
    let (register, actor) = (work.register(), work.actor());
    match documents::correct(register, actor, key, ids, version, typed.draft()).await {
        Ok(()) => back(work, &sheet.case.key(), Done::Saved),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, posted)?.refused(findings);
            let void = work.form(GivingBack::default(), document.version)?;
            show_document(work, sheet, Some((document, &void)), D::shown(&form), true)
        }
        Err(Refusal::Stale) => {
            let address = address::document(&sheet.case.key(), document.id);
            let saved = D::from(document).pairs();
            stale(work, address, document.version, saved, typed.pairs())
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
            show_saved(work, sheet, document, &void, true)
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}
