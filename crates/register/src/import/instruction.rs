//! The instruction on how to challenge the decision: the remedy, who receives it, and whether it
//! says what the statutes say.

use calendar::Remedy;
use domain::reading::Subject;
use serde::Serialize;

use super::lines::{Line, Paragraph};
use super::notes::Notes;
use super::words::sentences;

/// Who receives a claim, each as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ReceivingAuthority {
    /// The body to which the claim is made, e.g. Kajaanin kaupunginhallitus.
    pub body: Option<String>,
    /// Postal address.
    pub postal_address: Option<String>,
    /// Visiting address.
    pub visiting_address: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Opening hours.
    pub opening_hours: Option<String>,
}

/// The remedy that an instruction opens.
pub(super) fn remedy(heading: &str, paragraphs: &[Paragraph]) -> Option<Remedy> {
    let heading = heading.to_lowercase();
    let says = |words: &str| {
        let in_text = |paragraph: &Paragraph| paragraph.text.to_lowercase().contains(words);
        heading.contains(words) || paragraphs.iter().any(in_text)
    };
    let days = |days: &str| says(&format!("{days} päivän kulue"));
    if says("markkinaoikeu") {
        Some(Remedy::MarketCourt)
    } else if says("hankintaoikaisu") {
        Some(Remedy::ProcurementCorrection)
    } else if heading.contains("valitusosoitus") {
        match () {
            () if says("kunnallisvalitu") => Some(Remedy::MunicipalAppeal),
            () if says("hallintovalitu") => Some(Remedy::AdministrativeAppeal),
            () => None,
        }
    } else if says("oikaisuvaatimu") {
        // The same name under two acts; the period tells them apart (kuntalaki 138 §,
        // hallintolaki 49 c §).
        Some(if days("30") || says("hallintolain") && !days("14") {
            Remedy::RectificationAdministrative
        } else {
            Remedy::Rectification
        })
    } else {
        None
    }
}

/// What the lines of the instruction say of the receiving authority.
pub(super) fn authority(
    lines: &[Line<'_>],
    paragraphs: &[Paragraph],
    notes: &mut Notes,
) -> ReceivingAuthority {
    let mut authority = ReceivingAuthority::default();
    let mut open: Option<usize> = None;
    let mut entries: Vec<(&str, String, usize)> = Vec::new();
    for line in lines {
        if let Some((label, value)) = labelled(line.text) {
            open = Some(entries.len());
            entries.push((label, value.to_owned(), line.number));
        } else if let Some(at) = open.filter(|at| goes_on(&entries[*at].1, *line)) {
            let (_, value, _) = &mut entries[at];
            value.push(' ');
            value.push_str(line.text);
        } else {
            open = None;
        }
    }
    for (label, value, line) in entries {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        let (field, subject) = match label {
            "postiosoite" => (&mut authority.postal_address, Subject::RegistryContacts),
            "käyntiosoite" => (&mut authority.visiting_address, Subject::RegistryContacts),
            "sähköpostiosoite" | "sähköposti" => {
                (&mut authority.email, Subject::RegistryContacts)
            }
            "puhelinnumero" | "puhelin" => (&mut authority.phone, Subject::RegistryContacts),
            _ => (&mut authority.opening_hours, Subject::OpeningHours),
        };
        if field.is_none() && !value.is_empty() {
            notes.read(subject, value.clone(), Some(line));
            *field = Some(value);
        }
    }
    let body = paragraphs.iter().find_map(|paragraph| {
        let sentence = paragraph.text.strip_prefix("Viranomainen, jolle ")?;
        let (_, body) = sentence.split_once(", on ")?;
        let body = body.split_once(". ").map_or(body, |(body, _)| body);
        Some((body.trim_end_matches('.').to_owned(), paragraph.line()))
    });
    authority.body = body.as_ref().map(|(body, _)| body.clone());
    notes.read_or_not_found(Subject::RemedyBody, body);
    authority
}

/// Whether a line goes on with the value above it: `PL 133,` and `87101 Kajaani`.
fn goes_on(value: &str, line: Line<'_>) -> bool {
    let open = value.is_empty() || value.ends_with([',', ';']);
    !line.after_blank && (open || !line.text.starts_with(char::is_uppercase))
}

/// A line such as `Postiosoite: PL 133, 87101 Kajaani`: its label and its value.
fn labelled(line: &str) -> Option<(&'static str, &str)> {
    const LABELS: [&str; 8] = [
        "postiosoite",
        "käyntiosoite",
        "sähköpostiosoite",
        "sähköposti",
        "puhelinnumero",
        "puhelin",
        "kirjaamon aukioloaika",
        "aukioloaika",
    ];
    let (label, value) = line.split_once(':')?;
    let label = label.trim().to_lowercase();
    let known = LABELS.iter().find(|known| **known == label)?;
    Some((known, value.trim()))
}

/// A statutory rule that the instruction repeats.
struct Rule {
    subject: Subject,
    /// The words by which its sentence is found: all of them stand in it.
    sentence: &'static [&'static str],
    /// Ways to say what the statute says: all words of one of them stand in the sentence.
    right: &'static [&'static [&'static str]],
}

const SEVEN_DAYS_AFTER: &[&[&str]] = &[
    &["seitsemän päivän kuluttua"],
    &["7 päivän kuluttua"],
    &["seitsemäntenä päivänä"],
    &["7. päivänä"],
];

/// What an instruction on a rectification claim under kuntalaki says.
const RECTIFICATION: [Rule; 7] = [
    Rule {
        subject: Subject::Period,
        sentence: &["kuluessa", "päätöksen tiedoksisaannista"],
        right: &[&["14 päivän kuluessa"], &["neljäntoista päivän kuluessa"]],
    },
    Rule {
        subject: Subject::ClosingHour,
        sentence: &["kirjaamo", "viimeisenä päivänä"],
        right: &[&["ennen", "aukioloajan päättymistä"]],
    },
    Rule {
        subject: Subject::LetterKnowledge,
        sentence: &["kirjeen lähettämisestä"],
        right: SEVEN_DAYS_AFTER,
    },
    Rule {
        subject: Subject::EMessageKnowledge,
        sentence: &["viestin lähettämisestä"],
        right: &[
            &["kolmantena päivänä"],
            &["kolmen päivän kuluttua"],
            &["3. päivänä"],
            &["3 päivän kuluttua"],
        ],
    },
    Rule {
        subject: Subject::MemberKnowledge,
        sentence: &["kunnan jäsenen", "saaneen"],
        right: SEVEN_DAYS_AFTER,
    },
    Rule {
        subject: Subject::KnowledgeDayCounted,
        sentence: &["tiedoksisaantipäivää"],
        right: &[&["ei lueta"], &["ei oteta"]],
    },
    Rule {
        subject: Subject::NonDays,
        sentence: &["ensimmäisenä arkipäivänä"],
        right: &[&[
            "pyhäpäivä",
            "itsenäisyyspäivä",
            "vapunpäivä",
            "joulu",
            "juhannusaatto",
            "arkilauantai",
        ]],
    },
];

/// Compares the instruction with the statutes it repeats.
pub(super) fn compare(remedy: Option<Remedy>, paragraphs: &[Paragraph], notes: &mut Notes) {
    if remedy != Some(Remedy::Rectification) {
        return;
    }
    let claimants = paragraphs
        .iter()
        .find(|paragraph| names_members(&paragraph.text));
    match claimants {
        Some(paragraph) => notes.read(Subject::Claimants, &*paragraph.text, paragraph.line()),
        None => notes.not_found(Subject::Claimants),
    }
    for rule in &RECTIFICATION {
        let found = paragraphs.iter().find_map(|paragraph| {
            sentences(&paragraph.text)
                .into_iter()
                .find_map(|(at, sentence)| {
                    let lower = sentence.to_lowercase();
                    let is_it = rule.sentence.iter().all(|word| lower.contains(word));
                    is_it.then(|| (sentence, lower, paragraph.line_at(at)))
                })
        });
        let Some((sentence, lower, line)) = found else {
            notes.not_found(rule.subject);
            continue;
        };
        let says = |words: &&&[&str]| words.iter().all(|word| lower.contains(word));
        match rule.right.iter().find(says) {
            Some(words) => notes.read(rule.subject, words.join(" … "), line),
            None => notes.deviates(rule.subject, sentence, line),
        }
    }
}

/// Whether a passage says that a member of the municipality may make the claim, and not only
/// what a member is deemed to know.
fn names_members(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut found = lower.match_indices("kunnan jäsen");
    found.any(|(at, words)| {
        let next = lower[at + words.len()..].chars().next();
        next.is_none_or(|next| !next.is_alphabetic())
    })
}
