//! Payment claims: what may follow what, how the amount is reckoned, and that neither the support
//! nor the advance is ever claimed twice.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use domain::Money;
use domain::finding::FindingCode as F;
use domain::funding::cost::{CostCategory, CostModel};
use domain::money::Share;
use domain::payment_claim::{
    ClaimBook, ClaimContent, ClaimCostDraft, ClaimDraft, ClaimFact, ClaimKind, ClaimScope,
    ClaimStage as S, RealisedCost, SupportRate,
};
use proptest::prelude::*;
use time::Date;
use time::macros::date;

use crate::drawing::{Edge, edges};

const DAY: Date = date!(2024 - 08 - 21);

const fn cents(cents: i64) -> Money {
    Money::from_cents(cents)
}

fn rate() -> SupportRate {
    SupportRate::OfPlan {
        support: cents(70_000),
        cost: cents(100_000),
    }
}

/// A claim of one month of 2024.
fn content(month: u8, salaries: i64, deducted: i64) -> ClaimContent {
    let month = time::Month::try_from(month).expect("a month");
    let day = |day| Date::from_calendar_date(2024, month, day).expect("a day");
    ClaimContent {
        first_day: day(1),
        last_day: day(28),
        is_last: false,
        costs: vec![RealisedCost {
            category: CostCategory::Salaries,
            amount: cents(salaries),
        }],
        funding: Vec::new(),
        deducted: cents(deducted),
        applied: cents(100),
        plan_version: 1,
        model: CostModel::FortyOfSalaries,
        rate: Some(rate()),
    }
}

fn fact(kind: ClaimKind, claim: u32) -> ClaimFact {
    let text = || "Syy".to_owned();
    match kind {
        ClaimKind::Made => ClaimFact::Made {
            claim,
            content: content(1, 1_000, 0),
        },
        ClaimKind::Changed => ClaimFact::Changed {
            claim,
            content: content(2, 1_000, 0),
        },
        ClaimKind::Sent => ClaimFact::Sent {
            claim,
            on: DAY,
            document: text(),
        },
        ClaimKind::Decided => ClaimFact::Decided {
            claim,
            on: DAY,
            granted: cents(90),
            document: text(),
            reason: text(),
        },
        ClaimKind::Paid => ClaimFact::Paid {
            claim,
            on: DAY,
            voucher: text(),
        },
        ClaimKind::TakenBack => ClaimFact::TakenBack {
            claim,
            reason: text(),
        },
        ClaimKind::Withdrawn => ClaimFact::Withdrawn {
            claim,
            reason: text(),
        },
        ClaimKind::AdvanceReceived => ClaimFact::AdvanceReceived {
            on: DAY,
            amount: cents(300),
            document: text(),
        },
        ClaimKind::AdvanceUndone => ClaimFact::AdvanceUndone { reason: text() },
    }
}

fn book(kinds: &[ClaimKind]) -> ClaimBook {
    let facts: Vec<ClaimFact> = kinds.iter().map(|kind| fact(*kind, 1)).collect();
    ClaimBook::of(&facts).expect("its entries are in order")
}

#[test]
fn the_drawing_has_exactly_the_edges_of_the_code() {
    use ClaimKind as K;
    let ways: [(S, &[K]); 5] = [
        (S::Draft, &[K::Made]),
        (S::Sent, &[K::Made, K::Sent]),
        (S::Decided, &[K::Made, K::Sent, K::Decided]),
        (S::Paid, &[K::Made, K::Sent, K::Decided, K::Paid]),
        (S::Withdrawn, &[K::Made, K::Withdrawn]),
    ];
    let mut allowed: Vec<Edge> = vec![("[*]".into(), "draft".into(), "made".into())];
    for (stage, way) in ways {
        let from = book(way);
        assert_eq!(from.claims[0].stage, stage);
        for kind in K::ALL.into_iter().filter(|kind| kind.is_of_claim()) {
            let after = from.after(&fact(kind, 1));
            assert_eq!(after.is_ok(), from.may(kind, Some(1)).is_ok(), "{kind:?}");
            if let Ok(after) = after {
                let to = after.claims[0].stage.code().to_owned();
                allowed.push((stage.code().to_owned(), to, kind.code().to_owned()));
            }
        }
    }
    let mut drawn = edges(include_str!("../../../docs/states/claim.md"));
    drawn.sort();
    allowed.sort();
    assert_eq!(drawn, allowed);
}

#[test]
fn the_amount_is_reckoned_step_by_step_in_whole_cents() {
    let of = content(1, 33_333, 100).reckoning().expect("it fits");
    assert_eq!(of.stated, cents(33_333));
    // 40 % of 333,33 is 133,332: to the nearest cent.
    assert_eq!(of.flat, Some((4_000, cents(13_333))));
    assert_eq!(of.total, cents(46_666));
    // 70 % of 466,66 is 326,662: down to a whole cent.
    assert_eq!(of.support, Some(cents(32_666)));
    assert_eq!(of.most, Some(cents(32_566)));

    let unknown = ClaimContent {
        rate: None,
        ..content(1, 100, 0)
    };
    let of = unknown.reckoning().expect("it fits");
    assert_eq!((of.support, of.most), (None, None), "unknown, and not 0");

    let stated = SupportRate::Stated(Share::try_from(8_000).expect("a share"));
    assert_eq!(stated.part_of(cents(99)), Some(cents(79)));
}

#[test]
fn what_is_waited_for_follows_the_steps() {
    use ClaimKind as K;
    let waiting = |kinds: &[K]| book(kinds).waiting();
    assert_eq!(waiting(&[K::Made]), Some(Money::ZERO));
    assert_eq!(waiting(&[K::Made, K::Sent]), Some(cents(100)));
    assert_eq!(waiting(&[K::Made, K::Sent, K::Decided]), Some(cents(90)));
    let paid = book(&[K::Made, K::Sent, K::Decided, K::Paid]);
    assert_eq!(
        (paid.waiting(), paid.paid()),
        (Some(Money::ZERO), Some(cents(90)))
    );
    // A draft is no claim of the city's yet: nothing was realised by it.
    let draft = book(&[K::Made]);
    assert_eq!(draft.realised(CostCategory::Salaries), Some(Money::ZERO));
    assert_eq!(paid.realised(CostCategory::Salaries), Some(cents(1_000)));
    assert_eq!(paid.realised_in_all(), Some(cents(1_400)));
}

#[test]
fn the_advance_is_received_once_and_deducted_at_most_once() {
    let advance = fact(ClaimKind::AdvanceReceived, 0);
    let made = |claim, month, deducted| ClaimFact::Made {
        claim,
        content: content(month, 1_000, deducted),
    };
    let nothing = ClaimBook::default();
    assert_eq!(nothing.after(&made(1, 1, 1)), Err(F::MoreThanAdvance));
    assert_eq!(
        nothing.after(&fact(ClaimKind::AdvanceUndone, 0)),
        Err(F::NoAdvance)
    );
    let book = nothing.after(&advance).expect("the first");
    assert_eq!(book.after(&advance), Err(F::AdvanceKnown));
    let book = book.after(&made(1, 1, 200)).expect("it is left");
    assert_eq!(book.advance_left(), Some(cents(100)));
    assert_eq!(book.after(&made(2, 2, 101)), Err(F::MoreThanAdvance));
    assert_eq!(
        book.after(&fact(ClaimKind::AdvanceUndone, 0)),
        Err(F::AdvanceDeducted)
    );
    // What a claim that is given up deducted is free again.
    let book = book.after(&fact(ClaimKind::Withdrawn, 1)).expect("a draft");
    assert_eq!(book.advance_left(), Some(cents(300)));
    assert!(
        book.after(&made(2, 1, 300)).is_ok(),
        "its days are free too"
    );
}

#[test]
fn claims_that_stand_share_no_day_and_only_one_is_the_last() {
    let book = ClaimBook::of(&[fact(ClaimKind::Made, 1)]).expect("one claim");
    let with = |first, last, is_last| {
        let content = ClaimContent {
            first_day: first,
            last_day: last,
            is_last,
            ..content(3, 1, 0)
        };
        ClaimFact::Made { claim: 2, content }
    };
    let (eve, next) = (date!(2024 - 01 - 28), date!(2024 - 01 - 29));
    assert_eq!(book.after(&with(eve, next, false)), Err(F::ClaimOverlaps));
    let book = book.after(&with(next, next, true)).expect("the next day");
    let third = ClaimFact::Made {
        claim: 3,
        content: ClaimContent {
            is_last: true,
            ..content(3, 1, 0)
        },
    };
    assert_eq!(book.after(&third), Err(F::LastClaimKnown));
    assert_eq!(book.after(&fact(ClaimKind::Made, 5)), Err(F::UnknownChoice));
}

fn scope() -> ClaimScope {
    ClaimScope {
        is_own: true,
        days: Some((date!(2024 - 01 - 01), date!(2024 - 12 - 31))),
        plan_version: 3,
        model: Some(CostModel::FortyOfSalaries),
        rate: Some(rate()),
        support: Some(cents(70_000)),
        funders: Vec::new(),
    }
}

fn typed(salaries: &str) -> ClaimDraft {
    ClaimDraft {
        first_day: "1.1.2024".to_owned(),
        last_day: "30.6.2024".to_owned(),
        costs: vec![ClaimCostDraft {
            category: "salaries".to_owned(),
            amount: salaries.to_owned(),
        }],
        ..ClaimDraft::default()
    }
}

/// Where what is wrong with a draft is said.
fn refused(kind: ClaimKind, draft: &ClaimDraft, book: &ClaimBook) -> Vec<(String, F)> {
    let read = draft.read(kind, book, &scope(), DAY);
    let findings = read.expect_err("it is refused");
    let found = findings
        .iter()
        .map(|found| (found.place.clone(), found.code));
    found.collect()
}

fn at(place: &str, code: F) -> Vec<(String, F)> {
    vec![(place.to_owned(), code)]
}

#[test]
fn what_is_left_empty_is_applied_for_in_full() {
    let read = typed("1 000,00").read(ClaimKind::Made, &ClaimBook::default(), &scope(), DAY);
    let Ok(ClaimFact::Made { claim: 1, content }) = read else {
        panic!("{read:?}");
    };
    assert_eq!(content.applied, cents(98_000), "70 % of 1 400 euros");
    assert_eq!(content.plan_version, 3);
    let again = ClaimDraft::of(1, &content, &scope());
    assert_eq!(again.applied, "", "it is reckoned again");
    assert_eq!(again.costs[0].amount, "1000,00");
}

#[test]
fn what_is_wrong_is_said_at_its_field() {
    let nothing = ClaimBook::default();
    let made = |draft: ClaimDraft| refused(ClaimKind::Made, &draft, &nothing);
    let above = ClaimDraft {
        applied: "980,01".to_owned(),
        ..typed("1 000")
    };
    assert_eq!(made(above), at("applied", F::MoreThanSupport));
    assert_eq!(made(typed("")), at("costs-0-amount", F::NothingRealised));
    assert_eq!(made(typed("-1")), at("costs-0-amount", F::AmountNegative));
    let early = ClaimDraft {
        first_day: "31.12.2023".to_owned(),
        ..typed("1")
    };
    assert_eq!(made(early), at("first_day", F::OutsideProjectPeriod));
    let backwards = ClaimDraft {
        first_day: "1.7.2024".to_owned(),
        ..typed("1")
    };
    assert_eq!(made(backwards), at("last_day", F::LastDayBeforeFirst));
    let ahead = ClaimDraft {
        last_day: "22.8.2024".to_owned(),
        ..typed("1")
    };
    assert_eq!(made(ahead), at("last_day", F::DayInFuture));
    let mut services = typed("1");
    "services".clone_into(&mut services.costs[0].category);
    assert_eq!(
        made(services)[0],
        ("costs-0-amount".to_owned(), F::CostNotInModel)
    );
    let deducted = ClaimDraft {
        deducted: "1".to_owned(),
        ..typed("1 000")
    };
    assert_eq!(made(deducted), at("deducted", F::MoreThanAdvance));
    let large = ClaimDraft {
        amount: "210,01".to_owned(),
        arrived_as: "EURA".to_owned(),
        entry_day: "1.1.2024".to_owned(),
        ..ClaimDraft::default()
    };
    let advance = refused(ClaimKind::AdvanceReceived, &large, &nothing);
    assert_eq!(advance, at("amount", F::AdvanceTooLarge), "30 % of 700");

    let sent = book(&[ClaimKind::Made, ClaimKind::Sent]);
    let decision = |granted: &str, reason: &str| ClaimDraft {
        claim: "1".to_owned(),
        granted: granted.to_owned(),
        arrived_as: "EURA".to_owned(),
        entry_day: "21.8.2024".to_owned(),
        reason: reason.to_owned(),
        ..ClaimDraft::default()
    };
    let decided = |draft| refused(ClaimKind::Decided, &draft, &sent);
    assert_eq!(
        decided(decision("1,01", "")),
        at("granted", F::MoreThanApplied)
    );
    assert_eq!(decided(decision("0,99", "")), at("reason", F::Missing));
    let early = ClaimDraft {
        entry_day: "20.8.2024".to_owned(),
        ..decision("1", "")
    };
    assert_eq!(decided(early), at("entry_day", F::DayBeforeStep));
    let paid = refused(ClaimKind::Paid, &decision("", ""), &sent);
    assert_eq!(paid, at("voucher", F::ClaimNotReady));
    let other = ClaimScope {
        is_own: false,
        ..scope()
    };
    let read = typed("1").read(ClaimKind::Made, &nothing, &other, DAY);
    let codes: Vec<F> = read
        .expect_err("not its own")
        .iter()
        .map(|found| found.code)
        .collect();
    assert_eq!(codes, [F::NotOwnProject]);
}

proptest! {
    /// However the costs of a plan are split into claims, the support of all claims together is at
    /// most what the plan gives, and less than it by less than a cent for each claim.
    #[test]
    fn claims_together_never_come_to_more_than_the_plan_gives(
        parts in prop::collection::vec(0_i64..5_000_000, 1..12),
        percent in 1_i64..=100,
        odd in 0_i64..100,
    ) {
        let cost: i64 = parts.iter().sum::<i64>().max(1);
        let support = (cost * percent / 100 - odd).clamp(1, cost);
        let rate = SupportRate::OfPlan { support: cents(support), cost: cents(cost) };
        let claimed: i64 = parts
            .iter()
            .map(|part| rate.part_of(cents(*part)).expect("it fits").cents())
            .sum();
        prop_assert!(claimed <= support);
        let whole = parts.iter().sum::<i64>() == cost;
        let lost = i64::try_from(parts.len()).expect("few");
        prop_assert!(!whole || support - claimed < lost);
    }

    /// Whatever is recorded in whatever order: deductions never exceed the advance, no day is in
    /// two claims that stand, and the steps are read again as they were allowed.
    #[test]
    fn no_course_of_entries_breaks_a_rule(
        steps in prop::collection::vec((0_usize..9, 1_u32..5, 1_u8..13, 0_i64..400), 0..60),
    ) {
        let (mut book, mut facts) = (ClaimBook::default(), Vec::new());
        for (kind, claim, month, deducted) in steps {
            let kind = ClaimKind::ALL[kind];
            let next = book.next_number();
            let step = match kind {
                ClaimKind::Made => ClaimFact::Made {
                    claim: next,
                    content: content(month, 1_000, deducted),
                },
                ClaimKind::Changed => ClaimFact::Changed {
                    claim,
                    content: content(month, 1_000, deducted),
                },
                _ => fact(kind, claim),
            };
            if let Ok(after) = book.after(&step) {
                book = after;
                facts.push(step);
            }
            let advance = book.advance.as_ref().map_or(Money::ZERO, |of| of.amount);
            prop_assert!(book.deducted().expect("it fits") <= advance);
            let standing: Vec<_> = book.standing().collect();
            for (at, one) in standing.iter().enumerate() {
                for other in &standing[at + 1..] {
                    prop_assert!(!one.content.overlaps(&other.content));
                }
            }
        }
        prop_assert_eq!(ClaimBook::of(&facts), Some(book));
    }
}
