//! The register of cases in the browser: what is recorded in a case, found, closed and disposed of.

use axum::http::StatusCode;
use domain::role::Role;
use register::cases::classes::{self, ClassDraft};
use time::Duration;

use super::site::{Browser, Site};
use super::steps::{self, CASE, open_case};

async fn class(site: &Site) {
    let draft = ClassDraft {
        class_code: "02.05.01".to_owned(),
        class_name: "Hankkeiden rahoitus".to_owned(),
    };
    let operator = register::users::list(&site.register, &register::Actor::operator("test")).await;
    let all = operator.expect("accounts");
    let registrar = all.into_iter().find(|one| one.role == Role::Registrar);
    let registrar = registrar.expect("a registrar").into();
    let added = classes::add(&site.register, &registrar, None, &draft).await;
    added.expect("a class is added");
}

/// Fills in a form and gives what the sheet of the case then says.
async fn record(official: &Browser<'_>, path: &str, fields: &[(&str, &str)]) -> String {
    let answer = official.fill(&format!("{CASE}/{path}"), fields).await;
    assert_eq!(answer.destination(), CASE, "{path}");
    official.get(CASE).await.body
}

/// The first address on a page that begins so.
fn link(body: &str, start: &str) -> String {
    let named = format!("href=\"{start}");
    let (_, rest) = body
        .split_once(&named)
        .unwrap_or_else(|| panic!("no {start}: {body}"));
    format!("{start}{}", rest.split('"').next().unwrap_or_default())
}

const ARRIVED: [(&str, &str); 6] = [
    ("document_title", "Avustushakemus"),
    ("phase", "initiation"),
    ("arrived_on", "17.8.2023"),
    ("arrived_at", "14.59"),
    ("arrival_way", "e_service"),
    ("sender", "Maija Hakija"),
];

#[tokio::test]
async fn everything_of_a_case_is_recorded_and_corrected() {
    let site = Site::new().await;
    let registrar = site.official(Role::Registrar).await;
    open_case(&registrar).await;
    let sheet = record(&registrar, "asiakirjat/saapunut", &ARRIVED).await;
    assert!(sheet.contains("KAJDno-2023-912/1 Avustushakemus") && sheet.contains("Maija Hakija"));
    let document = link(&sheet, &format!("{CASE}/asiakirjat/0"));
    let page = registrar.get(&document).await;
    page.says(StatusCode::OK, "value=\"17.8.2023\"");
    let mut corrected = ARRIVED;
    corrected[0] = ("document_title", "Avustushakemus liitteineen");
    let answer = registrar.send_on(&page, &document, &corrected).await;
    assert_eq!(answer.destination(), CASE);
    // The page that was open is of the version before.
    corrected[5] = ("sender", "Joku muu");
    let fields: Vec<_> = corrected.into_iter().chain([("version", "1")]).collect();
    let stale = registrar.post(&document, &fields).await;
    stale.says(StatusCode::CONFLICT, "Avustushakemus liitteineen");
    let empty = registrar.fill(&document, &[("action", "void")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let void = [("action", "void"), ("reason", "Toinen asia")];
    let answer = registrar.fill(&document, &void).await;
    assert_eq!(answer.destination(), CASE);
    registrar
        .get(CASE)
        .await
        .says(StatusCode::OK, "Ei kuulu asiaan: Toinen asia");

    let measure = [
        ("phase", "preparation"),
        ("measure_name", "Lausuntopyyntö"),
        ("taken_on", "18.8.2023"),
        ("office", "Kirjaamo"),
    ];
    let sheet = record(&registrar, "toimenpiteet/uusi", &measure).await;
    assert!(sheet.contains("Toimenpide: Lausuntopyyntö"));
    let party = [("party_role", "initiator"), ("person", "Maija Hakija")];
    let sheet = record(&registrar, "osalliset/uusi", &party).await;
    let party = link(&sheet, &format!("{CASE}/osalliset/0"));
    let removed = registrar.fill(&party, &[("action", "remove")]).await;
    assert_eq!(
        removed.location(),
        format!("{CASE}?tehty=osallinen-poistettu")
    );
    for none in ["asiakirjat", "toimenpiteet", "osalliset"] {
        let address = format!("{CASE}/{none}/00000000-0000-7000-8000-000000000000");
        let missing = registrar.get(&address).await;
        assert_eq!(missing.status, StatusCode::NOT_FOUND, "{none}");
    }
}

#[tokio::test]
async fn an_empty_form_says_at_each_field_what_is_missing() {
    let site = Site::new().await;
    let registrar = site.official(Role::Registrar).await;
    open_case(&registrar).await;
    for (path, place) in [
        ("asiakirjat/saapunut", "sender"),
        ("asiakirjat/oma", "document_title"),
        ("toimenpiteet/uusi", "measure_name"),
        ("osalliset/uusi", "party_role"),
        ("liittyvat", "other_number"),
        ("tila", "moved_on"),
    ] {
        let answer = registrar.fill(&format!("{CASE}/{path}"), &[]).await;
        answer.says(
            StatusCode::UNPROCESSABLE_ENTITY,
            &format!("href=\"#{place}\""),
        );
        assert!(
            answer.body.contains(&format!("id=\"{place}-error\"")),
            "{path}"
        );
    }
}

#[tokio::test]
async fn the_public_page_of_a_case_has_no_word_of_its_register() {
    let site = Site::new().await;
    let preparer = site.official(Role::Preparer).await;
    let mayor = site.official(Role::DecisionMaker).await;
    let registrar = site.official(Role::Registrar).await;
    let sheet = steps::up_to_draft(&preparer).await;
    steps::send(&preparer, &sheet).await;
    steps::sign(&mayor, &sheet).await;
    steps::publish(&registrar, &sheet).await;
    record(&registrar, "asiakirjat/saapunut", &ARRIVED).await;
    let party = [("party_role", "initiator"), ("person", "Maija Hakija")];
    record(&registrar, "osalliset/uusi", &party).await;
    for prefix in ["", "/sv", "/en"] {
        let address = format!("{prefix}/asiat/KAJDno-2023-912");
        let page = site.visitor().get(&address).await;
        page.says(StatusCode::OK, "Kaivoskumppani-hankkeen kuntarahoitus");
        for hidden in [
            "Maija",
            "Avustushakemus",
            "Vireill",
            "Asianosaiset",
            "siakirjat",
        ] {
            assert!(!page.body.contains(hidden), "{prefix}: {hidden}");
        }
    }
}

#[tokio::test]
async fn a_case_is_found_by_words_state_class_and_year() {
    let site = Site::new().await;
    let registrar = site.official(Role::Registrar).await;
    registrar
        .get("/tyopoyta/asiat")
        .await
        .says(StatusCode::OK, "Asioita ei ole vielä avattu.");
    open_case(&registrar).await;
    for found in [
        "",
        "?q=KUMPPANI",
        "?tila=pending&vuosi=2023",
        "?q=912&sivu=1",
        "?sivu=x&vuosi=x",
    ] {
        let page = registrar.get(&format!("/tyopoyta/asiat{found}")).await;
        page.says(StatusCode::OK, "KAJDno-2023-912");
    }
    for none in [
        "?q=tuuli",
        "?q=100%25",
        "?tila=closed",
        "?vuosi=2024",
        "?luokka=02",
    ] {
        let page = registrar.get(&format!("/tyopoyta/asiat{none}")).await;
        page.says(StatusCode::OK, "Yhtään asiaa ei löytynyt");
    }
    let beyond = registrar.get("/tyopoyta/asiat?sivu=9").await;
    beyond.says(StatusCode::OK, "ensimmäiselle sivulle");
}

#[tokio::test]
async fn an_administrator_sets_where_numbers_come_from() {
    let site = Site::new().await;
    let administrator = site.official(Role::Administrator).await;
    let setting = [("numbering", "issued_here"), ("first_day", "18.8.2023")];
    let answer = administrator
        .fill("/tyopoyta/asiatunnukset", &setting)
        .await;
    assert_eq!(answer.destination(), "/tyopoyta/asiatunnukset");
    let registrar = site.official(Role::Registrar).await;
    let form = registrar.get("/tyopoyta/asiat/uusi").await;
    form.says(StatusCode::OK, "Rekisteri antaa asiatunnuksen");
    assert!(!form.body.contains("name=\"number\""));
    let answer = registrar
        .fill("/tyopoyta/asiat/uusi", &[("public_title", "Asia")])
        .await;
    assert_eq!(answer.destination(), "/tyopoyta/asiat/KAJDno-2023-1");
}

#[tokio::test]
async fn a_closed_case_is_proposed_approved_and_gone() {
    let site = Site::new().await;
    site.account(Role::Registrar).await;
    site.account(Role::Administrator).await;
    class(&site).await;
    let registrar = site.signed_in(Role::Registrar).await;
    let rule = [
        ("years", "1"),
        ("basis", "statute"),
        ("ground", "Laki"),
        ("valid_from", "1.1.2020"),
    ];
    let answer = registrar
        .fill("/tyopoyta/tehtavaluokat/02.05.01/saannot/uusi", &rule)
        .await;
    assert_eq!(answer.destination(), "/tyopoyta/tehtavaluokat/02.05.01");
    open_case(&registrar).await;
    let facts = [
        ("public_title", "Kaivoskumppani-hankkeen kuntarahoitus"),
        ("internal_title", "Maijan hakemus"),
        ("class", "02.05.01"),
        ("pending_since", "17.8.2023"),
    ];
    let answer = registrar.fill(&format!("{CASE}/tiedot"), &facts).await;
    assert_eq!(answer.destination(), CASE);
    record(&registrar, "asiakirjat/saapunut", &ARRIVED).await;
    let close = [
        ("moved_on", "18.8.2023"),
        ("reason", "Peruttu"),
        ("action", "close"),
    ];
    let answer = registrar.fill(&format!("{CASE}/tila"), &close).await;
    assert_eq!(answer.location(), format!("{CASE}?tehty=tila-muutettu"));

    let disposal = "/tyopoyta/havitys/KAJDno-2023-912";
    registrar
        .get(disposal)
        .await
        .says(StatusCode::OK, "Säilytysaika päättyy 18.8.2024.");
    site.clock.advance(Duration::days(367));
    let registrar = site.signed_in(Role::Registrar).await;
    let administrator = site.signed_in(Role::Administrator).await;
    let list = registrar.get("/tyopoyta/havitys").await;
    list.says(StatusCode::OK, "Kaivoskumppani-hankkeen kuntarahoitus");
    let answer = registrar.fill(&format!("{disposal}/esitys"), &[]).await;
    assert_eq!(
        answer.location(),
        "/tyopoyta/havitys?tehty=havitys-esitetty"
    );
    let decide = format!("{disposal}/ratkaisu");
    let own = registrar.get(&decide).await;
    assert_eq!(own.status, StatusCode::FORBIDDEN);
    let unconfirmed = administrator.fill(&decide, &[("action", "approve")]).await;
    unconfirmed.says(StatusCode::UNPROCESSABLE_ENTITY, "confirmed-error");
    let page = administrator.get(&decide).await;
    let approve = [("action", "approve"), ("confirmed", "1")];
    let answer = administrator.send_on(&page, &decide, &approve).await;
    assert_eq!(answer.location(), "/tyopoyta/havitys?tehty=asia-havitetty");
    // Sent twice, it is answered with what it did.
    let again = administrator.send_on(&page, &decide, &approve).await;
    assert_eq!(again.location(), answer.location());

    let sheet = registrar.get(CASE).await;
    sheet.says(StatusCode::OK, "Asia on hävitetty.");
    for gone in ["Maija", "Avustushakemus", "Peruttu"] {
        assert!(!sheet.body.contains(gone), "{gone}");
    }
    let report = register::verify::verify(&site.register)
        .await
        .expect("it is read");
    assert_eq!((report.disposals, report.breaks), (1, Vec::new()));
}
