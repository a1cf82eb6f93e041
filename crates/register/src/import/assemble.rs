//! Puts the parts of a document together.

use domain::decision::{CommitmentDraft, DecisionDraft, PartyDraft};
use domain::reading::Subject;

use super::Reading;
use super::document::Document;
use super::facts::{self, Facts};
use super::parts::{Part, PartKind};

/// The reading of a document, or `None` where it is no decision.
pub(super) fn reading(parts: &[Part<'_>], guessed: Option<&'static str>) -> Option<Reading> {
    let mut document = Document::of(parts);
    if !document.is_decision() {
        return None;
    }
    if let Some(encoding) = guessed {
        document.notes.inferred(Subject::Encoding, encoding, None);
    }
    let mut draft = DecisionDraft {
        lang: "fi".to_owned(),
        ..DecisionDraft::default()
    };
    document.identity(&mut draft);
    let signed = document.signed(PartKind::Signature);
    let certified = document.signed(PartKind::Certification);
    let publication = document.publication();
    let elsewhere = document.decided(&signed, &certified, &publication);
    let section = document.section(&elsewhere);
    let (signature, certification) = (signed.read, certified.read);
    document.decision_maker(&mut draft, &signature, &certification);
    document.people(&mut draft);
    let background = document.texts(&mut draft, [&signature.person, &certification.person]);
    let resolution = document.paragraphs(PartKind::Resolution);
    let in_instruction = document.paragraphs(PartKind::Instruction);
    let facts = facts::facts(
        &facts::Texts {
            title: &draft.title,
            background: &background,
            resolution: &resolution,
            instruction: &in_instruction,
            case_number: document
                .opening
                .case_number
                .as_ref()
                .map(|(number, _)| number),
        },
        &mut document.notes,
    );
    let service = document.service(facts.party.as_deref());
    draft.commitments = facts.promises.iter().map(CommitmentDraft::from).collect();
    draft.parties = vec![PartyDraft {
        organisation: String::new(),
        means: service
            .means
            .map(|means| means.code().to_owned())
            .unwrap_or_default(),
    }];
    let receiving_authority = document.instruction(&mut draft, &in_instruction);
    document.leftovers(&mut draft);
    document.note_headings();
    draft.section = section
        .map(|section| section.to_string())
        .unwrap_or_default();
    let Facts {
        project,
        plan,
        party,
        ..
    } = facts;
    Some(Reading {
        case_number: document
            .opening
            .case_number
            .take()
            .map(|(number, _)| number),
        draft,
        project,
        plan,
        section,
        party,
        elsewhere,
        signature,
        publication,
        certification,
        service,
        receiving_authority,
        headings: document.headings(),
        notes: document.notes.into_vec(),
    })
}
