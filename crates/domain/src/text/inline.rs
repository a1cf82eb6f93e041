//! Runs of words within a block, and what is marked about them.

use serde::{Deserialize, Serialize};

use crate::Lang;

/// A run of words with the same marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Inline {
    /// Plain words.
    Text {
        /// The words; never empty, without line breaks.
        text: String,
        /// What is marked about them.
        #[serde(default, skip_serializing_if = "Marks::is_none")]
        marks: Marks,
    },
    /// A link.
    Link {
        /// The words of the link.
        text: String,
        /// Where it leads.
        href: Href,
        /// What is marked about it.
        #[serde(default, skip_serializing_if = "Marks::is_none")]
        marks: Marks,
    },
    /// Something left out of the public version.
    Omitted,
    /// Something left out because it is secret, with the provision that makes it so.
    OmittedAsSecret(String),
}

/// What is marked about a run of words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Marks {
    /// About a natural person (kuntalaki 140.1 §).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub personal: bool,
    /// Secret, with the provision that makes it so, e.g. `JulkL 24.1 § 20`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secret: Option<String>,
    /// In another language than the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
}

impl Marks {
    /// Whether nothing is marked.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }

    /// Whether the public never sees it.
    pub const fn is_withheld(&self) -> bool {
        self.personal || self.secret.is_some()
    }
}

impl Inline {
    /// The words themselves; an omission has none.
    pub fn words(&self) -> &str {
        match self {
            Self::Text { text, .. } | Self::Link { text, .. } => text,
            Self::Omitted | Self::OmittedAsSecret(_) => "",
        }
    }

    /// What is marked about it; nothing about an omission.
    pub const fn marks(&self) -> Option<&Marks> {
        match self {
            Self::Text { marks, .. } | Self::Link { marks, .. } => Some(marks),
            Self::Omitted | Self::OmittedAsSecret(_) => None,
        }
    }
}

/// Replaces what is withheld by one omission for each run of it: of what is secret, one that names
/// the ground. Nothing tells how long it was.
pub(super) fn leaving_out(inlines: &[Inline], withheld: fn(&Marks) -> bool) -> Vec<Inline> {
    let mut kept: Vec<Inline> = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match inline.marks().filter(|marks| withheld(marks)) {
            Some(marks) => {
                let omission = match &marks.secret {
                    Some(ground) => Inline::OmittedAsSecret(ground.clone()),
                    None => Inline::Omitted,
                };
                if kept.last() != Some(&omission) {
                    kept.push(omission);
                }
            }
            None => kept.push(inline.clone()),
        }
    }
    kept
}

/// Where a link leads: an `https`, `http` or `mailto` address, or a path of this register.
///
/// `javascript:` cannot be represented.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Href(String);

/// The text is not an address a link may lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a link leads to an http, https or mailto address or to a path of this register")]
pub struct HrefError;

impl Href {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Href {
    type Error = HrefError;

    fn try_from(address: String) -> Result<Self, HrefError> {
        let known = ["https://", "http://", "mailto:"]
            .iter()
            .any(|scheme| address.starts_with(scheme));
        let own = address.starts_with('/') && !address.starts_with("//");
        let legal = address
            .chars()
            .all(|c| !c.is_whitespace() && !c.is_control() && !matches!(c, '<' | '>' | '"' | '\\'));
        if (known || own) && legal {
            Ok(Self(address))
        } else {
            Err(HrefError)
        }
    }
}

impl From<Href> for String {
    fn from(href: Href) -> Self {
        href.0
    }
}
