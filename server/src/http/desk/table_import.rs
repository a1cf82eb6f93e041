//! Imports of tables: the ledger's postings, projects and funding plans.

use std::sync::Arc;

use app::address::DESK;
use app::pages::desk::{address, table_import as page};
use axum::extract::rejection::QueryRejection;
use axum::extract::{DefaultBodyLimit, Path, Query};
use axum::http::header::REFRESH;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::finding::Findings;
use domain::id::ImportFileId;
use domain::table_import::{ImportDraft, ImportKind};
use domain::view::table_import::ImportSheet;
use register::tables::{self, Form};
use register::{Refusal, table_import};
use serde::Deserialize;
use wording::desk;

use super::work::{Answer, Work};
use super::{Route, form};
use crate::http::form::Posted;
use crate::http::page as files;
use crate::http::running_imports::{Run, Stage};
use crate::http::upload::{UPLOAD_LIMIT, Upload};

/// After how many seconds a page that says how far an import is asks again.
pub(super) const OFTEN: &str = "3";

/// The routes of the imports.
pub(super) fn routes() -> Vec<Route> {
    let ledger = of_kind(
        ImportKind::Ledger,
        [
            "/tyopoyta/tuonti/paakirja",
            "/tyopoyta/tuonti/paakirja/pohja.csv",
            "/tyopoyta/tuonti/paakirja/pohja.xlsx",
            "/tyopoyta/tuonti/paakirja/{import}",
        ],
    );
    let projects = of_kind(
        ImportKind::Projects,
        [
            "/tyopoyta/tuonti/hankkeet",
            "/tyopoyta/tuonti/hankkeet/pohja.csv",
            "/tyopoyta/tuonti/hankkeet/pohja.xlsx",
            "/tyopoyta/tuonti/hankkeet/{import}",
        ],
    );
    let plans = of_kind(
        ImportKind::Plans,
        [
            "/tyopoyta/tuonti/rahoitussuunnitelmat",
            "/tyopoyta/tuonti/rahoitussuunnitelmat/pohja.csv",
            "/tyopoyta/tuonti/rahoitussuunnitelmat/pohja.xlsx",
            "/tyopoyta/tuonti/rahoitussuunnitelmat/{import}",
        ],
    );
    [ledger, projects, plans].into_iter().flatten().collect()
}

/// The form, its templates and the report of one kind, at their addresses.
fn of_kind(
    kind: ImportKind,
    [upload_at, csv_at, xlsx_at, report_at]: [&'static str; 4],
) -> [Route; 4] {
    let use_case = kind.use_case();
    let reads = |route| Route {
        writes: None,
        ..route
    };
    let csv =
        move |work: Work| async move { template(&work, kind, Form::CsvForSpreadsheets).await };
    let xlsx = move |work: Work| async move { template(&work, kind, Form::Xlsx).await };
    let show = move |work: Work, asked: Asking| async move { show(&work, kind, asked) };
    let send = move |work: Work, sent: Upload| async move { upload(&work, kind, sent).await };
    let see = move |work: Work, Path(id): Path<String>, asked: Asking| async move {
        report(&work, kind, &id, asked).await
    };
    let act = move |work: Work, Path(id): Path<String>, posted: Posted| async move {
        change(&work, kind, &id, &posted).await
    };
    let limit = DefaultBodyLimit::max(UPLOAD_LIMIT);
    [
        form(upload_at, use_case, get(show).post(send).layer(limit)),
        reads(form(csv_at, use_case, get(csv))),
        reads(form(xlsx_at, use_case, get(xlsx))),
        form(report_at, use_case, get(see).post(act)),
    ]
}

/// What stands in the address: the year of a ledger, the page of a report.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    vuosi: String,
    sivu: String,
}

type Asking = Result<Query<Asked>, QueryRejection>;

fn show(work: &Work, kind: ImportKind, asked: Asking) -> Answer {
    let draft = ImportDraft {
        year: asked.map_or_else(|_| String::new(), |Query(asked)| asked.vuosi),
        ..ImportDraft::new(kind)
    };
    let form = work.form(draft, 0)?;
    work.page(|shell| page::upload(shell, &form, None))
}

async fn template(work: &Work, kind: ImportKind, form: Form) -> Answer {
    let made = tables::import_template(kind, form, work.lang()).await;
    let bytes = made.map_err(|refusal| work.refuse(refusal))?;
    Ok(files::table(kind.code(), form, bytes))
}

async fn upload(work: &Work, kind: ImportKind, sent: Upload) -> Answer {
    let Upload { posted, file } = sent;
    let typed = ImportDraft::from_pairs(kind, &posted.0);
    let (name, bytes) = file.unwrap_or_default();
    let (register, actor) = (work.register(), work.actor());
    let (findings, fault) = match table_import::begin(register, actor, &typed, &name, &bytes).await
    {
        Ok(id) => return work.to(&address::table_report(kind, id)),
        Err(Refusal::Incomplete(findings)) => (findings, None),
        Err(Refusal::NoTable(fault)) => (Findings::default(), Some(fault)),
        Err(refusal) => return Err(work.refuse(refusal)),
    };
    let form = work.typed(typed, &posted)?.refused(findings);
    work.incomplete(|shell| page::upload(shell, &form, fault))
}

async fn report(work: &Work, kind: ImportKind, id: &str, asked: Asking) -> Answer {
    let id = named(work, id)?;
    if let Some(stage) = work.imports().stage(id, work.actor().user()) {
        return told(work, kind, id, stage).await;
    }
    let sheet = load(work, kind, id).await?;
    let page = asked.map_or(1, |Query(asked)| asked.sivu.parse().unwrap_or(1));
    shown(work, &sheet, StatusCode::OK, page)
}

async fn change(work: &Work, kind: ImportKind, id: &str, posted: &Posted) -> Answer {
    let id = named(work, id)?;
    let (register, actor) = (work.register(), work.actor());
    let done = match posted.action() {
        "choose" => {
            let typed = ImportDraft::from_pairs(kind, &posted.0);
            let version = posted.version();
            let chosen = table_import::choose(register, actor, id, version, &typed);
            chosen.await.map(|()| None)
        }
        "discard" => {
            let discarded = table_import::discard(register, actor, kind, id).await;
            discarded.map(|()| Some(desk::Done::ImportDiscarded))
        }
        _ => return confirm(work, kind, id, posted).await,
    };
    match done {
        Ok(Some(done)) => work.done(&after(kind, posted.field("year")), done),
        Ok(None) => work.to(&address::table_report(kind, id)),
        Err(refusal) => instead(work, kind, id, refusal).await,
    }
}

/// Records what was shown. A file that takes long is recorded on, and its page says how far it is.
async fn confirm(work: &Work, kind: ImportKind, id: ImportFileId, posted: &Posted) -> Answer {
    let (register, actor) = (work.register().clone(), work.actor().clone());
    let (key, seen) = (posted.key(), posted.field("shown").to_owned());
    let record = |run: Arc<Run>| async move {
        let progress = |saved, all| run.at(saved, all);
        table_import::confirm(&register, &actor, key, kind, id, &seen, &progress).await
    };
    let after = after(kind, posted.field("year"));
    let by = work.actor().user();
    work.imports().record(id, by, after, record).await;
    match work.imports().stage(id, work.actor().user()) {
        None | Some(Stage::Running(..)) => work.to(&address::table_report(kind, id)),
        Some(stage) => told(work, kind, id, stage).await,
    }
}

/// How far an import is, or how it ended.
async fn told(work: &Work, kind: ImportKind, id: ImportFileId, stage: Stage) -> Answer {
    match stage {
        Stage::Running(saved, all) => {
            let shown = work.page(|shell| page::running(shell, kind, id, saved, all));
            let again = (REFRESH, HeaderValue::from_static(OFTEN));
            shown.map(|shown| ([again], shown).into_response())
        }
        Stage::Recorded(after) => work.done(&after, desk::Done::TableImported),
        Stage::Refused(refusal) => instead(work, kind, id, refusal).await,
    }
}

/// What is shown in the place of what was refused: the report as it is now.
async fn instead(work: &Work, kind: ImportKind, id: ImportFileId, refusal: Refusal) -> Answer {
    let status = match refusal {
        Refusal::Stale => StatusCode::CONFLICT,
        Refusal::Incomplete(_) => StatusCode::UNPROCESSABLE_ENTITY,
        refusal => return Err(work.refuse(refusal)),
    };
    shown(work, &load(work, kind, id).await?, status, 1)
}

fn named(work: &Work, id: &str) -> Result<ImportFileId, Response> {
    id.parse().map_err(|_| work.refuse(Refusal::NotFound))
}

/// The page that an import changed: of a ledger the payments of its year.
fn after(kind: ImportKind, year: &str) -> String {
    match (kind, year.parse()) {
        (ImportKind::Ledger, Ok(year)) => address::payments(year, None),
        (ImportKind::Plans, _) => address::ALL_FUNDING.to_owned(),
        _ => DESK.to_owned(),
    }
}

/// A kept file with what it would record.
async fn load(work: &Work, kind: ImportKind, id: ImportFileId) -> Result<ImportSheet, Response> {
    let sheet = table_import::sheet(work.register(), work.actor(), kind, id).await;
    sheet.map_err(|refusal| work.refuse(refusal))
}

fn shown(work: &Work, sheet: &ImportSheet, status: StatusCode, at: u32) -> Answer {
    let changed = status == StatusCode::CONFLICT;
    let form = work.form(sheet.draft.clone(), sheet.version)?;
    let form = form.refused(sheet.report.findings.clone());
    work.page_with(status, |shell| {
        page::report(shell, sheet, &form, at, changed)
    })
}
