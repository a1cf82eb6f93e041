//! Funding plans from tables: what each row may say, what is found in it, and that a plan made into
//! a table is read as the same plan again.

use std::collections::BTreeMap;

use domain::Money;
use domain::dated_name::DatedName;
use domain::finding::FindingCode;
use domain::funding::{
    CostRowDraft, Funder, FundingCategory, FundingPlan, FundingPlanDraft, FundingRowDraft, Total,
};
use domain::id::{OrganisationId, ProjectId};
use domain::organisation::{Organisation, OrganisationKind};
use domain::project::phase::PhaseSteps;
use domain::project::place::Place;
use domain::project::{Month, ProgrammeDecision, Project, ProjectFacts, ProjectPeriod};
use domain::table::{Cell, Table, TableRow};
use domain::table_import::organisations::KnownOrganisations;
use domain::table_import::plans::{
    AmountKind, Known, NewPlan, PlanInForce, amounts_of, read,
};
use domain::table_import::{ImportDraft, ImportKind, ImportReport, RemarkCode, RowOutcome};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use time::macros::date;
use uuid::Uuid;

const HEADER: [&str; 11] = [
    "Hanke",
    "Rivi",
    "Siitä",
    "Rahoittaja",
    "Laji",
    "Vuosi",
    "Summa",
    "Osuus",
    "Kustannusmalli",
    "Mitä tuetaan",
    "Ylityksen peruste",
];

fn organisation(number: u128, name: &str, business_id: Option<&str>) -> Organisation {
    let name = DatedName {
        name: name.to_owned(),
        since: None,
    };
    let business_id = business_id.map(|id| id.parse().expect("a business ID"));
    let id = Uuid::from_u128(number).into();
    Organisation::new(id, OrganisationKind::Authority, business_id, vec![name]).expect("names")
}

fn organisations() -> Vec<Organisation> {
    vec![
        organisation(1, "Kainuun liitto", None),
        organisation(2, "Kajaani", Some("0214958-9")),
        organisation(3, "KAMK", None),
    ]
}

fn id(number: u128) -> OrganisationId {
    Uuid::from_u128(number).into()
}

fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

/// A project that runs from 2023 to 2025.
fn project(number: u128, slug: &str, name: &str, code: &str) -> Project {
    Project {
        id: Uuid::from_u128(number).into(),
        version: 1,
        slug: slug.parse().expect("a slug"),
        facts: ProjectFacts {
            case: Uuid::from_u128(9).into(),
            name: name.to_owned(),
            summary: String::new(),
            city_role: None,
            beneficiary: None,
            joint_beneficiaries: Vec::new(),
            partners: Vec::new(),
            period: ProjectPeriod::new(month("1/2023"), month("6/2025")).ok(),
            funding_authority: None,
            programme: String::new(),
            specific_objective: String::new(),
            project_code: code.to_owned(),
            programme_decision: (number == 1).then(|| ProgrammeDecision {
                number: "EURA 2021/1".to_owned(),
                on: None,
            }),
            place: Place::default(),
        },
        steps: PhaseSteps::default(),
        contacts: Vec::new(),
    }
}

fn known(plans: BTreeMap<ProjectId, PlanInForce>) -> Known {
    let projects = vec![
        project(1, "puu", "Puuhanke", "A1"),
        project(2, "kivi", "Kivihanke", ""),
        project(3, "kivi-2", "Kivihanke", ""),
    ];
    Known::new(projects, &organisations(), date!(2024 - 01 - 01)).with_plans(plans)
}

fn draft() -> ImportDraft {
    let mut draft = ImportDraft {
        reason: "Tuotu".to_owned(),
        ..ImportDraft::new(ImportKind::Plans)
    };
    draft.recognise(&HEADER.map(str::to_owned));
    draft
}

fn table(rows: &[Vec<String>]) -> Table {
    let row = |(number, row): (u32, &Vec<String>)| TableRow {
        number,
        cells: (0..HEADER.len())
            .map(|at| Cell::Text(row.get(at).cloned().unwrap_or_default()))
            .collect(),
        fault: None,
    };
    Table {
        columns: HEADER.map(str::to_owned).to_vec(),
        rows: (2..).zip(rows).map(row).collect(),
        faults: Vec::new(),
    }
}

fn of_rows(rows: &[&[&str]]) -> (ImportReport, Vec<NewPlan>) {
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| row.iter().map(|text| (*text).to_owned()).collect())
        .collect();
    read(&table(&rows), &draft(), &known(BTreeMap::new()))
}

fn plan(new: &NewPlan) -> FundingPlan {
    let known = KnownOrganisations::new(&organisations(), date!(2024 - 01 - 01));
    new.draft.read(|name| known.named(name)).expect("a plan")
}

fn remarks(report: &ImportReport, row: usize) -> Vec<(Option<&'static str>, RemarkCode)> {
    let remarks = report.rows[row].remarks.iter();
    remarks.map(|of| (of.field, of.code)).collect()
}

#[test]
fn rows_of_a_funder_and_a_kind_are_a_line_wherever_they_stand() {
    let (report, saved) = of_rows(&[
        &["puu", "", "", "kainuun LIITTO", "EU- ja valtion rahoitus", "2023", "1.234,56", "70 %"],
        &["A1", "", "", "0214958-9", "kuntarahoitusosuus", "", "", ""],
        &["eura 2021/1", "", "x", "Kajaani", "municipal_share", "2024", "5"],
        &["Puuhanke", "", "", "Kainuun liitto", "eu_and_state", "2024", "65,44"],
        &["puu", "", "", "KAMK; muut", "omarahoitus", "", "10"],
        &["puu", "", "", "", "puuttuva rahoitus", "", ""],
        &["puu", "", "", "Puuttuva rahoitus", "", "2025", "7"],
    ]);
    assert!(report.is_ready(), "{report:?}");
    assert_eq!((saved.len(), saved[0].replaces), (1, 0));
    let plan = plan(&saved[0]);
    let of = |at: usize| &plan.lines()[at];
    assert_eq!(plan.lines().len(), 4);
    assert_eq!(of(0).amounts.total, Some(Money::from_cents(130_000)));
    assert_eq!(of(0).share.map(u16::from), Some(7_000));
    // The year 2025 of the project is not said, and nobody knows it.
    assert_eq!(of(0).amounts.of_year(2025), None);
    assert_eq!(of(1).amounts.total, None);
    let part = &of(1).of_which[0];
    assert_eq!(part.funder, Funder::Organisation(id(2)));
    assert_eq!(part.amounts.of_year(2024), Some(Money::from_cents(500)));
    assert_eq!(of(2).funders, [Funder::Organisation(id(3)), Funder::Others]);
    assert_eq!(of(3).category, FundingCategory::StillToBeFound);
    // One of its amounts is not known, so its total is not.
    assert_eq!((of(3).amounts.total, plan.years()), (None, vec![2023, 2024, 2025]));
    let change = &report.plans[0];
    assert_eq!((change.row, change.replaces), (2, 0));
    assert_eq!(change.totals, (None, Total::AtLeast(Money::from_cents(131_000))));
    assert_eq!(change.names.len(), 3);
}

#[test]
fn numbered_rows_need_no_order_and_tell_two_lines_of_a_kind_apart() {
    let (report, saved) = of_rows(&[
        &["puu", "3", "kyllä", "Kajaani", "kuntarahoitusosuus", "", "2"],
        &["puu", "1", "", "KAMK", "omarahoitus", "2023", "1"],
        &["puu", "2", "", "KAMK", "omarahoitus", "2023", "4"],
    ]);
    assert!(report.is_ready(), "{report:?}");
    let plan = plan(&saved[0]);
    let totals = plan.lines().iter().map(|line| line.amounts.total);
    let cents: Vec<_> = totals.map(|total| total.map(Money::cents)).collect();
    assert_eq!(cents, [Some(100), Some(400)]);
    assert_eq!(plan.lines()[1].of_which.len(), 1);
}

#[test]
#[expect(clippy::too_many_lines, reason = "one table")]
fn what_is_wrong_is_said_at_its_row_and_column() {
    use FindingCode as F;
    let good = ["kivi", "", "", "KAMK", "omarahoitus", "2023", "1"];
    let cases: &[(&[&[&str]], Option<&str>, FindingCode)] = &[
        (&[&["", "", "", "KAMK", "omarahoitus", "", "1"]], Some("project"), F::Missing),
        (&[&["ei", "", "", "KAMK", "omarahoitus", "", "1"]], Some("project"), F::ProjectUnknown),
        (&[&["Kivihanke", "", "", "KAMK", "omarahoitus", "", "1"]], Some("project"), F::SeveralProjects),
        (&[&["puu", "", "", "KAMK", "", "", "1"]], Some("category"), F::Missing),
        (&[&["puu", "", "", "", "omarahoitus", "", "1"]], Some("funder"), F::Missing),
        (&[&["puu", "", "", "Outo", "omarahoitus", "", "1"]], Some("funder"), F::UnknownOrganisation),
        (&[&["puu", "", "", "KAMK", "omarahoitus", "23", "1"]], Some("year"), F::NotAYear),
        (&[&["puu", "", "", "KAMK", "omarahoitus", "2023", "1.234"]], Some("amount"), F::AmountAmbiguous),
        (&[&["puu", "", "", "KAMK", "omarahoitus", "", "viisi"]], Some("amount"), F::NotAnAmount),
        (&[&["puu", "", "", "KAMK", "omarahoitus", "", "-5"]], Some("amount"), F::AmountNotPositive),
        (&[&["puu", "", "", "KAMK", "omarahoitus", "2024", "-5"]], Some("amount"), F::AmountNotPositive),
        (&[&["puu", "", "", "KAMK", "omarahoitus", "", "", "101 %"]], Some("share"), F::ShareOutOfRange),
        (&[&["puu", "eka", "", "KAMK", "omarahoitus", "", "1"]], Some("plan_line"), F::NotALineNumber),
        (&[&["puu", "", "x", "KAMK", "omarahoitus", "", "1"]], Some("part"), F::PartWithoutLine),
        (
            &[
                &["puu", "", "", "KAMK", "omarahoitus", "2023", "1"],
                &["puu", "", "", "KAMK", "omarahoitus", "2023", "2"],
            ],
            Some("year"),
            F::AmountTwice,
        ),
        (
            &[
                &["puu", "1", "", "KAMK", "omarahoitus", "2023", "1"],
                &["puu", "", "", "KAMK", "omarahoitus", "2024", "2"],
            ],
            Some("plan_line"),
            F::Missing,
        ),
        (
            &[
                &["puu", "1", "", "KAMK", "omarahoitus", "2023", "1"],
                &["puu", "1", "", "Kajaani", "omarahoitus", "2024", "2"],
            ],
            Some("funder"),
            F::RowsDisagree,
        ),
        (
            &[
                &["puu", "", "", "KAMK", "omarahoitus", "2023", "1", "10"],
                &["puu", "", "", "KAMK", "omarahoitus", "2024", "2", "20"],
            ],
            Some("share"),
            F::RowsDisagree,
        ),
        (
            &[
                &["puu", "", "", "KAMK", "omarahoitus", "", "92233720368547758,07"],
                &["puu", "", "", "KAMK", "omarahoitus", "2024", "1"],
            ],
            Some("amount"),
            F::AmountTooLarge,
        ),
        (
            &[
                &["puu", "", "", "KAMK", "omarahoitus", "", "3"],
                &["puu", "", "x", "Kajaani", "omarahoitus", "", "4"],
            ],
            Some("amount"),
            F::PartsExceedLine,
        ),
        (
            &[
                &["puu", "", "", "", "kokonaiskustannus", "", "3"],
                &["puu", "", "", "KAMK", "omarahoitus", "", "4"],
            ],
            Some("amount"),
            F::LinesExceedTotalCost,
        ),
        (
            &[
                &["puu", "", "", "", "kokonaiskustannus", "2023", "3"],
                &["puu", "", "", "KAMK", "omarahoitus", "", "1"],
            ],
            Some("year"),
            F::NotInThisRow,
        ),
        (
            &[
                &["puu", "", "", "KAMK", "palkat", "2023", "3"],
                &["puu", "", "", "KAMK", "omarahoitus", "", "1"],
            ],
            Some("funder"),
            F::NotInThisRow,
        ),
        (
            &[
                &["puu", "", "", "", "palkat", "2023", "3"],
                &["puu", "", "", "KAMK", "omarahoitus", "", "1"],
            ],
            Some("cost_model"),
            F::Missing,
        ),
        (&[&["puu", "", "", "", "matkat", "", "1", "", "tosiasialliset kustannukset", "investointi"]], None, F::Missing),
    ];
    for (rows, field, code) in cases {
        let all: Vec<&[&str]> = [&good[..]].into_iter().chain(rows.iter().copied()).collect();
        let (report, _) = of_rows(&all);
        let found: Vec<_> = (0..all.len()).flat_map(|row| remarks(&report, row)).collect();
        let expected = (*field, RemarkCode::Finding(*code));
        assert!(found.contains(&expected), "{rows:?}: {found:?}");
        assert!(!report.is_ready(), "{rows:?}");
        assert_eq!(report.rows[0].outcome, RowOutcome::Recorded, "{rows:?}");
    }
    for (field, cell) in [("part", 2), ("category", 4), ("cost_model", 8), ("support_kind", 9)] {
        let mut row = ["puu", "", "", "KAMK", "omarahoitus", "", "1", "", "", "", ""];
        row[cell] = "höh";
        let (report, _) = of_rows(&[&row]);
        let found = remarks(&report, 0);
        assert!(
            matches!(found[..], [(Some(of), RemarkCode::Fault(_)), ..] if of == field),
            "{field}: {found:?}"
        );
    }
}

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
                total: text(if is_sum { sum } else { rest.map(|rest| rest + 10_000) }),
                amounts: years.into_iter().map(text).collect(),
                part,
            }
        })
}

fn some_costs() -> impl Strategy<Value = Vec<CostRowDraft>> {
    let amount = || option::of(1..5_000_i64);
    vec((prop::sample::select(vec!["salaries", "travel", "other"]), vec(amount(), 2)), 0..3)
        .prop_map(|rows| {
            let mut rows: Vec<CostRowDraft> = rows
                .into_iter()
                .map(|(category, years)| CostRowDraft {
                    category: category.to_owned(),
                    total: text(years.iter().copied().sum::<Option<i64>>().map(|sum| sum + 100)),
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
            of.line.filter(|_| numbered).map(|line| line.to_string()).unwrap_or_default(),
            if of.part { "x".to_owned() } else { String::new() },
            funders.join(";"),
            kind.to_owned(),
            of.year.map(|year| year.to_string()).unwrap_or_default(),
            of.amount.map(|amount| amount.to_string()).unwrap_or_default(),
            share.map(|share| format!("{}.{:02} %", share / 100, share % 100)).unwrap_or_default(),
        ];
        row.extend(costs.into_iter().flat_map(|of| {
            [of.model.code(), of.support.code(), &of.rate_reason].map(str::to_owned)
        }));
        row
    });
    rows.collect()
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
