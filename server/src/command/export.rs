//! `hankerekisteri export`: lists as CSV, XLSX or JSON.

use std::io::{self, Write};

use anyhow::Context;
use register::{Register, export};

use super::{operator, output};
use crate::cli::ExportArguments;

pub(super) async fn run(register: &Register, arguments: ExportArguments) -> anyhow::Result<()> {
    let ExportArguments {
        what,
        format,
        internal,
        lang,
        output,
    } = arguments;
    let (what, form, lang) = (what.into(), format.into(), lang.into());
    let bytes = if internal {
        export::internal(register, &operator(), what, form, lang).await?
    } else {
        export::public(register, what, form, lang).await?
    };
    match output {
        Some(file) => output::write(&file, &bytes),
        None => io::stdout()
            .lock()
            .write_all(&bytes)
            .context("standard output cannot be written"),
    }
}
