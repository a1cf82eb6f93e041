//! Laws of the text model and its markup, over random texts.

use domain::Lang;
use domain::text::{Block, HeadingLevel, Href, Inline, InlineError, Marks, Text};
use proptest::prelude::*;

/// Letters that only withheld words, their grounds and their addresses hold.
const WITHHELD: &str = "[ζξ]{1,6}";
/// Whatever the markup gives a meaning to, and what people type besides.
const OPEN: &str = r"[a-zåäö0-9 .,:;()\[\]{}|\\#<>/&…€–\-\n\t\u{a0}😀]{0,12}";

fn marks(words: &'static str) -> impl Strategy<Value = Marks> {
    let lang = prop::option::of(prop::sample::select(Lang::ALL.to_vec()));
    (any::<bool>(), prop::option::of(words), lang).prop_map(|(personal, secret, lang)| Marks {
        personal,
        secret,
        lang,
    })
}

fn href() -> impl Strategy<Value = Href> {
    r"(https://|http://|mailto:|/)[a-z0-9(){}|\[\],.#?=&%-]{1,10}"
        .prop_filter_map("an address", |address| Href::try_from(address).ok())
}

fn inline() -> impl Strategy<Value = Inline> {
    let plain = OPEN.prop_map(|text| Inline::Text {
        text,
        marks: Marks::default(),
    });
    let marked = (OPEN, marks(OPEN)).prop_map(|(text, marks)| Inline::Text { text, marks });
    // The ground of what is secret is public.
    let withheld =
        (WITHHELD, marks(OPEN), href(), any::<bool>()).prop_map(|(text, mut marks, href, link)| {
            marks.personal |= marks.secret.is_none();
            if link {
                let href = format!("{}{text}", href.as_str());
                let href = Href::try_from(href).expect("letters keep an address an address");
                Inline::Link { text, href, marks }
            } else {
                Inline::Text { text, marks }
            }
        });
    let link = (OPEN, href(), prop::option::of(marks(OPEN))).prop_map(|(text, href, marks)| {
        let marks = marks.unwrap_or_default();
        Inline::Link { text, href, marks }
    });
    prop_oneof![4 => plain, 2 => marked, 2 => withheld, 1 => link, 1 => Just(Inline::Omitted),
        1 => OPEN.prop_map(Inline::OmittedAsSecret)]
}

fn run() -> impl Strategy<Value = Vec<Inline>> {
    prop::collection::vec(inline(), 0..5)
}

fn runs() -> impl Strategy<Value = Vec<Vec<Inline>>> {
    prop::collection::vec(run(), 0..4)
}

fn block() -> impl Strategy<Value = Block> {
    let level = prop_oneof![Just(HeadingLevel::Main), Just(HeadingLevel::Sub)];
    prop_oneof![
        (level, run()).prop_map(|(level, inlines)| Block::Heading { level, inlines }),
        run().prop_map(Block::Paragraph),
        runs().prop_map(Block::Bullets),
        runs().prop_map(Block::Numbers),
        (runs(), prop::collection::vec(runs(), 0..4))
            .prop_map(|(header, rows)| Block::Table { header, rows }),
    ]
}

fn text() -> impl Strategy<Value = Text> {
    prop::collection::vec(block(), 0..6).prop_map(Text::new)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn reading_what_was_printed_gives_the_same_text(text in text()) {
        let printed = text.to_markup();
        prop_assert_eq!(Text::from_markup(&printed), Ok(text), "printed as:\n{}", printed);
    }

    #[test]
    fn storing_and_loading_gives_the_same_text(text in text()) {
        let stored = serde_json::to_string(&text).expect("every text is JSON");
        let loaded: Text = serde_json::from_str(&stored).expect("stored texts load");
        prop_assert_eq!(loaded, text);
    }

    #[test]
    fn one_form_is_reached_at_once(text in text()) {
        prop_assert_eq!(Text::new(text.blocks().to_vec()), text);
    }

    #[test]
    fn whatever_is_typed_is_read_or_refused_and_printing_is_stable(
        typed in prop_oneof![
            any::<String>(),
            r"([a-z ]{0,5}|[\\{}\[\]|()#.,-]|\{personal\||\{secret x\||\{sv\||\{…\}|\[a\]\(/b\)|1\. |- |# |\n){0,60}",
        ],
    ) {
        if let Ok(text) = Text::from_markup(&typed) {
            let printed = text.to_markup();
            prop_assert_eq!(Text::from_markup(&printed), Ok(text), "printed as:\n{}", printed);
        }
    }

    #[test]
    fn the_public_version_holds_no_withheld_word(text in text()) {
        let public = text.public_version();
        let stored = serde_json::to_string(&public).expect("every text is JSON");
        for output in [stored, public.to_markup(), public.passages().concat()] {
            prop_assert!(!output.contains(['ζ', 'ξ']), "{}", output);
        }
        prop_assert_eq!(public.public_version(), public);
    }

    #[test]
    fn the_public_version_holds_every_word_that_is_not_withheld(text in text()) {
        let open = |text: &Text| -> String {
            let passages = text.passages().concat();
            let letters = passages.chars().filter(|c| !matches!(c, 'ζ' | 'ξ') && !c.is_whitespace());
            letters.collect()
        };
        // Withheld words outside the generator's letters make the two differ only by less.
        prop_assert!(open(&text.public_version()).len() <= open(&text).len());
        let nothing_withheld = !serde_json::to_string(&text).expect("every text is JSON")
            .contains("personal\":true") && !text.to_markup().contains("secret ");
        if nothing_withheld {
            prop_assert_eq!(open(&text.public_version()), open(&text));
        }
    }
}

#[test]
fn a_text_of_each_kind_of_block_and_mark_comes_back_as_it_was_typed() {
    let typed = "# Rahoitus\n\n## Kaupungin osuus\n\nYhteyshenkilö on {personal|Maija Malli}, \
        {secret JulkL 24.1 § 20 kohta\\, osin|liikesalaisuus} ja {sv|på svenska}. \
        Katso [päätös](https://example.org/a_(b\\)){personal} ja {…}.\n\n- yksi\n- kaksi\n\n\
        1. ensin\n2. sitten\n\n| Vuosi | Euroa |\n| 2023 | 2 500,00 |\n|  | \\| |";
    let text = Text::from_markup(typed).expect("the markup is good");
    assert_eq!(text.to_markup(), typed);
    assert_eq!(text.blocks().len(), 6);
}

#[test]
fn lines_of_one_paragraph_or_item_belong_together() {
    let text =
        Text::from_markup("Ensimmäinen\r\ntoinen {personal|Maija\nMalli}\n\n- kohta\n  jatkuu");
    let passages = text.map(|text| text.passages());
    let expected = ["Ensimmäinen toinen Maija Malli", "kohta jatkuu"];
    assert_eq!(passages, Ok(expected.map(str::to_owned).to_vec()));
}

#[test]
fn tags_are_plain_words() {
    let typed = "</textarea><script>alert(1)</script> & \"<b>\"";
    let text = Text::from_markup(typed).expect("tags are words");
    assert_eq!(text.passages(), [typed]);
    assert_eq!(Text::from_markup(&text.to_markup()), Ok(text));
}

#[test]
fn what_looks_like_a_block_can_be_escaped() {
    for typed in [
        "\\# ei otsikko",
        "\\- ei kohta",
        "12\\. ei numero",
        "\\| ei taulukko",
    ] {
        let text = Text::from_markup(typed).expect("escaped words are words");
        assert!(matches!(text.blocks(), [Block::Paragraph(_)]), "{typed}");
        assert_eq!(text.to_markup(), typed);
    }
}

#[test]
fn a_list_of_more_than_999_items_stays_one_list() {
    let items = (0..1_200).map(|item| {
        vec![Inline::Text {
            text: format!("kohta {item}"),
            marks: Marks::default(),
        }]
    });
    let text = Text::new(vec![Block::Numbers(items.collect())]);
    assert_eq!(Text::from_markup(&text.to_markup()), Ok(text));
}

#[test]
fn brackets_that_open_no_link_are_plain_words() {
    for typed in ["viite [1]", "[", "a [b [c] (d)", "]]"] {
        let passages = Text::from_markup(typed).map(|text| text.passages());
        assert_eq!(passages, Ok(vec![typed.to_owned()]));
    }
}

#[test]
fn markup_that_would_withhold_the_wrong_words_is_refused_at_its_line() {
    let cases = [
        ("{personal|Maija", InlineError::Unclosed),
        ("{Maija}", InlineError::UnknownMark),
        ("{private|Maija}", InlineError::UnknownMark),
        ("{secret|salaisuus}", InlineError::SecretWithoutGround),
        ("{secret  |salaisuus}", InlineError::SecretWithoutGround),
        // The first closing brace would leave the rest of the words open.
        ("{sv|a {personal|b} c}", InlineError::Nested),
        (
            "{personal|Maija [posti](mailto:m@example.org)}",
            InlineError::Nested,
        ),
        ("[linkki](javascript:alert)", InlineError::Address),
        ("[linkki](//example.org)", InlineError::Address),
        ("[linkki](https://example.org", InlineError::Unclosed),
        ("[linkki](/a){persona}", InlineError::UnknownMark),
    ];
    for (typed, error) in cases {
        let found = Text::from_markup(&format!("Alku.\n\n{typed}")).expect_err(typed);
        assert_eq!((found.line, found.error), (3, error), "{typed}");
    }
}

#[test]
fn secret_words_without_a_ground_stay_secret() {
    let blank = Marks {
        secret: Some(" ".to_owned()),
        ..Marks::default()
    };
    let text = Text::new(vec![Block::Paragraph(vec![Inline::Text {
        text: "salaisuus".to_owned(),
        marks: blank,
    }])]);
    assert_eq!(text.public_version().passages(), [""]);
    assert_eq!(Text::from_markup(&text.to_markup()), Ok(text));
}

#[test]
fn a_large_hostile_text_is_refused_or_read_in_time() {
    let started = std::time::Instant::now();
    for unit in [
        "{", "[", "[](/){", "[a](", "\\", "|", "{sv|a}", "- ", "1. a\n", "[a](/b)",
    ] {
        let typed = unit.repeat(200_000 / unit.len());
        let _ = Text::from_markup(&typed).map(|text| text.to_markup());
    }
    assert!(started.elapsed() < std::time::Duration::from_secs(10));
}

#[test]
fn a_text_of_an_unknown_format_is_refused() {
    assert!(serde_json::from_str::<Text>(r#"{"format":2,"blocks":[]}"#).is_err());
}
