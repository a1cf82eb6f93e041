//! Forms that another site's page makes a browser send.

use axum::body::Body;
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{Method, StatusCode};
use domain::role::Role;

use super::site::{Browser, Page, Site};

async fn sent_from(
    site: &Site,
    official: &Browser<'_>,
    (name, value): (&'static str, &'static str),
) -> Page {
    let body = Body::from("number=KAJDno-2023-912&public_title=Asia");
    let mut request = official.request(Method::POST, "/tyopoyta/asiat/uusi", body);
    let headers = request.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/x-www-form-urlencoded"),
    );
    headers.insert(header::HOST, HeaderValue::from_static("127.0.0.1:3000"));
    headers.insert(
        HeaderName::from_static(name),
        HeaderValue::from_static(value),
    );
    site.send(request).await
}

#[tokio::test]
async fn a_form_from_another_site_changes_nothing() {
    let site = Site::new().await;
    let official = site.official(Role::Registrar).await;
    for from in [
        ("origin", "https://evil.example"),
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ] {
        let answer = sent_from(&site, &official, from).await;
        answer.says(StatusCode::FORBIDDEN, "Lomake tuli toiselta sivustolta");
        assert!(answer.header("content-security-policy").is_some());
    }
    let case = official.get("/tyopoyta/asiat/KAJDno-2023-912").await;
    assert_eq!(case.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_form_from_our_own_page_is_taken() {
    let site = Site::new().await;
    let official = site.official(Role::Registrar).await;
    let answer = sent_from(&site, &official, ("origin", "http://127.0.0.1:3000")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
}

#[tokio::test]
async fn only_a_form_is_taken_for_one() {
    let site = Site::new().await;
    let official = site.official(Role::Registrar).await;
    for kind in [
        "application/json",
        "text/plain",
        "multipart/form-data; boundary=x",
    ] {
        let body = Body::from("number=KAJDno-2023-912&public_title=Asia");
        let mut request = official.request(Method::POST, "/tyopoyta/asiat/uusi", body);
        request
            .headers_mut()
            .insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        let answer = site.send(request).await;
        answer.says(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "Lähetetty ei ole lomake",
        );
    }
}
