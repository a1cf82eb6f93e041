//! Lists and single things for programs: the same values in each form, and no more than the law
//! lets everybody see.

use std::io::{Cursor, Read as _};

use axum::http::StatusCode;
use domain::role::Role;
use serde_json::Value;
use zip::ZipArchive;

use super::site::Site;
use super::steps;

const DECISION: &str = "/paatokset/kaupunginjohtaja/2023/5";

/// A site with the decision § 5 published, and the sheet of it.
async fn published() -> (Site, String) {
    let site = Site::new().await;
    let preparer = site.official(Role::Preparer).await;
    let mayor = site.official(Role::DecisionMaker).await;
    let registrar = site.official(Role::Registrar).await;
    let sheet = steps::up_to_draft(&preparer).await;
    steps::send(&preparer, &sheet).await;
    steps::sign(&mayor, &sheet).await;
    steps::publish(&registrar, &sheet).await;
    (site, sheet)
}

async fn json(site: &Site, path: &str) -> Value {
    let answer = site.visitor().get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}");
    assert_eq!(answer.header("content-type"), Some("application/json"));
    serde_json::from_str(&answer.body).expect("JSON")
}

#[tokio::test]
async fn a_decision_and_its_project_are_read_by_programs() {
    let (site, _) = published().await;
    let decision = json(&site, &format!("{DECISION}.json")).await;
    assert_eq!(decision["removed"], false);
    assert_eq!(decision["section"], "kaupunginjohtaja/2023/5");
    assert_eq!(decision["case_number"], steps::NUMBER);
    assert_eq!(decision["project"], "kaivoskumppani");
    let made = &decision["commitments"][0];
    assert!(made["amount_cents"].as_i64().is_some_and(|cents| cents > 0));
    let project = json(&site, "/sv/hankkeet/kaivoskumppani.json").await;
    assert_eq!(project["slug"], "kaivoskumppani");
    assert_eq!(project["decisions"][0]["section"], decision["section"]);
    let missing = site.visitor().get("/hankkeet/ei-ole.json").await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_withdrawn_decision_is_told_as_removed_and_is_in_no_list() {
    let (site, sheet) = published().await;
    let registrar = site.signed_in(Role::Registrar).await;
    let fields = [
        ("public_reason", "Julkaistu erehdyksessä"),
        ("hides_title", "1"),
        ("confirmed", "1"),
        ("action", "withdraw"),
    ];
    let answer = registrar.fill(&format!("{sheet}/poisto"), &fields).await;
    assert_eq!(answer.destination(), sheet, "{}", answer.body);
    let stub = json(&site, &format!("{DECISION}.json")).await;
    assert_eq!(stub["removed"], true);
    assert_eq!(stub["reason"], "Julkaistu erehdyksessä");
    assert_eq!(stub["title"], Value::Null);
    assert_eq!(
        json(&site, "/paatokset.json").await,
        Value::Array(Vec::new())
    );
    let csv = site.visitor().get("/paatokset.csv").await;
    assert_eq!(csv.body.lines().count(), 1, "{}", csv.body);
}

#[tokio::test]
async fn the_filters_of_the_list_are_those_of_its_files_and_each_form_says_the_same() {
    let (site, _) = published().await;
    let all = json(&site, "/paatokset.json").await;
    assert_eq!(all.as_array().map(Vec::len), Some(1));
    let csv = site.visitor().get("/paatokset.csv").await;
    assert_eq!(csv.header("cache-control"), Some("no-store"));
    assert_eq!(csv.header("etag"), None, "it is sent while it is made");
    let mut lines = csv.body.split_terminator("\r\n");
    let codes: Vec<&str> = lines.next().expect("a head").split(',').collect();
    let cells: Vec<&str> = lines.next().expect("a row").split(',').collect();
    for (code, cell) in codes.iter().zip(&cells) {
        let of_json = match (&all[0][*code], &all[0][format!("{code}_cents")]) {
            (Value::String(text), _) => text.clone(),
            (Value::Null, Value::Number(cents)) => {
                let cents = cents.as_i64().expect("whole cents");
                format!("{}.{:02}", cents / 100, cents % 100)
            }
            (Value::Null, Value::Null) => String::new(),
            other => panic!("{code}: {other:?}"),
        };
        assert_eq!(of_json, cell.trim_matches('"'), "{code}");
    }
    for narrowed in ["vuosi=2022", "paatoksentekija=muu", "alku=2030-01-01"] {
        let none = json(&site, &format!("/paatokset.json?{narrowed}")).await;
        assert_eq!(none, Value::Array(Vec::new()), "{narrowed}");
        let csv = format!("/paatokset.csv?{narrowed}");
        assert_eq!(site.visitor().get(&csv).await.body.lines().count(), 1);
    }
    let excel = site.visitor().get("/paatokset.csv?muoto=excel").await;
    assert!(excel.body.starts_with('\u{feff}') && excel.body.contains(';'));
    let page = site.visitor().get("/paatokset?vuosi=2023").await;
    for link in ["/paatokset.csv?vuosi=2023", "/paatokset.json?vuosi=2023"] {
        assert!(page.body.contains(link), "{link}");
    }
}

#[tokio::test]
async fn the_list_of_operations_says_that_it_is_not_the_official_one() {
    let (site, _) = published().await;
    let answer = site.visitor().get("/hankkeet/eu-hankkeet.csv").await;
    let saved_as = answer.header("content-disposition").unwrap_or_default();
    assert!(saved_as.contains("epavirallinen"), "{saved_as}");
    let operations = json(&site, "/hankkeet/eu-hankkeet.json").await;
    for operation in operations.as_array().expect("an array") {
        let status = operation["status"].as_str().unwrap_or_default();
        assert!(status.starts_with("Epävirallinen"), "{operation}");
        assert_eq!(operation["union_cofinancing_rate"], Value::Null);
    }
    let projects = json(&site, "/hankkeet.json").await;
    assert_eq!(projects[0]["address"], "kaivoskumppani");
}

/// The files of an archive: name and content.
fn unpacked(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut files = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("a file");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("it is text");
        files.push((file.name().expect("a name").to_string(), text));
    }
    files
}

#[tokio::test]
async fn all_open_data_is_one_file_with_its_terms_and_its_columns() {
    let (site, _) = published().await;
    for (prefix, licence) in [
        ("", "Creative Commons Nimeä 4.0"),
        ("/sv", "Creative Commons Erkännande 4.0"),
        ("/en", "Creative Commons Attribution 4.0"),
    ] {
        let page = site.visitor().get(&format!("{prefix}/avoindata")).await;
        page.says(StatusCode::OK, licence);
        page.says(StatusCode::OK, "CC-BY-4.0");
        let path = format!("{prefix}/avoindata/hankerekisteri.zip");
        page.says(StatusCode::OK, &format!("href=\"{path}\""));
        let dump = site.visitor().get(&path).await;
        assert_eq!(dump.header("content-type"), Some("application/zip"));
        assert_eq!(dump.header("cache-control"), Some("no-store"));
        assert_eq!(dump.header("etag"), None, "it is sent while it is made");
        let files = unpacked(&dump.bytes);
        let names: Vec<&str> = files.iter().map(|(name, _)| &**name).collect();
        let expected = [
            "README.txt",
            "columns.csv",
            "projects.csv",
            "decisions.csv",
            "promises.csv",
            "operations.csv",
        ];
        assert_eq!(names, expected);
        let of = |name: &str| {
            let found = files.iter().find(|(of, _)| of == name);
            found.map_or("", |(_, text)| text.as_str())
        };
        assert!(of("README.txt").contains(licence));
        let columns = of("columns.csv");
        // Each file of the archive is the one of its list, and each of its columns is described.
        for (name, list) in [
            ("decisions", "/paatokset.csv"),
            ("projects", "/hankkeet.csv"),
            ("promises", "/rahoitus.csv"),
            ("operations", "/hankkeet/eu-hankkeet.csv"),
        ] {
            let text = of(&format!("{name}.csv"));
            let listed = site.visitor().get(&format!("{prefix}{list}")).await;
            assert_eq!(text, listed.body, "{name}");
            assert!(text.lines().count() > 1, "{name}: {text}");
            for code in text.lines().next().unwrap_or_default().split(',') {
                let described = columns.lines().filter(|line| {
                    let mut cells = line.split(',');
                    cells.next() == Some(name) && cells.any(|cell| cell == code)
                });
                assert_eq!(described.count(), 1, "{name} {code}: {columns}");
                assert!(
                    page.body.contains(&format!("<code>{code}</code>")),
                    "{code}"
                );
            }
        }
    }
}

#[tokio::test]
async fn what_is_withdrawn_has_left_the_file_of_all_open_data() {
    let (site, sheet) = published().await;
    let registrar = site.signed_in(Role::Registrar).await;
    let fields = [
        ("public_reason", "Julkaistu erehdyksessä"),
        ("confirmed", "1"),
        ("action", "withdraw"),
    ];
    let answer = registrar.fill(&format!("{sheet}/poisto"), &fields).await;
    assert_eq!(answer.destination(), sheet, "{}", answer.body);
    let dump = site.visitor().get("/avoindata/hankerekisteri.zip").await;
    for (name, text) in unpacked(&dump.bytes) {
        assert!(!text.contains("Kaivoskumppani"), "{name}: {text}");
        let is_list = name != "README.txt" && name != "columns.csv";
        assert!(!is_list || text.lines().count() == 1, "{name}: {text}");
    }
}
