//! Notifications: whom an event concerns, on which way, and what becomes of their mails.

use domain::id::DecisionId;
use domain::mailing::Mailing;
use domain::notification::{Chosen, Notification, NotificationKind as K, Way};
use domain::role::Role;
use register::filings::{self, FilingDraft};
use register::views::{desk, notifications as views};
use register::{Actor, Refusal, decisions, jobs, notifications, own_account, users};
use time::Duration;

use crate::on_both;
use crate::sink::{Manner, Sink, unfolded};
use crate::world::{World, actor, day, director, manager, preparer, registrar};

on_both!(
    each_event_tells_those_it_concerns_and_nobody_else,
    what_is_switched_off_does_not_come,
    a_mail_is_sent_once_and_says_nothing_personal,
    a_mail_that_nobody_needs_any_more_is_not_sent,
    notifications_are_read_by_their_official_alone,
    a_mail_of_which_nobody_knows_is_settled_by_its_official_alone,
);

/// The kinds that an official has on the desk, the oldest first.
async fn kinds(world: &World, who: &Actor) -> Vec<K> {
    let lines = views::notifications(&world.register, who)
        .await
        .expect("a list");
    lines
        .iter()
        .rev()
        .map(|line| line.notification.kind)
        .collect()
}

async fn all(world: &World) -> Vec<Notification> {
    let mut tx = world.database.store().read().await.expect("it can be read");
    let mut all = Vec::new();
    for role in Role::ALL {
        let who = actor(role).user().expect("an account");
        let rows = tx
            .notifications_of(who, false, 100)
            .await
            .expect("it is answered");
        all.extend(rows.into_iter().map(|row| row.notification));
    }
    all
}

/// Sent, returned, sent again, signed, published, and appealed against.
async fn a_whole_life(world: &World) -> DecisionId {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let id = world.sent(case, "kaupunginjohtaja").await;
    decisions::give_back(register, manager(), None, id, 2, "Lisää perustelu.")
        .await
        .expect("returned");
    decisions::send(register, preparer(), None, id, 3)
        .await
        .expect("sent again");
    decisions::sign(
        register,
        manager(),
        None,
        id,
        4,
        &crate::world::signing("5"),
    )
    .await
    .expect("signed");
    decisions::publish(register, registrar(), None, id, 5, &day("21.8.2023"))
        .await
        .expect("published");
    let draft = FilingDraft {
        remedy: "rectification".to_owned(),
        received_on: "21.8.2023".to_owned(),
        received_at: "8.30".to_owned(),
        way: "e_mail".to_owned(),
        filer: "Joku".to_owned(),
        standing: "municipal_member".to_owned(),
        handled_by: "Kaupunginhallitus".to_owned(),
        ..FilingDraft::default()
    };
    filings::record(register, registrar(), None, id, &draft)
        .await
        .expect("a filing");
    id
}

async fn each_event_tells_those_it_concerns_and_nobody_else(world: &World) {
    a_whole_life(world).await;
    assert_eq!(kinds(world, manager()).await, [K::ToSign, K::ToSign]);
    assert_eq!(
        kinds(world, preparer()).await,
        [K::Returned, K::Published, K::FilingArrived]
    );
    assert_eq!(kinds(world, registrar()).await, [K::ToPublish]);
    for other in [
        director(),
        actor(Role::Finance),
        actor(Role::Administrator),
        actor(Role::Auditor),
    ] {
        assert_eq!(kinds(world, other).await, []);
    }
    let Actor::Official(official) = preparer() else {
        unreachable!("the preparer is an official")
    };
    let desk = desk::desk(&world.register, official).await.expect("a desk");
    assert_eq!((desk.unread.len(), desk.unread_count), (3, 3));
    // What the preparer did last: drafted, sent, sent again.
    let acts: Vec<_> = desk.acts.iter().map(|line| line.event.code()).collect();
    assert_eq!(acts, ["decision_sent", "decision_sent", "decision_drafted"]);
}

async fn what_is_switched_off_does_not_come(world: &World) {
    let register = &world.register;
    let chosen = Chosen::all_but([
        (K::Returned, Way::Desk),
        (K::Published, Way::Desk),
        (K::Published, Way::Mail),
        (K::FilingArrived, Way::Mail),
    ]);
    let before = world.events(0).await.len();
    own_account::choose_notifications(register, preparer(), None, &chosen)
        .await
        .expect("chosen");
    assert_eq!(world.events(before).await, ["notifications_chosen"]);
    a_whole_life(world).await;
    assert_eq!(kinds(world, preparer()).await, [K::FilingArrived]);
    let waiting = async || {
        let mut tx = world.database.store().read().await.expect("it can be read");
        let waiting = tx.waiting_notifications().await.expect("it is answered");
        let own = waiting
            .into_iter()
            .filter(|one| Some(one.official) == preparer().user());
        own.map(|one| one.kind).collect::<Vec<_>>()
    };
    assert_eq!(waiting().await, [K::Returned], "by mail alone");
}

async fn a_mail_is_sent_once_and_says_nothing_personal(world: &World) {
    let register = &world.register;
    a_whole_life(world).await;
    let sink = Sink::start(Manner::Accepts).await;
    for _ in 0..2 {
        jobs::run_due(register, Some(&sink.mailer()), || true)
            .await
            .expect("a round");
    }
    let messages = sink.messages();
    assert_eq!(
        messages.len(),
        6,
        "one for each, whatever the number of rounds"
    );
    let mut ids = sink.message_ids();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 6);
    for message in &messages {
        let text = unfolded(message);
        for personal in [
            "Joku",
            "Virkailija",
            "Osallistuminen",
            "Kajaanin ammattikorkeakoulu",
        ] {
            assert!(!text.contains(personal), "{personal}: {text}");
        }
        assert!(text.contains("KAJDno-2023-1"), "{text}");
        assert!(text.contains("/tyopoyta/paatokset/"), "{text}");
    }
    assert!(
        all(world)
            .await
            .iter()
            .all(|one| one.mail == Some(Mailing::Sent))
    );
    let events = world.events(0).await;
    let mailed = events
        .iter()
        .filter(|event| **event == "notification_mailed");
    assert_eq!(mailed.count(), 6);
}

async fn a_mail_that_nobody_needs_any_more_is_not_sent(world: &World) {
    let register = &world.register;
    a_whole_life(world).await;
    // Read on the desk, the account disabled, switched off since: three reasons.
    notifications::read_all(register, manager())
        .await
        .expect("read");
    let who = registrar().user().expect("an account");
    users::disable(register, actor(Role::Administrator), None, who)
        .await
        .expect("disabled");
    let off = Chosen::all_but(K::ALL.map(|kind| (kind, Way::Mail)));
    own_account::choose_notifications(register, preparer(), None, &off)
        .await
        .expect("chosen");
    let sink = Sink::start(Manner::Accepts).await;
    jobs::run_due(register, Some(&sink.mailer()), || true)
        .await
        .expect("a round");
    assert_eq!(sink.messages().len(), 0);
    assert!(
        all(world)
            .await
            .iter()
            .all(|one| one.mail == Some(Mailing::Withdrawn))
    );

    // Without a mail server they wait, and are old news after two days.
    users::enable(register, actor(Role::Administrator), None, who)
        .await
        .expect("enabled");
    let case = world.case("KAJDno-2023-2").await;
    world.sent(case, "kaupunginjohtaja").await;
    world.run_jobs().await;
    let newest = || async {
        all(world)
            .await
            .into_iter()
            .find(|one| one.read_at.is_none() && one.kind == K::ToSign)
    };
    let waits = newest().await.expect("it was sent");
    assert_eq!(waits.mail, Some(Mailing::Planned));
    world.clock.advance(Duration::days(2));
    world.run_jobs().await;
    let old = newest().await.expect("it is still on the desk");
    assert_eq!(old.mail, Some(Mailing::Withdrawn));
}

async fn notifications_are_read_by_their_official_alone(world: &World) {
    let register = &world.register;
    a_whole_life(world).await;
    let lines = views::notifications(register, manager())
        .await
        .expect("a list");
    let id = lines[0].notification.id;
    let other = notifications::read(register, preparer(), id).await;
    assert!(matches!(other, Err(Refusal::Forbidden)), "{other:?}");
    let before = world.events(0).await.len();
    for _ in 0..2 {
        notifications::read(register, manager(), id)
            .await
            .expect("it is read");
    }
    let lines = views::notifications(register, manager())
        .await
        .expect("a list");
    let unread = lines
        .iter()
        .filter(|line| line.notification.read_at.is_none());
    assert_eq!(unread.count(), 1);
    notifications::read_all(register, manager())
        .await
        .expect("all are read");
    assert_eq!(world.events(before).await, [""; 0], "reading is no event");
}

async fn a_mail_of_which_nobody_knows_is_settled_by_its_official_alone(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    // What is wanted by mail only stands in the list while its mail is to be looked into.
    let chosen = Chosen::all_but([(K::ToSign, Way::Desk)]);
    let kept = own_account::choose_notifications(register, manager(), None, &chosen).await;
    kept.expect("it is kept");
    world.sent(case, "kaupunginjohtaja").await;
    assert_eq!(kinds(world, manager()).await, []);
    let sink = Sink::start(Manner::ClosesAfterMessage).await;
    let round = async || {
        let done = jobs::run_due(register, Some(&sink.mailer()), || true).await;
        done.expect("a round of jobs");
    };
    round().await;
    let own = async || {
        let lines = views::notifications(register, manager()).await;
        lines.expect("a list").remove(0)
    };
    let line = own().await;
    assert!(matches!(line.notification.mail, Some(Mailing::Unknown(_))));
    assert!(line.is_mail_needed);
    let id = line.notification.id;
    for other in [preparer(), registrar(), actor(Role::Administrator)] {
        let forged = notifications::confirm_received(register, other, id).await;
        assert!(matches!(forged, Err(Refusal::Forbidden)), "{forged:?}");
        let forged = notifications::send_again(register, other, id).await;
        assert!(matches!(forged, Err(Refusal::Forbidden)), "{forged:?}");
    }
    // Twice on purpose: the second press changes nothing.
    for _ in 0..2 {
        let again = notifications::send_again(register, manager(), id).await;
        again.expect("it had not arrived");
    }
    round().await;
    assert_eq!(sink.messages().len(), 2);
    let line = own().await;
    assert!(matches!(line.notification.mail, Some(Mailing::Unknown(_))));
    world.clock.advance(Duration::days(2));
    assert!(!own().await.is_mail_needed, "old news");
    let again = notifications::send_again(register, manager(), id).await;
    assert!(matches!(again, Err(Refusal::NotNow(_))), "{again:?}");
    for _ in 0..2 {
        let received = notifications::confirm_received(register, manager(), id).await;
        received.expect("it had arrived");
    }
    assert_eq!(kinds(world, manager()).await, [], "nothing to look into");
    let events = world.events(0).await;
    let count = |code| events.iter().filter(|event| **event == code).count();
    assert_eq!(count("notification_received"), 1);
    assert_eq!(count("notification_sent_again"), 1);
}
