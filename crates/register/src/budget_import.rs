//! A decision about the budget whose rows come from a file: handed in, looked at, and recorded as a
//! whole or not at all.
//!
//! The file is kept between the steps, and read anew in each of them on a thread of its own: it is
//! what was hashed. What is confirmed is the hash of what was shown, so that neither another choice
//! of columns nor a budget that changed meanwhile is recorded unseen.

use domain::attachment::file_name;
use domain::budget::{Budget, BudgetImport, BudgetImportDraft};
use domain::form::Pairs;
use domain::id::{BudgetDecisionId, BudgetImportId, IdempotencyKey, UserId};
use domain::role::UseCase;
use domain::table::Table;
use domain::view::budget::BudgetImportSheet;
use sha2::{Digest, Sha256};
use store::{BudgetDecisionRow, BudgetImportRow, Tx};
use time::Duration;

use crate::actor::Actor;
use crate::budget;
use crate::change::{Begun, Form};
use crate::ids::new_id;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;
use crate::table_file;

/// How long a file is kept that nobody confirmed.
pub const KEPT: Duration = Duration::days(7);

/// Keeps a file of rows for a decision whose facts are typed, with the columns chosen whose names
/// are known. An official has one at a time.
pub async fn begin(
    register: &Register,
    actor: &Actor,
    year: u16,
    draft: &BudgetImportDraft,
    sent_name: &str,
    bytes: &[u8],
) -> Result<BudgetImportId, Refusal> {
    let official = may(actor)?;
    let table = table_file::read_apart(bytes.to_vec()).await;
    let mut draft = draft.clone();
    draft.facts.year = year.to_string();
    draft.facts.check_facts().into_result(())?;
    draft.recognise(&table.map_err(Refusal::NoTable)?.columns);
    let at = register.clock().now();
    let id = new_id(at)?;
    let row = BudgetImportRow {
        year,
        version: 1,
        form: draft.to_pairs(),
        file_name: file_name(sent_name).chars().take(200).collect(),
        sha256: Sha256::digest(bytes).into(),
        bytes: bytes.to_vec(),
    };
    let mut tx = register.store().write().await?;
    tx.keep_budget_import(id, official, &row, at).await?;
    tx.commit().await?;
    Ok(id)
}

/// What a kept file would record.
pub async fn sheet(
    register: &Register,
    actor: &Actor,
    id: BudgetImportId,
) -> Result<BudgetImportSheet, Refusal> {
    let official = may(actor)?;
    let (mut row, table) = kept(register, official, id).await?;
    let (budget, recorded) = budget_of(&mut register.read().await?, row.year).await?;
    let draft = BudgetImportDraft::from_pairs(&row.form);
    let shown = shown(&row, &recorded)?;
    row.bytes.clear();
    let columns = table.columns.clone();
    let read = draft.clone();
    let import = apart(move || BudgetImport::of(&table, &read, &budget)).await?;
    Ok(BudgetImportSheet {
        id,
        year: row.year,
        version: row.version,
        file_name: row.file_name,
        columns,
        draft,
        import,
        shown,
    })
}

/// Chooses which column of the file is what, and whether its signs are turned.
pub async fn choose(
    register: &Register,
    actor: &Actor,
    id: BudgetImportId,
    version: i64,
    typed: &BudgetImportDraft,
) -> Result<(), Refusal> {
    let official = may(actor)?;
    let mut tx = register.store().write().await?;
    let row = tx.budget_import(id, official).await?;
    let draft = BudgetImportDraft {
        columns: typed.columns.clone(),
        turned: typed.turned,
        ..BudgetImportDraft::from_pairs(&row.ok_or(Refusal::NotFound)?.form)
    };
    let form: Pairs = draft.to_pairs();
    let saved = tx.choose_budget_import(id, official, version, &form);
    fresh(saved.await?)?;
    Ok(tx.commit().await?)
}

/// Throws a kept file away.
pub async fn discard(
    register: &Register,
    actor: &Actor,
    id: BudgetImportId,
) -> Result<(), Refusal> {
    let official = may(actor)?;
    let mut tx = register.store().write().await?;
    tx.discard_budget_import(id, official).await?;
    Ok(tx.commit().await?)
}

/// Records what was shown, all of it or nothing. [`Refusal::Stale`] where something else would be
/// recorded than what `shown` is the hash of; findings where anything is wrong with it.
pub async fn confirm(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: BudgetImportId,
    shown: &str,
    excess_reason: &str,
) -> Result<(), Refusal> {
    let official = may(actor)?;
    let form = Form {
        name: "budget_import::confirm",
        key,
    };
    if register.was_submitted(actor, form).await? {
        return Ok(());
    }
    // The file is read before the lock is taken, so that nobody waits for that.
    let (row, table) = kept(register, official, id).await?;
    let mut change = match register.begin(actor, UseCase::ManageBudget, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let Actor::Official(official) = change.actor().clone() else {
        return Err(Refusal::Forbidden);
    };
    let now = change.tx().budget_import(id, official.id).await?;
    let (budget, recorded) = budget_of(change.tx(), row.year).await?;
    let is_same = now.is_some_and(|now| now.version == row.version);
    if !is_same || self::shown(&row, &recorded)? != shown {
        return Err(Refusal::Stale);
    }
    let draft = BudgetImportDraft::from_pairs(&row.form);
    let import = BudgetImport::of(&table, &draft, &budget);
    let decision = import
        .decision
        .ok_or(Refusal::Incomplete(import.findings))?;
    let added = BudgetDecisionRow {
        id: new_id(change.at())?,
        decision,
        recorded_at: change.at(),
        office: official.office,
    };
    change.tx().discard_budget_import(id, official.id).await?;
    let file = Some(hex::encode(row.sha256));
    budget::finish(change, &added, excess_reason, file).await
}

/// Only who keeps the budget has files for it.
fn may(actor: &Actor) -> Result<UserId, Refusal> {
    match actor.user() {
        Some(user) if actor.may(UseCase::ManageBudget) => Ok(user),
        _ => Err(Refusal::Forbidden),
    }
}

async fn kept(
    register: &Register,
    official: UserId,
    id: BudgetImportId,
) -> Result<(BudgetImportRow, Table), Refusal> {
    let row = register.read().await?.budget_import(id, official).await?;
    let row = row.ok_or(Refusal::NotFound)?;
    let table = table_file::read_apart(row.bytes.clone()).await;
    Ok((row, table.map_err(Refusal::NoTable)?))
}

async fn budget_of(tx: &mut Tx, year: u16) -> Result<(Budget, Vec<BudgetDecisionId>), Refusal> {
    let rows = tx.budget_decisions(year).await?;
    let budget = Budget::of(year, rows.iter().map(|row| &row.decision));
    Ok((budget, rows.iter().map(|row| row.id).collect()))
}

/// The hash of everything that an import is made from: decisions are never changed, so that their
/// identities stand for the budget.
fn shown(row: &BudgetImportRow, recorded: &[BudgetDecisionId]) -> Result<String, Refusal> {
    let made_from = serde_json::to_vec(&(row.year, &row.form, hex::encode(row.sha256), recorded))?;
    Ok(hex::encode(Sha256::digest(made_from)))
}

/// Does what takes long on a thread of its own.
async fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Refusal> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|_| Refusal::NoTable(domain::table::Fault::Broken))
}
