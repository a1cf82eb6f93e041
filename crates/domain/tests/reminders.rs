//! Reminders: when they are due, who is reminded, what becomes of them.

use calendar::{AppealPeriod, Means, Offices, Remedy, blocked};
use domain::id::{DecisionId, ReminderId, ServiceId, UserId};
use domain::official::Official;
use domain::period::PeriodDates;
use domain::publicity::Personal;
use domain::reminder::{
    Ending, Failure, HORIZON, Mailing, Outcome, PeriodOf, Plan, Reminded, Reminder, Trouble,
    due_on, plan,
};
use domain::role::Role;
use time::macros::{date, datetime};
use time::{Date, PrimitiveDateTime};
use uuid::Uuid;

use crate::drawing::{Edge, edges};

#[test]
fn a_reminder_is_due_three_working_days_before_the_last_day() {
    for (last_day, due, what) in [
        (
            date!(2023 - 09 - 08),
            date!(2023 - 09 - 05),
            "an ordinary week",
        ),
        (
            date!(2023 - 09 - 11),
            date!(2023 - 09 - 06),
            "over a weekend",
        ),
        (date!(2024 - 04 - 02), date!(2024 - 03 - 26), "over Easter"),
        (date!(2024 - 05 - 02), date!(2024 - 04 - 26), "over May Day"),
        (
            date!(2024 - 05 - 10),
            date!(2024 - 05 - 06),
            "over Ascension Day",
        ),
        (
            date!(2024 - 06 - 24),
            date!(2024 - 06 - 18),
            "over Midsummer",
        ),
        (
            date!(2023 - 12 - 08),
            date!(2023 - 12 - 04),
            "over Independence Day",
        ),
        (
            date!(2023 - 12 - 27),
            date!(2023 - 12 - 20),
            "over Christmas",
        ),
        (
            date!(2024 - 01 - 02),
            date!(2023 - 12 - 27),
            "over New Year",
        ),
        (
            date!(2025 - 01 - 07),
            date!(2024 - 12 - 31),
            "over Epiphany",
        ),
    ] {
        assert_eq!(due_on(last_day), due, "{what}");
    }
}

#[test]
fn no_last_day_is_further_from_its_reminder_than_the_horizon() {
    let mut day = date!(1995 - 01 - 20);
    while day < date!(2101 - 01 - 01) {
        if blocked(day).is_none() {
            assert!(day - due_on(day) <= HORIZON, "{day}");
        }
        day = day.next_day().expect("there is a tomorrow");
    }
}

const NOW: PrimitiveDateTime = datetime!(2023-09-05 09:00);

fn id<T: From<Uuid>>(number: u128) -> T {
    Uuid::from_u128(number).into()
}

fn official(number: u128, role: Role) -> Official {
    Official {
        id: id(number),
        version: 1,
        email: Personal::new(format!("{number}@example.test")),
        name: Personal::new("Nimi".to_owned()),
        office: "Virka".to_owned(),
        role,
        signs_in: None,
        disabled: false,
        must_change_password: false,
    }
}

/// Published on a day, by which the period ends three weeks later; the preparer is 1, the signer 2.
fn ending(service: Option<u128>, published: Date) -> Ending {
    let period = AppealPeriod::compute(
        Remedy::Rectification,
        Means::PublishedMinutes,
        published,
        &Offices::kajaani(),
    );
    Ending {
        of: PeriodOf {
            decision: id::<DecisionId>(10),
            service: service.map(id::<ServiceId>),
        },
        period: PeriodDates::from(&period.expect("it is computed")),
        preparer: id(1),
        signer: Some(id(2)),
    }
}

/// One that ends on Friday 8.9.2023 at 15.00.
fn near() -> Ending {
    ending(None, date!(2023 - 08 - 18))
}

fn reminder(reminded: Reminded, state: Mailing) -> Reminder {
    Reminder {
        id: id::<ReminderId>(50),
        version: 1,
        reminded,
        state,
        acknowledged: None,
    }
}

fn reminded(official: u128) -> Reminded {
    Reminded {
        official: id::<UserId>(official),
        of: near().of,
        last_day: date!(2023 - 09 - 08),
    }
}

#[test]
fn the_preparer_the_signer_and_the_registrars_are_reminded_and_nobody_else() {
    let mut officials = vec![
        official(1, Role::Preparer),
        official(2, Role::DecisionMaker),
        official(3, Role::Registrar),
        official(4, Role::Registrar),
        official(5, Role::Preparer),
        official(6, Role::Finance),
        official(7, Role::Administrator),
        official(8, Role::Auditor),
    ];
    officials[3].disabled = true;
    let wanted = plan(&[near()], &officials, &[], NOW);
    assert_eq!(wanted.add, [reminded(1), reminded(2), reminded(3)]);
    officials[0].disabled = true;
    let elsewhere = Ending {
        signer: None,
        ..near()
    };
    let wanted = plan(&[elsewhere], &officials, &[], NOW);
    assert_eq!(
        wanted.add,
        [reminded(3)],
        "signed elsewhere, the preparer left"
    );
}

#[test]
fn reminders_belong_on_the_desk_from_their_day_to_the_closing_hour() {
    let officials = [official(1, Role::Preparer)];
    for (now, due) in [
        (datetime!(2023-09-04 23:59:59), false),
        (datetime!(2023-09-05 00:00), true),
        (datetime!(2023-09-08 14:59:59), true),
        (datetime!(2023-09-08 15:00), false),
    ] {
        let wanted = plan(&[near()], &officials, &[], now);
        assert_eq!(!wanted.add.is_empty(), due, "{now}");
    }
}

#[test]
fn each_period_of_a_decision_has_reminders_of_its_own() {
    let officials = [official(1, Role::Preparer)];
    let endings = [near(), ending(Some(20), date!(2023 - 08 - 18))];
    let wanted = plan(&endings, &officials, &[], NOW).add;
    let services: Vec<_> = wanted.iter().map(|one| one.of.service).collect();
    assert_eq!(services, [None, Some(id(20))]);
}

#[test]
fn what_is_there_is_not_planned_again_whatever_became_of_it() {
    let officials = [official(1, Role::Preparer)];
    for state in states() {
        let known = [reminder(reminded(1), state.clone())];
        let changes = plan(&[near()], &officials, &known, NOW);
        assert_eq!(changes.add, [], "{state:?}");
        let anew = state == Mailing::Withdrawn;
        assert_eq!(!changes.anew.is_empty(), anew, "{state:?}");
        assert_eq!(changes.withdraw, [], "{state:?}");
    }
}

#[test]
fn one_that_waits_and_is_not_needed_is_taken_back_and_a_sent_one_stays() {
    let officials = [official(1, Role::Preparer)];
    let moved = ending(None, date!(2023 - 08 - 21));
    let acknowledged = |state| Reminder {
        acknowledged: Some(datetime!(2023-09-05 05:00 UTC)),
        ..reminder(reminded(1), state)
    };
    for state in states() {
        let known = [reminder(reminded(1), state.clone())];
        for (changes, why) in [
            (plan(&[], &officials, &known, NOW), "no such period"),
            (
                plan(std::slice::from_ref(&moved), &officials, &known, NOW),
                "another day",
            ),
            (plan(&[near()], &[], &known, NOW), "no such official"),
            (
                plan(&[near()], &officials, &known, datetime!(2023-09-08 15:00)),
                "over",
            ),
            (
                plan(&[near()], &officials, &[acknowledged(state.clone())], NOW),
                "seen",
            ),
        ] {
            let taken_back = state.waits();
            assert_eq!(!changes.withdraw.is_empty(), taken_back, "{why}: {state:?}");
            assert_eq!(changes.anew, [], "{why}: {state:?}");
        }
    }
    // The reminder is of the new day once that is near.
    let known = [reminder(reminded(1), Mailing::Sent)];
    let later = datetime!(2023-09-06 09:00);
    let changes = plan(&[moved], &officials, &known, later);
    let days: Vec<Date> = changes.add.iter().map(|one| one.last_day).collect();
    assert_eq!(days, [date!(2023 - 09 - 11)]);
    assert!(Plan::default().is_empty() && !changes.is_empty());
}

fn failure() -> Failure {
    Failure {
        trouble: Trouble::TryLater,
        reply: "451 later".to_owned(),
    }
}

/// Every state.
fn states() -> [Mailing; 8] {
    use Mailing as S;
    [
        S::Planned,
        S::Sending,
        S::Sent,
        S::Deferred(failure()),
        S::Refused(failure()),
        S::Unknown(failure()),
        S::Received,
        S::Withdrawn,
    ]
}

type Transition = fn(Reminder) -> Option<Reminder>;

/// Every transition by the name it has in the drawing.
const TRANSITIONS: [(&str, Transition); 9] = [
    ("begin", |one| one.begin().ok()),
    ("sent", |one| one.finish(Outcome::Sent(String::new())).ok()),
    ("deferred", |one| {
        one.finish(Outcome::Deferred(failure())).ok()
    }),
    ("refused", |one| {
        one.finish(Outcome::Refused(failure())).ok()
    }),
    ("unknown", |one| {
        one.finish(Outcome::Unknown(failure())).ok()
    }),
    ("send_again", |one| one.send_again().ok()),
    ("confirm_received", |one| one.confirm_received().ok()),
    ("withdraw", |one| one.withdraw().ok()),
    ("plan_anew", |one| one.plan_anew().ok()),
];

fn drawn() -> Vec<Edge> {
    edges(include_str!("../../../docs/states/reminder.md"))
}

#[test]
fn the_drawing_of_states_is_the_transitions_of_the_code() {
    let mut possible = vec![("[*]".to_owned(), "planned".to_owned(), "plan".to_owned())];
    for state in states() {
        for (name, transition) in TRANSITIONS {
            let before = reminder(reminded(1), state.clone());
            if let Some(after) = transition(before.clone()) {
                let to = after.state.code().to_owned();
                possible.push((state.code().to_owned(), to, name.to_owned()));
                assert_eq!((after.id, after.reminded), (before.id, before.reminded));
            }
        }
    }
    let (mut drawn, mut possible) = (drawn(), possible);
    drawn.sort();
    possible.sort();
    assert_eq!(drawn, possible);
}

#[test]
fn states_and_troubles_have_stored_codes() {
    for state in states() {
        let failure = state.failure().cloned();
        assert_eq!(
            Mailing::from_code(state.code(), failure.clone()),
            Some(state.clone())
        );
        if failure.is_some() {
            assert_eq!(Mailing::from_code(state.code(), None), None);
        }
    }
    for trouble in Trouble::ALL {
        assert_eq!(Trouble::from_code(trouble.code()), Some(trouble));
    }
}
