//! What search engines and other machines are told: `robots.txt` and the site map.

use axum::extract::{Path, State};
use axum::http::header::{self, HeaderValue};
use axum::response::{IntoResponse, Response};
use documents::sitemap::{self as made, Indexed};
use domain::Lang;
use register::{Refusal, sitemap};

use super::page;
use super::state::Site;
use super::table::pages_without_parts;

const XML: HeaderValue = HeaderValue::from_static("application/xml; charset=utf-8");
const TEXT: HeaderValue = HeaderValue::from_static("text/plain; charset=utf-8");
/// The part of the pages that stand whatever is published.
const PAGES: &str = "sivut.xml";

/// What is not for machines: officials' pages, and lists narrowed in every way, whose decisions the
/// site map has.
const CLOSED: [&str; 4] = ["/kirjaudu", "/tyopoyta", "/paatokset?", "/hankkeet?"];

/// Which pages machines may ask for.
pub(super) async fn robots(State(site): State<Site>) -> Response {
    let mut lines = vec!["User-agent: *".to_owned()];
    for lang in Lang::ALL {
        let closed = CLOSED.iter();
        lines.extend(closed.map(|path| format!("Disallow: {}{path}", lang.prefix())));
    }
    let public_url = site.config.public_url.trim_end_matches('/');
    lines.push(format!("Sitemap: {public_url}/sitemap.xml"));
    let text = format!("{}\n", lines.join("\n"));
    ([(header::CONTENT_TYPE, TEXT)], text).into_response()
}

/// The parts of the site map.
pub(super) async fn index(State(site): State<Site>) -> Response {
    let parts = sitemap::parts(&site.register).await.map(|parts| {
        let decisions = (1..=parts).map(|number| format!("/sitemap/{number}.xml"));
        let pages = std::iter::once(format!("/sitemap/{PAGES}"));
        pages.chain(decisions).collect::<Vec<_>>()
    });
    answer(&site, parts, made::index)
}

/// A part of it.
pub(super) async fn part(State(site): State<Site>, Path(name): Path<String>) -> Response {
    if name == PAGES {
        let pages = pages_without_parts().map(|address| Indexed {
            address: address.to_owned(),
            changed_at: None,
        });
        return answer(&site, Ok(pages.collect::<Vec<_>>()), made::part);
    }
    let number = name.strip_suffix(".xml").and_then(|name| name.parse().ok());
    let pages = match number {
        Some(number) => sitemap::part(&site.register, number).await,
        None => Err(Refusal::NotFound),
    };
    answer(&site, pages, made::part)
}

fn answer<T>(
    site: &Site,
    found: Result<Vec<T>, Refusal>,
    form: impl FnOnce(&[T], &str) -> std::io::Result<Vec<u8>>,
) -> Response {
    let public_url = site.config.public_url.trim_end_matches('/');
    let bytes = found.and_then(|found| {
        let made = form(&found, public_url);
        made.map_err(|error| Refusal::Document(error.to_string()))
    });
    match bytes {
        Ok(bytes) => ([(header::CONTENT_TYPE, XML)], bytes).into_response(),
        Err(refusal) => page::refused(&page::shell(site, Lang::Fi, "/", None), &refusal),
    }
}
