//! Loading whole decisions.

use domain::case::Case;
use domain::decision::{Commitment, Decision};
use domain::id::{DecisionId, ProjectId};
use domain::section::Section;
use domain::view::public::ProjectLink;

use crate::{StoreError, Tx};

/// A published decision with what its page says of its case and project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedDecision {
    /// The decision; its state is published.
    pub decision: Decision,
    /// Its case.
    pub case: Case,
    /// Its project, if any.
    pub project: Option<ProjectLink>,
}

impl Tx {
    /// The decision of an identity.
    pub async fn decision(&mut self, id: DecisionId) -> Result<Option<Decision>, StoreError> {
        let _ = id;
        todo!()
    }

    /// The identity of the frozen decision at a place, published or not.
    pub async fn decision_at(
        &mut self,
        section: &Section,
    ) -> Result<Option<DecisionId>, StoreError> {
        let _ = section;
        todo!()
    }

    /// The published decision at a place.
    pub async fn published_at(
        &mut self,
        section: &Section,
    ) -> Result<Option<PublishedDecision>, StoreError> {
        let _ = section;
        todo!()
    }

    /// The commitments of a project's published decisions, the last published first.
    pub async fn published_commitments(
        &mut self,
        project: ProjectId,
    ) -> Result<Vec<(Section, Commitment)>, StoreError> {
        let _ = project;
        todo!()
    }
}
