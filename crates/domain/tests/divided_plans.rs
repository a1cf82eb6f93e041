//! Plans divided into amounts, and compared by them: each euro in one of them, nothing unknown as 0.

use domain::Money;
use domain::funding::comparison::{Compared, PlanDifference, compare};
use domain::funding::{
    Amounts, Funder, FundingCategory, FundingLine, FundingPart, FundingPlan, Payer, PlannedAmount,
    Total,
};
use domain::id::OrganisationId;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use uuid::Uuid;

fn organisation(number: u128) -> OrganisationId {
    Uuid::from_u128(number).into()
}

fn euros(euros: i64) -> Money {
    Money::from_cents(euros * 100)
}

fn amounts(total: Option<i64>, years: &[(u16, i64)]) -> Amounts {
    Amounts {
        total: total.map(euros),
        years: years.iter().map(|(year, of)| (*year, euros(*of))).collect(),
    }
}

fn line(funders: &[Funder], amounts: Amounts, of_which: Vec<FundingPart>) -> FundingLine {
    FundingLine {
        funders: funders.to_vec(),
        category: FundingCategory::MunicipalShare,
        share: None,
        amounts,
        of_which,
    }
}

fn part(number: u128, amounts: Amounts) -> FundingPart {
    FundingPart {
        funder: Funder::Organisation(organisation(number)),
        category: FundingCategory::MunicipalShare,
        amounts,
    }
}

/// The amounts of a plan as payer, year and cents.
fn divided(lines: Vec<FundingLine>) -> Vec<(Payer, Option<u16>, Option<i64>)> {
    let plan = FundingPlan::new(None, lines).expect("a plan");
    let amounts = plan.divided().into_iter();
    amounts
        .map(|of| {
            (
                of.payer,
                of.year,
                of.amount.map(|amount| amount.cents() / 100),
            )
        })
        .collect()
}

const CITY: u128 = 1;
const OTHER: u128 = 2;

fn city() -> Payer {
    Payer::Organisation(organisation(CITY))
}

#[test]
fn the_city_has_its_part_of_a_line_and_the_others_the_rest() {
    let both = [Funder::Organisation(organisation(CITY)), Funder::Others];
    let of_city = part(CITY, amounts(Some(15_684), &[(2022, 8_598), (2023, 7_086)]));
    let municipal = line(&both, amounts(Some(30_348), &[]), vec![of_city]);
    assert_eq!(
        divided(vec![municipal]),
        [
            (city(), Some(2022), Some(8_598)),
            (city(), Some(2023), Some(7_086)),
            (Payer::Together, None, Some(14_664)),
        ]
    );
}

/// The city's grant to the own contribution of another beneficiary is in no sum beside it.
#[test]
fn a_grant_to_an_own_contribution_is_counted_once() {
    let beneficiary = Funder::Organisation(organisation(OTHER));
    let grant = part(CITY, amounts(Some(15_684), &[(2022, 8_598), (2023, 7_086)]));
    let own = FundingLine {
        category: FundingCategory::OwnContribution,
        ..line(&[beneficiary], amounts(Some(30_348), &[]), vec![grant])
    };
    let amounts = divided(vec![own]);
    let of_beneficiary = Payer::Organisation(organisation(OTHER));
    assert_eq!(
        amounts,
        [
            (city(), Some(2022), Some(8_598)),
            (city(), Some(2023), Some(7_086)),
            (of_beneficiary, None, Some(14_664)),
        ]
    );
    let sum: i64 = amounts.iter().filter_map(|(_, _, euros)| *euros).sum();
    assert_eq!(sum, 30_348);
}

#[test]
fn a_line_that_nobody_knows_keeps_what_is_known_of_its_parts() {
    let several = [
        Funder::Organisation(organisation(OTHER)),
        Funder::Organisation(organisation(CITY)),
    ];
    let of_city = part(CITY, amounts(Some(5_000), &[(2023, 2_500), (2024, 2_500)]));
    let lines = vec![
        line(&several[..1], amounts(None, &[]), Vec::new()),
        line(&several, amounts(None, &[]), vec![of_city]),
    ];
    let other = Payer::Organisation(organisation(OTHER));
    assert_eq!(
        divided(lines),
        [
            (other, Some(2023), None),
            (other, Some(2024), None),
            (city(), Some(2023), Some(2_500)),
            (city(), Some(2024), Some(2_500)),
            (Payer::Together, Some(2023), None),
            (Payer::Together, Some(2024), None),
        ]
    );
}

#[test]
fn a_known_line_with_a_part_that_nobody_knows_is_everybodys() {
    let several = [
        Funder::Organisation(organisation(OTHER)),
        Funder::Organisation(organisation(CITY)),
    ];
    let known = line(
        &several,
        amounts(Some(100), &[]),
        vec![part(CITY, amounts(None, &[]))],
    );
    assert_eq!(divided(vec![known]), [(Payer::Together, None, Some(100))]);
}

#[test]
fn what_is_still_to_be_found_is_nobodys() {
    let missing = FundingLine {
        category: FundingCategory::StillToBeFound,
        ..line(
            &[Funder::Organisation(organisation(CITY))],
            amounts(None, &[]),
            Vec::new(),
        )
    };
    assert_eq!(divided(vec![missing]), [(Payer::Missing, None, None)]);
}

fn any_amounts() -> impl Strategy<Value = Amounts> {
    (
        option::of(0..1_000_i64),
        option::of(0..200_i64),
        option::of(0..200_i64),
    )
        .prop_map(|(total, first, second)| {
            let years = [(2023, first), (2024, second)];
            let years: Vec<(u16, i64)> = years
                .into_iter()
                .filter_map(|(year, of)| Some((year, of?)))
                .collect();
            amounts(total, &years)
        })
}

fn any_line() -> impl Strategy<Value = FundingLine> {
    let parts = vec((1..4_u128, any_amounts()), 0..3);
    (vec(1..4_u128, 0..3), any_amounts(), parts).prop_map(|(funders, amounts, parts)| {
        let funders = funders.into_iter().map(organisation);
        let funders: Vec<Funder> = funders.map(Funder::Organisation).collect();
        let parts = parts
            .into_iter()
            .map(|(number, amounts)| part(number, amounts));
        line(&funders, amounts, parts.collect())
    })
}

proptest! {
    #[test]
    fn no_euro_of_a_plan_appears_or_vanishes(lines in vec(any_line(), 0..5)) {
        let Ok(plan) = FundingPlan::new(None, lines) else { return Ok(()) };
        let divided = plan.divided();
        for (at, line) in plan.lines().iter().enumerate() {
            let of_line: Vec<&PlannedAmount> = divided.iter().filter(|of| of.line == at).collect();
            prop_assert!(!of_line.is_empty(), "a line is somewhere");
            let known = Money::checked_sum(of_line.iter().filter_map(|of| of.amount));
            let is_known = of_line.iter().all(|of| of.amount.is_some());
            match line.amounts.total {
                Some(total) => {
                    prop_assert_eq!(known, Some(total), "{:?}", line);
                    prop_assert!(is_known);
                }
                // Each year of a line that is known in itself is at least what is known of it.
                None => for (year, amount) in &line.amounts.years {
                    let of_year = of_line.iter().filter(|of| of.year == Some(*year));
                    let sum = Money::checked_sum(of_year.filter_map(|of| of.amount));
                    prop_assert!(sum >= Some(*amount), "{:?}", line);
                },
            }
            prop_assert!(of_line.iter().all(|of| of.amount >= Some(Money::ZERO) || of.amount.is_none()));
        }
    }
}

/// What the rows of a version come to, and how many of them are not wholly known.
fn side(rows: &[PlanDifference], of: impl Fn(&PlanDifference) -> Option<Total>) -> (i64, usize) {
    let sides = rows.iter().filter_map(of);
    sides.fold((0, 0), |(cents, open), side| match side {
        Total::Known(amount) => (cents + amount.cents(), open),
        Total::AtLeast(amount) => (cents + amount.cents(), open + 1),
        Total::Unknown => (cents, open + 1),
    })
}

#[test]
fn a_version_that_learns_an_amount_and_finds_another_funder_says_so() {
    let share = |total, funder| line(&[funder], amounts(total, &[]), Vec::new());
    let of_city = Funder::Organisation(organisation(CITY));
    let before = FundingPlan::new(
        None,
        vec![share(None, Funder::Others), share(Some(50), of_city)],
    );
    let other = Funder::Organisation(organisation(OTHER));
    let after = vec![
        share(Some(20), Funder::Others),
        share(Some(40), of_city),
        share(Some(7), other),
    ];
    let after = FundingPlan::new(Some(euros(67)), after).expect("a plan");
    let rows = compare(&before.expect("a plan"), &after).expect("it fits");
    let told: Vec<_> = rows
        .iter()
        .map(|row| (row.sides.from, row.sides.to, row.sides.difference()))
        .collect();
    let known = |of| Some(Total::Known(euros(of)));
    assert_eq!(
        told,
        [
            (Some(Total::Unknown), known(20), None),
            (known(50), known(40), Some(euros(-10))),
            (None, known(7), Some(euros(7))),
            (None, known(67), Some(euros(67))),
        ]
    );
    assert_eq!(rows[3].of, Compared::TotalCost);
    assert!(rows.iter().all(|row| row.sides.is_change()));
}

proptest! {
    #[test]
    fn a_comparison_has_each_euro_of_either_version_once(
        one in vec(any_line(), 0..5),
        other in vec(any_line(), 0..5),
    ) {
        let plans = (FundingPlan::new(None, one), FundingPlan::new(None, other));
        let (Ok(one), Ok(other)) = plans else { return Ok(()) };
        let rows = compare(&one, &other).expect("it fits");
        let known = |plan: &FundingPlan| -> i64 {
            let amounts = plan.divided().into_iter();
            amounts.filter_map(|of| of.amount).map(Money::cents).sum()
        };
        prop_assert_eq!(side(&rows, |row| row.sides.from).0, known(&one));
        prop_assert_eq!(side(&rows, |row| row.sides.to).0, known(&other));
        let back = compare(&other, &one).expect("it fits");
        prop_assert_eq!(back.len(), rows.len());
        for row in &rows {
            let found = back.iter().find(|of| of.of == row.of && of.year == row.year);
            let mirrored = found.map(|found| (found.sides.to, found.sides.from));
            prop_assert_eq!(mirrored, Some((row.sides.from, row.sides.to)));
        }
        let same = compare(&one, &one).expect("it fits");
        prop_assert!(!same.iter().any(|row| row.sides.is_change()));
    }
}
