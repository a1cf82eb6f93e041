//! A form that was sent and not taken, though nothing is wrong with it: its text is kept.
//!
//! What was typed travels in hidden fields and nowhere else, so that nothing of it is stored for
//! somebody who is not signed in. A password and a confirmation never travel.

use domain::form::Pairs;
use leptos::prelude::*;
use wording::desk::{Button, Heading, Text, label_of};

use super::frame::{Page, hidden};
use crate::components::notice::{Notice, Tone};
use crate::shell::Shell;

/// What stands before the names of fields that travel with the form of signing in.
const CARRIED: &str = "kept.";

/// A form whose text is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Why it was not taken.
    pub why: Why,
    /// The address it was sent to, without a language prefix.
    pub address: String,
    /// Its fields, the hidden ones among them.
    pub fields: Pairs,
}

/// Why a form was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The database did not answer.
    Unavailable,
    /// The session had ended; meanwhile its official signed in again.
    SignedInAgain,
}

/// The fields of a form that are kept.
pub fn kept(fields: Pairs) -> Pairs {
    let mut fields = fields;
    fields.retain(|(name, _)| {
        !name.contains("password") && !["confirmed", "no_conflict"].contains(&&**name)
    });
    fields
}

/// Whether a form has more than what its page put into it.
pub fn holds_text(fields: &Pairs) -> bool {
    let mut names = fields.iter().map(|(name, _)| &**name);
    names.any(|name| !["key", "version", "action"].contains(&name))
}

/// The fields that a form of signing in carries.
pub fn carried(fields: &[(String, String)]) -> Pairs {
    let of_form = fields.iter().filter_map(|(name, value)| {
        let name = name.strip_prefix(CARRIED)?;
        Some((name.to_owned(), value.clone()))
    });
    kept(of_form.collect())
}

/// The hidden fields with which a form of signing in carries another form.
pub(super) fn to_carry(fields: &Pairs) -> Vec<AnyView> {
    let named =
        |(name, value): &(String, String)| hidden(&format!("{CARRIED}{name}"), value.clone());
    fields.iter().map(named).collect()
}

/// Says why the form was not taken, shows what was typed, and sends it again.
pub fn page(shell: &Shell, kept: &Kept) -> AnyView {
    let lang = shell.lang;
    let sentence = match kept.why {
        Why::Unavailable => Text::KeptWhileUnavailable,
        Why::SignedInAgain => Text::KeptWhileSignedOut,
    };
    let typed = kept.fields.iter().filter_map(|(name, value)| {
        let label = label_of(name, lang).filter(|_| !value.trim().is_empty())?;
        Some(view! {
            <div class="govuk-summary-list__row">
                <dt class="govuk-summary-list__key">{label}</dt>
                <dd class="govuk-summary-list__value"><span class="lines">{value.clone()}</span></dd>
            </div>
        })
    });
    let typed = typed.collect_view();
    let action = kept.fields.iter().find(|(name, _)| name == "action");
    let action = action.map_or("save", |(_, action)| action).to_owned();
    let fields = kept.fields.iter().filter(|(name, _)| name != "action");
    let fields = fields.map(|(name, value)| hidden(name, value.clone()));
    let body = view! {
        <Notice tone=Tone::Warning><p>{sentence.text(lang)}</p></Notice>
        <dl class="govuk-summary-list">{typed}</dl>
        <form method="post" action=shell.link(&kept.address)>
            {fields.collect_view()}
            <button class="govuk-button" type="submit" name="action" value=action>
                {Button::SendAgain.text(lang)}
            </button>
        </form>
    };
    Page::first(Heading::NotTaken.text(lang)).view(shell, body)
}
