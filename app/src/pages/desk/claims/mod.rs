//! The payment claims of a project of the city's own: all of them beside the plan, one with its
//! reckoning, and the forms that record what becomes of them.

mod beside_plan;
mod form;
mod one;

pub use form::record;
pub use one::page as claim;

use domain::payment_claim::{Claim, ClaimKind};
use domain::role::UseCase;
use domain::view::payment_claim::ClaimSheet;
use leptos::prelude::*;
use wording::desk::commitment::CommitmentText;
use wording::desk::payment_claim::{self as words, ClaimText as T};
use wording::desk::{Done, Label};
use wording::format;

use super::frame::{Line, Page, Weight, may, named_link, summary_list};
use super::{address, case, commitment_list, project};
use crate::components::breadcrumbs::Crumb;
use crate::components::chart::{Bar, Look, Series, stacked_bars};
use crate::components::date::{date, moment};
use crate::components::money::{money, money_or_unknown};
use crate::components::table::{Column, Row, RowKind, listing};
use crate::shell::Shell;

/// The page of all claims.
pub fn page(shell: &Shell, sheet: &ClaimSheet, done: Option<Done>) -> AnyView {
    let lang = shell.lang;
    let title = T::Claims.text(lang);
    let body = if sheet.scope.is_own || !sheet.book.claims.is_empty() {
        view! {
            <p>{T::Lead.text(lang)}</p>
            {facts(shell, sheet)}
            {actions(shell, sheet)}
            <section class="listing" aria-labelledby="hakemukset">
                <h2 id="hakemukset">{title}</h2>
                {claims(shell, sheet)}
            </section>
            {beside_plan::costs(shell, sheet)}
            {beside_plan::funding(shell, sheet)}
            {history(shell, sheet)}
        }
        .into_any()
    } else {
        view! { <p>{T::NotOwn.text(lang)}</p> }.into_any()
    };
    Page::new(shell, title, trail(sheet))
        .caption(sheet.project.facts.name.clone())
        .done(done)
        .view(shell, body)
}

/// On the way to a claim or a form.
fn trail(sheet: &ClaimSheet) -> Vec<Crumb> {
    vec![case::crumb(&sheet.case), project::crumb(&sheet.project)]
}

fn trail_to_claims(shell: &Shell, sheet: &ClaimSheet) -> Vec<Crumb> {
    let mut trail = trail(sheet);
    let to = address::claims(&sheet.project.slug);
    trail.push(Crumb::new(T::Claims.text(shell.lang), to));
    trail
}

fn facts(shell: &Shell, sheet: &ClaimSheet) -> AnyView {
    let lang = shell.lang;
    let book = &sheet.book;
    let sum = |amount| format::euros_or_unknown(amount, lang);
    let advance = book.advance.as_ref().map_or_else(
        || T::NoAdvance.text(lang).to_owned(),
        |of| {
            let (amount, on) = (format::euros(of.amount, lang), format::date(of.on, lang));
            format!("{amount}, {on}, {}", of.document)
        },
    );
    let last = if book.is_last_sent() {
        T::LastSent.text(lang).to_owned()
    } else {
        let day = sheet.last_due.map(|day| format::date(day, lang));
        let day = day.unwrap_or_else(|| format::unknown(lang).to_owned());
        format!("{day}. {}", T::LastDueMeans.text(lang))
    };
    let mut lines = vec![
        Line::new(T::Waiting.text(lang), sum(book.waiting())),
        Line::new(T::Paid.text(lang), sum(book.paid())),
        Line::new(T::Advance.text(lang), advance),
    ];
    if book.advance.is_some() {
        let left = Line::new(T::AdvanceLeft.text(lang), sum(book.advance_left()));
        lines.push(left);
    }
    lines.push(Line::new(T::LastDue.text(lang), last));
    summary_list(shell, lines)
}

fn actions(shell: &Shell, sheet: &ClaimSheet) -> Option<AnyView> {
    let lang = shell.lang;
    if !may(shell, UseCase::ManageClaims) || !sheet.scope.is_own {
        return None;
    }
    let slug = &sheet.project.slug;
    let can_make = sheet.scope.model.is_some();
    let explained = (!can_make).then(|| view! { <p>{T::NoCosts.text(lang)}</p> });
    let kinds = [
        ClaimKind::Made,
        ClaimKind::AdvanceReceived,
        ClaimKind::AdvanceUndone,
    ];
    let possible = kinds
        .into_iter()
        .filter(|kind| can_make || *kind != ClaimKind::Made)
        .filter(|kind| sheet.book.may(*kind, None).is_ok());
    let links = possible.map(|kind| {
        let to = address::record_claim(slug, kind, None);
        let weight = if kind == ClaimKind::Made {
            Weight::Primary
        } else {
            Weight::Secondary
        };
        named_link(shell, weight, words::form(kind, lang), &to)
    });
    Some(
        view! {
            {explained}
            <div class="govuk-button-group">{links.collect_view()}</div>
        }
        .into_any(),
    )
}

fn claims(shell: &Shell, sheet: &ClaimSheet) -> AnyView {
    let lang = shell.lang;
    if sheet.book.claims.is_empty() {
        return view! { <p>{T::NoClaims.text(lang)}</p> }.into_any();
    }
    // Without an advance nothing is deducted from it.
    let deducts = sheet.book.advance.is_some();
    let mut columns = vec![
        Column::words(T::Claim.text(lang)),
        Column::words(T::PeriodAndStage.text(lang)),
        Column::numbers(T::Realised.text(lang)),
    ];
    columns.extend(deducts.then(|| Column::numbers(T::DeductedShown.text(lang))));
    columns.extend([
        Column::numbers(T::AppliedShown.text(lang)),
        Column::numbers(T::GrantedShown.text(lang)),
        Column::numbers(T::Waiting.text(lang)),
    ]);
    let empty = columns.len().saturating_sub(2);
    let claims = sheet.book.claims.iter();
    let mut rows: Vec<Row> = claims
        .map(|claim| row(shell, sheet, claim, deducts))
        .collect();
    let mut sums: Vec<AnyView> = (0..empty).map(|_| ().into_any()).collect();
    sums.push(money_or_unknown(sheet.book.waiting(), lang));
    rows.push(Row::new(T::InAll.text(lang), sums).kind(RowKind::Sum));
    let files = address::claims_files(&sheet.project.slug);
    view! {
        {chart(shell, sheet)}
        {listing("hakemukset-taulukko", T::Claims.text(lang), columns, rows)}
        {commitment_list::files(shell, files)}
    }
    .into_any()
}

/// What has become of the money of each claim that was sent.
fn chart(shell: &Shell, sheet: &ClaimSheet) -> Option<AnyView> {
    let lang = shell.lang;
    let series = [
        Series::new(T::Paid.text(lang), Look::Solid),
        Series::new(T::PartGranted.text(lang), Look::Striped),
        Series::new(T::PartUndecided.text(lang), Look::Dotted),
        Series::new(T::PartRefused.text(lang), Look::Outlined),
    ];
    let bars = sheet.book.claims.iter().filter_map(|claim| {
        let of = claim.parts()?;
        Some(Bar {
            label: format!("{} {}", T::Claim.text(lang), claim.number),
            parts: vec![of.paid, of.granted, of.undecided, of.refused],
        })
    });
    let bars = Bar::longest(bars.collect());
    let title = T::SentClaims.text(lang);
    stacked_bars("hakemukset-kuva", title, &series, &bars, lang)
}

/// A claim with the ways to record what comes next, which leave its amounts their room.
fn row(shell: &Shell, sheet: &ClaimSheet, claim: &Claim, deducts: bool) -> Row {
    let lang = shell.lang;
    let content = &claim.content;
    let last = content
        .is_last
        .then(|| format!(" ({})", T::Last.text(lang)));
    let to = shell.link(&address::claim(&sheet.project.slug, claim.number));
    let name = format!("{} {}", T::Claim.text(lang), claim.number);
    let days = words::days(content, lang);
    let stage = words::stage(claim.stage, lang);
    let total = content.reckoning().map(|of| of.total);
    let granted = claim.granted.as_ref().map(|of| money(of.amount, lang));
    let mut cells = vec![
        view! { {days} <br/> {stage} }.into_any(),
        money_or_unknown(total, lang),
    ];
    cells.extend(deducts.then(|| money(content.deducted, lang)));
    cells.extend([
        money(content.applied, lang),
        granted.into_any(),
        money(claim.waiting(), lang),
    ]);
    let links = links(shell, sheet, claim);
    Row::new(view! { <a href=to>{name}</a> {last} {links} }, cells)
}

/// What can be recorded of a claim, in the order of its links.
const OF_ONE: [ClaimKind; 6] = [
    ClaimKind::Sent,
    ClaimKind::Decided,
    ClaimKind::Paid,
    ClaimKind::Changed,
    ClaimKind::TakenBack,
    ClaimKind::Withdrawn,
];

/// Links to what can be recorded of a claim now, each named with its number.
fn links(shell: &Shell, sheet: &ClaimSheet, claim: &Claim) -> Option<AnyView> {
    let lang = shell.lang;
    if !may(shell, UseCase::ManageClaims) {
        return None;
    }
    let possible = OF_ONE.into_iter().filter(|kind| claim.may(*kind));
    let items = possible.map(|kind| {
        let number = claim.number;
        let to = address::record_claim(&sheet.project.slug, kind, Some(number));
        view! {
            <li>
                <a href=shell.link(&to)>
                    {words::form(kind, lang)}
                    <span class="govuk-visually-hidden">" " {number}</span>
                </a>
            </li>
        }
    });
    let items: Vec<_> = items.collect();
    if items.is_empty() {
        return None;
    }
    Some(view! { <ul class="govuk-list table__actions">{items}</ul> }.into_any())
}

fn history(shell: &Shell, sheet: &ClaimSheet) -> Option<AnyView> {
    let lang = shell.lang;
    if sheet.entries.is_empty() {
        return None;
    }
    let columns = vec![
        Column::words(CommitmentText::Number.text(lang)),
        Column::words(T::Claim.text(lang)),
        Column::words(CommitmentText::Entry.text(lang)),
        Column::words(Label::Day.text(lang)),
        Column::words(CommitmentText::Details.text(lang)),
        Column::words(CommitmentText::RecordedBy.text(lang)),
    ];
    let rows = sheet.entries.iter().map(|line| {
        let cells = vec![
            line.fact.claim().into_any(),
            words::kind(line.fact.kind(), lang).into_any(),
            line.fact.on().map(|on| date(on, lang)).into_any(),
            words::details(&line.fact, lang).into_any(),
            view! { {moment(line.recorded_at, lang)} " " {line.office.clone()} }.into_any(),
        ];
        Row::new(line.number, cells)
    });
    let heading = T::History.text(lang);
    Some(
        view! {
            <section class="listing" aria-labelledby="kirjaukset">
                <h2 id="kirjaukset">{heading}</h2>
                {listing("kirjaukset-taulukko", heading, columns, rows.collect())}
            </section>
        }
        .into_any(),
    )
}
