//! Accounts, the own account, section series, the audit log and notifications in the browser.

use axum::http::StatusCode;
use domain::role::Role;
use time::Duration;

use super::site::{Browser, PASSWORD, Site, email};
use super::steps;

const FIRST: &str = "ensimmäinen salasana";
const NEW: &str = "aivan uusi salasana";

/// The address of the account of a role, as the list links it.
async fn account(administrator: &Browser<'_>, role: Role) -> String {
    let list = administrator.get("/tyopoyta/kayttajat").await;
    let name = format!("Nimi {}", role.code());
    let mut links = list.body.split("<a href=\"");
    let link = links.find(|link| link.starts_with("/tyopoyta/kayttajat/") && link.contains(&name));
    let link = link.unwrap_or_else(|| panic!("no {name}: {}", list.body));
    link.split('"').next().unwrap_or_default().to_owned()
}

async fn sign_in<'a>(site: &'a Site, email: &str, password: &str) -> Browser<'a> {
    let mut browser = site.visitor();
    let answer = browser
        .post("/kirjaudu", &[("email", email), ("password", password)])
        .await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    browser.cookie = answer.cookie();
    browser
}

#[tokio::test]
async fn an_account_that_was_added_chooses_its_own_password_first() {
    let site = Site::new().await;
    let administrator = site.official(Role::Administrator).await;
    let fields = [
        ("email", "uusi@example.fi"),
        ("name", "Uusi Virkailija"),
        ("office", "Suunnittelija"),
        ("role", "preparer"),
        ("signs_in", ""),
        ("password", FIRST),
    ];
    let added = administrator
        .fill("/tyopoyta/kayttajat/uusi", &fields)
        .await;
    assert!(
        added.location().ends_with("?tehty=tunnus-lisatty"),
        "{}",
        added.location()
    );
    let again = administrator
        .fill("/tyopoyta/kayttajat/uusi", &fields)
        .await;
    again.says(
        StatusCode::UNPROCESSABLE_ENTITY,
        "Anna toinen sähköpostiosoite",
    );
    assert!(!again.body.contains(FIRST), "a password never comes back");

    let newcomer = sign_in(&site, "uusi@example.fi", FIRST).await;
    for path in ["/tyopoyta", "/tyopoyta/asiat/uusi", "/tyopoyta/loki"] {
        let read = newcomer.get(path).await;
        assert_eq!(read.location(), "/tyopoyta/oma", "{path}");
    }
    let sent = newcomer.post("/tyopoyta/asiat/uusi", &[]).await;
    assert_eq!(sent.location(), "/tyopoyta/oma");
    let page = newcomer.get("/tyopoyta/oma").await;
    page.says(StatusCode::OK, "Salasanasi on annettu sinulle");
    let wrong = [
        ("action", "password"),
        ("password", FIRST),
        ("new_password", NEW),
        ("new_password_again", "toinen"),
    ];
    let refused = newcomer.send_on(&page, "/tyopoyta/oma", &wrong).await;
    refused.says(
        StatusCode::UNPROCESSABLE_ENTITY,
        "samalla tavalla kumpaankin kenttään",
    );
    let right = [
        ("action", "password"),
        ("password", FIRST),
        ("new_password", NEW),
        ("new_password_again", NEW),
    ];
    let changed = newcomer.send_on(&page, "/tyopoyta/oma", &right).await;
    assert_eq!(changed.location(), "/tyopoyta/oma?tehty=salasana-vaihdettu");
    assert_eq!(newcomer.get("/tyopoyta").await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_administrator_changes_disables_and_unlocks_accounts() {
    let site = Site::new().await;
    let administrator = site.official(Role::Administrator).await;
    let registrar = site.official(Role::Registrar).await;
    let path = account(&administrator, Role::Registrar).await;
    let facts = [
        ("action", "change"),
        ("name", "Uusi Nimi"),
        ("role", "preparer"),
        ("signs_in", ""),
    ];
    let page = administrator.get(&path).await;
    let changed = administrator.send_on(&page, &path, &facts).await;
    assert_eq!(changed.location(), format!("{path}?tehty=tallennettu"));
    // The next request meets the new role.
    assert_eq!(
        registrar.get("/tyopoyta/paatokset/x/julkaise").await.status,
        StatusCode::FORBIDDEN
    );
    let version = page.hidden("version");
    let other = [
        ("action", "change"),
        ("name", "Kolmas Nimi"),
        ("role", "preparer"),
        ("version", version.as_str()),
    ];
    let stale = administrator.post(&path, &other).await;
    stale.says(StatusCode::CONFLICT, "Uusi Nimi");
    stale.says(StatusCode::CONFLICT, "Kolmas Nimi");

    let office = [
        ("action", "office"),
        ("office", "Arkistonhoitaja"),
        ("office_since", "1.8.2023"),
    ];
    let given = administrator.fill(&path, &office).await;
    assert_eq!(given.location(), format!("{path}?tehty=virka-kirjattu"));
    let again = administrator.fill(&path, &office).await;
    again.says(
        StatusCode::UNPROCESSABLE_ENTITY,
        "edellisen nimen ensimmäisen päivän jälkeen",
    );

    let wrong = [
        ("email", &email(Role::Registrar)[..]),
        ("password", "väärä salasana"),
    ];
    for _ in 0..register::sessions::WRONG_TRIES {
        site.visitor().post("/kirjaudu", &wrong).await;
    }
    administrator
        .get("/tyopoyta/kayttajat")
        .await
        .says(StatusCode::OK, "Lukittu");
    administrator
        .get(&path)
        .await
        .says(StatusCode::OK, "kirjautuminen on lukittu, kunnes on");
    let unlocked = administrator.fill(&path, &[("action", "unlock")]).await;
    assert_eq!(unlocked.location(), format!("{path}?tehty=lukitus-avattu"));
    let back = sign_in(&site, &email(Role::Registrar), PASSWORD).await;
    assert_eq!(back.get("/tyopoyta").await.status, StatusCode::OK);

    administrator.fill(&path, &[("action", "disable")]).await;
    assert_eq!(back.get("/tyopoyta").await.destination(), "/kirjaudu");
    administrator
        .get(&path)
        .await
        .says(StatusCode::OK, "Poistettu käytöstä");
    let enabled = administrator.fill(&path, &[("action", "enable")]).await;
    assert_eq!(enabled.location(), format!("{path}?tehty=tunnus-kaytossa"));

    let own = account(&administrator, Role::Administrator).await;
    let page = administrator.get(&own).await;
    page.says(StatusCode::OK, "viimeinen käytössä oleva pääkäyttäjä");
    assert!(!page.body.contains("value=\"disable\""));
    let refused = administrator
        .send_on(&page, &own, &[("action", "disable")])
        .await;
    refused.says(
        StatusCode::UNPROCESSABLE_ENTITY,
        "Lisää ensin toinen pääkäyttäjä",
    );
}

#[tokio::test]
async fn sessions_are_ended_from_another_one() {
    let site = Site::new().await;
    let here = site.official(Role::Finance).await;
    let there = site.signed_in(Role::Finance).await;
    let page = here.get("/tyopoyta/oma").await;
    page.says(StatusCode::OK, "Tämä istunto");
    let session = page.hidden("session");
    let ended = [("action", "end-session"), ("session", session.as_str())];
    let ended = here.send_on(&page, "/tyopoyta/oma", &ended).await;
    assert_eq!(ended.location(), "/tyopoyta/oma?tehty=istunto-lopetettu");
    assert_eq!(there.get("/tyopoyta").await.destination(), "/kirjaudu");
    let again = site.signed_in(Role::Finance).await;
    here.fill("/tyopoyta/oma", &[("action", "end-others")])
        .await;
    assert_eq!(again.get("/tyopoyta").await.destination(), "/kirjaudu");
    assert_eq!(here.get("/tyopoyta").await.status, StatusCode::OK);

    // An administrator ends the last one.
    let administrator = site.official(Role::Administrator).await;
    let path = account(&administrator, Role::Finance).await;
    let page = administrator.get(&path).await;
    let session = page.hidden("session");
    let fields = [("action", "end-session"), ("session", session.as_str())];
    administrator.send_on(&page, &path, &fields).await;
    assert_eq!(here.get("/tyopoyta").await.destination(), "/kirjaudu");
    let nonsense = [("action", "end-session"), ("session", "'; drop table")];
    assert_eq!(
        administrator.post(&path, &nonsense).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn a_password_that_was_not_taken_is_not_carried_on() {
    let site = Site::new().await;
    let official = site.official(Role::Finance).await;
    site.clock.advance(register::sessions::IDLE);
    let fields = [
        ("action", "password"),
        ("password", PASSWORD),
        ("new_password", NEW),
        ("new_password_again", NEW),
    ];
    let answer = official.post("/tyopoyta/oma", &fields).await;
    assert!(
        !answer.body.contains(NEW) && !answer.body.contains(PASSWORD),
        "{}",
        answer.body
    );
}

#[tokio::test]
async fn a_section_series_is_opened_once_and_renamed() {
    let site = Site::new().await;
    let administrator = site.official(Role::Administrator).await;
    let maker = site.official(Role::DecisionMaker).await;
    let fields = [
        ("decision_maker", "Tekninen johtaja"),
        ("slug", ""),
        ("series_kind", "officer"),
        ("numbering", "issued_here"),
    ];
    let added = administrator
        .fill("/tyopoyta/pykalasarjat/uusi", &fields)
        .await;
    assert_eq!(
        added.location(),
        "/tyopoyta/pykalasarjat?tehty=sarja-lisatty"
    );
    let taken = administrator
        .fill("/tyopoyta/pykalasarjat/uusi", &fields)
        .await;
    taken.says(
        StatusCode::UNPROCESSABLE_ENTITY,
        "toisella pykäläsarjalla on jo tämä",
    );

    let path = "/tyopoyta/pykalasarjat/tekninen-johtaja";
    let name = [
        ("action", "rename"),
        ("decision_maker", "Kaupunki-insinööri"),
        ("name_since", "18.8.2023"),
    ];
    let renamed = administrator.fill(path, &name).await;
    assert_eq!(renamed.location(), format!("{path}?tehty=nimi-kirjattu"));
    maker
        .get(path)
        .await
        .says(StatusCode::OK, "<h1>Kaupunki-insinööri</h1>");
    let forged = maker.post(path, &name).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
    assert_eq!(
        maker.get("/tyopoyta/pykalasarjat/ei-ole").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn a_section_series_gets_deputies() {
    let site = Site::new().await;
    let administrator = site.official(Role::Administrator).await;
    let fields = [
        ("decision_maker", "Tekninen johtaja"),
        ("slug", ""),
        ("series_kind", "officer"),
        ("numbering", "issued_here"),
    ];
    administrator
        .fill("/tyopoyta/pykalasarjat/uusi", &fields)
        .await;
    let path = "/tyopoyta/pykalasarjat/tekninen-johtaja";
    administrator
        .get(path)
        .await
        .says(StatusCode::OK, "Sarjassa ei ole ollut sijaisia");
    let maker = site.official(Role::DecisionMaker).await;
    let page = administrator.get(path).await;
    let choice = page
        .body
        .split("<option value=\"")
        .find(|one| one.contains("Nimi decision-maker"));
    let deputy = choice
        .and_then(|one| one.split('"').next())
        .expect("a candidate");
    let deputyship = [
        ("action", "add-deputy"),
        ("deputy", deputy),
        ("first_day", "18.8.2023"),
        ("last_day", "31.8.2023"),
        ("ground", "Hallintosääntö 23 §"),
    ];
    let added = administrator.send_on(&page, path, &deputyship).await;
    assert_eq!(added.location(), format!("{path}?tehty=sijainen-lisatty"));
    let again = administrator.fill(path, &deputyship).await;
    again.says(
        StatusCode::UNPROCESSABLE_ENTITY,
        "sama sijainen on jo tässä sarjassa",
    );
    assert!(
        again.body.contains("value=\"Hallintosääntö 23 §\""),
        "what was typed comes back"
    );
    let seen = maker.get(path).await;
    seen.says(StatusCode::OK, "voimassa");
    assert!(!seen.body.contains("value=\"end-deputy\""));
    maker
        .get("/tyopoyta/oma")
        .await
        .says(StatusCode::OK, "Sijaisuudet");

    let page = administrator.get(path).await;
    let (key, id) = (page.hidden("key"), page.hidden("deputyship"));
    let end = [
        ("action", "end-deputy"),
        ("key", key.as_str()),
        ("deputyship", id.as_str()),
        ("version", "1"),
    ];
    let ended = administrator.post(path, &end).await;
    assert_eq!(
        ended.location(),
        format!("{path}?tehty=sijaisuus-lopetettu")
    );
    maker.get(path).await.says(StatusCode::OK, "päättynyt");
}

#[tokio::test]
async fn the_log_is_filtered_by_its_address_and_downloaded() {
    let site = Site::new().await;
    let preparer = site.official(Role::Preparer).await;
    steps::up_to_draft(&preparer).await;
    let auditor = site.official(Role::Auditor).await;
    let log = auditor.get("/tyopoyta/loki").await;
    log.says(StatusCode::OK, "Päätöstä alettiin luonnostella");
    let narrowed = auditor
        .get("/tyopoyta/loki?tapahtuma=case_opened&alku=18.8.2023")
        .await;
    narrowed.says(StatusCode::OK, "Asia avattiin");
    assert_eq!(
        narrowed.body.matches("<tr").count(),
        2,
        "a header and one event"
    );
    let swedish = auditor.get("/sv/tyopoyta/loki?tapahtuma=case_opened").await;
    swedish.says(StatusCode::OK, "Ärendet öppnades");
    let wrong = auditor.get("/tyopoyta/loki?alku=32.8.2023").await;
    wrong.says(
        StatusCode::UNPROCESSABLE_ENTITY,
        "Anna päivä, joka on kalenterissa",
    );
    let hostile = auditor
        .get("/tyopoyta/loki?kuka=%22%3E%3Cscript%3E&ennen=x")
        .await;
    assert_eq!(hostile.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!hostile.body.contains("\"><script>"));

    let file = auditor
        .get("/tyopoyta/loki.csv?tapahtuma=case_opened")
        .await;
    assert_eq!(file.header("content-type"), Some("text/csv; charset=utf-8"));
    assert_eq!(file.body.lines().count(), 2, "{}", file.body);
    auditor
        .get("/tyopoyta/loki")
        .await
        .says(StatusCode::OK, "Tapahtumaloki vietiin tiedostoon");
    let entry = auditor.get("/tyopoyta/loki/1").await;
    entry.says(StatusCode::OK, "Rekisteri perustettiin");
    entry.says(StatusCode::OK, "Tapahtuman sisältö");
    for none in [
        "/tyopoyta/loki/0",
        "/tyopoyta/loki/x",
        "/tyopoyta/loki/99999",
    ] {
        assert_eq!(
            auditor.get(none).await.status,
            StatusCode::NOT_FOUND,
            "{none}"
        );
    }
    for path in ["/tyopoyta/loki", "/tyopoyta/loki.csv", "/tyopoyta/loki/1"] {
        assert_eq!(
            preparer.get(path).await.status,
            StatusCode::FORBIDDEN,
            "{path}"
        );
    }
}

#[tokio::test]
async fn officials_are_notified_on_the_desk_and_say_what_they_want() {
    let site = Site::new().await;
    let preparer = site.official(Role::Preparer).await;
    let mayor = site.official(Role::DecisionMaker).await;
    let registrar = site.official(Role::Registrar).await;
    let off = [("action", "notifications"), ("notify-published-desk", "1")];
    let chosen = preparer.fill("/tyopoyta/oma", &off).await;
    assert_eq!(chosen.location(), "/tyopoyta/oma?tehty=tallennettu");
    let page = preparer.get("/tyopoyta/oma").await;
    assert_eq!(page.body.matches("checked").count(), 1);

    let sheet = steps::up_to_draft(&preparer).await;
    steps::send(&preparer, &sheet).await;
    let desk = mayor.get("/tyopoyta").await;
    desk.says(StatusCode::OK, "Päätös odottaa allekirjoitustasi");
    desk.says(StatusCode::OK, "Ilmoitukset (1)");
    preparer
        .get("/tyopoyta")
        .await
        .says(StatusCode::OK, "Päätös lähetettiin allekirjoitettavaksi");
    steps::sign(&mayor, &sheet).await;
    registrar.get("/tyopoyta").await.says(
        StatusCode::OK,
        "Allekirjoitettu päätös odottaa julkaisemista",
    );
    steps::publish(&registrar, &sheet).await;
    preparer
        .get("/tyopoyta/ilmoitukset")
        .await
        .says(StatusCode::OK, "Valmistelemasi päätös julkaistiin");

    let page = mayor.get("/tyopoyta/ilmoitukset").await;
    let id = page.hidden("notification");
    let read = [("action", "read"), ("notification", id.as_str())];
    let forged = preparer.post("/tyopoyta/ilmoitukset", &read).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
    let done = mayor.send_on(&page, "/tyopoyta/ilmoitukset", &read).await;
    assert_eq!(
        done.location(),
        "/tyopoyta/ilmoitukset?tehty=ilmoitukset-luettu"
    );
    mayor
        .get("/tyopoyta")
        .await
        .says(StatusCode::OK, "Ei uusia ilmoituksia");
    registrar
        .fill("/tyopoyta/ilmoitukset", &[("action", "all")])
        .await;
    registrar
        .get("/tyopoyta")
        .await
        .says(StatusCode::OK, "Ei uusia ilmoituksia");
}

#[tokio::test]
async fn what_waits_too_long_is_late() {
    let site = Site::new().await;
    let preparer = site.official(Role::Preparer).await;
    let mayor = site.official(Role::DecisionMaker).await;
    let registrar = site.official(Role::Registrar).await;
    let sheet = steps::up_to_draft(&preparer).await;
    steps::send(&preparer, &sheet).await;
    let desk = mayor.get("/tyopoyta").await;
    assert!(!desk.body.contains("Myöhässä"));
    site.clock.advance(Duration::days(8));
    let mayor = site.signed_in(Role::DecisionMaker).await;
    mayor
        .get("/tyopoyta")
        .await
        .says(StatusCode::OK, "Odottanut allekirjoitusta 18.8.2023 alkaen");
    let reason = [("reason", "Lisää perustelu.")];
    let page = mayor.get(&format!("{sheet}/allekirjoita")).await;
    mayor
        .send_on(&page, &format!("{sheet}/palauta"), &reason)
        .await;
    let preparer = site.signed_in(Role::Preparer).await;
    preparer
        .get("/tyopoyta")
        .await
        .says(StatusCode::OK, "Palautettu 26.8.2023");
    drop(registrar);
}
