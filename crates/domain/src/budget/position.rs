//! What of a budget line is promised, and what is free.

use super::Sums;
use crate::commitment::Drawn;
use crate::decision::{Commitment, CommitmentStrength};
use crate::money::Money;

/// What was promised and was neither released nor recovered, by its strength now: a conditional
/// commitment whose condition is met is granted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Promised {
    /// Granted.
    pub granted: Money,
    /// Promised at most.
    pub at_most: Money,
    /// Promised on a condition that is not recorded as met.
    pub conditional: Money,
    /// Provided for: noted, and never counted as promised.
    pub provided_for: Money,
    /// What of all that is paid.
    pub paid: Money,
}

impl Promised {
    /// What is drawn together, or `None` where a sum does not fit.
    pub fn of(drawn: impl IntoIterator<Item = Drawn>) -> Option<Self> {
        drawn.into_iter().try_fold(Self::default(), Self::with)
    }

    /// The same with further commitments, about which nothing was recorded yet, or `None` where a
    /// sum does not fit.
    pub fn and<'a>(self, commitments: impl IntoIterator<Item = &'a Commitment>) -> Option<Self> {
        let mut drawn = commitments.into_iter().map(Drawn::from);
        drawn.try_fold(self, Self::with)
    }

    /// The same with more that is drawn, or `None` where a sum does not fit.
    pub fn with(mut self, drawn: Drawn) -> Option<Self> {
        let sum = match drawn.strength {
            CommitmentStrength::Granted => &mut self.granted,
            CommitmentStrength::AtMost => &mut self.at_most,
            CommitmentStrength::Conditional => &mut self.conditional,
            CommitmentStrength::ProvidedFor => &mut self.provided_for,
        };
        *sum = sum.checked_add(drawn.amount)?;
        self.paid = self.paid.checked_add(drawn.paid)?;
        Some(self)
    }

    /// Both together, or `None` where a sum does not fit.
    pub fn plus(self, other: Self) -> Option<Self> {
        Some(Self {
            granted: self.granted.checked_add(other.granted)?,
            at_most: self.at_most.checked_add(other.at_most)?,
            conditional: self.conditional.checked_add(other.conditional)?,
            provided_for: self.provided_for.checked_add(other.provided_for)?,
            paid: self.paid.checked_add(other.paid)?,
        })
    }

    /// What is left without a part of it, or `None` where that does not fit.
    pub fn less(self, part: Self) -> Option<Self> {
        Some(Self {
            granted: self.granted.checked_sub(part.granted)?,
            at_most: self.at_most.checked_sub(part.at_most)?,
            conditional: self.conditional.checked_sub(part.conditional)?,
            provided_for: self.provided_for.checked_sub(part.provided_for)?,
            paid: self.paid.checked_sub(part.paid)?,
        })
    }

    /// What counts as promised: everything but what is only provided for.
    pub fn committed(self) -> Option<Money> {
        Money::checked_sum([self.granted, self.at_most, self.conditional])
    }

    /// What of that is not paid, or `None` where a sum does not fit.
    pub fn open(self) -> Option<Money> {
        self.committed()?.checked_sub(self.paid)
    }

    /// What of that waits for no condition, or `None` where a sum does not fit. Nothing is paid of
    /// what waits for one or is only provided for.
    pub fn payable(self) -> Option<Money> {
        self.open()?.checked_sub(self.conditional)
    }
}

/// Where a budget line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinePosition {
    /// What decisions about the budget have set.
    pub sums: Sums,
    /// What was promised from it.
    pub promised: Promised,
    /// What is free; negative where more is promised than there is, and `None` where nobody knows
    /// what there is.
    pub free: Option<Money>,
}

impl LinePosition {
    /// The position of what was set and promised; `None` where a sum does not fit.
    pub fn of(sums: Sums, promised: Promised) -> Option<Self> {
        let committed = promised.committed()?;
        let free = match sums.amended {
            None => None,
            Some(amended) => Some(amended.checked_sub(committed)?),
        };
        Some(Self {
            sums,
            promised,
            free,
        })
    }

    /// Whether more is promised than there is, as far as that is known.
    pub fn is_exceeded(self) -> bool {
        self.free.is_some_and(|free| free < Money::ZERO)
    }
}
