//! What every database must do: one list of cases, each run on SQLite and on PostgreSQL.

#![expect(clippy::unwrap_used, reason = "a case that cannot go on has failed")]

mod accounts;
mod afterwards;
mod appeals;
mod audit;
mod audit_log;
mod budget;
mod budget_closing;
mod cases;
mod claims;
mod co_funding;
mod commitment_list;
mod commitments;
mod decisions;
mod deputies;
mod disposal;
mod distribution;
mod drafting;
mod feeds;
mod files;
mod followers;
mod forms_and_jobs;
mod import_files;
mod instalments;
mod last_days;
mod letters;
mod lists;
mod lock;
mod notifications;
mod planned_amounts;
mod project_versions;
mod projects;
mod public_changes;
mod publicity;
mod register;
mod reminders;
mod schema;
mod search;
mod services;
mod sitemap;
mod vocabulary;
mod world;

/// Stamps each case as a test of both databases.
macro_rules! on_both {
    ($($case:ident),+ $(,)?) => {
        mod sqlite {
            $(
                #[tokio::test]
                async fn $case() {
                    super::$case(store::testing::Database::sqlite().await.store()).await;
                }
            )+
        }

        mod postgres {
            $(
                #[tokio::test]
                async fn $case() {
                    super::$case(store::testing::Database::postgres().await.store()).await;
                }
            )+
        }
    };
}

/// Runs a statement of a test's own.
macro_rules! raw {
    ($tx:expr, $sql:expr) => {
        match &mut $tx {
            store::Tx::Sqlite(tx) => sqlx::query($sql).execute(&mut **tx).await.map(|_| ()),
            store::Tx::Postgres(tx) => sqlx::query($sql).execute(&mut **tx).await.map(|_| ()),
        }
    };
}

/// Asks a question of a test's own.
macro_rules! ask {
    ($tx:expr, $sql:expr) => {
        match &mut $tx {
            store::Tx::Sqlite(tx) => sqlx::query_as($sql).fetch_all(&mut **tx).await,
            store::Tx::Postgres(tx) => sqlx::query_as($sql).fetch_all(&mut **tx).await,
        }
    };
}

pub(crate) use {ask, on_both, raw};

/// A method that no case calls may be wrong on one of the databases without anybody knowing.
#[test]
fn every_method_of_a_transaction_is_called_by_a_case() {
    let crate_root = std::path::Path::new(".");
    let source = text_below(&crate_root.join("src"));
    let cases = text_below(&crate_root.join("tests/contract"));
    let methods = source
        .lines()
        .filter_map(|line| line.trim().strip_prefix("pub async fn "))
        .map(|rest| rest.split(['(', '<']).next().unwrap_or_default());
    let (mut n_methods, mut uncalled) = (0, Vec::new());
    for method in methods {
        n_methods += 1;
        if !cases.contains(&format!(".{method}(")) && !cases.contains(&format!("::{method}(")) {
            uncalled.push(method);
        }
    }
    assert!(n_methods > 60, "the methods were not found: {n_methods}");
    assert_eq!(uncalled, Vec::<&str>::new());
}

/// The text of every file of a folder and of the folders in it, but for the support of tests.
fn text_below(folder: &std::path::Path) -> String {
    let entries = std::fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let part = |path: std::path::PathBuf| {
        if path.is_dir() {
            text_below(&path)
        } else {
            std::fs::read_to_string(path).unwrap()
        }
    };
    paths
        .filter(|path| !path.ends_with("testing"))
        .map(part)
        .collect()
}
