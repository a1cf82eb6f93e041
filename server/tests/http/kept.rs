//! What was typed is kept where the form cannot be taken though nothing is wrong with it.

use axum::http::header::{HeaderName, HeaderValue};
use axum::http::{Method, StatusCode};
use domain::role::Role;

use super::site::{Browser, PASSWORD, Page, Site, email};
use super::steps;

const TYPED: &str = "Tämä teksti ei saa kadota: <b>\"&\n\nToinen kappale.";

/// The hidden fields of the form that a page shows, as a browser sends them.
fn hidden_fields(page: &Page) -> Vec<(String, String)> {
    let fields = page.body.split("<input type=\"hidden\" name=\"").skip(1);
    let field = |text: &str| {
        let (name, rest) = text.split_once("\" value=\"").expect("a value");
        let (value, _) = rest.split_once('"').expect("the value ends");
        (unescaped(name), unescaped(value))
    };
    fields.map(field).collect()
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

async fn send(browser: &Browser<'_>, path: &str, fields: &[(String, String)]) -> Page {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (&**n, &**v)).collect();
    browser.post(path, &fields).await
}

/// The preparer with a draft that is open, and the fields of its form.
async fn open_draft(site: &Site) -> (Browser<'_>, String, Vec<(String, String)>) {
    let preparer = site.official(Role::Preparer).await;
    let sheet = steps::up_to_draft(&preparer).await;
    let path = format!("{sheet}/luonnos");
    let page = preparer.get(&path).await;
    let fields = [
        ("key", page.hidden("key")),
        ("version", page.hidden("version")),
        ("title", "Uusi otsikko".to_owned()),
        ("background", TYPED.to_owned()),
        ("action", "save".to_owned()),
    ];
    let fields = fields.map(|(name, value)| (name.to_owned(), value));
    (preparer, path, fields.into())
}

fn credentials(password: &str) -> [(String, String); 2] {
    let role = email(Role::Preparer);
    [("email", role), ("password", password.to_owned())]
        .map(|(name, value)| (name.to_owned(), value))
}

#[tokio::test]
async fn a_form_whose_session_has_ended_is_there_after_signing_in() {
    let site = Site::new().await;
    let (preparer, path, fields) = open_draft(&site).await;
    site.clock.advance(register::sessions::IDLE);

    let sign_in = send(&preparer, &path, &fields).await;
    sign_in.says(StatusCode::FORBIDDEN, "Istuntosi on päättynyt");
    sign_in.says(StatusCode::FORBIDDEN, "name=\"password\"");
    let carried = hidden_fields(&sign_in);
    assert!(carried.contains(&("next".to_owned(), path.clone())));

    // A wrong password loses nothing.
    let wrong = [&carried[..], &credentials("väärä salasana")].concat();
    let wrong = send(&site.visitor(), "/kirjaudu", &wrong).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!wrong.body.contains("väärä salasana"));

    let right = [&hidden_fields(&wrong)[..], &credentials(PASSWORD)].concat();
    let kept = send(&site.visitor(), "/kirjaudu", &right).await;
    kept.says(StatusCode::OK, "Lomaketta ei ole vielä tallennettu");
    kept.says(StatusCode::OK, "Uusi otsikko");
    assert!(!kept.body.contains(PASSWORD));
    assert!(!kept.body.contains("<b>"), "markup stays text");
    let mut again = site.visitor();
    again.cookie = kept.cookie();
    let mut fields = hidden_fields(&kept);
    assert!(kept.body.contains("name=\"action\" value=\"save\""));
    fields.push(("action".to_owned(), "save".to_owned()));
    let saved = send(&again, &path, &fields).await;
    assert_eq!(saved.destination(), path);
    let draft = again.get(&path).await;
    assert!(draft.body.contains("Tämä teksti ei saa kadota: &lt;b"));
    draft.says(StatusCode::OK, "Toinen kappale.");
}

#[tokio::test]
async fn a_form_that_finds_the_database_silent_can_be_sent_again() {
    let site = Site::new().await;
    let (preparer, path, fields) = open_draft(&site).await;
    site.register.close().await;
    let kept = send(&preparer, &path, &fields).await;
    kept.says(StatusCode::SERVICE_UNAVAILABLE, "Kirjoittamasi on tallessa");
    kept.says(StatusCode::SERVICE_UNAVAILABLE, "Uusi otsikko");
    let action = format!("action=\"{path}\"");
    kept.says(StatusCode::SERVICE_UNAVAILABLE, &action);
    let mut sent = fields;
    sent.retain(|(name, _)| name != "action");
    assert_eq!(hidden_fields(&kept), sent);
}

#[tokio::test]
async fn a_form_that_is_carried_outlives_a_sign_in_that_finds_the_database_silent() {
    let site = Site::new().await;
    let (preparer, path, fields) = open_draft(&site).await;
    site.clock.advance(register::sessions::IDLE);
    let sign_in = send(&preparer, &path, &fields).await;
    site.register.close().await;
    let carried = hidden_fields(&sign_in);
    let tried = [&carried[..], &credentials(PASSWORD)].concat();
    let again = send(&site.visitor(), "/kirjaudu", &tried).await;
    again.says(
        StatusCode::SERVICE_UNAVAILABLE,
        "Yritä kirjautua hetken kuluttua",
    );
    assert_eq!(hidden_fields(&again), carried);
}

#[tokio::test]
async fn a_password_is_never_kept() {
    let site = Site::new().await;
    let fields = [
        ("section", "5"),
        ("password", PASSWORD),
        ("confirmed", "1"),
        ("no_conflict", "1"),
        ("action", "save"),
    ];
    let path = "/tyopoyta/paatokset/01890000-0000-7000-8000-000000000000/allekirjoita";
    let sign_in = site.visitor().post(path, &fields).await;
    sign_in.says(StatusCode::FORBIDDEN, "name=\"kept.section\"");
    assert!(!sign_in.body.contains(PASSWORD) && !sign_in.body.contains("kept.confirmed"));
    // Nor where a forged form of signing in carries one.
    site.account(Role::Preparer).await;
    let forged = [
        ("kept.password", PASSWORD),
        ("kept.section", "5"),
        ("next", path),
    ];
    let forged = forged.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let signed_in = [&forged[..], &credentials(PASSWORD)].concat();
    let kept = send(&site.visitor(), "/kirjaudu", &signed_in).await;
    kept.says(StatusCode::OK, "name=\"section\" value=\"5\"");
    assert!(!kept.body.contains(PASSWORD));
}

#[tokio::test]
async fn a_carried_form_goes_to_officials_pages_only() {
    let site = Site::new().await;
    site.account(Role::Preparer).await;
    for (next, destination) in [
        ("//evil.example/tyopoyta", "/tyopoyta"),
        ("https://evil.example/", "/tyopoyta"),
        ("/paatokset", "/paatokset"),
        ("/kirjaudu/ulos", "/kirjaudu/ulos"),
    ] {
        let carried = [("kept.title", "x"), ("next", next)];
        let carried = carried.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let fields = [&carried[..], &credentials(PASSWORD)].concat();
        let answer = send(&site.visitor(), "/kirjaudu", &fields).await;
        assert_eq!(answer.location(), destination, "{next}");
    }
}

#[tokio::test]
async fn a_form_from_another_site_is_not_carried() {
    let site = Site::new().await;
    let visitor = site.visitor();
    let path = "/tyopoyta/asiat/uusi";
    let mut request = visitor.request(Method::POST, path, "public_title=x".into());
    let headers = request.headers_mut();
    let kind = HeaderValue::from_static("application/x-www-form-urlencoded");
    headers.insert(axum::http::header::CONTENT_TYPE, kind);
    let from = HeaderValue::from_static("cross-site");
    headers.insert(HeaderName::from_static("sec-fetch-site"), from);
    let answer = site.send(request).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(!answer.body.contains("kept."), "{}", answer.body);
}

#[tokio::test]
async fn the_longest_form_can_be_carried_and_a_longer_one_is_refused() {
    let site = Site::new().await;
    site.account(Role::Preparer).await;
    let path = "/tyopoyta/asiat/uusi";
    let longest = "x".repeat(2 * 1024 * 1024 - "public_title=".len());
    let sign_in = site
        .visitor()
        .post(path, &[("public_title", &longest)])
        .await;
    assert_eq!(sign_in.status, StatusCode::FORBIDDEN);
    let signed_in = [&hidden_fields(&sign_in)[..], &credentials(PASSWORD)].concat();
    let kept = send(&site.visitor(), "/kirjaudu", &signed_in).await;
    assert_eq!(kept.status, StatusCode::OK);
    assert!(kept.body.contains(&longest));
    let longer = format!("{longest}x");
    let refused = site
        .visitor()
        .post(path, &[("public_title", &longer)])
        .await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
}
