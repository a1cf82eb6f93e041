//! Pages of decision makers and funders: reached from decisions and projects, and only of those
//! that everybody may know of.

use axum::http::StatusCode;
use domain::role::Role;

use super::site::Site;
use super::steps;

const MAKER: &str = "/paatoksentekijat/kaupunginjohtaja";

/// A site with a funding plan and its decision signed; published where asked.
async fn site_with_decision(is_published: bool) -> Site {
    let site = Site::new().await;
    let preparer = site.official(Role::Preparer).await;
    let mayor = site.official(Role::DecisionMaker).await;
    let registrar = site.official(Role::Registrar).await;
    let sheet = steps::up_to_draft(&preparer).await;
    steps::send(&preparer, &sheet).await;
    steps::sign(&mayor, &sheet).await;
    if is_published {
        steps::publish(&registrar, &sheet).await;
    }
    site
}

/// The address of the first link of a page that begins so.
fn link(body: &str, begins: &str) -> Option<String> {
    let start = body.find(&format!("href=\"{begins}"))? + "href=\"".len();
    let rest = &body[start..];
    Some(rest[..rest.find('"')?].to_owned())
}

#[tokio::test]
async fn a_decision_leads_to_its_decision_maker_and_back() {
    let site = site_with_decision(true).await;
    for prefix in ["", "/sv", "/en"] {
        let decision = format!("{prefix}/paatokset/kaupunginjohtaja/2023/5");
        let page = site.visitor().get(&decision).await;
        let maker = format!("{prefix}{MAKER}");
        page.says(StatusCode::OK, &format!("href=\"{maker}\""));
        let page = site.visitor().get(&maker).await;
        page.says(StatusCode::OK, "Kaupunginjohtaja");
        page.says(StatusCode::OK, &format!("href=\"{decision}\""));
        let year = format!("{prefix}/paatokset?paatoksentekija=kaupunginjohtaja&amp;vuosi=2023");
        page.says(StatusCode::OK, &year);
        let list = site
            .visitor()
            .get(&format!("{prefix}/paatoksentekijat"))
            .await;
        list.says(StatusCode::OK, &format!("href=\"{maker}\""));
    }
}

#[tokio::test]
async fn a_project_leads_to_its_funders_and_a_funder_to_projects_and_decisions() {
    let site = site_with_decision(true).await;
    for prefix in ["", "/sv", "/en"] {
        let project = format!("{prefix}/hankkeet/kaivoskumppani");
        let page = site.visitor().get(&project).await;
        let funder = link(&page.body, &format!("{prefix}/rahoittajat/"));
        let funder = funder.expect("the plan has a funder");
        let of_funder = site.visitor().get(&funder).await;
        of_funder.says(StatusCode::OK, &format!("href=\"{project}\""));
        let decision = format!("href=\"{prefix}/paatokset/kaupunginjohtaja/2023/5\"");
        of_funder.says(StatusCode::OK, &decision);
        let id = funder.rsplit('/').next().unwrap_or_default();
        of_funder.says(
            StatusCode::OK,
            &format!("{prefix}/paatokset?rahoittaja={id}"),
        );
        let list = site.visitor().get(&format!("{prefix}/rahoittajat")).await;
        list.says(StatusCode::OK, &format!("href=\"{funder}\""));
    }
}

#[tokio::test]
async fn before_anything_is_published_no_funder_has_a_page() {
    let site = site_with_decision(false).await;
    let preparer = site.signed_in(Role::Preparer).await;
    let plan = preparer.get(steps::PLAN).await;
    assert_eq!(plan.status, StatusCode::OK);
    let list = site.visitor().get("/rahoittajat").await;
    assert_eq!(link(&list.body, "/rahoittajat/"), None, "{}", list.body);
    let makers = site.visitor().get("/paatoksentekijat").await;
    assert_eq!(
        link(&makers.body, "/paatoksentekijat/"),
        None,
        "{}",
        makers.body
    );
    // The office itself is no secret; that it has an unpublished decision is.
    let maker = site.visitor().get(MAKER).await;
    maker.says(StatusCode::OK, "Julkaistuja päätöksiä ei ole.");
    assert_eq!(link(&maker.body, "/paatokset/kaupunginjohtaja"), None);
    for path in [
        "/rahoittajat/00000000-0000-0000-0000-000000000001",
        "/rahoittajat/x",
        "/paatoksentekijat/eiole",
        "/paatoksentekijat/%00",
    ] {
        let answer = site.visitor().get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
    let respelled = site
        .visitor()
        .get("/paatoksentekijat/Kaupunginjohtaja")
        .await;
    assert_eq!(respelled.header("location"), Some(MAKER));
}
