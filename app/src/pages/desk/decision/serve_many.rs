//! Recording that several parties were served in the same way.

use domain::service::ServiceMeans;
use domain::view::desk::DecisionSheet;
use leptos::prelude::*;
use wording::desk::life::LifeText;
use wording::desk::{Hint, Label, Text};
use wording::names;

use super::page as decision_page;
use crate::components::choice::Checkboxes;
use crate::components::field::{Field, FieldKind};
use crate::components::select::{Choice, Select};
use crate::pages::desk::address;
use crate::pages::desk::form::{Form, ServingMany};
use crate::pages::desk::frame::{Weight, form, named_button};
use crate::shell::Shell;

/// The parties, each to be ticked, and how they were served.
pub fn page(shell: &Shell, sheet: &DecisionSheet, typed: &Form<ServingMany>) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft.service;
    let error = |place| typed.error(place, lang);
    let parties = sheet.services.iter().map(|line| {
        let value = ServingMany::choice(line.service.id, line.service.version);
        Choice::new(value, line.recipient.clone())
    });
    let choose = Choice::new("", Text::Choose.text(lang));
    let means =
        ServiceMeans::ALL.map(|means| Choice::new(means.code(), names::service_means(means, lang)));
    let means = std::iter::once(choose).chain(means).collect();
    let name = LifeText::RecordMany.text(lang);
    let fields = view! {
        <Checkboxes name="chosen" legend=LifeText::Chosen.text(lang) choices=parties.collect()
            chosen=typed.draft.chosen.clone() error=error("chosen")/>
        <Select name="means" label=Label::Means.text(lang) value=draft.means.clone()
            choices=means error=error("means")/>
        <Field name="event_on" label=Label::EventOn.text(lang) kind=FieldKind::Date
            value=draft.event_on.clone() hint=Hint::Date.text(lang).to_owned()
            error=error("event_on")/>
        <Field name="consent" label=Label::Consent.text(lang) value=draft.consent.clone()
            hint=Hint::Consent.text(lang).to_owned() error=error("consent")/>
        <Field name="proof" label=Label::Proof.text(lang) value=draft.proof.clone()
            hint=Hint::Proof.text(lang).to_owned() error=error("proof")/>
        {named_button(Weight::Primary, name, "save")}
    };
    let body = view! {
        <p>{LifeText::RecordManyMeans.text(lang)}</p>
        {form(shell, &address::serve_many(sheet.decision.id), typed, fields)}
    };
    decision_page(shell, sheet, name)
        .of_form(shell, typed)
        .view(shell, body)
}
