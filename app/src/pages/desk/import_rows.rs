//! The rows of a table that is about to be imported, each with what becomes of it.

use std::ops::RangeInclusive;

use domain::table_import::{Found, ImportKind, ReportRow, RowOutcome};
use domain::view::table_import::ImportSheet;
use leptos::prelude::*;
use wording::desk::budget_import::ImportText;
use wording::desk::import_column::name;
use wording::desk::table_import::{self as words, TableImportText as T};
use wording::format;

use super::address;
use crate::components::pager::pager;
use crate::components::summary::{Fact, summary};
use crate::components::table::{Column, Row, table};
use crate::shell::Shell;

/// Rows on each page of a report.
const ROWS: usize = 100;

/// How many rows come to what.
pub(super) fn counts(shell: &Shell, sheet: &ImportSheet) -> AnyView {
    let lang = shell.lang;
    let report = &sheet.report;
    let count = |number: usize| format::count(number as u64, lang);
    let all = Fact::new(ImportText::Rows.text(lang), count(report.rows.len()));
    let outcomes = RowOutcome::ALL.into_iter().filter_map(|outcome| {
        let number = report.count(outcome);
        let name = words::outcome(sheet.draft.kind, outcome).text(lang);
        (number > 0).then(|| Fact::new(name, count(number)))
    });
    summary(std::iter::once(all).chain(outcomes).collect())
}

/// The first rows that somebody should look at.
pub(super) fn look_first(shell: &Shell, sheet: &ImportSheet) -> Option<AnyView> {
    let lang = shell.lang;
    let asking = || {
        let rows = sheet.report.rows.iter();
        rows.filter(|row| row.outcome.asks_for_a_look())
    };
    let shown: Vec<Row> = asking()
        .take(ROWS)
        .map(|row| shown_row(shell, sheet, row))
        .collect();
    let first =
        (asking().count() > ROWS).then(|| view! { <p>{ImportText::OnlyFirst.text(lang)}</p> });
    (!shown.is_empty()).then(|| {
        let caption = T::LookFirst.text(lang);
        view! { {first} {table("tarkistettavat", caption, headers(shell, sheet), shown)} }
            .into_any()
    })
}

/// The rows of a page of a report, as places among all.
fn places(all: usize, page: u32) -> (u32, u32, std::ops::Range<usize>) {
    let pages = u32::try_from(all.div_ceil(ROWS)).unwrap_or(1).max(1);
    let page = page.clamp(1, pages);
    let first = usize::try_from(page - 1).unwrap_or_default() * ROWS;
    (page, pages, first..all.min(first + ROWS))
}

/// The numbers in the file of the first and the last row of a page.
pub(super) fn numbers(sheet: &ImportSheet, page: u32) -> RangeInclusive<u32> {
    let rows = &sheet.report.rows;
    let (.., places) = places(rows.len(), page);
    let number = |row: Option<&ReportRow>| row.map_or(0, |row| row.number);
    let shown = rows.get(places).unwrap_or_default();
    number(shown.first())..=number(shown.last())
}

/// A page of all rows.
pub(super) fn rows(shell: &Shell, sheet: &ImportSheet, page: u32) -> Option<AnyView> {
    let all = &sheet.report.rows;
    if all.is_empty() {
        return None;
    }
    let (page, pages, places) = places(all.len(), page);
    let shown = all.get(places).unwrap_or_default().iter();
    let shown = shown.map(|row| shown_row(shell, sheet, row)).collect();
    let to = shell.link(&address::table_report(sheet.draft.kind, sheet.id));
    let caption = ImportText::AllRows.text(shell.lang);
    Some(
        view! {
            {table("rivit", caption, headers(shell, sheet), shown)}
            {pager(page, pages, shell.lang, |number| format!("{to}?sivu={number}"))}
        }
        .into_any(),
    )
}

/// The columns by which people know a row again.
const fn telling(kind: ImportKind) -> &'static [&'static str] {
    match kind {
        ImportKind::Budget => &["code", "amount"],
        ImportKind::Ledger => &["voucher", "text", "case_number", "amount"],
        ImportKind::Projects => &["project_name", "case_number", "project_code"],
        ImportKind::Plans => &["project", "funder", "category", "year", "amount", "share"],
    }
}

fn headers(shell: &Shell, sheet: &ImportSheet) -> Vec<Column> {
    let lang = shell.lang;
    let kind = sheet.draft.kind;
    let mut headers = vec![Column::words(ImportText::RowNumber.text(lang))];
    headers.extend(telling(kind).iter().map(|field| match *field {
        "amount" => Column::numbers(name(kind, field, lang)),
        _ => Column::words(name(kind, field, lang)),
    }));
    headers.push(Column::words(T::Outcome.text(lang)));
    headers.push(Column::words(T::Details.text(lang)));
    headers
}

fn shown_row(shell: &Shell, sheet: &ImportSheet, row: &ReportRow) -> Row {
    let lang = shell.lang;
    let kind = sheet.draft.kind;
    let cell = |field: &str| {
        let at = kind.columns().iter().position(|of| of.field == field);
        at.and_then(|at| row.cells.get(at)).cloned()
    };
    let mut cells: Vec<AnyView> = telling(kind).iter().map(|of| cell(of).into_any()).collect();
    let outcome = words::outcome(kind, row.outcome).text(lang);
    cells.push(match &row.found {
        None => outcome.into_any(),
        Some(found) => {
            let to = shell.link(&match found {
                Found::Payment(key) => address::commitment(*key),
                Found::Project(slug) => address::project(slug),
            });
            view! { <a href=to>{outcome}</a> }.into_any()
        }
    });
    cells.push(details(shell, kind, row));
    Row::new(row.number.to_string(), cells)
}

/// What is wrong with a row, and what it says otherwise than the register.
fn details(shell: &Shell, kind: ImportKind, row: &ReportRow) -> AnyView {
    let said = words::details(kind, row, shell.lang).into_iter();
    let lines: Vec<_> = said.map(|line| view! { <li>{line}</li> }).collect();
    let lines = (!lines.is_empty()).then(|| view! { <ul>{lines}</ul> });
    lines.into_any()
}
