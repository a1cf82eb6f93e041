//! The handling of a case on its sheet: measures with their documents, phase by phase.

use domain::case::{Case, CaseMeasure, CaseState, DocumentKind, Phase};
use domain::role::UseCase;
use domain::view::case::DocumentLine;
use domain::view::desk::CaseSheet;
use leptos::prelude::*;
use time::{Date, Time};
use wording::desk::case::{self as words, CaseButton as B, CaseText as T};
use wording::{format, names};

use super::number_or_unknown;
use super::sheet::named_link;
use crate::components::table::{Column, Row, RowKind, table};
use crate::pages::desk::address;
use crate::pages::desk::frame::may;
use crate::shell::Shell;

/// The section of the sheet.
pub(super) fn handling(shell: &Shell, sheet: &CaseSheet) -> AnyView {
    let lang = shell.lang;
    let of = &sheet.register;
    let key = sheet.case.key();
    let can_edit = of.state != CaseState::Disposed && may(shell, UseCase::EditCase);
    let tables: Vec<AnyView> = Phase::ALL
        .iter()
        .filter_map(|phase| phase_table(shell, sheet, *phase, can_edit))
        .collect();
    let none = tables
        .is_empty()
        .then(|| view! { <p>{T::NoDocuments.text(lang)}</p> });
    let add = can_edit.then(|| {
        view! {
            <div class="govuk-button-group">
                {named_link(shell, B::AddIncoming, &address::new_incoming(&key))}
                {named_link(shell, B::AddOwn, &address::new_own(&key))}
                {named_link(shell, B::AddMeasure, &address::new_measure(&key))}
            </div>
        }
    });
    view! {
        <section aria-labelledby="kasittely">
            <h2 id="kasittely">{T::Handling.text(lang)}</h2>
            {none}
            {tables}
            {add}
        </section>
    }
    .into_any()
}

/// The measures of a phase, each followed by its documents, and then the other documents.
fn phase_table(shell: &Shell, sheet: &CaseSheet, phase: Phase, can_edit: bool) -> Option<AnyView> {
    let lang = shell.lang;
    let of = &sheet.register;
    let mut rows = Vec::new();
    for measure in of.measures.iter().filter(|one| one.phase == phase) {
        rows.push(measure_row(shell, sheet, measure, can_edit));
        let own = |line: &&DocumentLine| line.document.facts.measure == Some(measure.id);
        let documents = of.documents.iter().filter(own);
        rows.extend(
            documents
                .map(|line| document_row(shell, &sheet.case, line, can_edit).kind(RowKind::Part)),
        );
    }
    let loose = of
        .documents
        .iter()
        .filter(|line| line.document.facts.measure.is_none() && line.document.facts.phase == phase);
    rows.extend(loose.map(|line| document_row(shell, &sheet.case, line, can_edit)));
    if rows.is_empty() {
        return None;
    }
    let id = format!("vaihe-{}", phase.code());
    let caption = words::phase(phase, lang);
    Some(table(&id, caption, columns(shell), rows))
}

fn columns(shell: &Shell) -> Vec<Column> {
    let lang = shell.lang;
    let columns = [
        T::Document,
        T::MovedOn,
        T::ArrivalWay,
        T::Sender,
        T::Registered,
    ];
    let labels = columns.map(|label| match label {
        T::ArrivalWay => format!("{} / {}", T::ArrivalWay.text(lang), T::SentWay.text(lang)),
        T::Sender => format!("{} / {}", T::Sender.text(lang), T::SentTo.text(lang)),
        other => other.text(lang).to_owned(),
    });
    labels.map(Column::words).into()
}

/// The documents of a case in one table, for the page of its project.
pub(in crate::pages::desk) fn documents(
    shell: &Shell,
    case: &Case,
    lines: &[DocumentLine],
) -> AnyView {
    let caption = T::CaseDocuments.text(shell.lang);
    let can_edit = may(shell, UseCase::EditCase);
    let rows = lines
        .iter()
        .map(|line| document_row(shell, case, line, can_edit));
    table("asiakirjat", caption, columns(shell), rows.collect())
}

fn measure_row(shell: &Shell, sheet: &CaseSheet, measure: &CaseMeasure, can_edit: bool) -> Row {
    let lang = shell.lang;
    let name = format!(
        "{}: {}",
        T::Measure.text(lang),
        measure.name.reveal_to_official()
    );
    let to = address::measure(&sheet.case.key(), measure.id);
    let cells = vec![
        format::date(measure.on, lang).into_any(),
        ().into_any(),
        measure.office.clone().into_any(),
        ().into_any(),
    ];
    Row::new(header(shell, name, &to, can_edit), cells)
}

fn document_row(shell: &Shell, case: &Case, line: &DocumentLine, can_edit: bool) -> Row {
    let lang = shell.lang;
    let document = &line.document;
    let number = number_or_unknown(case, lang);
    let title = document.facts.title.reveal_to_official();
    let mut name = format!("{number}/{} {title}", document.ordinal);
    if let Some(reason) = &document.void {
        name = format!("{name} ({}: {reason})", T::Voided.text(lang));
    }
    let (day, way, who) = facts(shell, &document.facts.kind);
    let to = address::document(&case.key(), document.id);
    let cells = vec![
        day.into_any(),
        way.into_any(),
        who.into_any(),
        format::moment(line.registered, lang).into_any(),
    ];
    Row::new(header(shell, name, &to, can_edit), cells)
}

fn header(shell: &Shell, name: String, to: &str, can_edit: bool) -> AnyView {
    if can_edit {
        view! { <a href=shell.link(to)>{name}</a> }.into_any()
    } else {
        name.into_any()
    }
}

/// When, how, and from whom or to whom.
fn facts(shell: &Shell, kind: &DocumentKind) -> (String, String, String) {
    let lang = shell.lang;
    match kind {
        DocumentKind::Incoming(arrival) => {
            let agent = arrival.agent.reveal_to_official();
            let sender = arrival.sender.reveal_to_official().clone();
            let who = if agent.is_empty() {
                sender
            } else {
                format!("{sender} ({}: {agent})", T::Agent.text(lang))
            };
            let way = words::document_way(arrival.way, lang).to_owned();
            (moment(shell, arrival.on, arrival.at), way, who)
        }
        DocumentKind::Own(making) => {
            let made = format!("{} {}", format::date(making.on, lang), making.author);
            let Some(sent) = &making.sent else {
                return (made, String::new(), String::new());
            };
            let day = format!(
                "{made}; {} {}",
                T::Sending.text(lang).to_lowercase(),
                moment(shell, sent.on, sent.at)
            );
            let mut way = words::document_way(sent.way, lang).to_owned();
            if let Some(means) = sent.service {
                way = format!("{way}; {}", names::service_means(means, lang));
            }
            (day, way, sent.to.reveal_to_official().clone())
        }
    }
}

fn moment(shell: &Shell, on: Date, at: Option<Time>) -> String {
    let lang = shell.lang;
    let day = format::date(on, lang);
    at.map_or(day.clone(), |at| format!("{day} {}", format::at(at, lang)))
}
