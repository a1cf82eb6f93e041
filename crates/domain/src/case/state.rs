//! Where a case stands. `docs/states/case.md` draws it.

use time::Date;

/// Where a case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CaseState {
    /// Vireillä: it waits for a decision or another end.
    Pending,
    /// Ratkaistu: every decision in it is made.
    Resolved,
    /// Suljettu: nothing is done in it any more; its retention runs.
    Closed,
    /// Hävitetty: only what is kept for good is left.
    Disposed,
}

/// What is still under way in a case, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CaseWork {
    /// Decisions that are made: signed, or recorded as made elsewhere.
    pub decided: u64,
    /// Drafts, and proposals that await signature.
    pub undecided: u64,
    /// Claims and appeals without an outcome.
    pub open_filings: u64,
}

/// Why a case does not come to another state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotMove {
    /// The state does not allow it.
    #[error("the case is in a state that does not allow this")]
    State,
    /// Nothing is decided in it: it can only be closed, with a reason.
    #[error("nothing is decided in the case")]
    NothingDecided,
    /// A decision is still being prepared.
    #[error("a decision of the case is not made yet")]
    Undecided,
    /// A claim or appeal waits for its outcome.
    #[error("a claim or appeal in the case waits for its outcome")]
    FilingOpen,
}

/// A change of state that was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseStep {
    /// The state it came to.
    pub state: CaseState,
    /// On which day.
    pub on: Date,
    /// Why, where a reason was asked for, or empty.
    pub reason: String,
    /// The office that did it; `None` from the command line.
    pub office: Option<String>,
}

impl CaseState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Pending, Self::Resolved, Self::Closed, Self::Disposed];

    /// The stored code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Resolved => "resolved",
            Self::Closed => "closed",
            Self::Disposed => "disposed",
        }
    }

    /// The state of a stored code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The case is resolved by its decisions.
    ///
    /// # Errors
    /// [`CannotMove`] where it is not pending, nothing is decided, or something is still open.
    pub fn resolve(self, work: CaseWork) -> Result<Self, CannotMove> {
        if self != Self::Pending {
            return Err(CannotMove::State);
        }
        work.is_done()?;
        if work.decided == 0 {
            return Err(CannotMove::NothingDecided);
        }
        Ok(Self::Resolved)
    }

    /// Nothing is done in the case any more.
    ///
    /// # Errors
    /// [`CannotMove`] where it is closed already, or something is still open.
    pub fn close(self, work: CaseWork) -> Result<Self, CannotMove> {
        match self {
            Self::Pending | Self::Resolved => work.is_done().map(|()| Self::Closed),
            Self::Closed | Self::Disposed => Err(CannotMove::State),
        }
    }

    /// Something is done in it again.
    ///
    /// # Errors
    /// [`CannotMove::State`] where it is pending, or disposed of.
    pub const fn reopen(self) -> Result<Self, CannotMove> {
        match self {
            Self::Resolved | Self::Closed => Ok(Self::Pending),
            Self::Pending | Self::Disposed => Err(CannotMove::State),
        }
    }

    /// What is not kept for good is removed.
    ///
    /// # Errors
    /// [`CannotMove::State`] where it is not closed.
    pub const fn dispose(self) -> Result<Self, CannotMove> {
        match self {
            Self::Closed => Ok(Self::Disposed),
            Self::Pending | Self::Resolved | Self::Disposed => Err(CannotMove::State),
        }
    }

    /// Whether a decision may be begun in it.
    pub const fn takes_decisions(self) -> bool {
        matches!(self, Self::Pending | Self::Resolved)
    }
}

impl CaseWork {
    const fn is_done(self) -> Result<(), CannotMove> {
        if self.undecided > 0 {
            Err(CannotMove::Undecided)
        } else if self.open_filings > 0 {
            Err(CannotMove::FilingOpen)
        } else {
            Ok(())
        }
    }
}
