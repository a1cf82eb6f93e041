//! What stands in the place of a decision that was withdrawn as a whole, or is wholly secret.

use domain::stub::StubKind;
use domain::view::public::StubPage;
use leptos::prelude::*;
use wording::decision;
use wording::public::{DecisionText, Site};
use wording::publicity::{ShownText, stub_heading, stub_reason};

use super::REGISTER;
use crate::address;
use crate::components::breadcrumbs::Crumb;
use crate::components::date::date;
use crate::components::summary::{Fact, summary};
use crate::shell::{Head, Shell, document};

/// The stub.
pub fn page(shell: &Shell, stub: &StubPage) -> AnyView {
    let lang = shell.lang;
    let heading = stub_heading(stub.kind, lang);
    let lead = match stub.kind {
        StubKind::Withdrawn => ShownText::StubLead,
        StubKind::Secret => ShownText::SecretLead,
    };
    let head = Head {
        description: Some(lead.text(lang).to_owned()),
        noindex: true,
        trail: vec![Crumb::new(Site::Decisions.text(lang), address::DECISIONS)],
        ..Head::public(heading)
    };
    let register = shell.foreign(REGISTER);
    let mut facts = vec![
        Fact::new(
            DecisionText::DecisionMaker.text(lang),
            view! { <span lang=register>{stub.decision_maker.clone()}</span> },
        ),
        Fact::new(
            DecisionText::Section.text(lang),
            decision::section(stub.section.number, stub.section.year),
        ),
        Fact::new(DecisionText::Case.text(lang), stub.case_number.to_string()),
    ];
    if let Some((title, of_title)) = &stub.title {
        let of_title = shell.foreign(*of_title);
        let title = view! { <span lang=of_title>{title.clone()}</span> };
        facts.push(Fact::new(ShownText::Title.text(lang), title));
    }
    facts.push(Fact::new(
        ShownText::Since.text(lang),
        date(stub.since, lang),
    ));
    facts.push(Fact::new(
        stub_reason(stub.kind, lang),
        view! { <span lang=register>{stub.reason.clone()}</span> },
    ));
    let body = view! {
        <h1>{heading}</h1>
        <p class="lead">{lead.text(lang)}</p>
        {summary(facts)}
    };
    document(shell, head, body)
}
