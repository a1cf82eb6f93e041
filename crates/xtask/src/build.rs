//! `cargo xtask build`: the site's files, then the binary that carries them.

use std::path::PathBuf;

use anyhow::Result;

use crate::workspace::{BINARY, Workspace};
use crate::{install, process, say, site};

/// How the binary is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quick to compile, with debug assertions.
    Dev,
    /// What is deployed, run and tested in the browser.
    Release,
}

/// Installs what is missing, builds, and returns the binary.
///
/// # Errors
/// Something cannot be installed or does not compile.
pub(crate) fn build(workspace: &Workspace, profile: Profile) -> Result<PathBuf> {
    let compiler = install::for_build(workspace)?;
    let site = site::build(workspace, compiler)?;
    say::step("building the server");
    let mut cargo = process::cargo();
    cargo
        .arg("build")
        .args(process::progress())
        .args(["--package", "server"])
        .env(site::VARIABLE, site);
    let folder = match profile {
        Profile::Dev => "debug",
        Profile::Release => {
            cargo.arg("--release");
            "release"
        }
    };
    process::run(cargo.current_dir(&workspace.root))?;
    Ok(workspace.target.join(folder).join(BINARY))
}
