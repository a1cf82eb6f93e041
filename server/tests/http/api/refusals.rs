//! Every refusal is told in one form, whichever layer made it, and pages of other sites may read it.

use axum::body::Body;
use axum::http::header::{self, HeaderValue};
use axum::http::{Method, StatusCode};
use serde_json::Value;

use super::super::site::{Page, Site};
use super::API;

/// Checks a refusal: its code, its parameter if one is wrong, and that it may be read.
#[track_caller]
fn tells(answer: &Page, status: u16, code: &str, parameter: Option<&str>) {
    assert_eq!(answer.status.as_u16(), status, "{}", answer.body);
    assert_eq!(
        answer.header("content-type"),
        Some("application/problem+json")
    );
    assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
    let problem: Value = serde_json::from_str(&answer.body).expect("JSON");
    assert_eq!(problem["code"], code);
    assert_eq!(problem["status"], status);
    let kind = format!("http://127.0.0.1:3000/rajapinta#{code}");
    assert_eq!(problem["type"], kind);
    assert_eq!(problem["parameter"].as_str(), parameter, "{problem}");
}

#[tokio::test]
async fn a_parameter_that_is_wrong_is_named() {
    let site = Site::new().await;
    let long = "a".repeat(201);
    let too_long = "a".repeat(5_000);
    for (query, status, code, parameter) in [
        ("sivu=2", 400, "unknown-parameter", Some("sivu")),
        ("Limit=2", 400, "unknown-parameter", Some("Limit")),
        ("limit=2&limit=3", 400, "repeated-parameter", Some("limit")),
        ("limit=0", 400, "invalid-parameter", Some("limit")),
        ("limit=201", 400, "invalid-parameter", Some("limit")),
        ("limit=", 400, "invalid-parameter", Some("limit")),
        ("cursor=abc", 400, "invalid-parameter", Some("cursor")),
        (
            "modified_since=eilen",
            400,
            "invalid-parameter",
            Some("modified_since"),
        ),
        ("vuosi=x", 400, "invalid-parameter", Some("vuosi")),
        ("tila=x", 400, "invalid-parameter", Some("tila")),
        ("rahoittaja=x", 400, "invalid-parameter", Some("rahoittaja")),
        ("alku=31.12.2023", 400, "invalid-parameter", Some("alku")),
        (&format!("q={long}"), 400, "invalid-parameter", Some("q")),
        (&format!("q={too_long}"), 414, "query-too-long", None),
    ] {
        let answer = site
            .visitor()
            .get(&format!("{API}/decisions?{query}"))
            .await;
        tells(&answer, status, code, parameter);
    }
    let answer = site.visitor().get(&format!("{API}/projects?q=x")).await;
    tells(&answer, 400, "unknown-parameter", Some("q"));
    let answer = site
        .visitor()
        .get(&format!("{API}/projects/x?limit=1"))
        .await;
    tells(&answer, 400, "unknown-parameter", Some("limit"));
}

#[tokio::test]
async fn what_is_not_there_or_cannot_be_done_is_told_by_every_layer() {
    let site = Site::new().await;
    for path in [
        "/rajapinta/v1",
        "/rajapinta/v2/decisions",
        "/rajapinta/v1/decisions/kaupunginjohtaja/2023/5",
        "/rajapinta/v1/decisions/A/b/c",
        "/rajapinta/v1/projects/Ei%20ole",
        "/rajapinta/v1/projects/%ff",
        "/rajapinta/v1/cases/%E2%80%A8",
    ] {
        let answer = site.visitor().get(path).await;
        let code = if answer.status == StatusCode::NOT_FOUND {
            "not-found"
        } else {
            "bad-request"
        };
        let status = answer.status.as_u16();
        assert!([400, 404].contains(&status), "{path}");
        tells(&answer, status, code, None);
    }
    let path = format!("{API}/decisions");
    for method in [Method::POST, Method::PUT, Method::DELETE, Method::PATCH] {
        let request = site.visitor().request(method, &path, Body::empty());
        let answer = site.send(request).await;
        tells(&answer, 405, "method-not-allowed", None);
        assert_eq!(answer.header("allow"), Some("GET,HEAD"));
    }
    let mut request = site.visitor().request(Method::POST, &path, Body::empty());
    let elsewhere = HeaderValue::from_static("https://elsewhere.example");
    request.headers_mut().insert(header::ORIGIN, elsewhere);
    tells(&site.send(request).await, 403, "other-site", None);
    site.register.close().await;
    tells(&site.visitor().get(&path).await, 503, "unavailable", None);
}

#[tokio::test]
async fn pages_of_other_sites_may_read_and_nothing_else() {
    let site = Site::new().await;
    let path = format!("{API}/decisions");
    let mut request = site
        .visitor()
        .request(Method::OPTIONS, &path, Body::empty());
    let elsewhere = HeaderValue::from_static("https://elsewhere.example");
    request.headers_mut().insert(header::ORIGIN, elsewhere);
    let answer = site.send(request).await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT);
    assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
    assert_eq!(
        answer.header("access-control-allow-methods"),
        Some("GET, HEAD, OPTIONS")
    );
    assert_eq!(answer.header("access-control-allow-credentials"), None);
    let head = site.visitor().request(Method::HEAD, &path, Body::empty());
    let head = site.send(head).await;
    assert_eq!((head.status, head.bytes.len()), (StatusCode::OK, 0));
    for (path, origin) in [
        ("/paatokset.json", Some("*")),
        ("/paatokset.csv", Some("*")),
        ("/paatokset", None),
        ("/tyopoyta", None),
        ("/kirjaudu", None),
    ] {
        let answer = site.visitor().get(path).await;
        assert_eq!(
            answer.header("access-control-allow-origin"),
            origin,
            "{path}"
        );
    }
}

#[tokio::test]
async fn who_asks_too_often_is_told_how_long_to_wait() {
    let site = Site::limited(3).await;
    let path = format!("{API}/decisions");
    for left in ["2", "1", "0"] {
        let answer = site.visitor().get(&path).await;
        assert_eq!(answer.status, StatusCode::OK);
        let limit = answer.header("ratelimit").unwrap_or_default();
        assert!(
            limit.starts_with(&format!("\"default\";r={left};t=")),
            "{limit}"
        );
        assert_eq!(
            answer.header("ratelimit-policy"),
            Some("\"default\";q=3;w=60")
        );
    }
    let answer = site.visitor().get(&path).await;
    tells(&answer, 429, "too-many-requests", None);
    let wait = answer
        .header("retry-after")
        .and_then(|wait| wait.parse().ok());
    assert!(wait.is_some_and(|wait: u64| (1..=20).contains(&wait)));
    for path in ["/", "/rajapinta", "/paatokset.json", "/paatokset.csv"] {
        let answer = site.visitor().get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path} is not limited");
        assert_eq!(answer.header("ratelimit"), None);
    }
}
