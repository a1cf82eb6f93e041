//! What a decision is, in a list at the top of its page.

use domain::view::public::{Decided, DecisionPage};
use leptos::prelude::*;
use wording::decision;
use wording::public::DecisionText;

use crate::address;
use crate::components::date::date;
use crate::components::summary::{Fact, summary};
use crate::components::tag;
use crate::pages::public::REGISTER;
use crate::shell::Shell;

pub(super) fn facts(shell: &Shell, page: &DecisionPage) -> AnyView {
    let lang = shell.lang;
    let of_text = shell.foreign(page.lang);
    let section = decision::section(page.section.number, page.section.year);
    let case = page.case_number.to_string();
    let phase = page.member_period.as_ref().map(|(_, phase)| *phase);
    let decided = match page.decided {
        Decided::On(day) => date(day, lang),
        Decided::NoLaterThan(_) | Decided::Unknown => {
            decision::decided(page.decided, lang).into_any()
        }
    };
    let mut facts = vec![
        Fact::new(
            DecisionText::State.text(lang),
            tag::public_state(phase, lang),
        ),
        Fact::new(
            DecisionText::DecisionMaker.text(lang),
            view! { <span lang=of_text>{page.decision_maker.clone()}</span> },
        ),
        Fact::new(DecisionText::Section.text(lang), section),
        Fact::new(DecisionText::Decided.text(lang), decided),
        Fact::new(
            DecisionText::Published.text(lang),
            date(page.published_on, lang),
        ),
        Fact::new(
            DecisionText::Case.text(lang),
            view! {
                <a href=shell.link(&address::case(&page.case_number))>{case}</a>
                " "
                <span lang=shell.foreign(REGISTER)>{page.case_title.clone()}</span>
            },
        ),
    ];
    if let Some(project) = &page.project {
        let href = shell.link(&address::project(&project.slug));
        facts.push(Fact::new(
            DecisionText::Project.text(lang),
            view! { <a href=href lang=shell.foreign(REGISTER)>{project.name.clone()}</a> },
        ));
    }
    let recorded = page
        .recorded
        .then(|| view! { <p class="recorded">{DecisionText::Recorded.text(lang)}</p> });
    view! { {summary(facts)} {recorded} }.into_any()
}
