//! The list of decisions, and what words find.

use domain::view::decision_list::DecisionList;
use leptos::prelude::*;
use wording::public::{
    FollowText, FrontText, ListText, OpenText, Site, decisions as counted, more_decisions,
    only_newest,
};

use super::decision_filter::{chips, form};
use super::{follow, rows};
use crate::address::{self, DECISIONS, DECISIONS_CALENDAR};
use crate::components::downloads::downloads;
use crate::components::pager::pager;
use crate::shell::{Head, Shell, document};

/// Decisions, narrowed by every part of a filter, page by page.
pub fn page(shell: &Shell, list: &DecisionList) -> AnyView {
    let lang = shell.lang;
    let page = list.filter.page.max(1);
    let count = if list.is_more {
        more_decisions(list.total, lang)
    } else {
        counted(list.total, lang)
    };
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
        rows::found(shell, &list.rows, &list.found)
    };
    let is_cut = list.is_more && !list.filter.words.is_empty();
    let cut = is_cut.then(|| view! { <p>{only_newest(list.total, lang)}</p> });
    let address = |to| shell.link(DECISIONS) + &address::query(&list.filter.at_page(to));
    let calendar = (!list.rows.is_empty()).then(|| calendar(shell, list));
    let files = (!list.rows.is_empty()).then(|| {
        let query = address::query(&list.filter.at_page(1));
        downloads(shell, OpenText::Download, DECISIONS, &query)
    });
    let body = view! {
        <h1>{Site::Decisions.text(lang)}</h1>
        {form(shell, list)}
        {chips(shell, list)}
        {beside(shell, list)}
        <section aria-labelledby="found">
            <h2 id="found">{count}</h2>
            {cut}
            {content}
            {pager(page, list.pages, lang, address)}
            {calendar}
            {follow::link(shell, &list.filter.at_page(1), FollowText::Link)}
            {files}
        </section>
    };
    document(shell, head, body)
}

/// The projects and cases that the words find.
fn beside(shell: &Shell, list: &DecisionList) -> Option<AnyView> {
    let beside = &list.beside;
    if beside.projects.is_empty() && beside.cases.is_empty() {
        return None;
    }
    let projects = (!beside.projects.is_empty()).then(|| rows::projects(shell, &beside.projects));
    let cases = (!beside.cases.is_empty()).then(|| rows::cases(shell, &beside.cases));
    Some(
        view! {
            <section aria-labelledby="beside">
                <h2 id="beside">{ListText::Beside.text(shell.lang)}</h2>
                {projects}
                {cases}
            </section>
        }
        .into_any(),
    )
}

/// The last days of all pages of the list, to be followed.
fn calendar(shell: &Shell, list: &DecisionList) -> AnyView {
    let href = shell.link(DECISIONS_CALENDAR) + &address::query(&list.filter.at_page(1));
    view! { <p><a href=href type="text/calendar">{ListText::Calendar.text(shell.lang)}</a></p> }
        .into_any()
}

/// Why there is nothing, what may help, and the way back.
fn empty(shell: &Shell, list: &DecisionList) -> AnyView {
    let lang = shell.lang;
    if list.total > 0 {
        let first = shell.link(DECISIONS) + &address::query(&list.filter.at_page(1));
        return view! {
            <p>{ListText::PageBeyondLast.text(lang)}</p>
            <p><a href=first>{ListText::FirstPage.text(lang)}</a></p>
        }
        .into_any();
    }
    if list.filter.narrows() {
        return view! {
            <p>{ListText::NothingFound.text(lang)}</p>
            <p>{ListText::Advice.text(lang)}</p>
            <p><a href=shell.link(DECISIONS)>{ListText::ClearFilter.text(lang)}</a></p>
        }
        .into_any();
    }
    view! { <p>{FrontText::NoDecisions.text(lang)}</p> }.into_any()
}
