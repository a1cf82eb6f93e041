//! Commitments over all decisions: narrowed in each way, in pages, without what was ended.

use domain::Money;
use domain::budget::Promised;
use domain::decision::{ChangeEffect, CommitmentStrength, DecisionChange, DecisionContent};
use domain::funding::Payer;
use domain::publicity::Public;
use domain::stub::{Stub, StubKind};
use domain::view::city_money::{Part, PromiseRow};
use domain::view::commitment_list::{CommitmentFilter, CommitmentLine, Named};
use store::{CommitmentPage, Cut, Store, Tx};
use time::macros::date;

use crate::on_both;
use crate::world::{
    self, add_published, add_signed, content, granted, sealed, section, signed_here,
};

on_both!(
    pages_and_sums_are_of_what_a_filter_leaves,
    what_a_signed_decision_ended_is_left_out,
    everybody_sees_what_published_decisions_promise
);

type Listed = CommitmentPage<CommitmentLine>;

async fn page(tx: &mut Tx, filter: CommitmentFilter, size: Option<u32>) -> Listed {
    let page = tx.commitment_page(&filter, size, date!(2023 - 08 - 21));
    page.await.unwrap()
}

fn cents(page: &Listed) -> Vec<i64> {
    let lines = page.lines.iter();
    lines.map(|line| line.drawn.amount.cents()).collect()
}

fn narrowed(narrow: impl FnOnce(&mut CommitmentFilter)) -> CommitmentFilter {
    let mut filter = CommitmentFilter::default();
    narrow(&mut filter);
    filter
}

/// Ways of narrowing, each with the cents of what it leaves.
fn filters() -> [(CommitmentFilter, &'static [i64]); 11] {
    let year = |year| Some(Named::Is(year));
    let line = || Some(Named::Is("2911040005".to_owned()));
    let project = || Some(world::slug("kaivoskumppani"));
    let series = || Some(world::slug("kaupunginjohtaja"));
    let body = || Some(world::slug("kaupunginhallitus"));
    [
        (narrowed(|of| of.year = year(2023)), &[100, 30]),
        (
            narrowed(|of| {
                of.year = year(2023);
                of.strength = Some(CommitmentStrength::Granted);
            }),
            &[100],
        ),
        (
            narrowed(|of| (of.year, of.series) = (year(2024), series())),
            &[200],
        ),
        (
            narrowed(|of| (of.year, of.series) = (year(2024), body())),
            &[],
        ),
        (narrowed(|of| of.year = Some(Named::Nothing)), &[4]),
        (narrowed(|of| of.budget_line = line()), &[200, 100, 30]),
        (narrowed(|of| of.budget_line = Some(Named::Nothing)), &[4]),
        (narrowed(|of| of.project = project()), &[200, 100, 30, 4]),
        (
            narrowed(|of| (of.project, of.series) = (project(), body())),
            &[],
        ),
        (
            narrowed(|of| (of.series, of.budget_line) = (series(), line())),
            &[200, 100, 30],
        ),
        (narrowed(|of| of.series = body()), &[]),
    ]
}

async fn pages_and_sums_are_of_what_a_filter_leaves(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let mut conditional = granted(2023, 30);
    conditional.strength = CommitmentStrength::Conditional;
    conditional.condition = Some("EAKR-rahoitus".to_owned());
    let mut provided_for = granted(2024, 4);
    provided_for.strength = CommitmentStrength::ProvidedFor;
    provided_for.budget_line = None;
    provided_for.year = None;
    let lines = vec![granted(2023, 100), conditional, provided_for];
    add_published(&mut tx, 5, date!(2023 - 08 - 18), lines).await;
    let other = content("Toinen", vec![granted(2024, 200)]);
    add_signed(&mut tx, 101, sealed(section(6), other, signed_here())).await;

    let all = CommitmentFilter::default;
    let whole = page(&mut tx, all(), None).await;
    assert_eq!(cents(&whole), [200, 100, 30, 4]);
    let promised = Promised {
        granted: Money::from_cents(300),
        conditional: Money::from_cents(30),
        provided_for: Money::from_cents(4),
        ..Promised::default()
    };
    assert_eq!((whole.total, whole.promised), (4, promised));
    let years = whole.by_year.iter().map(|(year, _)| *year);
    assert_eq!(years.collect::<Vec<_>>(), [Some(2023), Some(2024), None]);
    let first = &whole.lines[0];
    assert_eq!(first.section, section(6));
    assert_eq!(first.decision_maker, "Kaupunginjohtaja");
    assert_eq!(first.beneficiary.as_deref(), Some("Korkeakoulu Oy"));
    assert_eq!(
        first.project.as_ref().unwrap().0,
        world::slug("kaivoskumppani")
    );

    // Each page has its own rows, and the sums of all.
    for (number, expected) in [(1, vec![200, 100, 30]), (2, vec![4]), (3, vec![])] {
        let filter = CommitmentFilter {
            page: number,
            ..all()
        };
        let found = page(&mut tx, filter, Some(3)).await;
        assert_eq!(cents(&found), expected, "page {number}");
        assert_eq!((found.total, found.promised), (4, promised));
    }

    for (filter, expected) in filters() {
        let found = page(&mut tx, filter.clone(), Some(50)).await;
        assert_eq!(cents(&found), expected, "{filter:?}");
        let sums = found.promised;
        let sum = sums.committed().unwrap().cents() + sums.provided_for.cents();
        assert_eq!(sum, expected.iter().sum::<i64>(), "{filter:?}");
        let mut years = found.by_year.iter().map(|(_, promised)| *promised);
        let of_years = years.try_fold(Promised::default(), Promised::plus);
        assert_eq!(of_years, Some(sums), "{filter:?}");
        assert_eq!(found.total, u64::try_from(expected.len()).unwrap());
    }
    let by_year = tx.promised_by_year(None).await.unwrap();
    let years: Vec<_> = by_year.iter().map(|(year, _)| *year).collect();
    assert_eq!(years, [None, Some(2023), Some(2024)]);
    assert_eq!(by_year[0].1.provided_for, Money::from_cents(4));
    assert_eq!(by_year[1].1.conditional, Money::from_cents(30));
    let of_project = world::slug("kaivoskumppani");
    let of_project = tx.promised_by_year(Some(&of_project)).await.unwrap();
    assert_eq!(of_project, by_year);
    let of_none = tx.promised_by_year(Some(&world::slug("ei-ole"))).await;
    assert_eq!(of_none.unwrap(), []);
    assert_eq!(tx.commitment_years().await.unwrap(), [2024, 2023]);
    let names = tx.project_names(10).await.unwrap();
    assert_eq!(names.len(), 1);
    assert_eq!(names[0].0, world::slug("kaivoskumppani"));
    assert_eq!(tx.project_names(0).await.unwrap(), []);
}

async fn what_a_signed_decision_ended_is_left_out(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let first = content("Ensimmäinen", vec![granted(2023, 100)]);
    add_signed(&mut tx, 101, sealed(section(5), first, signed_here())).await;
    let repealing = DecisionContent {
        changes: Public(vec![DecisionChange {
            section: section(5),
            effect: ChangeEffect::Repeals,
        }]),
        ..content("Kumoaminen", vec![granted(2023, 7)])
    };
    add_signed(&mut tx, 102, sealed(section(6), repealing, signed_here())).await;
    let whole = page(&mut tx, CommitmentFilter::default(), None).await;
    assert_eq!(cents(&whole), [7]);
    assert_eq!(whole.promised.granted, Money::from_cents(7));
    let by_year = tx.promised_by_year(None).await.unwrap();
    assert_eq!(by_year[0].1.granted, Money::from_cents(7));
}

async fn public(
    tx: &mut Tx,
    part: Option<Part>,
    page: u32,
    size: Option<u32>,
) -> CommitmentPage<PromiseRow> {
    let (cut, today) = (Cut { page, size }, date!(2023 - 08 - 21));
    let found = tx.public_promises(part.as_ref(), cut, today).await;
    found.unwrap()
}

async fn everybody_sees_what_published_decisions_promise(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let mut provided_for = granted(2024, 4);
    provided_for.strength = CommitmentStrength::ProvidedFor;
    provided_for.budget_line = None;
    provided_for.year = None;
    let lines = vec![granted(2023, 100), provided_for];
    add_published(&mut tx, 5, date!(2023 - 08 - 18), lines).await;
    let other = content("Vain allekirjoitettu", vec![granted(2023, 200)]);
    add_signed(&mut tx, 101, sealed(section(6), other, signed_here())).await;

    let promised = Promised {
        granted: Money::from_cents(100),
        provided_for: Money::from_cents(4),
        ..Promised::default()
    };
    let all = public(&mut tx, None, 1, None).await;
    assert_eq!((all.total, all.promised), (2, promised));
    assert_eq!(all.lines[0].section, section(5));
    assert_eq!(all.lines[0].beneficiary.as_deref(), Some("Korkeakoulu Oy"));
    let second = public(&mut tx, None, 2, Some(1)).await;
    assert_eq!((second.lines.len(), second.promised), (1, promised));
    assert_eq!(second.lines[0], all.lines[1]);

    let line = "2911040005".to_owned();
    for (part, expected) in [
        (Part::Year(Named::Is(2023)), 100),
        (Part::Year(Named::Is(2024)), 0),
        (Part::Year(Named::Nothing), 4),
        (Part::BudgetLine(Named::Is(line.clone())), 100),
        (Part::BudgetLine(Named::Nothing), 4),
        (Part::WithoutProject, 0),
        (Part::Payer(Payer::Missing), 0),
    ] {
        let found = public(&mut tx, Some(part.clone()), 1, Some(50)).await;
        let sums = found.promised;
        let sum = sums.committed().unwrap().cents() + sums.provided_for.cents();
        let rows = found.lines.iter();
        let of_rows: i64 = rows.map(|row| row.drawn.amount.cents()).sum();
        assert_eq!((sum, of_rows), (expected, expected), "{part:?}");
    }

    let sums = tx.public_sums(100).await.unwrap();
    let lines = sums
        .by_line
        .iter()
        .map(|(year, line, _)| (*year, line.clone()));
    let lines: Vec<_> = lines.collect();
    assert_eq!(lines, [(None, None), (Some(2023), Some(line))]);
    assert_eq!(sums.by_project.len(), 1);
    assert_eq!(sums.by_project[0].promised, promised);
    assert_eq!(sums.without_project, None);
    assert_eq!(sums.further_projects, None);
    let sums = tx.public_sums(0).await.unwrap();
    assert_eq!(sums.by_project, []);
    assert_eq!(sums.further_projects, Some((1, promised)));

    // What is withdrawn promises nothing publicly.
    let decision = tx.decision_at(&section(5)).await.unwrap().unwrap();
    tx.add_stub(&Stub {
        id: world::id(77),
        decision,
        kind: StubKind::Withdrawn,
        reason: "Julkaistu erehdyksessä".to_owned(),
        hides_title: false,
        made_at: world::at(100),
        made_by: world::id(world::PREPARER),
        office: "Kirjaaja".to_owned(),
        ended: None,
    })
    .await
    .unwrap();
    assert_eq!(public(&mut tx, None, 1, None).await.total, 0);
    assert_eq!(tx.wrong_standings().await.unwrap(), []);
    assert_eq!(tx.public_sums(100).await.unwrap().by_line, []);
}
