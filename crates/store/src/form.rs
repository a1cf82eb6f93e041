//! Results of forms, so that a double submit is answered with the first one's.

use domain::id::{IdempotencyKey, UserId};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::{StoreError, Tx};

/// What a form did when it was first submitted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormResult {
    /// The key the form carried.
    pub key: IdempotencyKey,
    /// Who submitted it.
    pub user: UserId,
    /// What was done, by the caller's own name for it.
    pub use_case: String,
    /// What came of it.
    pub subject: Uuid,
    /// When.
    pub at: OffsetDateTime,
}

impl Tx {
    /// Keeps a result; [`StoreError::Unique`] `form` where this user's key has one.
    pub async fn add_form_result(&mut self, result: &FormResult) -> Result<(), StoreError> {
        let _ = result;
        todo!()
    }

    /// The result of a user's key.
    pub async fn form_result(
        &mut self,
        user: UserId,
        key: IdempotencyKey,
    ) -> Result<Option<FormResult>, StoreError> {
        let _ = (user, key);
        todo!()
    }

    /// Forgets the results from before a moment; says how many.
    pub async fn forget_form_results(&mut self, before: OffsetDateTime) -> Result<u64, StoreError> {
        let _ = before;
        todo!()
    }
}
