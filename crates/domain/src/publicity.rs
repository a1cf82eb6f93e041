//! Who may see a value, said by its type.
//!
//! Every field that leaves the register is one of these three. A public view has only
//! [`Public`] values, so a personal or secret one cannot slip into a page, a feed or a file:
//! it would not compile.

use serde::{Deserialize, Serialize};

/// A value that everybody may see for good.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Public<T>(pub T);

/// A value about a natural person.
///
/// Shown to officials, and on the public page and its PDF only from publication to the closing
/// instant of the municipal member's period (kuntalaki 140.1 §). It never enters data formats,
/// feeds, e-mail, search or dumps. `Debug` does not print it, so that it cannot reach a log.
#[derive(Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Personal<T>(T);

/// A value that is secret by law, with the provision that makes it so
/// (julkisuuslaki 24 § and its item). Never printed by `Debug`.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Secret<T> {
    value: T,
    ground: String,
}

impl<T> Personal<T> {
    /// Marks a value as personal.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value, for a page that only officials see.
    pub const fn reveal_to_official(&self) -> &T {
        &self.0
    }
}

impl<T> Secret<T> {
    /// Marks a value as secret on a statutory ground.
    pub const fn new(value: T, ground: String) -> Self {
        Self { value, ground }
    }

    /// The provision that makes the value secret.
    pub fn ground(&self) -> &str {
        &self.ground
    }

    /// The value, for somebody entitled to it.
    pub const fn reveal_to_entitled(&self) -> &T {
        &self.value
    }
}

impl<T> std::fmt::Debug for Personal<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Personal(..)")
    }
}

impl<T> std::fmt::Debug for Secret<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(..)")
    }
}
