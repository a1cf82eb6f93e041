//! A decision from its case to the public page, each step by the official whose step it is.

use axum::http::StatusCode;
use domain::Lang;
use domain::finding::FindingCode;
use domain::role::Role;
use wording::finding::sentence;

use super::site::{PASSWORD, Site};
use super::steps;

const PUBLIC: &str = "/paatokset/kaupunginjohtaja/2023/5";

#[tokio::test]
async fn a_decision_is_drafted_signed_published_and_served() {
    let site = Site::new().await;
    let preparer = site.official(Role::Preparer).await;
    let mayor = site.official(Role::DecisionMaker).await;
    let registrar = site.official(Role::Registrar).await;

    let sheet = steps::up_to_draft(&preparer).await;
    let check = preparer.get(&format!("{sheet}/tarkista")).await;
    check.says(StatusCode::OK, "2 500");
    steps::send(&preparer, &sheet).await;
    mayor
        .get("/tyopoyta")
        .await
        .says(StatusCode::OK, &format!("{sheet}/allekirjoita"));
    steps::sign(&mayor, &sheet).await;
    assert_eq!(
        site.visitor().get(PUBLIC).await.status,
        StatusCode::NOT_FOUND
    );
    registrar
        .get("/tyopoyta")
        .await
        .says(StatusCode::OK, &format!("{sheet}/julkaise"));
    steps::publish(&registrar, &sheet).await;

    let page = site.visitor().get(PUBLIC).await;
    page.says(StatusCode::OK, "Kaivoskumppani-hankkeen kuntarahoitusosuus");
    // Published on Friday 18.8.2023: known on the 25th, the last day is Friday 8.9., 15.00.
    for shown in ["25.8.2023", "8.9.2023", "15.00", "Hallintosääntö 17 §"] {
        assert!(page.body.contains(shown), "no {shown}: {}", page.body);
    }
    // Who gives further information is public during the period; who signed is not.
    assert!(page.body.contains("Matti Mallikas"), "{}", page.body);
    let personal = "Nimi decision-maker";
    assert!(!page.body.contains(personal), "{personal} is public");
    let project = site.visitor().get("/hankkeet/kaivoskumppani").await;
    project.says(StatusCode::OK, PUBLIC);
    site.visitor()
        .get("/asiat/KAJDno-2023-912")
        .await
        .says(StatusCode::OK, PUBLIC);
    site.visitor()
        .get("/paatokset")
        .await
        .says(StatusCode::OK, PUBLIC);
}

#[tokio::test]
async fn a_party_is_served_and_given_an_extract() {
    let site = Site::new().await;
    let preparer = site.official(Role::Preparer).await;
    let mayor = site.official(Role::DecisionMaker).await;
    let registrar = site.official(Role::Registrar).await;
    let sheet = steps::up_to_draft(&preparer).await;
    steps::send(&preparer, &sheet).await;
    steps::sign(&mayor, &sheet).await;
    steps::publish(&registrar, &sheet).await;

    let forms = steps::services(&registrar, &sheet).await;
    let service = &forms[0];
    registrar
        .get("/tyopoyta")
        .await
        .says(StatusCode::OK, service);
    let served = [("means", "letter"), ("event_on", "18.8.2023")];
    let answer = registrar.fill(service, &served).await;
    assert_eq!(answer.location(), format!("{sheet}?tehty=annettu-tiedoksi"));
    let certify = service.replace("/tiedoksianto/", "/ote/");
    let fields = [
        ("place", "Kajaani"),
        ("day", "18.8.2023"),
        ("office", "Kirjaaja"),
    ];
    let answer = registrar.fill(&certify, &fields).await;
    assert_eq!(answer.location(), format!("{sheet}?tehty=ote-tehty"));
    let page = registrar.get(&sheet).await;
    let start = format!("href=\"{sheet}/ote/");
    let mut extracts = page
        .body
        .split(&start)
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    let extract = extracts
        .find(|rest| rest.split('.').next_back() == Some("pdf"))
        .expect("the extract is linked");
    let pdf = registrar.get(&format!("{sheet}/ote/{extract}")).await;
    assert_eq!(pdf.status, StatusCode::OK);
    assert_eq!(pdf.header("content-type"), Some("application/pdf"));
    assert!(pdf.body.starts_with("%PDF-"));
}

#[tokio::test]
async fn a_decision_comes_back_to_its_preparer_and_is_sent_again() {
    let site = Site::new().await;
    let preparer = site.official(Role::Preparer).await;
    let mayor = site.official(Role::DecisionMaker).await;
    let sheet = steps::up_to_draft(&preparer).await;
    steps::send(&preparer, &sheet).await;
    let page = mayor.get(&format!("{sheet}/allekirjoita")).await;
    let open = mayor.get(&format!("{sheet}/allekirjoita")).await;
    let back = format!("{sheet}/palauta");
    let answer = mayor
        .send_on(&page, &back, &[("reason", "Tarkenna perusteluja.")])
        .await;
    assert_eq!(answer.location(), format!("{sheet}?tehty=palautettu"));
    assert_eq!(
        mayor.get(&back).await.location(),
        format!("{sheet}/allekirjoita")
    );
    // Another page was open while the decision went back: nothing is signed from it.
    let fields = [
        ("section", "5"),
        ("password", PASSWORD),
        ("confirmed", "on"),
        ("no_conflict", "1"),
    ];
    let late = mayor
        .send_on(&open, &format!("{sheet}/allekirjoita"), &fields)
        .await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    steps::send(&preparer, &sheet).await;
    steps::sign(&mayor, &sheet).await;
}

#[tokio::test]
async fn a_signature_wants_the_password_and_the_confirmation() {
    let site = Site::new().await;
    let preparer = site.official(Role::Preparer).await;
    let mayor = site.official(Role::DecisionMaker).await;
    let sheet = steps::up_to_draft(&preparer).await;
    steps::send(&preparer, &sheet).await;
    let form = format!("{sheet}/allekirjoita");
    for fields in [
        [
            ("section", "5"),
            ("password", "väärä hevonen paristo"),
            ("confirmed", "on"),
            ("no_conflict", "1"),
        ]
        .as_slice(),
        &[("section", "5"), ("password", PASSWORD)],
        &[
            ("section", "viisi"),
            ("password", PASSWORD),
            ("confirmed", "on"),
            ("no_conflict", "1"),
        ],
    ] {
        let answer = mayor.fill(&form, fields).await;
        assert_eq!(
            answer.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{fields:?}"
        );
        assert!(!answer.body.contains(PASSWORD) && !answer.body.contains("väärä hevonen"));
    }
    steps::sign(&mayor, &sheet).await;
}

#[tokio::test]
async fn a_decision_made_elsewhere_is_recorded_with_what_is_known() {
    let site = Site::new().await;
    let registrar = site.official(Role::Registrar).await;
    let finance = site.official(Role::Finance).await;
    steps::open_case(&registrar).await;
    steps::add_organisation(&registrar, steps::FUNDER, "authority").await;
    let party = steps::add_organisation(&registrar, steps::BENEFICIARY, "private").await;
    steps::enter_project(&registrar, &party).await;
    steps::save_plan(&finance).await;
    let sheet = steps::write_draft(&registrar, &party).await;
    let fields = [
        ("section", "5/2023"),
        ("decided_on", ""),
        ("no_later_than", "9.8.2023"),
        ("source", "Päätösasiakirja"),
    ];
    let answer = registrar.fill(&format!("{sheet}/muualla"), &fields).await;
    assert_eq!(answer.location(), format!("{sheet}?tehty=kirjattu"));
    steps::publish(&registrar, &sheet).await;
    site.visitor()
        .get(PUBLIC)
        .await
        .says(StatusCode::OK, "9.8.2023");
}

#[tokio::test]
async fn swedish_and_english_pages_lead_on_in_their_language() {
    let site = Site::new().await;
    let official = site.official(Role::Registrar).await;
    for (prefix, lang, number) in [
        ("/sv", "sv", "KAJDno-2023-1"),
        ("/en", "en", "KAJDno-2023-2"),
    ] {
        let page = official.get(&format!("{prefix}/tyopoyta")).await;
        page.says(StatusCode::OK, &format!("<html lang=\"{lang}\""));
        let fields = [("number", number), ("public_title", "Asia")];
        let answer = official
            .fill(&format!("{prefix}/tyopoyta/asiat/uusi"), &fields)
            .await;
        assert_eq!(
            answer.destination(),
            format!("{prefix}/tyopoyta/asiat/{number}")
        );
    }
}

#[tokio::test]
async fn a_day_from_which_no_period_follows_is_refused_where_it_was_typed() {
    let site = Site::new().await;
    let registrar = site.official(Role::Registrar).await;
    steps::open_case(&registrar).await;
    let party = steps::add_organisation(&registrar, steps::BENEFICIARY, "private").await;
    steps::enter_project(&registrar, &party).await;
    let sheet = steps::write_draft(&registrar, &party).await;
    // Its day is not known, so that any day of publication could be right.
    let fields = [("section", "5/1990"), ("source", "Päätösasiakirja")];
    let answer = registrar.fill(&format!("{sheet}/muualla"), &fields).await;
    assert_eq!(answer.location(), format!("{sheet}?tehty=kirjattu"));
    let form = format!("{sheet}/julkaise");
    let answer = registrar.fill(&form, &[("published_on", "5.3.1990")]).await;
    let why = sentence(FindingCode::DayNotComputable, Lang::Fi);
    answer.says(StatusCode::UNPROCESSABLE_ENTITY, why);
    assert!(answer.body.contains("5.3.1990"));
}
