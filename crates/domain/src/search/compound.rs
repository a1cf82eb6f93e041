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

/// Whether a word may have a key: but for its last two letters a key stands in its word, unless the
/// word is irregular. Much cheaper than the keys of every word of a text.
pub(super) fn may_have(word: &str, key: &str) -> bool {
    let shared = key.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
    let shared = shared.max(key.chars().next().map_or(0, char::len_utf8));
    let shared = key.get(..shared).unwrap_or_default();
    word.contains(shared) || irregular::is_key(key)
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
    use super::{keys, may_have};

    const PAIRS: &str = include_str!("../../tests/search_pairs.csv");

    #[test]
    fn no_key_of_a_word_is_missed() {
        let words = PAIRS.split(|letter: char| !letter.is_alphanumeric());
        let irregular = [
            "töiden", "öiden", "teitä", "lasten", "aikojen", "kahden", "yhteen",
        ];
        for word in words.chain(irregular).map(str::to_lowercase) {
            for key in keys(&word) {
                assert!(may_have(&word, &key), "{word} has {key}");
            }
        }
        assert!(!may_have("rahoitus", "päätös"));
    }
}
