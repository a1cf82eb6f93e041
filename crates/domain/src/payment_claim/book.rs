//! The claims of a project, and which entry may follow.

use time::Date;

use super::{ClaimContent, ClaimFact, ClaimFunder, ClaimKind};
use crate::finding::FindingCode;
use crate::funding::cost::CostCategory;
use crate::money::Money;

/// Everything that was claimed for a project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimBook {
    /// The claims, by number: the first is number 1.
    pub claims: Vec<Claim>,
    /// The advance, where one arrived.
    pub advance: Option<Advance>,
}

/// A claim, and how far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// From 1 in its project.
    pub number: u32,
    /// What it says.
    pub content: ClaimContent,
    /// How far it is.
    pub stage: ClaimStage,
    /// When it was sent, once it is.
    pub sent: Option<Sent>,
    /// What the authority decided, once it has.
    pub granted: Option<Granted>,
    /// The day on which it was paid, and the voucher.
    pub paid: Option<(Date, String)>,
}

/// That a claim was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The day.
    pub on: Date,
    /// What it is found by.
    pub document: String,
}

/// What the authority decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Granted {
    /// The day.
    pub on: Date,
    /// How much.
    pub amount: Money,
    /// What the decision is found by.
    pub document: String,
    /// Why less than was applied for, or empty.
    pub reason: String,
}

/// Money that arrived before anything was claimed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advance {
    /// The day.
    pub on: Date,
    /// How much.
    pub amount: Money,
    /// What its decision is found by.
    pub document: String,
}

/// How far a claim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClaimStage {
    /// Made, and not sent.
    Draft,
    /// Sent, and not decided.
    Sent,
    /// Decided, and not paid.
    Decided,
    /// Paid.
    Paid,
    /// Given up.
    Withdrawn,
}

impl ClaimStage {
    /// Every stage.
    pub const ALL: [Self; 5] = [
        Self::Draft,
        Self::Sent,
        Self::Decided,
        Self::Paid,
        Self::Withdrawn,
    ];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Sent => "sent",
            Self::Decided => "decided",
            Self::Paid => "paid",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The stage of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.code() == code)
    }

    /// Whether the authority has it.
    pub const fn is_sent(self) -> bool {
        matches!(self, Self::Sent | Self::Decided | Self::Paid)
    }
}

impl Claim {
    /// Whether it is not given up.
    pub fn stands(&self) -> bool {
        self.stage != ClaimStage::Withdrawn
    }

    /// The money that is waited for: what was applied for until the authority decides, then what
    /// it granted until that is paid.
    pub fn waiting(&self) -> Money {
        match (self.stage, &self.granted) {
            (ClaimStage::Sent, _) => self.content.applied,
            (ClaimStage::Decided, Some(granted)) => granted.amount,
            _ => Money::ZERO,
        }
    }

    /// Whether an entry of a kind can follow.
    pub fn may(&self, kind: ClaimKind) -> bool {
        use ClaimStage as S;
        match kind {
            ClaimKind::Changed | ClaimKind::Sent => self.stage == S::Draft,
            ClaimKind::Decided => self.stage == S::Sent,
            // What was refused in full is never paid.
            ClaimKind::Paid => self.stage == S::Decided && self.waiting() > Money::ZERO,
            ClaimKind::TakenBack => self.stage.is_sent(),
            ClaimKind::Withdrawn => matches!(self.stage, S::Draft | S::Sent),
            ClaimKind::Made | ClaimKind::AdvanceReceived | ClaimKind::AdvanceUndone => false,
        }
    }

    fn take_back(&mut self) {
        match self.stage {
            ClaimStage::Sent => {
                self.stage = ClaimStage::Draft;
                self.sent = None;
            }
            ClaimStage::Decided => {
                self.stage = ClaimStage::Sent;
                self.granted = None;
            }
            ClaimStage::Paid => {
                self.stage = ClaimStage::Decided;
                self.paid = None;
            }
            ClaimStage::Draft | ClaimStage::Withdrawn => {}
        }
    }
}

impl ClaimBook {
    /// The book after entries; `None` where they are not such as the rules allow.
    pub fn of(facts: &[ClaimFact]) -> Option<Self> {
        let mut book = Self::default();
        for fact in facts {
            book = book.after(fact).ok()?;
        }
        Some(book)
    }

    /// The claim of a number.
    pub fn claim(&self, number: u32) -> Option<&Claim> {
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        self.claims.get(index)
    }

    /// The number that the next claim gets.
    pub fn next_number(&self) -> u32 {
        u32::try_from(self.claims.len())
            .unwrap_or(u32::MAX)
            .saturating_add(1)
    }

    /// Whether an entry of a kind can follow, about the claim of a number where it is about one.
    ///
    /// # Errors
    /// What stands against it.
    pub fn may(&self, kind: ClaimKind, claim: Option<u32>) -> Result<(), FindingCode> {
        match kind {
            ClaimKind::AdvanceReceived if self.advance.is_some() => Err(FindingCode::AdvanceKnown),
            ClaimKind::AdvanceUndone if self.advance.is_none() => Err(FindingCode::NoAdvance),
            ClaimKind::AdvanceUndone if self.deducted() != Some(Money::ZERO) => {
                Err(FindingCode::AdvanceDeducted)
            }
            ClaimKind::Made | ClaimKind::AdvanceReceived | ClaimKind::AdvanceUndone => Ok(()),
            _ => {
                let claim = claim.and_then(|number| self.claim(number));
                let claim = claim.ok_or(FindingCode::UnknownChoice)?;
                if claim.may(kind) {
                    Ok(())
                } else {
                    Err(FindingCode::ClaimNotReady)
                }
            }
        }
    }

    /// The book with one entry more.
    ///
    /// # Errors
    /// What stands against the entry.
    pub fn after(&self, fact: &ClaimFact) -> Result<Self, FindingCode> {
        self.may(fact.kind(), fact.claim())?;
        let mut book = self.clone();
        match fact {
            ClaimFact::Made { claim, content } => {
                if *claim != self.next_number() {
                    return Err(FindingCode::UnknownChoice);
                }
                self.takes(*claim, content)?;
                book.claims.push(Claim {
                    number: *claim,
                    content: content.clone(),
                    stage: ClaimStage::Draft,
                    sent: None,
                    granted: None,
                    paid: None,
                });
            }
            ClaimFact::Changed { claim, content } => {
                self.takes(*claim, content)?;
                book.with(*claim, |of| of.content = content.clone());
            }
            ClaimFact::AdvanceReceived {
                on,
                amount,
                document,
            } => {
                book.advance = Some(Advance {
                    on: *on,
                    amount: *amount,
                    document: document.clone(),
                });
            }
            ClaimFact::AdvanceUndone { .. } => book.advance = None,
            _ => book.step(fact)?,
        }
        Ok(book)
    }

    /// A step of a claim that there is and that may take it.
    fn step(&mut self, fact: &ClaimFact) -> Result<(), FindingCode> {
        match fact {
            ClaimFact::Sent {
                claim,
                on,
                document,
            } => self.with(*claim, |of| {
                of.stage = ClaimStage::Sent;
                of.sent = Some(Sent {
                    on: *on,
                    document: document.clone(),
                });
            }),
            ClaimFact::Decided {
                claim,
                on,
                granted,
                document,
                reason,
            } => {
                let applied = self.claim(*claim).map(|of| of.content.applied);
                if applied.is_none_or(|applied| *granted > applied) {
                    return Err(FindingCode::MoreThanApplied);
                }
                self.with(*claim, |of| {
                    of.stage = ClaimStage::Decided;
                    of.granted = Some(Granted {
                        on: *on,
                        amount: *granted,
                        document: document.clone(),
                        reason: reason.clone(),
                    });
                });
            }
            ClaimFact::Paid { claim, on, voucher } => self.with(*claim, |of| {
                of.stage = ClaimStage::Paid;
                of.paid = Some((*on, voucher.clone()));
            }),
            ClaimFact::TakenBack { claim, .. } => self.with(*claim, Claim::take_back),
            ClaimFact::Withdrawn { claim, .. } => {
                self.with(*claim, |of| of.stage = ClaimStage::Withdrawn);
            }
            _ => {}
        }
        Ok(())
    }

    fn with(&mut self, number: u32, change: impl FnOnce(&mut Claim)) {
        let found = self.claims.iter_mut().find(|claim| claim.number == number);
        if let Some(claim) = found {
            change(claim);
        }
    }

    /// Whether what a claim says fits beside the others that stand.
    fn takes(&self, number: u32, content: &ClaimContent) -> Result<(), FindingCode> {
        let others = self.standing().filter(|claim| claim.number != number);
        let mut deducted = content.deducted;
        for other in others {
            if other.content.overlaps(content) {
                return Err(FindingCode::ClaimOverlaps);
            }
            if other.content.is_last && content.is_last {
                return Err(FindingCode::LastClaimKnown);
            }
            let sum = deducted.checked_add(other.content.deducted);
            deducted = sum.ok_or(FindingCode::MoreThanAdvance)?;
        }
        let advance = self.advance.as_ref().map_or(Money::ZERO, |of| of.amount);
        if deducted > advance {
            return Err(FindingCode::MoreThanAdvance);
        }
        Ok(())
    }

    /// The claims that are not given up.
    pub fn standing(&self) -> impl Iterator<Item = &Claim> {
        self.claims.iter().filter(|claim| claim.stands())
    }

    /// The claims that the authority has.
    pub fn sent(&self) -> impl Iterator<Item = &Claim> {
        self.claims.iter().filter(|claim| claim.stage.is_sent())
    }

    /// What of the advance is deducted in the claims that stand.
    pub fn deducted(&self) -> Option<Money> {
        Money::checked_sum(self.standing().map(|claim| claim.content.deducted))
    }

    /// What of the advance is not deducted yet.
    pub fn advance_left(&self) -> Option<Money> {
        let advance = self.advance.as_ref().map_or(Money::ZERO, |of| of.amount);
        advance.checked_sub(self.deducted()?)
    }

    /// The money that was applied for or granted and has not arrived.
    pub fn waiting(&self) -> Option<Money> {
        Money::checked_sum(self.claims.iter().map(Claim::waiting))
    }

    /// The money that has arrived with claims, without the advance.
    pub fn paid(&self) -> Option<Money> {
        let paid = self.claims.iter().filter(|claim| claim.paid.is_some());
        let granted = paid.filter_map(|claim| claim.granted.as_ref());
        Money::checked_sum(granted.map(|granted| granted.amount))
    }

    /// What was realised of a category by the claims that were sent.
    pub fn realised(&self, category: CostCategory) -> Option<Money> {
        Money::checked_sum(self.sent().map(|claim| claim.content.cost(category)))
    }

    /// What was realised in all by the claims that were sent, with flat rates.
    pub fn realised_in_all(&self) -> Option<Money> {
        let totals: Option<Vec<Money>> = self
            .sent()
            .map(|claim| claim.content.reckoning().map(|of| of.total))
            .collect();
        Money::checked_sum(totals?)
    }

    /// What the claims that were sent know that a funder has paid; `None` where none knows it.
    pub fn funded(&self, funder: ClaimFunder) -> Option<Money> {
        let known: Vec<Money> = self
            .sent()
            .filter_map(|claim| claim.content.funding(funder))
            .collect();
        (!known.is_empty())
            .then(|| Money::checked_sum(known))
            .flatten()
    }

    /// Whether the last claim was sent.
    pub fn is_last_sent(&self) -> bool {
        self.sent().any(|claim| claim.content.is_last)
    }
}
