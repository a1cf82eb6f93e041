//! Reminders of last days: who gets them, once, and what becomes of them.

use std::collections::BTreeSet;
use std::time::Duration as Patience;

use domain::id::{DecisionId, ReminderId};
use domain::reminder::{Mailing, Trouble};
use domain::role::Role;
use domain::view::desk::ReminderLine;
use register::mail::{Encryption, Mailer};
use register::views::{desk, reminders as views};
use register::{Actor, Refusal, Register, jobs, reminders, services, users, verify};
use time::macros::date;
use time::{Date, Duration};

use crate::on_both;
use crate::sink::{Manner, Sink, header, unfolded};
use crate::world::{World, actor, director, letter, manager, operator, preparer, registrar};

on_both!(
    the_officials_concerned_get_one_mail_of_each_period_when_it_is_due,
    without_a_mail_server_reminders_are_on_the_desk_and_are_sent_once_there_is_one,
    a_mail_that_is_refused_is_not_tried_again_by_itself,
    a_mail_that_is_put_off_is_tried_again_later_each_time_and_not_for_ever,
    a_mail_of_which_nobody_knows_is_never_sent_again_by_itself,
    a_mail_that_was_being_sent_when_the_process_ended_is_unknown,
    a_mail_server_that_is_away_keeps_nothing_else_waiting,
    a_last_day_that_moves_before_its_mail_has_the_mail_of_the_new_day,
    what_is_seen_on_the_desk_leaves_it_and_needs_no_mail,
    who_left_is_not_reminded_and_an_address_that_is_none_is_said,
    two_processes_send_each_mail_once,
);

/// Published on Mon 21.8.2023, by which members have until Mon 11.9.; the party's letter was
/// posted on the same day. Both reminders are due on Wed 6.9.
async fn served(world: &World) -> DecisionId {
    let case = world.case("KAJDno-2023-912").await;
    let id = world.published(case, "5", "21.8.2023").await;
    posted(world, id, "21.8.2023").await;
    id
}

/// Records on which day the party's letter was posted.
async fn posted(world: &World, id: DecisionId, on: &str) {
    let sheet = desk::decision_sheet(&world.register, registrar(), id).await;
    let service = sheet.expect("a sheet").services.remove(0).service;
    let (id, version) = (service.id, service.version);
    let register = &world.register;
    let recorded = services::record(register, registrar(), None, id, version, &letter(on)).await;
    recorded.expect("the posting day is recorded");
}

const DUE: Date = date!(2023 - 09 - 06);

/// Lets the clock run to nine o'clock of a later day.
fn until(world: &World, day: Date) {
    let days = (day - world.clock.today()).whole_days();
    world.clock.advance(Duration::days(days));
}

/// A round of jobs, without the daily clean-up.
async fn round(world: &World, mailer: Option<&Mailer>) {
    let done = jobs::run_due(&world.register, mailer, || true).await;
    done.expect("a round of jobs");
}

async fn all(world: &World) -> Vec<ReminderLine> {
    let lines = views::reminders(&world.register, registrar()).await;
    lines.expect("a list")
}

/// The codes of what became of the reminders, each once.
async fn states(world: &World) -> BTreeSet<&'static str> {
    let lines = all(world).await;
    lines
        .iter()
        .map(|line| line.reminder.state.code())
        .collect()
}

async fn on_desk(world: &World, actor: &Actor) -> Vec<ReminderLine> {
    let Actor::Official(official) = actor else {
        unreachable!("only officials have a desk");
    };
    let desk = desk::desk(&world.register, official).await;
    desk.expect("a desk").reminders
}

fn trouble(line: &ReminderLine) -> Option<Trouble> {
    line.reminder.state.failure().map(|failure| failure.trouble)
}

async fn the_officials_concerned_get_one_mail_of_each_period_when_it_is_due(world: &World) {
    let id = served(world).await;
    let sink = Sink::start(Manner::Accepts).await;
    let mailer = sink.mailer();
    until(world, date!(2023 - 09 - 05));
    round(world, Some(&mailer)).await;
    assert_eq!(sink.connections(), 0, "nothing is due");
    assert!(all(world).await.is_empty());

    until(world, DUE);
    for _ in 0..3 {
        round(world, Some(&mailer)).await;
        world.session_clock.advance(Duration::hours(1));
    }
    let messages = sink.messages();
    let to: Vec<String> = messages
        .iter()
        .map(|message| header(message, "To"))
        .collect();
    let mut expected: Vec<String> = ["preparer", "registrar", "decision-maker"]
        .map(|role| format!("{role}@example.test"))
        .into();
    expected.extend(expected.clone());
    expected.sort();
    let mut sorted = to.clone();
    sorted.sort();
    assert_eq!(
        sorted, expected,
        "one of the members' period, one of the party's"
    );
    let ids: BTreeSet<String> = sink.message_ids().into_iter().collect();
    assert_eq!(ids.len(), 6);
    assert_eq!(states(world).await, ["sent"].into());

    let lines = all(world).await;
    for line in &lines {
        let id = format!("<{}@hankkeet.example.test>", line.reminder.id);
        assert!(ids.contains(&id), "{id} is not among {ids:?}");
    }
    for message in messages.iter().map(|message| unfolded(message)) {
        assert!(message.contains("Subject: Muutoksenhakuaika"), "{message}");
        assert!(message.contains("Auto-Submitted: auto-generated"));
        assert!(message.contains("11.9.2023 klo 16.00"), "{message}");
        let sheet = format!("https://hankkeet.example.test/tyopoyta/paatokset/{id}");
        assert!(message.contains(&sheet), "{message}");
        for kept in ["ammattikorkeakoulu", "Virkailija", "Osallistuminen"] {
            assert!(!message.contains(kept), "{kept} in {message}");
        }
    }
    for actor in [preparer(), manager(), registrar()] {
        assert_eq!(
            on_desk(world, actor).await.len(),
            2,
            "the desk shows them too"
        );
    }
    assert_eq!(on_desk(world, director()).await, [], "not concerned");
    until(world, date!(2023 - 09 - 11));
    world.clock.advance(Duration::hours(7));
    assert_eq!(on_desk(world, preparer()).await, [], "closed at 16");
    let mailed = world.events(0).await;
    let mailed = mailed.iter().filter(|event| **event == "reminder_mailed");
    assert_eq!(mailed.count(), 6);
    let report = verify::verify(&world.register).await.expect("it is read");
    assert_eq!(report.breaks, []);
}

async fn without_a_mail_server_reminders_are_on_the_desk_and_are_sent_once_there_is_one(
    world: &World,
) {
    served(world).await;
    until(world, DUE);
    for _ in 0..2 {
        round(world, None).await;
    }
    assert_eq!(all(world).await.len(), 6);
    assert_eq!(states(world).await, ["planned"].into());
    assert_eq!(on_desk(world, preparer()).await.len(), 2);
    let sink = Sink::start(Manner::Accepts).await;
    round(world, Some(&sink.mailer())).await;
    assert_eq!(sink.messages().len(), 6);
    assert_eq!(states(world).await, ["sent"].into());
}

async fn a_mail_that_is_refused_is_not_tried_again_by_itself(world: &World) {
    served(world).await;
    until(world, DUE);
    let sink = Sink::start(Manner::AnswersRecipient("550 5.1.1 no such user")).await;
    let mailer = sink.mailer();
    for _ in 0..3 {
        round(world, Some(&mailer)).await;
        world.session_clock.advance(Duration::DAY);
    }
    assert_eq!(sink.connections(), 6, "each was tried once");
    let lines = all(world).await;
    let refused = &lines[0];
    let failure = refused.reminder.state.failure().expect("it was refused");
    assert_eq!(failure.reply, "550 5.1.1 no such user");
    assert_eq!(states(world).await, ["refused"].into());
    let Actor::Official(official) = registrar() else {
        unreachable!("the registrar is an official");
    };
    let desk = desk::desk(&world.register, official).await.expect("a desk");
    assert_eq!(
        desk.unsettled_reminders, 6,
        "a registrar is to look into them"
    );

    sink.becomes(Manner::Accepts);
    let (id, version) = (refused.reminder.id, refused.reminder.version);
    let again = reminders::send_again(&world.register, registrar(), None, id, version).await;
    again.expect("the cause was mended");
    round(world, Some(&mailer)).await;
    assert_eq!(sink.messages().len(), 1);
    let line = views::reminder(&world.register, registrar(), id).await;
    assert_eq!(line.expect("it is there").reminder.state, Mailing::Sent);
}

async fn a_mail_that_is_put_off_is_tried_again_later_each_time_and_not_for_ever(world: &World) {
    served(world).await;
    until(world, DUE);
    let sink = Sink::start(Manner::AnswersMessage("451 4.3.0 try later")).await;
    let mailer = sink.mailer();
    round(world, Some(&mailer)).await;
    assert_eq!(states(world).await, ["deferred"].into());
    round(world, Some(&mailer)).await;
    assert_eq!(sink.connections(), 6, "not before a minute is over");
    world.session_clock.advance(Duration::minutes(1));
    round(world, Some(&mailer)).await;
    assert_eq!(sink.connections(), 12);
    world.session_clock.advance(Duration::minutes(1));
    round(world, Some(&mailer)).await;
    assert_eq!(sink.connections(), 12, "the second time after four minutes");
    for _ in 0..15 {
        world.session_clock.advance(Duration::hours(3));
        round(world, Some(&mailer)).await;
    }
    assert_eq!(sink.connections(), 6 * 12);
    assert_eq!(states(world).await, ["refused"].into());
    assert_eq!(trouble(&all(world).await[0]), Some(Trouble::TryLater));
}

/// Lets the one reminder that became unknown be found.
async fn unknown(world: &World) -> ReminderLine {
    let lines = all(world).await;
    let mut unknown = lines
        .into_iter()
        .filter(|line| matches!(line.reminder.state, Mailing::Unknown(_)));
    unknown.next().expect("one is unknown")
}

async fn a_mail_of_which_nobody_knows_is_never_sent_again_by_itself(world: &World) {
    let register = &world.register;
    served(world).await;
    until(world, DUE);
    let sink = Sink::start(Manner::ClosesAfterMessage).await;
    let short = sink.mailer_with(Patience::from_secs(2), Encryption::None);
    round(world, Some(&sink.mailer())).await;
    assert_eq!(
        sink.messages().len(),
        1,
        "the others wait for a better moment"
    );
    let closed = unknown(world).await;
    assert_eq!(trouble(&closed), Some(Trouble::ConnectionLost));
    sink.becomes(Manner::HangsAfterMessage);
    round(world, Some(&short)).await;
    assert_eq!(sink.messages().len(), 2);
    sink.becomes(Manner::Accepts);
    for _ in 0..3 {
        round(world, Some(&sink.mailer())).await;
        world.session_clock.advance(Duration::DAY);
    }
    let ids = sink.message_ids();
    let unique: BTreeSet<&String> = ids.iter().collect();
    assert_eq!((ids.len(), unique.len()), (6, 6), "each once");
    assert_eq!(states(world).await, ["sent", "unknown"].into());
    let lines = all(world).await;
    let hung = lines
        .iter()
        .find(|line| trouble(line) == Some(Trouble::AnswerMissing))
        .expect("the other one hung");

    // A registrar finds out about one, and lets the other be sent again.
    let (id, version) = (closed.reminder.id, closed.reminder.version);
    let forged = reminders::confirm_received(register, preparer(), None, id, version).await;
    assert!(matches!(forged, Err(Refusal::Forbidden)), "{forged:?}");
    let stale = reminders::confirm_received(register, registrar(), None, id, version - 1).await;
    assert!(matches!(stale, Err(Refusal::Stale)), "{stale:?}");
    let received = reminders::confirm_received(register, registrar(), None, id, version).await;
    received.expect("it had arrived");
    let (id, version) = (hung.reminder.id, hung.reminder.version);
    let again = reminders::send_again(register, registrar(), None, id, version).await;
    again.expect("it had not arrived");
    round(world, Some(&sink.mailer())).await;
    assert_eq!(states(world).await, ["received", "sent"].into());
    let ids = sink.message_ids();
    assert_eq!(ids.last(), Some(&format!("<{id}@hankkeet.example.test>")));
    let twice = ids.iter().filter(|one| Some(*one) == ids.last()).count();
    assert_eq!(twice, 2, "under the Message-ID that it had the first time");
    let again = reminders::send_again(register, registrar(), None, id, version + 3).await;
    assert!(matches!(again, Err(Refusal::NotNow(_))), "{again:?}");
}

async fn a_mail_that_was_being_sent_when_the_process_ended_is_unknown(world: &World) {
    served(world).await;
    until(world, DUE);
    let sink = Sink::start(Manner::HangsAfterMessage).await;
    let (register, mailer) = (world.register.clone(), sink.mailer());
    let process = tokio::spawn(async move {
        let _ = jobs::run_due(&register, Some(&mailer), || true).await;
    });
    while sink.messages().is_empty() {
        tokio::time::sleep(Patience::from_millis(20)).await;
    }
    process.abort();
    assert!(process.await.is_err(), "it ended in the middle");
    assert!(states(world).await.contains("sending"));

    // Another process on the same database.
    let url = world.database.url();
    let (clock, session_clock) = (world.clock.clone(), world.session_clock.clone());
    let restarted = Register::open_with_session_clock(url, clock, session_clock).await;
    let restarted = restarted.expect("the database opens again");
    sink.becomes(Manner::Accepts);
    let mailer = sink.mailer();
    for _ in 0..4 {
        let done = jobs::run_due(&restarted, Some(&mailer), || true).await;
        done.expect("a round of jobs");
        world.session_clock.advance(Duration::minutes(1));
    }
    assert_eq!(trouble(&unknown(world).await), Some(Trouble::Interrupted));
    assert_eq!(states(world).await, ["sent", "unknown"].into());
    let ids = sink.message_ids();
    let unique: BTreeSet<&String> = ids.iter().collect();
    assert_eq!((ids.len(), unique.len()), (6, 6), "none was sent twice");
}

async fn a_mail_server_that_is_away_keeps_nothing_else_waiting(world: &World) {
    served(world).await;
    until(world, DUE);
    let sink = Sink::start(Manner::SaysNothing).await;
    let patience = Patience::from_secs(2);
    let plain = sink.mailer_with(patience, Encryption::None);
    round(world, Some(&plain)).await;
    assert_eq!(sink.connections(), 1, "the others would fare no better");
    assert_eq!(states(world).await, ["deferred", "planned"].into());
    let troubles = async || {
        let lines = all(world).await;
        let troubles: BTreeSet<Trouble> = lines.iter().filter_map(trouble).collect();
        troubles
    };
    assert_eq!(troubles().await, [Trouble::NoAnswer].into());

    // Without STARTTLS nothing is sent in the clear; to a plain server, no TLS at all.
    sink.becomes(Manner::Accepts);
    for encryption in [Encryption::StartTls, Encryption::Implicit] {
        round(world, Some(&sink.mailer_with(patience, encryption))).await;
    }
    let nowhere = Sink::gone().await;
    round(world, Some(&nowhere.mailer())).await;
    let expected = [Trouble::NoConnection, Trouble::NoAnswer, Trouble::NotSecure];
    assert_eq!(troubles().await, expected.into());
    assert_eq!(sink.messages(), [""; 0]);

    sink.becomes(Manner::HangsAtQuit);
    world.session_clock.advance(Duration::HOUR);
    round(world, Some(&plain)).await;
    assert_eq!(states(world).await, ["sent"].into(), "accepted is accepted");
    assert_eq!(sink.messages().len(), 6);
}

async fn a_last_day_that_moves_before_its_mail_has_the_mail_of_the_new_day(world: &World) {
    let id = served(world).await;
    until(world, DUE);
    round(world, None).await;
    // The posting list shows that the letter went two days later: the last day is Wed 13.9.
    posted(world, id, "23.8.2023").await;
    let sink = Sink::start(Manner::Accepts).await;
    let mailer = sink.mailer();
    round(world, Some(&mailer)).await;
    assert_eq!(sink.messages().len(), 3, "the members' day did not move");
    let of_party = |line: &ReminderLine| line.reminder.reminded.of.service.is_some();
    let lines = all(world).await;
    let party: Vec<_> = lines.iter().filter(|line| of_party(line)).collect();
    assert!(
        party
            .iter()
            .all(|line| line.reminder.state == Mailing::Withdrawn)
    );
    assert_eq!(on_desk(world, preparer()).await.len(), 1);

    until(world, date!(2023 - 09 - 08));
    round(world, Some(&mailer)).await;
    let messages: Vec<String> = sink.messages().iter().map(|one| unfolded(one)).collect();
    assert_eq!(messages.len(), 6);
    assert!(messages[3..].iter().all(|one| one.contains("13.9.2023")));

    // Back again: the day that was never mailed is mailed after all, the other one not again.
    posted(world, id, "21.8.2023").await;
    round(world, Some(&mailer)).await;
    assert_eq!(sink.messages().len(), 9);
    posted(world, id, "23.8.2023").await;
    round(world, Some(&mailer)).await;
    assert_eq!(sink.messages().len(), 9);
    let unique: BTreeSet<String> = sink.message_ids().into_iter().collect();
    assert_eq!(unique.len(), 9);
}

async fn what_is_seen_on_the_desk_leaves_it_and_needs_no_mail(world: &World) {
    let register = &world.register;
    served(world).await;
    until(world, DUE);
    round(world, None).await;
    let own = on_desk(world, preparer()).await;
    let id: ReminderId = own[0].reminder.id;
    let other = reminders::acknowledge(register, registrar(), None, id).await;
    assert!(matches!(other, Err(Refusal::Forbidden)), "{other:?}");
    let before = world.events(0).await.len();
    for _ in 0..2 {
        let seen = reminders::acknowledge(register, preparer(), None, id).await;
        seen.expect("one's own can be acknowledged");
    }
    assert_eq!(world.events(before).await, ["reminder_acknowledged"]);
    assert_eq!(on_desk(world, preparer()).await.len(), 1);
    let sink = Sink::start(Manner::Accepts).await;
    round(world, Some(&sink.mailer())).await;
    assert_eq!(sink.messages().len(), 5);
    let line = views::reminder(register, preparer(), id).await;
    let state = line.expect("it is there").reminder.state;
    assert_eq!(state, Mailing::Withdrawn);
}

async fn who_left_is_not_reminded_and_an_address_that_is_none_is_said(world: &World) {
    let register = &world.register;
    served(world).await;
    let id = preparer().user().expect("an account");
    let administrator = actor(Role::Administrator);
    let disabled = users::disable(register, administrator, None, id).await;
    disabled.expect("an account is disabled");
    // An account of a time when the register did not ask for more than an @.
    let mut tx = world.database.store().write().await.expect("the lock");
    let old = domain::official::Official {
        id: uuid::Uuid::from_u128(77).into(),
        email: domain::publicity::Personal::new("kirjaaja@@kunta".to_owned()),
        ..crate::world::official(Role::Registrar)
    };
    let added = tx
        .add_account(&old, "no password", crate::world::MORNING)
        .await;
    added.expect("it is added");
    tx.commit().await.expect("it is kept");

    until(world, DUE);
    let sink = Sink::start(Manner::Accepts).await;
    round(world, Some(&sink.mailer())).await;
    assert_eq!(
        sink.messages().len(),
        4,
        "the manager and the first registrar"
    );
    let lines = all(world).await;
    let refused = lines.iter().filter_map(trouble).collect::<Vec<_>>();
    assert_eq!(refused, [Trouble::NotAnAddress; 2]);
    let draft = users::UserDraft {
        email: domain::publicity::Personal::new("kirjaaja@@kunta".to_owned()),
        name: domain::publicity::Personal::new("Nimi".to_owned()),
        office: String::new(),
        role: "registrar".to_owned(),
        signs_in: String::new(),
    };
    let added = users::add(register, operator(), None, &draft, "kaksitoista1").await;
    assert!(matches!(added, Err(Refusal::Incomplete(_))), "{added:?}");
}

async fn two_processes_send_each_mail_once(world: &World) {
    served(world).await;
    until(world, DUE);
    let sink = Sink::start(Manner::Accepts).await;
    let mut processes = Vec::new();
    for _ in 0..3 {
        let url = world.database.url();
        let (clock, session_clock) = (world.clock.clone(), world.session_clock.clone());
        let register = Register::open_with_session_clock(url, clock, session_clock).await;
        let (register, mailer) = (register.expect("it opens"), sink.mailer());
        processes.push(tokio::spawn(async move {
            for _ in 0..3 {
                let done = jobs::run_due(&register, Some(&mailer), || true).await;
                done.expect("a round of jobs");
            }
            register.close().await;
        }));
    }
    for process in processes {
        process.await.expect("it runs to its end");
    }
    let ids = sink.message_ids();
    let unique: BTreeSet<&String> = ids.iter().collect();
    assert_eq!((ids.len(), unique.len()), (6, 6));
    assert_eq!(states(world).await, ["sent"].into());
}
