//! The commitments of all projects.

use app::address::{named_text, named_year};
use app::pages::desk::commitment_list as pages;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::routing::get;
use domain::decision::CommitmentStrength;
use domain::slug::Slug;
use domain::view::commitment_list::CommitmentFilter;
use register::tables;
use register::views;
use serde::Deserialize;

use super::work::{Answer, Work};
use super::{Route, page as route};
use crate::http::asked_form::AskedForm;
use crate::http::page;

pub(super) fn routes() -> Vec<Route> {
    vec![
        route("/tyopoyta/sitoumukset", get(show)),
        route("/tyopoyta/sitoumukset.csv", get(file)),
        route("/tyopoyta/sitoumukset.xlsx", get(file)),
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
}

/// What was asked for, if it can be read.
type Asking = Result<Query<Asked>, QueryRejection>;

impl Asked {
    fn of(query: Asking) -> Self {
        query.map(|Query(asked)| asked).unwrap_or_default()
    }

    fn filter(self) -> CommitmentFilter {
        CommitmentFilter {
            year: named_year(&self.vuosi),
            budget_line: named_text(&self.kohta),
            project: Slug::try_from(self.hanke).ok(),
            strength: CommitmentStrength::from_code(&self.sitovuus),
            series: Slug::try_from(self.paatoksentekija).ok(),
            page: self.sivu.parse().unwrap_or(1),
        }
    }
}

async fn show(work: Work, query: Asking) -> Answer {
    let filter = Asked::of(query).filter();
    let list = views::commitment_list::list(work.register(), work.actor(), filter).await;
    let list = list.map_err(|refusal| work.refuse(refusal))?;
    work.page(|shell| pages::page(shell, &list))
}

async fn file(work: Work, query: Asking, AskedForm(form): AskedForm) -> Answer {
    let filter = Asked::of(query).filter();
    let (register, actor) = (work.register(), work.actor());
    let made = tables::commitments(register, actor, filter, form, work.lang()).await;
    let bytes = made.map_err(|refusal| work.refuse(refusal))?;
    Ok(page::table("sitoumukset", form, bytes))
}
