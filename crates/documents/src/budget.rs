//! The budget of a year as tables: where its lines stand, and what they came to.

use domain::Lang;
use domain::budget::Promised;
use domain::view::budget::{BudgetSheet, YearEndSheet};
use wording::desk::budget::BudgetText as T;

use crate::table::{Cell, Column, Kind, Table};

fn text(code: &'static str, label: T, lang: Lang) -> Column {
    Column::new(code, label.text(lang), Kind::Text)
}

fn money(code: &'static str, label: T, lang: Lang) -> Column {
    Column::new(code, label.text(lang), Kind::Money)
}

/// Where the lines of a year stand. What draws on no recorded line is a row without a name.
pub fn lines(sheet: &BudgetSheet, lang: Lang) -> Table {
    let columns = vec![
        text("budget_line", T::Line, lang),
        text("name", T::Name, lang),
        text("appropriation", T::Appropriation, lang),
        money("original", T::Original, lang),
        money("amended", T::Amended, lang),
        money("granted", T::Granted, lang),
        money("at_most", T::AtMost, lang),
        money("conditional", T::Conditional, lang),
        money("provided_for", T::ProvidedFor, lang),
        money("paid", T::Paid, lang),
        money("free", T::Free, lang),
    ];
    let placed = sheet.lines.iter().map(|row| {
        let (facts, position) = (&row.facts, &row.position);
        let mut cells = vec![
            Cell::Text(facts.code.as_str().to_owned()),
            Cell::Text(facts.name.clone()),
            Cell::Text(facts.appropriation.clone()),
            Cell::money(position.sums.original),
            Cell::money(position.sums.amended),
        ];
        cells.extend(promised(&position.promised));
        cells.push(Cell::money(position.free));
        cells
    });
    let unplaced = sheet.unplaced.iter().map(|row| {
        let mut cells = vec![Cell::text(row.code.as_deref())];
        cells.extend([const { Cell::Empty }; 4]);
        cells.extend(promised(&row.promised));
        cells.push(Cell::Empty);
        cells
    });
    let mut total = vec![Cell::Text(T::Together.text(lang).to_owned())];
    total.extend([const { Cell::Empty }; 4]);
    total.extend(promised(&sheet.promised));
    total.push(Cell::Empty);
    Table {
        title: format!("{} {}", T::Budget.text(lang), sheet.year),
        columns,
        rows: placed.chain(unplaced).collect(),
        total: Some(total),
    }
}

fn promised(of: &Promised) -> [Cell; 5] {
    [
        of.granted,
        of.at_most,
        of.conditional,
        of.provided_for,
        of.paid,
    ]
    .map(Cell::Money)
}

/// What the lines of a year came to.
pub fn year_end(sheet: &YearEndSheet, lang: Lang) -> Table {
    let columns = vec![
        text("budget_line", T::Line, lang),
        text("name", T::Name, lang),
        money("amended", T::Amended, lang),
        money("realised", T::Realised, lang),
        money("unused", T::Unused, lang),
        money("open", T::StillOpen, lang),
        money("next_year", T::NextYear, lang),
    ];
    let rows = sheet.rows.iter().map(|row| {
        let of = row.outcome;
        vec![
            Cell::text(row.code.as_deref()),
            Cell::text(row.name.as_deref()),
            Cell::money(of.amended),
            Cell::Money(of.realised),
            Cell::money(of.unused),
            Cell::Money(of.open),
            Cell::money(of.next_year),
        ]
    });
    let of = sheet.total;
    let total = vec![
        Cell::Text(T::Together.text(lang).to_owned()),
        Cell::Empty,
        Cell::money(of.amended),
        Cell::Money(of.realised),
        Cell::money(of.unused),
        Cell::Money(of.open),
        Cell::Empty,
    ];
    Table {
        title: format!("{} {}", T::YearEnd.text(lang), sheet.year),
        columns,
        rows: rows.collect(),
        total: Some(total),
    }
}
