//! The list of extracts that were given.

use app::pages::desk::decision::given as page;
use axum::extract::{Path, Query};
use domain::id::DecisionId;
use domain::view::desk::GivenExtracts;
use register::views;
use serde::Deserialize;

use super::drafts::load;
use super::work::{Answer, Work};
use axum::response::Response;

/// Which page of the list.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Paged {
    sivu: String,
}

pub(super) async fn all(work: Work, Query(paged): Query<Paged>) -> Answer {
    let given = extracts(&work, None, &paged).await?;
    work.page(|shell| page::all(shell, &given))
}

pub(super) async fn of_decision(
    work: Work,
    Path(id): Path<String>,
    Query(paged): Query<Paged>,
) -> Answer {
    let sheet = load(&work, &id).await?;
    let given = extracts(&work, Some(sheet.decision.id), &paged).await?;
    work.page(|shell| page::of_decision(shell, &sheet, &given))
}

async fn extracts(
    work: &Work,
    decision: Option<DecisionId>,
    paged: &Paged,
) -> Result<GivenExtracts, Response> {
    let page = paged.sivu.parse().unwrap_or(1);
    let given = views::given::extracts(work.register(), work.actor(), decision, page).await;
    given.map_err(|refusal| work.refuse(refusal))
}
