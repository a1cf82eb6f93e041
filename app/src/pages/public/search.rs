//! A field for words alone, which leads to a list.

use leptos::prelude::*;
use wording::public::ListText;

use crate::components::field::{Field, FieldKind};
use crate::shell::Shell;

/// The form of a list that takes words, empty.
pub(super) fn search(shell: &Shell, list: &'static str, label: ListText) -> AnyView {
    search_again(shell, list, label, "")
}

/// The same with the words that were looked for.
pub(super) fn search_again(
    shell: &Shell,
    list: &'static str,
    label: ListText,
    words: &str,
) -> AnyView {
    let lang = shell.lang;
    let hint =
        (list == crate::address::DECISIONS).then(|| ListText::SearchHint.text(lang).to_owned());
    view! {
        <form class="filter" role="search" method="get" action=shell.link(list)>
            <div class="filter__words">
                <Field name="q" label=label.text(lang) value=words kind=FieldKind::Search hint=hint/>
            </div>
            <button class="govuk-button" type="submit">{ListText::SearchButton.text(lang)}</button>
        </form>
    }
    .into_any()
}
