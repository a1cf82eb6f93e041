//! Days and moments that machines can read too.

use domain::Lang;
use leptos::prelude::*;
use time::{Date, PrimitiveDateTime};
use wording::format;

/// A day: `8.9.2023`.
pub fn date(day: Date, lang: Lang) -> AnyView {
    view! { <time datetime=day.to_string()>{format::date(day, lang)}</time> }.into_any()
}

/// A day with its weekday: `pe 8.9.2023`.
pub fn weekday_date(day: Date, lang: Lang) -> AnyView {
    view! { <time datetime=day.to_string()>{format::weekday_date(day, lang)}</time> }.into_any()
}

/// A moment of Helsinki time: `8.9.2023 klo 15.00`.
pub fn moment(at: PrimitiveDateTime, lang: Lang) -> AnyView {
    let machine = format!(
        "{}T{:02}:{:02}",
        at.date(),
        at.time().hour(),
        at.time().minute()
    );
    view! { <time datetime=machine>{format::moment(at, lang)}</time> }.into_any()
}
