//! The ways back from a sent or begun draft.

use app::pages::desk::address;
use app::pages::desk::decision::abandon as page;
use app::pages::desk::form::GivingBack;
use axum::extract::Path;
use register::{Refusal, decisions};
use wording::desk;

use super::drafts::load;
use super::work::{Answer, Work};
use crate::http::form::Posted;

/// The small forms stand on the sheet.
pub(super) async fn to_sheet(work: Work, Path(id): Path<String>) -> Answer {
    let sheet = load(&work, &id).await?;
    work.to(&address::decision(sheet.decision.id))
}

pub(super) async fn recall(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let id = load(&work, &id).await?.decision.id;
    let (key, version) = (posted.key(), posted.version());
    match decisions::recall(work.register(), work.actor(), key, id, version).await {
        Ok(()) => work.done(&address::draft(id), desk::Done::Recalled),
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

pub(super) async fn take_up(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let id = load(&work, &id).await?.decision.id;
    let (key, version) = (posted.key(), posted.version());
    match decisions::take_up(work.register(), work.actor(), key, id, version).await {
        Ok(()) => work.done(&address::draft(id), desk::Done::TakenUp),
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

pub(super) async fn show_abandoning(work: Work, Path(id): Path<String>) -> Answer {
    let sheet = load(&work, &id).await?;
    if sheet.decision.draft().is_err() {
        return work.to(&address::decision(sheet.decision.id));
    }
    let form = work.form(GivingBack::default(), sheet.decision.version)?;
    work.page(|shell| page::page(shell, &sheet, &form))
}

pub(super) async fn abandon(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let sheet = load(&work, &id).await?;
    let id = sheet.decision.id;
    let typed = GivingBack::from_pairs(&posted.0);
    let (key, version) = (posted.key(), posted.version());
    let (register, actor) = (work.register(), work.actor());
    match decisions::abandon(register, actor, key, id, version, &typed.reason).await {
        Ok(()) => work.done(&address::decision(id), desk::Done::Abandoned),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| page::page(shell, &sheet, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}
