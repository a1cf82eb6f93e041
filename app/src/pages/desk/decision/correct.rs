//! Correcting a typing error of a frozen decision, and telling its parties.

use domain::decision::CorrectionDraft;
use domain::service::ServiceMeans;
use domain::view::desk::DecisionSheet;
use leptos::prelude::*;
use wording::desk::life::LifeText;
use wording::desk::{Hint, Label, Text};
use wording::names;

use super::page as decision_page;
use crate::components::field::{Field, FieldKind};
use crate::components::notice::{Notice, Tone};
use crate::components::select::{Choice, Select};
use crate::components::text_area::TextArea;
use crate::pages::desk::address;
use crate::pages::desk::form::{Form, Telling};
use crate::pages::desk::frame::{Weight, form, named_button};
use crate::shell::Shell;

/// The texts as they stand, to be corrected, and what was wrong.
pub fn page(shell: &Shell, sheet: &DecisionSheet, typed: &Form<CorrectionDraft>) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let error = |place| typed.error(place, lang);
    let of_text = || {
        let sealed = sheet.decision.sealed();
        sealed.map(|sealed| sealed.content.lang.code().to_owned())
    };
    let name = LifeText::Correct.text(lang);
    let fields = view! {
        <Field name="title" label=Label::Title.text(lang) value=draft.title.clone()
            error=error("title")/>
        <TextArea name="resolution" label=Label::Resolution.text(lang)
            value=draft.resolution.clone() rows=10 lang=of_text() error=error("resolution")/>
        <TextArea name="background" label=Label::Background.text(lang)
            value=draft.background.clone() rows=16 lang=of_text() error=error("background")/>
        <Field name="authority" label=Label::Authority.text(lang) value=draft.authority.clone()
            error=error("authority")/>
        <TextArea name="applied_provisions" label=Label::AppliedProvisions.text(lang)
            value=draft.applied_provisions.clone() rows=3 lang=of_text()
            error=error("applied_provisions")/>
        <Field name="contact_office" label=Label::ContactOffice.text(lang)
            value=draft.contact_office.clone() error=error("contact_office")/>
        <Field name="contact_person" label=Label::ContactPerson.text(lang)
            value=draft.contact_person.clone() error=error("contact_person")/>
        <TextArea name="reason" label=LifeText::CorrectionReason.text(lang)
            value=draft.reason.clone() rows=3
            hint=LifeText::CorrectionReasonHint.text(lang).to_owned() error=error("reason")/>
        {named_button(Weight::Primary, name, "correct")}
    };
    let body = view! {
        <Notice tone=Tone::Warning><p>{LifeText::CorrectMeans.text(lang)}</p></Notice>
        {form(shell, &address::correct(sheet.decision.id), typed, fields)}
    };
    decision_page(shell, sheet, name)
        .of_form(shell, typed)
        .view(shell, body)
}

/// The parties that wait to be told, the day and the means.
pub fn tell(shell: &Shell, sheet: &DecisionSheet, typed: &Form<Telling>) -> AnyView {
    let lang = shell.lang;
    let corrections = sheet.afterwards.corrections.iter();
    let mut waiting: Vec<&str> = corrections
        .flat_map(|line| &line.told)
        .filter(|(_, on)| on.is_none())
        .map(|(party, _)| party.as_str())
        .collect();
    waiting.sort_unstable();
    waiting.dedup();
    let waiting: Vec<_> = waiting
        .into_iter()
        .map(|party| view! { <li>{party.to_owned()}</li> })
        .collect();
    let choose = Choice::new("", Text::Choose.text(lang));
    let means =
        ServiceMeans::ALL.map(|means| Choice::new(means.code(), names::service_means(means, lang)));
    let means = std::iter::once(choose).chain(means).collect();
    let name = LifeText::Tell.text(lang);
    let fields = view! {
        <Field name="told_on" label=LifeText::ToldOn.text(lang) kind=FieldKind::Date
            value=typed.draft.told_on.clone() hint=Hint::Date.text(lang).to_owned()
            error=typed.error("told_on", lang)/>
        <Select name="means" label=Label::Means.text(lang) value=typed.draft.means.clone()
            choices=means error=typed.error("means", lang)/>
        {named_button(Weight::Primary, name, "save")}
    };
    let body = view! {
        <ul>{waiting}</ul>
        {form(shell, &address::tell(sheet.decision.id), typed, fields)}
    };
    decision_page(shell, sheet, name)
        .of_form(shell, typed)
        .view(shell, body)
}
