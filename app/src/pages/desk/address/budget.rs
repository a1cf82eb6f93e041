//! Addresses of the city's budget.

use domain::budget::ClosingKind;
use domain::id::ImportFileId;
use domain::view::commitment_list::Named;

use crate::address::{named, text};

/// The budget of this year.
pub const BUDGET: &str = "/tyopoyta/talousarvio";
/// Stands for a line in the address of what draws on none.
pub const WITHOUT_LINE: &str = "-";

/// The budget of a year.
pub fn budget(year: u16) -> String {
    format!("{BUDGET}/{year}")
}

/// The form that records a decision about the budget of a year.
pub fn record_budget(year: u16) -> String {
    format!("{BUDGET}/{year}/kirjaa")
}

/// The form by which rows of the budget of a year are imported.
pub fn import_budget(year: u16) -> String {
    format!("{BUDGET}/{year}/tuo")
}

/// The templates of rows of a budget decision, as CSV and XLSX.
pub fn import_templates(year: u16) -> [String; 2] {
    ["csv", "xlsx"].map(|ending| format!("{}/pohja.{ending}", import_budget(year)))
}

/// What a file would record.
pub fn budget_import(year: u16, id: ImportFileId) -> String {
    format!("{BUDGET}/{year}/tuo/{id}")
}

/// A line of a year, or what draws on none. A number that decisions name may be any text.
pub fn budget_line(year: u16, code: Option<&str>) -> String {
    let code = code.map_or_else(|| WITHOUT_LINE.to_owned(), text);
    format!("{BUDGET}/{year}/kohdat/{code}")
}

/// The lines of a year with where they stand, as files.
pub fn line_files(year: u16) -> [String; 3] {
    super::in_files(&format!("{BUDGET}/{year}/kohdat"), &[])
}

/// What the budget of a year came to.
pub fn year_end(year: u16) -> String {
    format!("{BUDGET}/{year}/toteuma")
}

/// The same as files.
pub fn year_end_files(year: u16) -> [String; 3] {
    super::in_files(&year_end(year), &[])
}

/// What was paid for an accounting year, of one line, of none or of all.
pub fn payments(year: u16, line: Option<&Named<String>>) -> String {
    let line = line.map(|line| ("kohta", text(&named(line.clone()))));
    let pairs: Vec<_> = line.into_iter().collect();
    format!("{BUDGET}/{year}/maksut{}", super::in_query(&pairs))
}

/// What was paid for an accounting year, as files for the ledger.
pub fn payment_files(year: u16) -> [String; 3] {
    super::in_files(&format!("{BUDGET}/{year}/maksut"), &[])
}

/// The form that closes a year, or opens it again.
pub fn close_budget(year: u16, kind: ClosingKind) -> String {
    let name = match kind {
        ClosingKind::Closed => "sulje",
        ClosingKind::Reopened => "avaa",
    };
    format!("{BUDGET}/{year}/{name}")
}
