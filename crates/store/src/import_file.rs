//! Files that somebody is about to import. They are no facts of the register, so that nothing here
//! is a change of it.

use domain::form::Pairs;
use domain::id::{ImportFileId, UserId};
use domain::table_import::ImportKind;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::error::{RowOf, json};
use crate::tx::{execute, fetch_optional, stored};
use crate::{Saved, StoreError, Tx};

const KEEP: &str = "
    insert into import_file (id, account, kind, version, form, file_name, sha256, uploaded_at, bytes)
    values ($1, $2, $3, 1, $4, $5, $6, $7, $8)";
const KEPT: &str = "
    select kind, version, form, file_name, sha256, bytes
      from import_file
     where id = $1 and account = $2";
const CHOOSE: &str = "
    update import_file set form = $4, version = version + 1
     where id = $1 and account = $2 and version = $3";
const DISCARD: &str = "delete from import_file where id = $1 and account = $2";
const DISCARD_ALL: &str = "delete from import_file where account = $1";
const FORGET: &str = "delete from import_file where uploaded_at < $1";

/// A file that an official is about to import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportFileRow {
    /// What its rows are.
    pub kind: ImportKind,
    /// Raised with each choice of columns.
    pub version: i64,
    /// What was typed beside it, and the choice of columns.
    pub form: Pairs,
    /// The name of the file.
    pub file_name: String,
    /// The hash of its bytes.
    pub sha256: [u8; 32],
    /// Its bytes.
    pub bytes: Vec<u8>,
}

type Row = (String, i64, String, String, Vec<u8>, Vec<u8>);

impl Tx {
    /// Keeps a file of an official in the place of any other; its version becomes 1.
    pub async fn keep_import_file(
        &mut self,
        id: ImportFileId,
        official: UserId,
        row: &ImportFileRow,
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        execute!(self, DISCARD_ALL, Uuid::from(official))?;
        execute!(
            self,
            KEEP,
            Uuid::from(id),
            Uuid::from(official),
            row.kind.code(),
            json("import_file", "form", &row.form)?,
            &row.file_name,
            &row.sha256[..],
            stored(at),
            &row.bytes[..],
        )?;
        Ok(())
    }

    /// A file of an official, or `None` where it is somebody else's or gone.
    pub async fn import_file(
        &mut self,
        id: ImportFileId,
        official: UserId,
    ) -> Result<Option<ImportFileRow>, StoreError> {
        let (id, account) = (Uuid::from(id), Uuid::from(official));
        let row: Option<Row> = fetch_optional!(self, KEPT, id, account)?;
        let of = RowOf {
            table: "import_file",
            key: &id,
        };
        row.map(|(kind, version, form, file_name, sha256, bytes)| {
            Ok(ImportFileRow {
                kind: of.known("kind", ImportKind::from_code(&kind))?,
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
    pub async fn choose_import_file(
        &mut self,
        id: ImportFileId,
        official: UserId,
        version: i64,
        form: &Pairs,
    ) -> Result<Saved, StoreError> {
        let form = json("import_file", "form", form)?;
        let (id, account) = (Uuid::from(id), Uuid::from(official));
        let changed = execute!(self, CHOOSE, id, account, version, form)?;
        Saved::over(version, "choosing columns", changed)
    }

    /// Throws a file of an official away.
    pub async fn discard_import_file(
        &mut self,
        id: ImportFileId,
        official: UserId,
    ) -> Result<(), StoreError> {
        execute!(self, DISCARD, Uuid::from(id), Uuid::from(official))?;
        Ok(())
    }

    /// Forgets the files from before a moment; says how many.
    pub async fn forget_import_files(&mut self, before: OffsetDateTime) -> Result<u64, StoreError> {
        Ok(execute!(self, FORGET, stored(before))?)
    }
}
