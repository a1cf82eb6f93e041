//! What the budget of a year came to, what was paid for it, and its lines as files.

use app::address::named_text;
use app::pages::desk::year_end as pages;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query};
use axum::routing::get;
use register::tables;
use register::views::year_end;
use serde::Deserialize;

use super::work::{Answer, Done, Work};
use super::{Route, page as route};
use crate::http::asked_form::AskedForm;
use crate::http::page;

pub(super) fn routes() -> Vec<Route> {
    vec![
        route("/tyopoyta/talousarvio/{year}/kohdat.csv", get(lines_file)),
        route("/tyopoyta/talousarvio/{year}/kohdat.xlsx", get(lines_file)),
        route("/tyopoyta/talousarvio/{year}/toteuma", get(show)),
        route("/tyopoyta/talousarvio/{year}/toteuma.csv", get(file)),
        route("/tyopoyta/talousarvio/{year}/toteuma.xlsx", get(file)),
        route("/tyopoyta/talousarvio/{year}/maksut", get(payments)),
        route(
            "/tyopoyta/talousarvio/{year}/maksut.csv",
            get(payments_file),
        ),
        route(
            "/tyopoyta/talousarvio/{year}/maksut.xlsx",
            get(payments_file),
        ),
    ]
}

/// What stands in the address. As in other lists, what cannot be read is left out.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    kohta: String,
}

/// What was asked for, if it can be read.
type Asking = Result<Query<Asked>, QueryRejection>;

async fn show(work: Work, Path(year): Path<u16>) -> Answer {
    let sheet = year_end::year_end(work.register(), work.actor(), year).await;
    let sheet = sheet.map_err(|refusal| work.refuse(refusal))?;
    work.page(|shell| pages::page(shell, &sheet))
}

async fn payments(work: Work, Path(year): Path<u16>, query: Asking, done: Done) -> Answer {
    let asked = query.map(|Query(asked)| asked).unwrap_or_default();
    let line = named_text(&asked.kohta);
    let sheet = year_end::payments(work.register(), work.actor(), year, line).await;
    let sheet = sheet.map_err(|refusal| work.refuse(refusal))?;
    work.page(|shell| pages::payments(shell, &sheet, done.0))
}

async fn file(work: Work, Path(year): Path<u16>, AskedForm(form): AskedForm) -> Answer {
    let made = tables::year_end(work.register(), work.actor(), year, form, work.lang()).await;
    let bytes = made.map_err(|refusal| work.refuse(refusal))?;
    Ok(page::table(&format!("toteuma-{year}"), form, bytes))
}

async fn lines_file(work: Work, Path(year): Path<u16>, AskedForm(form): AskedForm) -> Answer {
    let made = tables::budget(work.register(), work.actor(), year, form, work.lang()).await;
    let bytes = made.map_err(|refusal| work.refuse(refusal))?;
    Ok(page::table(&format!("talousarvio-{year}"), form, bytes))
}

async fn payments_file(work: Work, Path(year): Path<u16>, AskedForm(form): AskedForm) -> Answer {
    let made = tables::payments(work.register(), work.actor(), year, form, work.lang()).await;
    let bytes = made.map_err(|refusal| work.refuse(refusal))?;
    Ok(page::table(&format!("maksut-{year}"), form, bytes))
}
