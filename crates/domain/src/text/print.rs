//! Prints the markup of a text.

use super::inline::{Href, Inline, Marks};
use super::{Block, HeadingLevel, Text};

pub(super) fn markup(text: &Text) -> String {
    let blocks: Vec<String> = text.blocks().iter().map(block).collect();
    blocks.join("\n\n")
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading {
            level: HeadingLevel::Main,
            inlines,
        } => format!("# {}", run(inlines)),
        Block::Heading {
            level: HeadingLevel::Sub,
            inlines,
        } => format!("## {}", run(inlines)),
        Block::Paragraph(inlines) => paragraph(&run(inlines)),
        Block::Bullets(items) => {
            let items: Vec<String> = items
                .iter()
                .map(|item| format!("- {}", run(item)))
                .collect();
            items.join("\n")
        }
        Block::Numbers(items) => {
            let items = items.iter().enumerate();
            let items: Vec<String> = items
                // Three digits at most begin an item; what a further one is typed with is not kept.
                .map(|(at, item)| format!("{}. {}", (at + 1).min(999), run(item)))
                .collect();
            items.join("\n")
        }
        Block::Table { header, rows } => {
            let rows: Vec<String> = std::iter::once(header)
                .chain(rows)
                .map(|cells| row(cells))
                .collect();
            rows.join("\n")
        }
    }
}

fn row(cells: &[Vec<Inline>]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| run(cell)).collect();
    format!("| {} |", cells.join(" | "))
}

/// A paragraph whose first word would begin another block is escaped there.
fn paragraph(line: &str) -> String {
    let begins_block = line.starts_with("# ")
        || line.starts_with("## ")
        || line.starts_with("- ")
        || line.starts_with('|');
    let number = line.split_once(". ").map(|(number, _)| number);
    match number {
        Some(number)
            if number.len() <= 3
                && !number.is_empty()
                && number.bytes().all(|b| b.is_ascii_digit()) =>
        {
            let (_, rest) = line.split_at(number.len());
            format!("{number}\\{rest}")
        }
        _ if begins_block => format!("\\{line}"),
        _ => line.to_owned(),
    }
}

fn run(inlines: &[Inline]) -> String {
    inlines.iter().map(inline).collect()
}

fn inline(inline: &Inline) -> String {
    match inline {
        Inline::Text { text, marks } if marks.is_none() => escape(text),
        Inline::Text { text, marks } => format!("{{{}|{}}}", names(marks), escape(text)),
        Inline::Link { text, href, marks } => {
            let marks = if marks.is_none() {
                String::new()
            } else {
                format!("{{{}}}", names(marks))
            };
            format!("[{}]({}){marks}", escape(text), escape_address(href))
        }
        Inline::Omitted => "{…}".to_owned(),
        Inline::OmittedAsSecret(ground) => format!("{{…secret {}}}", escape(ground)),
    }
}

fn names(marks: &Marks) -> String {
    let personal = marks.personal.then(|| "personal".to_owned());
    let secret = marks
        .secret
        .as_ref()
        .map(|ground| format!("secret {}", escape(ground).replace(',', "\\,")));
    let lang = marks.lang.map(|lang| lang.code().to_owned());
    let names: Vec<String> = [personal, secret, lang].into_iter().flatten().collect();
    names.join(",")
}

fn escape_address(href: &Href) -> String {
    escape(href.as_str()).replace(')', "\\)")
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '\\' | '{' | '}' | '[' | ']' | '|') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}
