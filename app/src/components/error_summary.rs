//! Everything that is wrong with a form, before its heading.

use domain::Lang;
use leptos::prelude::*;
use wording::public::Site;

/// Every error with a link to where it is mended; nothing where there is none.
///
/// Each error is that address, most often of a field of the page (`#title`), and its sentence.
pub fn error_summary(errors: Vec<(String, String)>, lang: Lang) -> Option<AnyView> {
    if errors.is_empty() {
        return None;
    }
    let items = errors
        .into_iter()
        .map(|(address, sentence)| view! { <li><a href=address>{sentence}</a></li> });
    let items = items.collect_view();
    Some(
        view! {
            <div class="govuk-error-summary" tabindex="-1">
                <div role="alert">
                    <h2 class="govuk-error-summary__title">{Site::CheckTheForm.text(lang)}</h2>
                    <div class="govuk-error-summary__body">
                        <ul class="govuk-list govuk-error-summary__list">{items}</ul>
                    </div>
                </div>
            </div>
        }
        .into_any(),
    )
}
