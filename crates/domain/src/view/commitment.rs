//! A commitment as officials see it: where it stands, and everything that was recorded about it.

use time::PrimitiveDateTime;

use crate::commitment::{CommitmentKey, Course, EntryFact, Position};
use crate::decision::Commitment;
use crate::finding::FindingCode;
use crate::project::Project;
use crate::section::Section;

/// A commitment in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitmentLine {
    /// Which it is.
    pub key: CommitmentKey,
    /// The place of the decision that made it.
    pub section: Section,
    /// What was signed.
    pub commitment: Commitment,
    /// Where it stands.
    pub position: Position,
}

/// The page of one commitment.
#[derive(Clone, Debug, PartialEq)]
pub struct CommitmentSheet {
    /// The commitment, and where it stands.
    pub line: CommitmentLine,
    /// The title of its decision.
    pub title: String,
    /// The project it is for, if any.
    pub project: Option<Project>,
    /// The commitment with its entries, by which pages know what can be recorded now.
    pub course: Course,
    /// What was recorded, in its order.
    pub entries: Vec<EntryLine>,
    /// What is noticed and stops nothing.
    pub notices: Vec<FindingCode>,
}

/// An entry as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryLine {
    /// Its number among those of the commitment.
    pub number: u32,
    /// What it says.
    pub fact: EntryFact,
    /// When it was recorded, Helsinki time.
    pub recorded_at: PrimitiveDateTime,
    /// The office that recorded it.
    pub office: String,
    /// Whether a later entry undid it.
    pub is_reversed: bool,
    /// Whether it can be undone now.
    pub may_reverse: bool,
    /// What is noticed of it.
    pub notice: Option<FindingCode>,
}
