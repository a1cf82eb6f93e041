//! XML piece by piece, however deep it says to be.

use std::cell::Cell;
use std::io::BufRead;
use std::rc::Rc;

use domain::table::{Fault, MAX_CELL};
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// Elements within each other. A sheet has eight.
const DEPTH: usize = 32;

/// A part of a package while it is read.
pub(super) struct Xml<R> {
    reader: Reader<R>,
    depth: usize,
    left: Rc<Cell<Option<u64>>>,
}

impl<R: BufRead> Xml<R> {
    pub(super) fn new(reader: R, left: Rc<Cell<Option<u64>>>) -> Self {
        let mut reader = Reader::from_reader(reader);
        reader.config_mut().expand_empty_elements = true;
        Self {
            reader,
            depth: 0,
            left,
        }
    }

    /// The next piece. The end comes only after every element was closed.
    pub(super) fn next<'b>(&mut self, buffer: &'b mut Vec<u8>) -> Result<Event<'b>, Fault> {
        buffer.clear();
        let event = match self.reader.read_event_into(buffer) {
            Ok(event) => event,
            Err(_) if self.left.get().is_none() => return Err(Fault::TooLarge),
            Err(_) => return Err(Fault::Broken),
        };
        match &event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            // What declares entities of its own is no part of a workbook.
            Event::DocType(_) => return Err(Fault::Broken),
            Event::Eof if self.depth > 0 => return Err(Fault::Broken),
            _ => {}
        }
        if self.depth > DEPTH {
            return Err(Fault::Broken);
        }
        Ok(event)
    }

    /// The text of the element that has just begun, up to its end; of an element that holds others
    /// what stands in their `t`, without how it is pronounced. `None` where it is too long.
    pub(super) fn text(&mut self, is_plain: bool) -> Result<Option<String>, Fault> {
        let (mut text, mut buffer) = (String::new(), Vec::new());
        let (mut too_long, mut in_text, mut spoken) = (false, is_plain, None);
        let outside = self.depth.saturating_sub(1);
        loop {
            let event = self.next(&mut buffer)?;
            let piece = match &event {
                Event::Start(element) => {
                    match element.local_name().as_ref() {
                        "t" => in_text = true,
                        "rPh" => spoken = spoken.or(Some(self.depth)),
                        _ => {}
                    }
                    continue;
                }
                Event::End(element) => {
                    if self.depth == outside {
                        break;
                    }
                    in_text &= element.local_name().as_ref() != "t";
                    spoken = spoken.filter(|depth| self.depth >= *depth);
                    continue;
                }
                Event::Text(piece) => piece.xml10_content(),
                Event::CData(piece) => piece.xml10_content(),
                Event::GeneralRef(name) => match name.resolve_char_ref() {
                    Ok(Some(character)) => character.to_string().into(),
                    _ => resolve_xml_entity(name).ok_or(Fault::Broken)?.into(),
                },
                Event::Eof => return Err(Fault::Broken),
                _ => continue,
            };
            if in_text && spoken.is_none() && !too_long {
                text.push_str(&piece);
                too_long = text.len() > 4 * MAX_CELL;
            }
        }
        too_long |= text.chars().count() > MAX_CELL;
        Ok((!too_long).then_some(text))
    }
}

/// An attribute by its name without a prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, Fault> {
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| Fault::Broken)?;
        if attribute.key.local_name().as_ref() == name {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            return Ok(Some(value.map_err(|_| Fault::Broken)?.into_owned()));
        }
    }
    Ok(None)
}

/// Whether an attribute says yes.
pub(super) fn is_set(element: &BytesStart<'_>, name: &str) -> Result<bool, Fault> {
    let value = attribute(element, name)?;
    Ok(matches!(value.as_deref(), Some("1" | "true")))
}
