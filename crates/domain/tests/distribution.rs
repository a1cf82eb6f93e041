//! The distribution of a decision: how it is typed, and what becomes of each mail.

use calendar::{AppealPeriod, Means, Offices, Remedy};
use domain::distribution::{
    Addressee, AddresseeDraft, Attempt, AttemptOutcome, Entry, KEPT_AFTER_PERIOD,
    KEPT_WITHOUT_PERIOD, address_is_over,
};
use domain::finding::{FindingCode, Findings};
use domain::id::DistributionId;
use domain::mailing::{Failure, Mailing, Outcome, Trouble};
use domain::period::PeriodDates;
use domain::publicity::Personal;
use time::macros::{date, datetime};
use uuid::Uuid;

use crate::drawing::{Edge, edges};

fn read(line: &str) -> Result<(String, Option<String>), FindingCode> {
    let read = Addressee::read(line)?;
    let address = read.address.map(|one| one.reveal_to_official().clone());
    Ok((read.name.reveal_to_official().clone(), address))
}

#[test]
fn a_line_is_a_name_and_perhaps_an_address() {
    let address = || Some("talous@kunta.example".to_owned());
    for (line, name, expected) in [
        (" Talouspalvelut ", "Talouspalvelut", None),
        (
            "Talouspalvelut talous@kunta.example",
            "Talouspalvelut",
            address(),
        ),
        (
            "Talouspalvelut <talous@kunta.example>",
            "Talouspalvelut",
            address(),
        ),
        (
            "Talouspalvelut, talous@kunta.example;",
            "Talouspalvelut",
            address(),
        ),
        (
            "Talouspalvelut (talous@kunta.example)",
            "Talouspalvelut",
            address(),
        ),
        ("Talous: talous@kunta.example", "Talous", address()),
        ("talous@kunta.example Talous", "Talous", address()),
        (
            "Talous (talous@kunta.example), Kajaani",
            "Talous, Kajaani",
            address(),
        ),
    ] {
        assert_eq!(read(line), Ok((name.to_owned(), expected)), "{line}");
    }
    for (line, code) in [
        ("talous@kunta.example", FindingCode::RecipientNameMissing),
        ("<talous@kunta.example>", FindingCode::RecipientNameMissing),
        ("Talous talous@", FindingCode::NotAnEmail),
        ("Talous a@b.example c@d.example", FindingCode::NotAnEmail),
        ("Talous tal@ous@kunta.example", FindingCode::NotAnEmail),
    ] {
        assert_eq!(read(line), Err(code), "{line}");
    }
}

#[test]
fn every_line_is_read_and_each_fault_is_said_once() {
    let mut findings = Findings::default();
    let read = Addressee::read_all("Talous\n\n a@\n b@ \n Arkisto x@y.example", &mut findings);
    assert_eq!(read.len(), 2);
    let found: Vec<_> = findings.iter().map(|one| (&*one.place, one.code)).collect();
    assert_eq!(found, [("distribution", FindingCode::NotAnEmail)]);
}

#[test]
fn what_a_registrar_types_is_read_at_its_fields() {
    let draft = |recipient: &str, email: &str| AddresseeDraft {
        recipient: recipient.to_owned(),
        email: email.to_owned(),
    };
    let read = draft(" Talous ", " x@y.example ")
        .read()
        .expect("it is right");
    assert_eq!(read.name.reveal_to_official(), "Talous");
    assert_eq!(read.address, Some(Personal::new("x@y.example".to_owned())));
    assert_eq!(draft("Talous", "").read().map(|one| one.address), Ok(None));
    let places = |found: Findings| {
        let found: Vec<_> = found
            .iter()
            .map(|one| (one.place.clone(), one.code))
            .collect();
        found
    };
    let refused = draft("", "x").read().map_err(places);
    let expected = [
        ("recipient".to_owned(), FindingCode::Missing),
        ("email".to_owned(), FindingCode::NotAnEmail),
    ];
    assert_eq!(refused, Err(expected.into()));
    let refused = draft("Talous", "").address().map_err(places);
    assert_eq!(
        refused,
        Err(vec![("email".to_owned(), FindingCode::Missing)])
    );
}

fn address() -> Personal<String> {
    Personal::new("x@y.example".to_owned())
}

fn entry(has_address: bool, mail: Option<Mailing>) -> Entry {
    Entry {
        id: DistributionId::from(Uuid::from_u128(1)),
        version: 1,
        decision: Uuid::from_u128(2).into(),
        name: Personal::new("Talous".to_owned()),
        address: has_address.then(address),
        mail,
    }
}

fn failure() -> Failure {
    Failure {
        trouble: Trouble::TryLater,
        reply: "451 x@y.example later".to_owned(),
    }
}

/// Every state, in which an address can be left.
fn states() -> Vec<Entry> {
    use Mailing as S;
    let mails = [
        S::Planned,
        S::Sending,
        S::Sent,
        S::Deferred(failure()),
        S::Refused(failure()),
        S::Unknown(failure()),
        S::Received,
        S::Withdrawn,
    ];
    let mails = mails.map(|mail| entry(true, Some(mail)));
    [entry(false, None), entry(true, None)]
        .into_iter()
        .chain(mails)
        .collect()
}

type Transition = fn(Entry) -> Option<Entry>;

/// Every transition by the name it has in the drawing.
const TRANSITIONS: [(&str, Transition); 12] = [
    ("plan", |one| one.plan().ok()),
    ("begin", |one| one.becomes(Mailing::begin).ok()),
    ("sent", |one| finish(one, Outcome::Sent(String::new()))),
    ("deferred", |one| finish(one, Outcome::Deferred(failure()))),
    ("refused", |one| finish(one, Outcome::Refused(failure()))),
    ("unknown", |one| finish(one, Outcome::Unknown(failure()))),
    ("send_again", |one| one.send_again().ok()),
    ("confirm_received", |one| {
        one.becomes(Mailing::confirm_received).ok()
    }),
    ("withdraw", |one| one.withdraw().ok()),
    ("readdress", |one| one.readdress(address(), true).ok()),
    ("readdress_unpublished", |one| {
        one.readdress(address(), false).ok()
    }),
    ("forget_address", |one| one.forget_address().ok()),
];

fn finish(entry: Entry, outcome: Outcome) -> Option<Entry> {
    entry.becomes(|mailing| mailing.finish(outcome)).ok()
}

fn drawn() -> Vec<Edge> {
    edges(include_str!("../../../docs/states/distribution.md"))
}

#[test]
fn the_drawing_of_states_is_the_transitions_of_the_code() {
    let mut possible = Vec::new();
    for state in ["no_address", "awaits_publication"] {
        possible.push(("[*]".to_owned(), state.to_owned(), "enter".to_owned()));
    }
    for before in states() {
        for (name, transition) in TRANSITIONS {
            let Some(after) = transition(before.clone()) else {
                continue;
            };
            assert_eq!((after.id, &after.name), (before.id, &before.name));
            let (from, to) = (before.state().code(), after.state().code());
            // Most entries lose nothing but the address by it.
            if name != "forget_address" || from != to {
                possible.push((from.to_owned(), to.to_owned(), name.to_owned()));
            }
        }
    }
    let (mut drawn, mut possible) = (drawn(), possible);
    drawn.sort();
    possible.sort();
    assert_eq!(drawn, possible);
}

#[test]
fn a_forgotten_address_is_in_no_state_and_nothing_is_sent_without_one() {
    for before in states() {
        let is_sending = before.mail == Some(Mailing::Sending);
        let Ok(after) = before.forget_address() else {
            assert!(is_sending, "only what is being sent keeps it");
            continue;
        };
        assert_eq!(after.address, None);
        let reply = after.mail.as_ref().and_then(Mailing::failure);
        assert!(reply.is_none_or(|failure| failure.reply.is_empty()));
        assert!(after.clone().send_again().is_err() && after.clone().plan().is_err());
        assert!(!after.mail.is_some_and(|mail| mail.waits()));
    }
}

#[test]
fn an_address_goes_with_the_personal_data_of_its_decision() {
    let period = AppealPeriod::compute(
        Remedy::Rectification,
        Means::PublishedMinutes,
        date!(2023 - 08 - 18),
        &Offices::kajaani(),
    );
    let period = PeriodDates::from(&period.expect("it is computed"));
    // The period ends on Fri 8.9.2023 at 15.00.
    let before = datetime!(2023-08-18 09:00);
    let over = |changed, now| address_is_over(Some(&period), changed, now);
    assert!(!over(before, datetime!(2023-09-08 14:59:59)));
    assert!(over(before, datetime!(2023-09-08 15:00)));
    let after = datetime!(2023-09-10 09:00);
    assert!(!over(
        after,
        after + KEPT_AFTER_PERIOD - time::Duration::SECOND
    ));
    assert!(over(after, after + KEPT_AFTER_PERIOD));
    let without = |now| address_is_over(None, before, now);
    assert!(!without(
        before + KEPT_WITHOUT_PERIOD - time::Duration::SECOND
    ));
    assert!(without(before + KEPT_WITHOUT_PERIOD));
}

#[test]
fn the_log_keeps_what_the_server_said_of_every_outcome() {
    let at = datetime!(2023-08-18 06:00 UTC);
    for (outcome, code, trouble) in [
        (Outcome::Sent("250 ok".to_owned()), "sent", None),
        (
            Outcome::Deferred(failure()),
            "deferred",
            Some(Trouble::TryLater),
        ),
        (
            Outcome::Refused(failure()),
            "refused",
            Some(Trouble::TryLater),
        ),
        (
            Outcome::Unknown(failure()),
            "unknown",
            Some(Trouble::TryLater),
        ),
    ] {
        let attempt = Attempt::new(at, Some(address()), &outcome);
        assert_eq!(attempt.outcome.code(), code);
        assert_eq!(AttemptOutcome::from_code(code), Some(attempt.outcome));
        assert_eq!(attempt.trouble, trouble);
        assert!(!attempt.reply.reveal_to_official().is_empty());
    }
    assert_eq!(AttemptOutcome::from_code("planned"), None);
}
