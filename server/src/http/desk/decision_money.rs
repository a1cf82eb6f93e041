//! The money of a decision.

use app::pages::desk::decision::money as pages;
use axum::extract::Path;
use axum::routing::get;
use register::tables;
use register::views::decision_money::decision_money;

use super::work::{Answer, Work};
use super::{Route, page as route};
use crate::http::asked_form::AskedForm;
use crate::http::page;

pub(super) fn routes() -> Vec<Route> {
    vec![
        route("/tyopoyta/paatokset/{id}/raha", get(show)),
        route("/tyopoyta/paatokset/{id}/raha.csv", get(file)),
        route("/tyopoyta/paatokset/{id}/raha.xlsx", get(file)),
    ]
}

async fn show(work: Work, Path(id): Path<String>) -> Answer {
    let id = work.identity(&id)?;
    let money = decision_money(work.register(), work.actor(), id).await;
    let money = money.map_err(|refusal| work.refuse(refusal))?;
    work.page(|shell| pages::page(shell, &money))
}

async fn file(work: Work, Path(id): Path<String>, AskedForm(form): AskedForm) -> Answer {
    let id = work.identity(&id)?;
    let (register, actor, lang) = (work.register(), work.actor(), work.lang());
    let made = tables::decision_money(register, actor, id, form, lang).await;
    let bytes = made.map_err(|refusal| work.refuse(refusal))?;
    Ok(page::table("paatoksen-raha", form, bytes))
}
