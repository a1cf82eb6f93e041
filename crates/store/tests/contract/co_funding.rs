//! Entries about other funders are only added to, and the list of all has each funder where its
//! plan and its entries put it.

use domain::Money;
use domain::co_funding::{CoFundingBook, CoFundingEntry, CoFundingFact, CoFundingStage as S};
use domain::funding::{
    Amounts, Funder, FundingCategory, FundingLine, FundingPlan, FundingPlanDraft, Payer,
};
use domain::view::co_funding::{CoFundingRow, CoFundingSums};
use store::{CoFundingEntryRow, CoFundingLeft, CoFundingPage, Cut, NewPlan, Store, StoreError, Tx};
use time::macros::date;

use crate::world::{self, CITY, PROJECT, at, id, slug};
use crate::{on_both, raw};

on_both!(
    entries_about_other_funders_are_kept_as_they_are,
    each_funder_stands_where_its_plan_and_its_entries_put_it,
    what_nobody_pays_of_a_total_cost_is_to_be_found,
);

const OTHER_PROJECT: u128 = 60;
/// The funders of the plan below.
const FUNDERS: u128 = 12;

fn granted(cents: i64) -> CoFundingFact {
    CoFundingFact::Granted {
        on: date!(2023 - 08 - 01),
        amount: Money::from_cents(cents),
        document: "Päätös".to_owned(),
    }
}

fn refused() -> CoFundingFact {
    CoFundingFact::Refused {
        on: date!(2023 - 08 - 01),
        document: "Päätös".to_owned(),
    }
}

fn paid(cents: i64) -> CoFundingFact {
    CoFundingFact::Paid {
        on: date!(2023 - 08 - 15),
        amount: Money::from_cents(cents),
        document: "Raportti".to_owned(),
    }
}

/// Adds an entry after those of the project.
async fn add(tx: &mut Tx, funder: u128, fact: CoFundingFact) -> CoFundingEntryRow {
    let rows = tx.co_funding_entries(id(PROJECT)).await.unwrap();
    let rows = rows
        .into_iter()
        .map(|row| (row.entry.funder, row.entry.fact));
    let mut facts: Vec<_> = rows.collect();
    facts.push((id(funder), fact.clone()));
    let number = u32::try_from(facts.len()).unwrap();
    let row = CoFundingEntryRow {
        left: CoFundingBook::of(&facts).unwrap().of_funder(id(funder)),
        entry: CoFundingEntry {
            id: id(500 + u128::from(number)),
            number,
            funder: id(funder),
            fact,
            recorded_at: at(5),
            office: "Controller".to_owned(),
        },
    };
    tx.add_co_funding_entry(id(PROJECT), &row).await.unwrap();
    row
}

async fn entries_about_other_funders_are_kept_as_they_are(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    assert_eq!(tx.projects_with_co_funding().await.unwrap(), []);
    let undone = CoFundingFact::Undone {
        entry: 2,
        reason: "Syy".to_owned(),
    };
    let mut added = Vec::new();
    for fact in [granted(100), paid(40), undone, refused()] {
        added.push(add(&mut tx, CITY, fact).await);
    }
    assert_eq!(tx.co_funding_entries(id(PROJECT)).await.unwrap(), added);
    assert_eq!(tx.projects_with_co_funding().await.unwrap(), [id(PROJECT)]);
    assert_eq!(tx.co_funding_entries(id(99)).await.unwrap(), []);
    let of = tx.project_of_co_funding_entry(added[0].entry.id).await;
    assert_eq!(of.unwrap(), Some(id(PROJECT)));
    assert_eq!(tx.project_of_co_funding_entry(id(99)).await.unwrap(), None);
    tx.commit().await.unwrap();
    for statement in [
        "update co_funding_entry set office = ''",
        "delete from co_funding_entry",
    ] {
        let mut tx = store.write().await.unwrap();
        let statement: &'static str = statement;
        let refused = raw!(tx, statement);
        assert!(refused.is_err(), "{statement}");
    }
    let mut tx = store.write().await.unwrap();
    let again = tx.add_co_funding_entry(id(PROJECT), &added[0]).await;
    assert!(matches!(again, Err(StoreError::Driver(_))), "{again:?}");
}

fn line(funder: Option<u128>, category: FundingCategory, total: Option<i64>) -> FundingLine {
    let years: &[(u16, i64)] = match total {
        Some(100) => &[(2022, 40), (2023, 60)],
        _ => &[],
    };
    FundingLine {
        funders: vec![funder.map_or(Funder::Others, |number| {
            Funder::Organisation(id(100 + number))
        })],
        category,
        share: None,
        amounts: Amounts {
            total: total.map(Money::from_cents),
            years: years
                .iter()
                .map(|(year, cents)| (*year, Money::from_cents(*cents)))
                .collect(),
        },
        of_which: Vec::new(),
    }
}

async fn plan(tx: &mut Tx, project: u128, plan: &FundingPlan) {
    let new = NewPlan {
        project: id(project),
        replaces: 0,
        plan,
        draft: &FundingPlanDraft::default(),
        at: at(2),
    };
    let _saved = tx.add_plan(&new).await.unwrap();
}

/// Twelve funders, of whom ten are to pay 40 cents of 2022 and 60 of 2023 each, what two pay is not
/// known, and what the city, the beneficiary and others whom nobody names pay.
async fn planned(store: &Store) -> Tx {
    use FundingCategory::{EuAndState, MunicipalShare, OtherPublic, OwnContribution};
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    for number in 1..=FUNDERS + 1 {
        let organisation = world::organisation(100 + number, &format!("Rahoittaja {number}"));
        tx.add_organisation(&organisation).await.unwrap();
    }
    let mut lines: Vec<FundingLine> = (1..=FUNDERS)
        .map(|number| line(Some(number), OtherPublic, (number < 11).then_some(100)))
        .collect();
    lines.push(line(None, EuAndState, Some(500)));
    lines.push(line(Some(1), OwnContribution, Some(700)));
    lines.push(line(None, FundingCategory::StillToBeFound, Some(50)));
    let mut of_city = line(None, MunicipalShare, Some(300));
    of_city.funders = vec![Funder::Organisation(id(CITY))];
    lines.push(of_city);
    plan(&mut tx, PROJECT, &FundingPlan::new(None, lines).unwrap()).await;
    tx
}

fn all() -> CoFundingLeft<'static> {
    CoFundingLeft {
        city: Some(id(CITY)),
        year: 2023,
        ..CoFundingLeft::default()
    }
}

/// The sums by stage are those of the rows, whatever is left, and pages are cut from all rows.
async fn sums_are_of_rows(tx: &mut Tx, left: &CoFundingLeft<'_>) -> Vec<CoFundingRow> {
    let whole = Cut {
        page: 1,
        size: None,
    };
    let CoFundingPage { rows, stages } = tx.co_funding_page(left, whole).await.unwrap();
    for (stage, sums) in &stages {
        let of_stage: Vec<_> = rows.iter().filter(|row| row.stage == *stage).collect();
        let sum = |of: fn(&CoFundingRow) -> Option<Money>| {
            Money::checked_sum(of_stage.iter().filter_map(|row| of(row))).unwrap()
        };
        let expected = CoFundingSums {
            rows: of_stage.len() as u64,
            planned: sums.planned,
            granted: sum(|row| match row.decided {
                Some(domain::co_funding::Decided::Granted(amount)) => Some(amount),
                _ => None,
            }),
            paid: sum(|row| Some(row.paid)),
            lacking: sum(|row| row.lacking),
            late: sum(|row| Some(row.late)),
        };
        assert_eq!(*sums, expected, "{stage:?}");
        let known = sum(|row| row.planned.known);
        assert_eq!(sums.planned.known.unwrap_or_default(), known, "{stage:?}");
        let unknown: u64 = of_stage.iter().map(|row| row.planned.unknown).sum();
        assert_eq!(sums.planned.unknown, unknown, "{stage:?}");
    }
    let mut paged = Vec::new();
    for page in 1..=6 {
        let cut = Cut {
            page,
            size: Some(3),
        };
        let of_page = tx.co_funding_page(left, cut).await.unwrap();
        assert_eq!(of_page.stages, stages);
        paged.extend(of_page.rows);
    }
    assert_eq!(paged, rows);
    rows
}

async fn each_funder_stands_where_its_plan_and_its_entries_put_it(store: &Store) {
    let mut tx = planned(store).await;
    for (funder, fact) in [
        (2, granted(100)),
        (3, granted(100)),
        (3, paid(40)),
        (4, granted(100)),
        (4, paid(100)),
        (5, granted(70)),
        (6, granted(30)),
        (7, refused()),
        (8, paid(100)),
        (9, paid(60)),
        (10, granted(120)),
        (11, granted(50)),
        (FUNDERS + 1, granted(10)),
    ] {
        add(&mut tx, 100 + funder, fact).await;
    }
    let rows = sums_are_of_rows(&mut tx, &all()).await;
    for (funder, stage, lacking, late) in [
        (Some(1), S::Undecided, Some(100), 40),
        (Some(2), S::Late, Some(0), 40),
        (Some(3), S::Granted, Some(0), 0),
        (Some(4), S::Paid, Some(0), 0),
        (Some(5), S::Less, Some(30), 40),
        // No more is late than was granted.
        (Some(6), S::Less, Some(70), 30),
        (Some(7), S::Refused, Some(100), 0),
        (Some(8), S::Paid, Some(0), 0),
        (Some(9), S::Undecided, Some(40), 0),
        (Some(10), S::Late, Some(0), 40),
        (Some(11), S::Granted, None, 0),
        (Some(12), S::Undecided, None, 0),
        // The plan does not name it any more.
        (Some(13), S::Granted, Some(0), 0),
        (None, S::ToBeFound, Some(50), 0),
    ] {
        let payer = funder.map_or(Payer::Missing, |number| {
            Payer::Organisation(id(100 + number))
        });
        let found: Vec<_> = rows.iter().filter(|row| row.payer == payer).collect();
        assert_eq!(found.len(), 1, "{funder:?}");
        let stands = (found[0].stage, found[0].lacking, found[0].late);
        let expected = (
            stage,
            lacking.map(Money::from_cents),
            Money::from_cents(late),
        );
        assert_eq!(stands, expected, "{funder:?}");
        let of_payer = CoFundingLeft {
            payer: Some(payer),
            ..all()
        };
        assert_eq!(sums_are_of_rows(&mut tx, &of_payer).await.len(), 1);
    }
    assert_eq!(
        rows.len(),
        14,
        "neither the city, nor what is unnamed: {rows:?}"
    );
    stages_narrow_what_comes_in_order(&mut tx, &rows).await;
}

/// What lacks most comes first, and each stage leaves its own of the rows.
async fn stages_narrow_what_comes_in_order(tx: &mut Tx, rows: &[CoFundingRow]) {
    let most: Vec<_> = rows
        .iter()
        .map(|row| row.lacking.max(Some(row.late)))
        .collect();
    assert!(most.is_sorted_by(|one, next| one >= next), "{most:?}");
    let short = CoFundingLeft {
        only_short: true,
        ..all()
    };
    let short = sums_are_of_rows(tx, &short).await;
    assert!(
        short
            .iter()
            .all(|row| !matches!(row.stage, S::Granted | S::Paid))
    );
    for stage in S::ALL {
        let of_stage = CoFundingLeft {
            stage: Some(stage),
            ..all()
        };
        let of_stage = sums_are_of_rows(tx, &of_stage).await;
        let expected = rows.iter().filter(|row| row.stage == stage).count();
        assert_eq!(of_stage.len(), expected, "{stage:?}");
    }
}

async fn what_nobody_pays_of_a_total_cost_is_to_be_found(store: &Store) {
    let mut tx = planned(store).await;
    let project = world::project(OTHER_PROJECT, "aaltovoima");
    tx.add_project(&project, &world::saved(1)).await.unwrap();
    let of_eu = line(Some(1), FundingCategory::EuAndState, Some(30));
    let with_gap = FundingPlan::new(Some(Money::from_cents(90)), vec![of_eu]);
    plan(&mut tx, OTHER_PROJECT, &with_gap.unwrap()).await;
    let name = slug("aaltovoima");
    let left = CoFundingLeft {
        project: Some(&name),
        ..all()
    };
    let rows = sums_are_of_rows(&mut tx, &left).await;
    let found = rows.iter().map(|row| (row.stage, row.lacking));
    let found: Vec<_> = found.collect();
    let cents = |cents| Some(Money::from_cents(cents));
    assert_eq!(
        found,
        [(S::ToBeFound, cents(60)), (S::Undecided, cents(30))]
    );
}
