//! Publishing a signed decision.

use calendar::{Means, rule};
use domain::decision::Signature;
use domain::view::desk::DecisionSheet;
use leptos::prelude::*;
use wording::desk::{Button, Hint, Label, Text, period};
use wording::publicity::PublicityText;

use super::page as decision_page;
use super::preview::preview_link;
use crate::components::choice::Checkbox;
use crate::components::field::{Field, FieldKind};
use crate::components::notice::{Notice, Tone};
use crate::pages::desk::address;
use crate::pages::desk::form::{Form, Publishing};
use crate::pages::desk::frame::{Weight, button, form};
use crate::shell::Shell;

/// The form that publishes, with what follows from it.
pub fn page(shell: &Shell, sheet: &DecisionSheet, typed: &Form<Publishing>) -> AnyView {
    let lang = shell.lang;
    let elsewhere = sheet
        .decision
        .sealed()
        .is_some_and(|sealed| matches!(sealed.signature, Signature::Elsewhere(_)));
    let unknown = elsewhere.then(|| {
        view! {
            <Checkbox name="day_unknown" label=Label::DayUnknown.text(lang)
                checked=!typed.draft.day_unknown.is_empty() error=typed.error("day_unknown", lang)/>
        }
    });
    let fields = view! {
        <Field name="published_on" label=Label::PublishedOn.text(lang) kind=FieldKind::Date
            value=typed.draft.published_on.clone() hint=Hint::PublishedOn.text(lang).to_owned()
            error=typed.error("published_on", lang)/>
        {unknown}
        <Field name="secret_ground" label=PublicityText::WhollySecret.text(lang)
            value=typed.draft.secret_ground.clone()
            hint=PublicityText::WhollySecretHint.text(lang).to_owned()
            error=typed.error("secret_ground", lang)/>
        {button(shell, Weight::Primary, Button::Publish, "publish")}
    };
    let consequence = consequence(shell, sheet);
    let body = view! {
        <Notice tone=Tone::Warning><p>{consequence}</p></Notice>
        {preview_link(shell, sheet.decision.id)}
        {form(shell, &address::publish(sheet.decision.id), typed, fields)}
    };
    decision_page(shell, sheet, Button::Publish.text(lang))
        .of_form(shell, typed)
        .view(shell, body)
}

fn consequence(shell: &Shell, sheet: &DecisionSheet) -> String {
    let today = shell.frame.now.date();
    let service = rule::service(Means::PublishedMinutes).on(today);
    let remedy = sheet
        .decision
        .sealed()
        .and_then(|sealed| sealed.content.remedy.0.remedy());
    let remedy = remedy.filter(|remedy| service.starts.contains(remedy));
    remedy.map_or_else(
        || Text::PublishingStartsNothing.text(shell.lang).to_owned(),
        |remedy| {
            let length = rule::period(remedy).on(today).length;
            period::publishing_starts(service.offset_days, length, shell.lang)
        },
    )
}
