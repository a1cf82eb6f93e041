//! The page on which a decision begins.

use domain::Lang;
use domain::decision::DecisionKind;
use domain::view::desk::BeginSheet;
use leptos::prelude::*;
use wording::desk::drafting::DraftingText;
use wording::desk::{Button, Label, Text};
use wording::names;

use crate::components::choice::Radios;
use crate::components::select::{Choice, Select};
use crate::pages::desk::form::{Form, NewDecision};
use crate::pages::desk::frame::{Page, Weight, button, decision_name, form};
use crate::pages::desk::{address, case};
use crate::shell::Shell;

/// The form: what kind of decision, in which language, by whom, and from what.
pub fn page(shell: &Shell, sheet: &BeginSheet, typed: &Form<NewDecision>) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let error = |place| typed.error(place, lang);
    let projects = sheet
        .projects
        .iter()
        .map(|(id, name)| Choice::new(id.to_string(), name.clone()));
    let no_project = Choice::new("", Text::NoProject.text(lang));
    let kinds =
        DecisionKind::ALL.map(|kind| Choice::new(kind.code(), names::decision_kind(kind, lang)));
    let languages = Lang::ALL.map(|of| Choice::new(of.code(), names::language(of, lang)));
    let series = sheet
        .series
        .iter()
        .map(|series| Choice::new(series.slug.as_str(), series.decision_maker.clone()));
    let choose = Choice::new("", Text::Choose.text(lang));
    let earlier = sheet
        .earlier
        .iter()
        .map(|line| Choice::new(line.id.to_string(), decision_name(shell, line)));
    let template = Choice::new("", DraftingText::FromTemplate.text(lang));
    let fields = view! {
        <Select name="project" label=Label::Project.text(lang) value=draft.project.clone()
            choices=std::iter::once(no_project).chain(projects).collect()
            error=error("project")/>
        <Radios name="kind" legend=DraftingText::Kind.text(lang) value=draft.kind.clone()
            choices=kinds.into() hint=DraftingText::KindHint.text(lang).to_owned()
            error=error("kind")/>
        <Select name="series" label=Label::Series.text(lang) value=draft.series.clone()
            choices=std::iter::once(choose).chain(series).collect() error=error("series")/>
        <Select name="lang" label=Label::Language.text(lang) value=draft.lang.clone()
            choices=languages.into() error=error("lang")/>
        <Select name="from" label=DraftingText::BeginFrom.text(lang) value=draft.from.clone()
            choices=std::iter::once(template).chain(earlier).collect()
            hint=DraftingText::BeginFromHint.text(lang).to_owned() error=error("from")/>
        {button(shell, Weight::Primary, Button::DraftDecision, "save")}
    };
    let key = sheet.case.key();
    Page::new(
        shell,
        DraftingText::Begin.text(lang),
        vec![case::crumb(&sheet.case)],
    )
    .caption(sheet.case.public_title.clone())
    .of_form(shell, typed)
    .view(
        shell,
        form(shell, &address::new_decision(&key), typed, fields),
    )
}

/// What the form begins with.
pub fn proposed(sheet: &BeginSheet, lang: Lang) -> NewDecision {
    NewDecision {
        project: sheet.project.map(|id| id.to_string()).unwrap_or_default(),
        kind: DecisionKind::Participation.code().to_owned(),
        lang: lang.code().to_owned(),
        series: sheet
            .proposed_series
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        from: String::new(),
    }
}
