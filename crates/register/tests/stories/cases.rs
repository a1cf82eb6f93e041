//! What the register holds of a case, and what the public sees of it.

use domain::case::{CaseFilter, CasePartyDraft, CaseState, IncomingDraft, MeasureDraft, OwnDraft};
use domain::id::CaseId;
use domain::view::desk::CaseSheet;
use register::Refusal;
use register::cases::classes::{self, ClassDraft};
use register::cases::documents::{self, DocumentDraft};
use register::cases::moves::MoveDraft;
use register::cases::relations::{self, RelationDraft};
use register::cases::{self, CaseDraft, measures, parties};
use register::views::{desk, public};
use time::macros::date;

use crate::on_both;
use crate::world::{World, codes, key, preparer, registrar};

on_both!(
    a_case_is_opened_with_its_register_fields,
    documents_are_numbered_and_corrected_openly,
    who_has_to_do_with_a_case_is_corrected_and_removed,
    a_relation_is_seen_from_both_cases,
    the_public_page_of_a_case_tells_nothing_of_its_register,
    the_list_finds_a_case_by_its_words,
    a_stale_change_of_any_part_is_refused,
);

pub(crate) async fn sheet(world: &World, case: CaseId) -> CaseSheet {
    let key = domain::case::CaseKey::Id(case);
    let sheet = desk::case_sheet(&world.register, registrar(), &key).await;
    sheet.expect("a sheet")
}

pub(crate) async fn class(world: &World, code: &str) {
    let draft = ClassDraft {
        class_code: code.to_owned(),
        class_name: format!("Luokka {code}"),
    };
    let added = classes::add(&world.register, registrar(), None, &draft).await;
    added.expect("a class is added");
}

pub(crate) fn incoming(title: &str, sender: &str) -> IncomingDraft {
    IncomingDraft {
        document_title: title.to_owned(),
        phase: "initiation".to_owned(),
        arrived_on: "18.8.2023".to_owned(),
        arrival_way: "e_mail".to_owned(),
        sender: sender.to_owned(),
        ..IncomingDraft::default()
    }
}

pub(crate) fn moved(on: &str, reason: &str) -> MoveDraft {
    MoveDraft {
        moved_on: on.to_owned(),
        reason: reason.to_owned(),
    }
}

pub(crate) fn at(place: &'static str, code: &'static str) -> Vec<(&'static str, &'static str)> {
    vec![(place, code)]
}

async fn a_case_is_opened_with_its_register_fields(world: &World) {
    class(world, "02.05.01").await;
    let register = &world.register;
    let draft = CaseDraft {
        number: "KAJDno-2023-1".to_owned(),
        public_title: "Hankkeen rahoitus".to_owned(),
        internal_title: "Maijan hankkeen rahoitus".to_owned(),
        class: "02 05 01".to_owned(),
        pending_since: "18.8.2023".to_owned(),
    };
    let id = cases::open(register, registrar(), None, &draft).await;
    let sheet = sheet(world, id.expect("it is opened")).await;
    let of = &sheet.register;
    assert_eq!(of.facts.pending_since, Some(date!(2023 - 08 - 18)));
    assert_eq!(of.class_name.as_deref(), Some("Luokka 02.05.01"));
    assert_eq!(of.state, CaseState::Pending);
    assert_eq!(of.registered_at.date(), date!(2023 - 08 - 21));
    assert_eq!(of.decided, None);
    let step = &of.steps[0];
    assert_eq!(step.on, date!(2023 - 08 - 18));
    assert_eq!(step.office.as_deref(), Some("Virka registrar"));

    let wrong = CaseDraft {
        number: "KAJDno-2023-2".to_owned(),
        class: "09".to_owned(),
        pending_since: "22.8.2023".to_owned(),
        ..draft
    };
    let refused = cases::open(register, registrar(), None, &wrong).await;
    assert_eq!(
        codes(refused),
        [
            ("class", "unknown_choice"),
            ("pending_since", "day_in_future")
        ]
    );
}

async fn documents_are_numbered_and_corrected_openly(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let measure = MeasureDraft {
        phase: "preparation".to_owned(),
        measure_name: "Lausuntopyyntö".to_owned(),
        taken_on: "21.8.2023".to_owned(),
        office: "Kirjaamo".to_owned(),
    };
    measures::add(register, preparer(), None, case, &measure)
        .await
        .expect("it is recorded");
    let own = OwnDraft {
        document_title: "Lausuntopyyntö".to_owned(),
        measure: sheet(world, case).await.register.measures[0].id.to_string(),
        author: "Kirjaamo".to_owned(),
        made_on: "21.8.2023".to_owned(),
        sent_on: "21.8.2023".to_owned(),
        sent_way: "post".to_owned(),
        sent_to: "Kainuun liitto".to_owned(),
        ..OwnDraft::default()
    };
    let application = incoming("Hakemus", "Hakija");
    for draft in [
        DocumentDraft::Incoming(&application),
        DocumentDraft::Own(&own),
    ] {
        let added = documents::add(register, registrar(), None, case, draft).await;
        added.expect("it is registered");
    }
    // The same form twice is one document.
    for _ in 0..2 {
        let draft = DocumentDraft::Incoming(&application);
        let added = documents::add(register, registrar(), key(5), case, draft).await;
        added.expect("it is registered");
    }
    let lines = sheet(world, case).await.register.documents;
    let ordinals: Vec<u32> = lines.iter().map(|line| line.document.ordinal).collect();
    assert_eq!(ordinals, [1, 2, 3]);
    assert_eq!(lines[1].document.facts.phase.code(), "preparation");
    assert_eq!(lines[0].registered.date(), date!(2023 - 08 - 21));

    let first = lines[0].document.id;
    let corrected = incoming("Hakemus liitteineen", "Hakija");
    let draft = DocumentDraft::Incoming(&corrected);
    let ids = (case, first);
    documents::correct(register, registrar(), None, ids, 1, draft)
        .await
        .expect("it is corrected");
    let as_own = documents::correct(
        register,
        registrar(),
        None,
        ids,
        2,
        DocumentDraft::Own(&own),
    );
    assert!(
        matches!(as_own.await, Err(Refusal::NotFound)),
        "what came in did not go out"
    );
    let unsaid = documents::void(register, registrar(), None, ids, 2, " ").await;
    assert_eq!(codes(unsaid), at("reason", "missing"));
    documents::void(register, registrar(), None, ids, 2, "Toinen asia")
        .await
        .expect("it is voided");
    let lines = sheet(world, case).await.register.documents;
    assert_eq!(lines[0].document.void.as_deref(), Some("Toinen asia"));
    assert_eq!(lines.len(), 3, "the record and its number stay");
    let events = world.events(0).await;
    for event in [
        "case_measure_added",
        "case_document_added",
        "case_document_corrected",
        "case_document_voided",
    ] {
        assert!(events.contains(&event), "{event}");
    }
}

async fn who_has_to_do_with_a_case_is_corrected_and_removed(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let person = CasePartyDraft {
        party_role: "party".to_owned(),
        person: "Maija".to_owned(),
        ..CasePartyDraft::default()
    };
    let company = CasePartyDraft {
        party_role: "initiator".to_owned(),
        organisation: world.grantee.to_string(),
        ..CasePartyDraft::default()
    };
    for draft in [&person, &company] {
        let added = parties::add(register, registrar(), None, case, draft).await;
        added.expect("it is added");
    }
    let both = CasePartyDraft {
        person: "Maija".to_owned(),
        ..company.clone()
    };
    let refused = parties::add(register, registrar(), None, case, &both).await;
    assert_eq!(codes(refused), at("person", "organisation_or_person"));
    let nobody = CasePartyDraft {
        organisation: String::new(),
        ..company
    };
    let refused = parties::add(register, registrar(), None, case, &nobody).await;
    assert_eq!(codes(refused), at("organisation", "missing"));

    let lines = sheet(world, case).await.register.parties;
    let names: Vec<_> = lines
        .iter()
        .map(|line| line.name.reveal_to_official())
        .collect();
    assert_eq!(names, ["Kajaanin ammattikorkeakoulu Oy", "Maija"]);
    let ids = (case, lines[1].party.id);
    let corrected = CasePartyDraft {
        agent: "Asiamies".to_owned(),
        ..person
    };
    parties::correct(register, registrar(), None, ids, 1, &corrected)
        .await
        .expect("it is corrected");
    parties::remove(register, registrar(), None, ids, 2)
        .await
        .expect("it is removed");
    assert_eq!(sheet(world, case).await.register.parties.len(), 1);
}

async fn a_relation_is_seen_from_both_cases(world: &World) {
    let register = &world.register;
    let (one, other) = (
        world.case("KAJDno-2023-1").await,
        world.case("KAJDno-2020-84").await,
    );
    let draft = |number: &str, kind: &str| RelationDraft {
        other_number: number.to_owned(),
        relation: kind.to_owned(),
    };
    let relate = async |case, draft: RelationDraft| {
        relations::add(register, preparer(), None, case, &draft).await
    };
    relate(one, draft("kajdno 2020 84", "continues"))
        .await
        .expect("it is related");
    let (here, there) = (sheet(world, one).await, sheet(world, other).await);
    let kinds = [&here, &there].map(|sheet| sheet.register.relations[0].kind.code());
    assert_eq!(kinds, ["continues", "continued_by"]);
    let same = relate(other, draft("KAJDno-2023-1", "continued_by")).await;
    assert_eq!(codes(same), at("other_number", "related_already"));
    let itself = relate(one, draft("KAJDno-2023-1", "related")).await;
    assert_eq!(codes(itself), at("other_number", "same_case"));
    let unknown = relate(one, draft("KAJDno-1999-1", "related")).await;
    assert_eq!(codes(unknown), at("other_number", "unknown_case"));
    let id = there.register.relations[0].id;
    relations::remove(register, preparer(), None, other, id)
        .await
        .expect("it is removed from the other side");
    assert_eq!(sheet(world, one).await.register.relations, []);
}

async fn the_public_page_of_a_case_tells_nothing_of_its_register(world: &World) {
    const CANARY: &str = "KANARIALINTU";
    let register = &world.register;
    class(world, "02.05.01").await;
    let draft = CaseDraft {
        number: "KAJDno-2023-1".to_owned(),
        public_title: "Hankkeen rahoitus".to_owned(),
        internal_title: format!("Sisäinen {CANARY}"),
        class: "02.05.01".to_owned(),
        pending_since: "18.8.2023".to_owned(),
    };
    let case = cases::open(register, registrar(), None, &draft).await;
    let case = case.expect("it is opened");
    let document = IncomingDraft {
        agent: CANARY.to_owned(),
        ..incoming(&format!("Vaatimus {CANARY}"), CANARY)
    };
    let document = DocumentDraft::Incoming(&document);
    documents::add(register, registrar(), None, case, document)
        .await
        .expect("it is registered");
    let person = CasePartyDraft {
        party_role: "party".to_owned(),
        person: CANARY.to_owned(),
        agent: CANARY.to_owned(),
        ..CasePartyDraft::default()
    };
    parties::add(register, registrar(), None, case, &person)
        .await
        .expect("it is added");
    let measure = MeasureDraft {
        phase: "appeal".to_owned(),
        measure_name: CANARY.to_owned(),
        taken_on: "21.8.2023".to_owned(),
        office: "Kirjaamo".to_owned(),
    };
    measures::add(register, registrar(), None, case, &measure)
        .await
        .expect("it is recorded");
    world.published(case, "5", "21.8.2023").await;
    let number = "KAJDno-2023-1".parse().expect("a number");
    let page = public::case(register, &number).await.expect("a page");
    let shown = format!("{page:?}");
    assert!(shown.contains("Hankkeen rahoitus"));
    for hidden in [
        CANARY, "Vaatimus", "Luokka", "02.05.01", "Vireill", "Pending",
    ] {
        assert!(!shown.contains(hidden), "{hidden}: {shown}");
    }
    // An official's view is not printed into a log either.
    let sheet = sheet(world, case).await;
    assert!(!format!("{:?}", sheet.register).contains(CANARY));
}

async fn the_list_finds_a_case_by_its_words(world: &World) {
    let case = world.case("KAJDno-2023-1").await;
    world.case("KAJDno-2022-2").await;
    let filter = CaseFilter {
        words: "kajdno-2023".to_owned(),
        ..CaseFilter::default()
    };
    let list = desk::case_list(&world.register, registrar(), filter).await;
    let list = list.expect("a list");
    assert_eq!((list.total, list.pages), (1, 1));
    assert_eq!(list.lines[0].case.id, case);
    assert_eq!(list.years, [2023, 2022]);
}

async fn a_stale_change_of_any_part_is_refused(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let application = incoming("Hakemus", "Hakija");
    let draft = DocumentDraft::Incoming(&application);
    documents::add(register, registrar(), None, case, draft)
        .await
        .expect("it is registered");
    let id = sheet(world, case).await.register.documents[0].document.id;
    let ids = (case, id);
    let again = || documents::correct(register, registrar(), None, ids, 1, draft);
    again().await.expect("the first is saved");
    let stale = again().await;
    assert!(matches!(stale, Err(Refusal::Stale)), "{stale:?}");
}
