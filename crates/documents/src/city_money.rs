//! What published decisions promise, as a table for everybody.

use domain::Lang;
use domain::budget::Promised;
use domain::decision::CommitmentStrength;
use domain::view::city_money::PromiseRow;
use wording::names;
use wording::public::money::{MoneyText, sums_of};
use wording::public::{ColumnText, DecisionText, ProjectText};

use crate::table::{Cell, Column, Kind, Table};

/// The columns of the table.
pub fn columns(lang: Lang) -> Vec<Column> {
    use ColumnText as C;
    let text = |code, label| Column::new(code, label, Kind::Text);
    let year = DecisionText::AccountingYear.text(lang);
    let mut columns = vec![
        (
            text("decision", ProjectText::Decision.text(lang)),
            C::Section,
        ),
        (
            text("decision_maker", DecisionText::DecisionMaker.text(lang)),
            C::DecisionMaker,
        ),
        (
            text("project", MoneyText::Project.text(lang)),
            C::ProjectName,
        ),
        (
            text("beneficiary", ProjectText::Beneficiary.text(lang)),
            C::Beneficiary,
        ),
        (Column::new("year", year, Kind::Year), C::Year),
        (
            text("budget_line", MoneyText::Line.text(lang)),
            C::BudgetLine,
        ),
        (
            text("strength", DecisionText::Strength.text(lang)),
            C::Strength,
        ),
        (
            text("condition", DecisionText::Condition.text(lang)),
            C::Condition,
        ),
    ];
    let sums = [
        ("granted", C::Granted),
        ("at_most", C::AtMost),
        ("conditional", C::Conditional),
        ("provided_for", C::ProvidedFor),
        ("paid", C::Paid),
    ];
    let labels = sums_of(&Promised::default()).map(|(label, _)| label.text(lang));
    let sums = sums.into_iter().zip(labels);
    columns
        .extend(sums.map(|((code, about), label)| (Column::new(code, label, Kind::Money), about)));
    let columns = columns.into_iter();
    columns
        .map(|(column, about)| column.about(about.text(lang)))
        .collect()
}

/// The rows of the table.
pub fn rows(promises: &[PromiseRow], lang: Lang) -> Vec<Vec<Cell>> {
    promises.iter().map(|row| cells(row, lang)).collect()
}

/// The promises, each amount in the column of its strength, so that a column can be added up.
pub fn table(promises: &[PromiseRow], total: &Promised, lang: Lang) -> Table {
    let columns = columns(lang);
    let sums = sums_of(total).map(|(_, sum)| Cell::Money(sum));
    let mut cells = vec![Cell::Text(MoneyText::InAll.text(lang).to_owned())];
    cells.resize(columns.len().saturating_sub(sums.len()), Cell::Empty);
    cells.extend(sums);
    Table {
        title: MoneyText::Title.text(lang).to_owned(),
        columns,
        rows: rows(promises, lang),
        total: Some(cells),
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
