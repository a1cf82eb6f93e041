//! Radio buttons and checkboxes.

use leptos::prelude::*;

use super::field::{described_by, group_class, hint_and_error};
use super::select::Choice;

/// A group of radio buttons. Its first button has the group's name as id, so that an error leads
/// to it.
#[component]
pub fn Radios(
    /// Name of the group and id of its first button.
    #[prop(into)]
    name: String,
    /// What is asked.
    #[prop(into)]
    legend: String,
    /// The chosen value, or any other where nothing is chosen.
    #[prop(into)]
    value: String,
    /// What can be chosen.
    choices: Vec<Choice>,
    /// How to choose.
    #[prop(optional_no_strip, into)]
    hint: Option<String>,
    /// What is wrong with the choice.
    #[prop(optional_no_strip, into)]
    error: Option<String>,
) -> impl IntoView {
    let described_by = described_by(&name, hint.as_deref(), error.as_deref());
    let group = group_class(error.is_some());
    let buttons = choices.into_iter().enumerate().map(|(at, choice)| {
        let id = if at == 0 {
            name.clone()
        } else {
            format!("{name}-{at}")
        };
        let chosen = choice.value == value;
        view! {
            <div class="govuk-radios__item">
                <input class="govuk-radios__input" type="radio" id=id.clone() name=name.clone()
                    value=choice.value checked=chosen/>
                <label class="govuk-label govuk-radios__label" for=id>{choice.label}</label>
            </div>
        }
    });
    let buttons = buttons.collect_view();
    view! {
        <div class=group>
            <fieldset class="govuk-fieldset" aria-describedby=described_by>
                <legend class="govuk-fieldset__legend">{legend}</legend>
                {hint_and_error(&name, hint, error)}
                <div class="govuk-radios">{buttons}</div>
            </fieldset>
        </div>
    }
}

/// A checkbox that sends `1`, or nothing.
#[component]
pub fn Checkbox(
    /// Name and id.
    #[prop(into)]
    name: String,
    /// The label.
    #[prop(into)]
    label: String,
    /// Whether it is checked.
    checked: bool,
    /// What is wrong with it.
    #[prop(optional_no_strip, into)]
    error: Option<String>,
) -> impl IntoView {
    let described_by = described_by(&name, None, error.as_deref());
    let group = group_class(error.is_some());
    view! {
        <div class=group>
            {hint_and_error(&name, None, error)}
            <div class="govuk-checkboxes">
                <div class="govuk-checkboxes__item">
                    <input class="govuk-checkboxes__input" type="checkbox" id=name.clone()
                        name=name.clone() value="1" checked=checked aria-describedby=described_by/>
                    <label class="govuk-label govuk-checkboxes__label" for=name>{label}</label>
                </div>
            </div>
        </div>
    }
}

/// A group of checkboxes with one name, of which each chosen one is sent. Its first box has the
/// group's name as id, so that an error leads to it.
#[component]
pub fn Checkboxes(
    /// Name of the group and id of its first box.
    #[prop(into)]
    name: String,
    /// What is asked.
    #[prop(into)]
    legend: String,
    /// The chosen values.
    values: Vec<String>,
    /// What can be chosen.
    choices: Vec<Choice>,
    /// What is wrong with the choice.
    #[prop(optional_no_strip, into)]
    error: Option<String>,
) -> impl IntoView {
    let described_by = described_by(&name, None, error.as_deref());
    let group = group_class(error.is_some());
    let boxes = choices.into_iter().enumerate().map(|(at, choice)| {
        let id = if at == 0 {
            name.clone()
        } else {
            format!("{name}-{at}")
        };
        let chosen = values.contains(&choice.value);
        view! {
            <div class="govuk-checkboxes__item">
                <input class="govuk-checkboxes__input" type="checkbox" id=id.clone()
                    name=name.clone() value=choice.value checked=chosen/>
                <label class="govuk-label govuk-checkboxes__label" for=id>{choice.label}</label>
            </div>
        }
    });
    let boxes = boxes.collect_view();
    view! {
        <div class=group>
            <fieldset class="govuk-fieldset" aria-describedby=described_by>
                <legend class="govuk-fieldset__legend">{legend}</legend>
                {hint_and_error(&name, None, error)}
                <div class="govuk-checkboxes">{boxes}</div>
            </fieldset>
        </div>
    }
}
