//! Who gets decisions for information, and the delivery log.

use domain::distribution::{Addressee, Attempt, Entry};
use domain::mailing::{Failure, Mailing, Outcome, Trouble};
use domain::publicity::Personal;
use store::{Saved, Store, Tx};
use time::macros::date;

use crate::on_both;
use crate::world::{self, add_published, at, draft, id};

on_both!(
    what_becomes_of_an_entry_is_saved_over_the_version_that_was_seen,
    those_that_are_planned_and_those_that_are_unsettled_are_found,
    the_log_keeps_each_sending_until_its_addresses_go,
    decisions_with_addresses_are_found_once_their_last_day_came,
    a_frozen_decision_keeps_another_draft_and_a_draft_is_not_touched,
);

const ADDRESS: &str = "talous@kunta.example";

/// An entry of the decision § 5 (identity 1005).
fn entry(number: u128, mail: Option<Mailing>) -> Entry {
    let addressee = Addressee {
        name: Personal::new("Talous åäö".to_owned()),
        address: Some(Personal::new(ADDRESS.to_owned())),
    };
    Entry {
        mail,
        ..Entry::new(id(number), id(1_005), addressee)
    }
}

fn failure() -> Failure {
    Failure {
        trouble: Trouble::Refused,
        reply: format!("550 {ADDRESS} ei ole"),
    }
}

async fn published(tx: &mut Tx) {
    add_published(tx, 5, date!(2023 - 08 - 18), vec![]).await;
}

async fn what_becomes_of_an_entry_is_saved_over_the_version_that_was_seen(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    published(&mut tx).await;
    let first = entry(200, None);
    tx.add_distribution_entry(&first, at(4)).await.unwrap();
    let second = Entry {
        address: None,
        ..entry(201, None)
    };
    tx.add_distribution_entry(&second, at(4)).await.unwrap();
    let rows = tx.distribution_of_decision(id(1_005)).await.unwrap();
    let entries: Vec<&Entry> = rows.iter().map(|row| &row.entry).collect();
    assert_eq!(entries, [&first, &second], "in the order they were added");
    assert_eq!(rows[0].changed_at, at(4));
    assert_eq!(tx.distribution_of_decision(id(999)).await.unwrap(), []);

    let refused = Entry {
        mail: Some(Mailing::Refused(failure())),
        address: Some(Personal::new("toinen@kunta.example".to_owned())),
        ..first
    };
    let saved = tx.save_distribution_entry(&refused, at(5)).await.unwrap();
    assert_eq!(saved, Saved::Saved { version: 2 });
    let stale = tx.save_distribution_entry(&refused, at(6)).await.unwrap();
    assert_eq!(stale, Saved::Stale);
    let expected = Entry {
        version: 2,
        ..refused
    };
    let loaded = tx.distribution_entry(id(200)).await.unwrap();
    assert_eq!(loaded, Some(expected));
    assert_eq!(tx.distribution_entry(id(999)).await.unwrap(), None);
    let rows = tx.distribution_of_decision(id(1_005)).await.unwrap();
    assert_eq!(rows[0].changed_at, at(5));
}

async fn those_that_are_planned_and_those_that_are_unsettled_are_found(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    published(&mut tx).await;
    add_published(&mut tx, 6, date!(2023 - 08 - 18), vec![]).await;
    for (number, mail) in [
        (200, None),
        (201, Some(Mailing::Planned)),
        (202, Some(Mailing::Deferred(failure()))),
        (203, Some(Mailing::Sent)),
        (204, Some(Mailing::Planned)),
    ] {
        let added = entry(number, mail);
        tx.add_distribution_entry(&added, at(4)).await.unwrap();
    }
    let planned = tx.planned_distribution().await.unwrap();
    let planned: Vec<_> = planned.iter().map(|one| one.id).collect();
    assert_eq!(planned, [id(201), id(204)]);
    let unsettled = tx.decisions_with_unsettled_distribution().await.unwrap();
    assert_eq!(unsettled, []);
    for (number, mail) in [
        (205, Mailing::Refused(failure())),
        (206, Mailing::Unknown(failure())),
    ] {
        let added = entry(number, Some(mail));
        tx.add_distribution_entry(&added, at(4)).await.unwrap();
    }
    let without = Entry {
        address: None,
        decision: id(1_006),
        ..entry(207, Some(Mailing::Unknown(failure())))
    };
    tx.add_distribution_entry(&without, at(4)).await.unwrap();
    let unsettled = tx.decisions_with_unsettled_distribution().await.unwrap();
    let unsettled: Vec<_> = unsettled.iter().map(|row| row.id).collect();
    assert_eq!(
        unsettled,
        [id(1_005)],
        "once, and none without an address left"
    );
}

async fn the_log_keeps_each_sending_until_its_addresses_go(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    published(&mut tx).await;
    for number in [200, 201] {
        let added = entry(number, Some(Mailing::Sending));
        tx.add_distribution_entry(&added, at(4)).await.unwrap();
    }
    let address = || Some(Personal::new(ADDRESS.to_owned()));
    let deferred = Attempt::new(at(5), address(), &Outcome::Deferred(failure()));
    let sent = Attempt::new(at(6), address(), &Outcome::Sent("250 ok".to_owned()));
    for attempt in [&deferred, &sent] {
        tx.add_distribution_attempt(id(200), attempt).await.unwrap();
    }
    tx.add_distribution_attempt(id(201), &sent).await.unwrap();
    let log = tx.distribution_attempts(id(200)).await.unwrap();
    assert_eq!(log, [deferred.clone(), sent.clone()]);

    tx.forget_distribution_attempts(id(200)).await.unwrap();
    let log = tx.distribution_attempts(id(200)).await.unwrap();
    let forgotten = |attempt: Attempt| Attempt {
        address: None,
        reply: Personal::default(),
        ..attempt
    };
    assert_eq!(log, [forgotten(deferred), forgotten(sent.clone())]);
    let other = tx.distribution_attempts(id(201)).await.unwrap();
    assert_eq!(other, [sent], "of this entry only");
}

async fn decisions_with_addresses_are_found_once_their_last_day_came(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    published(&mut tx).await;
    let last_day = date!(2023 - 09 - 08);
    let found = async |tx: &mut Tx, day| {
        let found = tx.decisions_with_addresses(day).await.unwrap();
        let of = |(id, period): (_, Option<domain::period::PeriodDates>)| {
            (id, period.map(|period| period.last_day))
        };
        found.into_iter().map(of).collect::<Vec<_>>()
    };
    assert_eq!(found(&mut tx, last_day).await, [], "nobody gets it");
    let added = entry(200, Some(Mailing::Sent));
    tx.add_distribution_entry(&added, at(4)).await.unwrap();
    assert_eq!(found(&mut tx, date!(2023 - 09 - 07)).await, []);
    let expected = [(id(1_005), Some(last_day))];
    assert_eq!(found(&mut tx, last_day).await, expected);
    let forgotten = added.forget_address().unwrap();
    let _ = tx.save_distribution_entry(&forgotten, at(5)).await.unwrap();
    assert_eq!(found(&mut tx, last_day).await, []);
}

async fn a_frozen_decision_keeps_another_draft_and_a_draft_is_not_touched(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    published(&mut tx).await;
    let other = draft("Toinen");
    tx.save_frozen_draft(id(1_005), &other).await.unwrap();
    let kept = tx.draft_of_decision(id(1_005)).await.unwrap();
    assert_eq!(kept, Some(other.clone()));
    world::add_draft(&mut tx, 1_007, "Luonnos").await;
    assert!(tx.save_frozen_draft(id(1_007), &other).await.is_err());
}
