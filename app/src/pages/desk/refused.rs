//! Pages that say why something was not done.

use domain::form::Pairs;
use leptos::prelude::*;
use wording::desk::{Button, Heading, Text, label_of};

use super::frame::{Page, Weight, button, hidden, link_button};
use crate::address::DESK;
use crate::components::notice::{Notice, Tone};
use crate::shell::Shell;

/// Status 403: the one who is signed in may not do this.
pub fn forbidden(shell: &Shell) -> AnyView {
    let lang = shell.lang;
    let body = view! {
        <p>{Text::Forbidden.text(lang)}</p>
        {link_button(shell, Weight::Primary, Button::ToDesk, DESK)}
    };
    Page::first(Heading::Forbidden.text(lang)).view(shell, body)
}

/// Status 409: what the form asks for is not possible any more, such as changing what is signed.
pub fn conflict(shell: &Shell) -> AnyView {
    let lang = shell.lang;
    let body = view! {
        <p>{Text::Conflict.text(lang)}</p>
        {link_button(shell, Weight::Primary, Button::ToDesk, DESK)}
    };
    Page::first(Heading::Conflict.text(lang)).view(shell, body)
}

/// A form that was filled from an older version than the one that is saved now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// The address of the form, without a language prefix.
    pub address: String,
    /// The version that is saved now.
    pub version: i64,
    /// A fresh idempotency key.
    pub key: String,
    /// The fields as saved now.
    pub saved: Pairs,
    /// The fields as typed.
    pub typed: Pairs,
    /// Whether the typed fields may be saved over the saved ones.
    pub can_overwrite: bool,
}

/// Status 409: somebody else saved meanwhile. Shows both texts wherever they differ, and the ways
/// on.
pub fn stale(shell: &Shell, stale: &Stale) -> AnyView {
    let lang = shell.lang;
    let overwrite = stale.can_overwrite.then(|| {
        let typed = stale
            .typed
            .iter()
            .map(|(name, value)| hidden(name, value.clone()));
        view! {
            <form method="post" action=shell.link(&stale.address)>
                {hidden("key", stale.key.clone())}
                {hidden("version", stale.version.to_string())}
                {typed.collect_view()}
                {button(shell, Weight::Secondary, Button::OverwriteSaved, "save")}
            </form>
        }
    });
    let body = view! {
        <Notice tone=Tone::Warning><p>{Text::Stale.text(lang)}</p></Notice>
        {differences(shell, stale)}
        <div class="govuk-button-group">
            {link_button(shell, Weight::Primary, Button::ToSaved, &stale.address)}
            {overwrite}
        </div>
    };
    Page::first(Heading::Stale.text(lang)).view(shell, body)
}

fn differences(shell: &Shell, stale: &Stale) -> AnyView {
    let lang = shell.lang;
    let value = |pairs: &Pairs, name: &str| {
        let found = pairs.iter().find(|(of, _)| of == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let only_saved = stale
        .saved
        .iter()
        .filter(|(name, _)| !stale.typed.iter().any(|(typed, _)| typed == name));
    let sections = stale
        .typed
        .iter()
        .chain(only_saved)
        .filter_map(|(name, _)| {
            let label = label_of(name, lang)?;
            let (saved, typed) = (value(&stale.saved, name), value(&stale.typed, name));
            (saved.trim() != typed.trim()).then(|| {
                view! {
                    <section class="difference">
                        <h2>{label}</h2>
                        <div class="difference__sides">
                            {side(Heading::SavedMeanwhile.text(lang), saved)}
                            {side(Heading::YouTyped.text(lang), typed)}
                        </div>
                    </section>
                }
            })
        });
    let sections: Vec<_> = sections.collect();
    if sections.is_empty() {
        return view! { <p>{Text::NoDifference.text(lang)}</p> }.into_any();
    }
    sections.into_any()
}

fn side(heading: &'static str, text: String) -> AnyView {
    view! {
        <div class="difference__side">
            <h3>{heading}</h3>
            <p class="lines">{text}</p>
        </div>
    }
    .into_any()
}
