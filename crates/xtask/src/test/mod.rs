//! `cargo xtask test`: every test there is, counted on one line at the end.

mod browser;
mod budget;
mod pdf;
mod rust;
mod tally;

use std::env;
use std::io::Write as _;
use std::path::Path;

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
    let prepared: Vec<_> = suites
        .iter()
        .map(|suite| prepare(workspace, *suite))
        .collect::<Result<_>>()?;
    let mut total = Tally::default();
    for run in prepared {
        total.add(run()?);
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

/// A suite whose tools are there.
type Prepared<'a> = Box<dyn FnOnce() -> Result<Tally> + 'a>;

/// Installs what a suite needs.
fn prepare(workspace: &Workspace, suite: Suite) -> Result<Prepared<'_>> {
    Ok(match suite {
        Suite::Unit => {
            let postgres = install::for_unit_tests()?;
            Box::new(move || rust::run(workspace, &postgres))
        }
        Suite::Pdf => {
            let python = install::for_pdf_tests(workspace)?;
            Box::new(move || pdf::run(workspace, &python))
        }
        Suite::Browser => {
            let chromium = install::for_browser()?;
            let python = install::for_calendar_tests(workspace)?;
            Box::new(move || in_browser(workspace, &chromium, &python))
        }
    })
}

fn in_browser(workspace: &Workspace, chromium: &Path, python: &Path) -> Result<Tally> {
    let binary = build::build(workspace, Profile::Release)?;
    let mut tally = budget::run(workspace)?;
    tally.add(browser::run(workspace, &binary, chromium, python)?);
    Ok(tally)
}
