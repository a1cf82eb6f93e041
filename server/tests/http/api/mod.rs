//! The read API: what is sent is what is described, lists are read whole, and every refusal is told
//! in one form.

mod changes;
mod refusals;
mod schemas;

use axum::body::Body;
use axum::http::header::{self, HeaderValue};
use axum::http::{Method, StatusCode};
use domain::role::Role;
use serde_json::Value;

use super::site::{Page, Site};
use super::steps;

const API: &str = "/rajapinta/v1";

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

/// Withdraws a published decision as a whole, its title too.
async fn withdraw(site: &Site, sheet: &str) {
    let registrar = site.signed_in(Role::Registrar).await;
    let fields = [
        ("public_reason", "Julkaistu erehdyksessä"),
        ("hides_title", "1"),
        ("confirmed", "1"),
        ("action", "withdraw"),
    ];
    let answer = registrar.fill(&format!("{sheet}/poisto"), &fields).await;
    assert_eq!(answer.destination(), sheet, "{}", answer.body);
}

/// The JSON at an address of the API.
async fn json(site: &Site, path: &str) -> Value {
    let answer = site.visitor().get(&format!("{API}{path}")).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
    assert_eq!(answer.header("content-type"), Some("application/json"));
    serde_json::from_str(&answer.body).expect("JSON")
}

/// The JSON at an absolute address that an answer gave.
async fn at(site: &Site, address: &Value) -> Value {
    let address = address.as_str().expect("an address");
    let path = address.split_once(API).expect("an address of the API").1;
    json(site, path).await
}

/// Asks again with the tag of an answer that is held.
async fn again(site: &Site, path: &str, tag: &str) -> Page {
    let mut request = site.visitor().request(Method::GET, path, Body::empty());
    let tag = HeaderValue::from_str(tag).expect("a header");
    request.headers_mut().insert(header::IF_NONE_MATCH, tag);
    site.send(request).await
}
