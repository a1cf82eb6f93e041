//! How far a project has come, and the forms that record it.

use domain::case::Case;
use domain::project::Project;
use domain::project::phase::{PhaseDraft, PhaseSteps};
use domain::role::UseCase;
use leptos::prelude::*;
use wording::desk::project::ProjectText as T;
use wording::desk::{Button, Hint, Label, Text};
use wording::names;

use super::crumb;
use crate::components::date::date;
use crate::components::field::{Field, FieldKind};
use crate::components::select::{Choice, Select};
use crate::components::table::{Column, Row, table};
use crate::components::text_area::TextArea;
use crate::pages::desk::form::{Form, GivingBack};
use crate::pages::desk::frame::{Page, Weight, button, form, may, named_link, submit};
use crate::pages::desk::{address, case};
use crate::shell::Shell;

/// The section of the sheet.
pub(super) fn section(shell: &Shell, project: &Project) -> AnyView {
    let lang = shell.lang;
    let steps = &project.steps;
    let can_edit = may(shell, UseCase::EditProject);
    let record = (can_edit && !steps.next().is_empty()).then(|| {
        let to = address::project_phase(&project.slug);
        named_link(shell, Weight::Secondary, T::RecordPhase.text(lang), &to)
    });
    let undo = (can_edit && steps.now().is_some()).then(|| {
        let to = address::undo_phase(&project.slug);
        named_link(shell, Weight::Secondary, T::UndoPhase.text(lang), &to)
    });
    view! {
        <section class="listing" aria-labelledby="vaiheet">
            <h2 id="vaiheet">{T::Phases.text(lang)}</h2>
            {so_far(shell, steps)}
            <div class="govuk-button-group">{record}{undo}</div>
        </section>
    }
    .into_any()
}

/// The steps as a table, the newest first, or a sentence where there are none.
fn so_far(shell: &Shell, steps: &PhaseSteps) -> AnyView {
    let lang = shell.lang;
    if steps.now().is_none() {
        return view! { <p>{T::NoPhase.text(lang)}</p> }.into_any();
    }
    let rows = steps.all().iter().rev().map(|step| {
        let cells = vec![date(step.on, lang), step.remark.clone().into_any()];
        Row::new(names::project_phase(step.phase, lang), cells)
    });
    let columns = [T::Phase, T::Since, T::PhaseRemark];
    table(
        "vaiheet-taulukko",
        T::Phases.text(lang),
        columns.map(|label| Column::words(label.text(lang))).into(),
        rows.collect(),
    )
}

/// The form that records a phase.
pub fn record(
    shell: &Shell,
    of_case: &Case,
    project: &Project,
    typed: &Form<PhaseDraft>,
) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let error = |place| typed.error(place, lang);
    let choose = Choice::new("", Text::Choose.text(lang));
    let next = project.steps.next().iter();
    let next = next.map(|phase| Choice::new(phase.code(), names::project_phase(*phase, lang)));
    let fields = view! {
        <Select name="project_phase" label=T::Phase.text(lang) value=draft.project_phase.clone()
            choices=std::iter::once(choose).chain(next).collect() error=error("project_phase")/>
        <Field name="phase_on" label=T::PhaseOn.text(lang) kind=FieldKind::Date
            value=draft.phase_on.clone() hint=Hint::Date.text(lang).to_owned()
            error=error("phase_on")/>
        <Field name="phase_remark" label=T::PhaseRemark.text(lang)
            value=draft.phase_remark.clone() hint=T::PhaseRemarkHint.text(lang).to_owned()
            error=error("phase_remark")/>
        {button(shell, Weight::Primary, Button::Save, "save")}
    };
    let form = if project.steps.next().is_empty() {
        view! { <p>{T::NoNextPhase.text(lang)}</p> }.into_any()
    } else {
        form(shell, &address::project_phase(&project.slug), typed, fields)
    };
    let body = view! {
        {so_far(shell, &project.steps)}
        {form}
    };
    let trail = vec![case::crumb(of_case), crumb(project)];
    Page::new(shell, T::RecordPhase.text(lang), trail)
        .caption(project.facts.name.clone())
        .of_form(shell, typed)
        .view(shell, body)
}

/// The form that takes the last phase back.
pub fn undo(shell: &Shell, of_case: &Case, project: &Project, typed: &Form<GivingBack>) -> AnyView {
    let lang = shell.lang;
    let fields = view! {
        <TextArea name="reason" label=Label::Reason.text(lang) value=typed.draft.reason.clone()
            rows=3 error=typed.error("reason", lang)/>
        {submit(T::UndoPhase.text(lang))}
    };
    let body = view! {
        <p>{T::UndoMeans.text(lang)}</p>
        {so_far(shell, &project.steps)}
        {form(shell, &address::undo_phase(&project.slug), typed, fields)}
    };
    let trail = vec![case::crumb(of_case), crumb(project)];
    Page::new(shell, T::UndoPhase.text(lang), trail)
        .caption(project.facts.name.clone())
        .of_form(shell, typed)
        .view(shell, body)
}
