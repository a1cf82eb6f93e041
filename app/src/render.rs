//! From a page to the text of its answer.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;

const DOCTYPE: &str = "<!DOCTYPE html>";

/// Renders a public page: no island, so nothing for a browser to start.
pub fn public(page: impl FnOnce() -> AnyView) -> String {
    under(Owner::new_root(None), page)
}

/// Renders an officials' page, whose islands start in the browser.
pub fn desk(page: impl FnOnce() -> AnyView) -> String {
    let islands = Arc::new(SsrSharedContext::new_islands());
    under(Owner::new_root(Some(islands)), page)
}

fn under(owner: Owner, page: impl FnOnce() -> AnyView) -> String {
    let html = owner.with(|| page().to_html());
    // What the views own goes with the page.
    owner.cleanup();
    format!("{DOCTYPE}{html}")
}
