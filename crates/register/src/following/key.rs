//! The key in the links of a follower's mails.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::ids::{NoRandomness, random};

/// The secret in the links of one mail: whoever has it has the mail. `Debug` does not print it.
#[derive(Clone, PartialEq, Eq)]
pub struct FollowKey(String);

impl FollowKey {
    /// A part of an address as a key, whatever it is.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    pub(super) fn random() -> Result<Self, NoRandomness> {
        Ok(Self(URL_SAFE_NO_PAD.encode(random::<32>()?)))
    }

    /// The text for an address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What is stored: whoever reads the database can confirm and stop nothing with it.
    pub(super) fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_bytes()).into()
    }
}

impl std::fmt::Debug for FollowKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FollowKey(..)")
    }
}
