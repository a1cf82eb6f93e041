//! The part of a draft's form that names the earlier decisions it changes.

use domain::decision::{ChangeEffect, DecisionDraft};
use domain::view::desk::DecisionSheet;
use leptos::prelude::*;
use wording::desk::Text;
use wording::desk::life::LifeText;
use wording::names;

use crate::components::select::{Choice, Select};
use crate::pages::desk::form::Form;
use crate::pages::desk::frame::{Weight, named_button, row_group};
use crate::shell::Shell;

/// A row for each decision that is changed, and the button that adds one.
pub(super) fn fields(shell: &Shell, sheet: &DecisionSheet, typed: &Form<DecisionDraft>) -> AnyView {
    let lang = shell.lang;
    let rows = (0..typed.draft.changes.len()).map(|row| change(shell, sheet, typed, row));
    let rows: Vec<_> = rows.collect();
    if sheet.others.is_empty() && rows.is_empty() {
        view! { <p>{LifeText::NothingToChange.text(lang)}</p> }.into_any()
    } else {
        let name = LifeText::AddChange.text(lang);
        view! {
            <p>{LifeText::ChangesMeans.text(lang)}</p>
            {rows}
            {named_button(Weight::Secondary, name, "add-change")}
        }
        .into_any()
    }
}

fn change(
    shell: &Shell,
    sheet: &DecisionSheet,
    typed: &Form<DecisionDraft>,
    row: usize,
) -> AnyView {
    let lang = shell.lang;
    let change = typed.draft.changes.get(row).cloned().unwrap_or_default();
    let place = |field: &str| format!("changes-{row}-{field}");
    let error = |field: &str| typed.error(&place(field), lang);
    let choose = || std::iter::once(Choice::new("", Text::Choose.text(lang)));
    let decisions = sheet.others.iter().map(|other| {
        let name = format!("{} {}", super::section(&other.section), other.title);
        Choice::new(other.section.to_string(), name)
    });
    // One of another case and project, from which this one was begun.
    let is_other = sheet
        .others
        .iter()
        .all(|other| other.section.to_string() != change.section);
    let chosen = (is_other && !change.section.is_empty())
        .then(|| Choice::new(change.section.clone(), change.section.clone()));
    let effects = ChangeEffect::ALL
        .map(|effect| Choice::new(effect.code(), names::change_effect(effect, lang)));
    let legend = format!("{} {}", LifeText::Change.text(lang), row + 1);
    let fields = view! {
        <Select name=place("section") label=LifeText::EarlierDecision.text(lang)
            value=change.section choices=choose().chain(chosen).chain(decisions).collect()
            error=error("section")/>
        <Select name=place("effect") label=LifeText::Effect.text(lang) value=change.effect
            choices=choose().chain(effects).collect() error=error("effect")/>
    };
    row_group(
        shell,
        legend,
        &format!("remove-change-{row}"),
        fields.into_any(),
    )
}
