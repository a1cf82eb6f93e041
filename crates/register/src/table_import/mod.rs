//! Tables that somebody hands in: looked at first, and recorded as a whole or not at all.
//!
//! A kind of import reads its rows against what the register has ([`against`]) and saves what comes
//! of them; everything else is the same for all. What is confirmed is the hash of the report that
//! was shown, so that nothing is recorded unseen, whatever changed meanwhile.

mod against;
pub(crate) mod files;

use domain::event::Event;
use domain::finding::Findings;
use domain::id::{IdempotencyKey, ImportFileId, LedgerMatchId};
use domain::table::Table;
use domain::table_import::ledger::LedgerMatch;
use domain::table_import::plans::NewPlan;
use domain::table_import::projects::NewProject;
use domain::table_import::{ImportDraft, ImportKind, ImportReport};
use domain::view::table_import::ImportSheet;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use store::{ImportFileRow, LedgerMatchRow};

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Change, Form};
use crate::clock::helsinki;
use crate::funding_plans;
use crate::ids::new_id;
use crate::projects;
use crate::refusal::Refusal;
use crate::register::Register;
use crate::services::office;
use crate::table_file;

use against::{Against, Planned};
use files::{apart, may};

pub use files::KEPT;

/// Says how many rows of how many are saved.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Send + Sync);

/// Keeps a file of an official, with the columns chosen whose names are known.
pub async fn begin(
    register: &Register,
    actor: &Actor,
    draft: &ImportDraft,
    sent_name: &str,
    bytes: &[u8],
) -> Result<ImportFileId, Refusal> {
    let kind = draft.kind;
    may(actor, kind)?;
    let table = table_file::read_apart(bytes.to_vec()).await;
    draft.check().into_result(())?;
    let mut draft = draft.clone();
    draft.recognise(&table.map_err(Refusal::NoTable)?.columns);
    files::keep(register, actor, kind, draft.to_pairs(), sent_name, bytes).await
}

/// What a kept file would record.
pub async fn sheet(
    register: &Register,
    actor: &Actor,
    kind: ImportKind,
    id: ImportFileId,
) -> Result<ImportSheet, Refusal> {
    let (row, table) = files::kept(register, actor, kind, id).await?;
    let draft = ImportDraft::from_pairs(kind, &row.form);
    let columns = table.columns.clone();
    let report = read(register, &draft, table).await?;
    let shown = shown(&draft, &row.sha256, &report)?;
    Ok(ImportSheet {
        id,
        version: row.version,
        file_name: row.file_name,
        columns,
        draft,
        report,
        shown,
    })
}

/// Chooses which column of a kept file is what, and whether its signs are turned.
pub async fn choose(
    register: &Register,
    actor: &Actor,
    id: ImportFileId,
    version: i64,
    typed: &ImportDraft,
) -> Result<(), Refusal> {
    let kind = typed.kind;
    let chosen = |form: &[(String, String)]| {
        let draft = ImportDraft {
            columns: typed.columns.clone(),
            turned: typed.turned,
            ..ImportDraft::from_pairs(kind, form)
        };
        draft.to_pairs()
    };
    files::choose(register, actor, kind, id, version, chosen).await
}

/// Throws a kept file away.
pub async fn discard(
    register: &Register,
    actor: &Actor,
    kind: ImportKind,
    id: ImportFileId,
) -> Result<(), Refusal> {
    files::discard(register, actor, kind, id).await
}

/// Records what was shown of a kept file, all of it or nothing. [`Refusal::Stale`] where something
/// else would be recorded than what `shown` is the hash of; findings where anything is wrong.
pub async fn confirm(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    kind: ImportKind,
    id: ImportFileId,
    shown: &str,
    progress: Progress<'_>,
) -> Result<(), Refusal> {
    may(actor, kind)?;
    if register.was_submitted(actor, form(key)).await? {
        return Ok(());
    }
    let (row, table) = files::kept(register, actor, kind, id).await?;
    let file = Recorded {
        draft: ImportDraft::from_pairs(kind, &row.form),
        sha256: row.sha256,
        table,
        kept: Some((id, row.version, shown)),
    };
    save(register, actor, key, &file, progress).await
}

/// What a file would record that is not kept.
pub async fn preview(
    register: &Register,
    actor: &Actor,
    draft: &ImportDraft,
    bytes: &[u8],
) -> Result<ImportReport, Refusal> {
    may(actor, draft.kind)?;
    let table = table_file::read_apart(bytes.to_vec()).await;
    read(register, draft, table.map_err(Refusal::NoTable)?).await
}

/// Records a file that is not kept, all of it or nothing; findings where anything is wrong.
pub async fn record(
    register: &Register,
    actor: &Actor,
    draft: &ImportDraft,
    bytes: &[u8],
    progress: Progress<'_>,
) -> Result<(), Refusal> {
    may(actor, draft.kind)?;
    let table = table_file::read_apart(bytes.to_vec()).await;
    let file = Recorded {
        draft: draft.clone(),
        sha256: Sha256::digest(bytes).into(),
        table: table.map_err(Refusal::NoTable)?,
        kept: None,
    };
    save(register, actor, None, &file, progress).await
}

const fn form(key: Option<IdempotencyKey>) -> Form {
    Form {
        name: "table_import::confirm",
        key,
    }
}

/// A file that is to be recorded.
struct Recorded<'a> {
    draft: ImportDraft,
    sha256: [u8; 32],
    table: Table,
    /// Of a kept one: which it is, at which version, and the hash of what was shown.
    kept: Option<(ImportFileId, i64, &'a str)>,
}

async fn read(
    register: &Register,
    draft: &ImportDraft,
    table: Table,
) -> Result<ImportReport, Refusal> {
    let today = helsinki(register.clock().now()).date();
    let against = Against::load(&mut register.read().await?, &table, draft, today).await?;
    let draft = draft.clone();
    apart(move || against.read(&table, &draft).0).await
}

async fn save(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    file: &Recorded<'_>,
    progress: Progress<'_>,
) -> Result<(), Refusal> {
    let kind = file.draft.kind;
    let (register, together) = register.in_one_transaction().await?;
    let mut change = match register.begin(actor, kind.use_case(), form(key)).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let today = change.today();
    let against = Against::load(change.tx(), &file.table, &file.draft, today).await?;
    let (report, planned) = against.read(&file.table, &file.draft);
    if let Some((id, version, shown)) = file.kept {
        let official = may(change.actor(), kind)?;
        let official = official.ok_or(Refusal::Forbidden)?;
        let now: Option<ImportFileRow> = change.tx().import_file(id, official).await?;
        let is_same = now.is_some_and(|now| now.version == version);
        if !is_same || self::shown(&file.draft, &file.sha256, &report)? != shown {
            return Err(Refusal::Stale);
        }
        change.tx().discard_import_file(id, official).await?;
    }
    if !report.is_ready() {
        return Err(Refusal::Incomplete(report.findings));
    }
    let hash = hex::encode(file.sha256);
    let payload = match &planned {
        Planned::Ledger(matches) => {
            match_payments(&mut change, file.sha256, matches, progress).await?;
            json!({ "year": file.draft.typed_year(), "matches": matches })
        }
        Planned::Projects(added) => json!({ "rows": added.len() }),
        Planned::Plans(saved) => json!({ "plans": saved.len(), "reason": file.draft.reason }),
    };
    let payload = logged(kind, &hash, &payload);
    let event = Event::TableImported;
    change.finish(event, &Subject::Register, &payload).await?;
    match &planned {
        Planned::Ledger(_) => {}
        Planned::Projects(added) => enter(&register, actor, added, progress).await?,
        Planned::Plans(saved) => save_plans(&register, actor, saved, progress).await?,
    }
    Ok(together.commit().await?)
}

fn logged(kind: ImportKind, file_sha256: &str, payload: &Value) -> Value {
    json!({ "kind": kind.code(), "file_sha256": file_sha256, "recorded": payload })
}

async fn match_payments(
    change: &mut Change,
    file_sha256: [u8; 32],
    matches: &[LedgerMatch],
    progress: Progress<'_>,
) -> Result<(), Refusal> {
    for (at, of) in matches.iter().enumerate() {
        let id: LedgerMatchId = new_id(change.at())?;
        let row = LedgerMatchRow {
            id,
            of: of.clone(),
            file_sha256,
            recorded_at: change.at(),
            office: office(change.actor()),
        };
        change.tx().add_ledger_match(&row).await?;
        progress(at + 1, matches.len());
    }
    Ok(())
}

/// Enters each project as the form does, with its own event.
async fn enter(
    register: &Register,
    actor: &Actor,
    added: &[NewProject],
    progress: Progress<'_>,
) -> Result<(), Refusal> {
    for (at, new) in added.iter().enumerate() {
        projects::enter(register, actor, None, new.case, &new.draft).await?;
        progress(at + 1, added.len());
    }
    Ok(())
}

/// Saves each plan as the form does, with its own event.
async fn save_plans(
    register: &Register,
    actor: &Actor,
    saved: &[NewPlan],
    progress: Progress<'_>,
) -> Result<(), Refusal> {
    let all = saved.iter().map(|new| new.rows).sum();
    let mut rows = 0;
    for new in saved {
        let (project, replaces) = (new.project, new.replaces);
        funding_plans::save(register, actor, None, project, replaces, &new.draft).await?;
        rows += new.rows;
        progress(rows, all);
    }
    Ok(())
}

/// The hash of everything that was shown of a file.
fn shown(draft: &ImportDraft, sha256: &[u8; 32], report: &ImportReport) -> Result<String, Refusal> {
    let lacking: Vec<_> = report.lacking.iter().map(|line| line.entry).collect();
    // A version is never changed, so that its number stands for what is replaced.
    let plans: Vec<_> = report
        .plans
        .iter()
        .map(|plan| (&plan.project, plan.replaces))
        .collect();
    let findings: &Findings = &report.findings;
    let form = draft.to_pairs();
    let shown = (
        draft.kind.code(),
        form,
        hex::encode(sha256),
        &report.rows,
        lacking,
        plans,
        findings,
    );
    Ok(hex::encode(Sha256::digest(serde_json::to_vec(&shown)?)))
}
