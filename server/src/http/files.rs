//! The embedded files of the site, in the encoding the browser takes.

use axum::extract::Path;
use axum::http::header::{self, HeaderValue};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::encoding::Encoding;
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
    // A file that would be no shorter has one form only.
    let taken = Encoding::taken(headers);
    let made = match taken {
        Encoding::Brotli => asset.brotli,
        Encoding::Gzip => asset.gzip,
        Encoding::Identity => None,
    };
    let (encoding, bytes) = match made {
        Some(bytes) => (taken, bytes),
        None => (Encoding::Identity, asset.bytes),
    };
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(asset.content_type),
    );
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding.name() {
        headers.insert(header::CONTENT_ENCODING, encoding);
    }
    response
}

#[cfg(test)]
mod tests {
    use axum::body::to_bytes;

    use super::*;

    const FILE: Asset = Asset {
        name: "main.css",
        path: "main.0123456789abcdef.css",
        address: "/assets/main.0123456789abcdef.css",
        content_type: "text/css",
        bytes: b"whole",
        brotli: Some(b"br"),
        gzip: Some(b"gz"),
    };

    #[tokio::test]
    async fn a_file_is_sent_in_the_encoding_that_is_taken_and_says_that_it_varies() {
        static FILE_OF_TEST: Asset = FILE;
        for (accepted, encoding, body) in [
            ("br, gzip", Some("br"), "br"),
            ("gzip", Some("gzip"), "gz"),
            ("", None, "whole"),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(accepted));
            let response = encoded(&FILE_OF_TEST, &headers);
            let sent = response.headers().get(header::CONTENT_ENCODING).cloned();
            assert_eq!(sent, encoding.map(HeaderValue::from_static), "{accepted}");
            assert_eq!(response.headers()[header::VARY], "accept-encoding");
            let bytes = to_bytes(response.into_body(), 100).await.unwrap();
            assert_eq!(bytes, body, "{accepted}");
        }
    }
}
