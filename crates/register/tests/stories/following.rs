//! Following decisions by e-mail: nobody is told who did not confirm, nobody is told twice, and of
//! who stops nothing is left.

use std::time::Duration as Patience;

use domain::Lang;
use domain::finding::FindingCode;
use domain::publicity::Personal;
use domain::view::decision_list::DecisionFilter;
use register::following::{self, Answer, FollowKey, Request};
use register::mail::Mailer;
use register::withdrawal::{self, WithdrawalDraft};
use register::{Refusal, jobs};
use time::Duration;

use crate::on_both;
use crate::sink::{Manner, Sink, header, unfolded};
use crate::world::{World, codes_of, registrar};

on_both!(
    only_who_confirmed_is_told_and_once_a_day,
    who_stops_is_gone_with_the_address,
    what_was_not_confirmed_in_two_days_is_removed,
    a_stranger_gets_one_mail_a_day_and_nothing_that_was_typed,
    one_place_of_the_network_cannot_ask_without_end,
    a_mail_tells_what_the_filters_leave_and_each_decision_once,
    a_withdrawn_decision_is_not_told,
    a_mail_that_was_put_off_is_sent_later_and_then_once,
    a_mail_that_was_being_sent_when_the_process_ended_is_not_sent_again,
    an_address_that_takes_no_mail_is_removed,
    two_processes_tell_once,
);

const READER: &str = "lukija@example.test";

fn filter(pairs: &[(&str, &str)]) -> DecisionFilter {
    DecisionFilter::from_pairs(pairs.iter().copied())
}

async fn ask(world: &World, email: &str, wanted: &DecisionFilter) -> Answer {
    let request = Request {
        email: Personal::new(email),
        filter: wanted,
        lang: Lang::Fi,
        from: None,
    };
    let asked = following::ask(&world.register, &request).await;
    asked.expect("an address can be asked for")
}

async fn round(world: &World, mailer: &Mailer) {
    let done = jobs::run_due(&world.register, Some(mailer), || true).await;
    done.expect("a round of jobs");
}

/// Nine o'clock of the next day, by both clocks.
fn tomorrow(world: &World) {
    world.clock.advance(Duration::DAY);
    world.session_clock.advance(Duration::DAY);
}

/// The mails to the reader that came since the last so many.
fn to_reader(sink: &Sink, skip: usize) -> Vec<String> {
    let messages = sink.messages();
    let to = messages
        .iter()
        .filter(|message| header(message, "To") == READER);
    to.skip(skip).map(|message| unfolded(message)).collect()
}

/// The key in the link of a mail.
fn key(message: &str) -> FollowKey {
    let start = "https://hankkeet.example.test/seuraa/";
    let (_, rest) = message.split_once(start).expect("a link");
    let is_sign = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let end = rest.find(|c| !is_sign(c)).unwrap_or(rest.len());
    FollowKey::new(&rest[..end])
}

/// The reader follows something, confirmed from the mail; gives its key.
async fn follower(world: &World, sink: &Sink, wanted: &DecisionFilter) -> FollowKey {
    let before = to_reader(sink, 0).len();
    assert_eq!(ask(world, READER, wanted).await, Answer::LookIntoMail);
    round(world, &sink.mailer()).await;
    let mails = to_reader(sink, before);
    assert_eq!(mails.len(), 1, "{mails:?}");
    let key = key(&mails[0]);
    let confirmed = following::confirm(&world.register, &key, wanted).await;
    confirmed.expect("it was asked for");
    key
}

/// How many addresses there are, and how many of them confirmed.
async fn count(world: &World) -> (u64, u64) {
    let mut tx = world.database.store().read().await.expect("a snapshot");
    tx.count_followers().await.expect("a count")
}

async fn only_who_confirmed_is_told_and_once_a_day(world: &World) {
    let (sink, events) = (Sink::start(Manner::Accepts).await, world.events(0).await);
    let mailer = sink.mailer();
    let all = filter(&[]);
    assert_eq!(ask(world, READER, &all).await, Answer::LookIntoMail);
    round(world, &mailer).await;
    round(world, &mailer).await;
    let mails = to_reader(&sink, 0);
    assert_eq!(mails.len(), 1);
    assert!(header(&mails[0], "List-Unsubscribe").ends_with("/lopeta>"));
    assert_eq!(
        header(&mails[0], "List-Unsubscribe-Post"),
        "List-Unsubscribe=One-Click"
    );
    let key = key(&mails[0]);
    let lines = following::followed(&world.register, &key).await;
    assert!(!lines.expect("it was asked for")[0].is_confirmed);
    assert_eq!(world.events(events.len()).await, [""; 0]);

    let case = world.case("KAJDno-2023-912").await;
    world.published(case, "5", "21.8.2023").await;
    tomorrow(world);
    round(world, &mailer).await;
    assert_eq!(to_reader(&sink, 1), [""; 0], "nobody confirmed");

    let confirmed = following::confirm(&world.register, &key, &all).await;
    confirmed.expect("it was asked for");
    world.published(case, "6", "22.8.2023").await;
    round(world, &mailer).await;
    let news = to_reader(&sink, 1);
    assert_eq!(news.len(), 1, "{news:?}");
    assert!(news[0].contains("/paatokset/kaupunginjohtaja/2023/6\n"));
    assert!(!news[0].contains("/2023/5"), "it was public before");
    assert!(news[0].contains("Osallistuminen hankkeen rahoitukseen"));
    assert!(
        news[0].contains("muutosta viimeist"),
        "until when: {}",
        news[0]
    );
    assert!(!news[0].contains("ammattikorkeakoulu"), "a party");

    world.published(case, "7", "22.8.2023").await;
    for _ in 0..3 {
        world.session_clock.advance(Duration::hours(1));
        round(world, &mailer).await;
    }
    assert_eq!(to_reader(&sink, 2), [""; 0], "once a day");
    tomorrow(world);
    round(world, &mailer).await;
    round(world, &mailer).await;
    let news = to_reader(&sink, 2);
    assert_eq!(news.len(), 1);
    assert!(news[0].contains("/2023/7\n") && !news[0].contains("/2023/6\n"));
    tomorrow(world);
    round(world, &mailer).await;
    assert_eq!(to_reader(&sink, 3), [""; 0], "nothing new");
}

async fn who_stops_is_gone_with_the_address(world: &World) {
    let sink = Sink::start(Manner::Accepts).await;
    let first = follower(world, &sink, &filter(&[])).await;
    let other = filter(&[("paatoksentekija", "kaupunginjohtaja")]);
    let second = follower(world, &sink, &other).await;
    let lines = following::followed(&world.register, &first).await;
    assert_eq!(lines.expect("any key of it").len(), 2);
    assert_eq!(count(world).await, (1, 1));

    let left = following::stop(&world.register, &second, &other).await;
    assert!(left.expect("it is followed"), "the other is left");
    let events = world.events(0).await.len();
    let left = following::stop(&world.register, &second, &filter(&[])).await;
    assert!(!left.expect("it is followed"));
    assert_eq!(count(world).await, (0, 0));
    assert_eq!(world.events(events).await, [""; 0]);
    for key in [&first, &second] {
        let gone = following::followed(&world.register, key).await;
        assert!(matches!(gone, Err(Refusal::NotFound)), "{gone:?}");
        let again = following::confirm(&world.register, key, &other).await;
        assert!(matches!(again, Err(Refusal::NotFound)), "{again:?}");
        let stopped = following::stop_all(&world.register, key).await;
        stopped.expect("pressed twice");
    }

    // What waited to be sent is gone too.
    tomorrow(world);
    let key = follower(world, &sink, &filter(&[])).await;
    let case = world.case("KAJDno-2023-912").await;
    world.published(case, "5", "22.8.2023").await;
    let away = Sink::gone().await;
    round(world, &away.mailer()).await;
    let stopped = following::stop_all(&world.register, &key).await;
    stopped.expect("it is followed");
    let before = to_reader(&sink, 0).len();
    tomorrow(world);
    round(world, &sink.mailer()).await;
    assert_eq!(to_reader(&sink, before), [""; 0]);
}

async fn what_was_not_confirmed_in_two_days_is_removed(world: &World) {
    let sink = Sink::start(Manner::Accepts).await;
    let kept = follower(world, &sink, &filter(&[])).await;
    ask(world, READER, &filter(&[("q", "tuuli")])).await;
    ask(world, "toinen@example.test", &filter(&[])).await;
    assert_eq!(count(world).await, (2, 1));
    world
        .session_clock
        .advance(Duration::days(2) - Duration::SECOND);
    world.run_jobs().await;
    assert_eq!(count(world).await, (2, 1));
    world.session_clock.advance(Duration::SECOND);
    world.run_jobs().await;
    assert_eq!(count(world).await, (1, 1));
    let lines = following::followed(&world.register, &kept).await;
    assert_eq!(lines.expect("it is confirmed").len(), 1);
}

async fn a_stranger_gets_one_mail_a_day_and_nothing_that_was_typed(world: &World) {
    let sink = Sink::start(Manner::Accepts).await;
    let mailer = sink.mailer();
    let typed = filter(&[("q", "Sinakirottu katso halpamarkkinat")]);
    for email in [READER, "Lukija@Example.test ", READER] {
        assert_eq!(ask(world, email, &typed).await, Answer::LookIntoMail);
        ask(world, email, &filter(&[("vuosi", "2023")])).await;
        round(world, &mailer).await;
        world.session_clock.advance(Duration::hours(1));
    }
    let mails = sink.messages();
    assert_eq!(mails.len(), 1, "{mails:?}");
    let mail = unfolded(&mails[0]);
    for word in ["Sinakirottu", "halpamarkkinat", "2023"] {
        let body = mail.split_once("\n\n").map_or("", |(_, body)| body);
        assert!(!body.contains(word), "{word} in {body}");
    }
    assert!(mail.contains("- haun p"), "its kind: {mail}");
    world.session_clock.advance(Duration::hours(21));
    ask(world, READER, &typed).await;
    round(world, &mailer).await;
    assert_eq!(sink.messages().len(), 2, "a day later");

    for (email, code) in [
        ("", FindingCode::Missing),
        ("lukija", FindingCode::NotAnEmail),
        ("a@b.fi\nBcc: c@d.fi", FindingCode::NotAnEmail),
    ] {
        let request = Request {
            email: Personal::new(email),
            filter: &typed,
            lang: Lang::Fi,
            from: None,
        };
        match following::ask(&world.register, &request).await {
            Err(Refusal::Incomplete(findings)) => {
                assert_eq!(codes_of(&findings), [("email", code.code())]);
            }
            other => panic!("{email}: {other:?}"),
        }
    }
}

async fn one_place_of_the_network_cannot_ask_without_end(world: &World) {
    let mut answers = Vec::new();
    for number in 0..32 {
        let email = format!("lukija{number}@example.test");
        // One customer has a whole network of version 6.
        let from = format!("2001:db8:0:1::{number:x}").parse().ok();
        let request = Request {
            email: Personal::new(email.as_str()),
            filter: &filter(&[]),
            lang: Lang::Fi,
            from,
        };
        answers.push(following::ask(&world.register, &request).await.ok());
    }
    let is_taken = |answer: &Option<Answer>| *answer == Some(Answer::LookIntoMail);
    assert!(answers[..30].iter().all(is_taken));
    assert_eq!(answers[30..], [Some(Answer::TooMany); 2]);
    assert_eq!(count(world).await, (30, 0));
    let request = Request {
        email: Personal::new(READER),
        filter: &filter(&[]),
        lang: Lang::Fi,
        from: "192.0.2.1".parse().ok(),
    };
    let elsewhere = following::ask(&world.register, &request).await;
    assert_eq!(elsewhere.ok(), Some(Answer::LookIntoMail));
}

async fn a_mail_tells_what_the_filters_leave_and_each_decision_once(world: &World) {
    let sink = Sink::start(Manner::Accepts).await;
    // Two that leave the same decision, and one that leaves none of them.
    for pairs in [
        &[("paatoksentekija", "kaupunginjohtaja")][..],
        &[("q", "alihankkijoita")],
        &[("paatoksentekija", "hallintojohtaja")],
    ] {
        follower(world, &sink, &filter(pairs)).await;
    }
    let before = to_reader(&sink, 0).len();
    let case = world.case("KAJDno-2023-912").await;
    for section in 1..=23 {
        let section = section.to_string();
        world.published(case, &section, "21.8.2023").await;
    }
    round(world, &sink.mailer()).await;
    let news = to_reader(&sink, before);
    assert_eq!(news.len(), 1);
    let links = news[0].matches("/paatokset/kaupunginjohtaja/2023/").count();
    assert_eq!(links, 20, "the newest of them: {}", news[0]);
    assert!(news[0].contains("/2023/23\n") && !news[0].contains("/2023/3\n"));
    assert!(header(&news[0], "Subject").contains("Julkaistu"));
    assert!(
        news[0].contains("Lis") && news[0].contains(" 3 p"),
        "and 3 more"
    );

    // Who follows what none of them is has nothing to read, and is asked about no more today.
    let none = filter(&[("paatoksentekija", "hallintojohtaja")]);
    let lines = following::followed(&world.register, &key(&news[0])).await;
    for line in lines.expect("it follows") {
        if line.filter != none {
            let stopped = following::stop(&world.register, &key(&news[0]), &line.filter).await;
            assert!(stopped.expect("it is followed"));
        }
    }
    world.published(case, "24", "21.8.2023").await;
    tomorrow(world);
    round(world, &sink.mailer()).await;
    assert_eq!(to_reader(&sink, before + 1), [""; 0]);
}

async fn a_withdrawn_decision_is_not_told(world: &World) {
    let sink = Sink::start(Manner::Accepts).await;
    follower(world, &sink, &filter(&[])).await;
    let case = world.case("KAJDno-2023-912").await;
    let id = world.published(case, "5", "21.8.2023").await;
    let draft = WithdrawalDraft {
        public_reason: "Teksti tarkistetaan.".to_owned(),
        confirmed: "yes".to_owned(),
        ..WithdrawalDraft::default()
    };
    let withdrawn = withdrawal::withdraw(&world.register, registrar(), None, id, 4, &draft).await;
    withdrawn.expect("it is withdrawn");
    round(world, &sink.mailer()).await;
    assert_eq!(to_reader(&sink, 1), [""; 0]);
}

async fn a_mail_that_was_put_off_is_sent_later_and_then_once(world: &World) {
    let sink = Sink::start(Manner::Accepts).await;
    follower(world, &sink, &filter(&[])).await;
    let case = world.case("KAJDno-2023-912").await;
    world.published(case, "5", "21.8.2023").await;
    sink.becomes(Manner::AnswersRecipient("451 later"));
    round(world, &sink.mailer()).await;
    assert_eq!(to_reader(&sink, 1), [""; 0]);
    // What is published meanwhile is told with it.
    world.published(case, "6", "21.8.2023").await;
    sink.becomes(Manner::Accepts);
    round(world, &sink.mailer()).await;
    assert_eq!(to_reader(&sink, 1), [""; 0], "not yet");
    for _ in 0..2 {
        world.session_clock.advance(Duration::minutes(5));
        round(world, &sink.mailer()).await;
    }
    let news = to_reader(&sink, 1);
    assert_eq!(news.len(), 1);
    assert!(news[0].contains("/2023/5\n") && news[0].contains("/2023/6\n"));
}

async fn a_mail_that_was_being_sent_when_the_process_ended_is_not_sent_again(world: &World) {
    let sink = Sink::start(Manner::Accepts).await;
    follower(world, &sink, &filter(&[])).await;
    let case = world.case("KAJDno-2023-912").await;
    world.published(case, "5", "21.8.2023").await;
    sink.becomes(Manner::HangsAfterMessage);
    let (register, mailer) = (world.register.clone(), sink.mailer());
    let process = tokio::spawn(async move {
        let _ = jobs::run_due(&register, Some(&mailer), || true).await;
    });
    while to_reader(&sink, 1).is_empty() {
        tokio::time::sleep(Patience::from_millis(20)).await;
    }
    process.abort();
    assert!(process.await.is_err(), "it ended in the middle");
    sink.becomes(Manner::Accepts);
    for _ in 0..3 {
        round(world, &sink.mailer()).await;
        world.session_clock.advance(Duration::hours(1));
    }
    world.published(case, "6", "21.8.2023").await;
    tomorrow(world);
    round(world, &sink.mailer()).await;
    let news = to_reader(&sink, 2);
    assert_eq!(news.len(), 1, "{news:?}");
    assert!(news[0].contains("/2023/6\n") && !news[0].contains("/2023/5\n"));
}

async fn an_address_that_takes_no_mail_is_removed(world: &World) {
    let sink = Sink::start(Manner::AnswersRecipient("550 no such user")).await;
    ask(world, READER, &filter(&[])).await;
    round(world, &sink.mailer()).await;
    assert_eq!(count(world).await, (0, 0), "it was never confirmed");

    sink.becomes(Manner::Accepts);
    tomorrow(world);
    follower(world, &sink, &filter(&[])).await;
    sink.becomes(Manner::AnswersRecipient("550 no such user"));
    let case = world.case("KAJDno-2023-912").await;
    for (section, day) in [("5", "22.8.2023"), ("6", "23.8.2023"), ("7", "24.8.2023")] {
        assert_eq!(count(world).await, (1, 1));
        world.published(case, section, day).await;
        round(world, &sink.mailer()).await;
        tomorrow(world);
    }
    assert_eq!(count(world).await, (0, 0));
}

async fn two_processes_tell_once(world: &World) {
    let sink = Sink::start(Manner::Accepts).await;
    follower(world, &sink, &filter(&[])).await;
    let case = world.case("KAJDno-2023-912").await;
    world.published(case, "5", "21.8.2023").await;
    let mailer = sink.mailer();
    tokio::join!(round(world, &mailer), round(world, &mailer));
    assert_eq!(to_reader(&sink, 1).len(), 1);
}
