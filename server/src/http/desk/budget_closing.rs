//! Closing a budget year, and opening it again.

use app::pages::desk::form::GivingBack;
use app::pages::desk::{address, budget_closing as page};
use axum::extract::Path;
use axum::routing::get;
use domain::budget::ClosingKind;
use domain::role::UseCase;
use register::{Refusal, budget_closing};
use wording::desk;

use super::work::{Answer, Work};
use super::{Route, form};
use crate::http::form::Posted;

/// The two forms.
pub(super) fn routes() -> [Route; 2] {
    [
        form(
            "/tyopoyta/talousarvio/{year}/sulje",
            UseCase::ManageBudget,
            get(show_closing).post(close),
        ),
        form(
            "/tyopoyta/talousarvio/{year}/avaa",
            UseCase::ManageBudget,
            get(show_reopening).post(reopen),
        ),
    ]
}

async fn show_closing(work: Work, Path(year): Path<u16>) -> Answer {
    show(&work, year, ClosingKind::Closed)
}

async fn show_reopening(work: Work, Path(year): Path<u16>) -> Answer {
    show(&work, year, ClosingKind::Reopened)
}

fn show(work: &Work, year: u16, kind: ClosingKind) -> Answer {
    let form = work.form(GivingBack::default(), 0)?;
    work.page(|shell| page::page(shell, year, kind, &form))
}

async fn close(work: Work, Path(year): Path<u16>, posted: Posted) -> Answer {
    save(&work, year, ClosingKind::Closed, &posted).await
}

async fn reopen(work: Work, Path(year): Path<u16>, posted: Posted) -> Answer {
    save(&work, year, ClosingKind::Reopened, &posted).await
}

async fn save(work: &Work, year: u16, kind: ClosingKind, posted: &Posted) -> Answer {
    let typed = GivingBack::from_pairs(&posted.0);
    let (register, actor, key) = (work.register(), work.actor(), posted.key());
    match budget_closing::record(register, actor, key, year, kind, &typed.reason).await {
        Ok(()) => {
            let done = match kind {
                ClosingKind::Closed => desk::Done::YearClosed,
                ClosingKind::Reopened => desk::Done::YearReopened,
            };
            work.done(&address::budget(year), done)
        }
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, posted)?.refused(findings);
            work.incomplete(|shell| page::page(shell, year, kind, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}
