//! What a file says nothing of.

use domain::Money;
use domain::funding::{CostRowDraft, FundingPlanDraft, FundingRowDraft};
use domain::table_import::RowOutcome;
use domain::table_import::organisations::KnownOrganisations;
use domain::table_import::plans::{Known, PlanInForce, read};
use time::macros::date;
use uuid::Uuid;

use super::{draft, known, organisations, plan, table};

/// What a file says nothing of stays: the costs and what the project costs in all.
#[test]
fn costs_stay_where_a_file_says_nothing_of_them() {
    let in_force = FundingPlanDraft {
        reason: "Ennen".to_owned(),
        years: vec![2023, 2024],
        rows: vec![row("KAMK", "own_contribution", "100", &["", ""])],
        cost_model: "forty_of_salaries".to_owned(),
        support_kind: "development".to_owned(),
        costs: vec![CostRowDraft {
            category: "salaries".to_owned(),
            total: "100".to_owned(),
            amounts: vec!["40".to_owned(), "60".to_owned()],
        }],
        ..FundingPlanDraft::default()
    };
    let known = known_with(&in_force);
    let rows = |rows: &[[&str; 7]]| -> Vec<Vec<String>> {
        let row = |row: &[&str; 7]| row.map(str::to_owned).to_vec();
        rows.iter().map(row).collect()
    };
    let only = rows(&[["puu", "", "", "KAMK", "omarahoitus", "2025", "90"]]);
    let (report, saved) = read(&table(&only), &draft(), &known);
    assert!(report.is_ready(), "{report:?}");
    let after = plan(&saved[0]);
    assert_eq!(saved[0].replaces, 3);
    assert_eq!(after.total_cost(), Some(Money::from_cents(14_000)));
    let costs = &after.costs().expect("costs").lines[0].amounts;
    assert_eq!(costs.of_year(2024), Some(Money::from_cents(6_000)));
    // The same as in force says so, and saves nothing.
    let same = rows(&[["puu", "", "", "KAMK", "omarahoitus", "", "100"]]);
    let (report, saved) = read(&table(&same), &draft(), &known);
    assert_eq!(report.rows[0].outcome, RowOutcome::Already);
    assert_eq!((saved, report.plans.len()), (Vec::new(), 0));
    assert!(!report.is_ready());
}

fn known_with(in_force: &FundingPlanDraft) -> Known {
    let organisations = KnownOrganisations::new(&organisations(), date!(2024 - 01 - 01));
    let plan = in_force.read(|name| organisations.named(name));
    let plan = PlanInForce {
        version: 3,
        plan: plan.expect("a plan"),
        draft: in_force.clone(),
    };
    known([(Uuid::from_u128(1).into(), plan)].into())
}

fn row(funders: &str, category: &str, total: &str, amounts: &[&str]) -> FundingRowDraft {
    FundingRowDraft {
        funders: funders.to_owned(),
        category: category.to_owned(),
        total: total.to_owned(),
        amounts: amounts.iter().map(|of| (*of).to_owned()).collect(),
        ..FundingRowDraft::default()
    }
}
