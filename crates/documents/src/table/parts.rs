//! A table written part by part, so that one of any length is never in memory as a whole.

use super::{Cell, Column, NotMade, csv, json};

/// A form that can be written before its last row is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartForm {
    /// CSV for programs.
    Csv,
    /// CSV for Finnish spreadsheets.
    CsvForSpreadsheets,
    /// JSON.
    Json,
}

impl PartForm {
    /// What stands before the rows.
    ///
    /// # Errors
    /// [`NotMade`] never in practice: it is written to memory.
    pub fn begin(self, columns: &[Column]) -> Result<Vec<u8>, NotMade> {
        Ok(match self {
            Self::Csv => csv::codes(columns)?,
            Self::CsvForSpreadsheets => csv::labels(columns)?,
            Self::Json => b"[".to_vec(),
        })
    }

    /// Some rows; `from_first` of those that begin with the first of all.
    ///
    /// # Errors
    /// [`NotMade`] never in practice: it is written to memory.
    pub fn rows(
        self,
        columns: &[Column],
        rows: &[Vec<Cell>],
        from_first: bool,
    ) -> Result<Vec<u8>, NotMade> {
        Ok(match self {
            Self::Csv => csv::records(rows)?,
            Self::CsvForSpreadsheets => csv::lines_for_people(rows)?,
            Self::Json => {
                let mut all = Vec::new();
                json::objects(&mut all, columns, rows, from_first)?;
                all
            }
        })
    }

    /// What stands after the rows.
    pub const fn end(self) -> &'static [u8] {
        match self {
            Self::Csv | Self::CsvForSpreadsheets => b"",
            Self::Json => b"]",
        }
    }
}
