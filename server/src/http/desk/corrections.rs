//! Correcting a typing error in a frozen decision, and telling its parties.

use app::pages::desk::address;
use app::pages::desk::decision::correct as page;
use app::pages::desk::form::Telling;
use axum::extract::Path;
use domain::decision::CorrectionDraft;
use register::decisions::ToldDraft;
use register::{Refusal, decisions};
use wording::desk;

use super::drafts::load;
use super::work::{Answer, Conflict, Work, typed_day};
use crate::http::form::Posted;

pub(super) async fn show(work: Work, Path(id): Path<String>) -> Answer {
    let sheet = load(&work, &id).await?;
    let Some(sealed) = sheet.decision.sealed() else {
        return work.to(&address::decision(sheet.decision.id));
    };
    let draft = CorrectionDraft::of(&sealed.content);
    let form = work.form(draft, sheet.decision.version)?;
    work.page(|shell| page::page(shell, &sheet, &form))
}

pub(super) async fn correct(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let sheet = load(&work, &id).await?;
    let id = sheet.decision.id;
    let typed = CorrectionDraft::from_pairs(&posted.0);
    let (key, version) = (posted.key(), posted.version());
    match decisions::correct(work.register(), work.actor(), key, id, version, &typed).await {
        Ok(()) => work.done(&address::decision(id), desk::Done::Corrected),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| page::page(shell, &sheet, &form))
        }
        Err(Refusal::Stale) => {
            let saved = sheet.decision.sealed();
            let saved = saved.map(|sealed| CorrectionDraft::of(&sealed.content).to_pairs());
            work.stale(Conflict {
                address: address::correct(id),
                version: sheet.decision.version,
                saved: saved.unwrap_or_default(),
                typed: typed.to_pairs(),
                can_overwrite: true,
            })
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

pub(super) async fn show_telling(work: Work, Path(id): Path<String>) -> Answer {
    let sheet = load(&work, &id).await?;
    let told_on = typed_day(work.register().clock().today());
    let typed = Telling {
        told_on,
        ..Telling::default()
    };
    let form = work.form(typed, sheet.decision.version)?;
    work.page(|shell| page::tell(shell, &sheet, &form))
}

pub(super) async fn tell(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let sheet = load(&work, &id).await?;
    let id = sheet.decision.id;
    let typed = Telling::from_pairs(&posted.0);
    let Telling { told_on, means } = typed.clone();
    let draft = ToldDraft { told_on, means };
    match decisions::tell(work.register(), work.actor(), posted.key(), id, &draft).await {
        Ok(()) => work.done(&address::decision(id), desk::Done::CorrectionTold),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| page::tell(shell, &sheet, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}
