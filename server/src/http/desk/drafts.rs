//! Decisions on the way to signature: their sheets, their drafts and the check.

use app::pages::desk::decision::{check as check_page, draft as draft_page, sheet as sheet_page};
use app::pages::desk::form::NewDecision;
use app::pages::desk::{address, case};
use axum::extract::Path;
use axum::response::Response;
use domain::decision::{DecisionDraft, DecisionState};
use domain::finding::{Finding, FindingCode};
use domain::form::Rows as _;
use domain::id::DecisionId;
use domain::view::desk::DecisionSheet;
use register::views::desk::decision_sheet;
use register::{Refusal, decisions};
use wording::desk;

use super::cases;
use super::work::{Answer, Conflict, Done, Work};
use crate::http::form::Posted;

/// The form that begins a draft stands on the sheet of its case.
pub(super) async fn to_case(work: Work, Path(number): Path<String>) -> Answer {
    let case = cases::sheet(&work, &number).await?.case;
    work.to(&address::case(&case.key()))
}

pub(super) async fn begin(work: Work, Path(number): Path<String>, posted: Posted) -> Answer {
    let sheet = cases::sheet(&work, &number).await?;
    let typed = NewDecision::from_pairs(&posted.0);
    let chosen = sheet
        .projects
        .iter()
        .map(|(id, _)| *id)
        .find(|id| id.to_string() == typed.project);
    if chosen.is_none() && !typed.project.is_empty() {
        let finding = Finding::at("project", FindingCode::UnknownChoice);
        let form = work.typed(typed, &posted)?.refused(finding.into());
        return work.incomplete(|shell| case::sheet(shell, &sheet, &form, None));
    }
    let (key, draft) = (posted.key(), DecisionDraft::default());
    let (register, actor) = (work.register(), work.actor());
    match decisions::draft(register, actor, key, sheet.case.id, chosen, &draft).await {
        Ok(id) => work.to(&address::draft(id)),
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

pub(super) async fn sheet(work: Work, Path(id): Path<String>, done: Done) -> Answer {
    let sheet = load(&work, &id).await?;
    let keys = work.form((), sheet.decision.version)?;
    work.page(|shell| sheet_page::page(shell, &sheet, &keys, done.0))
}

pub(super) async fn show(work: Work, Path(id): Path<String>, done: Done) -> Answer {
    let sheet = load(&work, &id).await?;
    let Ok(draft) = sheet.decision.draft() else {
        return work.to(&address::decision(sheet.decision.id));
    };
    let mut form = work.form(draft.clone(), sheet.decision.version)?;
    form.saved = done.0;
    work.page(|shell| draft_page::page(shell, &sheet, &form))
}

pub(super) async fn save(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let sheet = load(&work, &id).await?;
    let id = sheet.decision.id;
    let mut typed = DecisionDraft::from_pairs(&posted.0);
    if typed.edit_rows(posted.action()) {
        let form = work.typed(typed, &posted)?;
        return work.page(|shell| draft_page::page(shell, &sheet, &form));
    }
    typed.compact();
    let (key, version) = (posted.key(), posted.version());
    match decisions::save_draft(work.register(), work.actor(), key, id, version, &typed).await {
        Ok(()) if posted.action() == "check" => work.to(&address::check(id)),
        Ok(()) => work.done(&address::draft(id), desk::Done::Saved),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| draft_page::page(shell, &sheet, &form))
        }
        Err(Refusal::Stale) => work.stale(conflict(&sheet, &typed)),
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

/// What was typed beside what is saved now. Once it was sent it cannot be saved over.
fn conflict(sheet: &DecisionSheet, typed: &DecisionDraft) -> Conflict {
    let (saved, can_overwrite) = match &sheet.decision.state {
        DecisionState::Draft(draft) => (draft.to_pairs(), true),
        DecisionState::AwaitingSignature(draft) | DecisionState::Abandoned(draft) => {
            (draft.to_pairs(), false)
        }
        DecisionState::Signed(_) | DecisionState::Published(..) => (Vec::new(), false),
    };
    Conflict {
        address: address::draft(sheet.decision.id),
        version: sheet.decision.version,
        saved,
        typed: typed.to_pairs(),
        can_overwrite,
    }
}

pub(super) async fn check(work: Work, Path(id): Path<String>) -> Answer {
    let sheet = load(&work, &id).await?;
    if sheet.decision.draft().is_err() {
        return work.to(&address::decision(sheet.decision.id));
    }
    let form = work.form((), sheet.decision.version)?;
    work.page(|shell| check_page::page(shell, &sheet, &form))
}

pub(super) async fn send(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let sheet = load(&work, &id).await?;
    let id = sheet.decision.id;
    let (key, version) = (posted.key(), posted.version());
    match decisions::send(work.register(), work.actor(), key, id, version).await {
        Ok(()) => work.done(&address::decision(id), desk::Done::Sent),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed((), &posted)?.refused(findings);
            work.incomplete(|shell| check_page::page(shell, &sheet, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

/// The sheet of a decision by its identity.
pub(super) async fn load(work: &Work, id: &str) -> Result<DecisionSheet, Response> {
    let id: DecisionId = id.parse().map_err(|_| work.refuse(Refusal::NotFound))?;
    let sheet = decision_sheet(work.register(), work.actor(), id).await;
    sheet.map_err(|refusal| work.refuse(refusal))
}
