//! Lines of CSV (RFC 4180), and texts in files that spreadsheets open.

use csv::{Terminator, WriterBuilder};

/// Between the fields of a line (RFC 4180).
pub(crate) const COMMA: u8 = b',';
/// Between the fields of a line where the comma is the decimal mark.
pub(crate) const SEMICOLON: u8 = b';';

/// Records as lines, each ended by CR LF.
pub(crate) fn lines<Record, Field>(
    delimiter: u8,
    records: impl IntoIterator<Item = Record>,
) -> Result<Vec<u8>, csv::Error>
where
    Record: IntoIterator<Item = Field>,
    Field: AsRef<[u8]>,
{
    let mut writer = WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    for record in records {
        writer.write_record(record)?;
    }
    writer
        .into_inner()
        .map_err(|error| error.into_error().into())
}

/// A text that a spreadsheet does not take for a formula.
pub(crate) fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
