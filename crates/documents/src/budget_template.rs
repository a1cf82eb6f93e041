//! The template of a file from which budget rows are imported.

use csv::{Terminator, WriterBuilder};
use domain::Lang;
use domain::budget::BudgetColumn;
use wording::desk::budget_import::column;

/// The names of the columns as CSV. Semicolons and the mark of UTF-8 let the spreadsheets of Finland
/// open it in columns and with its letters.
///
/// # Errors
/// [`csv::Error`] never in practice: it is written to memory.
pub fn csv(lang: Lang) -> Result<Vec<u8>, csv::Error> {
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(BudgetColumn::ALL.map(|of| column(of, lang)))?;
    writer
        .into_inner()
        .map_err(|error| error.into_error().into())
}
