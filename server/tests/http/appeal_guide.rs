//! How to appeal: the calculator answers as the engine does, in three languages, and what it cannot
//! answer it says where it was typed.

use axum::http::StatusCode;
use calendar::{AppealPeriod, Means, Offices, Remedy};
use domain::Lang;
use domain::role::Role;
use time::Date;
use time::macros::date;
use wording::{format, period};

use super::site::Site;
use super::steps;

const PAGES: [(Lang, &str); 3] = [
    (Lang::Fi, "/muutoksenhaku"),
    (Lang::Sv, "/sv/muutoksenhaku"),
    (Lang::En, "/en/muutoksenhaku"),
];

fn query(remedy: Remedy, means: Means, day: Date) -> String {
    let (remedy, means) = (remedy.code(), means.code());
    format!("?keino={remedy}&tapa={means}&paiva={day}")
}

#[tokio::test]
async fn the_answer_is_the_engines_with_every_step() {
    let site = Site::new().await;
    for (remedy, means, day) in [
        (
            Remedy::Rectification,
            Means::PublishedMinutes,
            date!(2023 - 08 - 18),
        ),
        (Remedy::Rectification, Means::Letter, date!(2023 - 03 - 20)),
        (
            Remedy::MunicipalAppeal,
            Means::EMessage,
            date!(2026 - 11 - 20),
        ),
        (
            Remedy::AdministrativeAppeal,
            Means::Proof,
            date!(2025 - 05 - 30),
        ),
        (
            Remedy::ProcurementCorrection,
            Means::ProcurementEMessage,
            date!(2026 - 06 - 05),
        ),
        (
            Remedy::MarketCourt6Months,
            Means::Event,
            date!(2025 - 08 - 31),
        ),
    ] {
        let computed = AppealPeriod::compute(remedy, means, day, &Offices::kajaani());
        let computed = computed.expect("the law gives it");
        for (lang, path) in PAGES {
            let address = format!("{path}{}", query(remedy, means, day));
            let answer = site.visitor().get(&address).await;
            assert_eq!(answer.status, StatusCode::OK, "{address}");
            let body = answer.body.replace('\u{a0}', " ");
            let says = |text: &str| {
                let text = text.replace('\u{a0}', " ").replace('\'', "&#39;");
                let found = body.contains(&text) || body.contains(&text.replace("&#39;", "'"));
                assert!(found, "{address} does not say {text}");
            };
            says(&format::weekday_date(computed.last_day, lang));
            if let Some(closing) = computed.closes {
                says(&format::at(closing.at, lang));
            }
            for step in period::explained(&computed, lang) {
                says(&step.sentence);
                step.statute.iter().for_each(|statute| says(statute));
            }
            // The answer can be kept and sent: its address is on it, in its one spelling.
            says(&address.replace('&', "&amp;"));
            assert!(!body.contains("<script"), "{address}");
            assert!(
                body.contains("name=\"robots\" content=\"noindex\""),
                "{address}"
            );
        }
    }
}

#[tokio::test]
async fn a_day_is_read_as_people_type_it_and_kept_in_the_other_languages() {
    let site = Site::new().await;
    let typed = "/muutoksenhaku?keino=rectification&tapa=letter&paiva=20.3.2023";
    let answer = site.visitor().get(typed).await;
    answer.says(StatusCode::OK, "datetime=\"2023-04-11\"");
    let kept = "/sv/muutoksenhaku?keino=rectification&amp;tapa=letter&amp;paiva=2023-03-20";
    assert!(answer.body.contains(kept), "{}", answer.body);
    // What was typed stands in the form again.
    assert!(
        answer.body.contains("value=\"20.3.2023\""),
        "{}",
        answer.body
    );
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_its_field() {
    let site = Site::new().await;
    for (path, query, place, sentence) in [
        (
            "/muutoksenhaku",
            "keino=&tapa=letter&paiva=1.1.2026",
            "keino",
            "Täytä tämä kohta.",
        ),
        (
            "/muutoksenhaku",
            "keino=oikaisu&tapa=letter&paiva=1.1.2026",
            "keino",
            "Valitse jokin",
        ),
        (
            "/muutoksenhaku",
            "keino=rectification&tapa=pulu&paiva=1.1.2026",
            "tapa",
            "Valitse jokin",
        ),
        (
            "/muutoksenhaku",
            "keino=rectification&tapa=letter&paiva=31.2.2026",
            "paiva",
            "Anna päivä",
        ),
        (
            "/muutoksenhaku",
            "keino=rectification&tapa=letter&paiva=%00",
            "paiva",
            "Täytä",
        ),
        (
            "/sv/muutoksenhaku",
            "tapa=letter&paiva=x",
            "paiva",
            "Ange en dag",
        ),
        (
            "/en/muutoksenhaku",
            "tapa=letter&paiva=x",
            "paiva",
            "Give a day",
        ),
    ] {
        let address = format!("{path}?{query}");
        let answer = site.visitor().get(&address).await;
        answer.says(StatusCode::UNPROCESSABLE_ENTITY, sentence);
        let error = format!("id=\"{place}-error\"");
        assert!(answer.body.contains(&error), "{address}: {}", answer.body);
        assert!(
            answer.body.contains(&format!("href=\"#{place}\"")),
            "{address}"
        );
        assert!(!answer.body.contains("id=\"vastaus\""), "{address} answers");
    }
    let hostile = "/muutoksenhaku?keino=x&tapa=x&paiva=%22%3E%3Cscript%3Ealert(1)%3C/script%3E";
    let answer = site.visitor().get(hostile).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!answer.body.contains("<script"), "{}", answer.body);
}

#[tokio::test]
async fn what_the_law_does_not_give_is_never_guessed() {
    let site = Site::new().await;
    for (path, begins) in [
        ("/muutoksenhaku", "Määräaikaa ei voi laskea, koska"),
        ("/sv/muutoksenhaku", "Fristen kan inte räknas ut:"),
        (
            "/en/muutoksenhaku",
            "The period cannot be computed, because",
        ),
    ] {
        for query in [
            query(Remedy::MarketCourt, Means::EMessage, date!(2026 - 12 - 10)),
            query(Remedy::Rectification, Means::Proof, date!(1994 - 12 - 01)),
            "?keino=rectification&tapa=letter&paiva=9999-12-30".to_owned(),
        ] {
            let address = format!("{path}{query}");
            let answer = site.visitor().get(&address).await;
            // A day beyond what the register takes is a wrong day, not a period.
            if query.ends_with("9999-12-30") {
                assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
            } else {
                answer.says(StatusCode::OK, begins);
            }
            assert!(
                !answer.body.contains("class=\"deadline\""),
                "{address} guesses"
            );
        }
    }
}

#[tokio::test]
async fn every_page_leads_to_it_and_a_decision_to_its_own_remedy() {
    let site = Site::new().await;
    let preparer = site.official(Role::Preparer).await;
    let mayor = site.official(Role::DecisionMaker).await;
    let registrar = site.official(Role::Registrar).await;
    let sheet = steps::up_to_draft(&preparer).await;
    steps::send(&preparer, &sheet).await;
    steps::sign(&mayor, &sheet).await;
    steps::publish(&registrar, &sheet).await;
    for (prefix, own) in [
        ("", "Laske oma määräaikasi"),
        ("/sv", "Räkna ut din egen frist"),
        ("/en", "Compute your own period"),
    ] {
        let front = site.visitor().get(&format!("{prefix}/")).await;
        assert!(
            front
                .body
                .contains(&format!("href=\"{prefix}/muutoksenhaku\""))
        );
        let decision = format!("{prefix}/paatokset/kaupunginjohtaja/2023/5");
        let decision = site.visitor().get(&decision).await;
        decision.says(StatusCode::OK, own);
        let calculator = format!("href=\"{prefix}/muutoksenhaku?keino=rectification\"");
        assert!(decision.body.contains(&calculator), "{}", decision.body);
        let chosen = site
            .visitor()
            .get(&format!("{prefix}/muutoksenhaku?keino=rectification"))
            .await;
        assert_eq!(chosen.status, StatusCode::OK);
        assert!(
            chosen.body.contains("value=\"rectification\" selected"),
            "{}",
            chosen.body
        );
        assert!(
            !chosen.body.contains("govuk-error-summary"),
            "{}",
            chosen.body
        );
    }
}

#[tokio::test]
async fn the_explanation_names_the_city_its_hours_and_the_court() {
    let site = Site::new().await;
    for (path, said) in [
        (
            "/muutoksenhaku",
            [
                "Kajaanin kaupunginhallitus",
                "perjantaisin klo 8.00–15.00",
                "Pohjois-Suomen hallinto-oikeus",
                "14 päivää",
            ],
        ),
        (
            "/sv/muutoksenhaku",
            [
                "Kajana stadsstyrelse",
                "på fredagar",
                "Norra Finlands förvaltningsdomstol",
                "14 dagar",
            ],
        ),
        (
            "/en/muutoksenhaku",
            [
                "Kajaani City Board",
                "on Fridays",
                "Northern Finland Administrative Court",
                "14 days",
            ],
        ),
    ] {
        let page = site.visitor().get(path).await;
        assert_eq!(page.status, StatusCode::OK);
        let body = page.body.replace('\u{a0}', " ");
        for said in said {
            assert!(body.contains(said), "{path} does not say {said}");
        }
        assert!(
            !body.contains("content=\"noindex\""),
            "{path} is to be found"
        );
    }
}
