//! What people and forged requests send that cannot be taken: a sentence where it can be mended,
//! the typed text kept, nothing saved.

use axum::http::StatusCode;
use domain::Lang;
use domain::finding::FindingCode;
use domain::role::Role;
use wording::finding::sentence;

use super::site::{PASSWORD, Page, Site};
use super::steps::{self, CASE, PLAN};

/// A sign that every field must give back as text.
const HOSTILE: &str = "</textarea></title><script>alert('x')</script>\"' onfocus=alert(1) &amp;";

/// Checks that a form was refused with a sentence, as it was typed.
#[track_caller]
fn refused(answer: &Page, code: FindingCode, typed: &str) {
    answer.says(StatusCode::UNPROCESSABLE_ENTITY, sentence(code, Lang::Fi));
    assert!(
        answer.body.contains(typed),
        "{typed} is lost: {}",
        answer.body
    );
}

#[tokio::test]
async fn a_wrong_case_number_is_refused_where_it_was_typed() {
    let site = Site::new().await;
    let official = site.official(Role::Registrar).await;
    for number in ["KAJ-2023", "912", "KAJDno-23-912", "KAJDno-2023-0"] {
        let fields = [("number", number), ("public_title", "Asia")];
        let answer = official.fill("/tyopoyta/asiat/uusi", &fields).await;
        refused(&answer, FindingCode::NotACaseNumber, number);
        assert!(
            answer.body.contains("id=\"number-error\""),
            "{}",
            answer.body
        );
    }
    steps::open_case(&official).await;
    let again = [("number", "kajdno 2023 912"), ("public_title", "Sama")];
    let answer = official.fill("/tyopoyta/asiat/uusi", &again).await;
    refused(&answer, FindingCode::CaseNumberTaken, "kajdno 2023 912");
}

#[tokio::test]
async fn amounts_shares_and_days_that_are_none_are_refused() {
    let site = Site::new().await;
    let official = site.official(Role::Preparer).await;
    let sheet = steps::up_to_draft(&official).await;
    for (name, typed, code) in [
        ("total_cost", "2 500,005", FindingCode::AmountTooPrecise),
        ("rows-0-share", "101", FindingCode::ShareOutOfRange),
        ("rows-0-total", "1.234", FindingCode::AmountAmbiguous),
        (
            "rows-0-funders",
            "Tuntematon säätiö",
            FindingCode::UnknownOrganisation,
        ),
    ] {
        let mut fields: Vec<_> = steps::PLAN_FIELDS
            .into_iter()
            .filter(|(field, _)| *field != name)
            .collect();
        fields.push((name, typed));
        refused(&official.fill(PLAN, &fields).await, code, typed);
    }
    let fields = [
        ("name", "Hanke"),
        ("programme_number", "A1"),
        ("programme_date", "31.2.2023"),
    ];
    let answer = official
        .fill(&format!("{CASE}/hankkeet/uusi"), &fields)
        .await;
    refused(&answer, FindingCode::NotADate, "31.2.2023");

    let mut draft = steps::complete_draft("");
    draft.retain(|(name, _)| !["commitments-0-amount", "parties-0-means"].contains(name));
    draft.extend([
        ("commitments-0-amount", "2 500,005"),
        ("parties-0-means", "kyyhkynen"),
    ]);
    draft.push(("action", "check"));
    let saved = official.fill(&format!("{sheet}/luonnos"), &draft).await;
    let check = official.get(saved.location()).await;
    check.says(
        StatusCode::OK,
        sentence(FindingCode::AmountTooPrecise, Lang::Fi),
    );
    let form = official.get(&format!("{sheet}/luonnos")).await;
    let sent = official
        .send_on(&form, &format!("{sheet}/tarkista"), &[])
        .await;
    refused(&sent, FindingCode::AmountTooPrecise, "2 500,005");
}

#[tokio::test]
async fn an_unknown_means_of_service_is_refused() {
    let site = Site::new().await;
    let official = site.official(Role::Preparer).await;
    let sheet = steps::up_to_draft(&official).await;
    let party = steps::add_organisation(&official, "Toinen", "private").await;
    let mut draft = steps::complete_draft(&party);
    draft.retain(|(name, _)| *name != "parties-0-means");
    draft.extend([("parties-0-means", "kyyhkynen"), ("action", "save")]);
    let saved = official.fill(&format!("{sheet}/luonnos"), &draft).await;
    assert_eq!(
        saved.location(),
        format!("{sheet}/luonnos?tehty=tallennettu")
    );
    let form = official.get(&format!("{sheet}/luonnos")).await;
    let sent = official
        .send_on(&form, &format!("{sheet}/tarkista"), &[])
        .await;
    sent.says(
        StatusCode::UNPROCESSABLE_ENTITY,
        sentence(FindingCode::MeansMissing, Lang::Fi),
    );
}

#[tokio::test]
async fn a_text_of_ten_megabytes_is_refused() {
    let site = Site::new().await;
    let official = site.official(Role::Preparer).await;
    let sheet = steps::up_to_draft(&official).await;
    let mut body = b"resolution=".to_vec();
    body.resize(10 * 1024 * 1024, b'a');
    let answer = official.post_bytes(&format!("{sheet}/luonnos"), body).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(
        answer.body.contains("<h1"),
        "a page says so: {}",
        answer.body
    );
    // A text within the limit of requests that no field holds is refused at its field.
    let long = "a".repeat(1024 * 1024);
    let answer = official
        .fill(&format!("{sheet}/luonnos"), &[("resolution", &long)])
        .await;
    refused(&answer, FindingCode::TooLong, &long);
}

#[tokio::test]
async fn a_text_in_another_encoding_is_refused_and_not_garbled() {
    let site = Site::new().await;
    let official = site.official(Role::Registrar).await;
    // `Päätös` in ISO 8859-1, escaped and bare.
    for body in [
        &b"number=KAJDno-2023-912&public_title=P%E4%E4t%F6s"[..],
        b"public_title=P\xe4\xe4t\xf6s",
    ] {
        let answer = official
            .post_bytes("/tyopoyta/asiat/uusi", body.to_vec())
            .await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST);
        assert!(
            answer.body.contains("<h1"),
            "a page says so: {}",
            answer.body
        );
    }
    assert_eq!(official.get(CASE).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_second_of_two_officials_sees_both_texts() {
    let site = Site::new().await;
    let first = site.official(Role::Preparer).await;
    let second = site.official(Role::Registrar).await;
    let sheet = steps::up_to_draft(&first).await;
    let form = format!("{sheet}/luonnos");
    let open = second.get(&form).await;
    let saved = first.fill(&form, &[("title", "Ensimmäisen otsikko")]).await;
    assert_eq!(saved.destination(), form);
    let answer = second
        .send_on(&open, &form, &[("title", "Toisen otsikko")])
        .await;
    answer.says(StatusCode::CONFLICT, "Ensimmäisen otsikko");
    assert!(answer.body.contains("Toisen otsikko"));
    // Nothing was overwritten until the second one says so.
    first
        .get(&form)
        .await
        .says(StatusCode::OK, "Ensimmäisen otsikko");
    let over = second
        .send_on(&answer, &form, &[("title", "Toisen otsikko")])
        .await;
    assert_eq!(over.destination(), form);
    first
        .get(&form)
        .await
        .says(StatusCode::OK, "Toisen otsikko");
}

#[tokio::test]
async fn every_form_with_a_version_refuses_an_older_one() {
    let site = Site::new().await;
    let first = site.official(Role::Preparer).await;
    steps::up_to_draft(&first).await;
    for (form, mine, theirs) in [
        (
            format!("{CASE}/tiedot"),
            vec![("public_title", "Minun")],
            vec![("public_title", "Toisen")],
        ),
        (
            "/tyopoyta/hankkeet/kaivoskumppani/tiedot".to_owned(),
            vec![("name", "Minun")],
            vec![("name", "Toisen")],
        ),
        (
            PLAN.to_owned(),
            [&steps::PLAN_FIELDS[1..], &[("reason", "Minun")]].concat(),
            [
                &steps::PLAN_FIELDS[1..],
                &[("reason", "Toisen"), ("total_cost", "7")],
            ]
            .concat(),
        ),
    ] {
        let open = first.get(&form).await;
        assert_eq!(
            first.fill(&form, &theirs).await.status,
            StatusCode::SEE_OTHER,
            "{form}"
        );
        let answer = first.send_on(&open, &form, &mine).await;
        answer.says(StatusCode::CONFLICT, "Minun");
    }
}

#[tokio::test]
async fn a_form_sent_twice_is_done_once() {
    let site = Site::new().await;
    let official = site.official(Role::Preparer).await;
    steps::up_to_draft(&official).await;
    let path = format!("{CASE}/paatokset/uusi");
    let page = official.get(&path).await;
    let one = official.send_on(&page, &path, &[("project", "")]).await;
    let two = official.send_on(&page, &path, &[("project", "")]).await;
    assert_eq!(one.location(), two.location());
    let sheet = official.get(CASE).await;
    let id = one.location().split('/').nth(3).unwrap();
    assert_eq!(sheet.body.matches(id).count(), 1, "{}", sheet.body);

    // The same for forms on top of a version: the second is no conflict with the first.
    let form = one.location().to_owned();
    let page = official.get(&form).await;
    for _ in 0..2 {
        let answer = official.send_on(&page, &form, &[("title", "Kerran")]).await;
        assert_eq!(answer.location(), format!("{form}?tehty=tallennettu"));
    }
}

#[tokio::test]
async fn what_is_signed_cannot_be_changed_by_a_forged_request() {
    let site = Site::new().await;
    let preparer = site.official(Role::Preparer).await;
    let mayor = site.official(Role::DecisionMaker).await;
    let sheet = steps::up_to_draft(&preparer).await;
    let form = format!("{sheet}/luonnos");
    let draft = preparer.get(&form).await;
    steps::send(&preparer, &sheet).await;
    steps::sign(&mayor, &sheet).await;
    let before = preparer.get(&sheet).await.body;

    let late = preparer
        .send_on(&draft, &form, &[("title", "Muutettu")])
        .await;
    late.says(StatusCode::CONFLICT, "Muutettu");
    for version in 0..8 {
        let version = version.to_string();
        for (path, fields) in [
            (
                "luonnos",
                vec![("title", "Muutettu"), ("version", &version[..])],
            ),
            ("tarkista", vec![("version", &version[..])]),
        ] {
            let answer = preparer.post(&format!("{sheet}/{path}"), &fields).await;
            assert_eq!(answer.status, StatusCode::CONFLICT, "{path} {version}");
        }
        let again = [
            ("section", "6"),
            ("password", PASSWORD),
            ("confirmed", "on"),
            ("no_conflict", "1"),
            ("version", &version),
        ];
        let answer = mayor.post(&format!("{sheet}/allekirjoita"), &again).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{version}");
    }
    assert_eq!(preparer.get(&sheet).await.body, before);
    // Pages of forms that are no longer for it lead to where it stands.
    assert_eq!(preparer.get(&form).await.location(), sheet);
}

#[tokio::test]
async fn markup_in_any_field_comes_back_as_text() {
    let site = Site::new().await;
    let official = site.official(Role::Preparer).await;
    let sheet = steps::up_to_draft(&official).await;
    let draft = format!("{sheet}/luonnos");
    for (form, names) in [
        ("/tyopoyta/asiat/uusi", vec!["number", "public_title"]),
        (
            "/tyopoyta/organisaatiot",
            vec!["name", "kind", "business_id"],
        ),
        (
            PLAN,
            vec![
                "reason",
                "total_cost",
                "rows-0-funders",
                "rows-0-share",
                "rows-0-total",
            ],
        ),
        (
            "/tyopoyta/hankkeet/kaivoskumppani/tiedot",
            vec![
                "summary",
                "first_month",
                "last_month",
                "programme_number",
                "programme_date",
            ],
        ),
    ] {
        let fields: Vec<(&str, &str)> = names.iter().map(|name| (*name, HOSTILE)).collect();
        let answer = official.fill(form, &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
        harmless(&answer);
    }
    let mut fields = steps::complete_draft(HOSTILE);
    for (_, value) in &mut fields {
        *value = HOSTILE;
    }
    fields.push(("action", "save"));
    assert_eq!(official.fill(&draft, &fields).await.destination(), draft);
    for path in [
        &draft,
        &sheet,
        &format!("{sheet}/tarkista"),
        "/tyopoyta",
        CASE,
    ] {
        let page = official.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        harmless(&page);
    }
    let sign_in = site
        .visitor()
        .post("/kirjaudu", &[("email", HOSTILE), ("next", HOSTILE)])
        .await;
    assert_eq!(sign_in.status, StatusCode::UNPROCESSABLE_ENTITY);
    harmless(&sign_in);
}

/// Nothing of [`HOSTILE`] stands in a page as markup.
#[track_caller]
fn harmless(page: &Page) {
    assert!(!page.body.contains("<script>alert"), "{}", page.body);
    assert!(!page.body.contains("</textarea></title>"), "{}", page.body);
    for (at, _) in page.body.match_indices(" onfocus=alert(1)") {
        let before = &page.body[..at];
        let tag = before
            .rfind(['<', '>'])
            .filter(|at| before[*at..].starts_with('<'));
        let quotes = tag.map_or(0, |tag| before[tag..].matches('"').count());
        assert!(
            tag.is_none() || quotes % 2 == 1,
            "an attribute got out: {}",
            page.body
        );
    }
}

#[tokio::test]
async fn buttons_of_rows_change_the_form_and_save_nothing() {
    let site = Site::new().await;
    let official = site.official(Role::Preparer).await;
    let sheet = steps::up_to_draft(&official).await;
    let form = format!("{sheet}/luonnos");
    let before = official.get(&form).await;
    let fields = [("title", "Kesken"), ("action", "add-party")];
    let answer = official.fill(&form, &fields).await;
    answer.says(StatusCode::OK, "Kesken");
    assert!(answer.body.contains("parties-0-organisation"));
    assert_eq!(answer.hidden("version"), before.hidden("version"));
    assert!(!official.get(&form).await.body.contains("Kesken"));
}

#[tokio::test]
async fn numbers_and_identities_that_are_none_are_not_found() {
    let site = Site::new().await;
    let official = site.official(Role::Registrar).await;
    for path in [
        "/tyopoyta/asiat/x",
        "/tyopoyta/asiat/%00",
        "/tyopoyta/hankkeet/EI_OLE",
        "/tyopoyta/hankkeet/%2e%2e%2f",
        "/tyopoyta/paatokset/1",
        "/tyopoyta/paatokset/00000000-0000-7000-8000-000000000000",
        "/tyopoyta/paatokset/1/luonnos",
        "/tyopoyta/muuta",
    ] {
        assert_eq!(
            official.get(path).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    steps::open_case(&official).await;
    for version in ["", "-1", "x", "99999999999999999999"] {
        let fields = [
            ("public_title", "Asia"),
            ("version", version),
            ("key", "ei avain"),
        ];
        let answer = official.post(&format!("{CASE}/tiedot"), &fields).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{version}");
    }
}
