//! Extracts that were certified for a recipient.

use domain::id::{DecisionId, ExtractId, ServiceId, UserId};
use time::OffsetDateTime;

use crate::{StoreError, Tx};

/// A certified extract of a decision for one recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extract {
    /// Its identity.
    pub id: ExtractId,
    /// The decision.
    pub decision: DecisionId,
    /// The service of the recipient it was made for.
    pub service: ServiceId,
    /// The account that certified it.
    pub certified_by: UserId,
    /// The office of the certifier.
    pub office: String,
    /// Where.
    pub place: String,
    /// When.
    pub certified_at: OffsetDateTime,
    /// What the printed extract is found by; unique.
    pub code: String,
}

impl Tx {
    /// Adds an extract; [`StoreError::Unique`] `extract_code` where its code is taken.
    pub async fn add_extract(&mut self, extract: &Extract) -> Result<(), StoreError> {
        let _ = extract;
        todo!()
    }

    /// One extract.
    pub async fn extract(&mut self, id: ExtractId) -> Result<Option<Extract>, StoreError> {
        let _ = id;
        todo!()
    }

    /// The extracts of a decision, the oldest first.
    pub async fn extracts_of_decision(
        &mut self,
        decision: DecisionId,
    ) -> Result<Vec<Extract>, StoreError> {
        let _ = decision;
        todo!()
    }
}
