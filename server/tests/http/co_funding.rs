//! Other funders in the browser: recorded, undone, and listed with what is missing.

use axum::http::StatusCode;
use domain::role::Role;

use super::site::{Browser, Site};
use super::steps;

const PROJECT: &str = "/tyopoyta/hankkeet/kaivoskumppani";
const DAY: (&str, &str) = ("entry_day", "18.8.2023");
const DOCUMENT: (&str, &str) = ("arrived_as", "Maakuntahallitus § 5");

/// A project with a plan that names a funder and misses 700 euros; gives the funder's identity.
async fn planned(preparer: &Browser<'_>) -> String {
    steps::up_to_draft(preparer).await;
    let plan = [
        ("reason", "Hakemus"),
        ("years", "2022 2023"),
        ("rows-0-funders", steps::FUNDER),
        ("rows-0-category", "other_public"),
        ("rows-0-total", "3 000"),
        ("rows-0-2022", "1 000"),
        ("rows-0-2023", "2 000"),
        ("rows-1-funders", "*"),
        ("rows-1-category", "still_to_be_found"),
        ("rows-1-total", "700"),
        ("action", "save"),
    ];
    let saved = preparer.fill(&format!("{PROJECT}/rahoitus"), &plan).await;
    assert_eq!(saved.destination(), PROJECT, "{}", saved.body);
    let form = preparer.get(&format!("{PROJECT}/rahoittajat/paatos")).await;
    let name = form.body.find(&format!(">{}<", steps::FUNDER));
    let before = &form.body[..name.expect("the funder can be chosen")];
    let value = before.rfind("value=\"").expect("its identity") + 7;
    before[value..value + 36].to_owned()
}

#[tokio::test]
async fn what_a_funder_decides_and_pays_is_recorded_by_forms_and_listed() {
    let site = Site::new().await;
    let preparer = site.official(Role::Preparer).await;
    let funder = planned(&preparer).await;
    let finance = site.official(Role::Finance).await;
    let page = format!("{PROJECT}/rahoittajat");
    let project = finance.get(PROJECT).await;
    project.says(StatusCode::OK, &format!("href=\"{page}\""));
    let list = finance.get("/tyopoyta/vajeet").await;
    list.says(StatusCode::OK, "päätöstä ei tiedossa");
    list.says(StatusCode::OK, "rahoittaja löydettävä");
    let done = format!("{page}?tehty=rahoittaja-kirjattu");
    let whose = ("funder", funder.as_str());
    for (act, fields) in [
        ("paatos", &[whose, ("amount", "3 000"), DOCUMENT, DAY][..]),
        ("maksu", &[whose, ("amount", "1 000"), DOCUMENT, DAY]),
        ("kumoa/2", &[("reason", "Väärä hanke")]),
        ("maksu", &[whose, ("amount", "3 000"), DOCUMENT, DAY]),
    ] {
        let saved = finance.fill(&format!("{page}/{act}"), fields).await;
        assert_eq!(saved.location(), done, "{act}: {}", saved.body);
    }
    let shown = finance.get(&page).await;
    shown.says(StatusCode::OK, "Kirjaus 2: Väärä hanke");
    let list = finance.get("/tyopoyta/vajeet").await;
    assert!(
        !list.body.contains("päätöstä ei tiedossa</td>"),
        "{}",
        list.body
    );
    let paid = finance.get("/tyopoyta/vajeet?tilanne=paid").await;
    paid.says(StatusCode::OK, steps::FUNDER);
    let csv = finance.get("/tyopoyta/vajeet.csv?tilanne=paid").await;
    let sums = "3000.00,0,3000.00,3000.00,0.00,0.00";
    csv.says(StatusCode::OK, sums);
    let xlsx = finance.get("/tyopoyta/vajeet.xlsx").await;
    assert_eq!(xlsx.status, StatusCode::OK);
}

#[tokio::test]
async fn what_is_wrong_with_an_entry_about_a_funder_is_said_at_its_field() {
    let site = Site::new().await;
    let preparer = site.official(Role::Preparer).await;
    let funder = planned(&preparer).await;
    let form = format!("{PROJECT}/rahoittajat/maksu");
    let fields = [("funder", funder.as_str()), ("amount", "0"), DOCUMENT, DAY];
    let refused = preparer.fill(&form, &fields).await;
    refused.says(StatusCode::UNPROCESSABLE_ENTITY, "href=\"#amount\"");
    for nowhere in [
        "rahoittajat/ei-ole",
        "rahoittajat/kumoa/x",
        "../ei-ole/rahoittajat",
    ] {
        let answer = preparer.get(&format!("{PROJECT}/{nowhere}")).await;
        let status = answer.status;
        assert!(status.is_client_error(), "{nowhere}: {status}");
    }
    let auditor = site.official(Role::Auditor).await;
    let answer = auditor.get(&form).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}
