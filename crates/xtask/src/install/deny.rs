//! `cargo-deny`: licences, sources and banned or doubled dependencies.

use std::path::PathBuf;

use anyhow::{Context as _, Result};

use crate::workspace::Workspace;
use crate::{process, say};

const VERSION: &str = "0.20.2";

/// Builds `cargo-deny` once for all checkouts of the machine, downloads what it reads so that it
/// needs no network itself, and returns its path.
///
/// # Errors
/// The crate registry cannot be reached, or `Cargo.lock` is out of date.
pub(crate) fn install(workspace: &Workspace) -> Result<PathBuf> {
    // It reads the manifests of every dependency, also of those for other systems.
    process::run(
        process::cargo()
            .args(["fetch", "--quiet", "--locked"])
            .current_dir(&workspace.root),
    )?;
    let folder = workspace
        .shared_tools()
        .join(format!("cargo-deny-{VERSION}"));
    let program = folder.join("bin/cargo-deny");
    if !program.is_file() {
        say::step(format_args!(
            "installing cargo-deny {VERSION} (a few minutes, once)"
        ));
        process::quiet(
            process::cargo()
                .args([
                    "install",
                    "cargo-deny",
                    "--locked",
                    "--version",
                    VERSION,
                    "--root",
                ])
                .arg(&folder)
                .arg("--target-dir")
                .arg(folder.join("build"))
                // Outside the checkout, so that its flags and lints do not apply.
                .current_dir(std::env::temp_dir()),
        )
        .with_context(|| {
            format!(
                "cargo-deny is missing: type `cargo install cargo-deny --locked --version \
                 {VERSION} --root {}`",
                folder.display()
            )
        })?;
        std::fs::remove_dir_all(folder.join("build"))?;
    }
    Ok(program)
}
