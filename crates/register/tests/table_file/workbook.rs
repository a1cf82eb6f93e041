//! Workbooks made in the test.

use std::io::Write as _;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

/// The parts of a workbook, each of which a test may replace.
pub(crate) struct Workbook {
    pub(crate) parts: Vec<(String, String)>,
}

const SHEET_KIND: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";

impl Workbook {
    /// A workbook of one sheet with what stands in its `sheetData`, and after it.
    pub(crate) fn of(rows: &str, after: &str) -> Self {
        Self::with_sheets(&[("Taulukko", "", &sheet("", rows, after))])
    }

    /// A workbook of sheets, each with its name, its state and its part.
    pub(crate) fn with_sheets(sheets: &[(&str, &str, &str)]) -> Self {
        let mut parts = vec![
            (
                "_rels/.rels".to_owned(),
                "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/\
                 officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/>\
                 </Relationships>"
                    .to_owned(),
            ),
            (
                "xl/styles.xml".to_owned(),
                "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"d\\.m\\.yyyy\"/></numFmts>\
                 <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
                    .to_owned(),
            ),
            (
                "xl/sharedStrings.xml".to_owned(),
                "<sst uniqueCount=\"9999999999999999\"><si><t>Kohta</t></si><si><r><t>Mää</t></r>\
                 <r><t>rä</t></r></si><si><t>A &amp; &#228;</t><rPh><t>x</t></rPh></si></sst>"
                    .to_owned(),
            ),
        ];
        let (mut list, mut relations) = (String::new(), String::new());
        for (number, (name, state, part)) in sheets.iter().enumerate() {
            let state = if state.is_empty() {
                String::new()
            } else {
                format!("state=\"{state}\"")
            };
            list.extend([format!(
                "<sheet name=\"{name}\" sheetId=\"{number}\" {state} r:id=\"s{number}\"/>"
            )]);
            relations.extend([format!(
                "<Relationship Id=\"s{number}\" Type=\"{SHEET_KIND}\" Target=\"worksheets/{number}.xml\"/>"
            )]);
            parts.push((format!("xl/worksheets/{number}.xml"), (*part).to_owned()));
        }
        for (id, kind) in [("styles", "styles"), ("sharedStrings", "sharedStrings")] {
            relations.extend([format!(
                "<Relationship Id=\"{id}\" Type=\"http://x/{kind}\" Target=\"/xl/{id}.xml\"/>"
            )]);
        }
        parts.push((
            "xl/workbook.xml".to_owned(),
            format!("<workbook xmlns:r=\"r\"><sheets>{list}</sheets></workbook>"),
        ));
        parts.push((
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!("<Relationships>{relations}</Relationships>"),
        ));
        Self { parts }
    }

    /// The file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let parts = self.parts.iter();
        package(parts.map(|(path, part)| (path.as_str(), part.as_bytes())))
    }
}

/// A package of parts, each deflated.
pub(crate) fn package<'a>(parts: impl Iterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let (mut bytes, mut list, mut count) = (Vec::new(), Vec::new(), 0_u16);
    let size = |length: usize| u32::try_from(length).expect("a small file").to_le_bytes();
    for (path, part) in parts {
        let mut packed = DeflateEncoder::new(Vec::new(), Compression::default());
        packed.write_all(part).expect("it is packed");
        let packed = packed.finish().expect("it is packed");
        let mut sum = Crc::new();
        sum.update(part);
        // Version, flags, method, time and day; then checksum, sizes and the lengths of the texts.
        let mut facts = vec![20, 0, 0, 0, 8, 0, 0, 0, 0x21, 0];
        facts.extend(sum.sum().to_le_bytes());
        facts.extend(size(packed.len()));
        facts.extend(size(part.len()));
        facts.extend(&size(path.len())[..2]);
        facts.extend([0, 0]);
        list.extend(b"PK\x01\x02\x14\0");
        list.extend(&facts);
        list.extend([0; 10]);
        list.extend(size(bytes.len()));
        list.extend(path.as_bytes());
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&facts);
        bytes.extend(path.as_bytes());
        bytes.extend(&packed);
        count += 1;
    }
    let at = bytes.len();
    let listed = list.len();
    bytes.extend(list);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend(count.to_le_bytes());
    bytes.extend(count.to_le_bytes());
    bytes.extend(size(listed));
    bytes.extend(size(at));
    bytes.extend([0, 0]);
    bytes
}

/// A sheet with its columns, its rows and what follows them.
pub(crate) fn sheet(columns: &str, rows: &str, after: &str) -> String {
    format!("<worksheet>{columns}<sheetData>{rows}</sheetData>{after}</worksheet>")
}

/// The header `Kohta`, `Määrä`, `Päivä`.
pub(crate) const HEADER: &str = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>\
     <c r=\"C1\" t=\"inlineStr\"><is><t>Päivä</t></is></c></row>";
