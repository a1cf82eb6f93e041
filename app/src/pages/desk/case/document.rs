//! The forms of documents: one that came in and one made here.

use domain::case::{Case, CaseDocument, CaseMeasure, DocumentWay, IncomingDraft, OwnDraft, Phase};
use domain::service::ServiceMeans;
use leptos::prelude::*;
use wording::desk::case::{self as words, CaseButton as B, CaseText as T};
use wording::desk::{Hint, Label, Text};
use wording::names;

use super::crumb;
use crate::components::field::{Field, FieldKind};
use crate::components::select::{Choice, Select};
use crate::pages::desk::address;
use crate::pages::desk::form::{Form, GivingBack};
use crate::pages::desk::frame::{Page, Weight, form, named_button, submit};
use crate::shell::Shell;

/// The form of a document that is shown.
#[derive(Clone, Copy, Debug)]
pub enum DocumentForm<'a> {
    /// Of one that came in.
    Incoming(&'a Form<IncomingDraft>),
    /// Of one made here.
    Own(&'a Form<OwnDraft>),
}

/// The form that registers a document, or corrects the record of the one that is named; that one
/// can also be marked as not belonging to the case.
pub fn document(
    shell: &Shell,
    case: &Case,
    measures: &[CaseMeasure],
    corrected: Option<(&CaseDocument, &Form<GivingBack>)>,
    typed: DocumentForm<'_>,
) -> AnyView {
    let lang = shell.lang;
    let key = case.key();
    let (name, to) = match (corrected, typed) {
        (Some((document, _)), _) => (B::CorrectDocument, address::document(&key, document.id)),
        (None, DocumentForm::Incoming(_)) => (B::AddIncoming, address::new_incoming(&key)),
        (None, DocumentForm::Own(_)) => (B::AddOwn, address::new_own(&key)),
    };
    let name = name.text(lang);
    let mut page = Page::new(shell, name, vec![crumb(case)]).caption(case.name());
    let form = match typed {
        DocumentForm::Incoming(typed) => {
            page = page.of_form(shell, typed);
            form(shell, &to, typed, incoming(shell, measures, typed, name))
        }
        DocumentForm::Own(typed) => {
            page = page.of_form(shell, typed);
            form(shell, &to, typed, own(shell, measures, typed, name))
        }
    };
    let void = corrected.map(|(document, typed)| void(shell, document, &to, typed));
    if let Some((_, typed)) = corrected {
        page = page.of_form(shell, typed);
    }
    page.view(shell, view! { {form} {void} })
}

fn incoming(
    shell: &Shell,
    measures: &[CaseMeasure],
    typed: &Form<IncomingDraft>,
    name: &'static str,
) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let error = |place: &str| typed.error(place, lang);
    view! {
        {title(shell, &draft.document_title, error("document_title"))}
        {place(shell, measures, (&draft.measure, &draft.phase), error)}
        <Field name="arrived_on" label=T::ArrivedOn.text(lang) kind=FieldKind::Date
            value=draft.arrived_on.clone() hint=Hint::Date.text(lang).to_owned()
            error=error("arrived_on")/>
        <Field name="arrived_at" label=T::ArrivedAt.text(lang) kind=FieldKind::Date
            value=draft.arrived_at.clone() hint=T::TimeHint.text(lang).to_owned()
            error=error("arrived_at")/>
        <Select name="arrival_way" label=T::ArrivalWay.text(lang)
            value=draft.arrival_way.clone() choices=ways(shell) error=error("arrival_way")/>
        <Field name="sender" label=T::Sender.text(lang) value=draft.sender.clone()
            hint=T::TitleHint.text(lang).to_owned() error=error("sender")/>
        <Field name="agent" label=T::Agent.text(lang) value=draft.agent.clone()
            hint=T::AgentHint.text(lang).to_owned() error=error("agent")/>
        {submit(name)}
    }
    .into_any()
}

fn own(
    shell: &Shell,
    measures: &[CaseMeasure],
    typed: &Form<OwnDraft>,
    name: &'static str,
) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let error = |place: &str| typed.error(place, lang);
    let none = Choice::new("", T::NotServed.text(lang));
    let means = ServiceMeans::ALL
        .into_iter()
        .map(|means| Choice::new(means.code(), names::service_means(means, lang)));
    view! {
        {title(shell, &draft.document_title, error("document_title"))}
        {place(shell, measures, (&draft.measure, &draft.phase), error)}
        <Field name="author" label=T::Author.text(lang) value=draft.author.clone()
            error=error("author")/>
        <Field name="made_on" label=T::MadeOn.text(lang) kind=FieldKind::Date
            value=draft.made_on.clone() hint=Hint::Date.text(lang).to_owned()
            error=error("made_on")/>
        <h2>{T::Sending.text(lang)}</h2>
        <p>{T::SendingLead.text(lang)}</p>
        <Field name="sent_on" label=T::SentOn.text(lang) kind=FieldKind::Date
            value=draft.sent_on.clone() error=error("sent_on")/>
        <Field name="sent_at" label=T::SentAt.text(lang) kind=FieldKind::Date
            value=draft.sent_at.clone() hint=T::TimeHint.text(lang).to_owned()
            error=error("sent_at")/>
        <Select name="sent_way" label=T::SentWay.text(lang) value=draft.sent_way.clone()
            choices=ways(shell) error=error("sent_way")/>
        <Field name="sent_to" label=T::SentTo.text(lang) value=draft.sent_to.clone()
            error=error("sent_to")/>
        <Select name="service_means" label=T::ServiceMeans.text(lang)
            value=draft.service_means.clone() choices=std::iter::once(none).chain(means).collect()
            error=error("service_means")/>
        {submit(name)}
    }
    .into_any()
}

fn title(shell: &Shell, typed: &str, error: Option<String>) -> AnyView {
    let lang = shell.lang;
    view! {
        <Field name="document_title" label=T::DocumentTitle.text(lang) value=typed.to_owned()
            hint=T::TitleHint.text(lang).to_owned() error=error/>
    }
    .into_any()
}

/// Measure and phase.
fn place(
    shell: &Shell,
    measures: &[CaseMeasure],
    (measure, phase): (&str, &str),
    error: impl Fn(&str) -> Option<String>,
) -> AnyView {
    let lang = shell.lang;
    let none = Choice::new("", T::NoMeasure.text(lang));
    let measures = measures.iter().map(|measure| {
        Choice::new(
            measure.id.to_string(),
            measure.name.reveal_to_official().clone(),
        )
    });
    view! {
        <Select name="phase" label=T::Phase.text(lang) value=phase.to_owned()
            choices=phases(shell) error=error("phase")/>
        <Select name="measure" label=T::Measure.text(lang) value=measure.to_owned()
            choices=std::iter::once(none).chain(measures).collect()
            hint=T::MeasureHint.text(lang).to_owned() error=error("measure")/>
    }
    .into_any()
}

/// The phases to choose from.
pub(super) fn phases(shell: &Shell) -> Vec<Choice> {
    let lang = shell.lang;
    let choose = Choice::new("", Text::Choose.text(lang));
    let phases = Phase::ALL
        .iter()
        .map(|phase| Choice::new(phase.code(), words::phase(*phase, lang)));
    std::iter::once(choose).chain(phases).collect()
}

fn ways(shell: &Shell) -> Vec<Choice> {
    let lang = shell.lang;
    let choose = Choice::new("", Text::Choose.text(lang));
    let ways = DocumentWay::ALL
        .iter()
        .map(|way| Choice::new(way.code(), words::document_way(*way, lang)));
    std::iter::once(choose).chain(ways).collect()
}

fn void(shell: &Shell, document: &CaseDocument, to: &str, typed: &Form<GivingBack>) -> AnyView {
    let lang = shell.lang;
    if let Some(reason) = &document.void {
        let said = T::Voided.text(lang);
        return view! { <p>{said} ": " {reason.clone()}</p> }.into_any();
    }
    let fields = view! {
        <h2>{B::VoidDocument.text(lang)}</h2>
        <p>{T::VoidLead.text(lang)}</p>
        <Field name="reason" label=Label::Reason.text(lang) value=typed.draft.reason.clone()
            error=typed.error("reason", lang)/>
        {named_button(Weight::Secondary, B::VoidDocument.text(lang), "void")}
    };
    form(shell, to, typed, fields)
}
