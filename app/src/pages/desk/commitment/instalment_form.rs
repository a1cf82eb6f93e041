//! The form of each kind of entry about instalments.

use domain::instalment::{InstalmentDraft, InstalmentKind, InstalmentStage};
use domain::view::commitment::CommitmentSheet;
use leptos::prelude::*;
use wording::desk::commitment::CommitmentText;
use wording::desk::instalment::{self as words, InstalmentText as T};
use wording::desk::{Button, Label};
use wording::format;

use super::{crumb_of_decision, name};
use crate::components::breadcrumbs::Crumb;
use crate::components::choice::Checkbox;
use crate::components::select::{Choice, Select};
use crate::pages::desk::address;
use crate::pages::desk::entry_fields::{amount, date, day, document, lines, reason};
use crate::pages::desk::form::Form;
use crate::pages::desk::frame::{Line, Page, Weight, button, form, summary_list};
use crate::shell::Shell;

/// The form that records an entry of a kind; but for a new instalment and the final report, about
/// the instalment that its draft names.
pub fn record_instalment(
    shell: &Shell,
    sheet: &CommitmentSheet,
    kind: InstalmentKind,
    typed: &Form<InstalmentDraft>,
) -> AnyView {
    let lang = shell.lang;
    let key = sheet.line.key;
    let named = typed.draft.instalment.trim().parse().ok();
    let (to, title) = match named {
        Some(number) => (
            address::record_instalment(key, kind, number),
            format!("{} {number}", words::form(kind, lang)),
        ),
        None => (
            address::record_schedule(key, kind),
            words::form(kind, lang).to_owned(),
        ),
    };
    let explained = match kind {
        InstalmentKind::Withdrawn => Some(T::WithdrawnMeans),
        InstalmentKind::Returned => Some(T::ReturnedMeans),
        InstalmentKind::Planned => Some(T::Lead),
        _ => None,
    };
    let fields = view! {
        {fields(shell, kind, typed)}
        {button(shell, Weight::Primary, Button::Save, "save")}
    };
    let body = view! {
        {explained.map(|text| view! { <p>{text.text(lang)}</p> })}
        {facts(shell, sheet, named)}
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

/// What the instalment is, or what of the commitment is not planned yet.
fn facts(shell: &Shell, sheet: &CommitmentSheet, named: Option<u32>) -> AnyView {
    let lang = shell.lang;
    let line = |label: &'static str, value: String| Line::new(label, value);
    let found = named.and_then(|number| sheet.schedule.instalment(number));
    let lines = found.map_or_else(
        || {
            let open = sheet.line.position.open;
            let planned = sheet.schedule.open();
            vec![
                line(CommitmentText::Open.text(lang), format::euros(open, lang)),
                line(
                    T::Instalments.text(lang),
                    format::euros_or_unknown(planned, lang),
                ),
            ]
        },
        |of| {
            vec![
                line(T::DueDay.text(lang), format::date(of.due_on, lang)),
                line(Label::Amount.text(lang), format::euros(of.amount, lang)),
                line(T::Open.text(lang), format::euros(of.open(), lang)),
                line(
                    T::Stage.text(lang),
                    words::stage(of.stage(), lang).to_owned(),
                ),
            ]
        },
    );
    summary_list(shell, lines)
}

fn fields(shell: &Shell, kind: InstalmentKind, typed: &Form<InstalmentDraft>) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let amount = |hint| amount(shell, typed, &draft.amount, hint);
    let day = || day(shell, typed, &draft.entry_day);
    let reason = || reason(shell, typed, &draft.reason);
    let due_day = || {
        let named = ("due_day", T::DueDay.text(lang));
        date(shell, typed, named, &draft.due_day)
    };
    match kind {
        InstalmentKind::Planned => {
            let named = ("needs", T::Needs.text(lang));
            let hint = Some(T::NeedsHint.text(lang));
            view! {
                {due_day()}
                {amount(None)}
                {lines(shell, typed, named, &draft.needs, hint)}
                <Checkbox name="is_last" label=T::IsLast.text(lang)
                    checked=!draft.is_last.is_empty() error=typed.error("is_last", lang)/>
            }
            .into_any()
        }
        InstalmentKind::Moved => view! { {due_day()} {reason()} }.into_any(),
        InstalmentKind::Requested | InstalmentKind::FinalReport => {
            view! { {document(shell, typed, &draft.arrived_as)} {day()} }.into_any()
        }
        InstalmentKind::Accepted => {
            view! { {amount(Some(T::AcceptedHint.text(lang)))} {day()} }.into_any()
        }
        InstalmentKind::Returned
        | InstalmentKind::Withdrawn
        | InstalmentKind::FinalReportUndone => reason(),
    }
}

/// The choice of the instalment that a payment is of; nothing where none is accepted. What was
/// typed stays among the choices, so that a refused form says what it was refused for.
pub(super) fn instalment_choice(
    shell: &Shell,
    sheet: &CommitmentSheet,
    value: &str,
    error: Option<String>,
) -> Option<AnyView> {
    let lang = shell.lang;
    let all = sheet.schedule.instalments.iter();
    let payable = all.filter(|of| {
        of.stage() == InstalmentStage::Accepted || of.number.to_string() == value.trim()
    });
    let choices = payable.map(|of| {
        let (day, open) = (
            format::date(of.due_on, lang),
            format::euros(of.open(), lang),
        );
        Choice::new(
            of.number.to_string(),
            format!("{}: {day}, {open}", of.number),
        )
    });
    let choices: Vec<Choice> = choices.collect();
    (!choices.is_empty()).then(|| {
        let none = Choice::new("", T::OfNone.text(lang));
        let choices = std::iter::once(none).chain(choices).collect();
        view! {
            <Select name="instalment" label=T::OfInstalment.text(lang) value=value.trim().to_owned()
                choices=choices error=error/>
        }
        .into_any()
    })
}
