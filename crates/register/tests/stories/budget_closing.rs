//! Closed years: nothing of them changes until they are opened again with a reason.

use domain::budget::{BudgetDecisionDraft, BudgetRowDraft, ClosingKind};
use domain::commitment::{CommitmentKey, EntryDraft, EntryKind};
use domain::role::Role;
use register::views::budget as views;
use register::{Refusal, budget, budget_closing, commitments, verify};
use time::Duration;

use crate::commitments::{LINE, of, record as record_entry, reverse, signed};
use crate::on_both;
use crate::world::{World, actor, codes, key, preparer};

on_both!(
    a_closed_year_takes_neither_budget_nor_payments_until_it_is_opened_again,
    a_year_is_closed_once_with_a_reason_and_only_after_it_has_ended,
);

async fn act(world: &World, year: u16, kind: ClosingKind, reason: &str) -> Result<(), Refusal> {
    let finance = actor(Role::Finance);
    budget_closing::record(&world.register, finance, None, year, kind, reason).await
}

async fn pay(world: &World, of: CommitmentKey, year: &str) -> Result<(), Refusal> {
    let draft = EntryDraft {
        amount: "100".to_owned(),
        invoice: "L-1".to_owned(),
        voucher: "T-1".to_owned(),
        ledger_account: "4300".to_owned(),
        cost_centre: "2911".to_owned(),
        posting_year: year.to_owned(),
        entry_day: "21.8.2023".to_owned(),
        ..EntryDraft::default()
    };
    let (register, finance) = (&world.register, actor(Role::Finance));
    let paid = commitments::record(register, finance, None, of, EntryKind::Paid, &draft).await;
    paid.map(|_| ())
}

/// Sets the line of 2023.
async fn set_line(world: &World, amount: &str) -> Result<(), Refusal> {
    let draft = BudgetDecisionDraft {
        year: "2023".to_owned(),
        budget_kind: "sets".to_owned(),
        deciding_body: "Kaupunginhallitus".to_owned(),
        decided_on: "1.2.2023".to_owned(),
        section: "10".to_owned(),
        subject: "Käyttösuunnitelma".to_owned(),
        rows: vec![BudgetRowDraft {
            appropriation: "Elinvoima".to_owned(),
            code: LINE.to_owned(),
            name: "Hankkeet".to_owned(),
            amount: amount.to_owned(),
            ..BudgetRowDraft::default()
        }],
        ..BudgetDecisionDraft::default()
    };
    budget::record(&world.register, actor(Role::Finance), None, &draft).await
}

async fn a_closed_year_takes_neither_budget_nor_payments_until_it_is_opened_again(world: &World) {
    let lines = [("2023", "granted"), ("2024", "granted")];
    let decision = signed(world, "5", &lines).await;
    let (first, second) = (of(decision, 1), of(decision, 2));
    record_entry(world, first, EntryKind::Paid, "300").await;
    world.clock.advance(Duration::days(164));
    act(world, 2023, ClosingKind::Closed, "Tilinpäätös")
        .await
        .expect("it has ended");
    let sheet = views::budget(&world.register, preparer(), Some(2023)).await;
    let sheet = sheet.expect("a sheet");
    assert!(sheet.is_closed() && sheet.has_ended);
    assert_eq!(sheet.closings[0].reason, "Tilinpäätös");
    assert_eq!(sheet.closings[0].office, "Virka finance");

    let refused = pay(world, first, "2023").await;
    assert_eq!(codes(refused), [("posting_year", "year_closed")]);
    assert_eq!(
        codes(reverse(world, first, 1).await),
        [("reason", "year_closed")],
        "nor is a payment of it undone"
    );
    pay(world, second, "2024").await.expect("that year is open");
    let promised = sheet.promised;
    let refused = set_line(world, "1 000").await;
    assert_eq!(codes(refused), [("budget_kind", "year_closed")]);
    // A release moves no money of the year.
    record_entry(world, first, EntryKind::Released, "10").await;

    act(world, 2023, ClosingKind::Reopened, "Virhe tositteessa")
        .await
        .expect("it is closed");
    reverse(world, first, 1).await.expect("the year is open");
    set_line(world, "5 000").await.expect("the year is open");
    let sheet = views::budget(&world.register, preparer(), Some(2023)).await;
    let sheet = sheet.expect("a sheet");
    assert!(!sheet.is_closed());
    assert_eq!(sheet.closings.len(), 2);
    assert_ne!(sheet.promised, promised);
    let report = verify::verify(&world.register).await.expect("it is read");
    assert_eq!(report.breaks, []);
}

async fn a_year_is_closed_once_with_a_reason_and_only_after_it_has_ended(world: &World) {
    let (register, finance) = (&world.register, actor(Role::Finance));
    for (year, kind, reason, code) in [
        (2023, ClosingKind::Closed, "Syy", "year_not_ended"),
        (2022, ClosingKind::Closed, "", "missing"),
        (2022, ClosingKind::Reopened, "Syy", "year_not_closed"),
    ] {
        assert_eq!(
            codes(act(world, year, kind, reason).await),
            [("reason", code)]
        );
    }
    for _ in 0..2 {
        let kind = ClosingKind::Closed;
        let done = budget_closing::record(register, finance, key(7), 2022, kind, "Syy").await;
        done.expect("the same form twice closes once");
    }
    let again = act(world, 2022, ClosingKind::Closed, "Syy").await;
    assert_eq!(codes(again), [("reason", "year_closed")]);
    let events = world.events(0).await;
    assert_eq!(events.last(), Some(&"budget_year_closed"));
    let other = views::budget(register, preparer(), Some(2021)).await;
    assert!(!other.expect("a sheet").is_closed());
}
