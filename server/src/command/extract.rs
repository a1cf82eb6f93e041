//! `hankerekisteri extract`: decisions as PDF.

use std::io::{self, Write};

use anyhow::{Context, anyhow};
use domain::Lang;
use register::{Refusal, Register, documents};

use super::{operator, output};
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
    let bytes = if let Some(recipient) = recipient {
        let made = documents::extract_for(register, &operator(), &address, recipient).await;
        made.map_err(|refusal| match refusal {
            Refusal::NotFound => {
                anyhow!("{address} has no certified extract for the recipient {recipient}")
            }
            other => other.into(),
        })?
    } else {
        let made = documents::public_version(register, &address, Lang::Fi, public_url).await;
        let pdf = made.map_err(|refusal| match refusal {
            Refusal::NotFound => anyhow!("no decision is published at {address}"),
            other => other.into(),
        })?;
        pdf.bytes
    };
    match output {
        Some(file) => output::write(&file, &bytes),
        None => io::stdout()
            .lock()
            .write_all(&bytes)
            .context("standard output cannot be written"),
    }
}
