//! Opening a database.

use crate::{StoreError, Tx};

/// A register's database: SQLite in a file, or PostgreSQL.
#[derive(Clone)]
pub struct Store {}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Store")
    }
}

impl Store {
    /// Opens `sqlite:PATH` (created with its folder if absent) or `postgres://…`.
    pub async fn connect(url: &str) -> Result<Self, StoreError> {
        let _ = url;
        todo!()
    }

    /// Brings the tables up to date; changes nothing where they are.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        todo!()
    }

    /// Begins a transaction that writes: takes the register's write lock, waiting for it.
    pub async fn write(&self) -> Result<Tx, StoreError> {
        todo!()
    }

    /// Begins a transaction that reads one consistent state; it cannot write.
    pub async fn read(&self) -> Result<Tx, StoreError> {
        todo!()
    }

    /// The number of the last change: what a cached page is compared with.
    pub async fn data_version(&self) -> Result<i64, StoreError> {
        todo!()
    }

    /// Closes every connection, after the transactions under way.
    pub async fn close(&self) {
        todo!()
    }
}
