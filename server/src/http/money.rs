//! Where the city's euros go, for everybody.

use app::address::{WITHOUT, named_text, named_year, payer_of};
use app::pages::public::money as pages;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::Response;
use domain::view::city_money::Part;
use register::tables;
use register::views::city_money;
use serde::Deserialize;

use super::asked_form::AskedForm;
use super::page;
use super::public::Asked;

/// Which part of it stands in the address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Parts {
    vuosi: String,
    kohta: String,
    hanke: String,
    rahoittaja: String,
    sivu: String,
}

impl Parts {
    /// The first part that can be read; without one all of it is asked for.
    fn part(&self) -> Option<Part> {
        let alone = (self.hanke == WITHOUT).then_some(Part::WithoutProject);
        let year = named_year(&self.vuosi).map(Part::Year);
        year.or_else(|| named_text(&self.kohta).map(Part::BudgetLine))
            .or(alone)
            .or_else(|| payer_of(&self.rahoittaja).map(Part::Payer))
    }
}

pub(super) async fn show(asked: Asked, parts: Result<Query<Parts>, QueryRejection>) -> Response {
    let parts = parts.map(|Query(parts)| parts).unwrap_or_default();
    let register = asked.register();
    let page = parts.sivu.parse().unwrap_or(1);
    match parts.part() {
        None => {
            let data = city_money::city_money(register).await;
            asked.answer(data, |shell, data| pages::page(shell, &data))
        }
        Some(Part::Payer(payer)) => {
            let data = city_money::planned(register, payer, page).await;
            asked.answer(data, |shell, data| pages::planned(shell, &data))
        }
        Some(part) => {
            let data = city_money::promises(register, part, page).await;
            asked.answer(data, |shell, data| pages::promises(shell, &data))
        }
    }
}

pub(super) async fn file(asked: Asked, AskedForm(form): AskedForm) -> Response {
    let shell = asked.shell();
    match tables::city_money(asked.register(), form, shell.lang).await {
        Ok(bytes) => page::table("rahoitus", form, bytes),
        Err(refusal) => page::refused(shell, &refusal),
    }
}
