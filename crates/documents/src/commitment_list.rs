//! The list of commitments as a table.

use domain::Lang;
use domain::view::commitment_list::{CommitmentLine, CommitmentList};
use wording::desk::Label;
use wording::desk::funding::FundingText;
use wording::names;

use crate::table::{Cell, Column, Kind, Table};

/// The commitments with what counts as promised of them; `None` where a sum does not fit.
///
/// What is only provided for stands in a column of its own, so that each column can be added up.
pub fn table(list: &CommitmentList, lang: Lang) -> Option<Table> {
    let column = |code, label: Label, kind| Column::new(code, label.text(lang), kind);
    let money = |code, label: FundingText| Column::new(code, label.text(lang), Kind::Money);
    let columns = vec![
        column("decision", Label::Decision, Kind::Text),
        column("decision_maker", Label::Series, Kind::Text),
        column("case_number", Label::Number, Kind::Text),
        column("project", Label::Project, Kind::Text),
        column("beneficiary", Label::Beneficiary, Kind::Text),
        column("year", Label::Year, Kind::Year),
        column("budget_line", Label::BudgetLine, Kind::Text),
        column("strength", Label::Strength, Kind::Text),
        column("condition", Label::Condition, Kind::Text),
        money("committed", FundingText::Promised),
        money("provided_for", FundingText::ProvidedFor),
        money("paid", FundingText::Paid),
    ];
    let mut total = vec![Cell::Empty; columns.len()];
    total[0] = Cell::Text(FundingText::Sums.text(lang).to_owned());
    let sums = [
        list.promised.committed()?,
        list.promised.provided_for,
        list.promised.paid,
    ];
    let at = columns.len() - sums.len();
    for (cell, sum) in total[at..].iter_mut().zip(sums) {
        *cell = Cell::Money(sum);
    }
    Some(Table {
        title: FundingText::Commitments.text(lang).to_owned(),
        columns,
        rows: list.lines.iter().map(|line| row(line, lang)).collect(),
        total: Some(total),
    })
}

fn row(line: &CommitmentLine, lang: Lang) -> Vec<Cell> {
    let made = &line.commitment;
    let amount = Cell::Money(line.drawn.amount);
    let (committed, provided_for) = if line.drawn.strength.is_committed() {
        (amount, Cell::Empty)
    } else {
        (Cell::Empty, amount)
    };
    vec![
        Cell::Text(line.section.to_string()),
        Cell::Text(line.decision_maker.clone()),
        Cell::text(line.case_number.as_ref().map(ToString::to_string)),
        Cell::text(line.project.as_ref().map(|(_, name)| name.as_str())),
        Cell::text(line.beneficiary.as_deref()),
        Cell::year(made.year),
        Cell::text(made.budget_line.as_deref()),
        Cell::Text(names::strength(line.drawn.strength, lang).to_owned()),
        Cell::text(made.condition.as_deref()),
        committed,
        provided_for,
        Cell::Money(line.drawn.paid),
    ]
}
