//! The register of cases, as officials see it.

use time::{Date, PrimitiveDateTime};

use super::desk::Late;
use super::public::Decided;
use crate::case::{
    Case, CaseClass, CaseDocument, CaseFacts, CaseFilter, CaseMeasure, CaseNumbering, CaseParty,
    CaseState, CaseStep, ClassCode, Disposal, DisposalObstacle, RelationKind, RetentionRule, Ripe,
};
use crate::id::CaseRelationId;

/// What the register holds of a case (tiedonhallintalaki 26 §).
#[derive(Clone, Debug, PartialEq)]
pub struct CaseRegister {
    /// The fields that a person enters.
    pub facts: CaseFacts,
    /// The name of its class, where it has one.
    pub class_name: Option<String>,
    /// Where it stands.
    pub state: CaseState,
    /// The day it was closed.
    pub closed_on: Option<Date>,
    /// When it was registered, Helsinki time.
    pub registered_at: PrimitiveDateTime,
    /// When it was disposed of, Helsinki time.
    pub disposed_at: Option<PrimitiveDateTime>,
    /// When the decision was made that resolves it: the last one of its decisions.
    pub decided: Option<Decided>,
    /// Each change of its state, the oldest first.
    pub steps: Vec<CaseStep>,
    /// Measures, the first day first.
    pub measures: Vec<CaseMeasure>,
    /// Documents by their numbers.
    pub documents: Vec<DocumentLine>,
    /// Who has to do with it, the initiators first.
    pub parties: Vec<PartyLine>,
    /// The cases it has to do with.
    pub relations: Vec<RelationLine>,
}

/// A document with the moment it was registered.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentLine {
    /// The record.
    pub document: CaseDocument,
    /// When it was registered, Helsinki time.
    pub registered: PrimitiveDateTime,
}

/// Who has to do with a case, by name.
#[derive(Clone, Debug, PartialEq)]
pub struct PartyLine {
    /// The record.
    pub party: CaseParty,
    /// The name: of an organisation, the one it has today.
    pub name: crate::publicity::Personal<String>,
}

/// A case that another one has to do with.
#[derive(Clone, Debug, PartialEq)]
pub struct RelationLine {
    /// The identity of the relation.
    pub id: CaseRelationId,
    /// What the case whose sheet it is is to the other.
    pub kind: RelationKind,
    /// The other case.
    pub other: Case,
}

/// A case in an official's list.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseLine {
    /// The case.
    pub case: Case,
    /// Its class.
    pub class: Option<ClassCode>,
    /// Where it stands.
    pub state: CaseState,
    /// The day it became pending, where it is known.
    pub pending_since: Option<Date>,
    /// When it was last changed, Helsinki time.
    pub changed_at: PrimitiveDateTime,
}

/// A page of the list of cases.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseList {
    /// What it was narrowed to.
    pub filter: CaseFilter,
    /// How many cases there are on all pages.
    pub total: u64,
    /// How many pages there are.
    pub pages: u32,
    /// The cases of the page.
    pub lines: Vec<CaseLine>,
    /// The classes one can narrow to.
    pub classes: Vec<CaseClass>,
    /// The years one can narrow to, the latest first.
    pub years: Vec<u16>,
}

/// What the form of a case offers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseForm {
    /// The classes to choose from.
    pub classes: Vec<CaseClass>,
    /// Whether the register issues the number of a case that is opened today.
    pub is_numbered_here: bool,
}

/// A class with its rules.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassSheet {
    /// The class.
    pub class: CaseClass,
    /// How long its cases are kept, the latest rule first.
    pub rules: Vec<RetentionRule>,
    /// How many cases have it.
    pub cases: u64,
}

/// Where case numbers come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberingSheet {
    /// The settings, the latest first day first.
    pub settings: Vec<CaseNumbering>,
    /// The last number issued or typed this year under the city's prefix.
    pub last: Option<u32>,
}

/// A case of the disposal list.
#[derive(Clone, Debug, PartialEq)]
pub struct DisposalLine {
    /// The case.
    pub case: Case,
    /// Its class.
    pub class: Option<ClassCode>,
    /// The day it was closed.
    pub closed_on: Option<Date>,
    /// Whether it may be disposed of today, or why it is kept.
    pub ripe: Result<Ripe, Vec<DisposalObstacle>>,
    /// What was proposed, and said to it; the newest last.
    pub proposals: Vec<Disposal>,
}

/// A case that another official proposed for disposal, on the desk of who may approve that.
#[derive(Clone, Debug, PartialEq)]
pub struct DisposalTask {
    /// The case.
    pub case: Case,
    /// The office that proposed it.
    pub proposed_by: String,
    /// On which day, Helsinki time.
    pub proposed_on: Date,
    /// Whether it should have been decided before.
    pub late: Option<Late>,
}

/// The disposal list.
#[derive(Clone, Debug, PartialEq)]
pub struct DisposalList {
    /// Cases whose retention has ended and which nobody has proposed.
    pub ripe: Vec<DisposalLine>,
    /// Cases that were proposed and wait for another official.
    pub proposed: Vec<DisposalLine>,
    /// What was last said to proposals: the case and its line, the newest first.
    pub decided: Vec<(Case, Disposal)>,
}

/// What a disposal removes from a case, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DisposalContent {
    /// Records of documents.
    pub documents: u64,
    /// Measures.
    pub measures: u64,
    /// Who has to do with it.
    pub parties: u64,
    /// Decisions whose draft text is removed; they stay themselves.
    pub drafts: u64,
    /// Claims and appeals whose maker's name is removed.
    pub filings: u64,
    /// Payloads of the audit log.
    pub payloads: u64,
}

/// A case on the way to its disposal.
#[derive(Clone, Debug, PartialEq)]
pub struct DisposalSheet {
    /// The case, whether it may go, and what was proposed.
    pub line: DisposalLine,
    /// What would be removed, or was not yet.
    pub content: DisposalContent,
    /// Its decisions that stay for good.
    pub decisions: u64,
}
