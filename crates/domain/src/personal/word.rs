//! The words of a passage and what stands between them.

/// A word: letters, with hyphens and apostrophes within.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) text: &'a str,
    /// What stands between the word before and this one.
    pub(super) gap: &'a str,
}

impl Word<'_> {
    /// Whether only white space stands before it, so that it goes on with the word before.
    pub(super) fn follows(&self) -> bool {
        !self.gap.is_empty() && self.gap.chars().all(char::is_whitespace)
    }

    /// Whether it looks like a part of a name: a capital and small letters after it.
    pub(super) fn is_name_like(&self) -> bool {
        let mut letters = self.text.chars();
        letters.next().is_some_and(char::is_uppercase)
            && self.text.chars().count() >= 2
            && self.text.chars().any(char::is_lowercase)
            && !self.text.ends_with('-')
    }
}

pub(super) fn words(passage: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut start: Option<usize> = None;
    let end_of = |words: &[Word<'_>]| words.last().map_or(0, |last| last.end);
    for (at, letter) in passage.char_indices().chain([(passage.len(), ' ')]) {
        let within = letter.is_alphabetic() || "-‑'’".contains(letter);
        match (start, within) {
            (None, true) if letter.is_alphabetic() => start = Some(at),
            (Some(begin), false) => {
                let gap = &passage[end_of(&words)..begin];
                words.push(Word {
                    start: begin,
                    end: at,
                    text: &passage[begin..at],
                    gap,
                });
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// Which words belong to a known name, in any inflection: each word of the name begins like it.
pub(super) fn known_words(words: &[Word<'_>], names: &[String]) -> Vec<bool> {
    let lower: Vec<String> = words.iter().map(|word| word.text.to_lowercase()).collect();
    let mut known = vec![false; words.len()];
    for name in names {
        let name = name.to_lowercase();
        let stems: Vec<&str> = self::words(&name)
            .iter()
            .map(|word| stem(word.text))
            .collect();
        if stems.is_empty() {
            continue;
        }
        for (at, window) in lower.windows(stems.len()).enumerate() {
            let fits = window
                .iter()
                .zip(&stems)
                .all(|(word, stem)| word.starts_with(stem));
            if fits {
                known[at..at + stems.len()].fill(true);
            }
        }
    }
    known
}

/// What stays of a word in most inflections: all but its last two letters, at least four.
pub(super) fn stem(word: &str) -> &str {
    let letters = word.chars().count();
    let kept = if letters <= 4 {
        letters
    } else {
        (letters - 2).max(4)
    };
    word.char_indices()
        .nth(kept)
        .map_or(word, |(end, _)| &word[..end])
}
