//! The signed decision as a document, each time with a code of its own.

use domain::id::{DecisionDocumentId, DecisionId};
use domain::role::Role;
use domain::view::audit::LogQuery;
use domain::view::public::HandedOut;
use register::decisions::{PublishDraft, RecordDraft};
use register::views::audit::{self, Place};
use register::views::{given, public};
use register::{Actor, Refusal, decision_documents, decisions, documents, verify};

use crate::on_both;
use crate::publicity::{PERSONAL, SECRET, signed, words};
use crate::world::{URL, World, actor, day, key, preparer, registrar};

on_both!(
    each_document_has_a_code_and_stays_as_it_was_made,
    secret_parts_are_for_who_may_see_them_and_asks,
    of_a_wholly_secret_decision_nobody_else_gets_a_document,
    only_what_is_frozen_makes_a_document_and_a_form_sent_twice_makes_one,
);

async fn make(
    world: &World,
    who: &Actor,
    id: DecisionId,
    secrets: bool,
) -> Result<DecisionDocumentId, Refusal> {
    decision_documents::make(&world.register, who, None, id, secrets, URL).await
}

async fn print(world: &World, who: &Actor, made: DecisionDocumentId) -> Result<Vec<u8>, Refusal> {
    documents::signed_decision(&world.register, who, made).await
}

async fn each_document_has_a_code_and_stays_as_it_was_made(world: &World) {
    let register = &world.register;
    let id = signed(world, "rectification").await;
    let first = make(world, preparer(), id, false)
        .await
        .expect("a document");
    let bytes = print(world, preparer(), first).await.expect("it is made");
    let said = words(&bytes);
    // The whole of it: who signed, the parties, and what is personal; not what is secret.
    for there in [
        "Päätösasiakirja",
        "Asianosaiset",
        "Allekirjoittanut",
        "Virka decision-maker",
        "Asiakirja annettu",
        &format!("{PERSONAL}contact"),
        "/tarkista/",
        "jätetty pois salassa",
    ] {
        assert!(said.contains(there), "{there} in {said}");
    }
    assert!(!said.contains(SECRET), "{said}");

    let on = day("21.8.2023");
    let published = decisions::publish(register, registrar(), None, id, 3, &on).await;
    published.expect("it is published");
    let again = print(world, actor(Role::Finance), first).await;
    assert_eq!(again.expect("it is made"), bytes, "it stays as it was made");

    let second = make(world, actor(Role::Auditor), id, false).await;
    let second = second.expect("a document");
    let lines = given::documents(register, preparer(), id).await;
    let lines = lines.expect("a list");
    let made: Vec<_> = lines.iter().map(|line| line.id).collect();
    assert_eq!(made, [second, first], "the newest first");
    assert_ne!(lines[0].code, lines[1].code, "each has a code of its own");
    assert_eq!(lines[1].office, "Virka preparer");
    for line in &lines {
        let confirmed = public::confirmed(register, &line.code).await;
        let confirmed = confirmed.expect("the code is known");
        assert_eq!(confirmed.version, HandedOut::DecisionDocument);
        assert_eq!(confirmed.section, (1, 2023));
    }
    let events = world.events(0).await;
    let last = &events[events.len() - 3..];
    let made = "decision_document_made";
    assert_eq!(last, [made, "decision_published", made]);
    let report = verify::verify(register).await.expect("it is read");
    assert_eq!(report.breaks, []);
    // The log leads to the decision.
    let auditor = actor(Role::Auditor);
    let log = audit::log(register, auditor, &LogQuery::default(), Place::Last).await;
    let line = log.expect("a log").lines.remove(0);
    assert_eq!(line.event.code(), made);
    assert!(line.subject.page.is_some());
}

async fn secret_parts_are_for_who_may_see_them_and_asks(world: &World) {
    let id = signed(world, "rectification").await;
    let refused = make(world, actor(Role::Finance), id, true).await;
    assert!(matches!(refused, Err(Refusal::Forbidden)), "{refused:?}");
    let made = make(world, registrar(), id, true)
        .await
        .expect("a document");
    let said = words(&print(world, registrar(), made).await.expect("it is made"));
    for there in [SECRET, "SALASSA PIDETTÄVÄ OSITTAIN: JulkL 24.1 § 20 kohta"] {
        assert!(said.contains(there), "{there} in {said}");
    }
    assert!(!said.contains("Saajan oikeus"), "{said}");
    let refused = print(world, actor(Role::Finance), made).await;
    assert!(matches!(refused, Err(Refusal::Forbidden)), "{refused:?}");
    let lines = given::documents(&world.register, preparer(), id).await;
    assert!(lines.expect("a list")[0].has_secrets);
    let last = world.events(0).await.pop();
    assert_eq!(last, Some("secret_decision_document_made"));
}

async fn of_a_wholly_secret_decision_nobody_else_gets_a_document(world: &World) {
    let register = &world.register;
    let id = signed(world, "rectification").await;
    let before = make(world, actor(Role::Finance), id, false).await;
    let before = before.expect("a document");
    let wholly = PublishDraft {
        secret_ground: "JulkL 24.1 § 17 kohta".to_owned(),
        ..day("21.8.2023")
    };
    let published = decisions::publish(register, registrar(), None, id, 3, &wholly).await;
    published.expect("it is published as a mention");
    let refused = make(world, actor(Role::Finance), id, false).await;
    assert!(matches!(refused, Err(Refusal::Forbidden)), "{refused:?}");
    let refused = print(world, actor(Role::Finance), before).await;
    assert!(matches!(refused, Err(Refusal::Forbidden)), "{refused:?}");
    let made = make(world, registrar(), id, false)
        .await
        .expect("a document");
    let said = words(&print(world, registrar(), made).await.expect("it is made"));
    let marking = "SALASSA PIDETTÄVÄ: JulkL 24.1 § 17 kohta";
    assert!(said.contains(marking) && said.contains(SECRET), "{said}");
}

async fn only_what_is_frozen_makes_a_document_and_a_form_sent_twice_makes_one(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-2").await;
    let draft = world.draft("kaupunginjohtaja");
    let draft = decisions::draft(register, preparer(), None, case, None, &draft).await;
    let draft = draft.expect("a draft is begun");
    let refused = make(world, preparer(), draft, false).await;
    assert!(
        matches!(refused, Err(Refusal::NotInThisState(_))),
        "{refused:?}"
    );
    // Of a decision made elsewhere the document says where that is known from.
    let record = RecordDraft {
        section: "9/2023".to_owned(),
        source: "Kokouspöytäkirja".to_owned(),
        ..RecordDraft::default()
    };
    let recorded = decisions::record_elsewhere(register, registrar(), None, draft, 1, &record);
    recorded.await.expect("it is recorded");
    let made = make(world, preparer(), draft, false).await;
    let made = made.expect("a document");
    let said = words(&print(world, preparer(), made).await.expect("it is made"));
    assert!(said.contains("Kokouspöytäkirja"), "{said}");
    assert!(!said.contains("Allekirjoit"), "{said}");

    let id = signed(world, "rectification").await;
    let form = key(7);
    let mut made = Vec::new();
    for _ in 0..2 {
        let who = preparer();
        let document = decision_documents::make(register, who, form, id, false, URL).await;
        made.push(document.expect("a document"));
    }
    assert_eq!(made[0], made[1]);
    let lines = given::documents(register, preparer(), id).await;
    assert_eq!(lines.expect("a list").len(), 1);
}
