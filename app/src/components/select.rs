//! A choice from a list.

use leptos::prelude::*;

use super::field::{described_by, labelled};

/// One of the values to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What people read.
    pub label: String,
}

impl Choice {
    /// A value and what people read.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
        }
    }
}

/// A label with a list to choose from. A value that is not in the list chooses its first item.
#[component]
pub fn Select(
    /// Name and id.
    #[prop(into)]
    name: String,
    /// The label.
    #[prop(into)]
    label: String,
    /// The chosen value.
    #[prop(into)]
    value: String,
    /// What can be chosen; the first may be empty.
    choices: Vec<Choice>,
    /// How to choose.
    #[prop(optional_no_strip, into)]
    hint: Option<String>,
    /// What is wrong with the choice.
    #[prop(optional_no_strip, into)]
    error: Option<String>,
) -> impl IntoView {
    let described_by = described_by(&name, hint.as_deref(), error.as_deref());
    let invalid = error.is_some();
    let class = if invalid {
        "govuk-select govuk-select--error"
    } else {
        "govuk-select"
    };
    let options = choices.into_iter().map(|choice| {
        let chosen = choice.value == value;
        view! { <option value=choice.value selected=chosen>{choice.label}</option> }
    });
    let select = view! {
        <select
            class=class
            id=name.clone()
            name=name.clone()
            aria-describedby=described_by
            aria-invalid=invalid.then_some("true")
        >
            {options.collect_view()}
        </select>
    };
    labelled(&name, label, hint, error, select)
}
