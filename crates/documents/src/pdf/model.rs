//! What a document says, before it has a shape.

use domain::Lang;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// A document: its metadata, what every page repeats, and its blocks in reading order.
///
/// It can be kept as JSON: what was printed once is printed again from it, byte for byte.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// The title of the document as readers list it. A blank title shows as a dash.
    pub title: String,
    /// The language of all text that does not say otherwise.
    pub lang: Lang,
    /// Who speaks: the city.
    pub author: String,
    /// What the document is about, for catalogues.
    pub subject: Option<String>,
    /// The instant in the file's metadata, with the offset of civil time in Helsinki.
    pub dated: OffsetDateTime,
    /// One line at the top of every page, beside the page number.
    pub header: String,
    /// At most two lines at the foot of every page.
    pub footer: String,
    /// The text.
    pub blocks: Vec<Block>,
}

/// A block of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// A heading; it stays on the page of what follows it and enters the outline.
    Heading {
        /// Its rank.
        level: Level,
        /// Its words.
        text: Vec<Inline>,
    },
    /// A paragraph. A line feed in its text breaks the line.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// Bullets or numbers.
        kind: ListKind,
        /// Its items.
        items: Vec<Vec<Inline>>,
    },
    /// A table with a header that is repeated on every page it reaches.
    Table(Table),
    /// Labels with their values: the summary of a decision.
    Facts(Vec<Fact>),
    /// Paragraphs set off by a bar, kept on one page when they are short.
    Notice(Vec<Vec<Inline>>),
    /// A line across the page.
    Rule,
}

/// The rank of a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Level {
    /// The title of the document or of one of its parts.
    One,
    /// A section.
    Two,
    /// A subsection.
    Three,
    /// A heading within a subsection.
    Four,
}

/// How the items of a list are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ListKind {
    /// A dot before each item.
    Bullets,
    /// Numbers from 1.
    Numbers,
}

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Inline {
    /// Words.
    Text {
        /// The words.
        text: String,
        /// Whether they are set in semibold.
        strong: bool,
        /// Their language where it is not the document's.
        lang: Option<Lang>,
    },
    /// Words that lead somewhere.
    Link {
        /// The words.
        text: String,
        /// An address of the scheme `https`, `http`, `mailto` or `tel`; any other address leaves
        /// plain words.
        href: String,
    },
}

impl Inline {
    /// Makes plain words in the language of the document.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Text {
            text: text.into(),
            strong: false,
            lang: None,
        }
    }

    /// Makes emphasised words in the language of the document.
    pub fn strong(text: impl Into<String>) -> Self {
        Self::Text {
            text: text.into(),
            strong: true,
            lang: None,
        }
    }

    /// Makes plain words in another language, such as a Swedish name.
    pub fn foreign(lang: Lang, text: impl Into<String>) -> Self {
        Self::Text {
            text: text.into(),
            strong: false,
            lang: Some(lang),
        }
    }

    /// Makes words that lead to an address.
    pub fn link(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self::Link {
            text: text.into(),
            href: href.into(),
        }
    }
}

/// A label with its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// What is told.
    pub label: String,
    /// The answer.
    pub value: Vec<Inline>,
}

/// A table in which every row has a cell for every column, and at most twelve columns.
///
/// ```
/// use documents::pdf::{Align, Column, Row, RowKind, Table};
///
/// let table = Table::new(
///     vec![Column::new("Vuosi", Align::Left), Column::new("Euroa", Align::Right)],
///     vec![Row::new(RowKind::Entry, ["2023", "2 500,00"])],
/// )
/// .captioned("Kaupungin osuus");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    pub(super) caption: Option<String>,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Row>,
    pub(super) headings: Headings,
}

/// Which cells of a table are headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Headings {
    /// The heading of each column.
    Columns,
    /// The heading of each column and the first cell of each row.
    ColumnsAndRows,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// The text of its header cell.
    pub heading: Vec<Inline>,
    /// Where its text stands.
    pub align: Align,
}

impl Column {
    /// Makes a column with a plain heading.
    pub fn new(heading: impl Into<String>, align: Align) -> Self {
        Self {
            heading: vec![Inline::plain(heading)],
            align,
        }
    }
}

/// Where text stands in its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Align {
    /// At the left: words.
    Left,
    /// At the right, so that the digits of amounts stand below each other.
    Right,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// How the row is set.
    pub kind: RowKind,
    /// Its cells from the left.
    pub cells: Vec<Vec<Inline>>,
}

/// How a row is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowKind {
    /// A row among others.
    Entry,
    /// A sum: set in semibold below a line.
    Total,
}

impl Row {
    /// Makes a row of plain cells.
    pub fn new<T: Into<String>>(kind: RowKind, cells: impl IntoIterator<Item = T>) -> Self {
        Self {
            kind,
            cells: cells
                .into_iter()
                .map(|text| vec![Inline::plain(text)])
                .collect(),
        }
    }
}

/// Columns narrower than a twelfth of the page cannot hold a word.
const MAX_COLUMNS: usize = 12;

impl Table {
    /// Makes a table, giving every row one cell for each column.
    ///
    /// Missing cells are empty. Cells beyond the last column, and columns beyond the twelfth,
    /// join the last one with a space between, so that no text is lost.
    pub fn new(columns: Vec<Column>, rows: Vec<Row>) -> Self {
        let mut columns = columns;
        if columns.is_empty() {
            columns.push(Column {
                heading: Vec::new(),
                align: Align::Left,
            });
        }
        let surplus = columns.split_off(columns.len().min(MAX_COLUMNS));
        if let Some(last) = columns.last_mut() {
            for column in surplus {
                last.heading.push(Inline::plain(" "));
                last.heading.extend(column.heading);
            }
        }
        let count = columns.len();
        let rows = rows.into_iter().map(|row| Row {
            cells: fitted(row.cells, count),
            ..row
        });
        Self {
            caption: None,
            rows: rows.collect(),
            columns,
            headings: Headings::Columns,
        }
    }

    /// Gives the table a caption, shown above it.
    #[must_use]
    pub fn captioned(self, caption: impl Into<String>) -> Self {
        Self {
            caption: Some(caption.into()),
            ..self
        }
    }

    /// Says which cells are headings; without this, only the header cells are.
    #[must_use]
    pub fn headed(self, headings: Headings) -> Self {
        Self { headings, ..self }
    }
}

fn fitted(cells: Vec<Vec<Inline>>, count: usize) -> Vec<Vec<Inline>> {
    let mut cells = cells;
    let surplus = cells.split_off(cells.len().min(count));
    if let Some(last) = cells.last_mut() {
        for cell in surplus {
            last.push(Inline::plain(" "));
            last.extend(cell);
        }
    }
    cells.resize(count, Vec::new());
    cells
}
