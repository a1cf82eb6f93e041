//! Files that mean harm, or were harmed.

use std::fmt::Write as _;

use domain::table::Fault;
use proptest::prelude::*;
use register::table_file::read;

use super::workbook::{HEADER, Workbook, package, sheet};

const ROW: &str =
    "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" s=\"1\"><v>44096</v></c></row>";

fn whole() -> Vec<u8> {
    Workbook::of(&format!("{HEADER}{ROW}"), "").bytes()
}

fn with_part(path: &str, text: String) -> Vec<u8> {
    let mut workbook = Workbook::of(&format!("{HEADER}{ROW}"), "");
    workbook.parts.retain(|(of, _)| of != path);
    workbook.parts.push((path.to_owned(), text));
    workbook.bytes()
}

#[test]
fn a_zip_bomb_is_refused_while_it_is_unpacked() {
    let spaces = " ".repeat(130 * 1024 * 1024);
    for path in ["xl/sharedStrings.xml", "xl/worksheets/0.xml"] {
        let bomb = with_part(path, format!("<sst>{spaces}</sst>"));
        assert!(bomb.len() < 1024 * 1024);
        assert_eq!(read(&bomb), Err(Fault::TooLarge), "{path}");
    }
    // What nobody needs is never unpacked.
    let beside = with_part("xl/media/image1.png", spaces);
    assert!(read(&beside).is_ok());
}

#[test]
fn a_package_of_many_parts_is_refused() {
    let names: Vec<String> = (0..1_001).map(|number| number.to_string()).collect();
    let bytes = package(names.iter().map(|name| (name.as_str(), &b"x"[..])));
    assert_eq!(read(&bytes), Err(Fault::TooLarge));
}

#[test]
fn one_long_text_in_many_cells_is_refused_before_it_fills_the_memory() {
    let text = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(2_000));
    let cells = "<c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c>";
    let mut rows = String::new();
    for row in 2..60_000 {
        write!(rows, "<row r=\"{row}\">{cells}</row>").expect("a text takes it");
    }
    let mut workbook = Workbook::of(&format!("{HEADER}{rows}"), "");
    workbook
        .parts
        .retain(|(of, _)| of != "xl/sharedStrings.xml");
    let of = "xl/sharedStrings.xml".to_owned();
    workbook
        .parts
        .push((of, text.replace("</sst>", "<si><t>b</t></si></sst>")));
    assert_eq!(read(&workbook.bytes()), Err(Fault::TooLarge));
}

#[test]
fn deep_broken_and_foreign_xml_is_refused() {
    let deep = format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
    let cut = sheet("", HEADER, "").replace("</worksheet>", "");
    let entity = "<!DOCTYPE x [<!ENTITY a \"aa\">]><worksheet><sheetData/></worksheet>".to_owned();
    let wrong_rows = [
        "<row r=\"2\"><c r=\"A3\"><v>1</v></c></row>",
        "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>1</v></c></row>",
        "<row r=\"2\"/><row r=\"2\"/>",
        "<row r=\"99999999\"/>",
        "<row r=\"2\"><c r=\"ÄÄ2\"><v>1</v></c></row>",
        "<row r=\"2\"><c t=\"s\"><v>77</v></c></row>",
        "<row r=\"2\"><c t=\"s\"><v>-1</v></c></row>",
        "<row r=\"2\"><c t=\"?\"><v>1</v></c></row>",
        "<row r=\"2\"><c t=\"str\"><v>&unknown;</v></c></row>",
        "<row r=\"2\"><c s=\"x\"><v>1</v></c></row>",
    ];
    let wrong = wrong_rows.map(|rows| sheet("", &format!("{HEADER}{rows}"), ""));
    for part in [deep, cut, entity, "<x".to_owned(), "x".to_owned()]
        .into_iter()
        .chain(wrong)
    {
        let found = read(&with_part("xl/worksheets/0.xml", part.clone()));
        let is_broken = matches!(found, Err(Fault::Broken | Fault::Empty));
        assert!(is_broken, "{}: {found:?}", &part[..part.len().min(200)]);
    }
    let far = sheet(
        "",
        &format!("{HEADER}<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row>"),
        "",
    );
    assert_eq!(
        read(&with_part("xl/worksheets/0.xml", far)),
        Err(Fault::TooManyColumns)
    );
    let document = with_part("xl/workbook.xml", "<document/>".to_owned());
    assert_eq!(read(&document), Err(Fault::Unreadable));
    let binary = with_part(
        "_rels/.rels",
        "<R><Relationship Id=\"1\" Type=\"/officeDocument\" Target=\"xl/workbook.bin\"/></R>"
            .to_owned(),
    );
    assert_eq!(read(&binary), Err(Fault::OldFormat));
    assert_eq!(
        read(&with_part("_rels/.rels", "<R/>".to_owned())),
        Err(Fault::Unreadable)
    );
    assert_eq!(read(b"PK\x03\x04"), Err(Fault::Broken));
    let twice = Workbook::of(&format!("{HEADER}{ROW}"), "");
    let parts = twice.parts.iter().chain(&twice.parts[..1]);
    let twice = package(parts.map(|(path, part)| (path.as_str(), part.as_bytes())));
    assert_eq!(read(&twice), Err(Fault::Broken));
}

#[test]
fn a_workbook_with_too_many_rows_is_refused() {
    let rows: String = (2..100_010).map(|_| "<row><c><v>1</v></c></row>").collect();
    let bytes = Workbook::of(&format!("{HEADER}{rows}"), "").bytes();
    assert_eq!(read(&bytes), Err(Fault::TooManyRows));
}

#[test]
fn a_file_that_was_cut_anywhere_is_answered() {
    let whole = whole();
    assert!(read(&whole).is_ok());
    for length in 0..whole.len() {
        assert!(read(&whole[..length]).is_err(), "{length}");
    }
}

#[test]
fn a_file_with_any_bit_turned_is_answered() {
    let whole = whole();
    for bit in 0..whole.len() * 8 {
        let mut turned = whole.clone();
        turned[bit / 8] ^= 1 << (bit % 8);
        let _ = read(&turned);
    }
}

proptest! {
    #[test]
    fn a_package_with_any_bytes_is_answered(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let mut package = b"PK\x03\x04".to_vec();
        package.extend(&bytes);
        let _ = read(&package);
        let mut spoiled = whole();
        for (at, byte) in bytes.iter().enumerate().take(8) {
            let place = (usize::from(*byte) * 97 + at * 131) % spoiled.len();
            spoiled[place] = bytes[bytes.len() - 1 - at % bytes.len()];
        }
        let _ = read(&spoiled);
    }

    #[test]
    fn a_sheet_of_any_pieces_is_answered(pieces in prop::collection::vec(
        prop::sample::select(vec![
            "<row>", "</row>", "<row r=\"3\">", "<c>", "</c>", "<c r=\"B3\" t=\"s\">", "<v>", "</v>", "1",
            "<is>", "</is>", "<t>", "</t>", "<f/>", "<sheetData>", "</sheetData>", "&lt;", "&#0;", "<![CDATA[x]]>",
            "<!-- -->", "<mergeCell/>", "<c/>",
        ]), 0..40)
    ) {
        let part = format!("<worksheet><sheetData>{HEADER}{}</sheetData></worksheet>", pieces.concat());
        let _ = read(&with_part("xl/worksheets/0.xml", part));
    }
}
