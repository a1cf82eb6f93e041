//! Tables and lists of facts.

use super::colour::Colour;
use super::columns::{Wish, shared};
use super::draw::{Row, SetLine, Setting, Stroke, Words};
use super::layout::{CAPTION, CELL, LABEL, LEFT, TEXT_HEIGHT, TEXT_WIDTH, TOTAL, Type, VALUE};
use super::model::{Align, Fact, Headings, Inline, RowKind, Table};
use super::passage::Passage;
use super::tags::{Node, Role, Trait};
use std::rc::Rc;

/// Space between two columns.
const COLUMN_GAP: f32 = 14.0;
/// Space above and below the text of a cell.
const PADDING: f32 = 3.6;
/// A row with more lines than this, half a page, may run over a page break.
const MAX_LINES: usize = 24;
/// The lines of such a row that stay together.
const PIECE_LINES: usize = 4;
/// Space below a caption.
const CAPTION_GAP: f32 = 3.0;
/// The widest the labels of facts may be.
const MAX_LABEL: f32 = 158.0;

/// A column in its place.
#[derive(Clone, Copy)]
struct Place {
    x: f32,
    width: f32,
    align: Align,
}

/// A cell: nothing, or words.
type Cell = Option<Words>;

/// Composes a table: caption, header, rows.
pub(super) fn table(setting: &mut Setting<'_>, table: &Table) -> Vec<Row> {
    let node = setting.tree.add(Node::ROOT, Role::Table, Trait::None);
    let mut rows = Vec::new();
    if let Some(caption) = &table.caption {
        rows.extend(caption_rows(setting, node, caption));
    }

    let heads = table
        .columns
        .iter()
        .map(|column| setting.passage(&column.heading, TOTAL));
    let heads: Vec<_> = heads.collect();
    // A header without a word would only be read out as an empty row.
    let header = if heads.iter().all(Option::is_none) {
        Vec::new()
    } else {
        row_of_cells(setting, node, heads, TOTAL, |_| Some(Trait::ColumnHeading))
    };
    let body: Vec<(RowKind, Vec<Cell>)> = table
        .rows
        .iter()
        .map(|row| {
            let set = match row.kind {
                RowKind::Entry => CELL,
                RowKind::Total => TOTAL,
            };
            let cells = row
                .cells
                .iter()
                .map(|cell| setting.passage(cell, set))
                .collect();
            let heading = |index| {
                (index == 0 && table.headings == Headings::ColumnsAndRows)
                    .then_some(Trait::RowHeading)
            };
            (row.kind, row_of_cells(setting, node, cells, set, heading))
        })
        .collect();

    let places = places(table, &header, &body);
    let heading = heading_rows(&header, &places);
    let repeated = heading_rows(&header, &places).into_iter().next();
    let repeated = repeated.filter(|row| heading.len() == 1 && row.height < TEXT_HEIGHT / 4.0);
    let repeated = repeated.map(Rc::new);
    rows.extend(heading);
    let count = body.len();
    for (index, (kind, cells)) in body.iter().enumerate() {
        let mut pieces = cell_rows(cells, &places, 0.0);
        let total_next = body
            .get(index + 1)
            .is_some_and(|(kind, _)| *kind == RowKind::Total);
        if let Some(first) = pieces.first_mut().filter(|_| *kind == RowKind::Total) {
            first.rules.push(stroke(-0.4, 0.9, Colour::Ink));
        }
        if let Some(last) = pieces.last_mut() {
            let closing = index + 1 == count;
            let colour = if closing {
                Colour::Ink
            } else {
                Colour::Hairline
            };
            if !total_next {
                last.rules.push(stroke(last.height - 0.3, 0.6, colour));
            }
            last.keep |= total_next;
        }
        for piece in &mut pieces {
            piece.header.clone_from(&repeated);
        }
        rows.extend(pieces);
    }
    rows
}

/// Composes facts as a table whose rows are headed by the labels.
pub(super) fn facts(setting: &mut Setting<'_>, facts: &[Fact]) -> Vec<Row> {
    let node = setting.tree.add_later(Node::ROOT, Role::Table, Trait::None);
    let mut pairs = Vec::new();
    for fact in facts {
        let label = setting.passage(&[Inline::plain(fact.label.as_str())], LABEL);
        let value = setting.passage(&fact.value, VALUE);
        if label.is_none() && value.is_none() {
            continue;
        }
        let row = setting.tree.add(node, Role::TR, Trait::None);
        let head = setting.tree.add(row, Role::TH, Trait::RowHeading);
        let data = setting.tree.add(row, Role::TD, Trait::None);
        let label = label.map(|passage| setting.words(passage, head, LABEL));
        let value = value.map(|passage| setting.words(passage, data, VALUE));
        pairs.push(vec![label, value]);
    }
    if pairs.is_empty() {
        return Vec::new();
    }
    setting.tree.attach(node);
    let labels = pairs.iter().filter_map(|pair| pair.first()?.as_ref());
    let label_width = labels
        .map(|label| label.extent().0)
        .fold(60.0, f32::max)
        .min(MAX_LABEL)
        + 0.1;
    let value_x = label_width + COLUMN_GAP;
    let places = [
        Place {
            x: LEFT,
            width: label_width,
            align: Align::Left,
        },
        Place {
            x: LEFT + value_x,
            width: TEXT_WIDTH - value_x,
            align: Align::Left,
        },
    ];
    let mut rows = Vec::new();
    for (index, pair) in pairs.iter().enumerate() {
        let mut pieces = cell_rows(pair, &places, 0.0);
        if let Some(first) = pieces.first_mut().filter(|_| index == 0) {
            first.rules.push(stroke(0.0, 0.6, Colour::Hairline));
        }
        if let Some(last) = pieces.last_mut() {
            last.rules
                .push(stroke(last.height - 0.3, 0.6, Colour::Hairline));
        }
        rows.extend(pieces);
    }
    rows
}

fn caption_rows(setting: &mut Setting<'_>, table: Node, caption: &str) -> Vec<Row> {
    let Some(passage) = setting.passage(&[Inline::plain(caption)], CAPTION) else {
        return Vec::new();
    };
    let node = setting.tree.add(table, Role::Caption, Trait::None);
    let words = setting.words(passage, node, CAPTION);
    let lines = words.lines(TEXT_WIDTH).into_iter();
    let row = |line: SetLine| Row {
        height: CAPTION.leading,
        keep: true,
        words: vec![line.at(LEFT, 0.0, CAPTION)],
        ..Row::default()
    };
    let mut rows: Vec<Row> = lines.map(row).collect();
    if let Some(last) = rows.last_mut() {
        last.height += CAPTION_GAP;
    }
    rows
}

/// The cells of a row; `heading` says which of them are headings and of what.
fn row_of_cells(
    setting: &mut Setting<'_>,
    table: Node,
    cells: Vec<Option<Passage>>,
    set: Type,
    heading: impl Fn(usize) -> Option<Trait>,
) -> Vec<Cell> {
    let row = setting.tree.add(table, Role::TR, Trait::None);
    let cells = cells.into_iter().enumerate().map(|(index, passage)| {
        let node = match heading(index) {
            Some(trait_) if passage.is_some() => setting.tree.add(row, Role::TH, trait_),
            _ => setting.tree.add(row, Role::TD, Trait::None),
        };
        passage.map(|passage| setting.words(passage, node, set))
    });
    cells.collect()
}

fn places(table: &Table, header: &[Cell], body: &[(RowKind, Vec<Cell>)]) -> Vec<Place> {
    let mut wishes: Vec<Wish> = table
        .columns
        .iter()
        .map(|column| Wish {
            line: 0.0,
            word: 0.0,
            align: column.align,
        })
        .collect();
    for cells in body
        .iter()
        .map(|(_, cells)| cells.as_slice())
        .chain([header])
    {
        for (wish, cell) in wishes.iter_mut().zip(cells) {
            // A tenth of a point more, so that rounding never breaks the widest line.
            let (line, word) = cell.as_ref().map_or((0.0, 0.0), Words::extent);
            wish.line = wish.line.max(line + 0.1);
            wish.word = wish.word.max(word + 0.1);
        }
    }
    let gaps: f32 = wishes.iter().skip(1).map(|_| COLUMN_GAP).sum();
    let mut x = LEFT;
    let place = |(width, wish): (f32, &Wish)| {
        let place = Place {
            x,
            width,
            align: wish.align,
        };
        x += width + COLUMN_GAP;
        place
    };
    shared(&wishes, TEXT_WIDTH - gaps)
        .into_iter()
        .zip(&wishes)
        .map(place)
        .collect()
}

/// The header's rows, set at the foot of their cells with a line below.
fn heading_rows(header: &[Cell], places: &[Place]) -> Vec<Row> {
    let mut rows = cell_rows(header, places, 1.0);
    for row in &mut rows {
        row.keep = true;
    }
    if let Some(last) = rows.last_mut() {
        last.rules
            .push(stroke(last.height - 0.5, 1.0, Colour::Accent));
    }
    rows
}

/// The rows of cells side by side: one, or several if the text is longer than half a page.
/// `sink` is 1 where short texts stand at the foot of the row and 0 where they stand at its top.
fn cell_rows(cells: &[Cell], places: &[Place], sink: f32) -> Vec<Row> {
    if cells.is_empty() {
        return Vec::new();
    }
    let mut columns: Vec<_> = cells
        .iter()
        .zip(places)
        .filter_map(|(cell, place)| {
            let words = cell.as_ref()?;
            Some((words.set(), *place, words.lines(place.width).into_iter()))
        })
        .collect();
    let leading = columns
        .iter()
        .map(|(set, ..)| set.leading)
        .fold(CELL.leading, f32::max);
    let count = columns
        .iter()
        .map(|(.., lines)| lines.len())
        .max()
        .unwrap_or_default()
        .max(1);
    let piece = if count > MAX_LINES {
        PIECE_LINES
    } else {
        count
    };
    let mut rows = Vec::new();
    for start in (0..count).step_by(piece) {
        let length = piece.min(count - start);
        let above = if start == 0 { PADDING } else { 0.0 };
        let below = if start + length == count {
            PADDING
        } else {
            0.0
        };
        let text = stacked(length, leading);
        let mut row = Row {
            height: above + text + below,
            ..Row::default()
        };
        for (set, place, lines) in &mut columns {
            let spare = text - stacked(lines.len().min(length), leading);
            let mut top = sink.mul_add(spare, above);
            for line in lines.take(length) {
                let x = match place.align {
                    Align::Left => place.x,
                    Align::Right => place.x + place.width - line.width,
                };
                row.words.push(line.at(x, top, *set));
                top += leading;
            }
        }
        rows.push(row);
    }
    rows
}

/// The height of lines upon each other.
fn stacked(lines: usize, leading: f32) -> f32 {
    (0..lines).map(|_| leading).sum()
}

const fn stroke(y: f32, thickness: f32, colour: Colour) -> Stroke {
    Stroke {
        from: LEFT,
        to: LEFT + TEXT_WIDTH,
        y,
        thickness,
        colour,
    }
}
