//! The list of decisions, and what words find.

use domain::view::decision_list::{DecisionList, MOST_IN_WORKBOOK};
use leptos::prelude::*;
use wording::public::actors::ActorText;
use wording::public::feed::FeedText;
use wording::public::{
    FollowText, FrontText, ListText, OpenText, Site, decisions as counted, more_decisions,
    narrowed, only_newest,
};

use super::decision_filter::{chips, form};
use super::{follow, rows};
use crate::address::{self, DECISION_MAKERS, DECISIONS, DECISIONS_CALENDAR};
use crate::components::downloads::{decision_feed, downloads, feed_links};
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
    let feed = decision_feed(shell, &list.filter, &list.choices.names(&list.filter));
    let head = Head {
        description: Some(description(shell, list)),
        query: address::query(&list.filter),
        feeds: vec![feed.clone()],
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
        let is_cut = list.is_more || list.total > u64::from(MOST_IN_WORKBOOK);
        let cut = is_cut.then(|| {
            view! { <p class="on-screen">{OpenText::WorkbookEnds.text(lang)}</p> }
        });
        view! { {downloads(shell, OpenText::Download.text(lang), DECISIONS, &query)} {cut} }
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
            {feed_links(shell, FeedText::Follow, &feed)}
            {follow::link(shell, &list.filter.at_page(1), FollowText::Link)}
            {files}
            <p class="on-screen">
                <a href=shell.link(DECISION_MAKERS)>{ActorText::DecisionMakers.text(lang)}</a>
            </p>
        </section>
    };
    document(shell, head, body)
}

/// What the list has, and what it is narrowed to.
fn description(shell: &Shell, list: &DecisionList) -> String {
    let lead = ListText::DecisionLead.text(shell.lang);
    let names = list.choices.names(&list.filter);
    let parts = narrowed(&list.filter, &names, shell.lang);
    if parts.is_empty() {
        return lead.to_owned();
    }
    format!(
        "{} {}: {}.",
        lead,
        ListText::Chosen.text(shell.lang),
        parts.join(", ")
    )
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
    view! { <p class="on-screen"><a href=href type="text/calendar">{ListText::Calendar.text(shell.lang)}</a></p> }
        .into_any()
}

/// Why there is nothing, and what may help; the way back stands beside the filters above.
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
        }
        .into_any();
    }
    view! { <p>{FrontText::NoDecisions.text(lang)}</p> }.into_any()
}
