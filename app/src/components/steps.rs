//! How the last day of an appeal period was computed, step by step.

use calendar::AppealPeriod;
use domain::Lang;
use leptos::prelude::*;
use wording::period::{self, Explained};

use super::date::weekday_date;

/// Each step with its day, its reason and its provision.
pub fn steps(of: &AppealPeriod, lang: Lang) -> AnyView {
    let steps = period::explained(of, lang).into_iter();
    let steps = steps.map(|step| step_view(step, lang));
    view! { <ol class="steps">{steps.collect_view()}</ol> }.into_any()
}

fn step_view(step: Explained, lang: Lang) -> AnyView {
    let statute = step
        .statute
        .map(|statute| view! { <span class="steps__statute">" (" {statute} ")"</span> });
    view! {
        <li class="steps__step">
            <span class="steps__day">{weekday_date(step.day, lang)}</span>
            <span class="steps__reason">{step.sentence} {statute}</span>
        </li>
    }
    .into_any()
}
