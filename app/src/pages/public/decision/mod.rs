//! The page of a decision.

mod afterwards;
mod appeal;
mod attachments;
mod commitments;
mod facts;

use domain::Lang;
use domain::text::Text;
use domain::view::decision_list::DecisionFilter;
use domain::view::during::PersonalPart;
use domain::view::public::DecisionPage;
use leptos::prelude::*;
use wording::last_day;
use wording::public::feed::beginning;
use wording::public::{self, DecisionText, FollowText, Site};
use wording::publicity::ShownText;

use super::follow;
use crate::address;
use crate::components::breadcrumbs::Crumb;
use crate::components::funding::funding;
use crate::components::notice::Notice;
use crate::components::summary::{Fact, summary};
use crate::components::text::{Placed, text};
use crate::shell::{Head, Shell, document};

/// A decision: the resolution first, then why, with which money, and how to challenge it. While its
/// personal part may be shown it is among this, and search engines leave the page out.
pub fn page(shell: &Shell, decision: &DecisionPage, personal: Option<&PersonalPart>) -> AnyView {
    let head = Head {
        title_lang: Some(decision.lang),
        // Never from the personal part: whoever shows a link keeps its description.
        description: Some(description(decision)),
        noindex: personal.is_some(),
        trail: vec![Crumb::new(
            Site::Decisions.text(shell.lang),
            address::DECISIONS,
        )],
        ..Head::public(decision.title.clone())
    };
    document(shell, head, article(shell, decision, personal))
}

/// The content of the page.
pub(crate) fn article(
    shell: &Shell,
    decision: &DecisionPage,
    personal: Option<&PersonalPart>,
) -> AnyView {
    let lang = shell.lang;
    let of_text = shell.foreign(decision.lang);
    let (resolution, background) = match personal {
        Some(personal) => (personal.resolution(), personal.background()),
        None => (&decision.resolution, &decision.background),
    };
    let note =
        public::only_in(decision.lang, lang).map(|note| view! { <Notice><p>{note}</p></Notice> });
    let funding = decision.plan.as_ref().map(|plan| {
        view! {
            <section aria-labelledby="rahoitus">
                <h2 id="rahoitus">{DecisionText::Funding.text(lang)}</h2>
                {funding(plan, lang)}
            </section>
        }
    });
    let commitments = (!decision.commitments.is_empty())
        .then(|| commitments::commitments(shell, &decision.commitments, decision.lang));
    view! {
        <article class="decision">
            <h1 lang=of_text>{decision.title.clone()}</h1>
            {note}
            {facts::facts(shell, decision)}
            <section class="resolution" aria-labelledby="paatos">
                <h2 id="paatos">{DecisionText::Resolution.text(lang)}</h2>
                {prose(shell, decision.lang, resolution)}
            </section>
            <section aria-labelledby="perustelut">
                <h2 id="perustelut">{DecisionText::Background.text(lang)}</h2>
                {prose(shell, decision.lang, background)}
            </section>
            {legal_basis(shell, decision)}
            {attachments::attachments(shell, decision, personal)}
            {commitments}
            {funding}
            {afterwards::afterwards(shell, decision)}
            {appeal::appeal(shell, decision)}
            {closing(shell, decision, personal)}
        </article>
    }
    .into_any()
}

/// The beginning of the resolution, for lists of search results; the facts in its place where it
/// has no paragraph.
fn description(decision: &DecisionPage) -> String {
    const LENGTH: usize = 160;
    let first = beginning(&decision.resolution, decision.lang, LENGTH);
    if first.is_empty() {
        let place = last_day::place(&decision.decision_maker, &decision.section);
        return format!("{}. {place}.", decision.title);
    }
    first
}

fn prose(shell: &Shell, lang: Lang, words: &Text) -> AnyView {
    let placed = Placed {
        below: 2,
        interface: shell.lang,
    };
    view! { <div class="prose" lang=shell.foreign(lang)>{text(words, placed)}</div> }.into_any()
}

fn legal_basis(shell: &Shell, decision: &DecisionPage) -> AnyView {
    let lang = shell.lang;
    let of_text = shell.foreign(decision.lang);
    let provision = |words: &str| view! { <span lang=of_text>{words.to_owned()}</span> };
    let mut facts = vec![Fact::new(
        DecisionText::Authority.text(lang),
        provision(&decision.authority),
    )];
    if !decision.applied_provisions.is_empty() {
        facts.push(Fact::new(
            DecisionText::Provisions.text(lang),
            provision(&decision.applied_provisions),
        ));
    }
    view! {
        <section aria-labelledby="perusteet">
            <h2 id="perusteet">{DecisionText::LegalBasis.text(lang)}</h2>
            {summary(facts)}
        </section>
    }
    .into_any()
}

/// Who tells more, where the decision stays, and its document.
fn closing(shell: &Shell, decision: &DecisionPage, personal: Option<&PersonalPart>) -> AnyView {
    let lang = shell.lang;
    let permanent = shell.absolute(Lang::Fi, &address::decision(&decision.section));
    let pdf = address::decision_pdf(&decision.section);
    let mut facts = vec![Fact::new(
        DecisionText::ContactOffice.text(lang),
        view! { <span lang=shell.foreign(decision.lang)>{decision.contact_office.clone()}</span> },
    )];
    let person = personal.map(PersonalPart::contact_person);
    if let Some(person) = person.filter(|person| !person.is_empty()) {
        let person = person.to_owned();
        facts.push(Fact::new(ShownText::ContactPerson.text(lang), person));
    }
    facts.push(Fact::new(
        DecisionText::PermanentAddress.text(lang),
        view! {
            <a class="address" href=permanent.clone() hreflang=Lang::Fi.code()>{permanent.clone()}</a>
        },
    ));
    facts.push(Fact::new(
        DecisionText::Document.text(lang),
        view! {
            // The document at a language's address speaks that language.
            <a href=shell.link(&pdf) type="application/pdf" hreflang=lang.code()>
                {public::pdf_link(lang, lang)}
            </a>
        },
    ));
    let filter = DecisionFilter {
        series: Some(decision.section.series.clone()),
        page: 1,
        ..DecisionFilter::default()
    };
    view! {
        <section aria-labelledby="lisatietoja">
            <h2 id="lisatietoja">{DecisionText::Contact.text(lang)}</h2>
            {summary(facts)}
            {follow::link(shell, &filter, FollowText::LinkDecisionMaker)}
        </section>
    }
    .into_any()
}
