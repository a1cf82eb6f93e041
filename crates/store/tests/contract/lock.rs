//! Transactions: writes are serial, reads see one state, and nothing is half written.

use std::time::Duration;

use store::testing::Database;
use store::{Saved, Store, StoreError};
use tokio::time::timeout;

use crate::on_both;
use crate::world::{self, CASE, at, case, id};

on_both!(
    a_writer_waits_for_the_one_before,
    a_reader_sees_one_state_and_waits_for_nobody,
    a_reader_cannot_write,
    what_is_not_committed_is_taken_back,
    one_of_sixteen_gets_the_case_number,
    one_of_sixteen_saves_the_version,
    sixteen_writers_get_sixteen_publication_numbers,
    a_closed_store_says_so,
);

const A_WHILE: Duration = Duration::from_millis(300);

async fn a_writer_waits_for_the_one_before(store: &Store) {
    let mut first = store.write().await.unwrap();
    first
        .add_case(&case(100, "KAJDno-2023-1"), at(0))
        .await
        .unwrap();
    let waiting = store.clone();
    let mut second = tokio::spawn(async move {
        let mut tx = waiting.write().await.unwrap();
        tx.case(id(100)).await.unwrap()
    });
    assert!(
        timeout(A_WHILE, &mut second).await.is_err(),
        "the lock was given twice"
    );
    first.commit().await.unwrap();
    let seen = second.await.unwrap();
    assert!(
        seen.is_some(),
        "the second writer sees what the first wrote"
    );
}

async fn a_reader_sees_one_state_and_waits_for_nobody(store: &Store) {
    world::settle(store).await;
    let mut reader = store.read().await.unwrap();
    assert_eq!(reader.cases(10).await.unwrap().len(), 1);
    let mut writer = store.write().await.unwrap();
    writer
        .add_case(&case(100, "KAJDno-2023-1"), at(0))
        .await
        .unwrap();
    let during = store.read();
    let mut during = timeout(A_WHILE, during).await.unwrap().unwrap();
    assert_eq!(
        during.cases(10).await.unwrap().len(),
        1,
        "not yet committed"
    );
    writer.commit().await.unwrap();
    assert_eq!(
        reader.cases(10).await.unwrap().len(),
        1,
        "still the state it began with"
    );
    let mut after = store.read().await.unwrap();
    assert_eq!(after.cases(10).await.unwrap().len(), 2);
}

async fn a_reader_cannot_write(store: &Store) {
    let mut reader = store.read().await.unwrap();
    let refused = reader.add_case(&case(100, "KAJDno-2023-1"), at(0)).await;
    assert!(matches!(refused, Err(StoreError::ReadOnly)), "{refused:?}");
}

async fn what_is_not_committed_is_taken_back(store: &Store) {
    let mut dropped = store.write().await.unwrap();
    dropped
        .add_case(&case(100, "KAJDno-2023-1"), at(0))
        .await
        .unwrap();
    drop(dropped);
    let mut rolled_back = store.write().await.unwrap();
    rolled_back
        .add_case(&case(100, "KAJDno-2023-1"), at(0))
        .await
        .unwrap();
    rolled_back.rollback().await.unwrap();
    let mut tx = store.read().await.unwrap();
    assert_eq!(tx.cases(10).await.unwrap(), []);
    assert_eq!(store.data_version().await.unwrap(), 0);
    assert_eq!(store.last_event().await.unwrap(), 0);
}

async fn one_of_sixteen_gets_the_case_number(store: &Store) {
    let mut tasks = tokio::task::JoinSet::new();
    for number in 100..116 {
        let store = store.clone();
        tasks.spawn(async move {
            let mut tx = store.write().await.unwrap();
            tx.add_case(&case(number, "KAJDno-2023-1"), at(0)).await?;
            tx.commit().await
        });
    }
    let outcomes = tasks.join_all().await;
    let created = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    let refused = outcomes.iter().filter(|outcome| {
        matches!(
            outcome,
            Err(StoreError::Unique {
                what: "case_number"
            })
        )
    });
    assert_eq!((created, refused.count()), (1, 15));
}

async fn one_of_sixteen_saves_the_version(store: &Store) {
    world::settle(store).await;
    let mut tasks = tokio::task::JoinSet::new();
    for number in 0..16 {
        let store = store.clone();
        tasks.spawn(async move {
            let mut reader = store.read().await.unwrap();
            let mut case = reader.case(id(CASE)).await.unwrap().unwrap();
            drop(reader);
            case.version = 1;
            case.public_title = format!("Otsikko {number}");
            let mut tx = store.write().await.unwrap();
            let saved = tx.save_case(&case, at(number)).await.unwrap();
            tx.commit().await.unwrap();
            saved
        });
    }
    let outcomes = tasks.join_all().await;
    let saved = outcomes.iter().filter(|saved| **saved != Saved::Stale);
    assert_eq!(saved.count(), 1);
}

async fn sixteen_writers_get_sixteen_publication_numbers(store: &Store) {
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..16 {
        let store = store.clone();
        tasks.spawn(async move {
            let mut tx = store.write().await.unwrap();
            let number = tx.next_publication_number().await.unwrap();
            tx.commit().await.unwrap();
            number
        });
    }
    let mut numbers = tasks.join_all().await;
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=16).collect::<Vec<i64>>());
}

async fn a_closed_store_says_so(store: &Store) {
    store.close().await;
    assert!(matches!(store.read().await, Err(StoreError::Driver(_))));
}

/// A command beside the server: another process with connections of its own.
#[tokio::test]
async fn a_writer_of_another_process_waits_too() {
    for database in [Database::sqlite().await, Database::postgres().await] {
        let mut first = database.store().write().await.unwrap();
        assert_eq!(first.cases(10).await.unwrap(), [], "nothing is written yet");
        let other = Store::connect(database.url()).await.unwrap();
        let mut second = tokio::spawn(async move {
            let mut tx = other.write().await.unwrap();
            tx.cases(10).await.unwrap().len()
        });
        let waited = timeout(A_WHILE, &mut second).await.is_err();
        assert!(waited, "{:?} gave the lock twice", database.store());
        let case = case(100, "KAJDno-2023-1");
        first.add_case(&case, at(0)).await.unwrap();
        first.commit().await.unwrap();
        assert_eq!(second.await.unwrap(), 1);
    }
}
