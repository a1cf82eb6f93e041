//! What published decisions promise, as a table for everybody.

use domain::Lang;
use domain::budget::Promised;
use domain::decision::CommitmentStrength;
use domain::view::city_money::PromiseRow;
use wording::names;
use wording::public::money::{MoneyText, sums_of};
use wording::public::{DecisionText, ProjectText};

use crate::table::{Cell, Column, Kind, Table};

/// The promises, each amount in the column of its strength, so that a column can be added up.
pub fn table(rows: &[PromiseRow], total: &Promised, lang: Lang) -> Table {
    let strengths = sums_of(total);
    let codes = ["granted", "at_most", "conditional", "provided_for", "paid"];
    let mut columns = vec![
        Column::new("decision", ProjectText::Decision.text(lang), Kind::Text),
        Column::new(
            "decision_maker",
            DecisionText::DecisionMaker.text(lang),
            Kind::Text,
        ),
        Column::new("project", MoneyText::Project.text(lang), Kind::Text),
        Column::new(
            "beneficiary",
            ProjectText::Beneficiary.text(lang),
            Kind::Text,
        ),
        Column::new("year", DecisionText::AccountingYear.text(lang), Kind::Year),
        Column::new("budget_line", MoneyText::Line.text(lang), Kind::Text),
        Column::new("strength", DecisionText::Strength.text(lang), Kind::Text),
        Column::new("condition", DecisionText::Condition.text(lang), Kind::Text),
    ];
    let mut sums = vec![Cell::Empty; columns.len()];
    sums[0] = Cell::Text(MoneyText::InAll.text(lang).to_owned());
    for (code, (text, sum)) in codes.into_iter().zip(strengths) {
        columns.push(Column::new(code, text.text(lang), Kind::Money));
        sums.push(Cell::Money(sum));
    }
    Table {
        title: MoneyText::Title.text(lang).to_owned(),
        columns,
        rows: rows.iter().map(|row| cells(row, lang)).collect(),
        total: Some(sums),
    }
}

fn cells(row: &PromiseRow, lang: Lang) -> Vec<Cell> {
    let made = &row.commitment;
    let mut cells = vec![
        Cell::Text(row.section.to_string()),
        Cell::Text(row.decision_maker.clone()),
        Cell::text(row.project.as_ref().map(|(_, name)| name.as_str())),
        Cell::text(row.beneficiary.as_deref()),
        Cell::year(made.year),
        Cell::text(made.budget_line.as_deref()),
        Cell::Text(names::strength(row.drawn.strength, lang).to_owned()),
        Cell::text(made.condition.as_deref()),
    ];
    cells.extend(CommitmentStrength::ALL.map(|strength| {
        if strength == row.drawn.strength {
            Cell::Money(row.drawn.amount)
        } else {
            Cell::Empty
        }
    }));
    cells.push(Cell::Money(row.drawn.paid));
    cells
}
