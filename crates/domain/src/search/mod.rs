//! Words as they are searched: one analyser for what is written and for what is typed.
//!
//! A text becomes [`Analysed`] words that a database indexes as they are, without rules of its own:
//! each word as it is written, folded (`fold`), and after them its keys. A key is what all forms
//! of a word have in common (`key`): the Finnish Snowball stem, brought to one form where
//! consonants alternate (`kaupunki`, `kaupungin`), and the keys of the parts of a compound
//! (`compound`). What somebody types becomes a [`Query`] of the same words and keys, never syntax
//! of a database. Which passage shows what was found says [`snippet`], what fits best [`Query::fit`].
//!
//! **Invariant:** only public texts may be given to it; it cannot tell.

mod compound;
mod fold;
mod irregular;
mod key;
mod number;
mod parts;
mod query;
mod snippet;
mod texts;

pub use query::{Found, Query, Term};
pub use snippet::{Snippet, snippet};
pub use texts::{lasting_passages, of_case, of_decision, of_project};

use std::collections::BTreeSet;

use fold::words;

/// Raised with every change of what is made of a text: what was made by another version is made
/// again.
pub const ANALYSER: i64 = 1;

/// Stands before a key, and before nothing that is written.
const KEY: char = '=';
/// Stands before the number of a case or a section, which is found as a whole or not at all.
const NUMBER: char = '#';

/// Whether something that is kept of a text is a word of it, and neither a key nor a number.
pub fn is_word(kept: &str) -> bool {
    !kept.is_empty() && !kept.starts_with([KEY, NUMBER])
}

/// What a database indexes of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Analysed {
    /// The words of its head, then their keys and its numbers, separated by spaces: what fits best
    /// is looked for here.
    pub head: String,
    /// All words in their order, then keys and numbers, separated by spaces.
    pub text: String,
}

/// A text to be found.
#[derive(Clone, Debug, Default)]
pub struct Searched<'a> {
    /// What it is called and what it belongs to.
    pub head: Vec<&'a str>,
    /// What else it says.
    pub body: Vec<&'a str>,
    /// The number of its case, as people write it.
    pub case_number: Option<String>,
    /// The year and number of its section.
    pub section: Option<(u16, u32)>,
}

impl Searched<'_> {
    /// The words and keys of the text.
    pub fn analysed(&self) -> Analysed {
        let mut head: Vec<String> = self.head.iter().flat_map(|part| plain(part)).collect();
        let mut exact = BTreeSet::new();
        if let Some(number) = &self.case_number {
            head.extend(plain(number));
            exact.extend(number::of_cases(number));
        }
        if let Some((year, number)) = self.section {
            head.extend([number.to_string(), year.to_string()]);
            exact.extend(number::of_section(year, number));
        }
        // What a text only mentions finds it too, but does not fit as well.
        let own = exact.clone();
        for part in self.head.iter().chain(&self.body) {
            exact.extend(number::of_cases(part));
        }
        let body: Vec<String> = self.body.iter().flat_map(|part| plain(part)).collect();
        let (of_head, of_body) = (keys(&head), keys(&body));
        let head_keys = of_head.iter().map(|key| format!("{KEY}{key}"));
        let all_keys = of_head.union(&of_body).map(|key| format!("{KEY}{key}"));
        let all = head.iter().chain(&body).cloned();
        let all: Vec<String> = all.chain(all_keys).chain(exact.iter().cloned()).collect();
        let head: Vec<String> = head.iter().cloned().chain(head_keys).chain(own).collect();
        Analysed {
            head: head.join(" "),
            text: all.join(" "),
        }
    }
}

fn keys(words: &[String]) -> BTreeSet<String> {
    let words: BTreeSet<&String> = words.iter().collect();
    words
        .into_iter()
        .flat_map(|word| compound::keys(word))
        .collect()
}

fn plain(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.folded).collect()
}
