//! Cases: the form of one, its sheet and everything that is recorded in it.

mod document;
mod handling;
pub mod list;
mod part;
mod sheet;

pub(super) use handling::documents;

pub use document::{DocumentForm, document};
pub use part::{PartForm, measure, move_state, party, relations};
pub use sheet::sheet;

use domain::Lang;
use domain::case::{Case, CaseClass};
use domain::view::case::CaseForm;
use leptos::prelude::*;
use wording::desk::case::CaseText as T;
use wording::desk::{Button, Hint, Label, Text};

use super::address;
use super::form::{CaseFacts, Form, NewCase};
use super::frame::{Page, Weight, button, form};
use crate::components::breadcrumbs::Crumb;
use crate::components::field::{Field, FieldKind};
use crate::components::select::{Choice, Select};
use crate::shell::Shell;

/// The form that opens a case.
pub fn new(shell: &Shell, offered: &CaseForm, typed: &Form<NewCase>) -> AnyView {
    let lang = shell.lang;
    let number = if offered.is_numbered_here {
        view! { <p>{T::NumberIsIssued.text(lang)}</p> }.into_any()
    } else {
        number(shell, &typed.draft.number, typed.error("number", lang))
    };
    let facts = CaseFacts {
        number: String::new(),
        public_title: typed.draft.public_title.clone(),
        internal_title: typed.draft.internal_title.clone(),
        class: typed.draft.class.clone(),
        pending_since: typed.draft.pending_since.clone(),
    };
    let fields = view! {
        {number}
        {facts_fields(shell, &offered.classes, &facts, |place| typed.error(place, lang))}
        {button(shell, Weight::Primary, Button::OpenCase, "save")}
    };
    Page::new(shell, Button::OpenCase.text(lang), vec![list_crumb(lang)])
        .of_form(shell, typed)
        .view(shell, form(shell, address::NEW_CASE, typed, fields))
}

/// The form that changes a case. A number that is known never changes, so that it has no field.
pub fn change(shell: &Shell, case: &Case, offered: &CaseForm, typed: &Form<CaseFacts>) -> AnyView {
    let lang = shell.lang;
    let number = case
        .number
        .is_none()
        .then(|| number(shell, &typed.draft.number, typed.error("number", lang)));
    let error = |place: &str| typed.error(place, lang);
    let fields = view! {
        {number}
        {facts_fields(shell, &offered.classes, &typed.draft, error)}
        {button(shell, Weight::Primary, Button::Save, "save")}
    };
    Page::new(shell, Button::ChangeCase.text(lang), vec![crumb(case)])
        .caption(case.name())
        .of_form(shell, typed)
        .view(
            shell,
            form(shell, &address::change_case(&case.key()), typed, fields),
        )
}

fn number(shell: &Shell, typed: &str, error: Option<String>) -> AnyView {
    let lang = shell.lang;
    let hint = wording::desk::case_number_hint(&shell.frame.city.case_prefix, lang);
    view! {
        <Field name="number" label=Label::Number.text(lang) value=typed.to_owned() hint=hint
            error=error/>
    }
    .into_any()
}

/// The fields that a form of a case has whether it is new or not.
fn facts_fields(
    shell: &Shell,
    classes: &[CaseClass],
    typed: &CaseFacts,
    error: impl Fn(&str) -> Option<String>,
) -> AnyView {
    let lang = shell.lang;
    let none = Choice::new("", T::NoClass.text(lang));
    let classes = std::iter::once(none).chain(classes.iter().map(class_choice));
    view! {
        <Field name="public_title" label=Label::PublicTitle.text(lang)
            value=typed.public_title.clone() hint=Hint::PublicTitle.text(lang).to_owned()
            error=error("public_title")/>
        <Field name="internal_title" label=T::InternalTitle.text(lang)
            value=typed.internal_title.clone() hint=T::InternalTitleHint.text(lang).to_owned()
            error=error("internal_title")/>
        <Select name="class" label=T::Class.text(lang) value=typed.class.clone()
            choices=classes.collect() error=error("class")/>
        <Field name="pending_since" label=T::PendingSince.text(lang) kind=FieldKind::Date
            value=typed.pending_since.clone() hint=T::PendingSinceHint.text(lang).to_owned()
            error=error("pending_since")/>
    }
    .into_any()
}

/// A class as a choice.
pub(super) fn class_choice(class: &CaseClass) -> Choice {
    Choice::new(
        class.code.as_str(),
        format!("{} {}", class.code, class.name),
    )
}

/// The list of cases on the way to one.
pub(super) fn list_crumb(lang: Lang) -> Crumb {
    Crumb::new(T::List.text(lang), address::CASES)
}

/// The case on the way to its parts.
pub(super) fn crumb(case: &Case) -> Crumb {
    Crumb::new(case.name(), address::case(&case.key()))
}

/// The number of a case, or the words for one that has none yet.
pub(super) fn number_or_unknown(case: &Case, lang: Lang) -> String {
    case.number.as_ref().map_or_else(
        || Text::CaseNumberUnknown.text(lang).to_owned(),
        ToString::to_string,
    )
}
