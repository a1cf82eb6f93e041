//! Recording what is claimed for projects of the city's own, and how far each claim is.

use domain::event::Event;
use domain::id::{ClaimEntryId, IdempotencyKey, ProjectId};
use domain::payment_claim::{ClaimBook, ClaimDraft, ClaimEntry, ClaimFact, ClaimKind, ClaimScope};
use domain::role::UseCase;
use serde_json::{Value, json};
use store::{ClaimEntryRow, ClaimLeft, StoreError, Tx};

use crate::actor::Actor;
use crate::audit::Subject;
use crate::cases::kept;
use crate::change::{Begun, Form};
use crate::ids::{new_id, next_number};
use crate::refusal::Refusal;
use crate::register::Register;

/// Records an entry about the payment claims of a project of the city's own. Nothing that was
/// recorded changes: a step that was wrong is taken back, and a claim that is not needed given up.
pub async fn record(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    project: ProjectId,
    kind: ClaimKind,
    draft: &ClaimDraft,
) -> Result<ClaimEntryId, Refusal> {
    let form = Form {
        name: "payment_claims::record",
        key,
    };
    let mut change = match register.begin(actor, UseCase::ManageClaims, form).await? {
        Begun::Now(change) => change,
        Begun::Before(first) => return Ok(first.into()),
    };
    let official = change.official()?;
    let of = change.tx().project(project).await?;
    let of = of.ok_or(Refusal::NotFound)?;
    kept(&mut change, of.facts.case).await?;
    let plan = change.tx().newest_plan(project).await?;
    let plan = plan.as_ref().map(|row| (row.version, &row.plan));
    let scope = ClaimScope::of(&of.facts, plan);
    let (entries, book) = book(change.tx(), project).await?;
    let fact = draft.read(kind, &book, &scope, change.today())?;
    let after = book.after(&fact).map_err(|_| inconsistent(project))?;
    let row = ClaimEntryRow {
        left: ClaimLeft::by(&after, &fact),
        entry: ClaimEntry {
            id: new_id(change.at())?,
            number: next_number(entries.len()),
            fact,
            recorded_at: change.at(),
            office: official.office,
        },
    };
    change.tx().add_claim_entry(project, &row).await?;
    let (event, subject) = (Event::ClaimEntryRecorded, Subject::ClaimEntry(row.entry.id));
    change
        .finish(event, &subject, &logged(project, &row))
        .await?;
    Ok(row.entry.id)
}

/// The entries about the claims of a project, and the book that follows from them.
pub(crate) async fn book(
    tx: &mut Tx,
    project: ProjectId,
) -> Result<(Vec<ClaimEntryRow>, ClaimBook), Refusal> {
    let rows = tx.claim_entries(project).await?;
    let book = ClaimBook::of(&facts(&rows)).ok_or_else(|| inconsistent(project))?;
    Ok((rows, book))
}

/// What the entries say, in their order.
pub(crate) fn facts(rows: &[ClaimEntryRow]) -> Vec<ClaimFact> {
    rows.iter().map(|row| row.entry.fact.clone()).collect()
}

/// What the audit log says of an entry.
pub(crate) fn logged(project: ProjectId, row: &ClaimEntryRow) -> Value {
    json!({
        "project": project,
        "number": row.entry.number,
        "entry": row.entry.fact,
    })
}

/// The entries are not such as the rules allow.
fn inconsistent(project: ProjectId) -> Refusal {
    Refusal::Store(StoreError::Inconsistent {
        table: "claim_entry",
        column: "fact",
        row: project.to_string(),
    })
}
