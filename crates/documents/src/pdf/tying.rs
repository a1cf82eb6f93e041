//! Spaces at which a line must not end: within a sum, before its unit, beside a section sign.
//!
//! Frozen texts have plain spaces there as their writers typed them. They stay so, also in what is
//! read out of a document; only the end of a line is kept away from them.

use super::passage::Item;

/// How many letters of a word are looked at.
const SEEN: usize = 8;
/// The beginnings of the words that belong to the number before them.
const UNITS: [&str; 12] = [
    "€", "%", "§", "m€", "eur", "milj", "mrd", "prosent", "procent", "mom", "kohda", "kohta",
];

/// Ties the spaces that belong within an expression.
pub(super) fn tie(items: &mut [(Item, usize)]) {
    let mut before = String::new();
    for at in 0..items.len() {
        match items.get(at).map(|(item, _)| *item) {
            Some(Item::Glyph(character, _)) => before.push(character),
            Some(Item::Gap(width)) => {
                if binds(&before, &word(items, at + 1))
                    && let Some((item, _)) = items.get_mut(at)
                {
                    *item = Item::Tie(width);
                }
                before.clear();
            }
            Some(Item::Feed) => before.clear(),
            _ => {}
        }
    }
}

/// The first letters of the word that begins at an item.
fn word(items: &[(Item, usize)], at: usize) -> String {
    let rest = items.iter().skip(at).map(|(item, _)| *item);
    let word = rest.take_while(|item| !matches!(item, Item::Gap(_) | Item::Feed));
    let letters = word.filter_map(|item| match item {
        Item::Glyph(character, _) => Some(character),
        _ => None,
    });
    letters.take(SEEN).collect()
}

/// Whether two words with a space between them are one expression.
fn binds(before: &str, after: &str) -> bool {
    let Some(last) = before.chars().last() else {
        return false;
    };
    if after.starts_with(|next: char| next.is_ascii_digit()) {
        return last == '§' || matches!(before, "klo" | "kl.") || is_grouped(before, after);
    }
    // What stands in narrow columns of sums in the place of an unknown one.
    if (before, after) == ("ei", "tiedossa") {
        return true;
    }
    let after = after.to_lowercase();
    last.is_ascii_digit() && UNITS.iter().any(|unit| after.starts_with(unit))
}

/// Whether two words are the groups of one number: `2 500`, but neither `2023 500` nor `5 2023`.
fn is_grouped(before: &str, after: &str) -> bool {
    let is_digit = |character: &char| character.is_ascii_digit();
    let group = before.chars().rev().take_while(is_digit).count();
    let joined = before.chars().rev().nth(group);
    let is_first = joined.is_none_or(|sign| !sign.is_alphanumeric() && !matches!(sign, '.' | ','));
    (1..=3).contains(&group) && is_first && after.chars().take_while(is_digit).count() == 3
}

#[cfg(test)]
mod tests {
    use super::binds;

    #[test]
    fn sums_units_and_sections_hold_together() {
        for (before, after) in [
            ("2", "500"),
            ("(12", "500,00"),
            ("000", "000."),
            ("500", "euroa"),
            ("500", "€)"),
            ("2,5", "milj."),
            ("80", "%"),
            ("80", "prosenttia"),
            ("140", "§:n"),
            ("§", "5/2023"),
            ("1", "mom."),
            ("klo", "15.00"),
            ("ei", "tiedossa"),
        ] {
            assert!(binds(before, after), "{before} {after}");
        }
    }

    #[test]
    fn other_words_part() {
        for (before, after) in [
            ("2023", "500"),
            ("vuonna", "2023"),
            ("5", "2023"),
            ("1.8", "500"),
            ("A1", "500"),
            ("kello", "€"),
            ("500", "hakijaa"),
            ("", "500"),
        ] {
            assert!(!binds(before, after), "{before} {after}");
        }
    }
}
