//! Facts about one thing, as a list of names and values.

use leptos::prelude::*;

/// A fact.
pub struct Fact {
    name: String,
    value: AnyView,
}

impl Fact {
    /// A fact.
    pub fn new(name: impl Into<String>, value: impl IntoView + 'static) -> Self {
        Self {
            name: name.into(),
            value: value.into_any(),
        }
    }
}

/// Facts below each other, the names at the side where there is room.
pub fn summary(facts: Vec<Fact>) -> AnyView {
    let facts = facts.into_iter().map(|fact| {
        view! {
            <div class="summary__row">
                <dt class="summary__name">{fact.name}</dt>
                <dd class="summary__value">{fact.value}</dd>
            </div>
        }
    });
    view! { <dl class="summary">{facts.collect_view()}</dl> }.into_any()
}
