//! The site folder: every file under its hashed name, its compressed forms, and the manifest.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use super::compress;
use super::names::{self, Names};
use crate::say;
use crate::stamp::{self, Inputs};
use crate::workspace::Workspace;

/// What the builds made, beside the files of `app/public`.
const PARTS: [&str; 3] = ["frontend.js", "frontend_bg.wasm", "main.css"];

/// Fills the site folder unless nothing has changed.
///
/// # Errors
/// A file cannot be read or written, or the styles name a file that is not there.
pub(super) fn collect(workspace: &Workspace) -> Result<()> {
    let public = workspace.root.join("app/public");
    let parts = super::parts(workspace);
    let mut inputs = Inputs::default().text("1").folder(&public)?;
    for part in PARTS {
        inputs = inputs.file(&parts.join(part))?;
    }
    stamp::unless_fresh(&parts.join("site.stamp"), inputs, || {
        say::step("naming and compressing the site's files");
        let mut sources = Vec::new();
        for path in stamp::files_below(&public)? {
            let name = path
                .strip_prefix(&public)?
                .to_str()
                .context("a file name is not UTF-8")?;
            sources.push((name.to_owned(), path.clone()));
        }
        sources.extend(PARTS.map(|part| (part.to_owned(), parts.join(part))));
        // What refers comes after what it refers to.
        sources.sort_by_key(|(name, _)| rank(name));
        fill(&super::folder(workspace), &sources)
    })
}

/// Scripts name the glue, the glue its module, style sheets their fonts.
fn rank(name: &str) -> u8 {
    match (name, names::ending(name)) {
        ("frontend.js", _) | (_, "css") => 1,
        (_, "js") => 2,
        _ => 0,
    }
}

fn fill(folder: &Path, sources: &[(String, PathBuf)]) -> Result<()> {
    let mut names = Names::new();
    let mut written = BTreeSet::new();
    for (name, path) in sources {
        let content = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        let content = match rank(name) {
            0 => content,
            _ if names::ending(name) == "css" => {
                names::rewrite_styles(&String::from_utf8(content)?, &names)?.into_bytes()
            }
            _ => names::rewrite_script(&String::from_utf8(content)?, &names).into_bytes(),
        };
        let hashed = names::hashed(name, &content);
        if compress::is_worthwhile(name) {
            let (brotli, gzip) = (compress::brotli(&content)?, compress::gzip(&content)?);
            if PARTS.contains(&name.as_str()) {
                let (all, br, gz) = (content.len(), brotli.len(), gzip.len());
                say::note(format_args!(
                    "{name}: {all} bytes, {br} as brotli, {gz} as gzip"
                ));
            }
            for (ending, compressed) in [("br", brotli), ("gz", gzip)] {
                if compressed.len() < content.len() {
                    written.insert(write(folder, &format!("{hashed}.{ending}"), &compressed)?);
                }
            }
        }
        written.insert(write(folder, &hashed, &content)?);
        names.insert(name.clone(), hashed);
    }
    let lines: Vec<_> = names
        .iter()
        .map(|(name, hashed)| format!("{name}\t{hashed}\n"))
        .collect();
    written.insert(write(folder, MANIFEST, lines.concat().as_bytes())?);
    for stale in stamp::files_below(folder)?
        .iter()
        .filter(|path| !written.contains(*path))
    {
        fs::remove_file(stale)?;
    }
    Ok(())
}

/// Two columns with a tab between: the name that sources use, and the hashed one.
const MANIFEST: &str = "manifest.tsv";

/// Writes a file unless it is there already: an untouched time stamp spares a recompilation.
fn write(folder: &Path, name: &str, content: &[u8]) -> Result<PathBuf> {
    let path = folder.join(name);
    if fs::read(&path).is_ok_and(|found| found == content) {
        return Ok(path);
    }
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(&path, content).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(path)
}
