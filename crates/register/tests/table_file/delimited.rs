//! CSV in the dialects of spreadsheets and ledgers.

use domain::Money;
use domain::table::{Cell, Fault};
use proptest::prelude::*;
use register::table_file::read;

use super::{table, typed};

fn texts(row: &[&str]) -> Vec<String> {
    row.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn the_header_tells_what_separates_the_cells() {
    for (text, amount) in [
        ("Kohta;Määrä\n1;\"1 234,56\"\n", "1 234,56"),
        ("Kohta,Määrä\r\n1,\"1,234.56\"\r\n", "1,234.56"),
        ("Kohta\tMäärä\n1\t1.234,56", "1.234,56"),
        ("\u{feff}Kohta;Määrä\n1;1234.56\n", "1234.56"),
        ("sep=,\nKohta,Määrä\n1,1234.56\n", "1234.56"),
        (
            "\n\nKohta, numero;Määrä;\n1;1\u{a0}234,56\n",
            "1\u{a0}234,56",
        ),
    ] {
        let read = table(text.as_bytes());
        assert_eq!(read.columns[1], "Määrä", "{text:?}");
        assert_eq!(typed(&read)[0].1[1], amount, "{text:?}");
        assert_eq!(amount.parse(), Ok(Money::from_cents(123_456)));
        assert_eq!(read.faults, []);
    }
    assert_eq!(read(b"a;b,c\n1;2,3\n"), Err(Fault::SeparatorUnclear));
    let alone = table("Määrä\n1\n".as_bytes());
    assert_eq!(alone.columns, ["Määrä"]);
}

#[test]
fn rows_have_the_numbers_of_their_lines_and_empty_ones_are_left_out() {
    let read = table("sep=;\nKohta;Nimi\n\n;\n1;\"kaksi\nriviä\"\n2;b\n".as_bytes());
    assert_eq!(
        typed(&read),
        [(5, texts(&["1", "kaksi\nriviä"])), (7, texts(&["2", "b"]))]
    );
    let apart = table(b"a;b\r\n\r\n1;2\r\n\r\n\r\n3;4\r\n");
    let numbers = apart.rows.iter().map(|row| row.number);
    assert_eq!(numbers.collect::<Vec<_>>(), [3, 6]);
    let ragged = table(b"a;b\n1\n1;2;\n1;2;3\n");
    let faults = ragged.rows.iter().map(|row| row.fault);
    assert_eq!(
        faults.collect::<Vec<_>>(),
        [None, None, Some(Fault::RowTooLong)]
    );
    assert_eq!(ragged.rows[0].cells[1], Cell::EMPTY);
}

#[test]
fn letters_are_read_or_reported_by_row_and_never_guessed() {
    let latin = table(b"Kohta;M\xe4\xe4r\xe4\n1;K\xe4ytt\xf6 \x80\n2;b\n");
    assert_eq!(latin.columns[1], "Määrä");
    assert_eq!(typed(&latin)[0].1[1], "Käyttö €");
    assert_eq!(latin.faults, [Fault::FromWindows1252]);
    assert!(!latin.is_blocked());

    // A row in Windows-1252 among others in UTF-8, and DOS letters among Windows-1252.
    for text in [
        &b"Kohta;M\xc3\xa4\xc3\xa4r\xc3\xa4\n1;K\xe4ytt\xf6\n2;b\n"[..],
        b"Kohta;M\xe4\xe4r\xe4\n1;k\x84ytt\x94\n2;b\n",
    ] {
        let read = table(text);
        assert_eq!(read.columns[1], "Määrä");
        assert_eq!(read.rows[0].cells[1], Cell::Fault(Fault::Letters));
        assert_eq!(typed(&read)[1].1, ["2", "b"]);
    }
    let mut wide = vec![0xff, 0xfe];
    wide.extend(
        "Kohta\tMäärä\n1\tå\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes),
    );
    assert_eq!(typed(&table(&wide))[0].1, ["1", "å"]);
    wide.pop();
    assert_eq!(read(&wide), Err(Fault::Letters));
    let header = table(b"a;\xff\xc3\xa4\n1;\xc3\xa4\n");
    assert!(header.is_blocked());
}

#[test]
fn what_a_spreadsheet_would_compute_is_a_fault() {
    let read = table(b"a;b\n1;=SUM(A1)\n2;\"=\"\"007\"\"\"\n3;-5\n");
    let faults = read
        .rows
        .iter()
        .filter(|row| row.cells[1] == Cell::Fault(Fault::Formula));
    assert_eq!(faults.count(), 2);
    assert_eq!(table(b"a;b\n1;\"2\n").faults, [Fault::QuoteOpen]);
    assert_eq!(table(b"a;a\n1;2\n").faults, [Fault::ColumnUnnamed]);
    assert_eq!(
        table(b"a;b;\n1;2;3\n").rows[0].fault,
        Some(Fault::RowTooLong)
    );
    assert_eq!(table(b"a;;b\n1;2;3\n").faults, [Fault::ColumnUnnamed]);
    assert_eq!(table(b"a;;b\n1;;3\n").faults, []);
}

#[test]
fn long_cells_are_faults_and_too_much_of_anything_is_refused() {
    let long = format!("a;b\n1;{}\n2;{}\n", "x".repeat(2_000), "ä".repeat(2_001));
    let read_long = table(long.as_bytes());
    assert_eq!(typed(&read_long)[0].1[1].len(), 2_000);
    assert_eq!(read_long.rows[1].cells[1], Cell::Fault(Fault::CellTooLong));
    assert_eq!(read(b""), Err(Fault::NoFile));
    for empty in ["a;b\n", "\u{feff}", "\n \n", ";\n;\n"] {
        assert_eq!(read(empty.as_bytes()), Err(Fault::Empty), "{empty:?}");
    }
    let columns = format!("a{}\n1;2\n", ";a".repeat(100));
    assert_eq!(read(columns.as_bytes()), Err(Fault::TooManyColumns));
    let rows = format!("a;b\n{}", "1;2\n".repeat(100_001));
    assert_eq!(read(rows.as_bytes()), Err(Fault::TooManyRows));
    let millions = "1;2\n".repeat(5_000_000);
    assert_eq!(read(millions.as_bytes()), Err(Fault::TooManyRows));
    assert_eq!(
        read(&vec![b'1'; 20 * 1024 * 1024 + 1]),
        Err(Fault::TooLarge)
    );
    for other in [
        &b"%PDF-1.7\n"[..],
        b"<html><table>",
        b"{\"a\": 1}",
        b"a;b\n1;\0\n",
    ] {
        assert_eq!(read(other), Err(Fault::Unreadable));
    }
    assert_eq!(
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        Err(Fault::OldFormat)
    );
}

/// A text as a cell of a dialect holds it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

proptest! {
    #[test]
    fn a_table_reads_back_as_it_was_written_in_every_dialect(
        rows in prop::collection::vec(prop::collection::vec("[a-zåäö0-9 ,;.\t\"€\n-]{1,12}[a-z]", 3), 1..20),
        separator in prop::sample::select(vec![";", ",", "\t"]),
        end in prop::sample::select(vec!["\n", "\r\n"]),
        mark in prop::sample::select(vec!["", "\u{feff}"]),
    ) {
        let mut text = format!("{mark}Yksi{separator}Kaksi{separator}Kolme{end}");
        for row in &rows {
            let row: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
            text += &row.join(separator);
            text += end;
        }
        let read = table(text.as_bytes());
        prop_assert_eq!(&read.faults, &[]);
        let cells: Vec<Vec<String>> = typed(&read).into_iter().map(|(_, row)| row).collect();
        let wanted: Vec<Vec<String>> = rows
            .iter()
            .map(|row| row.iter().map(|cell| cell.trim().to_owned()).collect())
            .collect();
        prop_assert_eq!(cells, wanted);
    }

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes);
    }

    #[test]
    fn any_text_is_answered(text in "[a-c;,\t\"\n=äß\u{a0}-]{0,200}") {
        let _ = read(text.as_bytes());
    }
}
