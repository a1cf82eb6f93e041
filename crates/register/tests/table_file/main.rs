//! Tables as people and programs write them, and files that mean harm: always a report.

mod delimited;
mod hostile;
mod kinds;
mod workbook;
mod xlsx;

use domain::table::{Cell, Table};
use register::table_file::read;

/// The cells of a table as somebody would type them, each row with its number.
fn typed(table: &Table) -> Vec<(u32, Vec<String>)> {
    let rows = table.rows.iter();
    rows.map(|row| (row.number, row.cells.iter().map(Cell::typed).collect()))
        .collect()
}

fn table(bytes: &[u8]) -> Table {
    read(bytes).expect("it is a table")
}
