//! The npm packages of `end2end/package-lock.json`: Sass, wasm-opt, browser test tools.

use anyhow::{Context as _, Result, bail};

use crate::stamp::{self, Inputs};
use crate::workspace::Workspace;
use crate::{process, say};

/// The oldest Node that the locked packages run on.
const OLDEST_NODE: u32 = 20;

/// Installs the locked packages unless they are there.
///
/// # Errors
/// Node or npm is missing or too old, or the registry cannot be reached.
pub(crate) fn install(workspace: &Workspace) -> Result<()> {
    let folder = workspace.end2end();
    let stamp = folder.join("node_modules/.installed-from");
    let lock = Inputs::default().file(&folder.join("package-lock.json"))?;
    stamp::unless_fresh(&stamp, &lock, || {
        require_node()?;
        say::step("installing npm packages (end2end/package-lock.json)");
        process::quiet(process::command("npm").arg("ci").current_dir(&folder)).with_context(|| {
            format!(
                "npm packages are missing: type `npm ci` in {}",
                folder.display()
            )
        })
    })
}

fn require_node() -> Result<()> {
    let version = process::output(process::command("node").arg("--version"))
        .with_context(|| format!("install Node {OLDEST_NODE} or newer, with npm"))?;
    let version = version.trim();
    match major(version) {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        _ => bail!("Node {version} is too old: install Node {OLDEST_NODE} or newer, with npm"),
    }
}

fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_of_node_is_its_first_number() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("v8.0.0"), Some(8));
        assert_eq!(major("20.1.0"), None);
    }
}
