//! Checking a document that was handed out, by the code printed on it.

use app::address;
use app::pages::public::check as page_of;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use register::{Refusal, views};
use serde::Deserialize;

use super::attachment::noindex;
use super::page;
use super::public::Asked;

/// What the form sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    tunniste: String,
}

/// The form, or the way to what a typed code confirms.
pub(super) async fn form(asked: Asked, typed: Result<Query<Typed>, QueryRejection>) -> Response {
    let typed = typed.map(|Query(typed)| typed.tunniste).unwrap_or_default();
    let code = spelled(&typed);
    if code.is_empty() {
        return page::public(StatusCode::OK, asked.shell(), page_of::form);
    }
    let shell = asked.shell();
    Redirect::to(&shell.link(&address::confirmation(&code))).into_response()
}

/// What a code confirms; the same answer for every code that is of no document.
pub(super) async fn confirm(asked: Asked, Path(typed): Path<String>) -> Response {
    let shell = asked.shell();
    let mut response = match views::public::confirmed(asked.register(), &spelled(&typed)).await {
        Ok(confirmed) => page::public(StatusCode::OK, shell, |shell| {
            page_of::confirmed(shell, &confirmed)
        }),
        Err(Refusal::NotFound) => page::public(StatusCode::NOT_FOUND, shell, page_of::unknown),
        Err(refusal) => page::refused(shell, &refusal),
    };
    noindex(&mut response);
    response
}

/// A code as it is printed, however it was typed: capitals and digits in groups of four. More signs
/// than a code has say nothing.
fn spelled(typed: &str) -> String {
    const SIGNS: usize = 12;
    let signs: Vec<char> = typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|sign| sign.to_ascii_uppercase())
        .take(SIGNS + 1)
        .collect();
    let groups: Vec<String> = signs
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect();
    groups.join("-")
}

#[cfg(test)]
mod tests {
    use super::spelled;

    #[test]
    fn a_code_is_read_however_it_was_typed() {
        for typed in ["abcd-efgh-2345", "ABCDEFGH2345", " abcd efgh 2345 "] {
            assert_eq!(spelled(typed), "ABCD-EFGH-2345", "{typed}");
        }
        assert_eq!(spelled("../<x>"), "X");
        assert_eq!(spelled(&"a".repeat(1_000)).len(), 16);
    }
}
