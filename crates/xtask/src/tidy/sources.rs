//! The text files of the checkout.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::workspace::Workspace;

/// A text file of the checkout.
pub(super) struct Source {
    /// Its path from the root, with `/` between the parts.
    pub(super) path: String,
    pub(super) text: String,
}

impl Source {
    /// What follows the last dot of its name.
    pub(super) fn ending(&self) -> &str {
        self.path.rsplit_once('.').map_or("", |(_, ending)| ending)
    }

    /// Tells whether people write it as program text.
    pub(super) fn is_code(&self) -> bool {
        ["js", "mjs", "py", "rs", "scss", "sql"].contains(&self.ending())
    }

    /// Its lines with their numbers, as a place to name.
    pub(super) fn lines(&self) -> impl Iterator<Item = (String, &str)> {
        let numbered = self.text.lines().zip(1_u32..);
        numbered.map(|(line, number)| (format!("{}:{number}", self.path), line))
    }
}

/// Folders that hold what tools made.
const GENERATED: [&str; 4] = [".git", "data", "node_modules", "target"];

/// Reads every text file; a file that is not UTF-8 is no text.
///
/// # Errors
/// A folder or file cannot be read.
pub(super) fn all(workspace: &Workspace) -> Result<Vec<Source>> {
    let mut sources = Vec::new();
    let mut folders = vec![workspace.root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            let is_generated = path == workspace.target
                || path
                    .file_name()
                    .is_some_and(|name| GENERATED.iter().any(|made| name == *made));
            if is_generated {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = String::from_utf8(fs::read(&path)?) {
                sources.push(Source {
                    path: relative(&workspace.root, &path),
                    text,
                });
            }
        }
    }
    sources.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(sources)
}

fn relative(root: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).components();
    let parts: Vec<_> = parts
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}
