//! The keys of a word and of the parts that it is put together from.

use std::collections::BTreeSet;

use super::key;
use super::parts::{FIRST, LAST};

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

/// The longest first part that is known, and what follows it.
fn first_part(word: &str) -> Option<(&str, &str)> {
    let of_word = FIRST.iter().filter_map(|part| {
        let behind = word.strip_prefix(part)?;
        (behind.chars().count() >= REST).then_some((*part, behind))
    });
    of_word.max_by_key(|(part, _)| part.len())
}
