//! Certifying an extract for a party.

use domain::view::desk::{DecisionSheet, ServiceLine};
use leptos::prelude::*;
use wording::desk::{Button, Hint, Label, Text, period};
use wording::publicity::PublicityText;

use super::page as decision_page;
use crate::components::field::{Field, FieldKind};
use crate::components::notice::{Notice, Tone};
use crate::pages::desk::address;
use crate::pages::desk::form::{Certifying, Form};
use crate::pages::desk::frame::{Weight, button, form};
use crate::shell::Shell;

/// The form that certifies an extract. Where the party's period is not computable the page says
/// so: the extract then leaves it open too.
pub fn page(
    shell: &Shell,
    sheet: &DecisionSheet,
    line: &ServiceLine,
    typed: &Form<Certifying>,
) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let error = |place| typed.error(place, lang);
    let no_period = line.period.as_ref().err().map(|why| {
        let why = period::not_computable(*why, lang);
        view! { <Notice tone=Tone::Warning><p>{why}</p></Notice> }
    });
    let fields = view! {
        <Field name="place" label=Label::Place.text(lang) value=draft.place.clone()
            error=error("place")/>
        <Field name="day" label=Label::Day.text(lang) kind=FieldKind::Date
            value=draft.day.clone() hint=Hint::Date.text(lang).to_owned() error=error("day")/>
        <Field name="office" label=Label::Office.text(lang) value=draft.office.clone()
            hint=Hint::CertifyingOffice.text(lang).to_owned() error=error("office")/>
        <Field name="entitled_by" label=PublicityText::EntitledBy.text(lang)
            value=draft.entitled_by.clone()
            hint=PublicityText::EntitledByHint.text(lang).to_owned() error=error("entitled_by")/>
        {button(shell, Weight::Primary, Button::Certify, "save")}
    };
    let address = address::certify(sheet.decision.id, line.service.id);
    let body = view! {
        <p>{Text::ExtractIsFor.text(lang)} " " <strong>{line.recipient.clone()}</strong></p>
        {no_period}
        {form(shell, &address, typed, fields)}
    };
    decision_page(shell, sheet, Button::CertifyExtract.text(lang))
        .of_form(shell, typed)
        .view(shell, body)
}
