//! Pictures above tables: each part of a bar is the sum of rows of the table below it.

use domain::commitment::{CommitmentKey, EntryDraft, EntryKind};
use domain::instalment::{InstalmentDraft, InstalmentKind};
use domain::payment_claim::{ClaimDraft, ClaimKind};
use domain::role::Role;
use domain::view::instalment::DueSheet;
use domain::view::month::PaidMonth;
use domain::{Lang, Money};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use register::views::instalments as due_views;
use register::{commitments, instalments};
use time::{Date, Duration};
use wording::format;

use crate::commitments::{of, signed};
use crate::on_both;
use crate::payment_claims::{made, own_project, record as record_claim, sheet, step};
use crate::world::{World, actor, preparer};
use crate::year_end::payments;

on_both!(
    months_are_those_of_random_payments,
    months_are_those_of_random_instalments,
    parts_are_those_of_random_claims,
);

fn random<T: std::fmt::Debug>(strategy: impl Strategy<Value = T>) -> T {
    let tree = strategy.new_tree(&mut TestRunner::default());
    tree.expect("a value").current()
}

fn shown(amount: Money) -> String {
    format::euros(amount, Lang::Fi)
}

fn day(world: &World) -> Date {
    world.register.clock().today()
}

fn sum(amounts: impl Iterator<Item = Money>) -> Money {
    Money::checked_sum(amounts).expect("it fits")
}

async fn entry(world: &World, key: CommitmentKey, kind: EntryKind, cents: i64) {
    let draft = EntryDraft {
        amount: shown(Money::from_cents(cents)),
        reason: "Syy".to_owned(),
        invoice: "L-1".to_owned(),
        voucher: "T-1".to_owned(),
        ledger_account: "4300".to_owned(),
        cost_centre: "2911".to_owned(),
        posting_year: "2023".to_owned(),
        entry_day: format::date(day(world), Lang::Fi),
        ..EntryDraft::default()
    };
    let finance = actor(Role::Finance);
    let recorded = commitments::record(&world.register, finance, None, key, kind, &draft).await;
    recorded.unwrap_or_else(|refused| panic!("{kind:?} {draft:?}: {refused:?}"));
}

async fn months_are_those_of_random_payments(world: &World) {
    let lines = [("2023", "granted"), ("2023", "at_most")];
    let decision = signed(world, "5", &lines).await;
    let acts = (1..3_u32, 2..20_000_i64, 0..40_i64, any::<bool>());
    for (line, cents, days, comes_back) in random(vec(acts, 9)) {
        world.clock.advance(Duration::days(days));
        entry(world, of(decision, line), EntryKind::Paid, cents).await;
        if comes_back {
            entry(world, of(decision, line), EntryKind::Recovered, cents / 2).await;
        }
    }
    let mut seen = 0;
    for year in [2023, 2024] {
        let sheet = payments(world, year, None).await;
        let paid = sum(sheet.by_month.iter().map(|of| of.paid));
        let recovered = sum(sheet.by_month.iter().map(|of| of.recovered));
        assert_eq!(
            paid.checked_sub(recovered),
            Some(sheet.total),
            "the last row"
        );
        for PaidMonth {
            month,
            paid,
            recovered,
        } in &sheet.by_month
        {
            let of_month = sheet
                .lines
                .iter()
                .filter(|line| line.on.replace_day(1) == Ok(*month));
            let (came_back, was_paid): (Vec<Money>, Vec<Money>) = of_month
                .map(|line| line.amount)
                .partition(|amount| *amount < Money::ZERO);
            assert_eq!(sum(was_paid.into_iter()), *paid, "{month}");
            let came_back = sum(came_back.into_iter()).cents();
            assert_eq!(-came_back, recovered.cents(), "{month}");
            seen += 1;
        }
    }
    assert!(seen > 0, "something was paid");
}

async fn months_are_those_of_random_instalments(world: &World) {
    let lines = [("2023", "granted"), ("2023", "at_most")];
    let decision = signed(world, "5", &lines).await;
    for (line, cents, days) in random(vec((1..3_u32, 1..20_000_i64, 0..130_i64), 12)) {
        let due = day(world).checked_add(Duration::days(days));
        let draft = InstalmentDraft {
            amount: shown(Money::from_cents(cents)),
            due_day: format::date(due.expect("a day"), Lang::Fi),
            ..InstalmentDraft::default()
        };
        let (finance, key, kind) = (
            actor(Role::Finance),
            of(decision, line),
            InstalmentKind::Planned,
        );
        let planned = instalments::record(&world.register, finance, None, key, kind, &draft).await;
        planned.expect("it fits");
    }
    world.clock.advance(Duration::days(30));
    let due = due_views::due(&world.register, preparer()).await;
    let due: DueSheet = due.expect("a list");
    let all = sum(due.by_month.iter().map(|of| of.amount));
    assert_eq!(Some(all), due.open, "the last row");
    for of in &due.by_month {
        let rows = due.lines.iter().filter(|line| match of.month {
            None => line.is_overdue,
            Some(month) => !line.is_overdue && line.due_on.replace_day(1) == Ok(month),
        });
        assert_eq!(sum(rows.map(|line| line.open)), of.amount, "{of:?}");
    }
    assert!(due.by_month.len() <= 5, "what is overdue is one bar");
}

async fn parts_are_those_of_random_claims(world: &World) {
    let project = own_project(world).await;
    let claims = random(vec((1..50_000_i64, 0..5_usize, 0..101_i64), 7));
    for (number, (cents, steps, percent)) in (1..).zip(claims) {
        // One month each, from October 2022.
        let month = Date::from_calendar_date(2022, time::Month::October, 1).expect("a day");
        let first = month + Duration::days(30 * (number - 1));
        let last = first + Duration::days(29);
        let days = [first, last].map(|day| format::date(day, Lang::Fi));
        let salaries = shown(Money::from_cents(cents));
        let draft = made(&days[0], &days[1], &salaries, "");
        record_claim(world, project, ClaimKind::Made, &draft).await;
        let claim = step(&number.to_string());
        let book = sheet(world).await.book;
        let applied = book
            .claims
            .last()
            .map(|claim| claim.content.applied.cents());
        let granted = applied.expect("it is made") * percent / 100;
        let decided = ClaimDraft {
            granted: shown(Money::from_cents(granted)),
            ..claim.clone()
        };
        for (kind, draft) in [
            (ClaimKind::Sent, &claim),
            (ClaimKind::Decided, &decided),
            (ClaimKind::Paid, &claim),
        ]
        .into_iter()
        .take(if granted > 0 { steps } else { steps.min(2) })
        {
            record_claim(world, project, kind, draft).await;
        }
    }
    let book = sheet(world).await.book;
    let parts: Vec<_> = book
        .claims
        .iter()
        .filter_map(|claim| Some((claim.content.applied, claim.parts()?)))
        .collect();
    for (applied, of) in &parts {
        let all = [of.paid, of.granted, of.undecided, of.refused];
        assert!(all.iter().all(|part| *part >= Money::ZERO), "{of:?}");
        assert_eq!(sum(all.into_iter()), *applied, "the row says the same");
    }
    let waiting = parts.iter().flat_map(|(_, of)| [of.granted, of.undecided]);
    assert_eq!(Some(sum(waiting)), book.waiting(), "the last row");
    let paid = sum(parts.iter().map(|(_, of)| of.paid));
    assert_eq!(Some(paid), book.paid());
    let sent = book.sent().count();
    assert_eq!(
        sent,
        parts.len(),
        "what the authority does not have is not drawn"
    );
}
