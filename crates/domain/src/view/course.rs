//! What officials see of the course of a decision: when it is published, and what became of it
//! afterwards.

use time::Date;

use super::desk::DecisionLine;
use crate::decision::{ChangeEffect, DecisionContent};
use crate::id::DecisionId;
use crate::publication::Proposal;
use crate::section::Section;

/// When a signed decision is to be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToPublish {
    /// What the authority's rule gives.
    pub proposal: Proposal,
    /// The day that was set.
    pub set_for: Option<Date>,
}

/// What is signed and not yet public, and which section numbers are missing.
#[derive(Clone, Debug, PartialEq)]
pub struct Publications {
    /// The signed decisions, the longest unchanged first.
    pub waiting: Vec<WaitingLine>,
    /// The gaps, in series that are numbered here.
    pub gaps: Vec<SectionGap>,
}

/// A signed decision that waits for its publication.
#[derive(Clone, Debug, PartialEq)]
pub struct WaitingLine {
    /// The decision.
    pub decision: DecisionLine,
    /// When it is to be published.
    pub to_publish: ToPublish,
}

/// Numbers of a section series that no decision has though a later one is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionGap {
    /// The office that decides.
    pub decision_maker: String,
    /// The year.
    pub year: u16,
    /// The missing numbers, rising.
    pub numbers: Vec<u32>,
}

/// What became of a frozen decision: corrections, and changes by later decisions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Afterwards {
    /// Its corrections in their order, each with what stood before.
    pub corrections: Vec<CorrectionLine>,
    /// The later decisions that change it.
    pub changed_by: Vec<ChangeLine>,
    /// The earlier decisions that it changes.
    pub changes: Vec<ChangeLine>,
}

/// A correction of a typing error.
#[derive(Clone, Debug, PartialEq)]
pub struct CorrectionLine {
    /// From 1.
    pub number: u32,
    /// The day, Helsinki time.
    pub on: Date,
    /// The office that corrected.
    pub office: String,
    /// What was wrong.
    pub reason: String,
    /// What the decision said before.
    pub before: DecisionContent,
    /// What it said then.
    pub after: DecisionContent,
    /// Whom it was told to: the party's name, and the day once it was.
    pub told: Vec<(String, Option<Date>)>,
}

/// The other decision of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeLine {
    /// Its identity.
    pub id: DecisionId,
    /// Its place.
    pub section: Section,
    /// Its title.
    pub title: String,
    /// What becomes of the earlier one.
    pub effect: ChangeEffect,
}

/// Another frozen decision of the same case or project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherDecision {
    /// Its identity.
    pub id: DecisionId,
    /// Its place.
    pub section: Section,
    /// Its title.
    pub title: String,
}
