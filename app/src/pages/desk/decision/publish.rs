//! Publishing a signed decision.

use calendar::{Means, rule};
use domain::decision::Signature;
use domain::view::desk::DecisionSheet;
use leptos::prelude::*;
use wording::desk::life::{self, LifeText};
use wording::desk::{Button, Hint, Label, Text, period};
use wording::publicity::PublicityText;

use super::page as decision_page;
use super::preview::preview_link;
use crate::components::choice::Checkbox;
use crate::components::field::{Field, FieldKind};
use crate::components::notice::{Notice, Tone};
use crate::pages::desk::address;
use crate::pages::desk::form::{Form, Publishing};
use crate::pages::desk::frame::{Weight, button, form, named_button};
use crate::shell::Shell;

/// The form that publishes, with what follows from it.
pub fn page(
    shell: &Shell,
    sheet: &DecisionSheet,
    typed: &Form<Publishing>,
    keys: &Form<()>,
) -> AnyView {
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
        <Checkbox name="deviates" label=LifeText::Deviates.text(lang)
            checked=!typed.draft.deviates.is_empty() error=typed.error("deviates", lang)/>
        <Field name="secret_ground" label=PublicityText::WhollySecret.text(lang)
            value=typed.draft.secret_ground.clone()
            hint=PublicityText::WhollySecretHint.text(lang).to_owned()
            error=typed.error("secret_ground", lang)/>
        {button(shell, Weight::Primary, Button::Publish, "publish")}
    };
    let consequence = consequence(shell, sheet);
    let by_rule = sheet
        .to_publish
        .map(|to_publish| view! { <p>{life::proposed(&to_publish.proposal, lang)}</p> });
    let set_for = sheet.decision.notes.publish_on.map(|day| {
        let name = LifeText::Unschedule.text(lang);
        let button = named_button(Weight::Secondary, name, "unschedule");
        let to = address::unschedule(sheet.decision.id);
        view! {
            <Notice><p>{life::set_for(day, lang)}</p></Notice>
            {form(shell, &to, keys, button)}
        }
    });
    let body = view! {
        {set_for}
        {by_rule}
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
