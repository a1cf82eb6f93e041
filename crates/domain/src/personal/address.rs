//! Street addresses.

use std::ops::Range;

use super::Known;
use super::word::{Word, words};

/// How names of streets end, in the cases in which an address is told.
const ENDINGS: [&str; 38] = [
    "katu",
    "kadun",
    "kadulla",
    "kadulle",
    "kadulta",
    "tie",
    "tien",
    "tiellä",
    "tielle",
    "tieltä",
    "kuja",
    "kujan",
    "kujalla",
    "kujalle",
    "polku",
    "polun",
    "polulla",
    "polulle",
    "raitti",
    "raitin",
    "raitilla",
    "väylä",
    "väylän",
    "väylällä",
    "kaari",
    "kaaren",
    "kaarella",
    "rinne",
    "rinteen",
    "rinteellä",
    "aukio",
    "aukion",
    "tori",
    "torin",
    "gatan",
    "vägen",
    "gränden",
    "stigen",
];
/// Roads that are no addresses.
const ROADS: [&str; 8] = [
    "valtatie",
    "kantatie",
    "yhdystie",
    "seututie",
    "maantie",
    "rautatie",
    "moottoritie",
    "pyörätie",
];

/// Where street addresses stand that are not an office's own: the name of a street with a number,
/// and the stairs and door after it.
pub(super) fn addresses(passage: &str, known: &Known) -> Vec<Range<usize>> {
    let streets = words(passage).into_iter().filter(is_street);
    let found = streets.filter_map(|street| {
        let length = number(&passage[street.end..])?;
        let at = street.start..street.end + length;
        let told = passage[at.clone()].to_lowercase();
        let is_office = known
            .contacts
            .iter()
            .any(|of| of.to_lowercase().contains(&told));
        (!is_office).then_some(at)
    });
    found.collect()
}

fn is_street(word: &Word<'_>) -> bool {
    let lower = word.text.to_lowercase();
    let ends = ENDINGS
        .iter()
        .any(|ending| lower.ends_with(ending) && lower.len() > ending.len() + 2);
    word.is_name_like() && ends && !ROADS.iter().any(|road| lower.starts_with(road))
}

/// How long the house number after a street is, with stairs and door: ` 13`, ` 5 A 12`.
fn number(rest: &str) -> Option<usize> {
    let house = rest.strip_prefix([' ', '\u{a0}'])?;
    let skipped = rest.len() - house.len();
    let digits = leading(house, |c| c.is_ascii_digit());
    let after = &house[digits..];
    let counts = ["€", "%", "§", "euro", "vuo", "kpl", "km", "m²"];
    let is_amount = counts
        .iter()
        .any(|unit| after.trim_start().starts_with(unit))
        || after
            .strip_prefix([' ', '\u{a0}'])
            .is_some_and(|next| leading(next, |c| c.is_ascii_digit()) == 3)
        || after.starts_with([',', '.']) && after[1..].starts_with(|c: char| c.is_ascii_digit());
    if !(1..=3).contains(&digits) || is_amount {
        return None;
    }
    Some(skipped + digits + stairs(after))
}

/// How long stairs and door are: `a`, ` A 12`, ` as. 3`.
fn stairs(rest: &str) -> usize {
    let door = |rest: &str| {
        let next = rest.strip_prefix([' ', '\u{a0}']).unwrap_or(rest);
        let digits = leading(next, |c| c.is_ascii_digit());
        if digits == 0 {
            0
        } else {
            rest.len() - next.len() + digits
        }
    };
    let next = rest.strip_prefix([' ', '\u{a0}']).unwrap_or(rest);
    let space = rest.len() - next.len();
    let letters = leading(next, char::is_alphabetic);
    let is_stairs = letters == 1 && next.starts_with(|c: char| c.is_ascii_alphabetic());
    if is_stairs && (space == 0 || next.starts_with(|c: char| c.is_ascii_uppercase())) {
        return space + letters + door(&next[letters..]);
    }
    let flat = ["as. ", "as "].iter().find(|flat| next.starts_with(**flat));
    flat.map_or(0, |flat| {
        let digits = leading(&next[flat.len()..], |c| c.is_ascii_digit());
        if digits == 0 {
            0
        } else {
            space + flat.len() + digits
        }
    })
}

/// How many bytes at the beginning are of a kind.
fn leading(text: &str, of: impl Fn(char) -> bool) -> usize {
    text.find(|c| !of(c)).unwrap_or(text.len())
}
