//! A marker in every field typed personal and in every marked span, looked for in every byte that
//! the public can get: before the publication, while the municipal member's period runs, and from
//! the second in which it ends.

use axum::body::Body;
use axum::http::header::{HeaderValue, IF_NONE_MATCH};
use axum::http::{Method, StatusCode};
use domain::role::Role;
use proptest::prelude::*;
use time::Duration;

use super::reading::Reading;
use super::site::{Browser, Page, Site};
use super::steps;

/// Begins every marker of what is personal: public on the page and its PDF during the period.
const PERSONAL: &str = "Pjx";
/// Begins every marker of what is secret: public nowhere, ever.
const SECRET: &str = "Sjx";
/// Begins every marker of what the law never wants published: distribution, parties, filers.
const NEVER: &str = "Njx";

const DECISION: &str = "/paatokset/kaupunginjohtaja/2023/5";

/// The outputs of the register for everybody. A new one is one line more; those that do not exist
/// yet answer 404, and must hold no marker then either.
const OUTPUTS: [&str; 24] = [
    "/",
    "/paatokset",
    "/paatokset?vuosi=2023&paatoksentekija=kaupunginjohtaja",
    "/paatokset.ics",
    "/paatokset.csv",
    "/paatokset.xlsx",
    "/paatokset.json",
    "/paatokset.atom",
    "/paatokset?q=Pjx",
    "/paatokset/kaupunginjohtaja/2023/5",
    "/paatokset/kaupunginjohtaja/2023/5.pdf",
    "/paatokset/kaupunginjohtaja/2023/5.ics",
    "/paatokset/kaupunginjohtaja/2023/5.json",
    "/paatokset/kaupunginjohtaja/2023/5/liitteet/1",
    "/paatokset/kaupunginjohtaja/2023/5/liitteet/2",
    "/paatokset/kaupunginjohtaja/2023/5/liitteet/3",
    "/paatokset/kaupunginjohtaja/2023/5/liitteet/4",
    "/hankkeet",
    "/hankkeet/kaivoskumppani",
    "/asiat/KAJDno-2023-912",
    "/rahoitus",
    "/tarkista",
    "/kirjaudu",
    "/sitemap.xml",
];

/// Where what is personal may be seen during the period: the page, its PDF, and the file of the
/// class that says so.
const PERSONAL_OUTPUTS: [&str; 3] = [
    "/paatokset/kaupunginjohtaja/2023/5",
    "/paatokset/kaupunginjohtaja/2023/5.pdf",
    "/paatokset/kaupunginjohtaja/2023/5/liitteet/2",
];

/// Where in a text a run of words stands.
#[derive(Clone, Copy, Debug)]
enum Place {
    Words,
    Link,
    Item,
    Numbered,
    Cell,
    Heading,
}

/// How it is marked.
#[derive(Clone, Copy, Debug)]
enum Mark {
    Open,
    Personal,
    Secret,
    Both,
}

type Span = (Place, Mark);

fn spans() -> impl Strategy<Value = Vec<Span>> {
    let place = prop_oneof![
        Just(Place::Words),
        Just(Place::Link),
        Just(Place::Item),
        Just(Place::Numbered),
        Just(Place::Cell),
        Just(Place::Heading),
    ];
    let mark = prop_oneof![
        Just(Mark::Open),
        Just(Mark::Personal),
        Just(Mark::Secret),
        Just(Mark::Both),
    ];
    prop::collection::vec((place, mark), 1..10)
}

/// The markup of spans, each with a marker of its own.
fn markup(spans: &[Span], name: char) -> String {
    let blocks = spans.iter().enumerate().map(|(number, (place, mark))| {
        let (begins, marks) = match mark {
            Mark::Open => ("Ojx", ""),
            Mark::Personal => (PERSONAL, "personal"),
            Mark::Secret => (SECRET, "secret JulkL 24.1 § 20 kohta"),
            Mark::Both => (SECRET, "personal,secret JulkL 24.1 § 25 kohta"),
        };
        let marker = format!("{begins}{name}{number}q");
        let run = match (place, marks) {
            (Place::Link, "") => format!("[{marker}](https://example.org/{marker})"),
            (Place::Link, marks) => format!("[{marker}](https://example.org/{marker}){{{marks}}}"),
            (_, "") => marker,
            (_, marks) => format!("{{{marks}|{marker}}}"),
        };
        match place {
            Place::Words | Place::Link => format!("Alku {run} loppu."),
            Place::Item => format!("- ensin\n- {run}"),
            Place::Numbered => format!("1. {run}\n2. sitten"),
            Place::Cell => format!("| Kuka | Mitä |\n| {run} | jotain |"),
            Place::Heading => format!("# Otsikko {run}"),
        }
    });
    blocks.collect::<Vec<_>>().join("\n\n")
}

/// The open markers of spans, which the public sees for good.
fn open_markers(spans: &[Span], name: char) -> Vec<String> {
    let open = spans.iter().enumerate();
    open.filter(|(_, (_, mark))| matches!(mark, Mark::Open))
        .map(|(number, _)| format!("Ojx{name}{number}q"))
        .collect()
}

fn has_personal(spans: &[Span]) -> bool {
    spans.iter().any(|(_, mark)| matches!(mark, Mark::Personal))
}

/// Everything that can be read in an answer: its bytes, its headers, and the words of a PDF without
/// the breaks that a line makes in them.
fn read(page: &Page) -> String {
    let mut all = format!("{:?}\n{}", page.headers, page.body);
    // Lines of a calendar file are folded.
    all.push_str(&page.body.replace("\r\n ", ""));
    if page.header("content-type") == Some("application/pdf") && !page.bytes.is_empty() {
        let reading = Reading::of(&page.bytes);
        for number in 0..reading.pages.len() {
            let marks = reading.marks(number).into_iter();
            let text: String = marks.map(|mark| mark.text).collect();
            all.push_str(&text.replace(['\u{ad}', '-', ' '], ""));
        }
        for object in reading.document.objects.values() {
            let object = format!("{object:?}");
            all.push_str(&object);
        }
    }
    all
}

/// Asks for every output in three languages, by GET and HEAD.
async fn outputs(site: &Site) -> Vec<(String, Page)> {
    let visitor = site.visitor();
    let mut pages = Vec::new();
    for prefix in ["", "/sv", "/en"] {
        for output in OUTPUTS {
            let path = format!("{prefix}{output}");
            pages.push((path.clone(), visitor.get(&path).await));
            let head = visitor.request(Method::HEAD, &path, Body::empty());
            pages.push((path, site.send(head).await));
        }
    }
    pages
}

fn bare(path: &str) -> &str {
    let prefix = ["/sv", "/en"]
        .iter()
        .find(|prefix| path.starts_with(**prefix));
    prefix.map_or(path, |prefix| &path[prefix.len()..])
}

async fn conditional(site: &Site, path: &str, tag: &str) -> Page {
    let mut request = site.visitor().request(Method::GET, path, Body::empty());
    let tag = HeaderValue::from_str(tag).expect("a tag");
    request.headers_mut().insert(IF_NONE_MATCH, tag);
    site.send(request).await
}

/// A decision with markers everywhere, signed and not yet public; gives the address of its sheet.
async fn signed(site: &Site, resolution: &[Span], background: &[Span]) -> String {
    let preparer = site.official(Role::Preparer).await;
    let mayor = site.official(Role::DecisionMaker).await;
    steps::open_case(&preparer).await;
    steps::add_organisation(&preparer, steps::FUNDER, "authority").await;
    let beneficiary = steps::add_organisation(&preparer, steps::BENEFICIARY, "private").await;
    let party = steps::add_organisation(&preparer, "Njxparty", "private").await;
    steps::enter_project(&preparer, &beneficiary).await;
    steps::save_plan(&preparer).await;
    let sheet = steps::begin_draft(&preparer).await;
    let mut fields = steps::complete_draft(&party);
    let resolution = format!("{}\n\n{}", steps::RESOLUTION, markup(resolution, 'r'));
    let background = markup(background, 'b');
    for (name, value) in &mut fields {
        match *name {
            "resolution" => *value = &resolution,
            "background" => *value = &background,
            "contact_person" => *value = "Pjxcontact",
            "distribution" => {
                *value = "Njxdistribution\nToinen Njxsecond <Njxaddress@kunta.example>";
            }
            "unrecognised" => *value = "Njxunrecognised",
            _ => {}
        }
    }
    let saved = preparer.fill(&format!("{sheet}/luonnos"), &fields).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    for (title, class, ground, name, bytes) in [
        ("Ojxattached", "public", "", "avoin.txt", "Ojxbytes"),
        ("Pjxattached", "personal", "", "Pjxname.txt", "Pjxbytes"),
        (
            "Sjxattached",
            "secret",
            "JulkL 24.1 § 17",
            "Sjxname.txt",
            "Sjxbytes",
        ),
    ] {
        let file = (name, bytes.as_bytes());
        let answer = preparer.attach(&sheet, (title, class, ground), file).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    }
    steps::send(&preparer, &sheet).await;
    steps::sign(&mayor, &sheet).await;
    sheet
}

/// Records a filing against the decision and the service of its party, with names.
async fn filed(registrar: &Browser<'_>, sheet: &str) {
    let fields = [
        ("remedy", "rectification"),
        ("received_on", "1.9.2023"),
        ("received_at", "12.00"),
        ("way", "post"),
        ("filer", "Njxfiler"),
        ("standing", "municipal_member"),
        ("handled_by", "Njxhandler"),
        ("wrongly_addressed_to", ""),
    ];
    let answer = registrar
        .fill(&format!("{sheet}/muutoksenhaku"), &fields)
        .await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
}

async fn no_marker_outlives_its_time(resolution: Vec<Span>, background: Vec<Span>) {
    let site = Site::new().await;
    let sheet = signed(&site, &resolution, &background).await;
    let registrar = site.official(Role::Registrar).await;
    let names = ["Nimi preparer", "Nimi decision-maker", "Nimi registrar"];

    // Signed and not public: nothing of it is there, whatever address is guessed.
    for (path, page) in outputs(&site).await {
        let all = read(&page);
        for marker in [PERSONAL, SECRET, NEVER, "Ojx"] {
            let echoed = path.contains(marker);
            assert!(echoed || !all.contains(marker), "{marker} at {path}: {all}");
        }
        if path.contains(DECISION) {
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        }
    }

    steps::publish(&registrar, &sheet).await;
    // To the last second of the municipal member's period.
    site.clock.advance(closing() - Duration::seconds(1));
    let registrar = site.signed_in(Role::Registrar).await;
    filed(&registrar, &sheet).await;
    let during = outputs(&site).await;
    let mut held = Vec::new();
    for (path, page) in &during {
        let (all, is_personal) = (read(page), PERSONAL_OUTPUTS.contains(&bare(path)));
        for marker in [SECRET, NEVER].iter().chain(&names) {
            assert!(!all.contains(marker), "{marker} at {path}: {all}");
        }
        if is_personal && !page.body.is_empty() {
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert!(all.contains(PERSONAL), "nothing personal at {path}: {all}");
            assert_eq!(page.header("x-robots-tag"), Some("noindex"), "{path}");
        } else if !is_personal && !path.contains("q=Pjx") {
            assert!(!all.contains(PERSONAL), "{path}: {all}");
        }
        if is_personal && let Some(tag) = page.header("etag") {
            held.push((path.clone(), tag.to_owned()));
        }
    }
    let (_, page) = during
        .iter()
        .find(|(path, _)| path == DECISION)
        .expect("the page is an output");
    assert!(
        page.body
            .contains("<meta name=\"robots\" content=\"noindex\"")
    );
    assert!(page.body.contains("Pjxcontact"), "{}", page.body);
    if has_personal(&resolution) || has_personal(&background) {
        assert!(page.body.contains("Pjxr") || page.body.contains("Pjxb"));
    }

    // The next second is the closing instant.
    site.clock.advance(Duration::seconds(1));
    for (path, page) in outputs(&site).await {
        let all = read(&page);
        for marker in [PERSONAL, SECRET, NEVER].iter().chain(&names) {
            let echoed = path.contains(marker);
            assert!(echoed || !all.contains(marker), "{marker} at {path}: {all}");
        }
    }
    let page = site.visitor().get(DECISION).await;
    let pdf = site.visitor().get(&format!("{DECISION}.pdf")).await;
    let words = read(&pdf);
    let open = open_markers(&resolution, 'r').into_iter();
    let open = open.chain(open_markers(&background, 'b'));
    for marker in open.chain(["Ojxattached".to_owned()]) {
        assert!(page.body.contains(&marker), "{marker} left: {}", page.body);
        assert!(words.contains(&marker), "{marker} left the PDF: {words}");
    }
    assert_eq!(page.header("x-robots-tag"), None);
    let attached = site.visitor().get(&format!("{DECISION}/liitteet/1")).await;
    attached.says(StatusCode::OK, "Ojxbytes");

    // Whoever holds the old page gets the new one, and the old file is gone.
    for (path, tag) in held {
        let answer = conditional(&site, &path, &tag).await;
        let expected = if bare(&path).ends_with("/liitteet/2") {
            StatusCode::NOT_FOUND
        } else {
            StatusCode::OK
        };
        assert_eq!(answer.status, expected, "{path} with {tag}");
        assert!(!read(&answer).contains(PERSONAL), "{path}");
    }
}

/// From the morning of 18.8.2023, when tests begin, to 8.9.2023 at 15.
fn closing() -> Duration {
    Duration::days(21) + Duration::hours(6)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 6,
        max_shrink_iters: 20,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_is_personal_is_public_as_long_as_the_law_lets_it_and_what_is_secret_never(
        resolution in spans(),
        background in spans(),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        runtime.block_on(no_marker_outlives_its_time(resolution, background));
    }
}
