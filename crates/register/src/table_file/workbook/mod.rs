//! XLSX (ISO/IEC 29500): a package of XML parts. What is needed of it is read by ourselves, since
//! readers for every use reserve memory for the counts that a file states of itself.

mod package;
mod parts;
mod sheet;
mod styles;
mod xml;

use domain::table::{Fault, Table};

use self::package::Package;
use self::parts::Workbook;
use self::styles::NumberStyle;
use super::gathering::Gathering;

/// What the cells of a sheet refer to.
#[derive(Debug, Default)]
struct Shared {
    /// The texts; `None` of one that is too long to be read.
    texts: Vec<Option<String>>,
    /// What a number in a style is.
    styles: Vec<NumberStyle>,
    /// Whether days are counted from 1904.
    is_1904: bool,
}

pub(super) fn read(bytes: &[u8]) -> Result<Table, Fault> {
    let mut package = Package::open(bytes)?;
    let Workbook {
        sheets,
        texts,
        styles,
        is_1904,
    } = parts::workbook(&mut package)?;
    let mut gathering = Gathering::default();
    if sheets.iter().any(|sheet| sheet.is_hidden) {
        gathering.note(Fault::Hidden);
    }
    let mut visible = sheets.into_iter().filter(|sheet| !sheet.is_hidden);
    let sheet = visible.next().ok_or(Fault::Empty)?;
    if visible.next().is_some() {
        gathering.note(Fault::Sheets);
    }
    let shared = Shared {
        texts: match texts {
            Some(path) => parts::texts(&mut package, &path)?,
            None => Vec::new(),
        },
        styles: match styles {
            Some(path) => styles::number_styles(&mut package, &path)?,
            None => Vec::new(),
        },
        is_1904,
    };
    sheet::read(&mut package, &sheet.path, &shared, &mut gathering)?;
    gathering.finish()
}
