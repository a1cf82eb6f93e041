//! Tables from a file, as browsers send them: the ledger's postings, projects and funding plans.

use axum::http::StatusCode;
use domain::role::Role;

use super::commitments::{payment, signed};
use super::site::{Browser, Page, Site};
use super::steps;

const LEDGER: &str = "/tyopoyta/tuonti/paakirja";
const PROJECTS: &str = "/tyopoyta/tuonti/hankkeet";
const PLANS: &str = "/tyopoyta/tuonti/rahoitussuunnitelmat";
const PAYMENTS: &str = "/tyopoyta/talousarvio/2023/maksut";

async fn upload(official: &Browser<'_>, path: &str, year: &str, file: Option<&[u8]>) -> Page {
    let page = official.get(path).await;
    let (key, version) = (page.hidden("key"), page.hidden("version"));
    let fields = [("key", &*key), ("version", &*version), ("year", year)];
    let file = file.map(|bytes| ("kirjaukset.csv", bytes));
    official.upload(path, &fields, file).await
}

#[tokio::test]
async fn a_ledger_is_shown_first_and_its_matches_stand_at_the_payments() {
    let site = Site::new().await;
    let commitment = signed(&site).await;
    let finance = site.official(Role::Finance).await;
    let paid = finance
        .fill(&format!("{commitment}/maksu"), &payment("1 000"))
        .await;
    assert_eq!(paid.status, StatusCode::SEE_OTHER);
    let list = finance.get(PAYMENTS).await;
    list.says(StatusCode::OK, "Kohdistamatta");
    list.says(
        StatusCode::OK,
        "href=\"/tyopoyta/tuonti/paakirja?vuosi=2023\"",
    );
    finance
        .get(&format!("{LEDGER}?vuosi=2023"))
        .await
        .says(StatusCode::OK, "value=\"2023\"");

    let template = finance.get(&format!("{LEDGER}/pohja.csv")).await;
    assert_eq!(template.status, StatusCode::OK);
    let mut filled = template.bytes.clone();
    filled.extend("T-100;1 000,00;21.8.2023;2023;4300;2911;;;\r\n".as_bytes());
    filled.extend("T-999;5,00;21.8.2023;2023;4300;2911;;;\r\n".as_bytes());
    let answer = upload(&finance, LEDGER, "2023", Some(&filled)).await;
    let report = answer.destination().to_owned();
    let shown = finance.get(&report).await;
    for said in [
        "Mitään ei ole vielä kirjattu. Tiedoston voi kirjata.",
        "Kohdistetaan",
        "Ei rekisterissä",
        "Esimerkkirivi, jätetään pois",
    ] {
        shown.says(StatusCode::OK, said);
    }
    finance
        .get(PAYMENTS)
        .await
        .says(StatusCode::OK, "Kohdistamatta");
    let seen = shown.hidden("shown");
    let confirm = [("shown", &*seen), ("year", "2023"), ("action", "confirm")];
    let done = finance.send_on(&shown, &report, &confirm).await;
    assert_eq!(done.location(), format!("{PAYMENTS}?tehty=taulukko-tuotu"));
    let list = finance.get(PAYMENTS).await;
    list.says(StatusCode::OK, "Kohdistettu T-100");
    assert_eq!(finance.get(&report).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn columns_are_chosen_otherwise_and_what_was_not_shown_is_not_recorded() {
    let site = Site::new().await;
    let commitment = signed(&site).await;
    let finance = site.official(Role::Finance).await;
    finance
        .fill(&format!("{commitment}/maksu"), &payment("1 000"))
        .await;
    for (file, year, said) in [
        (None, "2023", "Valitse tiedosto, jossa on taulukko."),
        (
            Some(&b"PK\x03\x04"[..]),
            "2023",
            "Tallenna tiedosto uudelleen",
        ),
        (Some(b"a;b\n1;2\n"), "x", "href=\"#year\""),
    ] {
        let answer = upload(&finance, LEDGER, year, file).await;
        answer.says(StatusCode::UNPROCESSABLE_ENTITY, said);
    }
    let table = "Numero;Arvo;Vuosi\nT-100;-1 000;2023\n".as_bytes();
    let answer = upload(&finance, LEDGER, "2023", Some(table)).await;
    let report = answer.destination().to_owned();
    let shown = finance.get(&report).await;
    shown.says(StatusCode::OK, "href=\"#column-voucher\"");
    let refused = finance
        .send_on(&shown, &report, &[("action", "confirm")])
        .await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    let columns = [
        ("column-voucher", "1"),
        ("column-amount", "2"),
        ("column-posting_year", "3"),
        ("turned", "1"),
        ("action", "choose"),
    ];
    let chosen = finance.send_on(&shown, &report, &columns).await;
    assert_eq!(chosen.destination(), report);
    finance
        .get(&report)
        .await
        .says(StatusCode::OK, "Tiedoston voi kirjata.");
    let left = finance
        .send_on(&shown, &report, &[("action", "discard")])
        .await;
    assert_eq!(left.location(), "/tyopoyta?tehty=tuonti-hylatty");
}

#[tokio::test]
async fn projects_come_from_a_file_and_only_who_may_imports() {
    let site = Site::new().await;
    signed(&site).await;
    let preparer = site.signed_in(Role::Preparer).await;
    for path in [LEDGER, &format!("{LEDGER}/pohja.xlsx")] {
        assert_eq!(
            preparer.get(path).await.status,
            StatusCode::FORBIDDEN,
            "{path}"
        );
    }
    preparer
        .get("/tyopoyta")
        .await
        .says(StatusCode::OK, "href=\"/tyopoyta/tuonti/hankkeet\"");
    let template = preparer.get(&format!("{PROJECTS}/pohja.xlsx")).await;
    assert!(template.bytes.starts_with(b"PK"), "a workbook is a package");
    // The template as it is has nothing to record.
    let answer = upload(&preparer, PROJECTS, "", Some(&template.bytes)).await;
    let shown = preparer.get(answer.destination()).await;
    shown.says(StatusCode::OK, "Tiedostossa ei ole mitään kirjattavaa.");

    let table = "Asiatunnus;Hankkeen nimi\nKAJDno-2023-912;<b>Uusi</b> hanke\n".as_bytes();
    let answer = upload(&preparer, PROJECTS, "", Some(table)).await;
    let report = answer.destination().to_owned();
    let shown = preparer.get(&report).await;
    shown.says(StatusCode::OK, "Lisätään");
    assert!(!shown.body.contains("<b>Uusi"), "{}", shown.body);
    let auditor = site.official(Role::Auditor).await;
    assert_eq!(auditor.get(&report).await.status, StatusCode::FORBIDDEN);
    let seen = shown.hidden("shown");
    let confirm = [("shown", &*seen), ("action", "confirm")];
    let done = preparer.send_on(&shown, &report, &confirm).await;
    assert_eq!(done.location(), "/tyopoyta?tehty=taulukko-tuotu");
    let added = preparer.get("/tyopoyta/hankkeet/b-uusi-b-hanke").await;
    assert_eq!(added.status, StatusCode::OK);
}

/// How many rows take longer than who confirms waits, on all but the fastest machines.
const MANY: usize = 2_000;

#[tokio::test]
async fn a_file_that_takes_long_says_how_far_it_is_until_everything_is_recorded() {
    let site = Site::new().await;
    signed(&site).await;
    let preparer = site.signed_in(Role::Preparer).await;
    let rows = (1..=MANY).map(|number| format!("KAJDno-2023-912;Hanke numero {number}\n"));
    let table: String = std::iter::once("Asiatunnus;Hankkeen nimi\n".to_owned())
        .chain(rows)
        .collect();
    let answer = upload(&preparer, PROJECTS, "", Some(table.as_bytes())).await;
    let report = answer.destination().to_owned();
    let shown = preparer.get(&report).await;
    let seen = shown.hidden("shown");
    let confirm = [("shown", &*seen), ("action", "confirm")];
    let mut answer = preparer.send_on(&shown, &report, &confirm).await;
    while answer.status != StatusCode::SEE_OTHER || answer.location() == report {
        if answer.status == StatusCode::OK {
            answer.says(StatusCode::OK, "Tuonti on kesken");
            assert_eq!(answer.header("refresh"), Some("3"));
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        answer = preparer.get(&report).await;
    }
    assert_eq!(answer.location(), "/tyopoyta?tehty=taulukko-tuotu");
    let last = format!("/tyopoyta/hankkeet/hanke-numero-{MANY}");
    assert_eq!(preparer.get(&last).await.status, StatusCode::OK);
}

#[tokio::test]
async fn plans_come_from_a_file_and_go_back_to_one() {
    let site = Site::new().await;
    let official = site.official(Role::Registrar).await;
    steps::open_case(&official).await;
    let beneficiary = steps::add_organisation(&official, steps::BENEFICIARY, "private").await;
    steps::enter_project(&official, &beneficiary).await;
    let none = official
        .get(&format!("{}/rahoitus.csv", steps::PROJECT))
        .await;
    assert_eq!(none.status, StatusCode::NOT_FOUND, "there is no plan yet");
    assert_eq!(official.get(PLANS).await.status, StatusCode::FORBIDDEN);

    let finance = site.official(Role::Finance).await;
    finance
        .get("/tyopoyta")
        .await
        .says(StatusCode::OK, &format!("href=\"{PLANS}\""));
    let slug = steps::PROJECT.rsplit('/').next().expect("a slug");
    let table = format!(
        "Hanke;Rahoittaja;Laji;Vuosi;Summa\n{slug};{};omarahoitus;2023;1 000\n\
         {slug};;puuttuva rahoitus;;\n",
        steps::BENEFICIARY
    );
    let form = finance.get(PLANS).await;
    let (key, version) = (form.hidden("key"), form.hidden("version"));
    let fields = |reason| [("key", &*key), ("version", &*version), ("reason", reason)];
    let file = Some(("suunnitelmat.csv", table.as_bytes()));
    let refused = finance.upload(PLANS, &fields(""), file).await;
    refused.says(StatusCode::UNPROCESSABLE_ENTITY, "href=\"#reason\"");
    let answer = finance
        .upload(PLANS, &fields("Hakemuksen <b>mukaan"), file)
        .await;
    let report = answer.destination().to_owned();
    let shown = finance.get(&report).await;
    for said in [
        "Uuteen versioon",
        "Hakemuksen &lt;b&gt;mukaan",
        "Mikä suunnitelmissa muuttuu",
        "Tallenna suunnitelmat",
    ] {
        shown.says(StatusCode::OK, said);
    }
    let seen = shown.hidden("shown");
    let confirm = [("shown", &*seen), ("action", "confirm")];
    let done = finance.send_on(&shown, &report, &confirm).await;
    assert_eq!(done.location(), "/tyopoyta/rahoitus?tehty=taulukko-tuotu");
    let sheet = finance.get(steps::PROJECT).await;
    sheet.says(StatusCode::OK, "Hakemuksen &lt;b&gt;mukaan");
    sheet.says(StatusCode::OK, "Lataa suunnitelma taulukkona");

    // The plan as a file is read as the plan that it is.
    for file in ["rahoitus.csv", "rahoitus.csv?muoto=excel", "rahoitus.xlsx"] {
        let made = finance.get(&format!("{}/{file}", steps::PROJECT)).await;
        assert_eq!(made.status, StatusCode::OK, "{file}");
        let bytes = Some(("suunnitelma", &*made.bytes));
        let answer = finance.upload(PLANS, &fields("Takaisin"), bytes).await;
        let shown = finance.get(answer.destination()).await;
        shown.says(StatusCode::OK, "Tiedostossa ei ole mitään kirjattavaa.");
        shown.says(StatusCode::OK, "Suunnitelma ennallaan");
    }
}
