//! What plans in force say over all projects: each sum is that of the rows it is made of.

use domain::Money;
use domain::funding::{
    Amounts, Funder, FundingCategory, FundingLine, FundingPart, FundingPlan, FundingPlanDraft,
    Payer,
};
use domain::view::commitment_list::Named;
use domain::view::funding::{FundingFilter, Planned};
use store::{Audience, Cut, NewPlan, PlannedLeft, PlannedPage, PlannedSum, Store, Tx};
use time::macros::date;

use crate::on_both;
use crate::world::{self, CITY, PROJECT, at, granted, id, slug};

on_both!(
    sums_and_pages_are_of_the_plans_in_force,
    everybody_sees_the_plans_of_projects_with_something_public,
);

const OTHER_PROJECT: u128 = 60;

fn amounts(total: Option<i64>, years: &[(u16, i64)]) -> Amounts {
    let years = years.iter();
    Amounts {
        total: total.map(Money::from_cents),
        years: years
            .map(|(year, cents)| (*year, Money::from_cents(*cents)))
            .collect(),
    }
}

fn line(funders: &[Funder], category: FundingCategory, amounts: Amounts) -> FundingLine {
    FundingLine {
        funders: funders.to_vec(),
        category,
        share: None,
        amounts,
        of_which: Vec::new(),
    }
}

fn city() -> Payer {
    Payer::Organisation(id(CITY))
}

/// 100 cents of the city within 300 of several in 2023, an unknown sum of others, and 50 missing.
fn plan() -> FundingPlan {
    let together = [Funder::Organisation(id(CITY)), Funder::Others];
    let mut several = line(
        &together,
        FundingCategory::Several,
        amounts(Some(300), &[(2023, 300)]),
    );
    several.of_which.push(FundingPart {
        funder: Funder::Organisation(id(CITY)),
        category: FundingCategory::MunicipalShare,
        amounts: amounts(Some(100), &[(2023, 100)]),
    });
    let others = [Funder::Others];
    let unknown = line(&others, FundingCategory::EuAndState, amounts(None, &[]));
    let missing = line(
        &others,
        FundingCategory::StillToBeFound,
        amounts(Some(50), &[]),
    );
    FundingPlan::new(None, vec![several, unknown, missing]).unwrap()
}

/// The plan above in version 2 of one project, and of another 7 cents of the city in 2024.
async fn planned(store: &Store) -> Tx {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    tx.add_project(
        &world::project(OTHER_PROJECT, "aaltovoima"),
        &world::saved(1),
    )
    .await
    .unwrap();
    let own = line(
        &[Funder::Organisation(id(CITY))],
        FundingCategory::MunicipalShare,
        amounts(Some(7), &[(2024, 7)]),
    );
    let second = FundingPlan::new(None, vec![own]).unwrap();
    for (project, replaces, plan) in [
        (PROJECT, 0, world::plan()),
        (PROJECT, 1, plan()),
        (OTHER_PROJECT, 0, second),
    ] {
        let new = NewPlan {
            project: id(project),
            replaces,
            plan: &plan,
            draft: &FundingPlanDraft::default(),
            at: at(2),
        };
        let _saved = tx.add_plan(&new).await.unwrap();
    }
    tx
}

fn officials(filter: &FundingFilter, year: Option<Named<u16>>) -> PlannedLeft<'_> {
    PlannedLeft {
        audience: Audience::Officials,
        filter,
        year,
    }
}

async fn page(tx: &mut Tx, left: &PlannedLeft<'_>, page: u32, size: Option<u32>) -> PlannedPage {
    tx.planned_page(left, Cut { page, size }).await.unwrap()
}

fn cents(page: &PlannedPage) -> Vec<Option<i64>> {
    let rows = page.rows.iter();
    rows.map(|row| row.amount.map(Money::cents)).collect()
}

const fn known(cents: i64) -> Planned {
    Planned {
        known: Some(Money::from_cents(cents)),
        unknown: 0,
    }
}

async fn sums_and_pages_are_of_the_plans_in_force(store: &Store) {
    let mut tx = planned(store).await;
    let everything = FundingFilter::default();
    let all = officials(&everything, None);
    let unknown = Planned {
        known: None,
        unknown: 1,
    };
    let sum = |payer, year, sum| PlannedSum { payer, year, sum };
    let sums = tx.planned_sums(&all).await.unwrap();
    assert_eq!(
        sums,
        [
            sum(city(), Some(2023), known(100)),
            sum(city(), Some(2024), known(7)),
            sum(Payer::Together, Some(2023), known(200)),
            sum(Payer::Others, Some(2023), unknown),
            sum(Payer::Missing, None, known(50)),
        ]
    );
    let whole = page(&mut tx, &all, 1, None).await;
    let in_order = [Some(7), Some(100), Some(200), None, Some(50)];
    assert_eq!(cents(&whole), in_order, "by the name of the project");
    let total = Planned {
        known: Some(Money::from_cents(357)),
        unknown: 1,
    };
    assert_eq!((whole.total, whole.sum), (5, total));
    assert_eq!(whole.rows[0].project.0, slug("aaltovoima"));
    assert_eq!(whole.rows[1].version, 2);
    assert_eq!(
        whole.rows[2].funders,
        [Funder::Organisation(id(CITY)), Funder::Others]
    );
    let second = page(&mut tx, &all, 2, Some(2)).await;
    assert_eq!(cents(&second), in_order[2..4]);
    assert_eq!((second.total, second.sum), (5, total));

    let by = |from, until, payer, project: Option<&str>| FundingFilter {
        from,
        until,
        payer,
        project: project.map(slug),
    };
    for (filter, year, expected) in [
        (by(Some(2024), None, None, None), None, &[Some(7)][..]),
        (by(None, Some(2023), Some(city()), None), None, &[Some(100)]),
        (
            by(None, None, None, None),
            Some(Named::Nothing),
            &[Some(50)],
        ),
        (
            by(None, None, None, None),
            Some(Named::Is(2023)),
            &in_order[1..4],
        ),
        (by(None, None, Some(Payer::Others), None), None, &[None]),
        (by(None, None, None, Some("aaltovoima")), None, &[Some(7)]),
        (by(None, None, None, Some("ei-ole")), None, &[]),
    ] {
        let left = officials(&filter, year);
        let found = page(&mut tx, &left, 1, Some(9)).await;
        assert_eq!(cents(&found), expected, "{left:?}");
        let sums = tx.planned_sums(&left).await.unwrap();
        let sums = sums.iter().map(|of| of.sum);
        let sum = sums.fold(Planned::default(), |sum, of| sum.plus(of).unwrap());
        assert_eq!(sum, found.sum, "{left:?}");
    }

    let missing = tx.shortfalls(&everything, 9).await.unwrap();
    assert_eq!(missing.len(), 1);
    assert_eq!(missing[0].project.0, slug("kaivoskumppani"));
    assert_eq!(missing[0].missing, known(50));
    assert_eq!(tx.shortfalls(&everything, 0).await.unwrap(), []);
    let of_city = by(None, None, Some(city()), None);
    assert_eq!(tx.shortfalls(&of_city, 9).await.unwrap(), []);
}

async fn everybody_sees_the_plans_of_projects_with_something_public(store: &Store) {
    let mut tx = planned(store).await;
    let filter = FundingFilter::default();
    let left = PlannedLeft {
        audience: Audience::Everybody,
        filter: &filter,
        year: None,
    };
    assert_eq!(tx.planned_sums(&left).await.unwrap(), []);
    world::add_published(&mut tx, 5, date!(2023 - 08 - 18), vec![granted(2023, 1)]).await;
    let found = page(&mut tx, &left, 1, None).await;
    assert_eq!(cents(&found), [Some(100), Some(200), None, Some(50)]);
    let sums = tx.planned_sums(&left).await.unwrap();
    assert_eq!(sums.len(), 4, "nothing of the project without a decision");
}
