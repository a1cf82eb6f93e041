//! Decisions and projects in lists.

use domain::Lang;
use domain::period::Phase;
use domain::search::Snippet;
use domain::view::public::{CaseRow, DecisionRow, PeriodRow, ProjectRow, PublicSince};
use leptos::prelude::*;
use wording::public::{CaseText, ListText, ProjectText};
use wording::{decision, format, period};

use super::REGISTER;
use crate::address;
use crate::components::date::{date, weekday_date};
use crate::components::money::money;
use crate::components::tag;
use crate::shell::Shell;

/// Decisions, each with a heading of the third level.
pub(super) fn decisions(shell: &Shell, rows: &[DecisionRow]) -> AnyView {
    let rows = rows.iter().map(|row| decision_row(shell, row, None));
    view! { <ul class="rows">{rows.collect_view()}</ul> }.into_any()
}

/// The same, each with the passage in which words were found.
pub(super) fn found(shell: &Shell, rows: &[DecisionRow], snippets: &[Snippet]) -> AnyView {
    let rows = rows.iter().enumerate();
    let rows = rows.map(|(at, row)| decision_row(shell, row, snippets.get(at)));
    view! { <ul class="rows">{rows.collect_view()}</ul> }.into_any()
}

/// A passage with the words that were found in it.
fn passage(shell: &Shell, snippet: &Snippet, lang: Lang) -> Option<AnyView> {
    if snippet.parts.is_empty() {
        return None;
    }
    let parts = snippet.parts.iter().cloned().map(|(text, is_found)| {
        if is_found {
            view! { <mark>{text}</mark> }.into_any()
        } else {
            text.into_any()
        }
    });
    Some(
        view! { <p class="row__passage" lang=shell.foreign(lang)>{parts.collect_view()}</p> }
            .into_any(),
    )
}

/// Cases, each with a heading of the third level.
pub(super) fn cases(shell: &Shell, rows: &[CaseRow]) -> AnyView {
    let rows = rows.iter().map(|row| {
        let href = shell.link(&address::case(&row.number));
        view! {
            <li class="row">
                <div class="row__main">
                    <h3 class="row__title" lang=shell.foreign(REGISTER)><a href=href>{row.title.clone()}</a></h3>
                    <p class="row__facts"><span>{CaseText::Number.text(shell.lang)} ": " {row.number.to_string()}</span></p>
                </div>
            </li>
        }
    });
    view! { <ul class="rows">{rows.collect_view()}</ul> }.into_any()
}

fn decision_row(shell: &Shell, row: &DecisionRow, snippet: Option<&Snippet>) -> AnyView {
    let lang = shell.lang;
    let href = shell.link(&address::decision(&row.section));
    let maker = row.decision_maker.clone();
    let section = decision::section(row.section.number, row.section.year);
    let committed = row.committed.map(|amount| {
        view! {
            <p class="row__money">
                <span class="row__money-label">{ListText::Committed.text(lang)}</span>
                {money(amount, lang)}
            </p>
        }
    });
    view! {
        <li class="row">
            <div class="row__main">
                <h3 class="row__title" lang=shell.foreign(row.lang)><a href=href>{row.title.clone()}</a></h3>
                <p class="row__facts">
                    <span><span lang=shell.foreign(REGISTER)>{maker}</span> " " {section}</span>
                    {published(row.public_since, lang)}
                </p>
                <p class="row__state">
                    {tag::in_force(row.in_force, lang)}
                    {tag::public_state(row.stage, lang)}
                    {row.period.and_then(|period| days_left(shell, period))}
                </p>
                {snippet.and_then(|snippet| passage(shell, snippet, row.lang))}
            </div>
            {committed}
        </li>
    }
    .into_any()
}

fn published(since: PublicSince, lang: Lang) -> Option<AnyView> {
    let since = since_view(since, lang)?;
    Some(view! { <span>{ListText::Published.text(lang)} " " {since}</span> }.into_any())
}

/// From which day a decision is public: a day that machines can read, or words.
pub(super) fn since_view(since: PublicSince, lang: Lang) -> Option<AnyView> {
    match since {
        PublicSince::Day(day) => Some(date(day, lang)),
        PublicSince::UnknownDay | PublicSince::NotYet => {
            decision::public_since(since, lang).map(IntoAny::into_any)
        }
    }
}

/// The last day of a running period and how far it is.
fn days_left(shell: &Shell, row: PeriodRow) -> Option<AnyView> {
    let Phase::Running { days_left } = row.phase else {
        return None;
    };
    let lang = shell.lang;
    Some(
        view! {
            <span class="row__left">
                {ListText::LastDay.text(lang)} " " {weekday_date(row.last_day, lang)}
                " (" {period::left(days_left, lang)} ")"
            </span>
        }
        .into_any(),
    )
}

/// Projects, each with a heading of the third level.
pub(super) fn projects(shell: &Shell, rows: &[ProjectRow]) -> AnyView {
    let rows = rows.iter().map(|row| project_row(shell, row));
    view! { <ul class="rows">{rows.collect_view()}</ul> }.into_any()
}

fn project_row(shell: &Shell, row: &ProjectRow) -> AnyView {
    let lang = shell.lang;
    let href = shell.link(&address::project(&row.slug));
    let beneficiary = row.beneficiary.clone().map(|name| {
        view! { <span>{ProjectText::Beneficiary.text(lang)} ": " <span lang=shell.foreign(REGISTER)>{name}</span></span> }
    });
    let period = row.period.map(|period| {
        view! { <span>{ProjectText::Period.text(lang)} ": " {format::project_period(period)}</span> }
    });
    let committed = row.committed.map(|amount| {
        view! {
            <p class="row__money">
                <span class="row__money-label">{ProjectText::Committed.text(lang)}</span>
                {money(amount, lang)}
            </p>
        }
    });
    view! {
        <li class="row">
            <div class="row__main">
                <h3 class="row__title" lang=shell.foreign(REGISTER)><a href=href>{row.name.clone()}</a></h3>
                <p class="row__facts">{beneficiary} {period}</p>
            </div>
            {committed}
        </li>
    }
    .into_any()
}
