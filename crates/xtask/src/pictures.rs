//! `cargo xtask pictures`: every page and every PDF page as a picture, to be looked at.

use std::fs;

use anyhow::Result;

use crate::build::{self, Profile};
use crate::workspace::Workspace;
use crate::{install, process, say};

/// Takes them of the example register, at a fixed instant: two runs show the same days left.
///
/// # Errors
/// The build fails, or a page cannot be reached.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    let chromium = install::for_browser()?;
    let binary = build::build(workspace, Profile::Release)?;
    let folder = workspace.target.join("pictures");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    say::step("taking the pictures");
    process::run(
        process::command("node")
            .arg("pictures.mjs")
            .env("HANKEREKISTERI_BINARY", binary)
            .env("HANKEREKISTERI_CHROMIUM", chromium)
            .env("HANKEREKISTERI_PICTURES", &folder)
            .current_dir(workspace.end2end()),
    )?;
    say::step(format_args!("pictures are in {}", folder.display()));
    Ok(())
}
