//! Following by e-mail: the drawings of states are the transitions of the code.

use domain::Lang;
use domain::follow::{
    FollowKind, FollowLetter, FollowMail, FollowState, Followed, Follower, MOST_FOLLOWED,
    followable,
};
use domain::mailing::{Failure, Outcome, Trouble};
use domain::publicity::Personal;
use domain::view::decision_list::DecisionFilter;
use time::macros::{date, datetime};
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use crate::drawing::{Edge, edges};

const AT: OffsetDateTime = datetime!(2023-08-21 06:00 UTC);
const PAGE: &str = include_str!("../../../docs/states/follower.md");

fn filter(pairs: &[(&str, &str)]) -> DecisionFilter {
    DecisionFilter::from_pairs(pairs.iter().copied())
}

fn new() -> Follower {
    let address = Personal::new("lukija@kunta.example".to_owned());
    Follower::new(Uuid::nil().into(), address, Lang::Fi)
}

/// A follower of one thing.
fn of(state: FollowState, mail: FollowMail) -> Follower {
    let filter = filter(&[]);
    Follower {
        followed: vec![Followed { filter, state }],
        mail,
        ..new()
    }
}

const ASKED: FollowState = FollowState::Asked {
    at: AT,
    is_mailed: false,
};
const CONFIRMED: FollowState = FollowState::Confirmed { told: 3 };

fn waiting(letter: FollowLetter) -> FollowMail {
    FollowMail::Waiting {
        letter,
        attempts: 0,
        due: AT,
    }
}

fn sending(letter: FollowLetter) -> FollowMail {
    FollowMail::Sending {
        letter,
        attempts: 0,
        until: AT,
        up_to: 9,
    }
}

fn failure(trouble: Trouble) -> Failure {
    Failure {
        trouble,
        reply: String::new(),
    }
}

fn no_such_user() -> Outcome {
    Outcome::Refused(failure(Trouble::Refused))
}

fn sorted(mut edges: Vec<Edge>) -> Vec<Edge> {
    edges.sort();
    edges.dedup();
    edges
}

fn edge(from: &str, to: &str, by: &str) -> Edge {
    (from.to_owned(), to.to_owned(), by.to_owned())
}

#[test]
fn the_drawing_of_what_is_followed_is_the_transitions_of_the_code() {
    let code = |follower: Option<Follower>| {
        let followed = follower.map(|one| one.followed[0].state.code());
        followed.unwrap_or("[*]")
    };
    let all = filter(&[]);
    let mut possible = vec![edge("[*]", code(Some(new().ask(&all, AT))), "ask")];
    for state in [ASKED, CONFIRMED] {
        let before = of(state, FollowMail::Nothing);
        let expired = before.clone().expire(AT + Duration::days(2));
        let letter = match state {
            FollowState::Asked { .. } => FollowLetter::Confirmation,
            FollowState::Confirmed { .. } => FollowLetter::News,
        };
        let mut refused = of(state, sending(letter));
        refused.refusals = 2;
        let refused = refused.finish(&no_such_user(), AT).expect("it is sent");
        let mut after = vec![
            ("ask", Some(before.clone().ask(&all, AT))),
            ("confirm", before.clone().confirm(&all, 5).ok()),
            ("stop", before.stop(&all)),
            ("refused", refused),
        ];
        if expired.is_none() {
            after.push(("expire", expired));
        }
        possible.extend(
            after
                .into_iter()
                .map(|(by, one)| edge(state.code(), code(one), by)),
        );
    }
    assert_eq!(sorted(edges(PAGE)), sorted(possible));
}

#[test]
fn the_drawing_of_the_mail_is_the_transitions_of_the_code() {
    let (now, today) = (datetime!(2023-08-21 09:00), date!(2023 - 08 - 21));
    let (_, of_mail) = PAGE.split_once("## The mail under way").expect("its part");
    let first = Follower {
        mail: FollowMail::Nothing,
        ..new()
    };
    let mut possible = vec![edge("[*]", first.mail.code(), "ask")];
    for (state, letter, by) in [
        (ASKED, FollowLetter::Confirmation, "plan_confirmation"),
        (CONFIRMED, FollowLetter::News, "plan_news"),
    ] {
        for mail in [FollowMail::Nothing, waiting(letter), sending(letter)] {
            let before = of(state, mail);
            let finish = |outcome| before.clone().finish(&outcome, AT).ok().flatten();
            let planned = match letter {
                FollowLetter::Confirmation => before.clone().plan_confirmation(AT),
                FollowLetter::News => before.clone().plan_news(now, AT),
            };
            let after = [
                (by, Some(planned).filter(|after| after.mail != mail)),
                ("begin", before.clone().begin(9, AT, today).ok()),
                ("pass", before.clone().pass(9, today).ok()),
                ("sent", finish(Outcome::Sent(String::new()))),
                (
                    "unknown",
                    finish(Outcome::Unknown(failure(Trouble::Interrupted))),
                ),
                (
                    "deferred",
                    finish(Outcome::Deferred(failure(Trouble::TryLater))),
                ),
                ("refused", finish(no_such_user())),
                (
                    "refused",
                    finish(Outcome::Refused(failure(Trouble::NotLetIn))),
                ),
            ];
            let after = after.into_iter();
            possible.extend(
                after.filter_map(|(by, one)| Some(edge(mail.code(), one?.mail.code(), by))),
            );
        }
    }
    assert_eq!(sorted(edges(of_mail)), sorted(possible));
}

#[test]
fn news_come_in_the_morning_and_once_a_day() {
    let one = of(CONFIRMED, FollowMail::Nothing);
    let planned = |one: &Follower, now| one.clone().plan_news(now, AT).mail != FollowMail::Nothing;
    assert!(!planned(&one, datetime!(2023-08-21 06:59:59)));
    assert!(planned(&one, datetime!(2023-08-21 07:00)));
    let told = Follower {
        told_on: Some(date!(2023 - 08 - 21)),
        ..one
    };
    assert!(!planned(&told, datetime!(2023-08-21 23:59)));
    assert!(planned(&told, datetime!(2023-08-22 07:00)));
    let asked = of(ASKED, FollowMail::Nothing);
    assert!(
        !planned(&asked, datetime!(2023-08-22 07:00)),
        "nobody confirmed"
    );
}

#[test]
fn what_was_certainly_not_sent_is_told_later_and_what_perhaps_was_is_not() {
    let told = |outcome| {
        let sending = of(CONFIRMED, sending(FollowLetter::News));
        let after = sending.finish(&outcome, AT).expect("it is sent");
        after.and_then(|one| one.confirmed().map(|(_, told)| told).next())
    };
    assert_eq!(told(Outcome::Sent(String::new())), Some(9));
    assert_eq!(
        told(Outcome::Unknown(failure(Trouble::ConnectionLost))),
        Some(9)
    );
    assert_eq!(
        told(Outcome::Deferred(failure(Trouble::NoConnection))),
        Some(3)
    );
    // Our own server kept it for a day: that says nothing about the address.
    assert_eq!(told(Outcome::Refused(failure(Trouble::NotLetIn))), Some(3));
}

#[test]
fn what_is_asked_for_while_a_mail_is_sent_has_its_own_after_it() {
    let today = date!(2023 - 08 - 21);
    let first = new().ask(&filter(&[]), AT);
    let sending = first.begin(0, AT, today).expect("it waits");
    let second = sending.ask(&filter(&[("q", "tuuli")]), AT);
    assert_eq!(second.mail.code(), "sending");
    let after = second.finish(&Outcome::Sent(String::new()), AT);
    let after = after.expect("it is sent").expect("it is left");
    let to_confirm: Vec<_> = after.to_confirm().cloned().collect();
    assert_eq!(to_confirm, [filter(&[("q", "tuuli")])]);
    assert_eq!(after.plan_confirmation(AT).mail.code(), "waiting");
}

#[test]
fn one_address_follows_a_bounded_number_of_things() {
    let asked = (0..MOST_FOLLOWED + 5).fold(new(), |one, number| {
        one.ask(&filter(&[("q", &number.to_string())]), AT)
    });
    assert_eq!(asked.followed.len(), MOST_FOLLOWED);
}

#[test]
fn a_filter_is_of_one_kind() {
    for (pairs, kind) in [
        (&[][..], FollowKind::Everything),
        (&[("hanke", "kaivos")], FollowKind::Project),
        (
            &[("paatoksentekija", "kaupunginjohtaja")],
            FollowKind::DecisionMaker,
        ),
        (&[("q", "tuuli")], FollowKind::Search),
        (
            &[("hanke", "kaivos"), ("vuosi", "2023")],
            FollowKind::Search,
        ),
        // What is not followed makes no other kind.
        (
            &[("tila", "kaynnissa"), ("alku", "1.8.2023")],
            FollowKind::Everything,
        ),
    ] {
        assert_eq!(
            FollowKind::of(&followable(&filter(pairs))),
            kind,
            "{pairs:?}"
        );
    }
}
