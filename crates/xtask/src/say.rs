//! Progress on standard error; results alone go to standard output.

use std::fmt::Display;
use std::io::Write as _;

/// Names the step that starts now.
pub(crate) fn step(what: impl Display) {
    eprintln!("==> {what}");
}

/// Tells one thing about the current step.
pub(crate) fn note(what: impl Display) {
    eprintln!("    {what}");
}

/// Passes on a line of another program.
pub(crate) fn raw(line: &str) {
    eprintln!("{line}");
}

/// Prints a result.
///
/// # Errors
/// Nobody reads standard output any more.
pub(crate) fn result(what: impl Display) -> std::io::Result<()> {
    writeln!(std::io::stdout(), "{what}")
}
