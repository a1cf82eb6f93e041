//! How a decision can be challenged, or that it cannot be (muutoksenhakukielto).

use std::str::FromStr;

use calendar::{Means, Remedy, UnknownCode, rule};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use time::Date;

/// What is recorded of each decision, and never inferred: its remedy, or why it has none.
///
/// ```
/// use calendar::{Means, Remedy};
/// use domain::appeal_right::AppealRight;
///
/// let claim: AppealRight = "rectification".parse()?;
/// assert_eq!(claim.remedy(), Some(Remedy::Rectification));
/// let barred: AppealRight = "preparation-or-implementation".parse()?;
/// assert_eq!(barred.remedy(), None);
/// assert!(!barred.starts(Means::PublishedMinutes));
/// # Ok::<(), calendar::UnknownCode>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AppealRight {
    /// It can be challenged by this remedy.
    By(Remedy),
    /// It concerns only preparation or implementation and cannot be challenged (kuntalaki 136 §).
    /// Parties are served all the same (hallintolaki 54 §), and are told so (kuntalaki 141.3 §).
    PreparationOrImplementation,
}

impl AppealRight {
    /// Every right, the remedies first.
    pub fn all() -> impl Iterator<Item = Self> {
        Remedy::ALL
            .into_iter()
            .map(Self::By)
            .chain([Self::PreparationOrImplementation])
    }

    /// The remedy, if there is one.
    pub const fn remedy(self) -> Option<Remedy> {
        match self {
            Self::By(remedy) => Some(remedy),
            Self::PreparationOrImplementation => None,
        }
    }

    /// The stable code: that of the remedy, or of the reason why there is none.
    pub const fn code(self) -> &'static str {
        match self {
            Self::By(remedy) => remedy.code(),
            Self::PreparationOrImplementation => "preparation-or-implementation",
        }
    }

    /// Whether service by a means starts a period, by the law now in force.
    pub fn starts(self, means: Means) -> bool {
        self.remedy()
            .is_some_and(|remedy| rule::starting(means, remedy, Date::MAX).is_some())
    }
}

impl FromStr for AppealRight {
    type Err = UnknownCode;

    fn from_str(code: &str) -> Result<Self, UnknownCode> {
        if code == Self::PreparationOrImplementation.code() {
            return Ok(Self::PreparationOrImplementation);
        }
        code.parse().map(Self::By)
    }
}

impl Serialize for AppealRight {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for AppealRight {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let code = String::deserialize(from)?;
        code.parse().map_err(D::Error::custom)
    }
}
