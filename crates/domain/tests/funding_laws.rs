//! Funding plans: unknown amounts, checks of a plan, and the plan that was typed.

use domain::Money;
use domain::finding::{FindingCode, Findings};
use domain::funding::{
    Amounts, Funder, FundingCategory, FundingLine, FundingPart, FundingPlan, FundingPlanDraft,
    FundingRowDraft, Total,
};
use domain::id::OrganisationId;
use proptest::prelude::*;
use uuid::Uuid;

const EURO: i64 = 100;

fn euros(euros: i64) -> Money {
    Money::from_cents(euros * EURO)
}

/// An organisation of the name, except of the empty one and of `tuntematon`.
fn organisation(name: &str) -> Option<OrganisationId> {
    let number = name.bytes().fold(1_u128, |sum, byte| {
        sum.wrapping_mul(31).wrapping_add(u128::from(byte))
    });
    (!name.is_empty() && name != "tuntematon").then(|| Uuid::from_u128(number).into())
}

fn row(funders: &str, share: &str, total: &str, amounts: &[&str]) -> FundingRowDraft {
    FundingRowDraft {
        funders: funders.to_owned(),
        category: "municipal_share".to_owned(),
        share: share.to_owned(),
        total: total.to_owned(),
        amounts: amounts.iter().map(|&amount| amount.to_owned()).collect(),
        part: false,
    }
}

fn part(of: FundingRowDraft) -> FundingRowDraft {
    FundingRowDraft { part: true, ..of }
}

fn plan(total_cost: &str, rows: Vec<FundingRowDraft>) -> FundingPlanDraft {
    FundingPlanDraft {
        reason: "Ensimmäinen".to_owned(),
        total_cost: total_cost.to_owned(),
        years: vec![2023, 2024],
        rows,
        ..FundingPlanDraft::default()
    }
}

fn found(result: Result<FundingPlan, Findings>) -> Vec<(String, FindingCode)> {
    result.map_or_else(
        |findings| findings.into_iter().map(|f| (f.place, f.code)).collect(),
        |_| Vec::new(),
    )
}

#[test]
fn the_plan_of_the_seed_decision_is_read_without_a_made_up_number() {
    let draft = plan(
        "",
        vec![
            row("Kainuun liitto", "80 %", "", &["", ""]),
            row("KAMK; Sotkamo; Kajaani; *", "20 %", "", &["", ""]),
            part(row("Kajaani", "", "5 000", &["2 500", "2 500"])),
        ],
    );
    let plan = draft.read(organisation).expect("nothing is wrong");
    assert_eq!(plan.total_cost(), None);
    assert_eq!(plan.total(), Some(Total::Unknown));
    assert_eq!(plan.years(), [2023, 2024]);
    let [_, others] = plan.lines() else {
        panic!("two lines")
    };
    assert_eq!(others.funders.len(), 4);
    assert_eq!(others.funders[3], Funder::Others);
    assert_eq!(others.amounts.total, None);
    assert_eq!(others.of_which[0].amounts.total, Some(euros(5_000)));
    assert_eq!(others.of_which[0].amounts.of_year(2023), Some(euros(2_500)));
    assert_eq!(others.of_which[0].amounts.of_year(2025), None);
}

#[test]
#[expect(clippy::too_many_lines, reason = "one table")]
fn each_defect_of_a_plan_is_found_where_it_can_be_mended() {
    use FindingCode as F;
    let good = || row("KAMK", "", "10", &["4", "6"]);
    let cases: Vec<(FundingPlanDraft, &str, FindingCode)> = vec![
        (plan("", vec![]), "rows-0-funders", F::Missing),
        (plan("x", vec![good()]), "total_cost", F::NotAnAmount),
        (
            plan("9,99", vec![good()]),
            "total_cost",
            F::LinesExceedTotalCost,
        ),
        (
            plan("", vec![row("", "", "1", &[])]),
            "rows-0-funders",
            F::Missing,
        ),
        (
            plan("", vec![row("tuntematon", "", "1", &[])]),
            "rows-0-funders",
            F::UnknownOrganisation,
        ),
        (
            plan("", vec![row("KAMK", "101 %", "", &[])]),
            "rows-0-share",
            F::ShareOutOfRange,
        ),
        (
            plan("", vec![row("KAMK", "puolet", "", &[])]),
            "rows-0-share",
            F::NotAShare,
        ),
        (
            plan(
                "",
                vec![row("A", "60", "", &[]), row("B", "40,01", "", &[])],
            ),
            "rows-0-share",
            F::SharesExceedWhole,
        ),
        (
            plan("", vec![row("KAMK", "", "2 500,005", &[])]),
            "rows-0-total",
            F::AmountTooPrecise,
        ),
        (
            plan("", vec![row("KAMK", "", "-1", &[])]),
            "rows-0-total",
            F::AmountNotPositive,
        ),
        (
            plan("", vec![row("KAMK", "", "", &["", "-1"])]),
            "rows-0-2024",
            F::AmountNotPositive,
        ),
        (
            plan("", vec![row("KAMK", "", "", &["1.234"])]),
            "rows-0-2023",
            F::AmountAmbiguous,
        ),
        (
            plan("", vec![row("KAMK", "", "10", &["4", "7"])]),
            "rows-0-total",
            F::YearsDoNotSumToTotal,
        ),
        (
            plan("", vec![row("KAMK", "", "10", &["4", "5"])]),
            "rows-0-total",
            F::YearsDoNotSumToTotal,
        ),
        (
            plan("", vec![row("KAMK", "", "10", &["11", ""])]),
            "rows-0-total",
            F::YearsDoNotSumToTotal,
        ),
        (
            plan("", vec![good(), part(row("A", "", "11", &[]))]),
            "rows-0-total",
            F::PartsExceedLine,
        ),
        (
            plan("", vec![part(good())]),
            "rows-0-part",
            F::PartWithoutLine,
        ),
        (
            plan("", vec![good(), part(row("A; B", "", "1", &[]))]),
            "rows-1-funders",
            F::UnknownOrganisation,
        ),
        (
            plan("", vec![good(), part(row("A", "10", "1", &[]))]),
            "rows-1-share",
            F::PartWithShare,
        ),
    ];
    for (draft, place, code) in cases {
        let found = found(draft.read(organisation));
        assert!(
            found.contains(&(place.to_owned(), code)),
            "{draft:?} gives {found:?}"
        );
    }
    let mut without_reason = plan("", vec![good()]);
    without_reason.reason.clear();
    let mut of_no_kind = plan("", vec![good()]);
    of_no_kind.rows[0].category = "gift".to_owned();
    assert_eq!(
        found(without_reason.read(organisation)),
        [("reason".to_owned(), F::Missing)]
    );
    assert_eq!(
        found(of_no_kind.read(organisation)),
        [("rows-0-category".to_owned(), F::UnknownChoice)]
    );
}

#[test]
fn every_finding_of_a_plan_comes_at_once() {
    use FindingCode as F;
    let draft = plan(
        "1",
        vec![
            row("KAMK", "", "10", &["x", ""]),
            row("B", "100,01", "5", &[]),
        ],
    );
    let codes: Vec<FindingCode> = found(draft.read(organisation))
        .into_iter()
        .map(|f| f.1)
        .collect();
    assert_eq!(
        codes,
        [F::NotAnAmount, F::ShareOutOfRange, F::LinesExceedTotalCost]
    );
}

#[test]
fn a_year_that_is_not_known_leaves_the_total_free() {
    let draft = plan("", vec![row("KAMK", "", "10", &["4", ""])]);
    assert_eq!(found(draft.read(organisation)), []);
}

#[test]
fn empty_rows_are_left_out() {
    let mut draft = plan(
        "",
        vec![row("", "", " ", &["", ""]), row("KAMK", "", "", &[])],
    );
    draft.compact();
    assert_eq!(draft.rows.len(), 1);
}

#[test]
fn a_sum_with_an_unknown_part_says_so() {
    assert_eq!(Total::of([]), Some(Total::Known(Money::ZERO)));
    assert_eq!(Total::of([None, None]), Some(Total::Unknown));
    assert_eq!(
        Total::of([Some(euros(1)), None]),
        Some(Total::AtLeast(euros(1)))
    );
    let huge = Some(Money::from_cents(i64::MAX));
    assert_eq!(Total::of([huge, huge]), None);
}

#[test]
fn amounts_that_do_not_fit_are_found_and_not_wrapped() {
    let line = |cents: i64| FundingLine {
        funders: vec![Funder::Others],
        category: FundingCategory::Several,
        share: None,
        amounts: Amounts {
            total: Some(Money::from_cents(cents)),
            years: Vec::new(),
        },
        of_which: vec![FundingPart {
            funder: Funder::Others,
            category: FundingCategory::Private,
            amounts: Amounts::default(),
        }],
    };
    let lines = vec![line(i64::MAX), line(i64::MAX)];
    let of_cost = found(FundingPlan::new(
        Some(Money::from_cents(i64::MAX)),
        lines.clone(),
    ));
    assert_eq!(
        of_cost,
        [("total_cost".to_owned(), FindingCode::LinesExceedTotalCost)]
    );
    assert_eq!(
        FundingPlan::new(None, lines).map(|plan| plan.total()),
        Ok(None)
    );
}

#[test]
fn categories_have_codes_that_read_back() {
    for category in FundingCategory::ALL {
        assert_eq!(FundingCategory::from_code(category.code()), Some(category));
    }
    assert_eq!(FundingCategory::from_code(""), None);
}

proptest! {
    #[test]
    fn an_unknown_part_is_never_summed(parts in prop::collection::vec(prop::option::of(0_i64..1_000_000_000), 0..10)) {
        let known: i64 = parts.iter().flatten().sum();
        let total = Total::of(parts.iter().map(|part| part.map(Money::from_cents)));
        let expected = match parts.iter().flatten().count() {
            n if n == parts.len() => Total::Known(Money::from_cents(known)),
            0 => Total::Unknown,
            _ => Total::AtLeast(Money::from_cents(known)),
        };
        prop_assert_eq!(total, Some(expected));
    }

    #[test]
    fn a_plan_of_anything_is_read_or_refused(typed in prop::collection::vec(any::<String>(), 6), is_part in any::<bool>()) {
        let field = |at: usize| typed[at].clone();
        let rows = vec![
            row("KAMK", "", &typed[0], &[&typed[1], &typed[2]]),
            FundingRowDraft { funders: field(3), category: field(4), share: field(5), part: is_part, ..FundingRowDraft::default() },
        ];
        let _ = plan(&typed[5], rows).read(organisation);
    }

    #[test]
    fn a_plan_whose_lines_sum_to_its_cost_is_accepted(
        amounts in prop::collection::vec((0_i64..1_000_000, 0_i64..1_000_000), 1..8),
    ) {
        let rows = amounts.iter().map(|(first, second)| {
            let total = format!("{}", Money::from_cents(first + second));
            let (first, second) = (Money::from_cents(*first).to_string(), Money::from_cents(*second).to_string());
            row("KAMK", "", &total, &[&first, &second])
        });
        let cost: i64 = amounts.iter().map(|(first, second)| first + second).sum();
        let draft = plan(&Money::from_cents(cost).to_string(), rows.collect());
        let plan = draft.read(organisation).map_err(|findings| TestCaseError::fail(format!("{findings:?}")))?;
        prop_assert_eq!(plan.total(), Some(Total::Known(Money::from_cents(cost))));
        prop_assert_eq!(plan.lines().len(), amounts.len());
    }
}
