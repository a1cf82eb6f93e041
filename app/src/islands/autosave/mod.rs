//! Keeps what is typed into a draft, every twenty seconds while something was typed, beside the
//! draft and never in it; and shows who else has the draft open.
//!
//! Without scripts nothing is kept before it is saved, and who else has the draft open is known
//! from when the form was opened.

mod send;

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

/// How often what was typed is kept.
const EVERY: Duration = Duration::from_secs(20);

/// Keeps the fields of the draft's form at an address. The answer's first line says that they were
/// kept, each further one who else has the draft open; `lost` is said where there is no answer.
///
/// Without an address nothing is kept: text that was kept before and is offered would be lost.
#[island]
pub fn Autosave(address: Option<String>, others: Vec<String>, lost: String) -> impl IntoView {
    let said = RwSignal::new(String::new());
    let others = RwSignal::new(others);
    Effect::new(move |_| {
        let Some(address) = address.clone() else {
            return;
        };
        let typed = Rc::new(Cell::new(false));
        let noted = Rc::clone(&typed);
        let listener = window_event_listener(leptos::ev::input, move |_| noted.set(true));
        let lost = lost.clone();
        let round = set_interval_with_handle(
            move || {
                if typed.replace(false) {
                    let (lost, again) = (lost.clone(), Rc::clone(&typed));
                    send::form(&address, move |answer| {
                        if let Some(answer) = answer {
                            let mut lines = answer.lines().map(str::to_owned);
                            said.set(lines.next().unwrap_or_default());
                            others.set(lines.collect());
                        } else {
                            again.set(true);
                            said.set(lost.clone());
                        }
                    });
                }
            },
            EVERY,
        );
        on_cleanup(move || {
            listener.remove();
            if let Ok(round) = round {
                round.clear();
            }
        });
    });
    let present = move || {
        let lines = others.get().into_iter();
        lines
            .map(|line| view! { <p class="notice notice--warning">{line}</p> })
            .collect_view()
    };
    view! {
        <div class="autosave">
            <div role="status">{present}</div>
            <p class="autosave__said" role="status">{move || said.get()}</p>
        </div>
    }
}
