//! What the text says of the project: its name, its period, its programme decision.

use domain::lang::FINNISH_MONTHS;
use domain::project::{Month, ProjectPeriod};
use time::Date;

use super::lines::Paragraph;
use super::words::{bare, capitalised, days, is_capitalised, sentences, words};

/// The project's name and what the rest of the title says of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ProjectName {
    pub(super) name: String,
    pub(super) summary: String,
}

/// The name of the project by the title and, failing that, by the text.
pub(super) fn name(title: &str, paragraphs: &[Paragraph]) -> Option<ProjectName> {
    let plain = |name: String| ProjectName {
        name,
        summary: String::new(),
    };
    if let Some(name) = before_hanke(title) {
        return Some(plain(name));
    }
    let divided = [" – ", " - ", " — ", ": "]
        .iter()
        .find_map(|dash| title.split_once(dash));
    if let Some((name, rest)) = divided {
        return Some(ProjectName {
            name: name.trim().to_owned(),
            summary: capitalised(rest.trim()),
        });
    }
    let in_text = paragraphs
        .iter()
        .find_map(|paragraph| before_hanke(&paragraph.text));
    in_text.map(plain)
}

/// The name in `Kaivoskumppani-hanke` or `Kainuu Wind -hankkeen`.
fn before_hanke(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.iter().enumerate().find_map(|(at, word)| {
        let lower = word.to_lowercase();
        let hyphen = lower
            .rfind("-hanke")
            .or_else(|| lower.rfind("-hankkee"))
            .filter(|_| is_capitalised(word) || word.starts_with('-'))?;
        let end = word.get(..hyphen)?;
        if !end.is_empty() {
            return Some(bare(end).to_owned());
        }
        let named =
            |word: &&&str| is_capitalised(word) || word.starts_with(|c: char| c.is_ascii_digit());
        let mut length = words[..at].iter().rev().take_while(named).count();
        // A title begins with a capital letter though the name begins later.
        if length == at && length > 1 && is_act(words[0]) {
            length -= 1;
        }
        let name = words[at - length..at].join(" ");
        (length > 0).then(|| name.trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
    })
}

/// Whether a title's first word says what is done: `Osallistuminen`, `Kuntarahoitusosuus`.
fn is_act(word: &str) -> bool {
    let lower = word.to_lowercase();
    let acts = ["minen", "misesta", "rahoitus", "avustus", "osuus", "päätös"];
    acts.iter().any(|ending| lower.ends_with(ending))
}

/// When the project runs, and the line that says so.
pub(super) fn period(paragraphs: &[Paragraph]) -> Option<(ProjectPeriod, Option<usize>)> {
    paragraphs.iter().find_map(|paragraph| {
        sentences(&paragraph.text)
            .into_iter()
            .find_map(|(at, sentence)| {
                if !sentence.to_lowercase().contains("hank") {
                    return None;
                }
                let (place, period) =
                    months_in_words(sentence).or_else(|| days_of_period(sentence))?;
                Some((period, paragraph.line_at(at + place)))
            })
    })
}

/// `lokakuusta 2022 syyskuuhun 2024`.
fn months_in_words(sentence: &str) -> Option<(usize, ProjectPeriod)> {
    let words: Vec<(usize, &str)> = words(sentence).collect();
    let month = |word: &str| {
        let word = bare(word).to_lowercase();
        let found = FINNISH_MONTHS
            .iter()
            .position(|name| word.starts_with(name))?;
        let ending = word[FINNISH_MONTHS[found].len()..].to_owned();
        Some((u8::try_from(found + 1).ok()?, ending))
    };
    let year_at = |at: usize| {
        let (_, word) = words.get(at)?;
        let year: u16 = bare(word).parse().ok()?;
        (1990..2200).contains(&year).then_some(year)
    };
    words.iter().enumerate().find_map(|(at, (place, word))| {
        let (first, ending) = month(word)?;
        // `lokakuusta 2022` or `lokakuun 2022 alusta`.
        let from = ending == "sta"
            || (ending == "n"
                && words[at..]
                    .iter()
                    .take(3)
                    .any(|(_, word)| *word == "alusta"));
        let first = Month {
            year: year_at(at + 1).filter(|_| from)?,
            month: first,
        };
        let later = words.iter().enumerate().skip(at + 2).take(5);
        let mut last = later.filter_map(|(at, (_, word))| {
            let (month, ending) = month(word)?;
            let until = ending == "hun" || ending == "n";
            Some(Month {
                year: year_at(at + 1).filter(|_| until)?,
                month,
            })
        });
        Some((*place, ProjectPeriod::new(first, last.next_back()?).ok()?))
    })
}

/// `1.10.2022–30.9.2024` or `10/2022–9/2024`, in a sentence on the project's time.
fn days_of_period(sentence: &str) -> Option<(usize, ProjectPeriod)> {
    let lower = sentence.to_lowercase();
    let on_time = [
        "hankekausi",
        "hankeaika",
        "toteut",
        "kestä",
        "kesto",
        "ajalla",
        "ajalle",
    ];
    if !on_time.iter().any(|word| lower.contains(word)) {
        return None;
    }
    let month_of = |day: &Date| Month {
        year: u16::try_from(day.year()).unwrap_or_default(),
        month: u8::from(day.month()),
    };
    if let [(at, first), (_, last)] = days(sentence)[..] {
        let period = ProjectPeriod::new(month_of(&first), month_of(&last));
        return period.ok().map(|period| (at, period));
    }
    let months: Vec<(usize, Month)> = words(sentence)
        .flat_map(|(at, word)| word.split(['–', '—', '-']).map(move |part| (at, part)))
        .filter(|(_, word)| word.contains('/'))
        .filter_map(|(at, word)| bare(word).parse().ok().map(|month| (at, month)))
        .collect();
    if let [(at, first), (_, last)] = months[..] {
        return ProjectPeriod::new(first, last)
            .ok()
            .map(|period| (at, period));
    }
    None
}

/// The programme authority's decision.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Programme {
    pub(super) number: Option<(String, Option<usize>)>,
    pub(super) on: Option<(Date, Option<usize>)>,
}

/// The EURA number of the text and the day of the funding decision beside it.
pub(super) fn programme(paragraphs: &[Paragraph]) -> Programme {
    for paragraph in paragraphs {
        let Some((at, number)) = eura_number(&paragraph.text) else {
            continue;
        };
        let about_decision = paragraph.text.to_lowercase().contains("päätö");
        let before = days(&paragraph.text);
        let nearest = before.iter().rev().find(|(place, _)| *place < at);
        let day = nearest.or(before.first()).filter(|_| about_decision);
        return Programme {
            number: Some((number, paragraph.line_at(at))),
            on: day.map(|(place, day)| (*day, paragraph.line_at(*place))),
        };
    }
    Programme::default()
}

/// `EURA 2021/401229/09 02 01 01/2022/Kainuu`, or as much of it as there is.
fn eura_number(text: &str) -> Option<(usize, String)> {
    text.match_indices("EURA").find_map(|(at, _)| {
        let rest = &text[at + "EURA".len()..];
        let digits = |c: char| c.is_ascii_digit() || matches!(c, '/' | ' ');
        let numbers = rest.find(|c| !digits(c)).unwrap_or(rest.len());
        let authority = if rest[..numbers].ends_with('/') {
            let letters = rest[numbers..].find(|c: char| !c.is_alphanumeric() && c != '-');
            letters.unwrap_or(rest.len() - numbers)
        } else {
            0
        };
        let number = rest[..numbers + authority].trim();
        let numbered = number.contains('/') && number.starts_with(|c: char| c.is_ascii_digit());
        numbered.then(|| (at, format!("EURA {}", number.trim_end_matches('/'))))
    })
}

#[cfg(test)]
mod tests {
    use super::super::lines::{lines, paragraphs};
    use super::{ProjectName, name, period, programme};
    use time::macros::date;

    fn months(text: &str) -> Option<String> {
        let (period, _) = period(&paragraphs(&lines(text)))?;
        let (first, last) = (period.first(), period.last());
        Some(format!(
            "{}/{}-{}/{}",
            first.month, first.year, last.month, last.year
        ))
    }

    #[test]
    fn project_periods_are_read_in_words_and_in_numbers() {
        for (text, expected) in [
            (
                "Hankekausi kestää lokakuusta 2022 syyskuuhun 2024.",
                Some("10/2022-9/2024"),
            ),
            (
                "Hanke alkaa tammikuun 2023 alusta ja jatkuu kesäkuun 2025 loppuun.",
                Some("1/2023-6/2025"),
            ),
            (
                "Hanke toteutetaan 1.10.2022–30.9.2024.",
                Some("10/2022-9/2024"),
            ),
            (
                "Hanke toteutetaan 1.10.2022 - 30.9.2024.",
                Some("10/2022-9/2024"),
            ),
            ("Hankkeen kesto on 10/2022–9/2024", Some("10/2022-9/2024")),
            ("Hankekausi lokakuusta 2024 syyskuuhun 2022.", None),
            ("Hanke lokakuusta syyskuuhun 2024.", None),
            ("Kokous 1.10.2022 ja 2.10.2022.", None),
            ("Hanke perustuu selvityksiin 12/2021 ja 3/2021.", None),
        ] {
            assert_eq!(months(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn the_project_is_named_by_the_title_or_the_text() {
        let named = |title: &str, text: &str| name(title, &paragraphs(&lines(text)));
        let plain = |name: &str| {
            Some(ProjectName {
                name: name.to_owned(),
                summary: String::new(),
            })
        };
        assert_eq!(
            named("Osallistuminen Kainuu Wind -hankkeen rahoitukseen", ""),
            plain("Kainuu Wind")
        );
        assert_eq!(named("Rahoitus Vesistö-hankkeelle", ""), plain("Vesistö"));
        assert_eq!(
            named("Rahoituspäätös", "Työn Kainuu 2 -hanke alkaa."),
            plain("Työn Kainuu 2")
        );
        let divided = named("Vesistö - jokien kunnostus", "");
        assert_eq!(
            divided,
            Some(ProjectName {
                name: "Vesistö".to_owned(),
                summary: "Jokien kunnostus".to_owned()
            })
        );
        assert_eq!(named("Rahoituspäätös", "Ei mitään."), None);
    }

    #[test]
    fn programme_decisions_are_read_as_they_are_written() {
        let read = |text: &str| {
            let programme = programme(&paragraphs(&lines(text)));
            (programme.number.map(|n| n.0), programme.on.map(|on| on.0))
        };
        assert_eq!(
            read("Päätös 17.4.2023 Dnro:\nEURA 2021/401229/09 02 01 01/2022/Kainuu, jossa"),
            (
                Some("EURA 2021/401229/09 02 01 01/2022/Kainuu".to_owned()),
                Some(date!(2023 - 04 - 17))
            )
        );
        assert_eq!(
            read("EURA 2021/401229 haettu 1.1.2023").0,
            Some("EURA 2021/401229".to_owned())
        );
        assert_eq!(read("EURA 2021/401229 haettu 1.1.2023").1, None);
        assert_eq!(read("EURA-järjestelmä").0, None);
    }
}
