//! From bytes to a text, whatever its encoding, or the reason why it is none.

use domain::reading::NotADecision;

/// What is read at most.
const LIMIT: usize = 10 * 1024 * 1024;

/// The text of a file, and the name of its encoding where that had to be guessed.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) guessed: Option<&'static str>,
}

/// Reads the letters of a file.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, NotADecision> {
    if bytes.len() > LIMIT {
        return Err(NotADecision::TooLarge);
    }
    let start = &bytes[..bytes.len().min(1024)];
    if start.windows(4).any(|window| window == b"%PDF") {
        return Err(NotADecision::Pdf);
    }
    let (text, guessed) = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => (utf8(rest)?.to_owned(), None),
        [0xff, 0xfe, rest @ ..] => (utf16(rest, u16::from_le_bytes)?, None),
        [0xfe, 0xff, rest @ ..] => (utf16(rest, u16::from_be_bytes)?, None),
        _ if bytes.contains(&0) => return Err(NotADecision::Binary),
        _ => match utf8(bytes) {
            Ok(text) => (text.to_owned(), None),
            Err(_) => (windows_1252(bytes)?, Some("Windows-1252")),
        },
    };
    refuse_what_is_no_text(&text)?;
    Ok(Decoded {
        text: composed(text),
        guessed,
    })
}

fn utf8(bytes: &[u8]) -> Result<&str, NotADecision> {
    std::str::from_utf8(bytes).map_err(|_| NotADecision::UnknownEncoding)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, NotADecision> {
    let (pairs, rest) = bytes.as_chunks();
    if !rest.is_empty() {
        return Err(NotADecision::UnknownEncoding);
    }
    char::decode_utf16(pairs.iter().map(|pair| unit(*pair)))
        .collect::<Result<_, _>>()
        .map_err(|_| NotADecision::UnknownEncoding)
}

/// The characters of 0x80–0x9F; `\u{fffd}` where Windows-1252 has none.
const UPPER_CONTROLS: [char; 32] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž',
    '\u{fffd}', '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}',
    'ž', 'Ÿ',
];

/// The characters above ASCII that a Finnish text of an authority holds.
const PLAUSIBLE: &str = "åäöÅÄÖéèüÉÜšžŠŽ–—−§€’‘”“»«•·…°½´×²³\u{a0}\u{ad}";

/// The character of a byte in Windows-1252; `\u{fffd}` where it has none.
pub(crate) fn character(byte: u8) -> char {
    match byte {
        0x80..=0x9f => UPPER_CONTROLS[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

fn windows_1252(bytes: &[u8]) -> Result<String, NotADecision> {
    let mut upper = [0_usize; 256];
    for byte in bytes.iter().filter(|byte| **byte >= 0x80) {
        upper[usize::from(*byte)] += 1;
    }
    let count = |wanted: fn(char) -> bool| -> usize {
        (0x80..=0xff_u8)
            .filter(|byte| wanted(character(*byte)))
            .map(|byte| upper[usize::from(byte)])
            .sum()
    };
    let all = count(|_| true);
    // A text in another encoding gives letters that no Finnish text holds.
    if count(|c| c == '\u{fffd}') > 0 || count(|c| PLAUSIBLE.contains(c)) * 10 < all * 9 {
        return Err(NotADecision::UnknownEncoding);
    }
    Ok(bytes.iter().map(|byte| character(*byte)).collect())
}

fn refuse_what_is_no_text(text: &str) -> Result<(), NotADecision> {
    let start = text.trim_start();
    if start.is_empty() {
        return Err(NotADecision::Empty);
    }
    let marked_up = ["{\\rtf", "<!doctype", "<html", "<?xml"]
        .iter()
        .any(|mark| {
            start
                .get(..mark.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(mark))
        });
    if marked_up {
        return Err(NotADecision::AnotherFormat);
    }
    let control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c);
    if text.bytes().any(|byte| control(&byte)) {
        return Err(NotADecision::Binary);
    }
    Ok(())
}

/// Some systems write ä as a and a combining mark; every comparison here means the one letter.
fn composed(text: String) -> String {
    if !text.contains(['\u{308}', '\u{30a}', '\u{ad}']) {
        return text;
    }
    [
        ("a\u{308}", "ä"),
        ("o\u{308}", "ö"),
        ("a\u{30a}", "å"),
        ("A\u{308}", "Ä"),
        ("O\u{308}", "Ö"),
        ("A\u{30a}", "Å"),
        ("\u{ad}", ""),
    ]
    .iter()
    .fold(text, |text, (apart, letter)| text.replace(apart, letter))
}
