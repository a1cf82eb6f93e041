//! A project's funding plan as a file, and two versions of it beside each other.

use app::pages::desk::project as pages;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query};
use axum::routing::get;
use register::tables;
use register::views::desk::plan_comparison;
use serde::Deserialize;

use super::work::{Answer, Work};
use super::{Route, page as route, projects};
use crate::http::asked_form::AskedForm;
use crate::http::page;

pub(super) fn routes() -> Vec<Route> {
    vec![
        route("/tyopoyta/hankkeet/{slug}/rahoitus.csv", get(plan)),
        route("/tyopoyta/hankkeet/{slug}/rahoitus.xlsx", get(plan)),
        route("/tyopoyta/hankkeet/{slug}/rahoitus/vertailu", get(show)),
        route("/tyopoyta/hankkeet/{slug}/rahoitus/vertailu.csv", get(file)),
        route(
            "/tyopoyta/hankkeet/{slug}/rahoitus/vertailu.xlsx",
            get(file),
        ),
    ]
}

/// The plan in force as the table that is imported again.
async fn plan(work: Work, Path(project): Path<String>, AskedForm(form): AskedForm) -> Answer {
    let project = projects::named(&work, project)?;
    let (register, actor, lang) = (work.register(), work.actor(), work.lang());
    let made = tables::plan(register, actor, &project, form, lang).await;
    let bytes = made.map_err(|refusal| work.refuse(refusal))?;
    Ok(page::table(
        &format!("rahoitussuunnitelma-{project}"),
        form,
        bytes,
    ))
}

/// What stands in the address. As in lists, what cannot be read is left out.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    mista: String,
    mihin: String,
}

impl Asked {
    fn of(query: Result<Query<Self>, QueryRejection>) -> (Option<u32>, Option<u32>) {
        let asked = query.map(|Query(asked)| asked).unwrap_or_default();
        (asked.mista.parse().ok(), asked.mihin.parse().ok())
    }
}

async fn show(
    work: Work,
    Path(project): Path<String>,
    query: Result<Query<Asked>, QueryRejection>,
) -> Answer {
    let project = projects::named(&work, project)?;
    let (from, to) = Asked::of(query);
    let compared = plan_comparison(work.register(), work.actor(), &project, from, to).await;
    let compared = compared.map_err(|refusal| work.refuse(refusal))?;
    work.page(|shell| pages::comparison(shell, &compared))
}

async fn file(
    work: Work,
    Path(project): Path<String>,
    query: Result<Query<Asked>, QueryRejection>,
    AskedForm(form): AskedForm,
) -> Answer {
    let project = projects::named(&work, project)?;
    let versions = Asked::of(query);
    let (register, actor, lang) = (work.register(), work.actor(), work.lang());
    let made = tables::plan_comparison(register, actor, &project, versions, form, lang).await;
    let bytes = made.map_err(|refusal| work.refuse(refusal))?;
    Ok(page::table(
        &format!("rahoitussuunnitelma-{project}"),
        form,
        bytes,
    ))
}
