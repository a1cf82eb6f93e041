//! What is kept of a document beside the fields of its draft, so that no word of it is lost.

use domain::Lang;
use domain::decision::DecisionDraft;

use super::KeptProject;
use crate::import::{Note, NoteKind, Reading, Subject};

/// The draft of a reading as it is stored. Its `unrecognised` begins with what the one who records
/// the decision needs: the document's name, what a project that was there already holds
/// otherwise, and what the import noted. Then comes what found no place.
pub fn stored_draft(reading: &Reading, source: &str, kept: Option<&KeptProject>) -> DecisionDraft {
    let mut lines = vec![source.to_owned()];
    if let Some(kept) = kept {
        lines.push(wording::intake::project_kept(&kept.name, Lang::Fi));
        let otherwise = kept.otherwise.iter();
        lines.extend(otherwise.map(|fact| wording::intake::otherwise(fact, Lang::Fi)));
    }
    let notes = reading.notes.iter().filter(|note| is_kept(note));
    lines.extend(notes.map(|note| wording::import::sentence(note, Lang::Fi)));
    if !reading.draft.unrecognised.is_empty() {
        lines.push(String::new());
        lines.push(reading.draft.unrecognised.clone());
    }
    DecisionDraft {
        unrecognised: lines.join("\n"),
        ..reading.draft.clone()
    }
}

/// Whether a note is kept with the draft: whatever a person has to confirm, to find or to settle,
/// and what was read that stands in no field.
fn is_kept(note: &Note) -> bool {
    let without_field = [
        Subject::Headings,
        Subject::DecisionDate,
        Subject::PublishedOn,
        Subject::CertifiedOn,
        Subject::CertifiedPlace,
        Subject::ServiceMeans,
        Subject::ServiceDay,
    ];
    match note.kind {
        NoteKind::Inferred | NoteKind::NotFound | NoteKind::Deviates => true,
        NoteKind::Read => without_field.contains(&note.subject),
    }
}
