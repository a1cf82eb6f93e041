//! The distribution of a decision by e-mail, as registrars meet it in the browser.

use axum::http::StatusCode;
use domain::role::Role;
use register::jobs;

use super::sink::{Manner, Sink, header, unfolded};
use super::site::{Browser, Site};
use super::steps;

/// A published decision: its sheet, its preparer and a registrar.
async fn published(site: &Site) -> (String, Browser<'_>, Browser<'_>) {
    let preparer = site.official(Role::Preparer).await;
    let mayor = site.official(Role::DecisionMaker).await;
    let registrar = site.official(Role::Registrar).await;
    let sheet = steps::up_to_draft(&preparer).await;
    steps::send(&preparer, &sheet).await;
    steps::sign(&mayor, &sheet).await;
    steps::publish(&registrar, &sheet).await;
    (sheet, preparer, registrar)
}

/// Adds somebody with an address; gives the page of the entry, the second after the draft's.
async fn added(registrar: &Browser<'_>, sheet: &str) -> String {
    let new = format!("{sheet}/tiedoksi");
    let right = [("recipient", "Talous"), ("email", "vanha@kunta.example")];
    let form = registrar.get(&new).await;
    let added = registrar.send_on(&form, &new, &right).await;
    assert_eq!(added.location(), format!("{sheet}?tehty=tiedoksi-lisatty"));
    let double = registrar.send_on(&form, &new, &right).await;
    assert_eq!(double.location(), added.location());
    let page = registrar.get(sheet).await;
    page.says(StatusCode::OK, "vanha@kunta.example");
    let entries = steps::linked(&page, &format!("{new}/"), "");
    assert_eq!(entries.len(), 2, "one though it was sent twice");
    entries[1].clone()
}

#[tokio::test]
async fn a_registrar_adds_somebody_and_others_do_not_see_the_address() {
    let site = Site::new().await;
    let (sheet, preparer, registrar) = published(&site).await;
    let page = registrar.get(&sheet).await;
    page.says(StatusCode::OK, "Se ei ole tiedoksianto");
    page.says(
        StatusCode::OK,
        "Sähköpostia ei ole asetettu: viestit odottavat.",
    );
    let new = format!("{sheet}/tiedoksi");
    let forged = preparer.post(&new, &[("recipient", "Talous")]).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
    let wrong = [("recipient", "Talous"), ("email", "talous")];
    let refused = registrar.fill(&new, &wrong).await;
    refused.says(StatusCode::UNPROCESSABLE_ENTITY, "Anna sähköpostiosoite");
    let entry = added(&registrar, &sheet).await;
    for path in [&sheet, &entry] {
        let seen = preparer.get(path).await;
        seen.says(StatusCode::OK, "Talous");
        assert!(!seen.body.contains("vanha@kunta.example"), "{path}");
    }
    for none in ["1", "00000000-0000-7000-8000-000000000000"] {
        let page = registrar.get(&format!("{new}/{none}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{none}");
    }
}

#[tokio::test]
async fn the_log_says_what_the_server_answered_and_an_address_is_corrected() {
    let site = Site::new().await;
    let (sheet, _, registrar) = published(&site).await;
    let entry = added(&registrar, &sheet).await;
    let sink = Sink::start(Manner::AnswersRecipient("550 no such user")).await;
    let round = async || {
        let mailer = sink.mailer();
        let done = jobs::run_due(&site.register, Some(&mailer), || true).await;
        done.expect("a round of jobs");
    };
    round().await;
    let page = registrar.get(&entry).await;
    page.says(StatusCode::OK, "550 no such user");
    registrar
        .get("/tyopoyta")
        .await
        .says(StatusCode::OK, "Tiedoksi-viestejä selvitettävänä");
    let wrong = [("action", "address"), ("email", "uusi@")];
    let refused = registrar.send_on(&page, &entry, &wrong).await;
    refused.says(StatusCode::UNPROCESSABLE_ENTITY, "Anna sähköpostiosoite");
    let right = [("action", "address"), ("email", "uusi@kunta.example")];
    let corrected = registrar.send_on(&page, &entry, &right).await;
    let expected = format!("{entry}?tehty=tiedoksi-osoite");
    assert_eq!(corrected.location(), expected);
    let version = page.hidden("version");
    let stale = [("action", "again"), ("version", version.as_str())];
    let stale = registrar.post(&entry, &stale).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    sink.becomes(Manner::Accepts);
    round().await;
    let page = registrar.get(&entry).await;
    for said in ["vanha@kunta.example", "uusi@kunta.example", "250 accepted"] {
        page.says(StatusCode::OK, said);
    }
    let messages = sink.messages();
    let mail = messages
        .iter()
        .find(|message| header(message, "To") == "uusi@kunta.example");
    let mail = unfolded(mail.expect("it was sent"));
    // The link of the mail leads to a page that everybody can read, without the address.
    let link = mail
        .lines()
        .find_map(|line| line.trim().strip_prefix("https://hankkeet.example.test"));
    let public = site.visitor().get(link.expect("a link")).await;
    assert_eq!(public.status, StatusCode::OK);
    assert!(!public.body.contains("kunta.example"));
}
