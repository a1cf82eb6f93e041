//! The files and feeds of a list, each of the same rows as the page.

use domain::view::decision_list::{DecisionFilter, FilterNames};
use domain::view::feed;
use leptos::prelude::*;
use wording::public::feed::{FeedText, title};
use wording::public::{OpenText, Site, narrowed};

use crate::address;
use crate::shell::{FeedLink, Shell};

/// Links to the forms of a list: `address` is that of the list, `query` narrows it, with its
/// question mark, or is empty.
pub fn downloads(shell: &Shell, heading: &'static str, address: &str, query: &str) -> AnyView {
    let lang = shell.lang;
    let of_csv = if query.is_empty() {
        "?muoto=excel".to_owned()
    } else {
        format!("{query}&muoto=excel")
    };
    let files = [
        (OpenText::Csv, "csv", query),
        (OpenText::CsvForSpreadsheets, "csv", &of_csv),
        (OpenText::Xlsx, "xlsx", query),
        (OpenText::Json, "json", query),
    ];
    let files = files.map(|(text, ending, query)| {
        let href = shell.link(&format!("{address}.{ending}{query}"));
        view! { <li><a href=href>{text.text(lang)}</a></li> }
    });
    view! {
        <div class="on-screen">
            <h3>{heading}</h3>
            <ul>{files.into_iter().collect_view()}</ul>
        </div>
    }
    .into_any()
}

/// Links to the forms of a feed.
pub fn feed_links(shell: &Shell, heading: FeedText, of: &FeedLink) -> AnyView {
    let lang = shell.lang;
    let forms = [
        (FeedText::Atom, feed::ATOM, "application/atom+xml"),
        (FeedText::Json, feed::JSON, "application/feed+json"),
    ];
    let forms = forms.map(|(text, ending, kind)| {
        let href = shell.link(&format!("{}{ending}{}", of.list, of.query));
        view! { <li><a href=href type=kind>{text.text(lang)}</a></li> }
    });
    view! {
        <div class="on-screen">
            <h3>{heading.text(lang)}</h3>
            <ul>{forms.into_iter().collect_view()}</ul>
        </div>
    }
    .into_any()
}

/// The feed of the decisions that a filter leaves.
pub fn decision_feed(shell: &Shell, filter: &DecisionFilter, names: &FilterNames) -> FeedLink {
    let lang = shell.lang;
    let city = shell.frame.city.name.in_lang(lang);
    let parts = narrowed(filter, names, lang);
    FeedLink {
        title: title(Site::Decisions.text(lang), &parts, city),
        list: address::DECISIONS,
        query: address::query(&filter.of_feed()),
    }
}

/// The feed of the projects that words find, or of all.
pub fn project_feed(shell: &Shell, words: &str) -> FeedLink {
    let city = shell.frame.city.name.in_lang(shell.lang);
    let parts: Vec<String> = Some(words.to_owned())
        .filter(|words| !words.is_empty())
        .into_iter()
        .collect();
    let filter = DecisionFilter {
        words: words.to_owned(),
        ..DecisionFilter::default()
    };
    FeedLink {
        title: title(Site::Projects.text(shell.lang), &parts, city),
        list: address::PROJECTS,
        query: address::query(&filter.of_feed()),
    }
}
