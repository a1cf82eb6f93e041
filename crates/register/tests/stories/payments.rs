//! What was paid goes to the city's ledger with the section and the case of its decision.

use domain::commitment::EntryKind;
use domain::view::commitment_list::Named;
use domain::{Lang, Money};
use register::tables::{self, Form};
use register::views::budget as budget_views;

use crate::commitments::{euros, of, record, reverse, signed};
use crate::on_both;
use crate::world::{World, preparer};
use crate::year_end::payments;

on_both!(the_ledger_gets_what_was_paid_and_came_back);

async fn the_ledger_gets_what_was_paid_and_came_back(world: &World) {
    let commitment = of(signed(world, "7", &[("2023", "granted")]).await, 1);
    record(world, commitment, EntryKind::Paid, "1 200").await;
    record(world, commitment, EntryKind::Recovered, "200").await;
    record(world, commitment, EntryKind::Paid, "500").await;
    reverse(world, commitment, 3)
        .await
        .expect("nothing rests on it");

    let sheet = payments(world, 2023, None).await;
    let amounts: Vec<Money> = sheet.lines.iter().map(|line| line.amount).collect();
    assert_eq!(amounts, [euros(1_200), euros(-200)]);
    let budget = budget_views::budget(&world.register, preparer(), Some(2023)).await;
    let paid = budget.expect("a sheet").promised.paid;
    assert_eq!(Money::checked_sum(amounts), Some(paid));
    assert_eq!(sheet.total, paid);
    assert_eq!(payments(world, 2024, None).await.lines, []);
    let none = payments(world, 2023, Some(Named::Nothing)).await;
    assert_eq!((none.lines.len(), none.total), (0, Money::ZERO));

    let file = tables::payments(&world.register, preparer(), 2023, Form::Csv, Lang::Fi).await;
    let file = file.expect("a file");
    let file = String::from_utf8(file).expect("a text");
    let lines: Vec<&str> = file.lines().collect();
    let of_decision = "2023,2911040208,kaupunginjohtaja/2023/7,KAJDno-2023-7";
    assert_eq!(
        lines[1..],
        [
            format!("2023-08-21,1200.00,T-1,L-1,4300,2911,2023,{of_decision},"),
            format!("2023-08-21,-200.00,T-1,,,,,{of_decision},"),
        ]
    );
}
