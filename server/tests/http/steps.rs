//! The steps from a case to a published decision, each as an official takes it.

use axum::http::StatusCode;

use super::site::{Browser, PASSWORD, Page};

pub(crate) const NUMBER: &str = "KAJDno-2023-912";
pub(crate) const CASE: &str = "/tyopoyta/asiat/KAJDno-2023-912";
pub(crate) const PROJECT: &str = "/tyopoyta/hankkeet/kaivoskumppani";
pub(crate) const PLAN: &str = "/tyopoyta/hankkeet/kaivoskumppani/rahoitus";
pub(crate) const BENEFICIARY: &str = "Esimerkkiopisto";
pub(crate) const FUNDER: &str = "Esimerkkikeskus";

/// A resolution whose euros are those of [`commitments`].
pub(crate) const RESOLUTION: &str = "Kaupunki sitoutuu hankkeen kuntarahoitukseen: 2 500 euroa vuonna 2023 \
     ja 2 500 euroa vuonna 2024, yhteensä 5 000 euroa.";

pub(crate) async fn open_case(official: &Browser<'_>) {
    let fields = [
        ("number", NUMBER),
        ("public_title", "Kaivoskumppani-hankkeen kuntarahoitus"),
    ];
    let answer = official.fill("/tyopoyta/asiat/uusi", &fields).await;
    assert_eq!(answer.location(), format!("{CASE}?tehty=avattu"));
}

/// Adds an organisation and gives its identity.
pub(crate) async fn add_organisation(official: &Browser<'_>, name: &str, kind: &str) -> String {
    let fields = [("name", name), ("kind", kind), ("business_id", "")];
    let answer = official.fill("/tyopoyta/organisaatiot", &fields).await;
    assert_eq!(answer.destination(), "/tyopoyta/organisaatiot");
    organisation(official, name).await
}

/// The identity of an organisation, as the choices of a form have it.
pub(crate) async fn organisation(official: &Browser<'_>, name: &str) -> String {
    let page = official.get(&format!("{CASE}/hankkeet/uusi")).await;
    let choice = page
        .body
        .split("<option")
        .skip(1)
        .find(|option| option.contains(name));
    let choice = choice.unwrap_or_else(|| panic!("no choice {name}: {}", page.body));
    let (_, value) = choice.split_once("value=\"").expect("a choice has a value");
    value.split('"').next().unwrap_or_default().to_owned()
}

pub(crate) async fn enter_project(official: &Browser<'_>, beneficiary: &str) {
    let fields = [
        ("name", "Kaivoskumppani"),
        (
            "summary",
            "Kaivosalan yritysten ja oppilaitosten yhteistyö.",
        ),
        ("beneficiary", beneficiary),
        ("first_month", "1/2023"),
        ("last_month", "12/2024"),
        ("programme_number", "A12345"),
        ("programme_date", "15.6.2023"),
    ];
    let answer = official
        .fill(&format!("{CASE}/hankkeet/uusi"), &fields)
        .await;
    assert_eq!(answer.destination(), PROJECT);
}

/// The rows of a plan: 80 % from a funder, 20 % from others, 5 000 € of it the city's.
pub(crate) const PLAN_FIELDS: [(&str, &str); 11] = [
    ("reason", "Ensimmäinen suunnitelma"),
    ("total_cost", ""),
    ("years", "2023 2024"),
    ("rows-0-funders", FUNDER),
    ("rows-0-category", "eu_and_state"),
    ("rows-0-share", "80"),
    ("rows-0-total", ""),
    ("rows-1-funders", "*"),
    ("rows-1-category", "several"),
    ("rows-1-share", "20"),
    ("action", "save"),
];

pub(crate) async fn save_plan(official: &Browser<'_>) {
    let answer = official.fill(PLAN, &PLAN_FIELDS).await;
    assert_eq!(answer.destination(), PROJECT);
}

/// Begins a draft and gives the address of its sheet.
pub(crate) async fn begin_draft(official: &Browser<'_>) -> String {
    let path = format!("{CASE}/paatokset/uusi");
    let page = official.get(&path).await;
    let project = project(&page.body);
    let answer = official
        .send_on(&page, &path, &[("project", &project)])
        .await;
    let form = answer.destination();
    form.strip_suffix("/luonnos")
        .expect("a new draft is written next")
        .to_owned()
}

/// The identity of the project, as the form of a new decision offers it.
fn project(case: &str) -> String {
    let choice = case
        .split("<option")
        .skip(1)
        .find(|option| option.contains("Kaivoskumppani"));
    let (_, value) = choice
        .and_then(|choice| choice.split_once("value=\""))
        .expect("a choice");
    value.split('"').next().unwrap_or_default().to_owned()
}

/// A draft to which nothing is missing.
pub(crate) fn complete_draft(party: &str) -> Vec<(&str, &str)> {
    vec![
        ("title", "Kaivoskumppani-hankkeen kuntarahoitusosuus"),
        ("lang", "fi"),
        ("series", "kaupunginjohtaja"),
        ("section", "5"),
        ("resolution", RESOLUTION),
        ("background", "Hanke kokoaa alan toimijat yhteen."),
        ("authority", "Hallintosääntö 17 §"),
        ("applied_provisions", "Kuntalaki 39 §"),
        ("commitments-0-year", "2023"),
        ("commitments-0-amount", "2 500"),
        ("commitments-0-strength", "at_most"),
        ("commitments-0-budget_line", "Elinvoima"),
        ("commitments-0-condition", ""),
        ("commitments-1-year", "2024"),
        ("commitments-1-amount", "2 500"),
        ("commitments-1-strength", "at_most"),
        ("commitments-1-budget_line", "Elinvoima"),
        ("commitments-1-condition", ""),
        ("contact_office", "Kaupunginjohtaja"),
        ("contact_person", "Matti Mallikas, 040 000 0000"),
        ("distribution", "Rahoittaja"),
        ("parties-0-organisation", party),
        ("parties-0-means", "letter"),
        ("remedy", "rectification"),
        ("unrecognised", ""),
    ]
}

/// Writes a complete draft and saves it; gives the address of its sheet.
pub(crate) async fn write_draft(official: &Browser<'_>, party: &str) -> String {
    let sheet = begin_draft(official).await;
    let mut fields = complete_draft(party);
    fields.push(("action", "check"));
    let answer = official.fill(&format!("{sheet}/luonnos"), &fields).await;
    assert_eq!(answer.location(), format!("{sheet}/tarkista"));
    sheet
}

pub(crate) async fn send(official: &Browser<'_>, sheet: &str) {
    let answer = official
        .fill(&format!("{sheet}/tarkista"), &[("action", "send")])
        .await;
    assert_eq!(answer.location(), format!("{sheet}?tehty=lahetetty"));
}

pub(crate) async fn sign(official: &Browser<'_>, sheet: &str) {
    let fields = [
        ("section", "5"),
        ("password", PASSWORD),
        ("confirmed", "on"),
        ("no_conflict", "1"),
    ];
    let answer = official
        .fill(&format!("{sheet}/allekirjoita"), &fields)
        .await;
    assert_eq!(answer.location(), format!("{sheet}?tehty=allekirjoitettu"));
}

pub(crate) async fn publish(official: &Browser<'_>, sheet: &str) {
    let answer = official
        .fill(
            &format!("{sheet}/julkaise"),
            &[("published_on", "18.8.2023")],
        )
        .await;
    assert_eq!(answer.location(), format!("{sheet}?tehty=julkaistu"));
}

/// Everything up to a draft to which nothing is missing; gives the address of its sheet.
pub(crate) async fn up_to_draft(official: &Browser<'_>) -> String {
    open_case(official).await;
    add_organisation(official, FUNDER, "authority").await;
    let party = add_organisation(official, BENEFICIARY, "private").await;
    enter_project(official, &party).await;
    save_plan(official).await;
    write_draft(official, &party).await
}

/// The addresses of the services of a decision, as its sheet links them.
pub(crate) async fn services(official: &Browser<'_>, sheet: &str) -> Vec<String> {
    let page = official.get(sheet).await;
    assert_eq!(page.status, StatusCode::OK);
    linked(&page, &format!("{sheet}/tiedoksianto/"), "")
}

/// The addresses on a page that begin with a text and end with another.
pub(crate) fn linked(page: &Page, start: &str, end: &str) -> Vec<String> {
    let begins = format!("href=\"{start}");
    let found = page.body.match_indices(&begins).filter_map(|(at, _)| {
        let address = page.body[at + "href=\"".len()..].split('"').next()?;
        address.ends_with(end).then(|| address.to_owned())
    });
    found.collect()
}
