//! Organisations and their dated names.

use domain::id::OrganisationId;
use domain::organisation::{DatedName, Organisation};

use crate::{StoreError, Tx};

impl Tx {
    /// Adds an organisation; [`StoreError::Unique`] `business_id` where another one has its code.
    pub async fn add_organisation(
        &mut self,
        organisation: &Organisation,
    ) -> Result<(), StoreError> {
        let _ = organisation;
        todo!()
    }

    /// Adds the name that follows the last one.
    pub async fn add_organisation_name(
        &mut self,
        id: OrganisationId,
        name: &DatedName,
    ) -> Result<(), StoreError> {
        let _ = (id, name);
        todo!()
    }

    /// One organisation.
    pub async fn organisation(
        &mut self,
        id: OrganisationId,
    ) -> Result<Option<Organisation>, StoreError> {
        let _ = id;
        todo!()
    }

    /// Every organisation with every name, in the order they were added.
    pub async fn organisations(&mut self) -> Result<Vec<Organisation>, StoreError> {
        todo!()
    }
}
