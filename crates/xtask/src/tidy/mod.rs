//! Conventions of the repository as checks, each with a message that says what to do.

mod direction;
mod manifests;
mod migrations;
mod pages;
mod papers;
mod sources;
mod words;

use std::fmt::{self, Display};

use anyhow::{Result, bail};

use self::sources::Source;
use crate::say;
use crate::workspace::Workspace;

/// A broken convention.
#[derive(Debug, PartialEq, Eq)]
struct Finding {
    /// A path in the checkout, with the line where there is one.
    place: String,
    /// What is wrong and what to do.
    message: String,
}

impl Finding {
    fn new(place: impl Display, message: impl Display) -> Self {
        Self {
            place: place.to_string(),
            message: message.to_string(),
        }
    }
}

impl Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

/// Checks every convention.
///
/// # Errors
/// One is broken, or a file cannot be read.
pub(crate) fn check(workspace: &Workspace) -> Result<()> {
    let sources = sources::all(workspace)?;
    let mut findings = Vec::new();
    findings.extend(migrations::check(workspace)?);
    findings.extend(direction::check(workspace)?);
    findings.extend(manifests::check(workspace)?);
    findings.extend(papers::check(workspace)?);
    findings.extend(sources.iter().flat_map(pages::check));
    findings.extend(sources.iter().flat_map(words::check));
    for finding in &findings {
        say::note(finding);
    }
    match findings.len() {
        0 => Ok(()),
        count => bail!("{count} conventions are broken"),
    }
}
