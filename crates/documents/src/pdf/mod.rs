//! Tagged, archivable PDF: a small block model in, PDF/UA-1 and PDF/A-2a bytes out.
//!
//! [`render`] is pure: the same [`Content`] gives the same bytes, byte for byte.
//! Text that cannot be drawn is never an error: control characters are left out, characters the
//! font lacks show as □ and keep their meaning for extraction, long words are broken, and a
//! heading that skips a level is tagged one level deeper than the one before it.
//!
//! The stages, in order: `passage` turns inlines into measured glyphs and `breaking` breaks them
//! into lines; `compose`, `grid` and `columns` turn blocks into rows; `flow` puts rows on pages
//! and marks them in the structure tree of `tags`; `sheet` holds what is drawn on one page;
//! `running` adds header, footer and page numbers; `finish` writes the file.

mod breaking;
mod colour;
mod columns;
mod compose;
mod draw;
mod finish;
mod flow;
mod font;
mod grid;
mod layout;
mod metadata;
mod model;
mod outline;
mod passage;
mod running;
mod sheet;
mod srgb;
mod tags;
mod tying;

pub use model::{
    Align, Block, Column, Content, Fact, Headings, Inline, Level, ListKind, Row, RowKind, Table,
};

/// Why a document could not be made.
///
/// No content leads here: these say that the program itself is damaged.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// An embedded font could not be read.
    #[error("an embedded font cannot be read")]
    Font,
    /// The page writer refused something, in its own words.
    #[error("the page writer refused: {0}")]
    Refused(String),
    /// An object that must be in the file is not there.
    #[error("the file lacks a part: {0}")]
    Assembly(#[from] lopdf::Error),
    /// The bytes could not be written.
    #[error("the file cannot be written: {0}")]
    Write(#[from] std::io::Error),
}

/// Makes the PDF of a content.
///
/// # Errors
/// [`PdfError`] when the embedded fonts or the page writer fail; never because of the content.
///
/// ```
/// use documents::pdf::{Block, Content, Inline, Level, render};
/// use domain::Lang;
/// use time::OffsetDateTime;
///
/// let bytes = render(&Content {
///     title: "Hankerahoitus".into(),
///     lang: Lang::Fi,
///     author: "Kajaanin kaupunki".into(),
///     subject: None,
///     dated: OffsetDateTime::UNIX_EPOCH,
///     header: "Kajaanin kaupunki".into(),
///     footer: String::new(),
///     blocks: vec![
///         Block::Heading { level: Level::One, text: vec![Inline::plain("Päätös")] },
///         Block::Paragraph(vec![Inline::plain("Kaupunki myöntää 5 000,00 euroa.")]),
///     ],
/// })?;
/// assert!(bytes.starts_with(b"%PDF-1.7"));
/// # Ok::<(), documents::pdf::PdfError>(())
/// ```
pub fn render(content: &Content) -> Result<Vec<u8>, PdfError> {
    let faces = font::faces()?;
    let mut tree = tags::Tree::new();
    let rows = compose::rows(content, faces, &mut tree);
    let sheets = flow::paginate(rows, &mut tree);
    let pages = running::dress(sheets, content, faces, &mut tree);
    finish::write(content, faces, &tree, pages)
}
