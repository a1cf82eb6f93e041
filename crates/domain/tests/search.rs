//! What finds what: forms of words, numbers, phrases, and any text at all.

use domain::search::{Found, Query, Searched, snippet};
use proptest::prelude::*;

/// A form that is typed and a form that stands in the text; both databases ask them too.
const PAIRS: &str = include_str!("search_pairs.csv");

fn analysed(text: &str) -> String {
    let searched = Searched {
        body: vec![text],
        ..Searched::default()
    };
    searched.analysed().text
}

/// What a database answers that looks words up and knows nothing else.
fn finds(typed: &str, text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let query = Query::typed(typed);
    let stands = |way: &Found| match way {
        Found::Word(word) => words.contains(&word.as_str()),
        Found::Beginning(start) => words.iter().any(|word| word.starts_with(start.as_str())),
        Found::Phrase(phrase) => words.windows(phrase.len()).any(|part| part == phrase),
    };
    !query.is_empty() && query.terms.iter().all(|term| term.ways.iter().any(stands))
}

#[test]
fn forms_of_a_word_find_each_other() {
    let pairs: Vec<(&str, &str)> = PAIRS
        .lines()
        .skip(1)
        .map(|line| line.split_once(';').unwrap())
        .collect();
    assert!(pairs.len() >= 300, "{} pairs", pairs.len());
    let missed: Vec<_> = pairs
        .iter()
        .filter(|(typed, text)| !finds(typed, &analysed(text)))
        .collect();
    assert!(missed.len() * 20 <= pairs.len(), "{missed:?}");
}

#[test]
fn other_words_are_not_found() {
    for (typed, text) in [
        ("kuusi", "kuuma"),
        ("koulu", "kaupunki"),
        ("tuuli", "tuoli"),
        ("sää", "saa"),
        ("hanke", "hankinta"),
        ("pää", "paa"),
        ("lehti", "lähti"),
        ("2023", "20231"),
    ] {
        assert!(!finds(typed, &analysed(text)), "{typed} found {text}");
    }
}

#[test]
fn numbers_of_cases_and_sections_are_found_in_any_spelling() {
    let text = Searched {
        head: vec!["Osallistuminen hankkeeseen"],
        case_number: Some("KAJDno-2023-912".to_owned()),
        section: Some((2023, 5)),
        ..Searched::default()
    };
    let text = text.analysed().text;
    for typed in [
        "KAJDno-2023-912",
        "kajdno 2023 912",
        "kajdno-2023-912",
        "KAJDNO/2023/912",
        "912/2023",
        "2023-912",
        "2023/912",
        "asia 912/2023",
        "5 §",
        "§5",
        "§ 5",
        "5§",
        "§ 5/2023",
        "§5 2023",
        "5 § 2023",
        "5/2023",
        "päätös 5/2023",
        "pykälä 5",
        "kajdno",
        "hanke 5 §",
    ] {
        assert!(finds(typed, &text), "{typed}: {:?}", Query::typed(typed));
    }
    for typed in [
        "KAJDno-2023-91",
        "91/2023",
        "6 §",
        "§ 5/2022",
        "5/2024",
        "KAJDno-2022-912",
    ] {
        assert!(!finds(typed, &text), "{typed}");
    }
}

#[test]
fn a_phrase_is_found_as_it_stands() {
    let text = analysed("Kaupunki osallistuu hankkeen rahoitukseen.");
    assert!(finds("\"hankkeen rahoitukseen\"", &text));
    assert!(finds("”Osallistuu hankkeen” kaupunki", &text));
    assert!(!finds("\"rahoitukseen hankkeen\"", &text));
    assert!(!finds("\"hanke rahoitus\"", &text));
    assert!(
        finds("\"hanke rahoitus", &text),
        "a phrase that is not closed is words"
    );
}

#[test]
fn a_passage_shows_what_was_found() {
    let passages = [
        "Muuta asiaa.".to_owned(),
        "Kaupunki osallistuu tuulivoimahankkeiden rahoitukseen.".to_owned(),
    ];
    let shown = snippet(&passages, &Query::typed("hanke rahoitus"));
    let marked: Vec<_> = shown
        .parts
        .iter()
        .filter(|(_, is_found)| *is_found)
        .collect();
    let words: Vec<_> = marked.iter().map(|(word, _)| word.as_str()).collect();
    assert_eq!(words, ["tuulivoimahankkeiden", "rahoitukseen"]);
    let whole: String = shown.parts.iter().map(|(part, _)| part.as_str()).collect();
    assert_eq!(whole, passages[1]);
    assert!(snippet(&passages, &Query::typed("poro")).parts.is_empty());
}

/// Any text, and texts full of what databases read as syntax.
fn typed() -> impl Strategy<Value = String> {
    let signs = prop::sample::select(
        "\"*():^-'&|!<>\\{}§/ aäkj5\u{0}\u{308}"
            .chars()
            .collect::<Vec<_>>(),
    );
    let signs = prop::collection::vec(signs, 0..80);
    prop_oneof![
        any::<String>(),
        signs.prop_map(|signs| signs.into_iter().collect::<String>())
    ]
}

proptest! {
    /// Nothing that is typed is an error, and nothing of it reaches a database but letters, digits
    /// and the signs of the analyser.
    #[test]
    fn any_text_can_be_typed(typed in typed()) {
        for term in Query::typed(&typed).terms {
            prop_assert!(!term.ways.is_empty());
            for way in term.ways {
                let words = match way {
                    Found::Word(word) => {
                        vec![word.trim_start_matches(['=', '#']).to_owned()]
                    }
                    Found::Beginning(word) => vec![word],
                    Found::Phrase(words) => words,
                };
                for word in words {
                    let is_plain = word.chars().all(char::is_alphanumeric);
                    prop_assert!(!word.is_empty() && is_plain, "not plain: {}", word);
                }
            }
        }
    }

    /// A text is found by each of its words, and by all of them as a phrase.
    #[test]
    fn a_text_is_found_by_its_words(words in prop::collection::vec("[a-zåäö]{3,12}", 1..6)) {
        let text = analysed(&words.join(" "));
        for word in &words {
            prop_assert!(finds(word, &text), "{word} in {text}");
        }
        let phrase = format!("\"{}\"", words.join(" "));
        prop_assert!(finds(&phrase, &text));
    }

    /// What is shown is a part of the text, with dots where it was cut.
    #[test]
    fn what_is_shown_stands_in_the_text(text in "\\PC{0,600}", typed in "[a-zåäö ]{1,20}") {
        let shown = snippet(std::slice::from_ref(&text), &Query::typed(&typed));
        let whole: String = shown.parts.iter().map(|(part, _)| part.as_str()).collect();
        let inside = whole.trim_start_matches("… ").trim_end_matches(" …");
        prop_assert!(text.contains(inside), "not in the text");
    }
}
