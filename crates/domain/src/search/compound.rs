//! The keys of a word and of the parts that it is put together from.

use std::collections::BTreeSet;

use super::parts::{FIRST, LAST};
use super::{irregular, key};

/// The least letters of what is left of a word without its first part.
const REST: usize = 4;
/// The least letters before a last part.
const BEFORE: usize = 3;

/// The keys of a folded word: its own, those of its parts that are known, and those of what stands
/// behind a first part that is known.
pub(super) fn keys(word: &str) -> BTreeSet<String> {
    let mut all = key::keys(word);
    let mut rest = word;
    // kaivos-ali-hankkijoiden: part after part from the front.
    while let Some((first, behind)) = first_part(rest) {
        all.extend(key::keys(first));
        all.extend(key::keys(behind));
        rest = behind;
    }
    for (at, _) in word.char_indices().skip(BEFORE) {
        let (before, tail) = word.split_at(at);
        if LAST.iter().any(|root| tail.starts_with(root)) {
            all.extend(key::keys(tail));
            all.extend(key::keys(before));
        }
    }
    all
}

/// A key that is looked for in the words of a text.
pub(super) struct Key<'a> {
    pub(super) whole: &'a str,
    /// What every word that has it holds; nothing where an irregular word may have it.
    shared: &'a str,
}

impl<'a> Key<'a> {
    pub(super) fn new(whole: &'a str) -> Self {
        let ends = whole.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
        let ends = ends.max(whole.chars().next().map_or(0, char::len_utf8));
        let shared = if irregular::is_key(whole) {
            ""
        } else {
            whole.get(..ends).unwrap_or_default()
        };
        Self { whole, shared }
    }

    /// Whether a word may have it: but for its last two letters a key stands in its word, unless
    /// the word is irregular. Much cheaper than the keys of every word of a text.
    pub(super) fn may_be_of(&self, word: &str) -> bool {
        word.contains(self.shared)
    }
}

/// The longest first part that is known, and what follows it.
fn first_part(word: &str) -> Option<(&str, &str)> {
    let of_word = FIRST.iter().filter_map(|part| {
        let behind = word.strip_prefix(part)?;
        (behind.chars().count() >= REST).then_some((*part, behind))
    });
    of_word.max_by_key(|(part, _)| part.len())
}

#[cfg(test)]
mod tests {
    use super::{Key, keys};

    const PAIRS: &str = include_str!("../../tests/search_pairs.csv");

    #[test]
    fn no_key_of_a_word_is_missed() {
        let words = PAIRS.split(|letter: char| !letter.is_alphanumeric());
        let irregular = [
            "töiden", "öiden", "teitä", "lasten", "aikojen", "kahden", "yhteen",
        ];
        for word in words.chain(irregular).map(str::to_lowercase) {
            for key in keys(&word) {
                assert!(Key::new(&key).may_be_of(&word), "{word} has {key}");
            }
        }
        assert!(!Key::new("päätös").may_be_of("rahoitus"));
    }
}
