//! What the commands need beside a Rust toolchain and Node: found, or installed and said so.

mod debian;
mod deny;
mod npm;
mod python;
mod wasm;

use std::path::PathBuf;

use anyhow::Result;

pub(crate) use self::wasm::BrowserCompiler;
use crate::workspace::Workspace;

/// Provides what a build needs: npm packages and a compiler for the browser.
///
/// # Errors
/// Something is missing and cannot be installed; the message says what to type.
pub(crate) fn for_build(workspace: &Workspace) -> Result<BrowserCompiler> {
    npm::install(workspace)?;
    wasm::install(workspace)
}

/// Provides PostgreSQL and returns the folder of its server programs.
///
/// # Errors
/// As [`for_build`].
pub(crate) fn for_unit_tests() -> Result<PathBuf> {
    debian::install(&[debian::POSTGRESQL])?;
    debian::postgres()
}

/// Provides the reader of calendar files and returns the Python that has it.
///
/// # Errors
/// As [`for_build`].
pub(crate) fn for_calendar_tests(workspace: &Workspace) -> Result<PathBuf> {
    python::install(workspace)
}

/// Provides the PDF validators and returns the Python that has them.
///
/// # Errors
/// As [`for_build`].
pub(crate) fn for_pdf_tests(workspace: &Workspace) -> Result<PathBuf> {
    debian::install(&[debian::POPPLER, debian::QPDF])?;
    python::install(workspace)
}

/// Provides the browser, and what turns PDF pages into pictures.
///
/// # Errors
/// As [`for_build`].
pub(crate) fn for_browser() -> Result<PathBuf> {
    debian::install(&[debian::CHROMIUM, debian::POPPLER])?;
    debian::chromium()
}

/// Provides what makes requests and what answers are compared with.
///
/// # Errors
/// As [`for_build`].
pub(crate) fn for_bench() -> Result<()> {
    debian::install(&[debian::NGINX, debian::SQLITE, debian::WRK])
}

/// Provides what the checks need: a compiler for the browser, its clippy, and `cargo-deny`.
///
/// # Errors
/// As [`for_build`].
pub(crate) fn for_check(workspace: &Workspace) -> Result<(BrowserCompiler, PathBuf)> {
    Ok((wasm::install(workspace)?, deny::install(workspace)?))
}
