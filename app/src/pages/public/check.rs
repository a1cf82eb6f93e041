//! Checking a document that was handed out, by the code printed on it.

use domain::view::public::Confirmed;
use leptos::prelude::*;
use wording::decision;
use wording::publicity::{ShownText as T, handed_out};

use crate::address;
use crate::components::breadcrumbs::Crumb;
use crate::components::field::Field;
use crate::components::summary::{Fact, summary};
use crate::shell::{Head, Shell, document};

/// The form that takes a code.
pub fn form(shell: &Shell) -> AnyView {
    let lang = shell.lang;
    let body = view! {
        <h1>{T::Check.text(lang)}</h1>
        <p class="lead">{T::CheckLead.text(lang)}</p>
        {code_form(shell)}
    };
    let head = Head {
        description: Some(T::CheckLead.text(lang).to_owned()),
        ..Head::public(T::Check.text(lang))
    };
    document(shell, head, body)
}

fn code_form(shell: &Shell) -> AnyView {
    let lang = shell.lang;
    view! {
        <form class="form" method="get" action=shell.link(address::CHECK)>
            <Field name="tunniste" label=T::Code.text(lang) value=String::new()
                hint=T::CodeHint.text(lang).to_owned() error=None/>
            <button class="govuk-button" type="submit">{T::CheckButton.text(lang)}</button>
        </form>
    }
    .into_any()
}

/// What a code confirms, and nothing else.
pub fn confirmed(shell: &Shell, confirmed: &Confirmed) -> AnyView {
    let lang = shell.lang;
    let (number, year) = confirmed.section;
    let facts = vec![
        Fact::new(T::CaseNumber.text(lang), confirmed.case_number.to_string()),
        Fact::new(
            T::DecidedOn.text(lang),
            decision::decided(confirmed.decided, lang),
        ),
        Fact::new(T::Section.text(lang), decision::section(number, year)),
        Fact::new(
            T::Version.text(lang),
            handed_out(confirmed.version, confirmed.given_on, lang),
        ),
    ];
    let body = view! {
        <h1>{T::Genuine.text(lang)}</h1>
        <p class="lead">{T::GenuineHint.text(lang)}</p>
        {summary(facts)}
        <p><a href=shell.link(address::CHECK)>{T::CheckAnother.text(lang)}</a></p>
    };
    document(shell, head(shell, T::Genuine), body)
}

/// That no document has the code.
pub fn unknown(shell: &Shell) -> AnyView {
    let lang = shell.lang;
    let body = view! {
        <h1>{T::Unknown.text(lang)}</h1>
        <p class="lead">{T::UnknownHelp.text(lang)}</p>
        {code_form(shell)}
    };
    document(shell, head(shell, T::Unknown), body)
}

/// The head of a page whose address holds a code: no search engine keeps it.
fn head(shell: &Shell, title: T) -> Head {
    Head {
        noindex: true,
        addressable: false,
        trail: vec![Crumb::new(T::Check.text(shell.lang), address::CHECK)],
        ..Head::public(title.text(shell.lang))
    }
}
