//! What a decision is, in a list at the top of its page.

use domain::period::Phase;
use domain::view::public::{Decided, DecisionPage, PublicStage};
use leptos::prelude::*;
use wording::public::{AfterwardsText, DecisionText, ListText};
use wording::{decision, period};

use crate::address;
use crate::components::date::date;
use crate::components::summary::{Fact, summary};
use crate::components::tag;
use crate::pages::public::REGISTER;
use crate::pages::public::rows::since_view;
use crate::shell::Shell;

pub(super) fn facts(shell: &Shell, page: &DecisionPage) -> AnyView {
    let lang = shell.lang;
    let of_text = shell.foreign(page.lang);
    let section = decision::section(page.section.number, page.section.year);
    let maker = shell.link(&address::decision_maker(&page.section.series));
    let case = page.case_number.to_string();
    let decided = match page.decided {
        Decided::On(day) => date(day, lang),
        Decided::NoLaterThan(_) | Decided::Unknown => {
            decision::decided(page.decided, lang).into_any()
        }
    };
    let mut facts = vec![
        Fact::new(DecisionText::State.text(lang), state(shell, page)),
        Fact::new(
            DecisionText::DecisionMaker.text(lang),
            view! { <a href=maker lang=of_text>{page.decision_maker.clone()}</a> },
        ),
        Fact::new(DecisionText::Section.text(lang), section),
        Fact::new(DecisionText::Decided.text(lang), decided),
        Fact::new(
            DecisionText::Published.text(lang),
            since_view(page.public_since, lang),
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
    if let Some(office) = &page.deputy_office {
        facts.push(Fact::new(
            AfterwardsText::SignedAsDeputy.text(lang),
            view! { <span lang=shell.foreign(REGISTER)>{office.clone()}</span> },
        ));
    }
    let recorded = page
        .recorded
        .then(|| view! { <p class="recorded">{DecisionText::Recorded.text(lang)}</p> });
    view! { {summary(facts)} {recorded} }.into_any()
}

/// Where the decision stands; while it can be challenged, until when, with the way to how.
fn state(shell: &Shell, page: &DecisionPage) -> AnyView {
    let lang = shell.lang;
    let last_day = page.member_period.as_ref().and_then(|(dates, phase)| {
        let Phase::Running { days_left } = phase else {
            return None;
        };
        let words = format!(
            "{} {} ({})",
            ListText::LastDay.text(lang),
            period::last_moment(dates, lang),
            period::left(*days_left, lang)
        );
        Some(view! { " " <a class="to-appeal" href="#muutoksenhaku">{words}</a> })
    });
    let since = match page.stage {
        Some(PublicStage::Final { from }) => Some(decision::final_since(from, lang)),
        _ => None,
    };
    let tag = page.stage.map(|stage| tag::public_state(stage, lang));
    let in_force = tag::in_force(page.in_force, lang);
    view! { {in_force} " " {tag} " " {since} {last_day} }.into_any()
}
