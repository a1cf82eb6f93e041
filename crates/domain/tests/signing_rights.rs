//! Who may sign in a section series, and as what.

use domain::finding::FindingCode as C;
use domain::id::UserId;
use domain::official::Official;
use domain::publicity::Personal;
use domain::role::Role;
use domain::signing_right::{Deputyship, DeputyshipDraft, SigningRight, signing_right};
use domain::slug::Slug;
use proptest::prelude::*;
use time::macros::date;
use time::{Date, Duration};
use uuid::Uuid;

const FIRST: Date = date!(2023 - 09 - 01);

fn slug(text: &str) -> Slug {
    text.to_owned().try_into().expect("a slug")
}

fn id(number: u128) -> UserId {
    Uuid::from_u128(number).into()
}

fn official(number: u128, role: Role, signs_in: Option<&str>) -> Official {
    Official {
        id: id(number),
        version: 1,
        email: Personal::new(format!("{number}@example.test")),
        name: Personal::new("Virkailija".to_owned()),
        office: "Virka".to_owned(),
        role,
        signs_in: signs_in.map(slug),
        disabled: false,
        must_change_password: false,
    }
}

fn deputyship(first: i64, last: i64, ended: Option<i64>) -> Deputyship {
    Deputyship {
        id: Uuid::from_u128(50).into(),
        version: 1,
        series: slug("kaupunginjohtaja"),
        deputy: id(2),
        first_day: FIRST + Duration::days(first),
        last_day: FIRST + Duration::days(last),
        ground: "Hallintosääntö 23 §".to_owned(),
        ended_on: ended.map(|day| FIRST + Duration::days(day)),
    }
}

#[test]
fn only_the_decision_maker_and_a_deputy_of_the_day_sign_in_a_series() {
    let series = slug("kaupunginjohtaja");
    let deputy = SigningRight::Deputy {
        ground: "Hallintosääntö 23 §".to_owned(),
    };
    let held = [deputyship(0, 9, None)];
    let maker = |number, signs_in| official(number, Role::DecisionMaker, signs_in);
    let disabled = Official {
        disabled: true,
        ..maker(2, None)
    };
    for (who, expected) in [
        (
            maker(1, Some("kaupunginjohtaja")),
            Some(SigningRight::DecisionMaker),
        ),
        (maker(2, None), Some(deputy.clone())),
        // Who signs in another series may be the deputy here, and is the decision maker there.
        (maker(2, Some("hallintojohtaja")), Some(deputy)),
        (maker(3, None), None),
        (maker(3, Some("hallintojohtaja")), None),
        (disabled, None),
    ] {
        assert_eq!(
            signing_right(&who, &series, FIRST, &held),
            expected,
            "{who:?}"
        );
    }
    // A deputyship gives the place in the series, not the right to sign that the role has.
    for role in Role::ALL {
        let who = official(2, role, Some("kaupunginjohtaja"));
        let right = signing_right(&who, &series, FIRST, &held);
        assert_eq!(right.is_some(), role == Role::DecisionMaker, "{role:?}");
    }
}

proptest! {
    #[test]
    fn a_deputyship_holds_from_its_first_day_to_its_last_or_its_end(
        first in 0_i64..20, length in 0_i64..20, ended in proptest::option::of(0_i64..40), day in 0_i64..60,
    ) {
        let last = first + length;
        let held = deputyship(first, last, ended);
        let holds = first <= day && day <= last && ended.is_none_or(|ended| day < ended);
        let on = FIRST + Duration::days(day);
        prop_assert_eq!(held.holds(on), holds);
        prop_assert!(!(held.holds(on) && held.is_over(on)));
    }

    #[test]
    fn two_deputyships_overlap_if_there_is_a_day_on_which_both_hold(
        one in (0_i64..12, 0_i64..6, proptest::option::of(0_i64..20)),
        other in (0_i64..12, 0_i64..6, proptest::option::of(0_i64..20)),
    ) {
        let of = |(first, length, ended): (i64, i64, Option<i64>)| {
            deputyship(first, first + length, ended)
        };
        let (one, other) = (of(one), of(other));
        let both = (0..30).map(|day| FIRST + Duration::days(day)).any(|day| one.holds(day) && other.holds(day));
        prop_assert_eq!(one.overlaps(&other), both);
    }
}

#[test]
fn what_is_wrong_with_a_deputyship_is_said_at_its_field() {
    let officials = [
        official(1, Role::DecisionMaker, Some("kaupunginjohtaja")),
        official(2, Role::DecisionMaker, Some("hallintojohtaja")),
        official(3, Role::Preparer, None),
    ];
    let series = slug("kaupunginjohtaja");
    let read = |deputy: &str, first: &str, last: &str, ground: &str, known: &[Deputyship]| {
        let draft = DeputyshipDraft {
            deputy: deputy.to_owned(),
            first_day: first.to_owned(),
            last_day: last.to_owned(),
            ground: ground.to_owned(),
        };
        let read = draft.read(Uuid::from_u128(9).into(), &series, &officials, known);
        read.map_err(|findings| {
            let found = findings.iter().map(|one| (one.place.clone(), one.code));
            found.collect::<Vec<_>>()
        })
    };
    let deputy = id(2).to_string();
    let good = read(&deputy, "1.9.2023", "1.9.2023", "23 §", &[]).expect("one day is enough");
    assert_eq!((good.first_day, good.last_day), (FIRST, FIRST));
    let refused = |read: Result<Deputyship, Vec<(String, C)>>| read.expect_err("it is refused");
    let missing = |place: &str| (place.to_owned(), C::Missing);
    assert_eq!(
        refused(read("", "", "", " ", &[])),
        [
            ("deputy".to_owned(), C::UnknownChoice),
            missing("first_day"),
            missing("last_day"),
            missing("ground"),
        ]
    );
    // The decision maker needs no deputyship, and a preparer cannot sign.
    for none in [id(1), id(3), id(4)] {
        let found = refused(read(&none.to_string(), "1.9.2023", "2.9.2023", "23 §", &[]));
        assert_eq!(found, [("deputy".to_owned(), C::UnknownChoice)]);
    }
    let found = refused(read(&deputy, "2.9.2023", "1.9.2023", "23 §", &[]));
    assert_eq!(found, [("last_day".to_owned(), C::LastDayBeforeFirst)]);
    let known = [deputyship(0, 9, None)];
    let found = refused(read(&deputy, "10.9.2023", "20.9.2023", "23 §", &known));
    assert_eq!(found, [("first_day".to_owned(), C::DeputyAlready)]);
    let ended = [deputyship(0, 9, Some(9))];
    read(&deputy, "10.9.2023", "20.9.2023", "23 §", &ended).expect("the other one was ended");
}
