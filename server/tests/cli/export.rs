//! `export`: what is public at that instant, or what officials see, in each form.

use domain::view::audit::LogQuery;
use register::Actor;
use register::views::audit;
use serde_json::Value;

use super::binary::Place;

#[test]
fn commitments_are_the_same_rows_in_each_form() {
    let place = Place::with_example();
    let csv = place
        .run(&["export", "commitments", "--format", "csv"])
        .done();
    let csv = csv.text().to_owned();
    let rows: Vec<&str> = csv.lines().skip(1).collect();
    assert!(
        rows.iter()
            .any(|row| row.contains("kaupunginjohtaja/2023/5"))
    );
    let json = place
        .run(&["export", "commitments", "--format", "json"])
        .done();
    let json: Vec<Value> = serde_json::from_slice(&json.out).expect("an array");
    assert_eq!(json.len(), rows.len());
    for (object, row) in json.iter().zip(&rows) {
        let section = object["decision"].as_str().expect("a section");
        assert!(row.starts_with(section), "{row} and {object}");
    }
    let to_file = place.run(&["export", "commitments", "--format", "xlsx", "-o", "a.xlsx"]);
    assert_eq!(to_file.done().out, b"");
    let written = std::fs::read(place.file("a.xlsx")).expect("it is written");
    assert!(written.starts_with(b"PK"), "a workbook is a package");
}

#[test]
fn decisions_and_operations_are_the_same_rows_in_each_form() {
    let place = Place::with_example();
    for what in ["decisions", "operations"] {
        let csv = place.run(&["export", what, "--format", "csv"]).done();
        let mut reader = csv::Reader::from_reader(&*csv.out);
        let rows = reader.records().filter_map(Result::ok).count();
        assert!(rows > 0, "{what}");
        let json = place.run(&["export", what, "--format", "json"]).done();
        let json: Vec<Value> = serde_json::from_slice(&json.out).expect("an array");
        assert_eq!(json.len(), rows, "{what}");
        let xlsx = place.run(&["export", what, "--format", "xlsx"]).done();
        assert!(xlsx.out.starts_with(b"PK"), "{what}");
    }
}

#[tokio::test]
async fn what_officials_see_is_more_and_leaves_an_event() {
    let place = Place::with_example();
    let count = |internal: &[&str]| {
        let asked = [&["export", "projects", "--format", "csv"], internal].concat();
        place.run(&asked).done().text().lines().count()
    };
    let public = count(&[]);
    assert!(public > 1, "projects are published");
    assert!(count(&["--internal"]) >= public);
    let register = place.register().await;
    let exports = LogQuery {
        event: "data_exported".to_owned(),
        ..LogQuery::default()
    };
    let log = audit::log(
        &register,
        &Actor::operator("test"),
        &exports,
        audit::Place::Last,
    )
    .await;
    assert_eq!(log.expect("a page").lines.len(), 1);
    place
        .run(&["export", "everything", "--format", "csv"])
        .misused("everything");
}
