//! Amounts of euros, known and unknown.

use domain::Lang;
use domain::funding::Total;
use domain::money::Money;
use domain::view::funding::Planned;
use leptos::prelude::*;
use wording::desk::funding as words;
use wording::format;

/// An amount: `2 500,00 €`.
pub fn money(amount: Money, lang: Lang) -> AnyView {
    view! { <span class="money">{format::euros(amount, lang)}</span> }.into_any()
}

/// An amount that may be unknown, which is said and never shown as 0.
pub fn money_or_unknown(amount: Option<Money>, lang: Lang) -> AnyView {
    amount.map_or_else(|| unknown(lang), |amount| money(amount, lang))
}

/// A sum some of whose parts may be unknown.
pub fn total(total: Total, lang: Lang) -> AnyView {
    match total {
        Total::Unknown => unknown(lang),
        Total::Known(_) | Total::AtLeast(_) => {
            view! { <span class="money">{format::total(total, lang)}</span> }.into_any()
        }
    }
}

/// A sum of plans with how many amounts of it nobody knows; it may break between the two.
pub fn planned(sum: Planned, lang: Lang) -> AnyView {
    view! { <span class="money-and-unknown">{words::planned(sum, lang)}</span> }.into_any()
}

/// What stands where the register does not know.
pub fn unknown(lang: Lang) -> AnyView {
    view! { <span class="unknown">{format::unknown(lang)}</span> }.into_any()
}
