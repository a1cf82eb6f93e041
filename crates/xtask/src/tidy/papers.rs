//! The documents that people rely on: the README's commands and the numbered decisions.

use std::fs;

use anyhow::Result;

use super::Finding;
use crate::workspace::Workspace;

/// What somebody with a fresh machine types.
const COMMANDS: [&str; 2] = ["cargo xtask run", "cargo xtask test"];

pub(super) fn check(workspace: &Workspace) -> Result<Vec<Finding>> {
    // A missing README names no command.
    let readme = fs::read_to_string(workspace.root.join("README.md")).unwrap_or_default();
    let mut findings: Vec<_> = COMMANDS
        .iter()
        .filter(|command| !readme.contains(**command))
        .map(|command| Finding::new("README.md", format_args!("name the command `{command}`")))
        .collect();
    let mut records = Vec::new();
    for entry in fs::read_dir(workspace.root.join("docs/adr"))? {
        records.push(entry?.file_name().to_string_lossy().into_owned());
    }
    records.retain(|name| name != "README.md");
    records.sort();
    findings.extend(numbers(&records));
    Ok(findings)
}

/// The records are `NNNN-title.md`, numbered from 0001 without a gap.
fn numbers(records: &[String]) -> Vec<Finding> {
    let numbered = (1_u32..).zip(records);
    numbered
        .filter(|(number, name)| {
            let title = name.strip_prefix(&format!("{number:04}-"));
            title
                .and_then(|title| title.strip_suffix(".md"))
                .is_none_or(str::is_empty)
        })
        .map(|(number, name)| {
            Finding::new(
                format_args!("docs/adr/{name}"),
                format_args!("records are numbered without a gap: name it {number:04}-….md"),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_numbered_without_a_gap() {
        let records = |names: [&str; 2]| numbers(&names.map(str::to_owned)).len();
        assert_eq!(records(["0001-clock.md", "0002-two-databases.md"]), 0);
        assert_eq!(records(["0001-clock.md", "0003-two-databases.md"]), 1);
        assert_eq!(records(["0001-clock.md", "0001-two-databases.md"]), 1);
    }
}
