//! Following by e-mail, as readers, mail servers and mail programs meet it.

use axum::body::Body;
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{Method, StatusCode};
use domain::Lang;
use domain::publicity::Personal;
use domain::role::Role;
use domain::view::decision_list::DecisionFilter;
use register::following::{self, FollowKey, Request};
use register::{Register, jobs};

use super::sink::{Manner, Sink, unfolded};
use super::site::{Page, Site};
use super::steps;

const READER: &str = "lukija@example.test";

/// The mails to followers, among those that officials get.
fn to_followers(sink: &Sink) -> Vec<String> {
    let messages = sink.messages();
    let read = messages.iter().map(|message| unfolded(message));
    read.filter(|message| message.contains("/seuraa/"))
        .collect()
}

/// Lets the register send what is to be sent; gives the key in the link of the last mail.
async fn key(register: &Register, sink: &Sink) -> String {
    let mailer = sink.mailer();
    let done = jobs::run_due(register, Some(&mailer), || true).await;
    done.expect("a round of jobs");
    let message = to_followers(sink).pop().expect("a mail");
    let (_, rest) = message.split_once("/seuraa/").expect("a link");
    let is_sign = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    rest.chars().take_while(|c| is_sign(*c)).collect()
}

/// An address follows a project and words; gives the key of its mail.
pub(crate) async fn follows(register: &Register, email: &str) -> String {
    let filter = DecisionFilter::from_pairs([("hanke", "kaivoskumppani"), ("q", "osallistuu")]);
    let request = Request {
        email: Personal::new(email),
        filter: &filter,
        lang: Lang::Fi,
        from: None,
    };
    let asked = following::ask(register, &request).await;
    asked.expect("an address can be asked for");
    let sink = Sink::start(Manner::Accepts).await;
    let key = key(register, &sink).await;
    let confirmed = following::confirm(register, &FollowKey::new(&*key), &filter).await;
    confirmed.expect("it was asked for");
    key
}

/// A request as a mail service sends it: from no page of ours, without a cookie.
async fn one_click(site: &Site, path: &str) -> Page {
    let body = Body::from("List-Unsubscribe=One-Click");
    let mut request = site.visitor().request(Method::POST, path, body);
    for (name, value) in [
        ("origin", "https://mail.example"),
        ("sec-fetch-site", "cross-site"),
    ] {
        let value = HeaderValue::from_static(value);
        let name = HeaderName::from_static(name);
        request.headers_mut().insert(name, value);
    }
    let kind = HeaderValue::from_static("multipart/form-data; boundary=x");
    request.headers_mut().insert(header::CONTENT_TYPE, kind);
    site.send(request).await
}

/// Checks that a page is one of the public's and holds no address.
#[track_caller]
fn keeps_quiet(page: &Page) {
    assert!(!page.body.contains(READER), "{}", page.body);
    assert!(!page.body.contains("<script"), "{}", page.body);
    assert_eq!(page.header("set-cookie"), None);
    assert!(!format!("{:?}", page.headers).contains(READER));
}

#[tokio::test]
async fn a_reader_follows_a_project_confirms_and_stops() {
    let site = Site::with_mail().await;
    let preparer = site.official(Role::Preparer).await;
    let mayor = site.official(Role::DecisionMaker).await;
    let registrar = site.official(Role::Registrar).await;
    let sheet = steps::up_to_draft(&preparer).await;
    steps::send(&preparer, &sheet).await;
    steps::sign(&mayor, &sheet).await;
    steps::publish(&registrar, &sheet).await;
    let reader = site.visitor();
    let project = reader.get("/hankkeet/kaivoskumppani").await;
    project.says(StatusCode::OK, "href=\"/seuraa?hanke=kaivoskumppani\"");
    let decision = reader.get("/paatokset/kaupunginjohtaja/2023/5").await;
    let maker = "href=\"/seuraa?paatoksentekija=kaupunginjohtaja\"";
    decision.says(StatusCode::OK, maker);
    let list = reader.get("/paatokset?vuosi=2023&q=osallistuu").await;
    list.says(
        StatusCode::OK,
        "href=\"/seuraa?q=osallistuu&amp;vuosi=2023\"",
    );

    let offer = reader.get("/seuraa?hanke=kaivoskumppani").await;
    offer.says(StatusCode::OK, "Kaivoskumppani");
    assert_eq!(offer.hidden("hanke"), "kaivoskumppani");
    keeps_quiet(&offer);
    let fields = [("hanke", "kaivoskumppani"), ("email", READER)];
    let answer = reader.post("/seuraa", &fields).await;
    assert_eq!(answer.location(), "/seuraa/pyydetty");
    keeps_quiet(&answer);
    let same = reader.post("/seuraa", &fields).await;
    assert_eq!(same.location(), answer.location());
    keeps_quiet(&reader.get("/seuraa/pyydetty").await);

    let sink = Sink::start(Manner::Accepts).await;
    let path = format!("/seuraa/{}", key(&site.register, &sink).await);
    assert_eq!(to_followers(&sink).len(), 1, "asked twice, mailed once");
    // A mail server opens every link before the reader does.
    for method in [Method::HEAD, Method::GET, Method::GET] {
        for path in [path.clone(), format!("{path}/lopeta")] {
            let request = reader.request(method.clone(), &path, Body::empty());
            keeps_quiet(&site.send(request).await);
        }
    }
    let page = reader.get(&path).await;
    page.says(StatusCode::OK, "Odottaa vahvistustasi");
    assert_eq!(page.header("cache-control"), Some("no-store"));
    assert_eq!(page.header("x-robots-tag"), Some("noindex"));
    let confirm = [("hanke", "kaivoskumppani"), ("action", "confirm")];
    assert_eq!(reader.post(&path, &confirm).await.location(), path);
    let page = reader.get(&path).await;
    page.says(StatusCode::OK, "Lopeta seuraaminen");
    assert!(!page.body.contains("Odottaa"), "{}", page.body);
    keeps_quiet(&page);

    let stop = [("hanke", "kaivoskumppani"), ("action", "stop")];
    let stopped = reader.post(&path, &stop).await;
    assert_eq!(stopped.location(), "/seuraa/lopetettu");
    let gone = reader.get(&path).await;
    gone.says(StatusCode::NOT_FOUND, "Linkki ei ole enää voimassa");
    let late = reader.post(&path, &confirm).await;
    assert_eq!(late.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn one_click_of_a_mail_program_stops_everything() {
    let site = Site::with_mail().await;
    for prefix in ["", "/sv", "/en"] {
        site.clock.advance(time::Duration::days(1));
        let path = format!("{prefix}/seuraa/{}", follows(&site.register, READER).await);
        let shown = site.visitor().get(&path).await;
        assert_eq!(shown.status, StatusCode::OK, "{}", shown.body);
        // Only that one address is open to other sites.
        let forged = one_click(&site, &path).await;
        assert_eq!(forged.status, StatusCode::FORBIDDEN, "{}", forged.body);
        for _ in 0..2 {
            let answer = one_click(&site, &format!("{path}/lopeta")).await;
            assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
            keeps_quiet(&answer);
        }
        let gone = site.visitor().get(&path).await;
        assert_eq!(gone.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn the_answer_says_nothing_of_who_follows() {
    let site = Site::with_mail().await;
    follows(&site.register, READER).await;
    let reader = site.visitor();
    let mut answers = Vec::new();
    for email in [READER, "toinen@example.test"] {
        let answer = reader.post("/seuraa", &[("email", email)]).await;
        answers.push((answer.status, answer.headers, answer.body));
    }
    assert_eq!(answers[0], answers[1]);
    for (email, says) in [
        ("", "Täytä tämä kohta."),
        ("lukija", "Anna sähköpostiosoite"),
        ("<script>alert(1)</script>@a", "Anna sähköpostiosoite"),
    ] {
        let answer = reader.post("/seuraa", &[("email", email)]).await;
        answer.says(StatusCode::UNPROCESSABLE_ENTITY, says);
        keeps_quiet(&answer);
    }
}

#[tokio::test]
async fn an_unknown_key_opens_nothing() {
    let site = Site::with_mail().await;
    for (prefix, says) in [
        ("", "Linkki ei ole enää voimassa"),
        ("/sv", "Länken gäller inte längre"),
        ("/en", "The link does not work any more"),
    ] {
        for key in ["a", "..%2f", "%00", &"a".repeat(5_000)] {
            let path = format!("{prefix}/seuraa/{key}");
            let page = site.visitor().get(&path).await;
            page.says(StatusCode::NOT_FOUND, says);
        }
    }
}

#[tokio::test]
async fn without_a_mail_server_the_page_says_so() {
    let site = Site::new().await;
    let page = site.visitor().get("/seuraa").await;
    page.says(StatusCode::OK, "ei ole otettu käyttöön");
    assert!(!page.body.contains("name=\"email\""), "{}", page.body);
    let sent = site.visitor().post("/seuraa", &[("email", READER)]).await;
    sent.says(StatusCode::SERVICE_UNAVAILABLE, "ei ole otettu käyttöön");
    let list = site.visitor().get("/paatokset").await;
    assert!(!list.body.contains("/seuraa"), "{}", list.body);
}
