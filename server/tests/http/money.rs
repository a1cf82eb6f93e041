//! The views of money as they are sent: pages, CSV, CSV for Finnish spreadsheets and XLSX.

use axum::http::StatusCode;
use domain::role::Role;

use super::markers::outputs::read;
use super::site::Site;
use super::steps;

/// A published decision that promises 2 500 euros for each of two years.
async fn published(site: &Site) {
    let preparer = site.official(Role::Preparer).await;
    let sheet = steps::up_to_draft(&preparer).await;
    steps::send(&preparer, &sheet).await;
    steps::sign(&site.official(Role::DecisionMaker).await, &sheet).await;
    steps::publish(&site.official(Role::Registrar).await, &sheet).await;
}

#[tokio::test]
async fn commitments_are_a_page_and_files_of_the_same_filter() {
    let site = Site::new().await;
    published(&site).await;
    let finance = site.official(Role::Finance).await;
    let page = finance.get("/tyopoyta/sitoumukset?vuosi=2023").await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert!(page.body.contains("Kaivoskumppani"), "{}", page.body);

    let csv = finance.get("/tyopoyta/sitoumukset.csv?vuosi=2023").await;
    assert_eq!(csv.header("content-type"), Some("text/csv; charset=utf-8"));
    let saved_as = csv.header("content-disposition");
    assert_eq!(saved_as, Some("attachment; filename=\"sitoumukset.csv\""));
    let lines: Vec<&str> = csv.body.lines().collect();
    assert_eq!(lines.len(), 2, "{}", csv.body);
    assert!(
        lines[1].starts_with("kaupunginjohtaja/2023/5,"),
        "{}",
        lines[1]
    );
    assert!(lines[1].ends_with(",2500.00,,0.00"), "{}", lines[1]);

    let excel = finance
        .get("/tyopoyta/sitoumukset.csv?vuosi=2023&muoto=excel")
        .await;
    assert!(excel.body.starts_with('\u{feff}'), "{}", excel.body);
    assert!(
        excel.body.trim_end().ends_with(";2500,00;0,00;0,00"),
        "{}",
        excel.body
    );

    let xlsx = finance.get("/tyopoyta/sitoumukset.xlsx?vuosi=2023").await;
    let saved_as = xlsx.header("content-disposition");
    assert_eq!(saved_as, Some("attachment; filename=\"sitoumukset.xlsx\""));
    assert!(read(&xlsx).contains("Kaivoskumppani"));

    // What cannot be read narrows nothing.
    let odd = finance
        .get("/tyopoyta/sitoumukset?vuosi=x&sitovuus=y&sivu=z&hanke=%20")
        .await;
    assert_eq!(odd.status, StatusCode::OK, "{}", odd.body);
    let plans = finance
        .get("/tyopoyta/rahoitus/rivit?vuosi=2023&rahoittaja=x")
        .await;
    assert_eq!(plans.status, StatusCode::OK, "{}", plans.body);
}

#[tokio::test]
async fn everybody_sees_where_published_euros_go() {
    let site = Site::new().await;
    let before = site.visitor().get("/rahoitus").await;
    assert_eq!(before.status, StatusCode::OK);
    published(&site).await;
    let visitor = site.visitor();
    for (path, expected) in [
        ("/rahoitus", "/rahoitus?vuosi=2023"),
        ("/rahoitus?vuosi=2023", "/paatokset/kaupunginjohtaja/2023/5"),
        (
            "/sv/rahoitus?kohta=Elinvoima",
            "/sv/paatokset/kaupunginjohtaja/2023/5",
        ),
        ("/en/rahoitus?hanke=-", "/en/rahoitus"),
        ("/rahoitus?rahoittaja=muut", "/rahoitus"),
        ("/rahoitus.csv", "kaupunginjohtaja/2023/5"),
    ] {
        let page = visitor.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(page.body.contains(expected), "{path}: {}", page.body);
    }
    let xlsx = visitor.get("/rahoitus.xlsx").await;
    assert!(read(&xlsx).contains("Kaivoskumppani"));
    let again = visitor.get("/rahoitus.xlsx").await;
    assert!(xlsx.bytes == again.bytes, "the same is the same bytes");
    assert_eq!(xlsx.header("etag"), again.header("etag"));
}
