//! The form of each kind of entry.

use domain::commitment::{EntryDraft, EntryKind, StateAid};
use domain::view::commitment::CommitmentSheet;
use leptos::prelude::*;
use wording::desk::commitment::{self as words, CommitmentText as T};
use wording::desk::{Button, Hint, Label, Text};

use super::instalment_form::instalment_choice;
use super::{address, crumb_of_decision, name, notices, parts};
use crate::components::breadcrumbs::Crumb;
use crate::components::field::{Field, FieldKind};
use crate::components::select::{Choice, Select};
use crate::components::text_area::TextArea;
use crate::pages::desk::form::Form;
use crate::pages::desk::frame::{Page, Weight, button, form};
use crate::shell::Shell;

/// The form that records an entry of a kind; of a reversal, about the entry that its draft names.
pub fn record(
    shell: &Shell,
    sheet: &CommitmentSheet,
    kind: EntryKind,
    typed: &Form<EntryDraft>,
) -> AnyView {
    let lang = shell.lang;
    let key = sheet.line.key;
    let (to, title) = match typed.draft.entry.trim().parse() {
        Ok(number) if kind == EntryKind::Reversed => (
            address::reverse_entry(key, number),
            format!("{} {number}", words::form(kind, lang)),
        ),
        _ => (
            address::record_entry(key, kind),
            words::form(kind, lang).to_owned(),
        ),
    };
    let explained = match kind {
        EntryKind::Lapsed => Some(T::LapsedMeans),
        EntryKind::AidAssessed => Some(T::AidMeans),
        EntryKind::Reversed => Some(T::ReverseMeans),
        _ => None,
    };
    let noticed = (kind == EntryKind::Paid).then(|| notices(shell, sheet));
    let fields = view! {
        {fields(shell, sheet, kind, typed)}
        {button(shell, Weight::Primary, Button::Save, "save")}
    };
    let body = view! {
        {noticed}
        {explained.map(|text| view! { <p>{text.text(lang)}</p> })}
        {parts(shell, &sheet.line.position)}
        {form(shell, &to, typed, fields)}
    };
    let trail = vec![
        crumb_of_decision(sheet),
        Crumb::new(name(shell, &sheet.line), address::commitment(key)),
    ];
    Page::new(shell, title, trail)
        .caption(name(shell, &sheet.line))
        .of_form(shell, typed)
        .view(shell, body)
}

fn fields(
    shell: &Shell,
    sheet: &CommitmentSheet,
    kind: EntryKind,
    typed: &Form<EntryDraft>,
) -> AnyView {
    match kind {
        EntryKind::ConditionMet => view! {
            {text(shell, typed, T::FulfilledBy)}
            {day(shell, typed)}
        }
        .into_any(),
        EntryKind::Paid => view! {
            {instalment(shell, sheet, typed)}
            {amount(shell, typed)}
            {text(shell, typed, T::Invoice)}
            {text(shell, typed, T::Voucher)}
            {text(shell, typed, T::Account)}
            {text(shell, typed, T::CostCentre)}
            {posting_year(shell, typed)}
            {day(shell, typed)}
        }
        .into_any(),
        EntryKind::Recovered => view! {
            {amount(shell, typed)}
            {text(shell, typed, T::Voucher)}
            {day(shell, typed)}
            {reason(shell, typed)}
        }
        .into_any(),
        EntryKind::Released => view! {
            {amount(shell, typed)}
            {day(shell, typed)}
            {reason(shell, typed)}
        }
        .into_any(),
        EntryKind::Lapsed => view! { {day(shell, typed)} {reason(shell, typed)} }.into_any(),
        EntryKind::AidAssessed => view! {
            {aid(shell, typed)}
            {text(shell, typed, T::Provision)}
            {de_minimis(shell, typed)}
            {reason(shell, typed)}
            {day(shell, typed)}
        }
        .into_any(),
        EntryKind::Reversed => reason(shell, typed),
    }
}

fn aid(shell: &Shell, typed: &Form<EntryDraft>) -> AnyView {
    let lang = shell.lang;
    let choose = Choice::new("", Text::Choose.text(lang));
    let all = StateAid::ALL.map(|aid| Choice::new(aid.code(), words::aid(aid, lang)));
    let choices = std::iter::once(choose).chain(all).collect();
    view! {
        <Select name="aid" label=T::Aid.text(lang) value=typed.draft.aid.clone() choices=choices
            error=typed.error("aid", lang)/>
    }
    .into_any()
}

fn de_minimis(shell: &Shell, typed: &Form<EntryDraft>) -> AnyView {
    let lang = shell.lang;
    view! {
        <Field name="amount" label=T::DeMinimisAmount.text(lang) kind=FieldKind::Decimal
            value=typed.draft.amount.clone() hint=T::DeMinimisHint.text(lang).to_owned()
            error=typed.error("amount", lang)/>
    }
    .into_any()
}

fn instalment(shell: &Shell, sheet: &CommitmentSheet, typed: &Form<EntryDraft>) -> Option<AnyView> {
    let error = typed.error("instalment", shell.lang);
    instalment_choice(shell, sheet, &typed.draft.instalment, error)
}

fn amount(shell: &Shell, typed: &Form<EntryDraft>) -> AnyView {
    let lang = shell.lang;
    view! {
        <Field name="amount" label=Label::Amount.text(lang) kind=FieldKind::Decimal
            value=typed.draft.amount.clone() error=typed.error("amount", lang)/>
    }
    .into_any()
}

fn day(shell: &Shell, typed: &Form<EntryDraft>) -> AnyView {
    let lang = shell.lang;
    view! {
        <Field name="entry_day" label=T::EntryDay.text(lang) kind=FieldKind::Date
            value=typed.draft.entry_day.clone() hint=Hint::Date.text(lang).to_owned()
            error=typed.error("entry_day", lang)/>
    }
    .into_any()
}

fn posting_year(shell: &Shell, typed: &Form<EntryDraft>) -> AnyView {
    let lang = shell.lang;
    view! {
        <Field name="posting_year" label=T::PostingYear.text(lang) kind=FieldKind::Digits
            value=typed.draft.posting_year.clone() hint=T::PostingYearHint.text(lang).to_owned()
            error=typed.error("posting_year", lang)/>
    }
    .into_any()
}

fn reason(shell: &Shell, typed: &Form<EntryDraft>) -> AnyView {
    let lang = shell.lang;
    view! {
        <TextArea name="reason" label=Label::Reason.text(lang) value=typed.draft.reason.clone()
            rows=3 error=typed.error("reason", lang)/>
    }
    .into_any()
}

/// One of the fields that hold a line of text.
fn text(shell: &Shell, typed: &Form<EntryDraft>, label: T) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let (name, value) = match label {
        T::FulfilledBy => ("fulfilled_by", &draft.fulfilled_by),
        T::Invoice => ("invoice", &draft.invoice),
        T::Voucher => ("voucher", &draft.voucher),
        T::Account => ("ledger_account", &draft.ledger_account),
        T::Provision => ("provision", &draft.provision),
        _ => ("cost_centre", &draft.cost_centre),
    };
    let hint = match label {
        T::FulfilledBy => Some(T::FulfilledByHint),
        T::Provision => Some(T::ProvisionHint),
        _ => None,
    };
    let hint = hint.map(|hint| hint.text(lang).to_owned());
    view! {
        <Field name=name label=label.text(lang) value=value.clone()
            hint=hint error=typed.error(name, lang)/>
    }
    .into_any()
}
