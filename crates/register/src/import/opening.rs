//! The head of the document: case number, title, and what may stand between them.

use domain::case::CaseNumber;
use time::Date;

use super::lines::Line;
use super::parts::section_line;
use super::words::{bare, days};

/// The head of the document, and the lines below it.
#[derive(Debug, Default)]
pub(super) struct Opening<'a> {
    pub(super) case_number: Option<(CaseNumber, usize)>,
    pub(super) title: Option<(String, usize)>,
    pub(super) section: Option<(u32, Option<u16>, usize)>,
    pub(super) decided_on: Option<(Date, usize)>,
    /// Lines of the head that hold more than these facts.
    pub(super) leftover: Vec<Line<'a>>,
    /// The background.
    pub(super) body: Vec<Line<'a>>,
}

/// A case number stands this near the beginning.
const HEAD: usize = 40;
/// A title has at most so many lines and characters.
const TITLE_LINES: usize = 3;
const TITLE: usize = 300;

/// Reads the lines before the first heading.
pub(super) fn opening<'a>(lines: &[Line<'a>]) -> Opening<'a> {
    let mut opening = Opening::default();
    let case = lines
        .iter()
        .take(HEAD)
        .enumerate()
        .find_map(|(at, line)| case_number(line.text).map(|number| (at, number)));
    let mut rest = lines;
    if let Some((at, number)) = case {
        opening.case_number = Some((number, lines[at].number));
        for line in &lines[..=at] {
            opening.head_line(*line);
        }
        rest = &lines[at + 1..];
    }
    while let [line, after @ ..] = rest {
        if !opening.fact(*line) {
            break;
        }
        rest = after;
    }
    rest = opening.read_title(rest);
    for line in rest {
        if !opening.fact(*line) {
            opening.body.push(*line);
        }
    }
    opening
}

/// The case number among the words of a line.
fn case_number(line: &str) -> Option<CaseNumber> {
    line.split_whitespace().find_map(|word| {
        let word = bare(word);
        let (prefix, _) = word.split_once('-')?;
        let prefix = prefix.to_lowercase();
        let named = prefix.ends_with("dno") || prefix.ends_with("dnro");
        named.then(|| word.parse().ok()).flatten()
    })
}

impl<'a> Opening<'a> {
    /// A line down to the case number: its facts are taken, and what else it says is kept.
    fn head_line(&mut self, line: Line<'a>) {
        if case_number(line.text).is_some() && line.text.split_whitespace().count() == 1 {
            return;
        }
        if self.fact(line) {
            return;
        }
        let words: Vec<&str> = line.text.split_whitespace().collect();
        let section = words.windows(2).find_map(|pair| {
            let written = pair.join(" ");
            section_line(&written).filter(|_| pair.contains(&"§"))
        });
        if let Some((number, year)) = section {
            self.section.get_or_insert((number, year, line.number));
        }
        if let [(_, day)] = days(line.text)[..] {
            self.decided_on.get_or_insert((day, line.number));
        }
        self.leftover.push(line);
    }

    /// Takes a line that is nothing but a section or a day.
    fn fact(&mut self, line: Line<'a>) -> bool {
        if let Some((number, year)) = section_line(line.text) {
            if self.section.is_none() {
                self.section = Some((number, year, line.number));
                return true;
            }
            return false;
        }
        match days(line.text)[..] {
            [(0, day)] if !line.text.contains(' ') && self.decided_on.is_none() => {
                self.decided_on = Some((day, line.number));
                true
            }
            _ => false,
        }
    }

    /// Takes the title: the lines that stand together.
    fn read_title<'l>(&mut self, rest: &'l [Line<'a>]) -> &'l [Line<'a>] {
        let Some(first) = rest.first() else {
            return rest;
        };
        let together = 1 + rest[1..]
            .iter()
            .take_while(|line| !line.after_blank)
            .count();
        let length: usize = rest[..together].iter().map(|line| line.text.len()).sum();
        let ends_a_sentence = rest[together - 1].text.ends_with('.');
        let lines = if together <= TITLE_LINES && length <= TITLE && !ends_a_sentence {
            together
        } else if self.case_number.is_some() && first.text.len() <= TITLE {
            1
        } else {
            return rest;
        };
        let words = rest[..lines]
            .iter()
            .flat_map(|line| line.text.split_whitespace());
        let title = words.collect::<Vec<_>>().join(" ");
        self.title = Some((title, first.number));
        &rest[lines..]
    }
}
