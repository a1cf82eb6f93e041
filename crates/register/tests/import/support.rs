//! The real documents, and ways to damage them.

use std::path::Path;

use register::import::{self, NoteKind, PartKind, Reading, Subject};
use register::intake;

/// The bytes of the document whose name begins so.
pub(crate) fn seed(name: &str) -> Vec<u8> {
    let seeds = Path::new("../../../shared/seeds");
    let files = std::fs::read_dir(seeds).expect("the documents stand beside the checkout");
    let file = files
        .filter_map(Result::ok)
        .find(|file| file.file_name().to_string_lossy().starts_with(name))
        .expect("the document is there");
    std::fs::read(file.path()).expect("the document can be read")
}

/// The bytes of the real decision.
pub(crate) fn real_bytes() -> Vec<u8> {
    seed("002_")
}

/// The text of the real decision.
pub(crate) fn real() -> String {
    String::from_utf8(real_bytes()).expect("the document is UTF-8")
}

/// The reading of a text that is a decision.
pub(crate) fn read(text: &str) -> Reading {
    import::read(text.as_bytes()).expect("it is a decision")
}

/// What the notes of a kind are about, in their order.
pub(crate) fn codes(reading: &Reading, kind: NoteKind) -> Vec<Subject> {
    let of_kind = reading.notes.iter().filter(|note| note.kind == kind);
    of_kind.map(|note| note.subject).collect()
}

/// Every letter and figure of the draft that is stored of a reading, in lower case, and of its
/// case's number.
pub(crate) fn squashed(reading: &Reading) -> String {
    let draft = intake::stored_draft(reading, "", None);
    let json = serde_json::json!([draft, reading.case_number]);
    let mut words = String::new();
    collect(&json, &mut words);
    words
}

fn collect(value: &serde_json::Value, words: &mut String) {
    match value {
        serde_json::Value::String(text) => {
            let lower = text.to_lowercase();
            words.extend(lower.chars().filter(|c| c.is_alphanumeric()));
            words.push('\n');
        }
        serde_json::Value::Number(number) => words.extend([number.to_string().as_str(), "\n"]),
        serde_json::Value::Array(values) => values.iter().for_each(|value| collect(value, words)),
        serde_json::Value::Object(fields) => {
            fields.values().for_each(|value| collect(value, words));
        }
        serde_json::Value::Null | serde_json::Value::Bool(_) => {}
    }
}

/// The lines of each part, the opening first.
fn divided(text: &str) -> Vec<(Option<PartKind>, Vec<&str>)> {
    let headings = read(text).headings;
    let mut parts: Vec<(Option<PartKind>, Vec<&str>)> = vec![(None, Vec::new())];
    for (at, line) in text.lines().enumerate() {
        if let Some(heading) = headings.iter().find(|heading| heading.line == at + 1) {
            parts.push((Some(heading.part), Vec::new()));
        }
        if let Some((_, lines)) = parts.last_mut() {
            lines.push(line);
        }
    }
    parts
}

/// The document without one of its parts.
pub(crate) fn without(text: &str, part: PartKind) -> String {
    let mut parts = divided(text);
    parts.retain(|(kind, _)| *kind != Some(part));
    parts
        .into_iter()
        .flat_map(|(_, lines)| lines)
        .collect::<Vec<_>>()
        .join("\n")
}

/// The document with the parts after its opening in reverse order.
pub(crate) fn reversed(text: &str) -> String {
    let mut parts = divided(text);
    parts[1..].reverse();
    let lines = parts
        .into_iter()
        .flat_map(|(_, lines)| lines.into_iter().chain([""]));
    lines.collect::<Vec<_>>().join("\n")
}

/// The document with lines exchanged and words put in, and the words.
pub(crate) fn damaged(
    text: &str,
    exchanged: &[(usize, usize)],
    places: &[(usize, bool, bool)],
) -> (String, Vec<String>) {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for (one, other) in exchanged {
        let last = lines.len() - 1;
        lines.swap((*one).min(last), (*other).min(last));
    }
    let mut words = Vec::new();
    for (number, (place, own_line, capital)) in places.iter().enumerate() {
        let word = format!("merkki{number}x");
        let written = if *capital {
            word.replacen('m', "M", 1)
        } else {
            word.clone()
        };
        let at = (*place).min(lines.len());
        match lines.get_mut(at) {
            Some(line) if !own_line => line.extend([" ", &written]),
            _ => lines.insert(at, written),
        }
        words.push(word);
    }
    (lines.join("\n"), words)
}
