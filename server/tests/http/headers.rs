//! What every answer carries, errors too.

use axum::body::Body;
use axum::http::{Method, StatusCode};
use domain::role::Role;

use super::site::{PASSWORD, Page, Site};
use super::steps;

const SCRIPTS: &str = "script-src 'self' 'wasm-unsafe-eval'";

/// Checks the headers that keep a page to itself.
#[track_caller]
fn guarded(answer: &Page, path: &str) {
    let header = |name| {
        answer
            .header(name)
            .unwrap_or_else(|| panic!("{path} has no {name}"))
    };
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(header("referrer-policy"), "same-origin");
    assert_eq!(header("cross-origin-opener-policy"), "same-origin");
    assert_eq!(header("cross-origin-resource-policy"), "same-origin");
    let policy = header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'"), "{path}: {policy}");
    assert!(
        policy.contains("frame-ancestors 'none'"),
        "{path}: {policy}"
    );
    assert!(!policy.contains("'unsafe-"), "{path}: {policy}");
    let desk = path.contains("/tyopoyta") || path.contains("/kirjaudu");
    assert_eq!(policy.contains(SCRIPTS), desk, "{path}: {policy}");
    if desk {
        assert_eq!(header("cache-control"), "no-store", "{path}");
    }
}

#[tokio::test]
async fn every_answer_keeps_itself_to_itself() {
    let site = Site::new().await;
    let preparer = site.official(Role::Preparer).await;
    let mayor = site.official(Role::DecisionMaker).await;
    let registrar = site.official(Role::Registrar).await;
    let sheet = steps::up_to_draft(&preparer).await;
    steps::send(&preparer, &sheet).await;
    steps::sign(&mayor, &sheet).await;
    steps::publish(&registrar, &sheet).await;

    for prefix in ["", "/sv", "/en"] {
        for (path, status) in [
            ("/", StatusCode::OK),
            ("/paatokset", StatusCode::OK),
            ("/paatokset?sivu=x", StatusCode::OK),
            ("/paatokset/kaupunginjohtaja/2023/5", StatusCode::OK),
            ("/paatokset/kaupunginjohtaja/2023/5.pdf", StatusCode::OK),
            ("/paatokset/kaupunginjohtaja/2023/5.ics", StatusCode::OK),
            ("/paatokset.ics", StatusCode::OK),
            ("/hankkeet", StatusCode::OK),
            ("/hankkeet/kaivoskumppani", StatusCode::OK),
            ("/asiat/KAJDno-2023-912", StatusCode::OK),
            ("/asiat/kajdno-2023-912", StatusCode::MOVED_PERMANENTLY),
            ("/paatokset/kaupunginjohtaja/2023/6", StatusCode::NOT_FOUND),
            ("/ei-ole", StatusCode::NOT_FOUND),
            ("/kirjaudu", StatusCode::OK),
            ("/tyopoyta", StatusCode::SEE_OTHER),
        ] {
            let path = format!("{prefix}{path}");
            let answer = site.visitor().get(&path).await;
            assert_eq!(answer.status, status, "{path}: {}", answer.body);
            guarded(&answer, &path);
            assert!(answer.header("set-cookie").is_none(), "{path}");
            if !path.contains("/kirjaudu") {
                assert!(!answer.body.contains("<script"), "{path}: {}", answer.body);
            }
        }
        for (path, status) in [
            ("/tyopoyta", StatusCode::OK),
            ("/tyopoyta/kalenteri", StatusCode::OK),
            ("/tyopoyta/kalenteri.ics", StatusCode::OK),
            ("/tyopoyta/asiat/uusi", StatusCode::FORBIDDEN),
            ("/tyopoyta/asiat/KAJDno-2023-1", StatusCode::NOT_FOUND),
        ] {
            let path = format!("{prefix}{path}");
            let answer = mayor.get(&path).await;
            assert_eq!(answer.status, status, "{path}: {}", answer.body);
            guarded(&answer, &path);
        }
    }
    let put = site
        .visitor()
        .request(Method::PUT, "/paatokset", Body::empty());
    guarded(&site.send(put).await, "/paatokset");
    let large = mayor
        .post_bytes("/kirjaudu", vec![b'a'; 3 * 1024 * 1024])
        .await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    guarded(&large, "/kirjaudu");
}

#[tokio::test]
async fn public_pages_are_the_same_for_who_is_signed_in() {
    let site = Site::new().await;
    let official = site.official(Role::Registrar).await;
    for path in ["/", "/paatokset", "/paatokset.ics", "/hankkeet"] {
        let for_all = site.visitor().get(path).await;
        let for_official = official.get(path).await;
        assert_eq!(for_all.body, for_official.body, "{path}");
        assert!(for_official.header("set-cookie").is_none());
    }
}

#[tokio::test]
async fn https_is_asked_for_only_where_it_is_served() {
    for (public_url, expected) in [
        ("https://hankkeet.example", Some("max-age=31536000")),
        ("http://127.0.0.1:3000", None),
    ] {
        let answer = Site::at(public_url).await.visitor().get("/").await;
        assert_eq!(
            answer.header("strict-transport-security"),
            expected,
            "{public_url}"
        );
    }
}

#[tokio::test]
async fn without_its_database_the_site_says_that_it_is_out_of_use() {
    let site = Site::new().await;
    let official = site.official(Role::Registrar).await;
    site.register.close().await;
    for path in ["/", "/paatokset", "/tyopoyta", "/sv/tyopoyta/asiat/uusi"] {
        let answer = official.get(path).await;
        answer.says(StatusCode::SERVICE_UNAVAILABLE, "<h1");
        guarded(&answer, path);
    }
    let fields = [("email", "registrar@example.fi"), ("password", PASSWORD)];
    let answer = site.visitor().post("/kirjaudu", &fields).await;
    answer.says(StatusCode::SERVICE_UNAVAILABLE, "<h1");
    let answer = site.visitor().get("/readyz").await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(site.visitor().get("/healthz").await.status, StatusCode::OK);
}
