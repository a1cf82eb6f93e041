//! What search engines are led to, and what a page says of itself to them and to who shares it.

use axum::http::StatusCode;
use domain::role::Role;
use time::Duration;

use super::site::{Browser, Site};
use super::steps;

const URL: &str = "http://127.0.0.1:3000";
const DECISION: &str = "/paatokset/kaupunginjohtaja/2023/5";

/// A site with the decision § 5 published, its registrar and its sheet.
async fn published(site: &Site) -> (Browser<'_>, String) {
    let preparer = site.official(Role::Preparer).await;
    let mayor = site.official(Role::DecisionMaker).await;
    let registrar = site.official(Role::Registrar).await;
    let sheet = steps::up_to_draft(&preparer).await;
    steps::send(&preparer, &sheet).await;
    steps::sign(&mayor, &sheet).await;
    steps::publish(&registrar, &sheet).await;
    (registrar, sheet)
}

/// The addresses of a site map or of its index, within the site.
async fn addresses(site: &Site, path: &str) -> Vec<String> {
    let answer = site.visitor().get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
    let kind = answer.header("content-type");
    assert_eq!(kind, Some("application/xml; charset=utf-8"), "{path}");
    let found = answer.body.split("<loc>").skip(1);
    let found = found.filter_map(|rest| rest.split('<').next());
    let within = found.map(|address| {
        let within = address.strip_prefix(URL);
        within.expect("an address of ours").to_owned()
    });
    within.collect()
}

/// Every address that the site map has.
async fn all(site: &Site) -> Vec<String> {
    let mut all = Vec::new();
    for part in addresses(site, "/sitemap.xml").await {
        all.extend(addresses(site, &part).await);
    }
    all
}

fn has(all: &[String], address: &str) -> bool {
    all.iter().any(|one| one == address)
}

#[tokio::test]
async fn robots_are_led_to_the_site_map_and_not_to_officials() {
    let site = Site::new().await;
    let robots = site.visitor().get("/robots.txt").await;
    let kind = robots.header("content-type");
    assert_eq!(kind, Some("text/plain; charset=utf-8"));
    for line in [
        "User-agent: *\n",
        "Disallow: /tyopoyta\n",
        "Disallow: /sv/kirjaudu\n",
        "Sitemap: http://127.0.0.1:3000/sitemap.xml\n",
    ] {
        robots.says(StatusCode::OK, line);
    }
    assert!(!robots.body.contains("Disallow: /\n"), "{}", robots.body);
}

#[tokio::test]
async fn every_page_of_the_site_map_is_one_that_search_engines_may_keep() {
    let site = Site::new().await;
    published(&site).await;
    site.clock.advance(Duration::days(30));
    let all = all(&site).await;
    for prefix in ["", "/sv", "/en"] {
        for page in [
            "/",
            "/paatokset",
            "/hankkeet",
            "/rahoitus",
            DECISION,
            "/hankkeet/kaivoskumppani",
            "/asiat/KAJDno-2023-912",
        ] {
            assert!(has(&all, &format!("{prefix}{page}")), "{prefix}{page}");
        }
    }
    let mut once = all.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), all.len(), "each once");
    for address in &all {
        let page = site.visitor().get(address).await;
        assert_eq!(page.status, StatusCode::OK, "{address}");
        assert!(!page.body.contains("noindex"), "{address}");
        let canonical = format!("<link rel=\"canonical\" href=\"{URL}{address}\"");
        assert!(page.body.contains(&canonical), "{address}: {}", page.body);
        for of_page in [
            "name=\"description\" content=\"",
            "property=\"og:title\" content=\"",
        ] {
            let (_, rest) = page.body.split_once(of_page).expect(address);
            assert!(!rest.starts_with('"'), "{address}: {of_page}");
        }
    }
    let part = site.visitor().get("/sitemap/1.xml").await.body;
    let alternate =
        format!("<xhtml:link rel=\"alternate\" hreflang=\"sv\" href=\"{URL}/sv{DECISION}\"/>");
    assert_eq!(part.matches(&alternate).count(), 3, "{part}");
    assert!(part.contains("<lastmod>2023-08-18T"), "{part}");
}

#[tokio::test]
async fn a_decision_is_left_out_while_its_page_shows_a_name_and_once_it_is_withdrawn() {
    let site = Site::new().await;
    let (_, sheet) = published(&site).await;
    let during = all(&site).await;
    assert!(!has(&during, DECISION), "the contact person is shown");
    assert!(has(&during, "/hankkeet/kaivoskumppani"), "that page is not");
    site.clock.advance(Duration::days(30));
    assert!(has(&all(&site).await, DECISION));
    let registrar = site.signed_in(Role::Registrar).await;
    let fields = [
        ("public_reason", "Julkaistu erehdyksessä"),
        ("hides_title", "1"),
        ("confirmed", "1"),
        ("action", "withdraw"),
    ];
    let answer = registrar.fill(&format!("{sheet}/poisto"), &fields).await;
    assert_eq!(answer.destination(), sheet, "{}", answer.body);
    let after = all(&site).await;
    for gone in [
        DECISION,
        "/hankkeet/kaivoskumppani",
        "/asiat/KAJDno-2023-912",
    ] {
        assert!(!has(&after, gone), "{gone}");
    }
}

#[tokio::test]
async fn a_part_that_does_not_exist_is_not_found() {
    let site = Site::new().await;
    let index = addresses(&site, "/sitemap.xml").await;
    assert_eq!(index, ["/sitemap/sivut.xml"], "nothing is published");
    for part in [
        "0.xml",
        "1.xml",
        "-1.xml",
        "9223372036854775807.xml",
        "x.xml",
        "1",
    ] {
        let path = format!("/sitemap/{part}");
        let answer = site.visitor().get(&path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
}
