//! `cargo xtask run`: build, load the example register into an empty database, serve.

use std::os::unix::process::CommandExt as _;

use anyhow::{Context as _, Result};

use crate::build::{self, Profile};
use crate::workspace::Workspace;
use crate::{process, say};

/// Serves until it is stopped; returns only when it could not start.
///
/// # Errors
/// The build fails, or the binary cannot be started.
pub(crate) fn run(workspace: &Workspace, arguments: &[String]) -> Result<()> {
    let binary = build::build(workspace, Profile::Release)?;
    say::step("loading the example register into an empty database");
    let demo = process::command(&binary)
        .arg("demo")
        .args(global(arguments))
        .current_dir(&workspace.root)
        .status()
        .with_context(|| format!("cannot start {}", binary.display()))?;
    if !demo.success() {
        say::note("the example register was not loaded; serving what is there");
    }
    say::step("serving; stop with Ctrl+C");
    let mut serve = process::command(&binary);
    serve
        .arg("serve")
        .args(arguments)
        .current_dir(&workspace.root);
    // Replacing this process lets signals reach the server itself.
    Err(serve.exec()).with_context(|| format!("cannot start {}", binary.display()))
}

/// Those of the arguments that every command of the binary takes.
fn global(arguments: &[String]) -> Vec<String> {
    const GLOBAL: [&str; 3] = ["--database", "--clock", "--config"];
    let mut taken = Vec::new();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let (name, value) = argument
            .split_once('=')
            .map_or((&**argument, None), |(name, value)| (name, Some(value)));
        if GLOBAL.contains(&name) {
            taken.push(argument.clone());
            if value.is_none() {
                taken.extend(rest.next().cloned());
            }
        }
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::global;

    #[test]
    fn only_arguments_that_every_command_takes_reach_the_loading_of_the_example_register() {
        let given = [
            "--listen",
            "127.0.0.1:1",
            "--database",
            "sqlite:a",
            "--clock=2023",
            "x",
        ];
        let given = given.map(str::to_owned);
        assert_eq!(global(&given), ["--database", "sqlite:a", "--clock=2023"]);
    }
}
