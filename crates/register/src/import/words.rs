//! Small things found in running text: days, sentences, runs of capitalised words.

use domain::finding::parse_date;
use time::Date;

/// The days that a text names, each with its place.
pub(super) fn days(text: &str) -> Vec<(usize, Date)> {
    words(text)
        .flat_map(|(at, word)| {
            // Both days of `18.8.2023–1.9.2023`.
            let mut from = at;
            word.split(['–', '—']).map(move |part| {
                let place = from;
                from += part.len() + '–'.len_utf8();
                (place, part)
            })
        })
        .filter_map(|(at, word)| parse_date(bare(word)).map(|day| (at, day)))
        .collect()
}

/// The words of a text, each with its place.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = text.as_ptr() as usize;
    text.split_whitespace()
        .map(move |word| (word.as_ptr() as usize - start, word))
}

/// A word without the punctuation around it.
pub(super) fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Whether a word begins with a capital letter.
pub(super) fn is_capitalised(word: &str) -> bool {
    word.trim_start_matches(|c: char| !c.is_alphanumeric())
        .starts_with(char::is_uppercase)
}

/// The word with its first letter in upper case.
pub(super) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// The sentences of a paragraph, each with its place. An abbreviation or a day is no end.
pub(super) fn sentences(text: &str) -> Vec<(usize, &str)> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(['.', '!', '?']) {
        let end = at + 1;
        let next = text[end..].strip_prefix(' ');
        if next.is_some_and(|next| next.starts_with(char::is_uppercase)) {
            sentences.push((start, &text[start..end]));
            start = end + 1;
        }
    }
    if start < text.len() {
        sentences.push((start, &text[start..]));
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::{days, sentences};
    use time::macros::date;

    #[test]
    fn days_are_found_with_punctuation_around_them() {
        let text = "Julkaistu (18.8.2023), nähtävänä 18.8.2023–1.9.2023. Ei 31.2.2023 eikä 1.2.";
        let found: Vec<_> = days(text).into_iter().map(|(_, day)| day).collect();
        let august = date!(2023 - 08 - 18);
        assert_eq!(found, [august, august, date!(2023 - 09 - 01)]);
        assert_eq!(days("ä 09.08.2023"), [(3, date!(2023 - 08 - 09))]);
    }

    #[test]
    fn sentences_end_before_a_capital_letter() {
        let text = "Yksi mm. kaksi. Kolme 17.4.2023 neljä! Viisi";
        let found: Vec<_> = sentences(text)
            .into_iter()
            .map(|(_, words)| words)
            .collect();
        assert_eq!(
            found,
            ["Yksi mm. kaksi.", "Kolme 17.4.2023 neljä!", "Viisi"]
        );
    }
}
