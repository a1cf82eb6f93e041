//! A transaction on either database.

use sqlx::{Postgres, Sqlite, Transaction};

use crate::StoreError;

/// A transaction. Dropped without [`Tx::commit`], it is rolled back.
pub enum Tx {
    /// On SQLite.
    Sqlite(Transaction<'static, Sqlite>),
    /// On PostgreSQL.
    Postgres(Transaction<'static, Postgres>),
}

/// Whether a change was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use = "a stale change was not saved"]
pub enum Saved {
    /// Saved; the row now has this version.
    Saved {
        /// The new version.
        version: i64,
    },
    /// Not saved: the row has another version by now, or is not there.
    Stale,
}

impl Tx {
    /// Makes everything written in it permanent.
    pub async fn commit(self) -> Result<(), StoreError> {
        todo!()
    }

    /// Takes everything written in it back.
    pub async fn rollback(self) -> Result<(), StoreError> {
        todo!()
    }
}
