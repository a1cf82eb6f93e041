//! Projects.

use domain::case::Case;
use domain::project::{Project, ProjectDraft};
use domain::role::UseCase;
use domain::view::desk::{OrganisationLine, ProjectSheet};
use leptos::prelude::*;
use wording::desk::commitment::CommitmentText;
use wording::desk::commitment_letter::LetterText;
use wording::desk::{Button, Done, Heading, Hint, Label, Text};
use wording::format;

use super::case::number_or_unknown;
use super::commitment::commitments;
use super::decision::letter::list as letters;
use super::form::Form;
use super::frame::{
    Line, Page, Weight, button, decisions, form as form_view, link_button, may, summary_list,
};
use super::{address, case};
use crate::components::breadcrumbs::Crumb;
use crate::components::date::date;
use crate::components::field::{Field, FieldKind};
use crate::components::funding::funding;
use crate::components::select::{Choice, Select};
use crate::components::table::{Column, Row, table};
use crate::components::text_area::TextArea;
use crate::shell::Shell;

/// The sheet of a project.
pub fn sheet(shell: &Shell, sheet: &ProjectSheet, done: Option<Done>) -> AnyView {
    let lang = shell.lang;
    let slug = &sheet.project.slug;
    let change = may(shell, UseCase::EditProject).then(|| {
        link_button(
            shell,
            Weight::Secondary,
            Button::ChangeProject,
            &address::project_facts(slug),
        )
    });
    let change_plan = may(shell, UseCase::EditFundingPlan).then(|| {
        link_button(
            shell,
            Weight::Secondary,
            Button::ChangePlan,
            &address::funding(slug),
        )
    });
    let draft = may(shell, UseCase::DraftDecision).then(|| {
        link_button(
            shell,
            Weight::Primary,
            Button::DraftDecision,
            &address::new_decision_on(&sheet.case.key(), slug),
        )
    });
    let plan = match &sheet.plan {
        Some(plan) => funding(plan, lang),
        None => view! { <p>{Text::NoPlan.text(lang)}</p> }.into_any(),
    };
    let heading = Heading::Decisions.text(lang);
    let body = view! {
        {facts(shell, sheet)}
        {change}
        <section aria-labelledby="rahoitus">
            <h2 id="rahoitus">{Heading::FundingPlan.text(lang)}</h2>
            {plan}
            {change_plan}
            {versions(shell, sheet)}
        </section>
        <section class="listing" aria-labelledby="sitoumukset">
            <h2 id="sitoumukset">{CommitmentText::Commitments.text(lang)}</h2>
            {promises(shell, sheet)}
        </section>
        <section class="listing" aria-labelledby="kirjeet">
            <h2 id="kirjeet">{LetterText::Letters.text(lang)}</h2>
            {letters(shell, &sheet.letters)}
        </section>
        <section class="listing" aria-labelledby="paatokset">
            <h2 id="paatokset">{heading}</h2>
            {decisions(shell, "paatokset-taulukko", heading, &sheet.decisions)}
            {draft}
        </section>
    };
    Page::new(
        shell,
        sheet.project.facts.name.clone(),
        vec![case::crumb(&sheet.case)],
    )
    .caption(number_or_unknown(&sheet.case, lang))
    .done(done)
    .view(shell, body)
}

fn facts(shell: &Shell, sheet: &ProjectSheet) -> AnyView {
    let lang = shell.lang;
    let facts = &sheet.project.facts;
    let unknown = || format::unknown(lang).to_owned();
    let beneficiary = sheet
        .organisations
        .iter()
        .find(|organisation| Some(organisation.id) == facts.beneficiary)
        .map_or_else(unknown, |organisation| organisation.name.clone());
    let period = facts.period.map_or_else(unknown, format::project_period);
    let programme = facts
        .programme_decision
        .as_ref()
        .map_or_else(unknown, |decision| {
            let day = decision
                .on
                .map(|day| format!(", {}", format::date(day, lang)));
            format!("{}{}", decision.number, day.unwrap_or_default())
        });
    let lines = vec![
        Line::text(shell, Label::Summary, &facts.summary),
        Line::new(Label::Beneficiary.text(lang), beneficiary),
        Line::new(Label::Period.text(lang), period),
        Line::new(Label::ProgrammeDecision.text(lang), programme),
    ];
    summary_list(shell, lines)
}

fn promises(shell: &Shell, sheet: &ProjectSheet) -> AnyView {
    let lang = shell.lang;
    if sheet.commitments.is_empty() {
        return view! { <p>{CommitmentText::NoCommitments.text(lang)}</p> }.into_any();
    }
    let caption = CommitmentText::Parts.text(lang);
    commitments(shell, "sitoumukset-taulukko", caption, &sheet.commitments)
}

fn versions(shell: &Shell, sheet: &ProjectSheet) -> Option<AnyView> {
    let lang = shell.lang;
    let rows = sheet.plan_versions.iter().map(|version| {
        let cells = vec![date(version.on, lang), version.reason.clone().into_any()];
        Row::new(version.version.to_string(), cells)
    });
    let columns = [Label::Version, Label::Day, Label::Reason];
    (!sheet.plan_versions.is_empty()).then(|| {
        table(
            "versiot",
            Heading::PlanVersions.text(lang),
            columns.map(|label| Column::words(label.text(lang))).into(),
            rows.collect(),
        )
    })
}

/// The form of a project: a new one in the case, or the one that is changed.
pub fn form(
    shell: &Shell,
    of_case: &Case,
    changed: Option<&Project>,
    organisations: &[OrganisationLine],
    typed: &Form<ProjectDraft>,
) -> AnyView {
    let lang = shell.lang;
    let (to, title, mut trail) = match changed {
        None => (
            address::new_project(&of_case.key()),
            Button::EnterProject,
            Vec::new(),
        ),
        Some(project) => (
            address::project_facts(&project.slug),
            Button::ChangeProject,
            vec![crumb(project)],
        ),
    };
    trail.insert(0, case::crumb(of_case));
    let fields = view! {
        {fields(shell, organisations, typed)}
        {button(shell, Weight::Primary, Button::Save, "save")}
    };
    Page::new(shell, title.text(lang), trail)
        .caption(number_or_unknown(of_case, lang))
        .of_form(shell, typed)
        .view(shell, form_view(shell, &to, typed, fields))
}

fn fields(
    shell: &Shell,
    organisations: &[OrganisationLine],
    typed: &Form<ProjectDraft>,
) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let error = |place| typed.error(place, lang);
    let unknown = Choice::new("", Text::NotKnownYet.text(lang));
    let organisations = organisations
        .iter()
        .map(|organisation| Choice::new(organisation.id.to_string(), organisation.name.clone()));
    let choices = std::iter::once(unknown).chain(organisations).collect();
    let month = Hint::Month.text(lang).to_owned();
    view! {
        <Field name="name" label=Label::Name.text(lang) value=draft.name.clone()
            error=error("name")/>
        <TextArea name="summary" label=Label::Summary.text(lang) value=draft.summary.clone() rows=5
            hint=Hint::ProjectSummary.text(lang).to_owned() error=error("summary")/>
        <Select name="beneficiary" label=Label::Beneficiary.text(lang)
            value=draft.beneficiary.clone() choices=choices error=error("beneficiary")/>
        <Field name="first_month" label=Label::FirstMonth.text(lang) kind=FieldKind::Date
            value=draft.first_month.clone() hint=month.clone() error=error("first_month")/>
        <Field name="last_month" label=Label::LastMonth.text(lang) kind=FieldKind::Date
            value=draft.last_month.clone() hint=month error=error("last_month")/>
        <Field name="programme_number" label=Label::ProgrammeNumber.text(lang)
            value=draft.programme_number.clone()
            hint=Hint::ProgrammeNumber.text(lang).to_owned() error=error("programme_number")/>
        <Field name="programme_date" label=Label::ProgrammeDate.text(lang) kind=FieldKind::Date
            value=draft.programme_date.clone() hint=Hint::Date.text(lang).to_owned()
            error=error("programme_date")/>
    }
    .into_any()
}

/// The project on the way to its parts.
pub(super) fn crumb(project: &Project) -> Crumb {
    Crumb::new(project.facts.name.clone(), address::project(&project.slug))
}
