//! Withdrawing a draft.

use domain::view::desk::DecisionSheet;
use leptos::prelude::*;
use wording::desk::life::LifeText;

use super::page as decision_page;
use crate::components::text_area::TextArea;
use crate::pages::desk::address;
use crate::pages::desk::form::{Form, GivingBack};
use crate::pages::desk::frame::{Weight, form, named_button};
use crate::shell::Shell;

/// Why it is withdrawn, and what that means.
pub fn page(shell: &Shell, sheet: &DecisionSheet, typed: &Form<GivingBack>) -> AnyView {
    let lang = shell.lang;
    let name = LifeText::Abandon.text(lang);
    let fields = view! {
        <TextArea name="reason" label=LifeText::Remark.text(lang)
            value=typed.draft.reason.clone() rows=3 error=typed.error("reason", lang)/>
        {named_button(Weight::Primary, name, "abandon")}
    };
    let body = view! {
        <p>{LifeText::AbandonMeans.text(lang)}</p>
        {form(shell, &address::abandon(sheet.decision.id), typed, fields)}
    };
    decision_page(shell, sheet, name)
        .of_form(shell, typed)
        .view(shell, body)
}
