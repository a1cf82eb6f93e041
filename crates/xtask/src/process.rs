//! Other programs: how they are started and what is told when one fails.

use std::env;
use std::ffi::OsStr;
use std::io::{self, BufRead as _, BufReader, IsTerminal as _};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use anyhow::{Context as _, Result, bail};

/// A command without the variables that `cargo run` sets for xtask itself: build scripts of
/// nested cargo calls watch some of them and would run again after each direct `cargo` call.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    for (name, _) in env::vars_os() {
        let Some(text) = name.to_str() else { continue };
        if is_set_by_cargo_run(text) {
            command.env_remove(text);
        }
    }
    command
}

fn is_set_by_cargo_run(name: &str) -> bool {
    [
        "CARGO_PKG_",
        "CARGO_MANIFEST_",
        "CARGO_BIN_",
        "CARGO_CRATE_",
    ]
    .iter()
    .any(|prefix| name.starts_with(prefix))
        || ["CARGO", "CARGO_PRIMARY_PACKAGE", "OUT_DIR"].contains(&name)
}

/// The cargo that started xtask.
pub(crate) fn cargo() -> Command {
    command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Cargo's option for long builds: its progress bar where somebody watches, nothing in a log.
pub(crate) fn progress() -> &'static [&'static str] {
    if io::stderr().is_terminal() {
        &[]
    } else {
        &["--quiet"]
    }
}

/// Runs a program to its end, its output shown as it comes.
///
/// # Errors
/// It cannot be started or exits with a failure.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("cannot start {}", line(command)))?;
    if !status.success() {
        bail!("{} failed ({status})", line(command));
    }
    Ok(())
}

/// Runs a program whose output is of interest only when it fails.
///
/// # Errors
/// As [`run`]; the error carries the output.
pub(crate) fn quiet(command: &mut Command) -> Result<()> {
    output(command).map(drop)
}

/// Runs a program and returns its standard output.
///
/// # Errors
/// As [`run`]; the error carries the output.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let Output {
        status,
        stdout,
        stderr,
    } = command
        .output()
        .with_context(|| format!("cannot start {}", line(command)))?;
    let stdout = String::from_utf8_lossy(&stdout).into_owned();
    if !status.success() {
        let stderr = String::from_utf8_lossy(&stderr);
        bail!(
            "{} failed ({status})\n{}{}",
            line(command),
            stdout,
            stderr.trim_end()
        );
    }
    Ok(stdout)
}

/// Runs a program and parses its standard output as JSON.
///
/// # Errors
/// As [`output`], or the output is not JSON.
pub(crate) fn json(command: &mut Command) -> Result<serde_json::Value> {
    let text = output(command)?;
    serde_json::from_str(&text).with_context(|| format!("{} printed no JSON", line(command)))
}

/// Tells whether a program starts and exits well; for probing what a machine has.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

/// Finds a program on the search path.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// The search path with some folders before all others.
///
/// # Errors
/// A folder's name contains the separator.
pub(crate) fn path_with(first: impl IntoIterator<Item = PathBuf>) -> Result<std::ffi::OsString> {
    let rest = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = first.into_iter().chain(env::split_paths(&rest)).collect();
    env::join_paths(folders).context("a folder of the search path contains the separator")
}

/// The command as somebody would type it.
fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    format!("`{}`", words.join(" "))
}

/// Runs a program, hands over each line of its standard output, and tells whether it exits well.
/// Its standard error is shown as it comes.
///
/// # Errors
/// It cannot be started.
pub(crate) fn each_line(command: &mut Command, mut take: impl FnMut(&str)) -> Result<bool> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {}", line(command)))?;
    if let Some(stdout) = child.stdout.take() {
        for bytes in BufReader::new(stdout).split(b'\n') {
            take(String::from_utf8_lossy(&bytes?).trim_end());
        }
    }
    Ok(child.wait()?.success())
}
