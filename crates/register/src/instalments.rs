//! Recording when which part of a commitment falls due, and how far each instalment is.

use domain::commitment::{CommitmentKey, Course, EntryDays};
use domain::event::Event;
use domain::id::{DecisionId, IdempotencyKey, InstalmentEntryId};
use domain::instalment::{
    InstalmentDraft, InstalmentEntry, InstalmentFact, InstalmentKind, Schedule,
};
use domain::role::UseCase;
use serde_json::{Value, json};
use store::{InstalmentEntryRow, InstalmentLeft, StoreError, Tx};

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Form};
use crate::clock::helsinki;
use crate::commitments::{course, decided, load};
use crate::ids::new_id;
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
    let Actor::Official(official) = change.actor().clone() else {
        return Err(Refusal::Forbidden);
    };
    let (standing, rows) = load(change.tx(), commitment).await?;
    let position = standing.position;
    let course = course(standing, &rows);
    let (entries, schedule) = schedule(change.tx(), commitment, &course).await?;
    let days = EntryDays {
        today: helsinki(change.at()).date(),
        decided: decided(change.tx(), commitment.decision).await?,
    };
    let fact = draft.read(kind, &schedule, position, days)?;
    let after = schedule.after(&fact, position);
    let after = after.map_err(|_| inconsistent(commitment))?;
    let row = InstalmentEntryRow {
        line: commitment.line,
        left: InstalmentLeft::by(&after, &fact),
        entry: InstalmentEntry {
            id: new_id(change.at())?,
            number: u32::try_from(entries.len())
                .unwrap_or(u32::MAX)
                .saturating_add(1),
            fact,
            recorded_at: change.at(),
            office: official.office,
        },
    };
    let decision = commitment.decision;
    change.tx().add_instalment_entry(decision, &row).await?;
    let subject = Subject::Instalment(row.entry.id);
    let payload = logged(decision, &row);
    change
        .finish(Event::InstalmentEntryRecorded, &subject, &payload)
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
    json!({
        "decision": decision,
        "line": row.line,
        "number": row.entry.number,
        "entry": row.entry.fact,
    })
}

/// The entries are not such as the rules allow.
fn inconsistent(key: CommitmentKey) -> Refusal {
    Refusal::Store(StoreError::Inconsistent {
        table: "instalment_entry",
        column: "kind",
        row: format!("{}/{}", key.decision, key.line),
    })
}
