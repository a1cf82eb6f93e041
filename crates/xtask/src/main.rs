//! Build, run and test automation: `cargo xtask help`.

mod install;
mod process;
mod say;
mod stamp;
mod workspace;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::workspace::Workspace;

/// Builds, runs and tests Hankerekisteri; each command installs what it misses.
#[derive(Parser)]
#[command(name = "cargo xtask", version)]
struct Arguments {
    #[command(subcommand)]
    command: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Installs everything that the other commands need.
    Install,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let workspace = Workspace::find()?;
    match arguments.command {
        Task::Install => {
            install::for_build(&workspace)?;
            install::for_test(&workspace)?;
            install::for_check(&workspace)?;
        }
    }
    Ok(())
}
