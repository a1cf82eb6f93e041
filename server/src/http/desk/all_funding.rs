//! The plans of all projects by year and funder.

use app::address::{named_year, payer_of};
use app::pages::desk::all_funding as pages;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::routing::get;
use domain::slug::Slug;
use domain::view::commitment_list::Named;
use domain::view::funding::FundingFilter;
use register::tables;
use register::views;
use serde::Deserialize;

use super::work::{Answer, Work};
use super::{Route, page as route};
use crate::http::asked_form::AskedForm;
use crate::http::page;

pub(super) fn routes() -> Vec<Route> {
    vec![
        route("/tyopoyta/rahoitus", get(show)),
        route("/tyopoyta/rahoitus.csv", get(file)),
        route("/tyopoyta/rahoitus.xlsx", get(file)),
        route("/tyopoyta/rahoitus/rivit", get(rows)),
        route("/tyopoyta/rahoitus/rivit.csv", get(rows_file)),
        route("/tyopoyta/rahoitus/rivit.xlsx", get(rows_file)),
    ]
}

/// What stands in the address. As in other lists, what cannot be read is left out.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    alkuvuosi: String,
    loppuvuosi: String,
    rahoittaja: String,
    hanke: String,
    vuosi: String,
    sivu: String,
}

/// What was asked for, if it can be read.
type Asking = Result<Query<Asked>, QueryRejection>;

impl Asked {
    fn of(query: Asking) -> Self {
        query.map(|Query(asked)| asked).unwrap_or_default()
    }

    fn filter(&self) -> FundingFilter {
        FundingFilter {
            from: self.alkuvuosi.parse().ok(),
            until: self.loppuvuosi.parse().ok(),
            payer: payer_of(&self.rahoittaja),
            project: Slug::try_from(self.hanke.clone()).ok(),
        }
    }

    /// The year whose amounts are asked for.
    fn year(&self) -> Option<Named<u16>> {
        named_year(&self.vuosi)
    }
}

async fn show(work: Work, query: Asking) -> Answer {
    let filter = Asked::of(query).filter();
    let sheet = views::funding::sheet(work.register(), work.actor(), filter).await;
    let sheet = sheet.map_err(|refusal| work.refuse(refusal))?;
    work.page(|shell| pages::page(shell, &sheet))
}

async fn file(work: Work, query: Asking, AskedForm(form): AskedForm) -> Answer {
    let asked = Asked::of(query);
    let (register, actor) = (work.register(), work.actor());
    let made = tables::funding(register, actor, asked.filter(), form, work.lang()).await;
    let bytes = made.map_err(|refusal| work.refuse(refusal))?;
    Ok(page::table("rahoitus", form, bytes))
}

async fn rows(work: Work, query: Asking) -> Answer {
    let asked = Asked::of(query);
    let page = asked.sivu.parse().unwrap_or(1);
    let (register, actor) = (work.register(), work.actor());
    let lines = views::funding::lines(register, actor, asked.filter(), asked.year(), page).await;
    let lines = lines.map_err(|refusal| work.refuse(refusal))?;
    work.page(|shell| pages::rows(shell, &lines))
}

async fn rows_file(work: Work, query: Asking, AskedForm(form): AskedForm) -> Answer {
    let asked = Asked::of(query);
    let (register, actor, lang) = (work.register(), work.actor(), work.lang());
    let (filter, year) = (asked.filter(), asked.year());
    let made = tables::planned_amounts(register, actor, filter, year, form, lang).await;
    let bytes = made.map_err(|refusal| work.refuse(refusal))?;
    Ok(page::table("rahoitussuunnitelmat", form, bytes))
}
