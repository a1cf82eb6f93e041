//! Files by the hash of their bytes, and the attachments of drafts.

use domain::attachment::{Attachment, AttachmentClass, MediaType};
use domain::id::{AttachmentId, DecisionId};
use uuid::Uuid;

use crate::error::{RowOf, one_row};
use crate::tx::{execute, fetch_all, fetch_one, fetch_optional};
use crate::{StoreError, Tx};

const ADD_FILE: &str = "
    insert into file (sha256, size, added_number, bytes)
    values ($1, $2, $3, $4)
    on conflict (sha256) do nothing";
const FILE_PART: &str = "
    select substr(bytes, $2, $3) from file where sha256 = $1 and disposed_at is null";
const FORGET_FILE: &str = "
    delete from file
     where sha256 = $1 and not exists (select 1 from attachment a where a.file = $1)";
const FILES_AFTER: &str = "
    select sha256, size, bytes from file
     where ($1 is null or sha256 > $1)
     order by sha256
     limit 1";
const ADD: &str = "
    insert into attachment (id, decision, place, title, file_name, media_type, class, ground, file)
    values ($1, $2, (select coalesce(max(a.place), 0) + 1 from attachment a where a.decision = $2),
            $3, $4, $5, $6, $7, $8)";
const OF_DECISION: &str = "
    select a.id, a.place, a.title, a.file_name, a.media_type, a.class, a.ground, a.file, f.size
      from attachment a
      join file f on f.sha256 = a.file
     where a.decision = $1
     order by a.place";
const REMOVE: &str = "delete from attachment where id = $1 and decision = $2";
const MOVE: &str = "update attachment set place = $3 where id = $1 and decision = $2";
const COUNT: &str = "select count(*) from attachment where decision = $1";

/// An attachment of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachmentRow {
    /// Its identity.
    pub id: AttachmentId,
    /// Its place in the order.
    pub place: i64,
    /// What would be frozen.
    pub attachment: Attachment,
}

/// A file as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRow {
    /// The hash by which it is found.
    pub sha256: [u8; 32],
    /// How many bytes it had when it came.
    pub size: u64,
    /// The bytes; `None` once they were disposed of.
    pub bytes: Option<Vec<u8>>,
}

impl Tx {
    /// Keeps the bytes of a file, once.
    pub async fn add_file(&mut self, sha256: [u8; 32], bytes: &[u8]) -> Result<(), StoreError> {
        let number = self.next_change().await?;
        let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        execute!(self, ADD_FILE, &sha256[..], size, number, bytes)?;
        Ok(())
    }

    /// At most `length` bytes of a file from a place, so that a large one is never whole in memory.
    pub async fn file_part(
        &mut self,
        sha256: [u8; 32],
        from: u64,
        length: u32,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        // SQL counts from 1, in whole numbers of 32 bits.
        let first = i32::try_from(from.saturating_add(1)).unwrap_or(i32::MAX);
        let length = i32::try_from(length).unwrap_or(i32::MAX);
        let row: Option<(Vec<u8>,)> = fetch_optional!(self, FILE_PART, &sha256[..], first, length)?;
        Ok(row.map(|(part,)| part))
    }

    /// Removes the bytes of a file that nothing is attached to any more.
    pub async fn forget_file(&mut self, sha256: [u8; 32]) -> Result<(), StoreError> {
        execute!(self, FORGET_FILE, &sha256[..])?;
        Ok(())
    }

    /// The next file in the order of hashes, whole: for checks.
    pub async fn file_after(
        &mut self,
        after: Option<[u8; 32]>,
    ) -> Result<Option<FileRow>, StoreError> {
        let after = after.map(|hash| hash.to_vec());
        let row: Option<(Vec<u8>, i64, Option<Vec<u8>>)> =
            fetch_optional!(self, FILES_AFTER, after)?;
        row.map(|(sha256, size, bytes)| {
            let of = RowOf {
                table: "file",
                key: &"of a hash",
            };
            Ok(FileRow {
                sha256: of.read("sha256", sha256.try_into())?,
                size: size.unsigned_abs(),
                bytes,
            })
        })
        .transpose()
    }

    /// Attaches a kept file to a draft, as the last one.
    pub async fn add_attachment(
        &mut self,
        id: AttachmentId,
        decision: DecisionId,
        attachment: &Attachment,
        sha256: [u8; 32],
    ) -> Result<(), StoreError> {
        execute!(
            self,
            ADD,
            Uuid::from(id),
            Uuid::from(decision),
            &attachment.title,
            &attachment.file_name,
            attachment.media_type.name(),
            attachment.class.code(),
            attachment.class.ground(),
            &sha256[..],
        )?;
        Ok(())
    }

    /// The attachments of a decision in their order, as rows of its draft.
    pub async fn attachments_of_decision(
        &mut self,
        decision: DecisionId,
    ) -> Result<Vec<AttachmentRow>, StoreError> {
        let rows: Vec<AttachmentColumns> = fetch_all!(self, OF_DECISION, Uuid::from(decision))?;
        rows.into_iter().map(AttachmentRow::try_from).collect()
    }

    /// How many attachments a decision has.
    pub async fn count_attachments(&mut self, decision: DecisionId) -> Result<u64, StoreError> {
        let (count,): (i64,) = fetch_one!(self, COUNT, Uuid::from(decision))?;
        Ok(count.unsigned_abs())
    }

    /// Removes an attachment from a draft.
    pub async fn remove_attachment(
        &mut self,
        decision: DecisionId,
        id: AttachmentId,
    ) -> Result<(), StoreError> {
        let rows = execute!(self, REMOVE, Uuid::from(id), Uuid::from(decision))?;
        one_row("an attachment of a draft", rows)
    }

    /// Exchanges the places of two attachments of a draft.
    pub async fn exchange_attachments(
        &mut self,
        decision: DecisionId,
        one: &AttachmentRow,
        other: &AttachmentRow,
    ) -> Result<(), StoreError> {
        // Two places are never the same, so the first waits beyond all of them.
        let beyond = one.place.min(other.place).saturating_neg();
        for (row, place) in [(one, beyond), (other, one.place), (one, other.place)] {
            let (id, decision) = (Uuid::from(row.id), Uuid::from(decision));
            let rows = execute!(self, MOVE, id, decision, place)?;
            one_row("an attachment of a draft", rows)?;
        }
        Ok(())
    }
}

/// Bytes in small hexadecimal digits.
fn in_hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |value: u8| char::from(DIGITS[usize::from(value & 0xf)]);
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(*byte)])
        .collect()
}

#[derive(sqlx::FromRow)]
struct AttachmentColumns {
    id: Uuid,
    place: i64,
    title: String,
    file_name: String,
    media_type: String,
    class: String,
    ground: Option<String>,
    file: Vec<u8>,
    size: i64,
}

impl TryFrom<AttachmentColumns> for AttachmentRow {
    type Error = StoreError;

    fn try_from(row: AttachmentColumns) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "attachment",
            key: &row.id,
        };
        let class = AttachmentClass::from_code(&row.class, row.ground.as_deref());
        Ok(Self {
            id: row.id.into(),
            place: row.place,
            attachment: Attachment {
                title: row.title,
                file_name: row.file_name,
                media_type: of.known("media_type", MediaType::from_name(&row.media_type))?,
                size: row.size.unsigned_abs(),
                sha256: in_hex(&row.file),
                class: of.known("class", class)?,
            },
        })
    }
}
