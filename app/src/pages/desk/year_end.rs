//! What the budget of a year came to, and what was paid for it.

use domain::budget::LineOutcome;
use domain::commitment::EntryKind;
use domain::role::UseCase;
use domain::view::budget::{PaymentSheet, YearEndRow, YearEndSheet};
use domain::view::commitment::PaymentLine;
use domain::view::commitment_list::{CommitmentFilter, Named};
use domain::{Lang, Money};
use leptos::prelude::*;
use wording::desk::budget::BudgetText as T;
use wording::desk::commitment::{CommitmentText, kind};
use wording::desk::table_import::TableImportText;
use wording::desk::{Done, Label};
use wording::format;

use super::frame::{Page, Weight, may, named_link};
use super::{address, commitment_list, decision};
use crate::components::breadcrumbs::Crumb;
use crate::components::chart::{Bar, Look, Series, stacked_bars};
use crate::components::money::money;
use crate::components::table::{Column, Row, RowKind, listing, table};
use crate::shell::Shell;

fn trail(shell: &Shell, year: u16) -> Vec<Crumb> {
    let budget = format!("{} {year}", T::Budget.text(shell.lang));
    vec![Crumb::new(budget, address::budget(year))]
}

/// The outcome of each line, and what waits for next year's budget.
pub fn page(shell: &Shell, sheet: &YearEndSheet) -> AnyView {
    let lang = shell.lang;
    let title = format!("{} {}", T::YearEnd.text(lang), sheet.year);
    let lines = if sheet.rows.is_empty() {
        view! { <p>{T::NothingInYear.text(lang)}</p> }.into_any()
    } else {
        let columns = vec![
            Column::words(T::Line.text(lang)),
            Column::numbers(T::Amended.text(lang)),
            Column::numbers(T::Realised.text(lang)),
            Column::numbers(T::Unused.text(lang)),
            Column::numbers(T::StillOpen.text(lang)),
            Column::numbers(T::NextYear.text(lang)),
        ];
        let mut rows: Vec<Row> = sheet.rows.iter().map(|of| row(shell, sheet, of)).collect();
        let payments = address::payments(sheet.year, None);
        let all = CommitmentFilter {
            year: Some(Named::Is(sheet.year)),
            ..CommitmentFilter::default()
        };
        let total = cells(shell, sheet.total, &payments, &all, ().into_any());
        rows.push(Row::new(T::Together.text(lang), total).kind(RowKind::Sum));
        view! {
            {table("kohdat", title.clone(), columns, rows)}
            {commitment_list::files(shell, address::year_end_files(sheet.year))}
        }
        .into_any()
    };
    let body = view! {
        <p>{T::YearEndMeans.text(lang)}</p>
        {chart(shell, sheet, &title)}
        {lines}
    };
    Page::new(shell, title, trail(shell, sheet.year)).view(shell, body)
}

/// What is realised, open and unused of each line.
fn chart(shell: &Shell, sheet: &YearEndSheet, title: &str) -> Option<AnyView> {
    let lang = shell.lang;
    let series = [
        (T::Realised, Look::Solid),
        (T::StillOpen, Look::Striped),
        (T::UnusedAndFree, Look::Outlined),
    ];
    let series = series.map(|(text, look)| Series::new(text.text(lang), look));
    let bars = sheet.rows.iter().map(|row| {
        let of = row.outcome;
        // What is open is a part of what was not used.
        let free = of.unused.and_then(|unused| unused.checked_sub(of.open));
        Bar {
            label: name(row, lang),
            parts: [of.realised, of.open, free.unwrap_or_default()]
                .map(|part| part.max(Money::ZERO))
                .into(),
        }
    });
    let bars = Bar::longest(bars.collect());
    stacked_bars("toteuma-kuva", title, &series, &bars, lang)
}

fn name(row: &YearEndRow, lang: Lang) -> String {
    match (&row.code, &row.name) {
        (Some(code), Some(name)) => format!("{code} {name}"),
        (Some(code), None) => format!("{}: {code}", T::Unplaced.text(lang)),
        (None, _) => T::WithoutLine.text(lang).to_owned(),
    }
}

fn row(shell: &Shell, sheet: &YearEndSheet, row: &YearEndRow) -> Row {
    let lang = shell.lang;
    let code = row.code.as_deref();
    let to = shell.link(&address::budget_line(sheet.year, code));
    let named = code.map_or(Named::Nothing, |code| Named::Is(code.to_owned()));
    let payments = address::payments(sheet.year, Some(&named));
    let promises = CommitmentFilter {
        year: Some(Named::Is(sheet.year)),
        budget_line: Some(named),
        ..CommitmentFilter::default()
    };
    let next_year = match row.outcome.next_year {
        _ if row.outcome.needs_budgeting() => {
            view! { <b>{T::NotBudgeted.text(lang)}</b> }.into_any()
        }
        None => ().into_any(),
        Some(amount) => money(amount, lang),
    };
    let cells = cells(shell, row.outcome, &payments, &promises, next_year);
    Row::new(view! { <a href=to>{name(row, lang)}</a> }, cells)
}

/// The sums of a line, each leading to its rows.
fn cells(
    shell: &Shell,
    of: LineOutcome,
    payments: &str,
    promises: &CommitmentFilter,
    next_year: AnyView,
) -> Vec<AnyView> {
    let lang = shell.lang;
    let payments = shell.link(payments);
    let promises = shell.link(&address::commitments(promises));
    vec![
        format::euros_or_unknown(of.amended, lang).into_any(),
        view! { <a href=payments>{money(of.realised, lang)}</a> }.into_any(),
        format::euros_or_unknown(of.unused, lang).into_any(),
        view! { <a href=promises>{money(of.open, lang)}</a> }.into_any(),
        next_year,
    ]
}

/// What was paid for an accounting year, by day, with the sum and what the ledger says of it.
pub fn payments(shell: &Shell, sheet: &PaymentSheet, done: Option<Done>) -> AnyView {
    let lang = shell.lang;
    let of_line = sheet.budget_line.as_ref().map(|line| match line {
        Named::Is(code) => format!("{} {code}", T::Line.text(lang)),
        Named::Nothing => T::WithoutLine.text(lang).to_owned(),
    });
    let title = format!("{} {}", CommitmentText::Payments.text(lang), sheet.year);
    let all = of_line.as_ref().map(|_| {
        let to = shell.link(&address::payments(sheet.year, None));
        view! { <p><a href=to>{T::AllPayments.text(lang)}</a></p> }
    });
    let listed = if sheet.lines.is_empty() {
        view! { <p>{T::NoPayments.text(lang)}</p> }.into_any()
    } else {
        let columns = vec![
            Column::words(CommitmentText::EntryDay.text(lang)),
            Column::words(CommitmentText::Voucher.text(lang)),
            Column::words(CommitmentText::Invoice.text(lang)),
            Column::words(T::Line.text(lang)),
            Column::words(Label::Decision.text(lang)),
            Column::words(TableImportText::InLedger.text(lang)),
            Column::numbers(Label::Amount.text(lang)),
        ];
        let mut rows: Vec<Row> = sheet.lines.iter().map(|of| payment(shell, of)).collect();
        let mut sum: Vec<AnyView> = (0..5).map(|_| ().into_any()).collect();
        sum.push(money(sheet.total, lang));
        rows.push(Row::new(T::Together.text(lang), sum).kind(RowKind::Sum));
        let caption = of_line.as_deref().unwrap_or(&title);
        view! { {months(shell, sheet)} {listing("maksut", caption, columns, rows)} }.into_any()
    };
    let import = may(shell, UseCase::MatchPayments).then(|| {
        let name = TableImportText::LedgerTitle.text(lang);
        let to = address::ledger_import(sheet.year);
        named_link(shell, Weight::Secondary, name, &to)
    });
    let body = view! {
        {listed}
        {all}
        {commitment_list::files(shell, address::payment_files(sheet.year))}
        {import}
    };
    Page::new(shell, title.clone(), trail(shell, sheet.year))
        .done(done)
        .view(shell, body)
}

/// What was paid in each month. What came back has a bar of its own: it is no part of what was paid.
fn months(shell: &Shell, sheet: &PaymentSheet) -> Option<AnyView> {
    let lang = shell.lang;
    let series = [
        Series::new(CommitmentText::Paid.text(lang), Look::Solid),
        Series::new(CommitmentText::Recovered.text(lang), Look::Striped),
    ];
    let bars = sheet.by_month.iter().flat_map(|of| {
        let month = format::month(of.month, lang);
        let back = format!("{month}, {}", kind(EntryKind::Recovered, lang));
        let paid = Bar {
            label: month,
            parts: vec![of.paid, Money::ZERO],
        };
        let back = Bar {
            label: back,
            parts: vec![Money::ZERO, of.recovered],
        };
        let paid = (of.paid > Money::ZERO).then_some(paid);
        paid.into_iter()
            .chain((of.recovered > Money::ZERO).then_some(back))
    });
    let bars = Bar::longest(bars.collect());
    let title = CommitmentText::PaymentsByMonth.text(lang);
    stacked_bars("maksut-kuva", title, &series, &bars, lang)
}

fn payment(shell: &Shell, of: &PaymentLine) -> Row {
    let lang: Lang = shell.lang;
    let to = shell.link(&address::commitment(of.of));
    let place = format!("{} {}", of.section.series, decision::section(&of.section));
    let case = of.case_number.as_ref().map(|number| format!(", {number}"));
    let line = of.budget_line.clone();
    let in_ledger = match &of.ledger_voucher {
        Some(voucher) => format!("{} {voucher}", TableImportText::Matched.text(lang)),
        None => TableImportText::NotMatched.text(lang).to_owned(),
    };
    let cells = vec![
        of.voucher.clone().into_any(),
        of.invoice.clone().into_any(),
        line.unwrap_or_else(|| T::WithoutLine.text(lang).to_owned())
            .into_any(),
        view! { <a href=to>{place}</a> {case} }.into_any(),
        in_ledger.into_any(),
        money(of.amount, lang),
    ];
    Row::new(format::date(of.on, lang), cells)
}
