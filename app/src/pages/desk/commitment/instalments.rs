//! The schedule on the page of a commitment: its instalments, what can be recorded of each, and
//! what was recorded.

use domain::instalment::{Instalment, InstalmentKind, InstalmentStage};
use domain::role::UseCase;
use domain::view::commitment::CommitmentSheet;
use leptos::prelude::*;
use wording::desk::Label;
use wording::desk::commitment::CommitmentText;
use wording::desk::instalment::{self as words, InstalmentText as T};
use wording::format;

use crate::components::date::{date, moment};
use crate::components::money::money;
use crate::components::table::{Column, Row, listing};
use crate::pages::desk::address;
use crate::pages::desk::frame::{Weight, may, named_link};
use crate::shell::Shell;

/// What can be recorded of an instalment, in the order of its links.
const OF_ONE: [InstalmentKind; 5] = [
    InstalmentKind::Requested,
    InstalmentKind::Accepted,
    InstalmentKind::Moved,
    InstalmentKind::Returned,
    InstalmentKind::Withdrawn,
];

/// What can be recorded of the schedule as a whole.
const OF_ALL: [InstalmentKind; 3] = [
    InstalmentKind::Planned,
    InstalmentKind::FinalReport,
    InstalmentKind::FinalReportUndone,
];

/// The section of the page.
pub(super) fn section(shell: &Shell, sheet: &CommitmentSheet) -> AnyView {
    let lang = shell.lang;
    let history = (!sheet.instalment_entries.is_empty()).then(|| history(shell, sheet));
    view! {
        <section class="listing" aria-labelledby="maksuerat">
            <h2 id="maksuerat">{T::Instalments.text(lang)}</h2>
            <p>{T::Lead.text(lang)}</p>
            {instalments(shell, sheet)}
            {final_report(shell, sheet)}
            {actions(shell, sheet)}
            {history}
        </section>
    }
    .into_any()
}

fn instalments(shell: &Shell, sheet: &CommitmentSheet) -> AnyView {
    let lang = shell.lang;
    let all = &sheet.schedule.instalments;
    if all.is_empty() {
        return view! { <p>{T::NoInstalments.text(lang)}</p> }.into_any();
    }
    let columns = vec![
        Column::words(CommitmentText::Number.text(lang)),
        Column::words(T::DueDay.text(lang)),
        Column::numbers(Label::Amount.text(lang)),
        Column::numbers(CommitmentText::Paid.text(lang)),
        Column::numbers(T::Open.text(lang)),
        Column::words(T::Stage.text(lang)),
        Column::words(T::Needs.text(lang)),
        Column::actions(CommitmentText::Entry.text(lang)),
    ];
    let rows = all.iter().map(|of| row(shell, sheet, of));
    listing(
        "maksuerat-taulukko",
        T::Instalments.text(lang),
        columns,
        rows.collect(),
    )
}

fn row(shell: &Shell, sheet: &CommitmentSheet, of: &Instalment) -> Row {
    let lang = shell.lang;
    let last = of.is_last.then(|| format!(" ({})", T::Last.text(lang)));
    let late = of.is_overdue(sheet.today).then(|| {
        view! { " " <strong class="tag tag--late">{T::Overdue.text(lang)}</strong> }
    });
    Row::new(
        view! { {of.number} {last} },
        vec![
            view! { {date(of.due_on, lang)} {late} }.into_any(),
            money(of.amount, lang),
            money(of.paid, lang),
            money(of.open(), lang),
            words::stage(of.stage(), lang).into_any(),
            of.needs.clone().into_any(),
            links(shell, sheet, of),
        ],
    )
}

/// Links to what can be recorded of an instalment now, each named with its number.
fn links(shell: &Shell, sheet: &CommitmentSheet, of: &Instalment) -> AnyView {
    let lang = shell.lang;
    if !may(shell, UseCase::ManageCommitments) {
        return ().into_any();
    }
    let key = sheet.line.key;
    let position = sheet.line.position;
    let possible = |kind: &InstalmentKind| {
        let found = sheet.schedule.may(*kind, Some(of.number), position);
        found.is_ok()
    };
    let to_pay = (of.stage() == InstalmentStage::Accepted).then(|| {
        let to = address::pay_instalment(key, of.number);
        (T::Pay.text(lang), to)
    });
    let others = OF_ONE.into_iter().filter(possible).map(|kind| {
        let to = address::record_instalment(key, kind, of.number);
        (words::form(kind, lang), to)
    });
    let items = to_pay.into_iter().chain(others).map(|(name, to)| {
        let number = of.number;
        view! {
            <li>
                <a href=shell.link(&to)>
                    {name}<span class="govuk-visually-hidden">" " {number}</span>
                </a>
            </li>
        }
    });
    view! { <ul class="govuk-list">{items.collect_view()}</ul> }.into_any()
}

fn final_report(shell: &Shell, sheet: &CommitmentSheet) -> AnyView {
    let lang = shell.lang;
    let said = sheet.schedule.final_report.as_ref().map_or_else(
        || T::NoFinalReport.text(lang).to_owned(),
        |report| format!("{}, {}", format::date(report.on, lang), report.document),
    );
    view! { <p>{T::FinalReport.text(lang)} ": " {said}</p> }.into_any()
}

fn actions(shell: &Shell, sheet: &CommitmentSheet) -> Option<AnyView> {
    let lang = shell.lang;
    if !may(shell, UseCase::ManageCommitments) {
        return None;
    }
    let key = sheet.line.key;
    let possible = OF_ALL.into_iter().filter(|kind| {
        let found = sheet.schedule.may(*kind, None, sheet.line.position);
        found.is_ok()
    });
    let links = possible.map(|kind| {
        let to = address::record_schedule(key, kind);
        named_link(shell, Weight::Secondary, words::form(kind, lang), &to)
    });
    Some(view! { <div class="govuk-button-group">{links.collect_view()}</div> }.into_any())
}

fn history(shell: &Shell, sheet: &CommitmentSheet) -> AnyView {
    let lang = shell.lang;
    let columns = vec![
        Column::words(CommitmentText::Number.text(lang)),
        Column::words(T::Instalment.text(lang)),
        Column::words(CommitmentText::Entry.text(lang)),
        Column::words(CommitmentText::EntryDay.text(lang)),
        Column::words(CommitmentText::Details.text(lang)),
        Column::words(CommitmentText::RecordedBy.text(lang)),
    ];
    let rows = sheet.instalment_entries.iter().map(|line| {
        let cells = vec![
            line.fact.instalment().into_any(),
            words::kind(line.fact.kind(), lang).into_any(),
            line.fact.on().map(|on| date(on, lang)).into_any(),
            words::details(&line.fact, lang).into_any(),
            view! { {moment(line.recorded_at, lang)} " " {line.office.clone()} }.into_any(),
        ];
        Row::new(line.number, cells)
    });
    let table = listing(
        "maksuerien-kirjaukset",
        T::History.text(lang),
        columns,
        rows.collect(),
    );
    view! { <h3>{T::History.text(lang)}</h3> {table} }.into_any()
}
