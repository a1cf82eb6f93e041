//! Letters of commitment: of what one can be given, what it states, and what it says of legal force.

use domain::Money;
use domain::commitment::{
    Finality, LetterDraft, LetterGrounds, LetterLine, Moves, NoLetter, Position,
};
use domain::decision::{Commitment, CommitmentStrength as S};
use domain::finding::FindingCode;
use domain::legal_force::{AppealFacts, AppealStage, LegalForce, MembersPeriod};
use domain::period::PeriodDates;
use time::macros::{date, datetime};
use uuid::Uuid;

const GROUNDS: LetterGrounds = LetterGrounds {
    is_wholly_secret: false,
    has_project: true,
    has_beneficiary: true,
    stage: AppealStage::NotServed,
};

fn commitment(strength: S) -> Commitment {
    Commitment {
        year: Some(2023),
        amount: Money::from_cents(100_000),
        strength,
        budget_line: None,
        condition: (strength == S::Conditional).then(|| "EAKR".to_owned()),
    }
}

fn after(commitment: &Commitment, moves: Moves) -> Position {
    Position::of(commitment, moves, false).expect("a position")
}

fn lines(
    grounds: &LetterGrounds,
    of: &[(Commitment, Position)],
) -> Result<Vec<LetterLine>, NoLetter> {
    grounds.lines(
        of.iter()
            .map(|(commitment, position)| (commitment, *position)),
    )
}

fn untouched(strength: S) -> (Commitment, Position) {
    let commitment = commitment(strength);
    let position = after(&commitment, Moves::default());
    (commitment, position)
}

#[test]
fn a_letter_states_what_stands_and_not_what_was_released() {
    let granted = commitment(S::Granted);
    let moves = Moves {
        released: Money::from_cents(30_000),
        paid: Money::from_cents(50_000),
        recovered: Money::from_cents(10_000),
        conditions_met: 0,
    };
    let partly = after(&granted, moves);
    let met = Moves {
        conditions_met: 1,
        ..Moves::default()
    };
    let all_gone = Moves {
        released: granted.amount,
        ..Moves::default()
    };
    let conditional = commitment(S::Conditional);
    let stated = lines(
        &GROUNDS,
        &[
            (granted.clone(), partly),
            (granted.clone(), after(&granted, all_gone)),
            (conditional.clone(), after(&conditional, Moves::default())),
            (conditional.clone(), after(&conditional, met)),
            untouched(S::ProvidedFor),
        ],
    );
    let stated = stated.expect("something is promised");
    let told: Vec<_> = stated
        .iter()
        .map(|line| {
            (
                line.amount.cents(),
                line.strength,
                line.condition.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (60_000, S::Granted, None),
            (100_000, S::Conditional, Some("EAKR")),
            (100_000, S::Granted, None),
            (100_000, S::ProvidedFor, None),
        ]
    );
}

#[test]
fn no_letter_is_given_of_what_does_not_stand() {
    let granted = [untouched(S::Granted)];
    for (grounds, why) in [
        (
            LetterGrounds {
                is_wholly_secret: true,
                ..GROUNDS
            },
            NoLetter::WhollySecret,
        ),
        (
            LetterGrounds {
                has_project: false,
                ..GROUNDS
            },
            NoLetter::NoProject,
        ),
        (
            LetterGrounds {
                has_beneficiary: false,
                ..GROUNDS
            },
            NoLetter::NoBeneficiary,
        ),
        (
            LetterGrounds {
                stage: AppealStage::Repealed,
                ..GROUNDS
            },
            NoLetter::Ended,
        ),
        (
            LetterGrounds {
                stage: AppealStage::Amended,
                ..GROUNDS
            },
            NoLetter::Ended,
        ),
    ] {
        assert_eq!(lines(&grounds, &granted), Err(why));
    }
    let (commitment, position) = untouched(S::Granted);
    let ended = Position {
        is_ended: true,
        ..position
    };
    assert_eq!(
        lines(&GROUNDS, &[(commitment, ended)]),
        Err(NoLetter::Ended)
    );
    for nothing in [vec![], vec![untouched(S::ProvidedFor)]] {
        assert_eq!(lines(&GROUNDS, &nothing), Err(NoLetter::NothingPromised));
    }
}

#[test]
fn legal_force_is_stated_or_the_earliest_day_or_neither_is_told() {
    let now = datetime!(2023-08-21 10:00);
    let period = PeriodDates {
        last_day: date!(2023 - 09 - 08),
        ..a_period()
    };
    let running = AppealFacts {
        members: Some(MembersPeriod::Dates(period)),
        ..AppealFacts::default()
    };
    let is_final = AppealFacts {
        legal_force: Some(LegalForce {
            id: Uuid::nil().into(),
            decision: Uuid::nil().into(),
            from: date!(2023 - 09 - 09),
            registry_checked_on: date!(2023 - 09 - 11),
            court_checked_on: date!(2023 - 09 - 11),
            stated_at: datetime!(2023-09-11 08:00 UTC),
            stated_by: Uuid::nil().into(),
            office: String::new(),
            reopened: None,
        }),
        ..running.clone()
    };
    let closed = AppealFacts {
        members: Some(MembersPeriod::NoRemedy),
        ..AppealFacts::default()
    };
    let earliest = date!(2023 - 09 - 09);
    for (facts, expected) in [
        (&running, Finality::Earliest(earliest)),
        (&is_final, Finality::Final { from: earliest }),
        (&closed, Finality::NoRemedy),
        (&AppealFacts::default(), Finality::NotComputable),
    ] {
        assert_eq!(Finality::at(facts, now), expected);
    }
}

fn a_period() -> PeriodDates {
    let offices = calendar::Offices::kajaani();
    let computed = calendar::AppealPeriod::compute(
        calendar::Remedy::Rectification,
        calendar::Means::PublishedMinutes,
        date!(2023 - 08 - 18),
        &offices,
    );
    PeriodDates::from(&computed.expect("it is computable"))
}

#[test]
fn a_letter_has_a_language_and_no_day_that_has_passed() {
    let today = date!(2023 - 08 - 21);
    let typed = |lang: &str, until: &str| LetterDraft {
        letter_lang: lang.to_owned(),
        valid_until: until.to_owned(),
    };
    let read = typed("sv", " 21.8.2023 ").read(today).expect("it is whole");
    assert_eq!(read.valid_until, Some(today));
    assert!(typed("fi", "").read(today).is_ok());
    for (draft, place, code) in [
        (typed("", ""), "letter_lang", FindingCode::UnknownChoice),
        (
            typed("fi", "20.8.2023"),
            "valid_until",
            FindingCode::DayPassed,
        ),
        (
            typed("fi", "31.2.2024"),
            "valid_until",
            FindingCode::NotADate,
        ),
    ] {
        let findings = draft.read(today).expect_err("it is refused");
        let found: Vec<_> = findings.iter().collect();
        assert_eq!((found[0].place.as_str(), found[0].code), (place, code));
    }
}
