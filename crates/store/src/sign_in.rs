//! Failed sign-ins, counted against guessing.

use time::OffsetDateTime;

use crate::{StoreError, Tx};

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
        let _ = key;
        todo!()
    }

    /// Counts one more failure.
    pub async fn count_failed_sign_in(
        &mut self,
        key: &[u8; 32],
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let _ = (key, at);
        todo!()
    }

    /// Begins to count from 0 again.
    pub async fn clear_failed_sign_ins(&mut self, key: &[u8; 32]) -> Result<(), StoreError> {
        let _ = key;
        todo!()
    }

    /// Forgets the counts whose last failure is before a moment; says how many.
    pub async fn forget_failed_sign_ins(
        &mut self,
        before: OffsetDateTime,
    ) -> Result<u64, StoreError> {
        let _ = before;
        todo!()
    }
}
