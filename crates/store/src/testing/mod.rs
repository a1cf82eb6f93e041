//! Databases for tests, each its own and gone with it.
//!
//! PostgreSQL runs as a private cluster of the test process, started by the first test that asks
//! for it and stopped when the process ends. Its programs are found in the folder that
//! `HANKEREKISTERI_PG_BIN` names, else under `/usr/lib/postgresql`, else on the `PATH`. Where
//! there are none, the test fails and says what to install.

mod cluster;
mod synthetic;

pub use synthetic::{add_synthetic, add_synthetic_preparer};

use std::str::FromStr;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, PgConnection};
use tempfile::TempDir;

use crate::Store;
use crate::{budget, co_funding_list, commitment_entry, commitment_sums, decision, instalment};

/// The questions that are asked of commitments and their entries, each by the method that asks it,
/// for the test that looks at how a database answers them.
pub const LARGE_QUESTIONS: [(&str, &str); 10] = [
    ("promised_of_year", budget::PROMISED),
    ("commitments_of_line", budget::OF_LINE),
    ("commitment", commitment_entry::ONE),
    ("standing_commitments", commitment_entry::ALL_OF_DECISION),
    ("instalments_due", instalment::DUE),
    ("commitments_of_project", commitment_entry::OF_PROJECT),
    (
        "signed_commitments",
        decision::commitment::SIGNED_OF_PROJECT,
    ),
    ("co_funding_page", co_funding_list::PAGE),
    ("public_sums", commitment_sums::PUBLIC_BY_LINE),
    ("public_sums", commitment_sums::PUBLIC_BY_PROJECT),
];

/// The questions of lists of decisions and of search, those of SQLite and those of PostgreSQL, for
/// the test that looks at how a database answers them.
pub const LIST_QUESTIONS: [&[&str]; 2] = [
    &[
        decision::found::NEWEST_SQLITE,
        decision::found::OLDEST_SQLITE,
        decision::filtered::ALL.newest,
        decision::filtered::OF_SERIES.newest,
        decision::filtered::OF_BOTH.count,
        decision::filtered::OF_PROJECT.newest,
    ],
    &[
        decision::found::NEWEST_POSTGRES,
        decision::found::OLDEST_POSTGRES,
        decision::filtered::ALL.newest,
        decision::filtered::OF_SERIES.newest,
        decision::filtered::OF_BOTH.count,
        decision::filtered::OF_PROJECT.newest,
    ],
];

/// A database of one test.
pub struct Database {
    store: Store,
    url: String,
    /// Removed with the SQLite file in it.
    _folder: Option<TempDir>,
}

impl Database {
    /// An up-to-date SQLite database in a file of its own.
    ///
    /// # Panics
    /// Where it cannot be made: a test has nothing to go on with.
    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let url = format!("sqlite:{}", folder.path().join("register.db").display());
        let store = open(&url).await;
        store
            .migrate()
            .await
            .expect("an empty file takes the migrations");
        Self {
            store,
            url,
            _folder: Some(folder),
        }
    }

    /// An up-to-date PostgreSQL database of its own.
    ///
    /// # Panics
    /// Where PostgreSQL is not installed or does not start; the message says what to do.
    pub async fn postgres() -> Self {
        let url = cluster::up_to_date_database().await;
        Self {
            store: open(&url).await,
            url,
            _folder: None,
        }
    }

    /// A PostgreSQL database without any table.
    ///
    /// # Panics
    /// As [`Database::postgres`].
    pub async fn empty_postgres() -> Self {
        let url = cluster::empty_database().await;
        Self {
            store: open(&url).await,
            url,
            _folder: None,
        }
    }

    /// The opened database.
    pub const fn store(&self) -> &Store {
        &self.store
    }

    /// Runs statements past the register, as somebody would who can write to the database itself.
    ///
    /// # Panics
    /// Where a statement fails: damage that was not done proves nothing.
    pub async fn damage(&self, statements: &'static str) {
        let done = if self.url.starts_with("sqlite:") {
            let options = SqliteConnectOptions::from_str(&self.url).expect("the address is good");
            let connected = options.foreign_keys(false).connect().await;
            let mut connection = connected.expect("the file of the test opens");
            let done = sqlx::raw_sql(statements).execute(&mut connection).await;
            done.map(|_| ())
        } else {
            let connected = PgConnection::connect(&self.url).await;
            let mut connection = connected.expect("the database of the test opens");
            let done = sqlx::raw_sql(statements).execute(&mut connection).await;
            done.map(|_| ())
        };
        done.expect("the damage is done");
    }

    /// Its address, for opening it again.
    pub fn url(&self) -> &str {
        &self.url
    }
}

async fn open(url: &str) -> Store {
    Store::connect(url)
        .await
        .expect("a database of the test opens")
}
