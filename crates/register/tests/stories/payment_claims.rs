//! Payment claims of a project of the city's own: from the first to the money, what falls due, and
//! what is refused.

use domain::Money;
use domain::event::SubjectKind;
use domain::funding::{CostRowDraft, FundingPlanDraft, FundingRowDraft};
use domain::id::ProjectId;
use domain::payment_claim::{ClaimCostDraft, ClaimDraft, ClaimFundingDraft, ClaimKind, ClaimStage};
use domain::project::ProjectDraft;
use domain::role::Role;
use domain::view::audit::{LogQuery, SubjectPage};
use domain::view::payment_claim::{ClaimDue, ClaimSheet};
use register::verify::{Break, verify};
use register::views::audit::{self, Place};
use register::views::{desk, instalments as due_views, payment_claims as views};
use register::{Refusal, funding_plans, payment_claims, projects};
use time::Duration;
use time::macros::date;

use crate::on_both;
use crate::world::{World, actor, codes, key, official, preparer, slug};

on_both!(
    a_claim_goes_from_draft_to_money_and_the_advance_is_deducted,
    what_is_claimed_stays_by_the_plan_it_was_made_with,
    last_claims_and_waiting_money_fall_due,
    what_breaks_a_rule_of_claims_is_refused,
    two_claims_at_once_never_claim_a_day_twice,
    each_entry_about_claims_is_in_the_log_and_verified,
);

fn plan(support: &str) -> FundingPlanDraft {
    let row = |funders: &str, category: &str, total: &str| FundingRowDraft {
        funders: funders.to_owned(),
        category: category.to_owned(),
        total: total.to_owned(),
        ..FundingRowDraft::default()
    };
    FundingPlanDraft {
        reason: "Hakemus".to_owned(),
        cost_model: "forty_of_salaries".to_owned(),
        support_kind: "development".to_owned(),
        rows: vec![
            row("*", "eu_and_state", support),
            row("Kajaanin ammattikorkeakoulu Oy", "other_public", "2 000"),
        ],
        costs: vec![CostRowDraft {
            category: "salaries".to_owned(),
            total: "10 000".to_owned(),
            ..CostRowDraft::default()
        }],
        ..FundingPlanDraft::default()
    }
}

/// A project of the city's own for 10/2022–9/2024 whose plan has 70 % of 14 000 euros from the EU
/// and the state.
pub(crate) async fn own_project(world: &World) -> ProjectId {
    let case = world.case("KAJDno-2022-1").await;
    let project = world.project(case, "Oma hanke").await;
    let sheet = desk::project_sheet(&world.register, preparer(), &slug("oma-hanke")).await;
    let draft = ProjectDraft {
        city_role: "beneficiary".to_owned(),
        ..ProjectDraft::from(&sheet.expect("a sheet").project)
    };
    let register = &world.register;
    let changed = projects::change(register, preparer(), None, project, 1, &draft).await;
    changed.expect("it is changed");
    let saved = funding_plans::save(register, preparer(), None, project, 0, &plan("9 800")).await;
    saved.expect("a plan");
    project
}

pub(crate) fn made(first: &str, last: &str, salaries: &str, deducted: &str) -> ClaimDraft {
    ClaimDraft {
        first_day: first.to_owned(),
        last_day: last.to_owned(),
        costs: vec![ClaimCostDraft {
            category: "salaries".to_owned(),
            amount: salaries.to_owned(),
        }],
        deducted: deducted.to_owned(),
        ..ClaimDraft::default()
    }
}

pub(crate) fn step(claim: &str) -> ClaimDraft {
    ClaimDraft {
        claim: claim.to_owned(),
        amount: "2 000".to_owned(),
        arrived_as: "EURA 2021/1".to_owned(),
        voucher: "T-1".to_owned(),
        entry_day: "21.8.2023".to_owned(),
        reason: "Syy".to_owned(),
        ..ClaimDraft::default()
    }
}

async fn try_record(
    world: &World,
    of: ProjectId,
    kind: ClaimKind,
    draft: &ClaimDraft,
) -> Result<(), Refusal> {
    let finance = actor(Role::Finance);
    let recorded = payment_claims::record(&world.register, finance, None, of, kind, draft).await;
    recorded.map(|_| ())
}

pub(crate) async fn record(world: &World, of: ProjectId, kind: ClaimKind, draft: &ClaimDraft) {
    let recorded = try_record(world, of, kind, draft).await;
    recorded.unwrap_or_else(|refused| panic!("{kind:?} {draft:?}: {refused:?}"));
}

pub(crate) async fn sheet(world: &World) -> ClaimSheet {
    let sheet = views::sheet(&world.register, preparer(), &slug("oma-hanke")).await;
    sheet.expect("a sheet")
}

fn euros(euros: i64) -> Option<Money> {
    Some(Money::from_cents(euros * 100))
}

async fn a_claim_goes_from_draft_to_money_and_the_advance_is_deducted(world: &World) {
    let project = own_project(world).await;
    record(world, project, ClaimKind::AdvanceReceived, &step("")).await;
    let first = made("1.10.2022", "31.3.2023", "3 000", "600");
    record(world, project, ClaimKind::Made, &first).await;
    let claims = sheet(world).await;
    // 70 % of 3 000 + 1 200 euros, less 600 of the advance.
    assert_eq!(Some(claims.book.claims[0].content.applied), euros(2_340));
    assert_eq!(claims.book.advance_left(), euros(1_400));
    assert_eq!(claims.book.waiting(), euros(0), "a draft waits for nothing");

    record(world, project, ClaimKind::Sent, &step("1")).await;
    assert_eq!(sheet(world).await.book.waiting(), euros(2_340));
    let less = ClaimDraft {
        granted: "2 000".to_owned(),
        ..step("1")
    };
    record(world, project, ClaimKind::Decided, &less).await;
    assert_eq!(sheet(world).await.book.waiting(), euros(2_000));
    record(world, project, ClaimKind::Paid, &step("1")).await;
    let claims = sheet(world).await;
    assert_eq!(claims.book.claims[0].stage, ClaimStage::Paid);
    assert_eq!(
        (claims.book.waiting(), claims.book.paid()),
        (euros(0), euros(2_000))
    );
    assert_eq!(claims.book.realised_in_all(), euros(4_200));
    assert_eq!(claims.entries.len(), 5);
    assert_eq!(claims.entries[0].office, "Virka finance");

    // What was recorded by mistake is taken back, and the money is waited for again.
    record(world, project, ClaimKind::TakenBack, &step("1")).await;
    assert_eq!(sheet(world).await.book.waiting(), euros(2_000));
}

async fn what_is_claimed_stays_by_the_plan_it_was_made_with(world: &World) {
    let project = own_project(world).await;
    let mut draft = made("1.10.2022", "31.3.2023", "1 000", "");
    draft.funding = sheet(world)
        .await
        .funders
        .iter()
        .map(|line| ClaimFundingDraft {
            funder: line.funder.code(),
            amount: "150".to_owned(),
        })
        .collect();
    assert_eq!(draft.funding.len(), 1, "the EU and the state are asked");
    record(world, project, ClaimKind::Made, &draft).await;
    let register = &world.register;
    let saved = funding_plans::save(register, preparer(), None, project, 1, &plan("7 000")).await;
    saved.expect("half of the costs");
    record(world, project, ClaimKind::Sent, &step("1")).await;
    let second = made("1.4.2023", "30.6.2023", "1 000", "");
    record(world, project, ClaimKind::Made, &second).await;
    let claims = sheet(world).await;
    let applied = claims.book.claims.iter().map(|of| of.content.applied);
    let applied: Vec<_> = applied.map(Some).collect();
    assert_eq!(applied, [euros(980), euros(700)]);
    let versions = claims.book.claims.iter().map(|of| of.content.plan_version);
    assert_eq!(versions.collect::<Vec<_>>(), [1, 2]);
    let funder = &claims.funders[0];
    assert_eq!(
        funder.name.as_deref(),
        Some("Kajaanin ammattikorkeakoulu Oy")
    );
    assert_eq!(funder.planned, euros(2_000));
    assert_eq!(claims.book.funded(funder.funder), euros(150));
}

/// What falls due: the day, whether it is the last claim, the euros that are waited for, overdue.
async fn due(world: &World) -> Vec<(time::Date, Option<i64>, bool)> {
    let due = due_views::due(&world.register, preparer()).await;
    let lines = due.expect("a list").claims.into_iter();
    let told = lines.map(|line| {
        let waiting = match line.due {
            ClaimDue::LastClaim => None,
            ClaimDue::Payment { waiting, .. } => Some(waiting.cents() / 100),
        };
        (line.on, waiting, line.is_overdue)
    });
    told.collect()
}

/// How many the desk says to be overdue, and how many to fall due.
async fn counted(world: &World) -> (usize, usize) {
    let desk = desk::desk(&world.register, &official(Role::Finance)).await;
    let due = desk.expect("a desk").due.expect("a count").claims;
    (due.overdue, due.ahead)
}

async fn last_claims_and_waiting_money_fall_due(world: &World) {
    let project = own_project(world).await;
    assert_eq!(due(world).await, [], "it ends in thirteen months");
    let first = made("1.10.2022", "31.3.2023", "1 000", "");
    record(world, project, ClaimKind::Made, &first).await;
    record(world, project, ClaimKind::Sent, &step("1")).await;
    let paid_by = date!(2023 - 11 - 09);
    assert_eq!(due(world).await, [(paid_by, Some(980), false)]);
    assert_eq!(sheet(world).await.last_due, Some(date!(2025 - 01 - 30)));
    assert_eq!(counted(world).await, (0, 1));
    world.clock.advance(Duration::days(81));
    assert_eq!(due(world).await, [(paid_by, Some(980), true)]);
    assert_eq!(counted(world).await, (1, 0), "the desk says it");
    // On 1.11.2024 the last claim is due within ninety days.
    world.clock.advance(Duration::days(357));
    let last_due = date!(2025 - 01 - 30);
    assert_eq!(due(world).await[1], (last_due, None, false));
    let last = ClaimDraft {
        is_last_claim: "1".to_owned(),
        ..made("1.4.2023", "30.9.2024", "2 000", "")
    };
    record(world, project, ClaimKind::Made, &last).await;
    assert_eq!(due(world).await.len(), 2, "a draft is not sent");
    let sent = ClaimDraft {
        entry_day: "1.11.2024".to_owned(),
        ..step("2")
    };
    record(world, project, ClaimKind::Sent, &sent).await;
    let listed = due(world).await;
    assert_eq!(listed.len(), 2);
    assert_eq!(listed[1].1, Some(1_960), "it waits to be paid now");
    assert!(sheet(world).await.book.is_last_sent());
}

async fn what_breaks_a_rule_of_claims_is_refused(world: &World) {
    let project = own_project(world).await;
    let draft = made("1.10.2022", "31.3.2023", "1 000", "0,01");
    let refused = try_record(world, project, ClaimKind::Made, &draft).await;
    assert_eq!(codes(refused), [("deducted", "more_than_advance")]);
    let draft = made("30.9.2022", "31.3.2023", "1 000", "");
    let refused = try_record(world, project, ClaimKind::Made, &draft).await;
    assert_eq!(codes(refused), [("first_day", "outside_project_period")]);
    let large = ClaimDraft {
        amount: "2 940,01".to_owned(),
        ..step("")
    };
    let refused = try_record(world, project, ClaimKind::AdvanceReceived, &large).await;
    assert_eq!(codes(refused), [("amount", "advance_too_large")]);
    let missing = try_record(world, project, ClaimKind::Sent, &step("1")).await;
    assert_eq!(codes(missing), [("arrived_as", "unknown_choice")]);
    let case = world.case("KAJDno-2023-9").await;
    let other = world.project(case, "Toisen hanke").await;
    let draft = made("1.10.2022", "31.3.2023", "1 000", "");
    let refused = try_record(world, other, ClaimKind::Made, &draft).await;
    assert_eq!(codes(refused), [("first_day", "not_own_project")]);
    let nowhere = uuid::Uuid::from_u128(5).into();
    let refused = try_record(world, nowhere, ClaimKind::Made, &draft).await;
    assert!(matches!(refused, Err(Refusal::NotFound)), "{refused:?}");
    assert_eq!(sheet(world).await.entries, []);
}

async fn two_claims_at_once_never_claim_a_day_twice(world: &World) {
    let project = own_project(world).await;
    let draft = made("1.10.2022", "31.3.2023", "1 000", "");
    let one = try_record(world, project, ClaimKind::Made, &draft);
    let other = try_record(world, project, ClaimKind::Made, &draft);
    let (one, other) = tokio::join!(one, other);
    assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
    // The same form twice makes one claim.
    let (register, finance) = (&world.register, actor(Role::Finance));
    let next = made("1.4.2023", "30.4.2023", "1 000", "");
    for _ in 0..2 {
        let kind = ClaimKind::Made;
        let made = payment_claims::record(register, finance, key(7), project, kind, &next).await;
        made.expect("it fits");
    }
    assert_eq!(sheet(world).await.book.claims.len(), 2);
}

async fn each_entry_about_claims_is_in_the_log_and_verified(world: &World) {
    let project = own_project(world).await;
    let draft = made("1.10.2022", "31.3.2023", "1 000", "");
    record(world, project, ClaimKind::Made, &draft).await;
    record(world, project, ClaimKind::Sent, &step("1")).await;
    let events = world.events(0).await;
    let entries = events.iter().filter(|of| **of == "claim_entry_recorded");
    assert_eq!(entries.count(), 2);
    let (auditor, query) = (actor(Role::Auditor), LogQuery::default());
    let log = audit::log(&world.register, auditor, &query, Place::Last).await;
    let subject = log.expect("an auditor reads it").lines[0].subject.clone();
    assert_eq!(subject.kind, SubjectKind::ClaimEntry);
    assert_eq!(subject.page, Some(SubjectPage::Project(slug("oma-hanke"))));
    let report = verify(&world.register).await.expect("it is read");
    assert_eq!(report.breaks, []);
    assert_eq!(report.claim_entries, 2);
}

#[tokio::test]
async fn an_entry_about_claims_that_was_changed_past_the_triggers_is_found() {
    type Found = fn(&Break) -> bool;
    let of_log: Found = |found| matches!(found, Break::ClaimEntry(_));
    let of_rules: Found = |found| matches!(found, Break::Claims(_));
    let of_lists: Found = |found| matches!(found, Break::ProjectListed(_));
    for (damage, expected) in [
        (
            "drop trigger claim_entry_no_update;
             update claim_entry set fact = replace(fact, 'EURA', 'ARUE') where number = 2",
            of_log,
        ),
        (
            "drop trigger claim_entry_no_update;
             update claim_entry set waiting_cents = 1 where number = 2",
            of_rules,
        ),
        (
            "drop trigger claim_entry_no_update;
             update claim_entry set stage = 'paid' where number = 2",
            of_rules,
        ),
        (
            "drop trigger claim_entry_no_delete;
             delete from claim_entry where number = 2",
            of_log,
        ),
        ("update project set own_ends_on = null", of_lists),
    ] {
        let world = World::sqlite().await;
        let project = own_project(&world).await;
        let draft = made("1.10.2022", "31.3.2023", "1 000", "");
        record(&world, project, ClaimKind::Made, &draft).await;
        record(&world, project, ClaimKind::Sent, &step("1")).await;
        world.database.damage(damage).await;
        let report = verify(&world.register).await.expect("it is read");
        assert!(report.breaks.iter().any(expected), "{:?}", report.breaks);
    }
}
