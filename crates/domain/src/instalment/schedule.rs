//! The schedule of a commitment, and which entry may follow.

use time::Date;

use super::{InstalmentFact, InstalmentKind};
use crate::commitment::{Course, EntryFact, Payment, Position, Standing};
use crate::finding::FindingCode;
use crate::money::Money;

/// The instalments of a commitment, and its final report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    /// The instalments, by number: the first is number 1.
    pub instalments: Vec<Instalment>,
    /// The final report, once it arrived.
    pub final_report: Option<FinalReport>,
}

/// An instalment, and how far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instalment {
    /// From 1 in its commitment.
    pub number: u32,
    /// The day on which it falls due.
    pub due_on: Date,
    /// How much: as planned, or as accepted.
    pub amount: Money,
    /// What it needs before it is paid, or empty.
    pub needs: String,
    /// Whether it is the last one, which waits for the final report.
    pub is_last: bool,
    /// What is paid of it; a payment that was undone is not.
    pub paid: Money,
    /// How far it is by its entries.
    recorded: InstalmentStage,
}

/// The final report of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FinalReport {
    /// The day on which it arrived.
    pub on: Date,
    /// What it is found by.
    pub document: String,
}

/// How far an instalment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InstalmentStage {
    /// Planned.
    Planned,
    /// Asked for.
    Requested,
    /// Accepted, and not paid to the last cent.
    Accepted,
    /// Paid to the last cent.
    Paid,
    /// Given up; a part of it may have been paid before.
    Withdrawn,
}

impl InstalmentStage {
    /// Every stage.
    pub const ALL: [Self; 5] = [
        Self::Planned,
        Self::Requested,
        Self::Accepted,
        Self::Paid,
        Self::Withdrawn,
    ];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Requested => "requested",
            Self::Accepted => "accepted",
            Self::Paid => "paid",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The stage of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.code() == code)
    }
}

impl Instalment {
    /// How far it is.
    pub fn stage(&self) -> InstalmentStage {
        let is_paid = self.recorded == InstalmentStage::Accepted && self.paid >= self.amount;
        if is_paid {
            InstalmentStage::Paid
        } else {
            self.recorded
        }
    }

    /// How far it is by its entries alone: what was paid follows from the payments.
    pub const fn recorded(&self) -> InstalmentStage {
        self.recorded
    }

    /// What of it is open: to be paid still. Nothing where it was paid or given up.
    pub fn open(&self) -> Money {
        match self.stage() {
            InstalmentStage::Paid | InstalmentStage::Withdrawn => Money::ZERO,
            _ => self.amount.checked_sub(self.paid).unwrap_or(Money::ZERO),
        }
    }

    /// Whether it should have been paid by a day.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.due_on < today && self.open() > Money::ZERO
    }

    /// Whether an entry of a kind can follow.
    pub fn may(&self, kind: InstalmentKind) -> bool {
        use InstalmentKind as K;
        use InstalmentStage as S;
        match kind {
            K::Moved => matches!(self.stage(), S::Planned | S::Requested | S::Accepted),
            K::Withdrawn => matches!(self.stage(), S::Planned | S::Requested | S::Accepted),
            K::Requested => self.stage() == S::Planned,
            K::Accepted => self.stage() == S::Requested,
            K::Returned => {
                let is_asked = matches!(self.stage(), S::Requested | S::Accepted);
                is_asked && self.paid == Money::ZERO
            }
            K::Planned | K::FinalReport | K::FinalReportUndone => false,
        }
    }
}

impl Schedule {
    /// The schedule after entries and after what became of the commitment; `None` where the entries
    /// are not such as the rules allow.
    pub fn of(facts: &[InstalmentFact], course: &Course) -> Option<Self> {
        let mut schedule = Self::by_entries(facts)?;
        for (number, fact) in (1..).zip(&course.facts) {
            let payment = fact.payment().filter(|_| !course.is_reversed(number));
            let named = payment.and_then(|payment| Some((payment.instalment?, payment.amount)));
            if let Some((instalment, amount)) = named {
                let instalment = schedule.found_mut(instalment)?;
                instalment.paid = instalment.paid.checked_add(amount)?;
            }
        }
        Some(schedule)
    }

    /// The schedule after entries alone, as if nothing were paid.
    pub fn by_entries(facts: &[InstalmentFact]) -> Option<Self> {
        let mut schedule = Self::default();
        for fact in facts {
            schedule.apply(fact)?;
        }
        Some(schedule)
    }

    /// The instalment of a number.
    pub fn instalment(&self, number: u32) -> Option<&Instalment> {
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        self.instalments.get(index)
    }

    /// The number that the next instalment gets.
    pub fn next_number(&self) -> u32 {
        u32::try_from(self.instalments.len())
            .unwrap_or(u32::MAX)
            .saturating_add(1)
    }

    /// What of the instalments is open together; `None` where the sum does not fit.
    pub fn open(&self) -> Option<Money> {
        Money::checked_sum(self.instalments.iter().map(Instalment::open))
    }

    /// Whether what is open of the instalments is at most what is open of the commitment.
    ///
    /// # Errors
    /// [`FindingCode::InstalmentsAboveOpen`] where it is more.
    pub fn fits(&self, position: Position) -> Result<(), FindingCode> {
        let open = self.open().ok_or(FindingCode::AmountTooLarge)?;
        if open > position.open {
            Err(FindingCode::InstalmentsAboveOpen)
        } else {
            Ok(())
        }
    }

    /// Whether a payment can be made of the instalment that it names, if it names one.
    ///
    /// # Errors
    /// The rule against it.
    pub fn allows(&self, payment: &Payment) -> Result<(), FindingCode> {
        let Some(number) = payment.instalment else {
            return Ok(());
        };
        let instalment = self.instalment(number);
        let instalment = instalment.ok_or(FindingCode::UnknownChoice)?;
        if instalment.stage() != InstalmentStage::Accepted {
            return Err(FindingCode::InstalmentNotReady);
        }
        if payment.amount > instalment.open() {
            return Err(FindingCode::MoreThanInstalment);
        }
        Ok(())
    }

    /// Whether an entry about the commitment can follow, `position` being where it stands after it:
    /// a payment of an instalment only as far as that is accepted, and nothing that leaves less
    /// open than the instalments need.
    ///
    /// # Errors
    /// The rule against it.
    pub fn admits(&self, fact: &EntryFact, position: Position) -> Result<(), FindingCode> {
        let mut after = self.clone();
        if let EntryFact::Paid(payment) = fact {
            self.allows(payment)?;
            let named = payment
                .instalment
                .and_then(|number| after.found_mut(number));
            if let Some(instalment) = named {
                let paid = instalment.paid.checked_add(payment.amount);
                instalment.paid = paid.ok_or(FindingCode::AmountTooLarge)?;
            }
        }
        // What undoes an entry opens the commitment and its instalments by the same, or closes
        // neither.
        if fact.reverses().is_some() {
            return Ok(());
        }
        after.fits(position)
    }

    /// The schedule after one entry more, of a commitment that stands so.
    ///
    /// # Errors
    /// The rule that the entry breaks.
    pub fn after(&self, fact: &InstalmentFact, position: Position) -> Result<Self, FindingCode> {
        self.may(fact.kind(), fact.instalment(), position)?;
        if let InstalmentFact::Planned {
            amount, is_last, ..
        } = fact
        {
            if *amount <= Money::ZERO {
                return Err(FindingCode::AmountNotPositive);
            }
            if *is_last && self.last().is_some() {
                return Err(FindingCode::LastInstalmentKnown);
            }
        }
        if let InstalmentFact::Accepted { amount, .. } = fact {
            let of = fact.instalment().and_then(|number| self.instalment(number));
            let planned = of.ok_or(FindingCode::UnknownChoice)?.amount;
            if *amount <= Money::ZERO {
                return Err(FindingCode::AmountNotPositive);
            }
            if *amount > planned {
                return Err(FindingCode::MoreThanInstalment);
            }
        }
        let mut after = self.clone();
        after.apply(fact).ok_or(FindingCode::InstalmentNotReady)?;
        after.fits(position)?;
        Ok(after)
    }

    /// Whether an entry of a kind can follow at all.
    ///
    /// # Errors
    /// The rule against it.
    pub fn may(
        &self,
        kind: InstalmentKind,
        instalment: Option<u32>,
        position: Position,
    ) -> Result<(), FindingCode> {
        use InstalmentKind as K;
        match kind {
            K::Planned => match position.standing() {
                Standing::Ended => Err(FindingCode::DecisionEnded),
                Standing::Settled => Err(FindingCode::NothingOpen),
                Standing::Noted => Err(FindingCode::ProvisionIsNotPaid),
                Standing::Conditional | Standing::Open => Ok(()),
            },
            K::FinalReport if self.final_report.is_some() => Err(FindingCode::FinalReportKnown),
            K::FinalReport => Ok(()),
            K::FinalReportUndone => {
                let last = self.last().map(Instalment::stage);
                let is_needed = matches!(
                    last,
                    Some(InstalmentStage::Accepted | InstalmentStage::Paid)
                );
                match &self.final_report {
                    None => Err(FindingCode::FinalReportMissing),
                    Some(_) if is_needed => Err(FindingCode::EntryIsNeeded),
                    Some(_) => Ok(()),
                }
            }
            K::Moved | K::Requested | K::Accepted | K::Returned | K::Withdrawn => {
                let found = instalment.and_then(|number| self.instalment(number));
                let found = found.ok_or(FindingCode::UnknownChoice)?;
                if position.is_ended && kind != K::Withdrawn {
                    return Err(FindingCode::DecisionEnded);
                }
                if !found.may(kind) {
                    return Err(FindingCode::InstalmentNotReady);
                }
                let waits = kind == K::Accepted && found.is_last && self.final_report.is_none();
                if waits {
                    return Err(FindingCode::FinalReportMissing);
                }
                Ok(())
            }
        }
    }

    /// The last instalment, where one is planned and was not given up.
    fn last(&self) -> Option<&Instalment> {
        let mut last = self.instalments.iter().filter(|of| of.is_last);
        last.find(|of| of.recorded != InstalmentStage::Withdrawn)
    }

    fn found_mut(&mut self, number: u32) -> Option<&mut Instalment> {
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        self.instalments.get_mut(index)
    }

    /// Does what an entry says; `None` where it names an instalment that is not there.
    fn apply(&mut self, fact: &InstalmentFact) -> Option<()> {
        match fact {
            InstalmentFact::Planned {
                instalment,
                due_on,
                amount,
                needs,
                is_last,
            } => {
                (*instalment == self.next_number()).then_some(())?;
                self.instalments.push(Instalment {
                    number: *instalment,
                    due_on: *due_on,
                    amount: *amount,
                    needs: needs.clone(),
                    is_last: *is_last,
                    paid: Money::ZERO,
                    recorded: InstalmentStage::Planned,
                });
            }
            InstalmentFact::Moved {
                instalment, due_on, ..
            } => self.found_mut(*instalment)?.due_on = *due_on,
            InstalmentFact::Requested { instalment, .. } => {
                self.found_mut(*instalment)?.recorded = InstalmentStage::Requested;
            }
            InstalmentFact::Accepted {
                instalment, amount, ..
            } => {
                let instalment = self.found_mut(*instalment)?;
                instalment.recorded = InstalmentStage::Accepted;
                instalment.amount = *amount;
            }
            InstalmentFact::Returned { instalment, .. } => {
                self.found_mut(*instalment)?.recorded = InstalmentStage::Planned;
            }
            InstalmentFact::Withdrawn { instalment, .. } => {
                self.found_mut(*instalment)?.recorded = InstalmentStage::Withdrawn;
            }
            InstalmentFact::FinalReport { on, document } => {
                self.final_report = Some(FinalReport {
                    on: *on,
                    document: document.clone(),
                });
            }
            InstalmentFact::FinalReportUndone { .. } => self.final_report = None,
        }
        Some(())
    }
}
