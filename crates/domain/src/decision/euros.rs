//! Finds the euros that a text names.

use super::draft::DecisionDraft;
use crate::money::Money;
use crate::text::Text;

/// The amounts that a text names with a euro sign or the word *euro* in any inflection
/// (Finnish *eurolla*, *euroa*; Swedish and English *euro*, *euros*), in order.
///
/// ```
/// use domain::{Money, decision::euros_in, text::Text};
/// let text = Text::from_markup("Osallistutaan 2500 eurolla vuonna 2023 ja 2 500,50 € vuonna 2024.")?;
/// assert_eq!(euros_in(&text), [Money::from_cents(250_000), Money::from_cents(250_050)]);
/// # Ok::<(), domain::text::MarkupError>(())
/// ```
pub fn euros_in(text: &Text) -> Vec<Money> {
    text.passages()
        .iter()
        .flat_map(|passage| euros_in_passage(passage))
        .collect()
}

/// What a resolution and the lines of a decision do not both say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EurosGap {
    /// The euros of the resolution that no line has.
    pub stated: Money,
    /// The euros of lines that the resolution does not name.
    pub in_lines: Money,
}

impl EurosGap {
    /// How the euros of a resolution and of lines differ; `None` where they do not. The sum of the
    /// lines may stand beside them.
    pub fn of(resolution: &Text, lines: impl IntoIterator<Item = Money>) -> Option<Self> {
        let mut stated = euros_in(resolution);
        let lines: Vec<Money> = lines.into_iter().collect();
        let mut unnamed = Vec::new();
        for line in &lines {
            match stated.iter().position(|amount| amount == line) {
                Some(at) => {
                    stated.swap_remove(at);
                }
                None => unnamed.push(*line),
            }
        }
        let sum = Money::checked_sum(lines);
        stated.retain(|amount| Some(*amount) != sum);
        if stated.is_empty() && unnamed.is_empty() {
            return None;
        }
        // Sums that do not fit differ all the same.
        let sum = |amounts| Money::checked_sum(amounts).unwrap_or(Money::MAX_TYPED);
        Some(Self {
            stated: sum(stated),
            in_lines: sum(unnamed),
        })
    }
}

impl EurosGap {
    /// By how much the resolution says more than the lines, or less where negative; `None` where it
    /// does not fit.
    pub fn difference(self) -> Option<Money> {
        let less = Money::from_cents(self.in_lines.cents().checked_neg()?);
        self.stated.checked_add(less)
    }
}

impl DecisionDraft {
    /// How the euros of the resolution and of the lines differ as far as both can be read; `None`
    /// where they do not differ, and where nothing is promised yet.
    pub fn euros_gap(&self) -> Option<EurosGap> {
        let resolution = Text::from_markup(&self.resolution).ok()?;
        let lines = self.commitments.iter();
        let lines: Vec<Money> = lines.filter_map(|line| line.amount.parse().ok()).collect();
        if lines.is_empty() {
            return None;
        }
        EurosGap::of(&resolution, lines)
    }
}

fn euros_in_passage(passage: &str) -> Vec<Money> {
    let words: Vec<&str> = passage.split_whitespace().collect();
    words
        .iter()
        .enumerate()
        .filter_map(|(at, word)| match word.split_once('€') {
            Some((before, after)) => euros_at_sign(&words[..at], before, after),
            None => is_euro(word)
                .then(|| longest_amount(&words[..at], ""))
                .flatten(),
        })
        .collect()
}

/// The amount before the sign, or right after it as English writes it (`€2,500.00`).
fn euros_at_sign(words: &[&str], before: &str, after: &str) -> Option<Money> {
    if after.starts_with(|c: char| c.is_ascii_digit()) {
        let number = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
        let end = after.find(|c| !number(c)).unwrap_or(after.len());
        let number = after[..end].trim_end_matches([',', '.']);
        return number.replace(',', "").parse().ok();
    }
    let number = numeric(before);
    // Letters before the sign make another unit of it: t€, k€, milj.€.
    if number.is_empty() && before.ends_with(|c: char| c.is_alphabetic() || c == '.') {
        return None;
    }
    if number.len() < before.len() {
        return number.parse().ok();
    }
    longest_amount(words, number)
}

fn is_euro(word: &str) -> bool {
    const ENDINGS: [&str; 17] = [
        "", "a", "n", "s", "t", "on", "ja", "jen", "lla", "lle", "lta", "ksi", "na", "ssa", "sta",
        "illa", "ina",
    ];
    let word = word.trim_start_matches(['(', '"', '”']).to_lowercase();
    word.strip_prefix("euro").is_some_and(|ending| {
        ENDINGS.contains(&ending.trim_end_matches(|c: char| !c.is_alphabetic()))
    })
}

/// The amount that ends here: groups of three digits join the group before them.
fn longest_amount(before: &[&str], last: &str) -> Option<Money> {
    let mut groups: Vec<&str> = Vec::new();
    if !last.is_empty() {
        groups.push(last);
    }
    for word in before.iter().rev() {
        let starts_number = groups.is_empty()
            || groups.last().is_some_and(|group| {
                group
                    .split([',', '.'])
                    .next()
                    .is_some_and(|whole| whole.len() == 3)
            });
        let group = if starts_number { numeric(word) } else { "" };
        if group.is_empty()
            || (!groups.is_empty() && group.contains([',', '.']))
            || (!groups.is_empty() && group.len() > 3)
        {
            break;
        }
        groups.push(group);
        // A word that only ends in digits, such as `(2`, begins the number.
        if group.len() != word.len() {
            break;
        }
    }
    groups.reverse();
    groups.join(" ").parse().ok()
}

/// The digits at the end of a word, with decimals.
fn numeric(word: &str) -> &str {
    let number = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
    let start = word.rfind(|c| !number(c)).map_or(0, |at| {
        at + word[at..].chars().next().map_or(0, char::len_utf8)
    });
    let number = &word[start..];
    if number.starts_with(|c: char| c.is_ascii_digit()) {
        number
    } else {
        ""
    }
}
