//! Closing a budget year, and opening it again: the form of each, and what the page of the year says.

use domain::budget::ClosingKind;
use domain::role::UseCase;
use domain::view::budget::BudgetSheet;
use leptos::prelude::*;
use wording::desk::Label;
use wording::desk::budget::BudgetText;
use wording::desk::budget_closing::{self as words, ClosingText};
use wording::desk::commitment::CommitmentText;

use super::address;
use super::form::{Form, GivingBack};
use super::frame::{Page, Weight, form, may, named_link, submit};
use crate::components::breadcrumbs::Crumb;
use crate::components::date::moment;
use crate::components::notice::{Notice, Tone};
use crate::components::table::{Column, Row, table};
use crate::components::text_area::TextArea;
use crate::shell::Shell;

/// The form, with what follows from it.
pub fn page(shell: &Shell, year: u16, kind: ClosingKind, typed: &Form<GivingBack>) -> AnyView {
    let lang = shell.lang;
    let fields = view! {
        <TextArea name="reason" label=Label::Reason.text(lang) value=typed.draft.reason.clone()
            rows=3 error=typed.error("reason", lang)/>
        {submit(words::form(kind, lang))}
    };
    let body = view! {
        <p>{words::means(kind, lang)}</p>
        {form(shell, &address::close_budget(year, kind), typed, fields)}
    };
    let of_year = format!("{} {year}", BudgetText::Budget.text(lang));
    let trail = vec![Crumb::new(of_year.clone(), address::budget(year))];
    Page::new(shell, words::form(kind, lang), trail)
        .caption(of_year)
        .of_form(shell, typed)
        .view(shell, body)
}

/// That the year is closed, above everything else of it.
pub(super) fn notice(shell: &Shell, sheet: &BudgetSheet) -> Option<AnyView> {
    let said = ClosingText::IsClosed.text(shell.lang);
    sheet
        .is_closed()
        .then(|| view! { <Notice tone=Tone::Warning><p>{said}</p></Notice> }.into_any())
}

/// The way to the form that can follow, for who keeps the budget and where the year has ended.
pub(super) fn link(shell: &Shell, sheet: &BudgetSheet) -> Option<AnyView> {
    let last = sheet.closings.first().map(|act| act.kind);
    let kind = ClosingKind::next(last);
    let offers = sheet.has_ended && may(shell, UseCase::ManageBudget);
    offers.then(|| {
        let to = address::close_budget(sheet.year, kind);
        named_link(shell, Weight::Secondary, words::form(kind, shell.lang), &to)
    })
}

/// The acts, where there are any.
pub(super) fn acts(shell: &Shell, sheet: &BudgetSheet) -> Option<AnyView> {
    let lang = shell.lang;
    let columns = vec![
        Column::words(CommitmentText::RecordedBy.text(lang)),
        Column::words(ClosingText::Act.text(lang)),
        Column::words(Label::Office.text(lang)),
        Column::words(Label::Reason.text(lang)),
    ];
    let rows = sheet.closings.iter().map(|act| {
        let cells = vec![
            words::kind(act.kind, lang).into_any(),
            act.office.clone().into_any(),
            act.reason.clone().into_any(),
        ];
        Row::new(moment(act.recorded_at, lang), cells)
    });
    let rows: Vec<Row> = rows.collect();
    (!rows.is_empty()).then(|| table("sulkemiset", ClosingText::Acts.text(lang), columns, rows))
}
