//! What a case, its documents and its retention are.

#![expect(
    clippy::unwrap_used,
    reason = "facts of tests: a wrong one must stop them"
)]

use calendar::{Offices, Remedy};
use domain::case::{
    CannotMove, CaseNumber, CaseRelation, CaseState, CaseWork, ClassCode, Disposal, DisposalFacts,
    DisposalObstacle as Obstacle, DisposalState, DocumentKind, IncomingDraft, NotDisposable,
    OwnDraft, ProjectEnd, RelationKind, Retention, RetentionBasis, RetentionDraft, RetentionRule,
};
use domain::finding::Findings;
use domain::legal_force::{AppealFacts, MembersPeriod};
use domain::period::PeriodDates;
use domain::service::NoPeriod;
use domain::view::desk::Late;
use proptest::prelude::*;
use time::macros::{date, datetime};
use time::{Date, PrimitiveDateTime};
use uuid::Uuid;

const TODAY: Date = date!(2026 - 11 - 27);
const NOW: PrimitiveDateTime = datetime!(2026-11-27 10:00);

fn work(decided: u64, undecided: u64, open_filings: u64) -> CaseWork {
    CaseWork {
        decided,
        undecided,
        open_filings,
    }
}

fn codes(findings: &Findings) -> Vec<(String, &'static str)> {
    let all = findings.iter();
    all.map(|finding| (finding.place.clone(), finding.code.code()))
        .collect()
}

#[test]
fn a_case_is_resolved_by_a_decision_and_closed_when_nothing_is_open() {
    use CannotMove as No;
    use CaseState::{Closed, Disposed, Pending, Resolved};
    for (from, work, resolved, closed) in [
        (Pending, work(1, 0, 0), Ok(Resolved), Ok(Closed)),
        (Pending, work(0, 0, 0), Err(No::NothingDecided), Ok(Closed)),
        (
            Pending,
            work(1, 1, 0),
            Err(No::Undecided),
            Err(No::Undecided),
        ),
        (
            Pending,
            work(1, 0, 1),
            Err(No::FilingOpen),
            Err(No::FilingOpen),
        ),
        (Resolved, work(1, 0, 0), Err(No::State), Ok(Closed)),
        (Resolved, work(2, 0, 1), Err(No::State), Err(No::FilingOpen)),
        (Closed, work(1, 0, 0), Err(No::State), Err(No::State)),
        (Disposed, work(1, 0, 0), Err(No::State), Err(No::State)),
    ] {
        assert_eq!(from.resolve(work), resolved, "{from:?} {work:?}");
        assert_eq!(from.close(work), closed, "{from:?} {work:?}");
    }
    assert_eq!(Pending.reopen(), Err(No::State));
    assert_eq!(Resolved.reopen(), Ok(Pending));
    assert_eq!(Closed.reopen(), Ok(Pending));
    assert_eq!(Disposed.reopen(), Err(No::State));
    assert!(!Closed.takes_decisions() && !Disposed.takes_decisions());
}

#[test]
fn an_issued_number_is_a_case_number() {
    let number = CaseNumber::issued("KAJDno", 2027, 1).unwrap();
    assert_eq!(number.to_string(), "KAJDno-2027-1");
    assert_eq!((number.prefix(), number.serial()), ("KAJDno", 1));
    assert!(CaseNumber::issued("KAJDno", 2027, 0).is_err());
}

#[test]
fn a_relation_is_one_whichever_side_it_is_written_from() {
    let relation = |kind| CaseRelation {
        id: Uuid::from_u128(1).into(),
        case: Uuid::from_u128(2).into(),
        kind,
        other: Uuid::from_u128(3).into(),
    };
    for kind in RelationKind::ALL {
        let written = relation(kind);
        let from_other = written.from_other();
        assert_eq!(from_other.from_other(), written);
        if kind != RelationKind::Related {
            assert_eq!(written.canonical(), from_other.canonical(), "{kind:?}");
        }
        assert_eq!(RelationKind::from_code(kind.code()), Some(kind));
    }
}

fn arrived() -> IncomingDraft {
    IncomingDraft {
        document_title: "Hakemus".to_owned(),
        phase: "initiation".to_owned(),
        arrived_on: "26.11.2026".to_owned(),
        arrived_at: "14.59".to_owned(),
        arrival_way: "e_mail".to_owned(),
        sender: "Hakija Oy".to_owned(),
        ..IncomingDraft::default()
    }
}

#[test]
fn an_arrival_has_its_day_way_and_sender() {
    let facts = arrived().read(&[], TODAY).unwrap();
    assert!(matches!(facts.kind, DocumentKind::Incoming(_)));
    let nothing = IncomingDraft::default().read(&[], TODAY).unwrap_err();
    assert_eq!(
        codes(&nothing),
        [
            ("document_title".to_owned(), "missing"),
            ("phase".to_owned(), "unknown_choice"),
            ("arrived_on".to_owned(), "missing"),
            ("arrival_way".to_owned(), "unknown_choice"),
            ("sender".to_owned(), "missing"),
        ]
    );
    let tomorrow = IncomingDraft {
        arrived_on: "28.11.2026".to_owned(),
        ..arrived()
    };
    let tomorrow = tomorrow.read(&[], TODAY).unwrap_err();
    assert_eq!(
        codes(&tomorrow),
        [("arrived_on".to_owned(), "day_in_future")]
    );
    let elsewhere = IncomingDraft {
        measure: Uuid::from_u128(7).to_string(),
        ..arrived()
    };
    let elsewhere = elsewhere.read(&[], TODAY).unwrap_err();
    assert_eq!(
        codes(&elsewhere),
        [("measure".to_owned(), "unknown_choice")]
    );
}

#[test]
fn a_sending_is_whole_or_none_and_never_before_the_making() {
    let made = OwnDraft {
        document_title: "Lausuntopyyntö".to_owned(),
        phase: "preparation".to_owned(),
        author: "Kirjaamo".to_owned(),
        made_on: "20.11.2026".to_owned(),
        ..OwnDraft::default()
    };
    let facts = made.read(&[], TODAY).unwrap();
    assert!(matches!(facts.kind, DocumentKind::Own(making) if making.sent.is_none()));
    let half = OwnDraft {
        sent_on: "19.11.2026".to_owned(),
        ..made.clone()
    };
    let half = half.read(&[], TODAY).unwrap_err();
    assert_eq!(
        codes(&half),
        [
            ("sent_on".to_owned(), "sent_before_made"),
            ("sent_way".to_owned(), "unknown_choice"),
            ("sent_to".to_owned(), "missing"),
        ]
    );
    let sent = OwnDraft {
        sent_on: "20.11.2026".to_owned(),
        sent_way: "post".to_owned(),
        sent_to: "Saaja".to_owned(),
        service_means: "letter".to_owned(),
        ..made
    };
    assert!(sent.read(&[], TODAY).is_ok());
}

fn rule(years: Option<u16>, from: Date, until: Option<Date>) -> RetentionRule {
    RetentionRule {
        id: Uuid::from_u128(1).into(),
        version: 1,
        class: "02.05.01".parse().unwrap(),
        retention: years.map_or(Retention::Permanent, Retention::Years),
        basis: RetentionBasis::Statute,
        ground: format!("{years:?} vuotta"),
        from,
        until,
    }
}

#[test]
fn on_each_day_one_rule_of_a_class_is_in_force() {
    let class: ClassCode = "02.05.01".parse().unwrap();
    let draft = |from: &str, until: &str| RetentionDraft {
        years: "10".to_owned(),
        basis: "statute".to_owned(),
        ground: "Laki".to_owned(),
        valid_from: from.to_owned(),
        valid_until: until.to_owned(),
        ..RetentionDraft::default()
    };
    let known = [rule(
        Some(10),
        date!(2020 - 01 - 01),
        Some(date!(2024 - 12 - 31)),
    )];
    let id = Uuid::from_u128(2).into();
    let read = |from, until| draft(from, until).read(id, &class, &known);
    assert!(read("1.1.2025", "").is_ok());
    assert!(read("1.1.2010", "31.12.2019").is_ok());
    for (from, until) in [
        ("31.12.2024", ""),
        ("1.1.2010", "1.1.2020"),
        ("1.1.2010", ""),
    ] {
        let refused = read(from, until).unwrap_err();
        assert_eq!(
            codes(&refused),
            [("valid_from".to_owned(), "rules_overlap")],
            "{from} {until}"
        );
    }
    let both = RetentionDraft {
        permanent: "1".to_owned(),
        ..draft("1.1.2025", "")
    };
    let both = both.read(id, &class, &known).unwrap_err();
    assert_eq!(codes(&both), [("years".to_owned(), "years_or_permanent")]);
    for years in ["", "0", "151", "-3", "kymmenen"] {
        let wrong = RetentionDraft {
            years: years.to_owned(),
            ..draft("1.1.2025", "")
        };
        assert!(wrong.read(id, &class, &known).is_err(), "{years}");
    }
}

fn members(published: Date) -> AppealFacts {
    let period = calendar::AppealPeriod::compute(
        Remedy::Rectification,
        calendar::Means::PublishedMinutes,
        published,
        &Offices::kajaani(),
    );
    AppealFacts {
        members: Some(MembersPeriod::Dates(PeriodDates::from(&period.unwrap()))),
        ..AppealFacts::default()
    }
}

fn facts<'a>(rules: &'a [RetentionRule], appeals: &'a [AppealFacts]) -> DisposalFacts<'a> {
    DisposalFacts {
        state: CaseState::Closed,
        closed_on: Some(date!(2016 - 11 - 26)),
        rules,
        work: work(1, 0, 0),
        appeals,
        projects: &[],
    }
}

#[test]
fn a_case_whose_retention_has_ended_and_in_which_nothing_runs_may_go() {
    let rules = [rule(Some(10), date!(2010 - 01 - 01), None)];
    let over = [members(date!(2016 - 01 - 01))];
    let ripe = facts(&rules, &over).ripe(NOW).unwrap();
    assert_eq!(ripe.retention_ended_on, date!(2026 - 11 - 26));
    // On the last day itself it is still kept.
    let last_day = facts(&rules, &over).ripe(datetime!(2026-11-26 23:59));
    assert_eq!(
        last_day,
        Err(vec![Obstacle::RunsUntil(date!(2026 - 11 - 26))])
    );
}

#[test]
fn whatever_runs_keeps_a_case() {
    let rules = [rule(Some(5), date!(2010 - 01 - 01), None)];
    let over = [members(date!(2016 - 01 - 01))];
    let base = || facts(&rules, &over);
    let mut cases: Vec<(DisposalFacts<'_>, Obstacle)> = Vec::new();
    let open = DisposalFacts {
        state: CaseState::Resolved,
        ..base()
    };
    cases.push((open, Obstacle::NotClosed));
    cases.push((facts(&[], &over), Obstacle::NoRule));
    let permanent = [rule(None, date!(2010 - 01 - 01), None)];
    cases.push((facts(&permanent, &over), Obstacle::Permanent));
    let undecided = DisposalFacts {
        work: work(1, 1, 0),
        ..base()
    };
    cases.push((undecided, Obstacle::Undecided));
    let filed = DisposalFacts {
        work: work(1, 0, 1),
        ..base()
    };
    cases.push((filed, Obstacle::FilingOpen));
    let running = [members(date!(2026 - 11 - 20))];
    cases.push((facts(&rules, &running), Obstacle::AppealPeriodRuns));
    let unserved = [AppealFacts {
        parties: vec![(
            Uuid::from_u128(9).into(),
            Err(NoPeriod::EventDayMissing(
                domain::service::ServiceMeans::Letter,
            )),
        )],
        ..members(date!(2016 - 01 - 01))
    }];
    cases.push((facts(&rules, &unserved), Obstacle::AppealPeriodUnknown));
    let ends = [ProjectEnd::On(TODAY)];
    let project = DisposalFacts {
        projects: &ends,
        ..base()
    };
    cases.push((project, Obstacle::ProjectRuns(TODAY)));
    let unknown = [ProjectEnd::Unknown];
    let unknown = DisposalFacts {
        projects: &unknown,
        ..base()
    };
    cases.push((unknown, Obstacle::ProjectEndUnknown));
    assert!(base().ripe(NOW).is_ok());
    for (facts, expected) in cases {
        assert_eq!(facts.ripe(NOW), Err(vec![expected]));
    }
}

#[test]
fn a_new_rule_lengthens_a_retention_and_never_shortens_it() {
    let before = rule(Some(10), date!(2010 - 01 - 01), Some(date!(2019 - 12 - 31)));
    let longer = [before.clone(), rule(Some(20), date!(2020 - 01 - 01), None)];
    let shorter = [before, rule(Some(1), date!(2020 - 01 - 01), None)];
    let kept = facts(&longer, &[]).ripe(NOW);
    assert_eq!(kept, Err(vec![Obstacle::RunsUntil(date!(2036 - 11 - 26))]));
    let ripe = facts(&shorter, &[]).ripe(NOW).unwrap();
    assert_eq!(ripe.retention_ended_on, date!(2026 - 11 - 26));
    // Where no rule is in force today, nobody says that it may go.
    let ended = [rule(
        Some(1),
        date!(2010 - 01 - 01),
        Some(date!(2020 - 01 - 01)),
    )];
    assert_eq!(facts(&ended, &[]).ripe(NOW), Err(vec![Obstacle::NoRule]));
}

#[test]
fn one_proposes_and_another_decides_once() {
    let (one, other) = (Uuid::from_u128(1).into(), Uuid::from_u128(2).into());
    let at = datetime!(2026-11-27 08:00 UTC);
    let proposed = Disposal {
        id: Uuid::from_u128(3).into(),
        version: 1,
        case: Uuid::from_u128(4).into(),
        retention_ended_on: date!(2026 - 11 - 26),
        ground: "Laki".to_owned(),
        proposed_at: at,
        proposed_by: one,
        proposed_office: "Kirjaaja".to_owned(),
        state: DisposalState::Proposed,
    };
    let office = || "Pääkäyttäjä".to_owned();
    let by_proposer = proposed.clone().approve(at, one, office());
    assert_eq!(by_proposer, Err(NotDisposable::SamePerson));
    let left = proposed.clone().leave(at, one, office(), "Syy".to_owned());
    assert_eq!(left, Err(NotDisposable::SamePerson));
    let left = proposed
        .leave(at, other, office(), "Syy".to_owned())
        .unwrap();
    let again = left.approve(at, other, office());
    assert_eq!(again, Err(NotDisposable::Decided));
}

proptest! {
    #[test]
    fn the_last_day_of_a_retention_is_the_same_day_or_the_last_of_its_month(
        days in 0_i64..60_000,
        years in 1_u16..150,
    ) {
        let closed = date!(1950 - 01 - 01) + time::Duration::days(days);
        let last = Retention::Years(years).last_day(closed).unwrap();
        prop_assert_eq!(last.year(), closed.year() + i32::from(years));
        prop_assert_eq!(last.month(), closed.month());
        let same = last.day() == closed.day();
        prop_assert!(same || (closed.day() == 29 && last.day() == 28));
    }

    #[test]
    fn a_class_is_read_as_it_is_written(groups in proptest::collection::vec(0_u16..1_000, 1..7)) {
        let groups: Vec<String> = groups.iter().map(|group| format!("{group:02}")).collect();
        let code: ClassCode = groups.join(" ").parse().unwrap();
        prop_assert_eq!(code.as_str(), groups.join("."));
        prop_assert_eq!(code.to_string().parse::<ClassCode>(), Ok(code));
    }
}

#[test]
fn a_proposal_for_disposal_is_late_after_a_week() {
    let since = date!(2026 - 11 - 20);
    assert_eq!(Late::of_disposal(since, date!(2026 - 11 - 27)), None);
    let late = Late::of_disposal(since, date!(2026 - 11 - 28));
    assert_eq!(late.map(Late::since), Some(since));
}
