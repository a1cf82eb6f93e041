//! E-mail addresses and telephone numbers.

use std::ops::Range;

use super::Known;
use crate::official::is_email_address;

/// How the sign is written where machines should not read it.
const SIGNS: [&str; 3] = ["@", "(at)", "[at]"];
/// What an office's own mailbox is called: nobody's name.
const MAILBOXES: [&str; 14] = [
    "kirjaamo",
    "registratur",
    "registry",
    "info",
    "asiakaspalvelu",
    "asiointi",
    "toimisto",
    "viestinta",
    "tietosuoja",
    "palaute",
    "laskut",
    "hallinto",
    "kaupunki",
    "kunta",
];

/// Where e-mail addresses stand that are not an office's own.
pub(super) fn emails(passage: &str, known: &Known) -> Vec<Range<usize>> {
    let signs = SIGNS.iter().flat_map(|sign| {
        let found = passage.match_indices(sign);
        found.map(|(at, sign)| (at, at + sign.len()))
    });
    let found = signs.filter_map(|(at, after)| {
        let start = passage[..at]
            .rfind(|c| !is_atom(c))
            .map_or(0, |end| end + char_len(passage, end));
        let host = passage[after..].find(|c: char| !c.is_ascii_alphanumeric() && !".-".contains(c));
        let host = host.map_or(&passage[after..], |end| &passage[after..after + end]);
        let host = host.trim_end_matches(['.', '-']);
        let local = &passage[start..at];
        let address = format!("{local}@{host}").to_lowercase();
        let is_address = is_email_address(&address) && host.contains('.');
        let is_office = MAILBOXES.contains(&local.to_lowercase().as_str())
            || known.contacts.iter().any(|of| of.to_lowercase() == address);
        (is_address && !is_office).then(|| start..after + host.len())
    });
    let mut found: Vec<Range<usize>> = found.collect();
    found.sort_by_key(|at| at.start);
    found
}

fn is_atom(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`.~".contains(letter)
}

fn char_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

/// Where telephone numbers stand that are not an office's own: `040 123 4567`, `+358 8 61551`,
/// `(08) 615 51`. Service numbers such as 0800 are an organisation's.
pub(super) fn phones(passage: &str, known: &Known) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut before: Option<char> = None;
    for (at, letter) in passage.char_indices() {
        let past = found.last().is_none_or(|last| at >= last.end);
        if past && may_begin(before, letter) {
            let number = number_at(passage, at);
            found.extend(number.filter(|at| !is_office(&passage[at.clone()], known)));
        }
        before = Some(letter);
    }
    found
}

fn may_begin(before: Option<char>, letter: char) -> bool {
    let joined = |c: char| c.is_alphanumeric() || "./,-–+_§€".contains(c);
    ['+', '(', '0'].contains(&letter) && !before.is_some_and(joined)
}

fn number_at(passage: &str, at: usize) -> Option<Range<usize>> {
    let rest = &passage[at..];
    let part = |c: char| c.is_ascii_digit() || " \u{a0}\u{202f}-‑()+".contains(c);
    let end = rest.find(|c| !part(c)).unwrap_or(rest.len());
    let written = rest[..end].trim_end_matches(|c: char| !c.is_ascii_digit());
    let after = &rest[written.len()..];
    let goes_on = after.starts_with(|c: char| c.is_alphanumeric() || "/§€%".contains(c))
        || after
            .strip_prefix(['.', ',', ':', '–'])
            .is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
    (!goes_on && is_number(written)).then(|| at..at + written.len())
}

fn is_number(written: &str) -> bool {
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let parts: Vec<usize> = written
        .split(|c: char| !c.is_ascii_digit())
        .map(str::len)
        .filter(|length| *length > 0)
        .collect();
    let hyphened = written.contains(['-', '‑']);
    // A business identity code, or a day.
    if hyphened && (parts == [7, 1] || parts == [2, 2, 4]) {
        return false;
    }
    if let Some(abroad) = written.strip_prefix('+') {
        return !abroad.contains('+') && (9..=15).contains(&digits.len());
    }
    if written.contains('+') || !(7..=11).contains(&digits.len()) {
        return false;
    }
    let begins = |prefixes: &[&str]| prefixes.iter().any(|prefix| digits.starts_with(prefix));
    let service = begins(&["010", "020", "029", "030", "0600", "0700", "0800"]);
    let known = begins(&[
        "02", "03", "04", "05", "06", "08", "09", "013", "014", "015", "016", "017", "018", "019",
    ]);
    known && !service
}

fn is_office(written: &str, known: &Known) -> bool {
    let home = |number: &str| {
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        if number.trim_start().starts_with('+') {
            digits
                .strip_prefix("358")
                .map_or(digits.clone(), |rest| format!("0{rest}"))
        } else {
            digits
        }
    };
    let number = home(written);
    known.contacts.iter().any(|of| home(of) == number)
}
