//! The style sheet, compiled from `style/` and GOV.UK Frontend by npm's Sass.

use anyhow::{Context as _, Result};

use crate::stamp::{self, Inputs};
use crate::workspace::Workspace;
use crate::{process, say};

/// Builds `main.css`.
///
/// # Errors
/// The styles do not compile.
pub(super) fn build(workspace: &Workspace) -> Result<()> {
    let style = workspace.root.join("style");
    let parts = super::parts(workspace);
    let inputs = Inputs::default()
        .folder(&style)?
        .file(&workspace.end2end().join("package-lock.json"))?;
    stamp::unless_fresh(&parts.join("main.stamp"), &inputs, || {
        say::step("building the styles");
        process::run(
            process::command(workspace.npm_program("sass"))
                .args([
                    "--style=compressed",
                    "--no-source-map",
                    "--quiet-deps",
                    "--load-path",
                ])
                .arg(workspace.end2end().join("node_modules"))
                .arg(style.join("main.scss"))
                .arg(parts.join("main.css")),
        )
        .context("the styles do not compile")
    })
}
