//! Addresses of imports of tables.

use domain::id::ImportFileId;
use domain::table_import::ImportKind;

const IMPORTS: &str = "/tyopoyta/tuonti";

/// A kind of import as a part of an address.
const fn part(kind: ImportKind) -> &'static str {
    match kind {
        // The budget's have addresses of their own, below its year.
        ImportKind::Budget => "talousarvio",
        ImportKind::Ledger => "paakirja",
        ImportKind::Projects => "hankkeet",
        ImportKind::Plans => "rahoitussuunnitelmat",
    }
}

/// The form by which a table is handed in.
pub fn table_import(kind: ImportKind) -> String {
    format!("{IMPORTS}/{}", part(kind))
}

/// The same for the ledger of a year.
pub fn ledger_import(year: u16) -> String {
    format!("{}?vuosi={year}", table_import(ImportKind::Ledger))
}

/// The templates of a table, as CSV and as XLSX.
pub fn table_templates(kind: ImportKind) -> [String; 2] {
    let form = table_import(kind);
    [format!("{form}/pohja.csv"), format!("{form}/pohja.xlsx")]
}

/// What a file would record.
pub fn table_report(kind: ImportKind, id: ImportFileId) -> String {
    format!("{}/{id}", table_import(kind))
}
