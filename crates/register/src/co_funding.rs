//! Recording what the other funders of a project decided and paid.

use domain::co_funding::{
    CoFundingBook, CoFundingDraft, CoFundingEntry, CoFundingFact, CoFundingKind, co_funders,
};
use domain::event::Event;
use domain::id::{CoFundingEntryId, IdempotencyKey, OrganisationId, ProjectId};
use domain::organisation::Organisation;
use domain::role::UseCase;
use serde_json::{Value, json};
use store::{CoFundingEntryRow, StoreError, Tx};

use crate::actor::Actor;
use crate::audit::Subject;
use crate::cases::kept;
use crate::change::{Begun, Form};
use crate::funding_plans::by_name;
use crate::ids::{new_id, next_number};
use crate::refusal::Refusal;
use crate::register::Register;

/// Records an entry about another funder of a project. Nothing that was recorded changes: an entry
/// that was wrong is undone by another.
pub async fn record(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    project: ProjectId,
    kind: CoFundingKind,
    draft: &CoFundingDraft,
) -> Result<CoFundingEntryId, Refusal> {
    let form = Form {
        name: "co_funding::record",
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
    let (entries, book) = book(change.tx(), project).await?;
    let organisations = change.tx().organisations().await?;
    let funders = funders(change.tx(), project, &book, &organisations).await?;
    let (funder, fact) = draft.read(kind, &book, &funders, change.today())?;
    let after = book.after(funder, fact.clone());
    let row = CoFundingEntryRow {
        left: after.map_err(|_| inconsistent(project))?.of_funder(funder),
        entry: CoFundingEntry {
            id: new_id(change.at())?,
            number: next_number(entries.len()),
            funder,
            fact,
            recorded_at: change.at(),
            office: official.office,
        },
    };
    change.tx().add_co_funding_entry(project, &row).await?;
    let subject = Subject::CoFundingEntry(row.entry.id);
    let payload = logged(project, &row);
    change
        .finish(Event::CoFundingEntryRecorded, &subject, &payload)
        .await?;
    Ok(row.entry.id)
}

/// The entries about the other funders of a project, and the book that follows from them.
pub(crate) async fn book(
    tx: &mut Tx,
    project: ProjectId,
) -> Result<(Vec<CoFundingEntryRow>, CoFundingBook), Refusal> {
    let rows = tx.co_funding_entries(project).await?;
    let book = CoFundingBook::of(&facts(&rows)).ok_or_else(|| inconsistent(project))?;
    Ok((rows, book))
}

/// The funders that something can be recorded of: those of the plan in force beside the city, then
/// those that only entries name.
pub(crate) async fn funders(
    tx: &mut Tx,
    project: ProjectId,
    book: &CoFundingBook,
    organisations: &[Organisation],
) -> Result<Vec<OrganisationId>, Refusal> {
    let city = city(tx, organisations).await?;
    let plan = tx.newest_plan(project).await?;
    let mut funders = plan
        .map(|row| co_funders(&row.plan, city))
        .unwrap_or_default();
    for funder in book.funders() {
        if !funders.contains(&funder) {
            funders.push(funder);
        }
    }
    Ok(funders)
}

/// The organisation that the city itself is in plans, if there is one.
pub(crate) async fn city(
    tx: &mut Tx,
    organisations: &[Organisation],
) -> Result<Option<OrganisationId>, Refusal> {
    let city = tx.register().await?.map(|register| register.city);
    Ok(city.and_then(|city| by_name(organisations, &city.name.fi)))
}

/// What the entries say, in their order.
pub(crate) fn facts(rows: &[CoFundingEntryRow]) -> Vec<(OrganisationId, CoFundingFact)> {
    rows.iter()
        .map(|row| (row.entry.funder, row.entry.fact.clone()))
        .collect()
}

/// What the audit log says of an entry.
pub(crate) fn logged(project: ProjectId, row: &CoFundingEntryRow) -> Value {
    json!({
        "project": project,
        "number": row.entry.number,
        "funder": row.entry.funder,
        "entry": row.entry.fact,
    })
}

/// The entries are not such as the rules allow.
fn inconsistent(project: ProjectId) -> Refusal {
    Refusal::Store(StoreError::Inconsistent {
        table: "co_funding_entry",
        column: "fact",
        row: project.to_string(),
    })
}
