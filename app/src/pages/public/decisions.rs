//! The list of decisions.

use domain::view::decision_list::DecisionList;
use leptos::prelude::*;
use wording::public::{FrontText, ListText, Site, decisions as counted};

use super::rows;
use crate::address::{self, DECISIONS, DECISIONS_CALENDAR};
use crate::components::pager::pager;
use crate::components::select::{Choice, Select};
use crate::shell::{Head, Shell, document};

/// Decisions, narrowed by year and decision maker, page by page.
pub fn page(shell: &Shell, list: &DecisionList) -> AnyView {
    let lang = shell.lang;
    let page = list.filter.page.max(1);
    let count = counted(list.total, lang);
    let title = if list.pages > 1 {
        let number = Site::PageNumber.text(lang).to_lowercase();
        format!(
            "{}, {count}, {number} {page}/{}",
            Site::Decisions.text(lang),
            list.pages
        )
    } else {
        format!("{}, {count}", Site::Decisions.text(lang))
    };
    let head = Head {
        query: address::query(&list.filter),
        ..Head::public(title)
    };
    let content = if list.rows.is_empty() {
        empty(shell, list)
    } else {
        rows::decisions(shell, &list.rows)
    };
    let address = |to| format!("{}{}", shell.link(DECISIONS), address::query(&list.filter.at_page(to)));
    let calendar = (!list.rows.is_empty()).then(|| calendar(shell, list));
    let body = view! {
        <h1>{Site::Decisions.text(lang)}</h1>
        {filter(shell, list)}
        <section aria-labelledby="found">
            <h2 id="found">{count}</h2>
            {content}
            {pager(page, list.pages, lang, address)}
            {calendar}
        </section>
    };
    document(shell, head, body)
}

fn filter(shell: &Shell, list: &DecisionList) -> AnyView {
    let lang = shell.lang;
    let any = || Choice::new("", ListText::Any.text(lang));
    let mut years = vec![any()];
    years.extend(
        list.choices.years
            .iter()
            .map(|(year, _)| Choice::new(year.to_string(), year.to_string())),
    );
    let mut makers = vec![any()];
    let series = list.choices.series.iter();
    makers.extend(series.map(|(slug, maker, _)| Choice::new(slug.as_str(), maker.as_str())));
    let year = list.filter.year.map(|year| year.to_string());
    let maker = list.filter.series.as_ref().map(ToString::to_string);
    view! {
        <form class="filter" method="get" action=shell.link(DECISIONS) aria-label=ListText::Filter.text(lang)>
            <Select name="vuosi" label=ListText::Year.text(lang) value=year.unwrap_or_default() choices=years/>
            <Select name="paatoksentekija" label=ListText::DecisionMaker.text(lang)
                value=maker.unwrap_or_default() choices=makers/>
            <button class="govuk-button" type="submit">{ListText::Apply.text(lang)}</button>
        </form>
    }
    .into_any()
}

/// The last days of all pages of the list, to be followed.
fn calendar(shell: &Shell, list: &DecisionList) -> AnyView {
    let href = shell.link(DECISIONS_CALENDAR) + &address::query(&list.filter.at_page(1));
    view! { <p><a href=href type="text/calendar">{ListText::Calendar.text(shell.lang)}</a></p> }
        .into_any()
}

/// Why there is nothing, and the way back.
fn empty(shell: &Shell, list: &DecisionList) -> AnyView {
    let lang = shell.lang;
    let narrowed = list.filter.narrows();
    if list.total > 0 {
        let first = format!("{}{}", shell.link(DECISIONS), address::query(&list.filter.at_page(1)));
        return view! {
            <p>{ListText::PageBeyondLast.text(lang)}</p>
            <p><a href=first>{ListText::FirstPage.text(lang)}</a></p>
        }
        .into_any();
    }
    if narrowed {
        return view! {
            <p>{ListText::NothingFound.text(lang)}</p>
            <p><a href=shell.link(DECISIONS)>{ListText::ClearFilter.text(lang)}</a></p>
        }
        .into_any();
    }
    view! { <p>{FrontText::NoDecisions.text(lang)}</p> }.into_any()
}
