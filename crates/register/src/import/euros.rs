//! The euros that a resolution promises, by year.

use domain::Money;
use domain::decision::{CommitmentDraft, CommitmentStrength, euros_in};
use domain::text::{Block, Inline, Marks, Text};

use super::lines::Paragraph;
use super::words::{bare, sentences, words};

/// A promise as the text makes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Promise {
    pub(super) amount: Money,
    pub(super) year: Option<u16>,
    pub(super) strength: CommitmentStrength,
    pub(super) condition: Option<String>,
    pub(super) line: Option<usize>,
}

/// No decision makes more promises; the words of any further ones stay in the resolution.
const MOST: usize = 200;

/// The promises of a resolution, in its order.
pub(super) fn promises(paragraphs: &[Paragraph]) -> Vec<Promise> {
    let of_paragraph = |paragraph: &Paragraph| -> Vec<Promise> {
        let sentences = sentences(&paragraph.text);
        sentences
            .iter()
            .flat_map(|(at, sentence)| of_sentence(sentence, paragraph.line_at(*at)))
            .collect()
    };
    let found = paragraphs.iter().flat_map(of_paragraph);
    let mut promises: Vec<Promise> = found.take(MOST).collect();
    // The sum may stand beside its parts; it promises nothing more.
    let all = Money::checked_sum(promises.iter().map(|promise| promise.amount));
    let is_sum = |promise: &Promise| {
        promise.year.is_none() && promise.amount.checked_add(promise.amount) == all
    };
    if promises.len() > 2
        && let Some(at) = promises.iter().position(is_sum)
    {
        promises.remove(at);
    }
    promises
}

fn of_sentence(sentence: &str, line: Option<usize>) -> Vec<Promise> {
    let strength = strength(sentence);
    let condition = condition(sentence).filter(|_| strength == CommitmentStrength::Conditional);
    by_year(sentence)
        .into_iter()
        .map(|(amount, year)| Promise {
            amount,
            year,
            strength,
            condition: condition.clone(),
            line,
        })
        .collect()
}

const CONDITIONS: [&str; 5] = [
    "edellyttäen",
    "ehdolla",
    "mikäli",
    "jos ",
    "sillä edellytyksellä",
];

fn strength(sentence: &str) -> CommitmentStrength {
    let lower = sentence.to_lowercase();
    let says = |word: &str| lower.contains(word);
    if says("varaudu") || says("varautu") {
        CommitmentStrength::ProvidedFor
    } else if CONDITIONS.iter().any(|word| says(word)) {
        CommitmentStrength::Conditional
    } else if says("enintään") || says("korkeintaan") {
        CommitmentStrength::AtMost
    } else {
        CommitmentStrength::Granted
    }
}

/// The clause that makes a promise conditional.
fn condition(sentence: &str) -> Option<String> {
    let starts = CONDITIONS.iter().filter_map(|word| sentence.find(word));
    let clause = sentence.get(starts.min()?..)?;
    Some(clause.trim_end_matches('.').to_owned())
}

/// The amounts of a sentence with their years. Where amounts and years do not stand in pairs,
/// whose year is whose would be a guess: then no amount has one.
fn by_year(sentence: &str) -> Vec<(Money, Option<u16>)> {
    let years = years(sentence);
    let year_after = divided(sentence, years.iter().map(|year| year.end));
    let year_before = divided(sentence, years.iter().map(|year| year.start));
    let one_each = |pieces: &[Vec<Money>]| pieces.iter().all(|piece| piece.len() == 1);
    let pieces = match (&year_after[..], &year_before[..]) {
        ([pieces @ .., rest], _) if rest.is_empty() && one_each(pieces) => pieces,
        (_, [first, pieces @ ..]) if first.is_empty() && one_each(pieces) => pieces,
        _ => &[],
    };
    if pieces.is_empty() {
        let amounts = euros(sentence).into_iter();
        return amounts.map(|amount| (amount, None)).collect();
    }
    let amounts = pieces.iter().flatten().copied();
    amounts
        .zip(years.into_iter().map(|year| Some(year.number)))
        .collect()
}

/// A year of which a sentence speaks, from the word before it to its last figure.
struct Year {
    number: u16,
    start: usize,
    end: usize,
}

/// The years after a word such as `tilikaudella` or `vuonna`.
fn years(sentence: &str) -> Vec<Year> {
    let words: Vec<(usize, &str)> = words(sentence).collect();
    let pairs = words.windows(2);
    pairs
        .filter_map(|pair| {
            let [(start, word), (at, year)] = pair else {
                return None;
            };
            let word = word.to_lowercase();
            let named = ["tilikau", "vuon", "vuode", "talousarviovuo"];
            named
                .iter()
                .any(|stem| word.starts_with(stem))
                .then_some(())?;
            let figures = bare(year);
            let year = figures
                .parse()
                .ok()
                .filter(|year| (1990..2200).contains(year))?;
            // `vuosina 2023–2025` is no one year.
            (figures.len() == 4).then_some(Year {
                number: year,
                start: *start,
                end: at + words_end(sentence, *at),
            })
        })
        .collect()
}

fn words_end(sentence: &str, at: usize) -> usize {
    let rest = &sentence[at..];
    rest.find(char::is_whitespace).unwrap_or(rest.len())
}

/// The amounts of the pieces of a sentence, divided at places.
fn divided(sentence: &str, places: impl Iterator<Item = usize>) -> Vec<Vec<Money>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for place in places {
        pieces.push(euros(&sentence[start..place]));
        start = place;
    }
    pieces.push(euros(&sentence[start..]));
    pieces
}

/// The euros that words name.
pub(super) fn euros(words: &str) -> Vec<Money> {
    euros_in(&Text::new(vec![Block::Paragraph(vec![Inline::Text {
        text: words.to_owned(),
        marks: Marks::default(),
    }])]))
}

/// The single amount of the first sentence that holds one of the words.
pub(super) fn amount_beside(
    paragraphs: &[Paragraph],
    wanted: &[&str],
) -> Option<(Money, Option<usize>)> {
    paragraphs.iter().find_map(|paragraph| {
        sentences(&paragraph.text)
            .into_iter()
            .find_map(|(at, sentence)| {
                let lower = sentence.to_lowercase();
                wanted
                    .iter()
                    .any(|word| lower.contains(word))
                    .then_some(())?;
                match euros(sentence)[..] {
                    [amount] => Some((amount, paragraph.line_at(at))),
                    _ => None,
                }
            })
    })
}

/// An amount as it is typed: `2 500,00`.
pub(super) fn typed(amount: Money) -> String {
    let cents = amount.cents().unsigned_abs();
    let digits = (cents / 100).to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    format!("{grouped},{:02}", cents % 100)
}

impl From<&Promise> for CommitmentDraft {
    fn from(promise: &Promise) -> Self {
        Self {
            year: promise
                .year
                .map(|year| year.to_string())
                .unwrap_or_default(),
            amount: typed(promise.amount),
            strength: promise.strength.code().to_owned(),
            budget_line: String::new(),
            condition: promise.condition.clone().unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::decision::CommitmentStrength as S;

    use super::super::lines::{lines, paragraphs};
    use super::promises;

    type Shown = (i64, Option<u16>, S);

    #[test]
    fn promises_are_read_by_year_with_their_strength() {
        let cases: [(&str, &[Shown]); 10] = [
            (
                "Kaupunki osallistuu 2500 eurolla tilikaudella 2023 ja 2500 eurolla tilikaudella 2024.",
                &[
                    (2_500, Some(2023), S::Granted),
                    (2_500, Some(2024), S::Granted),
                ],
            ),
            (
                "Vuonna 2020 2 000 euroa ja vuonna 2021 2 000 euroa.",
                &[
                    (2_000, Some(2020), S::Granted),
                    (2_000, Some(2021), S::Granted),
                ],
            ),
            (
                "Sitoudutaan enintään 8 598 eurolla vuonna 2022 ja 7 086 eurolla vuonna 2023, yhteensä 15 684 euroa.",
                &[(8_598, None, S::AtMost), (7_086, None, S::AtMost)],
            ),
            (
                "Osallistutaan 8 598 eurolla vuonna 2022. Osallistutaan 7 086 eurolla vuonna 2023. Yhteensä 15 684 euroa.",
                &[
                    (8_598, Some(2022), S::Granted),
                    (7_086, Some(2023), S::Granted),
                ],
            ),
            (
                "Varaudutaan 119 800 euroon vuonna 2024.",
                &[(119_800, Some(2024), S::ProvidedFor)],
            ),
            (
                "Osallistutaan 2 000 eurolla vuodessa vuosina 2020–2022.",
                &[(2_000, None, S::Granted)],
            ),
            ("Myönnetään 48 000 euroa.", &[(48_000, None, S::Granted)]),
            (
                "Myönnetään 10 euroa vuonna 2023 ja vuonna 2024.",
                &[(10, None, S::Granted)],
            ),
            ("Ei myönnetä mitään vuonna 2023.", &[]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            let found: Vec<Shown> = promises(&paragraphs(&lines(text)))
                .into_iter()
                .map(|promise| (promise.amount.cents() / 100, promise.year, promise.strength))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_condition_is_kept_in_its_words() {
        let text =
            "Osallistutaan 2 000 eurolla vuonna 2020 edellyttäen, että hanke saa rahoituksen.";
        let promises = promises(&paragraphs(&lines(text)));
        assert_eq!(promises[0].strength, S::Conditional);
        assert_eq!(
            promises[0].condition.as_deref(),
            Some("edellyttäen, että hanke saa rahoituksen")
        );
    }
}
