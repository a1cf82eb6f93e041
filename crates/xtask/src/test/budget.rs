//! The sizes of what is sent: styles for everybody, the islands for officials.

use anyhow::{Context as _, Result};

use super::tally::Tally;
use crate::workspace::Workspace;
use crate::{say, site};

/// What is sent, in its compressed form, and the most bytes it may have.
const BUDGETS: [(&str, &str, &str, u64); 2] = [
    ("the style sheet", "main.", ".css.gz", 15_000),
    ("the islands", "frontend_bg.", ".wasm.br", 120_000),
];

/// Compares each with its budget.
///
/// # Errors
/// The site folder cannot be listed or lacks one of them.
pub(super) fn run(workspace: &Workspace) -> Result<Tally> {
    say::step("weighing what is sent");
    let mut total = Tally::default();
    for (what, start, end, most) in BUDGETS {
        let files = std::fs::read_dir(site::folder(workspace))?.flatten();
        let mut found = files.filter(|file| {
            let name = file.file_name();
            let name = name.to_string_lossy();
            name.starts_with(start) && name.ends_with(end)
        });
        let file = found
            .next()
            .with_context(|| format!("the site lacks {what}"))?;
        let size = file.metadata()?.len();
        say::note(format_args!(
            "{what}: {size} of at most {most} bytes ({})",
            &end[1..]
        ));
        total.add(Tally::one(size <= most));
    }
    Ok(total)
}
