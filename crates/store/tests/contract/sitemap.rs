//! What search engines are led to.

use domain::stub::{Stub, StubKind};
use store::{IndexedRow, Store};
use time::macros::date;

use crate::on_both;
use crate::world::{self, PREPARER, add_published, at, id, section};

on_both!(
    a_case_and_a_project_stand_with_the_first_public_decision_about_them,
    a_part_is_cut_by_publication_numbers,
);

fn numbers(rows: &[IndexedRow]) -> Vec<u32> {
    rows.iter().map(|row| row.section.number).collect()
}

async fn a_case_and_a_project_stand_with_the_first_public_decision_about_them(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let first = add_published(&mut tx, 1, date!(2023 - 08 - 18), vec![]).await;
    let second = add_published(&mut tx, 2, date!(2023 - 08 - 18), vec![]).await;
    let rows = tx.indexed_decisions(0, 10).await.unwrap();
    let row = |of: &domain::decision::Decision, number, is_first: bool| IndexedRow {
        id: of.id,
        section: section(number),
        changed_at: at(2),
        period: of.publication().unwrap().member_period,
        case_number: is_first.then(|| "KAJDno-2023-912".to_owned()),
        project: is_first.then(|| "kaivoskumppani".to_owned()),
    };
    assert_eq!(rows, [row(&first, 1, true), row(&second, 2, false)]);
    let stub = Stub {
        id: id(300),
        decision: first.id,
        kind: StubKind::Withdrawn,
        reason: "Erehdys".to_owned(),
        hides_title: true,
        made_at: at(10),
        made_by: id(PREPARER),
        office: "Kirjaaja".to_owned(),
        ended: None,
    };
    tx.add_stub(&stub).await.unwrap();
    let rows = tx.indexed_decisions(0, 10).await.unwrap();
    assert_eq!(rows, [row(&second, 2, true)]);
}

async fn a_part_is_cut_by_publication_numbers(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    assert_eq!(tx.last_publication_number().await.unwrap(), 0);
    for number in [3, 1, 2] {
        add_published(&mut tx, number, date!(2023 - 08 - 18), vec![]).await;
    }
    assert_eq!(tx.last_publication_number().await.unwrap(), 3);
    for (after, last, expected) in [(0, 2, vec![3, 1]), (2, 4, vec![2]), (3, 6, vec![])] {
        let rows = tx.indexed_decisions(after, last).await.unwrap();
        assert_eq!(numbers(&rows), expected, "{after} to {last}");
    }
}
