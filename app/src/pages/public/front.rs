//! The front page.

use domain::view::decision_list::{DecisionFilter, FilterNames};
use domain::view::public::FrontPage;
use leptos::prelude::*;
use wording::public::{FrontText, ListText};

use super::rows;
use super::search::search;
use crate::address;
use crate::components::downloads::{decision_feed, project_feed};
use crate::shell::{Head, Shell, document};

/// The front page: what can be challenged now, and what is new.
pub fn page(shell: &Shell, front: &FrontPage) -> AnyView {
    let lang = shell.lang;
    let running = if front.running.is_empty() {
        view! { <p>{FrontText::NoneRunning.text(lang)}</p> }.into_any()
    } else {
        rows::decisions(shell, &front.running)
    };
    let newest = if front.newest.is_empty() {
        view! { <p>{FrontText::NoDecisions.text(lang)}</p> }.into_any()
    } else {
        rows::decisions(shell, &front.newest)
    };
    let projects = if front.projects.is_empty() {
        view! { <p>{FrontText::NoProjects.text(lang)}</p> }.into_any()
    } else {
        rows::projects(shell, &front.projects)
    };
    let more = |text: FrontText, target: &str| {
        view! { <p class="more"><a href=shell.link(target)>{text.text(lang)}</a></p> }
    };
    let head = Head {
        description: Some(FrontText::Lead.text(lang).to_owned()),
        feeds: vec![
            decision_feed(shell, &DecisionFilter::default(), &FilterNames::default()),
            project_feed(shell, ""),
        ],
        ..Head::public(FrontText::Title.text(lang))
    };
    let body = view! {
        <h1>{FrontText::Title.text(lang)}</h1>
        <p class="lead">{FrontText::Lead.text(lang)}</p>
        {search(shell, address::DECISIONS, ListText::Search)}
        <section class="running" aria-labelledby="running">
            <h2 id="running">{FrontText::Running.text(lang)}</h2>
            {running}
        </section>
        <section aria-labelledby="newest">
            <h2 id="newest">{FrontText::Newest.text(lang)}</h2>
            {newest}
            {more(FrontText::AllDecisions, address::DECISIONS)}
        </section>
        <section aria-labelledby="projects">
            <h2 id="projects">{FrontText::Projects.text(lang)}</h2>
            {projects}
            {more(FrontText::AllProjects, address::PROJECTS)}
        </section>
    };
    document(shell, head, body)
}
