//! The parts of a decision document, found by their headings.

use serde::Serialize;

use super::lines::Line;

/// What a part of the document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// Everything before the first heading: case number, title, background.
    Opening,
    /// Background and reasons under a heading of their own.
    Background,
    /// The provision that gives the authority.
    Authority,
    /// The provisions applied.
    Provisions,
    /// The resolution.
    Resolution,
    /// The day of the decision.
    DecisionDate,
    /// Who gives further information.
    Contact,
    /// For information only.
    Distribution,
    /// The signature.
    Signature,
    /// When and where the decision was made public.
    Publication,
    /// The certification of the extract.
    Certification,
    /// How the parties are served.
    Service,
    /// The header of the instruction, with the section.
    InstructionHeader,
    /// The instruction on how to challenge the decision.
    Instruction,
}

/// A part of the document.
#[derive(Clone, Debug)]
pub(super) struct Part<'a> {
    pub(super) kind: PartKind,
    /// The heading as it stands in the document; empty for the opening.
    pub(super) heading: String,
    /// The line of the heading.
    pub(super) line: usize,
    pub(super) lines: Vec<Line<'a>>,
}

const HEADINGS: [(&str, PartKind); 45] = [
    ("selostus", PartKind::Background),
    ("selostus asiasta", PartKind::Background),
    ("asian selostus", PartKind::Background),
    ("asian tausta", PartKind::Background),
    ("tausta", PartKind::Background),
    ("taustatiedot", PartKind::Background),
    ("esittely", PartKind::Background),
    ("esittelyteksti", PartKind::Background),
    ("perustelut", PartKind::Background),
    ("päätöksen perustelut", PartKind::Background),
    ("päätöksen peruste", PartKind::Authority),
    ("päätöksen perusteet", PartKind::Authority),
    ("toimivalta", PartKind::Authority),
    ("toimivallan peruste", PartKind::Authority),
    ("toimivaltuudet", PartKind::Authority),
    ("päätösvalta", PartKind::Authority),
    ("päätösvallan peruste", PartKind::Authority),
    ("sovelletut oikeusohjeet", PartKind::Provisions),
    ("sovelletut säännökset", PartKind::Provisions),
    ("sovelletut lainkohdat", PartKind::Provisions),
    ("sovellettu lainsäädäntö", PartKind::Provisions),
    ("päätös", PartKind::Resolution),
    ("viranhaltijan päätös", PartKind::Resolution),
    ("päätöspäivä", PartKind::DecisionDate),
    ("päätöspäivämäärä", PartKind::DecisionDate),
    ("päätöksen päivämäärä", PartKind::DecisionDate),
    ("lisätietoja", PartKind::Contact),
    ("lisätiedot", PartKind::Contact),
    ("lisätietoja antaa", PartKind::Contact),
    ("lisätietojen antaja", PartKind::Contact),
    ("tiedoksi", PartKind::Distribution),
    ("jakelu", PartKind::Distribution),
    ("tiedoksisaajat", PartKind::Distribution),
    ("allekirjoitus", PartKind::Signature),
    ("allekirjoitukset", PartKind::Signature),
    ("nähtävänäolo", PartKind::Publication),
    ("päätöksen nähtävänäolo", PartKind::Publication),
    ("pöytäkirjan nähtävänäolo", PartKind::Publication),
    ("viranhaltijapäätöksen nähtävänäolo", PartKind::Publication),
    ("otteen oikeaksi todistaa", PartKind::Certification),
    ("tiedoksianto asianosaiselle", PartKind::Service),
    ("tiedoksianto asianosaisille", PartKind::Service),
    ("oikaisuvaatimusohje", PartKind::Instruction),
    ("muutoksenhakuohje", PartKind::Instruction),
    ("valitusosoitus", PartKind::Instruction),
];

/// The words with which a sentence on the contact begins.
const CONTACT_SENTENCE: &str = "Lisätietoja ";
/// No heading is longer.
const LONGEST: usize = 60;

/// Divides the lines at the headings.
pub(super) fn parts<'a>(lines: &[Line<'a>]) -> Vec<Part<'a>> {
    let mut parts = vec![Part {
        kind: PartKind::Opening,
        heading: String::new(),
        line: 1,
        lines: Vec::new(),
    }];
    // The sentence on the contact ends with its paragraph; then the part before it goes on.
    let mut interrupted: Option<PartKind> = None;
    for (at, line) in lines.iter().enumerate() {
        let next = lines.get(at + 1).map(|next| next.text);
        if let Some((kind, heading, rest)) = heading(line, next) {
            let sentence = kind == PartKind::Contact && !rest.is_empty();
            let before = parts.last().map_or(PartKind::Opening, |part| part.kind);
            interrupted = sentence.then(|| interrupted.unwrap_or(before));
            parts.push(Part {
                kind,
                heading: heading.to_owned(),
                line: line.number,
                lines: Vec::new(),
            });
            if !rest.is_empty() {
                push(
                    &mut parts,
                    Line {
                        text: rest,
                        ..*line
                    },
                );
            }
            continue;
        }
        if let Some(kind) = interrupted.filter(|_| line.after_blank) {
            interrupted = None;
            parts.push(Part {
                kind,
                heading: String::new(),
                line: line.number,
                lines: Vec::new(),
            });
        }
        push(&mut parts, *line);
    }
    parts
}

fn push<'a>(parts: &mut [Part<'a>], line: Line<'a>) {
    if let Some(part) = parts.last_mut() {
        part.lines.push(line);
    }
}

/// The kind of part that a line begins, its heading, and what stands on the line after it.
fn heading<'a>(line: &Line<'a>, next: Option<&str>) -> Option<(PartKind, &'a str, &'a str)> {
    if let Some(rest) = line.text.strip_prefix(CONTACT_SENTENCE)
        && line.after_blank
    {
        return Some(contact(line.text, rest));
    }
    let (words, value) = match line.text.split_once(':') {
        Some((words, value)) => (words.trim_end(), value.trim()),
        None => (line.text, ""),
    };
    if words.len() > LONGEST {
        return None;
    }
    let lower = words.to_lowercase();
    let known = HEADINGS.iter().find(|(heading, _)| *heading == lower);
    let kind = known.map(|(_, kind)| *kind).or_else(|| {
        // `Oikaisuvaatimus` above the section, `Valitusosoitus (kunnallisvalitus)` above its text.
        let above_section = next.is_some_and(|next| section_line(next).is_some());
        match lower.as_str() {
            "oikaisuvaatimus" | "muutoksenhaku" | "valitus" if above_section => {
                Some(PartKind::InstructionHeader)
            }
            _ if lower.starts_with("valitusosoitus ") => Some(PartKind::Instruction),
            _ => None,
        }
    })?;
    // A value on the heading's line is only usual for these; elsewhere it is a sentence.
    let with_value = matches!(
        kind,
        PartKind::DecisionDate | PartKind::Contact | PartKind::Distribution | PartKind::Authority
    );
    (value.is_empty() || with_value).then_some((kind, words, value))
}

/// Divides `Lisätietoja asiasta antaa kaupunginjohtaja …` after its verb.
fn contact<'a>(line: &'a str, rest: &'a str) -> (PartKind, &'a str, &'a str) {
    let verbs = ["antaa ", "antavat ", "antaa: ", ": "];
    let end = verbs
        .iter()
        .filter_map(|verb| rest.find(verb).map(|at| at + verb.len()))
        .min();
    let start = line.len() - rest.len() + end.unwrap_or(0);
    (
        PartKind::Contact,
        line[..start].trim_end(),
        line[start..].trim(),
    )
}

/// The number of a line that is nothing but a section: `§ 5`, `5 §`, `§ 5/2023`.
pub(super) fn section_line(line: &str) -> Option<(u32, Option<u16>)> {
    let number = line
        .strip_prefix('§')
        .or_else(|| line.strip_suffix('§'))?
        .trim();
    let (number, year) = match number.split_once('/') {
        Some((number, year)) => (number.trim(), Some(year.trim())),
        None => (number, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(number) || number.starts_with('0') {
        return None;
    }
    let year = match year {
        Some(year) if digits(year) && year.len() == 4 => Some(year.parse().ok()?),
        Some(_) => return None,
        None => None,
    };
    Some((number.parse().ok()?, year))
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::{PartKind, parts, section_line};

    fn kinds(text: &str) -> Vec<(PartKind, usize)> {
        let parts = parts(&lines(text));
        parts
            .iter()
            .map(|part| (part.kind, part.lines.len()))
            .collect()
    }

    #[test]
    fn headings_divide_the_document() {
        use PartKind as K;
        let text = "Otsikko\n\nKuvaus.\n\nPäätöksen peruste:\nX 17 §\nPÄÄTÖS\nOsallistutaan.";
        assert_eq!(
            kinds(text),
            [(K::Opening, 2), (K::Authority, 1), (K::Resolution, 1)]
        );
    }

    #[test]
    fn a_sentence_on_the_contact_does_not_swallow_what_follows() {
        use PartKind as K;
        let text = "Tausta.\n\nLisätietoja asiasta antaa johtaja N,\npuh. 1.\n\nTausta jatkuu.";
        assert_eq!(
            kinds(text),
            [(K::Opening, 1), (K::Contact, 2), (K::Opening, 1)]
        );
    }

    #[test]
    fn a_section_stands_alone_on_its_line() {
        for (line, expected) in [
            ("§ 5", Some((5, None))),
            ("5 §", Some((5, None))),
            ("§5/2023", Some((5, Some(2023)))),
            ("§", None),
            ("§ 0", None),
            ("Hallintosääntö 17 §", None),
            ("§ 5 a", None),
            ("§ 99999999999", None),
            ("5", None),
        ] {
            assert_eq!(section_line(line), expected, "{line}");
        }
    }
}
