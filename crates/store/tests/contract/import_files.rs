//! Files that are about to be imported: one for each official, and nobody else's.

use domain::table_import::ImportKind;
use store::{ImportFileRow, Saved, Store};

use crate::on_both;
use crate::world::{self, DECISION_MAKER, PREPARER, at, id};

on_both!(a_file_is_kept_for_its_official_only_until_it_goes);

fn row(text: &str) -> ImportFileRow {
    ImportFileRow {
        kind: ImportKind::Budget,
        version: 1,
        form: vec![("body".to_owned(), text.to_owned())],
        file_name: "plan.csv".to_owned(),
        sha256: [7; 32],
        bytes: vec![0, 159, 255],
    }
}

async fn a_file_is_kept_for_its_official_only_until_it_goes(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let (official, other) = (id(PREPARER), id(DECISION_MAKER));
    for (number, whose) in [(1, official), (2, official), (3, other)] {
        let file = row("x");
        let kept = tx.keep_import_file(id(number), whose, &file, at(5));
        kept.await.unwrap();
    }
    assert_eq!(tx.import_file(id(1), official).await.unwrap(), None);
    assert_eq!(tx.import_file(id(2), other).await.unwrap(), None);
    assert_eq!(
        tx.import_file(id(2), official).await.unwrap(),
        Some(row("x"))
    );
    let form = row("y").form;
    for (whose, version, saved) in [
        (official, 1, Saved::Saved { version: 2 }),
        (official, 1, Saved::Stale),
        (other, 2, Saved::Stale),
    ] {
        let chosen = tx.choose_import_file(id(2), whose, version, &form).await;
        assert_eq!(chosen.unwrap(), saved);
    }
    let chosen = tx.import_file(id(2), official).await.unwrap().unwrap();
    assert_eq!((chosen.version, chosen.form), (2, form));
    tx.discard_import_file(id(2), other).await.unwrap();
    assert!(tx.import_file(id(2), official).await.unwrap().is_some());
    tx.discard_import_file(id(2), official).await.unwrap();
    assert_eq!(tx.import_file(id(2), official).await.unwrap(), None);
    assert_eq!(tx.forget_import_files(at(5)).await.unwrap(), 0);
    assert_eq!(tx.forget_import_files(at(6)).await.unwrap(), 1);
    assert_eq!(tx.import_file(id(3), other).await.unwrap(), None);
}
