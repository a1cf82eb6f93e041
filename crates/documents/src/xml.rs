//! XML from any text: every name is ours, every text and value is escaped, and what XML cannot hold
//! is left out.

use std::io;

use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use quick_xml::writer::Writer;

/// XML that is written to memory.
pub(crate) type Xml = Writer<Vec<u8>>;
/// Names and values.
type Attributes<'a> = &'a [(&'a str, &'a str)];

/// A document with its first line.
pub(crate) fn document() -> io::Result<Xml> {
    let mut xml = Writer::new(Vec::new());
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    Ok(xml)
}

fn start<'a>(name: &'a str, attributes: Attributes<'_>) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, &*allowed(value)));
    }
    start
}

/// The start of an element.
pub(crate) fn begin(xml: &mut Xml, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
    xml.write_event(Event::Start(start(name, attributes)))
}

/// The end of an element.
pub(crate) fn end(xml: &mut Xml, name: &str) -> io::Result<()> {
    xml.write_event(Event::End(BytesEnd::new(name)))
}

/// An element without content.
pub(crate) fn empty(xml: &mut Xml, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
    xml.write_event(Event::Empty(start(name, attributes)))
}

/// An element that holds a text.
pub(crate) fn text(
    xml: &mut Xml,
    name: &str,
    attributes: Attributes<'_>,
    text: &str,
) -> io::Result<()> {
    begin(xml, name, attributes)?;
    xml.write_event(Event::Text(BytesText::new(&allowed(text))))?;
    end(xml, name)
}

/// A text without the signs that XML 1.0 cannot hold in any form.
fn allowed(text: &str) -> String {
    let is_allowed = |sign: &char| match sign {
        '\n' | '\t' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        sign => *sign >= ' ',
    };
    text.chars().filter(is_allowed).collect()
}
