//! What a decision does, as far as its template, its authority and its links follow from it.

use serde::{Deserialize, Serialize};

/// What a decision does.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum DecisionKind {
    /// Grants money to a project (avustus hankkeelle).
    Grant,
    /// Takes part in the funding of somebody's project (osallistuminen rahoitukseen).
    Participation,
    /// Promises money on a condition (ehdollinen sitoumus).
    ConditionalPromise,
    /// Provides for a coming year, without promising (varautuminen).
    Provision,
    /// Amends an earlier decision.
    Amendment,
    /// Repeals an earlier decision.
    Repeal,
    /// Anything else, and every decision of which it was not recorded.
    #[default]
    Other,
}

impl DecisionKind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Grant,
        Self::Participation,
        Self::ConditionalPromise,
        Self::Provision,
        Self::Amendment,
        Self::Repeal,
        Self::Other,
    ];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Grant => "grant",
            Self::Participation => "participation",
            Self::ConditionalPromise => "conditional_promise",
            Self::Provision => "provision",
            Self::Amendment => "amendment",
            Self::Repeal => "repeal",
            Self::Other => "other",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}
