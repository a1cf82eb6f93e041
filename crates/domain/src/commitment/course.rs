//! The entries of one commitment, and which entry may follow them.

use super::{EntryFact, EntryKind, Moves, Position};
use crate::decision::Commitment;
use crate::finding::FindingCode;

/// A commitment with what was recorded about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// The commitment, as it was signed.
    pub commitment: Commitment,
    /// Whether another signed decision ended the one that made it.
    pub is_ended: bool,
    /// What was recorded, in its order: the first is number 1.
    pub facts: Vec<EntryFact>,
}

impl Course {
    /// Where it stands; `None` where the entries are not such as the rules allow.
    pub fn position(&self) -> Option<Position> {
        self.replay().ok()
    }

    /// Where it would stand after one entry more.
    ///
    /// # Errors
    /// The rule that the entry breaks.
    pub fn after(&self, fact: &EntryFact) -> Result<Position, FindingCode> {
        self.may(fact.kind())?;
        if let EntryFact::Reversed { entry, .. } = fact {
            self.check_reversal(*entry)?;
        }
        let mut after = self.clone();
        after.facts.push(fact.clone());
        after.replay()
    }

    /// Whether an entry of a kind can follow at all.
    ///
    /// # Errors
    /// The rule against it.
    pub fn may(&self, kind: EntryKind) -> Result<(), FindingCode> {
        self.replay()?.may(kind)
    }

    /// What the entry of a number moves, of a reversal the opposite of what it undoes; `None` where
    /// there is no such entry.
    pub fn moves(&self, number: u32) -> Option<Moves> {
        match self.fact(number)? {
            EntryFact::Reversed { entry, .. } => Moves::of(self.fact(*entry)?).undone(),
            fact => Some(Moves::of(fact)),
        }
    }

    /// Whether a later entry undid the one of a number.
    pub fn is_reversed(&self, number: u32) -> bool {
        let mut reversed = self.facts.iter().filter_map(EntryFact::reverses);
        reversed.any(|entry| entry == number)
    }

    /// Whether the entry of a number can be undone now.
    ///
    /// # Errors
    /// The rule against it.
    pub fn may_reverse(&self, number: u32) -> Result<(), FindingCode> {
        let reversal = EntryFact::Reversed {
            entry: number,
            reason: String::new(),
        };
        self.after(&reversal).map(|_| ())
    }

    /// The assessment that holds of whether it is state aid: the last one that was not undone.
    pub fn assessment(&self) -> Option<&EntryFact> {
        let numbered = (1..).zip(&self.facts);
        let assessed = numbered.filter(|(_, fact)| fact.kind() == EntryKind::AidAssessed);
        let counting = assessed.filter(|(number, _)| !self.is_reversed(*number));
        counting.last().map(|(_, fact)| fact)
    }

    fn fact(&self, number: u32) -> Option<&EntryFact> {
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        self.facts.get(index)
    }

    fn check_reversal(&self, entry: u32) -> Result<(), FindingCode> {
        match self.fact(entry) {
            None => Err(FindingCode::UnknownChoice),
            Some(EntryFact::Reversed { .. }) => Err(FindingCode::ReversalStays),
            Some(_) if self.is_reversed(entry) => Err(FindingCode::ReversedAlready),
            Some(_) => Ok(()),
        }
    }

    /// Goes through the entries that count, in their order. What was allowed once may rest on an
    /// entry that was undone since: then it is allowed no more.
    fn replay(&self) -> Result<Position, FindingCode> {
        // An ended decision ended after them.
        let at = |moves| {
            let position = Position::of(&self.commitment, moves, false);
            position.ok_or(FindingCode::EntryIsNeeded)
        };
        let last = self.facts.last();
        let is_reversal = last.is_some_and(|last| last.reverses().is_some());
        let mut moves = Moves::default();
        let mut position = at(moves)?;
        for (number, fact) in (1..).zip(&self.facts) {
            if fact.reverses().is_some() || self.is_reversed(number) {
                continue;
            }
            if let Err(code) = position.allows(fact) {
                let needed = FindingCode::EntryIsNeeded;
                return Err(if is_reversal { needed } else { code });
            }
            let after = moves.plus(Moves::of(fact));
            moves = after.ok_or(FindingCode::AmountTooLarge)?;
            position = at(moves)?;
        }
        Ok(Position {
            is_ended: self.is_ended,
            ..position
        })
    }
}

impl EntryFact {
    /// The number of the entry that it undoes, if it is a reversal.
    pub const fn reverses(&self) -> Option<u32> {
        match self {
            Self::Reversed { entry, .. } => Some(*entry),
            _ => None,
        }
    }
}
