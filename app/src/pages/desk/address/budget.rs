//! Addresses of the city's budget.

use domain::id::BudgetImportId;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

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

/// The template of a file that can be imported.
pub fn import_template(year: u16) -> String {
    format!("{BUDGET}/{year}/tuo/pohja.csv")
}

/// What a file would record.
pub fn budget_import(year: u16, id: BudgetImportId) -> String {
    format!("{BUDGET}/{year}/tuo/{id}")
}

/// A line of a year, or what draws on none. A number that decisions name may be any text.
pub fn budget_line(year: u16, code: Option<&str>) -> String {
    let code = code.map_or_else(
        || WITHOUT_LINE.to_owned(),
        |code| utf8_percent_encode(code, NON_ALPHANUMERIC).to_string(),
    );
    format!("{BUDGET}/{year}/kohdat/{code}")
}

/// What was paid for an accounting year, as a file for the ledger.
pub fn payments(year: u16) -> String {
    format!("{BUDGET}/{year}/maksut.csv")
}
