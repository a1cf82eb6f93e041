//! The list of cases.

use domain::case::{CaseFilter, CaseState};
use domain::role::UseCase;
use domain::view::case::CaseList;
use leptos::prelude::*;
use wording::desk::case::{self as words, CaseText as T};
use wording::desk::{Button, Label, Text};
use wording::format;
use wording::public::ListText;

use super::{class_choice, number_or_unknown};
use crate::components::date::moment;
use crate::components::field::{Field, FieldKind};
use crate::components::pager::pager;
use crate::components::select::{Choice, Select};
use crate::components::table::{Column, Row, table};
use crate::pages::desk::address;
use crate::pages::desk::frame::{Page, Weight, link_button, may};
use crate::shell::Shell;

/// Cases, narrowed by words, state, class and year, page by page.
pub fn page(shell: &Shell, list: &CaseList) -> AnyView {
    let lang = shell.lang;
    let page = list.filter.page.max(1);
    let open = may(shell, UseCase::EditCase)
        .then(|| link_button(shell, Weight::Primary, Button::OpenCase, address::NEW_CASE));
    let content = if list.lines.is_empty() {
        empty(shell, list)
    } else {
        lines(shell, list)
    };
    let address = |to| format!("{}{}", shell.link(address::CASES), query(&list.filter, to));
    let body = view! {
        {open}
        {filter(shell, list)}
        <section class="listing" aria-labelledby="loydetyt">
            <h2 id="loydetyt">{words::counted(list.total, lang)}</h2>
            {content}
            {pager(page, list.pages, lang, address)}
        </section>
    };
    Page::new(shell, T::List.text(lang), Vec::new()).view(shell, body)
}

fn filter(shell: &Shell, list: &CaseList) -> AnyView {
    let lang = shell.lang;
    let any = || Choice::new("", ListText::Any.text(lang));
    let states = CaseState::ALL.map(|state| Choice::new(state.code(), words::state(state, lang)));
    let years = list
        .years
        .iter()
        .map(|year| Choice::new(year.to_string(), year.to_string()));
    let chosen = &list.filter;
    let state = chosen.state.map(CaseState::code).unwrap_or_default();
    let class = chosen.class.as_ref().map(ToString::to_string);
    let year = chosen.year.map(|year| year.to_string());
    view! {
        <form class="filter" method="get" action=shell.link(address::CASES)
            aria-label=ListText::Filter.text(lang)>
            <Field name="q" label=T::Words.text(lang) kind=FieldKind::Search
                value=chosen.words.clone()/>
            <Select name="tila" label=T::State.text(lang) value=state
                choices=std::iter::once(any()).chain(states).collect()/>
            <Select name="luokka" label=T::Class.text(lang) value=class.unwrap_or_default()
                choices=std::iter::once(any()).chain(list.classes.iter().map(class_choice)).collect()/>
            <Select name="vuosi" label=T::Year.text(lang) value=year.unwrap_or_default()
                choices=std::iter::once(any()).chain(years).collect()/>
            <button class="govuk-button" type="submit">{ListText::Apply.text(lang)}</button>
        </form>
    }
    .into_any()
}

fn lines(shell: &Shell, list: &CaseList) -> AnyView {
    let lang = shell.lang;
    let rows = list.lines.iter().map(|line| {
        let link = view! {
            <a href=shell.link(&address::case(&line.case.key()))>
                {number_or_unknown(&line.case, lang)}
            </a>
        };
        let class = line.class.as_ref().map(ToString::to_string);
        let unknown = || format::unknown(lang).to_owned();
        let cells = vec![
            line.case.public_title.clone().into_any(),
            words::state(line.state, lang).into_any(),
            class.unwrap_or_else(unknown).into_any(),
            line.pending_since
                .map_or_else(unknown, |day| format::date(day, lang))
                .into_any(),
            moment(line.changed_at, lang),
        ];
        Row::new(link, cells)
    });
    let columns = [
        Label::Number.text(lang),
        Label::PublicTitle.text(lang),
        T::State.text(lang),
        T::Class.text(lang),
        T::PendingSince.text(lang),
        Label::Changed.text(lang),
    ];
    table(
        "asiat-taulukko",
        T::List.text(lang),
        columns.map(Column::words).into(),
        rows.collect(),
    )
}

/// Why there is nothing, and the way back.
fn empty(shell: &Shell, list: &CaseList) -> AnyView {
    let lang = shell.lang;
    if list.total > 0 {
        let first = format!("{}{}", shell.link(address::CASES), query(&list.filter, 1));
        return view! {
            <p>{T::PageBeyondLast.text(lang)}</p>
            <p><a href=first>{T::FirstPage.text(lang)}</a></p>
        }
        .into_any();
    }
    if list.filter.is_narrow() {
        return view! {
            <p>{T::NothingFound.text(lang)}</p>
            <p><a href=shell.link(address::CASES)>{T::ClearFilter.text(lang)}</a></p>
        }
        .into_any();
    }
    view! { <p>{Text::NoCases.text(lang)}</p> }.into_any()
}

/// The query of a page of the list.
fn query(filter: &CaseFilter, page: u32) -> String {
    let parts = [
        Some(escaped(filter.words.trim()))
            .filter(|words| !words.is_empty())
            .map(|words| format!("q={words}")),
        filter.state.map(|state| format!("tila={}", state.code())),
        filter.class.as_ref().map(|class| format!("luokka={class}")),
        filter.year.map(|year| format!("vuosi={year}")),
        (page > 1).then(|| format!("sivu={page}")),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        String::new()
    } else {
        format!("?{}", parts.join("&"))
    }
}

/// Words as the query of an address carries them.
fn escaped(words: &str) -> String {
    let mut escaped = String::new();
    for byte in words.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
                escaped.push(char::from(byte));
            }
            b' ' => escaped.push('+'),
            other => {
                escaped.push('%');
                for half in [other >> 4, other & 15] {
                    let digit = char::from_digit(u32::from(half), 16).unwrap_or('0');
                    escaped.push(digit.to_ascii_uppercase());
                }
            }
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn words_are_escaped_as_a_form_would_send_them() {
        assert_eq!(escaped("Työ & 50%"), "Ty%C3%B6+%26+50%25");
    }
}
