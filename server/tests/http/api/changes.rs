//! Who keeps a copy is told of every change of what is public once, and of no other.

use axum::http::StatusCode;
use domain::role::Role;
use serde_json::Value;
use time::Duration;

use super::super::site::{PASSWORD, Site};
use super::super::steps;
use super::{at, json, published, withdraw};

/// Items of a list that changed after a number.
async fn since(site: &Site, list: &str, number: &Value) -> Vec<Value> {
    let answer = json(site, &format!("{list}?modified_since={number}")).await;
    answer["items"].as_array().expect("items").clone()
}

async fn last(site: &Site) -> Value {
    json(site, "/projects").await["change_number"].clone()
}

#[tokio::test]
async fn what_is_published_corrected_and_withdrawn_is_told_once_each() {
    let (site, sheet) = published().await;
    let first = json(&site, "/decisions").await;
    assert_eq!(first["items"][0]["section"], "kaupunginjohtaja/2023/5");
    assert_eq!(first["items"][0]["changed_at"], Value::Null);
    let seen = &first["change_number"];
    assert!(since(&site, "/decisions", seen).await.is_empty());

    site.clock.advance(Duration::hours(1));
    withdraw(&site, &sheet).await;
    let told = since(&site, "/decisions", seen).await;
    assert_eq!(told.len(), 1);
    let gone = &told[0];
    assert_eq!(
        (&gone["removed"], &gone["title"]),
        (&Value::Bool(true), &Value::Null)
    );
    assert_eq!(gone["section"], "kaupunginjohtaja/2023/5");
    assert_eq!(gone["reason"], "Julkaistu erehdyksessä");
    assert_eq!(gone["changed_at"], "2023-08-18T07:00:00Z");
    assert_eq!(
        json(&site, "/decisions").await["items"],
        Value::Array(Vec::new())
    );

    let project = since(&site, "/projects", seen).await;
    assert_eq!(project.len(), 1);
    assert_eq!(project[0]["removed"], true);
    let fields = project[0].as_object().expect("an object");
    let mut names: Vec<&String> = fields.keys().collect();
    names.sort();
    assert_eq!(names, ["change_number", "changed_at", "id", "removed"]);

    let after = last(&site).await;
    assert!(since(&site, "/decisions", &after).await.is_empty());
    let instant = json(&site, "/decisions?modified_since=2023-08-18T07:00:00Z").await;
    assert_eq!(
        instant["items"].as_array().map(Vec::len),
        Some(1),
        "at it or later"
    );
    let later = json(&site, "/decisions?modified_since=2023-08-18T07:00:01Z").await;
    assert_eq!(later["items"], Value::Array(Vec::new()));
}

#[tokio::test]
async fn what_the_public_cannot_see_changes_nothing() {
    let (site, sheet) = published().await;
    let seen = last(&site).await;
    let registrar = site.signed_in(Role::Registrar).await;
    let services = steps::services(&registrar, &sheet).await;
    let served = [("means", "letter"), ("event_on", "18.8.2023")];
    for service in services {
        let answer = registrar.fill(&service, &served).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    }
    site.clock.advance(Duration::days(10));
    let registrar = site.signed_in(Role::Registrar).await;
    let filing = [
        ("remedy", "rectification"),
        ("received_on", "28.8.2023"),
        ("received_at", "08.00"),
        ("way", "post"),
        ("filer", "Kuka Tahansa"),
        ("standing", "municipal_member"),
        ("handled_by", "Kaupunginhallitus"),
        ("wrongly_addressed_to", ""),
    ];
    let answer = registrar
        .fill(&format!("{sheet}/muutoksenhaku"), &filing)
        .await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    // The municipal member's period ends: the clock alone says so.
    site.clock.advance(Duration::days(30));
    assert_eq!(json(&site, "/decisions").await["items"][0]["stage"], "over");
    assert_eq!(last(&site).await, seen);
    assert!(since(&site, "/decisions", &seen).await.is_empty());
}

#[tokio::test]
async fn a_list_is_read_whole_whatever_is_published_meanwhile() {
    let (site, _) = published().await;
    for number in 6..=9 {
        publish(&site, number).await;
    }
    let mut sections = Vec::new();
    let mut part = json(&site, "/decisions?limit=2&vuosi=2023").await;
    loop {
        let items = part["items"].as_array().expect("items");
        assert!(items.len() <= 2);
        sections.extend(items.iter().map(|one| one["section"].clone()));
        if part["next"].is_null() {
            assert!(part["cursor"].is_null());
            break;
        }
        if sections.len() == 2 {
            publish(&site, 10).await;
        }
        part = at(&site, &part["next"].clone()).await;
    }
    let numbers = [9, 8, 7, 6, 5].map(|number| format!("kaupunginjohtaja/2023/{number}"));
    assert_eq!(sections, numbers);
    let changed = json(&site, "/decisions?limit=4&modified_since=0").await;
    let rest = at(&site, &changed["next"].clone()).await;
    assert_eq!(rest["items"][1]["section"], "kaupunginjohtaja/2023/10");
    assert!(rest["next"].is_null());
}

/// Publishes one more decision of the same project as `§ number`.
async fn publish(site: &Site, number: u32) {
    let preparer = site.signed_in(Role::Preparer).await;
    let mayor = site.signed_in(Role::DecisionMaker).await;
    let registrar = site.signed_in(Role::Registrar).await;
    let section = number.to_string();
    let name = format!("Osapuoli {number}");
    let party = steps::add_organisation(&preparer, &name, "private").await;
    let sheet = steps::begin_draft(&preparer).await;
    let mut fields = steps::complete_draft(&party);
    fields.push(("action", "check"));
    for (name, value) in &mut fields {
        if *name == "section" {
            *value = &section;
        }
    }
    let saved = preparer.fill(&format!("{sheet}/luonnos"), &fields).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    steps::send(&preparer, &sheet).await;
    let signing = [
        ("section", &*section),
        ("password", PASSWORD),
        ("confirmed", "on"),
        ("no_conflict", "1"),
    ];
    let answer = mayor.fill(&format!("{sheet}/allekirjoita"), &signing).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    steps::publish(&registrar, &sheet).await;
}
