//! The whole life of the Kaivoskumppani decision after it was signed, as a registrar goes through
//! it: publish, the letter's posting day, a claim a second before closing and one after it, their
//! outcomes, legal force and its certificate.

use axum::http::StatusCode;
use domain::Lang;
use domain::finding::FindingCode;
use domain::role::Role;
use time::macros::datetime;
use time::{Duration, OffsetDateTime};
use wording::finding::sentence;

use super::site::{Browser, Page, Site};
use super::steps;

/// The registrar at a later moment, signed in anew.
async fn later(site: &Site, moment: OffsetDateTime) -> Browser<'_> {
    site.clock.advance(moment - site.clock.now());
    site.signed_in(Role::Registrar).await
}

/// Published on Fri 18.8.2023, the party's letter posted the same day: both periods end on
/// Fri 8.9.2023 when the registry closes at 15.00.
async fn published_and_served(site: &Site) -> (Browser<'_>, String) {
    let preparer = site.official(Role::Preparer).await;
    let mayor = site.official(Role::DecisionMaker).await;
    let registrar = site.official(Role::Registrar).await;
    let sheet = steps::up_to_draft(&preparer).await;
    steps::send(&preparer, &sheet).await;
    steps::sign(&mayor, &sheet).await;
    steps::publish(&registrar, &sheet).await;
    let open = registrar.get(&sheet).await;
    open.says(StatusCode::OK, "kirjeen postituspäivää ei ole kirjattu");
    let service = steps::services(&registrar, &sheet).await.remove(0);
    let posted = [("means", "letter"), ("event_on", "18.8.2023")];
    registrar.fill(&service, &posted).await;
    (registrar, sheet)
}

/// A municipal member's claim that arrived on the last day, as typed.
const fn claim(at: &str) -> [(&'static str, &str); 7] {
    [
        ("remedy", "rectification"),
        ("received_on", "8.9.2023"),
        ("received_at", at),
        ("way", "e_mail"),
        ("filer", "Kunnan jäsen"),
        ("standing", "municipal_member"),
        ("handled_by", "Kaupunginhallitus"),
    ]
}

async fn file(registrar: &Browser<'_>, sheet: &str, at: &str) {
    let answer = registrar
        .fill(&format!("{sheet}/muutoksenhaku"), &claim(at))
        .await;
    let done = format!("{sheet}?tehty=muutoksenhaku-kirjattu");
    assert_eq!(answer.location(), done, "{}", answer.body);
}

async fn decide(registrar: &Browser<'_>, form: &str, kind: &str) {
    let outcome = [
        ("kind", kind),
        ("on", "3.10.2023"),
        ("reference", "§ 200"),
        ("final_from", "8.11.2023"),
    ];
    let answer = registrar.fill(form, &outcome).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
}

async fn state(registrar: &Browser<'_>, sheet: &str, on: &str) -> Page {
    let checked = [("registry_checked_on", on), ("court_checked_on", on)];
    registrar
        .fill(&format!("{sheet}/lainvoima"), &checked)
        .await
}

#[tokio::test]
async fn a_registrar_goes_through_the_whole_life_of_a_decision() {
    let site = Site::new().await;
    let (registrar, sheet) = published_and_served(&site).await;
    let not_yet = sentence(FindingCode::NotFinalYet, Lang::Fi);
    let place = [("place", "Kajaani")];
    let certificate = format!("{sheet}/lainvoima/todistus");
    let refused = registrar.fill(&certificate, &place).await;
    refused.says(StatusCode::UNPROCESSABLE_ENTITY, not_yet);

    let registrar = later(&site, datetime!(2023-09-11 09:00 +03:00)).await;
    let over = registrar.get(&sheet).await;
    over.says(StatusCode::OK, "Muutoksenhakuaika päättynyt");
    for at in ["14.59.59", "15.00.01"] {
        file(&registrar, &sheet, at).await;
    }
    let page = registrar.get(&sheet).await;
    for shown in [
        "Oikaisuvaatimus vireillä",
        "Ajoissa, 1\u{a0}s ennen määräajan päättymistä",
        "Myöhässä 1\u{a0}s",
    ] {
        page.says(StatusCode::OK, shown);
    }
    let public = site
        .visitor()
        .get("/paatokset/kaupunginjohtaja/2023/5")
        .await;
    for hidden in ["vireillä", "Kunnan jäsen, joka", "Myöhässä"] {
        assert!(!public.body.contains(hidden), "{hidden} is public");
    }
    let refused = state(&registrar, &sheet, "11.9.2023").await;
    refused.says(StatusCode::UNPROCESSABLE_ENTITY, not_yet);

    let registrar = later(&site, datetime!(2023-11-10 09:00 +02:00)).await;
    let start = format!("{sheet}/muutoksenhaku/");
    let forms = steps::linked(&page, &start, "/ratkaisu");
    assert_eq!(forms.len(), 2);
    decide(&registrar, &forms[0], "rejected").await;
    decide(&registrar, &forms[1], "not_examined").await;
    let early = state(&registrar, &sheet, "7.11.2023").await;
    let asked_too_early = sentence(FindingCode::CheckedTooEarly, Lang::Fi);
    early.says(StatusCode::UNPROCESSABLE_ENTITY, asked_too_early);
    let stated = state(&registrar, &sheet, "10.11.2023").await;
    assert_eq!(
        stated.location(),
        format!("{sheet}?tehty=lainvoima-merkitty")
    );
    registrar
        .get(&sheet)
        .await
        .says(StatusCode::OK, "Lainvoimainen 8.11.2023 alkaen");

    let given = registrar.fill(&certificate, &place).await;
    assert_eq!(given.location(), format!("{sheet}?tehty=todistus-annettu"));
    let page = registrar.get(&sheet).await;
    let start = format!("{sheet}/lainvoima/");
    let pdf = registrar
        .get(&steps::linked(&page, &start, ".pdf")[0])
        .await;
    assert_eq!(pdf.header("content-type"), Some("application/pdf"));
    assert!(pdf.body.starts_with("%PDF-"));
    let visitor = site.visitor();
    let asked = visitor.get(&steps::linked(&page, &start, ".pdf")[0]).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "only for officials");
    let public = visitor.get("/paatokset/kaupunginjohtaja/2023/5").await;
    public.says(StatusCode::OK, "8.11.2023 alkaen");

    // The posting list shows another day: the statement rested on the wrong one.
    let service = steps::services(&registrar, &sheet).await.remove(0);
    let posted = [("means", "letter"), ("event_on", "21.8.2023")];
    registrar.fill(&service, &posted).await;
    let page = registrar.get(&sheet).await;
    page.says(StatusCode::OK, "Lainvoima avattu uudelleen");
    let refused = registrar.fill(&certificate, &place).await;
    refused.says(StatusCode::UNPROCESSABLE_ENTITY, not_yet);
}

#[tokio::test]
async fn what_cannot_be_is_said_and_the_typed_text_kept() {
    let site = Site::new().await;
    let (registrar, sheet) = published_and_served(&site).await;
    let script = "<script>alert(1)</script></textarea>";
    let form = format!("{sheet}/muutoksenhaku");
    let typed = [
        ("remedy", "rectification"),
        ("received_on", "17.8.2023"),
        // Helsinki time is what is asked for; no other zone is read.
        ("received_at", "14.59.59 UTC"),
        ("way", "pigeon"),
        ("filer", script),
        ("standing", "nobody"),
        ("wrongly_addressed_to", script),
        ("handled_by", script),
    ];
    let page = registrar.fill(&form, &typed).await;
    for code in [
        FindingCode::DayBeforeDecision,
        FindingCode::NotATime,
        FindingCode::UnknownChoice,
    ] {
        page.says(StatusCode::UNPROCESSABLE_ENTITY, sentence(code, Lang::Fi));
    }
    assert!(!page.body.contains(script), "typed text is no markup");
    assert_eq!(page.body.matches("alert(1)").count(), 3, "it is kept");
    let after = registrar.get(&sheet).await;
    assert!(!after.body.contains("vireillä"), "nothing was saved");
}

#[tokio::test]
async fn a_page_that_stays_open_over_the_closing_hour_and_midnight_is_judged_by_what_was_typed() {
    let site = Site::new().await;
    let (_, sheet) = published_and_served(&site).await;
    let registrar = later(&site, datetime!(2023-09-08 14:59:30 +03:00)).await;
    let form = format!("{sheet}/muutoksenhaku");
    let open = registrar.get(&form).await;
    let running = "Oikaisuvaatimusaika käynnissä 8.9.2023 asti";
    registrar.get(&sheet).await.says(StatusCode::OK, running);
    site.clock.advance(Duration::minutes(1));
    let over = registrar.get(&sheet).await;
    over.says(StatusCode::OK, "Muutoksenhakuaika päättynyt");

    let registrar = later(&site, datetime!(2023-09-08 23:59 +03:00)).await;
    let late = registrar.get(&form).await;
    site.clock.advance(Duration::minutes(2));
    for (page, received_at) in [(&open, "14.59.59"), (&late, "23.59.30")] {
        let answer = registrar.send_on(page, &form, &claim(received_at)).await;
        let done = format!("{sheet}?tehty=muutoksenhaku-kirjattu");
        assert_eq!(answer.location(), done, "{}", answer.body);
    }
    let page = registrar.get(&sheet).await;
    page.says(StatusCode::OK, "Ajoissa, 1\u{a0}s ennen");
    page.says(StatusCode::OK, "Myöhässä 8\u{a0}h 59\u{a0}min 30\u{a0}s");
}
