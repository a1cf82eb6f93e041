//! What can go wrong in the database.

use std::fmt;

use sqlx::postgres::PgDatabaseError;
use sqlx::sqlite::SqliteError;

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
    /// A value cannot be written as JSON, which no value of the register's types does.
    #[error("column {column} of {table} cannot be written as JSON")]
    NotJson {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
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
    /// The database cannot be opened or created.
    #[error("the database {place} cannot be opened: {cause}")]
    CannotOpen {
        /// The file, or host and name of the database.
        place: String,
        /// What the system says.
        cause: String,
    },
    /// Nothing was made here yet.
    #[error("there is no register at {place}")]
    NoRegister {
        /// The file, or host and name of the database.
        place: String,
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
        /// The file, or host and name of the database.
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
    /// Somebody else held the write lock, or every connection was taken, for too long.
    #[error("the database was busy too long")]
    Busy,
    /// There is no room left to write.
    #[error("there is no room left to write")]
    Full,
}

/// An error of a database driver.
///
/// PostgreSQL tells the rejected values in the details of an error; neither `Display` nor `Debug`
/// prints those.
pub struct DriverError(sqlx::Error);

impl fmt::Debug for DriverError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DriverError({})", self.0)
    }
}

impl fmt::Display for DriverError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What the register treats apart from other failures of a driver.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cause {
    Busy,
    CannotOpen,
    Full,
    NotADatabase,
    ReadOnly,
    Unique,
    Other,
}

impl Cause {
    pub(crate) fn of(error: &sqlx::Error) -> Self {
        if matches!(error, sqlx::Error::PoolTimedOut) {
            return Self::Busy;
        }
        let Some(database) = error.as_database_error() else {
            return Self::Other;
        };
        if database.is_unique_violation() {
            return Self::Unique;
        }
        let code = database.code().unwrap_or_default();
        if database.try_downcast_ref::<SqliteError>().is_some() {
            // The low byte of an extended result code is the primary one (sqlite.org/rescode.html).
            match code.parse().unwrap_or(0) & 0xff {
                5 | 6 => Self::Busy,
                8 => Self::ReadOnly,
                13 => Self::Full,
                14 => Self::CannotOpen,
                26 => Self::NotADatabase,
                _ => Self::Other,
            }
        } else if database.try_downcast_ref::<PgDatabaseError>().is_some() {
            match &*code {
                "55P03" | "57014" => Self::Busy,
                "25006" => Self::ReadOnly,
                "53100" => Self::Full,
                _ => Self::Other,
            }
        } else {
            Self::Other
        }
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match Cause::of(&error) {
            Cause::Busy => Self::Busy,
            Cause::ReadOnly => Self::ReadOnly,
            Cause::Full => Self::Full,
            Cause::CannotOpen | Cause::NotADatabase | Cause::Unique | Cause::Other => {
                Self::Driver(DriverError(error))
            }
        }
    }
}

/// Reads a violated unique constraint of a statement that can violate only one.
pub(crate) fn unique(what: &'static str) -> impl FnOnce(sqlx::Error) -> StoreError {
    move |error| match Cause::of(&error) {
        Cause::Unique => StoreError::Unique { what },
        _ => error.into(),
    }
}

/// Refuses a statement that did not change exactly one row.
pub(crate) fn one_row(statement: &'static str, actual: u64) -> Result<(), StoreError> {
    match actual {
        1 => Ok(()),
        actual => Err(StoreError::RowsAffected {
            statement,
            expected: 1,
            actual,
        }),
    }
}

/// The row a value was read from, for the error that says where it is.
pub(crate) struct RowOf<'a> {
    pub(crate) table: &'static str,
    pub(crate) key: &'a dyn fmt::Display,
}

impl RowOf<'_> {
    /// The value, or the error that names its column.
    pub(crate) fn read<T, E>(
        &self,
        column: &'static str,
        value: Result<T, E>,
    ) -> Result<T, StoreError> {
        self.known(column, value.ok())
    }

    /// The same for a value that is missing or whose code is unknown.
    pub(crate) fn known<T>(&self, column: &'static str, value: Option<T>) -> Result<T, StoreError> {
        value.ok_or_else(|| StoreError::Inconsistent {
            table: self.table,
            column,
            row: self.key.to_string(),
        })
    }
}

/// A value as the JSON that a column keeps.
pub(crate) fn json(
    table: &'static str,
    column: &'static str,
    value: &impl serde::Serialize,
) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|_| StoreError::NotJson { table, column })
}
