//! The text of decisions: blocks of marked inlines, one model for page, PDF and feed.
//!
//! People type [markup](Text::from_markup); the register stores the model as JSON. Reading the
//! markup that was printed gives the same model back.

mod inline;
mod mark;
mod markup;
mod normal;
mod print;
mod scan;

pub use inline::{Href, HrefError, Inline, Marks};
pub use markup::MarkupError;
pub use scan::InlineError;

use serde::{Deserialize, Serialize};

/// A text: blocks in reading order.
///
/// Serialised with a format number, so that a later model can still read today's texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Stored", into = "Stored")]
pub struct Text {
    blocks: Vec<Block>,
}

/// A block of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A heading within the text.
    Heading {
        /// Its level within the text, not the page.
        level: HeadingLevel,
        /// Its words.
        inlines: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list with bullets.
    Bullets(Vec<Vec<Inline>>),
    /// A list with numbers from 1.
    Numbers(Vec<Vec<Inline>>),
    /// A table whose first row is its header; every row has as many cells.
    Table {
        /// Header cells.
        header: Vec<Vec<Inline>>,
        /// Rows of cells.
        rows: Vec<Vec<Vec<Inline>>>,
    },
}

/// The level of a heading within a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HeadingLevel {
    /// A main heading of the text.
    Main,
    /// A heading below it.
    Sub,
}

impl Text {
    /// A text of blocks, brought to one form: without empty blocks and items, line breaks within
    /// words, plain white space at the ends of a run, or neighbours with the same marks.
    pub fn new(blocks: Vec<Block>) -> Self {
        Self {
            blocks: normal::blocks(blocks),
        }
    }

    /// The blocks in reading order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Reads a text as typed. The markup is described in `docs/markup.md`.
    ///
    /// # Errors
    /// [`MarkupError`] names the line that cannot be read.
    ///
    /// ```
    /// use domain::text::Text;
    /// let text = Text::from_markup("# Rahoitus\n\n- kaupunki 5 000 €\n- muut")?;
    /// assert_eq!(text.blocks().len(), 2);
    /// assert!(Text::from_markup("{secret|no ground}").is_err());
    /// # Ok::<(), domain::text::MarkupError>(())
    /// ```
    pub fn from_markup(typed: &str) -> Result<Self, MarkupError> {
        markup::read(typed)
    }

    /// Prints the markup from which the same text is read.
    pub fn to_markup(&self) -> String {
        print::markup(self)
    }

    /// The text without what the public does not see for good: inlines marked personal or secret
    /// are replaced by an omission that says nothing of their length, of secret ones the ground.
    #[must_use]
    pub fn public_version(&self) -> Self {
        self.leaving_out(Marks::is_withheld)
    }

    /// The text for a party: with what is personal, without what is secret.
    #[must_use]
    pub fn party_version(&self) -> Self {
        self.leaving_out(|marks| marks.secret.is_some())
    }

    fn leaving_out(&self, withheld: fn(&Marks) -> bool) -> Self {
        self.with_runs(|run| inline::leaving_out(run, withheld))
    }

    /// The same blocks with each run made anew.
    fn with_runs(&self, of_run: impl Fn(&[Inline]) -> Vec<Inline>) -> Self {
        let blocks = self.blocks.iter().map(|block| block.with_runs(&of_run));
        Self::new(blocks.collect())
    }

    /// The provisions that make words of it secret, in the order of the text.
    pub fn grounds(&self) -> Vec<&str> {
        let runs = self.blocks.iter().flat_map(Block::runs);
        let marks = runs.flatten().filter_map(Inline::marks);
        marks.filter_map(|marks| marks.secret.as_deref()).collect()
    }

    /// The plain words of each paragraph, heading, list item and cell, in order.
    pub fn passages(&self) -> Vec<String> {
        let runs = self.blocks.iter().flat_map(Block::runs);
        runs.map(|run| run.iter().map(Inline::words).collect())
            .collect()
    }
}

impl Block {
    fn runs(&self) -> Vec<&[Inline]> {
        match self {
            Self::Heading { inlines, .. } | Self::Paragraph(inlines) => vec![inlines],
            Self::Bullets(items) | Self::Numbers(items) => {
                items.iter().map(Vec::as_slice).collect()
            }
            Self::Table { header, rows } => header
                .iter()
                .chain(rows.iter().flatten())
                .map(Vec::as_slice)
                .collect(),
        }
    }

    fn with_runs(&self, of_run: &impl Fn(&[Inline]) -> Vec<Inline>) -> Self {
        let cells = |cells: &[Vec<Inline>]| cells.iter().map(|run| of_run(run)).collect();
        match self {
            Self::Heading { level, inlines } => Self::Heading {
                level: *level,
                inlines: of_run(inlines),
            },
            Self::Paragraph(inlines) => Self::Paragraph(of_run(inlines)),
            Self::Bullets(items) => Self::Bullets(cells(items)),
            Self::Numbers(items) => Self::Numbers(cells(items)),
            Self::Table { header, rows } => Self::Table {
                header: cells(header),
                rows: rows.iter().map(|row| cells(row)).collect(),
            },
        }
    }
}

const FORMAT: u8 = 1;

#[derive(Serialize, Deserialize)]
struct Stored {
    format: u8,
    blocks: Vec<Block>,
}

/// The stored text has a format this version does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the text has format {0}, which this version does not know")]
pub struct UnknownFormat(u8);

impl TryFrom<Stored> for Text {
    type Error = UnknownFormat;

    fn try_from(stored: Stored) -> Result<Self, UnknownFormat> {
        if stored.format == FORMAT {
            Ok(Self::new(stored.blocks))
        } else {
            Err(UnknownFormat(stored.format))
        }
    }
}

impl From<Text> for Stored {
    fn from(text: Text) -> Self {
        Self {
            format: FORMAT,
            blocks: text.blocks,
        }
    }
}
