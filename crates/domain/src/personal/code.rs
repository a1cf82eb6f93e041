//! Codes with check digits: the personal identity code and the account number.

use std::ops::Range;

use time::{Date, Month};

/// The check characters of an identity code, by the remainder of its number divided by 31.
const CHECK: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";
/// Characters of an identity code.
const LENGTH: usize = 11;

/// The lengths of account numbers by country.
const COUNTRIES: [(&str, usize); 33] = [
    ("AT", 20),
    ("BE", 16),
    ("BG", 22),
    ("CH", 21),
    ("CY", 28),
    ("CZ", 24),
    ("DE", 22),
    ("DK", 18),
    ("EE", 20),
    ("ES", 24),
    ("FI", 18),
    ("FR", 27),
    ("GB", 22),
    ("GR", 27),
    ("HR", 21),
    ("HU", 28),
    ("IE", 22),
    ("IS", 26),
    ("IT", 27),
    ("LI", 21),
    ("LT", 20),
    ("LU", 20),
    ("LV", 21),
    ("MT", 31),
    ("NL", 18),
    ("NO", 15),
    ("PL", 28),
    ("PT", 25),
    ("RO", 24),
    ("SE", 24),
    ("SI", 19),
    ("SK", 24),
    ("UA", 29),
];

/// Where identity codes stand: `131052-308T`, also with the signs of 2023 (`131052X308T`).
pub(super) fn identity_codes(passage: &str) -> Vec<Range<usize>> {
    let letters: Vec<(usize, char)> = passage.char_indices().collect();
    let alone = |at: Option<&(usize, char)>| at.is_none_or(|(_, c)| !c.is_alphanumeric());
    let mut found = Vec::new();
    for (start, window) in letters.windows(LENGTH).enumerate() {
        let before = start.checked_sub(1).and_then(|before| letters.get(before));
        let code: Vec<char> = window.iter().map(|(_, letter)| *letter).collect();
        if alone(before) && alone(letters.get(start + LENGTH)) && is_identity_code(&code) {
            let end = letters
                .get(start + LENGTH)
                .map_or(passage.len(), |(end, _)| *end);
            found.push(window[0].0..end);
        }
    }
    found
}

fn is_identity_code(code: &[char]) -> bool {
    let number = |letters: &[char]| {
        letters.iter().try_fold(0_u32, |number, letter| {
            Some(number * 10 + letter.to_digit(10)?)
        })
    };
    let ([day_to_year @ .., _, _, _, _, _], Some(century), Some(check)) = (
        code,
        code.get(6).copied().and_then(century),
        code.last().map(char::to_ascii_uppercase),
    ) else {
        return false;
    };
    let (Some(date), Some(serial)) = (number(day_to_year), code.get(7..10).and_then(number)) else {
        return false;
    };
    let (day, month, year) = (date / 10_000, date / 100 % 100, date % 100);
    let month = u8::try_from(month)
        .ok()
        .and_then(|month| Month::try_from(month).ok());
    let year = i32::try_from(year).map(|year| century + year);
    let (Some(month), Ok(year), Ok(day)) = (month, year, u8::try_from(day)) else {
        return false;
    };
    let expected = CHECK[((date * 1_000 + serial) % 31) as usize];
    serial >= 2
        && Date::from_calendar_date(year, month, day).is_ok()
        && check == char::from(expected)
}

/// The century of a sign. The letters beside `-` and `A` are in use since 2023.
const fn century(sign: char) -> Option<i32> {
    match sign.to_ascii_uppercase() {
        '+' => Some(1800),
        '-' | '–' | '−' | '‑' | 'Y' | 'X' | 'W' | 'V' | 'U' => Some(1900),
        'A' | 'B' | 'C' | 'D' | 'E' | 'F' => Some(2000),
        _ => None,
    }
}

/// Where account numbers stand, in groups or without spaces: `FI21 1234 5600 0007 85`.
pub(super) fn account_numbers(passage: &str) -> Vec<Range<usize>> {
    let letters: Vec<(usize, char)> = passage.char_indices().collect();
    let mut found: Vec<Range<usize>> = Vec::new();
    for (start, (at, _)) in letters.iter().enumerate() {
        let before = start.checked_sub(1).and_then(|before| letters.get(before));
        if before.is_some_and(|(_, c)| c.is_alphanumeric()) {
            continue;
        }
        if let Some(end) = account_number(&letters[start..]) {
            found.push(*at..end);
        }
    }
    found
}

/// The end of the account number that a text begins with.
fn account_number(letters: &[(usize, char)]) -> Option<usize> {
    let country: String = letters
        .iter()
        .take(2)
        .map(|(_, c)| c.to_ascii_uppercase())
        .collect();
    let (_, length) = COUNTRIES.iter().find(|(of, _)| *of == country)?;
    let mut number = String::with_capacity(*length);
    let mut gap = false;
    let mut rest = letters.iter().peekable();
    while number.len() < *length {
        let (_, letter) = rest.next()?;
        match letter {
            letter if letter.is_ascii_alphanumeric() => {
                number.push(letter.to_ascii_uppercase());
                gap = false;
            }
            ' ' | '\u{a0}' | '\u{202f}' if !gap => gap = true,
            _ => return None,
        }
    }
    let after = rest.peek();
    let alone = after.is_none_or(|(_, letter)| !letter.is_alphanumeric());
    let end = after.map(|(end, _)| *end);
    let last = letters.last().map(|(at, letter)| at + letter.len_utf8());
    (alone && has_right_digits(&number)).then(|| end.or(last))?
}

/// ISO 13616: the number with its first four characters at the end, letters as two digits, leaves
/// 1 when divided by 97.
fn has_right_digits(number: &str) -> bool {
    let (head, tail) = number.split_at(4);
    let remainder = tail
        .chars()
        .chain(head.chars())
        .try_fold(0_u32, |left, letter| {
            let value = letter.to_digit(36)?;
            let shift = if value > 9 { 100 } else { 10 };
            Some((left * shift + value) % 97)
        });
    remainder == Some(1)
}
