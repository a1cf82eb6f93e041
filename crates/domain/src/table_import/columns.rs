//! Which column of a file is what: known by its name, or chosen.

use crate::finding::{Finding, FindingCode, Findings};

/// A column that an import reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImportColumn {
    /// The field that it fills.
    pub field: &'static str,
    /// Words that it may be called by, in small letters without spaces and signs.
    pub names: &'static [&'static str],
}

impl ImportColumn {
    /// The field of the form by which it is chosen, e.g. `column-code`.
    pub fn choice(self) -> String {
        format!("column-{}", self.field)
    }

    /// Whether a name in a header means it, whatever its language and its case.
    pub fn is_named(self, name: &str) -> bool {
        let word = plain(name);
        // The unit stands behind many names: `Summa, €`.
        let bare = word.trim_end_matches(['€']).trim_end_matches("eur");
        self.names.contains(&word.as_str()) || self.names.contains(&bare)
    }
}

/// A name in small letters without spaces and signs.
pub(super) fn plain(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric() || *c == '€');
    letters.flat_map(char::to_lowercase).collect()
}

/// The code of a word, or of a code itself.
pub fn code_of<T: Copy>(
    word: &str,
    words: &[(T, &[&str])],
    code: fn(T) -> &'static str,
) -> Option<&'static str> {
    let word = plain(word);
    let found = words
        .iter()
        .find(|(_, names)| names.contains(&word.as_str()));
    found.map(|(of, _)| code(*of))
}

/// Chooses the columns whose names in a header are known, the first one of each: its place counted
/// from 1, or nothing.
pub fn recognise(columns: &[ImportColumn], header: &[String]) -> Vec<String> {
    let place = |column: &ImportColumn| {
        let at = header.iter().position(|name| column.is_named(name));
        at.map_or_else(String::new, |at| (at + 1).to_string())
    };
    columns.iter().map(place).collect()
}

/// Where each column stands in a file of so many columns, as it was chosen. What cannot stand there
/// is a finding, and so is what lacks: of each group in `needs` one column at least.
pub fn places(
    columns: &[ImportColumn],
    chosen: &[String],
    width: usize,
    needs: &[&[&str]],
    findings: &mut Findings,
) -> Vec<Option<usize>> {
    let mut taken = Vec::new();
    let place = |(at, column): (usize, &ImportColumn)| {
        let typed = chosen.get(at).map_or("", |typed| typed.trim());
        if typed.is_empty() {
            return None;
        }
        let place = typed.parse::<usize>().ok().and_then(|at| at.checked_sub(1));
        let code = match place.filter(|place| *place < width) {
            None => FindingCode::UnknownChoice,
            Some(place) if taken.contains(&place) => FindingCode::NamedTwice,
            Some(place) => {
                taken.push(place);
                return Some(place);
            }
        };
        findings.push(Finding::at(column.choice(), code));
        None
    };
    let places: Vec<Option<usize>> = columns.iter().enumerate().map(place).collect();
    for group in needs {
        let of_group = || {
            (0..)
                .zip(columns)
                .filter(|(_, of)| group.contains(&of.field))
        };
        let is_there = of_group().any(|(at, _): (usize, _)| places[at].is_some());
        let is_named = |of: &ImportColumn| findings.iter().any(|found| found.place == of.choice());
        let said = of_group().any(|(_, of)| is_named(of));
        let first = columns.iter().find(|of| group.first() == Some(&of.field));
        if let Some(first) = first.filter(|_| !is_there && !said) {
            findings.push(Finding::at(first.choice(), FindingCode::Missing));
        }
    }
    places
}
