//! How a decision is begun, previewed, kept while one types, and checked, as a browser sends it.

use axum::http::StatusCode;
use domain::Lang;
use domain::finding::FindingCode;
use domain::role::Role;
use wording::finding::sentence;

use super::site::Site;
use super::steps::{self, CASE};

/// The fields of a complete draft with some of them changed.
fn draft<'a>(changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = steps::complete_draft("");
    fields.retain(|(name, _)| !name.starts_with("parties-"));
    for (name, value) in changed {
        fields.retain(|(of, _)| of != name);
        fields.push((name, value));
    }
    fields
}

#[tokio::test]
async fn a_decision_begins_on_one_page_with_its_template() {
    let site = Site::new().await;
    let preparer = site.official(Role::Preparer).await;
    steps::up_to_draft(&preparer).await;
    let path = format!("{CASE}/paatokset/uusi");
    let page = preparer.get(&format!("{path}?hanke=kaivoskumppani")).await;
    page.says(StatusCode::OK, "Aloita aiemmasta päätöksestä");
    let wrong = preparer.send_on(&page, &path, &[("kind", "present")]).await;
    let choice = sentence(FindingCode::UnknownChoice, Lang::Fi);
    wrong.says(StatusCode::UNPROCESSABLE_ENTITY, choice);
    let fields = [
        ("kind", "grant"),
        ("lang", "sv"),
        ("series", "kaupunginjohtaja"),
    ];
    let begun = preparer.send_on(&page, &path, &fields).await;
    let form = preparer.get(begun.location()).await;
    form.says(
        StatusCode::OK,
        "Understöd till projektet [[projektets namn]]",
    );
    let missing = path.replace("912", "999");
    assert_eq!(preparer.get(&missing).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_preview_saves_nothing() {
    let site = Site::new().await;
    let preparer = site.official(Role::Preparer).await;
    let sheet = steps::up_to_draft(&preparer).await;
    let form = format!("{sheet}/luonnos");
    let typed = draft(&[
        ("background", "Esitti {personal|Maija Malli}."),
        ("title", "Toinen otsikko"),
        ("action", "preview"),
    ]);
    let shown = preparer.fill(&form, &typed).await;
    shown.says(StatusCode::OK, "Näin päätös näkyy kaikille");
    let (_, preview) = shown
        .body
        .split_once("id=\"esikatselu\"")
        .expect("a preview");
    let (preview, rest) = preview.split_once("</section>").expect("its end");
    assert!(
        preview.contains("Esitti ") && !preview.contains("Maija"),
        "{preview}"
    );
    assert!(rest.contains("Toinen otsikko"), "what was typed stays");
    let saved = preparer.get(&form).await;
    assert!(!saved.body.contains("Toinen otsikko"), "nothing was saved");
}

#[tokio::test]
async fn what_is_typed_is_kept_offered_taken_and_discarded() {
    let site = Site::new().await;
    let preparer = site.official(Role::Preparer).await;
    let registrar = site.official(Role::Registrar).await;
    let sheet = steps::up_to_draft(&preparer).await;
    let (form, keep) = (format!("{sheet}/luonnos"), format!("{sheet}/autosave"));
    let open = preparer.get(&form).await;
    let typed = draft(&[("title", "Kesken jäänyt")]);
    let kept = preparer.send_on(&open, &keep, &typed).await;
    kept.says(StatusCode::OK, "Kirjoittamasi on tallessa klo\u{a0}9.00.");
    assert!(
        kept.header("content-type")
            .is_some_and(|kind| kind.starts_with("text/plain"))
    );
    let to_form = preparer.get(&keep).await;
    assert_eq!(
        to_form.location(),
        form,
        "without a script one is led to the form"
    );

    let others = registrar.get(&form).await;
    others.says(
        StatusCode::OK,
        "Nimi preparer (Virka preparer) on pitänyt tätä luonnosta auki",
    );
    assert!(
        !others.body.contains("tallentamatonta"),
        "it is nobody else's"
    );

    let offered = preparer.get(&form).await;
    offered.says(
        StatusCode::OK,
        "Sinulla on tallentamatonta tekstiä klo\u{a0}9.00.",
    );
    assert!(!offered.body.contains("Kesken jäänyt"));
    let taken = preparer.post(&form, &[("action", "take")]).await;
    taken.says(StatusCode::OK, "Kesken jäänyt");
    // Somebody saves meanwhile: what was taken is not saved over it.
    let mut saved = draft(&[("title", "Toisen otsikko")]);
    saved.push(("action", "save"));
    let by_other = registrar.fill(&form, &saved).await;
    assert_eq!(by_other.location(), format!("{form}?tehty=tallennettu"));
    let mut own = typed.clone();
    own.push(("action", "save"));
    let stale = preparer.send_on(&taken, &form, &own).await;
    stale.says(StatusCode::CONFLICT, "Toisen otsikko");
    assert!(stale.body.contains("Kesken jäänyt"), "both texts are shown");

    let discarded = preparer.post(&form, &[("action", "discard")]).await;
    assert_eq!(discarded.location(), format!("{form}?tehty=hylatty"));
    let again = preparer.get(&form).await;
    assert!(!again.body.contains("tallentamatonta"));
    assert_eq!(
        preparer.post(&form, &[("action", "take")]).await.location(),
        form
    );

    for outsider in [Role::Finance, Role::Auditor] {
        let outsider = site.official(outsider).await;
        let refused = outsider.post(&keep, &typed).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn a_mention_is_answered_from_the_check() {
    let site = Site::new().await;
    let preparer = site.official(Role::Preparer).await;
    let sheet = steps::up_to_draft(&preparer).await;
    let (form, check) = (format!("{sheet}/luonnos"), format!("{sheet}/tarkista"));
    let answer = format!("{sheet}/henkilotieto");
    let mut typed = draft(&[(
        "background",
        "Esitti Maija Malli. Kertoi tutkija Priya Sharma.",
    )]);
    typed.push(("action", "check"));
    preparer.fill(&form, &typed).await;
    let page = preparer.get(&check).await;
    page.says(StatusCode::OK, "<mark>Maija Malli</mark>");
    let fields = [
        ("place", "background"),
        ("words", "Maija Malli"),
        ("action", "mark"),
    ];
    let marked = preparer.send_on(&page, &answer, &fields).await;
    assert_eq!(
        marked.location(),
        format!("{check}?tehty=merkitty-henkilotiedoksi")
    );
    let page = preparer.get(&check).await;
    page.says(StatusCode::OK, "{personal|Maija Malli}");
    let stale = preparer.post(
        &answer,
        &[("words", "x"), ("action", "dismiss"), ("version", "1")],
    );
    assert_eq!(stale.await.status, StatusCode::CONFLICT);
    let fields = [
        ("place", "background"),
        ("words", "Priya Sharma"),
        ("action", "dismiss"),
    ];
    let said = preparer.send_on(&page, &answer, &fields).await;
    assert_eq!(said.location(), format!("{check}?tehty=ei-henkilotieto"));
    let page = preparer.get(&check).await;
    assert!(
        !page.body.contains("mentions__item"),
        "nothing is asked again"
    );
    assert_eq!(preparer.get(&answer).await.location(), check);
}

#[tokio::test]
async fn an_administrator_records_the_authority_that_the_check_measures_by() {
    let site = Site::new().await;
    let administrator = site.official(Role::Administrator).await;
    let preparer = site.official(Role::Preparer).await;
    let list = "/tyopoyta/toimivallat";
    let wrong = administrator
        .fill(list, &[("series", "kaupunginjohtaja")])
        .await;
    let missing = sentence(FindingCode::KindsMissing, Lang::Fi);
    wrong.says(StatusCode::UNPROCESSABLE_ENTITY, missing);
    let fields = [
        ("series", "kaupunginjohtaja"),
        ("provision", "Hallintosääntö 17 §"),
        ("limit", "4 999,99"),
        ("kinds", "other"),
        ("kinds", "grant"),
        ("valid_from", "1.1.2023"),
    ];
    let recorded = administrator.fill(list, &fields).await;
    assert_eq!(
        recorded.location(),
        format!("{list}?tehty=toimivalta-tallennettu")
    );
    let page = preparer.get(list).await;
    page.says(StatusCode::OK, "avustus hankkeelle, muu päätös");
    assert!(
        !page.body.contains("name=\"provision\""),
        "who may only read has no form"
    );

    let sheet = steps::up_to_draft(&preparer).await;
    // What blocks leaves no button; a forged request is refused all the same.
    let check = format!("{sheet}/tarkista");
    let form = preparer.get(&format!("{sheet}/luonnos")).await;
    let blocked = preparer.get(&check).await;
    assert!(!blocked.body.contains("value=\"send\""), "{}", blocked.body);
    let sent = preparer.send_on(&form, &check, &[("action", "send")]).await;
    let exceeded = sentence(FindingCode::AuthorityExceeded, Lang::Fi);
    sent.says(StatusCode::UNPROCESSABLE_ENTITY, exceeded);

    let page = administrator.get(list).await;
    let one = steps::linked(&page, &format!("{list}/"), "").remove(0);
    let mut changed = fields.to_vec();
    changed[2] = ("limit", "5 000");
    let changed = administrator.fill(&one, &changed).await;
    assert_eq!(changed.destination(), list);
    steps::send(&preparer, &sheet).await;
}
