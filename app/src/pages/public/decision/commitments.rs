//! What the city promises by a decision.

use domain::Lang;
use domain::decision::Commitment;
use domain::money::Money;
use leptos::prelude::*;
use wording::names;
use wording::public::DecisionText;

use crate::components::money::money;
use crate::components::table::{Column, Row, RowKind, table};
use crate::pages::public::project::year;
use crate::shell::Shell;

/// Commitments by year with their strength. Only what is committed is summed: what is merely
/// provided for stands beside it.
pub(super) fn commitments(shell: &Shell, lines: &[Commitment], of_text: Lang) -> AnyView {
    let lang = shell.lang;
    let with_budget_lines = lines.iter().any(|line| line.budget_line.is_some());
    let mut columns = vec![
        Column::words(DecisionText::AccountingYear.text(lang)),
        Column::words(DecisionText::Strength.text(lang)),
    ];
    if with_budget_lines {
        columns.push(Column::words(DecisionText::BudgetLine.text(lang)));
    }
    columns.push(Column::numbers(DecisionText::Amount.text(lang)));
    let mut rows: Vec<Row> = lines
        .iter()
        .map(|line| {
            let mut cells = vec![strength(shell, line, of_text)];
            if with_budget_lines {
                cells.push(line.budget_line.clone().into_any());
            }
            cells.push(money(line.amount, lang));
            Row::new(year(line, shell), cells)
        })
        .collect();
    let committed = lines.iter().filter(|line| line.strength.is_committed());
    let sum = Money::checked_sum(committed.map(|line| line.amount));
    if let Some(sum) = sum.filter(|_| lines.len() > 1) {
        let mut cells = vec![().into_any()];
        if with_budget_lines {
            cells.push(().into_any());
        }
        cells.push(money(sum, lang));
        rows.push(Row::new(DecisionText::Committed.text(lang), cells).kind(RowKind::Sum));
    }
    let caption = DecisionText::CommitmentTable.text(lang);
    view! {
        <section aria-labelledby="sitoumukset">
            <h2 id="sitoumukset">{DecisionText::Commitments.text(lang)}</h2>
            {table("commitments", caption, columns, rows)}
        </section>
    }
    .into_any()
}

fn strength(shell: &Shell, line: &Commitment, of_text: Lang) -> AnyView {
    let lang = shell.lang;
    let condition = line.condition.clone().map(|condition| {
        view! {
            ", " {DecisionText::Condition.text(lang)} " "
            <span lang=shell.foreign(of_text)>{condition}</span>
        }
    });
    view! { {names::strength(line.strength, lang)} {condition} }.into_any()
}
