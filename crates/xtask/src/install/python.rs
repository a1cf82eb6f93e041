//! The readers of our files that others wrote, in a Python environment of their own.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};

use super::debian;
use crate::stamp::{self, Inputs};
use crate::workspace::Workspace;
use crate::{process, say};

/// Installs the packages of `end2end/requirements.txt` and returns the Python that has them.
///
/// # Errors
/// Python is missing, or the registry cannot be reached.
pub(crate) fn install(workspace: &Workspace) -> Result<PathBuf> {
    let environment = workspace.target.join("python");
    let python = environment.join("bin/python");
    let requirements = workspace.end2end().join("requirements.txt");
    let inputs = Inputs::default()
        .file(&requirements)?
        .text(&environment.to_string_lossy());
    stamp::unless_fresh(&environment.join(".installed-from"), &inputs, || {
        debian::install(&[debian::PYTHON_VENV])?;
        say::step("installing the readers of PDF and calendar files (end2end/requirements.txt)");
        if environment.exists() {
            fs::remove_dir_all(&environment)?;
        }
        process::quiet(
            process::command("python3")
                .args(["-m", "venv"])
                .arg(&environment),
        )?;
        process::quiet(
            process::command(&python)
                .args(["-m", "pip", "install", "--quiet", "--requirement"])
                .arg(&requirements),
        )
        .with_context(|| {
            format!(
                "the readers of PDF and calendar files are missing: type `{} -m pip install -r {}`",
                python.display(),
                workspace.shown(&requirements)
            )
        })
    })?;
    Ok(python)
}
