//! Why a use case was refused.

use calendar::NotComputable;
use domain::decision::{CannotPublish, CannotSign, NotInThisState};
use domain::finding::{Finding, FindingCode, Findings};
use domain::reminder::NotNow;
use domain::table::Fault;
use store::{Saved, StoreError};

use crate::ids::NoRandomness;
use crate::password::HashingFailed;

/// Why a use case was refused. Whatever it is, nothing was saved.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The actor may not do this.
    #[error("this account may not do that")]
    Forbidden,
    /// What it is about is not in the register.
    #[error("the register has no such thing")]
    NotFound,
    /// The decision is in a state that does not allow it.
    #[error(transparent)]
    NotInThisState(#[from] NotInThisState),
    /// The reminder is in a state that does not allow it, or not needed any more.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// Somebody saved another version meanwhile.
    #[error("somebody else has changed it meanwhile")]
    Stale,
    /// Something typed is missing or wrong; each finding names its field.
    #[error("something is missing or wrong")]
    Incomplete(Findings),
    /// A file is no table that can be read.
    #[error("the file is no table that can be read: {}", .0.code())]
    NoTable(Fault),
    /// The municipal member's period cannot be computed, so that publishing would promise nothing.
    #[error(transparent)]
    NotComputable(#[from] NotComputable),
    /// The form's key was used for something else before.
    #[error("this form was used for something else before")]
    FormUsed,
    /// The frozen content could not be written as JSON.
    #[error("the content cannot be written: {0}")]
    Unwritable(#[from] serde_json::Error),
    /// The system gave no randomness.
    #[error(transparent)]
    Randomness(#[from] NoRandomness),
    /// A password could not be hashed.
    #[error(transparent)]
    Hashing(#[from] HashingFailed),
    /// A document could not be made.
    #[error("the document could not be made: {0}")]
    Document(String),
    /// The database did not do its part.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Refusal {
    /// A single finding at a field.
    pub(crate) fn at(place: &str, code: FindingCode) -> Self {
        Self::Incomplete(Finding::at(place, code).into())
    }

    /// A finding where the database says that a value is taken; any other error as it is.
    pub(crate) fn taken(
        value: &'static str,
        place: &'static str,
        code: FindingCode,
    ) -> impl Fn(StoreError) -> Self {
        move |error| match error {
            StoreError::Unique { what } if what == value => Self::at(place, code),
            other => other.into(),
        }
    }
}

impl From<Findings> for Refusal {
    fn from(findings: Findings) -> Self {
        Self::Incomplete(findings)
    }
}

impl From<CannotSign> for Refusal {
    fn from(error: CannotSign) -> Self {
        match error {
            CannotSign::State(state) => state.into(),
            CannotSign::Conflict => Self::at("no_conflict", FindingCode::OnlyDeputyCanSign),
        }
    }
}

impl From<CannotPublish> for Refusal {
    fn from(error: CannotPublish) -> Self {
        match error {
            CannotPublish::State(state) => state.into(),
            CannotPublish::DayIsKnown => Self::at("day_unknown", FindingCode::DayMustBeKnown),
            CannotPublish::Period(period) => period.into(),
            CannotPublish::Instructions(_) => {
                Self::at("published_on", FindingCode::InstructionsContradict)
            }
        }
    }
}

/// The new version of something that was saved.
pub(crate) fn fresh(saved: Saved) -> Result<i64, Refusal> {
    match saved {
        Saved::Saved { version } => Ok(version),
        Saved::Stale => Err(Refusal::Stale),
    }
}
