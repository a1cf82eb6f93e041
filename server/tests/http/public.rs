//! Public addresses: their other spellings, their documents, and what caches are told.

use axum::body::Body;
use axum::http::header::{ACCEPT_ENCODING, HeaderValue, IF_NONE_MATCH};
use axum::http::{Method, StatusCode};
use domain::role::Role;

use super::site::{Page, Site};
use super::steps;

/// A site with the decision § 5 published.
async fn published() -> Site {
    let site = Site::new().await;
    let preparer = site.official(Role::Preparer).await;
    let mayor = site.official(Role::DecisionMaker).await;
    let registrar = site.official(Role::Registrar).await;
    let sheet = steps::up_to_draft(&preparer).await;
    steps::send(&preparer, &sheet).await;
    steps::sign(&mayor, &sheet).await;
    steps::publish(&registrar, &sheet).await;
    site
}

#[tokio::test]
async fn another_spelling_of_an_address_leads_to_the_permanent_one() {
    let site = published().await;
    for prefix in ["", "/sv", "/en"] {
        for (spelled, permanent) in [
            ("/asiat/kajdno-2023-912", "/asiat/KAJDno-2023-912"),
            ("/asiat/KAJDNO-2023-912", "/asiat/KAJDno-2023-912"),
            ("/asiat/KAJDno-2023-912/", "/asiat/KAJDno-2023-912"),
            ("/paatokset/", "/paatokset"),
            ("/paatokset/?sivu=2", "/paatokset?sivu=2"),
            ("/Paatokset", "/paatokset"),
            (
                "/paatokset/Kaupunginjohtaja/2023/5",
                "/paatokset/kaupunginjohtaja/2023/5",
            ),
            (
                "/paatokset/Kaupunginjohtaja/2023/5.pdf",
                "/paatokset/kaupunginjohtaja/2023/5.pdf",
            ),
            (
                "/paatokset/kaupunginjohtaja/2023/5/",
                "/paatokset/kaupunginjohtaja/2023/5",
            ),
            ("/hankkeet/Kaivoskumppani", "/hankkeet/kaivoskumppani"),
            ("/hankkeet/kaivoskumppani/", "/hankkeet/kaivoskumppani"),
        ] {
            let path = format!("{prefix}{spelled}");
            let answer = site.visitor().get(&path).await;
            assert_eq!(answer.status, StatusCode::MOVED_PERMANENTLY, "{path}");
            let permanent = format!("{prefix}{permanent}");
            assert_eq!(answer.header("location"), Some(&*permanent), "{path}");
            let there = site.visitor().get(&permanent).await;
            assert_eq!(there.status, StatusCode::OK, "{permanent}");
        }
    }
    for (path, permanent) in [("/sv", "/sv/"), ("/en", "/en/")] {
        let answer = site.visitor().get(path).await;
        assert_eq!(answer.status, StatusCode::MOVED_PERMANENTLY, "{path}");
        assert_eq!(answer.header("location"), Some(permanent), "{path}");
    }
}

#[tokio::test]
async fn no_address_leads_to_another_site_and_no_form_elsewhere() {
    let site = Site::new().await;
    for path in ["//example.org/", "//Example.org", "/sv//example.org/"] {
        let answer = site.visitor().get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
    let answer = site.visitor().post("/Kirjaudu", &[]).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_link_to_a_pdf_names_the_language_of_the_document_it_leads_to() {
    let site = published().await;
    for (prefix, lang, named) in [
        ("", "fi", "(suomeksi)"),
        ("/sv", "sv", "(på svenska)"),
        ("/en", "en", "(in English)"),
    ] {
        let address = format!("{prefix}/paatokset/kaupunginjohtaja/2023/5");
        let page = site.visitor().get(&address).await;
        let link = format!("href=\"{address}.pdf\"");
        let (_, after) = page.body.split_once(&link).expect("a link to the PDF");
        let (of_link, _) = after.split_once("</a>").expect("the link ends");
        assert!(
            of_link.contains(&format!("hreflang=\"{lang}\"")),
            "{of_link}"
        );
        assert!(of_link.contains(named), "{of_link}");
        let pdf = site.visitor().get(&format!("{address}.pdf")).await;
        let of_document = format!("<dc:language><rdf:Bag><rdf:li>{lang}");
        assert!(pdf.body.contains(&of_document), "{lang}");
    }
}

async fn asked(site: &Site, path: &str, accepted: &str, held: Option<&str>) -> Page {
    let visitor = site.visitor();
    let mut request = visitor.request(Method::GET, path, Body::empty());
    let headers = request.headers_mut();
    let value = |text: &str| HeaderValue::from_str(text).expect("a header");
    headers.insert(ACCEPT_ENCODING, value(accepted));
    if let Some(held) = held {
        headers.insert(IF_NONE_MATCH, value(held));
    }
    site.send(request).await
}

#[tokio::test]
async fn each_encoding_has_a_tag_of_its_own_and_caches_are_told_that_it_varies() {
    let site = published().await;
    for path in [
        "/",
        "/sv/paatokset",
        "/paatokset/kaupunginjohtaja/2023/5",
        "/paatokset/kaupunginjohtaja/2023/5.pdf",
        "/hankkeet/kaivoskumppani",
    ] {
        let mut tags = Vec::new();
        for (accepted, encoding) in [
            ("identity", None),
            ("gzip", Some("gzip")),
            ("br", Some("br")),
        ] {
            let answer = asked(&site, path, accepted, None).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            assert_eq!(answer.header("content-encoding"), encoding, "{path}");
            assert_eq!(answer.header("vary"), Some("accept-encoding"), "{path}");
            assert_eq!(answer.header("cache-control"), Some("no-cache"), "{path}");
            let tag = answer.header("etag").expect("a tag").to_owned();
            if let Some(encoding) = encoding {
                assert!(tag.ends_with(&format!("-{encoding}\"")), "{tag}");
            }
            let again = asked(&site, path, accepted, Some(&tag)).await;
            assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{path}");
            assert_eq!(again.header("etag"), Some(&*tag), "{path}");
            assert_eq!(again.header("vary"), Some("accept-encoding"), "{path}");
            assert_eq!(again.body, "", "{path}");
            tags.push(tag);
        }
        let [plain, gzip, br] = &tags[..] else {
            panic!("three encodings");
        };
        assert!(plain != gzip && gzip != br && plain != br, "{tags:?}");
        // Whoever holds one encoding does not hold the other.
        let other = asked(&site, path, "br", Some(gzip)).await;
        assert_eq!(other.status, StatusCode::OK, "{path}");
    }
}
