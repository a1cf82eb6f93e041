//! The other funders of a project: where each stands, what was recorded of them, and the forms that
//! record it.

use domain::co_funding::{CoFundingDraft, CoFundingKind};
use domain::role::UseCase;
use domain::view::co_funding::{CoFundingEntryLine, CoFundingSheet};
use leptos::prelude::*;
use wording::desk::co_funding::{self as words, CoFundingText as T};
use wording::desk::commitment::CommitmentText;
use wording::desk::{Button, Done, Label, Text};

use super::entry_fields::{amount, day, document, reason};
use super::form::Form;
use super::frame::{Page, Weight, button, form, may, named_link};
use super::shortfalls::{funder, funder_cells, funder_columns};
use super::{address, case, project};
use crate::components::breadcrumbs::Crumb;
use crate::components::date::{date, moment};
use crate::components::money::{self, money};
use crate::components::select::{Choice, Select};
use crate::components::table::{Column, Row, RowKind, listing};
use crate::shell::Shell;

/// What can be recorded of a funder, in the order of the links.
const RECORDED: [CoFundingKind; 3] = [
    CoFundingKind::Granted,
    CoFundingKind::Refused,
    CoFundingKind::Paid,
];

/// The page of the other funders.
pub fn page(shell: &Shell, sheet: &CoFundingSheet, done: Option<Done>) -> AnyView {
    let lang = shell.lang;
    let body = view! {
        <p>{T::FundersLead.text(lang)}</p>
        {actions(shell, sheet)}
        {funders(shell, sheet)}
        {entries(shell, sheet)}
        <p><a href=shell.link(address::SHORTFALLS)>{T::ToAll.text(lang)}</a></p>
    };
    Page::new(shell, T::Funders.text(lang), trail(sheet))
        .caption(sheet.project.facts.name.clone())
        .done(done)
        .view(shell, body)
}

fn trail(sheet: &CoFundingSheet) -> Vec<Crumb> {
    vec![case::crumb(&sheet.case), project::crumb(&sheet.project)]
}

fn actions(shell: &Shell, sheet: &CoFundingSheet) -> Option<AnyView> {
    let lang = shell.lang;
    if !may(shell, UseCase::ManageClaims) {
        return None;
    }
    if sheet.funders.is_empty() {
        return Some(view! { <p>{T::Unnamed.text(lang)}</p> }.into_any());
    }
    let links = RECORDED.map(|kind| {
        let to = address::record_co_funding(&sheet.project.slug, kind, None);
        let weight = if kind == CoFundingKind::Granted {
            Weight::Primary
        } else {
            Weight::Secondary
        };
        named_link(shell, weight, words::form(kind, lang), &to)
    });
    Some(view! { <div class="govuk-button-group">{links.collect_view()}</div> }.into_any())
}

fn funders(shell: &Shell, sheet: &CoFundingSheet) -> AnyView {
    let lang = shell.lang;
    if sheet.rows.is_empty() {
        return view! { <p>{T::NoFunders.text(lang)}</p> }.into_any();
    }
    let row = |of| Row::new(funder(shell, of), funder_cells(shell, of));
    let mut rows: Vec<Row> = sheet.rows.iter().map(row).collect();
    let sums = vec![
        ().into_any(),
        money::planned(sheet.total.planned, lang).into_any(),
        money(sheet.total.granted, lang),
        money(sheet.total.paid, lang),
        money(sheet.total.lacking, lang),
        money(sheet.total.late, lang),
    ];
    rows.push(Row::new(T::InAll.text(lang), sums).kind(RowKind::Sum));
    let title = T::Funders.text(lang);
    view! {
        {listing("rahoittajat-taulukko", title, funder_columns(shell), rows)}
        <p>{T::LackingMeans.text(lang)}</p>
    }
    .into_any()
}

fn entries(shell: &Shell, sheet: &CoFundingSheet) -> Option<AnyView> {
    let lang = shell.lang;
    if sheet.entries.is_empty() {
        return None;
    }
    let columns = vec![
        Column::words(CommitmentText::Number.text(lang)),
        Column::words(T::Funder.text(lang)),
        Column::words(CommitmentText::Entry.text(lang)),
        Column::words(Label::Day.text(lang)),
        Column::words(CommitmentText::Details.text(lang)),
        Column::words(CommitmentText::RecordedBy.text(lang)),
    ];
    let rows = sheet.entries.iter().map(|line| {
        let cells = vec![
            line.funder.clone().into_any(),
            words::kind(line.fact.kind(), lang).into_any(),
            line.fact.on().map(|on| date(on, lang)).into_any(),
            view! { {words::details(&line.fact, lang)} {undo(shell, sheet, line)} }.into_any(),
            view! { {moment(line.recorded_at, lang)} " " {line.office.clone()} }.into_any(),
        ];
        Row::new(line.number, cells)
    });
    let heading = T::Entries.text(lang);
    Some(
        view! {
            <section class="listing" aria-labelledby="kirjaukset">
                <h2 id="kirjaukset">{heading}</h2>
                {listing("kirjaukset-taulukko", heading, columns, rows.collect())}
            </section>
        }
        .into_any(),
    )
}

fn undo(shell: &Shell, sheet: &CoFundingSheet, line: &CoFundingEntryLine) -> Option<AnyView> {
    let lang = shell.lang;
    if !line.may_be_undone || !may(shell, UseCase::ManageClaims) {
        return None;
    }
    let slug = &sheet.project.slug;
    let to = address::record_co_funding(slug, CoFundingKind::Undone, Some(line.number));
    Some(
        view! {
            " "
            <a class="on-screen" href=shell.link(&to)>
                {T::Undo.text(lang)}
                <span class="govuk-visually-hidden">" " {line.number}</span>
            </a>
        }
        .into_any(),
    )
}

/// The form that records an entry of a kind; of what undoes one, about the entry that its draft
/// names.
pub fn record(
    shell: &Shell,
    sheet: &CoFundingSheet,
    kind: CoFundingKind,
    typed: &Form<CoFundingDraft>,
) -> AnyView {
    let lang = shell.lang;
    let slug = &sheet.project.slug;
    let entry: Option<u32> = typed.draft.entry.trim().parse().ok();
    let title = match entry {
        Some(number) => format!("{} {number}", words::form(kind, lang)),
        None => words::form(kind, lang).to_owned(),
    };
    let fields = match kind {
        CoFundingKind::Undone => undoing(shell, sheet, entry, typed),
        CoFundingKind::Granted | CoFundingKind::Refused | CoFundingKind::Paid => {
            happened(shell, sheet, kind, typed)
        }
    };
    let fields = view! { {fields} {button(shell, Weight::Primary, Button::Save, "save")} };
    let to = address::record_co_funding(slug, kind, entry);
    let mut trail = trail(sheet);
    trail.push(Crumb::new(T::Funders.text(lang), address::co_funding(slug)));
    Page::new(shell, title, trail)
        .caption(sheet.project.facts.name.clone())
        .of_form(shell, typed)
        .view(shell, form(shell, &to, typed, fields))
}

fn happened(
    shell: &Shell,
    sheet: &CoFundingSheet,
    kind: CoFundingKind,
    typed: &Form<CoFundingDraft>,
) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let mut funders = vec![Choice::new("", Text::Choose.text(lang))];
    let named = sheet.funders.iter();
    funders.extend(named.map(|(id, name)| Choice::new(id.to_string(), name.as_str())));
    let hint = match kind {
        CoFundingKind::Granted => Some(T::GrantedHint),
        CoFundingKind::Paid => Some(T::PaidHint),
        CoFundingKind::Refused | CoFundingKind::Undone => None,
    };
    let amount = hint.map(|hint| amount(shell, typed, &draft.amount, Some(hint.text(lang))));
    view! {
        <Select name="funder" label=T::Funder.text(lang) value=draft.funder.clone()
            choices=funders error=typed.error("funder", lang)/>
        {amount}
        {day(shell, typed, &draft.entry_day)}
        {document(shell, typed, &draft.arrived_as)}
    }
    .into_any()
}

fn undoing(
    shell: &Shell,
    sheet: &CoFundingSheet,
    entry: Option<u32>,
    typed: &Form<CoFundingDraft>,
) -> AnyView {
    let lang = shell.lang;
    let of = sheet.entries.iter().find(|line| Some(line.number) == entry);
    let of = of.map(|line| {
        let kind = words::kind(line.fact.kind(), lang);
        let details = words::details(&line.fact, lang);
        view! { <p>{line.funder.clone()} ", " {kind} ": " {details}</p> }
    });
    view! {
        {of}
        <p>{T::UndoneMeans.text(lang)}</p>
        {reason(shell, typed, &typed.draft.reason)}
    }
    .into_any()
}
