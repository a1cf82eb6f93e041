//! What a decision promised, and what has become of it, as a table.

use domain::Lang;
use domain::view::commitment::{CommitmentLine, DecisionMoney};
use wording::desk::Label;
use wording::desk::commitment::CommitmentText as T;
use wording::desk::funding::FundingText;
use wording::names;

use crate::table::{Cell, Column, Kind, Table};

/// A row for each commitment. The sums leave out what is only provided for.
pub fn table(of: &DecisionMoney, lang: Lang) -> Table {
    let column = |code, label: Label, kind| Column::new(code, label.text(lang), kind);
    let money = |code, text: T| Column::new(code, text.text(lang), Kind::Money);
    let sum = &of.together;
    Table {
        title: T::OfDecision.text(lang).to_owned(),
        columns: vec![
            Column::new("line", T::Line.text(lang), Kind::Count),
            column("year", Label::Year, Kind::Year),
            column("budget_line", Label::BudgetLine, Kind::Text),
            column("strength", Label::Strength, Kind::Text),
            column("condition", Label::Condition, Kind::Text),
            money("promised", T::Promised),
            money("open", T::Open),
            money("paid", T::Paid),
            money("recovered", T::Recovered),
            money("released", T::Released),
        ],
        rows: of.lines.iter().map(|line| row(line, lang)).collect(),
        total: Some(vec![
            Cell::Text(FundingText::Sums.text(lang).to_owned()),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Money(sum.promised),
            Cell::Money(sum.open),
            Cell::Money(sum.paid),
            Cell::Money(sum.recovered),
            Cell::Money(sum.released),
        ]),
    }
}

fn row(line: &CommitmentLine, lang: Lang) -> Vec<Cell> {
    let (made, position) = (&line.commitment, &line.position);
    vec![
        Cell::Count(line.key.line.into()),
        Cell::year(made.year),
        Cell::text(made.budget_line.as_deref()),
        Cell::Text(names::strength(position.strength, lang).to_owned()),
        Cell::text(made.condition.as_deref()),
        Cell::Money(position.promised),
        Cell::Money(position.open),
        Cell::Money(position.paid),
        Cell::Money(position.recovered),
        Cell::Money(position.released),
    ]
}
