//! Recording how and when a party was served, and marking somebody as a party.

use domain::Lang;
use domain::service::{ServiceDraft, ServiceMeans};
use domain::view::desk::{DecisionSheet, ServiceLine};
use leptos::prelude::*;
use wording::desk::{Button, Hint, Label, ServiceDayHint, ServiceDayName, Text, period};
use wording::names;

use super::page as decision_page;
use crate::components::field::{Field, FieldKind};
use crate::components::notice::{Notice, Tone};
use crate::components::select::{Choice, Select};
use crate::pages::desk::address;
use crate::pages::desk::form::{Form, NewParty};
use crate::pages::desk::frame::{Line, Weight, button, form, summary_list};
use crate::shell::Shell;

/// The form that records how and when a party was served.
pub fn page(
    shell: &Shell,
    sheet: &DecisionSheet,
    line: &ServiceLine,
    typed: &Form<ServiceDraft>,
) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let means = line.service.facts.means;
    let (name, hint) = day_of(means);
    let fields = view! {
        <Select name="means" label=Label::Means.text(lang) value=draft.means.clone()
            choices=means_choices(lang, false) error=typed.error("means", lang)/>
        {text(shell, typed, "event_on", FieldKind::Date, name.text(lang), hint.text(lang), &draft.event_on)}
        {text(shell, typed, "event_at", FieldKind::Date, Label::EventAt.text(lang), Hint::EventAt.text(lang), &draft.event_at)}
        {text(shell, typed, "consent", FieldKind::Text, Label::Consent.text(lang), Hint::Consent.text(lang), &draft.consent)}
        {text(shell, typed, "proof", FieldKind::Text, Label::Proof.text(lang), Hint::Proof.text(lang), &draft.proof)}
        <h2>{Text::LaterChanges.text(lang)}</h2>
        {text(shell, typed, "shown_receipt", FieldKind::Date, Label::ShownReceipt.text(lang), Hint::ShownReceipt.text(lang), &draft.shown_receipt)}
        <Select name="new_means" label=Label::NewMeans.text(lang) value=draft.new_means.clone()
            choices=means_choices(lang, true) error=typed.error("new_means", lang)/>
        {text(shell, typed, "new_on", FieldKind::Date, Label::NewOn.text(lang), Hint::NewOn.text(lang), &draft.new_on)}
        {button(shell, Weight::Primary, Button::RecordServiceDay, "save")}
    };
    let why = line.period.as_ref().err().map(|why| {
        let why = period::not_computable(*why, lang);
        view! { <Notice tone=Tone::Warning><p>{why}</p></Notice> }
    });
    let about = vec![
        Line::text(shell, Label::Party, &line.recipient),
        Line::text(shell, Label::Means, names::service_means(means, lang)),
    ];
    let address = address::service(sheet.decision.id, line.service.id);
    let body = view! {
        {summary_list(shell, about)}
        {why}
        <p>{Text::PeriodFollowsFromDay.text(lang)}</p>
        {form(shell, &address, typed, fields)}
    };
    decision_page(shell, sheet, Button::RecordServiceDay.text(lang))
        .of_form(shell, typed)
        .view(shell, body)
}

/// The form that marks an organisation as a party.
pub fn new_party(shell: &Shell, sheet: &DecisionSheet, typed: &Form<NewParty>) -> AnyView {
    let lang = shell.lang;
    let none = Choice::new("", Text::Choose.text(lang));
    let served = |id| {
        sheet
            .services
            .iter()
            .any(|line| line.service.recipient == id)
    };
    let organisations = sheet
        .organisations
        .iter()
        .filter(|organisation| !served(organisation.id))
        .map(|organisation| Choice::new(organisation.id.to_string(), organisation.name.clone()));
    let choices = std::iter::once(none).chain(organisations).collect();
    let fields = view! {
        <p>{Text::PartyIsServed.text(lang)}</p>
        <Select name="organisation" label=Label::Organisation.text(lang)
            value=typed.draft.organisation.clone() choices=choices
            error=typed.error("organisation", lang)/>
        <Select name="means" label=Label::Means.text(lang) value=typed.draft.means.clone()
            choices=means_choices(lang, true) error=typed.error("means", lang)/>
        {button(shell, Weight::Primary, Button::MarkAsParty, "save")}
    };
    decision_page(shell, sheet, Button::MarkAsParty.text(lang))
        .of_form(shell, typed)
        .view(
            shell,
            form(shell, &address::new_party(sheet.decision.id), typed, fields),
        )
}

/// What the day of a means is called, and where it is found.
const fn day_of(means: ServiceMeans) -> (ServiceDayName, ServiceDayHint) {
    match means {
        ServiceMeans::Letter => (ServiceDayName::Posting, ServiceDayHint::Posting),
        ServiceMeans::LetterToAuthority => (ServiceDayName::Arrival, ServiceDayHint::Arrival),
        ServiceMeans::EMessage => (ServiceDayName::Sending, ServiceDayHint::Sending),
        ServiceMeans::Proof => (ServiceDayName::Certificate, ServiceDayHint::Certificate),
        ServiceMeans::Substituted => (ServiceDayName::Certificate, ServiceDayHint::Substituted),
        ServiceMeans::PublicNotice => (ServiceDayName::Notice, ServiceDayHint::Notice),
    }
}

fn means_choices(lang: Lang, or_none: bool) -> Vec<Choice> {
    let none = or_none.then(|| Choice::new("", Text::Choose.text(lang)));
    let means =
        ServiceMeans::ALL.map(|means| Choice::new(means.code(), names::service_means(means, lang)));
    none.into_iter().chain(means).collect()
}

fn text(
    shell: &Shell,
    typed: &Form<ServiceDraft>,
    name: &'static str,
    kind: FieldKind,
    label: &'static str,
    hint: &'static str,
    value: &str,
) -> AnyView {
    view! {
        <Field name=name label=label kind=kind value=value.to_owned() hint=hint.to_owned()
            error=typed.error(name, shell.lang)/>
    }
    .into_any()
}
