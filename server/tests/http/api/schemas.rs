//! Every answer is what the description says, and the description is whole.

use axum::http::StatusCode;
use serde_json::{Value, json as value};

use super::super::site::Site;
use super::super::steps;
use super::{API, json, published, withdraw};

/// The description, as it is served.
async fn description(site: &Site) -> Value {
    let answer = site.visitor().get("/rajapinta/openapi.json").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("content-type"), Some("application/json"));
    serde_json::from_str(&answer.body).expect("JSON")
}

/// The same, in which an object may have no field that is not named.
fn strict(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            if fields.contains_key("properties") && fields.get("type") == Some(&value!("object")) {
                fields.insert("unevaluatedProperties".to_owned(), Value::Bool(false));
            }
            fields.values_mut().for_each(strict);
        }
        Value::Array(all) => all.iter_mut().for_each(strict),
        _ => {}
    }
}

/// Checks an answer against the schema of a path and status.
#[track_caller]
fn agrees(description: &Value, path: &str, status: &str, kind: &str, answer: &Value) {
    let pointer = format!(
        "/paths/{}/get/responses/{status}/content",
        path.replace('/', "~1")
    );
    let content = description
        .pointer(&pointer)
        .expect("the answer is described");
    let schema = &content[kind]["schema"];
    let mut root = value!({ "$ref": schema["$ref"], "components": description["components"] });
    assert!(root["$ref"].is_string(), "{path}: {schema}");
    strict(&mut root);
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .build(&root)
        .expect("a schema");
    let errors: Vec<String> = validator
        .iter_errors(answer)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{path}: {errors:#?}\n{answer:#}");
}

/// Every address of the description with one of what is there.
const ADDRESSES: [(&str, &str); 7] = [
    ("/decisions", "/decisions?limit=1"),
    ("/decisions", "/decisions?modified_since=0"),
    (
        "/decisions/{series}/{year}/{section}",
        "/decisions/kaupunginjohtaja/2023/5",
    ),
    ("/projects", "/projects"),
    ("/projects", "/projects?modified_since=0"),
    ("/projects/{slug}", "/projects/kaivoskumppani"),
    ("/cases/{case_number}", "/cases/kajdno-2023-912"),
];

#[tokio::test]
async fn what_is_sent_is_what_is_described() {
    let (site, sheet) = published().await;
    let description = description(&site).await;
    let paths = description["paths"].as_object().expect("paths");
    let mut asked: Vec<&str> = ADDRESSES.iter().map(|(path, _)| *path).collect();
    asked.dedup();
    assert_eq!(asked.len(), paths.len(), "each path is asked for");
    for (path, address) in ADDRESSES {
        let answer = json(&site, address).await;
        agrees(&description, path, "200", "application/json", &answer);
    }
    withdraw(&site, &sheet).await;
    for (path, address) in &ADDRESSES[..5] {
        let answer = json(&site, address).await;
        agrees(&description, path, "200", "application/json", &answer);
    }
    for (path, address, status) in [
        ("/decisions", "/decisions?sivu=2", "400"),
        ("/decisions", "/decisions?limit=0", "400"),
        ("/projects/{slug}", "/projects/ei-ole", "404"),
        ("/cases/{case_number}", "/cases/KAJDno-1999-1", "404"),
    ] {
        let answer = site.visitor().get(&format!("{API}{address}")).await;
        assert_eq!(answer.status.as_str(), status, "{address}");
        let problem = serde_json::from_str(&answer.body).expect("JSON");
        agrees(
            &description,
            path,
            status,
            "application/problem+json",
            &problem,
        );
    }
}

#[tokio::test]
async fn a_schema_would_see_another_field_and_another_code() {
    let (site, _) = published().await;
    let description = description(&site).await;
    let decision = json(&site, "/decisions/kaupunginjohtaja/2023/5").await;
    for (name, wrong) in [
        ("stage", value!("elsewhere")),
        ("unheard_of", value!(1)),
        ("decided_on", value!("18.8.2023")),
        ("removed", value!(true)),
    ] {
        let mut decision = decision.clone();
        decision[name] = wrong;
        let path = "/decisions/{series}/{year}/{section}";
        let checked = std::panic::catch_unwind(|| {
            agrees(&description, path, "200", "application/json", &decision);
        });
        assert!(checked.is_err(), "{name}");
    }
}

#[tokio::test]
async fn the_values_are_those_of_the_files_of_the_site() {
    let (site, _) = published().await;
    let of_site = async |path: &str| -> Value {
        let answer = site.visitor().get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        serde_json::from_str(&answer.body).expect("JSON")
    };
    for (file, address) in [
        (
            "/paatokset/kaupunginjohtaja/2023/5.json",
            "/decisions/kaupunginjohtaja/2023/5",
        ),
        ("/hankkeet/kaivoskumppani.json", "/projects/kaivoskumppani"),
    ] {
        assert_eq!(of_site(file).await, json(&site, address).await);
    }
    let rows = of_site("/paatokset.json").await;
    let items = json(&site, "/decisions").await;
    for (name, cell) in rows[0].as_object().expect("a row") {
        assert_eq!(items["items"][0][name], *cell, "{name}");
    }
    assert_eq!(
        json(&site, "/cases/kajdno-2023-912").await["case_number"],
        steps::NUMBER
    );
}

#[tokio::test]
async fn an_answer_that_is_held_is_not_sent_again() {
    let (site, sheet) = published().await;
    for path in ["/decisions", "/decisions/kaupunginjohtaja/2023/5"] {
        let path = format!("{API}{path}");
        let tag = site.visitor().get(&path).await;
        let tag = tag.header("etag").expect("a tag").to_owned();
        let again = super::again(&site, &path, &tag).await;
        assert_eq!(again.status, StatusCode::NOT_MODIFIED);
        assert_eq!(again.header("access-control-allow-origin"), Some("*"));
    }
    let path = format!("{API}/decisions");
    let tag = site.visitor().get(&path).await;
    let tag = tag.header("etag").expect("a tag").to_owned();
    withdraw(&site, &sheet).await;
    assert_eq!(
        super::again(&site, &path, &tag).await.status,
        StatusCode::OK
    );
}
