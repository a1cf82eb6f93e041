//! Feeds as their readers ask for them: found on pages, narrowed as lists are, told again when a
//! decision is corrected, and told that it is gone when it is withdrawn.

use axum::body::Body;
use axum::http::header::{HeaderValue, IF_NONE_MATCH};
use axum::http::{Method, StatusCode};
use domain::role::Role;
use feed_rs::model::{Entry, Feed};
use feed_rs::parser::parse;
use serde_json::Value;
use time::Duration;

use super::publicity::{DECISION, Officials, chosen_party, marked_draft};
use super::site::{Browser, Site};
use super::steps;

const FEEDS: [&str; 2] = ["/paatokset.atom", "/paatokset.feed.json"];
const PROJECT_FEEDS: [&str; 2] = ["/hankkeet.atom", "/hankkeet.feed.json"];
const PERMANENT: &str = "http://127.0.0.1:3000/paatokset/kaupunginjohtaja/2023/5";
const TITLE: &str = "Kaivoskumppani-hankkeen kuntarahoitusosuus";

/// A site with a signed decision: its registrar, and its sheet.
async fn signed(site: &Site) -> (Browser<'_>, String) {
    let preparer = site.official(Role::Preparer).await;
    let mayor = site.official(Role::DecisionMaker).await;
    let registrar = site.official(Role::Registrar).await;
    let sheet = steps::up_to_draft(&preparer).await;
    steps::send(&preparer, &sheet).await;
    steps::sign(&mayor, &sheet).await;
    (registrar, sheet)
}

async fn published(site: &Site) -> (Browser<'_>, String) {
    let (registrar, sheet) = signed(site).await;
    steps::publish(&registrar, &sheet).await;
    (registrar, sheet)
}

/// A feed as an independent reader takes it.
async fn feed(site: &Site, path: &str) -> Feed {
    let answer = site.visitor().get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}");
    let kind = if path.contains(".atom") {
        "application/atom+xml; charset=utf-8"
    } else {
        "application/feed+json; charset=utf-8"
    };
    assert_eq!(answer.header("content-type"), Some(kind), "{path}");
    parse(&answer.bytes[..]).unwrap_or_else(|error| panic!("{path}: {error}"))
}

async fn only_entry(site: &Site, path: &str) -> Entry {
    let mut entries = feed(site, path).await.entries;
    assert_eq!(entries.len(), 1, "{path}");
    entries.remove(0)
}

fn title(entry: &Entry) -> &str {
    entry.title.as_ref().map_or("", |title| &title.content)
}

async fn withdraw(registrar: &Browser<'_>, sheet: &str, hides_title: &str) {
    let fields = [
        ("public_reason", "Julkaistu erehdyksessä"),
        ("hides_title", hides_title),
        ("confirmed", "1"),
        ("action", "withdraw"),
    ];
    let answer = registrar.fill(&format!("{sheet}/poisto"), &fields).await;
    assert_eq!(answer.destination(), sheet, "{}", answer.body);
}

#[tokio::test]
async fn a_published_decision_is_in_the_feeds_of_every_language() {
    let site = Site::new().await;
    let (registrar, sheet) = signed(&site).await;
    for path in FEEDS.into_iter().chain(PROJECT_FEEDS) {
        assert!(feed(&site, path).await.entries.is_empty(), "{path}");
    }
    steps::publish(&registrar, &sheet).await;
    for path in FEEDS {
        for (prefix, published, committed) in [
            ("", "Julkaistu: 18.8.2023.", "Kaupunki sitoutuu: 5"),
            (
                "/sv",
                "Publicerat: 18.8.2023.",
                "Staden förbinder sig till: 5",
            ),
            (
                "/en",
                "Published: 18\u{a0}August 2023.",
                "The city commits: €5",
            ),
        ] {
            let entry = only_entry(&site, &format!("{prefix}{path}")).await;
            assert_eq!((&*entry.id, title(&entry)), (PERMANENT, TITLE));
            let page = PERMANENT.replace("/paatokset", &format!("{prefix}/paatokset"));
            assert_eq!(entry.links[0].href, page);
            let summary = entry.summary.expect("facts").content;
            assert!(summary.contains(published), "{prefix}{path}: {summary}");
            assert!(summary.contains(committed), "{prefix}{path}: {summary}");
        }
    }
    for path in PROJECT_FEEDS {
        let entry = only_entry(&site, &format!("/sv{path}")).await;
        assert_eq!(entry.id, "http://127.0.0.1:3000/hankkeet/kaivoskumppani");
        assert_eq!(title(&entry), "Kaivoskumppani");
        let none = feed(&site, &format!("{path}?q=tuulivoima")).await;
        assert!(none.entries.is_empty(), "{path}");
        only_entry(&site, &format!("{path}?q=kaivoskumppanin")).await;
    }
}

#[tokio::test]
async fn feeds_take_the_filters_of_the_list_and_no_order_and_no_page() {
    let site = Site::new().await;
    published(&site).await;
    for path in FEEDS {
        for (query, found) in [
            ("q=kuntarahoitus", 1),
            ("q=tuulivoima", 0),
            (
                "paatoksentekija=kaupunginjohtaja&vuosi=2023&hanke=kaivoskumppani",
                1,
            ),
            ("paatoksentekija=kaupunginhallitus", 0),
            ("hanke=toinen", 0),
            ("vuosi=2022", 0),
            ("alku=18.8.2023&loppu=18.8.2023", 1),
            ("alku=19.8.2023", 0),
            ("loppu=17.8.2023", 0),
            ("tila=kaynnissa", 1),
            ("tila=lainvoimainen", 0),
            ("rahoittaja=00000000-0000-0000-0000-000000000001", 0),
            ("sivu=7&jarjestys=vanhin", 1),
            ("vuosi=x&paatoksentekija=%00&tila=%ff", 1),
        ] {
            let narrowed = feed(&site, &format!("{path}?{query}")).await;
            assert_eq!(narrowed.entries.len(), found, "{path}?{query}");
        }
    }
    let narrowed = feed(&site, "/paatokset.atom?vuosi=2023&sivu=7&jarjestys=vanhin").await;
    assert_eq!(
        narrowed.id,
        "http://127.0.0.1:3000/paatokset.atom?vuosi=2023"
    );
    let named = feed(&site, "/paatokset.atom?hanke=kaivoskumppani").await;
    let named = named.title.expect("a title").content;
    assert_eq!(named, "Päätökset: Kaivoskumppani – Kajaanin kaupunki");
}

#[tokio::test]
async fn a_correction_updates_its_entry_and_what_officials_record_does_not() {
    let site = Site::new().await;
    let (registrar, sheet) = published(&site).await;
    let before = only_entry(&site, FEEDS[0]).await;
    site.clock.advance(Duration::hours(1));
    let filing = [
        ("remedy", "rectification"),
        ("received_on", "18.8.2023"),
        ("received_at", "9.30"),
        ("way", "post"),
        ("filer", "Maija Malli"),
        ("standing", "municipal_member"),
        ("handled_by", "Kaupunginhallitus"),
        ("wrongly_addressed_to", ""),
    ];
    let form = format!("{sheet}/muutoksenhaku");
    registrar.fill(&form, &filing).await.location();
    let untouched = only_entry(&site, FEEDS[0]).await;
    assert_eq!(untouched, before, "nothing tells that a claim was made");

    let mut fields = steps::complete_draft("");
    fields.retain(|(name, _)| *name != "title");
    fields.push(("title", "Kaivoskumppanin kuntarahoitus"));
    fields.push(("reason", "Kirjoitusvirhe otsikossa"));
    let answer = registrar.fill(&format!("{sheet}/korjaa"), &fields).await;
    assert_eq!(answer.location(), format!("{sheet}?tehty=korjattu"));
    for path in FEEDS {
        let after = only_entry(&site, path).await;
        assert_eq!((&*after.id, after.published), (PERMANENT, before.published));
        assert_eq!(title(&after), "Kaivoskumppanin kuntarahoitus");
        assert!(after.updated > before.updated, "{path}");
        let of_project = only_entry(&site, &path.replace("paatokset", "hankkeet")).await;
        assert_eq!(of_project.updated, after.updated, "{path}");
    }
}

#[tokio::test]
async fn a_withdrawn_decision_leaves_a_tombstone_until_it_is_published_again() {
    let site = Site::new().await;
    let (registrar, sheet) = published(&site).await;
    let before = only_entry(&site, FEEDS[0]).await;
    site.clock.advance(Duration::minutes(1));
    withdraw(&registrar, &sheet, "1").await;
    let stone = format!("<at:deleted-entry ref=\"{PERMANENT}\" when=\"2023-08-18T");
    // Words, projects and days of what is withdrawn are told to nobody, so they narrow no tombstone.
    for query in [
        "",
        "?vuosi=2023",
        "?q=mitä",
        "?hanke=muu",
        "?alku=2030-01-01",
    ] {
        let path = format!("/paatokset.atom{query}");
        assert!(feed(&site, &path).await.entries.is_empty(), "{path}");
        let atom = site.visitor().get(&path).await.body;
        assert!(atom.contains(&stone), "{path}: {atom}");
        assert!(atom.contains("Julkaistu erehdyksessä"), "{atom}");
        assert!(!atom.contains("kuntarahoitusosuus"), "{atom}");
        let json = format!("/en/paatokset.feed.json{query}");
        let json = site.visitor().get(&json).await;
        let json: Value = serde_json::from_str(&json.body).expect("JSON");
        let items = json["items"].as_array().expect("items");
        assert_eq!(items.len(), 1);
        assert_eq!(items[0]["id"], PERMANENT);
        assert_eq!(items[0]["_removed"]["reason"], "Julkaistu erehdyksessä");
        assert_eq!(items[0]["_removed"]["title"], Value::Null);
        assert_eq!(items[0]["title"], "The decision has been withdrawn");
    }
    for query in ["?vuosi=2022", "?paatoksentekija=kaupunginhallitus"] {
        let atom = site.visitor().get(&format!("/paatokset.atom{query}")).await;
        assert!(!atom.body.contains("deleted-entry"), "{query}");
    }
    for path in PROJECT_FEEDS {
        assert!(feed(&site, path).await.entries.is_empty(), "{path}");
    }
    site.clock.advance(Duration::minutes(1));
    let again = [("reason", "Poistettiin väärä päätös")];
    let answer = registrar
        .fill(&format!("{sheet}/poisto/peru"), &again)
        .await;
    assert_eq!(answer.destination(), sheet, "{}", answer.body);
    let back = only_entry(&site, FEEDS[0]).await;
    assert!(back.updated > before.updated);
    let atom = site.visitor().get(FEEDS[0]).await.body;
    assert!(!atom.contains("deleted-entry"), "{atom}");
}

#[tokio::test]
async fn a_wholly_secret_decision_is_in_no_feed() {
    let site = Site::new().await;
    let (registrar, sheet) = signed(&site).await;
    let fields = [
        ("published_on", "18.8.2023"),
        ("secret_ground", "JulkL 24.1 § 17 kohta"),
    ];
    let form = format!("{sheet}/julkaise");
    registrar.fill(&form, &fields).await.location();
    for path in FEEDS {
        assert!(feed(&site, path).await.entries.is_empty(), "{path}");
        let body = site.visitor().get(path).await.body;
        assert!(!body.contains("2023/5"), "{path}: {body}");
    }
}

#[tokio::test]
async fn a_feed_is_asked_for_again_only_where_it_changed() {
    let site = Site::new().await;
    published(&site).await;
    for path in FEEDS.into_iter().chain(PROJECT_FEEDS) {
        let first = site.visitor().get(path).await;
        assert_eq!(first.header("cache-control"), Some("no-cache"), "{path}");
        // Neither is the page of time alone news.
        site.clock.advance(Duration::days(30));
        let tag = HeaderValue::from_str(first.header("etag").expect("a tag")).expect("a header");
        let mut again = site.visitor().request(Method::GET, path, Body::empty());
        again.headers_mut().insert(IF_NONE_MATCH, tag);
        let again = site.send(again).await;
        assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{path}");
    }
}

#[tokio::test]
async fn pages_lead_to_the_feeds_of_what_they_show() {
    let site = Site::new().await;
    published(&site).await;
    let of_project = "?hanke=kaivoskumppani";
    for (prefix, page, list, query, is_shown) in [
        ("", "/", "/paatokset", "", false),
        ("/sv", "/", "/hankkeet", "", false),
        ("", "/paatokset", "/paatokset", "", true),
        (
            "/en",
            "/paatokset?vuosi=2023&sivu=1",
            "/paatokset",
            "?vuosi=2023",
            true,
        ),
        (
            "",
            "/paatokset?q=tuulivoima",
            "/paatokset",
            "?q=tuulivoima",
            true,
        ),
        (
            "/sv",
            "/hankkeet/kaivoskumppani",
            "/paatokset",
            of_project,
            true,
        ),
        ("", "/hankkeet", "/hankkeet", "", true),
        ("", "/hankkeet?q=kaivos", "/hankkeet", "?q=kaivos", true),
    ] {
        let shown = site.visitor().get(&format!("{prefix}{page}")).await;
        for (ending, kind) in [
            (".atom", "application/atom+xml"),
            (".feed.json", "application/feed+json"),
        ] {
            let address = format!("{prefix}{list}{ending}{query}");
            let start = format!("<link rel=\"alternate\" type=\"{kind}\" title=\"");
            let href = format!("href=\"http://127.0.0.1:3000{address}\"");
            let mut links = shown.body.split('>');
            let is_found = links.any(|tag| tag.contains(&start) && tag.contains(&href));
            assert!(is_found, "{prefix}{page}: {address}: {}", shown.body);
            let visible = format!("<a href=\"{address}\" type=\"{kind}\"");
            assert_eq!(shown.body.contains(&visible), is_shown, "{visible}");
            feed(&site, &address).await;
        }
    }
}

#[tokio::test]
async fn no_name_is_in_a_feed_or_a_description_while_the_page_shows_it() {
    let site = Site::new().await;
    let officials = Officials::of(&site).await;
    let sheet = marked_draft(&officials.preparer).await;
    let form = format!("{sheet}/luonnos");
    let page = officials.preparer.get(&form).await;
    let party = chosen_party(&page);
    let resolution = format!(
        "Hakija {{personal|Maija Malli}}, {{secret JulkL 24.1 § 20 kohta|liikesalaisuus}}. {}",
        steps::RESOLUTION
    );
    let mut fields = steps::complete_draft(&party);
    fields.retain(|(name, _)| *name != "resolution");
    fields.push(("resolution", &resolution));
    officials.preparer.fill(&form, &fields).await.location();
    officials.sign(&sheet).await;
    steps::publish(&officials.registrar, &sheet).await;
    let page = site.visitor().get(DECISION).await;
    page.says(StatusCode::OK, "Maija Malli");
    let left_out = "Hakija [poistettu], [salassa pidettävä: JulkL 24.1 § 20 kohta]. Kaupunki";
    for meta in ["name=\"description\"", "property=\"og:description\""] {
        page.says(
            StatusCode::OK,
            &format!("<meta {meta} content=\"{left_out}"),
        );
    }
    for path in FEEDS {
        let entry = only_entry(&site, path).await;
        let content = entry.content.and_then(|content| content.body);
        let content = content.expect("the beginning of the resolution");
        assert!(content.starts_with(left_out), "{path}: {content}");
        let body = site.visitor().get(path).await.body;
        assert!(!body.contains("Maija"), "{path}: {body}");
    }
}
