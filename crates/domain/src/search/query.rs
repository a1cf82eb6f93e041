//! What somebody typed, as words and keys to look for.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::compound::Key;
use super::fold::words;
use super::parts::OTHERWISE;
use super::{KEY, NUMBER, compound, key, number};

/// The most terms that are looked for: further words are left out.
const MOST: usize = 12;
/// The least letters of the beginning of a word that finds longer ones.
const PREFIX: usize = 3;
/// The least letters of a stem that stands for the beginning of its word.
const STEM: usize = 6;

/// Words that say nothing of what is looked for, where others do.
const EMPTY: &[&str] = &[
    "ja", "tai", "sekä", "että", "on", "ei", "och", "eller", "att", "the", "of", "and", "or", "for",
];

static EMPTY_TERMS: LazyLock<Vec<Term>> =
    LazyLock::new(|| EMPTY.iter().map(|word| term(word)).collect());

/// The keys of each group of words that mean the same in other languages.
static OTHERWISE_KEYS: LazyLock<Vec<BTreeSet<String>>> = LazyLock::new(|| {
    let of_group = |group: &&[&str]| group.iter().flat_map(|word| key::keys(word)).collect();
    OTHERWISE.iter().map(of_group).collect()
});

/// What is looked for: everything that one of the alternatives of each term finds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The terms.
    pub terms: Vec<Term>,
}

/// One thing that is looked for, in one of several ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The ways.
    pub ways: Vec<Found>,
}

/// How something is found in the words of a text. Nothing in it is anything but letters, digits
/// and the sign before a key or a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// By a word, a key or a number as it stands.
    Word(String),
    /// By the beginning of a word.
    Beginning(String),
    /// By words that follow each other.
    Phrase(Vec<String>),
}

impl Query {
    /// Reads what was typed. Any text can be typed; one without letters and digits looks for
    /// nothing.
    ///
    /// ```
    /// use domain::search::{Found, Query};
    /// let query = Query::typed("\"kaivoksen ali\" AND (");
    /// let phrase = Found::Phrase(vec!["kaivoksen".to_owned(), "ali".to_owned()]);
    /// assert_eq!(query.terms.first().map(|term| &term.ways), Some(&vec![phrase]));
    /// assert!(Query::typed("* ( \" -").terms.is_empty());
    /// ```
    pub fn typed(text: &str) -> Self {
        let mut terms = Vec::new();
        // What stands between quotation marks is a phrase, if it is closed.
        let pieces: Vec<&str> = text.split(['"', '”', '“', '„', '»', '«']).collect();
        let last = pieces.len() - 1;
        for (at, piece) in pieces.iter().enumerate() {
            if at % 2 == 1 && at < last {
                terms.extend(phrase(piece));
            } else {
                terms.extend(single(piece));
            }
        }
        if terms.iter().any(|term| !EMPTY_TERMS.contains(term)) {
            terms.retain(|term| !EMPTY_TERMS.contains(term));
        }
        terms.dedup();
        terms.truncate(MOST);
        Self { terms }
    }

    /// Whether nothing is looked for.
    pub const fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// How well the head of a text fits: what stands there as it was typed counts most, then
    /// another form of it, then the beginning of a word. The order of texts that all were found.
    pub fn fit(&self, head: &str) -> u32 {
        let words: Vec<&[u8]> = head.as_bytes().split(|byte| *byte == b' ').collect();
        self.terms.iter().map(|term| term.fit(&words)).sum()
    }

    /// What says whether a word of a text is one that is looked for.
    pub(super) fn marker(&self) -> Marker<'_> {
        let ways = self.terms.iter().flat_map(|term| &term.ways);
        Marker {
            ways: ways
                .map(|way| match way {
                    Found::Beginning(beginning) => Mark::Beginning(beginning),
                    Found::Phrase(words) => Mark::OneOf(words),
                    Found::Word(word) => match word.strip_prefix(KEY) {
                        Some(key) => Mark::Key(Key::new(key)),
                        None => Mark::OneOf(std::slice::from_ref(word)),
                    },
                })
                .collect(),
        }
    }
}

/// What says whether words are looked for: what depends on the query alone is made once.
pub(super) struct Marker<'a> {
    ways: Vec<Mark<'a>>,
}

enum Mark<'a> {
    Beginning(&'a str),
    OneOf(&'a [String]),
    Key(Key<'a>),
}

impl Marker<'_> {
    /// Whether a word is looked for; `folded` is in the form of the analyser.
    pub(super) fn marks(&self, folded: &str) -> bool {
        let mut keys: Option<BTreeSet<String>> = None;
        self.ways.iter().any(|way| match way {
            Mark::Beginning(beginning) => folded.starts_with(beginning),
            Mark::OneOf(words) => words.iter().any(|word| word == folded),
            Mark::Key(key) => {
                key.may_be_of(folded)
                    && keys
                        .get_or_insert_with(|| compound::keys(folded))
                        .contains(key.whole)
            }
        })
    }
}

impl Term {
    fn fit(&self, head: &[&[u8]]) -> u32 {
        let of_way = self.ways.iter().map(|way| match way {
            Found::Word(word) => {
                let weight = match word.chars().next() {
                    Some(NUMBER) => 8,
                    Some(KEY) => 5,
                    _ => 6,
                };
                // Most words end otherwise: comparing whole ones is what costs here.
                let word = word.as_bytes();
                let mut same = head.iter().filter(|of| of.last() == word.last());
                weight * u32::from(same.any(|of| *of == word))
            }
            Found::Beginning(beginning) => {
                let begins = |word: &&[u8]| word.starts_with(beginning.as_bytes());
                3 * u32::from(head.iter().any(begins))
            }
            Found::Phrase(words) => {
                let words: Vec<&[u8]> = words.iter().map(String::as_bytes).collect();
                let stands = head.windows(words.len()).any(|part| part == words);
                8 * u32::from(stands)
            }
        });
        of_way.max().unwrap_or(0)
    }
}

fn phrase(text: &str) -> Option<Term> {
    let words: Vec<String> = words(text).into_iter().map(|word| word.folded).collect();
    let words: Vec<String> = words.into_iter().take(MOST).collect();
    (!words.is_empty()).then(|| Term {
        ways: vec![Found::Phrase(words)],
    })
}

/// The terms of words that are not a phrase.
fn single(text: &str) -> Vec<Term> {
    let words = words(text);
    let (mut terms, mut at) = (Vec::new(), 0);
    while let Some(left) = words.get(at..).filter(|left| !left.is_empty()) {
        // `päätös 5/2023`: the word before a number says only what is meant.
        let is_said = matches!(left, [word, ..] if SAID.contains(&word.folded.as_str()));
        let behind = if is_said {
            left.get(1..).unwrap_or_default()
        } else {
            &[]
        };
        if let Some((alternatives, taken)) = number::typed(behind, text) {
            terms.push(exact(alternatives));
            at += taken + 1;
        } else if let Some((alternatives, taken)) = number::typed(left, text) {
            terms.push(exact(alternatives));
            at += taken;
        } else {
            terms.extend(left.first().map(|word| term(&word.folded)));
            at += 1;
        }
    }
    terms
}

/// What is written before the number of a decision or a case.
const SAID: &[&str] = &[
    "päätös",
    "asia",
    "diaarinumero",
    "asianumero",
    "beslut",
    "decision",
    "ärende",
];

fn exact(alternatives: Vec<String>) -> Term {
    Term {
        ways: alternatives.into_iter().map(Found::Word).collect(),
    }
}

/// A word in any of its forms, as a part of a compound and as its beginning.
fn term(folded: &str) -> Term {
    let mut ways = Vec::new();
    let is_number = folded.chars().all(char::is_numeric);
    let stem = key::stem(folded);
    let beginning = if stem.chars().count() >= STEM {
        &stem
    } else {
        folded
    };
    if is_number || beginning.chars().count() < PREFIX {
        ways.push(Found::Word(folded.to_owned()));
    } else {
        ways.push(Found::Beginning(beginning.to_owned()));
    }
    if !is_number {
        let mut keys = key::keys(folded);
        keys.extend(otherwise(&keys));
        ways.extend(
            keys.into_iter()
                .map(|key| Found::Word(format!("{KEY}{key}"))),
        );
    }
    Term { ways }
}

/// The keys of what a word is called in other languages.
fn otherwise(keys: &BTreeSet<String>) -> BTreeSet<String> {
    let groups = OTHERWISE_KEYS.iter();
    groups
        .filter(|group| !group.is_disjoint(keys))
        .flatten()
        .cloned()
        .collect()
}
