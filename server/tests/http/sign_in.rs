//! Signing in and out.

use axum::http::StatusCode;
use domain::role::Role;
use time::Duration;

use super::site::{PASSWORD, Site, email};

#[tokio::test]
async fn the_cookie_of_a_session_is_kept_from_scripts_and_other_sites() {
    let site = Site::new().await;
    site.account(Role::Registrar).await;
    let fields = [("email", "registrar@example.fi"), ("password", PASSWORD)];
    let answer = site.visitor().post("/kirjaudu", &fields).await;
    assert_eq!(answer.location(), "/tyopoyta");
    let cookie = answer.header("set-cookie").unwrap();
    let (token, rest) = cookie
        .strip_prefix("hankerekisteri=")
        .unwrap()
        .split_once(';')
        .unwrap();
    assert_eq!(rest, " Path=/; HttpOnly; SameSite=Lax");
    // 43 signs of base64 are 256 bits.
    assert!(
        token.len() >= 43
            && token
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
    );
}

#[tokio::test]
async fn by_https_the_cookie_is_bound_to_the_host() {
    let site = Site::at("https://hankkeet.example").await;
    let official = site.official(Role::Auditor).await;
    assert!(
        official
            .cookie
            .as_deref()
            .unwrap()
            .starts_with("__Host-hankerekisteri=")
    );
    let again = [("email", "auditor@example.fi"), ("password", PASSWORD)];
    let answer = site.visitor().post("/kirjaudu", &again).await;
    let cookie = answer.header("set-cookie").unwrap();
    assert!(
        cookie.ends_with("; Path=/; HttpOnly; SameSite=Lax; Secure"),
        "{cookie}"
    );
    assert_eq!(official.get("/tyopoyta").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_get_the_same_answer() {
    let site = Site::new().await;
    site.account(Role::Registrar).await;
    let mut answers = Vec::new();
    for address in ["registrar@example.fi", "nobody@example.fi"] {
        let fields = [("email", address), ("password", "väärä hevonen paristo")];
        let answer = site.visitor().post("/kirjaudu", &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.cookie().is_none());
        assert!(
            answer.body.contains(address),
            "the address stays in its field"
        );
        assert!(
            !answer.body.contains("väärä hevonen"),
            "the password never comes back"
        );
        answers.push(answer.body.replace(address, ""));
    }
    assert_eq!(answers[0], answers[1]);
}

#[tokio::test]
async fn guessing_is_made_to_wait() {
    let site = Site::new().await;
    site.account(Role::Registrar).await;
    let wrong = [
        ("email", "registrar@example.fi"),
        ("password", "väärä hevonen paristo"),
    ];
    for _ in 0..register::sessions::WRONG_TRIES {
        let answer = site.visitor().post("/kirjaudu", &wrong).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let right = [("email", "registrar@example.fi"), ("password", PASSWORD)];
    let answer = site.visitor().post("/kirjaudu", &right).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(answer.header("retry-after"), Some("900"));
    site.clock.advance(Duration::minutes(16));
    assert_eq!(
        site.visitor().post("/kirjaudu", &right).await.location(),
        "/tyopoyta"
    );
}

#[tokio::test]
async fn a_page_asked_for_without_a_session_comes_after_signing_in() {
    let site = Site::new().await;
    site.account(Role::Registrar).await;
    let visitor = site.visitor();
    for (asked, form) in [
        (
            "/tyopoyta/asiat/uusi",
            "/kirjaudu?next=%2Ftyopoyta%2Fasiat%2Fuusi",
        ),
        (
            "/sv/tyopoyta?a=b",
            "/sv/kirjaudu?next=%2Fsv%2Ftyopoyta%3Fa%3Db",
        ),
    ] {
        assert_eq!(visitor.get(asked).await.location(), form);
        let page = visitor.get(form).await;
        let next = page.hidden("next");
        assert_eq!(next, asked);
        let fields = [
            ("email", &email(Role::Registrar)[..]),
            ("password", PASSWORD),
            ("next", &next[..]),
        ];
        let path = form.split('?').next().unwrap();
        assert_eq!(visitor.post(path, &fields).await.location(), asked);
    }
}

#[tokio::test]
async fn signing_in_leads_to_no_other_site() {
    let site = Site::new().await;
    site.account(Role::Registrar).await;
    for next in [
        "//evil.example",
        "/\\evil.example",
        "https://evil.example/",
        "/\t/evil.example",
    ] {
        let query = form_urlencoded::byte_serialize(next.as_bytes()).collect::<String>();
        let page = site.visitor().get(&format!("/kirjaudu?next={query}")).await;
        assert_eq!(page.hidden("next"), "", "{next}");
        let fields = [
            ("email", "registrar@example.fi"),
            ("password", PASSWORD),
            ("next", next),
        ];
        assert_eq!(
            site.visitor().post("/kirjaudu", &fields).await.location(),
            "/tyopoyta",
            "{next}"
        );
    }
}

#[tokio::test]
async fn each_sign_in_has_a_token_of_its_own_and_ends_the_one_before() {
    let site = Site::new().await;
    let first = site.official(Role::Registrar).await;
    let fields = [("email", "registrar@example.fi"), ("password", PASSWORD)];
    let answer = first.post("/kirjaudu", &fields).await;
    let mut second = first.clone();
    second.cookie = answer.cookie();
    assert_ne!(first.cookie, second.cookie);
    assert_eq!(first.get("/tyopoyta").await.status, StatusCode::SEE_OTHER);
    assert_eq!(second.get("/tyopoyta").await.status, StatusCode::OK);
}

#[tokio::test]
async fn who_is_signed_in_is_not_asked_again() {
    let site = Site::new().await;
    let official = site.official(Role::Registrar).await;
    assert_eq!(
        official.get("/sv/kirjaudu").await.location(),
        "/sv/tyopoyta"
    );
    let asked = official.get("/kirjaudu?next=%2Ftyopoyta%2Fasiat").await;
    assert_eq!(asked.location(), "/tyopoyta/asiat");
    let mut stranger = site.visitor();
    stranger.cookie = Some("hankerekisteri=made-up".to_owned());
    assert_eq!(stranger.get("/kirjaudu").await.status, StatusCode::OK);
}

#[tokio::test]
async fn signing_out_ends_the_session_on_the_server() {
    let site = Site::new().await;
    let official = site.official(Role::Registrar).await;
    assert_eq!(official.get("/tyopoyta").await.status, StatusCode::OK);
    let answer = official.post(app::address::SIGN_OUT, &[]).await;
    assert_eq!(answer.location(), "/");
    assert!(answer.header("set-cookie").unwrap().contains("Max-Age=0"));
    // The browser here keeps the cookie, as a thief would.
    let after = official.get("/tyopoyta").await;
    assert_eq!(after.destination(), "/kirjaudu");
    assert_eq!(
        site.visitor()
            .post(app::address::SIGN_OUT, &[])
            .await
            .location(),
        "/"
    );
}

#[tokio::test]
async fn a_session_that_nobody_uses_ends() {
    let site = Site::new().await;
    let official = site.official(Role::Registrar).await;
    site.clock
        .advance(register::sessions::IDLE - Duration::minutes(1));
    assert_eq!(official.get("/tyopoyta").await.status, StatusCode::OK);
    site.clock.advance(register::sessions::IDLE);
    assert_eq!(official.get("/tyopoyta").await.destination(), "/kirjaudu");
}

#[tokio::test]
async fn a_made_up_cookie_is_no_session() {
    let site = Site::new().await;
    let mut stranger = site.visitor();
    for cookie in [
        "hankerekisteri=x",
        "hankerekisteri=",
        "hankerekisteri='; drop table",
        "=;=;",
    ] {
        stranger.cookie = Some(cookie.to_owned());
        assert_eq!(
            stranger.get("/tyopoyta").await.destination(),
            "/kirjaudu",
            "{cookie}"
        );
    }
}
