//! The city's budget.

use app::pages::desk::{address, budget as page};
use axum::extract::Path;
use axum::routing::get;
use domain::budget::{BudgetDecisionDraft, BudgetRowDraft};
use domain::form::Rows as _;
use domain::role::UseCase;
use register::{Refusal, budget, views};
use wording::desk;

use super::work::{Answer, Done, Work};
use super::{Route, form, page as page_of};
use crate::http::form::Posted;

/// The budget, its lines, and the form that records a decision about it.
pub(super) fn routes() -> [Route; 4] {
    [
        page_of("/tyopoyta/talousarvio", get(show)),
        page_of("/tyopoyta/talousarvio/{year}", get(show_year)),
        page_of("/tyopoyta/talousarvio/{year}/kohdat/{code}", get(show_line)),
        form(
            "/tyopoyta/talousarvio/{year}/kirjaa",
            UseCase::ManageBudget,
            get(show_form).post(record),
        ),
    ]
}

/// The budget of this year.
async fn show(work: Work, done: Done) -> Answer {
    sheet(&work, None, done).await
}

async fn show_year(work: Work, Path(year): Path<u16>, done: Done) -> Answer {
    sheet(&work, Some(year), done).await
}

async fn sheet(work: &Work, year: Option<u16>, done: Done) -> Answer {
    let sheet = views::budget::budget(work.register(), work.actor(), year).await;
    let sheet = sheet.map_err(|refusal| work.refuse(refusal))?;
    work.page(|shell| page::page(shell, &sheet, done.0))
}

async fn show_line(work: Work, Path((year, code)): Path<(u16, String)>) -> Answer {
    let code = (code != address::WITHOUT_LINE).then_some(code.as_str());
    let sheet = views::budget::budget_line(work.register(), work.actor(), year, code).await;
    let sheet = sheet.map_err(|refusal| work.refuse(refusal))?;
    work.page(|shell| page::line(shell, &sheet))
}

async fn show_form(work: Work, Path(year): Path<u16>) -> Answer {
    let draft = BudgetDecisionDraft {
        year: year.to_string(),
        rows: vec![BudgetRowDraft::default()],
        ..BudgetDecisionDraft::default()
    };
    let form = work.form(draft, 0)?;
    work.page(|shell| page::record(shell, year, &form))
}

async fn record(work: Work, Path(year): Path<u16>, posted: Posted) -> Answer {
    let mut typed = BudgetDecisionDraft {
        year: year.to_string(),
        ..BudgetDecisionDraft::from_pairs(&posted.0)
    };
    if typed.edit_rows(posted.action()) {
        let form = work.typed(typed, &posted)?;
        return work.page(|shell| page::record(shell, year, &form));
    }
    // The register reads a decision without its empty rows: findings name rows as they are then.
    typed.compact();
    match budget::record(work.register(), work.actor(), posted.key(), &typed).await {
        Ok(()) => work.done(&address::budget(year), desk::Done::BudgetRecorded),
        Err(Refusal::Incomplete(findings)) => {
            if typed.rows.is_empty() {
                typed.rows.push(BudgetRowDraft::default());
            }
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| page::record(shell, year, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}
