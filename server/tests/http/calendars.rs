//! Calendar files and the officials' calendar.

use axum::http::header::{self, HeaderValue};
use axum::http::{Method, StatusCode};
use domain::role::Role;

use super::site::{Browser, Page, Site};
use super::steps;

const DECISION: &str = "/paatokset/kaupunginjohtaja/2023/5";
const DECISION_ICS: &str = "/paatokset/kaupunginjohtaja/2023/5.ics";
const LIST_ICS: &str = "/paatokset.ics";
const DESK: &str = "/tyopoyta/kalenteri";
const DESK_ICS: &str = "/tyopoyta/kalenteri.ics";

/// A decision that is published, whose party got it against a receipt; gives the registrar, the
/// sheet and the address of the service.
async fn served(site: &Site) -> (Browser<'_>, String, String) {
    let preparer = site.official(Role::Preparer).await;
    let mayor = site.official(Role::DecisionMaker).await;
    let registrar = site.official(Role::Registrar).await;
    let sheet = steps::up_to_draft(&preparer).await;
    let visitor = site.visitor();
    for unknown in [DECISION_ICS, "/sv/paatokset/kaupunginjohtaja/2023/5.ics"] {
        assert_eq!(visitor.get(unknown).await.status, StatusCode::NOT_FOUND);
    }
    steps::send(&preparer, &sheet).await;
    steps::sign(&mayor, &sheet).await;
    let unpublished = visitor.get(DECISION_ICS).await;
    assert_eq!(unpublished.status, StatusCode::NOT_FOUND);
    assert_eq!(events(&visitor.get(LIST_ICS).await), 0);
    steps::publish(&registrar, &sheet).await;
    let service = steps::services(&registrar, &sheet).await.remove(0);
    let fields = [("means", "proof"), ("event_on", "18.8.2023")];
    registrar.fill(&service, &fields).await.location();
    (registrar, sheet, service)
}

/// How many events a calendar file has.
#[track_caller]
fn events(file: &Page) -> usize {
    assert_eq!(file.status, StatusCode::OK, "{}", file.body);
    assert_eq!(
        file.header("content-type"),
        Some("text/calendar; charset=utf-8")
    );
    assert!(file.body.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    file.body.matches("BEGIN:VEVENT\r\n").count()
}

/// The content without folding, spaces of numbers as plain ones.
fn unfolded(file: &Page) -> String {
    file.body.replace("\r\n ", "").replace('\u{a0}', " ")
}

#[tokio::test]
async fn everybody_gets_the_members_last_day_in_three_languages() {
    let site = Site::new().await;
    let (_, _, service) = served(&site).await;
    let service = service.rsplit('/').next().unwrap();
    let visitor = site.visitor();
    for (prefix, words) in [
        ("", "Viimeinen päivä klo 15.00: oikaisuvaatimus"),
        ("/sv", "Sista dagen kl. 15.00: begäran om omprövning"),
        ("/en", "Last day at 15:00: rectification claim"),
    ] {
        for path in [DECISION_ICS, LIST_ICS] {
            let path = format!("{prefix}{path}");
            let file = visitor.get(&path).await;
            assert_eq!(events(&file), 1, "{path}");
            let text = unfolded(&file);
            for line in [
                "DTSTART;VALUE=DATE:20230908\r\n",
                "UID:kaupunginjohtaja.2023.5@127.0.0.1\r\n",
                "URL:http://127.0.0.1:3000/paatokset/kaupunginjohtaja/2023/5\r\n",
                "STATUS:CONFIRMED\r\n",
                "X-WR-CALNAME:",
                words,
            ] {
                assert!(text.contains(line), "{path} has no {line}: {text}");
            }
            for hidden in [
                service,
                "Matti Mallikas",
                "Nimi ",
                steps::BENEFICIARY,
                "1.9.2023",
            ] {
                assert!(!text.contains(hidden), "{path} tells {hidden}: {text}");
            }
            assert!(file.header("set-cookie").is_none());
        }
        let page = visitor.get(&format!("{prefix}{DECISION}")).await;
        page.says(StatusCode::OK, &format!("href=\"{prefix}{DECISION_ICS}\""));
        let list = visitor.get(&format!("{prefix}/paatokset?vuosi=2023")).await;
        let link = format!("href=\"{prefix}{LIST_ICS}?vuosi=2023\"");
        list.says(StatusCode::OK, &link);
    }
}

#[tokio::test]
async fn a_calendar_is_asked_for_again_only_where_it_changed() {
    let site = Site::new().await;
    served(&site).await;
    for path in [DECISION_ICS, LIST_ICS] {
        let file = site.visitor().get(path).await;
        assert_eq!(file.header("cache-control"), Some("no-cache"), "{path}");
        let tag = file.header("etag").expect("a tag");
        let mut again = site
            .visitor()
            .request(Method::GET, path, axum::body::Body::empty());
        let tag = HeaderValue::from_str(tag).unwrap();
        again.headers_mut().insert(header::IF_NONE_MATCH, tag);
        let again = site.send(again).await;
        assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{path}");
        assert_eq!(again.body, "");
    }
}

#[tokio::test]
async fn the_calendar_of_the_list_takes_its_filters() {
    let site = Site::new().await;
    served(&site).await;
    let visitor = site.visitor();
    for (query, found) in [
        ("?paatoksentekija=kaupunginjohtaja", 1),
        ("?paatoksentekija=kaupunginjohtaja&vuosi=2023&sivu=7", 1),
        ("?paatoksentekija=kaupunginhallitus", 0),
        ("?vuosi=2022", 0),
        ("?vuosi=x&paatoksentekija=%00", 1),
        // Of a name that stands twice the first counts.
        ("?vuosi=2022&vuosi=2023", 0),
    ] {
        let file = visitor.get(&format!("{LIST_ICS}{query}")).await;
        assert_eq!(events(&file), found, "{query}");
    }
    let of_mayor = visitor
        .get("/paatokset.ics?paatoksentekija=kaupunginjohtaja")
        .await;
    let name = "X-WR-CALNAME:Kajaanin kaupunki\\, Kaupunginjohtaja: muutoksenhaun määräpäivät";
    assert!(unfolded(&of_mayor).contains(name), "{}", of_mayor.body);
}

#[tokio::test]
async fn officials_see_everybodys_last_days_by_month_and_as_a_list() {
    let site = Site::new().await;
    let (registrar, sheet, service) = served(&site).await;
    registrar
        .get("/tyopoyta")
        .await
        .says(StatusCode::OK, "href=\"/tyopoyta/kalenteri\"");
    let link = format!("href=\"{sheet}\"");
    for (query, title, linked) in [
        ("", "Määräpäivät, elokuu 2023", 0),
        ("?kuukausi=2023-09", "Määräpäivät, syyskuu 2023", 2),
        ("?nakyma=lista", "Määräpäivät 18.8.2023 alkaen", 2),
        (
            "?nakyma=lista&kuukausi=2023-10",
            "Määräpäivät 1.10.2023 alkaen",
            0,
        ),
        ("?kuukausi=2023-09&hanke=kaivoskumppani", "syyskuu 2023", 2),
        ("?kuukausi=2023-09&hanke=toinen", "syyskuu 2023", 0),
        (
            "?kuukausi=2023-09&muutoksenhakukeino=municipal-appeal",
            "syyskuu 2023",
            0,
        ),
        // What cannot be read is left out.
        ("?kuukausi=2023-13", "elokuu 2023", 0),
        ("?kuukausi=eilen&nakyma=%ff", "elokuu 2023", 0),
        ("?kuukausi=2023-09&kuukausi=2023-10", "elokuu 2023", 0),
    ] {
        let page = registrar.get(&format!("{DESK}{query}")).await;
        page.says(StatusCode::OK, title);
        assert_eq!(page.body.matches(&link).count(), linked, "{query}");
        assert!(page.body.contains("<h1"), "{query}");
    }
    let september = registrar.get(&format!("/sv{DESK}?kuukausi=2023-09")).await;
    september.says(StatusCode::OK, "parten Esimerkkiopisto");

    let file = registrar.get(DESK_ICS).await;
    assert_eq!(events(&file), 2);
    let text = unfolded(&file);
    let service = service.rsplit('/').next().unwrap();
    // The party has known since 18.8.2023: the last day is Friday 1.9.
    for line in [
        "DTSTART;VALUE=DATE:20230901\r\n".to_owned(),
        format!("UID:{service}@127.0.0.1\r\n"),
        format!("URL:http://127.0.0.1:3000{sheet}\r\n"),
        "CLASS:CONFIDENTIAL\r\n".to_owned(),
        "asianosainen Esimerkkiopisto".to_owned(),
    ] {
        assert!(text.contains(&line), "no {line}: {text}");
    }
    assert_eq!(file.header("cache-control"), Some("no-store"));
    let narrowed = registrar.get(&format!("{DESK_ICS}?hanke=toinen")).await;
    assert_eq!(events(&narrowed), 0);
}

#[tokio::test]
async fn a_decision_without_a_members_period_has_no_calendar() {
    let site = Site::new().await;
    let registrar = site.official(Role::Registrar).await;
    steps::open_case(&registrar).await;
    let party = steps::add_organisation(&registrar, steps::BENEFICIARY, "private").await;
    steps::enter_project(&registrar, &party).await;
    let sheet = steps::write_draft(&registrar, &party).await;
    let fields = [
        ("section", "5/2023"),
        ("no_later_than", "9.8.2023"),
        ("source", "Päätösasiakirja"),
    ];
    registrar
        .fill(&format!("{sheet}/muualla"), &fields)
        .await
        .location();
    let unknown_day = [("published_on", ""), ("day_unknown", "on")];
    registrar
        .fill(&format!("{sheet}/julkaise"), &unknown_day)
        .await
        .location();
    let visitor = site.visitor();
    let page = visitor.get(DECISION).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.body.contains(".ics"), "{}", page.body);
    assert_eq!(
        visitor.get(DECISION_ICS).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(events(&visitor.get(LIST_ICS).await), 0);
}
