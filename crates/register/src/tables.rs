//! Views as tables in files, made outside transactions, on a thread that may be busy.

pub use ::documents::table::{Form, PartForm};

use ::documents::table::Table;
use ::documents::{
    budget, budget_template, city_money, co_funding, commitment_list, decision_money, funding,
    import_template, payment_claims, payments, plan_comparison, plan_table,
};
use domain::Lang;
use domain::id::DecisionId;
use domain::slug::Slug;
use domain::table_import::ImportKind;
use domain::view::co_funding::CoFundingFilter;
use domain::view::commitment_list::{CommitmentFilter, Named};
use domain::view::funding::FundingFilter;
use store::Cut;

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
    let list = views::commitment_list::whole_list(register, actor, filter).await?;
    made(move || commitment_list::table(&list, lang), form).await
}

/// What a decision promised, and what has become of it.
pub async fn decision_money(
    register: &Register,
    actor: &Actor,
    id: DecisionId,
    form: Form,
    lang: Lang,
) -> Result<Vec<u8>, Refusal> {
    let money = views::decision_money::decision_money(register, actor, id).await?;
    made(move || Some(decision_money::table(&money, lang)), form).await
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

/// Two versions of a project's funding plan beside each other.
pub async fn plan_comparison(
    register: &Register,
    actor: &Actor,
    slug: &Slug,
    versions: (Option<u32>, Option<u32>),
    form: Form,
    lang: Lang,
) -> Result<Vec<u8>, Refusal> {
    let (from, to) = versions;
    let compared = views::desk::plan_comparison(register, actor, slug, from, to).await?;
    made(move || Some(plan_comparison::table(&compared, lang)), form).await
}

/// The funding plan of a project as the table that is imported again.
pub async fn plan(
    register: &Register,
    actor: &Actor,
    slug: &Slug,
    form: Form,
    lang: Lang,
) -> Result<Vec<u8>, Refusal> {
    let (plan, names) = views::desk::plan(register, actor, slug).await?;
    let name = move |id| names.get(&id).cloned().unwrap_or_default();
    let slug = slug.clone();
    made(
        move || Some(plan_table::table(&slug, &plan, name, lang)),
        form,
    )
    .await
}

/// Where the lines of a year stand.
pub async fn budget(
    register: &Register,
    actor: &Actor,
    year: u16,
    form: Form,
    lang: Lang,
) -> Result<Vec<u8>, Refusal> {
    let sheet = views::budget::budget(register, actor, Some(year)).await?;
    made(move || Some(budget::lines(&sheet, lang)), form).await
}

/// What the lines of a year came to.
pub async fn year_end(
    register: &Register,
    actor: &Actor,
    year: u16,
    form: Form,
    lang: Lang,
) -> Result<Vec<u8>, Refusal> {
    let sheet = views::year_end::year_end(register, actor, year).await?;
    made(move || Some(budget::year_end(&sheet, lang)), form).await
}

/// What was paid for an accounting year, for the ledger.
pub async fn payments(
    register: &Register,
    actor: &Actor,
    year: u16,
    form: Form,
    lang: Lang,
) -> Result<Vec<u8>, Refusal> {
    let sheet = views::year_end::payments(register, actor, year, None).await?;
    made(move || Some(payments::table(&sheet.lines, lang)), form).await
}

/// Every other funder that a filter leaves, whatever its page.
pub async fn co_funding(
    register: &Register,
    actor: &Actor,
    filter: CoFundingFilter,
    form: Form,
    lang: Lang,
) -> Result<Vec<u8>, Refusal> {
    let list = views::co_funding::whole_list(register, actor, filter).await?;
    made(move || Some(co_funding::table(&list, lang)), form).await
}

/// The payment claims of a project.
pub async fn payment_claims(
    register: &Register,
    actor: &Actor,
    slug: &Slug,
    form: Form,
    lang: Lang,
) -> Result<Vec<u8>, Refusal> {
    let sheet = views::payment_claims::sheet(register, actor, slug).await?;
    made(move || payment_claims::table(&sheet.book, lang), form).await
}

/// The template of a table that can be imported; it tells nothing of the register.
pub async fn import_template(kind: ImportKind, form: Form, lang: Lang) -> Result<Vec<u8>, Refusal> {
    made(move || Some(import_template::table(kind, lang)), form).await
}

/// The template of rows of a budget decision; it tells nothing of the register.
pub async fn budget_template(form: Form, lang: Lang) -> Result<Vec<u8>, Refusal> {
    made(move || Some(budget_template::table(lang)), form).await
}

/// Every promise of published decisions in force, for everybody.
pub async fn city_money(register: &Register, form: Form, lang: Lang) -> Result<Vec<u8>, Refusal> {
    let today = register.clock().today();
    let mut tx = register.read().await?;
    let whole = Cut {
        page: 1,
        size: None,
    };
    let all = tx.public_promises(None, whole, today).await?;
    drop(tx);
    let table = move || Some(city_money::table(&all.lines, &all.promised, lang));
    made(table, form).await
}

pub(crate) async fn made(
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
