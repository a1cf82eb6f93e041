//! What the budget of a year came to, what was paid for it, and its lines as files.

use app::address::WITHOUT;
use app::pages::desk::year_end as pages;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query};
use axum::routing::get;
use domain::view::commitment_list::Named;
use register::tables::{self, Form};
use register::views::year_end;
use serde::Deserialize;

use super::commitment_list::csv_form;
use super::work::{Answer, Work};
use super::{Route, page as route};
use crate::http::page;

pub(super) fn routes() -> Vec<Route> {
    vec![
        route("/tyopoyta/talousarvio/{year}/kohdat.csv", get(lines_csv)),
        route("/tyopoyta/talousarvio/{year}/kohdat.xlsx", get(lines_xlsx)),
        route("/tyopoyta/talousarvio/{year}/toteuma", get(show)),
        route("/tyopoyta/talousarvio/{year}/toteuma.csv", get(csv)),
        route("/tyopoyta/talousarvio/{year}/toteuma.xlsx", get(xlsx)),
        route("/tyopoyta/talousarvio/{year}/maksut", get(payments)),
        route("/tyopoyta/talousarvio/{year}/maksut.csv", get(payments_csv)),
        route(
            "/tyopoyta/talousarvio/{year}/maksut.xlsx",
            get(payments_xlsx),
        ),
    ]
}

/// What stands in the address. As in other lists, what cannot be read is left out.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    kohta: String,
    muoto: String,
}

/// What was asked for, if it can be read.
type Asking = Result<Query<Asked>, QueryRejection>;

fn form(query: Asking) -> Form {
    let asked = query.map(|Query(asked)| asked).unwrap_or_default();
    csv_form(&asked.muoto)
}

async fn show(work: Work, Path(year): Path<u16>) -> Answer {
    let sheet = year_end::year_end(work.register(), work.actor(), year).await;
    let sheet = sheet.map_err(|refusal| work.refuse(refusal))?;
    work.page(|shell| pages::page(shell, &sheet))
}

async fn payments(work: Work, Path(year): Path<u16>, query: Asking) -> Answer {
    let asked = query.map(|Query(asked)| asked).unwrap_or_default();
    let line = match asked.kohta.trim() {
        "" => None,
        WITHOUT => Some(Named::Nothing),
        code => Some(Named::Is(code.to_owned())),
    };
    let sheet = year_end::payments(work.register(), work.actor(), year, line).await;
    let sheet = sheet.map_err(|refusal| work.refuse(refusal))?;
    work.page(|shell| pages::payments(shell, &sheet))
}

async fn csv(work: Work, Path(year): Path<u16>, query: Asking) -> Answer {
    year_end_file(&work, year, form(query)).await
}

async fn xlsx(work: Work, Path(year): Path<u16>) -> Answer {
    year_end_file(&work, year, Form::Xlsx).await
}

async fn year_end_file(work: &Work, year: u16, form: Form) -> Answer {
    let made = tables::year_end(work.register(), work.actor(), year, form, work.lang()).await;
    let bytes = made.map_err(|refusal| work.refuse(refusal))?;
    Ok(page::table(&format!("toteuma-{year}"), form, bytes))
}

async fn lines_csv(work: Work, Path(year): Path<u16>, query: Asking) -> Answer {
    lines_file(&work, year, form(query)).await
}

async fn lines_xlsx(work: Work, Path(year): Path<u16>) -> Answer {
    lines_file(&work, year, Form::Xlsx).await
}

async fn lines_file(work: &Work, year: u16, form: Form) -> Answer {
    let made = tables::budget(work.register(), work.actor(), year, form, work.lang()).await;
    let bytes = made.map_err(|refusal| work.refuse(refusal))?;
    Ok(page::table(&format!("talousarvio-{year}"), form, bytes))
}

async fn payments_csv(work: Work, Path(year): Path<u16>, query: Asking) -> Answer {
    payments_file(&work, year, form(query)).await
}

async fn payments_xlsx(work: Work, Path(year): Path<u16>) -> Answer {
    payments_file(&work, year, Form::Xlsx).await
}

async fn payments_file(work: &Work, year: u16, form: Form) -> Answer {
    let made = tables::payments(work.register(), work.actor(), year, form, work.lang()).await;
    let bytes = made.map_err(|refusal| work.refuse(refusal))?;
    Ok(page::table(&format!("maksut-{year}"), form, bytes))
}
