//! The zip package (APPNOTE 6.3), whose parts are unpacked only while they are read and only up to a
//! limit. What a package says of its sizes is never believed: only where its parts lie, and which
//! checksum they have.

use std::cell::Cell;
use std::collections::HashMap;
use std::io::{self, BufReader, Read};
use std::rc::Rc;

use domain::table::Fault;
use flate2::Crc;
use flate2::read::DeflateDecoder;

use super::xml::Xml;

/// Bytes of all parts that are unpacked at most: a table of 100 000 rows has a third of it.
const UNPACKED: u64 = 128 * 1024 * 1024;
/// Parts of a package; a workbook of one sheet has about ten.
const PARTS: usize = 1_000;

/// How the list of parts ends, a part of it begins, and a part itself.
const END: &[u8] = b"PK\x05\x06";
const LISTED: &[u8] = b"PK\x01\x02";
const STORED: &[u8] = b"PK\x03\x04";
/// Bytes of each without the texts that follow.
const END_SIZE: usize = 22;
const LISTED_SIZE: usize = 46;
const STORED_SIZE: usize = 30;
/// The longest text behind the end of the list.
const LONGEST_REMARK: usize = 0xffff;

/// A package that is being read.
pub(super) struct Package<'a> {
    bytes: &'a [u8],
    parts: HashMap<&'a [u8], Listed>,
    /// How many bytes may still be unpacked; gone for good once one was too many.
    left: Rc<Cell<Option<u64>>>,
}

/// Where a part lies.
struct Listed {
    at: usize,
    /// Bytes as it is packed; those of large packages say so elsewhere.
    packed: usize,
    is_deflated: bool,
    checksum: u32,
}

/// A part that is being unpacked.
pub(super) type Part<'a> = Xml<BufReader<Checked<Box<dyn Read + 'a>>>>;

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        let end = end_of(bytes).ok_or(Fault::Broken)?;
        let count = usize::from(two(end, 10).ok_or(Fault::Broken)?);
        if count > PARTS {
            return Err(Fault::TooLarge);
        }
        let mut at = four(end, 16).ok_or(Fault::Broken)?;
        let mut parts = HashMap::with_capacity(count);
        for _ in 0..count {
            let listed = bytes.get(at..).ok_or(Fault::Broken)?;
            let (name, part, size) = listed_part(listed).ok_or(Fault::Broken)?;
            // Of two parts with one name nobody knows which is meant.
            if parts.insert(name, part).is_some() {
                return Err(Fault::Broken);
            }
            at = at.checked_add(size).ok_or(Fault::Broken)?;
        }
        Ok(Self {
            bytes,
            parts,
            left: Rc::new(Cell::new(Some(UNPACKED))),
        })
    }

    /// A part by its path; `None` where there is none.
    pub(super) fn part(&mut self, path: &str) -> Result<Option<Part<'a>>, Fault> {
        let Some(listed) = self.parts.get(path.as_bytes()) else {
            return Ok(None);
        };
        let packed = packed(self.bytes, listed).ok_or(Fault::Broken)?;
        let inner: Box<dyn Read + 'a> = if listed.is_deflated {
            Box::new(DeflateDecoder::new(packed))
        } else {
            Box::new(packed)
        };
        let checked = Checked {
            inner,
            left: Rc::clone(&self.left),
            sum: Crc::new(),
            expected: listed.checksum,
        };
        Ok(Some(Xml::new(
            BufReader::new(checked),
            Rc::clone(&self.left),
        )))
    }
}

/// The end of the list of parts, which is the end of the package but for a remark.
fn end_of(bytes: &[u8]) -> Option<&[u8]> {
    let last = bytes.len().checked_sub(END_SIZE)?;
    let first = last.saturating_sub(LONGEST_REMARK);
    (first..=last).rev().find_map(|at| {
        let end = bytes.get(at..)?;
        let remark = usize::from(two(end, 20)?);
        (end.starts_with(END) && end.len() == END_SIZE + remark).then_some(end)
    })
}

/// The name of the part that is listed first, where it lies, and how long its place in the list is.
fn listed_part(listed: &[u8]) -> Option<(&[u8], Listed, usize)> {
    let (flags, method) = (two(listed, 8)?, two(listed, 10)?);
    let is_closed = flags & 1 != 0;
    if !listed.starts_with(LISTED) || is_closed || !matches!(method, 0 | 8) {
        return None;
    }
    let name = LISTED_SIZE.checked_add(usize::from(two(listed, 28)?))?;
    let beside = usize::from(two(listed, 30)?) + usize::from(two(listed, 32)?);
    let part = Listed {
        at: four(listed, 42)?,
        packed: four(listed, 20)?,
        is_deflated: method == 8,
        checksum: u32::try_from(four(listed, 16)?).ok()?,
    };
    Some((listed.get(LISTED_SIZE..name)?, part, name + beside))
}

/// The bytes of a part as they are packed. Deflated ones know their end themselves.
fn packed<'a>(bytes: &'a [u8], listed: &Listed) -> Option<&'a [u8]> {
    let stored = bytes.get(listed.at..)?;
    let before = STORED_SIZE + usize::from(two(stored, 26)?) + usize::from(two(stored, 28)?);
    let packed = stored
        .get(before..)
        .filter(|_| stored.starts_with(STORED))?;
    if listed.is_deflated {
        Some(packed.get(..listed.packed).unwrap_or(packed))
    } else {
        packed.get(..listed.packed)
    }
}

/// Numbers of a package lie with their last byte first.
fn two(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..)?.first_chunk()?;
    Some(u16::from_le_bytes(*bytes))
}

fn four(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..)?.first_chunk()?;
    usize::try_from(u32::from_le_bytes(*bytes)).ok()
}

/// Bytes that end with an error where more come than may, or others than were packed.
pub(super) struct Checked<R> {
    inner: R,
    left: Rc<Cell<Option<u64>>>,
    sum: Crc,
    expected: u32,
}

impl<R: Read> Read for Checked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        if count == 0 && !buffer.is_empty() && self.sum.sum() != self.expected {
            return Err(io::Error::other("not what was packed"));
        }
        self.sum.update(buffer.get(..count).unwrap_or_default());
        let left = self.left.get();
        let left = left.and_then(|left| left.checked_sub(count as u64));
        self.left.set(left);
        match left {
            Some(_) => Ok(count),
            None => Err(io::Error::other("more than is unpacked")),
        }
    }
}
