//! The list of projects.

use domain::view::public::ProjectRow;
use leptos::prelude::*;
use wording::public::{FrontText, ListText, Site, projects as counted};

use super::rows;
use crate::shell::{Head, Shell, document};

/// Every project that has a public decision.
pub fn page(shell: &Shell, projects: &[ProjectRow]) -> AnyView {
    let lang = shell.lang;
    let count = counted(u64::try_from(projects.len()).unwrap_or(u64::MAX), lang);
    let content = if projects.is_empty() {
        view! { <p>{FrontText::NoProjects.text(lang)}</p> }.into_any()
    } else {
        rows::projects(shell, projects)
    };
    let head = Head {
        description: Some(ListText::ProjectLead.text(lang).to_owned()),
        ..Head::public(Site::Projects.text(lang))
    };
    let body = view! {
        <h1>{Site::Projects.text(lang)}</h1>
        <p class="lead">{ListText::ProjectLead.text(lang)}</p>
        <section aria-labelledby="found">
            <h2 id="found">{count}</h2>
            {content}
        </section>
    };
    document(shell, head, body)
}
