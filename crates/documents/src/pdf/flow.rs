//! Rows are put on pages.

use super::draw::Row;
use super::layout::{BOTTOM, PAGE_HEIGHT, TOP};
use super::sheet::Sheet;
use super::tags::Tree;

/// Puts rows on as many pages as they need, at least one.
///
/// Rows that must stay together move to the next page together, unless they are more than a
/// page holds.
pub(super) fn paginate(rows: Vec<Row>, tree: &mut Tree) -> Vec<Sheet> {
    let mut flow = Flow {
        tree,
        done: Vec::new(),
        sheet: Sheet::new(0),
        y: TOP,
    };
    let mut group = Vec::new();
    for row in rows {
        let more = row.keep;
        group.push(row);
        if !more {
            flow.group(&mut group);
        }
    }
    flow.group(&mut group);
    flow.turn();
    flow.done
}

struct Flow<'a> {
    tree: &'a mut Tree,
    done: Vec<Sheet>,
    sheet: Sheet,
    /// From the top of the page to where the next row begins.
    y: f32,
}

/// The lowest a row may reach, with a hair for the rounding of sums.
const FLOOR: f32 = PAGE_HEIGHT - BOTTOM + 0.05;

impl Flow<'_> {
    fn group(&mut self, rows: &mut Vec<Row>) {
        let height: f32 = rows.iter().map(|row| row.above + row.height).sum();
        if !self.at_top() && self.y + height > FLOOR {
            self.turn();
            self.repeat_header(rows.first());
        }
        for row in rows.drain(..) {
            if !self.at_top() && self.y + row.above + row.height > FLOOR {
                self.turn();
                self.repeat_header(Some(&row));
            }
            self.put(row);
        }
    }

    fn at_top(&self) -> bool {
        self.y <= TOP
    }

    fn put(&mut self, row: Row) {
        if !self.at_top() {
            self.y += row.above;
        }
        self.sheet.draw(self.tree, &row, self.y);
        self.y += row.height;
        if let Some(entry) = row.heading {
            self.sheet.remember(entry, self.y - row.height);
        }
    }

    /// A header that is shown again is decoration: readers have heard it already.
    fn repeat_header(&mut self, row: Option<&Row>) {
        if let Some(header) = row.and_then(|row| row.header.as_deref()) {
            self.sheet.draw_again(header, self.y);
            self.y += header.height;
        }
    }

    fn turn(&mut self) {
        let next = Sheet::new(self.done.len() + 1);
        let mut sheet = std::mem::replace(&mut self.sheet, next);
        sheet.close();
        self.done.push(sheet);
        self.y = TOP;
    }
}
