//! The file: pages from the page writer, and around them all that makes them accessible and
//! archivable.

use super::PdfError;
use super::font::Faces;
use super::layout::{PAGE_HEIGHT, PAGE_WIDTH};
use super::metadata::{Facts, text_string};
use super::model::Content;
use super::outline::{self, Heading};
use super::sheet::{Area, Sheet};
use super::srgb;
use super::tags::{Tree, integer};
use lopdf::{Document, Object, ObjectId, ObjectStreamConfig, SaveOptions, Stream, dictionary};
use printpdf::{PdfDocument, PdfPage, PdfSaveOptions, PdfWarnMsg, Pt, Rect};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// Longer documents open with their outline beside them.
const PAGES_WITHOUT_OUTLINE: usize = 2;

/// Writes the file.
pub(super) fn write(
    content: &Content,
    faces: &Faces,
    tree: &Tree,
    sheets: Vec<Sheet>,
) -> Result<Vec<u8>, PdfError> {
    let about = Facts::of(content);
    let mut links = Vec::new();
    let mut headings = Vec::new();
    let mut pages = Vec::new();
    for (index, mut sheet) in sheets.into_iter().enumerate() {
        links.push(std::mem::take(&mut sheet.links));
        let found = std::mem::take(&mut sheet.headings).into_iter();
        headings.extend(found.map(|(entry, top)| (index, entry, top)));
        pages.push(a4(sheet));
    }

    let mut document = drawn(faces, pages)?;
    "1.7".clone_into(&mut document.version);
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    let annotations = annotate(&mut document, &pages, &links)?;
    let structure = tree.write(&mut document, &pages, &annotations);
    let headings: Vec<Heading> = headings
        .into_iter()
        .filter_map(|(index, entry, top)| {
            Some(Heading {
                entry,
                page: *pages.get(index)?,
                top,
            })
        })
        .collect();
    let outline = outline::write(&mut document, &headings);

    let xmp = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    let xmp = Stream::new(xmp, about.xmp().into_bytes()).with_compression(false);
    let metadata = document.add_object(xmp);
    let profile = document.add_object(Stream::new(dictionary! { "N" => 3 }, srgb::profile()));
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    };
    let info = document.trailer.get(b"Info")?.as_reference()?;
    document.set_object(info, about.info());

    let with_outline = pages.len() > PAGES_WITHOUT_OUTLINE && outline.is_some();
    let catalog = document.catalog_mut()?;
    catalog.set("Lang", Object::string_literal(about.lang()));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set(
        "ViewerPreferences",
        dictionary! { "DisplayDocTitle" => true },
    );
    catalog.set("StructTreeRoot", structure);
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", vec![Object::from(intent)]);
    catalog.set(
        "PageMode",
        if with_outline {
            "UseOutlines"
        } else {
            "UseNone"
        },
    );
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
    }
    saved(document)
}

fn a4(sheet: Sheet) -> PdfPage {
    let page = || Rect::from_wh(Pt(PAGE_WIDTH), Pt(PAGE_HEIGHT));
    PdfPage {
        media_box: page(),
        trim_box: page(),
        crop_box: page(),
        ops: sheet.into_ops(),
    }
}

/// The pages with their subset fonts, as objects.
fn drawn(faces: &Faces, pages: Vec<PdfPage>) -> Result<Document, PdfError> {
    let mut pdf = PdfDocument::new("");
    pdf.resources
        .fonts
        .map
        .extend(faces.both().map(super::font::Face::entry));
    pdf.with_pages(pages);
    let mut warnings: Vec<PdfWarnMsg> = Vec::new();
    let document = pdf.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    match warnings.into_iter().next() {
        Some(warning) => Err(PdfError::Refused(warning.msg)),
        None => Ok(document),
    }
}

/// Prepares the pages for their tags and writes the links; gives the links in reading order.
fn annotate(
    document: &mut Document,
    pages: &[ObjectId],
    links: &[Vec<Area>],
) -> Result<Vec<ObjectId>, PdfError> {
    let mut annotations = Vec::new();
    for ((index, page), areas) in pages.iter().enumerate().zip(links) {
        let mut own: Vec<Object> = Vec::new();
        for area in areas {
            let key = Tree::annotation_key(pages.len(), annotations.len());
            let annotation = document.add_object(dictionary! {
                "Type" => "Annot",
                "Subtype" => "Link",
                "Rect" => area.corners.map(Object::Real).to_vec(),
                "Border" => vec![0.into(), 0.into(), 0.into()],
                "F" => 4,
                "Contents" => text_string(&area.target.text),
                "StructParent" => integer(key),
                "A" => dictionary! {
                    "Type" => "Action",
                    "S" => "URI",
                    "URI" => Object::string_literal(ascii(&area.target.href)),
                },
            });
            annotations.push(annotation);
            own.push(annotation.into());
        }
        let page = document.get_dictionary_mut(*page)?;
        page.set("StructParents", integer(index));
        page.set("Tabs", "S");
        page.remove(b"Annots");
        if !own.is_empty() {
            page.set("Annots", own);
        }
    }
    Ok(annotations)
}

/// An address in the seven bits that a PDF allows.
fn ascii(href: &str) -> String {
    let mut ascii = String::new();
    for byte in href.bytes() {
        if byte.is_ascii_graphic() {
            ascii.push(byte.into());
        } else {
            // Writing to a string cannot fail.
            let _ = write!(ascii, "%{byte:02X}");
        }
    }
    ascii
}

/// The bytes as they are written: structure dictionaries in compressed object streams, which takes
/// a third off the size of an extract.
///
/// A stream whose last byte is a carriage return would be followed by a line feed, and readers
/// that take both for one end of a line measure it one byte too short. Such a stream is written
/// plain; object streams, which are made while writing, are cut in other places.
fn written(document: &mut Document) -> Result<Vec<u8>, PdfError> {
    const OBJECTS: std::ops::Range<usize> = 100..108;
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object
            && stream.content.ends_with(b"\r")
        {
            let plain = stream.decompressed_content()?;
            stream.set_plain_content(plain);
        }
    }
    let mut bytes = Vec::new();
    for max_objects_per_stream in OBJECTS {
        let options = SaveOptions {
            use_object_streams: true,
            use_xref_streams: true,
            object_stream_config: ObjectStreamConfig {
                max_objects_per_stream,
                ..ObjectStreamConfig::default()
            },
            ..SaveOptions::default()
        };
        bytes.clear();
        document.clone().save_with_options(&mut bytes, options)?;
        let end = b"\r\nendstream";
        if !bytes.windows(end.len()).any(|window| window == end) {
            break;
        }
    }
    Ok(bytes)
}

/// The bytes of the file, with an identifier that is the hash of all others.
fn saved(document: Document) -> Result<Vec<u8>, PdfError> {
    const BLANK: [u8; 16] = [0; 16];
    let mut document = document;
    let blank = Object::String(BLANK.to_vec(), lopdf::StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![blank.clone(), blank]);
    document.compress();
    let mut bytes = written(&mut document)?;
    let written = "0".repeat(2 * BLANK.len()).into_bytes();
    let hash = Sha256::digest(&bytes);
    let mut identifier = String::new();
    for byte in hash.iter().take(BLANK.len()) {
        let _ = write!(identifier, "{byte:02X}");
    }
    // The trailer is the last object of the file.
    for _ in 0..2 {
        let at = bytes
            .windows(written.len())
            .rposition(|window| window == written);
        let place = at.and_then(|at| bytes.get_mut(at..at + written.len()));
        let place = place.ok_or(lopdf::Error::Syntax(
            "no identifier in the trailer".to_owned(),
        ))?;
        place.copy_from_slice(identifier.as_bytes());
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::ascii;

    #[test]
    fn an_address_is_written_in_seven_bits() {
        assert_eq!(
            ascii("https://x.fi/päätös 1"),
            "https://x.fi/p%C3%A4%C3%A4t%C3%B6s%201"
        );
    }
}
