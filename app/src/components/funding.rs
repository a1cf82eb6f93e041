//! A funding plan: the table is the content, the bar above it a picture of it.

use domain::Lang;
use domain::view::public::PlanView;
use leptos::prelude::*;

/// The plan as a table, and as a bar where its parts can be compared.
pub fn funding(_plan: &PlanView, _lang: Lang) -> AnyView {
    ().into_any()
}
