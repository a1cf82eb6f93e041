//! Offices and the people who hold them. The office is public, the person is not.

use domain::finding::parse_date;
use domain::publicity::Personal;
use serde::Serialize;
use time::Date;

use super::lines::Line;
use super::words::{bare, capitalised, is_capitalised};

/// Who signed or certified, when and where.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SignedRead {
    /// The office, e.g. `Kaupunginjohtaja`.
    pub office: Option<String>,
    /// The person, and whatever else stands there; empty where nothing does.
    pub person: Personal<String>,
    /// The day.
    pub on: Option<Date>,
    /// The place as it was written, e.g. `Kajaanissa`.
    pub place: Option<String>,
}

/// The endings by which an office is known.
const OFFICES: [&str; 17] = [
    "johtaja",
    "päällikkö",
    "sihteeri",
    "insinööri",
    "arkkitehti",
    "rehtori",
    "lakimies",
    "juristi",
    "tarkastaja",
    "koordinaattori",
    "asiantuntija",
    "suunnittelija",
    "lääkäri",
    "pormestari",
    "kamreeri",
    "notaari",
    "esimies",
];

/// The office that a text names, and the rest of the text.
pub(super) fn split_office(text: &str) -> (Option<String>, String) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let office = words.iter().position(|word| {
        let word = bare(word).to_lowercase();
        OFFICES.iter().any(|ending| word.ends_with(ending))
    });
    let Some(last) = office else {
        return (None, words.join(" "));
    };
    // `vs. kaupunginjohtaja`, `Talous- ja hallintojohtaja`, but not the name before a comma.
    let before = |word: &str| {
        let deputy = ["vs", "va"].contains(&bare(word).to_lowercase().as_str());
        let joined = word.ends_with('-') || ["ja", "sekä"].contains(&word);
        deputy || joined
    };
    let mut first = last;
    while first > 0 && before(words[first - 1]) {
        first -= 1;
    }
    let office = words[first..=last].join(" ");
    let office = office.trim_matches(|c: char| !c.is_alphanumeric());
    let rest: Vec<&str> = words[..first]
        .iter()
        .chain(&words[last + 1..])
        .copied()
        .collect();
    let rest = rest.join(" ");
    let rest = rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':'));
    (Some(capitalised(office)), rest.to_owned())
}

/// Reads the lines below a signature: place, day, office, and the person they leave. The second
/// value is the line of the day.
pub(super) fn signed_lines(lines: &[Line<'_>]) -> (SignedRead, Option<usize>) {
    let mut signed = SignedRead::default();
    let mut day_line = None;
    let mut person: Vec<String> = Vec::new();
    for line in lines {
        let mut rest: Vec<&str> = Vec::new();
        for word in line.text.split_whitespace() {
            let letters = bare(word);
            let in_place = letters.ends_with("ssa") || letters.ends_with("ssä");
            match parse_date(letters) {
                Some(day) if signed.on.is_none() => {
                    signed.on = Some(day);
                    day_line = Some(line.number);
                }
                _ if signed.place.is_none()
                    && signed.on.is_none()
                    && in_place
                    && is_capitalised(word) =>
                {
                    signed.place = Some(letters.to_owned());
                }
                _ => rest.push(word),
            }
        }
        let mut rest = rest.join(" ");
        if signed.office.is_none() {
            (signed.office, rest) = split_office(&rest);
        }
        if !rest.is_empty() {
            person.push(rest);
        }
    }
    signed.person = Personal::new(person.join(", "));
    (signed, day_line)
}

/// Those who get the decision for information, one on each line.
pub(super) fn distribution(lines: &[Line<'_>]) -> Vec<String> {
    let mut entries: Vec<String> = Vec::new();
    for line in lines {
        for piece in line.text.split([',', ';']) {
            let piece = piece.split_whitespace().collect::<Vec<_>>().join(" ");
            match entries.last_mut() {
                _ if piece.is_empty() => {}
                // What begins without a capital letter belongs to the one before it: an office,
                // a unit, the rest of a wrapped line.
                Some(last) if !is_capitalised(&piece) => {
                    last.push_str(", ");
                    last.push_str(&piece);
                }
                _ => entries.push(piece),
            }
        }
    }
    entries
}

/// The full names at the beginning of a text about people, to be looked for elsewhere.
pub(super) fn full_names(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let organisation = ["Oy", "Oyj", "Ab", "ry", "rf", "sr"];
    if words.iter().any(|word| organisation.contains(&bare(word))) {
        return None;
    }
    let mut name: Vec<&str> = Vec::new();
    for word in words {
        let letters = bare(word);
        let part_of_name = is_capitalised(word)
            && letters.chars().all(|c| c.is_alphabetic() || c == '-')
            && letters.chars().any(char::is_lowercase);
        if !part_of_name {
            break;
        }
        name.push(letters);
        if word.ends_with([',', ';', '.']) || name.len() == 3 {
            break;
        }
    }
    (name.len() >= 2).then(|| name.join(" "))
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::{distribution, full_names, signed_lines, split_office};
    use time::macros::date;

    #[test]
    fn the_office_is_told_apart_from_the_person() {
        for (text, office, rest) in [
            (
                "Kaupunginjohtaja Maija Malli",
                Some("Kaupunginjohtaja"),
                "Maija Malli",
            ),
            (
                "Maija Malli, kaupunginjohtaja",
                Some("Kaupunginjohtaja"),
                "Maija Malli",
            ),
            (
                "vs. kaupunginjohtaja Maija Malli, puh. 1",
                Some("Vs. kaupunginjohtaja"),
                "Maija Malli, puh. 1",
            ),
            (
                "Talous- ja hallintojohtaja Maija Malli",
                Some("Talous- ja hallintojohtaja"),
                "Maija Malli",
            ),
            ("Maija Malli", None, "Maija Malli"),
            ("", None, ""),
        ] {
            let expected = (office.map(str::to_owned), rest.to_owned());
            assert_eq!(split_office(text), expected, "{text}");
        }
    }

    #[test]
    fn place_and_day_stand_above_the_name() {
        let (signed, line) = signed_lines(&lines(
            "Kajaanissa 09.08.2023\n\nMaija Malli\nKaupunginjohtaja",
        ));
        assert_eq!((signed.on, line), (Some(date!(2023 - 08 - 09)), Some(1)));
        assert_eq!(signed.place.as_deref(), Some("Kajaanissa"));
        assert_eq!(signed.office.as_deref(), Some("Kaupunginjohtaja"));
        assert_eq!(signed.person.reveal_to_official(), "Maija Malli");
    }

    #[test]
    fn entries_for_information_stand_between_commas_and_on_lines() {
        let entries = distribution(&lines(
            "Maija Malli, Matti Meikäläinen\nTalouspalvelut,\nliikuntapalvelut",
        ));
        assert_eq!(
            entries,
            [
                "Maija Malli",
                "Matti Meikäläinen",
                "Talouspalvelut, liikuntapalvelut"
            ]
        );
    }

    #[test]
    fn full_names_are_peoples_and_not_organisations() {
        assert_eq!(
            full_names("Maija Malli, sähköposti").as_deref(),
            Some("Maija Malli")
        );
        assert_eq!(
            full_names("Maija Malli-Mäki").as_deref(),
            Some("Maija Malli-Mäki")
        );
        assert_eq!(full_names("Kainuun Yrittäjät ry"), None);
        assert_eq!(full_names("Talouspalvelut"), None);
        assert_eq!(full_names("KAMK Oy"), None);
    }
}
