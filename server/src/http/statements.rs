//! The accessibility statement and what is said of personal data.

use app::pages::public::statements as pages;
use axum::http::StatusCode;
use axum::response::Response;
use register::sessions;
use wording::public::statements::SessionHours;

use super::page;
use super::public::Asked;

pub(super) async fn accessibility(asked: Asked) -> Response {
    page::public(StatusCode::OK, asked.shell(), pages::of_accessibility)
}

/// What it says of sessions is what the register does.
pub(super) async fn privacy(asked: Asked) -> Response {
    let session = SessionHours {
        longest: sessions::LONGEST.whole_hours(),
        idle: sessions::IDLE.whole_hours(),
    };
    page::public(StatusCode::OK, asked.shell(), |shell| {
        pages::of_privacy(shell, session)
    })
}
