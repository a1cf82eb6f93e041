//! The forms that record a claim or appeal, and how it ended.

use calendar::Remedy;
use domain::filing::{FilingWay, OutcomeKind, Standing};
use domain::id::FilingId;
use domain::view::desk::DecisionSheet;
use leptos::prelude::*;
use wording::desk::appeal::{self as words, AppealButton, AppealText as T};
use wording::desk::life::LifeText;
use wording::desk::{Hint, Label, Text};
use wording::names;

use super::appeal::standing;
use super::page as decision_page;
use crate::components::field::{Field, FieldKind};
use crate::components::select::{Choice, Select};
use crate::pages::desk::address;
use crate::pages::desk::form::{Deciding, Filed, Form};
use crate::pages::desk::frame::{form, submit};
use crate::shell::Shell;

/// The form that records a filing, or corrects the record of the one that is named.
pub fn record(
    shell: &Shell,
    sheet: &DecisionSheet,
    filing: Option<FilingId>,
    typed: &Form<Filed>,
) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let error = |place| typed.error(place, lang);
    let choose = || Choice::new("", Text::Choose.text(lang));
    let remedies =
        Remedy::ALL.map(|remedy| Choice::new(remedy.code(), names::remedy(remedy, lang)));
    let ways = FilingWay::ALL.map(|way| Choice::new(way.code(), words::way(way, lang)));
    let parties = sheet.services.iter().map(|line| {
        let name = standing(shell, sheet, Standing::Party(line.service.id));
        Choice::new(line.service.id.to_string(), name)
    });
    let others = [
        Choice::new("municipal_member", T::MunicipalMember.text(lang)),
        Choice::new("other", T::Other.text(lang)),
    ];
    let (name, to) = match filing {
        Some(filing) => (
            AppealButton::CorrectFiling,
            address::filing(sheet.decision.id, filing),
        ),
        None => (
            AppealButton::RecordFiling,
            address::new_filing(sheet.decision.id),
        ),
    };
    let fields = view! {
        <p>{T::LateIsRegistered.text(lang)}</p>
        <Select name="remedy" label=Label::Remedy.text(lang) value=draft.remedy.clone()
            choices=std::iter::once(choose()).chain(remedies).collect() error=error("remedy")/>
        <Field name="received_on" label=T::ReceivedOn.text(lang) kind=FieldKind::Date
            value=draft.received_on.clone() hint=Hint::Date.text(lang).to_owned()
            error=error("received_on")/>
        <Field name="received_at" label=T::ReceivedAt.text(lang) kind=FieldKind::Date
            value=draft.received_at.clone() hint=T::ReceivedAtHint.text(lang).to_owned()
            error=error("received_at")/>
        <Select name="way" label=T::Way.text(lang) value=draft.way.clone()
            choices=std::iter::once(choose()).chain(ways).collect() error=error("way")/>
        <Field name="filer" label=T::Filer.text(lang) value=draft.filer.clone()
            hint=T::FilerHint.text(lang).to_owned() error=error("filer")/>
        <Select name="standing" label=T::Standing.text(lang) value=draft.standing.clone()
            choices=std::iter::once(choose()).chain(parties).chain(others).collect()
            error=error("standing")/>
        <Field name="wrongly_addressed_to" label=T::WronglyAddressed.text(lang)
            value=draft.wrongly_addressed_to.clone() error=error("wrongly_addressed_to")/>
        <Field name="handled_by" label=T::HandledBy.text(lang) value=draft.handled_by.clone()
            error=error("handled_by")/>
        {submit(name.text(lang))}
    };
    decision_page(shell, sheet, name.text(lang))
        .of_form(shell, typed)
        .view(shell, form(shell, &to, typed, fields))
}

/// The form that records how a filing ended.
pub fn decide(
    shell: &Shell,
    sheet: &DecisionSheet,
    filing: FilingId,
    typed: &Form<Deciding>,
) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let error = |place| typed.error(place, lang);
    let choose = Choice::new("", Text::Choose.text(lang));
    let kinds = OutcomeKind::ALL.map(|kind| Choice::new(kind.code(), words::outcome(kind, lang)));
    let none = Choice::new("", Text::Choose.text(lang));
    let others = sheet.others.iter().map(|other| {
        let name = format!("{} {}", super::section(&other.section), other.title);
        Choice::new(other.section.to_string(), name)
    });
    let name = AppealButton::DecideFiling.text(lang);
    let fields = view! {
        <Select name="kind" label=T::Outcome.text(lang) value=draft.kind.clone()
            choices=std::iter::once(choose).chain(kinds).collect() error=error("kind")/>
        <Field name="on" label=T::OutcomeOn.text(lang) kind=FieldKind::Date value=draft.on.clone()
            hint=Hint::Date.text(lang).to_owned() error=error("on")/>
        <Select name="decided_by" label=LifeText::DecidedBy.text(lang)
            value=draft.decided_by.clone() choices=std::iter::once(none).chain(others).collect()
            hint=LifeText::DecidedByHint.text(lang).to_owned() error=error("decided_by")/>
        <Field name="reference" label=T::OutcomeReference.text(lang)
            value=draft.reference.clone() error=error("reference")/>
        <Field name="final_from" label=T::FinalFrom.text(lang) kind=FieldKind::Date
            value=draft.final_from.clone() hint=Hint::EmptyIfUnknown.text(lang).to_owned()
            error=error("final_from")/>
        {submit(name)}
    };
    let to = address::filing_outcome(sheet.decision.id, filing);
    decision_page(shell, sheet, name)
        .of_form(shell, typed)
        .view(shell, form(shell, &to, typed, fields))
}
