//! A draft and what is secret are seen neither by guessing an address, nor by changing an identity,
//! nor by holding a tag, nor in another role's session: pages, documents, attachments, calendars.

use axum::body::Body;
use axum::http::header::{HeaderValue, IF_NONE_MATCH};
use axum::http::{Method, StatusCode};
use domain::role::{Role, UseCase};
use server::{desk_routes, public_routes};
use sha2::{Digest, Sha256};

use super::markers::outputs::read;
use super::publicity::{DECISION, Officials};
use super::site::{Browser, Page, Site};
use super::steps;

/// Begins every word of the decision that is not published, but for the secret ones.
const HIDDEN: &str = "Vjx";
/// Begins its secret words.
const SECRET: &str = "Sjx";
const FILE: &[u8] = b"Sjxbytes";

/// A published decision at section 5, and another of the same case that is not published.
struct Two<'a> {
    site: &'a Site,
    officials: Officials<'a>,
    published: String,
    hidden: String,
    /// The service of the hidden one's party, once it is signed.
    service: String,
}

impl<'a> Two<'a> {
    async fn of(site: &'a Site) -> Self {
        let officials = Officials::of(site).await;
        let preparer = &officials.preparer;
        let published = steps::up_to_draft(preparer).await;
        let party = steps::add_organisation(preparer, "Toinen osapuoli", "private").await;
        let open = ("Avoin", "public", "");
        let attached = preparer.attach(&published, open, ("avoin.txt", b"x")).await;
        assert_eq!(attached.status, StatusCode::SEE_OTHER, "{}", attached.body);
        officials.sign(&published).await;
        steps::publish(&officials.registrar, &published).await;

        let hidden = steps::begin_draft(preparer).await;
        let mut fields = steps::complete_draft(&party);
        for (name, value) in &mut fields {
            match *name {
                "title" => *value = "Vjxtitle",
                "section" => *value = "6",
                "background" => {
                    *value = "Vjxopen {personal|Vjxperson} \
                              {secret JulkL 24.1 § 20 kohta|Sjxspan} \
                              {personal,secret JulkL 24.1 § 25 kohta|Sjxboth}";
                }
                "contact_person" => *value = "Vjxcontact",
                _ => {}
            }
        }
        let saved = preparer.fill(&format!("{hidden}/luonnos"), &fields).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let secret = ("Sjxattached", "secret", "JulkL 24.1 § 17");
        for (title, file) in [(open, "Vjxbytes".as_bytes()), (secret, FILE)] {
            let attached = preparer.attach(&hidden, title, ("liite.txt", file)).await;
            assert_eq!(attached.status, StatusCode::SEE_OTHER, "{}", attached.body);
        }
        Self {
            site,
            officials,
            published,
            hidden,
            service: "00000000-0000-7000-8000-000000000000".to_owned(),
        }
    }

    /// Signs the hidden one and certifies an extract with its secret parts.
    async fn sign(&mut self) {
        let Officials {
            preparer,
            mayor,
            registrar,
        } = &self.officials;
        steps::send(preparer, &self.hidden).await;
        let fields = [
            ("section", "6"),
            ("password", super::site::PASSWORD),
            ("confirmed", "on"),
            ("no_conflict", "1"),
        ];
        let form = format!("{}/allekirjoita", self.hidden);
        let signed = mayor.fill(&form, &fields).await;
        assert_eq!(signed.destination(), self.hidden, "{}", signed.body);
        let service = steps::services(registrar, &self.hidden).await.remove(0);
        let right = ("entitled_by", "Asianosainen, JulkL 11 §");
        let form = service.replace("/tiedoksianto/", "/ote/");
        let fields = [("place", "Kajaani"), ("day", ""), right];
        let certified = registrar.fill(&form, &fields).await;
        assert_eq!(certified.destination(), self.hidden, "{}", certified.body);
        let page = registrar.get(&self.hidden).await;
        let extract = steps::linked(&page, &format!("{}/ote/", self.hidden), ".pdf").remove(0);
        let service = extract.rsplit('/').next().unwrap_or_default();
        service.clone_into(&mut self.service);
    }

    fn id(&self) -> &str {
        self.hidden.rsplit('/').next().unwrap_or_default()
    }

    /// The addresses of officials' routes about one of the two, the parts being the hidden one's.
    fn desk(&self, sheet: &str) -> Vec<String> {
        let id = sheet.rsplit('/').next().unwrap_or_default();
        let routes = desk_routes().into_iter().flat_map(|route| {
            let path = route
                .path
                .replace("{case}", steps::NUMBER)
                .replace("{slug}", "kaivoskumppani")
                .replace("{id}", id)
                .replace("{service}", &self.service)
                .replace("{series}", "kaupunginjohtaja")
                .replace("{event}", "1")
                .replace("{decision}", id)
                .replace("{line}", "1")
                .replace("{kind}", "maksu");
            match path.split_once("{number}") {
                Some((before, after)) => {
                    vec![format!("{before}1{after}"), format!("{before}2{after}")]
                }
                None => vec![path],
            }
        });
        routes.collect()
    }
}

/// Checks that an answer holds none of the hidden decision.
#[track_caller]
fn holds_nothing(page: &Page, path: &str) {
    let all = read(page);
    for marker in [HIDDEN, SECRET] {
        assert!(!all.contains(marker), "{marker} at {path}: {all}");
    }
}

/// What somebody without a session might type: the next section, identities in the place of
/// numbers, and the endings of every form.
fn guesses(two: &Two<'_>) -> Vec<String> {
    let id = two.id();
    let mut all: Vec<String> = ["5", "6", "7", "06", id]
        .iter()
        .flat_map(|section| {
            let page = format!("/paatokset/kaupunginjohtaja/2023/{section}");
            let ends = [
                "",
                ".pdf",
                ".ics",
                ".json",
                ".csv",
                "/liitteet/1",
                "/liitteet/2",
            ];
            ends.map(|end| format!("{page}{end}"))
        })
        .collect();
    all.extend([
        format!("/paatokset/{id}"),
        format!("/paatokset/{id}.pdf"),
        format!("/paatokset/kaupunginjohtaja/{id}/6"),
        "/paatokset/kaupunginjohtaja/2024/6".to_owned(),
        format!("/asiat/{id}"),
        format!("/tarkista/{id}"),
        format!("/asiat/{}", steps::NUMBER),
        "/hankkeet/kaivoskumppani".to_owned(),
    ]);
    let lists = public_routes().into_iter().map(|route| route.path);
    all.extend(lists.filter(|path| !path.contains('{')).map(str::to_owned));
    all.extend(two.desk(&two.hidden));
    let languages = ["", "/sv", "/en"].into_iter();
    languages
        .flat_map(|lang| all.iter().map(move |path| format!("{lang}{path}")))
        .collect()
}

#[tokio::test]
async fn no_address_that_is_guessed_leads_to_a_draft() {
    let site = Site::new().await;
    let mut two = Two::of(&site).await;
    for signed in [false, true] {
        if signed {
            two.sign().await;
        }
        for path in guesses(&two) {
            // By the tag that every answer fits, too.
            for held in [None, Some("*")] {
                let answer = with_tag(&site.visitor(), &path, held).await;
                holds_nothing(&answer, &path);
                let is_hidden = path.contains("/2023/6") || path.contains(two.id());
                if is_hidden && path.contains("/tyopoyta") {
                    let (_, sign_in) = answer
                        .location()
                        .split_once("/kirjaudu")
                        .expect("a sign-in");
                    assert!(sign_in.starts_with("?next="), "{path}");
                } else if is_hidden {
                    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
                }
            }
        }
        // The published one is there all the while, so that the addresses are of the right form.
        for path in [DECISION.to_owned(), format!("{DECISION}/liitteet/1")] {
            assert_eq!(
                site.visitor().get(&path).await.status,
                StatusCode::OK,
                "{path}"
            );
        }
    }
}

#[tokio::test]
async fn an_identity_that_is_changed_leads_to_nothing_of_another_decision() {
    let site = Site::new().await;
    let mut two = Two::of(&site).await;
    two.sign().await;
    let registrar = &two.officials.registrar;
    let own = format!("{}/ote/{}", two.hidden, two.service);
    let foreign = format!("{}/ote/{}", two.published, two.service);
    let extract = registrar.get(&own).await;
    assert!(
        read(&extract).contains(SECRET),
        "who is entitled gets it there"
    );
    let none = registrar.get(&foreign).await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
    // The number of the secret attachment, below the decision that has no second one.
    for path in [
        format!("{}/liitteet/2", two.published),
        format!("{DECISION}/liitteet/2"),
    ] {
        let none = registrar.get(&path).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND, "{path}");
        holds_nothing(&none, &path);
    }
    // Whatever is asked about the published one, nothing of the secret parts of the other is told.
    for path in two.desk(&two.published) {
        let names_other = read(&registrar.get(&path).await).contains(SECRET);
        assert!(!names_other, "{path} tells of the other decision");
    }
}

async fn with_tag(browser: &Browser<'_>, path: &str, tag: Option<&str>) -> Page {
    let mut request = browser.request(Method::GET, path, Body::empty());
    if let Some(tag) = tag {
        let tag = HeaderValue::from_str(tag).expect("a tag");
        request.headers_mut().insert(IF_NONE_MATCH, tag);
    }
    browser.send(request).await
}

#[tokio::test]
async fn no_tag_tells_or_brings_back_what_one_may_not_see() {
    let site = Site::new().await;
    let mut two = Two::of(&site).await;
    two.sign().await;
    let finance = site.official(Role::Finance).await;
    // The tag of a file is its hash: whoever has the file knows it.
    let known = format!("\"{}\"", hex::encode(&Sha256::digest(FILE)[..12]));
    let file = format!("{}/liitteet/2", two.hidden);
    let registrar = &two.officials.registrar;
    let own = with_tag(registrar, &file, Some(&known)).await;
    assert_eq!(
        own.status,
        StatusCode::NOT_MODIFIED,
        "the tag is the right one"
    );
    for tag in [&*known, "*"] {
        let refused = with_tag(&finance, &file, Some(tag)).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{tag}");
        let public = "/paatokset/kaupunginjohtaja/2023/6/liitteet/2";
        for path in [public, "/paatokset/kaupunginjohtaja/2023/5/liitteet/2"] {
            let none = with_tag(&site.visitor(), path, Some(tag)).await;
            assert_eq!(none.status, StatusCode::NOT_FOUND, "{path} with {tag}");
        }
    }
    // The tags of what a registrar sees, in the session of who sees less.
    for end in ["", "/esikatselu", "/esikatselu.pdf", "/liitteet"] {
        let path = format!("{}{end}", two.hidden);
        let page = registrar.get(&path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        let Some(tag) = page.header("etag").filter(|_| read(&page).contains(SECRET)) else {
            continue;
        };
        let answer = with_tag(&finance, &path, Some(tag)).await;
        assert_ne!(answer.status, StatusCode::NOT_MODIFIED, "{path}");
        assert!(!read(&answer).contains(SECRET), "{path}");
    }
    // And those of a decision that is withdrawn.
    let paths = ["", ".pdf", ".ics", "/liitteet/1"].map(|end| format!("{DECISION}{end}"));
    let mut held = Vec::new();
    for path in &paths {
        let page = site.visitor().get(path).await;
        held.push((path, page.header("etag").expect("a tag").to_owned()));
    }
    let fields = [
        ("public_reason", "Julkaistu erehdyksessä"),
        ("hides_title", "1"),
        ("confirmed", "1"),
        ("action", "withdraw"),
    ];
    let form = format!("{}/poisto", two.published);
    let done = registrar.fill(&form, &fields).await;
    assert_eq!(done.destination(), two.published, "{}", done.body);
    for (path, tag) in held {
        let answer = with_tag(&site.visitor(), path, Some(&tag)).await;
        assert_ne!(answer.status, StatusCode::NOT_MODIFIED, "{path}");
        let all = read(&answer);
        for gone in ["kuntarahoitusosuus", "2 500", "Matti", "avoin.txt"] {
            assert!(!all.contains(gone), "{gone} at {path}: {all}");
        }
    }
}

#[tokio::test]
async fn what_is_secret_is_in_no_session_of_a_role_without_the_right_to_it() {
    let site = Site::new().await;
    let mut two = Two::of(&site).await;
    for role in [Role::Finance, Role::Administrator, Role::Auditor] {
        site.account(role).await;
    }
    for signed in [false, true] {
        if signed {
            two.sign().await;
        }
        for role in Role::ALL {
            let browser = two.site.signed_in(role).await;
            let mut seen = 0;
            for path in two.desk(&two.hidden) {
                for query in ["", "?versio=aikana", "?versio=jalkeen"] {
                    let page = browser.get(&format!("{path}{query}")).await;
                    let is_seen = read(&page).contains(SECRET);
                    assert!(
                        !is_seen || role.may(UseCase::ReadSecrets),
                        "{role:?} sees it at {path}{query}: {}",
                        page.body
                    );
                    seen += u32::from(is_seen);
                    // Only routes that show versions have them.
                    if !path.contains("/esikatselu") {
                        break;
                    }
                }
                // What is refused is not told either.
                let sent = browser.post(&path, &[("version", "1")]).await;
                let told = read(&sent).contains(SECRET);
                assert!(!told || role.may(UseCase::ReadSecrets), "{role:?} {path}");
            }
            assert_eq!(seen > 0, role.may(UseCase::ReadSecrets), "{role:?}");
        }
    }
}
