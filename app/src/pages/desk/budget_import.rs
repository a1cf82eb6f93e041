//! The import of budget rows: a file is handed in, and shown with what it would record.

use domain::budget::{BudgetColumn, BudgetImportDraft, ImportedRow};
use domain::finding::Weight as FindingWeight;
use domain::id::ImportFileId;
use domain::table::Fault;
use domain::view::budget::BudgetImportSheet;
use leptos::prelude::*;
use wording::desk::Label;
use wording::desk::budget::BudgetText;
use wording::desk::budget_import::{self as words, ImportText};
use wording::{format, table as sentences};

use super::address;
use super::budget::{excess_reason, facts};
use super::form::Form;
use super::frame::{Page, Weight, form, hidden, named_button, named_link};
use super::table_import::being_recorded;
use crate::components::breadcrumbs::Crumb;
use crate::components::choice::Checkbox;
use crate::components::field::FileField;
use crate::components::notice::{Notice, Tone};
use crate::components::pager::pager;
use crate::components::select::{Choice, Select};
use crate::components::summary::{Fact, summary};
use crate::components::table::{Column, Row, table};
use crate::shell::Shell;

/// Rows on each page of a report.
const ROWS: usize = 100;

/// The form by which a file is handed in.
pub fn upload(
    shell: &Shell,
    year: u16,
    typed: &Form<BudgetImportDraft>,
    fault: Option<Fault>,
) -> AnyView {
    let lang = shell.lang;
    let unread = fault.map(|fault| sentences::sentence(fault, lang).to_owned());
    let to = address::import_budget(year);
    let [csv, xlsx] = address::import_templates(year);
    let body = view! {
        <p>{ImportText::Means.text(lang)}</p>
        <p><a href=shell.link(&csv)>{ImportText::Template.text(lang)}</a></p>
        <p><a href=shell.link(&xlsx)>{ImportText::TemplateXlsx.text(lang)}</a></p>
        <form class="form" method="post" enctype="multipart/form-data" novalidate
            action=shell.link(&to)>
            {hidden("key", typed.key.clone())}
            {hidden("version", typed.version.to_string())}
            {facts(shell, typed, &typed.draft.facts)}
            <FileField name="file" label=ImportText::File.text(lang) accept=".csv,.txt,.xlsx"
                hint=ImportText::FileHint.text(lang).to_owned() error=unread.clone()/>
            <Checkbox name="turned" label=ImportText::Turned.text(lang)
                checked=typed.draft.turned/>
            {named_button(Weight::Primary, ImportText::Read.text(lang), "read")}
        </form>
    };
    let (of_year, trail) = trail(shell, year);
    let page = Page::new(shell, ImportText::Import.text(lang), trail)
        .caption(of_year)
        .of_form(shell, typed);
    let page = match unread {
        Some(unread) => page.refused("file", ImportText::File.text(lang), &unread),
        None => page,
    };
    page.view(shell, body)
}

/// The page of a file that is being recorded: its decision is saved as one.
pub fn running(shell: &Shell, year: u16, id: ImportFileId) -> AnyView {
    let title = ImportText::Import.text(shell.lang);
    being_recorded(shell, title, &address::budget_import(year, id), None)
}

fn trail(shell: &Shell, year: u16) -> (String, Vec<Crumb>) {
    let of_year = format!("{} {year}", BudgetText::Budget.text(shell.lang));
    let crumb = Crumb::new(of_year.clone(), address::budget(year));
    (of_year, vec![crumb])
}

/// What a file would record, a page of its rows at a time. `changed` says that something else was
/// confirmed than what is shown now.
pub fn report(
    shell: &Shell,
    sheet: &BudgetImportSheet,
    typed: &Form<BudgetImportDraft>,
    page: u32,
    changed: bool,
) -> AnyView {
    let lang = shell.lang;
    let changed = changed.then(|| {
        view! { <Notice tone=Tone::Warning status=true><p>{ImportText::Changed.text(lang)}</p></Notice> }
    });
    let faults = sheet.import.faults.iter().map(|fault| {
        let tone = match fault.weight() {
            FindingWeight::Blocks => Tone::Warning,
            FindingWeight::Notice => Tone::Information,
        };
        let said = sentences::sentence(*fault, lang);
        view! { <Notice tone=tone><p>{said}</p></Notice> }
    });
    let verdict = if sheet.import.decision.is_some() {
        ImportText::AllRight
    } else {
        ImportText::NotRight
    };
    let body = view! {
        {changed}
        <p>{format!("{} {}", ImportText::NothingYet.text(lang), verdict.text(lang))}</p>
        {faults.collect_view()}
        {totals(shell, sheet)}
        {confirm(shell, sheet, typed)}
        {remarks(shell, sheet)}
        {columns(shell, sheet, typed)}
        {rows(shell, sheet, page)}
    };
    let (_, mut trail) = trail(shell, sheet.year);
    let import = address::import_budget(sheet.year);
    trail.push(Crumb::new(ImportText::Import.text(lang), import));
    Page::new(shell, ImportText::Report.text(lang), trail)
        .caption(sheet.file_name.clone())
        .of_form(shell, typed)
        .view(shell, body)
}

fn totals(shell: &Shell, sheet: &BudgetImportSheet) -> AnyView {
    let lang = shell.lang;
    let sums = sheet.import.totals();
    let amount = |at: usize| {
        let sum = sums.and_then(|sums| sums.get(at).copied());
        format::euros_or_unknown(sum, lang)
    };
    let count = |number: usize| format::count(number as u64, lang);
    let lines = [
        (ImportText::Rows, count(sheet.import.rows.len())),
        (ImportText::Refused, count(sheet.import.refused())),
        (ImportText::Added, amount(0)),
        (ImportText::Taken, amount(1)),
        (ImportText::Net, amount(2)),
    ];
    let lines = lines.map(|(label, value)| Fact::new(label.text(lang), value));
    summary(lines.into())
}

/// The buttons that end an import: only what is in order can be confirmed.
fn confirm(shell: &Shell, sheet: &BudgetImportSheet, typed: &Form<BudgetImportDraft>) -> AnyView {
    let lang = shell.lang;
    let confirm = sheet.import.decision.is_some().then(|| {
        let name = ImportText::Confirm.text(lang);
        view! { {hidden("shown", sheet.shown.clone())} {named_button(Weight::Primary, name, "confirm")} }
    });
    let discard = ImportText::Discard.text(lang);
    let fields = view! {
        {excess_reason(shell, typed, &typed.draft.facts)}
        <div class="govuk-button-group">
            {confirm}
            {named_button(Weight::Secondary, discard, "discard")}
        </div>
    };
    form(
        shell,
        &address::budget_import(sheet.year, sheet.id),
        typed,
        fields,
    )
}

/// Which column of the file is what, to be chosen otherwise.
fn columns(shell: &Shell, sheet: &BudgetImportSheet, typed: &Form<BudgetImportDraft>) -> AnyView {
    let lang = shell.lang;
    let named = (1..).zip(&sheet.columns).map(|(number, name)| {
        let name = if name.is_empty() {
            number.to_string()
        } else {
            name.clone()
        };
        Choice::new(number.to_string(), name)
    });
    let none = Choice::new("", ImportText::NoColumn.text(lang));
    let choices: Vec<Choice> = std::iter::once(none).chain(named).collect();
    let selects =
        BudgetColumn::ALL
            .into_iter()
            .zip(&typed.draft.columns)
            .map(|(column, chosen)| {
                let name = column.choice();
                let error = typed.error(&name, lang);
                view! {
                    <Select name=name label=words::column(column, lang) value=chosen.clone()
                        choices=choices.clone() error=error/>
                }
            });
    let fields = view! {
        {selects.collect_view()}
        <Checkbox name="turned" label=ImportText::Turned.text(lang) checked=typed.draft.turned/>
        {named_button(Weight::Secondary, ImportText::Choose.text(lang), "choose")}
    };
    let to = address::budget_import(sheet.year, sheet.id);
    view! {
        <section aria-labelledby="sarakkeet">
            <h2 id="sarakkeet">{ImportText::Columns.text(lang)}</h2>
            {form(shell, &to, typed, fields)}
        </section>
    }
    .into_any()
}

/// The first rows that have something wrong.
fn remarks(shell: &Shell, sheet: &BudgetImportSheet) -> Option<AnyView> {
    let lang = shell.lang;
    let wrong = sheet
        .import
        .rows
        .iter()
        .filter(|row| !row.remarks.is_empty());
    let rows: Vec<Row> = wrong.take(ROWS).map(|row| shown_row(shell, row)).collect();
    let first = (sheet.import.refused() > ROWS)
        .then(|| view! { <p>{ImportText::OnlyFirst.text(lang)}</p> });
    (!rows.is_empty()).then(|| {
        let caption = ImportText::RemarksFirst.text(lang);
        view! { {first} {table("korjattavaa", caption, headers(shell), rows)} }.into_any()
    })
}

fn rows(shell: &Shell, sheet: &BudgetImportSheet, page: u32) -> AnyView {
    let all = &sheet.import.rows;
    let pages = u32::try_from(all.len().div_ceil(ROWS)).unwrap_or(1).max(1);
    let page = page.clamp(1, pages);
    let skipped = usize::try_from(page - 1).unwrap_or_default() * ROWS;
    let shown = all.iter().skip(skipped).take(ROWS);
    let shown = shown.map(|row| shown_row(shell, row)).collect();
    let to = shell.link(&address::budget_import(sheet.year, sheet.id));
    let caption = ImportText::AllRows.text(shell.lang);
    view! {
        {table("rivit", caption, headers(shell), shown)}
        {pager(page, pages, shell.lang, |number| format!("{to}?sivu={number}"))}
    }
    .into_any()
}

fn headers(shell: &Shell) -> Vec<Column> {
    let lang = shell.lang;
    let words = |text: &str| Column::words(text);
    let number = |text: &str| Column::numbers(text);
    vec![
        words(ImportText::RowNumber.text(lang)),
        words(BudgetText::Line.text(lang)),
        words(BudgetText::Appropriation.text(lang)),
        number(Label::Amount.text(lang)),
        number(ImportText::Before.text(lang)),
        number(ImportText::After.text(lang)),
        words(ImportText::Remarks.text(lang)),
    ]
}

fn shown_row(shell: &Shell, row: &ImportedRow) -> Row {
    let lang = shell.lang;
    let read = &row.read;
    let amount = match read.amount.parse() {
        Ok(amount) => format::euros(amount, lang),
        Err(_) => read.amount.clone(),
    };
    let known = |amount: Option<_>| amount.map(|amount| format::euros(amount, lang));
    let remarks = row.remarks.iter().map(|remark| {
        let column = remark
            .column
            .map(|of| format!("{}: ", words::column(of, lang)));
        view! { <li>{column} {words::remark(remark.code, lang)}</li> }
    });
    let remarks: Vec<_> = remarks.collect();
    let remarks = (!remarks.is_empty()).then(|| view! { <ul>{remarks}</ul> });
    let cells = vec![
        format!("{} {}", read.code, read.name).into_any(),
        read.appropriation.clone().into_any(),
        amount.into_any(),
        known(row.before).into_any(),
        known(row.after).into_any(),
        remarks.into_any(),
    ];
    Row::new(row.number.to_string(), cells)
}

/// The way to the import, beside the form that records by hand.
pub(super) fn link(shell: &Shell, year: u16) -> AnyView {
    let name = ImportText::Import.text(shell.lang);
    named_link(
        shell,
        Weight::Secondary,
        name,
        &address::import_budget(year),
    )
}
