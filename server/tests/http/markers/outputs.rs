//! Every address of the register for everybody, and everything that can be read in its answer.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{Cursor, Read as _};

use axum::body::Body;
use axum::http::Method;
use axum::http::header::{ACCEPT_ENCODING, HeaderName, HeaderValue};
use server::public_routes;
use zip::ZipArchive;

use super::super::reading::Reading;
use super::super::site::{Page, Site};
use super::super::steps;

/// Addresses that are promised and not served yet, and such as machines try. They must hold no
/// marker however they are answered; the served ones come from the table of routes.
const TRIED: [&str; 7] = [
    "/paatokset.rss",
    "/paatokset/kaupunginjohtaja/2023/5.csv",
    "/rajapinta/v1",
    "/rajapinta/v1/decisions?modified_since=0",
    "/rajapinta/v1/decisions?vuosi=2023&hanke=kaivoskumppani&limit=1",
    "/rajapinta/v1/projects?modified_since=0",
    "/rajapinta/v1/changes",
];

/// The filters of lists that the contract names.
const FILTERS: [&str; 11] = [
    "q",
    "alku",
    "loppu",
    "paatoksentekija",
    "hanke",
    "rahoittaja",
    "vuosi",
    "kohta",
    "tila",
    "sivu",
    "jarjestys",
];

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const ENCODINGS: [&str; 3] = ["identity", "gzip", "br"];

/// What is there and has an address that only the register knows.
pub(crate) struct There {
    /// The code of a document that was handed out.
    pub(crate) code: String,
    /// The identity of who funds the project.
    pub(crate) funder: String,
    /// The key in the mail of a follower.
    pub(crate) key: String,
}

/// What stands for a name in the address of a route: things that are there.
fn values(name: &str, there: &There) -> Vec<String> {
    let known: &[&str] = match name {
        "series" => &["kaupunginjohtaja"],
        "year" => &["2023"],
        "section" => &["5"],
        "attachment" => &["1", "2", "3", "4"],
        "slug" => &["kaivoskumppani"],
        "case" => &[steps::NUMBER],
        "part" => &["sivut.xml", "1.xml"],
        "code" => &[&there.code],
        "organisation" => &[&there.funder],
        "key" => &[&there.key],
        "*path" => &["site.css"],
        other => panic!("nothing stands for {other}: name something, so that its route is asked"),
    };
    known.iter().map(|value| (*value).to_owned()).collect()
}

/// The addresses of a route about things that are there.
fn filled(path: &str, there: &There) -> Vec<String> {
    let Some((before, rest)) = path.split_once('{') else {
        return vec![path.to_owned()];
    };
    let (name, after) = rest.split_once('}').expect("a name ends");
    let ends = filled(after, there);
    let values = values(name, there).into_iter();
    values
        .flat_map(|value| ends.iter().map(move |end| format!("{before}{value}{end}")))
        .collect()
}

/// Every address that the router serves, in each language; those of one route together.
pub(super) fn served(there: &There) -> Vec<Vec<String>> {
    let routes = public_routes().into_iter().map(|route| {
        let languages: &[&str] = if route.in_each_language {
            &["", "/sv", "/en"]
        } else {
            &[""]
        };
        let paths = filled(route.path, there).into_iter().flat_map(|path| {
            let endings = route.endings.iter();
            endings
                .map(|ending| format!("{path}{ending}"))
                .collect::<Vec<_>>()
        });
        paths
            .flat_map(|path| languages.iter().map(move |lang| format!("{lang}{path}")))
            .collect()
    });
    routes.collect()
}

fn addresses(there: &There) -> BTreeSet<String> {
    let tried = ["", "/sv", "/en"].into_iter();
    let tried = tried.flat_map(|lang| TRIED.map(|path| format!("{lang}{path}")));
    served(there).into_iter().flatten().chain(tried).collect()
}

/// An address without its language.
pub(super) fn bare(path: &str) -> &str {
    let mut languages = ["/sv", "/en"].into_iter();
    languages
        .find_map(|lang| path.strip_prefix(lang).filter(|rest| rest.starts_with('/')))
        .unwrap_or(path)
}

/// What is asked of the server beside an address.
pub(crate) async fn ask(site: &Site, path: &str, headers: &[(HeaderName, &str)]) -> Page {
    let mut request = site.visitor().request(Method::GET, path, Body::empty());
    for (name, value) in headers {
        let value = HeaderValue::from_str(value).expect("a header");
        request.headers_mut().insert(name, value);
    }
    let mut page = site.send(request).await;
    page.bytes = decoded(&page);
    page.body = String::from_utf8_lossy(&page.bytes).into_owned();
    page
}

fn decoded(page: &Page) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoded = &*page.bytes;
    match page.header("content-encoding") {
        None => bytes.extend(encoded),
        Some("gzip") => {
            let mut decoder = flate2::read::GzDecoder::new(encoded);
            std::io::copy(&mut decoder, &mut bytes).expect("it is whole");
        }
        Some("br") => {
            brotli::BrotliDecompress(&mut encoded, &mut bytes).expect("it is whole");
        }
        Some(other) => panic!("the test cannot decode {other}"),
    }
    bytes
}

/// The answer of one address.
pub(super) struct Output {
    pub(super) path: String,
    pub(super) page: Page,
    /// Everything that can be read in it.
    pub(super) read: String,
    /// Its tag in each encoding.
    pub(super) tags: Vec<(&'static str, String)>,
}

/// Asks for every address: as it is and compressed in each way, which must be the same bytes, and
/// for its head alone.
pub(super) async fn outputs(site: &Site, there: &There) -> Vec<Output> {
    let mut all = Vec::new();
    for path in addresses(there) {
        let [mut page, gzip, brotli] = [
            ask(site, &path, &[(ACCEPT_ENCODING, ENCODINGS[0])]).await,
            ask(site, &path, &[(ACCEPT_ENCODING, ENCODINGS[1])]).await,
            ask(site, &path, &[(ACCEPT_ENCODING, ENCODINGS[2])]).await,
        ];
        let mut tags = Vec::new();
        for (encoding, answer) in ENCODINGS.into_iter().zip([&page, &gzip, &brotli]) {
            assert_eq!(answer.status, page.status, "{path} as {encoding}");
            assert!(answer.bytes == page.bytes, "{path} as {encoding}");
            if let Some(tag) = answer.header("etag") {
                tags.push((encoding, tag.to_owned()));
            }
        }
        let head = site.visitor().request(Method::HEAD, &path, Body::empty());
        let head = site.send(head).await;
        assert_eq!((head.status, head.bytes.len()), (page.status, 0), "{path}");
        let mut read = read(&page);
        for answer in [&gzip, &brotli, &head] {
            write!(read, "{:?}", answer.headers).expect("a text takes it");
        }
        page.bytes.clear();
        all.push(Output {
            path,
            page,
            read,
            tags,
        });
    }
    all
}

/// Everything that can be read in an answer: its headers, its bytes, and in place of the compressed
/// bytes of a PDF its words, with and without the breaks that a line makes in them. An answer of a kind that is not known here fails, so that
/// the test is taught to read it.
pub(crate) fn read(page: &Page) -> String {
    let kind = page.header("content-type").unwrap_or_default();
    let body = match kind.split(';').next().unwrap_or_default() {
        "" => {
            assert!(page.bytes.is_empty(), "of no kind: {}", page.body);
            String::new()
        }
        // Lines of a calendar file are folded.
        "text/html"
        | "text/plain"
        | "text/calendar"
        | "text/csv"
        | "application/json"
        | "application/problem+json"
        | "application/atom+xml"
        | "application/feed+json"
        | "application/xml" => {
            format!("{}{}", page.body, page.body.replace("\r\n ", ""))
        }
        XLSX | "application/zip" => unzipped(&page.bytes),
        "application/pdf" => outside_streams(&page.body) + &words(&page.bytes),
        other => panic!("the test cannot read {other}"),
    };
    format!("{:?}\n{body}", page.headers)
}

/// Every part of a workbook, as it stands in it and with what XML writes for signs.
fn unzipped(bytes: &[u8]) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a workbook");
    let mut all = String::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        all.push_str(&part.name().expect("a name"));
        part.read_to_string(&mut all).expect("it is text");
    }
    all
}

/// The bytes of a document that are not in a stream: among compressed bytes, which [`words`] reads
/// unpacked, any three may stand together by chance.
fn outside_streams(file: &str) -> String {
    let parts = file.split("endstream");
    let outside = parts.map(|part| {
        part.split_once("stream\n")
            .map_or(part, |(before, _)| before)
    });
    outside.collect()
}

/// What is drawn in a document, as it is and without breaks, and what stands behind it.
fn words(bytes: &[u8]) -> String {
    let reading = Reading::of(bytes);
    let marks = (0..reading.pages.len()).flat_map(|number| reading.marks(number));
    let drawn: String = marks.map(|mark| mark.text).collect();
    let mut all = drawn.replace(['\u{ad}', '-', ' '], "");
    all.push_str(&drawn);
    for object in reading.document.objects.values() {
        match object {
            lopdf::Object::Stream(stream) => {
                write!(all, "{:?}", stream.dict).expect("a text takes it");
                // Among the outlines of a font any three bytes may stand together by chance.
                if stream.dict.has(b"Length1") {
                    continue;
                }
                let content = stream.decompressed_content();
                all.push_str(&String::from_utf8_lossy(&content.unwrap_or_default()));
            }
            other => write!(all, "{other:?}").expect("a text takes it"),
        }
    }
    all
}

/// Checks that lists answer to words that stand somewhere as to words that stand nowhere.
pub(super) async fn no_search_finds(site: &Site, words: &str) {
    // Of the same length and kinds of signs, so that nothing else tells them apart.
    let like = |sign: char| match sign {
        'A'..='Z' => 'Z',
        '0'..='9' => '0',
        _ => 'z',
    };
    let nowhere: String = words.chars().map(like).collect();
    let routes = public_routes().into_iter().map(|route| route.path);
    for path in routes.filter(|path| !path.contains('{')) {
        let mut answers = Vec::new();
        for words in [words, &nowhere] {
            let mut queries = FILTERS.map(|filter| format!("{filter}={words}")).to_vec();
            queries.push(queries.join("&"));
            for query in queries {
                let page = ask(site, &format!("{path}?{query}"), &[]).await;
                let echo = |text: &str| text.replace(words, "");
                let location = page.header("location").map(echo);
                answers.push((page.status, location, echo(&page.body)));
            }
        }
        let (of_words, of_nothing) = answers.split_at(answers.len() / 2);
        assert!(of_words == of_nothing, "{path} finds {words}");
    }
}
