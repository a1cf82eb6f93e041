//! The list of projects.

use domain::view::public::ProjectRow;
use leptos::prelude::*;
use wording::public::feed::FeedText;
use wording::public::{FrontText, ListText, OpenText, Site, projects as counted};

use super::rows;
use super::search::search_again;
use crate::address;
use crate::components::downloads::{downloads, feed_links, project_feed};
use crate::shell::{Head, Shell, document};

/// Every project that has a public decision, or those of them that words find.
pub fn page(shell: &Shell, words: &str, projects: &[ProjectRow]) -> AnyView {
    let lang = shell.lang;
    let count = counted(u64::try_from(projects.len()).unwrap_or(u64::MAX), lang);
    let content = if !projects.is_empty() {
        rows::projects(shell, projects)
    } else if words.is_empty() {
        view! { <p>{FrontText::NoProjects.text(lang)}</p> }.into_any()
    } else {
        view! {
            <p>{ListText::NoProjectsFound.text(lang)}</p>
            <p>{ListText::Advice.text(lang)}</p>
            <p><a href=shell.link(address::PROJECTS)>{FrontText::AllProjects.text(lang)}</a></p>
        }
        .into_any()
    };
    let query = if words.is_empty() {
        String::new()
    } else {
        format!("?q={}", address::text(words))
    };
    let feed = project_feed(shell, words);
    let head = Head {
        description: Some(ListText::ProjectLead.text(lang).to_owned()),
        query,
        feeds: vec![feed.clone()],
        ..Head::public(Site::Projects.text(lang))
    };
    // The files hold every project, which is not what words find.
    let files = (!projects.is_empty() && words.is_empty()).then(|| {
        view! {
            {downloads(shell, OpenText::Download.text(lang), address::PROJECTS, "")}
            {downloads(shell, OpenText::Operations.text(lang), address::OPERATIONS, "")}
            <p class="on-screen">{OpenText::Unofficial.text(lang)}</p>
        }
    });
    let body = view! {
        <h1>{Site::Projects.text(lang)}</h1>
        <p class="lead">{ListText::ProjectLead.text(lang)}</p>
        {search_again(shell, address::PROJECTS, ListText::SearchProjects, words)}
        <section aria-labelledby="found">
            <h2 id="found">{count}</h2>
            {content}
            {feed_links(shell, FeedText::Follow, &feed)}
            {files}
        </section>
    };
    document(shell, head, body)
}
