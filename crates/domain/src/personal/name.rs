//! Names of people.
//!
//! A given name with a capitalised word after it, wherever it stands; an initial with one; and two
//! capitalised words within a sentence that are in no known name and no place. The first is nearly
//! always right. The last finds names that no list has, and sometimes something else: so a name is
//! a notice that is answered once.

use std::ops::Range;

use super::Known;
use super::given_names::is_given_name;
use super::word::{Word, known_words, stem, words};

/// What stands after the name of an organisation.
const FORMS: [&str; 12] = [
    "Oy", "Oyj", "Ab", "Abp", "Ky", "Ry", "ry", "rf", "sr", "rs", "Tmi", "Ltd",
];
/// Places and words that stand with a capital within sentences and name nobody.
const TERMS: [&str; 60] = [
    "Suomi",
    "Suomessa",
    "Finland",
    "Eurooppa",
    "Euroopan",
    "Europa",
    "European",
    "Europe",
    "Kainuu",
    "Kajaani",
    "Kajana",
    "Kajanaland",
    "Sotkamo",
    "Kuhmo",
    "Suomussalmi",
    "Paltamo",
    "Hyrynsalmi",
    "Ristijärvi",
    "Puolanka",
    "Vaala",
    "Oulu",
    "Uleåborg",
    "Oulujärvi",
    "Oulujoki",
    "Pohjanmaa",
    "Lappi",
    "Lapland",
    "Karjala",
    "Savo",
    "Kuopio",
    "Iisalmi",
    "Helsinki",
    "Helsingfors",
    "Tampere",
    "Turku",
    "Åbo",
    "Vantaa",
    "Espoo",
    "Rovaniemi",
    "Joensuu",
    "Jyväskylä",
    "Pohjois",
    "Etelä",
    "Itä",
    "Länsi",
    "Keski",
    "Business",
    "Invest",
    "Wind",
    "Green",
    "Smart",
    "Digital",
    "Arctic",
    "North",
    "Northern",
    "Horizon",
    "Interreg",
    "Park",
    "Center",
    "Hub",
];
/// Words of a name, at most.
const LONGEST: usize = 4;

/// Where names of people stand.
pub(super) fn names(passage: &str, known: &Known) -> Vec<Range<usize>> {
    let words = words(passage);
    let known = known_words(&words, &known.names);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let chain = chain_at(&words, &known, at);
        if chain == 0 {
            at += 1;
            continue;
        }
        let is_organisations = words
            .get(at + chain)
            .is_some_and(|next| next.follows() && FORMS.contains(&next.text));
        let name = name_in(&words, at, chain).filter(|_| !is_organisations);
        if let Some((first, last)) = name {
            found.push(words[first].start..words[last].end);
        }
        at += chain;
    }
    found
}

/// How many name-like words stand together from here on.
fn chain_at(words: &[Word<'_>], known: &[bool], at: usize) -> usize {
    let of = |index: usize| {
        let word = &words[index];
        let goes_on = index == at || word.follows();
        goes_on && word.is_name_like() && !known[index] && !FORMS.contains(&word.text)
    };
    (at..words.len()).take_while(|index| of(*index)).count()
}

/// The first and the last word of the name in a chain of name-like words.
fn name_in(words: &[Word<'_>], at: usize, chain: usize) -> Option<(usize, usize)> {
    let end = at + chain;
    let last = |first: usize| {
        let rest = first + 1..end.min(first + LONGEST);
        let of_name = rest.take_while(|index| !is_term(words[*index].text));
        of_name.last().unwrap_or(first)
    };
    let is_long = |first: &usize| last(*first) > *first;
    let given = (at..end).find(|first| is_given_name(words[*first].text) && is_long(first));
    if let Some(first) = given {
        return Some((first, last(first)));
    }
    if is_initialled(words, at) && !is_term(words[at].text) {
        return Some((at - 1, at));
    }
    // A sentence begins with a capital whatever its first word is. A Finnish genitive before a
    // word is somebody's or some place's, not a given name.
    let begin = at + usize::from(begins_sentence(words, at));
    let may_begin = |first: &usize| {
        let text = words[*first].text;
        !is_term(text) && !text.ends_with('n') && is_long(first)
    };
    let first = (begin..end).find(may_begin)?;
    Some((first, last(first)))
}

/// Whether an initial stands before a word within a sentence: `esitti M. Malli`.
fn is_initialled(words: &[Word<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    before.is_some_and(|initial| {
        let is_initial = initial.text.chars().count() == 1
            && initial.text.starts_with(char::is_uppercase)
            && initial.follows();
        let dotted = words[at].gap.trim_end() == "." && words[at].text.chars().count() >= 3;
        is_initial && dotted
    })
}

fn begins_sentence(words: &[Word<'_>], at: usize) -> bool {
    at == 0
        || words[at]
            .gap
            .contains(|c: char| ".!?:;•|–\u{fffc}".contains(c))
}

/// Whether a word is a place or another term, in any inflection.
fn is_term(text: &str) -> bool {
    let first = text.split(['-', '‑']).next().unwrap_or(text);
    let letters = first.chars().count();
    TERMS.iter().any(|term| {
        let longer = letters.saturating_sub(term.chars().count());
        first == *term || (letters > 4 && longer <= 3 && first.starts_with(stem(term)))
    })
}
