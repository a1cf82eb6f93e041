//! What can go wrong in the database.

use std::fmt;

/// A database did not do what was asked. Never holds a stored value.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database or its connection failed.
    #[error("the database failed: {0}")]
    Driver(DriverError),
    /// A stored value is not one that the register writes.
    #[error("column {column} of {table} {row} holds a value that the register never writes")]
    Inconsistent {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The key of the row.
        row: String,
    },
    /// A statement changed another number of rows than it must.
    #[error("{statement} changed {actual} rows instead of {expected}")]
    RowsAffected {
        /// What was asked.
        statement: &'static str,
        /// How many rows it must change.
        expected: u64,
        /// How many it changed.
        actual: u64,
    },
    /// Another row has this value already.
    #[error("another row has this {what} already")]
    Unique {
        /// What must be unique, e.g. `case_number`.
        what: &'static str,
    },
    /// The address of the database is none.
    #[error("a database is sqlite:PATH or postgres://…")]
    Address,
    /// The file cannot be opened or created.
    #[error("the database {place} cannot be opened: {cause}")]
    CannotOpen {
        /// The file.
        place: String,
        /// What the system says.
        cause: String,
    },
    /// The file is not a database at all.
    #[error("{place} is not a database")]
    NotADatabase {
        /// The file.
        place: String,
    },
    /// The database belongs to another application.
    #[error("the database {place} belongs to another application")]
    NotOurs {
        /// The file, or the name of the database.
        place: String,
    },
    /// The database can only be read.
    #[error("the database can only be read, not written")]
    ReadOnly,
    /// The database was made by a newer version of the register.
    #[error("the database was made by a newer version of the register (migration {migration})")]
    TooNew {
        /// The first migration this version does not know.
        migration: i64,
    },
    /// A migration cannot be applied, or is not the one that was applied.
    #[error("the database cannot be brought up to date: {0}")]
    Migration(String),
    /// Somebody else held the write lock too long.
    #[error("the database was busy too long")]
    Busy,
    /// There is no room left to write.
    #[error("there is no room left to write")]
    Full,
}

/// An error of a database driver, whose `Debug` prints no values either.
pub struct DriverError(sqlx::Error);

impl fmt::Debug for DriverError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for DriverError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        Self::Driver(DriverError(error))
    }
}
