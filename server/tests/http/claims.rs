//! Payment claims in the browser: made, sent, decided, paid, and what is wrong with one.

use axum::http::StatusCode;
use domain::role::Role;

use super::site::{Browser, Site};
use super::steps;

const TODAY: (&str, &str) = ("entry_day", "18.8.2023");
const DOCUMENT: (&str, &str) = ("arrived_as", "EURA 2021/1");

/// A project of the city's own with a plan; gives the address of its claims.
async fn own_project(preparer: &Browser<'_>) -> String {
    steps::up_to_draft(preparer).await;
    let project = "/tyopoyta/hankkeet/kaivoskumppani";
    let facts = [
        ("name", "Kaivoskumppani"),
        ("city_role", "beneficiary"),
        ("first_month", "10/2022"),
        ("last_month", "9/2024"),
    ];
    let changed = preparer.fill(&format!("{project}/tiedot"), &facts).await;
    assert_eq!(changed.destination(), project, "{}", changed.body);
    let plan = [
        ("reason", "Hakemus"),
        ("years", "2023"),
        ("cost_model", "forty_of_salaries"),
        ("support_kind", "development"),
        ("costs-0-category", "salaries"),
        ("costs-0-total", "10 000"),
        ("rows-0-funders", "*"),
        ("rows-0-category", "eu_and_state"),
        ("rows-0-total", "9 800"),
        ("rows-1-funders", "*"),
        ("rows-1-category", "own_contribution"),
        ("rows-1-total", "4 200"),
        ("action", "save"),
    ];
    let saved = preparer.fill(&format!("{project}/rahoitus"), &plan).await;
    assert_eq!(saved.destination(), project, "{}", saved.body);
    format!("{project}/maksatushakemukset")
}

const MADE: [(&str, &str); 5] = [
    ("first_day", "1.10.2022"),
    ("last_day", "31.3.2023"),
    ("costs-0-category", "salaries"),
    ("costs-0-amount", "1 000"),
    ("funding-0-funder", "others/own_contribution"),
];

#[tokio::test]
async fn a_claim_goes_its_way_by_forms_and_its_money_is_waited_for() {
    let site = Site::new().await;
    let preparer = site.official(Role::Preparer).await;
    let claims = own_project(&preparer).await;
    let finance = site.official(Role::Finance).await;
    let project = finance.get("/tyopoyta/hankkeet/kaivoskumppani").await;
    project.says(StatusCode::OK, &format!("href=\"{claims}\""));
    let page = finance.get(&claims).await;
    page.says(StatusCode::OK, "Ei vielä maksatushakemuksia.");
    let shown = format!("{claims}?tehty=maksatushakemus-kirjattu");
    let form = finance.get(&format!("{claims}/uusi")).await;
    form.says(StatusCode::OK, "value=\"1.10.2022\"");
    let made = finance.fill(&format!("{claims}/uusi"), &MADE).await;
    assert_eq!(made.location(), shown, "{}", made.body);
    let one = finance.get(&format!("{claims}/1")).await;
    let body = one.body.replace('\u{a0}', " ");
    for said in [
        "1 000,00 € × 40 % = 400,00 €",
        "1 400,00 € × 9 800,00 € ÷ 14 000,00 € = 980,00 €, pyöristettynä alaspäin",
        "980,00 € − 0,00 € = 980,00 €",
    ] {
        assert!(body.contains(said), "{said}: {body}");
    }
    for (path, fields) in [
        ("1/lahetys", &[DOCUMENT, TODAY][..]),
        (
            "1/paatos",
            &[("granted", "900"), ("reason", "Palkka"), DOCUMENT, TODAY],
        ),
    ] {
        let answer = finance.fill(&format!("{claims}/{path}"), fields).await;
        assert_eq!(answer.location(), shown, "{path}: {}", answer.body);
    }
    let page = finance.get(&claims).await;
    let body = page.body.replace('\u{a0}', " ");
    for said in [
        "päätetty, maksua odotetaan",
        "900,00 €, EURA 2021/1. Palkka",
        "30.1.2025",
        "9 000,00 €",
    ] {
        assert!(body.contains(said), "{said}: {body}");
    }
    let due = finance.get("/tyopoyta/eraantyvat").await;
    due.says(StatusCode::OK, &format!("href=\"{claims}\""));
    assert!(due.body.replace('\u{a0}', " ").contains("900,00 €"));
    let csv = finance.get(&format!("{claims}.csv")).await;
    csv.says(StatusCode::OK, "900.00");
    let xlsx = finance.get(&format!("{claims}.xlsx")).await;
    assert_eq!(xlsx.status, StatusCode::OK);

    let paid = [("voucher", "T-1"), TODAY];
    let answer = finance.fill(&format!("{claims}/1/maksu"), &paid).await;
    assert_eq!(answer.location(), shown);
    let due = finance.get("/tyopoyta/eraantyvat").await;
    let nothing = "Mikään maksatushakemus ei ole myöhässä eikä odota maksua.";
    due.says(StatusCode::OK, nothing);
}

#[tokio::test]
async fn what_is_wrong_with_a_claim_is_said_at_its_field() {
    let site = Site::new().await;
    let preparer = site.official(Role::Preparer).await;
    let claims = own_project(&preparer).await;
    let new = format!("{claims}/uusi");
    let mut fields = MADE.to_vec();
    fields.push(("applied", "980,01"));
    let refused = preparer.fill(&new, &fields).await;
    refused.says(StatusCode::UNPROCESSABLE_ENTITY, "href=\"#applied\"");
    assert!(refused.body.contains("value=\"980,01\""));
    let advance = [("amount", "2 940,01"), DOCUMENT, TODAY];
    let refused = preparer.fill(&format!("{claims}/ennakko"), &advance).await;
    refused.says(StatusCode::UNPROCESSABLE_ENTITY, "href=\"#amount\"");
    preparer.fill(&new, &MADE).await;
    let refused = preparer.fill(&new, &MADE).await;
    refused.says(StatusCode::UNPROCESSABLE_ENTITY, "href=\"#first_day\"");
    for unknown in ["2", "2/lahetys", "1/lahja", "1/uusi"] {
        let missing = preparer.get(&format!("{claims}/{unknown}")).await;
        assert_eq!(missing.status, StatusCode::NOT_FOUND, "{unknown}");
    }
    let registrar = site.official(Role::Registrar).await;
    let page = registrar.get(&claims).await;
    page.says(StatusCode::OK, "luonnos");
    assert!(!page.body.contains("/1/lahetys"), "{}", page.body);
    assert_eq!(registrar.get(&new).await.status, StatusCode::FORBIDDEN);
}
