//! A decision about the budget whose rows come from a file: handed in, looked at, and recorded as a
//! whole or not at all.
//!
//! The file is kept between the steps, and read anew in each of them on a thread of its own: it is
//! what was hashed. What is confirmed is the hash of what was shown, so that neither another choice
//! of columns nor a budget that changed meanwhile is recorded unseen.

use domain::budget::{Budget, BudgetImport, BudgetImportDraft};
use domain::id::{BudgetDecisionId, IdempotencyKey, ImportFileId};
use domain::role::UseCase;
use domain::table_import::ImportKind;
use domain::view::budget::BudgetImportSheet;
use sha2::{Digest, Sha256};
use store::{BudgetDecisionRow, ImportFileRow, Tx};

use crate::actor::Actor;
use crate::budget;
use crate::change::{Begun, Form};
use crate::ids::new_id;
use crate::refusal::Refusal;
use crate::register::Register;
use crate::table_file;
use crate::table_import::files::{self, apart, may};

const KIND: ImportKind = ImportKind::Budget;

/// Keeps a file of rows for a decision whose facts are typed, with the columns chosen whose names
/// are known. An official has one at a time.
pub async fn begin(
    register: &Register,
    actor: &Actor,
    year: u16,
    draft: &BudgetImportDraft,
    sent_name: &str,
    bytes: &[u8],
) -> Result<ImportFileId, Refusal> {
    may(actor, KIND)?;
    let table = table_file::read_apart(bytes.to_vec()).await;
    let mut draft = draft.clone();
    draft.facts.year = year.to_string();
    draft.facts.check_facts().into_result(())?;
    draft.recognise(&table.map_err(Refusal::NoTable)?.columns);
    files::keep(register, actor, KIND, draft.to_pairs(), sent_name, bytes).await
}

/// What a kept file would record.
pub async fn sheet(
    register: &Register,
    actor: &Actor,
    id: ImportFileId,
) -> Result<BudgetImportSheet, Refusal> {
    let (row, table) = files::kept(register, actor, KIND, id).await?;
    let draft = BudgetImportDraft::from_pairs(&row.form);
    let year = year_of(&draft)?;
    let (budget, recorded) = budget_of(&mut register.read().await?, year).await?;
    let shown = shown(&row, &recorded)?;
    let columns = table.columns.clone();
    let read = draft.clone();
    let import = apart(move || BudgetImport::of(&table, &read, &budget)).await?;
    Ok(BudgetImportSheet {
        id,
        year,
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
    id: ImportFileId,
    version: i64,
    typed: &BudgetImportDraft,
) -> Result<(), Refusal> {
    let chosen = |form: &[(String, String)]| {
        let draft = BudgetImportDraft {
            columns: typed.columns.clone(),
            turned: typed.turned,
            ..BudgetImportDraft::from_pairs(form)
        };
        draft.to_pairs()
    };
    files::choose(register, actor, KIND, id, version, chosen).await
}

/// Throws a kept file away.
pub async fn discard(register: &Register, actor: &Actor, id: ImportFileId) -> Result<(), Refusal> {
    files::discard(register, actor, KIND, id).await
}

/// Records what was shown, all of it or nothing. [`Refusal::Stale`] where something else would be
/// recorded than what `shown` is the hash of; findings where anything is wrong with it.
pub async fn confirm(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: ImportFileId,
    shown: &str,
    excess_reason: &str,
) -> Result<(), Refusal> {
    may(actor, KIND)?;
    let form = Form {
        name: "budget_import::confirm",
        key,
    };
    if register.was_submitted(actor, form).await? {
        return Ok(());
    }
    // The file is read before the lock is taken, so that nobody waits for that.
    let (row, table) = files::kept(register, actor, KIND, id).await?;
    let draft = BudgetImportDraft::from_pairs(&row.form);
    let year = year_of(&draft)?;
    let mut change = match register.begin(actor, UseCase::ManageBudget, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let official = change.official()?;
    let now = change.tx().import_file(id, official.id).await?;
    let (budget, recorded) = budget_of(change.tx(), year).await?;
    let is_same = now.is_some_and(|now| now.version == row.version);
    if !is_same || self::shown(&row, &recorded)? != shown {
        return Err(Refusal::Stale);
    }
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
    change.tx().discard_import_file(id, official.id).await?;
    let file = Some(hex::encode(row.sha256));
    budget::finish(change, &added, excess_reason, file).await
}

/// The year that was checked when the file was handed in.
fn year_of(draft: &BudgetImportDraft) -> Result<u16, Refusal> {
    draft.facts.typed_year().ok_or(Refusal::NotFound)
}

async fn budget_of(tx: &mut Tx, year: u16) -> Result<(Budget, Vec<BudgetDecisionId>), Refusal> {
    let rows = tx.budget_decisions(year).await?;
    let budget = Budget::of(year, rows.iter().map(|row| &row.decision));
    Ok((budget, rows.iter().map(|row| row.id).collect()))
}

/// The hash of everything that an import is made from: decisions are never changed, so that their
/// identities stand for the budget.
fn shown(row: &ImportFileRow, recorded: &[BudgetDecisionId]) -> Result<String, Refusal> {
    let made_from = serde_json::to_vec(&(&row.form, hex::encode(row.sha256), recorded))?;
    Ok(hex::encode(Sha256::digest(made_from)))
}
