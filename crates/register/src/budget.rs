//! Recording what was decided about the city's budget.

use domain::budget::{Budget, BudgetDecisionDraft};
use domain::event::Event;
use domain::id::IdempotencyKey;
use domain::role::UseCase;
use store::{BudgetDecisionRow, Tx};

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Form};
use crate::ids::new_id;
use crate::refusal::Refusal;
use crate::register::Register;

/// Rows of one decision, so that no form can fill the database.
const ROWS: usize = 500;

/// Records a decision about the budget of a year: what it sets, transfers or amends. Nothing that
/// was recorded changes; a mistake is mended by a further decision.
pub async fn record(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    draft: &BudgetDecisionDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "budget::record",
        key,
    };
    let mut change = match register.begin(actor, UseCase::ManageBudget, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let Actor::Official(official) = change.actor().clone() else {
        return Err(Refusal::Forbidden);
    };
    let mut draft = draft.clone();
    draft.compact();
    draft.rows.truncate(ROWS);
    let year = draft.typed_year().unwrap_or_default();
    let budget = load(change.tx(), year).await?;
    let decision = draft.read(&budget)?;
    let row = BudgetDecisionRow {
        id: new_id(change.at())?,
        decision,
        recorded_at: change.at(),
        office: official.office,
    };
    change.tx().add_budget_decision(&row).await?;
    let subject = Subject::Budget(row.id);
    change
        .finish(Event::BudgetDecisionRecorded, &subject, &row.decision)
        .await
}

/// The budget of a year, as the recorded decisions left it.
pub(crate) async fn load(tx: &mut Tx, year: u16) -> Result<Budget, Refusal> {
    let rows = tx.budget_decisions(year).await?;
    Ok(Budget::of(year, rows.iter().map(|row| &row.decision)))
}
