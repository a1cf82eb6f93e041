//! Closing a year in the browser, and opening it again.

use axum::http::StatusCode;
use domain::role::Role;

use super::site::Site;

#[tokio::test]
async fn a_year_that_has_ended_is_closed_and_opened_again_by_forms() {
    let site = Site::new().await;
    let finance = site.official(Role::Finance).await;
    let year = "/tyopoyta/talousarvio/2022";
    let page = finance.get(year).await;
    page.says(StatusCode::OK, &format!("href=\"{year}/sulje\""));
    let running = finance.get("/tyopoyta/talousarvio/2023").await;
    assert!(!running.body.contains("/sulje\""), "{}", running.body);
    let refused = finance.fill(&format!("{year}/sulje"), &[]).await;
    refused.says(StatusCode::UNPROCESSABLE_ENTITY, "href=\"#reason\"");
    let reason = [("reason", "Tilinpäätös")];
    let closed = finance.fill(&format!("{year}/sulje"), &reason).await;
    assert_eq!(
        closed.location(),
        format!("{year}?tehty=tilikausi-suljettu")
    );
    let page = finance.get(year).await;
    page.says(
        StatusCode::OK,
        "Tilikausi on suljettu. Talousarviota ei voi muuttaa",
    );
    assert!(page.body.contains("Tilinpäätös"));
    assert!(
        !page.body.contains(&format!("{year}/kirjaa")),
        "{}",
        page.body
    );
    let opened = finance.fill(&format!("{year}/avaa"), &reason).await;
    assert_eq!(opened.location(), format!("{year}?tehty=tilikausi-avattu"));
    let page = finance.get(year).await;
    assert!(page.body.contains(&format!("href=\"{year}/kirjaa\"")));
    let registrar = site.official(Role::Registrar).await;
    let page = registrar.get(year).await;
    page.says(StatusCode::OK, "avattu uudelleen");
    assert!(!page.body.contains("/sulje\""), "{}", page.body);
}
