//! Filings: rectification claims and appeals received against a decision, in time or late.
//!
//! A late or wrongly addressed filing is registered like any other; what follows from it is for
//! the body that handles it.

use calendar::Remedy;
use serde::{Deserialize, Serialize};
use time::{Date, Duration, OffsetDateTime, PrimitiveDateTime, Time};

use crate::id::{DecisionId, FilingId, ServiceId};
use crate::period::PeriodDates;
use crate::publicity::Personal;

/// A claim or appeal against a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filing {
    /// Its identity.
    pub id: FilingId,
    /// Raised with each saved change.
    pub version: i64,
    /// The decision it is against.
    pub decision: DecisionId,
    /// What arrived.
    pub facts: FilingFacts,
    /// How it ended, once it has.
    pub outcome: Option<Outcome>,
}

/// What arrived, when and from whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilingFacts {
    /// What kind of challenge it is.
    pub remedy: Remedy,
    /// When it arrived, to the second: an electronic one when it could be handled in the
    /// authority's system (13/2003 10 §).
    pub received_at: OffsetDateTime,
    /// By what way.
    pub way: FilingWay,
    /// Who made it; never public, nor that it was made.
    pub filer: Personal<String>,
    /// As what they made it, which decides whose period is theirs.
    pub standing: Standing,
    /// The authority it was wrongly addressed to, or empty (hallintolaki 21 §).
    pub wrongly_addressed_to: String,
    /// The body that handles it, e.g. `Kaupunginhallitus`.
    pub handled_by: String,
}

/// By what way a filing arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FilingWay {
    /// By post or messenger.
    Post,
    /// By e-mail.
    EMail,
    /// Through an electronic service.
    EService,
    /// Handed over.
    InPerson,
}

impl FilingWay {
    /// Every way.
    pub const ALL: [Self; 4] = [Self::Post, Self::EMail, Self::EService, Self::InPerson];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Post => "post",
            Self::EMail => "e_mail",
            Self::EService => "e_service",
            Self::InPerson => "in_person",
        }
    }

    /// The way of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.code() == code)
    }
}

/// As what somebody challenges a decision (kuntalaki 137 §).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// As the party of a service.
    Party(ServiceId),
    /// As a municipal member.
    MunicipalMember,
    /// As neither, or as a party whose service is not in the register.
    Other,
}

/// How a filing ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What was decided.
    pub kind: OutcomeKind,
    /// On which day.
    pub on: Date,
    /// The section or docket number of the decision on it, or empty.
    pub reference: String,
    /// The day from which that decision is final, once it is.
    pub final_from: Option<Date>,
}

/// What was decided on a filing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeKind {
    /// It was not examined (jätettiin tutkimatta), for example because it was late.
    NotExamined,
    /// It was rejected (hylättiin).
    Rejected,
    /// The decision was changed (muutettiin).
    Amended,
    /// The decision was repealed (kumottiin).
    Repealed,
    /// It was withdrawn (peruttiin).
    Withdrawn,
}

impl OutcomeKind {
    /// Every outcome.
    pub const ALL: [Self; 5] = [
        Self::NotExamined,
        Self::Rejected,
        Self::Amended,
        Self::Repealed,
        Self::Withdrawn,
    ];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotExamined => "not_examined",
            Self::Rejected => "rejected",
            Self::Amended => "amended",
            Self::Repealed => "repealed",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The outcome of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Whether a filing arrived in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timeliness {
    /// So long before the period ended.
    InTime {
        /// To the second; more than zero.
        margin: Duration,
    },
    /// So long after it had ended.
    Late {
        /// To the second; zero where it arrived as the office closed.
        by: Duration,
    },
}

impl Timeliness {
    /// Compares the moment of arrival, Helsinki time, with the end of the filer's period.
    ///
    /// A filing must arrive before the office closes (150/1930 6 §): one that arrives in the very
    /// second of closing is late. Where the hours are another authority's, the day decides.
    ///
    /// ```
    /// use calendar::{AppealPeriod, Means, Offices, Remedy};
    /// use domain::filing::Timeliness;
    /// use domain::period::PeriodDates;
    /// use time::Duration;
    /// use time::macros::{date, datetime};
    ///
    /// let (remedy, means) = (Remedy::Rectification, Means::PublishedMinutes);
    /// let period = AppealPeriod::compute(remedy, means, date!(2023 - 08 - 18), &Offices::kajaani())?;
    /// let period = PeriodDates::from(&period);
    /// let at = |moment| Timeliness::of(&period, moment);
    /// assert_eq!(at(datetime!(2023-09-08 14:59:59)), Timeliness::InTime { margin: Duration::SECOND });
    /// assert_eq!(at(datetime!(2023-09-08 15:00:01)), Timeliness::Late { by: Duration::SECOND });
    /// # Ok::<(), calendar::NotComputable>(())
    /// ```
    pub fn of(period: &PeriodDates, received: PrimitiveDateTime) -> Self {
        let margin = period.end() - received;
        if margin.is_positive() {
            Self::InTime { margin }
        } else {
            Self::Late { by: -margin }
        }
    }
}

impl PeriodDates {
    /// The moment at which the period has ended, Helsinki time: when the office closes on the last
    /// day, or as that day ends where the hours are another authority's.
    pub fn end(&self) -> PrimitiveDateTime {
        match self.closes_at {
            Some(at) => PrimitiveDateTime::new(self.last_day, at),
            // A period has a day after its last one, or it would not have been computed.
            None => PrimitiveDateTime::new(
                self.last_day.next_day().unwrap_or(self.last_day),
                Time::MIDNIGHT,
            ),
        }
    }
}
