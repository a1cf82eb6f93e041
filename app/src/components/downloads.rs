//! The files of a list, each of the same rows as the page.

use leptos::prelude::*;
use wording::public::OpenText;

use crate::shell::Shell;

/// Links to the forms of a list: `address` is that of the list, `query` narrows it, with its
/// question mark, or is empty.
pub fn downloads(shell: &Shell, heading: OpenText, address: &str, query: &str) -> AnyView {
    let lang = shell.lang;
    let of_csv = if query.is_empty() {
        "?muoto=excel".to_owned()
    } else {
        format!("{query}&muoto=excel")
    };
    let files = [
        (OpenText::Csv, "csv", query),
        (OpenText::CsvForSpreadsheets, "csv", &of_csv),
        (OpenText::Xlsx, "xlsx", query),
        (OpenText::Json, "json", query),
    ];
    let files = files.map(|(text, ending, query)| {
        let href = shell.link(&format!("{address}.{ending}{query}"));
        view! { <li><a href=href>{text.text(lang)}</a></li> }
    });
    view! {
        <div class="on-screen">
            <h3>{heading.text(lang)}</h3>
            <ul>{files.into_iter().collect_view()}</ul>
        </div>
    }
    .into_any()
}
