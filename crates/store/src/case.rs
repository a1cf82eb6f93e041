//! Cases.

use domain::case::{Case, CaseNumber};
use domain::id::CaseId;
use time::OffsetDateTime;

use crate::{Saved, StoreError, Tx};

impl Tx {
    /// Adds a case; [`StoreError::Unique`] `case_number` where another one has its number.
    pub async fn add_case(&mut self, case: &Case, at: OffsetDateTime) -> Result<(), StoreError> {
        let _ = (case, at);
        todo!()
    }

    /// Saves the title of a case over the version it was loaded with. Its number never changes.
    pub async fn save_case(
        &mut self,
        case: &Case,
        at: OffsetDateTime,
    ) -> Result<Saved, StoreError> {
        let _ = (case, at);
        todo!()
    }

    /// The case of an identity.
    pub async fn case(&mut self, id: CaseId) -> Result<Option<Case>, StoreError> {
        let _ = id;
        todo!()
    }

    /// The case of a number, in any spelling.
    pub async fn case_by_number(
        &mut self,
        number: &CaseNumber,
    ) -> Result<Option<Case>, StoreError> {
        let _ = number;
        todo!()
    }

    /// Cases, the newest number first.
    pub async fn cases(&mut self, limit: u32) -> Result<Vec<Case>, StoreError> {
        let _ = limit;
        todo!()
    }
}
