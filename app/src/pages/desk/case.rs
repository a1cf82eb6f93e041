//! Cases.

use domain::Lang;
use domain::case::Case;
use domain::role::UseCase;
use domain::view::desk::CaseSheet;
use leptos::prelude::*;
use wording::desk::{Button, Done, Heading, Hint, Label, Text};
use wording::format;

use super::address;
use super::form::{CaseFacts, Form, NewCase};
use super::frame::{Page, Weight, button, decisions, form, link_button, may};
use crate::components::breadcrumbs::Crumb;
use crate::components::field::Field;
use crate::components::money::money_or_unknown;
use crate::components::table::{Column, Row, table};
use crate::shell::Shell;

/// The form that opens a case.
pub fn new(shell: &Shell, typed: &Form<NewCase>) -> AnyView {
    let lang = shell.lang;
    let fields = view! {
        {number(shell, &typed.draft.number, typed.error("number", lang))}
        {public_title(shell, &typed.draft.public_title, typed.error("public_title", lang))}
        {button(shell, Weight::Primary, Button::OpenCase, "save")}
    };
    Page::new(shell, Button::OpenCase.text(lang), Vec::new())
        .of_form(shell, typed)
        .view(shell, form(shell, address::NEW_CASE, typed, fields))
}

/// The form that changes a case. A number that is known never changes, so that it has no field.
pub fn change(shell: &Shell, case: &Case, typed: &Form<CaseFacts>) -> AnyView {
    let lang = shell.lang;
    let number = case
        .number
        .is_none()
        .then(|| number(shell, &typed.draft.number, typed.error("number", lang)));
    let fields = view! {
        {number}
        {public_title(shell, &typed.draft.public_title, typed.error("public_title", lang))}
        {button(shell, Weight::Primary, Button::Save, "save")}
    };
    Page::new(shell, Button::ChangeCase.text(lang), vec![crumb(case)])
        .caption(case.name())
        .of_form(shell, typed)
        .view(
            shell,
            form(shell, &address::change_case(&case.key()), typed, fields),
        )
}

fn number(shell: &Shell, typed: &str, error: Option<String>) -> AnyView {
    let lang = shell.lang;
    let hint = wording::desk::case_number_hint(&shell.frame.city.case_prefix, lang);
    view! {
        <Field name="number" label=Label::Number.text(lang) value=typed.to_owned() hint=hint
            error=error/>
    }
    .into_any()
}

fn public_title(shell: &Shell, typed: &str, error: Option<String>) -> AnyView {
    let lang = shell.lang;
    view! {
        <Field name="public_title" label=Label::PublicTitle.text(lang) value=typed.to_owned()
            hint=Hint::PublicTitle.text(lang).to_owned() error=error/>
    }
    .into_any()
}

/// The sheet of a case.
pub fn sheet(shell: &Shell, sheet: &CaseSheet, done: Option<Done>) -> AnyView {
    let lang = shell.lang;
    let key = sheet.case.key();
    let change = may(shell, UseCase::EditCase).then(|| {
        link_button(
            shell,
            Weight::Secondary,
            Button::ChangeCase,
            &address::change_case(&key),
        )
    });
    let add = may(shell, UseCase::EditProject).then(|| {
        link_button(
            shell,
            Weight::Secondary,
            Button::EnterProject,
            &address::new_project(&key),
        )
    });
    let draft = may(shell, UseCase::DraftDecision).then(|| {
        link_button(
            shell,
            Weight::Primary,
            Button::DraftDecision,
            &address::new_decision(&key),
        )
    });
    let heading = Heading::Decisions.text(lang);
    let body = view! {
        {change}
        <section class="listing" aria-labelledby="hankkeet">
            <h2 id="hankkeet">{Heading::Projects.text(lang)}</h2>
            {projects(shell, sheet)}
            {add}
        </section>
        <section class="listing" aria-labelledby="paatokset">
            <h2 id="paatokset">{heading}</h2>
            {decisions(shell, "paatokset-taulukko", heading, &sheet.decisions)}
            {draft}
        </section>
    };
    Page::new(shell, sheet.case.public_title.clone(), Vec::new())
        .caption(number_or_unknown(&sheet.case, lang))
        .done(done)
        .view(shell, body)
}

fn projects(shell: &Shell, sheet: &CaseSheet) -> AnyView {
    let lang = shell.lang;
    if sheet.projects.is_empty() {
        return view! { <p>{Text::NoProjects.text(lang)}</p> }.into_any();
    }
    let rows = sheet.projects.iter().map(|(_, project)| {
        let link = view! {
            <a href=shell.link(&address::project(&project.slug))>{project.name.clone()}</a>
        };
        let unknown = || format::unknown(lang).to_owned();
        let cells = vec![
            project
                .beneficiary
                .clone()
                .unwrap_or_else(unknown)
                .into_any(),
            project
                .period
                .map_or_else(unknown, format::project_period)
                .into_any(),
            money_or_unknown(project.committed, lang),
        ];
        Row::new(link, cells)
    });
    let words = |label: Label| Column::words(label.text(lang));
    let columns = vec![
        words(Label::Project),
        words(Label::Beneficiary),
        words(Label::Period),
        Column::numbers(Label::Committed.text(lang)),
    ];
    table(
        "hankkeet-taulukko",
        Heading::Projects.text(lang),
        columns,
        rows.collect(),
    )
}

/// The case on the way to its parts.
pub(super) fn crumb(case: &Case) -> Crumb {
    Crumb::new(case.name(), address::case(&case.key()))
}

/// The number of a case, or the words for one that has none yet.
pub(super) fn number_or_unknown(case: &Case, lang: Lang) -> String {
    case.number.as_ref().map_or_else(
        || Text::CaseNumberUnknown.text(lang).to_owned(),
        ToString::to_string,
    )
}
