//! A marker in every field typed personal and in every marked span, looked for in every byte that the
//! public can get: in every state from the draft to the withdrawal, to the second the period ends.

mod frozen;
pub(crate) mod outputs;
mod spans;

use axum::http::StatusCode;
use axum::http::header::{ACCEPT_ENCODING, HeaderName, IF_MODIFIED_SINCE, IF_NONE_MATCH, RANGE};
use domain::decision::DecisionContent;
use domain::id::DecisionId;
use domain::role::Role;
use proptest::prelude::*;
use register::Actor;
use register::views::desk::decision_sheet;
use time::Duration;

use super::following::follows;
use super::site::{Browser, Site};
use super::steps;
use frozen::Frozen;
use outputs::{Output, There, ask, bare, outputs, read, served};
use spans::{Span, markup, spans};

/// Begins every marker of what everybody may see for good.
const OPEN: &str = "Ojx";
/// Begins every marker of what is personal: public on the page and its PDF during the period.
const PERSONAL: &str = "Pjx";
/// Begins every marker of what is secret: public nowhere, ever.
const SECRET: &str = "Sjx";
/// Begins every marker of what the law never wants published: distribution, parties, filers.
const NEVER: &str = "Njx";

const DECISION: &str = "/paatokset/kaupunginjohtaja/2023/5";

/// What stands first in the resolution, under each mark.
const FIRST: &str = "{personal|Pjxfirst} {secret JulkL 24.1 § 20 kohta|Sjxfirst}";

/// Where what is personal may be seen during the period, in each language: the page, its PDF, and
/// the file of the class that says so.
const PERSONAL_OUTPUTS: [&str; 3] = [
    "/paatokset/kaupunginjohtaja/2023/5",
    "/paatokset/kaupunginjohtaja/2023/5.pdf",
    "/paatokset/kaupunginjohtaja/2023/5/liitteet/2",
];

/// A tag of an answer that held something personal.
struct Held {
    path: String,
    encoding: &'static str,
    tag: String,
}

/// The fields of the decision, each that has room with a marker.
fn fields<'a>(party: &'a str, resolution: &'a str, background: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut fields = steps::complete_draft(party);
    for (name, value) in &mut fields {
        match *name {
            "title" => *value = "Ojxtitle osallistuu",
            "resolution" => *value = resolution,
            "background" => *value = background,
            "authority" => *value = "Ojxauthority 17 §",
            "applied_provisions" => *value = "Ojxprovision 7 §",
            "commitments-0-budget_line" | "commitments-1-budget_line" => *value = "Ojxline",
            "contact_office" => *value = "Ojxoffice",
            "contact_person" => *value = "Pjxcontact",
            "distribution" => {
                *value = "Njxdistribution\nToinen Njxsecond <Njxaddress@kunta.example>";
            }
            "unrecognised" => *value = "Njxunrecognised",
            _ => {}
        }
    }
    fields
}

/// A draft with markers everywhere in a case with markers; gives the address of its sheet.
async fn drafted(preparer: &Browser<'_>, resolution: &str, background: &str) -> String {
    steps::open_case(preparer).await;
    fill_case(preparer).await;
    steps::add_organisation(preparer, steps::FUNDER, "authority").await;
    let beneficiary = steps::add_organisation(preparer, steps::BENEFICIARY, "private").await;
    let party = steps::add_organisation(preparer, "Njxparty", "private").await;
    steps::enter_project(preparer, &beneficiary).await;
    fill_project(preparer).await;
    steps::save_plan(preparer).await;
    let sheet = steps::begin_draft(preparer).await;
    let fields = fields(&party, resolution, background);
    let saved = preparer.fill(&format!("{sheet}/luonnos"), &fields).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    let secret = "JulkL 24.1 § 17";
    for (title, class, ground, name, bytes) in [
        ("Ojxattached", "public", "", "avoin.txt", "Ojxbytes"),
        ("Pjxattached", "personal", "", "Pjxname.txt", "Pjxbytes"),
        ("Sjxattached", "secret", secret, "Sjxname.txt", "Sjxbytes"),
    ] {
        let file = (name, bytes.as_bytes());
        let answer = preparer.attach(&sheet, (title, class, ground), file).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    }
    sheet
}

/// Records something of each kind in the case.
async fn fill_case(official: &Browser<'_>) {
    let title = ("internal_title", "Njxinternal");
    let case = [
        ("number", steps::NUMBER),
        ("public_title", "Kuntarahoitus"),
        title,
    ];
    let incoming = [
        ("document_title", "Njxdocument"),
        ("phase", "initiation"),
        ("arrived_on", "17.8.2023"),
        ("arrived_at", "14.59"),
        ("arrival_way", "e_service"),
        ("sender", "Njxsender"),
        ("agent", "Njxagent"),
    ];
    let own = [
        ("document_title", "Njxdocument"),
        ("phase", "preparation"),
        ("author", "Kirjaamo"),
        ("made_on", "17.8.2023"),
        ("sent_on", "17.8.2023"),
        ("sent_way", "post"),
        ("sent_to", "Njxto"),
    ];
    let measure = [
        ("phase", "preparation"),
        ("measure_name", "Njxmeasure"),
        ("taken_on", "18.8.2023"),
        ("office", "Kirjaamo"),
    ];
    let party = [
        ("party_role", "initiator"),
        ("person", "Njxperson"),
        ("agent", "Njxpartyagent"),
    ];
    for (form, fields) in [
        ("tiedot", &case[..]),
        ("asiakirjat/saapunut", &incoming),
        ("asiakirjat/oma", &own),
        ("toimenpiteet/uusi", &measure),
        ("osalliset/uusi", &party),
    ] {
        let path = format!("{}/{form}", steps::CASE);
        let answer = official.fill(&path, fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    }
}

/// Records a contact of the project and a note about it.
async fn fill_project(official: &Browser<'_>) {
    let facts = [
        ("name", "Kaivoskumppani"),
        ("first_month", "1/2023"),
        ("last_month", "12/2024"),
        ("contacts-0-contact_person", "Njxcontact"),
        ("contacts-0-email", "njxmail@kunta.example"),
        ("contacts-0-phone", "Njxphone"),
    ];
    let note = [("noted_on", "18.8.2023"), ("note", "Njxnote")];
    for (form, fields) in [("tiedot", &facts[..]), ("muistiinpanot/uusi", &note)] {
        let path = format!("{}/{form}", steps::PROJECT);
        let answer = official.fill(&path, fields).await;
        assert_eq!(answer.destination(), steps::PROJECT, "{}", answer.body);
    }
    let sheet = official.get(steps::PROJECT).await.body;
    for marker in ["Njxcontact", "njxmail@kunta.example", "Njxphone", "Njxnote"] {
        assert!(sheet.contains(marker), "{marker}: officials see it");
    }
}

/// Corrects a typing error: another background, and the rest as it was.
async fn corrected(registrar: &Browser<'_>, sheet: &str, resolution: &str, background: &str) {
    let mut fields = fields("", resolution, background);
    fields.push(("reason", "Ojxreason"));
    let answer = registrar.fill(&format!("{sheet}/korjaa"), &fields).await;
    assert_eq!(answer.location(), format!("{sheet}?tehty=korjattu"));
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

/// The code of an extract that is certified for the party.
async fn certified(registrar: &Browser<'_>, sheet: &str) -> String {
    let service = steps::services(registrar, sheet).await.remove(0);
    let form = service.replace("/tiedoksianto/", "/ote/");
    let fields = [("place", "Kajaani"), ("day", "")];
    let answer = registrar.fill(&form, &fields).await;
    assert_eq!(answer.destination(), sheet, "{}", answer.body);
    let list = registrar.get("/tyopoyta/otteet").await;
    let mut words = list.body.split(['<', '>']);
    let code = words.find(|word| word.len() == 14 && word.matches('-').count() == 2);
    code.expect("the code is listed").to_owned()
}

async fn withdrawn(registrar: &Browser<'_>, sheet: &str) {
    let path = format!("{sheet}/poisto");
    let fields = [
        ("public_reason", "Julkaistu erehdyksessä"),
        ("hides_title", "1"),
        ("confirmed", "1"),
        ("action", "withdraw"),
    ];
    let answer = registrar.fill(&path, &fields).await;
    assert_eq!(answer.destination(), sheet, "{}", answer.body);
}

/// The content of the decision as it stands.
async fn content(site: &Site, sheet: &str) -> DecisionContent {
    let operator = Actor::operator("test");
    let all = register::users::list(&site.register, &operator).await;
    let mut all = all.expect("accounts").into_iter();
    let reader = all.find(|one| one.role == Role::Auditor);
    let id = sheet.rsplit('/').next().unwrap_or_default();
    let id: DecisionId = id.parse().expect("an identity");
    let sheet = decision_sheet(&site.register, &reader.expect("one").into(), id).await;
    let decision = sheet.expect("a sheet").decision;
    decision.sealed().expect("it is frozen").content.clone()
}

/// Checks that some markers are nowhere.
#[track_caller]
fn nowhere(outputs: &[Output], when: &str, begins: &[&'static str]) {
    let names = frozen::withheld().filter(|_| begins.contains(&NEVER));
    let begins: Vec<&str> = begins.iter().copied().chain(names).collect();
    for Output { path, read, .. } in outputs {
        for marker in &begins {
            let joined = marker.replace(' ', "");
            let is_there = read.contains(marker) || read.contains(&joined);
            assert!(!is_there, "{when}, {marker} at {path}: {read}");
        }
    }
}

/// Checks what everybody sees while the period runs, and keeps the tags of what is personal.
#[track_caller]
fn during(outputs: &[Output], when: &str, frozen: &Frozen, held: &mut Vec<Held>) {
    nowhere(outputs, when, &[SECRET, NEVER]);
    let mut seen = 0;
    for output in outputs {
        let Output {
            path,
            page,
            read,
            tags,
        } = output;
        let place = bare(path);
        if !PERSONAL_OUTPUTS.contains(&place) {
            assert!(
                !read.contains(PERSONAL),
                "{when}, personal at {path}: {read}"
            );
            continue;
        }
        seen += 1;
        assert_eq!(page.status, StatusCode::OK, "{when}, {path}");
        assert_eq!(page.header("x-robots-tag"), Some("noindex"), "{path}");
        assert_eq!(tags.len(), 3, "{when}, a tag for each encoding of {path}");
        held.extend(tags.iter().map(|(encoding, tag)| Held {
            path: path.clone(),
            encoding,
            tag: tag.clone(),
        }));
        if place.ends_with("/liitteet/2") {
            assert!(read.contains("Pjxbytes"), "{when}, {path}: {read}");
            continue;
        }
        for marker in frozen.personal.iter().chain(&frozen.open) {
            assert!(
                read.contains(marker),
                "{when}, no {marker} at {path}: {read}"
            );
        }
    }
    assert_eq!(seen, 3 * PERSONAL_OUTPUTS.len(), "{when}");
}

/// Checks that what is public for good is there, and nothing else.
#[track_caller]
fn afterwards(outputs: &[Output], when: &str, frozen: &Frozen) {
    nowhere(outputs, when, &[PERSONAL, SECRET, NEVER]);
    let mut seen = 0;
    for Output {
        path, page, read, ..
    } in outputs
    {
        let place = bare(path);
        if place == DECISION || place == format!("{DECISION}.pdf") {
            seen += 1;
            assert_eq!(page.header("x-robots-tag"), None, "{path}");
            for marker in &frozen.open {
                assert!(
                    read.contains(marker),
                    "{when}, {marker} left {path}: {read}"
                );
            }
        } else if place.ends_with("/liitteet/1") {
            seen += 1;
            assert!(read.contains("Ojxbytes"), "{when}, {path}: {read}");
        }
    }
    assert_eq!(seen, 9, "{when}");
}

/// Whoever holds what was personal is told that it is not what there is: by no tag, no time and no
/// part can it be had again.
async fn no_longer(site: &Site, held: &[Held]) {
    for Held {
        path,
        encoding,
        tag,
    } in held
    {
        let file = bare(path).ends_with("/liitteet/2");
        let expected = if file {
            StatusCode::NOT_FOUND
        } else {
            StatusCode::OK
        };
        let conditions: [&[(HeaderName, &str)]; 4] = [
            &[(IF_NONE_MATCH, tag)],
            &[(IF_MODIFIED_SINCE, "Fri, 08 Sep 2023 11:59:59 GMT")],
            &[
                (IF_NONE_MATCH, tag),
                (IF_MODIFIED_SINCE, "Fri, 08 Sep 2023 11:59:59 GMT"),
            ],
            &[(RANGE, "bytes=0-1000000")],
        ];
        for condition in conditions {
            let headers = [condition, &[(ACCEPT_ENCODING, encoding)]].concat();
            let answer = ask(site, path, &headers).await;
            assert_eq!(answer.status, expected, "{path} with {condition:?}");
            assert!(!read(&answer).contains(PERSONAL), "{path}");
        }
    }
}

/// A tag is honoured while what it was given for is what there is: else the check above were idle.
async fn still(site: &Site, held: &[Held]) {
    for Held {
        path,
        encoding,
        tag,
    } in held
    {
        let headers = [(IF_NONE_MATCH, &**tag), (ACCEPT_ENCODING, encoding)];
        let answer = ask(site, path, &headers).await;
        assert_eq!(answer.status, StatusCode::NOT_MODIFIED, "{path} with {tag}");
    }
}

/// Each route of the table was asked about something that is there, so that none was passed over.
fn each_route_answered(outputs: &[Output], there: &There) {
    for addresses in served(there) {
        // Nothing is embedded in a test.
        if addresses.iter().all(|path| path.starts_with("/assets/")) {
            continue;
        }
        let mut of_route = outputs.iter().filter(|one| addresses.contains(&one.path));
        let is_found = of_route.any(|one| one.page.status != StatusCode::NOT_FOUND);
        assert!(is_found, "{addresses:?} lead to nothing");
    }
}

async fn no_marker_outlives_its_time(
    resolution: Vec<Span>,
    background: Vec<Span>,
    other: Vec<Span>,
) {
    let site = Site::new().await;
    for role in Role::ALL {
        site.account(role).await;
    }
    // Feeds and descriptions say the first paragraph.
    let resolution = format!(
        "{FIRST} {}\n\n{}",
        steps::RESOLUTION,
        markup(&resolution, 'r')
    );
    let (background, other) = (markup(&background, 'b'), markup(&other, 'c'));
    let preparer = site.signed_in(Role::Preparer).await;
    let registrar = site.signed_in(Role::Registrar).await;

    // Until it is published nothing of it is there, whatever address is guessed.
    let sheet = drafted(&preparer, &resolution, &background).await;
    let mut there = There {
        code: "AAAA-BBBB-CCCC".to_owned(),
        funder: steps::organisation(&preparer, steps::FUNDER).await,
        key: follows(&site.register, "Njxfollower@kunta.example").await,
    };
    for when in ["a draft", "signed"] {
        if when == "signed" {
            steps::send(&preparer, &sheet).await;
            steps::sign(&site.signed_in(Role::DecisionMaker).await, &sheet).await;
            there.code = certified(&registrar, &sheet).await;
        }
        let all = outputs(&site, &there).await;
        nowhere(&all, when, &[OPEN, PERSONAL, SECRET, NEVER]);
        for Output { path, page, .. } in all.iter().filter(|one| one.path.contains(DECISION)) {
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{when}, {path}");
        }
    }

    steps::publish(&registrar, &sheet).await;
    let first = Frozen::of(&content(&site, &sheet).await);
    let mut held = Vec::new();
    let all = outputs(&site, &there).await;
    each_route_answered(&all, &there);
    during(&all, "published", &first, &mut held);
    still(&site, &held).await;

    corrected(&registrar, &sheet, &resolution, &other).await;
    // To the last second of the municipal member's period.
    site.clock.advance(closing() - Duration::seconds(1));
    let registrar = site.signed_in(Role::Registrar).await;
    filed(&registrar, &sheet).await;
    let second = Frozen::of(&content(&site, &sheet).await);
    during(
        &outputs(&site, &there).await,
        "in the last second",
        &second,
        &mut held,
    );
    for marker in [&first.personal[0], &second.personal[1], &second.secret[0]] {
        outputs::no_search_finds(&site, marker).await;
    }
    outputs::no_search_finds(&site, "Njxparty").await;

    // The next second is the closing instant.
    site.clock.advance(Duration::seconds(1));
    let all = outputs(&site, &there).await;
    afterwards(&all, "in the closing second", &second);
    no_longer(&site, &held).await;
    for marker in ["Pjxcontact", "Sjxattached", "Njxfiler"] {
        outputs::no_search_finds(&site, marker).await;
    }

    withdrawn(&registrar, &sheet).await;
    let begins = [OPEN, PERSONAL, SECRET, NEVER];
    nowhere(&outputs(&site, &there).await, "withdrawn", &begins);
}

/// From the morning of 18.8.2023, when tests begin, to 8.9.2023 at 15.
fn closing() -> Duration {
    Duration::days(21) + Duration::hours(6)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2,
        max_shrink_iters: 4,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_is_personal_is_public_as_long_as_the_law_lets_it_and_what_is_secret_never(
        resolution in spans(),
        background in spans(),
        other in spans(),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        runtime.block_on(no_marker_outlives_its_time(resolution, background, other));
    }
}

#[test]
fn a_route_for_everybody_is_made_from_the_table_alone() {
    let sources = "src/http";
    for entry in std::fs::read_dir(sources).expect("a folder") {
        let path = entry.expect("an entry").path();
        let source = std::fs::read_to_string(&path).unwrap_or_default();
        for (at, _) in source.match_indices(".route(") {
            let of_table = source[at..].starts_with(".route(path, handlers)");
            assert!(of_table, "{path:?} serves an address beside the table");
        }
    }
}
