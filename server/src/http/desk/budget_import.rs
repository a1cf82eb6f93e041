//! The import of budget rows from a file.

use app::pages::desk::{address, budget_import as page};
use axum::extract::rejection::QueryRejection;
use axum::extract::{DefaultBodyLimit, Path, Query};
use axum::http::header::REFRESH;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::budget::{BudgetDecisionDraft, BudgetImportDraft};
use domain::finding::Findings;
use domain::id::ImportFileId;
use domain::role::UseCase;
use domain::view::budget::BudgetImportSheet;
use register::tables::{self, Form};
use register::{Refusal, budget_import};
use serde::Deserialize;
use wording::desk;

use super::table_import::OFTEN;
use super::work::{Answer, Work};
use super::{Route, form};
use crate::http::form::Posted;
use crate::http::page as files;
use crate::http::running_imports::Stage;
use crate::http::upload::{UPLOAD_LIMIT, Upload};

/// The routes of the import.
pub(super) fn routes() -> Vec<Route> {
    let use_case = UseCase::ManageBudget;
    let reads = |route| Route {
        writes: None,
        ..route
    };
    vec![
        form(
            "/tyopoyta/talousarvio/{year}/tuo",
            use_case,
            get(show)
                .post(upload)
                .layer(DefaultBodyLimit::max(UPLOAD_LIMIT)),
        ),
        reads(form(
            "/tyopoyta/talousarvio/{year}/tuo/pohja.csv",
            use_case,
            get(|work: Work| async move { template(&work, Form::CsvForSpreadsheets).await }),
        )),
        reads(form(
            "/tyopoyta/talousarvio/{year}/tuo/pohja.xlsx",
            use_case,
            get(|work: Work| async move { template(&work, Form::Xlsx).await }),
        )),
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
async fn template(work: &Work, form: Form) -> Answer {
    let made = tables::budget_template(form, work.lang()).await;
    let bytes = made.map_err(|refusal| work.refuse(refusal))?;
    Ok(files::table("talousarvio", form, bytes))
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
    let (year, id) = named(&work, &path)?;
    if let Some(stage) = work.imports().stage(id, work.actor().user()) {
        return told(&work, year, id, stage, "").await;
    }
    let sheet = load(&work, year, id).await?;
    let page = asked.map_or(1, |Query(asked)| asked.sivu);
    shown(&work, &sheet, StatusCode::OK, page)
}

async fn change(work: Work, Path(path): Path<(u16, String)>, posted: Posted) -> Answer {
    let (year, id) = named(&work, &path)?;
    // A file is at the address of its year alone.
    load(&work, year, id).await?;
    let (register, actor) = (work.register(), work.actor());
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
        _ => return confirm(&work, year, id, &posted).await,
    };
    match done {
        Ok(Some(done)) => work.done(&address::budget(year), done),
        Ok(None) => work.to(&address::budget_import(year, id)),
        Err(refusal) => instead(&work, year, id, refusal, "").await,
    }
}

/// Records what was shown. A file that takes long is recorded on, and its page says so.
async fn confirm(work: &Work, year: u16, id: ImportFileId, posted: &Posted) -> Answer {
    let (register, actor) = (work.register().clone(), work.actor().clone());
    let (key, seen) = (posted.key(), posted.field("shown").to_owned());
    let reason = posted.field("excess_reason").to_owned();
    let given = reason.clone();
    let record =
        |_| async move { budget_import::confirm(&register, &actor, key, id, &seen, &given).await };
    let by = work.actor().user();
    let imports = work.imports();
    imports.record(id, by, address::budget(year), record).await;
    match imports.stage(id, by) {
        None | Some(Stage::Running(..)) => work.to(&address::budget_import(year, id)),
        Some(stage) => told(work, year, id, stage, &reason).await,
    }
}

/// That an import is being recorded, or how it ended.
async fn told(work: &Work, year: u16, id: ImportFileId, stage: Stage, reason: &str) -> Answer {
    match stage {
        Stage::Running(..) => {
            let shown = work.page(|shell| page::running(shell, year, id));
            let again = (REFRESH, HeaderValue::from_static(OFTEN));
            shown.map(|shown| ([again], shown).into_response())
        }
        Stage::Recorded(after) => work.done(&after, desk::Done::BudgetRecorded),
        Stage::Refused(refusal) => instead(work, year, id, refusal, reason).await,
    }
}

/// What is shown in the place of what was refused: the report as it is now, with the reason for an
/// excess as it was typed.
async fn instead(
    work: &Work,
    year: u16,
    id: ImportFileId,
    refusal: Refusal,
    reason: &str,
) -> Answer {
    let (status, findings) = match refusal {
        Refusal::Stale => (StatusCode::CONFLICT, None),
        Refusal::Incomplete(findings) => (StatusCode::UNPROCESSABLE_ENTITY, Some(findings)),
        refusal => return Err(work.refuse(refusal)),
    };
    let mut sheet = load(work, year, id).await?;
    if let Some(findings) = findings {
        reason.clone_into(&mut sheet.draft.facts.excess_reason);
        sheet.import.findings = findings;
    }
    shown(work, &sheet, status, 1)
}

fn named(work: &Work, (year, id): &(u16, String)) -> Result<(u16, ImportFileId), Response> {
    let id = id.parse().map_err(|_| work.refuse(Refusal::NotFound))?;
    Ok((*year, id))
}

/// A kept file with what it would record.
async fn load(work: &Work, year: u16, id: ImportFileId) -> Result<BudgetImportSheet, Response> {
    let sheet = budget_import::sheet(work.register(), work.actor(), id).await;
    match sheet {
        Ok(sheet) if sheet.year == year => Ok(sheet),
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
