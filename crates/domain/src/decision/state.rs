//! The life of a decision. `docs/states/decision.md` draws it.

use calendar::{AppealPeriod, Means, NotComputable, Offices};
use serde::{Deserialize, Serialize};
use time::{Date, OffsetDateTime};

use super::content::DecisionContent;
use super::draft::DecisionDraft;
use super::seal::Seal;
use crate::id::{CaseId, DecisionId, ProjectId, UserId};
use crate::instruction::Contradiction;
use crate::period::PeriodDates;
use crate::publicity::Personal;
use crate::section::Section;

/// A decision and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Its identity.
    pub id: DecisionId,
    /// Raised with each saved change; a change made on an older version is refused.
    pub version: i64,
    /// The case it is made in.
    pub case: CaseId,
    /// The project it funds, if any.
    pub project: Option<ProjectId>,
    /// The official who prepares it.
    pub preparer: UserId,
    /// What was noted beside its state.
    pub notes: DecisionNotes,
    /// Where it stands.
    pub state: DecisionState,
}

/// What officials noted of a decision beside its state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecisionNotes {
    /// Why it was given back or abandoned, until it is sent again.
    pub remark: Option<String>,
    /// That its decision maker may not decide it, until it is signed.
    pub conflict: Option<ConflictOfInterest>,
    /// The day on which it is to be published, while it is signed.
    pub publish_on: Option<Date>,
}

/// A decision maker's own statement that a conflict of interest keeps them from deciding
/// (hallintolaki 27–28 §): only a deputy can sign then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConflictOfInterest {
    /// The account that stated it.
    pub by: UserId,
    /// The ground, e.g. `hallintolaki 28 § 1 mom. 5 kohta`.
    pub ground: String,
}

/// Where a decision stands, with what is true there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecisionState {
    /// Being written (Luonnos).
    Draft(DecisionDraft),
    /// Sent to the decision maker (Allekirjoitettavana).
    AwaitingSignature(DecisionDraft),
    /// Withdrawn before it was signed (Peruttu); it can be taken up again.
    Abandoned(DecisionDraft),
    /// Signed here or recorded as made elsewhere, not yet public (Allekirjoitettu).
    Signed(Sealed),
    /// Public (Nähtävänä, and what follows from dates and filings).
    Published(Sealed, Publication),
}

/// What cannot change any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// Its permanent place in a series.
    pub section: Section,
    /// What it says, as corrected last.
    pub content: DecisionContent,
    /// How often a typing error in it was corrected. Each correction keeps what stood before.
    pub corrections: u32,
    /// The proof of what was signed.
    pub seal: Seal,
    /// Who decided, and how that is known.
    pub signature: Signature,
}

/// How a decision was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signature {
    /// Signed in this register.
    Here {
        /// When.
        at: OffsetDateTime,
        /// The account that signed.
        by: UserId,
        /// The person's name at that moment.
        name: Personal<String>,
        /// The office at that moment.
        office: String,
        /// On what ground as the decision maker's deputy; `None` for the decision maker.
        deputy_ground: Option<String>,
    },
    /// Made elsewhere: by a body, or before the register existed.
    Elsewhere(MadeElsewhere),
}

/// What is known of a decision that was made elsewhere. What is not known stays unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeElsewhere {
    /// The day of the decision or of the meeting, if known.
    pub decided_on: Option<Date>,
    /// A day by which it must have been made, where only that follows from the source.
    pub no_later_than: Option<Date>,
    /// Where it was recorded from, e.g. the document's name.
    pub source: String,
}

/// When a decision became public and what follows for municipal members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// Rises by one with each publication of the register: the order of feeds.
    pub number: i64,
    /// The day from which it was in the public network, Helsinki time; `None` where it was
    /// published elsewhere and nobody knows when.
    pub on: Option<Date>,
    /// The municipal member's period, with its computed dates (kuntalaki 140.3 §); `None` where
    /// the remedy gives members no right, or the day is not known.
    pub member_period: Option<PeriodDates>,
}

/// The transition is not possible from the state the decision is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the decision is not in a state that allows this")]
pub struct NotInThisState;

/// Why a decision cannot be signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotSign {
    /// It does not await signature.
    #[error(transparent)]
    State(#[from] NotInThisState),
    /// The decision maker stated a conflict of interest, and who signs is no deputy.
    #[error("a conflict of interest was stated: only a deputy can sign")]
    Conflict,
}

/// Why a decision cannot be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotPublish {
    /// It is not signed, or already public.
    #[error(transparent)]
    State(#[from] NotInThisState),
    /// It was signed here, so that the day it became public is known.
    #[error("the day of publication is known of a decision that was signed here")]
    DayIsKnown,
    /// The period of municipal members cannot be computed.
    #[error(transparent)]
    Period(#[from] NotComputable),
    /// The instructions it was signed with tell another period than the law of the day.
    #[error(transparent)]
    Instructions(#[from] Contradiction),
}

impl Decision {
    /// The draft, while it can still be changed.
    ///
    /// # Errors
    /// [`NotInThisState`] once it was sent or signed.
    pub fn draft(&self) -> Result<&DecisionDraft, NotInThisState> {
        match &self.state {
            DecisionState::Draft(draft) => Ok(draft),
            _ => Err(NotInThisState),
        }
    }

    /// The frozen part, once there is one.
    pub const fn sealed(&self) -> Option<&Sealed> {
        match &self.state {
            DecisionState::Signed(sealed) | DecisionState::Published(sealed, _) => Some(sealed),
            DecisionState::Draft(_)
            | DecisionState::AwaitingSignature(_)
            | DecisionState::Abandoned(_) => None,
        }
    }

    /// What is typed so far, whether it can be changed or not; `None` once it is frozen.
    pub const fn typed(&self) -> Option<&DecisionDraft> {
        match &self.state {
            DecisionState::Draft(draft)
            | DecisionState::AwaitingSignature(draft)
            | DecisionState::Abandoned(draft) => Some(draft),
            DecisionState::Signed(_) | DecisionState::Published(..) => None,
        }
    }

    /// The publication, once public.
    pub const fn publication(&self) -> Option<&Publication> {
        match &self.state {
            DecisionState::Published(_, publication) => Some(publication),
            _ => None,
        }
    }

    /// Replaces the draft.
    ///
    /// # Errors
    /// [`NotInThisState`] unless it is a draft.
    pub fn change(self, draft: DecisionDraft) -> Result<Self, NotInThisState> {
        match self.state {
            DecisionState::Draft(_) => Ok(Self {
                state: DecisionState::Draft(draft),
                ..self
            }),
            _ => Err(NotInThisState),
        }
    }

    /// Sends the draft to the decision maker. The caller has read it without findings.
    ///
    /// # Errors
    /// [`NotInThisState`] unless it is a draft.
    pub fn send(self) -> Result<Self, NotInThisState> {
        match self.state {
            DecisionState::Draft(draft) => Ok(Self {
                state: DecisionState::AwaitingSignature(draft),
                notes: DecisionNotes {
                    remark: None,
                    ..self.notes
                },
                ..self
            }),
            _ => Err(NotInThisState),
        }
    }

    /// Takes a sent draft back, so that it can be changed: the undo of sending.
    ///
    /// # Errors
    /// [`NotInThisState`] unless it awaits signature.
    pub fn recall(self) -> Result<Self, NotInThisState> {
        match self.state {
            DecisionState::AwaitingSignature(draft) => Ok(Self {
                state: DecisionState::Draft(draft),
                ..self
            }),
            _ => Err(NotInThisState),
        }
    }

    /// Refuses the signature: gives the draft back to its preparer, with the reason.
    ///
    /// # Errors
    /// [`NotInThisState`] unless it awaits signature.
    pub fn give_back(self, reason: String) -> Result<Self, NotInThisState> {
        Ok(self.recall()?.remarked(Some(reason)))
    }

    /// Withdraws a draft that is not to become a decision, with the reason.
    ///
    /// # Errors
    /// [`NotInThisState`] unless it is a draft.
    pub fn abandon(self, reason: String) -> Result<Self, NotInThisState> {
        match self.state {
            DecisionState::Draft(draft) => Ok(Self {
                state: DecisionState::Abandoned(draft),
                ..self
            }
            .remarked(Some(reason))),
            _ => Err(NotInThisState),
        }
    }

    /// Makes an abandoned draft a draft again.
    ///
    /// # Errors
    /// [`NotInThisState`] unless it was abandoned.
    pub fn take_up(self) -> Result<Self, NotInThisState> {
        match self.state {
            DecisionState::Abandoned(draft) => Ok(Self {
                state: DecisionState::Draft(draft),
                ..self
            }
            .remarked(None)),
            _ => Err(NotInThisState),
        }
    }

    /// Notes that its decision maker may not decide it.
    ///
    /// # Errors
    /// [`NotInThisState`] unless it awaits signature.
    pub fn state_conflict(self, conflict: ConflictOfInterest) -> Result<Self, NotInThisState> {
        match self.state {
            DecisionState::AwaitingSignature(_) => Ok(Self {
                notes: DecisionNotes {
                    conflict: Some(conflict),
                    ..self.notes
                },
                ..self
            }),
            _ => Err(NotInThisState),
        }
    }

    /// Freezes the content with a signature given here.
    ///
    /// # Errors
    /// [`CannotSign`] says why not.
    pub fn sign(self, sealed: Sealed) -> Result<Self, CannotSign> {
        let Signature::Here { deputy_ground, .. } = &sealed.signature else {
            return Err(NotInThisState.into());
        };
        match self.state {
            DecisionState::AwaitingSignature(_)
                if self.notes.conflict.is_some() && deputy_ground.is_none() =>
            {
                Err(CannotSign::Conflict)
            }
            DecisionState::AwaitingSignature(_) => Ok(Self {
                state: DecisionState::Signed(sealed),
                ..self
            }),
            _ => Err(NotInThisState.into()),
        }
    }

    fn remarked(self, remark: Option<String>) -> Self {
        Self {
            notes: DecisionNotes {
                remark,
                ..self.notes
            },
            ..self
        }
    }

    /// Freezes the content of a decision that was made elsewhere.
    ///
    /// # Errors
    /// [`NotInThisState`] unless it is a draft.
    pub fn record_elsewhere(self, sealed: Sealed) -> Result<Self, NotInThisState> {
        match (self.state, &sealed.signature) {
            (DecisionState::Draft(_), Signature::Elsewhere(_)) => Ok(Self {
                state: DecisionState::Signed(sealed),
                ..self
            }),
            _ => Err(NotInThisState),
        }
    }

    /// Sets the day on which a signed decision is to be published, or that it is not yet known.
    ///
    /// # Errors
    /// [`NotInThisState`] unless it is signed and not yet public.
    pub fn schedule(self, publish_on: Option<Date>) -> Result<Self, NotInThisState> {
        match self.state {
            DecisionState::Signed(_) => Ok(Self {
                notes: DecisionNotes {
                    publish_on,
                    ..self.notes
                },
                ..self
            }),
            _ => Err(NotInThisState),
        }
    }

    /// Makes a signed decision public from a day on, and computes the municipal member's period.
    /// Of a decision made elsewhere the day may be unknown (`None`): then nothing is computed.
    ///
    /// # Errors
    /// [`CannotPublish`] says why not.
    pub fn publish(
        self,
        number: i64,
        on: Option<Date>,
        offices: &Offices,
    ) -> Result<Self, CannotPublish> {
        let DecisionState::Signed(sealed) = self.state else {
            return Err(NotInThisState.into());
        };
        if on.is_none() && matches!(sealed.signature, Signature::Here { .. }) {
            return Err(CannotPublish::DayIsKnown);
        }
        let right = sealed.content.remedy.0;
        let minutes = Means::PublishedMinutes;
        let member_period = on
            .zip(right.remedy().filter(|_| right.starts(minutes)))
            .map(|(on, remedy)| AppealPeriod::compute(remedy, minutes, on, offices))
            .transpose()?;
        if let Some(period) = &member_period {
            sealed.content.instructions.0.compare(right, period)?;
        }
        let member_period = member_period.as_ref().map(PeriodDates::from);
        let publication = Publication {
            number,
            on,
            member_period,
        };
        Ok(Self {
            state: DecisionState::Published(sealed, publication),
            notes: DecisionNotes {
                publish_on: None,
                ..self.notes
            },
            ..self
        })
    }
}
