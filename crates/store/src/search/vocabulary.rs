//! Every word that search knows, and in how many texts it stands.
//!
//! The beginning of a word is looked for as the words that begin so: a database walks what each
//! whole word finds from the newest on, but gathers everything that a beginning finds before it
//! gives the first.

use std::collections::BTreeSet;

use domain::search::{Found, Query, is_word};

use super::words::{Asked, Way};
use crate::tx::{execute, fetch_all};
use crate::{StoreError, Tx};

/// How many words stand for a beginning, those that stand in most texts.
const WORDS: i64 = 64;
/// What follows every word that begins with what stands before it.
const LAST: char = char::MAX;

const ADD_SQLITE: &str = "
    insert into search_word (word, texts)
    select value, 1 from json_each($1) where true
    on conflict (word) do update set texts = search_word.texts + 1";
const ADD_POSTGRES: &str = "
    insert into search_word (word, texts)
    select value, 1 from json_array_elements_text(cast(cast($1 as text) as json)) word (value)
    on conflict (word) do update set texts = search_word.texts + 1";
const LESSEN_SQLITE: &str = "
    update search_word set texts = texts - 1 where word in (select value from json_each($1))";
const LESSEN_POSTGRES: &str = "
    update search_word set texts = texts - 1
     where word in (select value
                      from json_array_elements_text(cast(cast($1 as text) as json)) word (value))";
const REMOVE: &str = "delete from search_word where texts = 0";
const BEGINNING: &str = "
    select word from search_word where word >= $1 and word < $2 order by texts desc, word limit $3";

impl Tx {
    /// Counts the words of a text that is kept.
    pub(super) async fn add_vocabulary(&mut self, text: &str) -> Result<(), StoreError> {
        let statement = match self {
            Self::Sqlite(_) => ADD_SQLITE,
            Self::Postgres(_) => ADD_POSTGRES,
        };
        execute!(self, statement, listed(text)?)?;
        Ok(())
    }

    /// Forgets the words of a text that is kept no more.
    pub(super) async fn remove_vocabulary(&mut self, text: &str) -> Result<(), StoreError> {
        let statement = match self {
            Self::Sqlite(_) => LESSEN_SQLITE,
            Self::Postgres(_) => LESSEN_POSTGRES,
        };
        execute!(self, statement, listed(text)?)?;
        execute!(self, REMOVE)?;
        Ok(())
    }

    /// What is looked for, with words in the place of beginnings.
    pub(crate) async fn asked_of(&mut self, query: &Query) -> Result<Asked, StoreError> {
        let mut terms = Vec::new();
        for term in &query.terms {
            let mut ways = Vec::new();
            for way in &term.ways {
                match way {
                    Found::Word(word) => ways.push(Way::Word(word.clone())),
                    Found::Beginning(beginning) => ways.extend(self.beginning(beginning).await?),
                    Found::Phrase(words) => ways.push(Way::Phrase(words.clone())),
                }
            }
            terms.push(ways);
        }
        Ok(Asked(terms))
    }

    async fn beginning(&mut self, beginning: &str) -> Result<Vec<Way>, StoreError> {
        let end = format!("{beginning}{LAST}");
        let words: Vec<(String,)> = fetch_all!(self, BEGINNING, beginning, &end, WORDS)?;
        // A beginning that no word has is asked for all the same: it finds nothing.
        let none = words.is_empty().then(|| beginning.to_owned());
        let words = words.into_iter().map(|(word,)| word);
        Ok(words.chain(none).map(Way::Word).collect())
    }
}

/// The different words of a text as a list in JSON.
fn listed(text: &str) -> Result<String, StoreError> {
    let words: BTreeSet<&str> = text.split(' ').filter(|word| is_word(word)).collect();
    crate::error::json("search_word", "word", &words)
}
