//! Who funds the project, with which share, and to whom the city's money goes.

use domain::money::Share;

use super::lines::Paragraph;
use super::organisation::{Form, Name, is_bent, is_municipality, name_ending_at, nominative};
use super::words::{bare, is_capitalised, sentences};

/// Funders that have one share together.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) funders: Vec<Name>,
    /// Whether others are in it whom the text does not name.
    pub(super) others: bool,
    /// Whether it is support from an EU programme.
    pub(super) eu: bool,
    pub(super) share: Share,
    pub(super) line: Option<usize>,
}

/// No plan has more groups of funders; the words of any further ones stay in the background.
const MOST: usize = 100;

/// The groups of the first sentence that names funders with their shares.
pub(super) fn groups(paragraphs: &[Paragraph]) -> Vec<Group> {
    let of_paragraph = |paragraph: &Paragraph| {
        sentences(&paragraph.text)
            .into_iter()
            .find_map(|(at, sentence)| {
                let relevant = sentence.contains('%') && sentence.to_lowercase().contains("rahoit");
                let groups = if relevant {
                    groups_of(sentence, |place| paragraph.line_at(at + place))
                } else {
                    Vec::new()
                };
                (!groups.is_empty()).then_some(groups)
            })
    };
    paragraphs.iter().find_map(of_paragraph).unwrap_or_default()
}

fn groups_of(sentence: &str, line_at: impl Fn(usize) -> Option<usize>) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut start = 0;
    for (percent, _) in sentence.match_indices('%').take(MOST) {
        let segment = &sentence[start..percent];
        let number = segment.trim_end();
        let number = &number[number
            .rfind(|c: char| !c.is_ascii_digit() && c != ',')
            .map_or(0, |at| {
                at + number[at..].chars().next().map_or(1, char::len_utf8)
            })..];
        let named = segment.len() - segment.trim_end().len() + number.len();
        let words = segment[..segment.len() - named].trim_end_matches(['(', ' ', '\u{a0}']);
        let (funders, others) = funders(words, start == 0);
        if let (Ok(share), false) = (number.parse(), funders.is_empty() && !others) {
            groups.push(Group {
                funders,
                others,
                eu: is_eu(words),
                share,
                line: line_at(start),
            });
        }
        start = percent + 1;
    }
    groups
}

fn is_eu(words: &str) -> bool {
    ["EAKR", "ESR", "JTF", "EU-", "Interreg"]
        .iter()
        .any(|programme| words.contains(programme))
}

/// The funders of a segment: `Kainuun liitolta …`, `A:lta, B:ltä ja muilta toimijoilta`.
fn funders(segment: &str, begins_sentence: bool) -> (Vec<Name>, bool) {
    let mut names = Vec::new();
    let mut others = false;
    for (position, item) in items(segment).into_iter().enumerate() {
        if item
            .iter()
            .any(|word| word.to_lowercase().starts_with("muilta"))
        {
            others = true;
            continue;
        }
        let first = usize::from(begins_sentence && position == 0);
        let ablative = ["lta", "ltä"];
        let last = (first..item.len()).find(|at| is_bent(item[*at], &ablative));
        if let Some(written) = last.and_then(|last| name_ending_at(&item, first, last)) {
            names.push(nominative(&written));
        }
    }
    (names, others)
}

/// The items of a list in words: divided at commas, `ja` and `sekä`, but not in `työ- ja`.
fn items(segment: &str) -> Vec<Vec<&str>> {
    let mut items: Vec<Vec<&str>> = vec![Vec::new()];
    let mut before = "";
    for word in segment.split_whitespace() {
        let conjunction = ["ja", "sekä"].contains(&word) && !before.ends_with('-');
        if !conjunction && let Some(item) = items.last_mut() {
            item.push(word);
        }
        if conjunction || word.ends_with([',', ';']) {
            items.push(Vec::new());
        }
        before = word;
    }
    items
}

/// The city whose decision it is, by its resolution, its registry or its board.
pub(super) fn city(texts: &[&Paragraph]) -> Option<String> {
    texts.iter().find_map(|paragraph| {
        let words: Vec<&str> = paragraph.text.split_whitespace().collect();
        words.windows(2).find_map(|pair| {
            let [place, word] = pair else { return None };
            let word = bare(word);
            let of_place = is_capitalised(place) && place.ends_with('n');
            if !of_place || !word.starts_with(char::is_lowercase) {
                return None;
            }
            let kind = match word {
                _ if word.starts_with("kaupunginhallitu") => "kaupunki",
                _ if word.starts_with("kunnanhallitu") => "kunta",
                _ => word,
            };
            let name = nominative(&format!("{} {kind}", bare(place)));
            is_municipality(&name.text).then_some(name.text)
        })
    })
}

/// Who gets the money, and the line that says so.
pub(super) fn grantee(
    resolution: &[Paragraph],
    background: &[Paragraph],
    groups: &[Group],
    city: Option<&str>,
) -> Option<(Name, Option<usize>)> {
    let found = resolution
        .iter()
        .find_map(granted_to)
        .or_else(|| background.iter().find_map(runs_project))
        .or_else(|| background.iter().find_map(asked));
    let (name, line) = found.filter(|(name, _)| Some(name.text.as_str()) != city)?;
    // The plan may name the same organisation in full: `… Oy`.
    let in_full = groups
        .iter()
        .flat_map(|group| &group.funders)
        .find(|funder| {
            let rest = funder.text.strip_prefix(&name.text);
            rest.is_some_and(|rest| rest.starts_with(' '))
        });
    Some((in_full.cloned().unwrap_or(name), line))
}

/// `myönnetään Kajaanin ammattikorkeakoulu Oy:lle 2 500 euroa`.
fn granted_to(paragraph: &Paragraph) -> Option<(Name, Option<usize>)> {
    sentences(&paragraph.text)
        .into_iter()
        .find_map(|(at, sentence)| {
            sentence.to_lowercase().contains("myön").then_some(())?;
            let words: Vec<&str> = sentence.split_whitespace().collect();
            let last = (1..words.len()).find(|at| is_bent(words[*at], &["lle"]))?;
            let name = nominative(&name_ending_at(&words, 1, last)?);
            Some((name, paragraph.line_at(at)))
        })
}

/// `Hankkeen hallinnoijana toimii Kajaanin ammattikorkeakoulu.`
fn runs_project(paragraph: &Paragraph) -> Option<(Name, Option<usize>)> {
    sentences(&paragraph.text)
        .into_iter()
        .find_map(|(at, sentence)| {
            let roles = ["hallinnoija", "toteuttaja", "tuensaaja", "hakijana"];
            let lower = sentence.to_lowercase();
            roles
                .iter()
                .any(|role| lower.contains(role))
                .then_some(())?;
            let (_, after) = [" toimii ", " on ", " ovat "]
                .iter()
                .find_map(|verb| sentence.split_once(verb))?;
            let written = after.split([',', ';']).next()?.trim_end_matches('.');
            let written = written.split(" ja ").next()?;
            (is_capitalised(written) && written.split(' ').count() <= 6)
                .then(|| (nominative(written), paragraph.line_at(at)))
        })
}

/// `Kajaanin ammattikorkeakoulu on esittänyt Kajaanin kaupungille osallistumista …`
fn asked(paragraph: &Paragraph) -> Option<(Name, Option<usize>)> {
    sentences(&paragraph.text)
        .into_iter()
        .find_map(|(at, sentence)| {
            let verbs = [
                " on esittänyt ",
                " on hakenut ",
                " on pyytänyt ",
                " on anonut ",
                " hakee ",
                " esittää ",
            ];
            let asker = verbs.iter().find_map(|verb| sentence.split_once(verb))?.0;
            (is_capitalised(asker) && asker.split(' ').count() <= 6)
                .then(|| (nominative(asker), paragraph.line_at(at)))
        })
}

/// Whether a name may be bent in a way that is not known.
pub(super) fn is_unsure(name: &Name) -> bool {
    name.form == Form::Unknown
}

#[cfg(test)]
mod tests {
    use super::super::lines::{Paragraph, lines, paragraphs};
    use super::{city, grantee, groups};

    fn read(text: &str) -> Vec<Paragraph> {
        paragraphs(&lines(text))
    }

    #[test]
    fn funders_are_grouped_by_their_shares() {
        let text = "Johdanto. Hankkeen rahoitus tulee suunnitelman mukaan Pohjolan liitolta\n\
            EAKR-rahoituksena (80 %) ja Kainuun opisto Oy:ltä, Työ- ja elinkeinoministeriöltä, \
            Vaalan kunnalta\nsekä muilta toimijoilta (19,55 %).";
        let groups = groups(&read(text));
        let shown: Vec<_> = groups
            .iter()
            .map(|group| {
                let names: Vec<_> = group
                    .funders
                    .iter()
                    .map(|name| name.text.as_str())
                    .collect();
                (
                    names.join("; "),
                    group.others,
                    group.eu,
                    group.share.hundredths(),
                    group.line,
                )
            })
            .collect();
        let others = "Kainuun opisto Oy; Työ- ja elinkeinoministeriö; Vaalan kunta".to_owned();
        assert_eq!(
            shown,
            [
                ("Pohjolan liitto".to_owned(), false, true, 8_000, Some(1)),
                (others, true, false, 1_955, Some(2)),
            ]
        );
    }

    #[test]
    fn percentages_of_anything_else_are_no_shares() {
        for text in [
            "Työttömyys laski 5 % ja rahoitus kasvoi.",
            "Kunnalta 80 %.",
            "Rahoitus Vaalan kunnalta (101 %).",
            "Rahoitus % %% (%).",
            "",
        ] {
            assert!(groups(&read(text)).is_empty(), "{text}");
        }
    }

    #[test]
    fn the_grantee_is_who_runs_the_project_or_asked_or_is_granted_to() {
        let plan = groups(&read("Rahoitus tulee Kainuun opisto Oy:ltä (20 %)."));
        let of = |resolution: &str, background: &str| {
            let found = grantee(
                &read(resolution),
                &read(background),
                &plan,
                Some("Vaalan kunta"),
            );
            found.map(|(name, _)| name.text)
        };
        let full = Some("Kainuun opisto Oy".to_owned());
        assert_eq!(
            of("", "Alku. Hankkeen hallinnoijana toimii Kainuun opisto."),
            full
        );
        assert_eq!(
            of(
                "",
                "Kainuun opisto on esittänyt Vaalan kunnalle osallistumista."
            ),
            full
        );
        assert_eq!(
            of("Kunta myöntää Kainuun opisto Oy:lle 10 euroa.", ""),
            full
        );
        assert_eq!(of("", "Hankkeen toteuttajana toimii Vaalan kunta."), None);
        assert_eq!(of("", "Ei mitään."), None);
    }

    #[test]
    fn the_city_is_the_municipality_of_the_resolution() {
        let of = |text: &str| {
            let read = read(text);
            city(&read.iter().collect::<Vec<_>>())
        };
        assert_eq!(
            of("Kajaanin kaupunki osallistuu."),
            Some("Kajaanin kaupunki".to_owned())
        );
        assert_eq!(
            of("toimitettava Sotkamon kunnan kirjaamoon"),
            Some("Sotkamon kunta".to_owned())
        );
        assert_eq!(
            of("on Vaalan kunnanhallitus"),
            Some("Vaalan kunta".to_owned())
        );
        assert_eq!(of("Kunta osallistuu."), None);
    }
}
