//! Recording when which part of a commitment falls due, and how far each instalment is.

use domain::commitment::{CommitmentKey, Course};
use domain::event::Event;
use domain::id::{DecisionId, IdempotencyKey, InstalmentEntryId};
use domain::instalment::{
    InstalmentDraft, InstalmentEntry, InstalmentFact, InstalmentKind, Schedule,
};
use domain::role::UseCase;
use serde_json::Value;
use store::{InstalmentEntryRow, InstalmentLeft, StoreError, Tx};

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Form};
use crate::commitments::{course, entry_days, load, logged_entry};
use crate::ids::{new_id, next_number};
use crate::refusal::Refusal;
use crate::register::Register;

/// Records an entry about the instalments of a commitment of a signed decision. Nothing that was
/// recorded changes: a wrong request is returned, and an instalment that is planned wrong is given
/// up and planned anew.
pub async fn record(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    commitment: CommitmentKey,
    kind: InstalmentKind,
    draft: &InstalmentDraft,
) -> Result<InstalmentEntryId, Refusal> {
    let form = Form {
        name: "instalments::record",
        key,
    };
    let begun = register.begin(actor, UseCase::ManageCommitments, form);
    let mut change = match begun.await? {
        Begun::Now(change) => change,
        Begun::Before(first) => return Ok(first.into()),
    };
    let official = change.official()?;
    let (standing, rows) = load(change.tx(), commitment).await?;
    let position = standing.position;
    let course = course(standing, &rows);
    let (entries, schedule) = schedule(change.tx(), commitment, &course).await?;
    let days = entry_days(&mut change, commitment.decision).await?;
    let fact = draft.read(kind, &schedule, position, days)?;
    let after = schedule.after(&fact, position);
    let after = after.map_err(|_| inconsistent(commitment))?;
    let row = InstalmentEntryRow {
        line: commitment.line,
        left: InstalmentLeft::by(&after, &fact),
        entry: InstalmentEntry {
            id: new_id(change.at())?,
            number: next_number(entries.len()),
            fact,
            recorded_at: change.at(),
            office: official.office,
        },
    };
    let decision = commitment.decision;
    change.tx().add_instalment_entry(decision, &row).await?;
    let (event, subject) = (
        Event::InstalmentEntryRecorded,
        Subject::Instalment(row.entry.id),
    );
    change
        .finish(event, &subject, &logged(decision, &row))
        .await?;
    Ok(row.entry.id)
}

/// The entries about the instalments of a commitment, and the schedule that follows from them.
pub(crate) async fn schedule(
    tx: &mut Tx,
    key: CommitmentKey,
    course: &Course,
) -> Result<(Vec<InstalmentEntryRow>, Schedule), Refusal> {
    let rows = tx.instalment_entries(key.decision, Some(key.line)).await?;
    let schedule = Schedule::of(&facts(&rows), course).ok_or_else(|| inconsistent(key))?;
    Ok((rows, schedule))
}

/// What the entries say, in their order.
pub(crate) fn facts(rows: &[InstalmentEntryRow]) -> Vec<InstalmentFact> {
    rows.iter().map(|row| row.entry.fact.clone()).collect()
}

/// What the audit log says of an entry.
pub(crate) fn logged(decision: DecisionId, row: &InstalmentEntryRow) -> Value {
    logged_entry(decision, row.line, row.entry.number, &row.entry.fact)
}

/// The entries are not such as the rules allow.
fn inconsistent(key: CommitmentKey) -> Refusal {
    Refusal::Store(StoreError::Inconsistent {
        table: "instalment_entry",
        column: "kind",
        row: format!("{}/{}", key.decision, key.line),
    })
}
