//! Lists of appeals, and of officers' decisions for the call-in right.

use app::pages::desk::address;
use app::pages::desk::appeals as pages;
use app::pages::desk::form::Meeting;
use axum::http::header;
use axum::response::IntoResponse;
use domain::id::DecisionId;
use domain::role::UseCase;
use domain::view::desk::CallInList;
use register::call_in::{self, MeetingDraft};
use register::{Refusal, documents, views};
use wording::desk;

use super::work::{Answer, Done, Work};
use crate::http::form::Posted;

pub(super) async fn list(work: Work) -> Answer {
    let lines = views::desk::appeals(work.register(), work.actor()).await;
    let lines = lines.map_err(|refusal| work.refuse(refusal))?;
    work.page(|shell| pages::list(shell, &lines))
}

pub(super) async fn show(work: Work, done: Done) -> Answer {
    let list = load(&work).await?;
    let form = match work.needs(UseCase::RecordCallIn) {
        Ok(()) => Some(work.form(Meeting::default(), 0)?),
        Err(_) => None,
    };
    work.page(|shell| pages::call_in(shell, &list, form.as_ref(), done.0))
}

pub(super) async fn leave_unused(work: Work, posted: Posted) -> Answer {
    let typed = Meeting::from_pairs(&posted.0);
    let listed: Vec<DecisionId> = typed
        .listed
        .split_whitespace()
        .filter_map(|id| id.parse().ok())
        .collect();
    let draft = MeetingDraft {
        held_on: typed.held_on.clone(),
        section: typed.section.clone(),
    };
    let (register, actor, key) = (work.register(), work.actor(), posted.key());
    match call_in::leave_unused(register, actor, key, &draft, &listed).await {
        Ok(_) => work.done(address::CALL_IN, desk::Done::CallInLeftUnused),
        Err(Refusal::Incomplete(findings)) => {
            let list = load(&work).await?;
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| pages::call_in(shell, &list, Some(&form), None))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

pub(super) async fn csv(work: Work) -> Answer {
    let list = load(&work).await?;
    let bytes = documents::call_in_csv(&list);
    let bytes = bytes.map_err(|refusal| work.refuse(refusal))?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"otto-oikeus.csv\"",
        ),
    ];
    Ok((headers, bytes).into_response())
}

pub(super) async fn pdf(work: Work) -> Answer {
    let list = load(&work).await?;
    let made = documents::call_in_pdf(work.register(), list, work.lang()).await;
    let bytes = made.map_err(|refusal| work.refuse(refusal))?;
    Ok(([(header::CONTENT_TYPE, "application/pdf")], bytes).into_response())
}

async fn load(work: &Work) -> Result<CallInList, axum::response::Response> {
    let list = views::desk::call_in(work.register(), work.actor()).await;
    list.map_err(|refusal| work.refuse(refusal))
}
