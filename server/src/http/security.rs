//! Headers of every answer, and the check that a form was sent from our own pages.

use app::pages::public::problem::Problem;
use axum::extract::{Request, State};
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::Response;

use super::page;
use super::state::Site;

/// Pages without any script: everything the public sees. What checks a site asks for `robots.txt`
/// from within a page.
const PUBLIC_POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; connect-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
);

/// Officials' pages, which load the islands' script and its WebAssembly from us and nothing else.
const DESK_POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
     style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
     frame-ancestors 'none'",
);

const FIXED: [(HeaderName, HeaderValue); 5] = [
    (
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    ),
    (
        header::REFERRER_POLICY,
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), geolocation=(), microphone=()"),
    ),
];

/// Adds the headers that every answer carries, errors too.
pub(super) async fn headers(State(site): State<Site>, request: Request, next: Next) -> Response {
    let desk = is_desk(request.uri().path());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.extend(FIXED);
    let policy = if desk { DESK_POLICY } else { PUBLIC_POLICY };
    // A file that is not ours has a stricter policy of its own.
    headers
        .entry(header::CONTENT_SECURITY_POLICY)
        .or_insert(policy);
    if desk {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if site.config.is_https() {
        let a_year = HeaderValue::from_static("max-age=31536000");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, a_year);
    }
    response
}

/// Whether an address belongs to officials, in any language.
pub(super) fn is_desk(path: &str) -> bool {
    let path = ["/sv", "/en"]
        .iter()
        .find_map(|prefix| {
            path.strip_prefix(prefix)
                .filter(|rest| rest.starts_with('/'))
        })
        .unwrap_or(path);
    ["/tyopoyta", "/kirjaudu"]
        .iter()
        .any(|own| path.starts_with(own))
}

/// Refuses a changing request that another site's page made the browser send.
///
/// Browsers name the sender in `Sec-Fetch-Site` or `Origin`. A request with neither does not come
/// from a page, so nobody's cookies were borrowed for it.
pub(super) async fn same_origin(
    State(site): State<Site>,
    request: Request,
    next: Next,
) -> Response {
    let changes = !matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    let lang_and_path = page::lang_and_path(request.uri());
    if changes
        && !is_one_click(lang_and_path.1)
        && !is_from_us(request.headers(), &site.config.public_url)
    {
        let (lang, path) = lang_and_path;
        let shell = page::shell(&site, lang, path, None);
        return page::problem(&shell, Problem::OtherSite);
    }
    next.run(request).await
}

/// Whether an address is that by which a mail service stops mail for its user (RFC 8058). It comes
/// from a page of nobody or of that service and needs no cookie: the key in it is the right to do it.
fn is_one_click(path: &str) -> bool {
    path.strip_prefix("/seuraa/")
        .and_then(|rest| rest.strip_suffix("/lopeta"))
        .is_some_and(|key| !key.is_empty() && !key.contains('/'))
}

fn is_from_us(headers: &HeaderMap, public_url: &str) -> bool {
    let text = |name: HeaderName| headers.get(name).map(HeaderValue::as_bytes);
    let site = text(HeaderName::from_static("sec-fetch-site"));
    let origin = text(header::ORIGIN);
    let from_us = |origin: &[u8]| {
        // Officials may also reach the process by the address it listens on.
        let host = text(header::HOST).unwrap_or_default();
        origin == public_url.as_bytes()
            || origin.strip_prefix(b"http://") == Some(host)
            || origin.strip_prefix(b"https://") == Some(host)
    };
    match (site, origin) {
        (Some(site), _) => site == b"same-origin" || site == b"none",
        (None, Some(origin)) => from_us(origin),
        (None, None) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_desk, is_from_us, is_one_click};
    use axum::http::{HeaderMap, HeaderValue};

    fn sent(pairs: &[(&'static str, &'static str)]) -> bool {
        let headers: HeaderMap = pairs
            .iter()
            .map(|(name, value)| (name.parse().unwrap(), HeaderValue::from_static(value)))
            .collect();
        is_from_us(&headers, "https://hankkeet.example")
    }

    #[test]
    fn a_form_from_another_site_is_refused() {
        assert!(!sent(&[("sec-fetch-site", "cross-site")]));
        assert!(!sent(&[("sec-fetch-site", "same-site")]));
        assert!(!sent(&[
            ("origin", "https://evil.example"),
            ("host", "hankkeet.example")
        ]));
        assert!(!sent(&[("origin", "null"), ("host", "hankkeet.example")]));
    }

    #[test]
    fn a_form_from_our_own_pages_is_taken() {
        assert!(sent(&[
            ("sec-fetch-site", "same-origin"),
            ("origin", "https://hankkeet.example")
        ]));
        assert!(sent(&[("origin", "https://hankkeet.example")]));
        assert!(sent(&[
            ("origin", "http://127.0.0.1:3000"),
            ("host", "127.0.0.1:3000")
        ]));
        assert!(sent(&[]));
    }

    #[test]
    fn one_click_unsubscribe_is_one_address() {
        assert!(is_one_click("/seuraa/a-key_1/lopeta"));
        for other in [
            "/seuraa",
            "/seuraa/a-key",
            "/seuraa//lopeta",
            "/seuraa/a/b/lopeta",
            "/tyopoyta/seuraa/a/lopeta",
        ] {
            assert!(!is_one_click(other), "{other}");
        }
    }

    #[test]
    fn officials_addresses_are_known_in_every_language() {
        for path in [
            "/tyopoyta",
            "/sv/tyopoyta/asiat/uusi",
            "/en/kirjaudu",
            "/kirjaudu/ulos",
        ] {
            assert!(is_desk(path), "{path}");
        }
        for path in [
            "/",
            "/paatokset",
            "/sv",
            "/svtyopoyta",
            "/hankkeet/tyopoyta",
        ] {
            assert!(!is_desk(path), "{path}");
        }
    }
}
