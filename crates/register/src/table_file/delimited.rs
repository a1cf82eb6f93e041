//! Text whose cells are separated by a sign, one row on each line.

use csv::{ByteRecord, ReaderBuilder};
use domain::table::{Cell, Fault, MAX_CELL, Table};

use super::gathering::Gathering;
use super::letters::{self, Letters};

/// What may separate cells.
const SEPARATORS: [u8; 3] = [b';', b',', b'\t'];

pub(super) fn read(bytes: &[u8]) -> Result<Table, Fault> {
    let (bytes, letters) = letters::of(bytes)?;
    let mut gathering = Gathering::default();
    if letters == Letters::Windows1252 {
        gathering.note(Fault::FromWindows1252);
    }
    // Each mark that opens is closed, and one within a quoted text is written twice.
    let is_open = |open: bool, byte: &u8| open != (*byte == b'"');
    if bytes.iter().fold(false, is_open) {
        gathering.note(Fault::QuoteOpen);
    }
    let (separator, lines) = match stated_separator(&bytes) {
        Some((separator, rest)) => (separator, rest),
        None => (
            separator_of(&bytes).ok_or(Fault::SeparatorUnclear)?,
            &bytes[..],
        ),
    };
    let skipped = u64::from(lines.len() < bytes.len());
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(lines);
    let mut record = ByteRecord::new();
    while reader
        .read_byte_record(&mut record)
        .map_err(|_| Fault::Broken)?
    {
        let line = record.position().map_or(0, |at| line_of(at, lines)) + skipped;
        let number = u32::try_from(line).map_err(|_| Fault::TooLarge)?;
        let cells = record.iter().map(|cell| read_cell(cell, letters));
        gathering.row(number, cells.collect())?;
    }
    gathering.finish()
}

/// The line on which a record begins. The reader has not yet passed the end of the line before it,
/// nor the empty lines between.
fn line_of(at: &csv::Position, lines: &[u8]) -> u64 {
    let from = usize::try_from(at.byte()).unwrap_or(usize::MAX);
    let between = lines.get(from..).unwrap_or_default().iter();
    let between = between.take_while(|byte| matches!(byte, b'\r' | b'\n'));
    at.line() + between.filter(|byte| **byte == b'\n').count() as u64
}

fn read_cell(bytes: &[u8], letters: Letters) -> Cell {
    // Nobody needs the letters of a text that is too long in any code page.
    if bytes.len() > 4 * MAX_CELL {
        return Cell::Fault(Fault::CellTooLong);
    }
    match letters.text(bytes) {
        None => Cell::Fault(Fault::Letters),
        Some(text) if text.chars().count() > MAX_CELL => Cell::Fault(Fault::CellTooLong),
        // Spreadsheets take such a text for a formula, also the one around a number in quotes.
        Some(text) if text.trim_start().starts_with('=') => Cell::Fault(Fault::Formula),
        Some(text) => Cell::Text(text),
    }
}

/// The separator that Excel writes on a line of its own, `sep=;`, and what follows that line.
fn stated_separator(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let rest = bytes.strip_prefix(b"sep=")?;
    let (separator, rest) = rest.split_first()?;
    let end = rest.iter().position(|byte| *byte == b'\n')?;
    let is_line = rest[..end].trim_ascii().is_empty();
    (is_line && SEPARATORS.contains(separator)).then(|| (*separator, &rest[end + 1..]))
}

/// What separates the names of the header: the sign that stands there most often, outside of
/// quotes. `None` where two do.
fn separator_of(bytes: &[u8]) -> Option<u8> {
    let mut counts = [0_usize; SEPARATORS.len()];
    let (mut quoted, mut begun) = (false, false);
    for byte in bytes {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if begun && !quoted => break,
            _ if quoted => {}
            _ => {
                let at = SEPARATORS.iter().position(|separator| separator == byte);
                if let Some(at) = at {
                    counts[at] += 1;
                }
            }
        }
        begun |= !byte.is_ascii_whitespace();
    }
    let most = counts.iter().copied().max().unwrap_or_default();
    let mut found = SEPARATORS
        .iter()
        .zip(counts)
        .filter(|(_, count)| *count == most);
    let (separator, _) = found.next()?;
    // A single column is separated by nothing.
    (most == 0 || found.next().is_none()).then_some(*separator)
}
