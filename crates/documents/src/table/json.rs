//! A table as JSON.

use serde::Serialize;
use serde::ser::{SerializeMap as _, Serializer};

use super::{Cell, Column, Table, decimal};

/// The rows as an array of objects with the codes of the columns as names, in their order. Amounts
/// are texts with two decimals, since a number of JSON may be read as a floating one; what is not
/// known is null. The row of sums is left out, as in CSV for programs.
///
/// # Errors
/// [`serde_json::Error`] never in practice: it is written to memory.
pub fn json(table: &Table) -> Result<Vec<u8>, serde_json::Error> {
    let rows = table.rows.iter().map(|row| Object(&table.columns, row));
    serde_json::to_vec(&rows.collect::<Vec<_>>())
}

/// A row with the columns it belongs to.
struct Object<'a>(&'a [Column], &'a [Cell]);

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(Some(self.0.len()))?;
        // A row may be shorter than the columns: what it does not have is not known.
        let cells = self.1.iter().chain(std::iter::repeat(&Cell::Empty));
        for (column, cell) in self.0.iter().zip(cells) {
            match cell {
                Cell::Empty => object.serialize_entry(column.code, &())?,
                Cell::Text(text) => object.serialize_entry(column.code, text)?,
                Cell::Year(year) => object.serialize_entry(column.code, year)?,
                Cell::Money(amount) => {
                    object.serialize_entry(column.code, &decimal(*amount, '.'))?;
                }
                Cell::Day(day) => object.serialize_entry(column.code, &day.to_string())?,
                Cell::Count(count) => object.serialize_entry(column.code, count)?,
            }
        }
        object.end()
    }
}
