//! What becomes of a commitment: which entry may follow which, and that no cent appears or vanishes.

#[path = "../common/drawing.rs"]
mod drawing;

mod drafts;
mod laws;
mod letters;
mod states;

use domain::Money;
use domain::commitment::{Course, Drawn, EntryFact, Payment, Position, Standing, StateAid};
use domain::decision::{Commitment, CommitmentStrength as S};
use domain::finding::FindingCode as C;
use time::Date;
use time::macros::date;

pub(crate) const ON: Date = date!(2023 - 09 - 01);

pub(crate) fn cents(cents: i64) -> Money {
    Money::from_cents(cents)
}

pub(crate) fn course(cents: i64, strength: S) -> Course {
    let condition = (strength == S::Conditional).then(|| "EAKR-rahoitus".to_owned());
    Course {
        commitment: Commitment {
            year: Some(2023),
            amount: Money::from_cents(cents),
            strength,
            budget_line: None,
            condition,
        },
        is_ended: false,
        facts: Vec::new(),
    }
}

pub(crate) fn met() -> EntryFact {
    EntryFact::ConditionMet {
        by: "EURA 2021/123".to_owned(),
        on: ON,
    }
}

pub(crate) fn paid(amount: i64) -> EntryFact {
    EntryFact::Paid(Payment {
        amount: cents(amount),
        invoice: "L-1".to_owned(),
        voucher: "T-1".to_owned(),
        account: "4300".to_owned(),
        cost_centre: "2911".to_owned(),
        posting_year: 2023,
        on: ON,
        instalment: None,
    })
}

pub(crate) fn recovered(amount: i64) -> EntryFact {
    EntryFact::Recovered {
        amount: cents(amount),
        reason: "Liikaa maksettu".to_owned(),
        voucher: "T-2".to_owned(),
        on: ON,
    }
}

pub(crate) fn released(amount: i64) -> EntryFact {
    EntryFact::Released {
        amount: cents(amount),
        reason: "Ei tarvita".to_owned(),
        on: ON,
    }
}

pub(crate) fn lapsed(amount: i64) -> EntryFact {
    EntryFact::Lapsed {
        amount: cents(amount),
        reason: "Hanke päättyi".to_owned(),
        on: ON,
    }
}

pub(crate) fn assessed() -> EntryFact {
    EntryFact::AidAssessed {
        aid: StateAid::None,
        provision: String::new(),
        de_minimis: None,
        reason: "Ei taloudellista toimintaa".to_owned(),
        on: ON,
    }
}

pub(crate) fn reversed(entry: u32) -> EntryFact {
    EntryFact::Reversed {
        entry,
        reason: "Väärä kirjaus".to_owned(),
    }
}

/// Records what the rules allow; the first that they refuse is the error.
pub(crate) fn after(mut course: Course, facts: &[EntryFact]) -> Result<Course, C> {
    for fact in facts {
        course.after(fact)?;
        course.facts.push(fact.clone());
    }
    Ok(course)
}

/// Open, paid, recovered and released in cents.
pub(crate) fn parts(course: &Course) -> [i64; 4] {
    let of = course.position().expect("the entries are in order");
    [of.open, of.paid, of.recovered, of.released].map(Money::cents)
}

#[test]
fn the_parts_follow_the_entries() {
    for (facts, expected) in [
        (vec![], [100, 0, 0, 0]),
        (vec![paid(60)], [40, 60, 0, 0]),
        (vec![paid(60), recovered(10)], [40, 50, 10, 0]),
        (vec![paid(60), released(40)], [0, 60, 0, 40]),
        (vec![paid(60), lapsed(40)], [0, 60, 0, 40]),
        (vec![released(30), reversed(1)], [100, 0, 0, 0]),
        (vec![released(30), reversed(1), paid(100)], [0, 100, 0, 0]),
        (vec![paid(60), recovered(10), reversed(2)], [40, 60, 0, 0]),
    ] {
        let course = after(course(100, S::Granted), &facts).expect("it is allowed");
        assert_eq!(parts(&course), expected, "{facts:?}");
    }
}

#[test]
fn what_breaks_a_rule_is_refused() {
    for (strength, facts, code) in [
        (S::ProvidedFor, vec![paid(1)], C::ProvisionIsNotPaid),
        (S::ProvidedFor, vec![met()], C::NoConditionOpen),
        (S::Conditional, vec![paid(1)], C::ConditionNotMet),
        (S::Conditional, vec![met(), met()], C::NoConditionOpen),
        (S::Conditional, vec![lapsed(100), met()], C::NothingOpen),
        (S::Granted, vec![met()], C::NoConditionOpen),
        (S::AtMost, vec![paid(101)], C::MoreThanOpen),
        (S::Granted, vec![paid(60), paid(41)], C::MoreThanOpen),
        (S::Granted, vec![paid(60), released(41)], C::MoreThanOpen),
        (S::Granted, vec![released(100), released(1)], C::NothingOpen),
        (S::Granted, vec![paid(0)], C::AmountNotPositive),
        (S::Granted, vec![released(-1)], C::AmountNotPositive),
        (S::Granted, vec![recovered(1)], C::MoreThanPaid),
        (S::Granted, vec![paid(60), recovered(61)], C::MoreThanPaid),
        // What was recovered does not open the promise again.
        (
            S::Granted,
            vec![paid(100), recovered(50), paid(1)],
            C::NothingOpen,
        ),
        (S::Granted, vec![reversed(1)], C::UnknownChoice),
        (S::Granted, vec![reversed(0)], C::UnknownChoice),
        (S::Granted, vec![paid(1), reversed(2)], C::UnknownChoice),
        (
            S::Granted,
            vec![paid(1), reversed(1), reversed(1)],
            C::ReversedAlready,
        ),
        (
            S::Granted,
            vec![paid(1), reversed(1), reversed(2)],
            C::ReversalStays,
        ),
        (
            S::Granted,
            vec![paid(9), recovered(1), reversed(1)],
            C::EntryIsNeeded,
        ),
        // The second payment came after the recovery, which rests on the first.
        (
            S::Granted,
            vec![paid(9), recovered(1), paid(9), reversed(1)],
            C::EntryIsNeeded,
        ),
        (
            S::Conditional,
            vec![met(), paid(1), reversed(1)],
            C::EntryIsNeeded,
        ),
    ] {
        let refused = after(course(100, strength), &facts).map(|of| parts(&of));
        assert_eq!(refused, Err(code), "{strength:?} {facts:?}");
    }
}

#[test]
fn a_condition_that_is_met_makes_it_granted_until_that_is_undone() {
    let strength = |course: &Course| course.position().map(|of| of.strength);
    let waiting = course(100, S::Conditional);
    assert_eq!(strength(&waiting), Some(S::Conditional));
    let met = after(waiting, &[met()]).expect("it is conditional");
    assert_eq!(strength(&met), Some(S::Granted));
    let undone = after(met.clone(), &[reversed(1)]).expect("nothing rests on it");
    assert_eq!(strength(&undone), Some(S::Conditional));
    let mended = after(met, &[paid(5), reversed(2), reversed(1)]);
    assert_eq!(mended.map(|of| strength(&of)), Ok(Some(S::Conditional)));
}

#[test]
fn after_the_end_of_its_decision_money_only_comes_back() {
    let mut ended = after(course(100, S::Granted), &[paid(60)]).expect("it is allowed");
    ended.is_ended = true;
    let position = ended.position().expect("it was in order before");
    assert_eq!(position.standing(), Standing::Ended);
    for fact in [paid(1), released(1), lapsed(40), met()] {
        assert_eq!(ended.after(&fact), Err(C::DecisionEnded), "{fact:?}");
    }
    // What was paid draws on the budget line until it is back.
    let drawn = |course: &Course| course.position().and_then(Position::drawn);
    let left = |amount: i64| {
        Some(Drawn {
            strength: S::Granted,
            amount: cents(amount),
            paid: cents(amount),
        })
    };
    assert_eq!(drawn(&ended), left(60));
    let back = after(ended.clone(), &[recovered(20)]).expect("it was paid");
    assert_eq!(drawn(&back), left(40));
    let undone = after(ended, &[reversed(1)]).expect("nothing rests on it");
    assert_eq!(drawn(&undone), left(0));
}
