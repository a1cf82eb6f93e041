//! Recording what was decided about the city's budget.

use std::collections::BTreeSet;

use domain::budget::{Budget, BudgetDecisionDraft};
use domain::check::YearBudget;
use domain::event::Event;
use domain::id::{DecisionId, IdempotencyKey};
use domain::role::UseCase;
use serde_json::json;
use store::{BudgetDecisionRow, OverrideSource, Tx};

use crate::actor::Actor;
use crate::audit::Subject;
use crate::budget_closing::check_open;
use crate::budget_excess::Before;
use crate::change::{Begun, Change, Form};
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
    let official = change.official()?;
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
    finish(change, &row, &draft.excess_reason, None).await
}

/// Adds a decision that was read, accepts what it leaves with less than is promised, and finishes.
/// `file` is the hash of the file that its rows come from.
pub(crate) async fn finish(
    mut change: Box<Change>,
    row: &BudgetDecisionRow,
    excess_reason: &str,
    file: Option<String>,
) -> Result<(), Refusal> {
    // A form names the year in its address; the kind is its first field.
    check_open(change.tx(), row.decision.year, "budget_kind").await?;
    let years = BTreeSet::from([row.decision.year]);
    let before = Before::of(change.tx(), years).await?;
    change.tx().add_budget_decision(row).await?;
    let source = OverrideSource::Budget(row.id);
    let accepted = before.accept(&mut change, source, excess_reason).await?;
    let subject = Subject::Budget(row.id);
    let mut payload = json!({ "decision": row.decision, "excesses": accepted });
    if let Some(file) = file {
        payload["file_sha256"] = file.into();
    }
    change
        .finish(Event::BudgetDecisionRecorded, &subject, &payload)
        .await
}

/// A budget with what signed decisions promised from its lines; of a decision that is looked at,
/// nothing.
pub(crate) async fn with_promises(
    tx: &mut Tx,
    budget: Budget,
    but_not_of: Option<DecisionId>,
) -> Result<YearBudget, Refusal> {
    let promised = tx.promised_of_year(budget.year, but_not_of).await?;
    let promised = promised.into_iter();
    Ok(YearBudget {
        budget,
        promised: promised
            .filter_map(|(line, sum)| Some((line?, sum)))
            .collect(),
    })
}

/// The budget of a year, as the recorded decisions left it.
pub(crate) async fn load(tx: &mut Tx, year: u16) -> Result<Budget, Refusal> {
    let rows = tx.budget_decisions(year).await?;
    Ok(Budget::of(year, rows.iter().map(|row| &row.decision)))
}
