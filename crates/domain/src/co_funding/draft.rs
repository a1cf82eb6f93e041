//! An entry about another funder while it is typed: any text in any field.

use time::Date;

use super::{CoFundingBook, CoFundingFact, CoFundingKind};
use crate::finding::{Finding, FindingCode, Findings};
use crate::id::OrganisationId;
use crate::money::Money;

/// An entry as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CoFundingDraft {
    /// The identity of the funder; of what undoes an entry nothing.
    pub funder: String,
    /// How much.
    pub amount: String,
    /// What a document is found by.
    pub arrived_as: String,
    /// The day.
    pub entry_day: String,
    /// The number of the entry that is undone.
    pub entry: String,
    /// Why it is.
    pub reason: String,
}

impl CoFundingDraft {
    /// Reads what was typed as an entry of a kind, about one of some funders, that is to follow
    /// those of a book.
    ///
    /// # Errors
    /// Every finding at once, each with the field it belongs to.
    pub fn read(
        &self,
        kind: CoFundingKind,
        book: &CoFundingBook,
        funders: &[OrganisationId],
        today: Date,
    ) -> Result<(OrganisationId, CoFundingFact), Findings> {
        let mut findings = Findings::default();
        let read = match kind {
            CoFundingKind::Undone => self.undone(&mut findings, book),
            CoFundingKind::Granted | CoFundingKind::Refused | CoFundingKind::Paid => {
                self.happened(&mut findings, kind, funders, today)
            }
        };
        let Some((funder, fact)) = read.filter(|_| findings.is_empty()) else {
            return Err(findings);
        };
        let broken = |code| Findings::from(Finding::at(place(kind), code));
        let after = book.clone().after(funder, fact.clone());
        after.map_err(broken)?;
        Ok((funder, fact))
    }

    fn happened(
        &self,
        findings: &mut Findings,
        kind: CoFundingKind,
        funders: &[OrganisationId],
        today: Date,
    ) -> Option<(OrganisationId, CoFundingFact)> {
        let funder = self.funder(findings, funders);
        let amount = (kind != CoFundingKind::Refused).then(|| self.amount(findings));
        let on = findings.entry_day(&self.entry_day, today, None);
        let document = findings.document(&self.arrived_as);
        let on = on?;
        let fact = match (kind, amount) {
            (CoFundingKind::Granted, Some(amount)) => CoFundingFact::Granted {
                on,
                amount: amount?,
                document,
            },
            (CoFundingKind::Paid, Some(amount)) => CoFundingFact::Paid {
                on,
                amount: amount?,
                document,
            },
            (CoFundingKind::Refused, None) => CoFundingFact::Refused { on, document },
            _ => return None,
        };
        Some((funder?, fact))
    }

    fn undone(
        &self,
        findings: &mut Findings,
        book: &CoFundingBook,
    ) -> Option<(OrganisationId, CoFundingFact)> {
        let reason = findings.reason(&self.reason);
        let entry: u32 = self.entry.trim().parse().unwrap_or_default();
        match book.may_undo(entry) {
            Ok(funder) => Some((funder, CoFundingFact::Undone { entry, reason })),
            Err(code) => {
                findings.push(Finding::at("reason", code));
                None
            }
        }
    }

    fn funder(&self, findings: &mut Findings, known: &[OrganisationId]) -> Option<OrganisationId> {
        let typed = self.funder.trim();
        let funder = typed.parse().ok().filter(|funder| known.contains(funder));
        if funder.is_none() {
            let code = if typed.is_empty() {
                FindingCode::Missing
            } else {
                FindingCode::NotACoFunder
            };
            findings.push(Finding::at("funder", code));
        }
        funder
    }

    fn amount(&self, findings: &mut Findings) -> Option<Money> {
        let amount = findings.stated_amount(&self.amount)?;
        if amount <= Money::ZERO {
            findings.push(Finding::at("amount", FindingCode::AmountNotPositive));
        }
        Some(amount)
    }
}

/// The field where it is said what an entry breaks.
const fn place(kind: CoFundingKind) -> &'static str {
    match kind {
        CoFundingKind::Granted | CoFundingKind::Paid => "amount",
        CoFundingKind::Refused => "funder",
        CoFundingKind::Undone => "reason",
    }
}
