//! Signing in and out.

use app::address::{DESK, FRONT, in_lang};
use app::pages::desk::form::{Form, SignIn};
use app::pages::desk::sign_in;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::http::header::{self, HeaderValue, InvalidHeaderValue};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Lang;
use domain::finding::{Finding, FindingCode};
use register::sessions;

use super::form::Posted;
use super::state::Site;
use super::{page, session};

/// The form. `next` in its address says where the official wanted to go.
pub(super) async fn show(
    State(site): State<Site>,
    Extension(lang): Extension<Lang>,
    RawQuery(query): RawQuery,
) -> Response {
    let query = query.unwrap_or_default();
    let next = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "next");
    let next = next.and_then(|(_, next)| session::local(&next).map(str::to_owned));
    let draft = SignIn {
        email: String::new(),
        next: next.unwrap_or_default(),
    };
    form(&site, lang, StatusCode::OK, &Form::new(draft, 0, ""))
}

/// Begins a session with a token of its own, and ends the one that the browser had.
pub(super) async fn sign_in(
    State(site): State<Site>,
    Extension(lang): Extension<Lang>,
    headers: HeaderMap,
    posted: Posted,
) -> Response {
    let typed = SignIn::from_pairs(&posted.0);
    match sessions::sign_in(&site.register, &typed.email, posted.field("password")).await {
        Ok(signed_in) => {
            let is_https = site.config.is_https();
            if let Some(old) = session::token(&headers, is_https)
                && let Err(error) = sessions::sign_out(&site.register, &old).await
            {
                tracing::warn!("the session before could not be ended: {error}");
            }
            let desk = in_lang(lang, DESK);
            let next = session::local(&typed.next).unwrap_or(&desk);
            with_cookie(session::begun(&signed_in.token, is_https), next)
        }
        Err(refused) => match session::wrong(refused) {
            Ok(code) => wrong(&site, lang, typed, code),
            Err(failure) => page::refused(&shell(&site, lang), &failure),
        },
    }
}

/// The form again; who guesses is told to wait.
fn wrong(site: &Site, lang: Lang, typed: SignIn, code: FindingCode) -> Response {
    let again = Form::new(typed, 0, "").refused(Finding::at("password", code).into());
    if code != FindingCode::TooManyAttempts {
        return form(site, lang, StatusCode::UNPROCESSABLE_ENTITY, &again);
    }
    let mut response = form(site, lang, StatusCode::TOO_MANY_REQUESTS, &again);
    let wait = HeaderValue::from(sessions::WAIT.whole_seconds());
    response.headers_mut().insert(header::RETRY_AFTER, wait);
    response
}

/// Ends the session on the server and in the browser. Without one there is nothing to end.
pub(super) async fn sign_out(
    State(site): State<Site>,
    Extension(lang): Extension<Lang>,
    headers: HeaderMap,
) -> Response {
    let is_https = site.config.is_https();
    if let Some(token) = session::token(&headers, is_https)
        && let Err(error) = sessions::sign_out(&site.register, &token).await
    {
        return page::refused(&shell(&site, lang), &error.into());
    }
    with_cookie(session::ended(is_https), &in_lang(lang, FRONT))
}

fn form(site: &Site, lang: Lang, status: StatusCode, form: &Form<SignIn>) -> Response {
    page::desk(status, &shell(site, lang), |shell| {
        sign_in::page(shell, form)
    })
}

fn shell(site: &Site, lang: Lang) -> app::shell::Shell {
    page::shell(site, lang, app::address::SIGN_IN, None)
}

fn with_cookie(cookie: Result<HeaderValue, InvalidHeaderValue>, next: &str) -> Response {
    match cookie {
        Ok(cookie) => ([(header::SET_COOKIE, cookie)], Redirect::to(next)).into_response(),
        // A token is letters and digits.
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
