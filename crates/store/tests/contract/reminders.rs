//! Reminders of last days, and the periods that end soon.

use calendar::{Offices, Remedy};
use domain::appeal_right::AppealRight;
use domain::period::PeriodDates;
use domain::reminder::{Failure, Mailing, Outcome, PeriodOf, Reminded, Reminder, Trouble};
use domain::role::Role;
use domain::service::{Service, ServiceFacts, ServiceMeans};
use store::{Saved, Store, StoreError, Tx};
use time::Date;
use time::macros::{date, time};

use crate::on_both;
use crate::world::{self, DECISION_MAKER, GRANTEE, PREPARER, add_published, at, id, official};

on_both!(
    the_periods_of_members_and_of_parties_that_end_soon_are_found,
    an_official_has_one_reminder_of_a_period_and_last_day,
    what_becomes_of_a_reminder_is_saved_over_the_version_that_was_seen,
    those_of_days_to_come_and_those_that_wait_are_found,
    a_desk_shows_what_its_official_has_not_seen,
    a_job_is_held_from_everybody_else,
);

/// The member's period of what is published on 18.8.2023 ends on Fri 8.9., a letter's of 21.8. on
/// Mon 11.9.
const MEMBERS_LAST: Date = date!(2023 - 09 - 08);
const PARTYS_LAST: Date = date!(2023 - 09 - 11);

/// A published decision (§ 5, identity 1005) with a party that was served by letter.
async fn served(tx: &mut Tx) {
    add_published(tx, 5, date!(2023 - 08 - 18), vec![]).await;
    let mut facts = ServiceFacts::by(ServiceMeans::Letter);
    facts.event_on = Some(date!(2023 - 08 - 21));
    let period = facts.period(AppealRight::By(Remedy::Rectification), &Offices::kajaani());
    let period = PeriodDates::from(&period.unwrap());
    let service = Service {
        id: id(100),
        version: 1,
        decision: id(1_005),
        recipient: id(GRANTEE),
        facts,
        recorded_by: None,
    };
    tx.add_service(&service, Some(&period), at(3))
        .await
        .unwrap();
}

fn reminder(number: u128, official: u128, service: Option<u128>, last_day: Date) -> Reminder {
    Reminder {
        id: id(number),
        version: 1,
        reminded: Reminded {
            official: id(official),
            of: PeriodOf {
                decision: id(1_005),
                service: service.map(id),
            },
            last_day,
        },
        state: Mailing::Planned,
        acknowledged: None,
    }
}

async fn the_periods_of_members_and_of_parties_that_end_soon_are_found(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    served(&mut tx).await;
    let mut found = async |from, until| {
        let endings = tx.periods_ending(from, until).await.unwrap();
        let ending = |one: domain::reminder::Ending| (one.of.service, one.period.last_day);
        endings.into_iter().map(ending).collect::<Vec<_>>()
    };
    let members = (None, MEMBERS_LAST);
    let party = (Some(id(100)), PARTYS_LAST);
    assert_eq!(found(MEMBERS_LAST, PARTYS_LAST).await, [members, party]);
    assert_eq!(found(MEMBERS_LAST, MEMBERS_LAST).await, [members]);
    assert_eq!(found(date!(2023 - 09 - 09), PARTYS_LAST).await, [party]);
    assert_eq!(found(date!(2023 - 09 - 12), Date::MAX).await, []);

    let endings = tx.periods_ending(MEMBERS_LAST, MEMBERS_LAST).await.unwrap();
    assert_eq!(endings[0].of.decision, id(1_005));
    assert_eq!(endings[0].preparer, id(PREPARER));
    assert_eq!(endings[0].signer, Some(id(DECISION_MAKER)));
    assert_eq!(endings[0].period.closes_at, Some(time!(15:00)));
}

async fn an_official_has_one_reminder_of_a_period_and_last_day(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    served(&mut tx).await;
    tx.commit().await.unwrap();
    let add = async |number, official, service, last_day| {
        let mut tx = store.write().await.unwrap();
        let reminder = reminder(number, official, service, last_day);
        let added = tx.add_reminder(&reminder, at(4)).await;
        match added {
            Ok(()) => {
                tx.commit().await.unwrap();
                true
            }
            Err(StoreError::Unique { what: "reminder" }) => false,
            Err(other) => unreachable!("{other}"),
        }
    };
    assert!(add(200, PREPARER, None, MEMBERS_LAST).await);
    assert!(add(201, PREPARER, Some(100), MEMBERS_LAST).await);
    assert!(add(202, DECISION_MAKER, None, MEMBERS_LAST).await);
    assert!(add(203, PREPARER, None, PARTYS_LAST).await, "another day");
    assert!(!add(204, PREPARER, None, MEMBERS_LAST).await);
    assert!(!add(205, PREPARER, Some(100), MEMBERS_LAST).await);
}

async fn what_becomes_of_a_reminder_is_saved_over_the_version_that_was_seen(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    served(&mut tx).await;
    let planned = reminder(200, PREPARER, Some(100), PARTYS_LAST);
    tx.add_reminder(&planned, at(4)).await.unwrap();
    let sending = planned.clone().begin().unwrap();
    let saved = tx.save_reminder(&sending, at(5)).await.unwrap();
    assert_eq!(saved, Saved::Saved { version: 2 });
    let stale = tx.save_reminder(&sending, at(6)).await.unwrap();
    assert_eq!(stale, Saved::Stale, "another process was faster");

    let failure = Failure {
        trouble: Trouble::AnswerMissing,
        reply: "ei vastausta, åäö".to_owned(),
    };
    let seen = Reminder {
        version: 2,
        acknowledged: Some(at(7)),
        ..sending.finish(Outcome::Unknown(failure)).unwrap()
    };
    let saved = tx.save_reminder(&seen, at(7)).await.unwrap();
    assert_eq!(saved, Saved::Saved { version: 3 });
    let expected = Reminder { version: 3, ..seen };
    let loaded = tx.reminder(id(200)).await.unwrap();
    assert_eq!(loaded.as_ref(), Some(&expected));
    assert_eq!(tx.reminder(id(999)).await.unwrap(), None);

    let row = tx.reminder_row(id(200)).await.unwrap().unwrap();
    assert_eq!(row.reminder, expected);
    assert_eq!(row.office, "Suunnittelija");
    assert_eq!(row.decision.section, Some(world::section(5)));
    assert_eq!(
        (row.ends_on, row.ends_at),
        (Some(PARTYS_LAST), Some(time!(16:00)))
    );
    assert_eq!(row.changed_at, at(7));
    assert_eq!(tx.reminder_row(id(999)).await.unwrap(), None);
}

async fn those_of_days_to_come_and_those_that_wait_are_found(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    served(&mut tx).await;
    let old = date!(2023 - 09 - 01);
    let mut sent = reminder(200, PREPARER, None, old);
    tx.add_reminder(&sent, at(4)).await.unwrap();
    tx.add_reminder(&reminder(201, DECISION_MAKER, None, old), at(4))
        .await
        .unwrap();
    tx.add_reminder(&reminder(202, PREPARER, None, MEMBERS_LAST), at(4))
        .await
        .unwrap();
    sent.state = Mailing::Sent;
    let _ = tx.save_reminder(&sent, at(5)).await.unwrap();
    let found = tx.reminders_near_or_waiting(MEMBERS_LAST).await.unwrap();
    let found: Vec<_> = found.iter().map(|one| one.id).collect();
    assert_eq!(found, [id(201), id(202)]);
    let all = tx.reminder_rows(10).await.unwrap();
    let all: Vec<_> = all.iter().map(|row| row.reminder.id).collect();
    assert_eq!(all, [id(202), id(201), id(200)], "the newest first");
    assert_eq!(tx.reminder_rows(1).await.unwrap().len(), 1);
}

async fn a_desk_shows_what_its_official_has_not_seen(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    served(&mut tx).await;
    let other = official(300, Role::Registrar);
    tx.add_account(&other, "hash", at(0)).await.unwrap();
    let failure = Failure {
        trouble: Trouble::Refused,
        reply: String::new(),
    };
    for (number, official, service, state, acknowledged) in [
        (200, PREPARER, None, Mailing::Planned, None),
        (201, PREPARER, Some(100), Mailing::Refused(failure), None),
        (202, DECISION_MAKER, None, Mailing::Sent, Some(at(9))),
        (203, 300, None, Mailing::Withdrawn, None),
    ] {
        let reminder = Reminder {
            state,
            acknowledged,
            ..reminder(number, official, service, MEMBERS_LAST)
        };
        tx.add_reminder(&reminder, at(4)).await.unwrap();
    }
    let mut shown = async |official: u128, today| {
        let rows = tx.reminders_of_official(id(official), today).await.unwrap();
        rows.iter().map(|row| row.reminder.id).collect::<Vec<_>>()
    };
    assert_eq!(shown(PREPARER, MEMBERS_LAST).await, [id(200), id(201)]);
    assert_eq!(shown(PREPARER, date!(2023 - 09 - 09)).await, []);
    assert_eq!(shown(DECISION_MAKER, MEMBERS_LAST).await, [], "seen");
    assert_eq!(shown(300, MEMBERS_LAST).await, [], "taken back");
    assert_eq!(tx.unsettled_reminders(MEMBERS_LAST).await.unwrap(), 1);
    let later = date!(2023 - 09 - 09);
    assert_eq!(tx.unsettled_reminders(later).await.unwrap(), 0);
}

async fn a_job_is_held_from_everybody_else(store: &Store) {
    let mut tx = store.write().await.unwrap();
    let job = store::NewJob {
        id: id(1),
        kind: "reminder",
        key: "eka",
        due_at: at(10),
        payload: "{}",
    };
    tx.add_job(&job).await.unwrap();
    assert_eq!(tx.due_job(id(1), at(9)).await.unwrap(), None);
    assert!(tx.due_job(id(1), at(10)).await.unwrap().is_some());
    tx.hold_job(id(1), at(100)).await.unwrap();
    assert_eq!(tx.due_job(id(1), at(99)).await.unwrap(), None);
    let held = tx.due_job(id(1), at(100)).await.unwrap().unwrap();
    assert_eq!(held.attempts, 0, "holding is no attempt");
    tx.finish_job(id(1), "{}", at(101)).await.unwrap();
    assert_eq!(tx.due_job(id(1), at(102)).await.unwrap(), None);
    let late = tx.hold_job(id(1), at(200)).await;
    assert!(matches!(
        late,
        Err(StoreError::RowsAffected { actual: 0, .. })
    ));
}
