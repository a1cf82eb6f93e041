//! The passage of a text that shows what was found.

use super::Query;
use super::fold::words;

/// How many letters of a passage are shown, about.
const LENGTH: usize = 220;
/// How many letters stand before the first word that was found.
const BEFORE: usize = 60;

/// A passage of a text in which words were found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    /// Parts in their order, each with whether it was found.
    pub parts: Vec<(String, bool)>,
}

/// The passage with the most words that are looked for, cut to a few lines; nothing where no
/// passage has one.
pub fn snippet(passages: &[String], query: &Query) -> Snippet {
    let looked_for = query.marker();
    let marked = passages.iter().map(|passage| {
        let words = words(passage).into_iter();
        let found: Vec<(usize, usize)> = words
            .filter(|word| looked_for.marks(&word.folded))
            .map(|word| (word.start, word.end))
            .collect();
        (passage, found)
    });
    // Of equals the first.
    let best = marked.reduce(|best, next| {
        if next.1.len() > best.1.len() {
            next
        } else {
            best
        }
    });
    match best {
        Some((passage, found)) if !found.is_empty() => cut(passage, &found),
        _ => Snippet::default(),
    }
}

fn cut(passage: &str, found: &[(usize, usize)]) -> Snippet {
    let first = found.first().map_or(0, |(start, _)| *start);
    let from = boundary(passage, first.saturating_sub(BEFORE), first);
    let to = passage.len().min(from.saturating_add(LENGTH));
    let to = (to..=passage.len()).find(|at| passage.is_char_boundary(*at) && ends(passage, *at));
    let to = to.unwrap_or(passage.len());
    let mut parts = Vec::new();
    let mut plain = |text: &str| {
        if !text.is_empty() {
            parts.push((text.to_owned(), false));
        }
    };
    if from > 0 {
        plain("… ");
    }
    let mut at = from;
    let mut marked = Vec::new();
    for (start, end) in found
        .iter()
        .copied()
        .filter(|(start, end)| *start >= from && *end <= to)
    {
        marked.push((passage.get(at..start).unwrap_or_default().to_owned(), false));
        marked.push((passage.get(start..end).unwrap_or_default().to_owned(), true));
        at = end;
    }
    marked.push((passage.get(at..to).unwrap_or_default().to_owned(), false));
    parts.extend(marked.into_iter().filter(|(text, _)| !text.is_empty()));
    if to < passage.len() {
        parts.push((" …".to_owned(), false));
    }
    Snippet { parts }
}

/// The beginning of the first word from a place on, and at the latest another place.
fn boundary(passage: &str, from: usize, latest: usize) -> usize {
    if from == 0 {
        return 0;
    }
    let starts = (from..latest).find(|at| {
        passage.is_char_boundary(*at)
            && passage
                .get(..*at)
                .is_some_and(|before| before.ends_with(char::is_whitespace))
    });
    starts.unwrap_or(latest)
}

/// Whether no word goes on at a place.
fn ends(passage: &str, at: usize) -> bool {
    passage
        .get(at..)
        .is_some_and(|behind| behind.chars().next().is_none_or(char::is_whitespace))
}
