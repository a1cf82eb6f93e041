//! Addresses that cannot be opened, and settings of those that can.

use std::path::Path;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};
use store::testing::Database;
use store::{Store, StoreError};

use crate::world::{at, case};
use crate::{ask, raw};

async fn refusal(path: &Path) -> StoreError {
    Store::connect(&format!("sqlite:{}", path.display()))
        .await
        .expect_err("the file must be refused")
}

#[tokio::test]
async fn an_address_that_is_none_is_refused() {
    for address in [
        "",
        "register.db",
        "sqlite:",
        "mysql://x/y",
        "sqlite::memory:",
        "sqlite:a?b",
    ] {
        let refused = Store::connect(address).await;
        assert!(
            matches!(refused, Err(StoreError::Address)),
            "{address}: {refused:?}"
        );
    }
}

#[tokio::test]
async fn a_file_that_is_not_a_database_is_refused_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("päätös.txt");
    let text = "Tämä on asiakirja eikä tietokanta. ".repeat(200);
    std::fs::write(&path, &text).unwrap();
    let refused = refusal(&path).await;
    assert!(
        matches!(refused, StoreError::NotADatabase { .. }),
        "{refused:?}"
    );
    assert!(refused.to_string().contains("päätös.txt"));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
}

#[tokio::test]
async fn a_database_of_another_application_is_refused_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    for (name, statement) in [
        ("tables.db", "create table bookmark (url text)"),
        ("marked.db", "pragma application_id = 42"),
    ] {
        let path = folder.path().join(name);
        let options = SqliteConnectOptions::new()
            .filename(&path)
            .create_if_missing(true);
        let mut connection = options.connect().await.unwrap();
        sqlx::query(statement)
            .execute(&mut connection)
            .await
            .unwrap();
        connection.close().await.unwrap();
        let before = std::fs::read(&path).unwrap();
        let refused = refusal(&path).await;
        assert!(matches!(refused, StoreError::NotOurs { .. }), "{refused:?}");
        assert_eq!(
            std::fs::read(&path).unwrap(),
            before,
            "{name} was written to"
        );
    }
}

#[tokio::test]
async fn where_no_register_is_none_is_made_for_who_asks_for_an_existing_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("uusi/register.db");
    let sqlite = format!("sqlite:{}", path.display());
    let postgres = Database::empty_postgres().await;
    for url in [&*sqlite, postgres.url()] {
        let refused = Store::connect_existing(url).await;
        assert!(
            matches!(refused, Err(StoreError::NoRegister { .. })),
            "{refused:?}"
        );
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    for database in [Database::sqlite().await, Database::postgres().await] {
        let opened = Store::connect_existing(database.url()).await;
        assert!(opened.is_ok(), "{opened:?}");
    }
}

#[tokio::test]
async fn a_postgres_database_of_another_application_is_refused() {
    let database = Database::empty_postgres().await;
    let store::Tx::Postgres(mut tx) = database.store().read().await.unwrap() else {
        unreachable!("this is PostgreSQL");
    };
    sqlx::query("rollback").execute(&mut *tx).await.unwrap();
    sqlx::query("create table bookmark (url text)")
        .execute(&mut *tx)
        .await
        .unwrap();
    let refused = Store::connect(database.url()).await;
    assert!(
        matches!(refused, Err(StoreError::NotOurs { .. })),
        "{refused:?}"
    );
}

#[tokio::test]
async fn a_file_marked_read_only_is_refused_even_for_root() {
    let database = Database::sqlite().await;
    database.store().close().await;
    let path = database.url().strip_prefix("sqlite:").unwrap();
    let mut permissions = std::fs::metadata(path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(path, permissions).unwrap();
    let refused = refusal(Path::new(path)).await;
    assert!(matches!(refused, StoreError::ReadOnly), "{refused:?}");
}

#[tokio::test]
async fn a_folder_is_not_a_database() {
    let folder = tempfile::tempdir().unwrap();
    let refused = refusal(folder.path()).await;
    assert!(
        matches!(refused, StoreError::CannotOpen { .. }),
        "{refused:?}"
    );
    let below_a_file = folder.path().join("file");
    std::fs::write(&below_a_file, "").unwrap();
    let refused = refusal(&below_a_file.join("register.db")).await;
    assert!(
        matches!(refused, StoreError::CannotOpen { .. }),
        "{refused:?}"
    );
}

#[tokio::test]
async fn an_empty_file_becomes_a_register() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register.db");
    std::fs::write(&path, "").unwrap();
    let url = format!("sqlite:{}", path.display());
    let store = Store::connect(&url).await.unwrap();
    store.migrate().await.unwrap();
    store.close().await;
    let again = Store::connect(&url).await.unwrap();
    again.migrate().await.unwrap();
    assert_eq!(again.data_version().await.unwrap(), 0);
}

#[tokio::test]
async fn a_password_is_in_no_message() {
    let url = "postgres://register:salasana@127.0.0.1:1/register";
    let refused = Store::connect(url)
        .await
        .expect_err("nobody listens on port 1");
    assert!(
        matches!(refused, StoreError::CannotOpen { .. }),
        "{refused:?}"
    );
    let message = format!("{refused} {refused:?}");
    assert!(message.contains("127.0.0.1:1/register"), "{message}");
    assert!(!message.contains("salasana"), "{message}");

    let database = Database::postgres().await;
    let with_password = database.url().replace("register@", "register:salasana@");
    let store = Store::connect(&with_password).await.unwrap();
    let shown = format!("{store:?}");
    assert!(shown.starts_with("Store(postgres://127.0.0.1:"), "{shown}");
    assert!(!shown.contains("salasana"), "{shown}");
    let file = format!("{:?}", Database::sqlite().await.store());
    assert!(
        file.starts_with("Store(sqlite:") && file.ends_with("register.db)"),
        "{file}"
    );
}

/// WAL lets readers read beside the writer, and only FULL keeps the last commits in a power loss.
#[tokio::test]
async fn sqlite_is_set_to_lose_nothing() {
    let database = Database::sqlite().await;
    let store = database.store();
    for mut tx in [store.write().await.unwrap(), store.read().await.unwrap()] {
        let settings: Vec<(String, i64, i64)> = ask!(
            tx,
            "select (select journal_mode from pragma_journal_mode),
                    (select synchronous from pragma_synchronous),
                    (select foreign_keys from pragma_foreign_keys)"
        )
        .unwrap();
        assert_eq!(settings, [("wal".to_owned(), 2, 1)]);
    }
}

#[tokio::test]
async fn a_full_disk_is_named_and_nothing_is_half_written() {
    let database = Database::sqlite().await;
    let store = database.store();
    let mut tx = store.write().await.unwrap();
    raw!(tx, "pragma max_page_count = 1").unwrap();
    let mut large = case(100, "KAJDno-2023-1");
    large.public_title = "a".repeat(10_000_000);
    let refused = tx.add_case(&large, at(0)).await;
    assert!(matches!(refused, Err(StoreError::Full)), "{refused:?}");
    drop(tx);
    let mut tx = store.write().await.unwrap();
    assert_eq!(tx.cases(10).await.unwrap(), []);
    tx.add_case(&case(100, "KAJDno-2023-1"), at(0))
        .await
        .unwrap();
    tx.commit().await.unwrap();
}
