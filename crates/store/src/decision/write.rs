//! Saving decisions.

use domain::decision::{Decision, DecisionDraft};
use domain::id::{CaseId, DecisionId, ProjectId, UserId};
use time::OffsetDateTime;

use crate::{Saved, StoreError, Tx};

/// A decision to be drafted; it gets version 1.
#[derive(Clone, Copy, Debug)]
pub struct NewDecision<'a> {
    /// Its identity.
    pub id: DecisionId,
    /// The case it is made in.
    pub case: CaseId,
    /// The project it funds, if any.
    pub project: Option<ProjectId>,
    /// The official who prepares it.
    pub preparer: UserId,
    /// The first draft.
    pub draft: &'a DecisionDraft,
}

impl Tx {
    /// Adds a draft.
    pub async fn add_decision(
        &mut self,
        decision: &NewDecision<'_>,
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let _ = (decision, at);
        todo!()
    }

    /// Saves a decision in the state it is in, over the version it was loaded with.
    ///
    /// The save that freezes it writes its commitments too. [`StoreError::Unique`] `section`
    /// where another decision has its place. A decision that was frozen by an earlier save keeps
    /// its content; only its publication is written.
    pub async fn save_decision(
        &mut self,
        decision: &Decision,
        at: OffsetDateTime,
    ) -> Result<Saved, StoreError> {
        let _ = (decision, at);
        todo!()
    }
}
