//! The PDF validators over the samples that the documents' own tests write.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::rust;
use super::tally::Tally;
use crate::workspace::Workspace;
use crate::{process, say, stamp};

/// The variable by which the documents' tests learn where to write the samples.
const SAMPLES: &str = "PDF_SAMPLES";

/// What the names of the tests that write samples have in common. They are picked by name: a
/// choice of test targets would unite other features of the dependencies and compile those again.
const WRITERS: &str = "written_where_the_validators_look";

/// Makes the samples and has each judged by every validator of `end2end/pdf/validate.py`.
///
/// # Errors
/// The samples cannot be made, or Python cannot be started.
pub(super) fn run(workspace: &Workspace, python: &Path) -> Result<Tally> {
    say::step("testing PDF conformance");
    let samples = samples(workspace)?;
    let mut tally = Tally::default();
    let succeeded = process::each_line(
        process::command(python)
            .arg(workspace.end2end().join("pdf/validate.py"))
            .args(&samples),
        |line| {
            let verdict = verdict(line);
            if verdict != Some(true) {
                say::raw(line);
            }
            tally.add(verdict.map(Tally::one).unwrap_or_default());
        },
    )?;
    let tally = tally.with_exit(succeeded);
    say::note(tally.summary());
    Ok(tally)
}

fn samples(workspace: &Workspace) -> Result<Vec<PathBuf>> {
    let folder = workspace.target.join("pdf-samples");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    process::quiet(
        process::cargo()
            .args(["test", "--quiet"])
            .args(rust::REGISTER)
            .args(["--", WRITERS])
            .env(SAMPLES, &folder)
            .current_dir(&workspace.root),
    )?;
    let samples = stamp::files_below(&folder)?;
    if samples.is_empty() {
        bail!(
            "the documents' tests wrote no samples to {}",
            folder.display()
        );
    }
    Ok(samples)
}

/// Whether a line says that a judge accepts a file; other lines tell details.
fn verdict(line: &str) -> Option<bool> {
    match line.split_once(' ')?.0 {
        "ok" => Some(true),
        "FAIL" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::verdict;

    #[test]
    fn a_judgement_is_read_and_its_details_are_not_counted() {
        assert_eq!(verdict("ok   ua1        one-page.pdf"), Some(true));
        assert_eq!(verdict("FAIL 2a         one-page.pdf"), Some(false));
        assert_eq!(verdict("     7.1-1 ok"), None);
        assert_eq!(verdict(""), None);
    }
}
