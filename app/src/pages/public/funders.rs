//! Those who fund projects: the list of them, and the page of each.

use domain::funding::Payer;
use domain::id::OrganisationId;
use domain::view::city_money::Part;
use domain::view::public_actors::FunderPage;
use leptos::prelude::*;
use wording::public::actors::ActorText as T;

use super::decision_makers::former;
use super::money::planned_table;
use super::{REGISTER, rows};
use crate::address::{self, DECISIONS, FUNDERS};
use crate::components::breadcrumbs::Crumb;
use crate::components::money::planned as planned_sum;
use crate::components::summary::{Fact, summary};
use crate::shell::{Head, Shell, document};

/// Every organisation that pays for a public project.
pub fn list(shell: &Shell, funders: &[(OrganisationId, String)]) -> AnyView {
    let lang = shell.lang;
    let items = funders.iter().map(|(id, name)| {
        let to = shell.link(&address::funder(*id));
        view! { <li><a href=to lang=shell.foreign(REGISTER)>{name.clone()}</a></li> }
    });
    let content = if funders.is_empty() {
        view! { <p>{T::NoFunders.text(lang)}</p> }.into_any()
    } else {
        view! { <ul class="list">{items.collect_view()}</ul> }.into_any()
    };
    let head = Head {
        description: Some(T::FundersLead.text(lang).to_owned()),
        ..Head::public(T::Funders.text(lang))
    };
    let body = view! {
        <h1>{T::Funders.text(lang)}</h1>
        <p class="lead">{T::FundersLead.text(lang)}</p>
        {content}
    };
    document(shell, head, body)
}

/// An organisation: the projects it pays for by their plans, and the decisions on them.
pub fn page(shell: &Shell, funder: &FunderPage) -> AnyView {
    let lang = shell.lang;
    let head = Head {
        title_lang: Some(REGISTER),
        description: Some(format!("{}: {}.", T::Projects.text(lang), funder.name)),
        trail: vec![Crumb::new(T::Funders.text(lang), FUNDERS)],
        ..Head::public(funder.name.clone())
    };
    let mut facts = vec![Fact::new(
        T::PlannedSum.text(lang),
        planned_sum(funder.planned.total, lang),
    )];
    let business_id = funder.business_id.clone().map(String::from);
    facts.extend(business_id.map(|id| Fact::new(T::BusinessId.text(lang), id)));
    facts.extend(former(shell, &funder.former_names));
    let part = Part::Payer(Payer::Organisation(funder.id));
    let all = (funder.planned.pages > 1).then(|| {
        let to = shell.link(&address::money(&part, 1));
        view! { <p class="on-screen"><a href=to>{T::AllPlanned.text(lang)}</a></p> }
    });
    let body = view! {
        <h1 lang=shell.foreign(REGISTER)>{funder.name.clone()}</h1>
        {summary(facts)}
        <section aria-labelledby="hankkeet">
            <h2 id="hankkeet">{T::Projects.text(lang)}</h2>
            {planned_table(shell, &funder.planned)}
            {all}
        </section>
        <section aria-labelledby="paatokset">
            <h2 id="paatokset">{T::Decisions.text(lang)}</h2>
            {decisions(shell, funder)}
        </section>
    };
    document(shell, head, body)
}

fn decisions(shell: &Shell, funder: &FunderPage) -> AnyView {
    let lang = shell.lang;
    if funder.decisions.rows.is_empty() {
        return view! { <p>{T::NoDecisions.text(lang)}</p> }.into_any();
    }
    let all = shell.link(DECISIONS) + &address::query(&funder.decisions.filter);
    view! {
        {rows::decisions(shell, &funder.decisions.rows)}
        <p class="on-screen"><a href=all>{T::All.text(lang)}</a></p>
    }
    .into_any()
}
