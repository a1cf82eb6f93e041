//! A table as CSV.

use domain::Lang;
use wording::format;

use super::{Cell, Table, decimal};
use crate::lines::{COMMA, SEMICOLON, harmless, lines};

/// Tells a spreadsheet that the file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The table for programs (RFC 4180): the codes of its columns and its rows; amounts as `2500.00`,
/// days as `2023-08-18`.
///
/// # Errors
/// [`csv::Error`] never in practice: it is written to memory.
pub fn csv(table: &Table) -> Result<Vec<u8>, ::csv::Error> {
    let codes = table.columns.iter().map(|column| column.code.to_owned());
    let rows = table.rows.iter().map(|row| fields(row, for_programs));
    lines(COMMA, std::iter::once(codes.collect()).chain(rows))
}

/// The table as a Finnish spreadsheet opens it: UTF-8 with its mark, semicolons between the fields,
/// a comma before the cents, days as `18.8.2023`, and the row of sums.
///
/// # Errors
/// [`csv::Error`] never in practice: it is written to memory.
pub fn csv_for_spreadsheets(table: &Table) -> Result<Vec<u8>, ::csv::Error> {
    let labels = table.columns.iter().map(|column| harmless(&column.label));
    let rows = table.rows.iter().chain(&table.total);
    let rows = rows.map(|row| fields(row, for_people));
    let lines = lines(SEMICOLON, std::iter::once(labels.collect()).chain(rows))?;
    Ok([BYTE_ORDER_MARK.as_bytes(), &lines].concat())
}

fn fields(row: &[Cell], field: fn(&Cell) -> String) -> Vec<String> {
    row.iter().map(field).collect()
}

fn for_programs(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => harmless(text),
        Cell::Year(year) => year.to_string(),
        Cell::Money(amount) => decimal(*amount, '.'),
        Cell::Day(day) => day.to_string(),
        Cell::Count(count) => count.to_string(),
    }
}

fn for_people(cell: &Cell) -> String {
    match cell {
        Cell::Money(amount) => decimal(*amount, ','),
        Cell::Day(day) => format::date(*day, Lang::Fi),
        other => for_programs(other),
    }
}
