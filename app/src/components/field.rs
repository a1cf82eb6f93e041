//! A text field with everything that belongs to it.

use leptos::prelude::*;

/// What is typed into a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldKind {
    /// A line of text.
    #[default]
    Text,
    /// An amount or a share: a keyboard with digits and a comma.
    Decimal,
    /// A whole number, such as a year or a section.
    Digits,
    /// A day or a month, typed as `5.3.2026` or `10/2022`.
    Date,
    /// The account's e-mail address.
    Email,
    /// The account's password, never shown again.
    CurrentPassword,
    /// A password that is being chosen, never shown again.
    NewPassword,
    /// The e-mail address of somebody else.
    OtherEmail,
    /// The e-mail address of the reader, who has no account.
    OwnEmail,
    /// Words to search for.
    Search,
}

impl FieldKind {
    const fn input_type(self) -> &'static str {
        match self {
            Self::Text | Self::Decimal | Self::Digits | Self::Date => "text",
            Self::Email | Self::OtherEmail | Self::OwnEmail => "email",
            Self::CurrentPassword | Self::NewPassword => "password",
            Self::Search => "search",
        }
    }

    const fn input_mode(self) -> Option<&'static str> {
        match self {
            Self::Decimal => Some("decimal"),
            Self::Digits => Some("numeric"),
            Self::Text
            | Self::Date
            | Self::Email
            | Self::CurrentPassword
            | Self::NewPassword
            | Self::OtherEmail
            | Self::OwnEmail
            | Self::Search => None,
        }
    }

    const fn autocomplete(self) -> &'static str {
        match self {
            Self::Email => "username",
            Self::OwnEmail => "email",
            Self::CurrentPassword => "current-password",
            Self::NewPassword => "new-password",
            Self::Text
            | Self::Decimal
            | Self::Digits
            | Self::Date
            | Self::OtherEmail
            | Self::Search => "off",
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Text
            | Self::Email
            | Self::CurrentPassword
            | Self::NewPassword
            | Self::OtherEmail
            | Self::OwnEmail
            | Self::Search => "govuk-input",
            Self::Decimal | Self::Date => "govuk-input govuk-input--width-10",
            Self::Digits => "govuk-input govuk-input--width-5",
        }
    }
}

/// A label with an input, a hint and the error of the last attempt.
///
/// `name` is the place of a finding (`commitments-2-amount`), and the element's id.
#[component]
pub fn Field(
    /// Name and id.
    #[prop(into)]
    name: String,
    /// The label.
    #[prop(into)]
    label: String,
    /// What was typed.
    #[prop(into)]
    value: String,
    /// What is typed here.
    #[prop(optional)]
    kind: FieldKind,
    /// How to fill it in.
    #[prop(optional_no_strip, into)]
    hint: Option<String>,
    /// What is wrong with what was typed.
    #[prop(optional_no_strip, into)]
    error: Option<String>,
) -> impl IntoView {
    let described_by = described_by(&name, hint.as_deref(), error.as_deref());
    let invalid = error.is_some();
    let class = if invalid {
        format!("{} govuk-input--error", kind.class())
    } else {
        kind.class().to_owned()
    };
    // A password is never sent back to the browser.
    let is_password = matches!(kind, FieldKind::CurrentPassword | FieldKind::NewPassword);
    let value = (!is_password).then_some(value);
    let input = view! {
        <input
            class=class
            id=name.clone()
            name=name.clone()
            type=kind.input_type()
            inputmode=kind.input_mode()
            autocomplete=kind.autocomplete()
            spellcheck=(kind != FieldKind::Text).then_some("false")
            value=value
            aria-describedby=described_by
            aria-invalid=invalid.then_some("true")
        />
    };
    labelled(&name, label, hint, error, input)
}

/// A label with a choice of one file. What was chosen never comes back to a page.
#[component]
pub fn FileField(
    /// Name and id.
    #[prop(into)]
    name: String,
    /// The label.
    #[prop(into)]
    label: String,
    /// The endings that the browser offers, with commas between them.
    #[prop(into)]
    accept: String,
    /// What may be chosen.
    #[prop(optional_no_strip, into)]
    hint: Option<String>,
    /// What is wrong with what was chosen.
    #[prop(optional_no_strip, into)]
    error: Option<String>,
) -> impl IntoView {
    let described_by = described_by(&name, hint.as_deref(), error.as_deref());
    let input = view! {
        <input
            class="govuk-file-upload"
            id=name.clone()
            name=name.clone()
            type="file"
            accept=accept
            aria-describedby=described_by
            aria-invalid=error.is_some().then_some("true")
        />
    };
    labelled(&name, label, hint, error, input)
}

/// The ids of hint and error, for `aria-describedby`.
pub(crate) fn described_by(name: &str, hint: Option<&str>, error: Option<&str>) -> Option<String> {
    let ids = [
        hint.map(|_| format!("{name}-hint")),
        error.map(|_| format!("{name}-error")),
    ];
    let ids: Vec<String> = ids.into_iter().flatten().collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// Label, hint and error around an input.
pub(super) fn labelled(
    name: &str,
    label: String,
    hint: Option<String>,
    error: Option<String>,
    input: impl IntoView + 'static,
) -> AnyView {
    let group = group_class(error.is_some());
    view! {
        <div class=group>
            <label class="govuk-label" for=name.to_owned()>{label}</label>
            {hint_and_error(name, hint, error)}
            {input.into_any()}
        </div>
    }
    .into_any()
}

/// The class of a form group, which shows where an error is.
pub(super) const fn group_class(failed: bool) -> &'static str {
    if failed {
        "govuk-form-group govuk-form-group--error"
    } else {
        "govuk-form-group"
    }
}

/// Hint and error of an input.
pub(crate) fn hint_and_error(name: &str, hint: Option<String>, error: Option<String>) -> AnyView {
    let hint =
        hint.map(|hint| view! { <div class="govuk-hint" id=format!("{name}-hint")>{hint}</div> });
    let error = error.map(|error| {
        view! { <p class="govuk-error-message" id=format!("{name}-error")>{error}</p> }
    });
    view! { {hint} {error} }.into_any()
}
