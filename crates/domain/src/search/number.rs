//! Numbers of cases and sections, which are found as a whole.

use super::NUMBER;
use super::fold::{Word, words};

/// The years that a number can be of.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2199;

fn case(year: u32, number: u32) -> String {
    format!("{NUMBER}a{year}x{number}")
}

fn section(number: u32) -> String {
    format!("{NUMBER}p{number}")
}

fn section_of_year(year: u32, number: u32) -> String {
    format!("{NUMBER}p{year}x{number}")
}

/// How the section of a decision is found: with its year and without.
pub(super) fn of_section(year: u16, number: u32) -> [String; 2] {
    [section_of_year(u32::from(year), number), section(number)]
}

/// How the numbers of cases in a text are found.
pub(super) fn of_cases(text: &str) -> Vec<String> {
    let words = words(text);
    let mut found = Vec::new();
    for at in 0..words.len() {
        if let Some((alternatives, _)) = case_at(words.get(at..).unwrap_or_default()) {
            found.extend(alternatives);
        }
    }
    found
}

/// What a number at the beginning of typed words may be, and how many words it takes: each of the
/// alternatives is looked for. `behind` says what stands between words.
pub(super) fn typed(words: &[Word], text: &str) -> Option<(Vec<String>, usize)> {
    case_at(words)
        .or_else(|| section_at(words, text))
        .or_else(|| slashed(words, text))
}

/// `KAJDno-2023-912`, `kajdno 2023 912`.
fn case_at(words: &[Word]) -> Option<(Vec<String>, usize)> {
    let [office, year, number, ..] = words else {
        return None;
    };
    let year = year_of(&year.folded)?;
    let number = number.folded.parse().ok()?;
    let is_office = office.folded.ends_with("dno") && office.folded.len() > 3;
    is_office.then(|| (vec![case(year, number)], 3))
}

/// `5 §`, `§ 5/2023`, `§5 2023`, `pykälä 5`, `päätös 5/2023`.
fn section_at(words: &[Word], text: &str) -> Option<(Vec<String>, usize)> {
    let named = |word: &Word| ["pykälä", "paragraf", "section"].contains(&word.folded.as_str());
    let (words, before) = match words {
        [first, rest @ ..] if named(first) && !rest.is_empty() => (rest, 1),
        _ => (words, 0),
    };
    let first = words.first()?;
    let number: u32 = first.folded.parse().ok()?;
    let ahead = text.get(..first.start)?.trim_end().ends_with('§');
    let behind = text.get(first.end..)?.trim_start().starts_with('§');
    if before == 0 && !ahead && !behind {
        return None;
    }
    match words.get(1).and_then(|word| year_of(&word.folded)) {
        Some(year) => Some((vec![section_of_year(year, number)], before + 2)),
        None => Some((vec![section(number)], before + 1)),
    }
}

/// `912/2023`, `2023-912`: of a case or of a section.
fn slashed(words: &[Word], text: &str) -> Option<(Vec<String>, usize)> {
    let [one, two, ..] = words else {
        return None;
    };
    let between = text.get(one.end..two.start)?.trim();
    if !matches!(between, "/" | "-" | "–") {
        return None;
    }
    let (number, year) = match (year_of(&one.folded), year_of(&two.folded)) {
        (_, Some(year)) => (one.folded.parse().ok()?, year),
        (Some(year), None) => (two.folded.parse().ok()?, year),
        (None, None) => return None,
    };
    Some((vec![case(year, number), section_of_year(year, number)], 2))
}

fn year_of(word: &str) -> Option<u32> {
    let year = word.parse().ok().filter(|year| YEARS.contains(year));
    year.filter(|_| word.len() == 4)
}
