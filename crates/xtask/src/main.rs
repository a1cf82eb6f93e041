//! Build, run and test automation: `cargo xtask help`.

mod build;
mod install;
mod process;
mod run;
mod say;
mod site;
mod stamp;
mod workspace;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::build::Profile;
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
    /// Builds, loads the example register into an empty database, and serves it.
    Run {
        /// Arguments for `hankerekisteri serve`.
        #[arg(last = true)]
        arguments: Vec<String>,
    },
    /// Leaves one self-contained binary in the target directory.
    Build {
        /// Builds what is deployed.
        #[arg(long)]
        release: bool,
    },
    /// Installs everything that the other commands need.
    Install,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let workspace = Workspace::find()?;
    match arguments.command {
        Task::Run { arguments } => run::run(&workspace, &arguments)?,
        Task::Build { release } => {
            let profile = if release {
                Profile::Release
            } else {
                Profile::Dev
            };
            let binary = build::build(&workspace, profile)?;
            say::step(format_args!("built {}", binary.display()));
        }
        Task::Install => {
            install::for_build(&workspace)?;
            install::for_test(&workspace)?;
            install::for_check(&workspace)?;
        }
    }
    Ok(())
}
