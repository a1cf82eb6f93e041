//! Accounts of officials.

use domain::id::UserId;
use domain::official::Official;
use time::OffsetDateTime;

use crate::{StoreError, Tx};

/// An official and what their password is checked against.
pub struct Credentials {
    /// The official.
    pub official: Official,
    /// The password's hash (PHC string).
    pub password_hash: String,
}

impl Tx {
    /// Adds an account; [`StoreError::Unique`] `email` where there is one for the address.
    pub async fn add_account(
        &mut self,
        official: &Official,
        password_hash: &str,
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let _ = (official, password_hash, at);
        todo!()
    }

    /// The account of an identity, also a disabled one.
    pub async fn account(&mut self, id: UserId) -> Result<Option<Official>, StoreError> {
        let _ = id;
        todo!()
    }

    /// The account of an e-mail address in lower case, also a disabled one.
    pub async fn credentials(&mut self, email: &str) -> Result<Option<Credentials>, StoreError> {
        let _ = email;
        todo!()
    }

    /// Every account, in the order they were added.
    pub async fn accounts(&mut self) -> Result<Vec<Official>, StoreError> {
        todo!()
    }

    /// Disables an account and ends its sessions; `false` where it was disabled or is not there.
    pub async fn disable_account(&mut self, id: UserId) -> Result<bool, StoreError> {
        let _ = id;
        todo!()
    }

    /// Replaces the hash of a password.
    pub async fn set_password(&mut self, id: UserId, hash: &str) -> Result<(), StoreError> {
        let _ = (id, hash);
        todo!()
    }
}
