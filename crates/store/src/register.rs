//! The register itself: which city's it is.

use domain::city::City;
use time::OffsetDateTime;

use crate::{StoreError, Tx};

/// The single register of a database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register {
    /// The city whose register it is.
    pub city: City,
    /// Whether it is the example register, whose users' passwords are public.
    pub example: bool,
    /// When it was created.
    pub created_at: OffsetDateTime,
}

impl Tx {
    /// Creates the register; [`StoreError::Unique`] where there is one.
    pub async fn create_register(&mut self, register: &Register) -> Result<(), StoreError> {
        let _ = register;
        todo!()
    }

    /// The register, or `None` in an empty database.
    pub async fn register(&mut self) -> Result<Option<Register>, StoreError> {
        todo!()
    }
}
