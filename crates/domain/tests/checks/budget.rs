//! Whether the budget has what is promised: told where it does not, and never stopped by a line.

use domain::budget::{
    Appropriation, AppropriationBasis, Budget, BudgetLine, LineFacts, LineSource, Promised, Sums,
};
use domain::check::{Excess, YearBudget};
use domain::finding::{Finding, FindingCode, Weight};

use super::common::{complete_draft, readiness};
use super::{Around, at, euros};

/// The budget of 2023 with one line, of which something was promised before.
fn budget(code: &str, amended: i64, promised: i64) -> YearBudget {
    let line = BudgetLine {
        facts: LineFacts {
            code: code.parse().expect("a number"),
            name: "Hankkeet".to_owned(),
            appropriation: "Elinvoima".to_owned(),
            source: LineSource::Appropriation,
        },
        sums: Sums {
            original: Some(euros(amended)),
            amended: Some(euros(amended)),
        },
    };
    let before = Promised {
        granted: euros(promised),
        ..Promised::default()
    };
    YearBudget {
        budget: Budget {
            year: 2023,
            appropriations: Vec::new(),
            lines: vec![line],
        },
        promised: vec![(code.to_owned(), before)],
    }
}

#[test]
fn a_promise_beyond_the_appropriation_is_an_excess_that_says_by_how_much() {
    for (amended, promised, provided, expected) in [
        (Some(5_000), 2_500, false, None),
        (Some(4_999), 2_500, false, Some(1)),
        (Some(2_499), 0, false, Some(1)),
        (Some(0), 0, true, None),
        // The excess that was there before is not this decision's.
        (Some(0), 9, true, None),
        (Some(0), 9, false, Some(2_509)),
        (None, 9_999, false, None),
    ] {
        let mut known = budget("29", 9_999_999, promised);
        known.budget.appropriations.push(Appropriation {
            name: "Elinvoima".to_owned(),
            basis: AppropriationBasis::Gross,
            sums: Sums {
                original: amended.map(euros),
                amended: amended.map(euros),
            },
        });
        let around = Around {
            budgets: vec![known],
            ..Around::default()
        };
        let mut draft = complete_draft();
        draft.commitments[0].budget_line = "29".to_owned();
        if provided {
            draft.commitments[0].strength = "provided_for".to_owned();
        }
        let content = draft.read(&readiness()).expect("its form is complete");
        let checked = around.look(&(draft, content));
        let excess = expected.map(|by| Excess {
            year: 2023,
            appropriation: "Elinvoima".to_owned(),
            by: euros(by),
        });
        assert_eq!(checked.excesses, Vec::from_iter(excess), "{amended:?}");
        let exceeded = Finding::at(
            "commitments-0-budget_line",
            FindingCode::AppropriationExceeded,
        );
        let is_said = checked.findings.iter().any(|found| *found == exceeded);
        assert_eq!(is_said, expected.is_some(), "{amended:?}");
    }
}

#[test]
fn a_promise_is_measured_by_its_budget_line_and_never_stopped_by_it() {
    for (budgets, expected) in [
        (vec![], Some(FindingCode::BudgetUnknown)),
        (
            vec![budget("1", 9_999, 0)],
            Some(FindingCode::BudgetLineUnknown),
        ),
        (vec![budget("29", 2_500, 0)], None),
        (vec![budget("29", 5_000, 2_500)], None),
        (
            vec![budget("29", 4_999, 2_500)],
            Some(FindingCode::BudgetLineExceeded),
        ),
    ] {
        let around = Around {
            budgets,
            ..Around::default()
        };
        let found = around.found(|draft| draft.commitments[0].budget_line = "29".to_owned());
        let expected = expected.map(|code| at("commitments-0-budget_line", code));
        assert_eq!(found, expected.unwrap_or_default());
        assert!(
            found
                .iter()
                .all(|(_, code)| code.weight() == Weight::Notice)
        );
        let found = around.found(|draft| {
            draft.commitments[0].budget_line = "29".to_owned();
            draft.commitments[0].strength = "provided_for".to_owned();
        });
        assert_eq!(found, [], "what is only provided for draws on nothing");
    }
}
