//! The forms that state legal force, reopen the statement and certify it.

use domain::view::desk::DecisionSheet;
use leptos::prelude::*;
use wording::desk::appeal::{AppealButton, AppealText as T};
use wording::desk::{Label, period};
use wording::format;

use super::page as decision_page;
use crate::components::field::{Field, FieldKind};
use crate::components::notice::{Notice, Tone};
use crate::pages::desk::address;
use crate::pages::desk::form::{Form, GivingBack, Placing, Stating};
use crate::pages::desk::frame::{form, submit};
use crate::shell::Shell;

/// The form that states that a decision is final, with the periods it rests on.
pub fn state(shell: &Shell, sheet: &DecisionSheet, typed: &Form<Stating>) -> AnyView {
    let lang = shell.lang;
    let name = AppealButton::StateLegalForce.text(lang);
    let earliest = sheet
        .appeal
        .as_ref()
        .and_then(|appeal| appeal.earliest.clone().ok());
    let earliest = earliest.map(|day| {
        let day = format::weekday_date(day, lang);
        view! { <p>{T::Earliest.text(lang)} ": " <strong>{day}</strong></p> }
    });
    let members = sheet.member_period.iter().map(|(dates, _)| {
        let dates = period::in_short(dates, lang);
        view! { <li>{T::MunicipalMember.text(lang)} ": " {dates}</li> }.into_any()
    });
    let parties = sheet.services.iter().filter_map(|line| {
        let dates = period::in_short(line.period.as_ref().ok()?, lang);
        Some(view! { <li>{line.recipient.clone()} ": " {dates}</li> }.into_any())
    });
    let periods: Vec<_> = members.chain(parties).collect();
    let day = |place: &'static str, label: T, value: &str| {
        view! {
            <Field name=place label=label.text(lang) kind=FieldKind::Date value=value.to_owned()
                hint=T::CheckHint.text(lang).to_owned() error=typed.error(place, lang)/>
        }
    };
    let draft = &typed.draft;
    let fields = view! {
        {day("registry_checked_on", T::RegistryChecked, &draft.registry_checked_on)}
        {day("court_checked_on", T::CourtChecked, &draft.court_checked_on)}
        {submit(name)}
    };
    let body = view! {
        <Notice tone=Tone::Warning><p>{T::StateConsequence.text(lang)}</p></Notice>
        {earliest}
        <ul>{periods}</ul>
        {form(shell, &address::legal_force(sheet.decision.id), typed, fields)}
    };
    decision_page(shell, sheet, name)
        .of_form(shell, typed)
        .view(shell, body)
}

/// The form that reopens the statement that holds.
pub fn reopen(shell: &Shell, sheet: &DecisionSheet, typed: &Form<GivingBack>) -> AnyView {
    let lang = shell.lang;
    let name = AppealButton::Reopen.text(lang);
    let fields = view! {
        <Notice tone=Tone::Warning><p>{T::ReopenConsequence.text(lang)}</p></Notice>
        <Field name="reason" label=Label::Reason.text(lang) value=typed.draft.reason.clone()
            hint=T::ReasonHint.text(lang).to_owned() error=typed.error("reason", lang)/>
        {submit(name)}
    };
    decision_page(shell, sheet, name)
        .of_form(shell, typed)
        .view(
            shell,
            form(shell, &address::reopen(sheet.decision.id), typed, fields),
        )
}

/// The form that gives a certificate.
pub fn certify(shell: &Shell, sheet: &DecisionSheet, typed: &Form<Placing>) -> AnyView {
    let lang = shell.lang;
    let name = AppealButton::Certify.text(lang);
    let fields = view! {
        <Field name="place" label=Label::Place.text(lang) value=typed.draft.place.clone()
            error=typed.error("place", lang)/>
        {submit(name)}
    };
    decision_page(shell, sheet, name)
        .of_form(shell, typed)
        .view(
            shell,
            form(
                shell,
                &address::certificate(sheet.decision.id),
                typed,
                fields,
            ),
        )
}
