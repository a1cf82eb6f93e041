//! From a decision to its money: every sum is that of its rows, in each form, and no cent is lost.

use domain::commitment::Standing;
use domain::id::DecisionId;
use domain::view::commitment::{DecisionMoney, Parts};
use domain::{Lang, Money};
use register::Refusal;
use register::tables::{self, Form};
use register::views::decision_money::decision_money;

use crate::commitment_list::{repeal_the_first, sign_random};
use crate::on_both;
use crate::world::{World, operator, preparer};

on_both!(
    of_random_decisions_every_sum_is_that_of_its_rows,
    what_is_not_signed_has_no_money
);

async fn of_random_decisions_every_sum_is_that_of_its_rows(world: &World) {
    let decisions = sign_random(world).await;
    let ending = repeal_the_first(world).await;
    let mut told = 0;
    for decision in &decisions {
        let money = decision_money(&world.register, preparer(), *decision).await;
        let money = money.expect("it is signed");
        parts_are_what_was_promised(&money);
        files_agree(world, *decision, &money).await;
        told += money.entries.len();
    }
    assert!(told > 0, "something was recorded");
    let first = decision_money(&world.register, preparer(), decisions[0]).await;
    let lines = first.expect("it is signed").lines;
    let ended = lines
        .iter()
        .all(|line| line.position.standing() == Standing::Ended);
    assert!(ended, "another decision ended it");
    let ending = decision_money(&world.register, preparer(), ending).await;
    let ending = ending.expect("it is signed");
    assert_eq!((ending.lines.len(), ending.together), (0, Parts::default()));
}

fn parts_are_what_was_promised(money: &DecisionMoney) {
    let sum = |parts: [Money; 4]| Money::checked_sum(parts);
    for line in &money.lines {
        let of = &line.position;
        let parts = sum([of.open, of.paid, of.recovered, of.released]);
        assert_eq!(parts, Some(line.commitment.amount), "{line:?}");
    }
    let of = money.together;
    let parts = sum([of.open, of.paid, of.recovered, of.released]);
    assert_eq!(parts, Some(of.promised));
    let committed = money
        .lines
        .iter()
        .filter(|line| line.position.strength.is_committed());
    let promised = committed.map(|line| line.commitment.amount);
    assert_eq!(Money::checked_sum(promised), Some(of.promised));
}

/// The amounts of a file for programs are those of the page, column by column.
async fn files_agree(world: &World, decision: DecisionId, money: &DecisionMoney) {
    let file = tables::decision_money(&world.register, operator(), decision, Form::Json, Lang::Fi);
    let rows: Vec<serde_json::Value> =
        serde_json::from_slice(&file.await.expect("a file")).expect("JSON");
    assert_eq!(rows.len(), money.lines.len());
    for (row, line) in rows.iter().zip(&money.lines) {
        let of = &line.position;
        let amounts = [
            ("promised", of.promised),
            ("open", of.open),
            ("paid", of.paid),
            ("recovered", of.recovered),
            ("released", of.released),
        ];
        for (column, amount) in amounts {
            let read = row[format!("{column}_cents")].as_i64();
            assert_eq!(read, Some(amount.cents()), "{column} of {row}");
        }
    }
    let csv = tables::decision_money(&world.register, operator(), decision, Form::Csv, Lang::Fi);
    let csv = String::from_utf8(csv.await.expect("a file")).expect("UTF-8");
    assert_eq!(csv.lines().count(), money.lines.len() + 1, "no row of sums");
}

async fn what_is_not_signed_has_no_money(world: &World) {
    let case = world.case("KAJDno-2023-912").await;
    let draft = world.draft("kaupunginjohtaja");
    let begun = register::decisions::draft(&world.register, preparer(), None, case, None, &draft);
    let draft = begun.await.expect("a draft is begun");
    for id in [draft, uuid::Uuid::from_u128(9).into()] {
        let found = decision_money(&world.register, preparer(), id).await;
        assert!(matches!(found, Err(Refusal::NotFound)), "{found:?}");
    }
}
