//! Conditional requests: an `ETag` for each encoding of an answer, and 304 where it still holds.

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header::{self, HeaderValue};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

/// The mark of an answer that is sent while it is made, which has no tag.
#[derive(Clone, Copy)]
pub(super) struct Streamed;

/// Marks a whole answer with the hash of its bytes. Stands inside compression.
pub(super) async fn mark(request: Request, next: Next) -> Response {
    let asked = matches!(*request.method(), Method::GET | Method::HEAD);
    let response = next.run(request).await;
    let is_streamed = response.extensions().get::<Streamed>().is_some();
    let markable = asked
        && !is_streamed
        && response.status() == StatusCode::OK
        && !response.headers().contains_key(header::ETAG)
        && !response.headers().contains_key(header::SET_COOKIE);
    if !markable {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    // Handlers answer from memory, so the body is complete and cannot fail.
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let hash = Sha256::digest(&bytes);
    let tag = hex::encode(&hash[..12]);
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{tag}\"")) {
        parts.headers.insert(header::ETAG, tag);
    }
    parts
        .headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-cache"));
    Response::from_parts(parts, Body::from(bytes))
}

/// Names the encoding in the tag and answers 304 to who already has it. Stands outside compression
/// and the cache, which keep whole answers.
///
/// HEAD is answered as GET, and then loses its body: a tag made of an absent body would be the same
/// for every state of a page.
pub(super) async fn negotiate(request: Request, next: Next) -> Response {
    if *request.method() == Method::HEAD {
        let mut request = request;
        *request.method_mut() = Method::GET;
        let mut response = conditional(request, next).await;
        *response.body_mut() = Body::empty();
        return response;
    }
    conditional(request, next).await
}

async fn conditional(request: Request, next: Next) -> Response {
    let held = request.headers().get(header::IF_NONE_MATCH).cloned();
    let mut response = next.run(request).await;
    let Some(tag) = encoded_tag(response.headers()) else {
        return response;
    };
    let still_held = held
        .as_ref()
        .and_then(|held| held.to_str().ok())
        .is_some_and(|held| held == "*" || held.split(',').any(|one| weak(one) == weak(&tag)));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    if still_held {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        *response.body_mut() = Body::empty();
        for name in [
            header::CONTENT_LENGTH,
            header::CONTENT_TYPE,
            header::CONTENT_ENCODING,
        ] {
            response.headers_mut().remove(name);
        }
    }
    response
}

/// The tag with its encoding, e.g. `"0123abcd-br"`.
fn encoded_tag(headers: &HeaderMap) -> Option<String> {
    let tag = weak(headers.get(header::ETAG)?.to_str().ok()?)
        .trim_matches('"')
        .to_owned();
    let encoding = headers
        .get(header::CONTENT_ENCODING)
        .and_then(|value| value.to_str().ok());
    Some(match encoding {
        Some(encoding) => format!("\"{tag}-{encoding}\""),
        None => format!("\"{tag}\""),
    })
}

/// A tag without the sign of weakness, which comparison of GET requests ignores.
fn weak(tag: &str) -> &str {
    let tag = tag.trim();
    tag.strip_prefix("W/").unwrap_or(tag)
}
