//! Reading and signing a decision, or returning it.

use domain::decision::DecisionContent;
use domain::section::Numbering;
use domain::view::desk::DecisionSheet;
use leptos::prelude::*;
use wording::desk::life::LifeText;
use wording::desk::{Button, Heading, Hint, Label, Text};

use super::content::{content, not_ready};
use super::excess;
use super::life;
use super::{draft_of, page as decision_page, series_of};
use crate::components::choice::Checkbox;
use crate::components::field::{Field, FieldKind};
use crate::components::funding::funding;
use crate::components::text_area::TextArea;
use crate::pages::desk::address;
use crate::pages::desk::form::{Form, GivingBack, Signing, StatingConflict};
use crate::pages::desk::frame::{Weight, button, form, named_button};
use crate::shell::Shell;

/// The text that would be frozen with the money beside it, the form that signs it and the form
/// that returns it. Findings of the draft leave only the latter.
pub fn page(
    shell: &Shell,
    sheet: &DecisionSheet,
    signing: &Form<Signing>,
    giving_back: &Form<GivingBack>,
    conflict: &Form<StatingConflict>,
) -> AnyView {
    let lang = shell.lang;
    let proposal = match &sheet.reading {
        Some(Ok(read)) => view! {
            {proposal(shell, sheet, read)}
            {sign_form(shell, sheet, signing)}
        }
        .into_any(),
        Some(Err(findings)) => not_ready(shell, findings),
        None => ().into_any(),
    };
    let body = view! {
        {life::notes(shell, sheet)}
        {proposal}
        {give_back_form(shell, sheet, giving_back)}
        {conflict_form(shell, sheet, conflict)}
    };
    decision_page(shell, sheet, Heading::Sign.text(lang))
        .of_form(shell, signing)
        .of_form(shell, giving_back)
        .of_form(shell, conflict)
        .view(shell, body)
}

fn proposal(shell: &Shell, sheet: &DecisionSheet, read: &DecisionContent) -> AnyView {
    let lang = shell.lang;
    let plan = sheet.plan.as_ref().map(|plan| {
        view! {
            <section aria-labelledby="suunnitelma">
                <h2 id="suunnitelma">{Heading::FundingPlan.text(lang)}</h2>
                {funding(plan, lang)}
            </section>
        }
    });
    view! { {content(shell, read, &sheet.organisations, None)} {plan} }.into_any()
}

fn sign_form(shell: &Shell, sheet: &DecisionSheet, typed: &Form<Signing>) -> AnyView {
    let lang = shell.lang;
    let series = draft_of(sheet).and_then(|draft| series_of(sheet, &draft.series));
    let section = series
        .is_some_and(|series| series.numbering == Numbering::External)
        .then(|| {
            view! {
                <Field name="section" label=Label::Section.text(lang) kind=FieldKind::Digits
                    value=typed.draft.section.clone() hint=Hint::Section.text(lang).to_owned()
                    error=typed.error("section", lang)/>
            }
        });
    let fields = view! {
        {section}
        {excess::reason(shell, &sheet.excesses, typed, &typed.draft.excess_reason)}
        <Checkbox name="no_conflict" label=LifeText::NoConflict.text(lang) checked=false
            error=typed.error("no_conflict", lang)/>
        <Field name="password" label=Label::Password.text(lang) kind=FieldKind::CurrentPassword
            value="" hint=Hint::PasswordToSign.text(lang).to_owned()
            error=typed.error("password", lang)/>
        <Checkbox name="confirmed" label=Text::IConfirm.text(lang) checked=false
            error=typed.error("confirmed", lang)/>
        {button(shell, Weight::Primary, Button::Sign, "sign")}
    };
    view! {
        <section aria-labelledby="allekirjoitus">
            <h2 id="allekirjoitus">{Button::Sign.text(lang)}</h2>
            <p>{Text::SigningFreezes.text(lang)}</p>
            {form(shell, &address::sign(sheet.decision.id), typed, fields)}
        </section>
    }
    .into_any()
}

fn give_back_form(shell: &Shell, sheet: &DecisionSheet, typed: &Form<GivingBack>) -> AnyView {
    let lang = shell.lang;
    let fields = view! {
        <TextArea name="reason" label=Label::Reason.text(lang) value=typed.draft.reason.clone()
            rows=3 hint=Hint::ReasonToGiveBack.text(lang).to_owned()
            error=typed.error("reason", lang)/>
        {button(shell, Weight::Secondary, Button::GiveBack, "give-back")}
    };
    view! {
        <section aria-labelledby="palautus">
            <h2 id="palautus">{Button::GiveBack.text(lang)}</h2>
            {form(shell, &address::give_back(sheet.decision.id), typed, fields)}
        </section>
    }
    .into_any()
}

fn conflict_form(shell: &Shell, sheet: &DecisionSheet, typed: &Form<StatingConflict>) -> AnyView {
    let lang = shell.lang;
    let name = LifeText::StateConflict.text(lang);
    let fields = view! {
        <TextArea name="ground" label=LifeText::ConflictGround.text(lang)
            value=typed.draft.ground.clone() rows=2
            hint=LifeText::ConflictGroundHint.text(lang).to_owned()
            error=typed.error("ground", lang)/>
        {named_button(Weight::Secondary, name, "state-conflict")}
    };
    view! {
        <section aria-labelledby="esteellisyys">
            <h2 id="esteellisyys">{name}</h2>
            <p>{LifeText::ConflictMeans.text(lang)}</p>
            {form(shell, &address::conflict(sheet.decision.id), typed, fields)}
        </section>
    }
    .into_any()
}
