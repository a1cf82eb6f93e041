//! Reads the markup that officials type.

use super::inline::Inline;
use super::scan::{InlineError, inlines};
use super::{Block, HeadingLevel, Text};

/// A line of markup that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {error}")]
pub struct MarkupError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub error: InlineError,
}

/// Lines of one kind that stand together and make one block.
enum Lines<'a> {
    Paragraph(Vec<&'a str>),
    Bullets(Vec<String>),
    Numbers(Vec<String>),
    Table(Vec<&'a str>),
}

pub(super) fn read(typed: &str) -> Result<Text, MarkupError> {
    let mut reader = Reader {
        blocks: Vec::new(),
        open: None,
        opened_at: 0,
    };
    for (at, line) in typed.lines().enumerate() {
        reader.line(at + 1, line.trim())?;
    }
    reader.close()?;
    Ok(Text::new(reader.blocks))
}

struct Reader<'a> {
    blocks: Vec<Block>,
    open: Option<Lines<'a>>,
    opened_at: usize,
}

impl<'a> Reader<'a> {
    fn line(&mut self, at: usize, line: &'a str) -> Result<(), MarkupError> {
        if line.is_empty() {
            return self.close();
        }
        if let Some((level, words)) = heading(line) {
            self.close()?;
            let inlines = inlines(words).map_err(|error| MarkupError { line: at, error })?;
            self.blocks.push(Block::Heading { level, inlines });
            return Ok(());
        }
        if let Some(item) = line.strip_prefix("- ") {
            return self.item(at, item, Lines::Bullets);
        }
        if let Some(item) = numbered(line) {
            return self.item(at, item, Lines::Numbers);
        }
        match (&mut self.open, line.starts_with('|')) {
            (Some(Lines::Table(rows)), true) => rows.push(line),
            (Some(Lines::Paragraph(lines)), false) => lines.push(line),
            // A further line of the item before it.
            (Some(Lines::Bullets(items) | Lines::Numbers(items)), false) => {
                if let Some(item) = items.last_mut() {
                    item.push(' ');
                    item.push_str(line);
                }
            }
            (_, table) => {
                self.close()?;
                self.opened_at = at;
                self.open = Some(if table {
                    Lines::Table(vec![line])
                } else {
                    Lines::Paragraph(vec![line])
                });
            }
        }
        Ok(())
    }

    fn item(
        &mut self,
        at: usize,
        item: &str,
        list: fn(Vec<String>) -> Lines<'a>,
    ) -> Result<(), MarkupError> {
        let fresh = list(Vec::new());
        match (&mut self.open, &fresh) {
            (Some(Lines::Bullets(items)), Lines::Bullets(_))
            | (Some(Lines::Numbers(items)), Lines::Numbers(_)) => {
                items.push(item.trim().to_owned());
            }
            _ => {
                self.close()?;
                self.opened_at = at;
                self.open = Some(list(vec![item.trim().to_owned()]));
            }
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), MarkupError> {
        let Some(open) = self.open.take() else {
            return Ok(());
        };
        let located = |error| MarkupError {
            line: self.opened_at,
            error,
        };
        let items = |items: &[String]| -> Result<Vec<Vec<Inline>>, InlineError> {
            items.iter().map(|item| inlines(item)).collect()
        };
        let block = match open {
            Lines::Paragraph(lines) => {
                Block::Paragraph(inlines(&lines.join(" ")).map_err(located)?)
            }
            Lines::Bullets(lines) => Block::Bullets(items(&lines).map_err(located)?),
            Lines::Numbers(lines) => Block::Numbers(items(&lines).map_err(located)?),
            Lines::Table(lines) => table(&lines).map_err(located)?,
        };
        self.blocks.push(block);
        Ok(())
    }
}

fn heading(line: &str) -> Option<(HeadingLevel, &str)> {
    let main = line
        .strip_prefix("# ")
        .map(|words| (HeadingLevel::Main, words.trim()));
    main.or_else(|| {
        line.strip_prefix("## ")
            .map(|words| (HeadingLevel::Sub, words.trim()))
    })
}

fn numbered(line: &str) -> Option<&str> {
    let (number, item) = line.split_once(". ")?;
    let legal = (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    legal.then_some(item)
}

/// A table: the first row is the header; short rows are filled up with empty cells.
fn table(lines: &[&str]) -> Result<Block, InlineError> {
    let mut rows = lines
        .iter()
        .map(|line| cells(line))
        .collect::<Result<Vec<_>, _>>()?;
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    for row in &mut rows {
        row.resize(width, Vec::new());
    }
    let header = rows.remove(0);
    Ok(Block::Table { header, rows })
}

fn cells(line: &str) -> Result<Vec<Vec<Inline>>, InlineError> {
    let mut cells = Vec::new();
    let (mut start, mut escaped, mut depth) = (1, false, 0_usize);
    for (at, character) in line.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            // The bar between marks and words divides no cells.
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            '|' if depth == 0 => {
                cells.push(inlines(line[start..at].trim())?);
                start = at + 1;
            }
            _ => {}
        }
    }
    let last = line[start..].trim();
    if !last.is_empty() {
        cells.push(inlines(last)?);
    }
    Ok(cells)
}
