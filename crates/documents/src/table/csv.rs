//! A table as CSV.

use domain::Lang;
use wording::format;

use super::{Cell, Column, Table, decimal};
use crate::lines::{COMMA, SEMICOLON, harmless, lines};

/// Tells a spreadsheet that the file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The table for programs (RFC 4180): the codes of its columns and its rows; amounts as `2500.00`,
/// days as `2023-08-18`.
///
/// # Errors
/// [`csv::Error`] never in practice: it is written to memory.
pub fn csv(table: &Table) -> Result<Vec<u8>, ::csv::Error> {
    Ok([codes(&table.columns)?, records(&table.rows)?].concat())
}

/// The first line for programs.
pub(super) fn codes(columns: &[Column]) -> Result<Vec<u8>, ::csv::Error> {
    lines(COMMA, [columns.iter().map(|column| column.code)])
}

/// Lines for programs.
pub(super) fn records(rows: &[Vec<Cell>]) -> Result<Vec<u8>, ::csv::Error> {
    lines(COMMA, rows.iter().map(|row| fields(row, for_programs)))
}

/// The table as a Finnish spreadsheet opens it: UTF-8 with its mark, semicolons between the fields,
/// a comma before the cents, days as `18.8.2023`, and the row of sums.
///
/// # Errors
/// [`csv::Error`] never in practice: it is written to memory.
pub fn csv_for_spreadsheets(table: &Table) -> Result<Vec<u8>, ::csv::Error> {
    let total = table.total.as_slice();
    let head = labels(&table.columns)?;
    Ok([
        head,
        lines_for_people(&table.rows)?,
        lines_for_people(total)?,
    ]
    .concat())
}

/// The first line for spreadsheets, with the mark of its encoding.
pub(super) fn labels(columns: &[Column]) -> Result<Vec<u8>, ::csv::Error> {
    let labels = columns.iter().map(|column| harmless(&column.label));
    let line = lines(SEMICOLON, [labels])?;
    Ok([BYTE_ORDER_MARK.as_bytes(), &line].concat())
}

/// Lines for spreadsheets.
pub(super) fn lines_for_people(rows: &[Vec<Cell>]) -> Result<Vec<u8>, ::csv::Error> {
    lines(SEMICOLON, rows.iter().map(|row| fields(row, for_people)))
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
