//! Those who decide: the list of them, and the page of each.

use domain::delegation::DelegationFacts;
use domain::section::DecisionMakerKind;
use domain::view::decision_list::DecisionFilter;
use domain::view::public_actors::{DecisionMakerPage, DecisionMakerRow};
use leptos::prelude::*;
use wording::names;
use wording::public::actors::{ActorText as T, delegated};
use wording::public::{choice, decisions as counted, more_decisions};

use super::{REGISTER, rows};
use crate::address::{self, DECISION_MAKERS, DECISIONS};
use crate::components::breadcrumbs::Crumb;
use crate::components::date::date;
use crate::components::money::money;
use crate::components::summary::{Fact, summary};
use crate::components::table::{Column, Row, listing};
use crate::shell::{Head, Shell, document};

/// Everybody who has published decisions.
pub fn list(shell: &Shell, makers: &[DecisionMakerRow]) -> AnyView {
    let lang = shell.lang;
    let items = makers.iter().map(|maker| {
        let to = shell.link(&address::decision_maker(&maker.slug));
        view! { <li><a href=to lang=shell.foreign(REGISTER)>{maker.name.clone()}</a></li> }
    });
    let content = if makers.is_empty() {
        view! { <p>{T::NoDecisionMakers.text(lang)}</p> }.into_any()
    } else {
        view! { <ul class="list">{items.collect_view()}</ul> }.into_any()
    };
    let head = Head {
        description: Some(T::DecisionMakersLead.text(lang).to_owned()),
        ..Head::public(T::DecisionMakers.text(lang))
    };
    let body = view! {
        <h1>{T::DecisionMakers.text(lang)}</h1>
        <p class="lead">{T::DecisionMakersLead.text(lang)}</p>
        {content}
    };
    document(shell, head, body)
}

/// An office or body, by which authority it decides, and its newest decisions.
pub fn page(shell: &Shell, maker: &DecisionMakerPage) -> AnyView {
    let lang = shell.lang;
    let head = Head {
        title_lang: Some(REGISTER),
        description: Some(format!("{}: {}.", T::Newest.text(lang), maker.name)),
        trail: vec![Crumb::new(T::DecisionMakers.text(lang), DECISION_MAKERS)],
        ..Head::public(maker.name.clone())
    };
    let body = view! {
        <h1 lang=shell.foreign(REGISTER)>{maker.name.clone()}</h1>
        {facts(shell, maker)}
        <section aria-labelledby="toimivalta">
            <h2 id="toimivalta">{T::Authority.text(lang)}</h2>
            {authority(shell, &maker.delegations)}
        </section>
        <section aria-labelledby="uusimmat">
            <h2 id="uusimmat">{T::Newest.text(lang)}</h2>
            {newest(shell, maker)}
        </section>
        {years(shell, maker)}
    };
    document(shell, head, body)
}

fn facts(shell: &Shell, maker: &DecisionMakerPage) -> AnyView {
    let lang = shell.lang;
    let kind = match maker.kind {
        DecisionMakerKind::Officer => T::Officer,
        DecisionMakerKind::Body => T::Body,
    };
    let of = &maker.decisions;
    let count = if of.is_more {
        more_decisions(of.total, lang)
    } else {
        counted(of.total, lang)
    };
    let mut facts = vec![
        Fact::new(T::Kind.text(lang), kind.text(lang)),
        Fact::new(wording::public::Site::Decisions.text(lang), count),
    ];
    facts.extend(former(shell, &maker.former_names));
    summary(facts)
}

/// The names of before, in the register's language.
pub(super) fn former(shell: &Shell, names: &[String]) -> Option<Fact> {
    let names = names.join(", ");
    (!names.is_empty()).then(|| {
        let names = view! { <span lang=shell.foreign(REGISTER)>{names}</span> };
        Fact::new(T::FormerNames.text(shell.lang), names)
    })
}

fn authority(shell: &Shell, delegations: &[DelegationFacts]) -> AnyView {
    let lang = shell.lang;
    if delegations.is_empty() {
        return view! { <p>{T::NoAuthority.text(lang)}</p> }.into_any();
    }
    let columns = vec![
        Column::words(T::Provision.text(lang)),
        Column::words(T::Delegation.text(lang)),
        Column::words(T::Kinds.text(lang)),
        Column::words(T::From.text(lang)),
        Column::numbers(T::Limit.text(lang)),
    ];
    let rows = delegations.iter().map(|of| {
        let decision = of.decision.as_ref();
        let decision = decision.map(|by| delegated(&by.body, by.on, by.section, lang));
        let kinds: Vec<_> = of
            .kinds
            .iter()
            .map(|kind| names::decision_kind(*kind, lang))
            .collect();
        let limit = match of.limit {
            Some(limit) => money(limit, lang),
            None => T::NoLimit.text(lang).into_any(),
        };
        Row::new(
            view! { <span lang=shell.foreign(REGISTER)>{of.provision.clone()}</span> },
            vec![
                view! { <span lang=shell.foreign(REGISTER)>{decision}</span> }.into_any(),
                kinds.join(", ").into_any(),
                date(of.valid_from, lang),
                limit,
            ],
        )
    });
    listing(
        "toimivallat",
        T::AuthorityTable.text(lang),
        columns,
        rows.collect(),
    )
}

fn newest(shell: &Shell, maker: &DecisionMakerPage) -> AnyView {
    let lang = shell.lang;
    if maker.decisions.rows.is_empty() {
        return view! { <p>{T::NoDecisions.text(lang)}</p> }.into_any();
    }
    let all = shell.link(DECISIONS) + &address::query(&maker.decisions.filter);
    view! {
        {rows::decisions(shell, &maker.decisions.rows)}
        <p class="on-screen"><a href=all>{T::All.text(lang)}</a></p>
    }
    .into_any()
}

/// The list of decisions narrowed to each year, with how many they are where that was counted.
fn years(shell: &Shell, maker: &DecisionMakerPage) -> Option<AnyView> {
    let lang = shell.lang;
    let years = maker.decisions.choices.years.iter();
    let years = years.filter(|(_, count)| count.is_none_or(|count| count.number > 0));
    let items: Vec<_> = years
        .map(|(year, count)| {
            let filter = DecisionFilter {
                year: Some(*year),
                ..maker.decisions.filter.clone()
            };
            let to = shell.link(DECISIONS) + &address::query(&filter);
            let label = match count {
                Some(count) => choice(&year.to_string(), (count.number, count.is_more), lang),
                None => year.to_string(),
            };
            view! { <li><a href=to>{label}</a></li> }
        })
        .collect();
    (!items.is_empty() && !maker.decisions.rows.is_empty()).then(|| {
        view! {
            <section class="on-screen" aria-labelledby="vuosittain">
                <h2 id="vuosittain">{T::ByYear.text(lang)}</h2>
                <ul class="list">{items}</ul>
            </section>
        }
        .into_any()
    })
}
