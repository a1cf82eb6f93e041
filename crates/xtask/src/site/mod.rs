//! The files that the binary carries: styles, fonts, the islands' script and its WebAssembly.
//!
//! Everything goes to one folder under content-hashed names, compressed once. `server/build.rs`
//! embeds that folder by its manifest.

mod browser;
mod collect;
mod compress;
mod names;
mod styles;

use std::path::PathBuf;

use anyhow::Result;

use crate::install::BrowserCompiler;
use crate::workspace::Workspace;

/// The environment variable by which `server/build.rs` learns the folder.
pub(crate) const VARIABLE: &str = "HANKEREKISTERI_SITE";

/// Where the folder lies.
pub(crate) fn folder(workspace: &Workspace) -> PathBuf {
    workspace.target.join("site")
}

/// Where the parts lie before they get their hashed names.
fn parts(workspace: &Workspace) -> PathBuf {
    workspace.target.join("site-parts")
}

/// Where the islands lie before they get their hashed names.
fn browser_folder(workspace: &Workspace) -> PathBuf {
    parts(workspace).join("browser")
}

/// Builds what has changed and returns the folder.
///
/// # Errors
/// The browser code or the styles do not compile, or one of them names a file that is not there.
pub(crate) fn build(workspace: &Workspace, compiler: BrowserCompiler) -> Result<PathBuf> {
    browser::build(workspace, compiler)?;
    styles::build(workspace)?;
    collect::collect(workspace)?;
    Ok(folder(workspace))
}
