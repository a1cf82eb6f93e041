//! Where an appeal stands and when a decision can be final: over recipients, periods, filings and
//! the clock.

use calendar::{AppealPeriod, Means, NotComputable, Offices, Remedy};
use domain::filing::{Filing, FilingFacts, FilingWay, Outcome, OutcomeKind, Standing, Timeliness};
use domain::id::{DecisionId, FilingId, ServiceId};
use domain::legal_force::AppealStage::{
    NoRemedy, NotServed, Over, Reopened as StateReopened, UnderAppeal, UnderRectification,
};
use domain::legal_force::{
    AppealFacts, AppealStage, LegalForce, MembersPeriod, Obstacle, Reopened,
};
use domain::period::PeriodDates;
use domain::publicity::Personal;
use domain::service::{NoPeriod, ServiceMeans};
use proptest::prelude::*;
use time::macros::{date, datetime};
use time::{Date, Duration, PrimitiveDateTime};
use uuid::Uuid;

fn id<T: From<Uuid>>(number: u128) -> T {
    Uuid::from_u128(number).into()
}

fn dates(means: Means, on: Date) -> PeriodDates {
    let period = AppealPeriod::compute(Remedy::Rectification, means, on, &Offices::kajaani());
    PeriodDates::from(&period.expect("these days have periods"))
}

/// Published Fri 18.8.2023: to Fri 8.9.2023 at 15.00.
fn members() -> PeriodDates {
    dates(Means::PublishedMinutes, date!(2023 - 08 - 18))
}

/// Posted Wed 9.8.2023: to Wed 30.8.2023 at 16.00.
fn letter() -> PeriodDates {
    dates(Means::Letter, date!(2023 - 08 - 09))
}

fn filing(remedy: Remedy, outcome: Option<(OutcomeKind, Option<Date>)>) -> Filing {
    Filing {
        id: id(1),
        version: 1,
        decision: id::<DecisionId>(2),
        facts: FilingFacts {
            remedy,
            received_at: datetime!(2023-09-08 11:59:59 UTC),
            way: FilingWay::EMail,
            filer: Personal::new("Kunnan jäsen".to_owned()),
            standing: Standing::MunicipalMember,
            wrongly_addressed_to: String::new(),
            handled_by: "Kaupunginhallitus".to_owned(),
        },
        outcome: outcome.map(|(kind, final_from)| Outcome {
            kind,
            on: date!(2023 - 10 - 03),
            reference: "§ 200".to_owned(),
            final_from,
        }),
    }
}

fn statement(reopened: bool) -> LegalForce {
    LegalForce {
        id: id(3),
        decision: id::<DecisionId>(2),
        from: date!(2023 - 09 - 09),
        registry_checked_on: date!(2023 - 09 - 11),
        court_checked_on: date!(2023 - 09 - 11),
        stated_at: datetime!(2023-09-11 08:00 UTC),
        stated_by: id(4),
        office: "Kirjaaja".to_owned(),
        reopened: reopened.then(|| Reopened {
            at: datetime!(2023-09-12 08:00 UTC),
            reason: "Postilista".to_owned(),
        }),
    }
}

fn facts(parties: &[Result<PeriodDates, NoPeriod>]) -> AppealFacts {
    AppealFacts {
        members: Some(MembersPeriod::Dates(members())),
        parties: parties
            .iter()
            .zip(10..)
            .map(|(period, number)| (id(number), *period))
            .collect(),
        ..AppealFacts::default()
    }
}

const DURING: PrimitiveDateTime = datetime!(2023-09-01 12:00);
const AFTER: PrimitiveDateTime = datetime!(2023-09-08 15:00);

const RUNNING: AppealStage = AppealStage::Running {
    last_day: date!(2023 - 09 - 08),
};

type StageCase = (&'static str, AppealFacts, PrimitiveDateTime, AppealStage);

fn assert_stages<const N: usize>(cases: [StageCase; N]) {
    for (what, facts, now, stage) in cases {
        assert_eq!(facts.stage(now), stage, "{what}");
    }
}

fn open() -> Filing {
    filing(Remedy::Rectification, None)
}

fn with(filings: Vec<Filing>) -> AppealFacts {
    AppealFacts {
        filings,
        ..facts(&[Ok(letter())])
    }
}

#[test]
fn the_stage_follows_from_recipients_periods_and_the_clock() {
    let unserved = || Err(NoPeriod::EventDayMissing(ServiceMeans::Letter));
    assert_stages([
        ("nothing", AppealFacts::default(), DURING, NotServed),
        (
            "nobody served",
            AppealFacts {
                members: None,
                ..facts(&[unserved()])
            },
            DURING,
            NotServed,
        ),
        (
            "published on an unknown day",
            AppealFacts {
                members: Some(MembersPeriod::UnknownDay),
                ..AppealFacts::default()
            },
            DURING,
            NotServed,
        ),
        (
            "no remedy",
            AppealFacts {
                members: Some(MembersPeriod::NoRemedy),
                ..facts(&[Err(NoPeriod::NoRemedy)])
            },
            DURING,
            NoRemedy,
        ),
        ("members' period", facts(&[]), DURING, RUNNING),
        (
            "a minute before closing",
            facts(&[]),
            datetime!(2023-09-08 14:59),
            RUNNING,
        ),
        (
            "the second before closing",
            facts(&[]),
            datetime!(2023-09-08 14:59:59),
            RUNNING,
        ),
        ("at closing", facts(&[]), AFTER, Over),
        (
            "a minute after",
            facts(&[]),
            datetime!(2023-09-08 15:01),
            Over,
        ),
        (
            "midnight after",
            facts(&[]),
            datetime!(2023-09-09 00:00),
            Over,
        ),
        (
            "the party's is over, members' runs",
            facts(&[Ok(letter())]),
            DURING,
            RUNNING,
        ),
        (
            "one party unserved",
            facts(&[Ok(letter()), unserved()]),
            DURING,
            RUNNING,
        ),
        ("all over, one unserved", facts(&[unserved()]), AFTER, Over),
    ]);
}

#[test]
fn a_filing_decides_the_stage_until_it_is_decided() {
    let appeal = || filing(Remedy::MunicipalAppeal, None);
    let ended = |kind| filing(Remedy::Rectification, Some((kind, None)));
    assert_stages([
        ("a claim", with(vec![open()]), DURING, UnderRectification),
        (
            "a claim after the period",
            with(vec![open()]),
            AFTER,
            UnderRectification,
        ),
        ("an appeal", with(vec![appeal()]), AFTER, UnderAppeal),
        ("both", with(vec![open(), appeal()]), AFTER, UnderAppeal),
        (
            "decided and another open",
            with(vec![ended(OutcomeKind::Repealed), open()]),
            AFTER,
            UnderRectification,
        ),
        (
            "rejected",
            with(vec![ended(OutcomeKind::Rejected)]),
            AFTER,
            Over,
        ),
        (
            "withdrawn",
            with(vec![ended(OutcomeKind::Withdrawn)]),
            DURING,
            RUNNING,
        ),
        (
            "not examined",
            with(vec![ended(OutcomeKind::NotExamined)]),
            AFTER,
            Over,
        ),
        (
            "amended",
            with(vec![ended(OutcomeKind::Amended)]),
            AFTER,
            AppealStage::Amended,
        ),
        (
            "repealed",
            with(vec![ended(OutcomeKind::Repealed)]),
            DURING,
            AppealStage::Repealed,
        ),
    ]);
}

#[test]
fn a_statement_holds_until_it_is_reopened_or_something_is_filed() {
    let stated = |reopened| AppealFacts {
        legal_force: Some(statement(reopened)),
        ..facts(&[Ok(letter())])
    };
    assert_stages([
        (
            "stated",
            stated(false),
            AFTER,
            AppealStage::Final {
                from: date!(2023 - 09 - 09),
            },
        ),
        ("reopened", stated(true), AFTER, StateReopened),
        (
            "stated, then a claim",
            AppealFacts {
                filings: vec![open()],
                ..stated(false)
            },
            AFTER,
            UnderRectification,
        ),
    ]);
}

#[test]
fn what_stands_in_the_way_of_legal_force_is_said() {
    let service: ServiceId = id(10);
    let claim: FilingId = id(1);
    let unserved = NoPeriod::EventDayMissing(ServiceMeans::Letter);
    let with = |members, filings: Vec<Filing>| AppealFacts {
        members,
        filings,
        ..facts(&[Ok(letter())])
    };
    let published = Some(MembersPeriod::Dates(members()));
    let of = |outcome| vec![filing(Remedy::Rectification, outcome)];
    let cases = [
        (facts(&[]), Ok(date!(2023 - 09 - 09))),
        (facts(&[Ok(letter())]), Ok(date!(2023 - 09 - 09))),
        (
            facts(&[Err(unserved)]),
            Err(vec![Obstacle::PartyWithoutPeriod(service, unserved)]),
        ),
        (with(None, vec![]), Err(vec![Obstacle::NotPublished])),
        (
            with(Some(MembersPeriod::UnknownDay), vec![]),
            Err(vec![Obstacle::PublicationDayUnknown]),
        ),
        (
            with(Some(MembersPeriod::NoRight), vec![]),
            Ok(date!(2023 - 08 - 31)),
        ),
        (
            AppealFacts {
                members: Some(MembersPeriod::NoRight),
                ..AppealFacts::default()
            },
            Err(vec![Obstacle::NobodysPeriod]),
        ),
        (
            with(published, of(None)),
            Err(vec![Obstacle::FilingOpen(claim)]),
        ),
        (
            with(published, of(Some((OutcomeKind::Rejected, None)))),
            Err(vec![Obstacle::OutcomeNotFinal(claim)]),
        ),
        (
            with(
                published,
                of(Some((OutcomeKind::Rejected, Some(date!(2023 - 11 - 10))))),
            ),
            Ok(date!(2023 - 11 - 10)),
        ),
        (
            with(published, of(Some((OutcomeKind::Withdrawn, None)))),
            Ok(date!(2023 - 10 - 03)),
        ),
        (
            with(published, of(Some((OutcomeKind::Amended, None)))),
            Err(vec![Obstacle::Replaced(claim)]),
        ),
    ];
    for (facts, expected) in cases {
        assert_eq!(facts.earliest_finality(), expected, "{facts:?}");
    }
}

#[test]
fn a_filing_is_in_time_before_the_closing_hour_and_late_from_it_on() {
    let at = |moment| Timeliness::of(&members(), moment);
    let in_time = |margin| Timeliness::InTime { margin };
    let late = |by| Timeliness::Late { by };
    assert_eq!(
        at(datetime!(2023-09-08 14:59:59)),
        in_time(Duration::SECOND)
    );
    assert_eq!(at(datetime!(2023-09-08 15:00:00)), late(Duration::ZERO));
    assert_eq!(at(datetime!(2023-09-08 15:00:01)), late(Duration::SECOND));
    // A claim may come before the deemed knowledge: the decision exists.
    assert_eq!(at(datetime!(2023-08-20 15:00)), in_time(Duration::days(19)));
    let elsewhere = PeriodDates {
        closes_at: None,
        ..members()
    };
    let at = |moment| Timeliness::of(&elsewhere, moment);
    assert_eq!(
        at(datetime!(2023-09-08 23:59:59)),
        in_time(Duration::SECOND)
    );
    assert_eq!(at(datetime!(2023-09-09 00:00:00)), late(Duration::ZERO));
}

fn any_period() -> impl Strategy<Value = Result<PeriodDates, NoPeriod>> {
    let days = 0_i64..4_000;
    prop_oneof![
        4 => days.prop_map(|days| Ok(dates(Means::Letter, date!(2018 - 01 - 01) + Duration::days(days)))),
        1 => Just(Err(NoPeriod::EventDayMissing(ServiceMeans::Letter))),
        1 => Just(Err(NoPeriod::Refused(NotComputable::OutOfRange))),
    ]
}

proptest! {
    #[test]
    fn one_more_recipient_never_makes_legal_force_earlier(
        parties in prop::collection::vec(any_period(), 0..4),
        another in any_period(),
    ) {
        let before = facts(&parties).earliest_finality();
        let more: Vec<_> = parties.into_iter().chain([another]).collect();
        match (before, facts(&more).earliest_finality()) {
            (Ok(before), Ok(after)) => prop_assert!(after >= before),
            (Err(_), Ok(_)) => prop_assert!(false, "a recipient removed an obstacle"),
            (_, Err(_)) => {}
        }
    }

    #[test]
    fn no_decision_is_final_while_a_period_runs(
        parties in prop::collection::vec(any_period(), 0..4),
    ) {
        let facts = facts(&parties);
        if let Ok(day) = facts.earliest_finality() {
            for period in facts.periods() {
                prop_assert!(period.end() <= PrimitiveDateTime::new(day, time::Time::MIDNIGHT));
            }
        }
    }
}
