//! Imports of tables: a file is handed in, and shown with what it would record.

use domain::finding::Weight as FindingWeight;
use domain::id::ImportFileId;
use domain::table::Fault;
use domain::table_import::{ImportDraft, ImportKind, ImportReport};
use domain::view::table_import::ImportSheet;
use leptos::prelude::*;
use wording::desk::Label;
use wording::desk::budget::BudgetText;
use wording::desk::budget_import::ImportText;
use wording::desk::commitment::CommitmentText;
use wording::desk::import_column::{example, means, name};
use wording::desk::table_import::{self as words, TableImportText as T};
use wording::{format, table as sentences};

use super::address;
use super::form::Form;
use super::frame::{Page, Weight, form, hidden, named_button};
use super::import_rows::{counts, look_first, numbers, rows};
use super::plan_changes;
use crate::components::breadcrumbs::Crumb;
use crate::components::choice::Checkbox;
use crate::components::field::{Field, FieldKind, FileField};
use crate::components::money::money;
use crate::components::notice::{Notice, Tone};
use crate::components::select::{Choice, Select};
use crate::components::table::{Column, Row, table};
use crate::shell::Shell;

/// The form by which a file is handed in.
pub fn upload(shell: &Shell, typed: &Form<ImportDraft>, fault: Option<Fault>) -> AnyView {
    let lang = shell.lang;
    let kind = typed.draft.kind;
    let unread = fault.map(|fault| sentences::sentence(fault, lang).to_owned());
    let [csv, xlsx] = address::table_templates(kind);
    let ledger = (kind == ImportKind::Ledger).then(|| {
        let error = typed.error("year", lang);
        view! {
            <Field name="year" label=T::Year.text(lang) value=typed.draft.year.clone()
                kind=FieldKind::Digits error=error/>
        }
    });
    let turned = (kind == ImportKind::Ledger).then(|| turned(shell, &typed.draft));
    let plans = (kind == ImportKind::Plans).then(|| {
        let hint = T::ReasonHint.text(lang).to_owned();
        view! {
            <Field name="reason" label=Label::Reason.text(lang) value=typed.draft.reason.clone()
                hint=hint error=typed.error("reason", lang)/>
        }
    });
    let again = (kind == ImportKind::Plans).then(|| view! { <p>{T::ProjectHint.text(lang)}</p> });
    let body = view! {
        <p>{words::means(kind).text(lang)}</p>
        {again}
        <ul class="govuk-list">
            <li><a href=shell.link(&csv)>{T::TemplateCsv.text(lang)}</a></li>
            <li><a href=shell.link(&xlsx)>{T::TemplateXlsx.text(lang)}</a></li>
        </ul>
        <form class="form" method="post" enctype="multipart/form-data" novalidate
            action=shell.link(&address::table_import(kind))>
            {hidden("key", typed.key.clone())}
            {hidden("version", typed.version.to_string())}
            {ledger}
            {plans}
            <FileField name="file" label=ImportText::File.text(lang) accept=".csv,.txt,.xlsx"
                hint=T::FileHint.text(lang).to_owned() error=unread.clone()/>
            {turned}
            {named_button(Weight::Primary, ImportText::Read.text(lang), "read")}
        </form>
        {described(shell, kind)}
    };
    let title = words::title(kind).text(lang);
    let page = Page::new(shell, title, trail(shell, &typed.draft)).of_form(shell, typed);
    let page = match unread {
        Some(unread) => page.refused("file", ImportText::File.text(lang), &unread),
        None => page,
    };
    page.view(shell, body)
}

fn turned(shell: &Shell, draft: &ImportDraft) -> AnyView {
    let label = ImportText::Turned.text(shell.lang);
    view! { <Checkbox name="turned" label=label checked=draft.turned/> }.into_any()
}

/// The columns of the template, each with what stands in it.
fn described(shell: &Shell, kind: ImportKind) -> AnyView {
    let lang = shell.lang;
    let columns = vec![
        Column::words(T::ColumnName.text(lang)),
        Column::words(T::Needed.text(lang)),
        Column::words(T::ColumnMeans.text(lang)),
        Column::words(T::Example.text(lang)),
    ];
    let rows = kind.columns().iter().map(|column| {
        let group = kind.needs().iter().find(|of| of.contains(&column.field));
        let needed = match group.map(|of| of.len()) {
            None => T::No,
            Some(1) => T::Yes,
            Some(_) => T::OneOf,
        };
        let cells = vec![
            needed.text(lang).into_any(),
            means(kind, column.field, lang).into_any(),
            example(kind, column.field, lang).into_any(),
        ];
        Row::new(name(kind, column.field, lang), cells)
    });
    let caption = T::WhichColumns.text(lang);
    table("sarakkeet", caption, columns, rows.collect())
}

/// The way back: of a ledger to the payments of its year.
fn trail(shell: &Shell, draft: &ImportDraft) -> Vec<Crumb> {
    let Some(year) = draft
        .typed_year()
        .filter(|_| draft.kind == ImportKind::Ledger)
    else {
        return Vec::new();
    };
    let lang = shell.lang;
    let budget = format!("{} {year}", BudgetText::Budget.text(lang));
    let payments = CommitmentText::Payments.text(lang);
    vec![
        Crumb::new(budget, address::budget(year)),
        Crumb::new(payments, address::payments(year, None)),
    ]
}

/// What a file would record, a page of its rows at a time. `changed` says that something else was
/// confirmed than what is shown now.
pub fn report(
    shell: &Shell,
    sheet: &ImportSheet,
    typed: &Form<ImportDraft>,
    page: u32,
    changed: bool,
) -> AnyView {
    let lang = shell.lang;
    let kind = sheet.draft.kind;
    let changed = changed.then(|| {
        view! { <Notice tone=Tone::Warning status=true><p>{T::Changed.text(lang)}</p></Notice> }
    });
    let faults = sheet.report.faults.iter().map(|fault| {
        let tone = match fault.weight() {
            FindingWeight::Blocks => Tone::Warning,
            FindingWeight::Notice => Tone::Information,
        };
        let said = sentences::sentence(*fault, lang);
        view! { <Notice tone=tone><p>{said}</p></Notice> }
    });
    let verdict = verdict(shell, &sheet.report);
    // A finding about the year leads here.
    let year = (kind == ImportKind::Ledger)
        .then(|| view! { <p id="year">{T::Year.text(lang)} " " {sheet.draft.year.clone()}</p> });
    let reason = (kind == ImportKind::Plans).then(|| {
        let reason = sheet.draft.reason.clone();
        view! { <p id="reason">{Label::Reason.text(lang)} ": " {reason}</p> }
    });
    let body = view! {
        {changed}
        {year}
        {reason}
        <p>{format!("{} {verdict}", ImportText::NothingYet.text(lang))}</p>
        {faults.collect_view()}
        {counts(shell, sheet)}
        {confirm(shell, sheet, typed)}
        {look_first(shell, sheet)}
        {lacking(shell, sheet)}
        {plan_changes::section(shell, &sheet.report.plans, &numbers(sheet, page))}
        {columns(shell, sheet, typed)}
        {rows(shell, sheet, page)}
    };
    let mut trail = trail(shell, &sheet.draft);
    let title = words::title(kind).text(lang);
    trail.push(Crumb::new(title, address::table_import(kind)));
    Page::new(shell, ImportText::Report.text(lang), trail)
        .caption(sheet.file_name.clone())
        .of_form(shell, typed)
        .view(shell, body)
}

/// How far an import is that takes long. The page asks again by itself.
pub fn running(
    shell: &Shell,
    kind: ImportKind,
    id: ImportFileId,
    saved: usize,
    all: usize,
) -> AnyView {
    let again = address::table_report(kind, id);
    let title = words::title(kind).text(shell.lang);
    being_recorded(shell, title, &again, (all > 0).then_some((saved, all)))
}

/// The page of a file that is being recorded, at the address where it asks again: how many rows of
/// how many are saved, where they are saved one by one.
pub(super) fn being_recorded(
    shell: &Shell,
    title: &'static str,
    again: &str,
    counted: Option<(usize, usize)>,
) -> AnyView {
    let lang = shell.lang;
    let (saved, all) = counted.unzip();
    let body = view! {
        <p>
            <progress max=all.map(|all| all.to_string()) value=saved.map(|saved| saved.to_string())
                aria-label=T::Running.text(lang)></progress>
        </p>
        {counted.map(|(saved, all)| view! { <p>{words::counted(saved, all, lang)}</p> })}
        <p>{T::RunningMeans.text(lang)}</p>
        <p><a href=shell.link(again)>{T::RunningAgain.text(lang)}</a></p>
    };
    Page::new(shell, T::Running.text(lang), Vec::new())
        .caption(title.to_owned())
        .view(shell, body)
}

fn verdict(shell: &Shell, report: &ImportReport) -> &'static str {
    use domain::table_import::RowOutcome::{Recorded, Refused};
    let lang = shell.lang;
    let is_read = report.findings.is_empty() && report.count(Refused) == 0;
    if report.is_ready() {
        T::Ready.text(lang)
    } else if is_read && report.count(Recorded) == 0 && !report.rows.is_empty() {
        T::NothingToRecord.text(lang)
    } else {
        ImportText::NotRight.text(lang)
    }
}

/// The buttons that end an import: only what is in order can be confirmed.
fn confirm(shell: &Shell, sheet: &ImportSheet, typed: &Form<ImportDraft>) -> AnyView {
    let lang = shell.lang;
    let confirm = sheet.report.is_ready().then(|| {
        let name = words::confirm(sheet.draft.kind).text(lang);
        view! { {hidden("shown", sheet.shown.clone())} {named_button(Weight::Primary, name, "confirm")} }
    });
    let discard = ImportText::Discard.text(lang);
    let fields = view! {
        {hidden("year", sheet.draft.year.clone())}
        <div class="govuk-button-group">
            {confirm}
            {named_button(Weight::Secondary, discard, "discard")}
        </div>
    };
    form(
        shell,
        &address::table_report(sheet.draft.kind, sheet.id),
        typed,
        fields,
    )
}

/// The payments of the year that the ledger does not have.
fn lacking(shell: &Shell, sheet: &ImportSheet) -> Option<AnyView> {
    let lang = shell.lang;
    if sheet.report.lacking.is_empty() {
        return None;
    }
    let columns = vec![
        Column::words(CommitmentText::EntryDay.text(lang)),
        Column::words(CommitmentText::Voucher.text(lang)),
        Column::words(Label::Decision.text(lang)),
        Column::numbers(Label::Amount.text(lang)),
    ];
    let rows = sheet.report.lacking.iter().map(|line| {
        let to = shell.link(&address::commitment(line.of));
        let cells = vec![
            line.voucher.clone().into_any(),
            view! { <a href=to>{line.section.to_string()}</a> }.into_any(),
            money(line.amount, lang),
        ];
        Row::new(format::date(line.on, lang), cells)
    });
    let caption = T::LackingTitle.text(lang);
    Some(
        view! {
            <p>{T::LackingMeans.text(lang)}</p>
            {table("puuttuvat", caption, columns, rows.collect())}
        }
        .into_any(),
    )
}

/// Which column of the file is what, to be chosen otherwise.
fn columns(shell: &Shell, sheet: &ImportSheet, typed: &Form<ImportDraft>) -> AnyView {
    let lang = shell.lang;
    let kind = sheet.draft.kind;
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
    let columns = kind.columns().iter().zip(&typed.draft.columns);
    let selects = columns.map(|(column, chosen)| {
        let place = column.choice();
        let error = typed.error(&place, lang);
        view! {
            <Select name=place label=name(kind, column.field, lang) value=chosen.clone()
                choices=choices.clone() error=error/>
        }
    });
    let turned = (kind == ImportKind::Ledger).then(|| turned(shell, &typed.draft));
    let fields = view! {
        {selects.collect_view()}
        {turned}
        {named_button(Weight::Secondary, ImportText::Choose.text(lang), "choose")}
    };
    let to = address::table_report(kind, sheet.id);
    view! {
        <section aria-labelledby="valinnat">
            <h2 id="valinnat">{ImportText::Columns.text(lang)}</h2>
            {form(shell, &to, typed, fields)}
        </section>
    }
    .into_any()
}
