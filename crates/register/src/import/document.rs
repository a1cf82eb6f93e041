//! The document in its parts, and what found no place in the reading.

use domain::decision::DecisionDraft;
use domain::reading::Subject;

use super::HeadingRead;
use super::lines::{Line, Paragraph, paragraphs};
use super::notes::Notes;
use super::opening::{Opening, opening};
use super::parts::{Part, PartKind};

/// The document in its parts, with what is read of it so far.
pub(super) struct Document<'p, 'a> {
    pub(super) parts: &'p [Part<'a>],
    pub(super) opening: Opening<'a>,
    pub(super) notes: Notes,
    /// What found no place, with its line.
    pub(super) unrecognised: Vec<(usize, String)>,
}

impl<'p, 'a> Document<'p, 'a> {
    pub(super) fn of(parts: &'p [Part<'a>]) -> Self {
        let mut all = parts.iter().filter(|part| part.kind == PartKind::Opening);
        let first = all.next().map(|part| &part.lines[..]).unwrap_or_default();
        let mut opening = opening(first);
        opening.body.extend(all.flat_map(|part| &part.lines));
        Self {
            parts,
            opening,
            notes: Notes::default(),
            unrecognised: Vec::new(),
        }
    }

    /// Whether the text has what only decisions have: a case number and a heading or word of a
    /// decision, or at least three of its headings with the resolution among them.
    pub(super) fn is_decision(&self) -> bool {
        let mut kinds: Vec<PartKind> = Vec::new();
        for part in self
            .parts
            .iter()
            .filter(|part| part.kind != PartKind::Opening)
        {
            if !kinds.contains(&part.kind) {
                kinds.push(part.kind);
            }
        }
        let numbered = self.opening.case_number.is_some();
        let says = |line: &Line<'_>| line.text.to_lowercase().contains("päät");
        let speaks = || self.opening.body.iter().any(says);
        let headed = kinds.len() >= 3 && kinds.contains(&PartKind::Resolution);
        headed || numbered && (!kinds.is_empty() || speaks())
    }

    pub(super) fn of_kind(
        &self,
        kind: PartKind,
    ) -> impl Iterator<Item = &'p Part<'a>> + use<'p, 'a> {
        self.parts.iter().filter(move |part| part.kind == kind)
    }

    pub(super) fn lines(&self, kind: PartKind) -> Vec<Line<'a>> {
        self.of_kind(kind)
            .flat_map(|part| part.lines.iter().copied())
            .collect()
    }

    pub(super) fn paragraphs(&self, kind: PartKind) -> Vec<Paragraph> {
        self.of_kind(kind)
            .flat_map(|part| paragraphs(&part.lines))
            .collect()
    }

    /// The words of all parts of a kind, with a mark between their paragraphs.
    pub(super) fn joined(&self, kind: PartKind, mark: &str) -> (String, Option<usize>) {
        let paragraphs = self.paragraphs(kind);
        let line = paragraphs.first().and_then(Paragraph::line);
        let words: Vec<String> = paragraphs
            .into_iter()
            .map(|paragraph| paragraph.text)
            .collect();
        (words.join(mark), line)
    }

    /// Keeps paragraphs that have no other place.
    pub(super) fn keep(&mut self, paragraphs: &[Paragraph]) {
        for paragraph in paragraphs {
            let dash = if paragraph.bullet { "– " } else { "" };
            let line = paragraph.line().unwrap_or_default();
            self.unrecognised
                .push((line, format!("{dash}{}", paragraph.text)));
        }
    }

    /// Everything that has no other place goes where officials see it: lines of the head, what
    /// was recorded of the decision after it was made, and the instruction, since the register
    /// writes its own.
    pub(super) fn leftovers(&mut self, draft: &mut DecisionDraft) {
        for line in std::mem::take(&mut self.opening.leftover) {
            self.unrecognised.push((line.number, line.text.to_owned()));
        }
        for line in self.lines(PartKind::DecisionDate) {
            self.unrecognised.push((line.number, line.text.to_owned()));
        }
        for part in self.parts.iter().filter(|part| is_kept_whole(part.kind)) {
            self.unrecognised.push((part.line, part.heading.clone()));
            self.keep(&paragraphs(&part.lines));
        }
        self.unrecognised.sort_by_key(|(line, _)| *line);
        let kept: Vec<&str> = self
            .unrecognised
            .iter()
            .map(|(_, words)| words.as_str())
            .collect();
        if !kept.is_empty() {
            self.notes
                .read(Subject::Unrecognised, kept.len().to_string(), None);
        }
        draft.unrecognised = kept.join("\n\n");
    }

    /// Notes the headings as they were written: a draft has headings of its own.
    pub(super) fn note_headings(&mut self) {
        let headed = self.parts.iter().map(|part| part.heading.as_str());
        let headings: Vec<&str> = headed.filter(|heading| !heading.is_empty()).collect();
        if !headings.is_empty() {
            self.notes
                .read(Subject::Headings, headings.join(" · "), None);
        }
    }

    /// The headings that were recognised.
    pub(super) fn headings(&self) -> Vec<HeadingRead> {
        let headed = self.parts.iter().filter(|part| !part.heading.is_empty());
        let heading = |part: &Part<'_>| HeadingRead {
            part: part.kind,
            heading: part.heading.clone(),
            line: part.line,
        };
        headed.map(heading).collect()
    }
}

/// Whether a part is kept as it was written: a draft has no field for its words, only for facts
/// that follow from them.
const fn is_kept_whole(kind: PartKind) -> bool {
    match kind {
        PartKind::Signature
        | PartKind::Publication
        | PartKind::Certification
        | PartKind::Service
        | PartKind::Instruction => true,
        PartKind::Opening
        | PartKind::Background
        | PartKind::Authority
        | PartKind::Provisions
        | PartKind::Resolution
        | PartKind::DecisionDate
        | PartKind::Contact
        | PartKind::Distribution
        | PartKind::InstructionHeader => false,
    }
}
