//! Reads the text of a decision document into a draft.
//!
//! Pure: bytes in, values out. What the text says is read, what follows from it is inferred and
//! named as such, what it does not say is named as not found, and where it differs from the
//! statutes it repeats, that is noted. No word is lost: what found no place stays in
//! [`DecisionDraft::unrecognised`]. Names of people stand only where they are never public.
//!
//! Reading order: `decode` (letters), `lines` (paragraphs), `parts` (headings), then one module
//! for each thing a document tells, and `assemble`, which puts them together.

mod assemble;
mod blocks;
mod decided;
mod decode;
mod document;
mod euros;
mod facts;
mod funders;
mod instruction;
mod lines;
mod notes;
mod opening;
mod organisation;
mod parts;
mod people;
mod plan;
mod project;
mod record;
#[cfg(test)]
mod tests;
mod texts;
mod words;

pub(crate) use decode::character as windows_1252_character;
pub use domain::reading::{NotADecision, Note, NoteKind, Subject};
pub use instruction::ReceivingAuthority;
pub use organisation::kind_of;
pub use parts::PartKind;
pub use people::SignedRead;
pub use record::{PublicationRead, ServiceRead};

use std::fmt;

use domain::case::CaseNumber;
use domain::decision::{DecisionDraft, MadeElsewhere};
use domain::funding::FundingPlanDraft;
use domain::project::ProjectDraft;
use serde::Serialize;

/// What a decision document says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reading {
    /// The case number.
    pub case_number: Option<CaseNumber>,
    /// The decision. Its party row carries the means of service; the organisation is named by
    /// [`Self::party`] and found by the caller.
    pub draft: DecisionDraft,
    /// The project. Its beneficiary is named by [`Self::party`].
    pub project: ProjectDraft,
    /// The funding plan, with the city's part as a part of its line.
    pub plan: FundingPlanDraft,
    /// The section.
    pub section: Option<SectionRead>,
    /// The organisation proposed as the party: the one that gets the money.
    pub party: Option<String>,
    /// When it was decided, as far as that is known. The source is for the caller to name.
    pub elsewhere: MadeElsewhere,
    /// The signature.
    pub signature: SignedRead,
    /// The publication.
    pub publication: PublicationRead,
    /// The certification of the extract.
    pub certification: SignedRead,
    /// How the parties are served.
    pub service: ServiceRead,
    /// Who receives a claim.
    pub receiving_authority: ReceivingAuthority,
    /// The headings that were recognised, in the order of the document.
    pub headings: Vec<HeadingRead>,
    /// What the import says of all this.
    pub notes: Vec<Note>,
}

/// The section of the decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct SectionRead {
    /// The number after the § sign.
    pub number: u32,
    /// The year of the number, where it is stated or can be only one.
    pub year: Option<u16>,
}

impl fmt::Display for SectionRead {
    /// As it is typed: `5/2023`, or `5` where the year is not known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{}/{year}", self.number),
            None => write!(f, "{}", self.number),
        }
    }
}

/// A heading of the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HeadingRead {
    /// What it begins.
    pub part: PartKind,
    /// As it was written.
    pub heading: String,
    /// Its line, counted from 1.
    pub line: usize,
}

/// Reads the text of a decision document.
///
/// # Errors
/// [`NotADecision`] says why the file is not read: it is empty, larger than 10 MB, a PDF or
/// another format, in no known encoding, or a text that has nothing of a decision.
pub fn read(bytes: &[u8]) -> Result<Reading, NotADecision> {
    let decoded = decode::decode(bytes)?;
    let lines = lines::lines(&decoded.text);
    let parts = parts::parts(&lines);
    assemble::reading(&parts, decoded.guessed).ok_or(NotADecision::NoDecision)
}
