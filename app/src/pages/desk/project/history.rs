//! What was changed in a project when, and by whom.

use domain::project::contact::ProjectContact;
use domain::project::history::{FieldChange, FieldValue};
use domain::view::project::{ProjectChanges, ProjectHistory};
use leptos::prelude::*;
use wording::desk::project::{self as words, ProjectText as T};
use wording::desk::{Label, Text};
use wording::{format, names};

use super::crumb;
use crate::components::table::{Column, Row, table};
use crate::pages::desk::case;
use crate::pages::desk::frame::Page;
use crate::shell::Shell;

/// The page of the history.
pub fn history(shell: &Shell, history: &ProjectHistory) -> AnyView {
    let lang = shell.lang;
    let versions = history.versions.iter();
    let versions = versions.map(|version| section(shell, history, version));
    let body = view! {
        <p>{T::HistoryMeans.text(lang)}</p>
        {versions.collect_view()}
    };
    let trail = vec![case::crumb(&history.case), crumb(&history.project)];
    Page::new(shell, T::HistoryOf.text(lang), trail)
        .caption(history.project.facts.name.clone())
        .view(shell, body)
}

fn section(shell: &Shell, history: &ProjectHistory, version: &ProjectChanges) -> AnyView {
    let lang = shell.lang;
    let id = format!("versio-{}", version.version);
    let heading = format!(
        "{} {}: {}",
        Label::Version.text(lang),
        version.version,
        format::moment(version.at, lang)
    );
    let by = match &version.by {
        Some((office, name)) if name.is_empty() => office.clone(),
        Some((office, name)) => format!("{name}, {office}"),
        None => T::FromCommandLine.text(lang).to_owned(),
    };
    let reason = (!version.reason.is_empty()).then(|| {
        let reason = format!("{}: {}", Label::Reason.text(lang), version.reason);
        view! { <p>{reason}</p> }
    });
    let changes = if version.changes.is_empty() {
        view! { <p>{T::NothingChanged.text(lang)}</p> }.into_any()
    } else {
        let columns = [T::Field, T::From, T::To];
        let rows = version.changes.iter();
        table(
            &format!("{id}-taulukko"),
            heading.clone(),
            columns.map(|label| Column::words(label.text(lang))).into(),
            rows.map(|change| row(shell, history, change)).collect(),
        )
    };
    view! {
        <section class="listing" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{heading}</h2>
            <p>{by}</p>
            {reason}
            {changes}
        </section>
    }
    .into_any()
}

fn row(shell: &Shell, history: &ProjectHistory, change: &FieldChange) -> Row {
    let lang = shell.lang;
    let cell = |value: &Option<FieldValue>| match value {
        Some(value) => {
            view! { <span class="lines">{shown(shell, history, value)}</span> }.into_any()
        }
        None => view! { <span class="unknown">{Text::Empty.text(lang)}</span> }.into_any(),
    };
    let cells = vec![cell(&change.from), cell(&change.to)];
    Row::new(words::field(change.field, lang), cells)
}

/// A value as people read it.
fn shown(shell: &Shell, history: &ProjectHistory, value: &FieldValue) -> String {
    let lang = shell.lang;
    match value {
        FieldValue::Text(text) => text.clone(),
        FieldValue::CityRole(role) => names::city_role(*role, lang).to_owned(),
        FieldValue::Organisations(ids) => {
            let named = ids.iter().map(|id| {
                let line = history.organisations.iter().find(|line| line.id == *id);
                line.map_or_else(|| id.to_string(), |line| line.name.clone())
            });
            named.collect::<Vec<_>>().join(", ")
        }
        FieldValue::Period(period) => format::project_period(*period),
        FieldValue::Day(day) => format::date(*day, lang),
        FieldValue::Point(point) => format::point(*point, lang),
        FieldValue::Phase(step) => {
            let phase = names::project_phase(step.phase, lang);
            let since = format!("{phase}, {}", format::date(step.on, lang));
            match step.remark.as_str() {
                "" => since,
                remark => format!("{since} ({remark})"),
            }
        }
        FieldValue::Contacts(contacts) => {
            let one = |contact: &ProjectContact| contact.known().collect::<Vec<_>>().join(", ");
            contacts.iter().map(one).collect::<Vec<_>>().join("\n")
        }
    }
}
