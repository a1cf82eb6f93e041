//! Recording a decision that was made elsewhere.

use domain::view::desk::DecisionSheet;
use leptos::prelude::*;
use wording::desk::{Button, Hint, Label, Text};

use super::excess;
use super::{mended_at, page as decision_page};
use crate::components::field::{Field, FieldKind};
use crate::pages::desk::address;
use crate::pages::desk::form::{Elsewhere, Form};
use crate::pages::desk::frame::{Weight, button, form};
use crate::shell::Shell;

/// What is known of a decision that a body made, or an official before the register.
pub fn page(shell: &Shell, sheet: &DecisionSheet, typed: &Form<Elsewhere>) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let error = |place| typed.error(place, lang);
    let fields = view! {
        <p>{Text::RecordWhatIsKnown.text(lang)}</p>
        <Field name="section" label=Label::Section.text(lang)
            value=draft.section.clone() hint=Hint::SectionElsewhere.text(lang).to_owned()
            error=error("section")/>
        <Field name="decided_on" label=Label::DecidedOn.text(lang) kind=FieldKind::Date
            value=draft.decided_on.clone() hint=Hint::DecidedOn.text(lang).to_owned()
            error=error("decided_on")/>
        <Field name="no_later_than" label=Label::NoLaterThan.text(lang) kind=FieldKind::Date
            value=draft.no_later_than.clone() hint=Hint::NoLaterThan.text(lang).to_owned()
            error=error("no_later_than")/>
        <Field name="source" label=Label::Source.text(lang) value=draft.source.clone()
            hint=Hint::Source.text(lang).to_owned() error=error("source")/>
        {excess::reason(shell, &sheet.excesses, typed, &draft.excess_reason)}
        {button(shell, Weight::Primary, Button::RecordElsewhere, "save")}
    };
    decision_page(shell, sheet, Button::RecordElsewhere.text(lang))
        .of_form_at(shell, typed, |place| {
            if draft.to_pairs().iter().any(|(own, _)| own == place) {
                format!("#{place}")
            } else {
                mended_at(shell, sheet, place)
            }
        })
        .view(
            shell,
            form(shell, &address::elsewhere(sheet.decision.id), typed, fields),
        )
}
