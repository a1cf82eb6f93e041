//! The disposal list.

use app::pages::desk::address;
use app::pages::desk::disposal::{self as pages, Act};
use app::pages::desk::form::GivingBack;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use domain::case::{Disposal, DisposalState};
use domain::role::UseCase;
use domain::view::case::DisposalSheet;
use register::views::desk;
use register::{Refusal, disposal};
use wording::desk::Done as DoneText;

use super::work::{Answer, Done, Work};
use super::{Route, form, page};
use crate::http::form::Posted;

/// The routes of the disposal list.
pub(super) fn routes() -> Vec<Route> {
    vec![
        page("/tyopoyta/havitys", get(list)),
        page("/tyopoyta/havitys/{case}", get(show)),
        form(
            "/tyopoyta/havitys/{case}/esitys",
            UseCase::ProposeDisposal,
            get(begin_proposal).post(propose),
        ),
        form(
            "/tyopoyta/havitys/{case}/ratkaisu",
            UseCase::ApproveDisposal,
            get(begin_decision).post(decide),
        ),
    ]
}

async fn list(work: Work, done: Done) -> Answer {
    let list = desk::disposal_list(work.register(), work.actor()).await;
    let list = list.map_err(|refusal| work.refuse(refusal))?;
    work.page(|shell| pages::list(shell, &list, done.0))
}

async fn show(work: Work, Path(key): Path<String>, done: Done) -> Answer {
    let sheet = load(&work, &key).await?;
    work.page(|shell| pages::sheet(shell, &sheet, Act::Look, done.0))
}

async fn begin_proposal(work: Work, Path(key): Path<String>) -> Answer {
    let sheet = load(&work, &key).await?;
    let form = work.form((), 0)?;
    work.page(|shell| pages::sheet(shell, &sheet, Act::Propose(&form), None))
}

async fn propose(work: Work, Path(key): Path<String>, posted: Posted) -> Answer {
    let sheet = load(&work, &key).await?;
    let case = &sheet.line.case;
    let (register, actor, key) = (work.register(), work.actor(), posted.key());
    match disposal::propose(register, actor, key, case.id).await {
        Ok(()) => work.done(address::DISPOSAL, DoneText::DisposalProposed),
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

async fn begin_decision(work: Work, Path(key): Path<String>) -> Answer {
    let sheet = load(&work, &key).await?;
    let open = open(&work, &sheet)?;
    let form = work.form(GivingBack::default(), open.version)?;
    work.page(|shell| pages::sheet(shell, &sheet, Act::Decide(&form), None))
}

async fn decide(work: Work, Path(key): Path<String>, posted: Posted) -> Answer {
    let sheet = load(&work, &key).await?;
    let open = open(&work, &sheet)?;
    let typed = GivingBack::from_pairs(&posted.0);
    let (register, actor, id) = (work.register(), work.actor(), open.id);
    let (key, version) = (posted.key(), posted.version());
    let (result, done) = if posted.action() == "approve" {
        let confirmed = !posted.field("confirmed").is_empty();
        let approved = disposal::approve(register, actor, key, id, version, confirmed).await;
        (approved, DoneText::CaseDisposed)
    } else {
        let left = disposal::leave(register, actor, key, id, version, &typed.reason).await;
        (left, DoneText::DisposalLeft)
    };
    match result {
        Ok(()) => work.done(address::DISPOSAL, done),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| pages::sheet(shell, &sheet, Act::Decide(&form), None))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

/// The proposal that waits, or the last one: a form sent twice is answered with its first result.
fn open<'a>(work: &Work, sheet: &'a DisposalSheet) -> Result<&'a Disposal, Response> {
    let proposals = &sheet.line.proposals;
    let open = proposals
        .iter()
        .find(|one| one.state == DisposalState::Proposed);
    open.or_else(|| proposals.last())
        .ok_or_else(|| work.refuse(Refusal::NotFound))
}

async fn load(work: &Work, key: &str) -> Result<DisposalSheet, Response> {
    let case = super::cases::sheet(work, key).await?.case;
    let sheet = desk::disposal_sheet(work.register(), work.actor(), case.id).await;
    sheet.map_err(|refusal| work.refuse(refusal))
}
