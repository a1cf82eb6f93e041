//! `cargo xtask check`: what a compiler and a reader can find without running anything.

use anyhow::{Result, bail};

use crate::install::{self, BrowserCompiler};
use crate::workspace::Workspace;
use crate::{process, say, tidy};

/// Crates whose documentation is read on its own.
const PURE: [&str; 4] = ["calendar", "domain", "wording", "documents"];

/// Runs every check, also after one has failed.
///
/// # Errors
/// A check fails, or something cannot be installed.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    let (compiler, deny) = install::for_check(workspace)?;
    let cargo = |arguments: &[&str]| {
        let mut cargo = process::cargo();
        cargo.args(arguments).current_dir(&workspace.root);
        cargo
    };
    let mut failed = Vec::new();
    let mut check = |name: &str, result: Result<()>| {
        if let Err(error) = result {
            say::note(format_args!("{error:#}"));
            failed.push(name.to_owned());
        }
    };

    say::step("conventions");
    check("conventions", tidy::check(workspace));
    say::step("formatting");
    check(
        "formatting",
        process::run(&mut cargo(&["fmt", "--all", "--check"])),
    );
    say::step("licences, sources, banned and doubled dependencies");
    let mut deny = process::command(deny);
    deny.args([
        "--offline",
        "--log-level=warn",
        "check",
        "licenses",
        "bans",
        "sources",
    ]);
    check(
        "dependencies",
        process::run(deny.current_dir(&workspace.root)),
    );
    say::step("clippy");
    let host = [
        "clippy",
        "--quiet",
        "--workspace",
        "--exclude",
        "frontend",
        "--all-targets",
    ];
    check(
        "clippy",
        process::run(cargo(&host).args(["--", "-D", "warnings"])),
    );
    say::step("clippy for the browser");
    check("clippy for the browser", browser(workspace, compiler));
    say::step("documentation");
    let mut doc = cargo(&["doc", "--quiet", "--no-deps"]);
    for name in PURE {
        doc.args(["--package", name]);
    }
    check(
        "documentation",
        process::run(doc.env("RUSTDOCFLAGS", "-Dwarnings")),
    );

    match failed.as_slice() {
        [] => Ok(()),
        failed => bail!("failed: {}", failed.join(", ")),
    }
}

fn browser(workspace: &Workspace, compiler: BrowserCompiler) -> Result<()> {
    let mut cargo = compiler.cargo(workspace, "clippy")?;
    process::run(cargo.args(["--quiet", "--package", "frontend", "--", "-D", "warnings"]))
}
