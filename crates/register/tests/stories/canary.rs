//! A marker in every personal and withheld place, looked for wherever it must not be.

use domain::Lang;
use domain::publicity::Personal;
use domain::role::Role;
use domain::view::decision_list::DecisionFilter;
use register::users::{self, UserDraft};
use register::views::{decision_list, desk, public};
use register::{Actor, calendars, decisions};

use crate::on_both;
use crate::world::{World, day, official, operator, registrar, signing, slug};

on_both!(no_personal_or_withheld_word_reaches_the_public_or_a_log);

const CANARY: &str = "KANARIALINTU";

async fn no_personal_or_withheld_word_reaches_the_public_or_a_log(world: &World) {
    let register = &world.register;
    let account = UserDraft {
        email: Personal::new(format!("{CANARY}@example.test")),
        name: Personal::new(format!("Nimi {CANARY}")),
        office: "Hallintojohtaja".to_owned(),
        role: "decision-maker".to_owned(),
        signs_in: "kaupunginjohtaja".to_owned(),
    };
    let signer = users::add(register, operator(), None, &account, "kaksitoista1").await;
    let signer = signer.expect("an account is added");
    let mut tx = world.database.store().read().await.expect("a snapshot");
    let signer = tx
        .account(signer)
        .await
        .expect("it is read")
        .expect("it is there");
    tx.rollback().await.expect("a snapshot ends");

    let case = world.case("KAJDno-2023-1").await;
    let project = world.project(case, "Hanke").await;
    let mut draft = world.draft("kaupunginjohtaja");
    draft.contact_person = format!("{CANARY}, puhelin 1");
    draft.distribution = format!("{CANARY}\nToinen {CANARY} <{CANARY}@kunta.example>");
    draft.unrecognised = CANARY.to_owned();
    draft.background = format!(
        "Esittelijä {{personal|{CANARY}}} ja {{secret JulkL 24.1 § 20 kohta|{CANARY}}} tekivät työn."
    );
    let preparer = official(Role::Preparer);
    let actor = Actor::Official(preparer);
    let id = decisions::draft(register, &actor, None, case, Some(project), &draft).await;
    let id = id.expect("a draft is begun");
    decisions::send(register, &actor, None, id, 1)
        .await
        .expect("it is sent");
    let signer = Actor::Official(signer);
    decisions::sign(register, &signer, None, id, 2, &signing("1"))
        .await
        .expect("it is signed");
    let on = "21.8.2023";
    decisions::publish(register, registrar(), None, id, 3, &day(on))
        .await
        .expect("it is published");

    let section = "kaupunginjohtaja/2023/1".parse().expect("an address");
    let number = "KAJDno-2023-1".parse().expect("a number");
    let page = public::decision(register, &section)
        .await
        .expect("it is public");
    assert!(
        format!("{page:?}").contains("tekivät työn"),
        "the rest of the text is there"
    );
    let all = DecisionFilter::default();
    let list = decision_list::decisions(register, &all).await;
    let calendar = calendars::of_decisions(register, &all, Lang::Fi, "http://a").await;
    let calendar = String::from_utf8(calendar.expect("a file")).expect("UTF-8");
    assert!(calendar.contains("BEGIN:VEVENT"));
    for (place, shown) in [
        ("the decision's page", format!("{page:?}")),
        (
            "the front page",
            format!("{:?}", public::front_page(register).await.expect("a page")),
        ),
        ("the list", format!("{:?}", list.expect("a list"))),
        ("the calendar", calendar.replace("\r\n ", "")),
        (
            "the projects",
            format!(
                "{:?}",
                decision_list::projects(register, "").await.expect("a list")
            ),
        ),
        (
            "the project's page",
            format!(
                "{:?}",
                public::project_page(register, &slug("hanke"))
                    .await
                    .expect("a page")
            ),
        ),
        (
            "the case's page",
            format!(
                "{:?}",
                public::case(register, &number).await.expect("a page")
            ),
        ),
        (
            "the frame",
            format!(
                "{:?}",
                public::frame(register, "http://a").await.expect("a frame")
            ),
        ),
        ("an actor in a log", format!("{signer:?}")),
        ("an account in a log", format!("{account:?}")),
    ] {
        assert!(!shown.contains(CANARY), "{place}: {shown}");
    }
    // An official sees who signed and whom to ask.
    let sheet = desk::decision_sheet(register, registrar(), id)
        .await
        .expect("a sheet");
    let sealed = sheet.decision.sealed().expect("it is signed").clone();
    let person = sealed.content.contact.person.reveal_to_official();
    assert!(person.contains(CANARY));
    let logged = format!("{:?} {:?}", sealed.signature, sealed.content.distribution);
    assert!(!logged.contains(CANARY), "{logged}");
}
