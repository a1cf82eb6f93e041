//! Rust's own tests: unit, integration and documentation tests of every crate.

use std::path::Path;

use anyhow::Result;

use super::tally::Tally;
use crate::workspace::Workspace;
use crate::{process, say};

/// The variable by which the store's tests find PostgreSQL's server programs.
const POSTGRES: &str = "HANKEREKISTERI_PG_BIN";

/// The crates that are tested together: a narrower selection would unite other features of the
/// same dependencies and compile those once more. The crate for the browser has no tests that run
/// here, and on this machine's target it would join features that never meet.
pub(super) const REGISTER: [&str; 5] =
    ["--workspace", "--exclude", "frontend", "--exclude", "xtask"];

/// Whatever has tests: the measures among the examples would be linked too, and none of them runs.
const TARGETS: [&str; 3] = ["--lib", "--bins", "--tests"];

/// Runs them.
///
/// # Errors
/// Cargo cannot be started.
pub(super) fn run(workspace: &Workspace, postgres: &Path) -> Result<Tally> {
    let mut total = Tally::default();
    for (what, selection, targets) in [
        ("the register", &REGISTER[..], &TARGETS[..]),
        ("its documentation", &REGISTER[..], &["--doc"]),
        ("the automation", &["--package", "xtask"], &[]),
    ] {
        say::step(format_args!("testing {what}"));
        let mut cargo = process::cargo();
        cargo
            .args(["test", "--quiet", "--no-fail-fast"])
            .args(selection)
            .args(targets);
        cargo.args(["--", "--format=pretty"]);
        let mut tally = Tally::default();
        let succeeded = process::each_line(
            cargo.env(POSTGRES, postgres).current_dir(&workspace.root),
            |line| {
                let known = count(line);
                if known.is_none() && !is_passed(line) {
                    say::raw(line);
                }
                tally.add(known.unwrap_or_default());
            },
        )?;
        let tally = tally.with_exit(succeeded);
        say::note(tally.summary());
        total.add(tally);
    }
    Ok(total)
}

fn is_passed(line: &str) -> bool {
    line.is_empty()
        || line.starts_with("running ")
        || (line.starts_with("test ") && line.ends_with(" ... ok"))
}

/// Reads a summary line or an ignored test's line of Rust's test runner.
fn count(line: &str) -> Option<Tally> {
    if let Some((name, reason)) = line.split_once(" ... ignored") {
        let name = name.strip_prefix("test ")?;
        let reasons = vec![format!("{name}{reason}")];
        return Some(Tally {
            reasons,
            ..Tally::default()
        });
    }
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let number = |unit: &str| {
        let part = counts
            .split(';')
            .map(str::trim)
            .find(|part| part.ends_with(unit))?;
        part.split(' ').next()?.parse().ok()
    };
    Some(Tally {
        passed: number(" passed")?,
        failed: number(" failed")?,
        skipped: number(" ignored")?,
        reasons: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counts_of_a_summary_line_are_read() {
        let line = "test result: FAILED. 12 passed; 1 failed; 2 ignored; 0 measured; \
                    3 filtered out; finished in 0.01s";
        let counted = Tally {
            passed: 12,
            failed: 1,
            skipped: 2,
            reasons: Vec::new(),
        };
        assert_eq!(count(line), Some(counted));
        assert_eq!(count("test a::b ... ok"), None);
    }

    #[test]
    fn an_ignored_test_gives_its_reason_and_is_counted_by_the_summary() {
        let ignored = count("test a::b ... ignored, needs a printer").unwrap_or_default();
        assert_eq!(ignored.reasons, ["a::b, needs a printer"]);
        assert_eq!(ignored.skipped, 0);
    }
}
