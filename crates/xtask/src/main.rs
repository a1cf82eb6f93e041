//! Build, run and test automation: `cargo xtask help`.

mod bench;
mod build;
mod check;
mod install;
mod pictures;
mod process;
mod run;
mod say;
mod site;
mod stamp;
mod test;
mod tidy;
mod workspace;

use std::process::ExitCode;

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
    /// Runs every test and ends with the counts.
    Test {
        /// Runs only these.
        #[arg(long, value_enum)]
        only: Vec<test::Suite>,
    },
    /// Leaves one self-contained binary in the target directory.
    Build {
        /// Builds what is deployed.
        #[arg(long)]
        release: bool,
    },
    /// Checks formatting, lints, conventions and dependencies.
    Check,
    /// Takes a picture of every page and every PDF page.
    Pictures,
    /// Measures how fast a large register answers.
    Bench {
        /// How many decisions; each number is a register of its own.
        #[arg(default_values_t = [100_000])]
        decisions: Vec<u32>,
    },
    /// Installs everything that the other commands need.
    Install,
}

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> Result<()> {
    let workspace = Workspace::find()?;
    match arguments.command {
        Task::Run { arguments } => run::run(&workspace, &arguments)?,
        Task::Test { only } => test::run(&workspace, &only)?,
        Task::Check => check::run(&workspace)?,
        Task::Bench { decisions } => bench::run(&workspace, &decisions)?,
        Task::Pictures => pictures::run(&workspace)?,
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
            install::for_unit_tests()?;
            install::for_pdf_tests(&workspace)?;
            install::for_browser()?;
            install::for_check(&workspace)?;
        }
    }
    Ok(())
}
