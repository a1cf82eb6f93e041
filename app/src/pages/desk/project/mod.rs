//! Projects: the sheet of one, and the forms that change it.

mod comparison;
mod contacts;
mod form;
mod history;
mod notes;
mod phases;

pub use comparison::comparison;
pub(super) use comparison::sides;
pub use form::form;
pub use history::history;
pub use notes::add as add_note;
pub use phases::{record as record_phase, undo as undo_phase};

use domain::id::OrganisationId;
use domain::project::Project;
use domain::role::UseCase;
use domain::view::desk::{OrganisationLine, ProjectSheet};
use leptos::prelude::*;
use wording::desk::case::CaseText;
use wording::desk::co_funding::CoFundingText;
use wording::desk::commitment::CommitmentText;
use wording::desk::commitment_letter::LetterText;
use wording::desk::payment_claim::ClaimText;
use wording::desk::plan_comparison::{self as words, ComparisonText};
use wording::desk::project::ProjectText as T;
use wording::desk::table_import::TableImportText;
use wording::desk::{Button, Done, Heading, Label, Text};
use wording::{format, names};

use super::case::number_or_unknown;
use super::commitment::commitments;
use super::decision::letter::list as letters;
use super::frame::{Line, Page, Weight, decisions, link_button, may, named_link, summary_list};
use super::{address, case, commitment_list};
use crate::components::breadcrumbs::Crumb;
use crate::components::date::date;
use crate::components::funding::funding;
use crate::components::notice::{Notice, Tone};
use crate::components::table::{Column, Row, table};
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
    let history = address::project_history(slug);
    let claims = address::claims(slug);
    let funders = address::co_funding(slug);
    let body = view! {
        {role(shell, sheet)}
        {facts(shell, sheet)}
        <div class="govuk-button-group">
            {change}
            {named_link(shell, Weight::Secondary, T::History.text(lang), &history)}
        </div>
        {phases::section(shell, &sheet.project)}
        {contacts::section(shell, &sheet.project.contacts)}
        <section aria-labelledby="rahoitus">
            <h2 id="rahoitus">{Heading::FundingPlan.text(lang)}</h2>
            {plan}
            <div class="govuk-button-group">
                {change_plan}
                {named_link(shell, Weight::Secondary, CoFundingText::Funders.text(lang), &funders)}
                {named_link(shell, Weight::Secondary, ClaimText::Claims.text(lang), &claims)}
            </div>
            {as_table(shell, sheet)}
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
        {documents(shell, sheet)}
        {notes::section(shell, sheet)}
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

/// Who has a part in it, and what of it: `Korkeakoulu Oy (2496459-8)`.
fn organisations(sheet: &ProjectSheet, ids: &[OrganisationId]) -> String {
    let named = ids.iter().filter_map(|id| {
        let line = sheet.organisations.iter().find(|line| line.id == *id)?;
        Some(organisation(line))
    });
    named.collect::<Vec<_>>().join(", ")
}

/// The name of an organisation with its business identity code.
fn organisation(line: &OrganisationLine) -> String {
    match &line.business_id {
        Some(id) => format!("{} ({id})", line.name),
        None => line.name.clone(),
    }
}

/// The documents of the case; they are recorded there.
fn documents(shell: &Shell, sheet: &ProjectSheet) -> AnyView {
    let lang = shell.lang;
    let documents = if sheet.documents.is_empty() {
        view! { <p>{CaseText::NoCaseDocuments.text(lang)}</p> }.into_any()
    } else {
        case::documents(shell, &sheet.case, &sheet.documents)
    };
    let record = may(shell, UseCase::EditCase).then(|| {
        let (to, text) = (address::case(&sheet.case.key()), CaseText::ToCaseDocuments);
        named_link(shell, Weight::Secondary, text.text(lang), &to)
    });
    view! {
        <section class="listing" aria-labelledby="hankkeen-asiakirjat">
            <h2 id="hankkeen-asiakirjat">{CaseText::CaseDocuments.text(lang)}</h2>
            {documents}
            {record}
        </section>
    }
    .into_any()
}

/// That the city's role contradicts who the beneficiaries are.
fn role(shell: &Shell, sheet: &ProjectSheet) -> Option<AnyView> {
    let text = T::RoleDisagrees.text(shell.lang);
    let told = sheet.role_disagrees;
    told.then(|| view! { <Notice tone=Tone::Warning><p>{text}</p></Notice> }.into_any())
}

fn facts(shell: &Shell, sheet: &ProjectSheet) -> AnyView {
    let lang = shell.lang;
    let Project { facts, steps, .. } = &sheet.project;
    let unknown = || format::unknown(lang).to_owned();
    let none = |text: String| {
        let none = T::None.text(lang).to_owned();
        if text.is_empty() { none } else { text }
    };
    let one =
        |id: Option<OrganisationId>| id.map_or_else(unknown, |id| organisations(sheet, &[id]));
    let role = facts.city_role.map(|role| names::city_role(role, lang));
    let programme = facts
        .programme_decision
        .as_ref()
        .map_or_else(unknown, |decision| {
            let day = decision
                .on
                .map(|day| format!(", {}", format::date(day, lang)));
            format!("{}{}", decision.number, day.unwrap_or_default())
        });
    let actual = format::project_days(steps.began(), steps.ended(), lang);
    let point = facts.place.point.map(|point| format::point(point, lang));
    let named = |label: T, value: String| Line::new(label.text(lang), value);
    let known = |label: T, text: &str| {
        let text = Some(text.to_owned()).filter(|text| !text.is_empty());
        Line::new(label.text(lang), text.unwrap_or_else(unknown))
    };
    let planned = facts.period.map_or_else(unknown, format::project_period);
    let mut lines = vec![
        Line::text(shell, Label::Summary, &facts.summary),
        named(T::CityRole, role.map_or_else(unknown, str::to_owned)),
        Line::new(Label::Beneficiary.text(lang), one(facts.beneficiary)),
        named(
            T::JointBeneficiaries,
            none(organisations(sheet, &facts.joint_beneficiaries)),
        ),
        named(T::Partners, none(organisations(sheet, &facts.partners))),
        named(T::FundingAuthority, one(facts.funding_authority)),
        known(T::Programme, &facts.programme),
        known(T::SpecificObjective, &facts.specific_objective),
        known(T::ProjectCode, &facts.project_code),
        Line::new(Label::ProgrammeDecision.text(lang), programme),
        named(T::PlannedPeriod, planned),
        named(T::ActualPeriod, actual.unwrap_or_else(unknown)),
        known(T::Municipality, &facts.place.municipality),
    ];
    lines.extend(point.map(|point| named(T::Point, point)));
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
        let slug = &sheet.project.slug;
        let number = version.version;
        let changed = (number > 1).then(|| {
            let to = shell.link(&address::plan_change(slug, number - 1, number));
            let of_version = words::version(number, lang);
            view! {
                <a href=to>
                    {ComparisonText::Changed.text(lang)}
                    <span class="govuk-visually-hidden">": " {of_version}</span>
                </a>
            }
        });
        let reason = version.reason.clone().into_any();
        let cells = vec![date(version.on, lang), reason, changed.into_any()];
        Row::new(number.to_string(), cells)
    });
    let columns = [
        Label::Version.text(lang),
        Label::Day.text(lang),
        Label::Reason.text(lang),
        ComparisonText::Difference.text(lang),
    ];
    (!sheet.plan_versions.is_empty()).then(|| {
        table(
            "versiot",
            Heading::PlanVersions.text(lang),
            columns.map(Column::words).into(),
            rows.collect(),
        )
    })
}

/// The project on the way to its parts.
pub(super) fn crumb(project: &Project) -> Crumb {
    Crumb::new(project.facts.name.clone(), address::project(&project.slug))
}

/// The plan as the table that is imported again, for who may change it.
fn as_table(shell: &Shell, sheet: &ProjectSheet) -> Option<AnyView> {
    let lang = shell.lang;
    sheet.plan.as_ref()?;
    may(shell, UseCase::EditFundingPlan).then(|| {
        let files = address::plan_files(&sheet.project.slug);
        view! {
            <details class="govuk-details">
                <summary class="govuk-details__summary">
                    <span class="govuk-details__summary-text">
                        {TableImportText::PlanAsTable.text(lang)}
                    </span>
                </summary>
                <div class="govuk-details__text">{commitment_list::files(shell, files)}</div>
            </details>
        }
        .into_any()
    })
}
