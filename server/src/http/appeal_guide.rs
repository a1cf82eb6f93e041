//! How to appeal, and the calculator of periods.

use app::pages::public::appeal_guide as page_of;
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;
use domain::view::appeal_guide::{AppealGuide, PeriodAnswer, PeriodQuestion};

use super::page;
use super::public::Asked;

/// The explanation with the engine's answer to what the address asks. No query is refused: what
/// cannot be read is said beside its field.
pub(super) async fn show(asked: Asked, RawQuery(query): RawQuery) -> Response {
    let query = query.unwrap_or_default();
    let pairs: Vec<_> = form_urlencoded::parse(query.as_bytes()).collect();
    let pairs = pairs.iter().map(|(name, value)| (&**name, &**value));
    let shell = asked.shell();
    let guide = AppealGuide::new(
        PeriodQuestion::from_pairs(pairs),
        asked.register().offices(),
        shell.frame.now.date(),
    );
    let status = match guide.answer {
        PeriodAnswer::Unreadable(_) => StatusCode::UNPROCESSABLE_ENTITY,
        PeriodAnswer::NotAsked | PeriodAnswer::NotComputable(_) | PeriodAnswer::Period(_) => {
            StatusCode::OK
        }
    };
    page::public(status, shell, |shell| page_of::page(shell, &guide))
}
