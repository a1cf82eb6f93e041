//! When something public changed last, and who is told of it.

use domain::commitment::{CommitmentEntry, EntryFact};
use domain::legal_force::LegalForce;
use domain::stub::{Ended, Stub, StubKind};
use domain::view::decision_list::{DecisionFilter, ListedStage};
use store::{PublicThing, Store, Tx};
use time::macros::date;

use crate::on_both;
use crate::world::{
    self, CASE, NOW, PREPARER, PROJECT, add_published, at, granted, id, project, saved, slug,
};

on_both!(
    changes_stand_in_their_order_each_thing_once,
    a_filter_leaves_out_what_can_be_read_and_never_what_is_gone,
    projects_are_told_until_no_decision_funds_them,
    the_projects_of_everybody_come_in_parts,
    things_are_found_by_what_happened_to_them,
);

fn filter() -> DecisionFilter {
    DecisionFilter {
        page: 1,
        ..DecisionFilter::default()
    }
}

/// Sections of what changed after a number; those that are gone as 0.
async fn changed(tx: &mut Tx, filter: &DecisionFilter, after: i64) -> Vec<u32> {
    let rows = tx.changed_decisions(filter, NOW, after, 100).await.unwrap();
    let section = |row: &store::PublishedRow| row.section.number;
    rows.iter()
        .map(|one| one.row.as_ref().map_or(0, section))
        .collect()
}

/// Publishes `§ number` and keeps that it changed.
async fn add(tx: &mut Tx, number: u32) -> PublicThing {
    let lines = vec![granted(2023, 250_000)];
    let decision = add_published(tx, number, date!(2023 - 08 - 18), lines).await;
    let thing = PublicThing::Decision(decision.id);
    keep(tx, thing, 1).await;
    thing
}

async fn keep(tx: &mut Tx, thing: PublicThing, content: u8) {
    let seconds = i64::from(content);
    tx.keep_public_change(thing, at(seconds), &[content; 32])
        .await
        .unwrap();
}

async fn withdraw(tx: &mut Tx, thing: PublicThing) -> Stub {
    let PublicThing::Decision(decision) = thing else {
        unreachable!("a decision is withdrawn");
    };
    let stub = Stub {
        id: id(300),
        decision,
        kind: StubKind::Withdrawn,
        reason: "Siinä oli virhe.".to_owned(),
        hides_title: true,
        made_at: at(10),
        made_by: id(PREPARER),
        office: "Kirjaaja".to_owned(),
        ended: None,
    };
    tx.add_stub(&stub).await.unwrap();
    stub
}

async fn changes_stand_in_their_order_each_thing_once(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    assert_eq!(tx.last_public_change().await.unwrap(), 0);
    assert_eq!(tx.public_content_form().await.unwrap(), 0);
    tx.save_public_content_form(7).await.unwrap();
    assert_eq!(tx.public_content_form().await.unwrap(), 7);
    let one = add(&mut tx, 1).await;
    let before = tx.last_public_change().await.unwrap();
    add(&mut tx, 2).await;
    assert_eq!(changed(&mut tx, &filter(), 0).await, [1, 2]);
    assert_eq!(changed(&mut tx, &filter(), before).await, [2]);
    keep(&mut tx, one, 9).await;
    assert_eq!(changed(&mut tx, &filter(), 0).await, [2, 1]);
    assert_eq!(tx.public_content(one).await.unwrap(), Some([9; 32]));
    let last = tx.last_public_change().await.unwrap();
    tx.restate_public_content(one, &[8; 32]).await.unwrap();
    assert_eq!(tx.public_content(one).await.unwrap(), Some([8; 32]));
    assert_eq!(tx.last_public_change().await.unwrap(), last, "no change");
    // At the instant itself counts as since.
    let number = tx.public_change_before(at(9)).await.unwrap();
    assert_eq!(changed(&mut tx, &filter(), number).await, [1]);
    assert_eq!(tx.public_change_before(at(99)).await.unwrap(), last);
    let number = tx.public_change_before(at(-99)).await.unwrap();
    assert_eq!(changed(&mut tx, &filter(), number).await, [2, 1]);
    let published = tx.published_after(0, 10).await.unwrap();
    assert_eq!(published.len(), 2);
    assert_eq!(
        tx.published_after(published[0].1, 1).await.unwrap(),
        published[1..]
    );
}

async fn a_filter_leaves_out_what_can_be_read_and_never_what_is_gone(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let one = add(&mut tx, 1).await;
    add(&mut tx, 2).await;
    let stub = withdraw(&mut tx, one).await;
    let mut filters = vec![(filter(), vec![0, 2])];
    for (words, found) in [
        ("kaivoskumppani", vec![0, 2]),
        ("jotain ihan muuta", vec![0]),
        ("!?", vec![]),
        ("\" OR ( * ' :", vec![0]),
    ] {
        let words = words.to_owned();
        filters.push((DecisionFilter { words, ..filter() }, found));
    }
    let narrowed = |series: &str, year: u16| DecisionFilter {
        series: Some(slug(series)),
        year: Some(year),
        ..filter()
    };
    filters.extend([
        (narrowed("kaupunginjohtaja", 2023), vec![0, 2]),
        (narrowed("kaupunginjohtaja", 2022), vec![]),
        (narrowed("muu", 2023), vec![]),
    ]);
    let of = |name: &str| DecisionFilter {
        project: Some(slug(name)),
        ..filter()
    };
    filters.extend([(of("kaivoskumppani"), vec![0, 2]), (of("toinen"), vec![0])]);
    let stage = DecisionFilter {
        stage: Some(ListedStage::Final),
        from: Some(date!(2023 - 01 - 01)),
        until: Some(date!(2023 - 12 - 31)),
        funder: Some(id(99)),
        ..filter()
    };
    filters.push((stage, vec![0]));
    for (filter, found) in filters {
        assert_eq!(changed(&mut tx, &filter, 0).await, found, "{filter:?}");
    }
    let ended = Ended {
        at: at(20),
        reason: "Korjattu".to_owned(),
    };
    tx.end_stub(&stub, &ended).await.unwrap();
    assert_eq!(changed(&mut tx, &filter(), 0).await, [1, 2]);
}

async fn projects_are_told_until_no_decision_funds_them(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    assert_eq!(tx.projects_once_public().await.unwrap(), []);
    let decision = add(&mut tx, 1).await;
    assert_eq!(tx.projects_once_public().await.unwrap(), [id(PROJECT)]);
    keep(&mut tx, PublicThing::Project(id(PROJECT)), 5).await;
    let told = tx.changed_projects(0, 10).await.unwrap();
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].id, told[0].is_removed), (id(PROJECT), false));
    assert_eq!(told[0].changed_at, at(5));
    assert_eq!(tx.changed_projects(told[0].number, 10).await.unwrap(), []);
    withdraw(&mut tx, decision).await;
    let told = tx.changed_projects(0, 10).await.unwrap();
    assert!(told[0].is_removed);
    assert_eq!(tx.projects_once_public().await.unwrap(), [id(PROJECT)]);
}

async fn the_projects_of_everybody_come_in_parts(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let other = project(100, "toinen");
    tx.add_project(&other, &saved(0)).await.unwrap();
    let today = date!(2023 - 08 - 21);
    let none = tx.public_projects_chunk(today, None, 10).await.unwrap();
    assert_eq!(none, []);
    add(&mut tx, 1).await;
    let part = tx.public_projects_chunk(today, None, 10).await.unwrap();
    assert_eq!(part.len(), 1);
    let before = Some(part[0].added_number);
    let rest = tx.public_projects_chunk(today, before, 10).await.unwrap();
    assert_eq!(rest, []);
}

async fn things_are_found_by_what_happened_to_them(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let lines = vec![granted(2023, 250_000)];
    let decision = add_published(&mut tx, 1, date!(2023 - 08 - 18), lines).await;
    let (own, project) = (PublicThing::Decision(decision.id), id(PROJECT));
    let things = tx.things_of_case(id(CASE)).await.unwrap();
    assert_eq!(things, [own, PublicThing::Project(project)]);
    assert_eq!(
        tx.decisions_of_project(project).await.unwrap(),
        [decision.id]
    );
    let statement = LegalForce {
        id: id(400),
        decision: decision.id,
        from: date!(2023 - 09 - 09),
        registry_checked_on: date!(2023 - 09 - 11),
        court_checked_on: date!(2023 - 09 - 12),
        stated_at: at(60),
        stated_by: id(PREPARER),
        office: "Kirjaaja".to_owned(),
        reopened: None,
    };
    tx.add_legal_force(&statement).await.unwrap();
    let found = tx.decision_of_statement(statement.id).await.unwrap();
    assert_eq!(found, Some(decision.id));
    assert_eq!(tx.decision_of_statement(id(401)).await.unwrap(), None);
    let entry = released(&mut tx, decision.id).await;
    assert_eq!(tx.project_of_entry(entry).await.unwrap(), Some(project));
    assert_eq!(tx.project_of_entry(id(501)).await.unwrap(), None);
}

/// Releases a part of the first commitment of a decision.
async fn released(tx: &mut Tx, decision: domain::id::DecisionId) -> domain::id::CommitmentEntryId {
    let fact = EntryFact::Released {
        amount: domain::Money::from_cents(100),
        reason: "Ei tarvittu".to_owned(),
        on: date!(2023 - 09 - 01),
    };
    let of = domain::commitment::CommitmentKey { decision, line: 1 };
    let standing = tx.commitment(of).await.unwrap().unwrap();
    let course = domain::commitment::Course {
        commitment: standing.commitment,
        is_ended: false,
        facts: vec![fact.clone()],
    };
    let row = store::CommitmentEntryRow {
        line: 1,
        moves: course.moves(1).unwrap(),
        entry: CommitmentEntry {
            id: id(500),
            number: 1,
            fact,
            recorded_at: at(5),
            office: "Controller".to_owned(),
        },
    };
    tx.add_commitment_entry(decision, &row).await.unwrap();
    id(500)
}
