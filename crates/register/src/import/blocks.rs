//! Paragraphs as a text of the register, with people's names marked as personal.

use domain::text::{Block, HeadingLevel, Inline, Marks, Text};

use super::lines::Paragraph;

/// A part of a text: the heading it stood under, or none, and its paragraphs.
pub(super) type Passage<'a> = (&'a str, &'a [Paragraph]);

/// No more names than this are looked for.
const NAMES: usize = 50;

/// The text of the passages, and how often one of the names stood in it.
pub(super) fn text(passages: &[Passage<'_>], names: &[String]) -> (Text, usize) {
    let names = &names[..names.len().min(NAMES)];
    let mut found = 0;
    let mut blocks: Vec<Block> = Vec::new();
    for (heading, paragraphs) in passages {
        if !heading.is_empty() && !paragraphs.is_empty() {
            blocks.push(Block::Heading {
                level: HeadingLevel::Main,
                inlines: vec![plain(heading)],
            });
        }
        let mut items: Option<Vec<Vec<Inline>>> = None;
        for (at, paragraph) in paragraphs.iter().enumerate() {
            let (inlines, n_names) = marked(&paragraph.text, names);
            found += n_names;
            if paragraph.bullet {
                items.get_or_insert_default().push(inlines);
                continue;
            }
            blocks.extend(items.take().map(Block::Bullets));
            let last = at + 1 == paragraphs.len();
            blocks.push(if is_heading(&paragraph.text, last) {
                Block::Heading {
                    level: HeadingLevel::Sub,
                    inlines,
                }
            } else {
                Block::Paragraph(inlines)
            });
        }
        blocks.extend(items.map(Block::Bullets));
    }
    (Text::new(blocks), found)
}

/// A short line of its own without punctuation, above a paragraph.
fn is_heading(text: &str, last: bool) -> bool {
    !last
        && text.chars().count() <= 60
        && text.split(' ').count() <= 6
        && text.starts_with(char::is_uppercase)
        && text.ends_with(char::is_alphabetic)
}

fn plain(text: &str) -> Inline {
    Inline::Text {
        text: text.to_owned(),
        marks: Marks::default(),
    }
}

/// The words of a paragraph with the names in them marked.
fn marked(text: &str, names: &[String]) -> (Vec<Inline>, usize) {
    let of_name = |name| text.match_indices::<&str>(name);
    let mut places: Vec<(usize, &str)> = names.iter().flat_map(|name| of_name(name)).collect();
    // Of two names that begin at one place the longer one is meant.
    places.sort_unstable_by_key(|(at, name)| (*at, std::cmp::Reverse(name.len())));
    let mut inlines = Vec::new();
    let mut end = 0;
    for (at, name) in places {
        if at < end {
            continue;
        }
        inlines.push(plain(&text[end..at]));
        inlines.push(Inline::Text {
            text: name.to_owned(),
            marks: Marks {
                personal: true,
                ..Marks::default()
            },
        });
        end = at + name.len();
    }
    let found = inlines.len() / 2;
    inlines.push(plain(&text[end..]));
    (inlines, found)
}
