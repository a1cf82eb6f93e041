//! The migrations inside the binary.

use sqlx::migrate::{MigrateError, Migrator};

use crate::connect::Pools;
use crate::{Store, StoreError};

static SQLITE: Migrator = sqlx::migrate!("../../migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("../../migrations/postgres");

const BEGIN_UPGRADE: &str = "begin immediate";

impl Store {
    /// Brings the tables up to date; changes nothing where they are.
    ///
    /// [`StoreError::TooNew`] where a newer version of the register was here before.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        match &self.pools {
            Pools::Sqlite { writer, .. } => {
                // One transaction around all: another process waits, and a failure leaves the
                // file as it was.
                let mut tx = writer.begin_with(BEGIN_UPGRADE).await?;
                // Not `run`: behind its lifetimes the future cannot be sent between threads.
                let applied = SQLITE.run_direct(None, &mut *tx, false).await;
                applied.map_err(|error| failed(&SQLITE, error))?;
                tx.commit().await?;
            }
            // The migrator holds an advisory lock meanwhile. Whoever waits for it waits as long as
            // it takes, which the connections that write do not.
            Pools::Postgres { reader, .. } => {
                POSTGRES
                    .run(reader)
                    .await
                    .map_err(|error| failed(&POSTGRES, error))?;
            }
        }
        Ok(())
    }
}

fn failed(migrator: &Migrator, error: MigrateError) -> StoreError {
    let newest = migrator.iter().map(|known| known.version).max();
    match error {
        MigrateError::VersionMissing(version) if Some(version) > newest => {
            StoreError::TooNew { migration: version }
        }
        MigrateError::Execute(error) => error.into(),
        MigrateError::ExecuteMigration(error, version) => match StoreError::from(error) {
            StoreError::Driver(cause) => {
                StoreError::Migration(format!("migration {version}: {cause}"))
            }
            named => named,
        },
        other => StoreError::Migration(other.to_string()),
    }
}
