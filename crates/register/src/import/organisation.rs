//! Names of organisations, from the case they are bent in to the one they are registered in.

use domain::organisation::OrganisationKind;

use super::words::{bare, is_capitalised};

/// Words with which names of organisations end, and the stem to which case endings are added.
const HEADS: [(&str, &str); 24] = [
    ("kunta", "kunna"),
    ("kaupunki", "kaupungi"),
    ("liitto", "liito"),
    ("keskus", "keskukse"),
    ("yhdistys", "yhdistykse"),
    ("laitos", "laitokse"),
    ("pankki", "panki"),
    ("instituutti", "instituuti"),
    ("yhtymä", "yhtymä"),
    ("ammattikorkeakoulu", "ammattikorkeakoulu"),
    ("yliopisto", "yliopisto"),
    ("opisto", "opisto"),
    ("koulu", "koulu"),
    ("virasto", "virasto"),
    ("ministeriö", "ministeriö"),
    ("säätiö", "säätiö"),
    ("yhtiö", "yhtiö"),
    ("seura", "seura"),
    ("neuvosto", "neuvosto"),
    ("konserni", "konserni"),
    ("verkosto", "verkosto"),
    ("hallitus", "hallitukse"),
    ("lautakunta", "lautakunna"),
    ("palvelut", "palvelui"),
];

/// Case endings, without the vowels that only harmony tells apart.
const ENDINGS: [&str; 13] = [
    "lta", "ltä", "lla", "llä", "lle", "sta", "stä", "ssa", "ssä", "n", "na", "nä", "ksi",
];

/// What comes after a company's name, and is bent behind a colon: `Oy:ltä`.
const COMPANY_FORMS: [&str; 9] = ["Oy", "Oyj", "Ab", "ry", "rf", "rs", "sr", "Ky", "Tmi"];

/// An organisation's name as it was registered, as far as its form is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) text: String,
    pub(super) form: Form,
}

/// How sure the form of a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// It stood so.
    AsWritten,
    /// It was bent, and is brought back by a known ending.
    Restored,
    /// It may be bent: the ending is not known.
    Unknown,
}

/// The name in the nominative. Only the last word is bent: `Sotkamon kunnalta`.
pub(super) fn nominative(written: &str) -> Name {
    let written = written.trim_matches(|c: char| !c.is_alphanumeric());
    let (before, last) = match written.rfind(' ') {
        Some(at) => written.split_at(at + 1),
        None => ("", written),
    };
    let name = |last: &str, form: Form| Name {
        text: format!("{before}{last}"),
        form,
    };
    if let Some((base, ending)) = last.split_once(':') {
        let bent = ending.chars().count() <= 4 && ending.chars().all(char::is_alphabetic);
        if bent && !base.is_empty() {
            return name(base, Form::Restored);
        }
    }
    if COMPANY_FORMS.contains(&last) {
        return name(last, Form::AsWritten);
    }
    let lower = last.to_lowercase();
    for (head, stem) in HEADS {
        if lower.ends_with(head) {
            return name(last, Form::AsWritten);
        }
        for ending in ENDINGS {
            let bent = lower
                .strip_suffix(ending)
                .is_some_and(|lower| lower.ends_with(stem));
            let end = last.len().checked_sub(stem.len() + ending.len());
            if let Some(kept) = end.filter(|_| bent).and_then(|end| last.get(..end)) {
                return name(&format!("{kept}{head}"), Form::Restored);
            }
        }
    }
    let bent = ["lta", "ltä", "lla", "llä", "lle", "n"];
    let form = if bent.iter().any(|ending| lower.ends_with(ending)) {
        Form::Unknown
    } else {
        Form::AsWritten
    };
    name(last, form)
}

/// Whether a word ends a name of an organisation that gives or gets something: `kunnalta`,
/// `Oy:ltä`, `liitolle`.
pub(super) fn is_bent(word: &str, endings: &[&str]) -> bool {
    let word = bare(word).to_lowercase();
    endings.iter().any(|ending| word.ends_with(ending))
}

/// The name that ends with the word at `last`: the capitalised words before it, and for a company
/// also the uncapitalised ones between them. `first` is the earliest word it may begin with.
pub(super) fn name_ending_at(words: &[&str], first: usize, last: usize) -> Option<String> {
    let company = words[last]
        .split(':')
        .next()
        .is_some_and(|base| COMPANY_FORMS.contains(&bare(base)));
    let mut start = last;
    while start > first {
        // `Työ- ja elinkeinoministeriöltä` is one name.
        let joined = start >= first + 2
            && ["ja", "sekä"].contains(&words[start - 1])
            && words[start - 2].ends_with('-');
        match () {
            () if is_capitalised(words[start - 1]) => start -= 1,
            () if joined => start -= 2,
            () => break,
        }
    }
    if company {
        start = (first..last).find(|at| is_capitalised(words[*at]))?;
    }
    is_capitalised(words[start]).then(|| words[start..=last].join(" "))
}

/// What kind of organisation a name tells of; a person can mend it.
pub fn kind_of(name: &str) -> OrganisationKind {
    if is_municipality(name) {
        OrganisationKind::Municipality
    } else if is_authority(name) {
        OrganisationKind::Authority
    } else {
        OrganisationKind::Private
    }
}

/// Whether the name is a municipality's.
pub(super) fn is_municipality(name: &str) -> bool {
    let lower = name.to_lowercase();
    (lower.ends_with("kunta") && !lower.ends_with("lautakunta") && !lower.ends_with("osuuskunta"))
        || lower.ends_with("kaupunki")
}

/// Whether the name is another authority's.
pub(super) fn is_authority(name: &str) -> bool {
    let lower = name.to_lowercase();
    ["liitto", "keskus", "ministeriö", "virasto", "yhtymä"]
        .iter()
        .any(|head| lower.ends_with(head))
}

#[cfg(test)]
mod tests {
    use super::{Form, name_ending_at, nominative};

    #[test]
    fn bent_names_come_back_to_the_nominative() {
        let cases = [
            (
                "Kajaanin ammattikorkeakoulu Oy:ltä",
                "Kajaanin ammattikorkeakoulu Oy",
                Form::Restored,
            ),
            (
                "Kaivosteollisuus ry:n",
                "Kaivosteollisuus ry",
                Form::Restored,
            ),
            ("Sotkamon kunnalta", "Sotkamon kunta", Form::Restored),
            ("Kajaanin kaupungilta,", "Kajaanin kaupunki", Form::Restored),
            ("Kainuun liitolta", "Kainuun liitto", Form::Restored),
            (
                "Kainuun ELY-keskuksen",
                "Kainuun ELY-keskus",
                Form::Restored,
            ),
            (
                "Kainuun ELY-keskukselle",
                "Kainuun ELY-keskus",
                Form::Restored,
            ),
            ("Oulun yliopistolta", "Oulun yliopisto", Form::Restored),
            (
                "Kainuun hyvinvointikuntayhtymältä",
                "Kainuun hyvinvointikuntayhtymä",
                Form::Restored,
            ),
            ("Osuuskunnalta", "Osuuskunta", Form::Restored),
            ("Kainuun liitto", "Kainuun liitto", Form::AsWritten),
            ("KAMK:lta", "KAMK", Form::Restored),
            ("Tukesilta", "Tukesilta", Form::Unknown),
            ("GTK", "GTK", Form::AsWritten),
            ("", "", Form::AsWritten),
        ];
        for (written, expected, form) in cases {
            let name = nominative(written);
            assert_eq!(
                (name.text.as_str(), name.form),
                (expected, form),
                "{written}"
            );
        }
    }

    #[test]
    fn a_name_begins_with_its_first_capital_letter() {
        let words: Vec<&str> = "Hankkeen rahoitus tulee Kainuun liitolta"
            .split(' ')
            .collect();
        assert_eq!(
            name_ending_at(&words, 1, 4).as_deref(),
            Some("Kainuun liitolta")
        );
        let words: Vec<&str> = "ja Kajaanin ammattikorkeakoulu Oy:ltä".split(' ').collect();
        assert_eq!(
            name_ending_at(&words, 0, 3).as_deref(),
            Some("Kajaanin ammattikorkeakoulu Oy:ltä")
        );
        assert_eq!(name_ending_at(&["muilta"], 0, 0), None);
    }
}
