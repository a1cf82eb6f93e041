//! By which authority is decided.

use domain::decision::DecisionKind;
use domain::delegation::{Delegation, DelegationDraft};
use domain::id::DelegationId;
use domain::role::UseCase;
use domain::section::SectionSeries;
use domain::view::desk::DelegationList;
use leptos::prelude::*;
use wording::desk::drafting::{self, DraftingText};
use wording::desk::{Button, Done, Hint, Label, Text};
use wording::names;

use super::address;
use super::form::Form;
use super::frame::{Page, Weight, button, form, may};
use crate::components::breadcrumbs::Crumb;
use crate::components::choice::Checkboxes;
use crate::components::field::{Field, FieldKind};
use crate::components::select::{Choice, Select};
use crate::components::table::{Column, Row, listing};
use crate::shell::Shell;

/// Every delegation, and for who may the form that adds one.
pub fn page(
    shell: &Shell,
    list: &DelegationList,
    typed: &Form<DelegationDraft>,
    done: Option<Done>,
) -> AnyView {
    let lang = shell.lang;
    let add = may(shell, UseCase::ManageDelegations).then(|| {
        view! {
            <section aria-labelledby="uusi">
                <h2 id="uusi">{DraftingText::AddDelegation.text(lang)}</h2>
                {form(shell, address::DELEGATIONS, typed, fields(shell, &list.series, typed))}
            </section>
        }
    });
    let body = view! {
        <p>{DraftingText::DelegationsHint.text(lang)}</p>
        {delegations(shell, list)}
        {add}
    };
    Page::new(shell, DraftingText::Delegations.text(lang), Vec::new())
        .done(done)
        .of_form(shell, typed)
        .view(shell, body)
}

/// The form that changes a delegation.
pub fn change(
    shell: &Shell,
    id: DelegationId,
    series: &[SectionSeries],
    typed: &Form<DelegationDraft>,
) -> AnyView {
    let lang = shell.lang;
    let trail = vec![Crumb::new(
        DraftingText::Delegations.text(lang),
        address::DELEGATIONS,
    )];
    let fields = fields(shell, series, typed);
    Page::new(shell, DraftingText::ChangeDelegation.text(lang), trail)
        .of_form(shell, typed)
        .view(shell, form(shell, &address::delegation(id), typed, fields))
}

fn delegations(shell: &Shell, list: &DelegationList) -> AnyView {
    let lang = shell.lang;
    if list.delegations.is_empty() {
        return view! { <p>{DraftingText::NoDelegations.text(lang)}</p> }.into_any();
    }
    let rows = list.delegations.iter().map(|of| row(shell, list, of));
    let words = |text: DraftingText| Column::words(text.text(lang));
    let columns = vec![
        Column::words(Label::Series.text(lang)),
        words(DraftingText::Delegations),
        words(DraftingText::Kinds),
        words(DraftingText::Validity),
        Column::numbers(DraftingText::Limit.text(lang)),
    ];
    listing(
        "toimivallat",
        DraftingText::Delegations.text(lang),
        columns,
        rows.collect(),
    )
}

fn row(shell: &Shell, list: &DelegationList, of: &Delegation) -> Row {
    let lang = shell.lang;
    let facts = &of.facts;
    let series = list
        .series
        .iter()
        .find(|series| series.slug == facts.series);
    let maker = series.map_or_else(String::new, |series| series.decision_maker.clone());
    let named = drafting::delegation(facts, lang);
    let named = if may(shell, UseCase::ManageDelegations) {
        view! { <a href=shell.link(&address::delegation(of.id))>{named}</a> }.into_any()
    } else {
        named.into_any()
    };
    let kinds: Vec<&str> = facts
        .kinds
        .iter()
        .map(|kind| names::decision_kind(*kind, lang))
        .collect();
    let cells = vec![
        named,
        kinds.join(", ").into_any(),
        drafting::validity(facts.valid_from, facts.valid_to, lang).into_any(),
        drafting::limit(facts.limit, lang).into_any(),
    ];
    Row::new(maker, cells)
}

fn fields(shell: &Shell, series: &[SectionSeries], typed: &Form<DelegationDraft>) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let error = |place| typed.error(place, lang);
    let hint = |text: DraftingText| text.text(lang).to_owned();
    let choose = Choice::new("", Text::Choose.text(lang));
    let makers = series
        .iter()
        .map(|series| Choice::new(series.slug.as_str(), series.decision_maker.clone()));
    let kinds =
        DecisionKind::ALL.map(|kind| Choice::new(kind.code(), names::decision_kind(kind, lang)));
    view! {
        <Select name="series" label=Label::Series.text(lang) value=draft.series.clone()
            choices=std::iter::once(choose).chain(makers).collect() error=error("series")/>
        <Field name="provision" label=DraftingText::Provision.text(lang)
            value=draft.provision.clone() hint=Hint::Authority.text(lang).to_owned()
            error=error("provision")/>
        <Field name="body" label=DraftingText::Body.text(lang) value=draft.body.clone()
            hint=hint(DraftingText::BodyHint) error=error("body")/>
        <Field name="decided_on" label=Label::DecidedOn.text(lang) kind=FieldKind::Date
            value=draft.decided_on.clone() hint=Hint::Date.text(lang).to_owned()
            error=error("decided_on")/>
        <Field name="section" label=Label::Section.text(lang) kind=FieldKind::Digits
            value=draft.section.clone() error=error("section")/>
        <Field name="section_year" label=DraftingText::SectionYear.text(lang)
            kind=FieldKind::Digits value=draft.section_year.clone()
            hint=hint(DraftingText::SectionYearHint) error=error("section_year")/>
        <Field name="limit" label=DraftingText::Limit.text(lang) kind=FieldKind::Decimal
            value=draft.limit.clone() hint=hint(DraftingText::LimitHint) error=error("limit")/>
        <Checkboxes name="kinds" legend=DraftingText::Kinds.text(lang)
            choices=kinds.into() chosen=draft.kinds.clone() error=error("kinds")/>
        <Field name="valid_from" label=DraftingText::ValidFrom.text(lang) kind=FieldKind::Date
            value=draft.valid_from.clone() hint=Hint::Date.text(lang).to_owned()
            error=error("valid_from")/>
        <Field name="valid_to" label=DraftingText::ValidTo.text(lang) kind=FieldKind::Date
            value=draft.valid_to.clone() hint=hint(DraftingText::ValidToHint)
            error=error("valid_to")/>
        {button(shell, Weight::Primary, Button::Save, "save")}
    }
    .into_any()
}
