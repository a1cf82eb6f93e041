//! Budget rows from a file, as browsers send it.

use axum::http::StatusCode;
use domain::role::Role;

use super::site::{Browser, Page, Site};

const UPLOAD: &str = "/tyopoyta/talousarvio/2020/tuo";

const FACTS: [(&str, &str); 5] = [
    ("budget_kind", "sets"),
    ("deciding_body", "Kaupunginhallitus"),
    ("decided_on", "22.9.2020"),
    ("section", "160"),
    ("subject", "Käyttösuunnitelma"),
];

async fn upload(official: &Browser<'_>, facts: &[(&str, &str)], file: Option<&[u8]>) -> Page {
    let page = official.get(UPLOAD).await;
    let (key, version) = (page.hidden("key"), page.hidden("version"));
    let mut fields = vec![("key", &*key), ("version", &*version)];
    fields.extend(facts);
    let file = file.map(|bytes| ("suunnitelma.csv", bytes));
    official.upload(UPLOAD, &fields, file).await
}

#[tokio::test]
async fn a_file_is_shown_first_and_recorded_when_it_is_confirmed() {
    let site = Site::new().await;
    let finance = site.official(Role::Finance).await;
    let budget = finance.get("/tyopoyta/talousarvio/2020").await;
    budget.says(StatusCode::OK, "href=\"/tyopoyta/talousarvio/2020/tuo\"");
    let template = finance.get(&format!("{UPLOAD}/pohja.csv")).await;
    assert_eq!(template.status, StatusCode::OK);
    let workbook = finance.get(&format!("{UPLOAD}/pohja.xlsx")).await;
    assert!(workbook.bytes.starts_with(b"PK"), "{}", workbook.status);
    let mut filled = template.bytes.clone();
    filled.extend("190214487;Kehittämisraha;Elinvoima;;määräraha;50 000,00\r\n".as_bytes());

    let answer = upload(&finance, &FACTS, Some(&filled)).await;
    let report = answer.destination().to_owned();
    let shown = finance.get(&report).await;
    shown.says(
        StatusCode::OK,
        "Mitään ei ole vielä kirjattu. Kaikki rivit voi kirjata.",
    );
    shown.says(StatusCode::OK, "Kehittämisraha");
    assert!(
        !finance
            .get("/tyopoyta/talousarvio/2020")
            .await
            .body
            .contains("Kehittämisraha")
    );

    // The budget changes meanwhile: what would be recorded now is shown anew.
    let other = [
        ("rows-0-code", "2"),
        ("rows-0-name", "Toinen"),
        ("rows-0-appropriation", "Elinvoima"),
        ("rows-0-amount", "1"),
        ("action", "save"),
    ];
    let other: Vec<_> = FACTS.into_iter().chain(other).collect();
    let recorded = finance
        .fill("/tyopoyta/talousarvio/2020/kirjaa", &other)
        .await;
    assert_eq!(recorded.destination(), "/tyopoyta/talousarvio/2020");
    let seen = shown.hidden("shown");
    let confirm = [("shown", &*seen), ("action", "confirm")];
    let stale = finance.send_on(&shown, &report, &confirm).await;
    stale.says(StatusCode::CONFLICT, "Tarkista uudelleen, mitä kirjataan");
    let seen = stale.hidden("shown");
    let confirm = [("shown", &*seen), ("action", "confirm")];
    let done = finance.send_on(&stale, &report, &confirm).await;
    assert_eq!(
        done.location(),
        "/tyopoyta/talousarvio/2020?tehty=talousarvio-kirjattu"
    );
    finance
        .get("/tyopoyta/talousarvio/2020/kohdat/190214487")
        .await
        .says(StatusCode::OK, "50\u{a0}000,00");
    assert_eq!(finance.get(&report).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_is_wrong_is_said_and_nothing_is_recorded() {
    let site = Site::new().await;
    let finance = site.official(Role::Finance).await;
    for (file, said) in [
        (None, "Valitse tiedosto, jossa on taulukko."),
        (Some(&b"PK\x03\x04"[..]), "Tallenna tiedosto uudelleen"),
        (Some(b"\0\0"), "Tallenna taulukko CSV- tai XLSX-tiedostona"),
    ] {
        let answer = upload(&finance, &FACTS, file).await;
        answer.says(StatusCode::UNPROCESSABLE_ENTITY, said);
        answer.says(
            StatusCode::UNPROCESSABLE_ENTITY,
            "value=\"Kaupunginhallitus\"",
        );
    }
    let table = "Kohta;Nimi;Toimiala;Arvo\n1;<b>Yksi</b>;Elinvoima;1.234\n".as_bytes();
    let answer = upload(&finance, &FACTS[1..], Some(table)).await;
    answer.says(StatusCode::UNPROCESSABLE_ENTITY, "href=\"#budget_kind\"");

    let answer = upload(&finance, &FACTS, Some(table)).await;
    let report = answer.destination().to_owned();
    let shown = finance.get(&report).await;
    shown.says(StatusCode::OK, "href=\"#column-amount\"");
    assert!(!shown.body.contains("<b>Yksi"), "{}", shown.body);
    let columns = [
        ("column-code", "1"),
        ("column-name", "2"),
        ("column-appropriation", "3"),
        ("column-amount", "4"),
        ("action", "choose"),
    ];
    let chosen = finance.send_on(&shown, &report, &columns).await;
    assert_eq!(chosen.destination(), report);
    let shown = finance.get(&report).await;
    shown.says(StatusCode::OK, "lukea kahdella tavalla");
    let confirmed = finance
        .send_on(&shown, &report, &[("action", "confirm")])
        .await;
    assert_eq!(
        confirmed.status,
        StatusCode::CONFLICT,
        "nothing was shown to be right"
    );
    let left = finance
        .send_on(&shown, &report, &[("action", "discard")])
        .await;
    assert_eq!(
        left.location(),
        "/tyopoyta/talousarvio/2020?tehty=tuonti-hylatty"
    );
}

#[tokio::test]
async fn only_finance_imports_and_nobody_sees_a_file_of_somebody_else() {
    let site = Site::new().await;
    let finance = site.official(Role::Finance).await;
    let table = "Kohta;Nimi;Toimiala;Summa\n1;Yksi;Elinvoima;1\n".as_bytes();
    let report = upload(&finance, &FACTS, Some(table))
        .await
        .destination()
        .to_owned();
    let registrar = site.official(Role::Registrar).await;
    for path in [UPLOAD, &report, &format!("{UPLOAD}/pohja.csv")] {
        assert_eq!(
            registrar.get(path).await.status,
            StatusCode::FORBIDDEN,
            "{path}"
        );
    }
    let budget = registrar.get("/tyopoyta/talousarvio/2020").await;
    assert!(!budget.body.contains("/tuo\""), "{}", budget.body);
    let other_year = report.replace("/2020/", "/2021/");
    assert_eq!(finance.get(&other_year).await.status, StatusCode::NOT_FOUND);
    let large = vec![b'1'; 21 * 1024 * 1024];
    let answer = upload(&finance, &FACTS, Some(&large)).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
}
