//! The form of each kind of entry.

use domain::commitment::{EntryDraft, EntryKind, StateAid};
use domain::view::commitment::CommitmentSheet;
use leptos::prelude::*;
use wording::desk::commitment::{self as words, CommitmentText as T};
use wording::desk::{Button, Text};

use super::instalment_form::instalment_choice;
use super::{address, crumb_of_decision, name, notices, parts};
use crate::components::breadcrumbs::Crumb;
use crate::components::field::FieldKind;
use crate::components::select::{Choice, Select};
use crate::pages::desk::entry_fields::{amount, day, field, line, money, reason};
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
    let lang = shell.lang;
    let draft = &typed.draft;
    let amount = || amount(shell, typed, &draft.amount, None);
    let day = || day(shell, typed, &draft.entry_day);
    let reason = || reason(shell, typed, &draft.reason);
    let text = |name, label: T, value: &str, hint: Option<T>| {
        let hint = hint.map(|hint| hint.text(lang));
        line(shell, typed, (name, label.text(lang)), value, hint)
    };
    let voucher = || text("voucher", T::Voucher, &draft.voucher, None);
    match kind {
        EntryKind::ConditionMet => {
            let hint = Some(T::FulfilledByHint);
            let by = text("fulfilled_by", T::FulfilledBy, &draft.fulfilled_by, hint);
            view! { {by} {day()} }.into_any()
        }
        EntryKind::Paid => view! {
            {instalment(shell, sheet, typed)}
            {amount()}
            {text("invoice", T::Invoice, &draft.invoice, None)}
            {voucher()}
            {text("ledger_account", T::Account, &draft.ledger_account, None)}
            {text("cost_centre", T::CostCentre, &draft.cost_centre, None)}
            {posting_year(shell, typed)}
            {day()}
        }
        .into_any(),
        EntryKind::Recovered => view! { {amount()} {voucher()} {day()} {reason()} }.into_any(),
        EntryKind::Released => view! { {amount()} {day()} {reason()} }.into_any(),
        EntryKind::Lapsed => view! { {day()} {reason()} }.into_any(),
        EntryKind::AidAssessed => {
            let hint = Some(T::ProvisionHint);
            let provision = text("provision", T::Provision, &draft.provision, hint);
            let named = ("amount", T::DeMinimisAmount.text(lang));
            let hint = Some(T::DeMinimisHint.text(lang));
            let de_minimis = money(shell, typed, named, &draft.amount, hint);
            view! { {aid(shell, typed)} {provision} {de_minimis} {reason()} {day()} }.into_any()
        }
        EntryKind::Reversed => reason(),
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

fn instalment(shell: &Shell, sheet: &CommitmentSheet, typed: &Form<EntryDraft>) -> Option<AnyView> {
    let error = typed.error("instalment", shell.lang);
    instalment_choice(shell, sheet, &typed.draft.instalment, error)
}

fn posting_year(shell: &Shell, typed: &Form<EntryDraft>) -> AnyView {
    let lang = shell.lang;
    let named = ("posting_year", T::PostingYear.text(lang));
    let (value, hint) = (&typed.draft.posting_year, T::PostingYearHint.text(lang));
    field(shell, typed, named, FieldKind::Digits, value, Some(hint))
}
