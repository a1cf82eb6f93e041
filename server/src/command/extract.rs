//! `hankerekisteri extract`: decisions as PDF.

use std::io::{self, Write};

use anyhow::Context;
use domain::Lang;
use domain::id::ExtractId;
use domain::section::Section;
use register::{Register, documents};

use super::operator;
use crate::cli::ExtractCommand;

pub(super) async fn run(
    register: &Register,
    public_url: &str,
    command: ExtractCommand,
) -> anyhow::Result<()> {
    let ExtractCommand::Decision {
        address,
        recipient,
        output,
    } = command;
    let bytes = if let Some(id) = recipient {
        let id: ExtractId = id
            .parse()
            .context("the recipient's extract is named by its identity")?;
        documents::extract(register, &operator(), id).await?
    } else {
        let section: Section = address.parse()?;
        documents::public_version(register, &section, Lang::Fi, public_url).await?
    };
    match output {
        Some(file) => std::fs::write(&file, bytes)
            .with_context(|| format!("{} cannot be written", file.display())),
        None => io::stdout()
            .lock()
            .write_all(&bytes)
            .context("standard output cannot be written"),
    }
}
