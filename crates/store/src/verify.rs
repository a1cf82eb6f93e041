//! What `verify` reads: stored facts as they lie in the database.

use domain::decision::{Commitment, Seal};
use domain::id::DecisionId;
use domain::section::Section;

use crate::{ServiceRow, StoreError, Tx};

/// A frozen decision as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedRow {
    /// Its identity.
    pub id: DecisionId,
    /// Its place.
    pub section: Section,
    /// The canonical JSON that was sealed.
    pub json: String,
    /// The seal.
    pub seal: Seal,
}

impl Tx {
    /// Frozen decisions in the order of their identities, after one of them.
    pub async fn sealed_after(
        &mut self,
        after: Option<DecisionId>,
        limit: u32,
    ) -> Result<Vec<SealedRow>, StoreError> {
        let _ = (after, limit);
        todo!()
    }

    /// The commitments that a signed decision made, by line.
    pub async fn commitments_of_decision(
        &mut self,
        decision: DecisionId,
    ) -> Result<Vec<Commitment>, StoreError> {
        let _ = decision;
        todo!()
    }

    /// Every service, in the order of their decisions' identities.
    pub async fn all_services(&mut self) -> Result<Vec<ServiceRow>, StoreError> {
        todo!()
    }

    /// What the database itself finds broken, in its own words; empty where nothing is.
    pub async fn integrity(&mut self) -> Result<Vec<String>, StoreError> {
        todo!()
    }
}
