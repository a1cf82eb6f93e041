//! What goes on beside the pages that are measured: all decisions are exported, and a table is
//! imported, again and again.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;
use std::time::Instant;

use anyhow::Result;

use super::csv::{ALL, Stream};
use super::server::Running;
use crate::process;

/// Projects of each import.
const ROWS: u32 = 1_000;

/// The register that is measured: its server, its program, a folder of ours and its database.
pub(super) struct Register<'a> {
    pub(super) server: &'a Running,
    pub(super) binary: &'a Path,
    pub(super) folder: &'a Path,
    pub(super) database: &'a Path,
}

/// Runs something beside an export and an import; gives what came of it and how many of each ended
/// meanwhile.
pub(super) fn beside<T>(register: &Register<'_>, run: impl FnOnce() -> T) -> (T, u32, u32) {
    let is_over = AtomicBool::new(false);
    let (exports, imports) = (AtomicU32::new(0), AtomicU32::new(0));
    let again = |counted: &AtomicU32, one: &dyn Fn(u32) -> Result<()>| {
        while !is_over.load(Ordering::Relaxed) {
            if one(counted.load(Ordering::Relaxed)).is_ok() {
                counted.fetch_add(1, Ordering::Relaxed);
            }
        }
    };
    let result = thread::scope(|scope| {
        scope.spawn(|| again(&exports, &|_| export(register.server)));
        scope.spawn(|| again(&imports, &|number| import(register, number)));
        let result = run();
        is_over.store(true, Ordering::Relaxed);
        result
    });
    (result, exports.into_inner(), imports.into_inner())
}

fn export(server: &Running) -> Result<()> {
    Stream::to_end(server.ask(ALL)?, Instant::now())?;
    Ok(())
}

/// Imports projects of names that no earlier import of this run had.
fn import(register: &Register<'_>, number: u32) -> Result<()> {
    let run = std::process::id();
    let row = |row| format!("KAJDno-2023-912;Mittaus {run} {number} {row}\n");
    let rows: String = (0..ROWS).map(row).collect();
    let table = format!("Asiatunnus;Hankkeen nimi\n{rows}");
    let file = register.folder.join("projects.csv");
    fs::write(&file, table)?;
    process::output(
        process::command(register.binary)
            .arg("--database")
            .arg(format!("sqlite:{}", register.database.display()))
            .args(["import-table", "projects"])
            .arg(file),
    )?;
    Ok(())
}
