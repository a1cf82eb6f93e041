//! Signing a decision, or returning it to its preparer.

use app::pages::desk::address;
use app::pages::desk::decision::sign as page;
use app::pages::desk::form::{GivingBack, Signing, StatingConflict};
use axum::extract::Path;
use domain::decision::DecisionState;
use domain::finding::{Finding, FindingCode, Findings};
use register::decisions::SignDraft;
use register::sessions::reauthenticate;
use register::{Refusal, decisions};
use wording::desk;

use super::drafts::load;
use super::work::{Answer, Work};
use crate::http::form::Posted;
use crate::http::session;

pub(super) async fn show(work: Work, Path(id): Path<String>) -> Answer {
    let sheet = load(&work, &id).await?;
    let DecisionState::AwaitingSignature(draft) = &sheet.decision.state else {
        return work.to(&address::decision(sheet.decision.id));
    };
    let section = draft.section.clone();
    let signing = Signing {
        section,
        ..Signing::default()
    };
    let signing = work.form(signing, sheet.decision.version)?;
    let giving_back = work.form(GivingBack::default(), sheet.decision.version)?;
    let conflict = work.form(StatingConflict::default(), sheet.decision.version)?;
    work.page(|shell| page::page(shell, &sheet, &signing, &giving_back, &conflict))
}

pub(super) async fn sign(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let sheet = load(&work, &id).await?;
    let id = sheet.decision.id;
    let typed = Signing::from_pairs(&posted.0);
    let signed = match confirmed(&work, &posted).await {
        Ok(()) => {
            let (key, version) = (posted.key(), posted.version());
            let (register, actor) = (work.register(), work.actor());
            let draft = SignDraft {
                section: typed.section.clone(),
                no_conflict: posted.field("no_conflict").to_owned(),
                excess_reason: typed.excess_reason.clone(),
            };
            decisions::sign(register, actor, key, id, version, &draft).await
        }
        Err(refusal) => Err(refusal),
    };
    match signed {
        Ok(()) => work.done(&address::decision(id), desk::Done::Signed),
        Err(Refusal::Incomplete(findings)) => {
            let signing = work.typed(typed, &posted)?.refused(findings);
            let giving_back = work.form(GivingBack::default(), sheet.decision.version)?;
            let conflict = work.form(StatingConflict::default(), sheet.decision.version)?;
            work.incomplete(|shell| page::page(shell, &sheet, &signing, &giving_back, &conflict))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

/// A signature wants the confirmation and the official's own password.
async fn confirmed(work: &Work, posted: &Posted) -> Result<(), Refusal> {
    let mut findings = Findings::default();
    if posted.field("confirmed").is_empty() {
        findings.push(Finding::at("confirmed", FindingCode::NotConfirmed));
    }
    let password = posted.field("password");
    if let Err(refused) = reauthenticate(work.register(), work.official(), password).await {
        findings.push(Finding::at("password", session::wrong(refused)?));
    }
    Ok(findings.into_result(())?)
}

/// The form that returns a decision stands on the page where it is signed.
pub(super) async fn to_page(work: Work, Path(id): Path<String>) -> Answer {
    let sheet = load(&work, &id).await?;
    work.to(&address::sign(sheet.decision.id))
}

pub(super) async fn give_back(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let sheet = load(&work, &id).await?;
    let id = sheet.decision.id;
    let typed = GivingBack::from_pairs(&posted.0);
    let (key, version) = (posted.key(), posted.version());
    let (register, actor) = (work.register(), work.actor());
    match decisions::give_back(register, actor, key, id, version, &typed.reason).await {
        Ok(()) => work.done(&address::decision(id), desk::Done::GivenBack),
        Err(Refusal::Incomplete(findings)) => {
            let signing = work.form(Signing::default(), sheet.decision.version)?;
            let giving_back = work.typed(typed, &posted)?.refused(findings);
            let conflict = work.form(StatingConflict::default(), sheet.decision.version)?;
            work.incomplete(|shell| page::page(shell, &sheet, &signing, &giving_back, &conflict))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

pub(super) async fn state_conflict(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let sheet = load(&work, &id).await?;
    let id = sheet.decision.id;
    let typed = StatingConflict::from_pairs(&posted.0);
    let (key, version) = (posted.key(), posted.version());
    let (register, actor) = (work.register(), work.actor());
    match decisions::state_conflict(register, actor, key, id, version, &typed.ground).await {
        Ok(()) => work.done(&address::decision(id), desk::Done::ConflictStated),
        Err(Refusal::Incomplete(findings)) => {
            let signing = work.form(Signing::default(), sheet.decision.version)?;
            let giving_back = work.form(GivingBack::default(), sheet.decision.version)?;
            let conflict = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| page::page(shell, &sheet, &signing, &giving_back, &conflict))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}
