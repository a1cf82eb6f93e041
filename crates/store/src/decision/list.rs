//! Decisions in officials' lists.

use domain::id::{CaseId, DecisionId, ProjectId, UserId};
use domain::period::PeriodDates;
use domain::section::Section;
use time::OffsetDateTime;

use crate::{StoreError, Tx};

/// The state of a decision, without what is true in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateCode {
    /// Being written.
    Draft,
    /// Sent to the decision maker.
    AwaitingSignature,
    /// Frozen, not yet public.
    Signed,
    /// Public.
    Published,
}

/// A decision in an official's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionLineRow {
    /// Its identity.
    pub id: DecisionId,
    /// Its title, perhaps empty in a draft.
    pub title: String,
    /// Its state.
    pub state: StateCode,
    /// The official who prepares it.
    pub preparer: UserId,
    /// The series as typed in its draft, perhaps none that exists.
    pub draft_series: String,
    /// Its place, once frozen.
    pub section: Option<Section>,
    /// The municipal member's period, once published, if one follows.
    pub period: Option<PeriodDates>,
    /// When it was last changed.
    pub changed_at: OffsetDateTime,
}

impl Tx {
    /// The decisions that are not public, the longest unchanged first.
    pub async fn unfinished_decisions(&mut self) -> Result<Vec<DecisionLineRow>, StoreError> {
        todo!()
    }

    /// The last published decisions, the newest publication first.
    pub async fn last_published_lines(
        &mut self,
        limit: u32,
    ) -> Result<Vec<DecisionLineRow>, StoreError> {
        let _ = limit;
        todo!()
    }

    /// Every decision of a case, the last changed first.
    pub async fn decision_lines_of_case(
        &mut self,
        case: CaseId,
    ) -> Result<Vec<DecisionLineRow>, StoreError> {
        let _ = case;
        todo!()
    }

    /// Every decision of a project, the last changed first.
    pub async fn decision_lines_of_project(
        &mut self,
        project: ProjectId,
    ) -> Result<Vec<DecisionLineRow>, StoreError> {
        let _ = project;
        todo!()
    }
}
