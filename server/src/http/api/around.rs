//! What stands around every address of the read API: who may read it, how often, and that every
//! refusal is told in one form, whichever layer made it.

use std::net::{IpAddr, Ipv4Addr};
use std::time::Instant;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::view::api::ApiProblem;

use super::problem::{Told, is_told};
use super::rate::{Left, WINDOW};
use crate::http::client;
use crate::http::security::is_desk;
use crate::http::state::Site;

/// What begins the addresses of the API; the page that tells of it has no slash.
const API: &str = "/rajapinta/";
/// The endings of files that pages of other sites may read too.
const OPEN_FILES: [&str; 5] = [".json", ".csv", ".xlsx", ".ics", ".atom"];
const METHODS: HeaderValue = HeaderValue::from_static("GET, HEAD, OPTIONS");
const EVERYBODY: HeaderValue = HeaderValue::from_static("*");
const EXPOSED: HeaderValue =
    HeaderValue::from_static("ETag, Link, RateLimit, RateLimit-Policy, Retry-After");
const A_DAY: HeaderValue = HeaderValue::from_static("86400");
const POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");
const LIMIT: HeaderName = HeaderName::from_static("ratelimit");

/// Answers for the read API; lets other requests through, and other sites' pages read open files.
pub(in crate::http) async fn around(
    State(site): State<Site>,
    request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path();
    if !path.starts_with(API) {
        let is_open = !is_desk(path) && OPEN_FILES.iter().any(|ending| path.ends_with(ending));
        let mut response = next.run(request).await;
        if is_open && response.status().is_success() {
            let headers = response.headers_mut();
            headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, EVERYBODY);
        }
        return response;
    }
    if *request.method() == Method::OPTIONS {
        return may_be_read();
    }
    let is_head = *request.method() == Method::HEAD;
    let public_url = &site.config.public_url;
    let proxies = &site.config.trusted_proxies;
    let address = client::sender(request.extensions(), request.headers(), proxies);
    // Without a connection, as in tests, all ask from one address.
    let address = address.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
    let left = site.api_limit.count(address, Instant::now());
    let mut response = match left {
        Some(Left {
            is_allowed: false, ..
        }) => Told::from(ApiProblem::TooManyRequests).answer(public_url),
        _ => told(next.run(request).await, public_url),
    };
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, EVERYBODY);
    headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
    if let Some(left) = left {
        say(headers, left, site.api_limit.per_window());
    }
    if is_head {
        *response.body_mut() = Body::empty();
    }
    response
}

/// What a browser is told that asks whether another site's page may read.
fn may_be_read() -> Response {
    let headers = [
        (header::ALLOW, METHODS),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, EVERYBODY),
        (header::ACCESS_CONTROL_ALLOW_METHODS, METHODS),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, EVERYBODY),
        (header::ACCESS_CONTROL_MAX_AGE, A_DAY),
    ];
    (StatusCode::NO_CONTENT, headers).into_response()
}

/// The same answer, a refusal in the form that programs read.
fn told(response: Response, public_url: &str) -> Response {
    let status = response.status();
    let is_refusal = status.is_client_error() || status.is_server_error();
    if !is_refusal || is_told(&response) {
        return response;
    }
    let problem = ApiProblem::of_status(status.as_u16());
    let mut problem = Told::from(problem).answer_with(status, public_url);
    if let Some(allow) = response.headers().get(header::ALLOW) {
        problem.headers_mut().insert(header::ALLOW, allow.clone());
    }
    problem
}

/// Says what is left to the address (draft-ietf-httpapi-ratelimit-headers).
fn say(headers: &mut HeaderMap, left: Left, per_window: u32) {
    let policy = format!("\"default\";q={per_window};w={WINDOW}");
    let limit = format!("\"default\";r={};t={}", left.requests, left.seconds);
    for (name, value) in [(POLICY, policy), (LIMIT, limit)] {
        if let Ok(value) = HeaderValue::try_from(value) {
            headers.insert(name, value);
        }
    }
    if !left.is_allowed {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(left.seconds));
    }
}
