//! The acts by which budget years are closed are only added to; the last one says how a year is.

use domain::budget::ClosingKind;
use store::{BudgetClosingRow, Store};

use crate::world::{self, at, id};
use crate::{on_both, raw};

on_both!(the_last_act_says_whether_a_year_is_closed);

async fn the_last_act_says_whether_a_year_is_closed(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let act = |number: u128, kind| BudgetClosingRow {
        id: id(number),
        year: 2022,
        kind,
        reason: "Tilinpäätös".to_owned(),
        recorded_at: at(90),
        office: "Controller".to_owned(),
    };
    assert!(!tx.is_budget_closed(2022).await.unwrap());
    let closed = act(121, ClosingKind::Closed);
    tx.add_budget_closing(&closed).await.unwrap();
    assert!(tx.is_budget_closed(2022).await.unwrap());
    assert!(!tx.is_budget_closed(2023).await.unwrap());
    // The order is that of recording, not of identities.
    let reopened = act(120, ClosingKind::Reopened);
    tx.add_budget_closing(&reopened).await.unwrap();
    assert!(!tx.is_budget_closed(2022).await.unwrap());
    let acts = tx.budget_closings(2022).await.unwrap();
    assert_eq!(acts, [reopened, closed]);
    assert_eq!(tx.budget_closings(2023).await.unwrap(), []);
    tx.commit().await.unwrap();
    for statement in [
        "delete from budget_closing",
        "update budget_closing set kind = 'closed'",
    ] {
        let mut tx = store.write().await.unwrap();
        assert!(raw!(tx, statement).is_err(), "{statement}");
    }
}
