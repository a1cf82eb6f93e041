//! The register of cases: fields, documents, parties, relations and classes.

use domain::case::{
    Arrival, Case, CaseClass, CaseDocument, CaseFacts, CaseFilter, CaseMeasure, CaseNumbering,
    CaseParty, CaseRelation, CaseState, CaseStep, CaseWork, DocumentFacts, DocumentKind,
    DocumentWay, Making, PartyRole, PartyWho, Phase, RelationKind, Retention, RetentionBasis,
    RetentionRule, Sending,
};
use domain::id::CaseId;
use domain::publicity::Personal;
use domain::section::Numbering;
use domain::service::ServiceMeans;
use store::{Saved, Store, StoreError, Tx};
use time::macros::{date, time};

use crate::on_both;
use crate::world::{self, CASE, GRANTEE, PROJECT, add_published, at, id};

on_both!(
    the_register_fields_and_steps_are_read_as_they_were_saved,
    numbers_come_from_the_last_setting_that_has_begun,
    documents_measures_and_parties_are_read_as_they_were_saved,
    a_relation_is_read_from_both_sides_and_written_once,
    classes_and_rules_are_read_as_they_were_saved,
    the_list_is_narrowed_by_words_state_class_and_year,
);

pub(crate) fn personal(text: &str) -> Personal<String> {
    Personal::new(text.to_owned())
}

fn class(code: &str) -> CaseClass {
    CaseClass {
        code: code.parse().unwrap(),
        version: 1,
        name: format!("Luokka {code}"),
    }
}

fn facts() -> CaseFacts {
    CaseFacts {
        internal_title: personal("Matin hakemus, ÄÄNEKOSKI"),
        class: Some("02.05.01".parse().unwrap()),
        pending_since: Some(date!(2022 - 12 - 30)),
    }
}

pub(crate) fn step(state: CaseState, reason: &str) -> CaseStep {
    CaseStep {
        state,
        on: date!(2023 - 08 - 21),
        reason: reason.to_owned(),
        office: Some("Kirjaaja".to_owned()),
    }
}

/// The case of the world with its fields.
pub(crate) async fn with_facts(tx: &mut Tx) {
    tx.add_case_class(&class("02.05.01")).await.unwrap();
    let case = tx.case(id(CASE)).await.unwrap().unwrap();
    tx.save_case_facts(&case, &facts(), at(0)).await.unwrap();
}

async fn the_register_fields_and_steps_are_read_as_they_were_saved(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let case: CaseId = id(CASE);
    let bare = tx.case_record(case).await.unwrap().unwrap();
    assert_eq!(bare.facts, CaseFacts::default());
    assert_eq!((bare.state, bare.closed_on), (CaseState::Pending, None));
    with_facts(&mut tx).await;
    tx.add_case_step(case, &step(CaseState::Pending, ""), at(0))
        .await
        .unwrap();
    let closed_on = Some(date!(2023 - 08 - 21));
    let closing = step(CaseState::Closed, "Raukesi");
    tx.move_case(case, &closing, closed_on, at(1))
        .await
        .unwrap();
    let record = tx.case_record(case).await.unwrap().unwrap();
    assert_eq!(record.facts, facts());
    assert_eq!(
        (record.state, record.closed_on),
        (CaseState::Closed, closed_on)
    );
    assert_eq!(record.registered_at, at(0));
    assert_eq!(record.case.version, bare.case.version + 1);
    let steps = tx.case_steps(case).await.unwrap();
    assert_eq!(steps, [step(CaseState::Pending, ""), closing]);
    assert_eq!(tx.case_record(id(999)).await.unwrap(), None);

    world::add_draft(&mut tx, 300, "Luonnos").await;
    add_published(&mut tx, 5, date!(2023 - 08 - 18), vec![]).await;
    let work = tx.case_work(case).await.unwrap();
    let expected = CaseWork {
        decided: 1,
        undecided: 1,
        open_filings: 0,
    };
    assert_eq!(work, expected);
    assert_eq!(tx.projects_of_case(case).await.unwrap(), [id(PROJECT)]);
    assert_eq!(tx.decisions_of_case(case).await.unwrap().len(), 2);
}

async fn numbers_come_from_the_last_setting_that_has_begun(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let setting = |first_day, numbering| CaseNumbering {
        first_day,
        numbering,
    };
    let here = setting(date!(2024 - 01 - 01), Numbering::IssuedHere);
    let back = setting(date!(2025 - 01 - 01), Numbering::External);
    for one in [here, back, here] {
        tx.set_case_numbering(one).await.unwrap();
    }
    assert_eq!(tx.case_numberings().await.unwrap(), [back, here]);
    assert_eq!(
        tx.last_case_serial("KAJDno", 2023).await.unwrap(),
        Some(912)
    );
    assert_eq!(
        tx.last_case_serial("kajdno", 2023).await.unwrap(),
        Some(912)
    );
    assert_eq!(tx.last_case_serial("SOTDno", 2023).await.unwrap(), None);
    assert_eq!(tx.last_case_serial("KAJDno", 2024).await.unwrap(), None);
}

pub(crate) fn measure() -> CaseMeasure {
    CaseMeasure {
        id: id(400),
        version: 1,
        case: id(CASE),
        phase: Phase::Preparation,
        name: personal("Lausuntopyyntö"),
        on: date!(2023 - 08 - 01),
        office: "Kirjaamo".to_owned(),
    }
}

pub(crate) fn document(number: u128, ordinal: u32, kind: DocumentKind) -> CaseDocument {
    CaseDocument {
        id: id(number),
        version: 1,
        case: id(CASE),
        ordinal,
        facts: DocumentFacts {
            title: personal("Hakemus"),
            phase: Phase::Preparation,
            measure: Some(id(400)),
            kind,
        },
        registered_at: at(5),
        void: None,
    }
}

pub(crate) fn arrival() -> DocumentKind {
    DocumentKind::Incoming(Arrival {
        on: date!(2023 - 08 - 01),
        at: Some(time!(14:59:59)),
        way: DocumentWay::EMail,
        sender: personal("Maija"),
        agent: personal("Asiamies"),
    })
}

fn making(sent: bool) -> DocumentKind {
    DocumentKind::Own(Making {
        author: "Kirjaamo".to_owned(),
        on: date!(2023 - 08 - 02),
        sent: sent.then(|| Sending {
            on: date!(2023 - 08 - 03),
            at: None,
            way: DocumentWay::Post,
            to: personal("Maija"),
            service: Some(ServiceMeans::Letter),
        }),
    })
}

pub(crate) fn party(number: u128, role: PartyRole, who: PartyWho) -> CaseParty {
    CaseParty {
        id: id(number),
        version: 1,
        case: id(CASE),
        role,
        who,
        agent: personal(""),
    }
}

async fn documents_measures_and_parties_are_read_as_they_were_saved(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let case: CaseId = id(CASE);
    let mut measure = measure();
    tx.add_case_measure(&measure, at(1)).await.unwrap();
    let mut all = Vec::new();
    for (ordinal, kind) in [(1, arrival()), (2, making(true)), (3, making(false))] {
        assert_eq!(tx.next_document_ordinal(case).await.unwrap(), ordinal);
        let document = document(500 + u128::from(ordinal), ordinal, kind);
        tx.add_case_document(&document, at(6)).await.unwrap();
        all.push(document);
    }
    assert_eq!(tx.case_documents(case).await.unwrap(), all);
    let changed = CaseDocument {
        void: Some("Toinen asia".to_owned()),
        facts: DocumentFacts {
            measure: None,
            kind: making(true),
            ..all[2].facts.clone()
        },
        ..all[2].clone()
    };
    let saved = tx.save_case_document(&changed, at(7)).await.unwrap();
    assert_eq!(saved, Saved::Saved { version: 2 });
    assert_eq!(
        tx.save_case_document(&changed, at(8)).await.unwrap(),
        Saved::Stale
    );
    measure.phase = Phase::Service;
    let saved = tx.save_case_measure(&measure, at(9)).await.unwrap();
    assert_eq!(saved, Saved::Saved { version: 2 });
    let loaded = tx.case_documents(case).await.unwrap();
    // The documents of a measure follow it; the third no longer belongs to it.
    let phases = loaded.iter().map(|one| one.facts.phase);
    let followed = [Phase::Service, Phase::Service, Phase::Preparation];
    assert_eq!(phases.collect::<Vec<_>>(), followed);
    assert_eq!(loaded[2].void, changed.void);
    let measures = tx.case_measures(case).await.unwrap();
    assert_eq!((measures.len(), measures[0].phase), (1, Phase::Service));

    let person = party(601, PartyRole::Party, PartyWho::Person(personal("Maija")));
    let company = PartyWho::Organisation(id(GRANTEE));
    let mut company = party(602, PartyRole::Initiator, company);
    for one in [&person, &company] {
        tx.add_case_party(one, at(1)).await.unwrap();
    }
    let both = tx.case_parties(case).await.unwrap();
    assert_eq!(both, [company.clone(), person.clone()]);
    company.who = PartyWho::Person(personal("Toinen"));
    let saved = tx.save_case_party(&company, at(2)).await.unwrap();
    assert_eq!(saved, Saved::Saved { version: 2 });
    let stale = tx.remove_case_party(company.id, 1).await.unwrap();
    assert_eq!(stale, Saved::Stale);
    let removed = tx.remove_case_party(company.id, 2).await.unwrap();
    assert_eq!(removed, Saved::Saved { version: 3 });
    assert_eq!(tx.case_parties(case).await.unwrap(), [person]);
}

async fn a_relation_is_read_from_both_sides_and_written_once(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let other = world::case(100, "KAJDno-2020-84");
    tx.add_case(&other, at(1)).await.unwrap();
    let relation = CaseRelation {
        id: id(700),
        case: id(CASE),
        kind: RelationKind::ContinuedBy,
        other: other.id,
    };
    tx.add_case_relation(relation).await.unwrap();
    let here = tx.case_relations(id(CASE)).await.unwrap();
    assert_eq!(here, [(relation, other.clone())]);
    let there = tx.case_relations(other.id).await.unwrap();
    assert_eq!(there[0].0, relation.from_other());
    assert!(tx.remove_case_relation(relation.id).await.unwrap());
    assert!(!tx.remove_case_relation(relation.id).await.unwrap());
    tx.add_case_relation(relation).await.unwrap();
    let same = CaseRelation {
        id: id(701),
        ..relation.from_other()
    };
    let refused = tx.add_case_relation(same).await;
    assert!(
        matches!(
            refused,
            Err(StoreError::Unique {
                what: "case_relation"
            })
        ),
        "{refused:?}"
    );
}

async fn classes_and_rules_are_read_as_they_were_saved(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    with_facts(&mut tx).await;
    let own = CaseClass {
        name: "Uusi nimi".to_owned(),
        ..class("02.05.01")
    };
    let saved = tx.save_case_class(&own).await.unwrap();
    assert_eq!(saved, Saved::Saved { version: 2 });
    assert_eq!(tx.save_case_class(&own).await.unwrap(), Saved::Stale);
    let classes = tx.case_classes().await.unwrap();
    assert_eq!((classes.len(), &*classes[0].name), (1, "Uusi nimi"));
    assert_eq!(tx.cases_of_class(&own.code).await.unwrap(), 1);
    let mut rule = RetentionRule {
        id: id(800),
        version: 1,
        class: own.code.clone(),
        retention: Retention::Years(10),
        basis: RetentionBasis::ArchiveOrder,
        ground: "Määräys".to_owned(),
        from: date!(2020 - 01 - 01),
        until: None,
    };
    tx.add_retention_rule(&rule).await.unwrap();
    assert_eq!(tx.retention_rules().await.unwrap(), [rule.clone()]);
    rule.retention = Retention::Permanent;
    rule.until = Some(date!(2024 - 12 - 31));
    let saved = tx.save_retention_rule(&rule).await.unwrap();
    assert_eq!(saved, Saved::Saved { version: 2 });
    rule.version = 2;
    assert_eq!(tx.retention_rules().await.unwrap(), [rule]);
    let taken = tx.add_case_class(&own).await;
    assert!(
        matches!(taken, Err(StoreError::Unique { what: "case_class" })),
        "{taken:?}"
    );
}

async fn the_list_is_narrowed_by_words_state_class_and_year(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    with_facts(&mut tx).await;
    let unnumbered = Case {
        number: None,
        public_title: "Sadan % asia_".to_owned(),
        ..world::case(101, "KAJDno-2020-1")
    };
    tx.add_case(&unnumbered, at(2)).await.unwrap();
    let second = world::case(102, "KAJDno-2024-7");
    tx.add_case(&second, at(3)).await.unwrap();
    let closing = step(CaseState::Closed, "");
    let closed_on = Some(date!(2023 - 08 - 21));
    tx.move_case(id(CASE), &closing, closed_on, at(4))
        .await
        .unwrap();
    let words = |words: &str| CaseFilter {
        words: words.to_owned(),
        ..CaseFilter::default()
    };
    let by_state = CaseFilter {
        state: Some(CaseState::Closed),
        ..CaseFilter::default()
    };
    let by_class = CaseFilter {
        class: facts().class,
        ..CaseFilter::default()
    };
    let by_year = |year| CaseFilter {
        year: Some(year),
        ..CaseFilter::default()
    };
    let (first, third) = (id::<CaseId>(CASE), second.id);
    for (filter, expected) in [
        (words(""), vec![third, first, unnumbered.id]),
        (words("äänekoski 912"), vec![first]),
        (words("kajdno-2024"), vec![third]),
        (words("100 %"), vec![]),
        (words("sadan % ASIA_"), vec![unnumbered.id]),
        (words("_912"), vec![]),
        (by_state, vec![first]),
        (by_class, vec![first]),
        (by_year(2024), vec![third]),
        // Without a number the year is that of its registration; with one, that of the number.
        (by_year(2023), vec![first, unnumbered.id]),
    ] {
        let (rows, total) = tx.case_list(&filter, 10).await.unwrap();
        let found: Vec<CaseId> = rows.iter().map(|row| row.case.id).collect();
        assert_eq!(found, expected, "{filter:?}");
        assert_eq!(total, expected.len() as u64);
    }
    let second_page = CaseFilter {
        page: 2,
        ..CaseFilter::default()
    };
    let (rows, total) = tx.case_list(&second_page, 2).await.unwrap();
    assert_eq!((rows.len(), total), (1, 3));
    assert_eq!(tx.case_years().await.unwrap(), [2024, 2023]);
    let closed = tx.closed_cases(date!(2023 - 08 - 22), 10, 0).await.unwrap();
    assert_eq!(closed.len(), 1);
    let before = tx.closed_cases(date!(2023 - 08 - 21), 10, 0).await.unwrap();
    assert_eq!(before, []);
}
