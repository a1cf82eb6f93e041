//! A table that somebody hands in as a file: CSV or XLSX, told apart by what is in it.
//!
//! Whatever the bytes are, the answer is a table with what cannot be trusted in it, or the reason
//! why it is none; `docs/import.md` says what is read and how. Nothing is guessed, and nothing is
//! reserved or unpacked because a file says so: every limit is kept while reading.

mod delimited;
mod gathering;
mod letters;
mod workbook;

use std::sync::LazyLock;

use domain::attachment::MAX_SIZE;
use domain::table::{Fault, Table};
use tokio::sync::Semaphore;

/// How many files are read at once, so that uploads can fill neither memory nor cores.
const AT_ONCE: usize = 2;
static PERMITS: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(AT_ONCE));

/// How files of Excel 97–2003 begin, and newer ones that are closed by a password.
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];
/// How a package begins.
const PACKAGE: &[u8] = b"PK\x03\x04";

/// Reads a file.
///
/// # Errors
/// Why it is no table that can be read.
pub fn read(bytes: &[u8]) -> Result<Table, Fault> {
    if bytes.is_empty() {
        return Err(Fault::NoFile);
    }
    if bytes.len() > MAX_SIZE {
        return Err(Fault::TooLarge);
    }
    if bytes.starts_with(COMPOUND) {
        return Err(Fault::OldFormat);
    }
    if bytes.starts_with(PACKAGE) {
        workbook::read(bytes)
    } else {
        delimited::read(bytes)
    }
}

/// Reads a file on a thread of its own. A defect of the readers counts as a broken file.
///
/// # Errors
/// Why it is no table that can be read.
pub(crate) async fn read_apart(bytes: Vec<u8>) -> Result<Table, Fault> {
    let _permit = PERMITS.acquire().await.map_err(|_| Fault::Broken)?;
    tokio::task::spawn_blocking(move || read(&bytes))
        .await
        .unwrap_or(Err(Fault::Broken))
}
