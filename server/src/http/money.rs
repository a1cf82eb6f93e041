//! Where the city's euros go, for everybody.

use app::address::{WITHOUT, payer_of};
use app::pages::public::money as pages;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::Response;
use domain::view::city_money::Part;
use domain::view::commitment_list::Named;
use register::tables::{self, Form};
use register::views::city_money;
use serde::Deserialize;

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
        let year = match self.vuosi.as_str() {
            WITHOUT => Some(Named::Nothing),
            year => year.parse().ok().filter(|year| *year > 0).map(Named::Is),
        };
        let line = match self.kohta.trim() {
            "" => None,
            WITHOUT => Some(Named::Nothing),
            line => Some(Named::Is(line.to_owned())),
        };
        let alone = (self.hanke == WITHOUT).then_some(Part::WithoutProject);
        year.map(Part::Year)
            .or_else(|| line.map(Part::BudgetLine))
            .or(alone)
            .or_else(|| payer_of(&self.rahoittaja).map(Part::Payer))
    }
}

pub(super) async fn show(asked: Asked, parts: Result<Query<Parts>, QueryRejection>) -> Response {
    let parts = parts.map(|Query(parts)| parts).unwrap_or_default();
    let register = asked.register();
    match parts.part() {
        None => {
            let data = city_money::city_money(register).await;
            asked.answer(data, |shell, data| pages::page(shell, &data))
        }
        Some(Part::Payer(payer)) => {
            let data = city_money::planned(register, payer).await;
            asked.answer(data, |shell, data| pages::planned(shell, &data))
        }
        Some(part) => {
            let page = parts.sivu.parse().unwrap_or(1);
            let data = city_money::promises(register, part, page).await;
            asked.answer(data, |shell, data| pages::promises(shell, &data))
        }
    }
}

pub(super) async fn csv(asked: Asked) -> Response {
    file(&asked, Form::Csv).await
}

pub(super) async fn xlsx(asked: Asked) -> Response {
    file(&asked, Form::Xlsx).await
}

async fn file(asked: &Asked, form: Form) -> Response {
    let shell = asked.shell();
    match tables::city_money(asked.register(), form, shell.lang).await {
        Ok(bytes) => page::table("rahoitus", form, bytes),
        Err(refusal) => page::refused(shell, &refusal),
    }
}
