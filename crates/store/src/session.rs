//! Sessions of officials, known by the hash of their token.

use domain::id::UserId;
use domain::official::Official;
use time::OffsetDateTime;

use crate::{StoreError, Tx};

/// A session that begins.
pub struct NewSession {
    /// The hash of the token in the cookie.
    pub token_hash: [u8; 32],
    /// Whose it is.
    pub user: UserId,
    /// When it begins.
    pub created_at: OffsetDateTime,
    /// When it ends at the latest.
    pub expires_at: OffsetDateTime,
}

/// A session and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Whose it is, perhaps disabled.
    pub official: Official,
    /// When it began.
    pub created_at: OffsetDateTime,
    /// When it was last used, as far as recorded.
    pub last_seen_at: OffsetDateTime,
    /// When it ends at the latest.
    pub expires_at: OffsetDateTime,
}

impl Tx {
    /// Begins a session.
    pub async fn add_session(&mut self, session: &NewSession) -> Result<(), StoreError> {
        let _ = session;
        todo!()
    }

    /// The session of a token's hash, also an expired one.
    pub async fn session(&mut self, token_hash: &[u8; 32]) -> Result<Option<Session>, StoreError> {
        let _ = token_hash;
        todo!()
    }

    /// Records that a session was used; nothing happens where it has ended.
    pub async fn touch_session(
        &mut self,
        token_hash: &[u8; 32],
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let _ = (token_hash, at);
        todo!()
    }

    /// Ends a session; `false` where there is none.
    pub async fn end_session(&mut self, token_hash: &[u8; 32]) -> Result<bool, StoreError> {
        let _ = token_hash;
        todo!()
    }

    /// Removes the sessions that expired by a moment; says how many.
    pub async fn forget_expired_sessions(
        &mut self,
        now: OffsetDateTime,
    ) -> Result<u64, StoreError> {
        let _ = now;
        todo!()
    }
}
