//! The embedded files of the site, in the encoding the browser takes.

use axum::extract::Path;
use axum::http::header::{self, HeaderValue};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::assets::{self, Asset};

/// The path carries a hash of the content, so an answer holds for ever.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

pub(super) async fn file(Path(path): Path<String>, headers: HeaderMap) -> Response {
    match assets::find(&path) {
        Some(asset) => {
            let mut response = encoded(asset, &headers);
            response
                .headers_mut()
                .insert(header::CACHE_CONTROL, FOR_EVER);
            response
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn encoded(asset: &'static Asset, headers: &HeaderMap) -> Response {
    let accepted = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok());
    let accepts = |encoding: &str| {
        accepted
            .is_some_and(|accepted| accepted.split([',', ';']).any(|one| one.trim() == encoding))
    };
    let brotli = asset
        .brotli
        .filter(|_| accepts("br"))
        .map(|bytes| ("br", bytes));
    let gzip = || {
        asset
            .gzip
            .filter(|_| accepts("gzip"))
            .map(|bytes| ("gzip", bytes))
    };
    let (encoding, bytes) = match brotli.or_else(gzip) {
        Some((encoding, bytes)) => (Some(encoding), bytes),
        None => (None, asset.bytes),
    };
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(asset.content_type),
    );
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}
