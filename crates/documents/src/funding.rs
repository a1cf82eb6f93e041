//! The plans of all projects as tables: the sums by year and funder, and the amounts they are made
//! of. How many amounts nobody knows stands in a column of its own, so that each column can be
//! added up.

use domain::Lang;
use domain::view::funding::{FundingSheet, Planned, PlannedLine, PlannedLines};
use wording::desk::Label;
use wording::desk::funding::{PlansText, payer};
use wording::names;

use crate::table::{Cell, Column, Kind, Table};

/// The sums by funder and year, a row for each that anything is planned for.
pub fn sums(sheet: &FundingSheet, lang: Lang) -> Table {
    let columns = vec![
        Column::new("funder", PlansText::Funder.text(lang), Kind::Text),
        Column::new("year", Label::Year.text(lang), Kind::Year),
        Column::new("planned", PlansText::Planned.text(lang), Kind::Money),
        Column::new("unknown", PlansText::Unknown.text(lang), Kind::Count),
    ];
    let rows = sheet.payers.iter().flat_map(|row| {
        let name = payer(row.payer, row.name.as_deref(), lang);
        let years = sheet.years.iter().zip(&row.of_years);
        let years = years.filter(|(_, sum)| !sum.is_nothing());
        years.map(move |(year, sum)| {
            let [known, unknown] = cells(*sum);
            vec![Cell::Text(name.clone()), Cell::year(*year), known, unknown]
        })
    });
    let [known, unknown] = cells(sheet.total);
    let in_all = Cell::Text(PlansText::InAll.text(lang).to_owned());
    Table {
        title: PlansText::Table.text(lang).to_owned(),
        columns,
        rows: rows.collect(),
        total: Some(vec![in_all, Cell::Empty, known, unknown]),
    }
}

/// The amounts that a sum is made of.
pub fn amounts(lines: &PlannedLines, lang: Lang) -> Table {
    let columns = vec![
        Column::new("project", Label::Project.text(lang), Kind::Text),
        Column::new("plan_version", PlansText::Version.text(lang), Kind::Count),
        Column::new("funder", PlansText::Funder.text(lang), Kind::Text),
        Column::new("category", Label::Category.text(lang), Kind::Text),
        Column::new("year", Label::Year.text(lang), Kind::Year),
        Column::new("planned", PlansText::Planned.text(lang), Kind::Money),
        Column::new("unknown", PlansText::Unknown.text(lang), Kind::Count),
    ];
    let mut total = vec![Cell::Empty; columns.len() - 2];
    total[0] = Cell::Text(PlansText::InAll.text(lang).to_owned());
    total.extend(cells(lines.total));
    Table {
        title: PlansText::Rows.text(lang).to_owned(),
        columns,
        rows: lines.lines.iter().map(|line| row(line, lang)).collect(),
        total: Some(total),
    }
}

fn row(line: &PlannedLine, lang: Lang) -> Vec<Cell> {
    let funders = if line.funders.is_empty() {
        payer(line.payer, None, lang)
    } else {
        line.funders.join(", ")
    };
    vec![
        Cell::Text(line.project.1.clone()),
        Cell::Count(line.version.into()),
        Cell::Text(funders),
        Cell::Text(names::category(line.category, lang).to_owned()),
        Cell::year(line.year),
        Cell::money(line.amount),
        Cell::Count(u64::from(line.amount.is_none())),
    ]
}

fn cells(sum: Planned) -> [Cell; 2] {
    [Cell::money(sum.known), Cell::Count(sum.unknown)]
}
