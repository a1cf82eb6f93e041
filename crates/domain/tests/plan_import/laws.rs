//! A plan made into a table is read as the same plan; any cells make a report.

use std::collections::BTreeMap;

use domain::funding::{
    CostRowDraft, Funder, FundingCategory, FundingPlan, FundingPlanDraft, FundingRowDraft,
};
use domain::table_import::RowOutcome;
use domain::table_import::organisations::KnownOrganisations;
use domain::table_import::plans::{AmountKind, PlanInForce, amounts_of, read};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use time::macros::date;
use uuid::Uuid;

use super::{draft, id, known, organisations, plan, table};

fn text(cents: Option<i64>) -> String {
    let text = |cents: i64| format!("{},{:02}", cents / 100, cents % 100);
    cents.map(text).unwrap_or_default()
}

fn some_row() -> impl Strategy<Value = FundingRowDraft> {
    let amount = || option::of(0..5_000_i64);
    let funders = ["KAMK", "Kajaani", "KAMK; Kajaani", "Kajaani; *", "*"];
    let categories = FundingCategory::ALL.map(FundingCategory::code);
    (
        prop::sample::select(funders.to_vec()),
        prop::sample::select(categories.to_vec()),
        option::of(0..3_000_u32),
        amount(),
        vec(amount(), 2),
        prop::bool::weighted(0.3),
        any::<bool>(),
    )
        .prop_map(|(funders, category, share, rest, years, part, is_sum)| {
            let sum = years.iter().chain([&rest]).copied().sum::<Option<i64>>();
            FundingRowDraft {
                funders: funders.to_owned(),
                category: category.to_owned(),
                share: share
                    .filter(|_| !part)
                    .map(|share| format!("{},{:02}", share / 100, share % 100))
                    .unwrap_or_default(),
                total: text(if is_sum {
                    sum
                } else {
                    rest.map(|rest| rest + 10_000)
                }),
                amounts: years.into_iter().map(text).collect(),
                part,
            }
        })
}

fn some_costs() -> impl Strategy<Value = Vec<CostRowDraft>> {
    let amount = || option::of(1..5_000_i64);
    vec(
        (
            prop::sample::select(vec!["salaries", "travel", "other"]),
            vec(amount(), 2),
        ),
        0..3,
    )
    .prop_map(|rows| {
        let mut rows: Vec<CostRowDraft> = rows
            .into_iter()
            .map(|(category, years)| CostRowDraft {
                category: category.to_owned(),
                total: text(
                    years
                        .iter()
                        .copied()
                        .sum::<Option<i64>>()
                        .map(|sum| sum + 100),
                ),
                amounts: years.into_iter().map(text).collect(),
            })
            .collect();
        rows.sort_by(|one, other| one.category.cmp(&other.category));
        rows.dedup_by(|one, other| one.category == other.category);
        rows
    })
}

/// A plan as the texts of a table, in the words of codes.
fn as_rows(plan: &FundingPlan, numbered: bool) -> Vec<Vec<String>> {
    let name = |funder: &Funder| match funder {
        Funder::Organisation(of) if *of == id(2) => "0214958-9".to_owned(),
        Funder::Organisation(_) => "KAMK".to_owned(),
        Funder::Others => "*".to_owned(),
    };
    let mut costs = plan.costs();
    let rows = amounts_of(plan).into_iter().map(|of| {
        let funders: Vec<String> = of.funders.iter().map(name).collect();
        let (kind, costs) = match of.kind {
            AmountKind::Funding(category) => (category.code(), None),
            AmountKind::Cost(category) => (category.code(), costs.take()),
            AmountKind::TotalCost => ("total_cost", None),
        };
        let share = of.share.map(u16::from);
        let mut row = vec![
            "puu".to_owned(),
            of.line
                .filter(|_| numbered)
                .map(|line| line.to_string())
                .unwrap_or_default(),
            if of.part {
                "x".to_owned()
            } else {
                String::new()
            },
            funders.join(";"),
            kind.to_owned(),
            of.year.map(|year| year.to_string()).unwrap_or_default(),
            of.amount
                .map(|amount| amount.to_string())
                .unwrap_or_default(),
            share
                .map(|share| format!("{}.{:02} %", share / 100, share % 100))
                .unwrap_or_default(),
        ];
        row.extend(costs.into_iter().flat_map(|of| {
            [of.model.code(), of.support.code(), &of.rate_reason].map(str::to_owned)
        }));
        row
    });
    rows.collect()
}

fn has_one_line_of_a_kind(plan: &FundingPlan) -> bool {
    let mut lines: Vec<_> = plan
        .lines()
        .iter()
        .map(|line| (&line.funders, line.category.code()))
        .collect();
    let all = lines.len();
    lines.sort_by_key(|line| format!("{line:?}"));
    lines.dedup();
    let parts = plan.lines().iter().all(|line| line.of_which.len() < 2);
    lines.len() == all && parts
}

proptest! {
    #[test]
    fn a_plan_made_into_a_table_is_read_as_the_same_plan(
        rows in vec(some_row(), 1..6),
        costs in some_costs(),
        total_cost in option::of(0..100_000_i64),
        seed in any::<u64>(),
    ) {
        let draft_of = |rows| FundingPlanDraft {
            reason: "Satunnainen".to_owned(),
            total_cost: text(total_cost.filter(|_| costs.is_empty())),
            // The form asks every year to be known to sum to the total, so one is left open.
            years: vec![2023, 2024],
            rows,
            cost_model: if costs.is_empty() { String::new() } else { "actual".to_owned() },
            support_kind: if costs.is_empty() { String::new() } else { "investment".to_owned() },
            rate_reason: if costs.is_empty() { String::new() } else { "Syy".to_owned() },
            costs: costs.clone(),
        }
        .with_years([2025]);
        let organisations = KnownOrganisations::new(&organisations(), date!(2024 - 01 - 01));
        let typed = draft_of(rows).read(|name| organisations.named(name));
        prop_assume!(typed.is_ok());
        let typed = typed.expect("a plan");
        let mut table_rows = as_rows(&typed, true);
        // Numbered rows may stand in any order; those of costs keep theirs.
        let by_seed = |row: &Vec<String>| row[1].parse::<u64>().map_or(u64::MAX, |n| (n ^ seed) % 7);
        table_rows.sort_by_key(by_seed);
        let (report, saved) = read(&table(&table_rows), &draft(), &known(BTreeMap::new()));
        prop_assert!(report.is_ready(), "{:?}", report);
        prop_assert_eq!(&plan(&saved[0]), &typed);
        // Without numbers it is the same where nobody has two lines of one kind.
        if has_one_line_of_a_kind(&typed) {
            let table = table(&as_rows(&typed, false));
            let (_, saved) = read(&table, &draft(), &known(BTreeMap::new()));
            prop_assert_eq!(&plan(&saved[0]), &typed);
        }
        // Over itself it is unchanged.
        let known = known([(Uuid::from_u128(1).into(), PlanInForce {
            version: 1,
            plan: typed.clone(),
            draft: saved[0].draft.clone(),
        })].into());
        let (report, saved) = read(&table(&table_rows), &draft(), &known);
        prop_assert_eq!(saved, vec![]);
        prop_assert_eq!(report.count(RowOutcome::Already), report.rows.len());
    }

    /// Whatever stands in the cells, there is a report, and a row that is refused says why.
    #[test]
    fn any_cells_make_a_report(
        rows in vec(vec(prop::sample::select(vec![
            "", "puu", "kivi", "x", "1", "2", "KAMK", "*", "omarahoitus", "palkat", "total_cost",
            "puuttuva rahoitus", "2023", "-1", "1,234", "9223372036854775807", "100 %", "actual",
            "development", "\u{0}", "=1+1",
        ]), 11), 0..8),
    ) {
        let rows: Vec<Vec<String>> = rows
            .into_iter()
            .map(|row| row.into_iter().map(str::to_owned).collect())
            .collect();
        let (report, saved) = read(&table(&rows), &draft(), &known(BTreeMap::new()));
        prop_assert_eq!(report.rows.len(), rows.len());
        for row in &report.rows {
            prop_assert_eq!(row.outcome == RowOutcome::Refused, !row.remarks.is_empty());
        }
        if report.is_ready() {
            prop_assert!(!saved.is_empty());
            prop_assert_eq!(saved.len(), report.plans.len());
        }
    }
}
