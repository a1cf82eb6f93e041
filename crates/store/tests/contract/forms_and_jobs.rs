//! Forms that are sent twice, and work that is done later.

use domain::id::JobId;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use store::testing::Database;
use store::{FormResult, Job, NewJob, Store, StoreError};
use time::{Duration, OffsetDateTime};

use crate::on_both;
use crate::world::{self, DECISION_MAKER, PREPARER, at, id};

on_both!(
    a_form_has_one_result_for_each_user,
    old_results_are_forgotten,
    a_job_is_added_once_and_waits_until_it_is_due,
    a_job_that_is_done_is_done,
);

fn result(user: u128, seconds: i64) -> FormResult {
    FormResult {
        key: id(500),
        user: id(user),
        use_case: "open_case".to_owned(),
        subject: id(user),
        at: at(seconds),
    }
}

async fn a_form_has_one_result_for_each_user(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let (first, second) = (result(PREPARER, 0), result(DECISION_MAKER, 0));
    assert_eq!(tx.form_result(id(PREPARER), id(500)).await.unwrap(), None);
    tx.add_form_result(&first).await.unwrap();
    tx.add_form_result(&second).await.unwrap();
    let found = tx.form_result(id(PREPARER), id(500)).await.unwrap();
    assert_eq!(found.as_ref(), Some(&first));
    assert_eq!(tx.form_result(id(PREPARER), id(501)).await.unwrap(), None);
    let again = tx.add_form_result(&first).await;
    assert!(matches!(again, Err(StoreError::Unique { what: "form" })));
}

async fn old_results_are_forgotten(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    tx.add_form_result(&result(PREPARER, 0)).await.unwrap();
    tx.add_form_result(&result(DECISION_MAKER, 10))
        .await
        .unwrap();
    assert_eq!(tx.forget_form_results(at(10)).await.unwrap(), 1);
    let kept = tx.form_result(id(DECISION_MAKER), id(500)).await.unwrap();
    assert!(kept.is_some());
}

fn job(number: u128, key: &str, due_at: OffsetDateTime) -> NewJob<'_> {
    NewJob {
        id: id(number),
        kind: "clean_up",
        key,
        due_at,
        payload: "{}",
    }
}

async fn a_job_is_added_once_and_waits_until_it_is_due(store: &Store) {
    let mut tx = store.write().await.unwrap();
    assert!(tx.add_job(&job(1, "eka", at(10))).await.unwrap());
    assert!(!tx.add_job(&job(2, "eka", at(20))).await.unwrap());
    assert!(tx.add_job(&job(3, "toka", at(5))).await.unwrap());
    assert_eq!(tx.due_jobs(at(4), 10).await.unwrap(), []);
    let due: Vec<JobId> = ids(tx.due_jobs(at(10), 10).await.unwrap());
    assert_eq!(due, [id(3), id(1)], "the longest due first");
    assert_eq!(tx.due_jobs(at(10), 1).await.unwrap().len(), 1);
}

fn ids(jobs: Vec<Job>) -> Vec<JobId> {
    jobs.into_iter().map(|job| job.id).collect()
}

async fn a_job_that_is_done_is_done(store: &Store) {
    let mut tx = store.write().await.unwrap();
    tx.add_job(&job(1, "eka", at(10))).await.unwrap();
    tx.retry_job(id(1), at(60)).await.unwrap();
    assert_eq!(tx.due_jobs(at(59), 10).await.unwrap(), []);
    let tried = Job {
        id: id(1),
        kind: "clean_up".to_owned(),
        due_at: at(60),
        attempts: 1,
        payload: "{}".to_owned(),
    };
    assert_eq!(tx.due_jobs(at(60), 10).await.unwrap(), [tried]);
    tx.finish_job(id(1), r#"{"n":1}"#, at(61)).await.unwrap();
    assert_eq!(tx.due_jobs(at(99), 10).await.unwrap(), []);
    let again = tx.finish_job(id(1), "{}", at(62)).await;
    assert!(matches!(
        again,
        Err(StoreError::RowsAffected { actual: 0, .. })
    ));
    let retried = tx.retry_job(id(1), at(62)).await;
    assert!(matches!(
        retried,
        Err(StoreError::RowsAffected { actual: 0, .. })
    ));
}

/// Instants are text on SQLite: their order must still be the order of time.
#[test]
fn due_jobs_are_those_of_the_past_in_order_on_both_databases() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let databases =
        runtime.block_on(async { [Database::sqlite().await, Database::postgres().await] });
    // From 1970 to 2169.
    let instants = proptest::collection::vec(0_i64..6_300_000_000, 1..12);
    let moments = (instants, 0_i64..6_300_000_000);
    let mut runner = TestRunner::new(Config::with_cases(24));
    runner
        .run(&moments, |(instants, now)| {
            let moment = |seconds| OffsetDateTime::UNIX_EPOCH + Duration::seconds(seconds);
            let mut expected: Vec<_> = instants.iter().filter(|due| **due <= now).collect();
            expected.sort_unstable();
            for database in &databases {
                let found = runtime.block_on(async {
                    let mut tx = database.store().write().await.unwrap();
                    for (number, due) in (1_u128..).zip(&instants) {
                        let key = number.to_string();
                        tx.add_job(&job(number, &key, moment(*due))).await.unwrap();
                    }
                    let due = tx.due_jobs(moment(now), 100).await.unwrap();
                    tx.rollback().await.unwrap();
                    due
                });
                let found: Vec<_> = found.iter().map(|job| job.due_at).collect();
                let expected: Vec<_> = expected.iter().map(|due| moment(**due)).collect();
                prop_assert_eq!(found, expected);
            }
            Ok(())
        })
        .unwrap();
}
