//! A table as JSON.

use std::borrow::Cow;

use serde::Serialize;
use serde::ser::{SerializeMap as _, Serializer};

use super::{Cell, Column, Kind, Table};

/// The rows as an array of objects with the codes of the columns as names, in their order. Amounts
/// are whole cents, in fields whose names end with `_cents`; what is not known is null. The row of
/// sums is left out, as in CSV for programs.
///
/// # Errors
/// [`serde_json::Error`] never in practice: it is written to memory.
pub fn json(table: &Table) -> Result<Vec<u8>, serde_json::Error> {
    let mut all = b"[".to_vec();
    objects(&mut all, &table.columns, &table.rows, true)?;
    all.push(b']');
    Ok(all)
}

/// Writes rows as objects with a comma before each but the first of all.
pub(super) fn objects(
    to: &mut Vec<u8>,
    columns: &[Column],
    rows: &[Vec<Cell>],
    from_first: bool,
) -> Result<(), serde_json::Error> {
    for (at, row) in rows.iter().enumerate() {
        if at > 0 || !from_first {
            to.push(b',');
        }
        serde_json::to_writer(&mut *to, &Object(columns, row))?;
    }
    Ok(())
}

/// A row with the columns it belongs to.
struct Object<'a>(&'a [Column], &'a [Cell]);

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(Some(self.0.len()))?;
        // A row may be shorter than the columns: what it does not have is not known.
        let cells = self.1.iter().chain(std::iter::repeat(&Cell::Empty));
        for (column, cell) in self.0.iter().zip(cells) {
            let name = name(column);
            match cell {
                Cell::Empty => object.serialize_entry(&name, &())?,
                Cell::Text(text) => object.serialize_entry(&name, text)?,
                Cell::Year(year) => object.serialize_entry(&name, year)?,
                Cell::Money(amount) => object.serialize_entry(&name, &amount.cents())?,
                Cell::Day(day) => object.serialize_entry(&name, &day.to_string())?,
                Cell::Count(count) => object.serialize_entry(&name, count)?,
            }
        }
        object.end()
    }
}

/// The name of a column.
pub(crate) fn name(column: &Column) -> Cow<'static, str> {
    match column.kind {
        Kind::Money => format!("{}_cents", column.code).into(),
        _ => column.code.into(),
    }
}
