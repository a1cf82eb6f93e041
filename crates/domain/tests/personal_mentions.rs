//! What is found in a text that may be about a person, and what is not.

use std::fs;
use std::path::Path;

use crate::common::{complete_draft, readiness};
use domain::decision::DecisionDraft;
use domain::personal::{Known, Mention, MentionKind, look, mentions};
use domain::text::Text;
use proptest::prelude::*;

use MentionKind::{AccountNumber, Address, Email, IdentityCode, Name, Phone};

/// What is nobody's secret in these tests.
fn known() -> Known {
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    Known {
        names: owned(&[
            "Kajaanin ammattikorkeakoulu Oy",
            "Kajaanin kaupunki",
            "Kainuun liitto",
            "Testi Virkailija",
            "Maija Virkanainen",
            "Kaupunginjohtaja",
            "White Fox",
        ]),
        contacts: owned(&[
            "kajaani@kajaani.fi",
            "08 61551",
            "Pohjolankatu 13, 87100 Kajaani",
        ]),
    }
}

/// Passages, and the words that are found in each with what they probably are.
const CASES: [(&str, &[(MentionKind, &str)]); 86] = [
    // Identity codes.
    (
        "Hakija 131052-308T pyysi.",
        &[(IdentityCode, "131052-308T")],
    ),
    ("131052-308t", &[(IdentityCode, "131052-308t")]),
    ("(131052–308T)", &[(IdentityCode, "131052–308T")]),
    ("131052X308T ja muuta", &[(IdentityCode, "131052X308T")]),
    ("010594Y9032", &[(IdentityCode, "010594Y9032")]),
    ("010594V9032", &[(IdentityCode, "010594V9032")]),
    ("290200A1239", &[(IdentityCode, "290200A1239")]),
    ("290200F1239", &[(IdentityCode, "290200F1239")]),
    ("131052+308T", &[(IdentityCode, "131052+308T")]),
    ("131052-308S on väärä", &[]),
    ("321052-308T", &[]),
    ("290201A123X", &[]),
    ("131052-001T", &[]),
    ("131052Z308T", &[]),
    ("A131052-308T", &[]),
    ("131052-308T1", &[]),
    // Account numbers.
    (
        "Tilille FI21 1234 5600 0007 85.",
        &[(AccountNumber, "FI21 1234 5600 0007 85")],
    ),
    (
        "FI2112345600000785",
        &[(AccountNumber, "FI2112345600000785")],
    ),
    (
        "fi21 1234 5600 0007 85",
        &[(AccountNumber, "fi21 1234 5600 0007 85")],
    ),
    (
        "DE89 3704 0044 0532 0130 00 on tili",
        &[(AccountNumber, "DE89 3704 0044 0532 0130 00")],
    ),
    (
        "SE45 5000 0000 0583 9825 7466",
        &[(AccountNumber, "SE45 5000 0000 0583 9825 7466")],
    ),
    ("FI21 1234 5600 0007 86", &[]),
    ("FI21 1234 5600", &[]),
    ("EURA 2021/401229/09 02 01 01/2022/Kainuu", &[]),
    // E-mail addresses.
    (
        "Kirjoita: maija.malli@example.org.",
        &[(Email, "maija.malli@example.org")],
    ),
    (
        "maija.malli(at)example.org",
        &[(Email, "maija.malli(at)example.org")],
    ),
    (
        "maija.malli[at]example.org",
        &[(Email, "maija.malli[at]example.org")],
    ),
    ("MAIJA@EXAMPLE.ORG", &[(Email, "MAIJA@EXAMPLE.ORG")]),
    ("kajaani@kajaani.fi", &[]),
    ("kirjaamo@sotkamo.example", &[]),
    ("info@yritys.example", &[]),
    ("hinta @ 5 e", &[]),
    ("maija@localhost", &[]),
    // Telephone numbers.
    ("Soita 040 123 4567.", &[(Phone, "040 123 4567")]),
    ("0401234567", &[(Phone, "0401234567")]),
    ("p. 050-123 4567", &[(Phone, "050-123 4567")]),
    ("+358 40 123 4567", &[(Phone, "+358 40 123 4567")]),
    ("+358401234567", &[(Phone, "+358401234567")]),
    ("(08) 615 5202", &[(Phone, "(08) 615 5202")]),
    ("+46 8 123 456 78", &[(Phone, "+46 8 123 456 78")]),
    ("puh. 044 1234567, iltaisin", &[(Phone, "044 1234567")]),
    ("vaihde 08 61551", &[]),
    ("+358 8 61551", &[]),
    ("Y-tunnus 0214958-9", &[]),
    ("maksetaan 05-06-2023", &[]),
    ("0800 123 456", &[]),
    ("020 123 4567", &[]),
    ("2911040208", &[]),
    ("2 500 000 euroa", &[]),
    ("0,5 ja 0.25 prosenttia", &[]),
    ("17.4.2023 klo 08.15", &[]),
    ("numero 05 0123/2022", &[]),
    // Street addresses.
    (
        "asuu osoitteessa Kuusitie 5 A 12",
        &[(Address, "Kuusitie 5 A 12")],
    ),
    ("Mallikatu 13", &[(Address, "Mallikatu 13")]),
    (
        "Mallikatu 13b, 87100 Kajaani",
        &[(Address, "Mallikatu 13b")],
    ),
    ("Koivukujalla 7 as. 3", &[(Address, "Koivukujalla 7 as. 3")]),
    ("Björkvägen 2", &[(Address, "Björkvägen 2")]),
    ("Pohjolankatu 13", &[]),
    ("Valtatie 5 parannetaan", &[]),
    ("Mallikatu kunnostetaan", &[]),
    ("Mallikatu 12 000 euroa", &[]),
    ("Mallitie 5 €", &[]),
    ("ensin tie 5", &[]),
    // Names.
    ("Esittelijä oli Maija Malli.", &[(Name, "Maija Malli")]),
    ("Maija Malli esitti.", &[(Name, "Maija Malli")]),
    (
        "Päätös annetaan Anna-Maija Mallille.",
        &[(Name, "Anna-Maija Mallille")],
    ),
    (
        "Matti Johannes Meikäläinen-Malli",
        &[(Name, "Matti Johannes Meikäläinen-Malli")],
    ),
    ("Hankkeen johtaja M. Malli kertoi.", &[(Name, "M. Malli")]),
    ("Tutkija Priya Sharma kertoi.", &[(Name, "Priya Sharma")]),
    ("Lisätietoja: Åsa Öström, talous", &[(Name, "Åsa Öström")]),
    ("hakija (Ville Malli)", &[(Name, "Ville Malli")]),
    ("Kaupunginjohtaja Maija Virkanainen päättää.", &[]),
    ("Testi Virkailijan esitys", &[]),
    ("Kajaanin Ammattikorkeakoulu Oy:n hanke", &[]),
    ("Rahoittajat ovat Kainuun Liitto ja Kajaanin Kaupunki.", &[]),
    ("Euroopan Unioni ja Pohjois-Suomen Yrittäjät", &[]),
    ("Hanke White Fox jatkuu.", &[]),
    ("tuulivoimahanke Kainuu Wind", &[]),
    ("Matti Meikäläinen Oy toimittaa.", &[]),
    ("Kaupunki päättää. Hanke Jatkuu pian.", &[]),
    ("Työn ja perheen Kainuu", &[]),
    ("KAMK ja EAKR", &[]),
    ("Maija esitti.", &[]),
    ("Sovittiin, että Anna Kajaanissa kokoontuva ryhmä", &[]),
    ("maanantaina Helsingissä Suomessa", &[]),
    ("", &[]),
];

#[test]
fn each_passage_gives_what_is_in_it_and_nothing_else() {
    let known = known();
    for (passage, expected) in CASES {
        let found: Vec<(MentionKind, &str)> = look(passage, &known)
            .into_iter()
            .map(|(kind, at)| (kind, &passage[at]))
            .collect();
        assert_eq!(found, expected, "{passage}");
    }
}

fn words(found: &[Mention]) -> Vec<&str> {
    let words = found
        .iter()
        .map(|mention| mention.words.reveal_to_official().as_str());
    words.collect()
}

#[test]
fn a_draft_is_looked_at_where_the_public_reads_it() {
    let draft = DecisionDraft {
        title: "Maija Mallin hakemus: Maija Malli".to_owned(),
        background: "Esitti Maija Malli, 040 123 4567.\n\n| Nimi | Tili |\n| Ville Malli | \
                     FI21 1234 5600 0007 85 |"
            .to_owned(),
        contact_person: "Ville Virtanen, 040 765 4321".to_owned(),
        distribution: "Ville Virtanen".to_owned(),
        unrecognised: "Ville Virtanen 131052-308T".to_owned(),
        ..complete_draft()
    };
    let found = mentions(&draft, &known());
    let kinds: Vec<_> = found
        .iter()
        .map(|of| (of.place.as_str(), of.kind))
        .collect();
    assert_eq!(
        kinds,
        [
            ("title", Name),
            ("title", Name),
            ("background", Name),
            ("background", Phone),
            ("background", Name),
            ("background", AccountNumber),
        ]
    );
    assert!(!found[0].can_be_marked() && found[2].can_be_marked());
    assert!(
        draft.read(&readiness()).is_ok(),
        "it is the check that finds them"
    );
    assert!(
        !format!("{found:?}").contains("Malli"),
        "it cannot reach a log"
    );
}

#[test]
fn what_is_marked_is_not_asked_about() {
    let known = known();
    let draft = |background: &str| DecisionDraft {
        background: background.to_owned(),
        ..complete_draft()
    };
    for (marked, left) in [
        ("{personal|Maija Malli} esitti.", &[][..]),
        ("{secret JulkL 24.1 §|131052-308T}", &[]),
        ("{personal|Maija} Malli esitti.", &[]),
        ("{sv|Maija Malli} esitti.", &["Maija Malli"]),
        ("[Maija Malli](https://example.org)", &["Maija Malli"]),
        (
            "[posti](mailto:maija.malli@example.org)",
            &["maija.malli@example.org"],
        ),
        ("[posti](mailto:maija.malli@example.org){personal}", &[]),
        ("{personal|auki", &[]),
    ] {
        assert_eq!(words(&mentions(&draft(marked), &known)), left, "{marked}");
    }
}

#[test]
fn what_is_said_to_be_about_nobody_is_not_asked_again_but_a_code_is() {
    let draft = DecisionDraft {
        background: "Tutkija Priya Sharma, 131052-308T.".to_owned(),
        ..complete_draft()
    };
    let draft = draft
        .with_not_personal("Priya Sharma")
        .with_not_personal("131052-308T")
        .with_not_personal("Priya Sharma");
    assert_eq!(draft.not_personal, "Priya Sharma\n131052-308T");
    assert_eq!(words(&mentions(&draft, &known())), ["131052-308T"]);
}

#[test]
fn marking_withholds_the_words_and_leaves_the_rest() {
    let draft = DecisionDraft {
        background: "Maija Malli esitti.\n\n- Maija Malli\n- muut, [Maija Malli](/hankkeet)\n\n\
                     Maija Mallio ei."
            .to_owned(),
        ..complete_draft()
    };
    let marked = draft
        .with_personal("background", "Maija Malli")
        .expect("it is there");
    assert_eq!(
        marked.background,
        "{personal|Maija Malli} esitti.\n\n- {personal|Maija Malli}\n- muut, \
         [Maija Malli](/hankkeet){personal}\n\nMaija Mallio ei."
    );
    assert_eq!(marked.with_personal("background", "Maija Malli"), None);
    assert_eq!(draft.with_personal("title", "Maija Malli"), None);
    assert_eq!(draft.with_personal("background", ""), None);
    assert_eq!(draft.with_personal("background", "Ei Tekstissä"), None);
}

/// The customer's documents hold names below their decisions; of what is found nothing is written
/// down here but how much.
#[test]
fn the_seed_documents_are_read_with_few_false_alarms() {
    let folder = Path::new("../../../shared/seeds");
    let mut documents: Vec<_> = fs::read_dir(folder)
        .expect("the seed documents are beside the checkout")
        .map(|entry| entry.expect("a file").path())
        .collect();
    documents.sort();
    let known = known();
    let (mut passages, mut found) = (0, 0);
    for document in documents {
        let text = String::from_utf8_lossy(&fs::read(document).expect("it is read")).into_owned();
        for line in text.lines() {
            passages += 1;
            let here = look(line, &known);
            assert!(
                here.iter()
                    .all(|(kind, _)| *kind != IdentityCode && *kind != AccountNumber),
                "no seed document holds a code"
            );
            found += here.len();
        }
    }
    assert!(passages > 500, "{passages}");
    // One in twenty lines at most: an official reads them all.
    assert!(found * 20 < passages, "{found} in {passages} lines");
}

fn passage() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop_oneof![
            "\\PC{0,12}",
            Just("Maija Malli ".to_owned()),
            Just("131052-308T".to_owned()),
            Just("FI21 1234 5600 0007 85".to_owned()),
            Just("maija@example.org".to_owned()),
            Just("+358 40 123 4567".to_owned()),
            Just("Kuusitie 5 A 12".to_owned()),
            Just(" ".to_owned()),
        ],
        0..8,
    )
    .prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn anything_is_looked_at_without_harm(passage in passage()) {
        let found = look(&passage, &known());
        for pair in found.windows(2) {
            prop_assert!(pair[0].1.end <= pair[1].1.start, "nothing is found twice");
        }
        for (_, at) in found {
            prop_assert!(!passage[at].trim().is_empty());
        }
    }

    /// Whatever is found in a text can be marked, is then withheld, and not found again.
    #[test]
    fn what_is_found_in_a_text_can_be_marked(passage in passage()) {
        let Ok(text) = Text::from_markup(&passage) else { return Ok(()) };
        let mut draft = DecisionDraft { background: text.to_markup(), ..complete_draft() };
        for mention in mentions(&draft, &known()) {
            let words = mention.words.reveal_to_official();
            if mention.place == "background" && let Some(marked) = draft.with_personal("background", words) {
                let read = Text::from_markup(&marked.background).expect("it was printed");
                let open = read.open_passages().join("\n");
                prop_assert!(
                    mentions(&marked, &known()).iter().all(|of| of.words.reveal_to_official() != words),
                    "{words} in {open}"
                );
                draft = marked;
            }
        }
    }

    /// Every identity code with a right check character is found, with each sign of its century.
    #[test]
    fn every_identity_code_is_found(day in 1_u32..29, month in 1_u32..13, year in 0_u32..100, serial in 2_u32..1000, sign in prop::sample::select(vec!['-', '+', 'A', 'B', 'C', 'D', 'E', 'F', 'U', 'V', 'W', 'X', 'Y'])) {
        let number = (day * 10_000 + month * 100 + year) * 1_000 + serial;
        let check = b"0123456789ABCDEFHJKLMNPRSTUVWXY"[(number % 31) as usize];
        let code = format!("{day:02}{month:02}{year:02}{sign}{serial:03}{}", char::from(check));
        let found = look(&format!("Hakija {code}."), &Known::default());
        prop_assert_eq!(found.first().map(|(kind, _)| *kind), Some(IdentityCode), "{}", code);
    }
}
