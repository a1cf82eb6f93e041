//! Withdrawals, secret extracts, codes and previews, as browsers meet them.

use axum::http::StatusCode;
use domain::role::Role;
use time::Duration;

use super::reading::Reading;
use super::site::{Browser, Page, Site};
use super::steps;

pub(super) const DECISION: &str = "/paatokset/kaupunginjohtaja/2023/5";
pub(super) const SECRET: &str = "liikesalaisuus";

pub(super) struct Officials<'a> {
    pub(super) preparer: Browser<'a>,
    pub(super) mayor: Browser<'a>,
    pub(super) registrar: Browser<'a>,
}

impl<'a> Officials<'a> {
    pub(super) async fn of(site: &'a Site) -> Self {
        Self {
            preparer: site.official(Role::Preparer).await,
            mayor: site.official(Role::DecisionMaker).await,
            registrar: site.official(Role::Registrar).await,
        }
    }

    pub(super) async fn sign(&self, sheet: &str) {
        steps::send(&self.preparer, sheet).await;
        steps::sign(&self.mayor, sheet).await;
    }
}

/// A draft with secret and personal words; gives the address of its sheet.
pub(super) async fn marked_draft(official: &Browser<'_>) -> String {
    let sheet = steps::up_to_draft(official).await;
    let page = official.get(&format!("{sheet}/luonnos")).await;
    let party = chosen_party(&page);
    let mut fields = steps::complete_draft(&party);
    for (name, value) in &mut fields {
        if *name == "background" {
            *value =
                "Hakija {personal|Maija Malli} ja {secret JulkL 24.1 § 20 kohta|liikesalaisuus}.";
        }
    }
    let saved = official.fill(&format!("{sheet}/luonnos"), &fields).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    sheet
}

pub(super) fn chosen_party(page: &Page) -> String {
    let (_, rest) = page
        .body
        .split_once("name=\"parties-0-organisation\"")
        .expect("a party is chosen");
    let chosen = rest
        .split("<option")
        .find(|option| option.contains("selected"))
        .expect("a choice");
    let (_, value) = chosen.split_once("value=\"").expect("a value");
    value.split('"').next().unwrap_or_default().to_owned()
}

pub(super) fn words(page: &Page) -> String {
    let reading = Reading::of(&page.bytes);
    let pages = 0..reading.pages.len();
    let marks = pages.flat_map(|number| reading.marks(number));
    marks.map(|mark| mark.text).collect()
}

fn sequence(calendar: &Page) -> u32 {
    let (_, rest) = calendar.body.split_once("SEQUENCE:").expect("a number");
    let number = rest.lines().next().unwrap_or_default();
    number.parse().expect("a number")
}

#[tokio::test]
#[expect(
    clippy::too_many_lines,
    reason = "a withdrawal and its end, told in one piece"
)]
async fn a_withdrawn_decision_leaves_a_stub_and_comes_back_openly() {
    let site = Site::new().await;
    let officials = Officials::of(&site).await;
    let sheet = marked_draft(&officials.preparer).await;
    officials.sign(&sheet).await;
    steps::publish(&officials.registrar, &sheet).await;
    let title = "Kaivoskumppani-hankkeen kuntarahoitusosuus";
    let listed = [
        "/",
        "/paatokset",
        "/paatokset.ics",
        "/hankkeet/kaivoskumppani",
        "/asiat/KAJDno-2023-912",
    ];
    for path in listed {
        assert!(
            site.visitor().get(path).await.body.contains("2023"),
            "{path}"
        );
    }

    let calendar = site.visitor().get(&format!("{DECISION}.ics")).await;
    let before = sequence(&calendar);

    let path = format!("{sheet}/poisto");
    assert_eq!(
        officials.preparer.get(&path).await.status,
        StatusCode::FORBIDDEN
    );
    let fields = [
        ("public_reason", "Julkaistu erehdyksessä"),
        ("hides_title", "1"),
        ("action", "check"),
    ];
    let step = officials.registrar.fill(&path, &fields).await;
    step.says(StatusCode::OK, "Vahvista poistaminen");
    site.visitor()
        .get(DECISION)
        .await
        .says(StatusCode::OK, title);
    let fields = [
        ("public_reason", "Julkaistu erehdyksessä"),
        ("hides_title", "1"),
        ("action", "withdraw"),
    ];
    let unconfirmed = officials.registrar.send_on(&step, &path, &fields).await;
    unconfirmed.says(
        StatusCode::UNPROCESSABLE_ENTITY,
        "Vahvista merkitsemällä ruutu",
    );
    let confirmed = [fields[0], fields[1], fields[2], ("confirmed", "1")];
    let done = officials.registrar.send_on(&step, &path, &confirmed).await;
    assert_eq!(done.destination(), sheet, "{}", done.body);

    for prefix in ["", "/sv", "/en"] {
        let stub = site.visitor().get(&format!("{prefix}{DECISION}")).await;
        stub.says(StatusCode::OK, "Julkaistu erehdyksessä");
        let pdf = site.visitor().get(&format!("{prefix}{DECISION}.pdf")).await;
        let calendar = site.visitor().get(&format!("{prefix}{DECISION}.ics")).await;
        calendar.says(StatusCode::OK, "STATUS:CANCELLED");
        for shown in [stub.body, words(&pdf), calendar.body] {
            for gone in [title, "Maija", SECRET, "Matti Mallikas", "2 500"] {
                assert!(!shown.contains(gone), "{gone} in {shown}");
            }
            assert!(shown.contains("5/2023"), "{shown}");
        }
    }
    for path in ["/", "/paatokset", "/hankkeet", "/rahoitus"] {
        let page = site.visitor().get(path).await;
        assert!(!page.body.contains(title), "{path}: {}", page.body);
        assert!(!page.body.contains(DECISION), "{path}: {}", page.body);
    }
    for path in ["/hankkeet/kaivoskumppani", "/asiat/KAJDno-2023-912"] {
        assert_eq!(
            site.visitor().get(path).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    let calendar = site.visitor().get("/paatokset.ics").await;
    assert!(
        calendar.body.contains("STATUS:CANCELLED"),
        "{}",
        calendar.body
    );
    // Officials see it still, and a second withdrawal on the old page is refused.
    officials
        .registrar
        .get(&sheet)
        .await
        .says(StatusCode::OK, title);
    let again = officials.registrar.send_on(&step, &path, &confirmed).await;
    assert_eq!(
        again.destination(),
        sheet,
        "a double is answered with the first"
    );

    let path = format!("{sheet}/poisto/peru");
    let answer = officials.registrar.fill(&path, &[("reason", "")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let answer = officials
        .registrar
        .fill(&path, &[("reason", "Poistettiin väärä päätös")])
        .await;
    assert_eq!(answer.destination(), sheet, "{}", answer.body);
    let back = site.visitor().get(DECISION).await;
    back.says(StatusCode::OK, "Maija Malli");
    let calendar = site.visitor().get(&format!("{DECISION}.ics")).await;
    calendar.says(StatusCode::OK, "STATUS:CONFIRMED");
    assert!(sequence(&calendar) > before, "{}", calendar.body);
}

#[tokio::test]
async fn a_wholly_secret_decision_is_only_mentioned() {
    let site = Site::new().await;
    let officials = Officials::of(&site).await;
    let sheet = steps::up_to_draft(&officials.preparer).await;
    officials.sign(&sheet).await;
    let fields = [
        ("published_on", "18.8.2023"),
        ("secret_ground", "JulkL 24.1 § 17 kohta"),
    ];
    let answer = officials
        .registrar
        .fill(&format!("{sheet}/julkaise"), &fields)
        .await;
    assert_eq!(answer.destination(), sheet, "{}", answer.body);
    for path in [
        DECISION.to_owned(),
        format!("{DECISION}.pdf"),
        format!("{DECISION}.ics"),
    ] {
        let page = site.visitor().get(&path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        let shown = if path.ends_with("pdf") {
            words(&page)
        } else {
            page.body
        };
        for gone in ["kuntarahoitusosuus", "2 500", "Hanke kokoaa", "Matti"] {
            assert!(!shown.contains(gone), "{gone} in {shown}");
        }
    }
    site.visitor()
        .get(DECISION)
        .await
        .says(StatusCode::OK, "JulkL 24.1 § 17 kohta");
    let service = steps::services(&officials.registrar, &sheet)
        .await
        .remove(0);
    let form = service.replace("/tiedoksianto/", "/ote/");
    let refused = officials
        .registrar
        .fill(&form, &[("place", "Kajaani"), ("day", "")])
        .await;
    refused.says(
        StatusCode::UNPROCESSABLE_ENTITY,
        "koko päätös on salassa pidettävä",
    );
}

#[tokio::test]
async fn secret_words_leave_only_in_a_marked_extract_and_each_is_listed() {
    let site = Site::new().await;
    let officials = Officials::of(&site).await;
    let sheet = marked_draft(&officials.preparer).await;
    officials.sign(&sheet).await;
    let service = steps::services(&officials.registrar, &sheet)
        .await
        .remove(0);
    let form = service.replace("/tiedoksianto/", "/ote/");
    for right in ["", "Asianosainen, JulkL 11 §"] {
        let fields = [("place", "Kajaani"), ("day", ""), ("entitled_by", right)];
        let answer = officials.registrar.fill(&form, &fields).await;
        assert_eq!(answer.destination(), sheet, "{}", answer.body);
    }
    let page = officials.registrar.get(&sheet).await;
    let extracts = steps::linked(&page, &format!("{sheet}/ote/"), ".pdf");
    // The newest first.
    let (with, without) = (&extracts[0], &extracts[1]);
    let pdf = officials.registrar.get(with).await;
    let reading = Reading::of(&pdf.bytes);
    for number in 0..reading.pages.len() {
        let marks: String = reading
            .marks(number)
            .into_iter()
            .map(|mark| mark.text)
            .collect();
        assert!(
            marks.contains("SALASSA PIDETTÄVÄ OSITTAIN: JulkL 24.1 § 20 kohta"),
            "{marks}"
        );
    }
    for said in [
        SECRET,
        "Maija Malli",
        "Asianosainen, JulkL 11 §",
        "/tarkista/",
    ] {
        assert!(words(&pdf).contains(said), "{said}: {}", words(&pdf));
    }
    let pdf = officials.registrar.get(without).await;
    assert!(!words(&pdf).contains(SECRET), "{}", words(&pdf));
    assert!(
        words(&pdf).contains("jätetty pois salassa pidettäviä"),
        "{}",
        words(&pdf)
    );
    // A role whose work does not need what is secret sees it nowhere.
    for role in [Role::Finance, Role::Administrator] {
        let other = site.official(role).await;
        assert_eq!(
            other.get(with).await.status,
            StatusCode::FORBIDDEN,
            "{role:?}"
        );
        assert_eq!(other.get(without).await.status, StatusCode::OK, "{role:?}");
        for path in [
            sheet.clone(),
            format!("{sheet}/esikatselu"),
            "/tyopoyta".to_owned(),
        ] {
            let page = other.get(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{role:?} {path}");
            assert!(
                !page.body.contains(SECRET),
                "{role:?} {path}: {}",
                page.body
            );
        }
    }
    for path in ["/tyopoyta/otteet".to_owned(), format!("{sheet}/otteet")] {
        let list = officials.preparer.get(&path).await;
        list.says(StatusCode::OK, "Asianosainen, JulkL 11 §");
        assert!(
            list.body.contains("Ilman salassa pidettäviä tietoja"),
            "{}",
            list.body
        );
        assert!(list.body.contains(steps::BENEFICIARY), "{}", list.body);
    }
}

#[tokio::test]
async fn a_code_confirms_number_day_section_and_version_and_nothing_else() {
    let site = Site::new().await;
    let officials = Officials::of(&site).await;
    let sheet = marked_draft(&officials.preparer).await;
    officials.sign(&sheet).await;
    let service = steps::services(&officials.registrar, &sheet)
        .await
        .remove(0);
    let form = service.replace("/tiedoksianto/", "/ote/");
    officials
        .registrar
        .fill(&form, &[("place", "Kajaani"), ("day", "")])
        .await;
    let list = officials.registrar.get("/tyopoyta/otteet").await;
    let code = list
        .body
        .split(['<', '>'])
        .find(|part| part.len() == 14 && part.matches('-').count() == 2)
        .expect("the code is listed")
        .to_owned();
    for prefix in ["", "/sv", "/en"] {
        let page = site
            .visitor()
            .get(&format!("{prefix}/tarkista/{code}"))
            .await;
        page.says(StatusCode::OK, "KAJDno-2023-912");
        assert!(page.body.contains("5/2023"), "{}", page.body);
        let day = if prefix == "/en" {
            "18\u{a0}August 2023"
        } else {
            "18.8.2023"
        };
        assert!(page.body.contains(day), "{}", page.body);
        assert_eq!(page.header("x-robots-tag"), Some("noindex"));
        for other in [
            steps::BENEFICIARY,
            "kuntarahoitusosuus",
            "Kaupunginjohtaja,",
            "Nimi",
            "Maija",
        ] {
            assert!(!page.body.contains(other), "{other} in {}", page.body);
        }
        let (form, unknown) = (
            site.visitor().get(&format!("{prefix}/tarkista")).await,
            site.visitor()
                .get(&format!("{prefix}/tarkista/AAAA-BBBB-CCCC"))
                .await,
        );
        assert_eq!(form.status, StatusCode::OK);
        assert_eq!(unknown.status, StatusCode::NOT_FOUND);
        // One answer for every code that is of nothing.
        let near = format!("{}2", &code[..13]);
        let near = if near == code {
            format!("{}3", &code[..13])
        } else {
            near
        };
        for other in [near, "x".to_owned(), "%27%20or%201=1".to_owned()] {
            let answer = site
                .visitor()
                .get(&format!("{prefix}/tarkista/{other}"))
                .await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{other}");
            let without = |body: &str| body.replace(&other, "").replace("AAAA-BBBB-CCCC", "");
            assert_eq!(without(&answer.body), without(&unknown.body), "{other}");
        }
    }
    let typed = format!(
        "/tarkista?tunniste={}",
        code.to_lowercase().replace('-', "+")
    );
    let answer = site.visitor().get(&typed).await;
    assert_eq!(answer.location(), format!("/tarkista/{code}"));
}

#[tokio::test]
async fn both_public_versions_are_previewed_by_officials_alone() {
    let site = Site::new().await;
    let officials = Officials::of(&site).await;
    let sheet = marked_draft(&officials.preparer).await;
    for signed in [false, true] {
        if signed {
            officials.sign(&sheet).await;
        }
        for (version, shown) in [("aikana", true), ("jalkeen", false)] {
            for ending in ["", ".pdf"] {
                let path = format!("{sheet}/esikatselu{ending}?versio={version}");
                let page = officials.preparer.get(&path).await;
                assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.body);
                let text = if ending.is_empty() {
                    page.body.clone()
                } else {
                    words(&page)
                };
                assert_eq!(text.contains("Maija Malli"), shown, "{path}: {text}");
                assert_eq!(text.contains("Matti Mallikas"), shown, "{path}: {text}");
                assert!(!text.contains(SECRET), "{path}: {text}");
                assert!(
                    text.contains("salassa pidettävä: JulkL 24.1 § 20 kohta"),
                    "{text}"
                );
                let visitor = site.visitor().get(&path).await;
                assert_eq!(visitor.destination(), "/kirjaudu");
            }
        }
        for place in [
            sheet.clone(),
            format!("{sheet}/tarkista"),
            format!("{sheet}/julkaise"),
        ] {
            let page = officials.registrar.get(&place).await;
            if page.status == StatusCode::OK {
                assert!(page.body.contains("/esikatselu?versio=aikana"), "{place}");
            }
        }
    }
}

#[tokio::test]
async fn a_draft_that_lacks_something_says_so_in_the_place_of_its_preview() {
    let site = Site::new().await;
    let preparer = site.official(Role::Preparer).await;
    steps::open_case(&preparer).await;
    let beneficiary = steps::add_organisation(&preparer, steps::BENEFICIARY, "private").await;
    steps::enter_project(&preparer, &beneficiary).await;
    let sheet = steps::begin_draft(&preparer).await;
    let page = preparer.get(&format!("{sheet}/esikatselu")).await;
    page.says(StatusCode::OK, "kun nämä on korjattu");
}

#[tokio::test]
async fn the_end_of_personal_data_is_logged_once() {
    let site = Site::new().await;
    let officials = Officials::of(&site).await;
    let sheet = marked_draft(&officials.preparer).await;
    officials.sign(&sheet).await;
    steps::publish(&officials.registrar, &sheet).await;
    let round = || async {
        let done = register::jobs::run_due(&site.register, None, || true).await;
        done.expect("a round is done");
    };
    let before = site.register.data_version().await.expect("it is read");
    round().await;
    site.clock.advance(Duration::days(21) + Duration::hours(6));
    round().await;
    round().await;
    assert!(site.register.data_version().await.expect("it is read") >= before);
    let report = register::verify::verify(&site.register)
        .await
        .expect("it is read");
    assert_eq!(report.breaks, []);
}
