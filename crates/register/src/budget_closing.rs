//! Closing a budget year, and opening it again; each is an act with a reason.

use domain::budget::{ClosingKind, booked_in, read_closing};
use domain::commitment::{Course, EntryFact};
use domain::event::Event;
use domain::finding::{Finding, FindingCode, Findings};
use domain::id::IdempotencyKey;
use domain::role::UseCase;
use serde_json::json;
use store::{BudgetClosingRow, Tx};

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Form};
use crate::ids::new_id;
use crate::refusal::Refusal;
use crate::register::Register;

/// Closes a budget year that has ended, or opens it again. While it is closed, nothing is decided
/// about its budget and no payment is posted to it.
pub async fn record(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    year: u16,
    kind: ClosingKind,
    reason: &str,
) -> Result<(), Refusal> {
    let form = Form {
        name: "budget_closing::record",
        key,
    };
    let mut change = match register.begin(actor, UseCase::ManageBudget, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let official = change.official()?;
    let acts = change.tx().budget_closings(year).await?;
    let last = acts.first().map(|act| act.kind);
    let today = change.today();
    let reason = read_closing(kind, last, year, reason, today)?;
    let row = BudgetClosingRow {
        id: new_id(change.at())?,
        year,
        kind,
        reason,
        recorded_at: change.at(),
        office: official.office,
    };
    change.tx().add_budget_closing(&row).await?;
    let event = match kind {
        ClosingKind::Closed => Event::BudgetYearClosed,
        ClosingKind::Reopened => Event::BudgetYearReopened,
    };
    let payload = json!({ "year": year, "reason": row.reason });
    let subject = Subject::BudgetClosing(row.id);
    change.finish(event, &subject, &payload).await
}

/// Refuses what would change a closed year, at the field that names the year.
pub(crate) async fn check_open(tx: &mut Tx, year: u16, place: &str) -> Result<(), Refusal> {
    if tx.is_budget_closed(year).await? {
        let closed = Finding::at(place, FindingCode::YearClosed);
        return Err(Refusal::Incomplete(Findings::from(closed)));
    }
    Ok(())
}

/// Refuses an entry about a commitment that would be in the books of a closed year.
pub(crate) async fn check_entry(
    tx: &mut Tx,
    fact: &EntryFact,
    course: &Course,
) -> Result<(), Refusal> {
    match booked_in(fact, course) {
        Some((year, place)) => check_open(tx, year, place).await,
        None => Ok(()),
    }
}
