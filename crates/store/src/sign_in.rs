//! Failed sign-ins, counted against guessing.

use time::OffsetDateTime;

use crate::error::RowOf;
use crate::tx::{execute, fetch_optional, stored};
use crate::{StoreError, Tx};

const FAILURES: &str = "select failures, last_at from sign_in_failure where throttle_key = $1";
const COUNT: &str = "
    insert into sign_in_failure (throttle_key, failures, last_at) values ($1, 1, $2)
    on conflict (throttle_key) do update
       set failures = sign_in_failure.failures + 1, last_at = excluded.last_at";
const CLEAR: &str = "delete from sign_in_failure where throttle_key = $1";
const FORGET: &str = "delete from sign_in_failure where last_at < $1";

/// How often a sign-in failed since the last one that did not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FailedSignIns {
    /// How often.
    pub count: u32,
    /// The last time.
    pub last_at: OffsetDateTime,
}

impl Tx {
    /// The failures counted under a key (a hash of what is throttled: no address is stored).
    pub async fn failed_sign_ins(
        &mut self,
        key: &[u8; 32],
    ) -> Result<Option<FailedSignIns>, StoreError> {
        let row: Option<FailureRow> = fetch_optional!(self, FAILURES, &key[..])?;
        row.map(|row| {
            let of = RowOf {
                table: "sign_in_failure",
                key: &"of a key",
            };
            Ok(FailedSignIns {
                count: of.read("failures", row.failures.try_into())?,
                last_at: row.last_at,
            })
        })
        .transpose()
    }

    /// Counts one more failure.
    pub async fn count_failed_sign_in(
        &mut self,
        key: &[u8; 32],
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        execute!(self, COUNT, &key[..], stored(at))?;
        Ok(())
    }

    /// Begins to count from 0 again.
    pub async fn clear_failed_sign_ins(&mut self, key: &[u8; 32]) -> Result<(), StoreError> {
        execute!(self, CLEAR, &key[..])?;
        Ok(())
    }

    /// Forgets the counts whose last failure is before a moment; says how many.
    pub async fn forget_failed_sign_ins(
        &mut self,
        before: OffsetDateTime,
    ) -> Result<u64, StoreError> {
        Ok(execute!(self, FORGET, stored(before))?)
    }
}

#[derive(sqlx::FromRow)]
struct FailureRow {
    failures: i64,
    last_at: OffsetDateTime,
}
