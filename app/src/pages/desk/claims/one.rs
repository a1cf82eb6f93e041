//! One claim, with its reckoning step by step.

use domain::payment_claim::{Claim, ClaimContent};
use domain::view::payment_claim::{ClaimSheet, FunderLine};
use leptos::prelude::*;
use wording::cost::{self, CostText};
use wording::desk::payment_claim::{self as words, ClaimText as T};
use wording::desk::{Done, Label};
use wording::format;

use super::{links, trail_to_claims};
use crate::components::money::money;
use crate::components::table::{Column, Row, listing};
use crate::pages::desk::frame::{Line, Page, summary_list};
use crate::shell::Shell;

/// The page of a claim.
pub fn page(shell: &Shell, sheet: &ClaimSheet, claim: &Claim, done: Option<Done>) -> AnyView {
    let lang = shell.lang;
    let content = &claim.content;
    let funding = (!content.funding.is_empty()).then(|| funding(shell, sheet, content));
    let body = view! {
        {facts(shell, claim)}
        {links(shell, sheet, claim)}
        <section class="listing" aria-labelledby="kustannukset">
            <h2 id="kustannukset">{T::RealisedCosts.text(lang)}</h2>
            {costs(shell, content)}
        </section>
        <section aria-labelledby="laskelma">
            <h2 id="laskelma">{T::Reckoning.text(lang)}</h2>
            {reckoning(shell, content)}
        </section>
        {funding}
    };
    let name = format!("{} {}", T::Claim.text(lang), claim.number);
    Page::new(shell, name, trail_to_claims(shell, sheet))
        .caption(sheet.project.facts.name.clone())
        .done(done)
        .view(shell, body)
}

fn facts(shell: &Shell, claim: &Claim) -> AnyView {
    let lang = shell.lang;
    let content = &claim.content;
    let last = content
        .is_last
        .then(|| format!(" ({})", T::Last.text(lang)));
    let day = |on, document: &str| format!("{}, {document}", format::date(on, lang));
    let mut lines = vec![
        Line::new(T::Stage.text(lang), words::stage(claim.stage, lang)),
        Line::new(
            T::Period.text(lang),
            format!("{}{}", words::days(content, lang), last.unwrap_or_default()),
        ),
        Line::new(
            T::AppliedShown.text(lang),
            format::euros(content.applied, lang),
        ),
    ];
    lines.extend(
        claim
            .sent
            .as_ref()
            .map(|sent| Line::new(T::SentOn.text(lang), day(sent.on, &sent.document))),
    );
    if let Some(granted) = &claim.granted {
        let amount = format::euros(granted.amount, lang);
        lines.push(Line::new(T::GrantedShown.text(lang), amount));
        let decided = day(granted.on, &granted.document);
        lines.push(Line::new(T::DecidedOn.text(lang), decided));
        let reason = Some(granted.reason.clone()).filter(|reason| !reason.is_empty());
        lines.extend(reason.map(|reason| Line::new(Label::Reason.text(lang), reason)));
    }
    lines.extend(
        claim
            .paid
            .as_ref()
            .map(|(on, voucher)| Line::new(T::PaidOn.text(lang), day(*on, voucher))),
    );
    let version = format!("{} {}", Label::Version.text(lang), content.plan_version);
    lines.push(Line::new(T::Planned.text(lang), version));
    let model = cost::model(content.model, lang);
    lines.push(Line::new(CostText::Model.text(lang), model));
    summary_list(shell, lines)
}

fn costs(shell: &Shell, content: &ClaimContent) -> AnyView {
    let lang = shell.lang;
    let columns = vec![
        Column::words(CostText::Category.text(lang)),
        Column::numbers(T::Realised.text(lang)),
    ];
    let rows = content.costs.iter().map(|of| {
        let name = cost::category(of.category, lang);
        Row::new(name, vec![money(of.amount, lang)])
    });
    let caption = T::RealisedCosts.text(lang);
    listing("kustannukset-taulukko", caption, columns, rows.collect())
}

fn reckoning(shell: &Shell, content: &ClaimContent) -> AnyView {
    let lang = shell.lang;
    let steps = content
        .reckoning()
        .map(|of| words::steps(content, &of, lang))
        .unwrap_or_default();
    let steps = steps.into_iter().map(|step| view! { <li>{step}</li> });
    view! { <ol class="govuk-list govuk-list--number">{steps.collect_view()}</ol> }.into_any()
}

fn funding(shell: &Shell, sheet: &ClaimSheet, content: &ClaimContent) -> AnyView {
    let lang = shell.lang;
    let rows = content.funding.iter().map(|paid| {
        let known = sheet.funders.iter().find(|line| line.funder == paid.funder);
        let unnamed = FunderLine {
            funder: paid.funder,
            name: None,
            planned: None,
        };
        let name = words::funder(known.unwrap_or(&unnamed), lang);
        Row::new(name, vec![money(paid.amount, lang)])
    });
    let columns = vec![
        Column::words(T::FundingRow.text(lang)),
        Column::numbers(T::Realised.text(lang)),
    ];
    let heading = T::RealisedFunding.text(lang);
    view! {
        <section class="listing" aria-labelledby="muu-rahoitus">
            <h2 id="muu-rahoitus">{heading}</h2>
            {listing("muu-rahoitus-taulukko", heading, columns, rows.collect())}
        </section>
    }
    .into_any()
}
