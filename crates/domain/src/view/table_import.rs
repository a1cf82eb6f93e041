//! A file that is about to be imported.

use crate::id::ImportFileId;
use crate::table_import::{ImportDraft, ImportReport};

/// A file that is about to be imported, and what it would record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportSheet {
    /// Its identity.
    pub id: ImportFileId,
    /// Raised with each choice of columns.
    pub version: i64,
    /// The name of the file.
    pub file_name: String,
    /// The names of its columns.
    pub columns: Vec<String>,
    /// What was typed beside it, and the choice of columns.
    pub draft: ImportDraft,
    /// What it would record.
    pub report: ImportReport,
    /// The hash of everything that is shown. Only what was shown is recorded.
    pub shown: String,
}
