//! Following decisions by e-mail. No page shows an address, and only its own form changes anything:
//! mail servers open links before people do.

use domain::Lang;
use domain::finding::FindingCode;
use domain::publicity::Personal;
use domain::view::decision_list::{DecisionFilter, FilterPart};
use domain::view::follow::{FilterNames, FollowOffer, FollowedLine};
use leptos::prelude::*;
use wording::finding::sentence;
use wording::public::{FollowText as T, Site, asked as asked_text};

use super::decision_filter::name;
use crate::address::{self, DECISIONS, FOLLOW};
use crate::components::breadcrumbs::Crumb;
use crate::components::error_summary::error_summary;
use crate::components::field::{Field, FieldKind};
use crate::components::notice::{Notice, Tone};
use crate::components::summary::{Fact, summary};
use crate::shell::{Head, Shell, document};

/// What somebody typed into the form, and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The address.
    pub email: Personal<String>,
    /// What is wrong with it.
    pub wrong: Option<FindingCode>,
    /// Whether too much was asked for from the same place.
    pub too_many: bool,
}

/// What would be followed, in words, and the form that asks for it.
pub fn offer(shell: &Shell, offer: &FollowOffer, typed: &Typed) -> AnyView {
    let lang = shell.lang;
    let head = Head {
        query: address::query(&offer.filter),
        refused: typed.wrong.is_some() || typed.too_many,
        noindex: true,
        trail: vec![Crumb::new(Site::Decisions.text(lang), DECISIONS)],
        ..Head::public(T::Title.text(lang))
    };
    let error = typed.wrong.map(|code| sentence(code, lang).to_owned());
    let errors = error.iter().map(|error| {
        let sentence = format!("{}: {error}", T::Email.text(lang));
        ("#email".to_owned(), sentence)
    });
    let too_many = typed.too_many.then(|| {
        view! { <Notice tone=Tone::Warning status=true><p>{T::TooMany.text(lang)}</p></Notice> }
    });
    let left_out = offer
        .leaves_out
        .then(|| view! { <p>{T::LeftOut.text(lang)}</p> });
    let body = view! {
        {error_summary(errors.collect(), lang)}
        {too_many}
        <h1>{T::Title.text(lang)}</h1>
        <p class="lead">{T::Lead.text(lang)}</p>
        <h2>{T::What.text(lang)}</h2>
        {said(&offer.filter, &offer.names, lang)}
        {left_out}
        {if shell.mail {
            form(shell, offer, typed, error)
        } else {
            view! { <Notice><p>{T::NoMail.text(lang)}</p></Notice> }.into_any()
        }}
    };
    document(shell, head, body)
}

fn form(shell: &Shell, offer: &FollowOffer, typed: &Typed, error: Option<String>) -> AnyView {
    let lang = shell.lang;
    view! {
        <form class="form" method="post" action=shell.link(FOLLOW)>
            {hidden(&offer.filter)}
            <Field name="email" label=T::Email.text(lang) value=typed.email.reveal_to_official().clone()
                kind=FieldKind::OwnEmail hint=T::EmailHint.text(lang).to_owned() error=error/>
            <p>{T::Privacy.text(lang)}</p>
            <button class="govuk-button" type="submit">{T::Ask.text(lang)}</button>
        </form>
    }
    .into_any()
}

/// That a mail is on its way: the same page for every address.
pub fn asked(shell: &Shell) -> AnyView {
    let lang = shell.lang;
    let body = view! {
        <h1>{T::AskedTitle.text(lang)}</h1>
        <p class="lead">{asked_text(lang)}</p>
        <p>{T::AskedSame.text(lang)}</p>
        <p><a href=shell.link(DECISIONS)>{Site::Decisions.text(lang)}</a></p>
    };
    document(shell, head(shell, T::AskedTitle), body)
}

/// What the owner of a mail follows or was asked to confirm, with the buttons that change it. `key`
/// is that of the mail.
pub fn manage(shell: &Shell, key: &str, lines: &[FollowedLine]) -> AnyView {
    let lang = shell.lang;
    let action = shell.link(&address::followed(key));
    let entries = lines.iter().map(|line| entry(shell, &action, line));
    let entries = entries.collect_view();
    let all = (lines.len() > 1).then(|| {
        view! {
            <form class="form on-screen" method="post" action=action.clone()>
                <button class="govuk-button govuk-button--warning" type="submit" name="action"
                    value="stop-all">{T::StopAll.text(lang)}</button>
            </form>
        }
    });
    let body = view! {
        <h1>{T::Manage.text(lang)}</h1>
        {entries}
        {all}
        <p>{T::Privacy.text(lang)}</p>
    };
    document(shell, head(shell, T::Manage), body)
}

fn entry(shell: &Shell, action: &str, line: &FollowedLine) -> AnyView {
    let lang = shell.lang;
    let (state, stop) = if line.is_confirmed {
        (T::Followed, T::Stop)
    } else {
        (T::Waits, T::Withdraw)
    };
    let confirm = (!line.is_confirmed).then(|| {
        view! {
            <button class="govuk-button" type="submit" name="action" value="confirm">
                {T::Confirm.text(lang)}
            </button>
        }
    });
    view! {
        <section>
            <h2>{state.text(lang)}</h2>
            {said(&line.filter, &line.names, lang)}
            <form class="form on-screen" method="post" action=action.to_owned()>
                {hidden(&line.filter)}
                {confirm} " "
                <button class="govuk-button govuk-button--secondary" type="submit" name="action"
                    value="stop">{stop.text(lang)}</button>
            </form>
        </section>
    }
    .into_any()
}

/// That nothing is followed any more.
pub fn stopped(shell: &Shell) -> AnyView {
    plain(shell, T::StoppedTitle, T::Stopped)
}

/// That a link leads to nothing any more.
pub fn unknown(shell: &Shell) -> AnyView {
    plain(shell, T::UnknownTitle, T::Unknown)
}

fn plain(shell: &Shell, title: T, text: T) -> AnyView {
    let lang = shell.lang;
    let body = view! {
        <h1>{title.text(lang)}</h1>
        <p class="lead">{text.text(lang)}</p>
        <p><a href=shell.link(FOLLOW)>{T::Again.text(lang)}</a></p>
    };
    document(shell, head(shell, title), body)
}

/// The way to follow what a filter leaves, where mail is set up.
pub(super) fn link(shell: &Shell, filter: &DecisionFilter, text: T) -> Option<AnyView> {
    shell.mail.then(|| {
        let href = shell.link(FOLLOW) + &address::query(filter);
        view! { <p class="on-screen"><a href=href>{text.text(shell.lang)}</a></p> }.into_any()
    })
}

/// The head of a page that belongs to one mail, or answers a form.
fn head(shell: &Shell, title: T) -> Head {
    let lang = shell.lang;
    Head {
        noindex: true,
        addressable: false,
        trail: vec![Crumb::new(Site::Decisions.text(lang), DECISIONS)],
        ..Head::public(title.text(lang))
    }
}

/// The filter as the form sends it on.
fn hidden(filter: &DecisionFilter) -> AnyView {
    let fields = filter.pairs().into_iter().map(|(name, value)| {
        view! { <input type="hidden" name=name value=value/> }
    });
    fields.collect_view().into_any()
}

/// What is followed, in words.
fn said(filter: &DecisionFilter, names: &FilterNames, lang: Lang) -> AnyView {
    let parts = FilterPart::ALL.into_iter();
    let mut facts: Vec<Fact> = parts
        .filter_map(|part| {
            let value = filter.value(part)?;
            let called = match part {
                FilterPart::Series => names.decision_maker.clone(),
                FilterPart::Project => names.project.clone(),
                FilterPart::Funder => names.funder.clone(),
                FilterPart::Words
                | FilterPart::From
                | FilterPart::Until
                | FilterPart::Year
                | FilterPart::Stage => None,
            };
            Some(Fact::new(name(part).text(lang), called.unwrap_or(value)))
        })
        .collect();
    if facts.is_empty() {
        facts.push(Fact::new(T::Decisions.text(lang), T::Everything.text(lang)));
    }
    summary(facts)
}
