//! The other funders of projects: from the plan to decisions and payments, what is refused, and
//! that the list over all projects, its files and the page of a project never differ.

use domain::co_funding::{CoFundingDraft, CoFundingKind as K, CoFundingStage as S};
use domain::finding::FindingCode as F;
use domain::funding::{FundingPlanDraft, FundingRowDraft, Payer};
use domain::id::{OrganisationId, ProjectId};
use domain::role::Role;
use domain::view::co_funding::{CoFundingFilter, CoFundingSheet};
use domain::{Lang, Money};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use register::organisations::{self, OrganisationDraft};
use register::tables::Form;
use register::verify::{Break, verify};
use register::views::co_funding as views;
use register::{Refusal, co_funding, funding_plans, tables};

use crate::on_both;
use crate::world::{World, actor, codes, key, preparer, registrar, slug};

on_both!(
    a_funder_goes_from_the_plan_to_its_decision_and_its_payment,
    what_breaks_a_rule_of_other_funders_is_refused,
    two_payments_at_once_never_exceed_what_was_granted,
    random_entries_leave_every_view_with_the_same_sums,
    each_entry_about_other_funders_is_in_the_log_and_verified,
);

fn row(funders: &str, category: &str, total: &str, years: &[&str]) -> FundingRowDraft {
    FundingRowDraft {
        funders: funders.to_owned(),
        category: category.to_owned(),
        total: total.to_owned(),
        amounts: years.iter().map(|amount| (*amount).to_owned()).collect(),
        ..FundingRowDraft::default()
    }
}

async fn organisation(world: &World, name: &str) -> OrganisationId {
    let draft = OrganisationDraft {
        name: name.to_owned(),
        kind: "municipality".to_owned(),
        business_id: String::new(),
    };
    let added = organisations::add(&world.register, registrar(), None, &draft).await;
    added.unwrap_or_else(|refused| panic!("{name}: {refused:?}"))
}

/// A project whose plan has 3 000 euros of each of two municipalities for 2022 and 2023, 5 000 of
/// the city, 500 that nobody pays by the plan and 1 500 that no line pays.
async fn planned(world: &World) -> (ProjectId, [OrganisationId; 2]) {
    let case = world.case("KAJDno-2023-912").await;
    let project = world.project(case, "Kaivoskumppani").await;
    organisation(world, "Kajaanin kaupunki").await;
    let others = [
        organisation(world, "Sotkamon kunta").await,
        organisation(world, "Paltamon kunta").await,
    ];
    let plan = FundingPlanDraft {
        reason: "Hakemus".to_owned(),
        years: vec![2022, 2023],
        total_cost: "13 000".to_owned(),
        rows: vec![
            row(
                "Sotkamon kunta",
                "municipal_share",
                "3 000",
                &["1 000", "2 000"],
            ),
            row(
                "Paltamon kunta",
                "municipal_share",
                "3 000",
                &["1 000", "2 000"],
            ),
            row(
                "Kajaanin kaupunki",
                "municipal_share",
                "5 000",
                &["2 500", "2 500"],
            ),
            row("*", "still_to_be_found", "500", &["", ""]),
        ],
        ..FundingPlanDraft::default()
    };
    let saved = funding_plans::save(&world.register, preparer(), None, project, 0, &plan).await;
    saved.expect("a plan");
    (project, others)
}

fn draft(funder: OrganisationId, amount: &str) -> CoFundingDraft {
    CoFundingDraft {
        funder: funder.to_string(),
        amount: amount.to_owned(),
        arrived_as: "Sotkamon kunnanhallitus 21.8.2023 § 5".to_owned(),
        entry_day: "21.8.2023".to_owned(),
        ..CoFundingDraft::default()
    }
}

fn undoing(entry: u32) -> CoFundingDraft {
    CoFundingDraft {
        entry: entry.to_string(),
        reason: "Väärä kunta".to_owned(),
        ..CoFundingDraft::default()
    }
}

async fn try_record(
    world: &World,
    of: ProjectId,
    kind: K,
    draft: &CoFundingDraft,
) -> Result<(), Refusal> {
    let finance = actor(Role::Finance);
    let recorded = co_funding::record(&world.register, finance, None, of, kind, draft).await;
    recorded.map(|_| ())
}

async fn record(world: &World, of: ProjectId, kind: K, draft: &CoFundingDraft) {
    let recorded = try_record(world, of, kind, draft).await;
    recorded.unwrap_or_else(|refused| panic!("{kind:?} {draft:?}: {refused:?}"));
}

async fn sheet(world: &World) -> CoFundingSheet {
    let sheet = views::sheet(&world.register, preparer(), &slug("kaivoskumppani")).await;
    sheet.expect("a sheet")
}

fn euros(euros: i64) -> Money {
    Money::from_cents(euros * 100)
}

/// Where a payer stands on the page of the project: stage, lacking, late.
async fn stands(world: &World, payer: Payer) -> (S, Option<Money>, Money) {
    let sheet = sheet(world).await;
    let found = sheet.rows.iter().find(|row| row.payer == payer);
    let found = found.unwrap_or_else(|| panic!("{payer:?} in {:?}", sheet.rows));
    (found.stage, found.lacking, found.late)
}

async fn a_funder_goes_from_the_plan_to_its_decision_and_its_payment(world: &World) {
    let (project, [one, other]) = planned(world).await;
    let payer = Payer::Organisation(one);
    let nothing = Money::ZERO;
    let open = (S::Undecided, Some(euros(3_000)), euros(1_000));
    assert_eq!(stands(world, payer).await, open);
    // The 500 of the plan and the 1 500 that it does not say are one sum to be found.
    let missing = stands(world, Payer::Missing).await;
    assert_eq!(missing, (S::ToBeFound, Some(euros(2_000)), nothing));
    let named: Vec<_> = sheet(world)
        .await
        .funders
        .into_iter()
        .map(|of| of.0)
        .collect();
    assert_eq!(named, [one, other], "not the city");

    record(world, project, K::Granted, &draft(one, "2 500")).await;
    let less = (S::Less, Some(euros(500)), euros(1_000));
    assert_eq!(stands(world, payer).await, less);
    record(world, project, K::Paid, &draft(one, "1 000")).await;
    assert_eq!(
        stands(world, payer).await,
        (S::Less, Some(euros(500)), nothing)
    );
    record(world, project, K::Granted, &draft(one, "3 000")).await;
    assert_eq!(
        stands(world, payer).await,
        (S::Granted, Some(nothing), nothing)
    );
    record(world, project, K::Paid, &draft(one, "2 000")).await;
    assert_eq!(
        stands(world, payer).await,
        (S::Paid, Some(nothing), nothing)
    );
    record(world, project, K::Undone, &undoing(4)).await;
    assert_eq!(
        stands(world, payer).await,
        (S::Granted, Some(nothing), nothing)
    );
    record(world, project, K::Refused, &draft(other, "")).await;
    let refused = (S::Refused, Some(euros(3_000)), nothing);
    assert_eq!(stands(world, Payer::Organisation(other)).await, refused);

    let list = views::list(&world.register, preparer(), CoFundingFilter::default()).await;
    let list = list.expect("a list");
    let short: Vec<_> = list
        .rows
        .iter()
        .map(|row| (row.stage, row.lacking))
        .collect();
    let expected = [
        (S::Refused, Some(euros(3_000))),
        (S::ToBeFound, Some(euros(2_000))),
    ];
    assert_eq!(short, expected);
    assert_eq!(list.total.lacking, euros(5_000));
}

async fn what_breaks_a_rule_of_other_funders_is_refused(world: &World) {
    let (project, [one, _]) = planned(world).await;
    let grantee = world.grantee;
    record(world, project, K::Granted, &draft(one, "100")).await;
    for (kind, draft, expected) in [
        (
            K::Paid,
            draft(one, "101"),
            [("amount", F::MoreThanGranted.code())],
        ),
        (
            K::Granted,
            draft(grantee, "1"),
            [("funder", F::NotACoFunder.code())],
        ),
        (K::Undone, undoing(2), [("reason", F::EntryUnknown.code())]),
    ] {
        let refused = try_record(world, project, kind, &draft).await;
        assert_eq!(codes(refused), expected, "{kind:?}");
    }
    let nowhere = try_record(
        world,
        uuid::Uuid::nil().into(),
        K::Granted,
        &draft(one, "1"),
    )
    .await;
    assert!(matches!(nowhere, Err(Refusal::NotFound)), "{nowhere:?}");
    assert_eq!(sheet(world).await.entries.len(), 1);
}

async fn two_payments_at_once_never_exceed_what_was_granted(world: &World) {
    let (project, [one, _]) = planned(world).await;
    record(world, project, K::Granted, &draft(one, "100")).await;
    let payment = draft(one, "60");
    let first = try_record(world, project, K::Paid, &payment);
    let second = try_record(world, project, K::Paid, &payment);
    let (first, second) = tokio::join!(first, second);
    assert!(first.is_ok() != second.is_ok(), "{first:?} {second:?}");
    // The same form twice is one payment.
    let (register, finance) = (&world.register, actor(Role::Finance));
    let rest = draft(one, "40");
    for _ in 0..2 {
        let paid = co_funding::record(register, finance, key(7), project, K::Paid, &rest).await;
        paid.expect("it fits");
    }
    assert_eq!(sheet(world).await.entries.len(), 3);
}

async fn random_entries_leave_every_view_with_the_same_sums(world: &World) {
    let (project, funders) = planned(world).await;
    let mut runner = TestRunner::default();
    let acts = proptest::collection::vec((0..4_usize, 0..2_usize, 1..400_i64), 60);
    let acts = acts.new_tree(&mut runner).expect("acts").current();
    let mut recorded = 0_u32;
    for (kind, funder, number) in acts {
        let kind = K::ALL[kind];
        let typed = match kind {
            K::Undone => undoing(u32::try_from(number).unwrap_or(1) % (recorded + 1)),
            K::Granted | K::Refused | K::Paid => draft(funders[funder], &(number * 10).to_string()),
        };
        let before = sheet(world).await;
        match try_record(world, project, kind, &typed).await {
            Ok(()) => recorded += 1,
            Err(Refusal::Incomplete(_)) => assert_eq!(sheet(world).await, before),
            Err(other) => panic!("{other:?}"),
        }
    }
    assert!(recorded > 10, "{recorded} entries were recorded");
    let page = sheet(world).await;
    let sums = |of: fn(&domain::view::co_funding::CoFundingRow) -> Money| {
        Money::checked_sum(page.rows.iter().map(of)).expect("it fits")
    };
    assert_eq!(page.total.paid, sums(|row| row.paid));
    assert_eq!(page.total.late, sums(|row| row.late));
    assert_eq!(
        page.total.lacking,
        sums(|row| row.lacking.unwrap_or_default())
    );
    // All stages of the list together are the page, and its file has the same rows and sums.
    let (mut rows, mut lines) = (Vec::new(), 0);
    for stage in S::ALL {
        let filter = CoFundingFilter {
            stage: Some(stage),
            ..CoFundingFilter::default()
        };
        let list = views::list(&world.register, preparer(), filter.clone()).await;
        let list = list.expect("a list");
        let whole = views::whole_list(&world.register, preparer(), filter.clone()).await;
        assert_eq!(whole.expect("a list").rows, list.rows);
        rows.extend(list.rows);
        let (register, form) = (&world.register, Form::Csv);
        let csv = tables::co_funding(register, preparer(), filter, form, Lang::Fi).await;
        let csv = String::from_utf8(csv.expect("a file")).expect("text");
        lines += csv.lines().count() - 1;
    }
    assert_eq!(lines, page.rows.len());
    assert_eq!(rows.len(), page.rows.len());
    assert!(rows.iter().all(|row| page.rows.contains(row)));
    let report = verify(&world.register).await.expect("it is read");
    assert_eq!(report.breaks, []);
    assert_eq!(report.co_funding_entries, u64::from(recorded));
}

async fn each_entry_about_other_funders_is_in_the_log_and_verified(world: &World) {
    let (project, [one, _]) = planned(world).await;
    record(world, project, K::Granted, &draft(one, "3 000")).await;
    record(world, project, K::Paid, &draft(one, "1 000")).await;
    let events = world.events(0).await;
    let entries = events
        .iter()
        .filter(|of| **of == "co_funding_entry_recorded");
    assert_eq!(entries.count(), 2);
    let report = verify(&world.register).await.expect("it is read");
    assert_eq!((report.breaks, report.co_funding_entries), (Vec::new(), 2));
}

#[tokio::test]
async fn an_entry_about_another_funder_that_was_changed_past_the_triggers_is_found() {
    type Found = fn(&Break) -> bool;
    let of_log: Found = |found| matches!(found, Break::CoFundingEntry(_));
    let of_rules: Found = |found| matches!(found, Break::CoFunding(_));
    for (damage, expected) in [
        (
            "drop trigger co_funding_entry_no_update;
             update co_funding_entry set fact = replace(fact, 'Sotkamon', 'Paltamon')
              where number = 2",
            of_log,
        ),
        (
            "drop trigger co_funding_entry_no_update;
             update co_funding_entry set paid_cents = 1 where number = 2",
            of_rules,
        ),
        (
            "drop trigger co_funding_entry_no_update;
             update co_funding_entry set granted_cents = null where number = 1",
            of_rules,
        ),
        (
            "drop trigger co_funding_entry_no_delete;
             delete from co_funding_entry where number = 2",
            of_log,
        ),
    ] {
        let world = World::sqlite().await;
        let (project, [one, _]) = planned(&world).await;
        record(&world, project, K::Granted, &draft(one, "3 000")).await;
        record(&world, project, K::Paid, &draft(one, "1 000")).await;
        world.database.damage(damage).await;
        let report = verify(&world.register).await.expect("it is read");
        assert!(report.breaks.iter().any(expected), "{:?}", report.breaks);
    }
}
