//! Files that are kept between the steps of an import: for the official who handed them in, one at
//! a time, and read anew in each step.

use domain::attachment::file_name;
use domain::form::Pairs;
use domain::id::{ImportFileId, UserId};
use domain::table::{Fault, Table};
use domain::table_import::ImportKind;
use sha2::{Digest, Sha256};
use store::ImportFileRow;
use time::Duration;

use crate::actor::Actor;
use crate::ids::new_id;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;
use crate::table_file;

/// How long a file is kept that nobody confirmed.
pub const KEPT: Duration = Duration::days(7);

/// Only who may record the rows has files for them. The account, where there is one.
pub(crate) fn may(actor: &Actor, kind: ImportKind) -> Result<Option<UserId>, Refusal> {
    if actor.may(kind.use_case()) {
        Ok(actor.user())
    } else {
        Err(Refusal::Forbidden)
    }
}

/// Only an account has a place where a file is kept.
fn official(actor: &Actor, kind: ImportKind) -> Result<UserId, Refusal> {
    may(actor, kind)?.ok_or(Refusal::Forbidden)
}

pub(crate) async fn keep(
    register: &Register,
    actor: &Actor,
    kind: ImportKind,
    form: Pairs,
    sent_name: &str,
    bytes: &[u8],
) -> Result<ImportFileId, Refusal> {
    let official = official(actor, kind)?;
    let at = register.clock().now();
    let id = new_id(at)?;
    let row = ImportFileRow {
        kind,
        version: 1,
        form,
        file_name: file_name(sent_name).chars().take(200).collect(),
        sha256: Sha256::digest(bytes).into(),
        bytes: bytes.to_vec(),
    };
    let mut tx = register.store().write().await?;
    tx.keep_import_file(id, official, &row, at).await?;
    tx.commit().await?;
    Ok(id)
}

/// A kept file as it was handed in and as a table.
pub(crate) async fn kept(
    register: &Register,
    actor: &Actor,
    kind: ImportKind,
    id: ImportFileId,
) -> Result<(ImportFileRow, Table), Refusal> {
    let official = official(actor, kind)?;
    let row = register.read().await?.import_file(id, official).await?;
    let row = row.filter(|row| row.kind == kind);
    let mut row = row.ok_or(Refusal::NotFound)?;
    let table = table_file::read_apart(std::mem::take(&mut row.bytes)).await;
    Ok((row, table.map_err(Refusal::NoTable)?))
}

/// Keeps another form beside a file, made from the one that is kept.
pub(crate) async fn choose(
    register: &Register,
    actor: &Actor,
    kind: ImportKind,
    id: ImportFileId,
    version: i64,
    chosen: impl FnOnce(&[(String, String)]) -> Pairs + Send,
) -> Result<(), Refusal> {
    let official = official(actor, kind)?;
    let mut tx = register.store().write().await?;
    let row = tx.import_file(id, official).await?;
    let row = row
        .filter(|row| row.kind == kind)
        .ok_or(Refusal::NotFound)?;
    let form = chosen(&row.form);
    fresh(tx.choose_import_file(id, official, version, &form).await?)?;
    Ok(tx.commit().await?)
}

pub(crate) async fn discard(
    register: &Register,
    actor: &Actor,
    kind: ImportKind,
    id: ImportFileId,
) -> Result<(), Refusal> {
    let official = official(actor, kind)?;
    let mut tx = register.store().write().await?;
    tx.discard_import_file(id, official).await?;
    Ok(tx.commit().await?)
}

/// Does what takes long on a thread of its own.
pub(crate) async fn apart<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Refusal> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|_| Refusal::NoTable(Fault::Broken))
}
