//! What other funders decided and paid: what may follow what, and that no sequence of entries makes
//! a cent appear or lets more be paid than was granted.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use domain::Money;
use domain::co_funding::{
    CoFundingBook, CoFundingDraft, CoFundingFact, CoFundingKind as K, CoFundingStage, Decided,
    co_funders,
};
use domain::finding::FindingCode as F;
use domain::funding::{Amounts, Funder, FundingCategory, FundingLine, FundingPart, FundingPlan};
use domain::id::OrganisationId;
use proptest::prelude::*;
use time::Date;
use time::macros::date;

const DAY: Date = date!(2023 - 08 - 21);

fn organisation(number: u128) -> OrganisationId {
    uuid::Uuid::from_u128(number).into()
}

const fn cents(cents: i64) -> Money {
    Money::from_cents(cents)
}

fn granted(amount: i64) -> CoFundingFact {
    CoFundingFact::Granted {
        on: DAY,
        amount: cents(amount),
        document: "Päätös 5 §".to_owned(),
    }
}

fn refused() -> CoFundingFact {
    CoFundingFact::Refused {
        on: DAY,
        document: "Päätös 5 §".to_owned(),
    }
}

fn paid(amount: i64) -> CoFundingFact {
    CoFundingFact::Paid {
        on: DAY,
        amount: cents(amount),
        document: "Maksatusraportti".to_owned(),
    }
}

fn undone(entry: u32) -> CoFundingFact {
    CoFundingFact::Undone {
        entry,
        reason: "Väärä rahoittaja".to_owned(),
    }
}

fn book(facts: &[CoFundingFact]) -> CoFundingBook {
    let facts: Vec<_> = facts
        .iter()
        .map(|fact| (organisation(1), fact.clone()))
        .collect();
    CoFundingBook::of(&facts).expect("the rules allow it")
}

#[test]
fn the_last_decision_holds_and_undoing_it_brings_the_earlier_one_back() {
    let decided = |facts: &[CoFundingFact]| book(facts).of_funder(organisation(1)).decided;
    let first = Some(Decided::Granted(cents(500)));
    assert_eq!(decided(&[]), None);
    assert_eq!(decided(&[granted(500)]), first);
    assert_eq!(decided(&[granted(500), refused()]), Some(Decided::Refused));
    assert_eq!(decided(&[granted(500), refused(), undone(2)]), first);
    assert_eq!(decided(&[granted(500), undone(1)]), None);
    // Another funder stands by its own entries.
    assert_eq!(
        book(&[granted(500)]).of_funder(organisation(2)).decided,
        None
    );
}

#[test]
fn what_the_rules_do_not_allow_is_refused_with_its_reason() {
    let refusal = |facts: &[CoFundingFact], next: CoFundingFact| {
        book(facts).after(organisation(1), next).err()
    };
    for (facts, next, expected) in [
        (vec![], paid(100), None),
        (vec![granted(100)], paid(100), None),
        (vec![granted(100)], paid(101), Some(F::MoreThanGranted)),
        (
            vec![granted(100), paid(60)],
            paid(41),
            Some(F::MoreThanGranted),
        ),
        (vec![paid(60)], granted(59), Some(F::MoreThanGranted)),
        (vec![paid(60)], refused(), Some(F::MoreThanGranted)),
        (vec![refused()], paid(1), Some(F::MoreThanGranted)),
        (vec![granted(100), paid(60), undone(2)], granted(10), None),
        (vec![granted(100), granted(50)], undone(2), None),
        (
            vec![refused(), granted(50), paid(50)],
            undone(2),
            Some(F::MoreThanGranted),
        ),
        (vec![granted(100)], undone(2), Some(F::EntryUnknown)),
        (vec![granted(100)], undone(0), Some(F::EntryUnknown)),
        (
            vec![granted(100), undone(1)],
            undone(1),
            Some(F::ReversedAlready),
        ),
        (
            vec![granted(100), undone(1)],
            undone(2),
            Some(F::ReversalStays),
        ),
        (vec![paid(i64::MAX)], paid(1), Some(F::AmountTooLarge)),
    ] {
        assert_eq!(
            refusal(&facts, next.clone()),
            expected,
            "{facts:?} {next:?}"
        );
    }
    // An entry about one funder is not undone in the name of another.
    let other = book(&[granted(100)]).after(organisation(2), undone(1));
    assert_eq!(other.err(), Some(F::EntryUnknown));
}

#[test]
fn a_form_says_at_each_field_what_is_wrong() {
    let whole = CoFundingDraft {
        funder: organisation(1).to_string(),
        amount: "1 000".to_owned(),
        arrived_as: "Päätös".to_owned(),
        entry_day: "21.8.2023".to_owned(),
        ..CoFundingDraft::default()
    };
    let read = |draft: &CoFundingDraft, kind| {
        let read = draft.read(kind, &book(&[granted(500)]), &[organisation(1)], DAY);
        let findings = read.err().into_iter().flatten();
        let found = findings.map(|found| (found.place.clone(), found.code));
        found.collect::<Vec<_>>()
    };
    for kind in [K::Granted, K::Refused] {
        assert_eq!(read(&whole, kind), []);
    }
    let at = |place: &str, code| (place.to_owned(), code);
    // 1 000 euros are more than the 5 that were granted.
    assert_eq!(read(&whole, K::Paid), [at("amount", F::MoreThanGranted)]);
    let empty = CoFundingDraft::default();
    let missing = |place| at(place, F::Missing);
    assert_eq!(
        read(&empty, K::Granted),
        ["funder", "amount", "entry_day", "arrived_as"].map(missing)
    );
    assert_eq!(
        read(&empty, K::Refused),
        ["funder", "entry_day", "arrived_as"].map(missing)
    );
    assert_eq!(
        read(&empty, K::Undone),
        [missing("reason"), at("reason", F::EntryUnknown)]
    );
    let other = CoFundingDraft {
        funder: organisation(2).to_string(),
        amount: "-5".to_owned(),
        entry_day: "22.8.2023".to_owned(),
        ..whole
    };
    assert_eq!(
        read(&other, K::Paid),
        [
            at("funder", F::NotACoFunder),
            at("amount", F::AmountNotPositive),
            at("entry_day", F::DayInFuture),
        ]
    );
}

#[test]
fn the_city_and_what_the_beneficiary_pays_itself_are_no_other_funders() {
    let line = |category, funders: &[u128], of_which: &[u128]| FundingLine {
        funders: funders
            .iter()
            .map(|id| Funder::Organisation(organisation(*id)))
            .collect(),
        category,
        share: None,
        amounts: Amounts::default(),
        of_which: of_which
            .iter()
            .map(|id| FundingPart {
                funder: Funder::Organisation(organisation(*id)),
                category: FundingCategory::MunicipalShare,
                amounts: Amounts::default(),
            })
            .collect(),
    };
    let plan = FundingPlan::new(
        None,
        vec![
            line(FundingCategory::EuAndState, &[5], &[]),
            line(FundingCategory::OwnContribution, &[2], &[1, 3]),
            line(FundingCategory::MunicipalShare, &[1, 4], &[]),
            line(FundingCategory::OtherPublic, &[5], &[]),
        ],
    );
    let city = Some(organisation(1));
    let found = co_funders(&plan.expect("a plan"), city);
    assert_eq!(found, [5, 3, 4].map(organisation));
}

#[test]
fn kinds_and_stages_have_codes_of_their_own() {
    for kind in K::ALL {
        assert_eq!(K::from_code(kind.code()), Some(kind));
    }
    for stage in CoFundingStage::ALL {
        assert_eq!(CoFundingStage::from_code(stage.code()), Some(stage));
    }
}

fn any_fact() -> impl Strategy<Value = CoFundingFact> {
    prop_oneof![
        (1..300_i64).prop_map(granted),
        Just(refused()),
        (1..200_i64).prop_map(paid),
        (0..12_u32).prop_map(undone),
    ]
}

proptest! {
    #[test]
    fn where_a_funder_stands_is_what_its_entries_that_hold_add_up_to(
        facts in proptest::collection::vec((1..4_u128, any_fact()), 0..30),
    ) {
        let mut book = CoFundingBook::default();
        let mut kept: Vec<(u128, CoFundingFact)> = Vec::new();
        for (funder, fact) in facts {
            // What is refused is recorded nowhere.
            if let Ok(after) = book.clone().after(organisation(funder), fact.clone()) {
                book = after;
                kept.push((funder, fact));
            }
        }
        let undone: Vec<u32> = kept.iter().filter_map(|(_, fact)| match fact {
            CoFundingFact::Undone { entry, .. } => Some(*entry),
            _ => None,
        }).collect();
        for funder in 1..4 {
            let holding = (1_u32..).zip(&kept).filter(|(number, (of, _))| {
                *of == funder && !undone.contains(number)
            });
            let holding: Vec<_> = holding.map(|(_, (_, fact))| fact).collect();
            let paid: i64 = holding.iter().map(|fact| match fact {
                CoFundingFact::Paid { amount, .. } => amount.cents(),
                _ => 0,
            }).sum();
            let decided = holding.iter().rev().find_map(|fact| match fact {
                CoFundingFact::Granted { amount, .. } => Some(Decided::Granted(*amount)),
                CoFundingFact::Refused { .. } => Some(Decided::Refused),
                _ => None,
            });
            let stands = book.of_funder(organisation(funder));
            prop_assert_eq!((stands.paid.cents(), stands.decided), (paid, decided));
            match decided {
                Some(Decided::Granted(amount)) => prop_assert!(stands.paid <= amount),
                Some(Decided::Refused) => prop_assert_eq!(paid, 0),
                None => {}
            }
        }
    }
}
