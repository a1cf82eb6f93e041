//! The template of a table that can be imported: the names of its columns, and an example row that
//! the import leaves out.

use domain::Lang;
use domain::table_import::ImportKind;
use wording::desk::import_column::{example, name};
use wording::desk::table_import::title;

use crate::table::{Cell, Column, Kind, Table};

/// The template as a table. All of its cells are words, so that no spreadsheet changes a number
/// with which somebody else names something.
pub fn table(kind: ImportKind, lang: Lang) -> Table {
    let columns = kind.columns().iter();
    let example = columns
        .clone()
        .map(|of| match example(kind, of.field, lang) {
            "" => Cell::Empty,
            text => Cell::Text(text.to_owned()),
        });
    let names = columns.map(|of| Column::new(of.field, name(kind, of.field, lang), Kind::Text));
    Table {
        title: title(kind).text(lang).to_owned(),
        columns: names.collect(),
        rows: vec![example.collect()],
        total: None,
    }
}
