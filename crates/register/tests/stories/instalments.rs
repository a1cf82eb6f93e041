//! Instalments: from the plan to the last payment, what falls due, and what is refused.

use domain::commitment::{CommitmentKey, EntryDraft, EntryKind};
use domain::finding::FindingCode;
use domain::instalment::{InstalmentDraft, InstalmentKind, InstalmentStage as S};
use domain::role::Role;
use domain::view::commitment::CommitmentSheet;
use domain::view::desk::Desk;
use domain::view::instalment::{DueCount, DueCounts, DueSheet};
use register::verify::{Break, verify};
use register::views::{commitment as views, desk, instalments as due_views};
use register::{Refusal, commitments, instalments};
use time::Duration;
use time::macros::date;

use crate::commitments::{euros, of, record as record_entry, reverse, signed};
use crate::on_both;
use crate::world::{World, actor, codes, key, official, preparer};

on_both!(
    an_instalment_goes_from_plan_to_payment_and_the_rest_is_released,
    what_falls_due_within_ninety_days_is_listed_the_overdue_first,
    what_breaks_a_rule_of_instalments_is_refused,
    two_plans_at_once_never_exceed_the_commitment,
    each_entry_about_an_instalment_is_in_the_log_and_verified,
);

fn typed(instalment: &str, amount: &str, due: &str) -> InstalmentDraft {
    InstalmentDraft {
        instalment: instalment.to_owned(),
        due_day: due.to_owned(),
        amount: amount.to_owned(),
        needs: "Väliraportti".to_owned(),
        is_last: String::new(),
        arrived_as: "KAJDno-2023-5".to_owned(),
        entry_day: "21.8.2023".to_owned(),
        reason: "Syy".to_owned(),
    }
}

async fn try_record(
    world: &World,
    of: CommitmentKey,
    kind: InstalmentKind,
    draft: &InstalmentDraft,
) -> Result<(), Refusal> {
    let finance = actor(Role::Finance);
    let recorded = instalments::record(&world.register, finance, None, of, kind, draft).await;
    recorded.map(|_| ())
}

async fn record(world: &World, of: CommitmentKey, kind: InstalmentKind, draft: &InstalmentDraft) {
    let recorded = try_record(world, of, kind, draft).await;
    recorded.unwrap_or_else(|refused| panic!("{kind:?} {draft:?}: {refused:?}"));
}

async fn plan(world: &World, of: CommitmentKey, amount: &str, due: &str, is_last: bool) {
    let draft = InstalmentDraft {
        is_last: if is_last { "1" } else { "" }.to_owned(),
        ..typed("", amount, due)
    };
    record(world, of, InstalmentKind::Planned, &draft).await;
}

fn payment(amount: &str, instalment: &str) -> EntryDraft {
    EntryDraft {
        amount: amount.to_owned(),
        invoice: "L-1".to_owned(),
        voucher: "T-1".to_owned(),
        ledger_account: "4300".to_owned(),
        cost_centre: "2911".to_owned(),
        posting_year: "2023".to_owned(),
        entry_day: "21.8.2023".to_owned(),
        instalment: instalment.to_owned(),
        ..EntryDraft::default()
    }
}

async fn pay(
    world: &World,
    of: CommitmentKey,
    amount: &str,
    instalment: &str,
) -> Result<(), Refusal> {
    let (finance, draft) = (actor(Role::Finance), payment(amount, instalment));
    let register = &world.register;
    let paid = commitments::record(register, finance, None, of, EntryKind::Paid, &draft).await;
    paid.map(|_| ())
}

async fn sheet(world: &World, of: CommitmentKey) -> CommitmentSheet {
    let sheet = views::commitment(&world.register, preparer(), of).await;
    sheet.expect("a sheet")
}

/// How far each instalment is, and what of it is open in euros.
async fn stages(world: &World, of: CommitmentKey) -> Vec<(S, i64)> {
    let schedule = sheet(world, of).await.schedule;
    let all = schedule.instalments.iter();
    all.map(|of| (of.stage(), of.open().cents() / 100))
        .collect()
}

async fn due(world: &World) -> DueSheet {
    let due = due_views::due(&world.register, preparer()).await;
    due.expect("a list")
}

async fn desk_of(world: &World, role: Role) -> Desk {
    let desk = desk::desk(&world.register, &official(role)).await;
    desk.expect("a desk")
}

async fn an_instalment_goes_from_plan_to_payment_and_the_rest_is_released(world: &World) {
    let decision = signed(world, "5", &[("2023", "granted")]).await;
    let of = of(decision, 1);
    plan(world, of, "1 200", "1.9.2023", false).await;
    plan(world, of, "800", "1.12.2023", true).await;
    record(world, of, InstalmentKind::Requested, &typed("1", "", "")).await;
    record(
        world,
        of,
        InstalmentKind::Accepted,
        &typed("1", "1 000", ""),
    )
    .await;
    pay(world, of, "1 000", "1").await.expect("it is accepted");
    assert_eq!(stages(world, of).await, [(S::Paid, 0), (S::Planned, 800)]);
    let paid = sheet(world, of).await;
    let entry = paid.course.facts[0].payment().expect("a payment");
    assert_eq!(entry.instalment, Some(1), "the payment belongs to it");

    // The last one waits for the final report.
    record(world, of, InstalmentKind::Requested, &typed("2", "", "")).await;
    let early = try_record(world, of, InstalmentKind::Accepted, &typed("2", "800", "")).await;
    assert_eq!(codes(early), [("amount", "final_report_missing")]);
    let moved = typed("2", "", "1.2.2024");
    record(world, of, InstalmentKind::Moved, &moved).await;
    let report = typed("", "", "");
    record(world, of, InstalmentKind::FinalReport, &report).await;
    record(world, of, InstalmentKind::Accepted, &typed("2", "700", "")).await;
    pay(world, of, "700", "2").await.expect("it is accepted");
    assert_eq!(stages(world, of).await, [(S::Paid, 0), (S::Paid, 0)]);

    // 300 euros of the promise were never needed: they are released by an act of their own.
    let open = sheet(world, of).await.line.position.open;
    assert_eq!(open, euros(300));
    record_entry(world, of, EntryKind::Released, "300").await;
    // A payment that was undone is owed again.
    reverse(world, of, 2).await.expect("nothing rests on it");
    assert_eq!(stages(world, of).await, [(S::Paid, 0), (S::Accepted, 700)]);
    let sheet = sheet(world, of).await;
    assert_eq!(sheet.instalment_entries.len(), 8);
    assert_eq!(sheet.instalment_entries[0].office, "Virka finance");
    assert!(sheet.schedule.final_report.is_some());
}

async fn what_falls_due_within_ninety_days_is_listed_the_overdue_first(world: &World) {
    let lines = [("2023", "granted"), ("2024", "granted")];
    let decision = signed(world, "5", &lines).await;
    let (first, second) = (of(decision, 1), of(decision, 2));
    assert_eq!(due(world).await.lines, []);
    assert_eq!(
        desk_of(world, Role::Finance).await.due,
        Some(DueCounts::default())
    );
    plan(world, first, "100", "19.11.2023", false).await;
    plan(world, first, "200", "20.11.2023", false).await;
    plan(world, second, "300", "21.8.2023", true).await;
    plan(world, second, "400", "25.8.2023", false).await;
    let told = |sheet: &DueSheet| {
        let lines = sheet.lines.iter();
        lines
            .map(|line| (line.due_on, line.open.cents() / 100, line.is_overdue))
            .collect::<Vec<_>>()
    };
    let today = date!(2023 - 08 - 21);
    assert_eq!(
        told(&due(world).await),
        [
            (today, 300, false),
            (date!(2023 - 08 - 25), 400, false),
            (date!(2023 - 11 - 19), 100, false),
        ],
        "of the ninety-first day nothing"
    );
    // A week later two are overdue; a part of one is paid, and the other was moved.
    world.clock.advance(Duration::days(7));
    let moved = typed("2", "", "30.8.2023");
    record(world, second, InstalmentKind::Moved, &moved).await;
    let report = typed("", "", "");
    record(world, second, InstalmentKind::FinalReport, &report).await;
    record(
        world,
        second,
        InstalmentKind::Requested,
        &typed("1", "", ""),
    )
    .await;
    record(
        world,
        second,
        InstalmentKind::Accepted,
        &typed("1", "300", ""),
    )
    .await;
    pay(world, second, "120", "1")
        .await
        .expect("it is accepted");
    let listed = due(world).await;
    assert_eq!(
        told(&listed),
        [
            (today, 180, true),
            (date!(2023 - 08 - 30), 400, false),
            (date!(2023 - 11 - 19), 100, false),
            (date!(2023 - 11 - 20), 200, false),
        ]
    );
    assert_eq!(listed.open, Some(euros(880)), "the sum of the rows");
    let row = &listed.lines[0];
    assert_eq!((row.key, row.instalment, row.is_last), (second, 1, true));
    assert_eq!(row.needs, "Väliraportti");
    let project = row.project.as_ref().map(|(_, name)| name.as_str());
    assert_eq!(project, Some("Hanke 5"));
    let count = desk_of(world, Role::Finance).await.due.expect("a count");
    assert_eq!(count.claims, DueCount::default());
    let count = count.instalments;
    assert_eq!((count.overdue, count.ahead), (1, 3));
    assert_eq!(desk_of(world, Role::Registrar).await.due, None);
    // What is paid or given up falls due no more; nor does anything of a decision that ended.
    pay(world, second, "180", "1")
        .await
        .expect("it is accepted");
    record(world, first, InstalmentKind::Withdrawn, &typed("1", "", "")).await;
    assert_eq!(told(&due(world).await).len(), 2);
}

async fn what_breaks_a_rule_of_instalments_is_refused(world: &World) {
    let lines = [("2023", "granted"), ("2024", "provided_for")];
    let decision = signed(world, "5", &lines).await;
    let (granted, provided) = (of(decision, 1), of(decision, 2));
    let plan_of = typed("", "2 000,01", "1.9.2023");
    let above = try_record(world, granted, InstalmentKind::Planned, &plan_of).await;
    assert_eq!(codes(above), [("amount", "instalments_above_open")]);
    let noted = try_record(world, provided, InstalmentKind::Planned, &plan_of).await;
    assert_eq!(codes(noted), [("amount", "provision_is_not_paid")]);
    let early = typed("", "1", "20.8.2023");
    let early = try_record(world, granted, InstalmentKind::Planned, &early).await;
    assert_eq!(codes(early), [("due_day", "day_before_decision")]);
    plan(world, granted, "1 500", "1.9.2023", false).await;
    // Neither a release nor another payment takes what an instalment needs.
    for (kind, place) in [
        (EntryKind::Released, "amount"),
        (EntryKind::Paid, "amount"),
        (EntryKind::Lapsed, "reason"),
    ] {
        let draft = EntryDraft {
            reason: "Syy".to_owned(),
            ..payment("500,01", "")
        };
        let finance = actor(Role::Finance);
        let register = &world.register;
        let refused = commitments::record(register, finance, None, granted, kind, &draft).await;
        assert_eq!(codes(refused), [(place, "instalments_above_open")]);
    }
    for (amount, instalment, code) in [
        ("1", "1", FindingCode::InstalmentNotReady),
        ("1", "2", FindingCode::UnknownChoice),
        ("1", "x", FindingCode::UnknownChoice),
    ] {
        let refused = pay(world, granted, amount, instalment).await;
        assert_eq!(codes(refused), [("instalment", code.code())]);
    }
    pay(world, granted, "500", "").await.expect("of none");
    let missing = try_record(world, of(decision, 3), InstalmentKind::Planned, &plan_of).await;
    assert!(matches!(missing, Err(Refusal::NotFound)), "{missing:?}");
    assert_eq!(stages(world, granted).await, [(S::Planned, 1_500)]);
}

async fn two_plans_at_once_never_exceed_the_commitment(world: &World) {
    let decision = signed(world, "5", &[("2023", "granted")]).await;
    let of = of(decision, 1);
    let draft = typed("", "1 500", "1.9.2023");
    let one = try_record(world, of, InstalmentKind::Planned, &draft);
    let other = try_record(world, of, InstalmentKind::Planned, &draft);
    let (one, other) = tokio::join!(one, other);
    assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
    // The same form twice plans once.
    let (register, finance) = (&world.register, actor(Role::Finance));
    let small = typed("", "100", "1.9.2023");
    for _ in 0..2 {
        let kind = InstalmentKind::Planned;
        let planned = instalments::record(register, finance, key(7), of, kind, &small).await;
        planned.expect("it fits");
    }
    let open: i64 = stages(world, of).await.iter().map(|(_, open)| open).sum();
    assert_eq!(open, 1_600);
}

async fn each_entry_about_an_instalment_is_in_the_log_and_verified(world: &World) {
    let decision = signed(world, "5", &[("2023", "granted")]).await;
    let of = of(decision, 1);
    plan(world, of, "1 500", "1.9.2023", false).await;
    record(world, of, InstalmentKind::Requested, &typed("1", "", "")).await;
    let events = world.events(0).await;
    let entries = events
        .iter()
        .filter(|of| **of == "instalment_entry_recorded");
    assert_eq!(entries.count(), 2);
    let report = verify(&world.register).await.expect("it is read");
    assert_eq!(report.breaks, []);
    assert_eq!(report.instalment_entries, 2);
}

#[tokio::test]
async fn an_entry_about_an_instalment_that_was_changed_past_the_triggers_is_found() {
    type Found = fn(&Break) -> bool;
    let of_log: Found = |found| matches!(found, Break::InstalmentEntry(_));
    let of_rules: Found = |found| matches!(found, Break::Instalments(_, 1));
    for (damage, expected) in [
        (
            "drop trigger instalment_entry_no_update;
             update instalment_entry set words = 'Toinen' where number = 2",
            of_log,
        ),
        (
            "drop trigger instalment_entry_no_update;
             update instalment_entry set amount_cents = 300000 where number = 1",
            of_rules,
        ),
        (
            "drop trigger instalment_entry_no_update;
             update instalment_entry set stage = 'accepted' where number = 2",
            of_rules,
        ),
        (
            "drop trigger instalment_entry_no_delete;
             delete from instalment_entry where number = 2",
            of_log,
        ),
    ] {
        let world = World::sqlite().await;
        let decision = signed(&world, "5", &[("2023", "granted")]).await;
        let of = of(decision, 1);
        plan(&world, of, "1 500", "1.9.2023", false).await;
        record(&world, of, InstalmentKind::Requested, &typed("1", "", "")).await;
        world.database.damage(damage).await;
        let report = verify(&world.register).await.expect("it is read");
        assert!(report.breaks.iter().any(expected), "{:?}", report.breaks);
    }
}
