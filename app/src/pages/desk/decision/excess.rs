//! Promises beyond what the council gave at the binding level, with their reason.

use domain::check::Excess;
use domain::view::budget::OverrideLine;
use domain::view::desk::DecisionSheet;
use leptos::prelude::*;
use wording::desk::budget::{BudgetText, excess};
use wording::format;

use crate::components::notice::{Notice, Tone};
use crate::components::text_area::TextArea;
use crate::pages::desk::form::Form;
use crate::shell::Shell;

/// What would be exceeded, and the field for the reason; nothing where nothing would.
pub(super) fn reason<D>(
    shell: &Shell,
    excesses: &[Excess],
    typed: &Form<D>,
    value: &str,
) -> Option<AnyView> {
    let lang = shell.lang;
    let error = typed.error("excess_reason", lang);
    let items = excesses
        .iter()
        .map(|of| view! { <li>{excess(of, lang)}</li> });
    let items = items.collect_view();
    let notice = (!excesses.is_empty()).then(|| {
        view! { <Notice tone=Tone::Warning><ul>{items}</ul></Notice> }
    });
    (error.is_some() || notice.is_some()).then(|| {
        view! {
            {notice}
            <TextArea name="excess_reason" label=BudgetText::ExcessReason.text(lang)
                value=value.to_owned() rows=3
                hint=BudgetText::ExcessReasonHint.text(lang).to_owned() error=error/>
        }
        .into_any()
    })
}

/// The excesses that a decision was signed or recorded with.
pub(super) fn accepted(shell: &Shell, sheet: &DecisionSheet) -> Option<AnyView> {
    let items = sheet.overrides.iter().map(|of| line(shell, of));
    let items = items.collect_view();
    (!sheet.overrides.is_empty())
        .then(|| view! { <Notice tone=Tone::Warning><ul>{items}</ul></Notice> }.into_any())
}

fn line(shell: &Shell, of: &OverrideLine) -> AnyView {
    let lang = shell.lang;
    let when = format::date(of.recorded_at.date(), lang);
    view! {
        <li>
            {excess(&of.excess, lang)} ". " {of.office.clone()} ", " {when} ": "
            <span class="lines">{of.reason.clone()}</span>
        </li>
    }
    .into_any()
}
