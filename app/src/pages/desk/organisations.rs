//! Organisations.

use domain::organisation::OrganisationKind;
use domain::role::UseCase;
use domain::view::desk::OrganisationLine;
use leptos::prelude::*;
use wording::desk::{Button, Heading, Hint, Label, Text};
use wording::{format, names};

use super::address;
use super::form::{Form, NewOrganisation};
use super::frame::{Page, Weight, button, form, may};
use crate::components::choice::Radios;
use crate::components::field::Field;
use crate::components::select::Choice;
use crate::components::table::{Column, Row, listing};
use crate::shell::Shell;

/// Every organisation, and the form that adds one.
pub fn page(
    shell: &Shell,
    organisations: &[OrganisationLine],
    typed: &Form<NewOrganisation>,
) -> AnyView {
    let lang = shell.lang;
    let heading = Heading::Organisations.text(lang);
    let add = may(shell, UseCase::EditOrganisation).then(|| {
        view! {
            <section aria-labelledby="lisaa">
                <h2 id="lisaa">{Button::AddOrganisation.text(lang)}</h2>
                {form(shell, address::ORGANISATIONS, typed, fields(shell, typed))}
            </section>
        }
    });
    let body = view! {
        {list(shell, heading, organisations)}
        {add}
    };
    Page::new(shell, heading, Vec::new())
        .of_form(shell, typed)
        .view(shell, body)
}

fn list(shell: &Shell, heading: &str, organisations: &[OrganisationLine]) -> AnyView {
    let lang = shell.lang;
    if organisations.is_empty() {
        return view! { <p>{Text::NoOrganisations.text(lang)}</p> }.into_any();
    }
    let rows = organisations.iter().map(|organisation| {
        let business_id = organisation.business_id.clone();
        let cells = vec![
            names::organisation_kind(organisation.kind, lang).into_any(),
            business_id
                .unwrap_or_else(|| format::unknown(lang).to_owned())
                .into_any(),
        ];
        Row::new(organisation.name.clone(), cells)
    });
    let columns = [Label::Name, Label::Kind, Label::BusinessId];
    listing(
        "organisaatiot",
        heading,
        columns.map(|label| Column::words(label.text(lang))).into(),
        rows.collect(),
    )
}

fn fields(shell: &Shell, typed: &Form<NewOrganisation>) -> AnyView {
    let lang = shell.lang;
    let kinds = OrganisationKind::ALL
        .map(|kind| Choice::new(kind.code(), names::organisation_kind(kind, lang)));
    view! {
        <Field name="name" label=Label::Name.text(lang) value=typed.draft.name.clone()
            error=typed.error("name", lang)/>
        <Radios name="kind" legend=Label::Kind.text(lang) value=typed.draft.kind.clone()
            choices=kinds.into() hint=Hint::OrganisationKind.text(lang).to_owned()
            error=typed.error("kind", lang)/>
        <Field name="business_id" label=Label::BusinessId.text(lang)
            value=typed.draft.business_id.clone() hint=Hint::BusinessId.text(lang).to_owned()
            error=typed.error("business_id", lang)/>
        {button(shell, Weight::Primary, Button::AddOrganisation, "save")}
    }
    .into_any()
}
