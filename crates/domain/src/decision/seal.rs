//! The salted hash that freezes a signed decision.

use sha2::{Digest, Sha256};

use super::content::DecisionContent;

/// Which canonical form was hashed, so that later forms do not break old seals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SealVersion {
    /// [`DecisionContent`] of this version, SHA-256 over the version's name, salt and JSON.
    V1,
}

/// Random bytes that keep the hash of a short content from being guessed.
pub type Salt = [u8; 32];

/// The proof that a content is the one that was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// The form that was hashed.
    pub version: SealVersion,
    /// The salt.
    pub salt: Salt,
    /// The hash.
    pub hash: [u8; 32],
}

impl SealVersion {
    /// The stored number.
    pub const fn number(self) -> i64 {
        match self {
            Self::V1 => 1,
        }
    }

    /// The version of a stored number.
    pub const fn from_number(number: i64) -> Option<Self> {
        match number {
            1 => Some(Self::V1),
            _ => None,
        }
    }
}

impl Seal {
    /// Seals a content with a salt.
    ///
    /// # Errors
    /// The content cannot be written as JSON, which no value of the type does.
    pub fn new(content: &DecisionContent, salt: Salt) -> Result<Self, serde_json::Error> {
        let json = serde_json::to_vec(content)?;
        Ok(Self::of_json(&json, salt))
    }

    /// Whether a stored canonical JSON is the one that was sealed.
    pub fn holds_for(&self, json: &[u8]) -> bool {
        match self.version {
            SealVersion::V1 => Self::of_json(json, self.salt).hash == self.hash,
        }
    }

    fn of_json(json: &[u8], salt: Salt) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(b"hankerekisteri decision 1\n");
        hasher.update(salt);
        hasher.update(json);
        Self {
            version: SealVersion::V1,
            salt,
            hash: hasher.finalize().into(),
        }
    }
}
