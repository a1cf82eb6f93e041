//! Following decisions by e-mail: asking, and what the links of the mails lead to.
//!
//! Only a POST changes anything, since mail servers open links before people do. Nothing here sets
//! or reads a cookie: whoever has the key of a mail has the mail.

use app::address::{self, FOLLOW};
use app::pages::public::follow::{self as pages, Typed};
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{self, HeaderValue};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Lang;
use domain::publicity::Personal;
use domain::view::decision_list::DecisionFilter;
use register::Refusal;
use register::following::{self, Answer, FollowKey, Request};

use super::attachment::noindex;
use super::client::Client;
use super::form::Posted;
use super::page;
use super::public::{Asked, Filtered};
use super::state::Site;

/// What would be followed, and the form.
pub(super) async fn offer(asked: Asked, Filtered(filter): Filtered) -> Response {
    shown(&asked, &filter, StatusCode::OK, &Typed::default()).await
}

/// Asks to follow something. The answer is the same whether or not the address is known.
pub(super) async fn ask(asked: Asked, client: Client, posted: Posted) -> Response {
    let shell = asked.shell();
    let filter = filter(&posted);
    let email = posted.field("email");
    let mut typed = Typed {
        email: Personal::new(email.to_owned()),
        ..Typed::default()
    };
    if !shell.mail {
        return shown(&asked, &filter, StatusCode::SERVICE_UNAVAILABLE, &typed).await;
    }
    let request = Request {
        email: Personal::new(email),
        filter: &filter,
        lang: shell.lang,
        from: client.0,
    };
    match following::ask(asked.register(), &request).await {
        Ok(Answer::LookIntoMail) => {
            Redirect::to(&shell.link(address::FOLLOW_ASKED)).into_response()
        }
        Ok(Answer::TooMany) => {
            typed.too_many = true;
            shown(&asked, &filter, StatusCode::TOO_MANY_REQUESTS, &typed).await
        }
        Err(Refusal::Incomplete(findings)) => {
            typed.wrong = findings.iter().next().map(|finding| finding.code);
            shown(&asked, &filter, StatusCode::UNPROCESSABLE_ENTITY, &typed).await
        }
        Err(refusal) => page::refused(shell, &refusal),
    }
}

async fn shown(
    asked: &Asked,
    filter: &DecisionFilter,
    status: StatusCode,
    typed: &Typed,
) -> Response {
    let shell = asked.shell();
    match following::offer(asked.register(), filter).await {
        Ok(offer) => page::public(status, shell, |shell| pages::offer(shell, &offer, typed)),
        Err(refusal) => page::refused(shell, &refusal),
    }
}

/// That a mail is on its way.
pub(super) async fn asked_for(asked: Asked) -> Response {
    page::public(StatusCode::OK, asked.shell(), pages::asked)
}

/// That nothing is followed any more.
pub(super) async fn stopped(asked: Asked) -> Response {
    page::public(StatusCode::OK, asked.shell(), pages::stopped)
}

/// What the owner of a mail follows. Nothing changes by looking.
pub(super) async fn manage(asked: Asked, Path(key): Path<String>) -> Response {
    let shell = asked.shell();
    let lines = following::followed(asked.register(), &FollowKey::new(&*key)).await;
    kept_by_nobody(match lines {
        Ok(lines) => page::public(StatusCode::OK, shell, |shell| {
            pages::manage(shell, &key, &lines)
        }),
        Err(refusal) => missing(&asked, &refusal),
    })
}

/// Confirms or stops, as the button says.
pub(super) async fn change(asked: Asked, Path(key): Path<String>, posted: Posted) -> Response {
    let (register, shell) = (asked.register(), asked.shell());
    let (filter, secret) = (filter(&posted), FollowKey::new(&*key));
    let is_left = match posted.action() {
        "confirm" => following::confirm(register, &secret, &filter)
            .await
            .map(|()| true),
        "stop" => following::stop(register, &secret, &filter).await,
        "stop-all" => following::stop_all(register, &secret).await.map(|()| false),
        _ => Ok(true),
    };
    kept_by_nobody(match is_left {
        Ok(true) => Redirect::to(&shell.link(&address::followed(&key))).into_response(),
        Ok(false) => Redirect::to(&shell.link(address::FOLLOW_STOPPED)).into_response(),
        Err(refusal) => missing(&asked, &refusal),
    })
}

/// The way from a link that was meant for a machine to the page for people.
pub(super) async fn to_page(asked: Asked, Path(key): Path<String>) -> Response {
    kept_by_nobody(Redirect::to(&asked.shell().link(&address::followed(&key))).into_response())
}

/// One-click unsubscribe (RFC 8058): sent by a mail service, from no page of ours, with any body;
/// answered without a way on, which such services do not follow.
pub(super) async fn stop_at_once(
    State(site): State<Site>,
    Extension(lang): Extension<Lang>,
    Path(key): Path<String>,
) -> Response {
    let shell = page::shell(&site, lang, FOLLOW, None);
    kept_by_nobody(
        match following::stop_all(&site.register, &FollowKey::new(key)).await {
            Ok(()) => page::public(StatusCode::OK, &shell, pages::stopped),
            Err(refusal) => page::refused(&shell, &refusal),
        },
    )
}

fn missing(asked: &Asked, refusal: &Refusal) -> Response {
    match refusal {
        Refusal::NotFound => page::public(StatusCode::NOT_FOUND, asked.shell(), pages::unknown),
        other => page::refused(asked.shell(), other),
    }
}

/// The filter that a form carries.
fn filter(posted: &Posted) -> DecisionFilter {
    let pairs = posted.0.iter();
    DecisionFilter::from_pairs(pairs.map(|(name, value)| (&**name, &**value)))
}

/// Marks the answer at an address with a key: it is for one reader alone.
fn kept_by_nobody(mut response: Response) -> Response {
    noindex(&mut response);
    let no_store = HeaderValue::from_static("no-store");
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, no_store);
    response
}
