//! The forms of the other parts of a case: measures, who has to do with it, relations and state.

use domain::case::{
    Case, CaseMeasure, CaseParty, CasePartyDraft, CaseState, MeasureDraft, PartyRole, RelationKind,
};
use domain::view::case::RelationLine;
use domain::view::desk::{CaseSheet, OrganisationLine, Stage};
use leptos::prelude::*;
use wording::desk::case::{self as words, CaseButton as B, CaseText as T};
use wording::desk::{Hint, Label, Text};

use super::crumb;
use super::document::phases;
use super::sheet::relation_item;
use crate::components::field::{Field, FieldKind};
use crate::components::notice::{Notice, Tone};
use crate::components::select::{Choice, Select};
use crate::components::text_area::TextArea;
use crate::pages::desk::address;
use crate::pages::desk::form::{Form, Moving, Relating};
use crate::pages::desk::frame::{Page, Weight, form, hidden, named_button, submit};
use crate::shell::Shell;

/// What a form is about: something new, or the record that it corrects.
pub type PartForm<'a, T> = Option<&'a T>;

/// The form that records a measure, or corrects the one that is named.
pub fn measure(
    shell: &Shell,
    case: &Case,
    corrected: PartForm<'_, CaseMeasure>,
    typed: &Form<MeasureDraft>,
) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let error = |place: &str| typed.error(place, lang);
    let (name, to) = match corrected {
        Some(measure) => (B::CorrectMeasure, address::measure(&case.key(), measure.id)),
        None => (B::AddMeasure, address::new_measure(&case.key())),
    };
    let name = name.text(lang);
    let fields = view! {
        <Select name="phase" label=T::Phase.text(lang) value=draft.phase.clone()
            choices=phases(shell) error=error("phase")/>
        <Field name="measure_name" label=T::MeasureName.text(lang)
            value=draft.measure_name.clone() hint=T::TitleHint.text(lang).to_owned()
            error=error("measure_name")/>
        <Field name="taken_on" label=T::TakenOn.text(lang) kind=FieldKind::Date
            value=draft.taken_on.clone() hint=Hint::Date.text(lang).to_owned()
            error=error("taken_on")/>
        <Field name="office" label=Label::Office.text(lang) value=draft.office.clone()
            error=error("office")/>
        {submit(name)}
    };
    Page::new(shell, name, vec![crumb(case)])
        .caption(case.name())
        .of_form(shell, typed)
        .view(shell, form(shell, &to, typed, fields))
}

/// The form that adds who has to do with a case, or corrects or removes the one that is named.
pub fn party(
    shell: &Shell,
    case: &Case,
    organisations: &[OrganisationLine],
    corrected: PartForm<'_, CaseParty>,
    typed: &Form<CasePartyDraft>,
) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let error = |place: &str| typed.error(place, lang);
    let (name, to) = match corrected {
        Some(party) => (B::CorrectParty, address::case_party(&case.key(), party.id)),
        None => (B::AddParty, address::new_case_party(&case.key())),
    };
    let name = name.text(lang);
    let choose = Choice::new("", Text::Choose.text(lang));
    let roles = PartyRole::ALL.map(|role| Choice::new(role.code(), words::party_role(role, lang)));
    let none = Choice::new("", T::NoOrganisation.text(lang));
    let organisations = organisations
        .iter()
        .map(|one| Choice::new(one.id.to_string(), one.name.clone()));
    let remove = corrected.map(|_| named_button(Weight::Secondary, B::Remove.text(lang), "remove"));
    let fields = view! {
        <Select name="party_role" label=T::PartyRole.text(lang) value=draft.party_role.clone()
            choices=std::iter::once(choose).chain(roles).collect() error=error("party_role")/>
        <Select name="organisation" label=T::Organisation.text(lang)
            value=draft.organisation.clone()
            choices=std::iter::once(none).chain(organisations).collect()
            error=error("organisation")/>
        <Field name="person" label=T::Person.text(lang) value=draft.person.clone()
            hint=T::PersonHint.text(lang).to_owned() error=error("person")/>
        <Field name="agent" label=T::Agent.text(lang) value=draft.agent.clone()
            hint=T::AgentHint.text(lang).to_owned() error=error("agent")/>
        <div class="govuk-button-group">{submit(name)} {remove}</div>
    };
    Page::new(shell, name, vec![crumb(case)])
        .caption(case.name())
        .of_form(shell, typed)
        .view(shell, form(shell, &to, typed, fields))
}

/// The relations of a case, each with the form that removes it, and the form that adds one.
pub fn relations(
    shell: &Shell,
    case: &Case,
    lines: &[RelationLine],
    typed: &Form<Relating>,
) -> AnyView {
    let lang = shell.lang;
    let to = address::relations(&case.key());
    let name = B::Relate.text(lang);
    let choose = Choice::new("", Text::Choose.text(lang));
    let kinds = RelationKind::ALL.map(|kind| Choice::new(kind.code(), words::relation(kind, lang)));
    let fields = view! {
        <Select name="relation" label=T::Relation.text(lang) value=typed.draft.relation.clone()
            choices=std::iter::once(choose).chain(kinds).collect()
            error=typed.error("relation", lang)/>
        <Field name="other_number" label=T::OtherNumber.text(lang)
            value=typed.draft.other_number.clone() error=typed.error("other_number", lang)/>
        {submit(name)}
    };
    let known: Vec<AnyView> = lines
        .iter()
        .map(|line| {
            let other = line.other.name();
            let remove = view! {
                {hidden("removed", line.id.to_string())}
                <button class="govuk-button govuk-button--secondary" type="submit" name="action"
                    value="remove">
                    {B::Remove.text(lang)}
                    <span class="govuk-visually-hidden">": " {other}</span>
                </button>
            };
            view! { <ul>{relation_item(shell, line)}</ul> {form(shell, &to, typed, remove)} }
                .into_any()
        })
        .collect();
    let none = known
        .is_empty()
        .then(|| view! { <p>{T::NoRelations.text(lang)}</p> });
    let body = view! {
        {none}
        {known}
        <h2>{name}</h2>
        {form(shell, &to, typed, fields)}
    };
    Page::new(shell, T::Relations.text(lang), vec![crumb(case)])
        .caption(case.name())
        .of_form(shell, typed)
        .view(shell, body)
}

/// The form that changes the state of a case, with what stands in the way.
pub fn move_state(shell: &Shell, sheet: &CaseSheet, typed: &Form<Moving>) -> AnyView {
    let lang = shell.lang;
    let error = |place: &str| typed.error(place, lang);
    let state = sheet.register.state;
    let moves: &[(B, &str)] = match state {
        CaseState::Pending => &[(B::Resolve, "resolve"), (B::Close, "close")],
        CaseState::Resolved => &[(B::Close, "close"), (B::Reopen, "reopen")],
        CaseState::Closed => &[(B::Reopen, "reopen")],
        CaseState::Disposed => &[],
    };
    let is_unfinished = |stage| matches!(stage, Stage::Draft | Stage::AwaitingSignature);
    let undecided = sheet.decisions.iter().any(|line| is_unfinished(line.stage));
    let undecided = undecided.then(|| {
        view! { <Notice tone=Tone::Warning><p>{T::UndecidedRemains.text(lang)}</p></Notice> }
    });
    let buttons = moves.iter().enumerate().map(|(at, (name, action))| {
        let weight = if at == 0 {
            Weight::Primary
        } else {
            Weight::Secondary
        };
        named_button(weight, name.text(lang), action)
    });
    let fields = view! {
        <p>{T::State.text(lang)} ": " <strong>{words::state(state, lang)}</strong></p>
        {undecided}
        <Field name="moved_on" label=T::MovedOn.text(lang) kind=FieldKind::Date
            value=typed.draft.moved_on.clone() hint=Hint::Date.text(lang).to_owned()
            error=error("moved_on")/>
        <TextArea name="reason" label=Label::Reason.text(lang) rows=3
            value=typed.draft.reason.clone() hint=T::MoveReason.text(lang).to_owned()
            error=error("reason")/>
        <div class="govuk-button-group">{buttons.collect_view()}</div>
    };
    let to = address::case_state(&sheet.case.key());
    Page::new(shell, B::Move.text(lang), vec![crumb(&sheet.case)])
        .caption(sheet.case.name())
        .of_form(shell, typed)
        .view(shell, form(shell, &to, typed, fields))
}
