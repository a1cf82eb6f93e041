//! Notifications, and what officials chose to be notified of.

use domain::mailing::{Failure, Mailing, Trouble};
use domain::notification::{Chosen, Notification, NotificationKind, Way};
use store::{Saved, Store, Tx};
use time::macros::date;

use crate::on_both;
use crate::world::{self, DECISION_MAKER, PREPARER, add_draft, add_published, at, id};

on_both!(
    a_notification_is_saved_over_the_version_that_was_seen,
    an_official_finds_the_own_ones_and_reads_them,
    those_that_wait_for_mail_are_found,
    what_an_official_chose_is_kept,
    decisions_whose_periods_are_over_are_found_until_somebody_states_it,
);

fn notification(number: u128, official: u128) -> Notification {
    Notification {
        id: id(number),
        version: 1,
        official: id(official),
        kind: NotificationKind::ToSign,
        decision: id(50),
        at: at(100),
        on_desk: true,
        read_at: None,
        mail: Some(Mailing::Planned),
    }
}

async fn with_draft(store: &Store) -> Tx {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    add_draft(&mut tx, 50, "Luonnos").await;
    tx
}

async fn a_notification_is_saved_over_the_version_that_was_seen(store: &Store) {
    let mut tx = with_draft(store).await;
    let new = notification(200, PREPARER);
    tx.add_notification(&new).await.unwrap();
    assert_eq!(tx.notification(id(200)).await.unwrap().as_ref(), Some(&new));
    let failure = Failure {
        trouble: Trouble::Interrupted,
        reply: "ei vastausta".to_owned(),
    };
    let changed = Notification {
        read_at: Some(at(200)),
        mail: Some(Mailing::Unknown(failure)),
        ..new
    };
    let saved = tx.save_notification(&changed).await.unwrap();
    assert_eq!(saved, Saved::Saved { version: 2 });
    assert_eq!(tx.save_notification(&changed).await.unwrap(), Saved::Stale);
    let found = tx.notification(id(200)).await.unwrap().unwrap();
    assert_eq!(
        found,
        Notification {
            version: 2,
            ..changed
        }
    );
    assert!(tx.notification(id(999)).await.unwrap().is_none());
}

async fn an_official_finds_the_own_ones_and_reads_them(store: &Store) {
    let mut tx = with_draft(store).await;
    let by_mail_only = Notification {
        on_desk: false,
        ..notification(203, PREPARER)
    };
    for one in [
        notification(201, PREPARER),
        notification(202, PREPARER),
        by_mail_only,
        notification(204, DECISION_MAKER),
    ] {
        tx.add_notification(&one).await.unwrap();
    }
    let own = tx.notifications_of(id(PREPARER), false, 10).await.unwrap();
    let ids: Vec<_> = own.iter().map(|row| row.notification.id).collect();
    assert_eq!(ids, [id(202), id(201)], "the newest first");
    assert_eq!(own[0].decision.title, "Luonnos");
    assert_eq!(tx.unread_notifications(id(PREPARER)).await.unwrap(), 2);
    let cut = tx.notifications_of(id(PREPARER), true, 1).await.unwrap();
    assert_eq!(cut.len(), 1);
    assert_eq!(
        tx.read_notifications(id(PREPARER), at(300)).await.unwrap(),
        2
    );
    assert_eq!(tx.unread_notifications(id(PREPARER)).await.unwrap(), 0);
    assert_eq!(
        tx.notifications_of(id(PREPARER), true, 9).await.unwrap(),
        []
    );
    assert_eq!(
        tx.unread_notifications(id(DECISION_MAKER)).await.unwrap(),
        1
    );
}

async fn those_that_wait_for_mail_are_found(store: &Store) {
    let mut tx = with_draft(store).await;
    let sent = Notification {
        mail: Some(Mailing::Sent),
        ..notification(202, PREPARER)
    };
    let unwanted = Notification {
        mail: None,
        ..notification(203, PREPARER)
    };
    for one in [notification(201, PREPARER), sent, unwanted] {
        tx.add_notification(&one).await.unwrap();
    }
    let waiting = tx.waiting_notifications().await.unwrap();
    assert_eq!(waiting, [notification(201, PREPARER)]);
}

async fn what_an_official_chose_is_kept(store: &Store) {
    let mut tx = with_draft(store).await;
    let everything = tx.chosen_notifications(id(PREPARER)).await.unwrap();
    assert_eq!(everything, Chosen::default());
    let chosen = Chosen::all_but([
        (NotificationKind::Published, Way::Mail),
        (NotificationKind::ToSign, Way::Desk),
    ]);
    for _ in 0..2 {
        tx.choose_notifications(id(PREPARER), &chosen)
            .await
            .unwrap();
        assert_eq!(tx.chosen_notifications(id(PREPARER)).await.unwrap(), chosen);
    }
    let others = tx.chosen_notifications(id(DECISION_MAKER)).await.unwrap();
    assert_eq!(others, Chosen::default());
}

async fn decisions_whose_periods_are_over_are_found_until_somebody_states_it(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    // Published on Fri 18.8.2023: until Fri 8.9.
    let decision = add_published(&mut tx, 5, date!(2023 - 08 - 18), vec![]).await;
    for (day, found) in [
        (date!(2023 - 09 - 08), vec![]),
        (date!(2023 - 09 - 09), vec![decision.id]),
    ] {
        let lines = tx.decisions_with_periods_over(day, 10).await.unwrap();
        let ids: Vec<_> = lines.iter().map(|line| line.id).collect();
        assert_eq!(ids, found, "{day}");
    }
    let line = tx.decision_line(decision.id).await.unwrap().unwrap();
    assert_eq!(line.title, "Päätös 5");
}
