//! `hankerekisteri import-table`: tables into the register.

use std::fs::File;
use std::io::{self, IsTerminal, Read, Write};
use std::path::Path;

use anyhow::Context;
use domain::Lang;
use domain::attachment::MAX_SIZE;
use domain::funding::Total;
use domain::table::Table;
use domain::table_import::plans::PlanChange;
use domain::table_import::{ImportDraft, ImportKind, ImportReport, RowOutcome};
use register::tables::{self, Form};
use register::{Refusal, table_file, table_import};
use wording::desk::plan_comparison as comparison;
use wording::desk::table_import::{TableImportText as T, details, outcome};
use wording::format;

use super::user::sentence;
use super::{closed, open_existing, operator};
use crate::cli::{Global, ImportTableArguments, TemplateArgument};

pub(super) async fn run(global: &Global, arguments: ImportTableArguments) -> anyhow::Result<()> {
    let (kind, lang) = (ImportKind::from(arguments.kind), Lang::from(arguments.lang));
    if let Some(form) = arguments.template {
        let form = match form {
            TemplateArgument::Csv => Form::CsvForSpreadsheets,
            TemplateArgument::Xlsx => Form::Xlsx,
        };
        let bytes = tables::import_template(kind, form, lang).await?;
        let written = io::stdout().lock().write_all(&bytes);
        return written.context("standard output cannot be written");
    }
    let file = arguments.file.as_deref().context("there is no file")?;
    let bytes = bytes_of(file)?;
    let table = table_file::read(&bytes);
    let table = table.map_err(|fault| {
        anyhow::anyhow!(
            "{}: {}",
            file.display(),
            wording::table::sentence(fault, lang)
        )
    })?;
    let draft = draft_of(&arguments, kind, &table)?;
    draft
        .check()
        .into_result(())
        .map_err(|found| sentence(found.into(), lang))?;
    let register = open_existing(global).await?;
    let done = import(&register, &draft, &bytes, arguments.dry_run, lang).await;
    closed(&register, done).await
}

async fn import(
    register: &register::Register,
    draft: &ImportDraft,
    bytes: &[u8],
    dry_run: bool,
    lang: Lang,
) -> anyhow::Result<()> {
    let report = table_import::preview(register, &operator(), draft, bytes).await;
    let report = report.map_err(|refusal| refused(refusal, lang))?;
    write_report(&mut io::stdout().lock(), draft.kind, &report, lang)?;
    if !report.findings.is_empty() {
        return Err(sentence(report.findings.into(), lang));
    }
    let is_blocked = report.count(RowOutcome::Refused) > 0 || !report.is_readable();
    anyhow::ensure!(
        !is_blocked,
        "{}",
        wording::desk::budget_import::ImportText::NotRight.text(lang)
    );
    if dry_run || report.count(RowOutcome::Recorded) == 0 {
        return Ok(());
    }
    let done = table_import::record(register, &operator(), draft, bytes, &progress).await;
    done.map_err(|refusal| refused(refusal, lang))?;
    tracing::info!("{} rows recorded", report.count(RowOutcome::Recorded));
    Ok(())
}

fn refused(refusal: Refusal, lang: Lang) -> anyhow::Error {
    match refusal {
        Refusal::NoTable(fault) => anyhow::Error::msg(wording::table::sentence(fault, lang)),
        refusal => sentence(refusal, lang),
    }
}

/// How far the saving is, on a terminal; a log gets nothing of it.
fn progress(saved: usize, all: usize) {
    let mut messages = io::stderr().lock();
    if messages.is_terminal() && (saved == all || saved.is_multiple_of(50)) {
        let end = if saved == all { "\n" } else { "" };
        // A terminal that is gone keeps no row from being saved.
        let _ = write!(messages, "\r{saved}/{all}{end}");
    }
}

/// The columns whose names are known, and those that were named.
fn draft_of(
    arguments: &ImportTableArguments,
    kind: ImportKind,
    table: &Table,
) -> anyhow::Result<ImportDraft> {
    let mut draft = ImportDraft {
        year: arguments
            .year
            .map(|year| year.to_string())
            .unwrap_or_default(),
        reason: arguments.reason.clone().unwrap_or_default(),
        turned: arguments.turned,
        ..ImportDraft::new(kind)
    };
    draft.recognise(&table.columns);
    let fields = || kind.columns().iter().map(|column| column.field);
    for (field, header) in &arguments.map {
        let known = fields().collect::<Vec<_>>().join(", ");
        let at = fields().position(|of| of == field);
        let at = at.with_context(|| format!("{field} is none of the columns {known}"))?;
        let place = table
            .columns
            .iter()
            .position(|of| of.trim() == header.trim());
        let place = place.with_context(|| format!("the file has no column {header}"))?;
        let place = (place + 1).to_string();
        // What is named is not what a name was taken for.
        for chosen in draft.columns.iter_mut().filter(|chosen| **chosen == place) {
            chosen.clear();
        }
        if let Some(chosen) = draft.columns.get_mut(at) {
            *chosen = place;
        }
    }
    Ok(draft)
}

/// A line for each row, then what the ledger lacks or what changes in plans, then how many rows come
/// to what.
fn write_report(
    out: &mut impl Write,
    kind: ImportKind,
    report: &ImportReport,
    lang: Lang,
) -> io::Result<()> {
    for fault in &report.faults {
        writeln!(out, "{}", wording::table::sentence(*fault, lang))?;
    }
    for row in &report.rows {
        let said = outcome(kind, row.outcome).text(lang);
        let details = details(kind, row, lang).join(" ");
        writeln!(out, "{}\t{said}\t{details}", row.number)?;
    }
    if !report.lacking.is_empty() {
        writeln!(out, "{}", T::LackingTitle.text(lang))?;
    }
    for line in &report.lacking {
        let case = line.case_number.as_ref().map(ToString::to_string);
        let case = case.unwrap_or_default();
        writeln!(
            out,
            "\t{}\t{}\t{}\t{case}",
            line.voucher, line.amount, line.section
        )?;
    }
    write_changes(out, &report.plans, lang)?;
    for of in RowOutcome::ALL {
        let count = report.count(of);
        if count > 0 {
            writeln!(out, "{}: {count}", outcome(kind, of).text(lang))?;
        }
    }
    Ok(())
}

/// A line for each amount that differs from the plan in force, and for the funding in all.
fn write_changes(out: &mut impl Write, plans: &[PlanChange], lang: Lang) -> io::Result<()> {
    if !plans.is_empty() {
        writeln!(out, "{}", T::PlanChanges.text(lang))?;
    }
    let side = |of: Option<Total>| of.map_or_else(|| "–".to_owned(), |of| format::total(of, lang));
    for plan in plans {
        let project = &plan.project;
        for row in &plan.differences {
            let name = |id| plan.names.get(&id).map(String::as_str);
            let what = comparison::what_named(name, &row.of, lang);
            let category = comparison::category(&row.of, lang);
            let year = row.year.map(|year| year.to_string()).unwrap_or_default();
            let (from, to) = (side(row.sides.from), side(row.sides.to));
            writeln!(out, "\t{project}\t{what}\t{category}\t{year}\t{from}\t{to}")?;
        }
        let all = comparison::ComparisonText::Funding.text(lang);
        let (from, to) = (side(plan.totals.from), side(plan.totals.to));
        writeln!(out, "\t{project}\t{all}\t\t\t{from}\t{to}")?;
    }
    Ok(())
}

fn bytes_of(file: &Path) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let from: Box<dyn Read> = if file == Path::new("-") {
        Box::new(io::stdin())
    } else {
        let opened = File::open(file);
        Box::new(opened.with_context(|| format!("{} cannot be opened", file.display()))?)
    };
    // One byte more than is read, so that a longer file is refused and not cut.
    let read = from.take(MAX_SIZE as u64 + 1).read_to_end(&mut bytes);
    read.with_context(|| format!("{} cannot be read", file.display()))?;
    Ok(bytes)
}
