//! The one form of a text: what cannot be told apart on paper is not told apart here.
//!
//! Every [`super::Text`] is in this form, so that reading the markup that was printed gives the
//! same text back.

use super::Block;
use super::inline::{Inline, Marks};

/// What stands as the ground of secret words whose ground is blank: they stay secret.
const NO_GROUND: &str = "?";

pub(super) fn blocks(blocks: Vec<Block>) -> Vec<Block> {
    blocks.into_iter().filter_map(block).collect()
}

/// A block in its one form, or `None` where nothing is left to read.
fn block(block: Block) -> Option<Block> {
    let block = match block {
        Block::Heading { level, inlines } => Block::Heading {
            level,
            inlines: words(run(inlines))?,
        },
        Block::Paragraph(inlines) => Block::Paragraph(words(run(inlines))?),
        Block::Bullets(items) => Block::Bullets(words(items_with_words(items))?),
        Block::Numbers(items) => Block::Numbers(words(items_with_words(items))?),
        Block::Table { header, rows } => table(header, rows)?,
    };
    Some(block)
}

fn words<T>(items: Vec<T>) -> Option<Vec<T>> {
    (!items.is_empty()).then_some(items)
}

fn items_with_words(items: Vec<Vec<Inline>>) -> Vec<Vec<Inline>> {
    items.into_iter().map(run).filter_map(words).collect()
}

/// A table of even rows; `None` where every cell is empty.
fn table(header: Vec<Vec<Inline>>, rows: Vec<Vec<Vec<Inline>>>) -> Option<Block> {
    let cells = |row: Vec<Vec<Inline>>| -> Vec<Vec<Inline>> { row.into_iter().map(run).collect() };
    let mut header = cells(header);
    let mut rows: Vec<_> = rows.into_iter().map(cells).collect();
    let all_rows = || std::iter::once(&header).chain(&rows);
    if all_rows().flatten().all(Vec::is_empty) {
        return None;
    }
    let width = all_rows().map(Vec::len).max().unwrap_or(0);
    for row in std::iter::once(&mut header).chain(&mut rows) {
        row.resize(width, Vec::new());
    }
    Some(Block::Table { header, rows })
}

/// A run without line breaks, empty inlines, plain white space at its ends, or two neighbours
/// with the same marks.
pub(super) fn run(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut run: Vec<Inline> = Vec::with_capacity(inlines.len());
    for inline in inlines.into_iter().filter_map(inline) {
        match (run.last_mut(), inline) {
            (
                Some(Inline::Text {
                    text: before,
                    marks: held,
                }),
                Inline::Text { text, marks },
            ) if *held == marks => before.push_str(&text),
            (_, inline) => run.push(inline),
        }
    }
    if let Some(first) = run.first_mut() {
        trim(first, str::trim_start);
    }
    if let Some(last) = run.last_mut() {
        trim(last, str::trim_end);
    }
    run.retain(|inline| !matches!(inline, Inline::Text { text, .. } if text.is_empty()));
    run
}

fn trim(end: &mut Inline, trimmed: fn(&str) -> &str) {
    if let Inline::Text { text, marks } = end
        && marks.is_none()
    {
        *text = trimmed(text).to_owned();
    }
}

fn inline(inline: Inline) -> Option<Inline> {
    match inline {
        Inline::Text { text, marks } => {
            let text = one_line(&text);
            (!text.is_empty()).then(|| Inline::Text {
                text,
                marks: grounded(marks),
            })
        }
        Inline::Link { text, href, marks } => {
            let text = one_line(&text);
            Some(Inline::Link {
                // A link without words could be neither seen nor heard.
                text: if text.trim().is_empty() {
                    href.as_str().to_owned()
                } else {
                    text
                },
                href,
                marks: grounded(marks),
            })
        }
        Inline::Omitted => Some(Inline::Omitted),
        Inline::OmittedAsSecret(ground) => Some(Inline::OmittedAsSecret(stated(&ground))),
    }
}

fn grounded(marks: Marks) -> Marks {
    Marks {
        secret: marks.secret.map(|ground| stated(&ground)),
        ..marks
    }
}

/// A ground in one line; one that says nothing is said to be missing.
fn stated(ground: &str) -> String {
    match one_line(ground).trim() {
        "" => NO_GROUND.to_owned(),
        ground => ground.to_owned(),
    }
}

/// Line breaks and control characters become spaces: neither PDF, XML nor a page can show them.
fn one_line(text: &str) -> String {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.chars()
        .filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}'))
        .map(|c| if breaks(c) { ' ' } else { c })
        .collect()
}
