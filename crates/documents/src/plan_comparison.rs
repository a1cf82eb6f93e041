//! Two versions of a funding plan beside each other as a table. An amount that is not wholly known
//! is an empty cell.

use domain::Lang;
use domain::funding::Total;
use domain::funding::comparison::PlanDifference;
use domain::view::project::PlanComparison;
use wording::desk::Label;
use wording::desk::plan_comparison::{self as words, ComparisonText as T};

use crate::table::{Cell, Column, Kind, Table};

/// Each amount of either version.
pub fn table(of: &PlanComparison, lang: Lang) -> Table {
    let version = |number: u32| words::version(number, lang);
    let columns = vec![
        Column::new("what", T::What.text(lang), Kind::Text),
        Column::new("category", Label::Category.text(lang), Kind::Text),
        Column::new("year", Label::Year.text(lang), Kind::Year),
        Column::new("from", version(of.from), Kind::Money),
        Column::new("to", version(of.to), Kind::Money),
        Column::new("difference", T::Difference.text(lang), Kind::Money),
    ];
    Table {
        title: T::Title.text(lang).to_owned(),
        columns,
        rows: of.rows.iter().map(|row| cells(of, row, lang)).collect(),
        total: None,
    }
}

fn cells(of: &PlanComparison, row: &PlanDifference, lang: Lang) -> Vec<Cell> {
    let side = |total: Option<Total>| match total {
        Some(Total::Known(amount)) => Cell::money(Some(amount)),
        Some(Total::AtLeast(_) | Total::Unknown) | None => Cell::Empty,
    };
    vec![
        Cell::Text(words::what(of, &row.of, lang)),
        Cell::Text(words::category(&row.of, lang).to_owned()),
        Cell::year(row.year),
        side(row.sides.from),
        side(row.sides.to),
        Cell::money(row.sides.difference()),
    ]
}
