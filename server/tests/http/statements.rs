//! The accessibility statement and what is said of personal data: what the laws ask them to name,
//! of the register's own city, in three languages, and reached from every page.

use axum::http::StatusCode;

use super::site::Site;

#[tokio::test]
async fn the_accessibility_statement_names_what_the_law_asks_for() {
    let site = Site::new().await;
    for (prefix, said) in [
        (
            "",
            [
                "306/2019",
                "WCAG 2.2",
                "14 päivän",
                "Traficom",
                "axe-core",
                "Kajaanin kaupungin kirjaamo",
            ],
        ),
        (
            "/sv",
            [
                "306/2019",
                "WCAG 2.2",
                "14 dagar",
                "Traficom",
                "axe-core",
                "Den finskspråkiga texten är den officiella",
            ],
        ),
        (
            "/en",
            [
                "306/2019",
                "WCAG 2.2",
                "14 days",
                "Traficom",
                "axe-core",
                "The Finnish text is the official one",
            ],
        ),
    ] {
        let page = site
            .visitor()
            .get(&format!("{prefix}/saavutettavuus"))
            .await;
        for said in said {
            page.says(StatusCode::OK, said);
        }
        page.says(StatusCode::OK, "kajaani@kajaani.fi");
        // The authority of before 2025 is named nowhere.
        assert!(!page.body.contains("luehallintovirasto"), "{}", page.body);
    }
}

#[tokio::test]
async fn what_is_said_of_personal_data_names_grounds_times_and_authority() {
    let site = Site::new().await;
    for (prefix, said) in [
        (
            "",
            [
                "2016/679",
                "kuntalaki 140",
                "Tietosuojavaltuutettu",
                "evästeitä",
                "2 tunnissa",
                "12 tunnissa",
            ],
        ),
        (
            "/sv",
            [
                "2016/679",
                "kommunallagen 140",
                "Dataombudsmannen",
                "kakor",
                "2 timmar",
                "12 timmar",
            ],
        ),
        (
            "/en",
            [
                "2016/679",
                "Local Government Act, section 140",
                "Data Protection Ombudsman",
                "cookies",
                "2 hours",
                "12 hours",
            ],
        ),
    ] {
        let page = site.visitor().get(&format!("{prefix}/tietosuoja")).await;
        let body = page.body.replace('\u{a0}', " ");
        assert_eq!(page.status, StatusCode::OK);
        for said in said {
            assert!(
                body.contains(said),
                "{prefix}/tietosuoja does not say {said}"
            );
        }
        assert!(page.header("set-cookie").is_none());
    }
}

#[tokio::test]
async fn every_page_leads_to_the_statements() {
    let site = Site::new().await;
    for prefix in ["", "/sv", "/en"] {
        for address in ["/", "/paatokset", "/kirjaudu", "/eiole"] {
            let page = site.visitor().get(&format!("{prefix}{address}")).await;
            for statement in ["saavutettavuus", "tietosuoja"] {
                let link = format!("href=\"{prefix}/{statement}\"");
                assert!(page.body.contains(&link), "{prefix}{address} lacks {link}");
            }
        }
    }
}
