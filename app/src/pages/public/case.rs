//! The page of a case.

use domain::view::public::CasePage;
use leptos::prelude::*;
use wording::public::{CaseText, Site, case_description};

use super::{REGISTER, rows};
use crate::address;
use crate::components::breadcrumbs::Crumb;
use crate::components::summary::{Fact, summary};
use crate::shell::{Head, Shell, document};

/// A case with its projects and public decisions; never its parties or claims.
pub fn page(shell: &Shell, case: &CasePage) -> AnyView {
    let lang = shell.lang;
    let number = case.number.to_string();
    let decision_count = u64::try_from(case.decisions.len()).unwrap_or(u64::MAX);
    let head = Head {
        title_lang: Some(REGISTER),
        description: Some(case_description(&number, &case.title, decision_count, lang)),
        trail: vec![Crumb::new(Site::Decisions.text(lang), address::DECISIONS)],
        ..Head::public(format!("{number} {}", case.title))
    };
    let decisions = if case.decisions.is_empty() {
        view! { <p>{CaseText::NoDecisions.text(lang)}</p> }.into_any()
    } else {
        rows::decisions(shell, &case.decisions)
    };
    let projects = (!case.projects.is_empty()).then(|| {
        view! {
            <section aria-labelledby="projects">
                <h2 id="projects">{CaseText::Projects.text(lang)}</h2>
                {rows::projects(shell, &case.projects)}
            </section>
        }
    });
    let body = view! {
        <h1 lang=shell.foreign(REGISTER)>{case.title.clone()}</h1>
        {summary(vec![Fact::new(CaseText::Number.text(lang), number)])}
        <section aria-labelledby="decisions">
            <h2 id="decisions">{CaseText::Decisions.text(lang)}</h2>
            {decisions}
        </section>
        {projects}
    };
    document(shell, head, body)
}
