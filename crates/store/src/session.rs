//! Sessions of officials, known by the hash of their token.

use domain::id::{SessionId, UserId};
use domain::official::Official;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::account::{OfficialRow, official_columns};
use crate::tx::{execute, fetch_all, fetch_optional, stored};
use crate::{StoreError, Tx};

const ADD: &str = "
    insert into session (token_hash, id, account, created_at, last_seen_at, expires_at)
    values ($1, $2, $3, $4, $4, $5)";
const BY_TOKEN: &str = concat!(
    "select ",
    official_columns!(),
    ", s.id as session_id, s.created_at, s.last_seen_at, s.expires_at
      from session s
      join account a on a.id = s.account
     where s.token_hash = $1"
);
const OF_ACCOUNT: &str = "
    select id as session_id, created_at, last_seen_at, expires_at
      from session
     where account = $1
     order by last_seen_at desc, created_at desc";
const END_OF_ACCOUNT: &str = "delete from session where account = $1 and id = $2";
const END_ALL: &str = "delete from session where account = $1";
const END_OTHERS: &str = "delete from session where account = $1 and id <> $2";
const TOUCH: &str = "update session set last_seen_at = $2 where token_hash = $1";
const END: &str = "delete from session where token_hash = $1";
const FORGET_EXPIRED: &str = "delete from session where expires_at <= $1";

/// A session that begins.
pub struct NewSession {
    /// The hash of the token in the cookie.
    pub token_hash: [u8; 32],
    /// Its identity, by which pages name it.
    pub id: SessionId,
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
    /// The session.
    pub open: OpenSession,
}

/// A session that was not ended, but may have expired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenSession {
    /// Its identity.
    pub id: SessionId,
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
        execute!(
            self,
            ADD,
            &session.token_hash[..],
            Uuid::from(session.id),
            Uuid::from(session.user),
            stored(session.created_at),
            stored(session.expires_at),
        )?;
        Ok(())
    }

    /// The session of a token's hash, also an expired one.
    pub async fn session(&mut self, token_hash: &[u8; 32]) -> Result<Option<Session>, StoreError> {
        let row: Option<SessionRow> = fetch_optional!(self, BY_TOKEN, &token_hash[..])?;
        row.map(Session::try_from).transpose()
    }

    /// Records that a session was used; nothing happens where it has ended.
    pub async fn touch_session(
        &mut self,
        token_hash: &[u8; 32],
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        execute!(self, TOUCH, &token_hash[..], stored(at))?;
        Ok(())
    }

    /// Ends a session; `false` where there is none.
    pub async fn end_session(&mut self, token_hash: &[u8; 32]) -> Result<bool, StoreError> {
        Ok(execute!(self, END, &token_hash[..])? == 1)
    }

    /// The sessions of an account, the last used first, also expired ones.
    pub async fn sessions_of(&mut self, user: UserId) -> Result<Vec<OpenSession>, StoreError> {
        let rows: Vec<OpenRow> = fetch_all!(self, OF_ACCOUNT, Uuid::from(user))?;
        Ok(rows.into_iter().map(OpenSession::from).collect())
    }

    /// Ends a session of an account; `false` where the account has no such session.
    pub async fn end_session_of(
        &mut self,
        user: UserId,
        id: SessionId,
    ) -> Result<bool, StoreError> {
        Ok(execute!(self, END_OF_ACCOUNT, Uuid::from(user), Uuid::from(id))? == 1)
    }

    /// Ends every session of an account; says how many.
    pub async fn end_sessions(&mut self, user: UserId) -> Result<u64, StoreError> {
        Ok(execute!(self, END_ALL, Uuid::from(user))?)
    }

    /// Ends every session of an account but one; says how many.
    pub async fn end_other_sessions(
        &mut self,
        user: UserId,
        kept: SessionId,
    ) -> Result<u64, StoreError> {
        Ok(execute!(
            self,
            END_OTHERS,
            Uuid::from(user),
            Uuid::from(kept)
        )?)
    }

    /// Removes the sessions that expired by a moment; says how many.
    pub async fn forget_expired_sessions(
        &mut self,
        now: OffsetDateTime,
    ) -> Result<u64, StoreError> {
        Ok(execute!(self, FORGET_EXPIRED, stored(now))?)
    }
}

#[derive(sqlx::FromRow)]
struct SessionRow {
    #[sqlx(flatten)]
    official: OfficialRow,
    #[sqlx(flatten)]
    open: OpenRow,
}

#[derive(sqlx::FromRow)]
struct OpenRow {
    session_id: Uuid,
    created_at: OffsetDateTime,
    last_seen_at: OffsetDateTime,
    expires_at: OffsetDateTime,
}

impl TryFrom<SessionRow> for Session {
    type Error = StoreError;

    fn try_from(row: SessionRow) -> Result<Self, StoreError> {
        Ok(Self {
            official: row.official.try_into()?,
            open: row.open.into(),
        })
    }
}

impl From<OpenRow> for OpenSession {
    fn from(row: OpenRow) -> Self {
        Self {
            id: row.session_id.into(),
            created_at: row.created_at,
            last_seen_at: row.last_seen_at,
            expires_at: row.expires_at,
        }
    }
}
