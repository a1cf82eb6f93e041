//! A table that somebody handed in as a file, as it was read: texts, numbers and days in cells, and
//! what cannot be trusted in them. The `wording` crate has the sentences.

use serde::{Deserialize, Serialize};
use time::Date;

use crate::finding::Weight;

/// Rows that are read at most, without the header.
pub const MAX_ROWS: usize = 100_000;
/// Columns that are read at most.
pub const MAX_COLUMNS: usize = 100;
/// Characters of a cell that are read at most.
pub const MAX_CELL: usize = 2_000;

/// A table with at least one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The names of its columns as the header has them; empty where it has none.
    pub columns: Vec<String>,
    /// Its rows in their order, without those in which nothing stands.
    pub rows: Vec<TableRow>,
    /// What is to be said of the file as a whole.
    pub faults: Vec<Fault>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// Its number in the file, counted from 1: the row of the sheet, or the line of the text.
    pub number: u32,
    /// Its cells; as many as there are columns.
    pub cells: Vec<Cell>,
    /// What is wrong with it as a whole.
    pub fault: Option<Fault>,
}

/// A cell as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// A text; empty where nothing stands.
    Text(String),
    /// A number, in digits with a decimal point.
    Number(String),
    /// A day.
    Day(Date),
    /// What cannot be trusted.
    Fault(Fault),
}

impl Cell {
    /// A cell in which nothing stands.
    pub const EMPTY: Self = Self::Text(String::new());

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Text(text) if text.trim().is_empty())
    }

    /// What stands in it, as somebody would type it into a field of a form; of a fault nothing.
    ///
    /// A number has a decimal comma. Its decimals are decimals, so that one with three of them is
    /// written with a fourth: `1,234` could be thousands.
    ///
    /// ```
    /// use domain::table::Cell;
    /// assert_eq!(Cell::Number("-1234.5".to_owned()).typed(), "-1234,5");
    /// assert_eq!(Cell::Number("1.234".to_owned()).typed(), "1,2340");
    /// ```
    pub fn typed(&self) -> String {
        match self {
            Self::Text(text) => text.trim().to_owned(),
            Self::Number(number) => match number.split_once('.') {
                Some((whole, decimals)) if decimals.len() == 3 => format!("{whole},{decimals}0"),
                Some((whole, decimals)) => format!("{whole},{decimals}"),
                None => number.clone(),
            },
            Self::Day(day) => format!("{}.{}.{}", day.day(), u8::from(day.month()), day.year()),
            Self::Fault(_) => String::new(),
        }
    }
}

macro_rules! faults {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)+) => {
        /// What is wrong with a file, a row or a cell. The codes are stable.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Fault {
            $($(#[$doc])* #[serde(rename = $code)] $name,)+
        }

        impl Fault {
            /// Every fault.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The stable code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }
        }
    };
}

faults! {
    /// No file, or one without a byte.
    NoFile = "no_file",
    /// No header, or no row below it.
    Empty = "empty",
    /// Neither CSV nor XLSX.
    Unreadable = "unreadable",
    /// XLSX that cannot be read to its end.
    Broken = "broken",
    /// Of an old form of Excel, or closed by a password.
    OldFormat = "old_format",
    /// Larger than what is read, as it is or unpacked.
    TooLarge = "too_large",
    /// More than [`MAX_ROWS`].
    TooManyRows = "too_many_rows",
    /// More than [`MAX_COLUMNS`].
    TooManyColumns = "too_many_columns",
    /// A workbook with several sheets.
    Sheets = "sheets",
    /// Hidden sheets, rows or columns: what nobody sees is not imported.
    Hidden = "hidden",
    /// Merged cells: nobody knows which rows a value is for.
    Merged = "merged",
    /// The header does not tell what separates the cells.
    SeparatorUnclear = "separator_unclear",
    /// A quotation mark is not closed.
    QuoteOpen = "quote_open",
    /// Not in UTF-8, and read as Windows-1252.
    FromWindows1252 = "from_windows_1252",
    /// A column with values has no name of its own.
    ColumnUnnamed = "column_unnamed",
    /// The letters of a row are in another code page, or broken.
    Letters = "letters",
    /// A row has more cells than the header.
    RowTooLong = "row_too_long",
    /// A cell holds a formula: what it came to is not trusted.
    Formula = "formula",
    /// A cell holds an error of the spreadsheet.
    ErrorValue = "error_value",
    /// A cell is longer than [`MAX_CELL`].
    CellTooLong = "cell_too_long",
    /// A text stands where only some words may.
    UnknownWord = "unknown_word",
    /// More rows than one decision may have.
    OverDecision = "over_decision",
    /// A cell holds a number or a day that no calendar or account has.
    NotAValue = "not_a_value",
}

impl Fault {
    /// How much it weighs: with what blocks nothing is imported.
    pub const fn weight(self) -> Weight {
        match self {
            Self::FromWindows1252 => Weight::Notice,
            _ => Weight::Blocks,
        }
    }
}

impl Table {
    /// Whether something in the file as a whole keeps it from being imported.
    pub fn is_blocked(&self) -> bool {
        let blocks = |fault: &Fault| fault.weight() == Weight::Blocks;
        self.faults.iter().any(blocks)
    }
}
