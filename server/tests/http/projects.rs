//! A project in the browser: its fields and rows, phases, notes and history, and who may change it.

use axum::http::StatusCode;
use domain::Lang;
use domain::finding::FindingCode;
use domain::role::Role;
use wording::finding::sentence;

use super::site::{Browser, Site};
use super::steps::{self, PROJECT};

/// A project that is entered; gives the identity of an organisation beside its beneficiary.
async fn entered(official: &Browser<'_>) -> (String, String) {
    steps::open_case(official).await;
    let beneficiary = steps::add_organisation(official, steps::BENEFICIARY, "private").await;
    let other = steps::add_organisation(official, steps::FUNDER, "authority").await;
    steps::enter_project(official, &beneficiary).await;
    (beneficiary, other)
}

#[tokio::test]
async fn every_field_is_saved_shown_and_told_in_the_history() {
    let site = Site::new().await;
    let official = site.official(Role::Registrar).await;
    let (beneficiary, other) = entered(&official).await;
    let form = format!("{PROJECT}/tiedot");
    let fields = [
        ("name", "Kaivoskumppani 2"),
        ("summary", "Kuvaus."),
        ("city_role", "co_funder"),
        ("beneficiary", &*beneficiary),
        ("joint-4-organisation", &other),
        ("first_month", "1/2023"),
        ("last_month", "12/2024"),
        ("programme", "Uudistuva ja osaava Suomi 2021–2027"),
        ("specific_objective", "1.3"),
        ("project_code", "A80001"),
        ("municipality", "Kajaani"),
        ("latitude", "64.227"),
        ("longitude", "27,728"),
        ("contacts-0-contact_office", "Projektipäällikkö"),
        ("contacts-0-email", "hanke@kunta.example"),
    ];
    assert_eq!(official.fill(&form, &fields).await.destination(), PROJECT);
    let sheet = official.get(PROJECT).await;
    for shown in [
        "Kaivoskumppani 2",
        "ulkopuolinen osarahoittaja",
        steps::FUNDER,
        "Uudistuva ja osaava Suomi 2021–2027",
        "1.3",
        "A80001",
        "64,227° pohjoista leveyttä, 27,728° itäistä pituutta",
        "hanke@kunta.example",
    ] {
        sheet.says(StatusCode::OK, shown);
    }
    let again = official.get(&form).await;
    for kept in ["value=\"64,227\"", "name=\"joint-0-organisation\""] {
        again.says(StatusCode::OK, kept);
    }
    let history = official.get(&format!("{PROJECT}/historia")).await;
    for told in [
        "Versio 2",
        "Kaivoskumppani 2",
        "Projektipäällikkö, hanke@kunta.example",
        "A12345",
    ] {
        history.says(StatusCode::OK, told);
    }
}

#[tokio::test]
async fn rows_are_added_and_removed_without_saving() {
    let site = Site::new().await;
    let official = site.official(Role::Preparer).await;
    let (_, other) = entered(&official).await;
    let form = format!("{PROJECT}/tiedot");
    let fields = [("name", "Vaihtui"), ("partners-0-organisation", &*other)];
    let with = |action| [&fields[..], &[("action", action)]].concat();
    for (action, there, gone) in [
        (
            "add-partner",
            "partners-1-organisation",
            "joint-0-organisation",
        ),
        (
            "add-joint",
            "joint-0-organisation",
            "partners-1-organisation",
        ),
        ("add-contact", "contacts-0-email", "joint-0-organisation"),
        ("remove-partner-0", "add-partner", "partners-0-organisation"),
    ] {
        let page = official.fill(&form, &with(action)).await;
        page.says(StatusCode::OK, there);
        page.says(StatusCode::OK, "value=\"Vaihtui\"");
        assert!(!page.body.contains(gone), "{action}");
    }
    let sheet = official.get(PROJECT).await;
    assert!(!sheet.body.contains("Vaihtui"), "nothing was saved");
}

#[tokio::test]
async fn phases_are_recorded_in_order_and_taken_back_with_a_reason() {
    let site = Site::new().await;
    let official = site.official(Role::Registrar).await;
    entered(&official).await;
    let form = format!("{PROJECT}/vaihe");
    let sheet = official.get(PROJECT).await;
    sheet.says(StatusCode::OK, "vaihetta ei ole vielä kirjattu");
    let phase = |code, on| [("project_phase", code), ("phase_on", on)];
    let done = official.fill(&form, &phase("running", "1.1.2023")).await;
    assert_eq!(done.destination(), PROJECT);
    let open = official.get(&form).await;
    assert!(!open.body.contains("value=\"applied\""), "it cannot follow");
    for (code, on, found) in [
        ("applied", "2.1.2023", FindingCode::PhaseNotNext),
        ("ended", "31.12.2022", FindingCode::DayBeforePhase),
        ("ended", "31.12.2099", FindingCode::DayInFuture),
        ("", "1.2.2023", FindingCode::Missing),
    ] {
        let refused = official.fill(&form, &phase(code, on)).await;
        refused.says(StatusCode::UNPROCESSABLE_ENTITY, sentence(found, Lang::Fi));
    }
    let done = official.fill(&form, &phase("ended", "1.6.2023")).await;
    assert_eq!(done.destination(), PROJECT);
    official
        .get(PROJECT)
        .await
        .says(StatusCode::OK, "1.1.2023–1.6.2023");
    // Whoever still sees the phase before is told of both.
    let later = phase("interrupted", "2.6.2023");
    let stale = official.send_on(&open, &form, &later).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "{}", stale.body);

    let undo = format!("{form}/peru");
    let refused = official.fill(&undo, &[("reason", " ")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = official.fill(&undo, &[("reason", "Väärä hanke")]).await;
    assert_eq!(done.destination(), PROJECT);
    let sheet = official.get(PROJECT).await;
    assert!(!sheet.body.contains("1.6.2023"), "it runs again");
    let history = official.get(&format!("{PROJECT}/historia")).await;
    history.says(StatusCode::OK, "Väärä hanke");
    history.says(StatusCode::OK, "päättynyt, 1.6.2023");
}

#[tokio::test]
async fn a_note_is_added_once_and_stays() {
    let site = Site::new().await;
    let official = site.official(Role::Preparer).await;
    entered(&official).await;
    let form = format!("{PROJECT}/muistiinpanot/uusi");
    official
        .get(PROJECT)
        .await
        .says(StatusCode::OK, "Ei vielä muistiinpanoja");
    let fields = [
        ("noted_on", "18.8.2023"),
        ("note", "Soitettu <hankkeelle>."),
    ];
    let open = official.get(&form).await;
    for _ in 0..2 {
        let done = official.send_on(&open, &form, &fields).await;
        assert_eq!(done.destination(), PROJECT, "{}", done.body);
    }
    let sheet = official.get(PROJECT).await;
    assert_eq!(
        sheet.body.matches("Soitettu &lt;hankkeelle&gt;.").count(),
        1
    );
    let refused = official.fill(&form, &[("noted_on", "18.8.2023")]).await;
    refused.says(
        StatusCode::UNPROCESSABLE_ENTITY,
        sentence(FindingCode::Missing, Lang::Fi),
    );
}

#[tokio::test]
async fn who_may_not_change_a_project_reads_it() {
    let site = Site::new().await;
    entered(&site.official(Role::Preparer).await).await;
    let auditor = site.official(Role::Auditor).await;
    let sheet = auditor.get(PROJECT).await;
    sheet.says(StatusCode::OK, "Muutoshistoria");
    for form in ["tiedot", "vaihe", "vaihe/peru", "muistiinpanot/uusi"] {
        let address = format!("{PROJECT}/{form}");
        assert!(!sheet.body.contains(&format!("\"{address}\"")), "{form}");
        assert_eq!(auditor.get(&address).await.status, StatusCode::FORBIDDEN);
    }
    let history = auditor.get(&format!("{PROJECT}/historia")).await;
    assert_eq!(history.status, StatusCode::OK);
    let none = auditor.get("/tyopoyta/hankkeet/ei-ole/historia").await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn costs_are_computed_to_the_cent_and_shown_with_their_steps() {
    let site = Site::new().await;
    let official = site.official(Role::Preparer).await;
    entered(&official).await;
    let mut fields = vec![
        ("reason", "Ensimmäinen"),
        ("years", "2023 2024"),
        ("rows-0-funders", steps::FUNDER),
        ("rows-0-category", "eu_and_state"),
        ("rows-0-total", "100 000,10"),
        ("cost_model", "seven_of_direct"),
        ("support_kind", "development"),
        ("costs-0-category", "salaries"),
        ("costs-0-2023", "60 000,05"),
        ("costs-0-2024", "40 000,05"),
        ("costs-1-category", "travel"),
        ("costs-1-total", ""),
    ];
    let refused = official.fill(steps::PLAN, &fields).await;
    refused.says(
        StatusCode::UNPROCESSABLE_ENTITY,
        sentence(FindingCode::RateExceeded, Lang::Fi),
    );
    refused.says(StatusCode::UNPROCESSABLE_ENTITY, "value=\"60 000,05\"");
    fields.push(("rate_reason", "Erityinen syy"));
    let saved = official.fill(steps::PLAN, &fields).await;
    assert_eq!(saved.destination(), PROJECT, "{}", saved.body);
    let sheet = official.get(PROJECT).await;
    let plain = sheet.body.replace(['\u{a0}', '\u{202f}'], " ");
    for shown in [
        "100 000,10 € × 7 % = 7 000,01 €",
        "107 000,11",
        "7 000,01",
        "Puuttuva rahoitus",
        "Erityinen syy",
    ] {
        assert!(plain.contains(shown), "{shown}: {plain}");
    }
    let again = official.get(steps::PLAN).await;
    again.says(StatusCode::OK, "value=\"60 000,05\"");
    again.says(StatusCode::OK, "value=\"seven_of_direct\" selected");
}

#[tokio::test]
async fn two_versions_of_a_plan_stand_beside_each_other() {
    let site = Site::new().await;
    let official = site.official(Role::Preparer).await;
    entered(&official).await;
    let page = format!("{}/vertailu", steps::PLAN);
    let nothing = official.get(&page).await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
    let mut fields = vec![
        ("reason", "Ensimmäinen"),
        ("years", "2023 2024"),
        ("rows-0-funders", steps::FUNDER),
        ("rows-0-category", "eu_and_state"),
        ("rows-0-2023", "1 000"),
        ("rows-0-total", ""),
    ];
    official.fill(steps::PLAN, &fields).await;
    let one = official.get(&page).await;
    one.says(StatusCode::OK, "Suunnitelmasta on vasta yksi versio.");
    fields[0].1 = "Päätös tuli";
    fields[5].1 = "1 500";
    official.fill(steps::PLAN, &fields).await;

    let linked = format!("{page}?mista=1&#38;mihin=2");
    let sheet = official.get(PROJECT).await;
    assert!(
        sheet.body.contains(&linked) || sheet.body.contains(&linked.replace("#38", "amp")),
        "{}",
        sheet.body
    );
    let compared = official.get(&page).await;
    let plain = compared.body.replace(['\u{a0}', '\u{202f}'], " ");
    for shown in ["Päätös tuli", "1 000,00 €", "+500,00 €", "ennallaan"] {
        assert!(plain.contains(shown), "{shown}: {plain}");
    }
    let csv = official.get(&format!("{page}.csv?mista=1&mihin=2")).await;
    csv.says(StatusCode::OK, "what,category,year,from,to,difference");
    csv.says(StatusCode::OK, ",,,500.00,500.00");
    let unknown = official.get(&format!("{page}?mihin=9")).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}
