//! The address of an account, and a one-time password that nobody used in time.

use axum::http::StatusCode;
use domain::role::Role;
use time::Duration;

use super::site::{PASSWORD, Site, email};

#[tokio::test]
async fn an_administrator_changes_an_address_and_gives_a_password_for_a_week() {
    let site = Site::new().await;
    let administrator = site.official(Role::Administrator).await;
    let finance = site.official(Role::Finance).await;
    let list = administrator.get("/tyopoyta/kayttajat").await;
    let mut links = list.body.split("<a href=\"");
    let link = links.find(|link| link.contains("Nimi finance"));
    let path = link.and_then(|link| link.split('"').next());
    let path = path.expect("the list links the account").to_owned();

    let page = administrator.get(&path).await;
    page.says(StatusCode::OK, &email(Role::Finance));
    let wrong = [("action", "email"), ("email", "talous")];
    let refused = administrator.send_on(&page, &path, &wrong).await;
    refused.says(
        StatusCode::UNPROCESSABLE_ENTITY,
        "Anna sähköpostiosoite, esimerkiksi",
    );
    let right = [("action", "email"), ("email", "talous@example.fi")];
    let changed = administrator.send_on(&page, &path, &right).await;
    assert_eq!(changed.location(), format!("{path}?tehty=osoite-vaihdettu"));
    let version = page.hidden("version");
    let stale = [
        ("action", "email"),
        ("email", "kolmas@example.fi"),
        ("version", version.as_str()),
    ];
    let stale = administrator.post(&path, &stale).await;
    stale.says(StatusCode::CONFLICT, "kolmas@example.fi");
    let signed_out = finance.get("/tyopoyta").await;
    assert_eq!(signed_out.status, StatusCode::SEE_OTHER);
    let sign_in = async |email: &str, password: &str| {
        let fields = [("email", email), ("password", password)];
        site.visitor().post("/kirjaudu", &fields).await
    };
    let old = sign_in(&email(Role::Finance), PASSWORD).await;
    assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
    let new = sign_in("talous@example.fi", PASSWORD).await;
    assert_eq!(new.status, StatusCode::SEE_OTHER);

    let one_time = "kertasalasana yksi";
    let given = [("action", "password"), ("new_password", one_time)];
    let given = administrator.fill(&path, &given).await;
    let page = administrator.get(given.location()).await;
    page.says(StatusCode::OK, "Kertasalasana kelpaa");
    site.clock.advance(Duration::days(7));
    let late = sign_in("talous@example.fi", one_time).await;
    late.says(
        StatusCode::UNPROCESSABLE_ENTITY,
        "Pyydä pääkäyttäjältä uusi kertasalasana",
    );
    let wrong = sign_in("talous@example.fi", "jokin muu salasana").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!wrong.body.contains("Pyydä pääkäyttäjältä"));
}
