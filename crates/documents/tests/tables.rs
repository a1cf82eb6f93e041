//! A table as CSV and XLSX: the same rows and sums in each, nothing unknown as 0, no formula.

#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::io::Cursor;

use calamine::{Data, Range, Reader as _, Xlsx};
use documents::table::{
    Cell, Column, Kind, PartForm, Table, csv, csv_for_spreadsheets, json, xlsx,
};
use domain::Money;
use proptest::prelude::*;
use time::macros::date;

fn table(rows: Vec<Vec<Cell>>, total: Option<Vec<Cell>>) -> Table {
    Table {
        title: "Sitoumukset: 2023/2024 [kaikki]".to_owned(),
        columns: vec![
            Column::new("project", "Hanke", Kind::Text),
            Column::new("year", "Vuosi", Kind::Year),
            Column::new("amount", "Määrä (€)", Kind::Money),
            Column::new("day", "Päivä", Kind::Day),
            Column::new("unknown", "Tuntemattomia", Kind::Count),
        ],
        rows,
        total,
    }
}

fn example() -> Table {
    let row = |name: &str, year, cents: Option<i64>| {
        vec![
            Cell::Text(name.to_owned()),
            Cell::year(year),
            Cell::money(cents.map(Money::from_cents)),
            Cell::Day(date!(2023 - 08 - 18)),
            Cell::Count(1),
        ]
    };
    let rows = vec![
        row("Kainuu Wind; \"osa 2\"", Some(2022), Some(859_800)),
        row("=HYPERLINK(\"x\")", None, None),
        row("Ä, ö", Some(2023), Some(-5)),
    ];
    let total = vec![
        Cell::Text("Yhteensä".to_owned()),
        Cell::Empty,
        Cell::Money(Money::from_cents(859_795)),
        Cell::Empty,
        Cell::Count(3),
    ];
    table(rows, Some(total))
}

#[test]
fn json_has_the_rows_by_the_codes_of_their_columns_and_nothing_unknown_is_0() {
    let written = String::from_utf8(json(&example()).unwrap()).unwrap();
    let first = r#"[{"project":"Kainuu Wind; \"osa 2\"","year":2022,"amount_cents":859800,"day":"2023-08-18","unknown":1}"#;
    assert!(written.starts_with(first), "{written}");
    let second = r#"{"project":"=HYPERLINK(\"x\")","year":null,"amount_cents":null,"#;
    assert!(written.contains(second), "{written}");
    assert!(!written.contains("Yhteensä"), "sums are for people");
}

#[test]
fn a_table_written_part_by_part_is_the_whole_table() {
    let whole = Table {
        total: None,
        ..example()
    };
    let forms: [(PartForm, Vec<u8>); 3] = [
        (PartForm::Csv, csv(&whole).unwrap()),
        (
            PartForm::CsvForSpreadsheets,
            csv_for_spreadsheets(&whole).unwrap(),
        ),
        (PartForm::Json, json(&whole).unwrap()),
    ];
    for (form, expected) in forms {
        for cut in 1..=whole.rows.len() {
            let (first, rest) = whole.rows.split_at(cut);
            let parts = [
                form.begin(&whole.columns).unwrap(),
                form.rows(&whole.columns, first, true).unwrap(),
                form.rows(&whole.columns, rest, false).unwrap(),
                form.end().to_vec(),
            ];
            assert_eq!(parts.concat(), expected, "{form:?} cut at {cut}");
        }
    }
}

/// The one sheet of a workbook.
fn sheet(bytes: Vec<u8>) -> Range<Data> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).unwrap();
    workbook.worksheet_range_at(0).unwrap().unwrap()
}

/// An amount as a spreadsheet holds it, in cents.
fn cents(cell: &Data) -> i64 {
    let Data::Float(euros) = cell else {
        panic!("no number: {cell:?}");
    };
    Money::cents(format!("{euros:.2}").parse().unwrap())
}

#[test]
fn csv_for_programs_is_rfc_4180_without_the_row_of_sums() {
    let bytes = csv(&example()).unwrap();
    let expected = "project,year,amount,day,unknown\r\n\
        \"Kainuu Wind; \"\"osa 2\"\"\",2022,8598.00,2023-08-18,1\r\n\
        \"'=HYPERLINK(\"\"x\"\")\",,,2023-08-18,1\r\n\
        \"Ä, ö\",2023,-0.05,2023-08-18,1\r\n";
    assert_eq!(String::from_utf8(bytes).unwrap(), expected);
}

#[test]
fn csv_for_finnish_spreadsheets_has_its_mark_semicolons_and_commas() {
    let bytes = csv_for_spreadsheets(&example()).unwrap();
    let expected = "\u{feff}Hanke;Vuosi;Määrä (€);Päivä;Tuntemattomia\r\n\
        \"Kainuu Wind; \"\"osa 2\"\"\";2022;8598,00;18.8.2023;1\r\n\
        \"'=HYPERLINK(\"\"x\"\")\";;;18.8.2023;1\r\n\
        Ä, ö;2023;-0,05;18.8.2023;1\r\n\
        Yhteensä;;8597,95;;3\r\n";
    assert_eq!(String::from_utf8(bytes).unwrap(), expected);
}

#[test]
fn a_sheet_has_typed_cells_and_leaves_what_is_unknown_empty() {
    let mut workbook = Xlsx::new(Cursor::new(xlsx(&example()).unwrap())).unwrap();
    assert_eq!(workbook.sheet_names(), ["Sitoumukset 20232024 kaikki"]);
    let formulas = workbook.worksheet_formula("Sitoumukset 20232024 kaikki");
    assert!(formulas.unwrap().is_empty());
    let sheet = sheet(xlsx(&example()).unwrap());
    let at = |row, column| sheet.get_value((row, column)).unwrap_or(&Data::Empty);
    assert_eq!(at(0, 2), &Data::String("Määrä (€)".to_owned()));
    assert_eq!(at(1, 1), &Data::Float(2022.0));
    assert_eq!(at(1, 2), &Data::Float(8598.0));
    assert_eq!(at(2, 0), &Data::String("=HYPERLINK(\"x\")".to_owned()));
    assert_eq!((at(2, 1), at(2, 2)), (&Data::Empty, &Data::Empty));
    assert_eq!(at(3, 2), &Data::Float(-0.05));
    assert_eq!(at(4, 2), &Data::Float(8597.95));
    let Data::DateTime(day) = at(1, 3) else {
        panic!("no day: {:?}", at(1, 3));
    };
    // Days since the end of 1899, as spreadsheets count.
    assert!((day.as_f64() - 45_156.0).abs() < f64::EPSILON, "{day:?}");
}

#[test]
fn what_no_sheet_has_room_for_is_written_as_words() {
    let large = Money::from_cents(i64::MAX);
    let rows = vec![vec![
        Cell::Text("x".repeat(40_000)),
        Cell::Empty,
        Cell::Money(large),
        Cell::Day(date!(1812 - 04 - 08)),
        Cell::Count(u64::MAX),
    ]];
    let table = Table {
        title: "'[]'".to_owned(),
        ..table(rows, None)
    };
    let sheet = sheet(xlsx(&table).unwrap());
    let text = |column| sheet.get_value((1, column)).unwrap().to_string();
    assert_eq!(text(0).len(), 32_767);
    assert_eq!(text(2), "92233720368547758.07");
    assert_eq!(text(3), "1812-04-08");
    assert_eq!(text(4), u64::MAX.to_string());
}

#[test]
fn the_same_table_is_the_same_bytes() {
    let first = xlsx(&example()).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    assert!(first == xlsx(&example()).unwrap());
}

proptest! {
    #[test]
    fn the_sum_of_the_rows_is_the_same_in_each_file(
        amounts in prop::collection::vec(prop::option::of(0..1_000_000_000_000_i64), 0..40),
        text in "[=+@\t\r;,\"\n -]{0,6}",
    ) {
        let row = |cents: &Option<i64>| {
            let amount = Cell::money(cents.map(Money::from_cents));
            vec![Cell::Text(text.clone()), Cell::Empty, amount, Cell::Empty, Cell::Empty]
        };
        let known: i64 = amounts.iter().flatten().sum();
        let table = table(amounts.iter().map(row).collect(), None);

        let bytes = csv(&table).unwrap();
        let mut lines = ::csv::Reader::from_reader(&*bytes);
        let mut sum = 0;
        for (line, amount) in lines.records().zip(&amounts) {
            let line = line.unwrap();
            prop_assert!(!line[0].starts_with(['=', '+', '-', '@', '\t', '\r']));
            let read: Option<Money> = line[2].parse().ok();
            prop_assert_eq!(read.map(Money::cents), *amount);
            sum += read.map_or(0, Money::cents);
        }
        prop_assert_eq!(sum, known);

        let sheet = sheet(xlsx(&table).unwrap());
        let cells = (1..).zip(&amounts).map(|(row, _)| sheet.get_value((row, 2)));
        let cells = cells.flatten().filter(|cell| **cell != Data::Empty);
        prop_assert_eq!(cells.map(cents).sum::<i64>(), known);
    }
}
