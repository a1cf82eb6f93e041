//! What a decision does to earlier ones: it amends them, repeals them or lets them lapse.

use serde::{Deserialize, Serialize};

use crate::section::Section;

/// That a decision changes an earlier one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionChange {
    /// The place of the earlier one.
    pub section: Section,
    /// What becomes of it.
    pub effect: ChangeEffect,
}

/// What becomes of the earlier decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeEffect {
    /// It stays in force as amended (muutetaan).
    Amends,
    /// It lapses because what it depended on did not come (raukeaa).
    LetsLapse,
    /// It is repealed (kumotaan).
    Repeals,
}

impl ChangeEffect {
    /// Every effect, the strongest last.
    pub const ALL: [Self; 3] = [Self::Amends, Self::LetsLapse, Self::Repeals];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Amends => "amends",
            Self::LetsLapse => "lets_lapse",
            Self::Repeals => "repeals",
        }
    }

    /// Whether the earlier decision is in force no more.
    pub const fn ends(self) -> bool {
        matches!(self, Self::LetsLapse | Self::Repeals)
    }

    /// The effect of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|effect| effect.code() == code)
    }
}

/// Whether a decision is in force, as far as later decisions changed it. Whether it can still be
/// challenged is another question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InForce {
    /// No later decision changed it.
    Whole,
    /// As amended (Muutettu).
    Amended,
    /// Not any more: it lapsed (Rauennut).
    Lapsed,
    /// Not any more: it was repealed (Kumottu).
    Repealed,
}

impl InForce {
    /// What follows from the effects of all later decisions: the strongest of them.
    ///
    /// ```
    /// use domain::decision::{ChangeEffect::{Amends, Repeals}, InForce};
    /// assert_eq!(InForce::after([]), InForce::Whole);
    /// assert_eq!(InForce::after([Repeals, Amends]), InForce::Repealed);
    /// ```
    pub fn after(effects: impl IntoIterator<Item = ChangeEffect>) -> Self {
        match effects.into_iter().max() {
            None => Self::Whole,
            Some(ChangeEffect::Amends) => Self::Amended,
            Some(ChangeEffect::LetsLapse) => Self::Lapsed,
            Some(ChangeEffect::Repeals) => Self::Repealed,
        }
    }
}
