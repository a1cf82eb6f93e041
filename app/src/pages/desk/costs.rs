//! The costs in the form of a project's funding plan.

use domain::funding::cost::{CostCategory, CostModel, SupportKind};
use domain::funding::{CostRowDraft, FundingPlanDraft};
use leptos::prelude::*;
use wording::cost::{self, CostText as T};
use wording::desk::{Label, Text};

use super::form::Form;
use super::frame::hidden;
use crate::components::field::{self, Field};
use crate::components::select::{Choice, Select};
use crate::shell::Shell;

/// The section of the form.
pub(super) fn section(shell: &Shell, typed: &Form<FundingPlanDraft>) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let none = || Choice::new("", T::None.text(lang));
    let models = CostModel::ALL.map(|model| Choice::new(model.code(), cost::model(model, lang)));
    let models = std::iter::once(none()).chain(models).collect();
    let kinds = SupportKind::ALL.map(|kind| Choice::new(kind.code(), cost::support(kind, lang)));
    let choose = Choice::new("", Text::Choose.text(lang));
    let kinds = std::iter::once(choose).chain(kinds).collect();
    view! {
        <section class="part" aria-labelledby="kustannukset">
            <h2 id="kustannukset">{T::Costs.text(lang)}</h2>
            <p>{T::Means.text(lang)}</p>
            <Select name="cost_model" label=T::Model.text(lang) value=draft.cost_model.clone()
                choices=models hint=T::ModelHint.text(lang).to_owned()
                error=typed.error("cost_model", lang)/>
            <Select name="support_kind" label=T::Support.text(lang)
                value=draft.support_kind.clone() choices=kinds
                hint=T::SupportHint.text(lang).to_owned()
                error=typed.error("support_kind", lang)/>
            {table(shell, typed)}
            <Field name="rate_reason" label=T::RateReason.text(lang)
                value=draft.rate_reason.clone() hint=T::RateReasonHint.text(lang).to_owned()
                error=typed.error("rate_reason", lang)/>
        </section>
    }
    .into_any()
}

/// The rows as typed, and one for each category that has none.
fn rows(draft: &FundingPlanDraft) -> Vec<CostRowDraft> {
    let mut rows = draft.costs.clone();
    for category in CostCategory::ALL {
        if !rows.iter().any(|row| row.category == category.code()) {
            rows.push(CostRowDraft {
                category: category.code().to_owned(),
                ..CostRowDraft::default()
            });
        }
    }
    for row in &mut rows {
        row.amounts.resize(draft.years.len(), String::new());
    }
    rows
}

fn table(shell: &Shell, typed: &Form<FundingPlanDraft>) -> AnyView {
    let lang = shell.lang;
    let years = &typed.draft.years;
    let year_labels = years.iter().map(|year| format!("{year}, €"));
    let headers = std::iter::once(T::Category.text(lang).to_owned())
        .chain(year_labels)
        .chain([Label::Total.text(lang).to_owned()])
        .map(|header| view! { <th scope="col">{header}</th> });
    let body = (0..)
        .zip(rows(&typed.draft))
        .map(|(number, row)| row_view(shell, typed, number, &row));
    view! {
        <div class="funding-rows">
            <div class="table-region" role="region" tabindex="0" aria-labelledby="costs-caption">
                <table class="table">
                    <caption class="table__caption" id="costs-caption">{T::ByCategory.text(lang)}</caption>
                    <thead><tr>{headers.collect_view()}</tr></thead>
                    <tbody>{body.collect_view()}</tbody>
                </table>
            </div>
        </div>
    }
    .into_any()
}

fn row_view(
    shell: &Shell,
    typed: &Form<FundingPlanDraft>,
    number: usize,
    row: &CostRowDraft,
) -> AnyView {
    let lang = shell.lang;
    let category = CostCategory::from_code(row.category.trim());
    let name = category.map_or_else(
        || row.category.clone(),
        |category| cost::category(category, lang).to_owned(),
    );
    let cell = |field: &str, label: &str, value: &str| {
        let place = format!("costs-{number}-{field}");
        let error = typed.error(&place, lang);
        cell(place, &name, label, value, error)
    };
    let years = typed.draft.years.iter().zip(&row.amounts);
    let cells = years.map(|(year, amount)| cell(&year.to_string(), &format!("{year}, €"), amount));
    view! {
        <tr>
            <th scope="row">
                {hidden(&format!("costs-{number}-category"), row.category.clone())}
                {name.clone()}
            </th>
            {cells.collect_view()}
            {cell("total", Label::Total.text(lang), &row.total)}
        </tr>
    }
    .into_any()
}

/// An amount of a category. The header says its label; where the rows stack, it says so itself.
fn cell(name: String, category: &str, label: &str, value: &str, error: Option<String>) -> AnyView {
    let class = if error.is_some() {
        "govuk-input govuk-input--width-10 govuk-input--error"
    } else {
        "govuk-input govuk-input--width-10"
    };
    let described_by = field::described_by(&name, None, error.as_deref());
    let invalid = error.is_some().then_some("true");
    let category = format!("{category}: ");
    view! {
        <td>
            <label class="funding-rows__label" for=name.clone()>
                <span class="govuk-visually-hidden">{category}</span>
                {label.to_owned()}
            </label>
            {field::hint_and_error(&name, None, error)}
            <input class=class id=name.clone() name=name type="text" inputmode="decimal"
                autocomplete="off" spellcheck="false" value=value.to_owned()
                aria-describedby=described_by aria-invalid=invalid/>
        </td>
    }
    .into_any()
}
