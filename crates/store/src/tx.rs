//! A transaction on either database.

use sqlx::{Postgres, Sqlite, Transaction};
use time::{OffsetDateTime, UtcOffset};

use crate::StoreError;

/// A transaction. Dropped without [`Tx::commit`], it is rolled back.
pub enum Tx {
    /// On SQLite.
    Sqlite(Transaction<'static, Sqlite>),
    /// On PostgreSQL.
    Postgres(Transaction<'static, Postgres>),
}

/// Runs one database expression on whichever driver the transaction belongs to.
///
/// The expression is repeated in both arms, so that each is checked with its own driver.
macro_rules! on_db {
    ($tx:expr, |$conn:ident| $run:expr) => {
        match $tx {
            $crate::Tx::Sqlite(tx) => {
                let $conn = &mut **tx;
                $run
            }
            $crate::Tx::Postgres(tx) => {
                let $conn = &mut **tx;
                $run
            }
        }
    };
}

/// Runs a statement with its values; gives the number of rows it changed.
macro_rules! execute {
    ($tx:expr, $sql:expr $(, $value:expr)* $(,)?) => {
        $crate::tx::on_db!($tx, |conn| sqlx::query($sql)
            $(.bind($value))*
            .execute(conn)
            .await
            .map(|done| done.rows_affected()))
    };
}

/// Asks for every row.
macro_rules! fetch_all {
    ($tx:expr, $sql:expr $(, $value:expr)* $(,)?) => {
        $crate::tx::on_db!($tx, |conn| sqlx::query_as($sql)$(.bind($value))*.fetch_all(conn).await)
    };
}

/// Asks for the one row there is.
macro_rules! fetch_one {
    ($tx:expr, $sql:expr $(, $value:expr)* $(,)?) => {
        $crate::tx::on_db!($tx, |conn| sqlx::query_as($sql)$(.bind($value))*.fetch_one(conn).await)
    };
}

/// Asks for a row that may not be there.
macro_rules! fetch_optional {
    ($tx:expr, $sql:expr $(, $value:expr)* $(,)?) => {
        $crate::tx::on_db!($tx, |conn| sqlx::query_as($sql)
            $(.bind($value))*
            .fetch_optional(conn)
            .await)
    };
}

pub(crate) use {execute, fetch_all, fetch_one, fetch_optional, on_db};

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

impl Saved {
    /// Reads the row count of an update of one version of one row.
    pub(crate) fn over(
        version: i64,
        statement: &'static str,
        rows: u64,
    ) -> Result<Self, StoreError> {
        match rows {
            0 => Ok(Self::Stale),
            1 => Ok(Self::Saved {
                version: version.saturating_add(1),
            }),
            actual => Err(StoreError::RowsAffected {
                statement,
                expected: 1,
                actual,
            }),
        }
    }
}

impl Tx {
    /// Makes everything written in it permanent.
    pub async fn commit(self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(tx) => tx.commit().await?,
            Self::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }

    /// Takes everything written in it back.
    pub async fn rollback(self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(tx) => tx.rollback().await?,
            Self::Postgres(tx) => tx.rollback().await?,
        }
        Ok(())
    }
}

/// An instant in the one form that is stored, in which the order of texts is that of instants.
pub(crate) fn stored(at: OffsetDateTime) -> OffsetDateTime {
    at.to_offset(UtcOffset::UTC).truncate_to_second()
}
