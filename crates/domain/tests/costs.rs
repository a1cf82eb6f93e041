//! What a project of the city's own costs: cost models to the cent, and how much may be supported.

use domain::Money;
use domain::finding::FindingCode as F;
use domain::funding::cost::{CostCategory, CostModel, CostPlan, SupportKind, share_of};
use domain::funding::{CostRowDraft, FundingPlan, FundingPlanDraft, FundingRowDraft, Total};
use proptest::collection::vec;
use proptest::prelude::*;
use uuid::Uuid;

/// A row of costs in 2023 and 2024, with its total.
fn cost(category: CostCategory, total: &str, amounts: [&str; 2]) -> CostRowDraft {
    CostRowDraft {
        category: category.code().to_owned(),
        total: total.to_owned(),
        amounts: amounts.map(str::to_owned).into(),
    }
}

fn funding(category: &str, share: &str, total: &str) -> FundingRowDraft {
    FundingRowDraft {
        funders: "Rahoittaja".to_owned(),
        category: category.to_owned(),
        share: share.to_owned(),
        total: total.to_owned(),
        amounts: vec![String::new(), String::new()],
        part: false,
    }
}

fn draft(model: CostModel, costs: Vec<CostRowDraft>) -> FundingPlanDraft {
    FundingPlanDraft {
        reason: "Ensimmäinen".to_owned(),
        years: vec![2023, 2024],
        rows: vec![funding("own_contribution", "", "")],
        cost_model: model.code().to_owned(),
        support_kind: "development".to_owned(),
        costs,
        ..FundingPlanDraft::default()
    }
}

fn read(draft: &FundingPlanDraft) -> Result<FundingPlan, Vec<(String, F)>> {
    let read = draft.read(|_| Some(Uuid::nil().into()));
    read.map_err(|findings| findings.into_iter().map(|f| (f.place, f.code)).collect())
}

fn costs(draft: &FundingPlanDraft) -> CostPlan {
    let plan = read(draft).expect("a plan");
    plan.costs().cloned().expect("costs")
}

fn euros(text: &str) -> Money {
    text.parse().expect("an amount")
}

#[test]
fn each_model_gives_what_the_decree_says_to_the_cent() {
    use CostCategory as C;
    let direct = || {
        vec![
            cost(C::Salaries, "100 000,10", ["", ""]),
            cost(C::Services, "10 000", ["", ""]),
        ]
    };
    let salaries = || vec![cost(C::Salaries, "100 000,10", ["", ""])];
    for (model, rows, flat, total) in [
        (CostModel::Actual, direct(), None, "110 000,10"),
        (
            CostModel::FortyOfSalaries,
            salaries(),
            Some("40 000,04"),
            "140 000,14",
        ),
        (
            CostModel::SevenOfDirect,
            direct(),
            Some("7 700,01"),
            "117 700,11",
        ),
        (
            CostModel::OneAndHalfOfInvestment,
            direct(),
            Some("1 650,00"),
            "111 650,10",
        ),
        (
            CostModel::LumpSum,
            vec![cost(C::LumpSum, "200 000", ["", ""])],
            None,
            "200 000",
        ),
    ] {
        let draft = draft(model, rows);
        let costs = costs(&draft);
        let computed = costs.flat().and_then(|flat| flat.amounts.total);
        assert_eq!(computed, flat.map(euros), "{model:?}");
        assert_eq!(costs.total(), Total::Known(euros(total)), "{model:?}");
        let plan = read(&draft).expect("a plan");
        assert_eq!(
            plan.total_cost(),
            Some(euros(total)),
            "it is the total cost"
        );
    }
}

#[test]
fn half_a_cent_is_rounded_up() {
    for (base, rate, flat) in [
        (50, 700, 4),
        (49, 700, 3),
        (10_050, 150, 151),
        (1, 4_000, 0),
        (0, 700, 0),
    ] {
        assert_eq!(
            share_of(Money::from_cents(base), rate),
            Money::from_cents(flat),
            "{base} {rate}"
        );
    }
}

#[test]
fn the_years_of_a_flat_rate_are_known_where_those_of_its_base_are() {
    use CostCategory as C;
    let known = costs(&draft(
        CostModel::SevenOfDirect,
        vec![
            cost(C::Salaries, "", ["0,05", "0,05"]),
            cost(C::Travel, "0,05", ["0,05", "0"]),
        ],
    ));
    // 7 % of 0,15 is 0,0105: one cent, which goes to the year with more of the base.
    let flat = known.flat().expect("a base");
    assert_eq!(flat.amounts.total, Some(euros("0,01")));
    assert_eq!(
        flat.amounts.years,
        [(2023, euros("0,01")), (2024, Money::ZERO)]
    );
    assert_eq!(known.total_of_year(2023), Total::Known(euros("0,11")));

    let partly = costs(&draft(
        CostModel::SevenOfDirect,
        vec![cost(C::Salaries, "100", ["60", ""])],
    ));
    let flat = partly.flat().expect("a base");
    assert_eq!(
        (flat.amounts.total, flat.amounts.years),
        (Some(euros("7")), vec![])
    );
    assert_eq!(partly.total_of_year(2023), Total::AtLeast(euros("60")));

    let unknown = costs(&draft(
        CostModel::SevenOfDirect,
        vec![cost(C::Salaries, "", ["60", ""])],
    ));
    assert_eq!(unknown.flat(), None);
    assert_eq!(unknown.total(), Total::Unknown);
}

#[test]
fn what_does_not_fit_the_model_is_found_at_its_row() {
    use CostCategory as C;
    let rows = vec![
        cost(C::Salaries, "100", ["", ""]),
        cost(C::Services, "", ["", ""]),
        cost(C::Travel, "10", ["", ""]),
    ];
    let at = |place: &str, code: F| Err(vec![(place.to_owned(), code)]);
    let found = |draft: &FundingPlanDraft| read(draft).map(|_| ());
    // An empty row is none, whatever its category.
    assert_eq!(found(&draft(CostModel::Actual, rows.clone())), Ok(()));
    let forty = draft(CostModel::FortyOfSalaries, rows.clone());
    assert_eq!(found(&forty), at("costs-2-total", F::CostNotInModel));
    let lump = draft(
        CostModel::LumpSum,
        vec![cost(C::LumpSum, "200 000,01", ["", ""])],
    );
    assert_eq!(found(&lump), at("costs-0-total", F::LumpSumTooLarge));
    let none = draft(CostModel::Actual, Vec::new());
    assert_eq!(found(&none), at("costs-0-total", F::Missing));
    let mut unsaid = draft(CostModel::Actual, rows.clone());
    unsaid.cost_model.clear();
    unsaid.support_kind = "x".to_owned();
    assert_eq!(
        found(&unsaid),
        Err(vec![
            ("cost_model".to_owned(), F::Missing),
            ("support_kind".to_owned(), F::UnknownChoice)
        ])
    );
    for (total, years, code) in [
        ("100", ["60", "50"], F::YearsDoNotSumToTotal),
        ("100", ["40", "50"], F::YearsDoNotSumToTotal),
        ("-1", ["", ""], F::AmountNotPositive),
        ("1.234", ["", ""], F::AmountAmbiguous),
    ] {
        let draft = draft(CostModel::Actual, vec![cost(C::Salaries, total, years)]);
        assert_eq!(
            found(&draft),
            at("costs-0-total", code),
            "{total} {years:?}"
        );
    }
    let mut without = draft(CostModel::Actual, Vec::new());
    without.cost_model.clear();
    without.support_kind.clear();
    assert_eq!(read(&without).map(|plan| plan.costs().cloned()), Ok(None));
}

#[test]
fn costs_and_funding_agree_or_the_gap_is_shown() {
    let rows = vec![cost(CostCategory::Salaries, "100 000", ["", ""])];
    let mut draft = draft(CostModel::Actual, rows);
    draft.rows = vec![
        funding("eu_and_state", "", "70 000"),
        funding("own_contribution", "", "20 000"),
    ];
    let plan = read(&draft).expect("a plan");
    assert_eq!(plan.gap(), Some(euros("10 000")));
    draft.rows[1].total = "30 000".to_owned();
    assert_eq!(read(&draft).expect("a plan").gap(), None);
    draft.rows[1].total = "30 000,01".to_owned();
    let above = read(&draft).expect_err("more than it costs");
    assert_eq!(above, [("total_cost".to_owned(), F::LinesExceedTotalCost)]);
    draft.rows[1].total.clear();
    assert_eq!(read(&draft).expect("a plan").gap(), None, "nobody knows");
    draft.total_cost = "100 001".to_owned();
    let other = read(&draft).expect_err("another total");
    assert_eq!(other, [("total_cost".to_owned(), F::CostsDisagree)]);
    draft.total_cost = "100 000".to_owned();
    assert!(read(&draft).is_ok());
}

#[test]
fn support_beyond_the_maximum_needs_a_reason_which_is_kept() {
    for (kind, most, above) in [
        ("development", "80 000", "80 000,01"),
        ("investment", "70 000", "70 000,01"),
    ] {
        let rows = vec![cost(CostCategory::Investments, "100 000", ["", ""])];
        let mut draft = draft(CostModel::Actual, rows);
        draft.support_kind = kind.to_owned();
        draft.rows = vec![funding("eu_and_state", "", most)];
        assert!(read(&draft).is_ok(), "{kind}");
        draft.rows = vec![funding("eu_and_state", "", above)];
        let refused = read(&draft).expect_err("too much");
        assert_eq!(refused, [("rate_reason".to_owned(), F::RateExceeded)]);
        draft.rate_reason = "Erityinen syy".to_owned();
        assert_eq!(costs(&draft).rate_reason, "Erityinen syy");
        // A stated share is measured too, where the amount is not known.
        draft.rows = vec![funding("eu_and_state", "80,01", "")];
        assert!(read(&draft).is_ok());
        draft.rate_reason.clear();
        let refused = read(&draft).expect_err("too much");
        assert_eq!(refused, [("rate_reason".to_owned(), F::RateExceeded)]);
    }
}

#[test]
fn codes_read_back() {
    for one in CostCategory::ALL {
        assert_eq!(CostCategory::from_code(one.code()), Some(one));
    }
    for one in CostModel::ALL {
        assert_eq!(CostModel::from_code(one.code()), Some(one));
    }
    for one in SupportKind::ALL {
        assert_eq!(SupportKind::from_code(one.code()), Some(one));
    }
}

fn typed(cents: i64) -> String {
    format!("{},{:02}", cents / 100, cents % 100)
}

proptest! {
    /// With any amounts: the years of the flat rate sum to it, it is the rate of the base to half a
    /// cent, and the total of the plan is the sum of what is shown, year by year and in all.
    #[test]
    fn a_flat_rate_makes_and_loses_no_cent(
        model in prop::sample::select(vec![CostModel::SevenOfDirect, CostModel::OneAndHalfOfInvestment]),
        amounts in vec((0_i64..3_000_000_000, 0_i64..3_000_000_000), 1..5),
    ) {
        let rows = amounts.iter().zip(CostCategory::ALL).map(|((first, second), category)| {
            let (first, second) = (typed(*first), typed(*second));
            cost(category, "", [&first, &second])
        });
        let costs = costs(&draft(model, rows.collect()));
        let flat = costs.flat().expect("the base is known");
        let total = flat.amounts.total.expect("it is known").cents();
        let base: i64 = amounts.iter().map(|(first, second)| first + second).sum();
        prop_assert_eq!(flat.base.cents(), base);
        let error = i128::from(total) * 10_000 - i128::from(base) * i128::from(flat.rate);
        prop_assert!((-5_000..=5_000).contains(&error));
        if base > 0 {
            let years: i64 = flat.amounts.years.iter().map(|(_, amount)| amount.cents()).sum();
            prop_assert_eq!(years, total);
        }
        let of_years = [2023, 2024].map(|year| match costs.total_of_year(year) {
            Total::Known(sum) => sum.cents(),
            other => unreachable!("{other:?}"),
        });
        prop_assert_eq!(costs.total(), Total::Known(Money::from_cents(base + total)));
        prop_assert_eq!(of_years.iter().sum::<i64>(), base + total);
    }
}
