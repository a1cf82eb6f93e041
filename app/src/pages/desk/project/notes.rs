//! Officials' notes about a project.

use domain::case::Case;
use domain::project::Project;
use domain::project::note::NoteDraft;
use domain::role::UseCase;
use domain::view::desk::ProjectSheet;
use leptos::prelude::*;
use wording::desk::project::ProjectText as T;
use wording::desk::{Button, Hint};

use super::crumb;
use crate::components::date::{date, moment};
use crate::components::field::{Field, FieldKind};
use crate::components::table::{Column, Row, table};
use crate::components::text_area::TextArea;
use crate::pages::desk::form::Form;
use crate::pages::desk::frame::{Page, Weight, button, form, may, named_link};
use crate::pages::desk::{address, case};
use crate::shell::Shell;

/// The section of the sheet.
pub(super) fn section(shell: &Shell, sheet: &ProjectSheet) -> AnyView {
    let lang = shell.lang;
    let heading = T::Notes.text(lang);
    let add = may(shell, UseCase::EditProject).then(|| {
        let to = address::new_note(&sheet.project.slug);
        named_link(shell, Weight::Secondary, T::AddNote.text(lang), &to)
    });
    let rows = sheet.notes.iter().map(|note| {
        let office = note.office.clone();
        let office = office.unwrap_or_else(|| T::FromCommandLine.text(lang).to_owned());
        let cells = vec![
            view! { <span class="lines">{note.text.clone()}</span> }.into_any(),
            view! { {moment(note.written_at, lang)} " " {office} }.into_any(),
        ];
        Row::new(date(note.on, lang), cells)
    });
    let columns = [T::NotedOn, T::Note, T::WrittenBy];
    let columns = columns.map(|label| Column::words(label.text(lang)));
    let notes = if sheet.notes.is_empty() {
        view! { <p>{T::NoNotes.text(lang)}</p> }.into_any()
    } else {
        table(
            "muistiinpanot-taulukko",
            heading,
            columns.into(),
            rows.collect(),
        )
    };
    view! {
        <section class="listing" aria-labelledby="muistiinpanot">
            <h2 id="muistiinpanot">{heading}</h2>
            {notes}
            {add}
        </section>
    }
    .into_any()
}

/// The form that adds a note.
pub fn add(shell: &Shell, of_case: &Case, project: &Project, typed: &Form<NoteDraft>) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let fields = view! {
        <Field name="noted_on" label=T::NotedOn.text(lang) kind=FieldKind::Date
            value=draft.noted_on.clone() hint=Hint::Date.text(lang).to_owned()
            error=typed.error("noted_on", lang)/>
        <TextArea name="note" label=T::Note.text(lang) value=draft.note.clone() rows=6
            hint=T::NoteHint.text(lang).to_owned() error=typed.error("note", lang)/>
        {button(shell, Weight::Primary, Button::Save, "save")}
    };
    let trail = vec![case::crumb(of_case), crumb(project)];
    Page::new(shell, T::AddNote.text(lang), trail)
        .caption(project.facts.name.clone())
        .of_form(shell, typed)
        .view(
            shell,
            form(shell, &address::new_note(&project.slug), typed, fields),
        )
}
