//! Keeps what was typed where a form cannot be taken though nothing is wrong with it: the session
//! has ended, or the database does not answer.

use app::pages::desk::kept::{self, Kept, Why};
use app::shell::Shell;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use domain::Lang;

use super::state::Site;
use super::{BODY_LIMIT, page, sign_in};
use app::pages::public::problem::Problem;

/// The mark of an answer that did not take the form, and its reason.
#[derive(Clone)]
pub(super) enum NotTaken {
    /// Nobody is signed in any more.
    SignedOut {
        /// The address of the form, with its language prefix.
        next: String,
    },
    /// The database did not answer; the shell of the page that says so.
    Unavailable(Box<Shell>),
}

/// Answers a form that was not taken with what was typed in it.
///
/// That it was sent from our own pages was looked at before; so was its size.
pub(super) async fn keep(State(site): State<Site>, request: Request, next: Next) -> Response {
    if *request.method() != Method::POST || !is_form(&request) {
        return next.run(request).await;
    }
    let lang = request.extensions().get::<Lang>().copied();
    let lang = lang.unwrap_or_default();
    let address = request.uri().path().to_owned();
    let (parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, BODY_LIMIT).await else {
        let shell = page::shell(&site, lang, &address, None);
        return page::problem(&shell, Problem::TooLarge);
    };
    let request = Request::from_parts(parts, Body::from(bytes.clone()));
    let mut response = next.run(request).await;
    let Some(why) = response.extensions_mut().remove::<NotTaken>() else {
        return response;
    };
    let fields = form_urlencoded::parse(&bytes).into_owned().collect();
    let fields = kept::kept(fields);
    if !kept::holds_text(&fields) {
        return response;
    }
    match why {
        NotTaken::SignedOut { next } => sign_in::with_form(&site, lang, &next, &fields),
        NotTaken::Unavailable(shell) => {
            let kept = Kept {
                why: Why::Unavailable,
                address,
                fields,
            };
            let status = StatusCode::SERVICE_UNAVAILABLE;
            page::desk(status, &shell, |shell| kept::page(shell, &kept))
        }
    }
}

fn is_form(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE);
    let kind = kind.and_then(|value| value.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"))
}
