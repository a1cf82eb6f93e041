//! Everything that is wrong with a form, before its heading.

use domain::Lang;
use leptos::prelude::*;
use wording::public::Site;

/// Every error with a link to its field; nothing where there is none.
///
/// Each error is the place of a finding, which is the id of its field, and its sentence.
pub fn error_summary(errors: Vec<(String, String)>, lang: Lang) -> Option<AnyView> {
    if errors.is_empty() {
        return None;
    }
    let items = errors.into_iter().map(|(place, sentence)| {
        view! { <li><a href=format!("#{place}")>{sentence}</a></li> }
    });
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
