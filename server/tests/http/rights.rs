//! Who may go where: every route of officials for every role, read from the table that makes them.

use axum::body::Body;
use axum::http::{Method, StatusCode};
use domain::role::Role;
use server::desk_routes;

use super::site::{Site, email};
use super::{site, steps};

/// An address of the route about things that are there.
fn address(path: &str, sheet: &str, service: &str) -> String {
    let id = sheet.rsplit('/').next().unwrap_or_default();
    path.replace("{case}", steps::NUMBER)
        .replace("{slug}", "kaivoskumppani")
        .replace("{id}", id)
        .replace("{service}", service)
        .replace("{account}", service)
        .replace("{series}", "kaupunginjohtaja")
        .replace("{event}", "1")
        .replace("{decision}", id)
        .replace("{line}", "1")
        .replace("{kind}", "maksu")
        .replace("{number}", "1")
        .replace("{instalment}", "1")
        .replace("{claim}", "1")
        .replace("{act}", "pyynto")
}

#[tokio::test]
async fn everybody_gets_only_where_the_table_of_rights_lets_them() {
    let site = Site::new().await;
    let preparer = site.official(Role::Preparer).await;
    let sheet = steps::up_to_draft(&preparer).await;
    for role in Role::ALL {
        if role != Role::Preparer {
            site.account(role).await;
        }
        let browser = site.signed_in(role).await;
        for route in desk_routes() {
            let path = address(route.path, &sheet, "00000000-0000-7000-8000-000000000000");
            // Here one address is a form and, with an ending, a file for everybody at work.
            let file = if path.contains("/ote/") { ".pdf" } else { "" };
            let read = browser.get(&format!("{path}{file}")).await;
            let may_read = role.may(route.reads);
            assert_eq!(
                read.status == StatusCode::FORBIDDEN,
                !may_read,
                "{} reads {path}: {}",
                role.code(),
                read.status
            );
            assert!(!read.status.is_server_error(), "{path}: {}", read.body);
            // An empty form is refused for what it lacks, where it is not refused for who sends it.
            let sent = browser.post(&path, &[]).await;
            match route.writes {
                Some(use_case) => assert_eq!(
                    sent.status == StatusCode::FORBIDDEN,
                    !role.may(use_case),
                    "{} sends {path}: {}",
                    role.code(),
                    sent.status
                ),
                None => assert_eq!(sent.status, StatusCode::METHOD_NOT_ALLOWED, "{path}"),
            }
            assert!(!sent.status.is_server_error(), "{path}: {}", sent.body);
        }
    }
}

#[tokio::test]
async fn without_a_session_every_route_leads_to_signing_in() {
    let site = Site::new().await;
    let visitor = site.visitor();
    for route in desk_routes() {
        let path = address(route.path, "/x", "y");
        for prefix in ["", "/sv", "/en"] {
            let asked = format!("{prefix}{path}");
            let sign_in = format!("{prefix}/kirjaudu");
            let read = visitor.get(&asked).await;
            assert_eq!(read.destination(), sign_in, "{asked}");
            let next: String = form_urlencoded::byte_serialize(asked.as_bytes()).collect();
            assert_eq!(read.location(), format!("{sign_in}?next={next}"));
            if route.writes.is_some() {
                assert_eq!(
                    visitor.post(&asked, &[]).await.destination(),
                    sign_in,
                    "{asked}"
                );
            }
        }
    }
}

#[tokio::test]
async fn only_who_certifies_extracts_sees_the_form_for_it() {
    let site = Site::new().await;
    let preparer = site.official(Role::Preparer).await;
    let sheet = steps::up_to_draft(&preparer).await;
    let form = format!("{sheet}/ote/00000000-0000-7000-8000-000000000000");
    assert_eq!(preparer.get(&form).await.status, StatusCode::FORBIDDEN);
    let registrar = site.official(Role::Registrar).await;
    assert_eq!(registrar.get(&form).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_account_that_was_disabled_gets_nowhere_at_once() {
    let site = Site::new().await;
    let official = site.official(Role::Registrar).await;
    assert_eq!(official.get("/tyopoyta").await.status, StatusCode::OK);
    let operator = register::Actor::operator("test");
    let accounts = register::users::list(&site.register, &operator)
        .await
        .unwrap();
    let account = accounts
        .iter()
        .find(|one| *one.email.reveal_to_official() == email(Role::Registrar));
    register::users::disable(&site.register, &operator, None, account.unwrap().id)
        .await
        .unwrap();
    assert_eq!(official.get("/tyopoyta").await.destination(), "/kirjaudu");
}

#[tokio::test]
async fn a_decision_maker_signs_in_no_other_series() {
    let site = Site::new().await;
    let preparer = site.official(Role::Preparer).await;
    let sheet = steps::up_to_draft(&preparer).await;
    steps::send(&preparer, &sheet).await;
    let draft = register::users::UserDraft {
        email: domain::publicity::Personal::new("toinen@example.fi".to_owned()),
        name: domain::publicity::Personal::new("Toinen".to_owned()),
        office: "Toinen viranhaltija".to_owned(),
        role: Role::DecisionMaker.code().to_owned(),
        signs_in: String::new(),
    };
    let operator = register::Actor::operator("test");
    register::users::add(&site.register, &operator, None, &draft, site::PASSWORD)
        .await
        .unwrap();
    let mut other = site.visitor();
    let fields = [("email", "toinen@example.fi"), ("password", site::PASSWORD)];
    other.cookie = other.post("/kirjaudu", &fields).await.cookie();
    let fields = [
        ("section", "5"),
        ("password", site::PASSWORD),
        ("confirmed", "on"),
        ("no_conflict", "1"),
    ];
    let answer = other.fill(&format!("{sheet}/allekirjoita"), &fields).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn other_methods_change_nothing() {
    let site = Site::new().await;
    let official = site.official(Role::Registrar).await;
    for method in [Method::PUT, Method::DELETE, Method::PATCH] {
        let request = official.request(method.clone(), "/tyopoyta/asiat/uusi", Body::empty());
        assert_eq!(
            site.send(request).await.status,
            StatusCode::METHOD_NOT_ALLOWED,
            "{method}"
        );
    }
}
