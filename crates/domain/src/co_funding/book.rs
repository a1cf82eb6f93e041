//! Where the other funders of a project stand by its entries.

use std::collections::{BTreeMap, BTreeSet};

use super::CoFundingFact;
use crate::finding::FindingCode;
use crate::id::OrganisationId;
use crate::money::Money;

/// What is recorded of the other funders of a project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CoFundingBook {
    entries: Vec<(OrganisationId, CoFundingFact)>,
    undone: BTreeSet<u32>,
    standing: BTreeMap<OrganisationId, CoFunding>,
}

/// Where one funder stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CoFunding {
    /// Its decision that holds; `None` where none is known.
    pub decided: Option<Decided>,
    /// What it paid.
    pub paid: Money,
}

/// What a funder decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decided {
    /// To pay so much in all.
    Granted(Money),
    /// Not to pay.
    Refused,
}

impl CoFundingBook {
    /// The book of entries in their order; `None` where the rules do not allow one of them.
    pub fn of(entries: &[(OrganisationId, CoFundingFact)]) -> Option<Self> {
        let mut entries = entries.iter();
        entries.try_fold(Self::default(), |book, (funder, fact)| {
            book.after(*funder, fact.clone()).ok()
        })
    }

    /// Where a funder stands.
    pub fn of_funder(&self, funder: OrganisationId) -> CoFunding {
        self.standing.get(&funder).copied().unwrap_or_default()
    }

    /// The funders that something is recorded of.
    pub fn funders(&self) -> impl Iterator<Item = OrganisationId> {
        self.standing.keys().copied()
    }

    /// Whose money an entry is about that can be undone: it is one, it undoes nothing itself, and
    /// it holds.
    ///
    /// # Errors
    /// Why it cannot be.
    pub fn may_undo(&self, entry: u32) -> Result<OrganisationId, FindingCode> {
        let (funder, fact) = self.entry(entry).ok_or(FindingCode::EntryUnknown)?;
        if matches!(fact, CoFundingFact::Undone { .. }) {
            return Err(FindingCode::ReversalStays);
        }
        if self.undone.contains(&entry) {
            return Err(FindingCode::ReversedAlready);
        }
        Ok(*funder)
    }

    /// The book with an entry more.
    ///
    /// # Errors
    /// What the entry breaks: it undoes what does not hold, more is paid than was granted, or a sum
    /// does not fit.
    pub fn after(
        mut self,
        funder: OrganisationId,
        fact: CoFundingFact,
    ) -> Result<Self, FindingCode> {
        if let CoFundingFact::Undone { entry, .. } = fact {
            if self.may_undo(entry)? != funder {
                return Err(FindingCode::EntryUnknown);
            }
            self.undone.insert(entry);
        }
        self.entries.push((funder, fact));
        let now = self.reckoned(funder).ok_or(FindingCode::AmountTooLarge)?;
        let most = match now.decided {
            Some(Decided::Granted(granted)) => Some(granted),
            Some(Decided::Refused) => Some(Money::ZERO),
            None => None,
        };
        if most.is_some_and(|most| now.paid > most) {
            return Err(FindingCode::MoreThanGranted);
        }
        self.standing.insert(funder, now);
        Ok(self)
    }

    fn entry(&self, number: u32) -> Option<&(OrganisationId, CoFundingFact)> {
        let at = usize::try_from(number.checked_sub(1)?).ok()?;
        self.entries.get(at)
    }

    /// What the entries that hold add up to; `None` where the payments do not fit.
    fn reckoned(&self, funder: OrganisationId) -> Option<CoFunding> {
        let mut now = CoFunding::default();
        for (number, (of, fact)) in (1_u32..).zip(&self.entries) {
            if *of != funder || self.undone.contains(&number) {
                continue;
            }
            match fact {
                CoFundingFact::Granted { amount, .. } => {
                    now.decided = Some(Decided::Granted(*amount));
                }
                CoFundingFact::Refused { .. } => now.decided = Some(Decided::Refused),
                CoFundingFact::Paid { amount, .. } => now.paid = now.paid.checked_add(*amount)?,
                CoFundingFact::Undone { .. } => {}
            }
        }
        Some(now)
    }
}
