//! The form of a project's funding plan.

use domain::funding::{FundingPlanDraft, FundingRowDraft};
use domain::view::desk::ProjectSheet;
use leptos::prelude::*;
use wording::desk::{Button, Hint, Label};

use super::form::Form;
use super::frame::{Page, Weight, button, enter_saves, form, hidden};
use super::{address, case, costs, project};
use crate::components::field::{Field, FieldKind};
use crate::islands::funding_rows::FundingRows;
use crate::shell::Shell;

/// The form; its version is the number of the plan that the new one replaces.
pub fn page(shell: &Shell, sheet: &ProjectSheet, typed: &Form<FundingPlanDraft>) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let years: Vec<String> = draft.years.iter().map(u16::to_string).collect();
    let fields = view! {
        {enter_saves(shell)}
        {hidden("years", years.join(" "))}
        <Field name="reason" label=Label::Reason.text(lang) value=draft.reason.clone()
            hint=Hint::ReasonOfPlan.text(lang).to_owned() error=typed.error("reason", lang)/>
        <Field name="total_cost" label=Label::TotalCost.text(lang) kind=FieldKind::Decimal
            value=draft.total_cost.clone() hint=Hint::TotalCost.text(lang).to_owned()
            error=typed.error("total_cost", lang)/>
        <p>{Hint::FundingRows.text(lang)}</p>
        {organisations(sheet)}
        <FundingRows years=draft.years.clone() rows=rows(draft) errors=row_errors(shell, typed)
            lang=lang/>
        {costs::section(shell, typed)}
        {button(shell, Weight::Primary, Button::SavePlan, "save")}
    };
    let slug = &sheet.project.slug;
    let trail = vec![case::crumb(&sheet.case), project::crumb(&sheet.project)];
    Page::new(shell, Button::ChangePlan.text(lang), trail)
        .caption(sheet.project.facts.name.clone())
        .of_form(shell, typed)
        .view(shell, form(shell, &address::funding(slug), typed, fields))
}

/// The rows, at least one: an empty plan begins with it.
fn rows(draft: &FundingPlanDraft) -> Vec<FundingRowDraft> {
    let mut rows = draft.rows.clone();
    if rows.is_empty() {
        rows.push(FundingRowDraft::default());
    }
    for row in &mut rows {
        row.amounts.resize(draft.years.len(), String::new());
    }
    rows
}

/// Sentences of the findings in rows; the others stand at their own fields.
fn row_errors(shell: &Shell, typed: &Form<FundingPlanDraft>) -> Vec<(String, String)> {
    let places = typed.findings.iter().map(|finding| finding.place.as_str());
    let in_rows = places.filter(|place| place.starts_with("rows-"));
    let errors = in_rows.filter_map(|place| {
        typed
            .error(place, shell.lang)
            .map(|sentence| (place.to_owned(), sentence))
    });
    errors.collect()
}

/// The names that the browser offers while funders are typed.
fn organisations(sheet: &ProjectSheet) -> AnyView {
    let names = sheet
        .organisations
        .iter()
        .map(|organisation| view! { <option value=organisation.name.clone()></option> });
    view! { <datalist id="organisations">{names.collect_view()}</datalist> }.into_any()
}
