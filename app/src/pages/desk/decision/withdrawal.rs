//! Withdrawing a published decision from the public network, in two steps, and publishing it again.

use domain::view::desk::DecisionSheet;
use leptos::prelude::*;
use wording::desk::Label;
use wording::publicity::PublicityText as T;

use super::page as decision_page;
use crate::components::choice::Checkbox;
use crate::components::field::Field;
use crate::components::notice::{Notice, Tone};
use crate::pages::desk::address;
use crate::pages::desk::form::{Form, GivingBack, Withdrawing};
use crate::pages::desk::frame::{Line, Weight, form, hidden, named_button, submit, summary_list};
use crate::shell::Shell;

/// The first step: the reason, and what follows from a withdrawal.
pub fn page(shell: &Shell, sheet: &DecisionSheet, typed: &Form<Withdrawing>) -> AnyView {
    let lang = shell.lang;
    let fields = view! {
        <Field name="public_reason" label=T::PublicReason.text(lang)
            value=typed.draft.public_reason.clone()
            hint=T::PublicReasonHint.text(lang).to_owned() error=typed.error("public_reason", lang)/>
        <Checkbox name="hides_title" label=T::HidesTitle.text(lang)
            checked=!typed.draft.hides_title.is_empty() error=None/>
        {named_button(Weight::Primary, T::ToConfirm.text(lang), "check")}
    };
    let body = view! {
        <Notice tone=Tone::Warning><p>{T::WithdrawConsequence.text(lang)}</p></Notice>
        {form(shell, &address::withdrawal(sheet.decision.id), typed, fields)}
    };
    decision_page(shell, sheet, T::Withdraw.text(lang))
        .of_form(shell, typed)
        .view(shell, body)
}

/// The second step: what was typed, to be confirmed.
pub fn confirm(shell: &Shell, sheet: &DecisionSheet, typed: &Form<Withdrawing>) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let mut lines = vec![Line::new(
        T::PublicReason.text(lang),
        draft.public_reason.clone(),
    )];
    if !draft.hides_title.is_empty() {
        lines.push(Line::new(T::HidesTitle.text(lang), "✓"));
    }
    let fields = view! {
        {hidden("public_reason", draft.public_reason.clone())}
        {hidden("hides_title", draft.hides_title.clone())}
        <Checkbox name="confirmed" label=T::ConfirmWithdrawal.text(lang) checked=false
            error=typed.error("confirmed", lang)/>
        {named_button(Weight::Primary, T::Withdraw.text(lang), "withdraw")}
    };
    let body = view! {
        <Notice tone=Tone::Warning><p>{T::WithdrawConsequence.text(lang)}</p></Notice>
        {summary_list(shell, lines)}
        {form(shell, &address::withdrawal(sheet.decision.id), typed, fields)}
    };
    decision_page(shell, sheet, T::ConfirmHeading.text(lang))
        .of_form(shell, typed)
        .view(shell, body)
}

/// The form that publishes a withdrawn decision again.
pub fn again(shell: &Shell, sheet: &DecisionSheet, typed: &Form<GivingBack>) -> AnyView {
    let lang = shell.lang;
    let fields = view! {
        <Field name="reason" label=Label::Reason.text(lang) value=typed.draft.reason.clone()
            error=typed.error("reason", lang)/>
        {submit(T::PublishAgain.text(lang))}
    };
    let body = view! {
        <Notice tone=Tone::Warning><p>{T::PublishAgainConsequence.text(lang)}</p></Notice>
        {form(shell, &address::publish_again(sheet.decision.id), typed, fields)}
    };
    decision_page(shell, sheet, T::PublishAgain.text(lang))
        .of_form(shell, typed)
        .view(shell, body)
}
