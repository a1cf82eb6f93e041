//! The browser tests: Node's test runner over `end2end/tests`, on the release binary.

use std::fs;
use std::path::Path;

use anyhow::Result;

use super::tally::Tally;
use crate::workspace::Workspace;
use crate::{process, say};

/// Runs them.
///
/// # Errors
/// Node cannot be started.
pub(super) fn run(
    workspace: &Workspace,
    binary: &Path,
    chromium: &Path,
    python: &Path,
) -> Result<Tally> {
    say::step("testing in the browser");
    let folder = workspace.end2end();
    let mut files = Vec::new();
    for entry in fs::read_dir(folder.join("tests"))? {
        files.push(entry?.path());
    }
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    let mut tally = Tally::default();
    let succeeded = process::each_line(
        process::command("node")
            // One file at a time: some tests measure.
            .args(["--test", "--test-reporter=tap", "--test-concurrency=1"])
            .args(&files)
            .env("HANKEREKISTERI_BINARY", binary)
            .env("HANKEREKISTERI_CHROMIUM", chromium)
            .env("HANKEREKISTERI_PYTHON", python)
            .current_dir(&folder),
        |line| {
            if !is_passed(line) {
                say::raw(line);
            }
            tally.add(count(line).unwrap_or_default());
        },
    )?;
    let tally = tally.with_exit(succeeded);
    say::note(tally.summary());
    Ok(tally)
}

/// How lines begin that tell nothing about a failure.
const FRAME: [&str; 8] = [
    "# ",
    "ok ",
    "1..",
    "---",
    "...",
    "duration_ms:",
    "type:",
    "TAP ",
];

fn is_passed(line: &str) -> bool {
    let line = line.trim_start();
    FRAME.iter().any(|frame| line.starts_with(frame))
}

/// Reads a line of the closing summary, or a skipped test's line, of the TAP form.
fn count(line: &str) -> Option<Tally> {
    if let Some((name, reason)) = line.split_once(" # SKIP") {
        let reasons = vec![format!("{}:{reason}", name.trim_start())];
        return Some(Tally {
            reasons,
            ..Tally::default()
        });
    }
    let (what, number) = line.strip_prefix("# ")?.split_once(' ')?;
    let number = number.parse().ok()?;
    Some(match what {
        "pass" => Tally {
            passed: number,
            ..Tally::default()
        },
        "fail" | "cancelled" => Tally {
            failed: number,
            ..Tally::default()
        },
        "skipped" | "todo" => Tally {
            skipped: number,
            ..Tally::default()
        },
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counts_of_the_closing_lines_are_read() {
        let mut total = Tally::default();
        for line in [
            "# tests 5",
            "# suites 2",
            "# pass 3",
            "# fail 1",
            "# skipped 1",
            "# todo 0",
        ] {
            total.add(count(line).unwrap_or_default());
        }
        assert_eq!(
            total,
            Tally {
                passed: 3,
                failed: 1,
                skipped: 1,
                reasons: Vec::new()
            }
        );
    }

    #[test]
    fn a_skipped_test_gives_its_reason() {
        let skipped = count("    ok 2 - prints a page # SKIP no printer").unwrap_or_default();
        assert_eq!(skipped.reasons, ["ok 2 - prints a page: no printer"]);
    }

    #[test]
    fn a_failed_test_is_shown() {
        assert!(!is_passed("    not ok 1 - answers 200"));
        assert!(is_passed("    ok 1 - answers 200"));
    }
}
