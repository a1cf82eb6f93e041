//! Which letters the bytes of a text file are.

use std::borrow::Cow;

use domain::table::Fault;

use crate::import::windows_1252_character;

/// How the bytes of a file are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letters {
    Utf8,
    Windows1252,
}

/// The bytes of a file without a mark of their order, and how they are read. A file that is not
/// UTF-8 but holds a letter of it is UTF-8 with broken rows; only one that holds none may be
/// Windows-1252, and each of its rows must look like it.
pub(super) fn of(bytes: &[u8]) -> Result<(Cow<'_, [u8]>, Letters), Fault> {
    let (bytes, letters) = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => (Cow::Borrowed(rest), Letters::Utf8),
        [0xff, 0xfe, rest @ ..] => (utf16(rest, u16::from_le_bytes)?, Letters::Utf8),
        [0xfe, 0xff, rest @ ..] => (utf16(rest, u16::from_be_bytes)?, Letters::Utf8),
        _ => {
            let mut chunks = bytes.utf8_chunks();
            let is_utf8 = chunks.all(|chunk| chunk.invalid().is_empty())
                || bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii());
            let letters = if is_utf8 {
                Letters::Utf8
            } else {
                Letters::Windows1252
            };
            (Cow::Borrowed(bytes), letters)
        }
    };
    let control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c);
    let begins = String::from_utf8_lossy(&bytes[..bytes.len().min(64)]);
    let marked_up = begins.trim_start().starts_with(['<', '{']) || begins.starts_with("%PDF");
    if marked_up || bytes.iter().any(control) {
        return Err(Fault::Unreadable);
    }
    Ok((bytes, letters))
}

/// Excel's “Unicode text”.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Cow<'_, [u8]>, Fault> {
    let (pairs, rest) = bytes.as_chunks();
    let text = char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).collect();
    let text: Result<String, _> = text;
    match text {
        Ok(text) if rest.is_empty() => Ok(Cow::Owned(text.into_bytes())),
        _ => Err(Fault::Letters),
    }
}

impl Letters {
    /// The text of a cell, or `None` where its letters cannot be read.
    pub(super) fn text(self, bytes: &[u8]) -> Option<String> {
        if bytes.is_ascii() || self == Self::Utf8 {
            return String::from_utf8(bytes.to_vec()).ok();
        }
        let text: String = bytes.iter().copied().map(windows_1252_character).collect();
        is_plausible(&text).then_some(text)
    }
}

/// Letters above ASCII in the Nordic languages. Other code pages turn theirs into others.
const NORDIC: &str = "åäöÅÄÖéÉèüÜæøÆØ";
/// Signs that stand between words and numbers.
const SIGNS: &str = "–—−§€‘“”»«•·…°½´×²³\u{a0}\u{ad}";

/// Whether a text is what Windows-1252 would be in a file of a Finnish city: DOS and Macintosh
/// letters become signs within words, other alphabets letters that nobody uses here.
fn is_plausible(text: &str) -> bool {
    let quotes = text.chars().filter(|c| matches!(c, '“' | '”')).count();
    let mut before = ' ';
    let mut characters = text.chars().peekable();
    let mut fits = |c: char, next: Option<char>| {
        let within = before.is_alphabetic() && next.is_some_and(char::is_alphabetic);
        let begins = c == '…' && next.is_some_and(char::is_alphabetic);
        before = c;
        c.is_ascii()
            || NORDIC.contains(c)
            || c == '’'
            || (SIGNS.contains(c) && !begins && (!within || matches!(c, '\u{a0}' | '\u{ad}')))
    };
    while let Some(c) = characters.next() {
        if !fits(c, characters.peek().copied()) {
            return false;
        }
    }
    quotes % 2 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_code_pages_are_not_taken_for_windows_1252() {
        let read = |bytes: &[u8]| Letters::Windows1252.text(bytes);
        assert_eq!(
            read(b"K\xe4ytt\xf6suunnitelma \x96 5 \x80").as_deref(),
            Some("Käyttösuunnitelma – 5 €")
        );
        for (of, bytes) in [
            ("DOS 850", &b"k\x84ytt\x94"[..]),
            ("DOS 850 at the end", b"ty\x94"),
            ("Macintosh", b"k\x8aytt\x9a"),
            ("Macintosh, capital", b"\x85ljy"),
            ("Cyrillic", b"\xef\xf0\xe8"),
            ("no character", b"\x81"),
        ] {
            assert_eq!(read(bytes), None, "{of}");
        }
    }
}
