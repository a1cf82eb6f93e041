//! The accessibility statement and what is said of personal data.

use leptos::prelude::*;
use wording::instruction::Part;
use wording::public::statements::{SessionHours, StatementText, accessibility, official, privacy};

use crate::components::text::instruction_part;
use crate::shell::{Head, Shell, document};

/// How accessible the service is (306/2019 9 §).
pub fn of_accessibility(shell: &Shell) -> AnyView {
    let parts = accessibility(&shell.frame.city, shell.lang);
    let lead = StatementText::AccessibilityLead;
    page(shell, StatementText::Accessibility, lead, parts)
}

/// Which personal data is processed, and why.
pub fn of_privacy(shell: &Shell, session: SessionHours) -> AnyView {
    let parts = privacy(&shell.frame.city, session, shell.lang);
    let lead = StatementText::PrivacyLead;
    page(shell, StatementText::Privacy, lead, parts)
}

fn page(shell: &Shell, title: StatementText, lead: StatementText, parts: Vec<Part>) -> AnyView {
    let lang = shell.lang;
    let note = official(lang).map(|note| view! { <p class="govuk-inset-text">{note}</p> });
    let parts = parts
        .into_iter()
        .map(|part| instruction_part(part, 2, lang));
    let body = view! {
        <h1>{title.text(lang)}</h1>
        {note}
        <div class="prose">{parts.collect_view()}</div>
    };
    let head = Head {
        description: Some(lead.text(lang).to_owned()),
        ..Head::public(title.text(lang))
    };
    document(shell, head, body)
}
