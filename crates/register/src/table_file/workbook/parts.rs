//! The parts beside a sheet: which sheets there are, and the texts that they share.

use domain::table::Fault;
use quick_xml::events::Event;

use super::package::Package;
use super::xml::{attribute, is_set};

/// Sheets and relations of a workbook, so that no list of them fills the memory.
const LISTED: usize = 1_000;
/// Texts that the cells of a workbook share.
const TEXTS: usize = 1_000_000;

/// A workbook.
#[derive(Debug)]
pub(super) struct Workbook {
    pub(super) sheets: Vec<SheetPart>,
    /// The path of the shared texts.
    pub(super) texts: Option<String>,
    /// The path of the styles.
    pub(super) styles: Option<String>,
    pub(super) is_1904: bool,
}

/// A sheet of a workbook.
#[derive(Debug)]
pub(super) struct SheetPart {
    pub(super) path: String,
    pub(super) is_hidden: bool,
}

/// A part that another one refers to.
struct Relation {
    id: String,
    kind: String,
    path: String,
}

/// Finds the workbook of a package and what belongs to it.
pub(super) fn workbook(package: &mut Package<'_>) -> Result<Workbook, Fault> {
    let relations = relations(package, "_rels/.rels", "")?;
    let relations = relations.ok_or(Fault::Unreadable)?;
    let path = path_of(&relations, "/officeDocument").ok_or(Fault::Unreadable)?;
    // The binary form of a workbook begins as this one does.
    if path.to_ascii_lowercase().ends_with(".bin") {
        return Err(Fault::OldFormat);
    }
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
    let of_workbook = if folder.is_empty() {
        format!("_rels/{name}.rels")
    } else {
        format!("{folder}/_rels/{name}.rels")
    };
    let relations = self::relations(package, &of_workbook, folder)?.unwrap_or_default();
    let mut part = package.part(&path)?.ok_or(Fault::Broken)?;
    let mut workbook = Workbook {
        sheets: Vec::new(),
        texts: path_of(&relations, "/sharedStrings"),
        styles: path_of(&relations, "/styles"),
        is_1904: false,
    };
    let (mut is_workbook, mut buffer) = (false, Vec::new());
    loop {
        match part.next(&mut buffer)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "workbook" => is_workbook = true,
                "workbookPr" => workbook.is_1904 = is_set(&element, "date1904")?,
                "sheet" => {
                    let id = attribute(&element, "id")?;
                    let found = relations.iter().find(|of| Some(&of.id) == id.as_ref());
                    let state = attribute(&element, "state")?;
                    workbook.sheets.push(SheetPart {
                        path: found.ok_or(Fault::Broken)?.path.clone(),
                        is_hidden: state.is_some_and(|state| state != "visible"),
                    });
                    if workbook.sheets.len() > LISTED {
                        return Err(Fault::TooLarge);
                    }
                }
                _ => {}
            },
            Event::Eof if is_workbook => return Ok(workbook),
            Event::Eof => return Err(Fault::Unreadable),
            _ => {}
        }
    }
}

fn path_of(relations: &[Relation], kind: &str) -> Option<String> {
    let found = relations.iter().find(|of| of.kind.ends_with(kind));
    found.map(|of| of.path.clone())
}

/// What a part refers to within the package; `None` where it has no such list.
fn relations(
    package: &mut Package<'_>,
    path: &str,
    folder: &str,
) -> Result<Option<Vec<Relation>>, Fault> {
    let Some(mut part) = package.part(path)? else {
        return Ok(None);
    };
    let (mut relations, mut buffer) = (Vec::new(), Vec::new());
    loop {
        match part.next(&mut buffer)? {
            Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                let (Some(id), Some(kind), Some(target)) = (
                    attribute(&element, "Id")?,
                    attribute(&element, "Type")?,
                    attribute(&element, "Target")?,
                ) else {
                    return Err(Fault::Broken);
                };
                let path = match target.strip_prefix('/') {
                    Some(path) => path.to_owned(),
                    None if folder.is_empty() => target,
                    None => format!("{folder}/{target}"),
                };
                relations.push(Relation { id, kind, path });
                if relations.len() > LISTED {
                    return Err(Fault::TooLarge);
                }
            }
            Event::Eof => return Ok(Some(relations)),
            _ => {}
        }
    }
}

/// The texts that cells share, in their order; `None` of one that is too long.
pub(super) fn texts(package: &mut Package<'_>, path: &str) -> Result<Vec<Option<String>>, Fault> {
    let Some(mut part) = package.part(path)? else {
        return Ok(Vec::new());
    };
    let (mut texts, mut buffer) = (Vec::new(), Vec::new());
    loop {
        let begins = match part.next(&mut buffer)? {
            Event::Start(element) => element.local_name().as_ref() == "si",
            Event::Eof => return Ok(texts),
            _ => false,
        };
        if begins {
            texts.push(part.text(false)?);
        }
        if texts.len() > TEXTS {
            return Err(Fault::TooLarge);
        }
    }
}
