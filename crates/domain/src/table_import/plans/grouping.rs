//! Which rows of a file are amounts of one line of a plan.

use std::collections::BTreeMap;

use super::typed::{ReadRow, by_year, say};
use crate::finding::FindingCode;
use crate::money::Share;
use crate::table_import::TypedRow;

/// The rows of one line; at least one.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) rows: Vec<ReadRow>,
}

impl Group {
    fn of(row: ReadRow) -> Self {
        Self { rows: vec![row] }
    }

    /// The place of its first row in the file.
    pub(super) fn first(&self) -> usize {
        self.rows[0].at
    }

    /// The place of its amount of a year, or of what is not divided by years.
    pub(super) fn at(&self, year: Option<u16>) -> usize {
        let row = self.rows.iter().find(|row| row.year == year);
        row.map_or(self.first(), |row| row.at)
    }

    /// What is not divided by years.
    pub(super) fn undivided(&self) -> Option<&ReadRow> {
        self.rows.iter().find(|row| row.year.is_none())
    }

    fn with_share(&self) -> Option<&ReadRow> {
        self.rows.iter().find(|row| !row.share.is_empty())
    }

    /// The share that it states.
    pub(super) fn share(&self) -> String {
        self.with_share()
            .map_or_else(String::new, |row| row.share.clone())
    }

    /// The place of the share.
    pub(super) fn share_at(&self) -> usize {
        self.with_share().map_or(self.first(), |row| row.at)
    }

    /// Says where its rows do not go together.
    fn check(&self, rows: &mut [TypedRow]) {
        let first = &self.rows[0];
        let share = |text: &str| text.parse::<Share>().map_err(|_| text.to_owned());
        for row in &self.rows {
            for (field, agrees) in [
                ("funder", row.funders == first.funders),
                ("category", row.kind == first.kind),
                ("part", row.part == first.part),
                (
                    "share",
                    row.share.is_empty() || share(&row.share) == share(&self.share()),
                ),
            ] {
                if !agrees {
                    say(rows, row.at, field, FindingCode::RowsDisagree);
                }
            }
        }
        for row in by_year(&self.rows).values().flat_map(|rows| &rows[1..]) {
            say(rows, row.at, "year", FindingCode::AmountTwice);
        }
    }
}

/// The lines of a plan with their parts, in its order.
pub(super) fn lines(rows: &mut [TypedRow], read: Vec<ReadRow>) -> Vec<Group> {
    let groups = if read.iter().any(|row| row.line.is_some()) {
        numbered(rows, read)
    } else {
        by_funder(rows, read)
    };
    for group in &groups {
        group.check(rows);
    }
    groups
}

/// Those with a number of their own, by it.
fn numbered(rows: &mut [TypedRow], read: Vec<ReadRow>) -> Vec<Group> {
    let mut groups: BTreeMap<u32, Group> = BTreeMap::new();
    for row in read {
        match row.line {
            None => say(rows, row.at, "plan_line", FindingCode::Missing),
            Some(number) => match groups.get_mut(&number) {
                Some(group) => group.rows.push(row),
                None => {
                    groups.insert(number, Group::of(row));
                }
            },
        }
    }
    groups.into_values().collect()
}

/// Without numbers those of the same funders and kind of money are a line, wherever they stand. A
/// part belongs to the line above it.
fn by_funder(rows: &mut [TypedRow], read: Vec<ReadRow>) -> Vec<Group> {
    // Each line with its parts.
    let mut lines: Vec<Vec<Group>> = Vec::new();
    let mut above = None;
    for row in read {
        let is_same = |group: &Group| {
            let first = &group.rows[0];
            first.funders == row.funders && first.kind == row.kind
        };
        if !row.part {
            above = lines.iter().position(|line| is_same(&line[0]));
            if let Some(line) = above {
                lines[line][0].rows.push(row);
            } else {
                above = Some(lines.len());
                lines.push(vec![Group::of(row)]);
            }
            continue;
        }
        let Some(line) = above.and_then(|above: usize| lines.get_mut(above)) else {
            say(rows, row.at, "part", FindingCode::PartWithoutLine);
            continue;
        };
        match line.iter().skip(1).position(is_same) {
            Some(part) => line[part + 1].rows.push(row),
            None => line.push(Group::of(row)),
        }
    }
    lines.into_iter().flatten().collect()
}

/// The costs of each category, in the order of the file.
pub(super) fn costs(rows: &mut [TypedRow], read: Vec<ReadRow>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for row in read {
        let of_category = groups
            .iter_mut()
            .find(|group| group.rows[0].kind == row.kind);
        match of_category {
            Some(group) => group.rows.push(row),
            None => groups.push(Group::of(row)),
        }
    }
    for group in &groups {
        group.check(rows);
    }
    groups
}
