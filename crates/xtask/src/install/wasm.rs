//! A compiler for the browser: the toolchain's own, or Debian's where rustup cannot download.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use super::debian;
use crate::stamp::{self, Inputs};
use crate::workspace::Workspace;
use crate::{process, say};

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's compiler, its linter and the sources of the standard library.
const DEBIAN_PACKAGES: [&str; 5] = [
    "rustc-web",
    "cargo-web",
    "rust-web-clippy",
    "rust-web-src",
    "lld-19",
];
const DEBIAN_PROGRAMS: [&str; 4] = ["cargo", "cargo-clippy", "rustc", "wasm-ld-19"];
const DEBIAN_SOURCES: &str = "/usr/lib/rustlib/src/rust";
const DEBIAN_BIN: &str = "/usr/bin";
const DEBIAN_LIBRARY: &str = "/usr/lib/rustlib/wasm32-unknown-unknown/lib";

/// Which compiler builds for the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BrowserCompiler {
    /// The toolchain that builds everything else.
    Own,
    /// Debian's packages, with a standard library that xtask built from their sources.
    Debian,
}

impl BrowserCompiler {
    /// A cargo call that builds for the browser, in a target directory of its own: the two
    /// compilers may differ, and a shared directory would be locked by one of them.
    ///
    /// # Errors
    /// The search path cannot be put together.
    pub(crate) fn cargo(self, workspace: &Workspace, subcommand: &str) -> Result<Command> {
        let mut command = match self {
            Self::Own => process::cargo(),
            Self::Debian => debian_tool(workspace, "cargo")?,
        };
        command
            .arg(subcommand)
            .arg("--target")
            .arg(TARGET)
            .env("CARGO_TARGET_DIR", target_directory(workspace))
            // Without the erased views of .cargo/config.toml, which cost the browser a twentieth.
            .env("RUSTFLAGS", "")
            .current_dir(&workspace.root);
        Ok(command)
    }
}

/// The target directory of browser builds.
pub(crate) fn target_directory(workspace: &Workspace) -> PathBuf {
    workspace.target.join("wasm")
}

/// Finds a compiler for the browser, or makes one.
///
/// # Errors
/// Neither rustup nor Debian can provide it; the message says what to type.
pub(crate) fn install(workspace: &Workspace) -> Result<BrowserCompiler> {
    if has_standard_library(&mut process::command("rustc")) {
        return Ok(BrowserCompiler::Own);
    }
    // Asked before rustup, which would look for its servers again at every call.
    if DebianLibrary::find(workspace)?.is_some_and(|library| library.is_fresh()) {
        return Ok(BrowserCompiler::Debian);
    }
    if process::find("rustup").is_some() {
        say::step(format_args!(
            "installing the Rust target {TARGET} with rustup"
        ));
        match process::quiet(process::command("rustup").args(["target", "add", TARGET])) {
            Ok(()) => return Ok(BrowserCompiler::Own),
            Err(error) => say::note(format_args!("rustup cannot: {}", last_line(&error))),
        }
    }
    install_debian(workspace).with_context(|| {
        format!("no compiler for the browser, and `rustup target add {TARGET}` brings none")
    })?;
    Ok(BrowserCompiler::Debian)
}

fn has_standard_library(rustc: &mut Command) -> bool {
    let folder = process::output(rustc.args(["--print", "target-libdir", "--target", TARGET]));
    folder.is_ok_and(|folder| holds_std(Path::new(folder.trim())))
}

fn holds_std(folder: &Path) -> bool {
    let names = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.file_name());
    names
        .into_iter()
        .any(|name| name.to_string_lossy().starts_with("libstd-"))
}

fn last_line(error: &anyhow::Error) -> String {
    error
        .to_string()
        .lines()
        .last()
        .unwrap_or_default()
        .to_owned()
}

/// The standard library that xtask built for Debian's compiler, with its stamp: the stamp lies
/// beside the library, as both belong to the machine and not to a checkout.
struct DebianLibrary {
    stamp: PathBuf,
    compiler: Inputs,
}

impl DebianLibrary {
    /// None where Debian's compiler, its linter, sources or linker are missing.
    fn find(workspace: &Workspace) -> Result<Option<Self>> {
        let bin = Path::new(DEBIAN_BIN);
        let mut programs = DEBIAN_PROGRAMS.iter();
        if !Path::new(DEBIAN_SOURCES).exists()
            || !programs.all(|program| bin.join(program).is_file())
        {
            return Ok(None);
        }
        let version = process::output(debian_tool(workspace, "rustc")?.arg("-vV"))?;
        let stamp = Path::new(DEBIAN_LIBRARY).with_file_name("built-by-xtask");
        Ok(Some(Self {
            stamp,
            compiler: Inputs::default().text(&version),
        }))
    }

    fn is_fresh(&self) -> bool {
        stamp::is_fresh(&self.stamp, &self.compiler)
    }
}

fn install_debian(workspace: &Workspace) -> Result<()> {
    if DebianLibrary::find(workspace)?.is_none() {
        debian::install_packages(&DEBIAN_PACKAGES)?;
    }
    let library = DebianLibrary::find(workspace)?
        .with_context(|| format!("the packages {} lack a program", DEBIAN_PACKAGES.join(" ")))?;
    stamp::unless_fresh(&library.stamp, &library.compiler, || {
        if !debian::is_root() {
            bail!("run `cargo xtask install` once as root: it fills {DEBIAN_LIBRARY}");
        }
        build_standard_library(workspace)
    })
}

/// Debian packs no standard library for the browser, but its sources.
fn build_standard_library(workspace: &Workspace) -> Result<()> {
    say::step("building Rust's standard library for the browser from Debian's sources (a minute)");
    let empty = workspace.target.join("wasm-std");
    if empty.exists() {
        fs::remove_dir_all(&empty)?;
    }
    fs::create_dir_all(empty.join("src"))?;
    fs::write(
        empty.join("Cargo.toml"),
        "[package]\nname = \"empty\"\nedition = \"2024\"\n[workspace]\n",
    )?;
    fs::write(empty.join("src/lib.rs"), "")?;
    let mut cargo = debian_tool(workspace, "cargo")?;
    process::quiet(
        cargo
            .args(["build", "--release", "--target", TARGET])
            .arg("-Zbuild-std=std,panic_abort,proc_macro")
            // Without it link-time optimisation over the library fails.
            .env("RUSTFLAGS", "-Cembed-bitcode=yes")
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_TARGET_DIR", empty.join("target"))
            .current_dir(&empty),
    )?;
    let built = empty.join("target").join(TARGET).join("release/deps");
    let library = Path::new(DEBIAN_LIBRARY);
    if library.exists() {
        fs::remove_dir_all(library)?;
    }
    fs::create_dir_all(library)?;
    for file in stamp::files_below(&built)? {
        let Some(name) = file.file_name().and_then(|name| name.to_str()) else {
            continue;
        };
        if file.extension().is_some_and(|ending| ending == "rlib") && !name.starts_with("libempty-")
        {
            fs::copy(&file, library.join(name))?;
        }
    }
    fs::remove_dir_all(&empty)?;
    // What was compiled against the library before does not fit this one.
    let stale = target_directory(workspace);
    if stale.exists() {
        fs::remove_dir_all(stale)?;
    }
    Ok(())
}

/// One of Debian's programs, with everything it starts taken from Debian too.
fn debian_tool(workspace: &Workspace, program: &str) -> Result<Command> {
    let bin = PathBuf::from(DEBIAN_BIN);
    let linker = linker_folder(workspace)?;
    let mut command = process::command(bin.join(program));
    command.env("PATH", process::path_with([bin, linker])?);
    // Set by rustup and by `cargo run` for the other compiler.
    for name in ["RUSTC", "RUSTDOC", "RUSTUP_TOOLCHAIN", "LD_LIBRARY_PATH"] {
        command.env_remove(name);
    }
    Ok(command)
}

/// A folder with the linker under the name that the compiler looks for.
fn linker_folder(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.target.join("wasm-linker");
    let link = folder.join("rust-lld");
    if !link.exists() {
        fs::create_dir_all(&folder)?;
        std::os::unix::fs::symlink("/usr/bin/lld-19", &link)
            .with_context(|| format!("cannot link {}", link.display()))?;
    }
    Ok(folder)
}
