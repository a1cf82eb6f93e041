//! Where things lie: the checkout and cargo's target directory.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::process;

/// The checkout that a command works on.
pub(crate) struct Workspace {
    /// The folder of the workspace's `Cargo.toml`.
    pub(crate) root: PathBuf,
    /// Cargo's target directory, wherever the environment or a configuration file puts it.
    pub(crate) target: PathBuf,
}

impl Workspace {
    /// Finds the checkout around the current folder.
    ///
    /// # Errors
    /// The current folder lies in no cargo workspace.
    pub(crate) fn find() -> Result<Self> {
        let metadata = process::json(process::cargo().args([
            "metadata",
            "--no-deps",
            "--format-version=1",
            "--offline",
        ]))
        .context("run `cargo xtask` inside the checkout")?;
        let path = |key: &str| {
            let text = metadata.get(key).and_then(serde_json::Value::as_str);
            text.map(PathBuf::from)
                .with_context(|| format!("cargo metadata names no {key}"))
        };
        Ok(Self {
            root: path("workspace_root")?,
            target: path("target_directory")?,
        })
    }

    /// The folder of the browser tests and of the only `package.json`.
    pub(crate) fn end2end(&self) -> PathBuf {
        self.root.join("end2end")
    }

    /// A program that npm installed.
    pub(crate) fn npm_program(&self, name: &str) -> PathBuf {
        self.end2end().join("node_modules/.bin").join(name)
    }

    /// The folder for tools that every checkout on the machine can share.
    pub(crate) fn shared_tools(&self) -> PathBuf {
        env::var_os("XDG_CACHE_HOME")
            .map(PathBuf::from)
            .or_else(|| env::home_dir().map(|home| home.join(".cache")))
            .map_or_else(
                || self.target.join("tools"),
                |cache| cache.join("hankerekisteri/tools"),
            )
    }

    /// A path as people read it: relative to the checkout where it lies inside.
    pub(crate) fn shown<'a>(&self, path: &'a Path) -> std::path::Display<'a> {
        path.strip_prefix(&self.root).unwrap_or(path).display()
    }
}

/// The file name of the register's one binary.
pub(crate) const BINARY: &str = "hankerekisteri";
