//! Buttons above a text area that type its markup at the selection.
//!
//! Without scripts they are not there: the markup is typed by hand, as its hint says, and the
//! preview shows what comes of it.

mod edit;

use std::sync::Arc;

use domain::Lang;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::{Event, HtmlTextAreaElement};
use wording::desk::drafting::DraftingText;

use self::edit::{Edited, Tool, Words, edit};

/// The buttons of the text area whose id is `target`; `label` names them together.
#[island]
pub fn EditorButtons(target: String, label: String, lang: Lang) -> impl IntoView {
    let target: Arc<str> = target.into();
    let started = RwSignal::new(false);
    Effect::new(move |_| started.set(true));
    let buttons = Tool::ALL.map(|tool| {
        let of = Arc::clone(&target);
        view! {
            <button class="editor__button" type="button" aria-controls=target.to_string()
                on:click=move |_| use_tool(&of, tool, lang)>
                {tool.name().text(lang)}
            </button>
        }
    });
    view! {
        <div class="editor" role="group" aria-label=label hidden=move || !started.get()>
            {buttons.into_iter().collect_view()}
        </div>
    }
}

/// Edits the text of an area at its selection, and gives the focus back to it.
fn use_tool(target: &str, tool: Tool, lang: Lang) {
    let element = document().get_element_by_id(target);
    let Some(area) = element.and_then(|found| found.dyn_into::<HtmlTextAreaElement>().ok()) else {
        return;
    };
    let at = |position: Result<Option<u32>, _>| position.ok().flatten().unwrap_or_default();
    let selected = (at(area.selection_start()), at(area.selection_end()));
    let words = Words {
        link: DraftingText::ToolLink.text(lang),
        column: DraftingText::ToolHeading.text(lang),
    };
    let Edited { text, from, to } = edit(tool, &area.value(), selected, words);
    area.set_value(&text);
    // The area is there and shown, so that neither of these can fail.
    let _ = area.focus();
    let _ = area.set_selection_range(from, to);
    // What a button types is typed: whoever keeps what is typed listens at the window.
    if let Ok(typed) = Event::new("input") {
        let _ = window().dispatch_event(&typed);
    }
}
