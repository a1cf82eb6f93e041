//! Files that somebody is about to import. They are no facts of the register, so that nothing here
//! is a change of it.

use domain::form::Pairs;
use domain::id::{BudgetImportId, UserId};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::error::{RowOf, json};
use crate::tx::{execute, fetch_optional, stored};
use crate::{Saved, StoreError, Tx};

const KEEP: &str = "
    insert into budget_import (id, account, year, version, form, file_name, sha256, uploaded_at, bytes)
    values ($1, $2, $3, 1, $4, $5, $6, $7, $8)";
const KEPT: &str = "
    select year, version, form, file_name, sha256, bytes
      from budget_import
     where id = $1 and account = $2";
const CHOOSE: &str = "
    update budget_import set form = $4, version = version + 1
     where id = $1 and account = $2 and version = $3";
const DISCARD: &str = "delete from budget_import where id = $1 and account = $2";
const DISCARD_ALL: &str = "delete from budget_import where account = $1";
const FORGET: &str = "delete from budget_import where uploaded_at < $1";

/// A file that an official is about to import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetImportRow {
    /// The accounting year.
    pub year: u16,
    /// Raised with each choice of columns.
    pub version: i64,
    /// The facts of the decision and the choice of columns as typed.
    pub form: Pairs,
    /// The name of the file.
    pub file_name: String,
    /// The hash of its bytes.
    pub sha256: [u8; 32],
    /// Its bytes.
    pub bytes: Vec<u8>,
}

type Row = (i64, i64, String, String, Vec<u8>, Vec<u8>);

impl Tx {
    /// Keeps a file of an official in the place of any other; its version becomes 1.
    pub async fn keep_budget_import(
        &mut self,
        id: BudgetImportId,
        official: UserId,
        row: &BudgetImportRow,
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        execute!(self, DISCARD_ALL, Uuid::from(official))?;
        execute!(
            self,
            KEEP,
            Uuid::from(id),
            Uuid::from(official),
            i64::from(row.year),
            json("budget_import", "form", &row.form)?,
            &row.file_name,
            &row.sha256[..],
            stored(at),
            &row.bytes[..],
        )?;
        Ok(())
    }

    /// A file of an official, or `None` where it is somebody else's or gone.
    pub async fn budget_import(
        &mut self,
        id: BudgetImportId,
        official: UserId,
    ) -> Result<Option<BudgetImportRow>, StoreError> {
        let (id, account) = (Uuid::from(id), Uuid::from(official));
        let row: Option<Row> = fetch_optional!(self, KEPT, id, account)?;
        let of = RowOf {
            table: "budget_import",
            key: &id,
        };
        row.map(|(year, version, form, file_name, sha256, bytes)| {
            Ok(BudgetImportRow {
                year: of.read("year", year.try_into())?,
                version,
                form: of.read("form", serde_json::from_str(&form))?,
                file_name,
                sha256: of.read("sha256", sha256.try_into())?,
                bytes,
            })
        })
        .transpose()
    }

    /// Keeps another choice of columns.
    pub async fn choose_budget_import(
        &mut self,
        id: BudgetImportId,
        official: UserId,
        version: i64,
        form: &Pairs,
    ) -> Result<Saved, StoreError> {
        let form = json("budget_import", "form", form)?;
        let (id, account) = (Uuid::from(id), Uuid::from(official));
        let changed = execute!(self, CHOOSE, id, account, version, form)?;
        Saved::over(version, "choosing columns", changed)
    }

    /// Throws a file of an official away.
    pub async fn discard_budget_import(
        &mut self,
        id: BudgetImportId,
        official: UserId,
    ) -> Result<(), StoreError> {
        execute!(self, DISCARD, Uuid::from(id), Uuid::from(official))?;
        Ok(())
    }

    /// Forgets the files from before a moment; says how many.
    pub async fn forget_budget_imports(
        &mut self,
        before: OffsetDateTime,
    ) -> Result<u64, StoreError> {
        Ok(execute!(self, FORGET, stored(before))?)
    }
}
