//! Where a commitment stands: what of it is open, paid, recovered and released.

use super::{EntryFact, EntryKind};
use crate::decision::{Commitment, CommitmentStrength};
use crate::finding::FindingCode;
use crate::money::Money;

/// What entries change, or have changed together. Of a reversal these are the opposite numbers, so
/// that a sum over all entries is where the commitment stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moves {
    /// Released and lapsed.
    pub released: Money,
    /// Paid, before recoveries.
    pub paid: Money,
    /// Recovered of that.
    pub recovered: Money,
    /// How often the condition was recorded as met: 1 or 0 together.
    pub conditions_met: i64,
}

impl Moves {
    /// What an entry moves; a reversal only with the entry that it undoes.
    pub(super) fn of(fact: &EntryFact) -> Self {
        let mut moves = Self::default();
        match fact {
            EntryFact::ConditionMet { .. } => moves.conditions_met = 1,
            EntryFact::Released { amount, .. } | EntryFact::Lapsed { amount, .. } => {
                moves.released = *amount;
            }
            EntryFact::Paid(payment) => moves.paid = payment.amount,
            EntryFact::Recovered { amount, .. } => moves.recovered = *amount,
            EntryFact::AidAssessed { .. } | EntryFact::Reversed { .. } => {}
        }
        moves
    }

    /// Both together, or `None` where a sum does not fit.
    pub fn plus(self, other: Self) -> Option<Self> {
        Some(Self {
            released: self.released.checked_add(other.released)?,
            paid: self.paid.checked_add(other.paid)?,
            recovered: self.recovered.checked_add(other.recovered)?,
            conditions_met: self.conditions_met.checked_add(other.conditions_met)?,
        })
    }

    /// The opposite, or `None` where it does not fit.
    pub(super) fn undone(self) -> Option<Self> {
        Some(Self {
            released: Money::ZERO.checked_sub(self.released)?,
            paid: Money::ZERO.checked_sub(self.paid)?,
            recovered: Money::ZERO.checked_sub(self.recovered)?,
            conditions_met: self.conditions_met.checked_neg()?,
        })
    }
}

/// Where a commitment stands.
///
/// Its parts are what was promised, to the cent: open + paid + recovered + released. None of them
/// is less than nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// What was promised.
    pub promised: Money,
    /// What is open: neither paid nor released.
    pub open: Money,
    /// What is paid and was not recovered.
    pub paid: Money,
    /// What was paid and recovered.
    pub recovered: Money,
    /// What was released or lapsed.
    pub released: Money,
    /// How firm it is now: a conditional one whose condition is met is granted.
    pub strength: CommitmentStrength,
    /// Whether another signed decision ended the one that made it.
    pub is_ended: bool,
}

/// The states of a commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Only provided for: noted, and no commitment.
    Noted,
    /// It waits for its condition.
    Conditional,
    /// Something of it can be paid.
    Open,
    /// Nothing of it is open.
    Settled,
    /// Another decision ended the one that made it.
    Ended,
}

impl Standing {
    /// Every state.
    pub const ALL: [Self; 5] = [
        Self::Noted,
        Self::Conditional,
        Self::Open,
        Self::Settled,
        Self::Ended,
    ];

    /// The code that the drawing has.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Noted => "noted",
            Self::Conditional => "conditional",
            Self::Open => "open",
            Self::Settled => "settled",
            Self::Ended => "ended",
        }
    }
}

/// What of commitments draws on a budget line: what is open of them and what is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// How firm they are now.
    pub strength: CommitmentStrength,
    /// Open and paid together.
    pub amount: Money,
    /// What of that is paid.
    pub paid: Money,
}

impl From<&Commitment> for Drawn {
    /// Of a commitment about which nothing was recorded.
    fn from(commitment: &Commitment) -> Self {
        Self {
            strength: commitment.strength,
            amount: commitment.amount,
            paid: Money::ZERO,
        }
    }
}

impl Position {
    /// The position after moves that add up to a sum; `None` where no list of entries does so.
    pub fn of(commitment: &Commitment, moves: Moves, is_ended: bool) -> Option<Self> {
        let left = commitment.amount.checked_sub(moves.released)?;
        let is_conditional = commitment.strength == CommitmentStrength::Conditional;
        let strength = match moves.conditions_met {
            0 => commitment.strength,
            1 if is_conditional => CommitmentStrength::Granted,
            _ => return None,
        };
        let position = Self {
            promised: commitment.amount,
            open: left.checked_sub(moves.paid)?,
            paid: moves.paid.checked_sub(moves.recovered)?,
            recovered: moves.recovered,
            released: moves.released,
            strength,
            is_ended,
        };
        let parts = [
            position.open,
            position.paid,
            position.recovered,
            position.released,
        ];
        parts
            .iter()
            .all(|part| *part >= Money::ZERO)
            .then_some(position)
    }

    /// Its state.
    pub fn standing(self) -> Standing {
        match self.strength {
            _ if self.is_ended => Standing::Ended,
            _ if self.open == Money::ZERO => Standing::Settled,
            CommitmentStrength::ProvidedFor => Standing::Noted,
            CommitmentStrength::Conditional => Standing::Conditional,
            CommitmentStrength::Granted | CommitmentStrength::AtMost => Standing::Open,
        }
    }

    /// What draws on its budget line; `None` where a sum does not fit. Of an ended decision that is
    /// what was paid all the same.
    pub fn drawn(self) -> Option<Drawn> {
        let open = if self.is_ended {
            Money::ZERO
        } else {
            self.open
        };
        Some(Drawn {
            strength: self.strength,
            amount: open.checked_add(self.paid)?,
            paid: self.paid,
        })
    }

    /// Whether an entry of a kind can follow at all.
    ///
    /// # Errors
    /// The rule against it.
    pub fn may(self, kind: EntryKind) -> Result<(), FindingCode> {
        use EntryKind as K;
        match (kind, self.strength) {
            (K::Recovered, _) if self.paid == Money::ZERO => Err(FindingCode::MoreThanPaid),
            (K::Reversed | K::Recovered, _) => Ok(()),
            _ if self.is_ended => Err(FindingCode::DecisionEnded),
            (K::AidAssessed, _) => Ok(()),
            (K::ConditionMet, CommitmentStrength::Conditional)
            | (K::Released | K::Lapsed, _)
            | (K::Paid, CommitmentStrength::Granted | CommitmentStrength::AtMost) => {
                let nothing = self.open == Money::ZERO;
                let refused = nothing.then_some(FindingCode::NothingOpen);
                refused.map_or(Ok(()), Err)
            }
            (K::ConditionMet, _) => Err(FindingCode::NoConditionOpen),
            (K::Paid, CommitmentStrength::Conditional) => Err(FindingCode::ConditionNotMet),
            (K::Paid, CommitmentStrength::ProvidedFor) => Err(FindingCode::ProvisionIsNotPaid),
        }
    }

    /// Whether an entry can follow.
    ///
    /// # Errors
    /// The rule that it breaks.
    pub(super) fn allows(self, fact: &EntryFact) -> Result<(), FindingCode> {
        self.may(fact.kind())?;
        if let EntryFact::AidAssessed { de_minimis, .. } = fact {
            return match de_minimis {
                Some(amount) if *amount <= Money::ZERO => Err(FindingCode::AmountNotPositive),
                Some(amount) if *amount > self.promised => Err(FindingCode::MoreThanPromised),
                _ => Ok(()),
            };
        }
        let (limit, above) = match fact.kind() {
            EntryKind::Recovered => (self.paid, FindingCode::MoreThanPaid),
            _ => (self.open, FindingCode::MoreThanOpen),
        };
        match fact.amount() {
            Some(amount) if amount <= Money::ZERO => Err(FindingCode::AmountNotPositive),
            Some(amount) if amount > limit => Err(above),
            _ => Ok(()),
        }
    }
}
