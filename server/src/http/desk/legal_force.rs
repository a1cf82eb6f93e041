//! Legal force of a decision: its statement, reopening and certificates.

use app::pages::desk::address;
use app::pages::desk::decision::legal_force as page;
use app::pages::desk::form::{GivingBack, Placing, Stating};
use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use domain::id::CertificateId;
use domain::role::UseCase;
use register::legal_force::{self, StatementDraft};
use register::{Refusal, documents};
use wording::desk;

use super::drafts::load;
use super::work::{Answer, Work, typed_day};
use crate::http::form::Posted;

pub(super) async fn show(work: Work, Path(id): Path<String>) -> Answer {
    let sheet = load(&work, &id).await?;
    if sheet.appeal.is_none() {
        return work.to(&address::decision(sheet.decision.id));
    }
    let today = typed_day(work.register().clock().today());
    let typed = Stating {
        registry_checked_on: today.clone(),
        court_checked_on: today,
    };
    let form = work.form(typed, sheet.decision.version)?;
    work.page(|shell| page::state(shell, &sheet, &form))
}

pub(super) async fn state(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let sheet = load(&work, &id).await?;
    let id = sheet.decision.id;
    let typed = Stating::from_pairs(&posted.0);
    let Stating {
        registry_checked_on,
        court_checked_on,
    } = typed.clone();
    let draft = StatementDraft {
        registry_checked_on,
        court_checked_on,
    };
    match legal_force::state(work.register(), work.actor(), posted.key(), id, &draft).await {
        Ok(()) => work.done(&address::decision(id), desk::Done::LegalForceStated),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| page::state(shell, &sheet, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

pub(super) async fn show_reopening(work: Work, Path(id): Path<String>) -> Answer {
    let sheet = load(&work, &id).await?;
    let form = work.form(GivingBack::default(), sheet.decision.version)?;
    work.page(|shell| page::reopen(shell, &sheet, &form))
}

pub(super) async fn reopen(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let sheet = load(&work, &id).await?;
    let id = sheet.decision.id;
    let typed = GivingBack::from_pairs(&posted.0);
    let (register, actor, key) = (work.register(), work.actor(), posted.key());
    match legal_force::reopen_statement(register, actor, key, id, &typed.reason).await {
        Ok(()) => work.done(&address::decision(id), desk::Done::LegalForceReopened),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| page::reopen(shell, &sheet, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

pub(super) async fn show_certifying(work: Work, Path(id): Path<String>) -> Answer {
    let sheet = load(&work, &id).await?;
    let form = work.form(Placing::default(), sheet.decision.version)?;
    work.page(|shell| page::certify(shell, &sheet, &form))
}

pub(super) async fn certify(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let sheet = load(&work, &id).await?;
    let id = sheet.decision.id;
    let typed = Placing::from_pairs(&posted.0);
    let (register, actor, key) = (work.register(), work.actor(), posted.key());
    match legal_force::certify(register, actor, key, id, &typed.place, work.public_url()).await {
        Ok(_) => work.done(&address::decision(id), desk::Done::LegalForceCertified),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| page::certify(shell, &sheet, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

/// A certificate, by an address that ends with `.pdf`.
pub(super) async fn file(work: Work, Path((_, file)): Path<(String, String)>) -> Answer {
    work.needs(UseCase::ReadDesk)?;
    let id: Option<CertificateId> = file.strip_suffix(".pdf").and_then(|id| id.parse().ok());
    let id = id.ok_or_else(|| work.refuse(Refusal::NotFound))?;
    let made = documents::certificate(work.register(), work.actor(), id).await;
    let bytes = made.map_err(|refusal| work.refuse(refusal))?;
    Ok(([(header::CONTENT_TYPE, "application/pdf")], bytes).into_response())
}
