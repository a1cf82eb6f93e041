//! The register's text model as blocks of a document.

use domain::Lang;
use domain::text::{self, HeadingLevel, Text};
use wording::document::DocumentText;
use wording::publicity;

use crate::pdf::{Align, Block, Column, Inline, Level, ListKind, Row, RowKind, Table};

/// The blocks of a text whose main headings stand at `top`. `foreign` is the language of its
/// words where that is not the document's.
pub(super) fn blocks(text: &Text, top: Level, foreign: Option<Lang>, lang: Lang) -> Vec<Block> {
    let inlines = |run: &[text::Inline]| {
        run.iter()
            .flat_map(|one| inline(one, foreign, lang))
            .collect()
    };
    text.blocks()
        .iter()
        .map(|block| match block {
            text::Block::Heading {
                level,
                inlines: words,
            } => Block::Heading {
                level: match level {
                    HeadingLevel::Main => top,
                    HeadingLevel::Sub => Level::Four,
                },
                text: inlines(words),
            },
            text::Block::Paragraph(words) => Block::Paragraph(inlines(words)),
            text::Block::Bullets(items) => Block::List {
                kind: ListKind::Bullets,
                items: items.iter().map(|item| inlines(item)).collect(),
            },
            text::Block::Numbers(items) => Block::List {
                kind: ListKind::Numbers,
                items: items.iter().map(|item| inlines(item)).collect(),
            },
            text::Block::Table { header, rows } => {
                let columns = header.iter().map(|cell| Column {
                    heading: inlines(cell),
                    align: Align::Left,
                });
                let rows = rows.iter().map(|cells| Row {
                    kind: RowKind::Entry,
                    cells: cells.iter().map(|cell| inlines(cell)).collect(),
                });
                Block::Table(Table::new(columns.collect(), rows.collect()))
            }
        })
        .collect()
}

/// An inline; a secret one, which only an extract for somebody entitled to it has, between signs
/// that say from where to where it is secret and why.
fn inline(inline: &text::Inline, foreign: Option<Lang>, lang: Lang) -> Vec<Inline> {
    let words = words(inline, foreign, lang);
    match inline.marks().and_then(|marks| marks.secret.as_deref()) {
        Some(ground) => vec![
            Inline::strong(publicity::secret_begins(ground, lang)),
            words,
            Inline::strong("]"),
        ],
        None => vec![words],
    }
}

fn words(inline: &text::Inline, foreign: Option<Lang>, lang: Lang) -> Inline {
    match inline {
        text::Inline::Text { text, marks } => Inline::Text {
            text: text.clone(),
            strong: false,
            lang: marks.lang.or(foreign),
        },
        text::Inline::Link { text, href, .. } => Inline::link(text.clone(), href.as_str()),
        text::Inline::Omitted => Inline::plain(DocumentText::Omitted.text(lang)),
        text::Inline::OmittedAsSecret(ground) => {
            Inline::plain(publicity::omitted_as_secret(ground, lang))
        }
    }
}
