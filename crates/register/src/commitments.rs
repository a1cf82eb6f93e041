//! Recording what becomes of commitments: conditions met, payments, recoveries, releases, and the
//! reversal of wrong entries.

use domain::commitment::{
    CommitmentEntry, CommitmentKey, Course, EntryDays, EntryDraft, EntryKind, fits_schedule,
};
use domain::event::Event;
use domain::id::{CommitmentEntryId, DecisionId, IdempotencyKey};
use domain::role::UseCase;
use domain::view::public::Decided;
use serde::Serialize;
use serde_json::{Value, json};
use store::{CommitmentEntryRow, OverrideSource, StandingCommitment, Tx};

use crate::actor::Actor;
use crate::audit::Subject;
use crate::budget_closing::check_entry;
use crate::budget_excess::Before;
use crate::change::{Begun, Change, Form};
use crate::decisions::decided_on;
use crate::ids::new_id;
use crate::instalments::schedule;
use crate::refusal::Refusal;
use crate::register::Register;

/// Records an entry about a commitment of a signed decision. Nothing that was recorded changes: a
/// wrong entry is undone by another one. That the decision is not final stops no payment (kuntalaki
/// 143 §).
pub async fn record(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    commitment: CommitmentKey,
    kind: EntryKind,
    draft: &EntryDraft,
) -> Result<CommitmentEntryId, Refusal> {
    let form = Form {
        name: "commitments::record",
        key,
    };
    let begun = register.begin(actor, UseCase::ManageCommitments, form);
    let mut change = match begun.await? {
        Begun::Now(change) => change,
        Begun::Before(first) => return Ok(first.into()),
    };
    let official = change.official()?;
    let (standing, rows) = load(change.tx(), commitment).await?;
    let days = entry_days(&mut change, commitment.decision).await?;
    let mut course = course(standing, &rows);
    let fact = draft.read(kind, &course, days)?;
    check_entry(change.tx(), &fact, &course).await?;
    let (_, schedule) = schedule(change.tx(), commitment, &course).await?;
    fits_schedule(&fact, &course, &schedule)?;
    course.facts.push(fact.clone());
    let number = u32::try_from(course.facts.len()).unwrap_or(u32::MAX);
    let entry = CommitmentEntry {
        id: new_id(change.at())?,
        number,
        fact,
        recorded_at: change.at(),
        office: official.office,
    };
    let row = CommitmentEntryRow {
        line: commitment.line,
        moves: course.moves(number).ok_or(Refusal::NotFound)?,
        entry,
    };
    let decision = commitment.decision;
    // The reversal of a release draws on the budget again, where others may have promised since.
    let years = course.commitment.year.into_iter().collect();
    let before = Before::of(change.tx(), years).await?;
    change.tx().add_commitment_entry(decision, &row).await?;
    let source = OverrideSource::Decision(decision);
    before.accept(&mut change, source, &draft.reason).await?;
    let (event, subject) = (
        Event::CommitmentEntryRecorded,
        Subject::CommitmentEntry(row.entry.id),
    );
    change
        .finish(event, &subject, &logged(decision, &row))
        .await?;
    Ok(row.entry.id)
}

/// The days that bound what is recorded about a signed decision: nothing is paid or planned before
/// it, as far as its day is known.
pub(crate) async fn entry_days(
    change: &mut Change,
    decision: DecisionId,
) -> Result<EntryDays, Refusal> {
    let decision = change.tx().decision(decision).await?;
    let sealed = decision.as_ref().and_then(|decision| decision.sealed());
    Ok(EntryDays {
        today: change.today(),
        decided: match sealed.map(decided_on) {
            Some(Decided::On(day)) => Some(day),
            _ => None,
        },
    })
}

/// A commitment of a signed decision with its entries.
pub(crate) async fn load(
    tx: &mut Tx,
    key: CommitmentKey,
) -> Result<(StandingCommitment, Vec<CommitmentEntryRow>), Refusal> {
    let standing = tx.commitment(key).await?.ok_or(Refusal::NotFound)?;
    let rows = tx.commitment_entries(key.decision, Some(key.line)).await?;
    Ok((standing, rows))
}

/// The commitment with what its entries say.
pub(crate) fn course(standing: StandingCommitment, rows: &[CommitmentEntryRow]) -> Course {
    Course {
        commitment: standing.commitment,
        is_ended: standing.position.is_ended,
        facts: rows.iter().map(|row| row.entry.fact.clone()).collect(),
    }
}

/// What the audit log says of an entry.
pub(crate) fn logged(decision: DecisionId, row: &CommitmentEntryRow) -> Value {
    logged_entry(decision, row.line, row.entry.number, &row.entry.fact)
}

/// What it says of an entry about a line of a decision, be it of the commitment or its instalments.
pub(crate) fn logged_entry(
    decision: DecisionId,
    line: u32,
    number: u32,
    fact: &impl Serialize,
) -> Value {
    json!({ "decision": decision, "line": line, "number": number, "entry": fact })
}
