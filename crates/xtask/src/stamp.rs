//! Cheap answers to "has anything changed since this was made?".
//!
//! A stamp is a small file beside the product that holds a hash over everything the product
//! depends on. Contents are hashed and not times, so a fresh clone or a switched branch is judged
//! rightly.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};

/// The hash over what a product depends on, gathered step by step.
#[derive(Default)]
pub(crate) struct Inputs(Sha256);

impl Inputs {
    /// Adds a text: a version, an option.
    pub(crate) fn text(mut self, text: &str) -> Self {
        self.0
            .update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_le_bytes());
        self.0.update(text);
        self
    }

    /// Adds the content of a file.
    ///
    /// # Errors
    /// The file cannot be read.
    pub(crate) fn file(mut self, path: &Path) -> Result<Self> {
        let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        self.0
            .update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_le_bytes());
        self.0.update(bytes);
        Ok(self)
    }

    /// Adds the names and contents of all files below a folder, which may be absent.
    ///
    /// # Errors
    /// A file cannot be read.
    pub(crate) fn folder(mut self, folder: &Path) -> Result<Self> {
        for path in files_below(folder)? {
            self = self.text(&path.to_string_lossy()).file(&path)?;
        }
        Ok(self)
    }

    fn hash(&self) -> String {
        hex::encode(self.0.clone().finalize())
    }
}

/// Tells whether a stamp says that its product was made from these inputs.
pub(crate) fn is_fresh(stamp: &Path, inputs: &Inputs) -> bool {
    fs::read_to_string(stamp).is_ok_and(|found| found == inputs.hash())
}

/// Makes a product unless its stamp says that it was made from the same inputs.
///
/// # Errors
/// Those of `make`, or the stamp cannot be written.
pub(crate) fn unless_fresh(
    stamp: &Path,
    inputs: &Inputs,
    make: impl FnOnce() -> Result<()>,
) -> Result<()> {
    if is_fresh(stamp, inputs) {
        return Ok(());
    }
    make()?;
    if let Some(folder) = stamp.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(stamp, inputs.hash()).with_context(|| format!("cannot write {}", stamp.display()))
}

/// All files below a folder in a stable order; none where there is no such folder.
///
/// # Errors
/// A folder cannot be listed.
pub(crate) fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        if !folder.is_dir() {
            continue;
        }
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}
