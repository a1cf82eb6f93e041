//! The instalments and payment claims that are overdue or fall due within 90 days.

use domain::Money;
use domain::view::desk::Desk;
use domain::view::instalment::{DueCount, DueLine, DueSheet};
use domain::view::month::DueMonth;
use leptos::prelude::*;
use wording::desk::Label;
use wording::desk::instalment::{self as words, InstalmentText as T};
use wording::desk::payment_claim::{self as claim_words, ClaimText};
use wording::format;

use super::address;
use super::frame::Page;
use crate::components::chart::{Bar, Look, Series, stacked_bars};
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
    let due = desk.due?;
    let counts = [
        (T::Instalments.text(lang), due.instalments),
        (ClaimText::Claims.text(lang), due.claims),
    ];
    let counted = |(of, count): (&'static str, DueCount)| {
        let counted = words::counted(count.overdue, count.ahead, lang);
        (!count.is_nothing()).then(|| view! { <li>{of} ": " {counted}</li> })
    };
    let counted: Vec<_> = counts.into_iter().filter_map(counted).collect();
    if counted.is_empty() {
        return None;
    }
    let to = shell.link(address::DUE);
    Some(
        view! {
            <section aria-labelledby="eraantyvat">
                <h2 id="eraantyvat">{T::OnDesk.text(lang)}</h2>
                <ul>{counted}</ul>
                <p><a href=to>{T::ToDue.text(lang)}</a></p>
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
    let title = T::ByMonth.text(lang);
    view! {
        {chart(shell, "eraantyvat-kuva", title, &due.by_month)}
        {listing("eraantyvat-taulukko", T::Due.text(lang), columns, rows)}
    }
    .into_any()
}

/// What is overdue, and what falls due in each month.
fn chart(shell: &Shell, id: &'static str, title: &str, months: &[DueMonth]) -> Option<AnyView> {
    let lang = shell.lang;
    let series = [
        Series::new(T::Overdue.text(lang), Look::Solid),
        Series::new(T::Ahead.text(lang), Look::Striped),
    ];
    let bars = months.iter().map(|of| match of.month {
        None => Bar {
            label: T::DuePassed.text(lang).to_owned(),
            parts: vec![of.amount, Money::ZERO],
        },
        Some(month) => Bar {
            label: format::month(month, lang),
            parts: vec![Money::ZERO, of.amount],
        },
    });
    let bars: Vec<Bar> = bars.collect();
    stacked_bars(id, title, &series, &bars, lang)
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
    let mut rows: Vec<Row> = Vec::new();
    for line in &due.claims {
        let to = shell.link(&address::claims(&line.project.0));
        let late = line.is_overdue.then(|| late(shell));
        let cells = vec![
            view! { <a href=to>{line.project.1.clone()}</a> }.into_any(),
            claim_words::due(line.due, lang).into_any(),
            line.waiting().map(|amount| money(amount, lang)).into_any(),
        ];
        rows.push(Row::new(view! { {date(line.on, lang)} {late} }, cells));
    }
    let sum = format::euros_or_unknown(due.waiting, lang).into_any();
    let sums = vec![().into_any(), ().into_any(), sum];
    rows.push(Row::new(ClaimText::InAll.text(lang), sums).kind(RowKind::Sum));
    let title = ClaimText::WaitingByMonth.text(lang);
    let caption = ClaimText::Due.text(lang);
    view! {
        {chart(shell, "hakemukset-kuva", title, &due.waiting_by_month)}
        {listing("hakemukset-taulukko", caption, columns, rows)}
    }
    .into_any()
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
