//! The browser entry: starts the islands of `app` and nothing else.

use app as _; // Keeps the islands' exports in the linked module.

/// Starts every island on the page.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}
