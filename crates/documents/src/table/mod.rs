//! A table as a file: CSV for programs, CSV for Finnish spreadsheets, XLSX and JSON.
//!
//! One value makes all of them, so that they cannot differ. What is not known is an empty cell,
//! never 0. The row of sums is for people: CSV for programs leaves it out, since whoever adds up a
//! column would count everything twice.

mod csv;
mod json;
mod parts;
mod xlsx;

pub use self::csv::{csv, csv_for_spreadsheets};
pub use self::json::json;
pub(crate) use self::json::name as name_in_json;
pub use self::parts::PartForm;
pub use self::xlsx::xlsx;

use domain::Money;
use rust_xlsxwriter::XlsxError;
use time::Date;

/// The form of a table in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// CSV for programs.
    Csv,
    /// CSV for Finnish spreadsheets.
    CsvForSpreadsheets,
    /// XLSX.
    Xlsx,
    /// JSON.
    Json,
}

impl Form {
    /// A table in this form.
    ///
    /// # Errors
    /// [`NotMade`] where the form has no room for the table.
    pub fn bytes(self, table: &Table) -> Result<Vec<u8>, NotMade> {
        match self {
            Self::Csv => Ok(csv(table)?),
            Self::CsvForSpreadsheets => Ok(csv_for_spreadsheets(table)?),
            Self::Xlsx => xlsx(table),
            Self::Json => Ok(json(table)?),
        }
    }
}

/// Why a table was not made into a file.
#[derive(Debug, thiserror::Error)]
pub enum NotMade {
    /// The lines could not be written.
    #[error("the lines cannot be written: {0}")]
    Csv(#[from] ::csv::Error),
    /// The objects could not be written.
    #[error("the objects cannot be written: {0}")]
    Json(#[from] serde_json::Error),
    /// The sheet could not be written.
    #[error("the sheet cannot be written: {0}")]
    Xlsx(#[from] XlsxError),
}

/// A table with typed columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it shows; the name of its sheet, as far as that has room.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell for each column.
    pub rows: Vec<Vec<Cell>>,
    /// The sums of all rows, where there are any; a cell for each column.
    pub total: Option<Vec<Cell>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name for programs, which never changes.
    pub code: &'static str,
    /// Its name for people.
    pub label: String,
    /// What stands in it.
    pub kind: Kind,
    /// The same in a sentence, of a column of open data.
    pub about: Option<&'static str>,
}

impl Column {
    /// A column.
    pub fn new(code: &'static str, label: impl Into<String>, kind: Kind) -> Self {
        Self {
            code,
            label: label.into(),
            kind,
            about: None,
        }
    }

    /// The same column with a sentence about what stands in it.
    #[must_use]
    pub const fn about(mut self, text: &'static str) -> Self {
        self.about = Some(text);
        self
    }
}

/// What stands in the cells of a column that are not empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words; also numbers that name something, such as that of a budget line.
    Text,
    /// An accounting year.
    Year,
    /// An amount of euros.
    Money,
    /// A day.
    Day,
    /// A number of things.
    Count,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing, or nothing that is known.
    Empty,
    /// Words.
    Text(String),
    /// An accounting year.
    Year(u16),
    /// An amount of euros.
    Money(Money),
    /// A day.
    Day(Date),
    /// A number of things.
    Count(u64),
}

impl Cell {
    /// Words, or an empty cell where there are none.
    pub fn text(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Empty, |text| Self::Text(text.into()))
    }

    /// A year, or an empty cell where there is none.
    pub fn year(year: Option<u16>) -> Self {
        year.map_or(Self::Empty, Self::Year)
    }

    /// An amount, or an empty cell where it is not known.
    pub fn money(amount: Option<Money>) -> Self {
        amount.map_or(Self::Empty, Self::Money)
    }
}

/// An amount in euros with two decimals, as programs write it: `-2500.00`.
fn decimal(amount: Money, mark: char) -> String {
    let cents = amount.cents().unsigned_abs();
    let sign = if amount < Money::ZERO { "-" } else { "" };
    format!("{sign}{}{mark}{:02}", cents / 100, cents % 100)
}
