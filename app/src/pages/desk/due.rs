//! The instalments and payment claims that are overdue or fall due within 90 days.

use domain::Money;
use domain::view::desk::Desk;
use domain::view::instalment::{DueLine, DueSheet};
use domain::view::payment_claim::{ClaimDue, ClaimDueLine};
use leptos::prelude::*;
use wording::desk::Label;
use wording::desk::instalment::{self as words, InstalmentText as T};
use wording::desk::payment_claim::{self as claim_words, ClaimText};
use wording::format;

use super::address;
use super::frame::Page;
use crate::components::date::date;
use crate::components::money::money;
use crate::components::table::{Column, Row, RowKind, listing};
use crate::shell::Shell;

/// The page.
pub fn page(shell: &Shell, due: &DueSheet) -> AnyView {
    let lang = shell.lang;
    let body = view! {
        <p>{T::DueLead.text(lang)}</p>
        {list(shell, due)}
        <section class="listing" aria-labelledby="hakemukset">
            <h2 id="hakemukset">{ClaimText::Due.text(lang)}</h2>
            <p>{ClaimText::DueLead.text(lang)}</p>
            {claims(shell, due)}
        </section>
    };
    Page::new(shell, T::Due.text(lang), Vec::new()).view(shell, body)
}

/// The line on the desk; nothing for who does not keep commitments, and where nothing falls due.
pub(super) fn on_desk(shell: &Shell, desk: &Desk) -> Option<AnyView> {
    let lang = shell.lang;
    let due = desk.due.filter(|due| due.overdue + due.ahead > 0)?;
    let counted = words::counted(due.overdue, due.ahead, lang);
    let to = shell.link(address::DUE);
    Some(
        view! {
            <section aria-labelledby="eraantyvat">
                <h2 id="eraantyvat">{T::Due.text(lang)}</h2>
                <p>{counted} ". " <a href=to>{T::ToDue.text(lang)}</a></p>
            </section>
        }
        .into_any(),
    )
}

fn list(shell: &Shell, due: &DueSheet) -> AnyView {
    let lang = shell.lang;
    if due.lines.is_empty() {
        return view! { <p>{T::NothingDue.text(lang)}</p> }.into_any();
    }
    let mut rows: Vec<Row> = due.lines.iter().map(|line| row(shell, line)).collect();
    let nothing = || ().into_any();
    let sum = format::euros_or_unknown(due.open, lang).into_any();
    let sum = vec![nothing(), nothing(), nothing(), sum, nothing(), nothing()];
    rows.push(Row::new(T::InAll.text(lang), sum).kind(RowKind::Sum));
    let columns = vec![
        Column::words(T::DueDay.text(lang)),
        Column::words(T::Instalment.text(lang)),
        Column::words(Label::Decision.text(lang)),
        Column::words(Label::Project.text(lang)),
        Column::numbers(T::Open.text(lang)),
        Column::words(T::Stage.text(lang)),
        Column::words(T::Needs.text(lang)),
    ];
    listing("eraantyvat-taulukko", T::Due.text(lang), columns, rows)
}

fn claims(shell: &Shell, due: &DueSheet) -> AnyView {
    let lang = shell.lang;
    if due.claims.is_empty() {
        return view! { <p>{ClaimText::NothingDue.text(lang)}</p> }.into_any();
    }
    let columns = vec![
        Column::words(T::DueDay.text(lang)),
        Column::words(Label::Project.text(lang)),
        Column::words(ClaimText::What.text(lang)),
        Column::numbers(ClaimText::Waiting.text(lang)),
    ];
    let amount = |line: &ClaimDueLine| match line.due {
        ClaimDue::Payment { waiting, .. } => Some(waiting),
        ClaimDue::LastClaim => None,
    };
    let mut rows: Vec<Row> = Vec::new();
    for line in &due.claims {
        let to = shell.link(&address::claims(&line.project.0));
        let late = line.is_overdue.then(|| late(shell));
        let cells = vec![
            view! { <a href=to>{line.project.1.clone()}</a> }.into_any(),
            claim_words::due(line.due, lang).into_any(),
            amount(line).map(|amount| money(amount, lang)).into_any(),
        ];
        rows.push(Row::new(view! { {date(line.on, lang)} {late} }, cells));
    }
    let sum = Money::checked_sum(due.claims.iter().filter_map(amount));
    let sum = format::euros_or_unknown(sum, lang).into_any();
    let sums = vec![().into_any(), ().into_any(), sum];
    rows.push(Row::new(ClaimText::InAll.text(lang), sums).kind(RowKind::Sum));
    listing(
        "hakemukset-taulukko",
        ClaimText::Due.text(lang),
        columns,
        rows,
    )
}

fn late(shell: &Shell) -> AnyView {
    let text = T::Overdue.text(shell.lang);
    view! { " " <strong class="tag tag--late">{text}</strong> }.into_any()
}

fn row(shell: &Shell, line: &DueLine) -> Row {
    let lang = shell.lang;
    let late = line.is_overdue.then(|| late(shell));
    let to = shell.link(&address::commitment(line.key));
    let last = line.is_last.then(|| format!(" ({})", T::Last.text(lang)));
    let name = format!("{} {}", T::Instalment.text(lang), line.instalment);
    let section = super::decision::section(&line.section);
    let decision = format!("{} ({} {section})", line.title, line.section.series);
    let project = line.project.as_ref().map(|(slug, name)| {
        let to = shell.link(&address::project(slug));
        view! { <a href=to>{name.clone()}</a> }
    });
    Row::new(
        view! { {date(line.due_on, lang)} {late} },
        vec![
            view! { <a href=to>{name}</a> {last} }.into_any(),
            decision.into_any(),
            project.into_any(),
            money(line.open, lang),
            words::stage(line.stage, lang).into_any(),
            line.needs.clone().into_any(),
        ],
    )
}
