//! `cargo xtask test`: every test there is, counted on one line at the end.

mod browser;
mod budget;
mod pdf;
mod rust;
mod tally;

use std::env;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::ValueEnum;

use self::tally::Tally;
use crate::build::{self, Profile};
use crate::install;
use crate::say;
use crate::workspace::Workspace;

/// A group of tests that can be run alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Suite {
    /// Rust's unit, integration and documentation tests, on both databases.
    Unit,
    /// The PDF validators over the documents that the register makes.
    Pdf,
    /// The browser tests on the release binary, and the sizes of what it sends.
    Browser,
}

/// Runs the suites, all where none is named, and prints the counts.
///
/// # Errors
/// A test fails, or something cannot be installed or built. Under `CI=true` a skipped test fails.
pub(crate) fn run(workspace: &Workspace, only: &[Suite]) -> Result<()> {
    let suites = if only.is_empty() {
        Suite::value_variants()
    } else {
        only
    };
    // Before the long work, so that a missing tool is told at once.
    let tools: Vec<_> = suites
        .iter()
        .map(|suite| Ok((suite, install_for(workspace, *suite)?)))
        .collect::<Result<_>>()?;
    let mut total = Tally::default();
    for (suite, tool) in tools {
        total.add(match suite {
            Suite::Unit => rust::run(workspace, &tool)?,
            Suite::Pdf => pdf::run(workspace, &tool)?,
            Suite::Browser => in_browser(workspace, &tool)?,
        });
    }
    for reason in &total.reasons {
        say::note(format_args!("skipped: {reason}"));
    }
    let skips_fail = env::var("CI").is_ok_and(|value| value == "true");
    writeln!(std::io::stdout(), "{}", total.summary())?;
    match total {
        Tally { failed: 1.., .. } => bail!("tests failed"),
        Tally { skipped: 1.., .. } if skips_fail => bail!("CI=true allows no skipped test"),
        _ => Ok(()),
    }
}

/// Installs what a suite needs and returns the tool that it starts.
fn install_for(workspace: &Workspace, suite: Suite) -> Result<PathBuf> {
    match suite {
        Suite::Unit => install::for_unit_tests(),
        Suite::Pdf => install::for_pdf_tests(workspace),
        Suite::Browser => install::for_browser(),
    }
}

fn in_browser(workspace: &Workspace, chromium: &Path) -> Result<Tally> {
    let binary = build::build(workspace, Profile::Release)?;
    let mut tally = budget::run(workspace)?;
    tally.add(browser::run(workspace, &binary, chromium)?);
    Ok(tally)
}
