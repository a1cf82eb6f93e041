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

/// The tools of the browser and PDF tests.
pub(crate) struct TestTools {
    pub(crate) chromium: PathBuf,
    /// The folder of `initdb` and `postgres`.
    pub(crate) postgres: PathBuf,
    /// The Python that has the PDF validators.
    pub(crate) python: PathBuf,
}

/// Provides what a build needs: npm packages and a compiler for the browser.
///
/// # Errors
/// Something is missing and cannot be installed; the message says what to type.
pub(crate) fn for_build(workspace: &Workspace) -> Result<BrowserCompiler> {
    npm::install(workspace)?;
    wasm::install(workspace)
}

/// Provides what the tests need beside a build.
///
/// # Errors
/// As [`for_build`].
pub(crate) fn for_test(workspace: &Workspace) -> Result<TestTools> {
    debian::install(&[
        debian::CHROMIUM,
        debian::POPPLER,
        debian::QPDF,
        debian::POSTGRESQL,
    ])?;
    Ok(TestTools {
        chromium: debian::chromium()?,
        postgres: debian::postgres()?,
        python: python::install(workspace)?,
    })
}

/// Provides what the pictures need beside a build: the browser and `pdftoppm`.
///
/// # Errors
/// As [`for_build`].
pub(crate) fn for_pictures() -> Result<PathBuf> {
    debian::install(&[debian::CHROMIUM, debian::POPPLER])?;
    debian::chromium()
}

/// Provides what the checks need: a compiler for the browser, its clippy, and `cargo-deny`.
///
/// # Errors
/// As [`for_build`].
pub(crate) fn for_check(workspace: &Workspace) -> Result<(BrowserCompiler, PathBuf)> {
    Ok((wasm::install(workspace)?, deny::install(workspace)?))
}
