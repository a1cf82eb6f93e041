//! Reading damaged decision documents, others of the family, and files that are none.

use crate::support::{codes, read, real, real_bytes, seed, squashed};
use domain::text::Text;
use proptest::prelude::*;
use register::import::{self, NotADecision, NoteKind, PartKind, Reading, Subject};

#[test]
fn the_same_document_in_other_letters_gives_the_same_reading() {
    let text = real();
    let expected = read(&text);
    let utf16 = |order: fn(u16) -> [u8; 2]| -> Vec<u8> {
        std::iter::once(0xfeff)
            .chain(text.encode_utf16())
            .flat_map(order)
            .collect()
    };
    let windows_1252: Vec<u8> = text
        .chars()
        .map(|c| match c {
            '–' => 0x96,
            '€' => 0x80,
            other => u8::try_from(u32::from(other)).expect("the document has no other letters"),
        })
        .collect();
    let decomposed = text.replace('ä', "a\u{308}").replace('ö', "o\u{308}");
    for (name, bytes) in [
        ("CRLF", text.replace('\n', "\r\n").into_bytes()),
        ("BOM", [b"\xef\xbb\xbf", text.as_bytes()].concat()),
        ("UTF-16LE", utf16(u16::to_le_bytes)),
        ("UTF-16BE", utf16(u16::to_be_bytes)),
        ("decomposed", decomposed.into_bytes()),
        (
            "no-break spaces",
            text.replace("EAKR-rahoituksena (80 %)", "EAKR-rahoituksena (80\u{a0}%)")
                .into_bytes(),
        ),
    ] {
        let mut reading = import::read(&bytes).expect(name);
        reading.draft.background = reading.draft.background.replace('\u{a0}', " ");
        assert_eq!(reading, expected, "{name}");
    }
    let mut reading = import::read(&windows_1252).expect("Windows-1252");
    let guess = reading.notes.remove(0);
    assert_eq!(
        (guess.kind, guess.subject),
        (NoteKind::Inferred, Subject::Encoding)
    );
    assert_eq!(reading, expected);
}

#[test]
fn a_missing_part_is_not_found_and_the_rest_is_read() {
    use Subject as S;
    let cases: [(PartKind, &[Subject]); 8] = [
        (PartKind::Authority, &[S::Authority]),
        (PartKind::Resolution, &[S::Resolution, S::Commitment]),
        (PartKind::Contact, &[S::Contact]),
        (PartKind::Distribution, &[S::Distribution]),
        (PartKind::Publication, &[S::PublishedOn]),
        (PartKind::Service, &[S::ServiceMeans]),
        (PartKind::InstructionHeader, &[S::Section]),
        (PartKind::Instruction, &[S::Remedy, S::RemedyBody]),
    ];
    for (part, expected) in cases {
        let reading = read(&crate::support::without(&real(), part));
        let mut missing = codes(&reading, NoteKind::NotFound);
        missing
            .retain(|subject| !matches!(subject, S::DecisionDate | S::TotalCost | S::ServiceDay));
        assert_eq!(missing, expected, "{part:?}");
        assert_eq!(reading.project.first_month, "10/2022", "{part:?}");
    }
    let unsigned = crate::support::without(&real(), PartKind::Signature);
    let reading = read(&unsigned);
    assert!(codes(&reading, NoteKind::Inferred).contains(&S::DecisionMaker));
    assert_eq!(reading.draft.series, "kaupunginjohtaja");
}

#[test]
fn parts_in_another_order_give_the_same_facts() {
    let text = crate::support::reversed(&real());
    let (reading, expected) = (read(&text), read(&real()));
    // What found no place stays in the order of its document.
    let kept = |reading: &Reading| {
        let mut draft = reading.draft.clone();
        let unrecognised = std::mem::take(&mut draft.unrecognised);
        let mut kept: Vec<String> = unrecognised.split("\n\n").map(str::to_owned).collect();
        kept.sort_unstable();
        (draft, kept)
    };
    assert_eq!(kept(&reading), kept(&expected));
    assert_eq!(reading.plan, expected.plan);
    assert_eq!(reading.project, expected.project);
    assert_eq!(reading.publication, expected.publication);
    assert_eq!(reading.receiving_authority, expected.receiving_authority);
}

#[test]
fn without_headings_everything_stays_where_the_public_never_looks() {
    let headings: Vec<String> = read(&real())
        .headings
        .into_iter()
        .map(|h| h.heading)
        .collect();
    let plain: Vec<String> = real()
        .lines()
        .filter(|line| !headings.iter().any(|heading| heading == line.trim()))
        .map(str::to_owned)
        .collect();
    let reading = read(&plain.join("\n"));
    assert_eq!(
        (
            reading.draft.background.as_str(),
            reading.draft.resolution.as_str()
        ),
        ("", "")
    );
    assert!(codes(&reading, NoteKind::NotFound).contains(&Subject::Resolution));
    assert!(
        reading
            .draft
            .unrecognised
            .contains("2500 eurolla tilikaudella 2024")
    );
    assert_eq!(reading.project.last_month, "9/2024");
    assert_eq!(reading.plan.rows.len(), 2);
}

#[test]
fn the_citys_other_documents_are_no_decisions() {
    for name in ["000_", "001_", "003_", "004_"] {
        let refused = import::read(&seed(name)).map(|reading| reading.draft.title);
        assert_eq!(refused, Err(NotADecision::NoDecision), "{name}");
    }
}

#[test]
fn what_is_no_text_of_a_decision_is_refused_with_its_reason() {
    use NotADecision as N;
    let real = real_bytes();
    let cases: [(&str, Vec<u8>, NotADecision); 14] = [
        ("nothing", Vec::new(), N::Empty),
        ("white space", b" \r\n\t\n".to_vec(), N::Empty),
        ("a mark only", b"\xef\xbb\xbf".to_vec(), N::Empty),
        ("PDF", [b"%PDF-1.7\n", &real[..]].concat(), N::Pdf),
        (
            "PDF after a mark",
            [b"\xef\xbb\xbf\n%PDF-1.4\n", &real[..]].concat(),
            N::Pdf,
        ),
        ("RTF", [b"{\\rtf1 ", &real[..]].concat(), N::AnotherFormat),
        (
            "HTML",
            [b"<!DOCTYPE html>", &real[..]].concat(),
            N::AnotherFormat,
        ),
        (
            "zip",
            b"PK\x03\x04\x00\x00KAJDno-2023-912".to_vec(),
            N::Binary,
        ),
        (
            "control characters",
            [b"\x01\x02", &real[..]].concat(),
            N::Binary,
        ),
        (
            "UTF-16 without a mark",
            "päätös".encode_utf16().flat_map(u16::to_le_bytes).collect(),
            N::Binary,
        ),
        (
            "half a UTF-16 unit",
            b"\xff\xfea\x00b".to_vec(),
            N::UnknownEncoding,
        ),
        (
            "a lone surrogate",
            b"\xff\xfe\x00\xd8".to_vec(),
            N::UnknownEncoding,
        ),
        (
            "Cyrillic letters of another code page",
            vec![0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x20, 0xcc],
            N::UnknownEncoding,
        ),
        (
            "a text",
            "Hei, mitä kuuluu?".as_bytes().to_vec(),
            N::NoDecision,
        ),
    ];
    for (name, bytes, reason) in cases {
        let refused = import::read(&bytes).map(|reading| reading.draft.title);
        assert_eq!(refused, Err(reason), "{name}");
    }
}

/// What is read at most.
const LIMIT: usize = 10 * 1024 * 1024;

#[test]
fn ten_megabytes_of_junk_are_refused_in_time_and_more_at_once() {
    let mut lines = vec![b'x'; LIMIT];
    lines.iter_mut().step_by(61).for_each(|byte| *byte = b'\n');
    for junk in [lines, vec![b'x'; LIMIT]] {
        let started = std::time::Instant::now();
        let refused = import::read(&junk).map(|reading| reading.draft.title);
        assert_eq!(refused, Err(NotADecision::NoDecision));
        assert!(started.elapsed() < bound(), "{:?}", started.elapsed());
    }
    let refused = import::read(&vec![b'x'; LIMIT + 1]).map(|reading| reading.draft.title);
    assert_eq!(refused, Err(NotADecision::TooLarge));
}

#[test]
fn a_decision_that_is_filled_up_with_anything_is_read_in_time() {
    // Unoptimised code is an order slower, so it gets a tenth of the text.
    let size = if cfg!(debug_assertions) {
        LIMIT / 10
    } else {
        LIMIT - 10_000
    };
    let long = |unit: &str| unit.repeat(size / unit.len());
    let names = "Hanketta vetää Aa Bb. {[\\ 5 € (80 %) 1.1.2020. ";
    let texts = [
        format!("{}\n{}", real(), long("Päätös\n")),
        format!("{}\n{}", real(), long("\nLisätietoja antaa x\n\n")),
        format!("{}\n{}", real(), long("Rahoitus Aan kunnalta (1 %) ")),
        format!("{}\nPäätös\n{}", real(), long("5 euroa vuonna 2023 ")),
        format!(
            "{}\nPäätös\n{}",
            real(),
            long("Myönnetään 5 euroa vuonna 2023. ")
        ),
        format!("{}\nTiedoksi\n{}", real(), long("Aa Bb, ")),
        real().replacen("Hanke perustuu", &long(names), 1),
    ];
    for text in texts {
        let started = std::time::Instant::now();
        let reading = read(&text);
        // It is read in full, where junk is refused: twice the time is enough.
        assert!(started.elapsed() < 2 * bound(), "{:?}", started.elapsed());
        assert!(reading.draft.commitments.len() <= 202);
    }
}

/// What is allowed for 10 MB; unoptimised, and beside other work, an order more.
fn bound() -> std::time::Duration {
    std::time::Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 2 })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = import::read(&bytes);
    }

    #[test]
    fn any_words_under_a_case_number_are_read(words in any::<String>(), more in "[ \\n§%€.,:–0-9A-Öa-öA-Z-]{0,200}") {
        let text = format!("KAJDno-2023-912\n{words}\n\nPäätös\n{more}\n\nTiedoksi\n{words}\n\n{more}");
        if let Ok(reading) = import::read(text.as_bytes()) {
            prop_assert!(Text::from_markup(&reading.draft.background).is_ok());
            prop_assert!(Text::from_markup(&reading.draft.resolution).is_ok());
            let _ = reading.plan.read(|_| None);
        }
    }

    #[test]
    fn no_word_is_lost_wherever_it_stands(
        cuts in prop::collection::vec((0_usize..163, 0_usize..163), 0..6),
        places in prop::collection::vec((0_usize..170, any::<bool>(), any::<bool>()), 1..12),
    ) {
        let (text, words) = crate::support::damaged(&real(), &cuts, &places);
        if let Ok(reading) = import::read(text.as_bytes()) {
            let kept = squashed(&reading);
            for word in words {
                prop_assert!(kept.contains(&word), "{} of\n{}", word, text);
            }
            let markup = Text::from_markup(&reading.draft.background).map(|text| text.to_markup());
            prop_assert_eq!(markup.ok(), Some(reading.draft.background));
        }
    }
}
