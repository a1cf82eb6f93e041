//! The form of a project.

use domain::case::Case;
use domain::project::{CityRole, ContactDraft, OrganisationChoice, Project, ProjectDraft};
use domain::view::desk::OrganisationLine;
use leptos::prelude::*;
use wording::desk::project::ProjectText as T;
use wording::desk::{Button, Hint, Label, Text};
use wording::names;

use super::crumb;
use crate::components::field::{Field, FieldKind};
use crate::components::select::{Choice, Select};
use crate::components::text_area::TextArea;
use crate::pages::desk::case::number_or_unknown;
use crate::pages::desk::form::Form;
use crate::pages::desk::frame::{
    Page, Weight, button, enter_saves, form as form_view, named_button, row_group,
};
use crate::pages::desk::{address, case};
use crate::shell::Shell;

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
    let contacts = (0..).zip(&typed.draft.contacts);
    let contacts = contacts.map(|(row, contact)| contact_row(shell, typed, row, contact));
    let fields = view! {
        {enter_saves(shell)}
        {basics(shell, typed)}
        {part("toteuttajat", T::Who.text(lang), who(shell, organisations, typed))}
        {part("ohjelma", T::Programme.text(lang), programme(shell, organisations, typed))}
        {part("aika-ja-paikka", T::WhereAndWhen.text(lang), where_and_when(shell, typed))}
        {part("yhteystiedot", T::Contacts.text(lang), view! {
            <p>{T::ContactsHint.text(lang)}</p>
            {contacts.collect_view()}
            {named_button(Weight::Secondary, T::AddContact.text(lang), "add-contact")}
        }.into_any())}
        {button(shell, Weight::Primary, Button::Save, "save")}
    };
    Page::new(shell, title.text(lang), trail)
        .caption(number_or_unknown(of_case, lang))
        .of_form(shell, typed)
        .view(shell, form_view(shell, &to, typed, fields))
}

fn part(id: &'static str, heading: &'static str, fields: AnyView) -> AnyView {
    view! {
        <section class="part" aria-labelledby=id>
            <h2 id=id>{heading}</h2>
            {fields}
        </section>
    }
    .into_any()
}

/// Organisations to choose from, after that it is not known.
fn choices(shell: &Shell, organisations: &[OrganisationLine]) -> Vec<Choice> {
    let unknown = Choice::new("", Text::NotKnownYet.text(shell.lang));
    let known = organisations
        .iter()
        .map(|line| Choice::new(line.id.to_string(), super::organisation(line)));
    std::iter::once(unknown).chain(known).collect()
}

fn basics(shell: &Shell, typed: &Form<ProjectDraft>) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let error = |place| typed.error(place, lang);
    view! {
        <Field name="name" label=Label::Name.text(lang) value=draft.name.clone()
            error=error("name")/>
        <TextArea name="summary" label=Label::Summary.text(lang) value=draft.summary.clone() rows=5
            hint=Hint::ProjectSummary.text(lang).to_owned() error=error("summary")/>
    }
    .into_any()
}

fn who(shell: &Shell, known: &[OrganisationLine], typed: &Form<ProjectDraft>) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let unknown = Choice::new("", Text::NotKnownYet.text(lang));
    let roles = CityRole::ALL.map(|role| Choice::new(role.code(), names::city_role(role, lang)));
    let roles = std::iter::once(unknown).chain(roles).collect();
    let rows = |name: &'static str, button: &'static str, label: T, rows: &[OrganisationChoice]| {
        let rows = (0..).zip(rows).map(|(row, chosen)| {
            organisation_row(shell, known, typed, (name, button, label), row, chosen)
        });
        rows.collect_view()
    };
    view! {
        <Select name="city_role" label=T::CityRole.text(lang) value=draft.city_role.clone()
            choices=roles hint=T::CityRoleHint.text(lang).to_owned()
            error=typed.error("city_role", lang)/>
        <Select name="beneficiary" label=Label::Beneficiary.text(lang)
            value=draft.beneficiary.clone() choices=choices(shell, known)
            error=typed.error("beneficiary", lang)/>
        {rows("joint", "joint", T::JointBeneficiary, &draft.joint)}
        <div class="govuk-button-group">
            {named_button(Weight::Secondary, T::AddJoint.text(lang), "add-joint")}
        </div>
        {rows("partners", "partner", T::Partner, &draft.partners)}
        <div class="govuk-button-group">
            {named_button(Weight::Secondary, T::AddPartner.text(lang), "add-partner")}
        </div>
    }
    .into_any()
}

fn organisation_row(
    shell: &Shell,
    known: &[OrganisationLine],
    typed: &Form<ProjectDraft>,
    (name, button, label): (&str, &str, T),
    row: usize,
    chosen: &OrganisationChoice,
) -> AnyView {
    let lang = shell.lang;
    let place = format!("{name}-{row}-organisation");
    let error = typed.error(&place, lang);
    let fields = view! {
        <Select name=place label=Label::Organisation.text(lang)
            value=chosen.organisation.clone() choices=choices(shell, known) error=error/>
    };
    let legend = format!("{} {}", label.text(lang), row + 1);
    let remove = format!("remove-{button}-{row}");
    row_group(shell, legend, &remove, fields.into_any())
}

fn programme(shell: &Shell, known: &[OrganisationLine], typed: &Form<ProjectDraft>) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let error = |place| typed.error(place, lang);
    view! {
        <Select name="funding_authority" label=T::FundingAuthority.text(lang)
            value=draft.funding_authority.clone() choices=choices(shell, known)
            error=error("funding_authority")/>
        <Field name="programme" label=T::Programme.text(lang) value=draft.programme.clone()
            hint=Hint::EmptyIfUnknown.text(lang).to_owned() error=error("programme")/>
        <Field name="specific_objective" label=T::SpecificObjective.text(lang)
            value=draft.specific_objective.clone()
            hint=T::SpecificObjectiveHint.text(lang).to_owned()
            error=error("specific_objective")/>
        <Field name="project_code" label=T::ProjectCode.text(lang)
            value=draft.project_code.clone() hint=T::ProjectCodeHint.text(lang).to_owned()
            error=error("project_code")/>
        <Field name="programme_number" label=Label::ProgrammeNumber.text(lang)
            value=draft.programme_number.clone()
            hint=Hint::ProgrammeNumber.text(lang).to_owned() error=error("programme_number")/>
        <Field name="programme_date" label=Label::ProgrammeDate.text(lang) kind=FieldKind::Date
            value=draft.programme_date.clone() hint=Hint::Date.text(lang).to_owned()
            error=error("programme_date")/>
    }
    .into_any()
}

fn where_and_when(shell: &Shell, typed: &Form<ProjectDraft>) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let error = |place| typed.error(place, lang);
    let month = Hint::Month.text(lang).to_owned();
    view! {
        <Field name="first_month" label=Label::FirstMonth.text(lang) kind=FieldKind::Date
            value=draft.first_month.clone() hint=month.clone() error=error("first_month")/>
        <Field name="last_month" label=Label::LastMonth.text(lang) kind=FieldKind::Date
            value=draft.last_month.clone() hint=month error=error("last_month")/>
        <Field name="municipality" label=T::Municipality.text(lang)
            value=draft.municipality.clone() hint=T::MunicipalityHint.text(lang).to_owned()
            error=error("municipality")/>
        <Field name="latitude" label=T::Latitude.text(lang) kind=FieldKind::Decimal
            value=draft.latitude.clone() hint=T::LatitudeHint.text(lang).to_owned()
            error=error("latitude")/>
        <Field name="longitude" label=T::Longitude.text(lang) kind=FieldKind::Decimal
            value=draft.longitude.clone() hint=T::LongitudeHint.text(lang).to_owned()
            error=error("longitude")/>
    }
    .into_any()
}

fn contact_row(
    shell: &Shell,
    typed: &Form<ProjectDraft>,
    row: usize,
    contact: &ContactDraft,
) -> AnyView {
    let lang = shell.lang;
    let place = |field: &str| format!("contacts-{row}-{field}");
    let error = |field: &str| typed.error(&place(field), lang);
    let fields = view! {
        <Field name=place("contact_office") label=T::ContactOffice.text(lang)
            value=contact.contact_office.clone() error=error("contact_office")/>
        <Field name=place("contact_person") label=T::ContactPerson.text(lang)
            value=contact.contact_person.clone() error=error("contact_person")/>
        <Field name=place("email") label=T::ContactEmail.text(lang) kind=FieldKind::OtherEmail
            value=contact.email.clone() error=error("email")/>
        <Field name=place("phone") label=T::Phone.text(lang) value=contact.phone.clone()
            error=error("phone")/>
    };
    let legend = format!("{} {}", T::Contact.text(lang), row + 1);
    let remove = format!("remove-contact-{row}");
    row_group(shell, legend, &remove, fields.into_any())
}
