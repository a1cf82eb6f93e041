//! The budget: what decisions about it may do, that no cent appears or vanishes, and what is free.

use domain::Money;
use domain::budget::{
    Budget, BudgetDecision, BudgetDecisionDraft, BudgetRowDraft, LinePosition, Promised, Sums,
};
use domain::decision::{Commitment, CommitmentStrength};
use domain::finding::FindingCode as C;
use proptest::prelude::*;

fn euros(euros: i64) -> Money {
    Money::from_cents(euros * 100)
}

fn empty() -> Budget {
    Budget {
        year: 2020,
        appropriations: Vec::new(),
        lines: Vec::new(),
    }
}

/// Rows as `appropriation | code | name | amount`.
fn draft(kind: &str, rows: &[&str]) -> BudgetDecisionDraft {
    let row = |row: &&str| {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        BudgetRowDraft {
            appropriation: cells[0].to_owned(),
            code: cells[1].to_owned(),
            name: cells[2].to_owned(),
            amount: cells[3].to_owned(),
            ..BudgetRowDraft::default()
        }
    };
    BudgetDecisionDraft {
        year: "2020".to_owned(),
        budget_kind: kind.to_owned(),
        deciding_body: "Kaupunginhallitus".to_owned(),
        decided_on: "22.9.2020".to_owned(),
        section: "§ 160".to_owned(),
        case_number: "KAJDno-2020-1209".to_owned(),
        subject: "Käyttösuunnitelma".to_owned(),
        rows: rows.iter().map(row).collect(),
        ..BudgetDecisionDraft::default()
    }
}

fn codes(budget: &Budget, kind: &str, rows: &[&str]) -> Vec<(String, C)> {
    let found = draft(kind, rows).read(budget).expect_err("it is refused");
    let found = found.iter().map(|of| (of.place.clone(), of.code));
    found.collect()
}

fn recorded(budget: &Budget, kind: &str, rows: &[&str]) -> Budget {
    let decision: BudgetDecision = draft(kind, rows).read(budget).expect("it is in order");
    budget.after(&decision)
}

/// The operating plan of 2020 as it was before and after KAJDno-2020-1209 § 160.
fn of_2020() -> Budget {
    recorded(
        &empty(),
        "sets",
        &[
            "Elinvoima | | | 500 000",
            "Elinvoima | 190214487 | Kehittämisraha | 50 000",
            "Elinvoima | 190214490 | Yrityspalveluseteli | 50 000",
        ],
    )
}

#[test]
fn a_transfer_between_lines_comes_out_to_the_cent() {
    let before = of_2020();
    let after = recorded(
        &before,
        "transfers",
        &["| 190214487 | | -20 000", "| 190214490 | | 20 000"],
    );
    let sums = |budget: &Budget, code: &str| budget.line(code).expect("a line").sums;
    let expected = |original, amended| Sums {
        original: Some(euros(original)),
        amended: Some(euros(amended)),
    };
    assert_eq!(sums(&after, "190214487"), expected(50_000, 30_000));
    assert_eq!(sums(&after, "190214490"), expected(50_000, 70_000));
    assert_eq!(after.of_lines("Elinvoima"), before.of_lines("Elinvoima"));
    assert_eq!(after.appropriations, before.appropriations);
}

/// The same with a line of another appropriation.
fn two_appropriations() -> Budget {
    recorded(&of_2020(), "sets", &["Sivistys | 1902 | Hanke | 10"])
}

#[test]
fn what_a_decision_may_not_do_is_said_at_its_row() {
    let other = two_appropriations();
    let at = |row: usize, field: &str, code: C| (format!("rows-{row}-{field}"), code);
    for (kind, rows, expected) in [
        (
            "sets",
            vec!["| 190214487 | | 1"],
            at(0, "amount", C::BudgetSetAlready),
        ),
        (
            "sets",
            vec!["Elinvoima | 7 | Uusi | -1"],
            at(0, "amount", C::BudgetBelowZero),
        ),
        (
            "sets",
            vec!["Elinvoima | 7 | Uusi | 400 001"],
            at(0, "amount", C::LinesAboveAppropriation),
        ),
        (
            "amends",
            vec!["Elinvoima | | | -400 000,01"],
            at(0, "amount", C::LinesAboveAppropriation),
        ),
        (
            "amends",
            vec!["| 190214487 | | -50 000,01"],
            at(0, "amount", C::BudgetBelowZero),
        ),
        (
            "amends",
            vec!["| 190214487 | | 0"],
            at(0, "amount", C::Missing),
        ),
        (
            "amends",
            vec!["Sote | | | 1"],
            at(0, "code", C::BudgetNotSet),
        ),
        (
            "amends",
            vec!["| 190214487 | Toinen nimi | 1"],
            at(0, "name", C::BudgetLineKnown),
        ),
        (
            "amends",
            vec!["| kuu/1 | Nimi | 1"],
            at(0, "code", C::NotABudgetLine),
        ),
    ] {
        assert_eq!(codes(&other, kind, &rows), [expected], "{kind} {rows:?}");
    }
    let nothing = BudgetDecisionDraft::default()
        .read(&other)
        .expect_err("nothing is typed");
    let places: Vec<&str> = nothing.iter().map(|of| of.place.as_str()).collect();
    let all = [
        "year",
        "budget_kind",
        "deciding_body",
        "decided_on",
        "section",
        "subject",
        "rows-0-amount",
    ];
    assert_eq!(places, all);
}

#[test]
fn a_transfer_stays_within_the_lines_of_one_appropriation_and_is_even() {
    let other = two_appropriations();
    let at = |row: usize, field: &str, code: C| (format!("rows-{row}-{field}"), code);
    for (kind, rows, expected) in [
        (
            "transfers",
            vec!["| 190214487 | | -1", "| 190214490 | | 2"],
            at(0, "amount", C::TransferUneven),
        ),
        (
            "transfers",
            vec!["| 190214487 | | -1", "| 1902 | | 1"],
            at(1, "code", C::TransferOutsideAppropriation),
        ),
        (
            "transfers",
            vec!["| 190214487 | | -1", "Elinvoima | | | 1"],
            at(1, "code", C::TransferOutsideLines),
        ),
        (
            "transfers",
            vec!["| 190214487 | | -1", "| 190214487 | | 1"],
            at(1, "code", C::NamedTwice),
        ),
    ] {
        assert_eq!(codes(&other, kind, &rows), [expected], "{rows:?}");
    }
}

#[test]
fn what_no_decision_has_set_is_unknown_and_not_nothing() {
    let budget = recorded(&empty(), "sets", &["Elinvoima | 1 | Hanke | 100"]);
    assert_eq!(budget.appropriation("Elinvoima"), None);
    let position = LinePosition::of(Sums::default(), Promised::default()).expect("it fits");
    assert_eq!((position.free, position.is_exceeded()), (None, false));
}

fn commitment(cents: i64, strength: CommitmentStrength) -> Commitment {
    Commitment {
        year: Some(2020),
        amount: Money::from_cents(cents),
        strength,
        budget_line: Some("1".to_owned()),
        condition: None,
    }
}

fn strength() -> impl Strategy<Value = CommitmentStrength> {
    prop::sample::select(CommitmentStrength::ALL.to_vec())
}

proptest! {
    /// Whatever is transferred: the lines together stay what they were.
    #[test]
    fn no_transfer_makes_a_cent_appear_or_vanish(moves in prop::collection::vec(-6_000_000_i64..6_000_000, 0..8)) {
        let mut budget = of_2020();
        let before = budget.of_lines("Elinvoima");
        for cents in moves {
            let amount = |cents: i64| format!("{}{},{:02}", if cents < 0 { "-" } else { "" }, cents.abs() / 100, cents.abs() % 100);
            let rows = [format!("| 190214487 | | {}", amount(cents)), format!("| 190214490 | | {}", amount(-cents))];
            let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
            if let Ok(decision) = draft("transfers", &rows).read(&budget) {
                budget = budget.after(&decision);
            }
            prop_assert_eq!(budget.of_lines("Elinvoima"), before);
            prop_assert!(budget.lines.iter().all(|line| line.sums.amended >= Some(Money::ZERO)));
        }
    }

    /// What is set is what is promised and what is free, to the cent; what is only provided for
    /// takes nothing.
    #[test]
    fn what_is_free_and_what_is_promised_are_what_there_is(set in 0_i64..10_000_000, lines in prop::collection::vec((1_i64..1_000_000, strength()), 0..20)) {
        let lines: Vec<Commitment> = lines.into_iter().map(|(cents, strength)| commitment(cents, strength)).collect();
        let promised = Promised::default().and(&lines).expect("it fits");
        let sums = Sums { original: Some(Money::from_cents(set)), amended: Some(Money::from_cents(set)) };
        let position = LinePosition::of(sums, promised).expect("it fits");
        let committed: i64 = lines.iter().filter(|line| line.strength.is_committed()).map(|line| line.amount.cents()).sum();
        let all: i64 = lines.iter().map(|line| line.amount.cents()).sum();
        prop_assert_eq!(position.free.map(Money::cents), Some(set - committed));
        prop_assert_eq!(promised.provided_for.cents() + committed, all);
        prop_assert_eq!(position.is_exceeded(), committed > set);
    }
}
