//! What a year came to: realised by accrual, unused, and what next year's budget must give anew.

use domain::budget::LineOutcome;
use domain::commitment::EntryKind;
use domain::view::budget::{PaymentSheet, YearEndSheet};
use domain::view::commitment_list::Named;
use domain::{Lang, Money};
use register::tables::{self, Form};
use register::views::year_end;

use crate::commitments::{LINE, euros, of, record, signed};
use crate::on_both;
use crate::world::{World, preparer};
use crate::{budget, commitment_list};

on_both!(
    a_year_ends_with_what_was_used_and_what_stays_open,
    of_a_random_register_every_outcome_is_that_of_its_rows
);

async fn sheet(world: &World, year: u16) -> YearEndSheet {
    let sheet = year_end::year_end(&world.register, preparer(), year).await;
    sheet.expect("a sheet")
}

pub(crate) async fn payments(
    world: &World,
    year: u16,
    line: Option<Named<String>>,
) -> PaymentSheet {
    let sheet = year_end::payments(&world.register, preparer(), year, line).await;
    sheet.expect("payments")
}

async fn a_year_ends_with_what_was_used_and_what_stays_open(world: &World) {
    assert_eq!(sheet(world, 2023).await.rows, []);
    let rows = format!("Elinvoima | {LINE} | Hankkeet | 10 000");
    let rows = ["Elinvoima | | | 10 000", rows.as_str()];
    let set = budget::record(world, "sets", "2023", &rows).await;
    set.expect("the budget is recorded");
    let decision = signed(world, "7", &[("2023", "granted"), ("2023", "provided_for")]).await;
    record(world, of(decision, 1), EntryKind::Paid, "1 200").await;
    record(world, of(decision, 1), EntryKind::Recovered, "200").await;

    let of_line = |next_year| LineOutcome {
        amended: Some(euros(10_000)),
        realised: euros(1_000),
        unused: Some(euros(9_000)),
        // Of 2 000 promised 1 000 is paid and 200 came back; what is only provided for stays out.
        open: euros(800),
        next_year,
    };
    let ended = sheet(world, 2023).await;
    assert_eq!(ended.rows.len(), 1);
    assert_eq!(ended.rows[0].outcome, of_line(None));
    assert!(ended.rows[0].outcome.needs_budgeting());
    assert_eq!(ended.total, of_line(None));

    let rows = format!("Elinvoima | {LINE} | Hankkeet | 800");
    let rows = ["Elinvoima | | | 800", rows.as_str()];
    let set = budget::record(world, "sets", "2024", &rows).await;
    set.expect("next year's budget is recorded");
    let ended = sheet(world, 2023).await;
    assert_eq!(ended.rows[0].outcome, of_line(Some(euros(800))));
    assert!(!ended.rows[0].outcome.needs_budgeting());
    let file = tables::year_end(&world.register, preparer(), 2023, Form::Csv, Lang::Fi).await;
    let file = String::from_utf8(file.expect("a file")).expect("UTF-8");
    let row = format!("{LINE},Hankkeet,10000.00,1000.00,9000.00,800.00,800.00");
    assert_eq!(file.lines().nth(1), Some(row.as_str()));
}

async fn of_a_random_register_every_outcome_is_that_of_its_rows(world: &World) {
    commitment_list::sign_random(world).await;
    commitment_list::repeal_the_first(world).await;
    let mut seen = 0;
    for year in 2022..2025 {
        let ended = sheet(world, year).await;
        for row in &ended.rows {
            let line = row.code.clone().map_or(Named::Nothing, Named::Is);
            let paid = payments(world, year, Some(line.clone())).await;
            assert_eq!(row.outcome.realised, paid.total, "{line:?}");
            let of_rows = Money::checked_sum(paid.lines.iter().map(|of| of.amount));
            assert_eq!(of_rows, Some(paid.total));
            let open = commitment_list::open(world, year, line).await;
            assert_eq!(row.outcome.open, open);
            seen += 1;
        }
        let all = payments(world, year, None).await;
        assert_eq!(ended.total.realised, all.total, "{year}");
    }
    assert!(seen > 0, "there are lines");
}
