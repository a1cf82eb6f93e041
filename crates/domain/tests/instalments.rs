//! Instalments: what may follow what, what is open of them, and that they never need more than is
//! open of their commitment.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use domain::Money;
use domain::commitment::{Course, EntryDays, EntryFact, Payment};
use domain::decision::{Commitment, CommitmentStrength};
use domain::finding::FindingCode;
use domain::instalment::{
    InstalmentDraft, InstalmentFact, InstalmentKind, InstalmentStage as S, Schedule,
};
use proptest::prelude::*;
use time::Date;
use time::macros::date;

use crate::drawing::{Edge, edges};

const DAY: Date = date!(2023 - 08 - 21);

fn euros(cents: i64) -> Money {
    Money::from_cents(cents)
}

fn course(strength: CommitmentStrength) -> Course {
    let is_conditional = strength == CommitmentStrength::Conditional;
    Course {
        commitment: Commitment {
            year: Some(2023),
            amount: euros(1_000),
            strength,
            budget_line: None,
            condition: is_conditional.then(|| "EAKR".to_owned()),
        },
        is_ended: false,
        facts: Vec::new(),
    }
}

fn planned(instalment: u32, cents: i64, is_last: bool) -> InstalmentFact {
    InstalmentFact::Planned {
        instalment,
        due_on: date!(2024 - 03 - 01),
        amount: euros(cents),
        needs: String::new(),
        is_last,
    }
}

fn requested(instalment: u32) -> InstalmentFact {
    InstalmentFact::Requested {
        instalment,
        on: DAY,
        document: "Pyyntö".to_owned(),
    }
}

fn accepted(instalment: u32, cents: i64) -> InstalmentFact {
    InstalmentFact::Accepted {
        instalment,
        on: DAY,
        amount: euros(cents),
    }
}

fn withdrawn(instalment: u32) -> InstalmentFact {
    InstalmentFact::Withdrawn {
        instalment,
        reason: "Syy".to_owned(),
    }
}

fn returned(instalment: u32) -> InstalmentFact {
    InstalmentFact::Returned {
        instalment,
        reason: "Syy".to_owned(),
    }
}

fn report() -> InstalmentFact {
    InstalmentFact::FinalReport {
        on: DAY,
        document: "Loppuraportti".to_owned(),
    }
}

fn paid(cents: i64, instalment: Option<u32>) -> EntryFact {
    EntryFact::Paid(Payment {
        amount: euros(cents),
        invoice: "L-1".to_owned(),
        voucher: "T-1".to_owned(),
        account: "4300".to_owned(),
        cost_centre: "2911".to_owned(),
        posting_year: 2023,
        on: DAY,
        instalment,
    })
}

fn released(cents: i64) -> EntryFact {
    EntryFact::Released {
        amount: euros(cents),
        reason: "Syy".to_owned(),
        on: DAY,
    }
}

/// A commitment with its instalments, as the register keeps them.
struct Kept {
    course: Course,
    facts: Vec<InstalmentFact>,
}

impl Kept {
    fn new() -> Self {
        Self {
            course: course(CommitmentStrength::Granted),
            facts: Vec::new(),
        }
    }

    fn again(&self) -> Self {
        Self {
            course: self.course.clone(),
            facts: self.facts.clone(),
        }
    }

    fn schedule(&self) -> Schedule {
        Schedule::of(&self.facts, &self.course).expect("its entries are in order")
    }

    fn plan(&mut self, fact: InstalmentFact) -> Result<(), FindingCode> {
        let position = self.course.position().expect("it is in order");
        let after = self.schedule().after(&fact, position)?;
        self.facts.push(fact);
        assert_eq!(self.schedule(), after, "what is kept is what was allowed");
        Ok(())
    }

    fn record(&mut self, fact: EntryFact) -> Result<(), FindingCode> {
        let position = self.course.after(&fact)?;
        self.schedule().admits(&fact, position)?;
        self.course.facts.push(fact);
        Ok(())
    }

    fn stages(&self) -> Vec<(S, i64)> {
        let schedule = self.schedule();
        let all = schedule.instalments.iter();
        all.map(|of| (of.stage(), of.open().cents())).collect()
    }
}

#[test]
fn an_instalment_is_planned_requested_accepted_and_paid_to_the_last_cent() {
    let mut kept = Kept::new();
    assert_eq!(kept.plan(planned(1, 600, false)), Ok(()));
    assert_eq!(
        kept.plan(planned(2, 401, true)),
        Err(FindingCode::InstalmentsAboveOpen)
    );
    assert_eq!(kept.plan(planned(2, 400, true)), Ok(()));
    // Nothing is skipped.
    assert_eq!(
        kept.plan(accepted(1, 600)),
        Err(FindingCode::InstalmentNotReady)
    );
    assert_eq!(
        kept.record(paid(600, Some(1))),
        Err(FindingCode::InstalmentNotReady)
    );
    assert_eq!(kept.plan(requested(1)), Ok(()));
    assert_eq!(
        kept.plan(accepted(1, 601)),
        Err(FindingCode::MoreThanInstalment)
    );
    // Less was realised than planned: the rest is open of the commitment and of no instalment.
    assert_eq!(kept.plan(accepted(1, 500)), Ok(()));
    assert_eq!(
        kept.record(paid(501, Some(1))),
        Err(FindingCode::MoreThanInstalment)
    );
    assert_eq!(kept.record(paid(200, Some(1))), Ok(()));
    assert_eq!(kept.stages(), [(S::Accepted, 300), (S::Planned, 400)]);
    assert_eq!(
        kept.plan(returned(1)),
        Err(FindingCode::InstalmentNotReady),
        "a part is paid"
    );
    assert_eq!(kept.record(paid(300, Some(1))), Ok(()));
    assert_eq!(kept.stages(), [(S::Paid, 0), (S::Planned, 400)]);
    assert_eq!(
        kept.plan(withdrawn(1)),
        Err(FindingCode::InstalmentNotReady)
    );
    // A payment that was undone is owed again.
    let undone = EntryFact::Reversed {
        entry: 2,
        reason: "Väärä".to_owned(),
    };
    assert_eq!(kept.record(undone), Ok(()));
    assert_eq!(kept.stages(), [(S::Accepted, 300), (S::Planned, 400)]);
}

#[test]
fn the_last_instalment_waits_for_the_final_report() {
    let mut kept = Kept::new();
    assert_eq!(kept.plan(planned(1, 100, true)), Ok(()));
    assert_eq!(
        kept.plan(planned(2, 100, true)),
        Err(FindingCode::LastInstalmentKnown)
    );
    assert_eq!(kept.plan(requested(1)), Ok(()));
    assert_eq!(
        kept.plan(accepted(1, 100)),
        Err(FindingCode::FinalReportMissing)
    );
    assert_eq!(kept.plan(report()), Ok(()));
    assert_eq!(kept.plan(report()), Err(FindingCode::FinalReportKnown));
    let undone = InstalmentFact::FinalReportUndone {
        reason: "Väärä".to_owned(),
    };
    assert_eq!(kept.plan(undone.clone()), Ok(()));
    assert_eq!(
        kept.plan(undone.clone()),
        Err(FindingCode::FinalReportMissing)
    );
    assert_eq!(kept.plan(report()), Ok(()));
    assert_eq!(kept.plan(accepted(1, 100)), Ok(()));
    assert_eq!(
        kept.plan(undone),
        Err(FindingCode::EntryIsNeeded),
        "the acceptance rests on it"
    );
    // One that was given up is the last one no more.
    assert_eq!(kept.plan(withdrawn(1)), Ok(()));
    assert_eq!(kept.plan(planned(2, 100, true)), Ok(()));
}

#[test]
fn nothing_leaves_less_open_than_the_instalments_need() {
    let mut kept = Kept::new();
    assert_eq!(kept.plan(planned(1, 800, false)), Ok(()));
    for fact in [
        released(201),
        paid(201, None),
        EntryFact::Lapsed {
            amount: euros(1_000),
            reason: "Syy".to_owned(),
            on: DAY,
        },
    ] {
        assert_eq!(kept.record(fact), Err(FindingCode::InstalmentsAboveOpen));
    }
    assert_eq!(kept.record(released(200)), Ok(()));
    assert_eq!(kept.plan(withdrawn(1)), Ok(()));
    // Given up, the rest can be released by an act of its own.
    assert_eq!(kept.record(released(800)), Ok(()));
    assert_eq!(
        kept.plan(planned(2, 1, false)),
        Err(FindingCode::NothingOpen)
    );
}

#[test]
fn only_a_commitment_that_can_be_paid_some_day_has_instalments() {
    for (strength, expected) in [
        (CommitmentStrength::Granted, Ok(())),
        (CommitmentStrength::AtMost, Ok(())),
        (CommitmentStrength::Conditional, Ok(())),
        (
            CommitmentStrength::ProvidedFor,
            Err(FindingCode::ProvisionIsNotPaid),
        ),
    ] {
        let course = course(strength);
        let position = course.position().expect("it is in order");
        let schedule = Schedule::default();
        let found = schedule.after(&planned(1, 1, false), position);
        assert_eq!(found.map(|_| ()), expected, "{strength:?}");
    }
    let mut ended = Kept::new();
    assert_eq!(ended.plan(planned(1, 100, false)), Ok(()));
    ended.course.is_ended = true;
    for refused in [planned(2, 1, false), requested(1)] {
        assert_eq!(ended.plan(refused), Err(FindingCode::DecisionEnded));
    }
    assert_eq!(ended.plan(withdrawn(1)), Ok(()), "it is cleared away");
}

#[test]
fn a_draft_names_every_field_that_is_wrong() {
    let kept = Kept::new();
    let (schedule, position) = (kept.schedule(), kept.course.position().expect("in order"));
    let days = EntryDays {
        today: DAY,
        decided: Some(date!(2023 - 08 - 18)),
    };
    let read = |kind, draft: &InstalmentDraft| draft.read(kind, &schedule, position, days);
    let places = |kind, draft: &InstalmentDraft| {
        let findings = read(kind, draft).expect_err("it is refused");
        let found = findings.iter().map(|one| (one.place.clone(), one.code));
        found.collect::<Vec<_>>()
    };
    let empty = InstalmentDraft::default();
    let missing = |place: &str| (place.to_owned(), FindingCode::Missing);
    assert_eq!(
        places(InstalmentKind::Planned, &empty),
        [missing("due_day"), missing("amount")]
    );
    assert_eq!(
        places(InstalmentKind::FinalReport, &empty),
        [missing("arrived_as"), missing("entry_day")]
    );
    for kind in [InstalmentKind::Requested, InstalmentKind::Withdrawn] {
        let found = places(kind, &empty);
        assert_eq!(found[0].1, FindingCode::UnknownChoice, "{kind:?}");
    }
    let early = InstalmentDraft {
        due_day: "17.8.2023".to_owned(),
        amount: "10,00".to_owned(),
        ..InstalmentDraft::default()
    };
    assert_eq!(
        places(InstalmentKind::Planned, &early),
        [("due_day".to_owned(), FindingCode::DayBeforeDecision)]
    );
    let good = InstalmentDraft {
        due_day: "1.3.2024".to_owned(),
        is_last: "1".to_owned(),
        ..early
    };
    let fact = read(InstalmentKind::Planned, &good).expect("it is whole");
    assert_eq!(fact, planned(1, 1_000, true));
    let above = InstalmentDraft {
        amount: "10,01".to_owned(),
        ..good
    };
    assert_eq!(
        places(InstalmentKind::Planned, &above),
        [("amount".to_owned(), FindingCode::InstalmentsAboveOpen)]
    );
}

fn drawn() -> Vec<Edge> {
    edges(include_str!("../../../docs/states/instalment.md"))
}

/// Every edge that the first instalment can walk in so many steps.
fn walk(kept: &Kept, steps: usize, edges: &mut Vec<Edge>) {
    let Some(further) = steps.checked_sub(1) else {
        return;
    };
    let stage = |kept: &Kept| kept.schedule().instalments[0].stage().code().to_owned();
    let mut add = |after: &Kept, label: &str| {
        let edge = (stage(kept), stage(after), label.to_owned());
        if !edges.contains(&edge) {
            edges.push(edge);
        }
        walk(after, further, edges);
    };
    let moved = InstalmentFact::Moved {
        instalment: 1,
        due_on: date!(2024 - 04 - 01),
        reason: "Syy".to_owned(),
    };
    let plans = [
        moved,
        requested(1),
        accepted(1, 2),
        returned(1),
        withdrawn(1),
    ];
    for fact in plans {
        let mut after = kept.again();
        if after.plan(fact.clone()).is_ok() {
            add(&after, fact.kind().code());
        }
    }
    for cents in [1, 2] {
        let mut after = kept.again();
        if after.record(paid(cents, Some(1))).is_ok() {
            add(&after, "pay");
        }
    }
    for entry in 1..=u32::try_from(kept.course.facts.len()).expect("few") {
        let mut after = kept.again();
        let undone = EntryFact::Reversed {
            entry,
            reason: "Väärä".to_owned(),
        };
        if after.record(undone).is_ok() {
            add(&after, "undo");
        }
    }
}

#[test]
fn the_drawing_of_states_is_what_the_code_allows() {
    let mut kept = Kept::new();
    assert_eq!(kept.plan(planned(1, 2, false)), Ok(()));
    let first = ("[*]", "planned", "planned");
    let mut possible = vec![(first.0.to_owned(), first.1.to_owned(), first.2.to_owned())];
    walk(&kept, 6, &mut possible);
    let mut drawn = drawn();
    drawn.sort();
    possible.sort();
    assert_eq!(drawn, possible);
    for stage in S::ALL {
        assert!(drawn.iter().any(|(_, to, _)| to == stage.code()));
    }
}

/// Anything that somebody might try to record.
#[derive(Clone, Debug)]
enum Try {
    Plan(InstalmentFact),
    Record(EntryFact),
}

fn tries() -> impl Strategy<Value = Try> {
    let number = 1_u32..4;
    let cents = 1_i64..700;
    prop_oneof![
        (number.clone(), cents.clone(), any::<bool>())
            .prop_map(|(of, cents, last)| Try::Plan(planned(of, cents, last))),
        number.clone().prop_map(|of| Try::Plan(requested(of))),
        (number.clone(), cents.clone()).prop_map(|(of, cents)| Try::Plan(accepted(of, cents))),
        number.clone().prop_map(|of| Try::Plan(returned(of))),
        number.clone().prop_map(|of| Try::Plan(withdrawn(of))),
        Just(Try::Plan(report())),
        (cents.clone(), proptest::option::of(number.clone()))
            .prop_map(|(cents, of)| Try::Record(paid(cents, of))),
        cents.prop_map(|cents| Try::Record(released(cents))),
        (1_u32..8).prop_map(|entry| Try::Record(EntryFact::Reversed {
            entry,
            reason: "Väärä".to_owned(),
        })),
    ]
}

proptest! {
    #[test]
    fn whatever_is_tried_the_instalments_fit_and_no_cent_is_paid_twice(
        tries in proptest::collection::vec(tries(), 1..40)
    ) {
        let mut kept = Kept::new();
        for one in tries {
            let _ = match one {
                Try::Plan(fact) => kept.plan(fact),
                Try::Record(fact) => kept.record(fact),
            };
            let position = kept.course.position().expect("it is in order");
            let schedule = kept.schedule();
            prop_assert_eq!(schedule.fits(position), Ok(()));
            for of in &schedule.instalments {
                prop_assert!(of.paid <= of.amount);
                prop_assert!(of.open() >= Money::ZERO);
            }
        }
    }
}
