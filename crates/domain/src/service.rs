//! Service (tiedoksianto): how and when each party got the decision, and the period that follows.

use calendar::{AppealPeriod, Means, NotComputable, Offices, Remedy};
use serde::{Deserialize, Serialize};
use time::Date;

use crate::id::{DecisionId, OrganisationId, ServiceId};

/// The service of one decision on one party.
///
/// The event day may be unknown: then the party's period is not computable and says why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// Its identity.
    pub id: ServiceId,
    /// Raised with each saved change.
    pub version: i64,
    /// The decision that was served.
    pub decision: DecisionId,
    /// The party (asianosainen).
    pub recipient: OrganisationId,
    /// How it was served.
    pub means: ServiceMeans,
    /// The day of the event that the means counts from, once recorded.
    pub event_on: Option<Date>,
}

/// The means by which a party is served in this register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ServiceMeans {
    /// Ordinary letter to a private party; counts from posting (hallintolaki 59 §).
    Letter,
    /// Ordinary letter to an authority; counts from arrival (hallintolaki 59.2 §).
    LetterToAuthority,
    /// Ordinary e-message, with consent; counts from sending (13/2003 19 §).
    EMessage,
    /// Certificate of receipt or handing over; counts from its day (hallintolaki 60 §).
    Proof,
}

impl ServiceMeans {
    /// Every means.
    pub const ALL: [Self; 4] = [
        Self::Letter,
        Self::LetterToAuthority,
        Self::EMessage,
        Self::Proof,
    ];

    /// The calendar's means.
    pub const fn means(self) -> Means {
        match self {
            Self::Letter => Means::Letter,
            Self::LetterToAuthority => Means::LetterToAuthority,
            Self::EMessage => Means::EMessage,
            Self::Proof => Means::Proof,
        }
    }

    /// The code of the contract, e.g. `e-message`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::LetterToAuthority => "letter-to-authority",
            Self::EMessage => "e-message",
            Self::Proof => "proof",
        }
    }

    /// The means of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|means| means.code() == code)
    }
}

/// Why a party's period cannot be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoPeriod {
    /// The day the means counts from is not recorded; the means says which day that is.
    #[error("the event day of the service is not recorded")]
    EventDayMissing(ServiceMeans),
    /// The calendar refuses the recorded day.
    #[error(transparent)]
    Refused(#[from] NotComputable),
}

impl Service {
    /// The party's own appeal period.
    ///
    /// # Errors
    /// [`NoPeriod`] says which fact is missing or why the calendar refuses.
    pub fn period(&self, remedy: Remedy, offices: &Offices) -> Result<AppealPeriod, NoPeriod> {
        let event_on = self.event_on.ok_or(NoPeriod::EventDayMissing(self.means))?;
        Ok(AppealPeriod::compute(
            remedy,
            self.means.means(),
            event_on,
            offices,
        )?)
    }
}
