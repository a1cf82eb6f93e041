//! Opening a database.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{ConnectOptions, Connection, PgPool, SqlitePool};

use crate::error::Cause;
use crate::{StoreError, Tx};

/// A register's database: SQLite in a file, or PostgreSQL. Clones share its connections.
#[derive(Clone)]
pub struct Store {
    pub(crate) pools: Pools,
}

#[derive(Clone)]
pub(crate) enum Pools {
    /// One connection writes, so that writers queue here in order instead of failing as busy.
    Sqlite {
        file: PathBuf,
        reader: SqlitePool,
        writer: SqlitePool,
    },
    /// Few connections write, so that writers queue here in order and leave readers theirs.
    Postgres {
        place: String,
        reader: PgPool,
        writer: PgPool,
    },
}

/// Marks a SQLite file as a register: `Hank` in the header's application id
/// (sqlite.org/fileformat.html).
const APPLICATION_ID: i64 = 0x4861_6e6b;
const MARK_AS_OURS: &str = "pragma application_id = 1214344811";
const WHOSE_FILE: &str = "
    select (select application_id from pragma_application_id),
           (select count(*) from sqlite_schema)";

/// Tables of ours, and others beside the migrator's own, where PostgreSQL would create ours.
const WHOSE_SCHEMA: &str = "
    select to_regclass('audit_head') is not null,
           (select count(*)
              from pg_catalog.pg_class
             where relnamespace = to_regnamespace(current_schema()::text)
               and relkind in ('r', 'p', 'v', 'm', 'f')
               and relname <> '_sqlx_migrations')";

const BEGIN_WRITING: &str = "begin immediate";
const BEGIN_READING: &str = "begin";
const BEGIN_SNAPSHOT: &str = "begin isolation level repeatable read, read only";
const TAKE_WRITE_LOCK: &str = "select id from audit_head where id = 1 for update";
const DATA_VERSION: &str = "select change_number from audit_head where id = 1";
const LAST_EVENT: &str = "select seq from audit_head where id = 1";

/// How long a writer waits for another process, e.g. a command beside the server.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);
/// The same, as PostgreSQL is told it.
const LOCK_TIMEOUT: &str = "set lock_timeout = '10s'";
/// How long a writer waits for those of this process that came before: a meeting's decisions are
/// signed at once. Shorter than the time that a request may take.
const QUEUE_TIMEOUT: Duration = Duration::from_secs(20);
const STATEMENTS_KEPT: usize = 200;
/// KiB of the file that each reader keeps, as SQLite is told it: a list reads hundreds of pages.
const CACHE: &str = "-8192";
/// Enough that a slow download beside the pages of a few cores keeps nobody waiting.
const READERS: u32 = 8;
/// One writes and one waits at the database, so that the lock is handed over there.
const POSTGRES_WRITERS: u32 = 2;
const POSTGRES_READERS: u32 = 14;

/// What becomes of a register that is not there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Absent {
    IsCreated,
    IsRefused,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.pools {
            Pools::Sqlite { file, .. } => write!(f, "Store(sqlite:{})", file.display()),
            Pools::Postgres { place, .. } => write!(f, "Store(postgres://{place})"),
        }
    }
}

impl Store {
    /// Opens `sqlite:PATH` (created with its folder if absent) or `postgres://…`.
    ///
    /// A file that is not a register's is refused before anything is written to it. The tables
    /// are there after [`Store::migrate`].
    pub async fn connect(url: &str) -> Result<Self, StoreError> {
        Self::connect_or(url, Absent::IsCreated).await
    }

    /// Opens a database in which a register was created before; [`StoreError::NoRegister`] where
    /// there is none, and nothing is left behind.
    pub async fn connect_existing(url: &str) -> Result<Self, StoreError> {
        Self::connect_or(url, Absent::IsRefused).await
    }

    async fn connect_or(url: &str, absent: Absent) -> Result<Self, StoreError> {
        let pools = if let Some(path) = url.strip_prefix("sqlite:") {
            connect_sqlite(path, absent).await?
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            connect_postgres(url, absent).await?
        } else {
            return Err(StoreError::Address);
        };
        Ok(Self { pools })
    }

    /// Begins a transaction that writes: takes the register's write lock, waiting for it.
    pub async fn write(&self) -> Result<Tx, StoreError> {
        match &self.pools {
            Pools::Sqlite { writer, .. } => {
                // A deferred transaction that turns to writing fails at once if somebody wrote
                // since; the lock from the first statement on never does.
                Ok(Tx::Sqlite(writer.begin_with(BEGIN_WRITING).await?))
            }
            Pools::Postgres { writer, .. } => {
                let mut tx = writer.begin().await?;
                sqlx::query(TAKE_WRITE_LOCK).fetch_one(&mut *tx).await?;
                Ok(Tx::Postgres(tx))
            }
        }
    }

    /// Begins a transaction that reads one consistent state; it cannot write.
    pub async fn read(&self) -> Result<Tx, StoreError> {
        match &self.pools {
            Pools::Sqlite { reader, .. } => Ok(Tx::Sqlite(reader.begin_with(BEGIN_READING).await?)),
            Pools::Postgres { reader, .. } => {
                Ok(Tx::Postgres(reader.begin_with(BEGIN_SNAPSHOT).await?))
            }
        }
    }

    /// The number of the last change that is numbered.
    pub async fn data_version(&self) -> Result<i64, StoreError> {
        self.number(DATA_VERSION).await
    }

    /// The sequence of the last event: what a kept page is compared with.
    pub async fn last_event(&self) -> Result<i64, StoreError> {
        self.number(LAST_EVENT).await
    }

    async fn number(&self, question: &'static str) -> Result<i64, StoreError> {
        let (number,) = match &self.pools {
            Pools::Sqlite { reader, .. } => sqlx::query_as(question).fetch_one(reader).await?,
            Pools::Postgres { reader, .. } => sqlx::query_as(question).fetch_one(reader).await?,
        };
        Ok(number)
    }

    /// Closes every connection, after the transactions under way.
    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite { reader, writer, .. } => {
                // The writer last: the last connection to close folds the log into the file, and
                // a reader may not write.
                reader.close().await;
                writer.close().await;
            }
            Pools::Postgres { reader, writer, .. } => {
                reader.close().await;
                writer.close().await;
            }
        }
    }
}

async fn connect_sqlite(path: &str, absent: Absent) -> Result<Pools, StoreError> {
    let path = path.strip_prefix("//").unwrap_or(path);
    if path.is_empty() || path.contains(['?', '#']) || path.starts_with(":memory:") {
        return Err(StoreError::Address);
    }
    let file = PathBuf::from(path);
    if absent == Absent::IsRefused && !file.exists() {
        return Err(no_register(&file));
    }
    prepare_file(&file)?;
    let bare = SqliteConnectOptions::new()
        .filename(&file)
        .create_if_missing(absent == Absent::IsCreated)
        .busy_timeout(BUSY_TIMEOUT)
        .disable_statement_logging();
    claim(&bare, &file, absent).await?;

    let options = bare
        .create_if_missing(false)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .statement_cache_capacity(STATEMENTS_KEPT);
    let pool = |connections, wait| {
        SqlitePoolOptions::new()
            .max_connections(connections)
            .acquire_timeout(wait)
            .idle_timeout(None)
            .max_lifetime(None)
            .test_before_acquire(false)
            // On a full disk SQLite rolls back by itself, the driver's own rollback then fails,
            // and the connection would count as inside a transaction for ever.
            .before_acquire(|connection, _| {
                let usable = !connection.is_in_transaction();
                Box::pin(async move { Ok(usable) })
            })
    };
    let opened = |error: sqlx::Error| cannot_open(&file, &error);
    let writer = pool(1, QUEUE_TIMEOUT)
        .connect_with(options.clone())
        .await
        .map_err(opened)?;
    let reader = pool(READERS, BUSY_TIMEOUT)
        .connect_with(
            options
                .pragma("query_only", "on")
                .pragma("cache_size", CACHE),
        )
        .await
        .map_err(opened)?;
    Ok(Pools::Sqlite {
        file,
        reader,
        writer,
    })
}

/// Makes the folder, and refuses what could be opened but must not be written.
fn prepare_file(file: &Path) -> Result<(), StoreError> {
    let failed = |error: std::io::Error| StoreError::CannotOpen {
        place: file.display().to_string(),
        cause: error.to_string(),
    };
    match std::fs::metadata(file) {
        Ok(metadata) if metadata.is_dir() => Err(failed(std::io::ErrorKind::IsADirectory.into())),
        // Root may write such a file all the same; whoever marked it meant it.
        Ok(metadata) if metadata.permissions().readonly() => Err(StoreError::ReadOnly),
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => match file.parent() {
            Some(folder) => std::fs::create_dir_all(folder).map_err(failed),
            None => Ok(()),
        },
        Err(error) => Err(failed(error)),
    }
}

/// Marks a new file as ours and refuses one that is not, before any setting is written to it.
async fn claim(
    options: &SqliteConnectOptions,
    file: &Path,
    absent: Absent,
) -> Result<(), StoreError> {
    let opened = |error: sqlx::Error| cannot_open(file, &error);
    let mut connection: SqliteConnection = options.connect().await.map_err(opened)?;
    let (id, tables): (i64, i64) = sqlx::query_as(WHOSE_FILE)
        .fetch_one(&mut connection)
        .await
        .map_err(opened)?;
    match (id, tables) {
        (APPLICATION_ID, _) => {}
        (0, 0) if absent == Absent::IsRefused => return Err(no_register(file)),
        (0, 0) => {
            sqlx::query(MARK_AS_OURS)
                .execute(&mut connection)
                .await
                .map_err(opened)?;
        }
        _ => {
            return Err(StoreError::NotOurs {
                place: file.display().to_string(),
            });
        }
    }
    connection.close().await.map_err(opened)
}

fn no_register(file: &Path) -> StoreError {
    StoreError::NoRegister {
        place: file.display().to_string(),
    }
}

fn cannot_open(file: &Path, error: &sqlx::Error) -> StoreError {
    let place = file.display().to_string();
    match Cause::of(error) {
        Cause::NotADatabase => StoreError::NotADatabase { place },
        Cause::ReadOnly => StoreError::ReadOnly,
        Cause::Full => StoreError::Full,
        Cause::Busy => StoreError::Busy,
        Cause::CannotOpen | Cause::Unique | Cause::Other => StoreError::CannotOpen {
            place,
            cause: error.to_string(),
        },
    }
}

async fn connect_postgres(url: &str, absent: Absent) -> Result<Pools, StoreError> {
    let options = PgConnectOptions::from_str(url)
        .map_err(|_| StoreError::Address)?
        .application_name("hankerekisteri")
        .statement_cache_capacity(STATEMENTS_KEPT)
        .disable_statement_logging();
    // Never the user or the password: this goes into messages.
    let place = format!(
        "{}:{}/{}",
        options.get_host(),
        options.get_port(),
        options.get_database().unwrap_or_default(),
    );
    let opened = |error: sqlx::Error| StoreError::CannotOpen {
        place: place.clone(),
        cause: error.to_string(),
    };
    let reader = PgPoolOptions::new()
        .max_connections(POSTGRES_READERS)
        .acquire_timeout(BUSY_TIMEOUT)
        .connect_with(options.clone())
        .await
        .map_err(opened)?;
    let writer = PgPoolOptions::new()
        .max_connections(POSTGRES_WRITERS)
        .acquire_timeout(QUEUE_TIMEOUT)
        .after_connect(|connection, _| {
            Box::pin(async move {
                sqlx::query(LOCK_TIMEOUT).execute(connection).await?;
                Ok(())
            })
        })
        .connect_lazy_with(options);
    let (ours, others): (bool, i64) = sqlx::query_as(WHOSE_SCHEMA)
        .fetch_one(&reader)
        .await
        .map_err(opened)?;
    let known = ours || (others == 0 && absent == Absent::IsCreated);
    if known {
        return Ok(Pools::Postgres {
            place,
            reader,
            writer,
        });
    }
    Err(match others {
        0 => StoreError::NoRegister { place },
        _ => StoreError::NotOurs { place },
    })
}
