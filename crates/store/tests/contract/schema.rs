//! The two schemas are one, and migrations apply once.

use std::collections::BTreeSet;

use store::testing::Database;
use store::{Store, StoreError};

use crate::{ask, on_both, raw};

on_both!(
    migrating_again_changes_nothing,
    a_newer_database_is_named,
    an_edited_migration_is_named,
    several_processes_may_migrate_at_once,
);

async fn migrating_again_changes_nothing(store: &Store) {
    let mut tx = store.write().await.unwrap();
    tx.next_publication_number().await.unwrap();
    tx.commit().await.unwrap();
    store.migrate().await.unwrap();
    let mut tx = store.write().await.unwrap();
    assert_eq!(tx.next_publication_number().await.unwrap(), 2);
}

const NEWER: &str = "
    insert into _sqlx_migrations (version, description, success, checksum, execution_time)
    select 999999, 'from the future', success, checksum, 0 from _sqlx_migrations where version = 1";

async fn a_newer_database_is_named(store: &Store) {
    let mut tx = store.write().await.unwrap();
    raw!(tx, NEWER).unwrap();
    tx.commit().await.unwrap();
    let refused = store.migrate().await;
    assert!(
        matches!(refused, Err(StoreError::TooNew { migration: 999_999 })),
        "{refused:?}"
    );
}

async fn an_edited_migration_is_named(store: &Store) {
    let mut tx = store.write().await.unwrap();
    let edit = "
        update _sqlx_migrations
           set checksum = (select checksum from _sqlx_migrations where version = 1)
         where version = 2";
    raw!(tx, edit).unwrap();
    tx.commit().await.unwrap();
    let refused = store.migrate().await;
    assert!(
        matches!(refused, Err(StoreError::Migration(_))),
        "{refused:?}"
    );
}

async fn several_processes_may_migrate_at_once(store: &Store) {
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..4 {
        let store = store.clone();
        tasks.spawn(async move { store.migrate().await.is_ok() });
    }
    assert_eq!(tasks.join_all().await, [true; 4]);
}

#[tokio::test]
async fn an_empty_postgres_database_takes_the_migrations() {
    let database = Database::empty_postgres().await;
    let again = Store::connect(database.url()).await.unwrap();
    let (one, other) = tokio::join!(database.store().migrate(), again.migrate());
    one.unwrap();
    other.unwrap();
    assert_eq!(database.store().data_version().await.unwrap(), 0);
}

#[tokio::test]
async fn an_empty_file_takes_the_migrations_of_two_processes_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}/new/folder/register.db", folder.path().display());
    let one = Store::connect(&url).await.unwrap();
    let other = Store::connect(&url).await.unwrap();
    let (first, second) = tokio::join!(one.migrate(), other.migrate());
    first.unwrap();
    second.unwrap();
    assert_eq!(other.data_version().await.unwrap(), 0);
}

/// Every table, column, index, constraint and trigger by name, one sentence each.
type Names = BTreeSet<String>;

#[tokio::test]
async fn both_schemas_name_the_same_things() {
    let sqlite = sqlite_names(Database::sqlite().await.store()).await;
    let postgres = postgres_names(Database::postgres().await.store()).await;
    assert!(sqlite.len() > 200, "the names were not found: {sqlite:?}");
    let of_both = |name: &&String| !is_of_full_text(name);
    let only_in_sqlite: Vec<_> = sqlite.difference(&postgres).filter(of_both).collect();
    let only_in_postgres: Vec<_> = postgres.difference(&sqlite).filter(of_both).collect();
    assert_eq!(only_in_sqlite, Vec::<&String>::new());
    assert_eq!(only_in_postgres, ["trigger audit_event_no_truncate"]);
}

/// Full-text search is the one thing for which each database has tables of its own: SQLite's are
/// `decision_words` and `subject_words` with their parts, PostgreSQL's a column with its index.
fn is_of_full_text(name: &str) -> bool {
    let parts = ["decision_words", "subject_words"];
    let own = [
        "trigger decision_search_removed",
        "trigger subject_search_removed",
        "column decision_search.words not null",
        "column subject_search.words not null",
        "index decision_search_words",
        "index subject_search_words",
    ];
    own.contains(&name)
        || parts
            .iter()
            .any(|part| name.starts_with(&format!("column {part}")))
}

async fn sqlite_names(store: &Store) -> Names {
    let mut tx = store.read().await.unwrap();
    let columns: Vec<(String,)> = ask!(
        tx,
        "select 'column ' || t.name || '.' || c.name || case c.\"notnull\" when 1 then ' not null' else '' end
           from sqlite_schema t
           join pragma_table_info(t.name) c
          where t.type = 'table' and t.name not like '\\_sqlx%' escape '\\'"
    )
    .unwrap();
    let named: Vec<(String,)> = ask!(
        tx,
        "select type || ' ' || name
           from sqlite_schema
          where type in ('index', 'trigger') and sql is not null"
    )
    .unwrap();
    let tables: Vec<(String,)> =
        ask!(tx, "select sql from sqlite_schema where type = 'table'").unwrap();
    let constraints = tables.iter().flat_map(|(sql,)| {
        let uncommented = sql
            .lines()
            .filter(|line| !line.trim_start().starts_with("--"));
        let words: Vec<&str> = uncommented.flat_map(str::split_whitespace).collect();
        let pairs = words.windows(2).filter(|pair| pair[0] == "constraint");
        pairs
            .map(|pair| pair[1].to_owned())
            .collect::<Vec<String>>()
    });
    let constraints = constraints
        .filter(|name| !name.ends_with("_form"))
        .map(|name| format!("constraint {name}"));
    let columns = columns.into_iter().chain(named).map(|(name,)| name);
    columns.chain(constraints).collect()
}

async fn postgres_names(store: &Store) -> Names {
    let mut tx = store.read().await.unwrap();
    let names: Vec<(String,)> = ask!(
        tx,
        "select 'column ' || table_name || '.' || column_name
                || case is_nullable when 'NO' then ' not null' else '' end
           from information_schema.columns
          where table_schema = 'public' and table_name <> '_sqlx_migrations'
         union all
         select 'constraint ' || conname
           from pg_constraint
          where connamespace = 'public'::regnamespace and contype in ('c', 'u', 'f')
         union all
         select 'index ' || i.indexname
           from pg_indexes i
          where i.schemaname = 'public'
            and not exists (select 1 from pg_constraint c where c.conname = i.indexname)
         union all
         select 'trigger ' || tgname from pg_trigger where not tgisinternal"
    )
    .unwrap();
    names.into_iter().map(|(name,)| name).collect()
}

#[tokio::test]
async fn sqlite_refuses_values_that_are_not_of_their_form() {
    let database = Database::sqlite().await;
    for (created_at, example, accepted) in [
        ("2023-08-21T06:00:00Z", 1, true),
        ("2023-08-21T06:00:00.5Z", 1, false),
        ("2023-08-21T09:00:00+03:00", 1, false),
        ("2023-08-21 06:00:00", 1, false),
        ("2023-02-30T06:00:00Z", 1, false),
        ("eilen", 1, false),
        ("2023-08-21T06:00:00Z", 2, false),
    ] {
        let mut tx = database.store().write().await.unwrap();
        let store::Tx::Sqlite(connection) = &mut tx else {
            unreachable!("this is SQLite");
        };
        let insert =
            "insert into register (id, city, example, created_at) values (1, '{}', $1, $2)";
        let done = sqlx::query(insert)
            .bind(example)
            .bind(created_at)
            .execute(&mut **connection)
            .await;
        assert_eq!(done.is_ok(), accepted, "{created_at} {example}");
    }
}
