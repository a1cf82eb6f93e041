//! Letters and words in one form.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The longest word that is looked at, in letters: what is longer is cut, in texts and queries.
const LONGEST: usize = 60;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Where it begins in the text, in bytes.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// Its letters in one form.
    pub(super) folded: String,
}

/// The words of a text in their order: runs of letters and digits. An ending behind a colon
/// (`EU:n`) belongs to no word.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut start = None;
    let mut behind_colon = false;
    let signs = text.char_indices().map(|(at, sign)| (at, Some(sign)));
    for (at, sign) in signs.chain([(text.len(), None)]) {
        let in_word = sign.is_some_and(|sign| sign.is_alphanumeric() || is_combining_mark(sign));
        match (start, in_word) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                let folded = fold(text.get(from..at).unwrap_or_default());
                let is_ending = behind_colon && folded.chars().count() <= 4 && letters(&folded);
                if !folded.is_empty() && !is_ending {
                    found.push(Word {
                        start: from,
                        end: at,
                        folded,
                    });
                }
                behind_colon = sign == Some(':');
                start = None;
            }
            (None, false) => behind_colon = false,
            (Some(_), true) => {}
        }
    }
    found
}

fn letters(word: &str) -> bool {
    word.chars().all(char::is_alphabetic)
}

/// Small letters without marks, but for å, ä and ö, which are letters of their own.
pub(super) fn fold(word: &str) -> String {
    // Most words: nothing to take apart.
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "åäöÅÄÖ".contains(letter);
    if word.chars().all(is_plain) {
        return word
            .chars()
            .flat_map(char::to_lowercase)
            .take(LONGEST)
            .collect();
    }
    let small = word.nfc().flat_map(char::to_lowercase);
    let mut folded = String::new();
    let mut length = 0;
    for letter in small {
        let plain: Vec<char> = match letter {
            'å' | 'ä' | 'ö' => vec![letter],
            'æ' => vec!['ä'],
            'ø' => vec!['ö'],
            'ß' => vec!['s', 's'],
            'đ' => vec!['d'],
            'ł' => vec!['l'],
            other => {
                let parts = std::iter::once(other).nfkd();
                parts
                    .filter(|part| part.is_alphanumeric() && !is_combining_mark(*part))
                    .collect()
            }
        };
        for letter in plain.into_iter().flat_map(char::to_lowercase) {
            if length < LONGEST {
                folded.push(letter);
                length += 1;
            }
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_and_finnish_letters_stay_and_other_marks_go() {
        assert_eq!(fold("ÅÄÖ"), "åäö");
        assert_eq!(fold("A\u{308}äni"), "ääni");
        assert_eq!(fold("Café Šakki"), "cafesakki");
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        let folded = |text: &str| -> Vec<String> {
            words(text).into_iter().map(|word| word.folded).collect()
        };
        assert_eq!(
            folded("EU:n Kaivoskumppani-hanke, 5 000 €"),
            ["eu", "kaivoskumppani", "hanke", "5", "000"]
        );
        assert_eq!(folded("klo:15 § 7"), ["klo", "15", "7"]);
        assert_eq!(folded("\u{308}:\0"), Vec::<String>::new());
    }
}
