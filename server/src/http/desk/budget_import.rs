//! The import of budget rows from a file.

use app::pages::desk::{address, budget_import as page};
use axum::extract::rejection::QueryRejection;
use axum::extract::{DefaultBodyLimit, Path, Query};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::budget::{BudgetDecisionDraft, BudgetImportDraft};
use domain::finding::Findings;
use domain::role::UseCase;
use domain::view::budget::BudgetImportSheet;
use register::{Refusal, budget_import};
use serde::Deserialize;
use wording::desk;

use super::work::{Answer, Work};
use super::{Route, form};
use crate::http::form::Posted;
use crate::http::upload::{UPLOAD_LIMIT, Upload};

/// The routes of the import.
pub(super) fn routes() -> Vec<Route> {
    let use_case = UseCase::ManageBudget;
    vec![
        form(
            "/tyopoyta/talousarvio/{year}/tuo",
            use_case,
            get(show)
                .post(upload)
                .layer(DefaultBodyLimit::max(UPLOAD_LIMIT)),
        ),
        Route {
            writes: None,
            ..form(
                "/tyopoyta/talousarvio/{year}/tuo/pohja.csv",
                use_case,
                get(template),
            )
        },
        form(
            "/tyopoyta/talousarvio/{year}/tuo/{import}",
            use_case,
            get(report).post(change),
        ),
    ]
}

async fn show(work: Work, Path(year): Path<u16>) -> Answer {
    let draft = BudgetImportDraft {
        facts: BudgetDecisionDraft {
            year: year.to_string(),
            ..BudgetDecisionDraft::default()
        },
        ..BudgetImportDraft::default()
    };
    let form = work.form(draft, 0)?;
    work.page(|shell| page::upload(shell, year, &form, None))
}

async fn upload(work: Work, Path(year): Path<u16>, upload: Upload) -> Answer {
    let Upload { posted, file } = upload;
    let typed = BudgetImportDraft::from_pairs(&posted.0);
    let (name, bytes) = file.unwrap_or_default();
    let (register, actor) = (work.register(), work.actor());
    let (findings, fault) =
        match budget_import::begin(register, actor, year, &typed, &name, &bytes).await {
            Ok(id) => return work.to(&address::budget_import(year, id)),
            Err(Refusal::Incomplete(findings)) => (findings, None),
            Err(Refusal::NoTable(fault)) => (Findings::default(), Some(fault)),
            Err(refusal) => return Err(work.refuse(refusal)),
        };
    let form = work.typed(typed, &posted)?.refused(findings);
    work.incomplete(|shell| page::upload(shell, year, &form, fault))
}

/// The names of the columns, in the language of the page.
async fn template(work: Work, Path(_): Path<u16>) -> Answer {
    let bytes = documents::budget_template::csv(work.lang());
    let bytes = bytes.map_err(|error| work.refuse(Refusal::Document(error.to_string())))?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"talousarvio.csv\"",
        ),
    ];
    Ok((headers, bytes).into_response())
}

/// Which page of the rows is asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    sivu: u32,
}

async fn report(
    work: Work,
    Path(path): Path<(u16, String)>,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Answer {
    let sheet = load(&work, &path).await?;
    let page = asked.map_or(1, |Query(asked)| asked.sivu);
    shown(&work, &sheet, StatusCode::OK, page)
}

async fn change(work: Work, Path(path): Path<(u16, String)>, posted: Posted) -> Answer {
    let sheet = load(&work, &path).await?;
    let (register, actor, id) = (work.register(), work.actor(), sheet.id);
    let done = match posted.action() {
        "choose" => {
            let typed = BudgetImportDraft::from_pairs(&posted.0);
            let chosen = budget_import::choose(register, actor, id, posted.version(), &typed);
            chosen.await.map(|()| None)
        }
        "discard" => {
            let discarded = budget_import::discard(register, actor, id).await;
            discarded.map(|()| Some(desk::Done::ImportDiscarded))
        }
        _ => {
            let seen = posted.field("shown");
            let reason = posted.field("excess_reason");
            let key = posted.key();
            let confirmed = budget_import::confirm(register, actor, key, id, seen, reason).await;
            confirmed.map(|()| Some(desk::Done::BudgetRecorded))
        }
    };
    match done {
        Ok(Some(done)) => work.done(&address::budget(sheet.year), done),
        Ok(None) => work.to(&address::budget_import(sheet.year, id)),
        // What would be recorded now is shown in the place of what was confirmed.
        Err(Refusal::Stale) => {
            let sheet = load(&work, &path).await?;
            shown(&work, &sheet, StatusCode::CONFLICT, 1)
        }
        Err(Refusal::Incomplete(findings)) => {
            let mut sheet = sheet;
            let reason = posted.field("excess_reason").to_owned();
            sheet.draft.facts.excess_reason = reason;
            sheet.import.findings = findings;
            shown(&work, &sheet, StatusCode::UNPROCESSABLE_ENTITY, 1)
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

/// A kept file with what it would record.
async fn load(work: &Work, (year, id): &(u16, String)) -> Result<BudgetImportSheet, Response> {
    let id = id.parse().map_err(|_| work.refuse(Refusal::NotFound))?;
    let sheet = budget_import::sheet(work.register(), work.actor(), id).await;
    match sheet {
        Ok(sheet) if sheet.year == *year => Ok(sheet),
        Ok(_) => Err(work.refuse(Refusal::NotFound)),
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

fn shown(work: &Work, sheet: &BudgetImportSheet, status: StatusCode, at: u32) -> Answer {
    let changed = status == StatusCode::CONFLICT;
    let form = work.form(sheet.draft.clone(), sheet.version)?;
    let form = form.refused(sheet.import.findings.clone());
    work.page_with(status, |shell| {
        page::report(shell, sheet, &form, at, changed)
    })
}
