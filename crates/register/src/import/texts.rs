//! The texts of the decision and of its instruction, and the people beside them.

use domain::decision::DecisionDraft;
use domain::publicity::Personal;
use domain::reading::Subject;

use super::blocks::{self, Passage};
use super::document::Document;
use super::instruction::{self, ReceivingAuthority};
use super::lines::{Paragraph, paragraphs};
use super::parts::{Part, PartKind};
use super::people;

impl Document<'_, '_> {
    pub(super) fn identity(&mut self, draft: &mut DecisionDraft) {
        let case = self.opening.case_number.as_ref();
        let case = case.map(|(number, line)| (number.to_string(), Some(*line)));
        self.notes.read_or_not_found(Subject::CaseNumber, case);
        let title = self.opening.title.take();
        draft.title = title
            .as_ref()
            .map(|(title, _)| title.clone())
            .unwrap_or_default();
        let title = title.map(|(title, line)| (title, Some(line)));
        self.notes.read_or_not_found(Subject::Title, title);
    }

    /// Contact and distribution: the office is public, people are not.
    pub(super) fn people(&mut self, draft: &mut DecisionDraft) {
        let (contact, line) = self.joined(PartKind::Contact, " ");
        let (office, person) = people::split_office(&contact);
        draft.contact_person = person;
        draft.contact_office = office.clone().unwrap_or_default();
        self.notes
            .read_or_not_found(Subject::Contact, office.map(|office| (office, line)));
        let lines = self.lines(PartKind::Distribution);
        let entries = people::distribution(&lines);
        let count = lines
            .first()
            .map(|first| (entries.len().to_string(), Some(first.number)));
        self.notes.read_or_not_found(Subject::Distribution, count);
        draft.distribution = entries.join("\n");
    }

    /// Background, resolution and provisions. The background's paragraphs come back.
    pub(super) fn texts(
        &mut self,
        draft: &mut DecisionDraft,
        signers: [&Personal<String>; 2],
    ) -> Vec<Paragraph> {
        let signers = signers.map(|person| person.reveal_to_official().as_str());
        let others =
            std::iter::once(draft.contact_person.as_str()).chain(draft.distribution.lines());
        let people = signers.into_iter().chain(others);
        let mut names: Vec<String> = people.filter_map(people::full_names).collect();
        names.sort_unstable();
        names.dedup();
        let body = paragraphs(&self.opening.body);
        // Without a heading nobody knows where the background ends and people's names begin:
        // then everything stays where the public never looks.
        let headed = self
            .parts
            .iter()
            .any(|part| !matches!(part.kind, PartKind::Opening | PartKind::Contact));
        let mut background: Vec<(&str, Vec<Paragraph>)> = Vec::new();
        if headed {
            background.push(("", body.clone()));
        } else {
            self.keep(&body);
        }
        for part in self.of_kind(PartKind::Background) {
            background.push((part.heading.as_str(), paragraphs(&part.lines)));
        }
        let resolution = self.paragraphs(PartKind::Resolution);
        let passages: Vec<Passage<'_>> = background
            .iter()
            .map(|(heading, paragraphs)| (*heading, &paragraphs[..]))
            .collect();
        let (background_text, in_background) = blocks::text(&passages, &names);
        let (resolution_text, in_resolution) = blocks::text(&[("", &resolution)], &names);
        draft.background = background_text.to_markup();
        draft.resolution = resolution_text.to_markup();
        if in_background + in_resolution > 0 {
            let count = (in_background + in_resolution).to_string();
            self.notes.inferred(Subject::NamesInText, count, None);
        }
        let lines = |paragraphs: &[Paragraph]| {
            let first = paragraphs.first().and_then(Paragraph::line);
            (!paragraphs.is_empty()).then(|| (paragraphs.len().to_string(), first))
        };
        let told: Vec<Paragraph> = background.into_iter().flat_map(|(_, p)| p).collect();
        self.notes
            .read_or_not_found(Subject::Background, lines(&told));
        self.notes
            .read_or_not_found(Subject::Resolution, lines(&resolution));
        let (authority, line) = self.joined(PartKind::Authority, "; ");
        draft.authority.clone_from(&authority);
        let authority = (!authority.is_empty()).then_some((authority, line));
        self.notes.read_or_not_found(Subject::Authority, authority);
        let (provisions, line) = self.joined(PartKind::Provisions, "; ");
        if !provisions.is_empty() {
            self.notes
                .read(Subject::AppliedProvisions, provisions.as_str(), line);
        }
        draft.applied_provisions = provisions;
        if headed { told } else { body }
    }

    pub(super) fn instruction(
        &mut self,
        draft: &mut DecisionDraft,
        paragraphs: &[Paragraph],
    ) -> ReceivingAuthority {
        let parts: Vec<&Part<'_>> = self.of_kind(PartKind::Instruction).collect();
        let heading = parts.first().map_or("", |part| part.heading.as_str());
        let line = parts.first().map(|part| part.line);
        let remedy = instruction::remedy(heading, paragraphs);
        let code = remedy.map(|remedy| remedy.code().to_owned());
        draft.remedy = code.clone().unwrap_or_default();
        self.notes
            .read_or_not_found(Subject::Remedy, code.map(|code| (code, line)));
        let lines = self.lines(PartKind::Instruction);
        let authority = instruction::authority(&lines, paragraphs, &mut self.notes);
        instruction::compare(remedy, paragraphs, &mut self.notes);
        authority
    }
}
