//! Answers are sent again while nothing happened, and never afterwards.

use std::sync::atomic::{AtomicU32, Ordering};

use axum::Router;
use axum::body::to_bytes;
use axum::http::HeaderName;
use axum::middleware::{from_fn, from_fn_with_state, map_response};
use axum::routing::{MethodRouter, get};
use register::{Actor, Clock, city};
use tempfile::TempDir;
use time::macros::datetime;
use tower::ServiceExt as _;
use tower_http::compression::CompressionLayer;

use super::*;
use crate::config::Config;
use crate::http::etag;

const LONG_AGO: Duration = Duration::from_hours(1);

/// Routes that say how often anything was made, behind the cache.
struct World {
    register: Register,
    clock: Clock,
    site: Site,
    router: Router,
    database: String,
    _folder: TempDir,
}

impl World {
    async fn new(mebibytes: u32, seen_within: Duration) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = format!("sqlite:{}", folder.path().join("register.db").display());
        let clock = Clock::fixed(datetime!(2023-09-08 14:58:30 +03:00));
        let register = Register::open(&database, clock.clone()).await.unwrap();
        let config = Config {
            database: database.clone(),
            listen: "127.0.0.1:3000".parse().unwrap(),
            public_url: "http://127.0.0.1:3000".to_owned(),
            trusted_proxies: Vec::new(),
            smtp: None,
            page_cache_mib: mebibytes,
            seen_within,
            api_requests_per_minute: 0,
        };
        let site = Site::new(register.clone(), config, city::kajaani());
        Self {
            router: router(&site),
            register,
            clock,
            site,
            database,
            _folder: folder,
        }
    }

    async fn send(&self, method: Method, address: &str, headers: &[(&str, &str)]) -> Response {
        let mut request = Request::builder().method(method).uri(address);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::empty()).unwrap();
        self.router.clone().oneshot(request).await.unwrap()
    }

    /// The number that the page at an address shows.
    async fn shown(&self, address: &str) -> String {
        text(self.send(Method::GET, address, &[]).await).await
    }

    async fn something_happens(&self) {
        create(&self.register).await;
    }
}

/// An event, by whichever process.
async fn create(register: &Register) {
    let operator = Actor::operator("test");
    let created = register.create(&operator, &city::kajaani(), false).await;
    assert!(created.unwrap());
}

async fn text(response: Response) -> String {
    let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    String::from_utf8(bytes.to_vec()).unwrap().trim().to_owned()
}

/// A route that answers the number of answers that were made, filled up to a length.
fn numbered(
    made: &Arc<AtomicU32>,
    length: usize,
    headers: [(HeaderName, &'static str); 1],
) -> MethodRouter<Site> {
    let made = Arc::clone(made);
    get(move || async move {
        let number = made.fetch_add(1, Ordering::SeqCst);
        (headers, format!("{number}{}", " ".repeat(length)))
    })
    .post(|| async { "saved" })
}

fn router(site: &Site) -> Router {
    let made = Arc::new(AtomicU32::new(0));
    let html = || [(header::CONTENT_TYPE, "text/html")];
    let streamed = |mut response: Response| async {
        response.extensions_mut().insert(Streamed);
        response
    };
    let missing = |response: Response| async { (StatusCode::NOT_FOUND, response) };
    Router::new()
        .route("/page", numbered(&made, 100, html()))
        .route("/filled/{number}", numbered(&made, 16 * 1024, html()))
        .route("/long", numbered(&made, LONGEST + 1, html()))
        .route(
            "/no-store",
            numbered(&made, 100, [(header::CACHE_CONTROL, "no-store")]),
        )
        .route(
            "/cookie",
            numbered(&made, 100, [(header::SET_COOKIE, "a=b")]),
        )
        .route(
            "/streamed",
            numbered(&made, 100, html()).layer(map_response(streamed)),
        )
        .route(
            "/missing",
            numbered(&made, 100, html()).layer(map_response(missing)),
        )
        .layer(from_fn(mark))
        .route("/unmarked", numbered(&made, 100, html()))
        .layer(from_fn(etag::mark))
        .layer(CompressionLayer::new().br(true).gzip(true))
        .layer(from_fn_with_state(site.clone(), serve))
        .layer(from_fn(etag::negotiate))
        .with_state(site.clone())
}

#[tokio::test]
async fn an_answer_is_sent_again_until_something_happens() {
    let world = World::new(1, Duration::ZERO).await;
    assert_eq!(world.shown("/page").await, "0");
    assert_eq!(world.shown("/page").await, "0");
    assert_eq!(world.shown("/page?sivu=2").await, "1", "another address");
    world.something_happens().await;
    assert_eq!(world.shown("/page").await, "2");
    assert_eq!(world.shown("/page").await, "2");
}

#[tokio::test]
async fn an_answer_is_of_its_minute() {
    let world = World::new(1, Duration::ZERO).await;
    assert_eq!(world.shown("/page").await, "0");
    world.clock.advance(time::Duration::seconds(29));
    assert_eq!(world.shown("/page").await, "0", "14.58.59");
    world.clock.advance(time::Duration::seconds(1));
    assert_eq!(world.shown("/page").await, "1", "14.59.00");
}

#[tokio::test]
async fn what_another_process_wrote_is_seen_in_time() {
    let world = World::new(1, SEEN_WITHIN).await;
    assert_eq!(world.shown("/page").await, "0");
    let other = Register::open(&world.database, world.clock.clone()).await;
    create(&other.unwrap()).await;
    tokio::time::sleep(SEEN_WITHIN).await;
    assert_eq!(world.shown("/page").await, "1");
}

#[tokio::test]
async fn who_saved_never_reads_the_page_of_before() {
    let world = World::new(1, LONG_AGO).await;
    assert_eq!(world.shown("/page").await, "0");
    world.something_happens().await;
    assert_eq!(world.shown("/page").await, "0", "not asked again yet");
    world.send(Method::POST, "/page", &[]).await;
    assert_eq!(world.shown("/page").await, "1");
}

#[tokio::test]
async fn each_encoding_is_made_once_and_has_a_tag_of_its_own() {
    let world = World::new(1, Duration::ZERO).await;
    let mut tags = Vec::new();
    for accepted in ["br, gzip", "gzip", "identity"] {
        let taken = [("accept-encoding", accepted)];
        let first = world.send(Method::GET, "/page", &taken).await;
        let again = world.send(Method::GET, "/page", &taken).await;
        assert_eq!(first.headers(), again.headers(), "{accepted}");
        tags.push(first.headers()[header::ETAG].clone());
        let bytes = to_bytes(first.into_body(), usize::MAX).await.unwrap();
        let same = to_bytes(again.into_body(), usize::MAX).await.unwrap();
        assert_eq!(bytes, same, "{accepted}");
    }
    assert_eq!(world.shown("/page").await, "2", "made once for each");
    tags.dedup();
    assert_eq!(tags.len(), 3);
}

#[tokio::test]
async fn a_kept_answer_is_compared_with_what_a_browser_holds() {
    let world = World::new(1, Duration::ZERO).await;
    let first = world.send(Method::GET, "/page", &[]).await;
    let tag = first.headers()[header::ETAG].to_str().unwrap();
    let held = world
        .send(Method::GET, "/page", &[("if-none-match", tag)])
        .await;
    assert_eq!(held.status(), StatusCode::NOT_MODIFIED);
    assert!(text(held).await.is_empty());
    let bare = world.send(Method::HEAD, "/page", &[]).await;
    assert_eq!(
        (bare.status(), &bare.headers()[header::ETAG]),
        (StatusCode::OK, &first.headers()[header::ETAG])
    );
    assert!(text(bare).await.is_empty());
    assert_eq!(world.shown("/page").await, "0", "none of them made it anew");
}

#[tokio::test]
async fn what_is_not_for_everybody_for_long_is_never_kept() {
    let world = World::new(1, LONG_AGO).await;
    for address in [
        "/unmarked",
        "/no-store",
        "/cookie",
        "/streamed",
        "/missing",
        "/long",
    ] {
        let (first, again) = (world.shown(address).await, world.shown(address).await);
        assert_ne!(first, again, "{address}");
    }
}

#[tokio::test]
async fn what_is_kept_is_bounded() {
    let world = World::new(1, LONG_AGO).await;
    for number in 0..200 {
        world.shown(&format!("/filled/{number}")).await;
    }
    let cache = world.site.pages.as_deref().unwrap();
    let kept = cache.kept.weight();
    assert!((256 * 1024..=1024 * 1024).contains(&kept), "{kept}");
}

#[tokio::test]
async fn without_room_everything_is_made_anew() {
    let world = World::new(0, LONG_AGO).await;
    assert_eq!(world.shown("/page").await, "0");
    assert_eq!(world.shown("/page").await, "1");
}
