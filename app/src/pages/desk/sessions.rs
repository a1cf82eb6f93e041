//! Sessions, sign-ins and deputyships of an account, as two pages show them.

use domain::view::people::{DeputyLine, SessionLine, SignInLine};
use leptos::prelude::*;
use wording::audit::{self, LogText};
use wording::desk::people::{PeopleText as T, standing};

use super::address;
use super::form::Form;
use super::frame::{Weight, form, hidden, named_button};
use crate::components::date::{date, moment};
use crate::components::table::{Column, Row, table};
use crate::shell::Shell;

/// Sessions, each with a form that ends it and posts to the page's address.
pub(super) fn sessions<D>(
    shell: &Shell,
    address: &str,
    typed: &Form<D>,
    sessions: &[SessionLine],
) -> AnyView {
    let lang = shell.lang;
    if sessions.is_empty() {
        return view! { <p>{T::NoSessions.text(lang)}</p> }.into_any();
    }
    let rows = sessions.iter().map(|session| {
        let end = if session.is_this {
            view! { <strong>{T::ThisSession.text(lang)}</strong> }.into_any()
        } else {
            let fields = view! {
                {hidden("session", session.id.to_string())}
                {named_button(Weight::Secondary, T::EndSession.text(lang), "end-session")}
            };
            form(shell, address, typed, fields)
        };
        let cells = vec![moment(session.began, lang), moment(session.ends, lang), end];
        Row::new(moment(session.last_used, lang), cells)
    });
    let columns = [T::LastUsed, T::Began, T::EndsAt, T::Session];
    table(
        "istunnot",
        T::Sessions.text(lang),
        columns.map(|label| Column::words(label.text(lang))).into(),
        rows.collect(),
    )
}

/// How an account came in or was kept out.
pub(super) fn sign_ins(shell: &Shell, lines: &[SignInLine]) -> AnyView {
    let lang = shell.lang;
    if lines.is_empty() {
        return view! { <p>{T::NoSignIns.text(lang)}</p> }.into_any();
    }
    let rows = lines.iter().map(|line| {
        let cells = vec![
            audit::event(line.event, lang).into_any(),
            audit::actor(&line.actor, lang).into_any(),
        ];
        Row::new(moment(line.at, lang), cells)
    });
    let columns = [LogText::When, LogText::Event, LogText::Who];
    table(
        "kirjautumiset",
        T::SignInLog.text(lang),
        columns.map(|label| Column::words(label.text(lang))).into(),
        rows.collect(),
    )
}

/// The deputyships of an account; nothing where it never had one.
pub(super) fn deputyships(shell: &Shell, lines: &[DeputyLine]) -> Option<AnyView> {
    let lang = shell.lang;
    if lines.is_empty() {
        return None;
    }
    let rows = lines.iter().map(|line| {
        let to = address::series(&line.deputyship.series);
        let link = view! { <a href=shell.link(&to)>{line.decision_maker.clone()}</a> };
        Row::new(link, days_and_ground(shell, line))
    });
    let columns = [
        T::DecisionMaker,
        T::FirstDay,
        T::LastDay,
        T::Ground,
        T::Deputyships,
    ];
    let columns = columns.map(|label| Column::words(label.text(lang))).into();
    let title = T::Deputyships.text(lang);
    Some(
        view! {
            <section class="listing" aria-labelledby="sijaisuudet-otsikko">
                <h2 id="sijaisuudet-otsikko">{title}</h2>
                {table("sijaisuudet", title, columns, rows.collect())}
            </section>
        }
        .into_any(),
    )
}

/// First and last day, ground, and where it stands.
pub(super) fn days_and_ground(shell: &Shell, line: &DeputyLine) -> Vec<AnyView> {
    let lang = shell.lang;
    let deputyship = &line.deputyship;
    let last = match deputyship.ended_on {
        None => date(deputyship.last_day, lang),
        Some(ended) => view! {
            {date(deputyship.last_day, lang)} ", " {T::EndedOn.text(lang)} " " {date(ended, lang)}
        }
        .into_any(),
    };
    vec![
        date(deputyship.first_day, lang),
        last,
        deputyship.ground.clone().into_any(),
        standing(line.standing, lang).into_any(),
    ]
}
