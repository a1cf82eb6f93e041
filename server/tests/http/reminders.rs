//! Reminders of last days, as officials meet them in the browser and in their mail.

use axum::http::StatusCode;
use domain::role::Role;
use register::jobs;
use register::mail::Mailer;
use time::Duration;

use super::sink::{Manner, Sink, unfolded};
use super::site::{Browser, Site};
use super::steps;

/// Published on Fri 18.8.2023: members have until Fri 8.9., and the reminder is due on Tue 5.9.
async fn published(site: &Site) -> [Browser<'_>; 3] {
    let preparer = site.official(Role::Preparer).await;
    let mayor = site.official(Role::DecisionMaker).await;
    let registrar = site.official(Role::Registrar).await;
    let sheet = steps::up_to_draft(&preparer).await;
    steps::send(&preparer, &sheet).await;
    steps::sign(&mayor, &sheet).await;
    steps::publish(&registrar, &sheet).await;
    // Sessions end by the same clock: sign in again on the day.
    site.clock.advance(Duration::days(18));
    [
        site.signed_in(Role::Preparer).await,
        site.signed_in(Role::DecisionMaker).await,
        site.signed_in(Role::Registrar).await,
    ]
}

async fn round(site: &Site, mailer: Option<&Mailer>) {
    let done = jobs::run_due(&site.register, mailer, || true).await;
    done.expect("a round of jobs");
}

/// The addresses of the reminders that a page links, but for those among what its reader did last.
fn reminders(body: &str) -> Vec<String> {
    let body = body.split("id=\"teot-otsikko\"").next().unwrap_or_default();
    let start = "href=\"/tyopoyta/muistutukset/";
    let found = body.match_indices(start).map(|(at, _)| {
        let address = &body[at + "href=\"".len()..];
        address.split('"').next().unwrap_or_default().to_owned()
    });
    found.collect()
}

#[tokio::test]
async fn an_official_is_reminded_on_the_desk_and_acknowledges() {
    let site = Site::new().await;
    let [preparer, mayor, registrar] = published(&site).await;
    let before = preparer.get("/tyopoyta").await;
    before.says(StatusCode::OK, "Sähköpostia ei ole asetettu");
    assert_eq!(reminders(&before.body), [""; 0]);
    round(&site, None).await;
    let desk = preparer.get("/tyopoyta").await;
    let own = reminders(&desk.body);
    assert_eq!(own.len(), 1);
    let ends = "Kunnan jäsenen muutoksenhakuaika päättyy pe\u{a0}8.9.2023 klo\u{a0}15.00";
    desk.says(StatusCode::OK, ends);
    assert_ne!(reminders(&mayor.get("/tyopoyta").await.body), own);

    let forged = mayor.post(&own[0], &[("action", "acknowledge")]).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
    let answer = preparer.fill(&own[0], &[("action", "acknowledge")]).await;
    assert_eq!(
        answer.location(),
        format!("{}?tehty=muistutus-kuitattu", own[0])
    );
    let seen = preparer.get(&own[0]).await;
    seen.says(StatusCode::OK, "Kuitattu nähdyksi");
    assert_eq!(reminders(&preparer.get("/tyopoyta").await.body), [""; 0]);

    let list = registrar.get("/tyopoyta/muistutukset").await;
    list.says(StatusCode::OK, "Virka preparer");
    assert_eq!(reminders(&list.body).len(), 3);
    for none in ["1", "00000000-0000-7000-8000-000000000000"] {
        let page = registrar
            .get(&format!("/tyopoyta/muistutukset/{none}"))
            .await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{none}");
    }
}

#[tokio::test]
async fn a_registrar_settles_what_nobody_knows() {
    let site = Site::new().await;
    let [preparer, _, registrar] = published(&site).await;
    let sink = Sink::start(Manner::ClosesAfterMessage).await;
    round(&site, Some(&sink.mailer())).await;
    let message = unfolded(&sink.messages()[0]);
    // The links of a mail lead to pages that are there.
    let links: Vec<&str> = message
        .lines()
        .filter_map(|line| line.trim().strip_prefix("https://hankkeet.example.test"))
        .collect();
    assert_eq!(links.len(), 2, "{message}");
    for link in &links {
        assert_eq!(registrar.get(link).await.status, StatusCode::OK, "{link}");
    }
    let reminder = links[1];
    let desk = registrar.get("/tyopoyta").await;
    desk.says(
        StatusCode::OK,
        "Yhden muistutuksen sähköposti on selvitettävä",
    );
    let page = registrar.get(reminder).await;
    page.says(StatusCode::OK, "Ei tiedetä, lähtikö");

    let forged = preparer.post(reminder, &[("action", "again")]).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
    let sent = registrar
        .send_on(&page, reminder, &[("action", "again")])
        .await;
    assert_eq!(
        sent.location(),
        format!("{reminder}?tehty=muistutus-uudelleen")
    );
    // Pressed twice, or on an older page: nothing more happens.
    let double = registrar
        .send_on(&page, reminder, &[("action", "again")])
        .await;
    assert_eq!(double.location(), sent.location());
    let version = page.hidden("version");
    let stale = [("action", "received"), ("version", version.as_str())];
    let stale = registrar.post(reminder, &stale).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    sink.becomes(Manner::Accepts);
    round(&site, Some(&sink.mailer())).await;
    let page = registrar.get(reminder).await;
    page.says(StatusCode::OK, "Lähetetty");
    let ids = sink.message_ids();
    assert_eq!(ids.iter().filter(|id| **id == ids[0]).count(), 2);
}
