//! The commitments of all projects.

use app::address::WITHOUT;
use app::pages::desk::commitment_list as pages;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::routing::get;
use domain::decision::CommitmentStrength;
use domain::slug::Slug;
use domain::view::commitment_list::{CommitmentFilter, Named};
use register::tables::{self, Form};
use register::views;
use serde::Deserialize;

use super::work::{Answer, Work};
use super::{Route, page as route};
use crate::http::page;

pub(super) fn routes() -> Vec<Route> {
    vec![
        route("/tyopoyta/sitoumukset", get(show)),
        route("/tyopoyta/sitoumukset.csv", get(csv)),
        route("/tyopoyta/sitoumukset.xlsx", get(xlsx)),
    ]
}

/// What stands in the address. As in other lists, what cannot be read is left out.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    vuosi: String,
    kohta: String,
    hanke: String,
    sitovuus: String,
    paatoksentekija: String,
    sivu: String,
    muoto: String,
}

impl Asked {
    fn of(query: Result<Query<Self>, QueryRejection>) -> Self {
        query.map(|Query(asked)| asked).unwrap_or_default()
    }

    fn filter(self) -> CommitmentFilter {
        let budget_line = match self.kohta.trim() {
            "" => None,
            WITHOUT => Some(Named::Nothing),
            line => Some(Named::Is(line.to_owned())),
        };
        CommitmentFilter {
            year: named_year(&self.vuosi),
            budget_line,
            project: Slug::try_from(self.hanke).ok(),
            strength: CommitmentStrength::from_code(&self.sitovuus),
            series: Slug::try_from(self.paatoksentekija).ok(),
            page: self.sivu.parse().unwrap_or(1),
        }
    }
}

/// A year of an address, or that none is named.
pub(super) fn named_year(text: &str) -> Option<Named<u16>> {
    match text {
        WITHOUT => Some(Named::Nothing),
        year => year.parse().ok().filter(|year| *year > 0).map(Named::Is),
    }
}

/// CSV for programs, or for spreadsheets where that is asked for.
pub(super) fn csv_form(asked: &str) -> Form {
    match asked {
        "excel" => Form::CsvForSpreadsheets,
        _ => Form::Csv,
    }
}

async fn show(work: Work, query: Result<Query<Asked>, QueryRejection>) -> Answer {
    let filter = Asked::of(query).filter();
    let list = views::commitment_list::list(work.register(), work.actor(), filter).await;
    let list = list.map_err(|refusal| work.refuse(refusal))?;
    work.page(|shell| pages::page(shell, &list))
}

async fn csv(work: Work, query: Result<Query<Asked>, QueryRejection>) -> Answer {
    let asked = Asked::of(query);
    let form = csv_form(&asked.muoto);
    file(&work, asked, form).await
}

async fn xlsx(work: Work, query: Result<Query<Asked>, QueryRejection>) -> Answer {
    file(&work, Asked::of(query), Form::Xlsx).await
}

async fn file(work: &Work, asked: Asked, form: Form) -> Answer {
    let (register, actor) = (work.register(), work.actor());
    let made = tables::commitments(register, actor, asked.filter(), form, work.lang()).await;
    let bytes = made.map_err(|refusal| work.refuse(refusal))?;
    Ok(page::table("sitoumukset", form, bytes))
}
