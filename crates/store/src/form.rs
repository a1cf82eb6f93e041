//! Results of forms, so that a double submit is answered with the first one's.

use domain::id::{IdempotencyKey, UserId};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::error::unique;
use crate::tx::{execute, fetch_optional, stored};
use crate::{StoreError, Tx};

const ADD: &str = "
    insert into form_result (account, idempotency_key, use_case, subject, created_at)
    values ($1, $2, $3, $4, $5)";
const OF_KEY: &str = "
    select use_case, subject, created_at
      from form_result
     where account = $1 and idempotency_key = $2";
const FORGET: &str = "delete from form_result where created_at < $1";

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
        execute!(
            self,
            ADD,
            Uuid::from(result.user),
            Uuid::from(result.key),
            &result.use_case,
            result.subject,
            stored(result.at),
        )
        .map_err(unique("form"))?;
        Ok(())
    }

    /// The result of a user's key.
    pub async fn form_result(
        &mut self,
        user: UserId,
        key: IdempotencyKey,
    ) -> Result<Option<FormResult>, StoreError> {
        let row: Option<(String, Uuid, OffsetDateTime)> =
            fetch_optional!(self, OF_KEY, Uuid::from(user), Uuid::from(key))?;
        Ok(row.map(|(use_case, subject, at)| FormResult {
            key,
            user,
            use_case,
            subject,
            at,
        }))
    }

    /// Forgets the results from before a moment; says how many.
    pub async fn forget_form_results(&mut self, before: OffsetDateTime) -> Result<u64, StoreError> {
        Ok(execute!(self, FORGET, stored(before))?)
    }
}
