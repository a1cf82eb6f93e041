//! The rows of a sheet.

use std::io::BufRead;

use domain::table::{Cell, Fault, MAX_COLUMNS};
use quick_xml::events::{BytesStart, Event};
use time::macros::date;
use time::{Date, Duration};

use super::Shared;
use super::package::Package;
use super::styles::NumberStyle;
use super::xml::{Xml, attribute, is_set};
use crate::table_file::gathering::Gathering;

/// Groups of hidden columns; a sheet has fewer than its columns.
const HIDDEN: usize = 1_000;

/// The count of the last day of the year 9999.
const LAST_DAY: i64 = 2_958_465;

/// Reads the rows of a sheet.
pub(super) fn read(
    package: &mut Package<'_>,
    path: &str,
    shared: &Shared,
    into: &mut Gathering,
) -> Result<(), Fault> {
    let mut part = package.part(path)?.ok_or(Fault::Broken)?;
    let (mut buffer, mut hidden) = (Vec::new(), Vec::new());
    let (mut last, mut has_rows) = (0, false);
    loop {
        match part.next(&mut buffer)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "col" if is_set(&element, "hidden")? => {
                    let first = attribute(&element, "min")?;
                    hidden.push(first.and_then(|first| first.parse::<usize>().ok()));
                    if hidden.len() > HIDDEN {
                        return Err(Fault::TooManyColumns);
                    }
                }
                "sheetData" => has_rows = true,
                "row" => {
                    let number = attribute(&element, "r")?;
                    let number = number.map_or(Ok(last + 1), |number| number.parse());
                    let number: u32 = number.map_err(|_| Fault::Broken)?;
                    let is_hidden = is_set(&element, "hidden")?;
                    // Rows rise, and the largest sheet there is ends here.
                    if number <= last || number > 1_048_576 {
                        return Err(Fault::Broken);
                    }
                    last = number;
                    let cells = row(&mut part, number, shared)?;
                    if is_hidden && cells.iter().any(|cell| !cell.is_empty()) {
                        into.note(Fault::Hidden);
                    }
                    into.row(number, cells)?;
                }
                "mergeCell" => into.note(Fault::Merged),
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    // Many sheets hide all that is right of the table; that hides nothing.
    let hides = |first: &Option<usize>| first.is_none_or(|first| first <= into.width());
    if hidden.iter().any(hides) {
        into.note(Fault::Hidden);
    }
    if has_rows { Ok(()) } else { Err(Fault::Empty) }
}

/// The cells of a row that has begun, up to its end.
fn row<R: BufRead>(part: &mut Xml<R>, number: u32, shared: &Shared) -> Result<Vec<Cell>, Fault> {
    let (mut cells, mut buffer) = (Vec::new(), Vec::new());
    loop {
        let (column, kind, style) = match part.next(&mut buffer)? {
            Event::Start(element) if element.local_name().as_ref() == "c" => {
                let column = match attribute(&element, "r")? {
                    Some(place) => column_of(&place, number)?,
                    None => cells.len() + 1,
                };
                (column, attribute(&element, "t")?, style(&element)?)
            }
            Event::End(element) if element.local_name().as_ref() == "row" => return Ok(cells),
            Event::Eof => return Err(Fault::Broken),
            _ => continue,
        };
        let style = shared.styles.get(style).copied().unwrap_or_default();
        let value = cell(part, kind.as_deref().unwrap_or("n"), style, shared)?;
        if column <= cells.len() {
            return Err(Fault::Broken);
        }
        // A cell far to the right is read only where something stands in it.
        if !value.is_empty() {
            if column > MAX_COLUMNS {
                return Err(Fault::TooManyColumns);
            }
            cells.resize(column - 1, Cell::EMPTY);
            cells.push(value);
        }
    }
}

fn style(element: &BytesStart<'_>) -> Result<usize, Fault> {
    let style = attribute(element, "s")?;
    style.map_or(Ok(0), |style| style.parse().map_err(|_| Fault::Broken))
}

/// The column of a place such as `AB12`, which must be in the row.
fn column_of(place: &str, row: u32) -> Result<usize, Fault> {
    let letters = place.bytes().take_while(u8::is_ascii_uppercase).count();
    let (letters, digits) = place.split_at(letters);
    if letters.is_empty() || letters.len() > 3 || digits.parse() != Ok(row) {
        return Err(Fault::Broken);
    }
    let digit = |letter: u8| usize::from(letter - b'A') + 1;
    Ok(letters
        .bytes()
        .fold(0, |column, letter| column * 26 + digit(letter)))
}

/// The value of a cell that has begun, up to its end.
fn cell<R: BufRead>(
    part: &mut Xml<R>,
    kind: &str,
    style: NumberStyle,
    shared: &Shared,
) -> Result<Cell, Fault> {
    let mut buffer = Vec::new();
    let (mut value, mut is_formula) = (Some(String::new()), false);
    loop {
        let within = match part.next(&mut buffer)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "f" => Within::Formula,
                "v" => Within::Value,
                "is" => Within::Text,
                _ => Within::Other,
            },
            Event::End(element) if element.local_name().as_ref() == "c" => break,
            Event::Eof => return Err(Fault::Broken),
            _ => continue,
        };
        let text = part.text(matches!(within, Within::Value))?;
        match within {
            Within::Formula => is_formula = true,
            Within::Value | Within::Text => value = text,
            Within::Other => {}
        }
    }
    if is_formula {
        return Ok(Cell::Fault(Fault::Formula));
    }
    let Some(value) = value else {
        return Ok(Cell::Fault(Fault::CellTooLong));
    };
    Ok(match kind {
        "s" => match value
            .trim()
            .parse()
            .ok()
            .and_then(|at: usize| shared.texts.get(at))
        {
            Some(Some(text)) => Cell::Text(text.clone()),
            Some(None) => Cell::Fault(Fault::CellTooLong),
            None => return Err(Fault::Broken),
        },
        "inlineStr" | "str" => Cell::Text(value),
        "e" => Cell::Fault(Fault::ErrorValue),
        "b" => Cell::Text(value.trim().to_owned()),
        "d" => written_day(value.trim()),
        "n" if value.trim().is_empty() => Cell::EMPTY,
        "n" => match (style, number(value.trim())) {
            (NumberStyle::Day, Some(number)) => day(&number, shared.is_1904),
            (NumberStyle::Percent, Some(number)) => percentage(&number),
            (NumberStyle::Plain, Some(number)) => Cell::Number(number),
            (_, None) => Cell::Fault(Fault::NotAValue),
        },
        _ => return Err(Fault::Broken),
    })
}

/// What a part of a cell holds.
enum Within {
    Formula,
    Value,
    Text,
    Other,
}

/// A number as people see it. Workbooks keep binary fractions with up to 17 digits, and spreadsheets
/// show 15 of them: `1.1000000000000001` is 1.1.
fn number(stored: &str) -> Option<String> {
    let number: f64 = stored.parse().ok()?;
    let shown: f64 = format!("{number:.14e}").parse().ok()?;
    (shown.abs() < 1e15).then(|| shown.to_string())
}

/// A share as people see it: `0.8` is shown as `80 %`.
fn percentage(number: &str) -> Cell {
    let hundred_times = number.parse::<f64>().map(|share| share * 100.0);
    let percent = hundred_times
        .ok()
        .and_then(|of| self::number(&of.to_string()));
    let typed = percent.map(|percent| Cell::Text(format!("{} %", Cell::Number(percent).typed())));
    typed.unwrap_or(Cell::Fault(Fault::NotAValue))
}

/// The day that a number counts to. Before March 1900 the count has a day that never was.
fn day(number: &str, is_1904: bool) -> Cell {
    let whole = number.split_once('.').map_or(number, |(whole, _)| whole);
    let (from, first) = if is_1904 {
        (date!(1904 - 01 - 01), 0)
    } else {
        (date!(1899 - 12 - 30), 61)
    };
    let days = whole.parse().ok();
    let days = days.filter(|days| (first..=LAST_DAY).contains(days));
    let day = days.and_then(|days| from.checked_add(Duration::days(days)));
    day.map_or(Cell::Fault(Fault::NotAValue), Cell::Day)
}

/// A day that is written out, with or without a time.
fn written_day(text: &str) -> Cell {
    let day: Option<Date> = text.get(..10).and_then(domain::finding::parse_date);
    day.map_or(Cell::Fault(Fault::NotAValue), Cell::Day)
}
