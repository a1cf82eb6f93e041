//! From a decision to its money: what it promised, and what has become of that.

use domain::Money;
use domain::view::commitment::{CommitmentLine, DecisionMoney, EntryLine, Parts};
use leptos::prelude::*;
use wording::desk::commitment::{self as words, CommitmentText as T};
use wording::desk::{Label, Text};

use super::section;
use crate::components::breadcrumbs::Crumb;
use crate::components::chart::{Bar, Look, Series, stacked_bars};
use crate::components::date::date;
use crate::components::money::money;
use crate::components::table::{Column, Row, RowKind, table};
use crate::pages::desk::commitment::{budget_line, strength};
use crate::pages::desk::frame::Page;
use crate::pages::desk::{address, commitment_list};
use crate::shell::Shell;

/// The page.
pub fn page(shell: &Shell, of: &DecisionMoney) -> AnyView {
    let lang = shell.lang;
    let body = if of.lines.is_empty() {
        view! { <p>{T::OfDecisionNothing.text(lang)}</p> }.into_any()
    } else {
        view! {
            <p>{T::OfDecisionMeans.text(lang)}</p>
            {chart(shell, of)}
            {lines(shell, of)}
            {commitment_list::files(shell, address::decision_money_files(of.decision))}
            <section class="listing" aria-labelledby="kirjaukset">
                <h2 id="kirjaukset">{T::Entries.text(lang)}</h2>
                {entries(shell, of)}
            </section>
        }
        .into_any()
    };
    let project = of.project.as_ref().map(|project| {
        let to = shell.link(&address::project(&project.slug));
        let name = project.facts.name.clone();
        view! { <p>{Label::Project.text(lang)} ": " <a href=to>{name}</a></p> }
    });
    let body = view! { {project} {body} };
    let place = format!("{} {}", of.section.series, section(&of.section));
    let way = Crumb::new(
        format!("{} ({place})", of.title),
        address::decision(of.decision),
    );
    Page::new(shell, T::OfDecision.text(lang), vec![way])
        .caption(of.title.clone())
        .view(shell, body)
}

fn number(line: u32, shell: &Shell) -> String {
    format!("{} {line}", T::Line.text(shell.lang))
}

/// The parts of each commitment.
fn chart(shell: &Shell, of: &DecisionMoney) -> Option<AnyView> {
    let lang = shell.lang;
    let series = [
        (T::Paid, Look::Solid),
        (T::Open, Look::Outlined),
        (T::Recovered, Look::Dotted),
        (T::Released, Look::Striped),
    ];
    let series = series.map(|(text, look)| Series {
        label: text.text(lang).to_owned(),
        look,
    });
    let bars = of.lines.iter().map(|line| {
        let position = &line.position;
        Bar {
            label: number(line.key.line, shell),
            parts: vec![
                position.paid,
                position.open,
                position.recovered,
                position.released,
            ],
        }
    });
    let bars: Vec<Bar> = bars.collect();
    stacked_bars("raha-kuva", T::Parts.text(lang), &series, &bars, lang)
}

fn lines(shell: &Shell, of: &DecisionMoney) -> AnyView {
    let lang = shell.lang;
    let numbers = |text: T| Column::numbers(text.text(lang));
    let columns = vec![
        Column::words(T::Commitment.text(lang)),
        Column::words(Label::Year.text(lang)),
        Column::words(Label::BudgetLine.text(lang)),
        Column::words(Label::Strength.text(lang)),
        numbers(T::Promised),
        numbers(T::Open),
        numbers(T::Paid),
        numbers(T::Recovered),
        numbers(T::Freed),
    ];
    let mut rows: Vec<Row> = of.lines.iter().map(|line| row(shell, line)).collect();
    let mut sum = vec![().into_any(), ().into_any(), ().into_any()];
    sum.extend(parts(shell, of.together));
    rows.push(Row::new(Label::Committed.text(lang), sum).kind(RowKind::Sum));
    table("raha", T::Parts.text(lang), columns, rows)
}

fn row(shell: &Shell, line: &CommitmentLine) -> Row {
    let lang = shell.lang;
    let position = &line.position;
    let to = shell.link(&address::commitment(line.key));
    let year = line.commitment.year.map_or_else(
        || Text::NoYear.text(lang).to_owned(),
        |year| year.to_string(),
    );
    let mut cells = vec![
        year.into_any(),
        budget_line(shell, line),
        strength(position.strength, &line.commitment, lang).into_any(),
    ];
    // The parts of one commitment fit, since what was promised of it does.
    let of_line = Parts::default().with(position).unwrap_or_default();
    cells.extend(parts(shell, of_line));
    Row::new(
        view! { <a href=to>{number(line.key.line, shell)}</a> },
        cells,
    )
}

fn parts(shell: &Shell, of: Parts) -> [AnyView; 5] {
    let amounts: [Money; 5] = [of.promised, of.open, of.paid, of.recovered, of.released];
    amounts.map(|amount| money(amount, shell.lang))
}

fn entries(shell: &Shell, of: &DecisionMoney) -> AnyView {
    let lang = shell.lang;
    if of.entries.is_empty() {
        return view! { <p>{T::NoEntries.text(lang)}</p> }.into_any();
    }
    let columns = vec![
        Column::words(T::Commitment.text(lang)),
        Column::words(T::EntryDay.text(lang)),
        Column::words(T::Entry.text(lang)),
        Column::numbers(Label::Amount.text(lang)),
        Column::words(T::Details.text(lang)),
    ];
    let rows = of
        .entries
        .iter()
        .map(|(line, told)| entry(shell, *line, told));
    table(
        "kirjaukset-taulukko",
        T::Entries.text(lang),
        columns,
        rows.collect(),
    )
}

fn entry(shell: &Shell, line: u32, told: &EntryLine) -> Row {
    let lang = shell.lang;
    let reversed = told
        .is_reversed
        .then(|| view! { " (" {T::Reversed.text(lang)} ")" });
    let amount = told.fact.amount();
    let cells = vec![
        told.fact.on().map(|on| date(on, lang)).into_any(),
        view! { {words::kind(told.fact.kind(), lang)} {reversed} }.into_any(),
        amount.map(|amount| money(amount, lang)).into_any(),
        words::details(&told.fact, lang).into_any(),
    ];
    Row::new(number(line, shell), cells)
}
