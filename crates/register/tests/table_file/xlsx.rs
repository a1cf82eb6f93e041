//! XLSX as spreadsheets write it.

use std::fmt::Write as _;

use domain::table::{Cell, Fault};
use register::table_file::read;

use super::workbook::{HEADER, Workbook, sheet};
use super::{table, typed};

fn with(rows: &str, after: &str) -> Vec<u8> {
    Workbook::of(&format!("{HEADER}{rows}"), after).bytes()
}

#[test]
fn texts_numbers_and_days_are_read_with_the_numbers_of_their_rows() {
    let rows = "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>2</v></c><c r=\"B3\"><v>15684.120000000001</v></c>\
         <c r=\"C3\" s=\"1\"><v>44096.75</v></c></row><row r=\"4\"/>\
         <row r=\"5\"><c r=\"A5\"><v>2911040208</v></c><c r=\"B5\"><v>-1.1000000000000001</v></c>\
         <c r=\"C5\" t=\"d\"><v>2020-09-22T00:00:00</v></c></row>\
         <row r=\"1048576\"><c r=\"B1048576\" t=\"str\"><v>1.234,50</v></c></row>";
    let read = table(&with(rows, ""));
    assert_eq!(read.columns, ["Kohta", "Määrä", "Päivä"]);
    assert_eq!(read.faults, []);
    let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
    assert_eq!(
        typed(&read),
        [
            (3, row(["A & ä", "15684,12", "22.9.2020"])),
            (5, row(["2911040208", "-1,1", "22.9.2020"])),
            (1_048_576, row(["", "1.234,50", ""])),
        ]
    );
}

#[test]
fn what_cannot_be_trusted_in_a_cell_is_a_fault_of_the_cell() {
    for (cell, fault) in [
        ("<f>SUM(B2:B9)</f><v>5</v>", Fault::Formula),
        (
            "<f t=\"shared\" si=\"99999999999\"/><v>5</v>",
            Fault::Formula,
        ),
        ("<v>1e300</v>", Fault::NotAValue),
        ("<v>NaN</v>", Fault::NotAValue),
        ("<v>x</v>", Fault::NotAValue),
    ] {
        let rows = format!("<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\">{cell}</c></row>");
        let read = table(&with(&rows, ""));
        assert_eq!(read.rows[0].cells[1], Cell::Fault(fault), "{cell}");
    }
    for (cell, fault) in [
        ("<c t=\"e\"><v>#REF!</v></c>", Fault::ErrorValue),
        ("<c s=\"1\"><v>60</v></c>", Fault::NotAValue),
        ("<c s=\"1\"><v>-5</v></c>", Fault::NotAValue),
        ("<c s=\"1\"><v>99999999</v></c>", Fault::NotAValue),
        ("<c t=\"d\"><v>maanantai</v></c>", Fault::NotAValue),
    ] {
        let read = table(&with(&format!("<row>{cell}</row>"), ""));
        assert_eq!(read.rows[0].cells[0], Cell::Fault(fault), "{cell}");
    }
    let long = format!(
        "<c t=\"inlineStr\"><is><t>{}</t></is></c>",
        "ä".repeat(2_001)
    );
    let read = table(&with(&format!("<row r=\"2\">{long}</row>"), ""));
    assert_eq!(read.rows[0].cells[0], Cell::Fault(Fault::CellTooLong));
}

#[test]
fn several_sheets_hidden_ones_and_merged_cells_block_and_say_so() {
    let row = "<row r=\"2\"><c><v>1</v></c></row>";
    let one = sheet("", &format!("{HEADER}{row}"), "");
    let faults =
        |sheets: &[(&str, &str, &str)]| table(&Workbook::with_sheets(sheets).bytes()).faults;
    assert_eq!(faults(&[("A", "", &one), ("B", "", &one)]), [Fault::Sheets]);
    for state in ["hidden", "veryHidden"] {
        assert_eq!(
            faults(&[("A", state, &one), ("B", "", &one)]),
            [Fault::Hidden]
        );
    }
    let nothing = Workbook::with_sheets(&[("A", "hidden", &one)]).bytes();
    assert_eq!(read(&nothing), Err(Fault::Empty));
    let merged = with(row, "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>");
    assert_eq!(table(&merged).faults, [Fault::Merged]);
    let hidden_row = with("<row r=\"2\" hidden=\"1\"><c><v>1</v></c></row>", "");
    assert_eq!(table(&hidden_row).faults, [Fault::Hidden]);
    for (first, expected) in [(2, &[Fault::Hidden][..]), (4, &[])] {
        let columns = format!("<cols><col min=\"{first}\" max=\"16384\" hidden=\"true\"/></cols>");
        let part = sheet(&columns, &format!("{HEADER}{row}"), "");
        assert_eq!(faults(&[("A", "", &part)]), expected, "{first}");
    }
}

#[test]
fn days_can_be_counted_from_1904() {
    let mut workbook = Workbook::of(&format!("{HEADER}<row><c s=\"1\"><v>0</v></c></row>"), "");
    for (path, part) in &mut workbook.parts {
        if path == "xl/workbook.xml" {
            *part = part.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>");
        }
    }
    assert_eq!(typed(&table(&workbook.bytes()))[0].1[0], "1.1.1904");
}

#[test]
fn a_hundred_thousand_rows_are_read_in_both_forms() {
    let (mut rows, mut text) = (String::new(), String::new());
    for row in 2..100_002 {
        write!(
            rows,
            "<row r=\"{row}\"><c r=\"A{row}\"><v>{row}</v></c><c r=\"B{row}\"><v>1.5</v></c>\
             <c r=\"C{row}\" t=\"s\"><v>2</v></c></row>"
        )
        .expect("a text takes it");
        writeln!(text, "{row};1,5;A & ä").expect("a text takes it");
    }
    let workbook = table(&with(&rows, ""));
    let text = table(format!("Kohta;Määrä;Päivä\n{text}").as_bytes());
    assert_eq!(typed(&workbook), typed(&text));
    assert_eq!(text.rows.len(), 100_000);
}
