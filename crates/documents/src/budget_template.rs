//! The template of a file from which budget rows are imported.

use domain::Lang;
use domain::budget::BudgetColumn;
use wording::desk::budget_import::{ImportText, column};

use crate::table::{Column, Kind, Table};

/// The names of the columns, with nothing below them.
pub fn table(lang: Lang) -> Table {
    let columns = BudgetColumn::ALL.map(|of| {
        // Words, so that no spreadsheet changes the number of a line.
        Column::new(of.field(), column(of, lang), Kind::Text)
    });
    Table {
        title: ImportText::Import.text(lang).to_owned(),
        columns: columns.into(),
        rows: Vec::new(),
        total: None,
    }
}
