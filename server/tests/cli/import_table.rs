//! `import-table`.

use register::tables::{self, Form};

use super::binary::Place;

/// The file of payments that the register itself writes, of a year that has some.
async fn own_payments(place: &Place) -> Vec<u8> {
    let register = place.register().await;
    let operator = register::Actor::operator("testaaja");
    let file = tables::payments(&register, &operator, 2023, Form::Csv, domain::Lang::Fi).await;
    register.close().await;
    file.expect("a file")
}

#[tokio::test]
async fn a_ledger_is_tried_first_and_recorded_once() {
    let place = Place::with_example();
    let file = own_payments(&place).await;
    let count = String::from_utf8_lossy(&file).lines().count() - 1;
    let mut file = file;
    // A posting that the register has nothing of, so that there is always a row.
    file.extend(b"2023-08-21,1.00,X-1,,,,2023,,,,,\n");
    std::fs::write(place.file("kirjaukset.csv"), file).expect("it is written");
    let import = ["import-table", "ledger", "kirjaukset.csv", "--year", "2023"];
    let dry = place.run(&[&import[..], &["--dry-run"]].concat()).done();
    assert!(
        dry.text().contains("Ei rekisterissä: 1\n"),
        "{}",
        dry.text()
    );
    let said = format!("Kohdistetaan: {count}\n");
    assert_eq!(dry.text().contains(&said), count > 0, "{}", dry.text());
    place.run(&import).done();
    let again = place.run(&import).done();
    assert!(!again.text().contains("Kohdistetaan:"), "{}", again.text());
    let verified = place.run(&["verify"]);
    assert_eq!(verified.code(), Some(0), "{}", verified.messages);
}

#[test]
fn projects_are_added_from_standard_input_and_other_columns_are_named() {
    let place = Place::with_example();
    let table = "Diaari;Otsikko\nKAJDno-2023-912;Komentorivin hanke\n";
    let import = ["import-table", "projects", "-"];
    let refused = place.run_with(&import, table.as_bytes());
    assert_eq!(refused.code(), Some(1));
    assert!(
        refused.messages.contains("Asiatunnus"),
        "{}",
        refused.messages
    );
    let mapped = [
        "--map",
        "case_number=Diaari",
        "--map",
        "project_name=Otsikko",
    ];
    let mapped = [&import[..], &mapped].concat();
    let done = place.run_with(&mapped, table.as_bytes());
    assert_eq!(done.code(), Some(0), "{}", done.messages);
    assert!(
        done.messages.contains("1 rows recorded"),
        "{}",
        done.messages
    );
    let again = place.run_with(&mapped, table.as_bytes());
    assert!(
        again.text().contains("On jo rekisterissä: 1"),
        "{}",
        again.text()
    );
    let wrong = "Diaari;Otsikko\nKAJDno-2023-912;Toinen\nx;Kolmas\n";
    let refused = place.run_with(&mapped, wrong.as_bytes());
    assert_eq!(refused.code(), Some(1), "{}", refused.messages);
    let once = place.run_with(
        &mapped,
        "Diaari;Otsikko\nKAJDno-2023-912;Toinen\n".as_bytes(),
    );
    assert!(
        once.text().contains("Lisätään: 1"),
        "nothing of the refused file was added"
    );
}

#[test]
fn plans_are_tried_first_and_saved_with_one_reason() {
    let place = Place::with_example();
    let project = "Asiatunnus;Nimi\nKAJDno-2023-912;Komentorivin hanke\n";
    let added = place.run_with(&["import-table", "projects", "-"], project.as_bytes());
    assert_eq!(added.code(), Some(0), "{}", added.messages);
    let table = "Hanke;Rahoittaja;Laji;Vuosi;Summa\n\
        komentorivin-hanke;*;yksityinen rahoitus;2024;1 000\n\
        komentorivin-hanke;*;yksityinen rahoitus;2025;234,50\n";
    let import = ["import-table", "plans", "-"];
    let refused = place.run_with(&import, table.as_bytes());
    assert_eq!(refused.code(), Some(1), "a reason is needed");
    let with_reason = [&import[..], &["--reason", "Talousarvio"]].concat();
    let dry = [&with_reason[..], &["--dry-run"]].concat();
    for _ in 0..2 {
        let dry = place.run_with(&dry, table.as_bytes());
        assert_eq!(dry.code(), Some(0), "{}", dry.messages);
        let text = dry.text().replace('\u{a0}', " ");
        for said in [
            "Uuteen versioon: 2\n",
            "Rahoitus yhteensä\t\t\t–\t1 234,50 €\n",
        ] {
            assert!(text.contains(said), "{said}: {text}");
        }
    }
    let done = place.run_with(&with_reason, table.as_bytes());
    assert_eq!(done.code(), Some(0), "{}", done.messages);
    let again = place.run_with(&with_reason, table.as_bytes());
    let text = again.text();
    assert!(text.contains("Suunnitelma ennallaan: 2\n"), "{text}");
    let wrong = format!("{table}komentorivin-hanke;*;omarahoitus;;1.234\n");
    let refused = place.run_with(&with_reason, wrong.as_bytes());
    assert_eq!(refused.code(), Some(1), "{}", refused.messages);
    let verified = place.run(&["verify"]);
    assert_eq!(verified.code(), Some(0), "{}", verified.messages);
}

#[test]
fn a_template_is_written_and_wrong_usage_is_refused() {
    let place = Place::new();
    let template = place
        .run(&["import-table", "ledger", "--template", "csv"])
        .done();
    assert!(
        template.text().contains("Tositenumero;"),
        "{}",
        template.text()
    );
    let workbook = place
        .run(&["import-table", "projects", "--template", "xlsx"])
        .done();
    assert!(workbook.out.starts_with(b"PK"));
    assert!(place.files().is_empty(), "no database was made");
    for wrong in [
        &["import-table", "ledger"][..],
        &["import-table", "kaikki", "x.csv"],
        &["import-table", "ledger", "x.csv", "--map", "voucher"],
    ] {
        assert_eq!(place.run(wrong).code(), Some(2), "{wrong:?}");
    }
    let missing = place.run(&["import-table", "ledger", "x.csv", "--year", "2023"]);
    assert_eq!(missing.code(), Some(1));
}
