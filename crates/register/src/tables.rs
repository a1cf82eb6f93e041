//! Views as tables in files, made outside transactions, on a thread that may be busy.

pub use ::documents::table::Form;

use ::documents::table::Table;
use ::documents::{city_money, commitments, funding};
use domain::Lang;
use domain::view::commitments::{CommitmentFilter, Named};
use domain::view::funding::FundingFilter;

use crate::actor::Actor;
use crate::refusal::Refusal;
use crate::register::Register;
use crate::views;

/// Every commitment that a filter leaves, whatever its page.
pub async fn commitments(
    register: &Register,
    actor: &Actor,
    filter: CommitmentFilter,
    form: Form,
    lang: Lang,
) -> Result<Vec<u8>, Refusal> {
    let list = views::commitments::whole_list(register, actor, filter).await?;
    made(move || commitments::table(&list, lang), form).await
}

/// The plans in force by year and funder.
pub async fn funding(
    register: &Register,
    actor: &Actor,
    filter: FundingFilter,
    form: Form,
    lang: Lang,
) -> Result<Vec<u8>, Refusal> {
    let sheet = views::funding::sheet(register, actor, filter).await?;
    made(move || Some(funding::sums(&sheet, lang)), form).await
}

/// Every amount that a sum of the plans is made of.
pub async fn planned_amounts(
    register: &Register,
    actor: &Actor,
    filter: FundingFilter,
    year: Option<Named<u16>>,
    form: Form,
    lang: Lang,
) -> Result<Vec<u8>, Refusal> {
    let lines = views::funding::whole_lines(register, actor, filter, year).await?;
    made(move || Some(funding::amounts(&lines, lang)), form).await
}

/// Every promise of published decisions in force, for everybody.
pub async fn city_money(register: &Register, form: Form, lang: Lang) -> Result<Vec<u8>, Refusal> {
    let today = register.clock().today();
    let all = register
        .read()
        .await?
        .public_promises(None, 1, None, today)
        .await?;
    made(
        move || Some(city_money::table(&all.rows, &all.promised, lang)),
        form,
    )
    .await
}

async fn made(
    table: impl FnOnce() -> Option<Table> + Send + 'static,
    form: Form,
) -> Result<Vec<u8>, Refusal> {
    let made = tokio::task::spawn_blocking(move || {
        let table = table().ok_or("a sum does not fit")?;
        form.bytes(&table).map_err(|error| error.to_string())
    });
    let made = made.await.map_err(|_| "its making stopped".to_owned());
    made.flatten().map_err(Refusal::Document)
}
