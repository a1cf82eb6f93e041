//! The calendar of last days: a month's sheet or a list.

mod list;
mod month;

use calendar::Remedy;
use domain::view::desk::{LastDay, LastDays, Span};
use leptos::prelude::*;
use time::{Date, Duration};
use wording::desk::Label;
use wording::last_day::{self as words, LastDayText as T};
use wording::public::{ListText, Site};
use wording::{format, names};

use super::address;
use super::frame::{Page, hidden};
use crate::components::notice::{Notice, Tone};
use crate::components::select::{Choice, Select};
use crate::shell::Shell;

/// The calendar.
pub fn page(shell: &Shell, calendar: &LastDays) -> AnyView {
    let lang = shell.lang;
    let days = match calendar.span {
        Span::Month(first) => view! {
            {months(shell, calendar, first)}
            {calendar.days.is_empty().then(|| view! { <p>{T::NoneInMonth.text(lang)}</p> })}
            {month::sheet(shell, first, &calendar.days)}
        }
        .into_any(),
        Span::From(_) if calendar.days.is_empty() => {
            view! { <p>{T::NoneFrom.text(lang)}</p> }.into_any()
        }
        Span::From(_) => list::by_month(shell, &calendar.days),
    };
    let cut = calendar
        .is_cut
        .then(|| view! { <Notice tone=Tone::Warning><p>{T::Cut.text(lang)}</p></Notice> });
    let file = address::last_days_file(&calendar.filter);
    let body = view! {
        <p>{T::Lead.text(lang)}</p>
        {filter(shell, calendar)}
        {views(shell, calendar)}
        {cut}
        {days}
        <p><a href=shell.link(&file) type="text/calendar">{T::Download.text(lang)}</a></p>
    };
    Page::new(shell, words::title(calendar.span, lang), Vec::new()).view(shell, body)
}

/// Narrows the same days of the same view.
fn filter(shell: &Shell, calendar: &LastDays) -> AnyView {
    let lang = shell.lang;
    let any = || Choice::new("", ListText::Any.text(lang));
    let mut makers = vec![any()];
    let series = calendar.series.iter();
    makers.extend(series.map(|one| Choice::new(one.slug.as_str(), one.decision_maker.as_str())));
    let mut projects = vec![any()];
    let named = calendar.projects.iter();
    projects.extend(named.map(|(slug, name)| Choice::new(slug.as_str(), name.as_str())));
    let mut remedies = vec![any()];
    remedies.extend(Remedy::ALL.map(|one| Choice::new(one.code(), names::remedy(one, lang))));
    let chosen = &calendar.filter;
    let maker = chosen.series.as_ref().map(ToString::to_string);
    let project = chosen.project.as_ref().map(ToString::to_string);
    let kept = address::span_query(calendar.span, shell.frame.now.date());
    let kept = kept.into_iter().map(|(name, value)| hidden(name, value));
    view! {
        <form class="filter" method="get" action=shell.link(address::LAST_DAYS)
            aria-label=ListText::Filter.text(lang)>
            {kept.collect_view()}
            <Select name="paatoksentekija" label=Label::Series.text(lang)
                value=maker.unwrap_or_default() choices=makers/>
            <Select name="hanke" label=Label::Project.text(lang)
                value=project.unwrap_or_default() choices=projects/>
            <Select name="muutoksenhakukeino" label=Label::Remedy.text(lang)
                value=chosen.remedy.map(Remedy::code).unwrap_or_default() choices=remedies/>
            <button class="govuk-button" type="submit">{ListText::Apply.text(lang)}</button>
        </form>
    }
    .into_any()
}

/// From the month's sheet to the list of the same days, and back.
fn views(shell: &Shell, calendar: &LastDays) -> AnyView {
    let lang = shell.lang;
    let today = shell.frame.now.date();
    let (month, list, is_list) = match calendar.span {
        Span::Month(first) => {
            let from = if is_in_month(today, first) {
                today
            } else {
                first
            };
            (first, from, false)
        }
        Span::From(day) => (first_of_month(day), day, true),
    };
    let item = |span, name: T, current: bool| {
        let href = link(shell, calendar, span);
        view! {
            <li>
                <a class="pager__page" href=href aria-current=current.then_some("page")>
                    {name.text(lang)}
                </a>
            </li>
        }
    };
    view! {
        <nav class="pager" aria-label=T::Views.text(lang)>
            <ul class="pager__list">
                {item(Span::Month(month), T::Month, !is_list)}
                {item(Span::From(list), T::List, is_list)}
            </ul>
        </nav>
    }
    .into_any()
}

/// The month before, this one and the next.
fn months(shell: &Shell, calendar: &LastDays, first: Date) -> AnyView {
    let lang = shell.lang;
    let today = first_of_month(shell.frame.now.date());
    let step = |to: Option<Date>, rel: Option<&'static str>, name: Site| {
        let to = to?;
        let label = format!("{}: {}", name.text(lang), format::month(to, lang));
        let href = link(shell, calendar, Span::Month(to));
        Some(view! { <a class="pager__step" rel=rel href=href>{label}</a> })
    };
    let previous = first.previous_day().map(first_of_month);
    let next = first.checked_add(Duration::days(31)).map(first_of_month);
    let this = (first != today).then(|| {
        let href = link(shell, calendar, Span::Month(today));
        view! { <a class="pager__step" href=href>{T::ThisMonth.text(lang)}</a> }
    });
    view! {
        <nav class="pager" aria-label=T::Months.text(lang)>
            {step(previous, Some("prev"), Site::PreviousPage)}
            {this}
            {step(next, Some("next"), Site::NextPage)}
        </nav>
    }
    .into_any()
}

fn link(shell: &Shell, calendar: &LastDays, span: Span) -> String {
    let today = shell.frame.now.date();
    shell.link(&address::last_days(&calendar.filter, span, today))
}

fn first_of_month(day: Date) -> Date {
    day.replace_day(1).unwrap_or(day)
}

fn is_in_month(day: Date, first: Date) -> bool {
    first_of_month(day) == first
}

/// What is said of a period beside its decision: whose it is, and that it no longer matters.
fn whose(day: &LastDay, shell: &Shell) -> String {
    let whose = words::whose(&day.whose, shell.lang);
    if day.is_repealed {
        format!("{whose} ({})", T::Repealed.text(shell.lang))
    } else {
        whose
    }
}
