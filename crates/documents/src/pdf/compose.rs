//! Blocks become elements of the structure tree and rows of the page.

use super::colour::Colour;
use super::draw::{Entry, Row, SetLine, Setting, Stroke, Words};
use super::font::Faces;
use super::grid;
use super::layout::{self, BODY, LEFT, TEXT_HEIGHT, TEXT_WIDTH};
use super::model::{Block, Content, Inline, Level, ListKind};
use super::tags::{Node, Role, Trait, Tree};

/// Space above a block, unless a heading stands there.
const BLOCK_GAP: f32 = 8.0;
/// Space above a table or a list of facts.
const TABLE_GAP: f32 = 11.0;
/// Space between the items of a list.
const ITEM_GAP: f32 = 3.0;
/// From the bar of a notice to its text.
const NOTICE_INDENT: f32 = 14.0;
/// The least room for the mark of a list item.
const MARK_WIDTH: f32 = 15.0;

/// Composes all blocks of a content.
pub(super) fn rows(content: &Content, faces: &Faces, tree: &mut Tree) -> Vec<Row> {
    let setting = Setting {
        faces,
        tree,
        lang: content.lang,
    };
    let mut composer = Composer {
        setting,
        rows: Vec::new(),
        rank: 0,
        below_heading: None,
    };
    for block in &content.blocks {
        composer.block(block);
    }
    composer.rows
}

struct Composer<'a> {
    setting: Setting<'a>,
    rows: Vec<Row>,
    /// The rank of the last heading as tagged, 0 before the first.
    rank: u8,
    /// The space that the heading just above wants below it.
    below_heading: Option<f32>,
}

/// Where lines of a text stand.
#[derive(Clone, Copy)]
struct Frame {
    x: f32,
    above: f32,
    bar: Option<Node>,
}

impl Composer<'_> {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Paragraph(text) => {
                let frame = Frame {
                    x: LEFT,
                    above: BLOCK_GAP,
                    bar: None,
                };
                self.paragraph(Node::ROOT, text, frame);
            }
            Block::List { kind, items } => self.list(*kind, items),
            Block::Table(table) => {
                let rows = grid::table(&mut self.setting, table);
                self.add(TABLE_GAP, rows);
            }
            Block::Facts(facts) => {
                let mut rows = grid::facts(&mut self.setting, facts);
                keep_if_short(&mut rows);
                self.add(TABLE_GAP, rows);
            }
            Block::Notice(paragraphs) => self.notice(paragraphs),
            Block::Rule => {
                let colour = Colour::Hairline;
                let to = LEFT + TEXT_WIDTH;
                let stroke = Stroke {
                    from: LEFT,
                    to,
                    y: 0.5,
                    thickness: 0.6,
                    colour,
                };
                let row = Row {
                    height: 1.0,
                    rules: vec![stroke],
                    ..Row::default()
                };
                self.add(TABLE_GAP, vec![row]);
            }
        }
    }

    /// Adds the rows of a block below what is there.
    fn add(&mut self, above: f32, rows: Vec<Row>) {
        let mut rows = rows;
        let Some(first) = rows.first_mut() else {
            return;
        };
        first.above = self.below_heading.take().unwrap_or(above);
        self.rows.append(&mut rows);
    }

    fn heading(&mut self, level: Level, text: &[Inline]) {
        let (set, above, below, rank) = match level {
            Level::One => (layout::TITLE, 24.0, 10.0, 1),
            Level::Two => (layout::SECTION, 20.0, 6.0, 2),
            Level::Three => (layout::SUBSECTION, 15.0, 4.0, 3),
            Level::Four => (layout::MINOR, 12.0, 3.0, 4),
        };
        let Some(passage) = self.setting.passage(text, set) else {
            return;
        };
        self.rank = rank.min(self.rank + 1);
        let role = match self.rank {
            0 | 1 => Role::H1,
            2 => Role::H2,
            3 => Role::H3,
            _ => Role::H4,
        };
        let node = self.setting.tree.add(Node::ROOT, role, Trait::None);
        let words = self.setting.words(passage, node, set);
        let mut rows = text_rows(&words, LEFT, TEXT_WIDTH);
        for row in &mut rows {
            row.keep = true;
        }
        if let Some(first) = rows.first_mut() {
            first.heading = Some(Entry {
                level,
                title: plain(text),
            });
        }
        self.add(above, rows);
        self.below_heading = Some(below);
    }

    fn paragraph(&mut self, parent: Node, text: &[Inline], frame: Frame) {
        let Some(passage) = self.setting.passage(text, BODY) else {
            return;
        };
        let node = self.setting.tree.add(parent, Role::P, Trait::None);
        let words = self.setting.words(passage, node, BODY);
        let mut rows = text_rows(&words, frame.x, TEXT_WIDTH + LEFT - frame.x);
        for row in &mut rows {
            row.bar = frame.bar;
        }
        self.add(frame.above, rows);
    }

    fn notice(&mut self, paragraphs: &[Vec<Inline>]) {
        let start = self.rows.len();
        let node = self
            .setting
            .tree
            .add_later(Node::ROOT, Role::Div, Trait::None);
        for (index, text) in paragraphs.iter().enumerate() {
            let above = if index == 0 {
                TABLE_GAP
            } else {
                BLOCK_GAP - 2.0
            };
            let frame = Frame {
                x: LEFT + NOTICE_INDENT,
                above,
                bar: Some(node),
            };
            self.paragraph(node, text, frame);
        }
        let Some(rows) = self.rows.get_mut(start..).filter(|rows| !rows.is_empty()) else {
            return;
        };
        self.setting.tree.attach(node);
        keep_if_short(rows);
    }

    fn list(&mut self, kind: ListKind, items: &[Vec<Inline>]) {
        let shown = items
            .iter()
            .filter_map(|item| self.setting.passage(item, BODY));
        let passages: Vec<_> = shown.collect();
        if passages.is_empty() {
            return;
        }
        let marks = (1..=passages.len()).map(|number| match kind {
            ListKind::Bullets => "•".to_owned(),
            ListKind::Numbers => format!("{number}."),
        });
        let marks: Vec<_> = marks
            .map(|mark| self.setting.passage(&[Inline::plain(mark)], BODY))
            .collect();
        let widest = marks
            .iter()
            .flatten()
            .map(|mark| BODY.points(mark.extent().0));
        let indent = widest.fold(MARK_WIDTH - 6.0, f32::max) + 6.0;

        let numbering = match kind {
            ListKind::Bullets => Trait::Bulleted,
            ListKind::Numbers => Trait::Numbered,
        };
        let list = self.setting.tree.add(Node::ROOT, Role::L, numbering);
        let mut above = BLOCK_GAP;
        for (passage, mark) in passages.into_iter().zip(marks) {
            let item = self.setting.tree.add(list, Role::LI, Trait::None);
            let label = self.setting.tree.add(item, Role::Lbl, Trait::None);
            let body = self.setting.tree.add(item, Role::LBody, Trait::None);
            let words = self.setting.words(passage, body, BODY);
            let mut rows = text_rows(&words, LEFT + indent, TEXT_WIDTH - indent);
            let mark = mark.map(|mark| self.setting.words(mark, label, BODY));
            let mark = mark.iter().flat_map(|mark| mark.lines(indent)).next();
            if let Some((mark, first)) = mark.zip(rows.first_mut()) {
                first.words.insert(0, mark.at(LEFT, 0.0, BODY));
            }
            self.add(above, rows);
            above = ITEM_GAP;
        }
    }
}

/// Keeps the rows of a block that is not long on one page: a signature with its code, a notice.
fn keep_if_short(rows: &mut [Row]) {
    let height: f32 = rows.iter().map(|row| row.above + row.height).sum();
    if height <= TEXT_HEIGHT / 3.0 {
        let all_but_last = rows.len().saturating_sub(1);
        rows.iter_mut()
            .take(all_but_last)
            .for_each(|row| row.keep = true);
    }
}

/// One row for each line. The first two lines and the last two stay together, so that no page
/// ends or begins with a single line of a paragraph.
fn text_rows(words: &Words, x: f32, width: f32) -> Vec<Row> {
    let set = words.set();
    let lines = words.lines(width);
    let count = lines.len();
    let row = |(index, line): (usize, SetLine)| Row {
        height: set.leading,
        keep: count > 1 && (index == 0 || index + 2 == count),
        words: vec![line.at(x, 0.0, set)],
        ..Row::default()
    };
    lines.into_iter().enumerate().map(row).collect()
}

/// The words of inlines on one line, for the outline.
fn plain(text: &[Inline]) -> String {
    let texts = text.iter().flat_map(|inline| match inline {
        Inline::Text { text, .. } | Inline::Link { text, .. } => text.split_whitespace(),
    });
    let words = texts.map(|word| word.chars().filter(|c| !c.is_control()).collect::<String>());
    words.collect::<Vec<_>>().join(" ")
}
