//! What all forms of a Finnish word have in common.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};

use super::irregular;

static FINNISH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::Finnish));

const VOWELS: &str = "aeiouyäöå";

fn is_vowel(letter: char) -> bool {
    VOWELS.contains(letter)
}

/// The keys of a folded word: two forms of one word have a key in common.
///
/// There can be several, since a form does not always say which word it is of: `tuen` may be of
/// `tuki`, and `palkan` of `palkka`.
pub(super) fn keys(word: &str) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    if word.chars().any(char::is_numeric) {
        keys.insert(word.to_owned());
        return keys;
    }
    if let Some(key) = irregular::key(word) {
        keys.insert(key);
        return keys;
    }
    for stem in stems(word) {
        // Otanmäen, Vuolijoella: what stands before a k that is gone may end with a vowel.
        let mut ends = stem.chars().rev();
        let two = ends.next().zip(ends.next());
        if word.chars().count() > 6
            && two.is_some_and(|(one, other)| is_vowel(one) && is_vowel(other))
        {
            let mut longer = stem.clone();
            longer.pop();
            keys.insert(longer);
        }
        alternate(&without_vowels(&stem), word, &mut keys);
    }
    keys
}

/// The Snowball stem, and what it may be besides where Snowball leaves more or less.
pub(super) fn stem(word: &str) -> String {
    FINNISH.stem(word).into_owned()
}

/// Case endings behind a vowel.
const CASES: &[&str] = &[
    "ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle",
];

/// What Snowball takes off as a possessive or a particle, and what may belong to the word.
const FALSE_ENDINGS: &[&str] = &[
    "ni", "si", "nne", "nsa", "nsä", "kin", "kaan", "kään", "han", "hän", "taan", "tään",
];

/// What of a word may come before its endings.
fn stems(word: &str) -> Vec<String> {
    let stem = stem(word);
    let n_letters = word.chars().count();
    let mut stems = Vec::new();
    let strip = |end: &str| word.strip_suffix(end).map(str::to_owned);
    // nainen, naisen: the stem of the other forms.
    if let Some(base) = strip("nen").filter(|_| n_letters > 5) {
        stems.push(format!("{base}s"));
    }
    // kehittämistä, päätöstä: what ends before the partitive.
    if n_letters > 5 {
        stems.extend(
            strip("ta")
                .or_else(|| strip("tä"))
                .filter(|base| base.ends_with('s')),
        );
    }
    // puhelin, puhelimen.
    if n_letters > 4 && word.ends_with("in") {
        stems.extend(strip("n").map(|base| base + "m"));
    }
    // asukas, asukkaan; kaunis, kauniin; kirves, kirveen.
    for end in ["as", "äs", "is", "es"] {
        let base = stem
            .strip_suffix(end)
            .filter(|base| base.chars().count() > 2);
        stems.extend(base.map(str::to_owned));
    }
    // Words too short for Snowball: tuen, tuet, tuella.
    if n_letters < 8 {
        let is_short = n_letters < 6 && stem == word;
        let base = CASES.iter().find_map(|end| strip(end));
        let base = base.or_else(|| is_short.then(|| strip("n").or_else(|| strip("t")))?);
        stems.extend(base.filter(|base| base.ends_with(is_vowel)));
    }
    // What looks like a possessive or a particle: rakenne, kuukausi, kumppani, pankin.
    if FALSE_ENDINGS.iter().any(|end| word.ends_with(end)) {
        stems.push(strip("n").unwrap_or_else(|| word.to_owned()));
    }
    stems.push(stem);
    stems
}

/// A stem without the vowels at its end, which endings change: at most two, and at least three
/// letters stay, of a short one two.
fn without_vowels(stem: &str) -> String {
    let mut letters: Vec<char> = stem.chars().collect();
    let least = if letters.len() > 3 { 3 } else { 2 };
    for _ in 0..2 {
        if letters.len() > least && letters.last().is_some_and(|last| is_vowel(*last)) {
            letters.pop();
        }
    }
    // taloja, laskujen: the sound between the plural and its ending.
    if letters.len() > 3 && matches!(letters.as_slice(), [.., 'o' | 'u' | 'e' | 'y' | 'ö', 'j']) {
        letters.truncate(letters.len() - 2);
    }
    letters.into_iter().collect()
}

/// The ends of stems that alternate, each with what stands for it. A strong grade that may be the
/// weak one of another word stands for both.
const ALTERNATIONS: &[(&str, &[&str])] = &[
    ("nkk", &["nk"]),
    ("lkk", &["lk"]),
    ("rkk", &["rk"]),
    ("ntt", &["nt"]),
    ("ltt", &["lt"]),
    ("rtt", &["rt"]),
    ("mpp", &["mp"]),
    ("nts", &["nt"]),
    ("nk", &["nk"]),
    ("ng", &["nk"]),
    ("lk", &["lk", "l"]),
    ("lj", &["l"]),
    ("ll", &["l"]),
    ("lt", &["lt", "l"]),
    ("rk", &["rk", "r"]),
    ("rj", &["r"]),
    ("rr", &["r"]),
    ("rt", &["rt", "r"]),
    ("rs", &["rs", "r"]),
    ("hk", &["hk", "h"]),
    ("hj", &["hj", "h"]),
    ("nt", &["nt", "n"]),
    ("nn", &["n"]),
    ("ns", &["ns", "n"]),
    ("mp", &["mp", "m"]),
    ("mm", &["m"]),
    ("kk", &["k"]),
    ("pp", &["p"]),
    ("tt", &["t"]),
    ("d", &["t"]),
    ("v", &["p"]),
];

/// Adds the keys of a stem of a word.
fn alternate(stem: &str, word: &str, keys: &mut BTreeSet<String>) {
    let stem = sibilant(stem);
    let n_letters = stem.chars().count();
    let before = |end: &str| stem.strip_suffix(end);
    // vesi, vuosi: the s before i is a t elsewhere; oikeus, oikeuden.
    let is_of_t = before("us").or_else(|| before("ys")).is_some()
        || before("s").is_some_and(|base| base.ends_with(is_vowel))
            && word
                .strip_prefix(stem.as_str())
                .is_some_and(|rest| rest.starts_with('i'));
    if let Some(base) = before("s").filter(|_| is_of_t && n_letters > 2) {
        keys.insert(format!("{base}t"));
    }
    // joki, joen: k goes between vowels; luku, luvun: or becomes v.
    if let Some(base) = before("k").filter(|base| base.ends_with(is_vowel) && n_letters > 2) {
        keys.insert(base.to_owned());
    }
    if let Some(base) = before("v").filter(|base| base.ends_with(['u', 'y']) && n_letters < 6) {
        keys.insert(base.to_owned());
    }
    let alternation = ALTERNATIONS.iter().find_map(|(end, kept)| {
        let base = stem.strip_suffix(end)?;
        (!base.is_empty()).then_some((base, kept))
    });
    match alternation {
        Some((base, kept)) => keys.extend(kept.iter().map(|end| format!("{base}{end}"))),
        None => {
            keys.insert(stem);
        }
    }
}

/// päätös, päätöksen, päätösten: the ends that the stems of such words take.
fn sibilant(stem: &str) -> String {
    let n_letters = stem.chars().count();
    for end in ["ks", "st"] {
        if let Some(base) = stem.strip_suffix(end)
            && n_letters > 4
            && base.ends_with(is_vowel)
        {
            return format!("{base}s");
        }
    }
    stem.to_owned()
}
