//! `hankerekisteri import`: documents into drafts.

use std::io::{self, Read, Write};
use std::path::Path;

use anyhow::Context;
use domain::Lang;
use register::Refusal;
use register::import::{NoteKind, Reading, read};
use register::intake::take_in;

use super::user::sentence;
use super::{open_existing, operator};
use crate::cli::{Global, ImportCommand};

/// Larger input is refused by the reader; this keeps an endless one out of memory.
const LIMIT: u64 = 11 * 1024 * 1024;

pub(super) async fn run(global: &Global, command: ImportCommand) -> anyhow::Result<()> {
    let ImportCommand::Decision {
        file,
        dry_run,
        json,
        lang,
    } = command;
    let lang = Lang::from(lang);
    let bytes = bytes_of(&file)?;
    let reading = read(&bytes).map_err(|refusal| {
        anyhow::anyhow!(
            "{}: {}",
            file.display(),
            wording::import::refusal(refusal, lang)
        )
    })?;
    let mut out = io::stdout().lock();
    if json {
        serde_json::to_writer_pretty(&mut out, &reading)?;
        writeln!(out)?;
    } else {
        report(&mut out, &reading, lang)?;
    }
    if dry_run {
        return Ok(());
    }
    let source = file
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let register = open_existing(global).await?;
    let taken = take_in(
        &register,
        &operator(),
        &reading,
        &source.unwrap_or_default(),
    )
    .await;
    register.close().await;
    let taken = taken.map_err(|refusal| refused(refusal, lang))?;
    tracing::info!(
        "case {}: drafted decision {}",
        taken.case_number,
        taken.decision
    );
    if !taken.new_organisations.is_empty() {
        tracing::info!(
            "new organisations, to be checked: {}",
            taken.new_organisations.join(", ")
        );
    }
    if let Some(kept) = &taken.kept {
        tracing::warn!("{}", wording::intake::project_kept(&kept.name, lang));
        for fact in &kept.otherwise {
            tracing::warn!("{}", wording::intake::otherwise(fact, lang));
        }
    }
    Ok(())
}

fn refused(refusal: Refusal, lang: Lang) -> anyhow::Error {
    let lacks_registrar = matches!(&refusal, Refusal::Incomplete(findings)
        if findings.iter().any(|finding| finding.place == "preparer"));
    if lacks_registrar {
        return anyhow::Error::msg(wording::intake::no_registrar(lang));
    }
    sentence(refusal, lang)
}

/// What the import says, by how it knows it.
fn report(out: &mut impl Write, reading: &Reading, lang: Lang) -> io::Result<()> {
    for kind in NoteKind::ALL {
        let mut notes = reading
            .notes
            .iter()
            .filter(|note| note.kind == *kind)
            .peekable();
        if notes.peek().is_some() {
            writeln!(out, "{}", wording::import::kind(*kind, lang))?;
        }
        for note in notes {
            writeln!(out, "  {}", wording::import::sentence(note, lang))?;
        }
    }
    Ok(())
}

fn bytes_of(file: &Path) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let from: Box<dyn Read> = if file == Path::new("-") {
        Box::new(io::stdin())
    } else {
        let opened = std::fs::File::open(file);
        Box::new(opened.with_context(|| format!("{} cannot be opened", file.display()))?)
    };
    let read = from.take(LIMIT).read_to_end(&mut bytes);
    read.with_context(|| format!("{} cannot be read", file.display()))?;
    Ok(bytes)
}
