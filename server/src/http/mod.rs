//! The web side: the tables of routes, and what stands around every handler.

mod actors;
mod api;
mod appeal_guide;
mod asked_form;
mod attachment;
mod check;
mod client;
mod desk;
mod encoding;
mod etag;
mod feeds;
mod files;
mod follow;
mod form;
mod kept;
mod money;
mod open_data;
mod page;
mod page_cache;
mod public;
mod running_imports;
mod security;
mod serve;
mod session;
mod sign_in;
mod sitemap;
mod state;
mod statements;
mod table;
mod upload;

use std::any::Any;
use std::time::Duration;

use axum::extract::DefaultBodyLimit;
use axum::http::{Extensions, HeaderMap, StatusCode, Version};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::{Extension, Router};
use domain::Lang;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate};
use tower_http::timeout::TimeoutLayer;

pub use desk::{Route, table as desk_routes};
pub(crate) use page_cache::SEEN_WITHIN;
pub(crate) use serve::{Limits, serve};
pub use state::Site;
pub use table::{PublicRoute, table as public_routes};

/// The longest body of a form: a decision's texts at their limits, and room for their encoding.
const BODY_LIMIT: usize = 2 * 1024 * 1024;
/// What signing in adds to the longest form that it may carry: its own fields, and what stands
/// before each carried name.
const SIGN_IN_FIELDS: usize = 64 * 1024;
/// How long a request may take, body and all.
const REQUEST_TIME: Duration = Duration::from_secs(30);

/// The whole site.
pub fn router(site: Site) -> Router {
    Router::new()
        .merge(pages(Lang::Fi, &site))
        // The slash belongs to the address of a front page: `/sv/`.
        .nest("/sv/", pages(Lang::Sv, &site))
        .nest("/en/", pages(Lang::En, &site))
        .merge(table::routes(false))
        .fallback(public::not_found)
        .layer(from_fn(etag::mark))
        .layer(compression())
        .layer(from_fn_with_state(site.clone(), security::same_origin))
        .layer(CatchPanicLayer::custom({
            let site = site.clone();
            move |panic: Box<dyn Any + Send>| page::panicked(&site, &*panic)
        }))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            REQUEST_TIME,
        ))
        .layer(from_fn_with_state(site.clone(), api::around))
        .layer(from_fn_with_state(site.clone(), security::headers))
        .layer(from_fn_with_state(site.clone(), page_cache::serve))
        .layer(from_fn(etag::negotiate))
        .with_state(site)
}

/// Compression of what is made here. The bytes of attachments are sent as they are: most kinds are
/// compressed already, and they pass through in parts.
fn compression() -> CompressionLayer<impl Predicate> {
    let made_here = |_: StatusCode, _: Version, _: &HeaderMap, extensions: &Extensions| {
        extensions.get::<attachment::AsItIs>().is_none()
    };
    CompressionLayer::new()
        .br(true)
        .gzip(true)
        .compress_when(DefaultPredicate::new().and(made_here))
}

/// The pages in one language; inside, addresses have no language prefix.
fn pages(lang: Lang, site: &Site) -> Router<Site> {
    table::routes(true)
        .merge(desk::routes().layer(from_fn_with_state(site.clone(), kept::keep)))
        .layer(Extension(lang))
}
