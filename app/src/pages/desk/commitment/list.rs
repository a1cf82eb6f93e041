//! Commitments as a table: what was promised, and what has become of it.

use domain::decision::{Commitment, CommitmentStrength};
use domain::view::commitment::CommitmentLine;
use domain::{Lang, Money};
use leptos::prelude::*;
use wording::desk::commitment::CommitmentText as T;
use wording::desk::{Label, Text};
use wording::{format, names};

use super::{address, decision_name};
use crate::components::money::money;
use crate::components::table::{Column, Row, RowKind, table};
use crate::shell::Shell;

/// Commitments with a sum of what is paid and of what draws on the budget; what is only provided
/// for is in no sum.
pub(in crate::pages::desk) fn commitments(
    shell: &Shell,
    id: &str,
    caption: &str,
    lines: &[CommitmentLine],
) -> AnyView {
    let lang = shell.lang;
    let mut rows: Vec<Row> = lines.iter().map(|line| row(shell, line)).collect();
    let counted = || {
        let committed = |line: &&CommitmentLine| line.position.strength.is_committed();
        lines.iter().filter(committed)
    };
    let paid = Money::checked_sum(counted().map(|line| line.position.paid));
    let drawn = counted().map(|line| line.position.drawn().map(|drawn| drawn.amount));
    let drawn = drawn
        .collect::<Option<Vec<_>>>()
        .and_then(Money::checked_sum);
    let nothing = || ().into_any();
    let sum = vec![
        nothing(),
        nothing(),
        nothing(),
        nothing(),
        format::euros_or_unknown(paid, lang).into_any(),
        nothing(),
        format::euros_or_unknown(drawn, lang).into_any(),
    ];
    rows.push(Row::new(Label::Committed.text(lang), sum).kind(RowKind::Sum));
    let words = |text: &str| Column::words(text);
    let number = |text: T| Column::numbers(text.text(lang));
    let columns = vec![
        words(Label::Decision.text(lang)),
        words(Label::Year.text(lang)),
        words(Label::Strength.text(lang)),
        number(T::Promised),
        number(T::Open),
        number(T::Paid),
        number(T::CameBack),
        number(T::Drawn),
    ];
    table(id, caption, columns, rows)
}

fn row(shell: &Shell, line: &CommitmentLine) -> Row {
    let lang = shell.lang;
    let position = &line.position;
    let decision = shell.link(&address::decision(line.key.decision));
    let to = shell.link(&address::commitment(line.key));
    let number = format!("{} {}", T::Line.text(lang), line.key.line);
    let year = line.commitment.year.map_or_else(
        || Text::NoYear.text(lang).to_owned(),
        |year| year.to_string(),
    );
    let came_back = position.recovered.checked_add(position.released);
    let drawn = position.drawn().map(|drawn| drawn.amount);
    let cells = vec![
        year.into_any(),
        strength(position.strength, &line.commitment, lang).into_any(),
        money(position.promised, lang),
        money(position.open, lang),
        money(position.paid, lang),
        format::euros_or_unknown(came_back, lang).into_any(),
        format::euros_or_unknown(drawn, lang).into_any(),
    ];
    let header = view! {
        <a href=decision>{decision_name(line)}</a> ", " <a href=to>{number}</a>
    };
    Row::new(header, cells)
}

/// How firm a commitment is now, with the condition that it waits for.
pub(in crate::pages::desk) fn strength(
    now: CommitmentStrength,
    signed: &Commitment,
    lang: Lang,
) -> String {
    let name = names::strength(now, lang);
    match &signed.condition {
        Some(condition) if now == signed.strength => format!("{name}: {condition}"),
        _ => name.to_owned(),
    }
}
