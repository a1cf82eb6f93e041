//! Money that was free and is promised again draws on a budget that others may have used since.

use domain::budget::{BudgetDecisionDraft, BudgetRowDraft};
use domain::commitment::EntryKind;
use domain::role::Role;
use register::budget;
use register::views::budget as budget_views;

use crate::commitments::{LINE, euros, of, record, reverse, signed};
use crate::on_both;
use crate::world::{World, actor, preparer};

on_both!(undoing_a_release_that_others_have_used_is_an_excess_with_its_reason);

/// The line of 2023 gets so much.
pub(crate) async fn set_line(world: &World, amount: &str) {
    let row = BudgetRowDraft {
        appropriation: "Elinvoima".to_owned(),
        code: LINE.to_owned(),
        name: "Hankkeet".to_owned(),
        amount: amount.to_owned(),
        ..BudgetRowDraft::default()
    };
    set(world, vec![row]).await;
}

/// Sets a part of the budget of 2023.
pub(crate) async fn set(world: &World, rows: Vec<BudgetRowDraft>) {
    let draft = BudgetDecisionDraft {
        year: "2023".to_owned(),
        budget_kind: "sets".to_owned(),
        deciding_body: "Kaupunginhallitus".to_owned(),
        decided_on: "1.2.2023".to_owned(),
        section: "10".to_owned(),
        case_number: String::new(),
        subject: "Käyttösuunnitelma".to_owned(),
        rows,
        ..BudgetDecisionDraft::default()
    };
    let recorded = budget::record(&world.register, actor(Role::Finance), None, &draft).await;
    recorded.expect("it is recorded");
}

async fn undoing_a_release_that_others_have_used_is_an_excess_with_its_reason(world: &World) {
    let appropriation = BudgetRowDraft {
        appropriation: "Elinvoima".to_owned(),
        amount: "2 000".to_owned(),
        ..BudgetRowDraft::default()
    };
    set(world, vec![appropriation]).await;
    set_line(world, "2 000").await;
    let first = of(signed(world, "1", &[("2023", "granted")]).await, 1);
    record(world, first, EntryKind::Released, "2 000").await;
    signed(world, "2", &[("2023", "granted")]).await;
    let overrides = async || {
        let sheet = budget_views::budget(&world.register, preparer(), Some(2023)).await;
        sheet.expect("a sheet").overrides
    };
    assert_eq!(overrides().await, []);
    reverse(world, first, 1).await.expect("a mistake is undone");
    let [accepted] = &overrides().await[..] else {
        panic!("one excess is accepted");
    };
    assert_eq!(accepted.excess.by, euros(2_000));
    assert_eq!(accepted.decision, Some(first.decision));
    assert_eq!(accepted.reason, "Syy");
}
