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

/// Two columns with a tab between: the name that sources use, and the hashed one.
const MANIFEST: &str = "manifest.tsv";

/// A file before it gets its hashed name.
struct Source {
    name: String,
    path: PathBuf,
}

/// Fills the site folder unless nothing has changed.
///
/// # Errors
/// A file cannot be read or written, or the styles name a file that is not there.
pub(super) fn collect(workspace: &Workspace) -> Result<()> {
    let styles = super::parts(workspace).join("main.css");
    let mut sources = below(&workspace.root.join("app/public"))?;
    sources.extend(below(&super::browser_folder(workspace))?);
    sources.push(Source {
        name: "main.css".to_owned(),
        path: styles,
    });
    // What refers comes after what it refers to.
    sources.sort_by_key(|source| rank(&source.name));

    let folder = super::folder(workspace);
    let mut inputs = Inputs::default().text(&folder.to_string_lossy());
    for source in &sources {
        inputs = inputs.text(&source.name).file(&source.path)?;
    }
    stamp::unless_fresh(&super::parts(workspace).join("site.stamp"), &inputs, || {
        say::step("naming and compressing the site's files");
        fill(&folder, &sources)
    })
}

fn below(folder: &Path) -> Result<Vec<Source>> {
    let mut sources = Vec::new();
    for path in stamp::files_below(folder)? {
        let name = path
            .strip_prefix(folder)?
            .to_str()
            .context("a file name is not UTF-8")?;
        sources.push(Source {
            name: name.to_owned(),
            path,
        });
    }
    Ok(sources)
}

/// The islands' starter names the glue, the glue its module and snippets, style sheets fonts.
fn rank(name: &str) -> u8 {
    match names::ending(name) {
        "css" => 1,
        "js" if name == "frontend.js" => 1,
        "js" if !name.contains('/') => 2,
        _ => 0,
    }
}

fn fill(folder: &Path, sources: &[Source]) -> Result<()> {
    let mut names = Names::new();
    let mut written = BTreeSet::new();
    for Source { name, path } in sources {
        let content = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        let content = match names::ending(name) {
            "css" => names::rewrite_styles(&String::from_utf8(content)?, &names)?.into_bytes(),
            "js" => names::rewrite_script(&String::from_utf8(content)?, &names).into_bytes(),
            _ => content,
        };
        let hashed = names::hashed(name, &content);
        if compress::is_worthwhile(name) {
            let (brotli, gzip) = (compress::brotli(&content)?, compress::gzip(&content)?);
            let (all, br, gz) = (content.len(), brotli.len(), gzip.len());
            say::note(format_args!(
                "{name}: {all} bytes, {br} as brotli, {gz} as gzip"
            ));
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
