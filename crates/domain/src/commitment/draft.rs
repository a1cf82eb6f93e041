//! An entry while it is typed: any text in any field.

use time::Date;

use super::{Course, EntryFact, EntryKind, Payment, StateAid};
use crate::finding::{Finding, FindingCode, Findings, WORDS};
use crate::instalment::Schedule;

/// Characters of a number of an invoice, a voucher, an account or a cost centre.
const NUMBER: usize = 60;

/// An entry as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntryDraft {
    /// How much.
    pub amount: String,
    /// What fulfilled the condition.
    pub fulfilled_by: String,
    /// Why.
    pub reason: String,
    /// The number of the invoice.
    pub invoice: String,
    /// The voucher number.
    pub voucher: String,
    /// The account of the ledger.
    pub ledger_account: String,
    /// The cost centre.
    pub cost_centre: String,
    /// The accounting year by accrual.
    pub posting_year: String,
    /// The number of the instalment that is paid, or empty.
    pub instalment: String,
    /// The code of what it is as state aid.
    pub aid: String,
    /// The provision that exempts it.
    pub provision: String,
    /// The day.
    pub entry_day: String,
    /// The number of the entry that is undone.
    pub entry: String,
}

/// The days that bound the day of an entry.
#[derive(Clone, Copy, Debug)]
pub struct EntryDays {
    /// Today, Helsinki time: nothing is recorded before it has happened.
    pub today: Date,
    /// The day of the decision, if it is known: nothing is paid, released or recovered before.
    pub decided: Option<Date>,
}

impl EntryDays {
    /// Reads the day of an entry.
    pub(crate) fn read(self, findings: &mut Findings, typed: &str) -> Option<Date> {
        findings.entry_day(typed, self.today, self.first())
    }

    /// The first day that it may be, and what is found before.
    pub(crate) fn first(self) -> Option<(Date, FindingCode)> {
        let decided = self.decided?;
        Some((decided, FindingCode::DayBeforeDecision))
    }
}

impl EntryDraft {
    /// Reads what was typed as an entry of a kind that is to follow those of a commitment.
    ///
    /// # Errors
    /// Every finding at once, each with the field it belongs to.
    pub fn read(
        &self,
        kind: EntryKind,
        course: &Course,
        days: EntryDays,
    ) -> Result<EntryFact, Findings> {
        let broken = |code| Findings::from(Finding::at(place(kind), code));
        // Of what cannot be recorded at all, nobody needs to hear what is missing.
        course.may(kind).map_err(broken)?;
        let mut findings = Findings::default();
        let fact = self.read_fact(&mut findings, kind, course, days);
        let Some(fact) = fact.filter(|_| findings.is_empty()) else {
            return Err(findings);
        };
        // What is wrong in a field is said before what the whole of it breaks.
        course.after(&fact).map_err(broken)?;
        Ok(fact)
    }

    fn read_fact(
        &self,
        findings: &mut Findings,
        kind: EntryKind,
        course: &Course,
        days: EntryDays,
    ) -> Option<EntryFact> {
        match kind {
            EntryKind::ConditionMet => {
                let by = findings.required("fulfilled_by", &self.fulfilled_by, WORDS);
                let on = findings.past_day("entry_day", &self.entry_day, days.today)?;
                Some(EntryFact::ConditionMet { by, on })
            }
            EntryKind::Released => {
                let amount = findings.stated_amount(&self.amount);
                let (reason, on) = (
                    findings.reason(&self.reason),
                    days.read(findings, &self.entry_day),
                );
                Some(EntryFact::Released {
                    amount: amount?,
                    reason,
                    on: on?,
                })
            }
            EntryKind::Lapsed => {
                let (reason, on) = (
                    findings.reason(&self.reason),
                    days.read(findings, &self.entry_day)?,
                );
                let amount = course.position()?.open;
                Some(EntryFact::Lapsed { amount, reason, on })
            }
            EntryKind::Paid => self.payment(findings, days).map(EntryFact::Paid),
            EntryKind::Recovered => {
                let (amount, reason) = (
                    findings.stated_amount(&self.amount),
                    findings.reason(&self.reason),
                );
                let voucher = findings.required("voucher", &self.voucher, NUMBER);
                let on = days.read(findings, &self.entry_day);
                Some(EntryFact::Recovered {
                    amount: amount?,
                    reason,
                    voucher,
                    on: on?,
                })
            }
            EntryKind::AidAssessed => self.assessment(findings, days),
            EntryKind::Reversed => {
                let unknown = FindingCode::UnknownChoice;
                let entry = findings.optional("entry", &self.entry, unknown);
                Some(EntryFact::Reversed {
                    entry: entry.unwrap_or_default(),
                    reason: findings.reason(&self.reason),
                })
            }
        }
    }

    /// An assessment may be older than the decision that it was made for.
    fn assessment(&self, findings: &mut Findings, days: EntryDays) -> Option<EntryFact> {
        let aid = StateAid::from_code(self.aid.trim());
        if aid.is_none() {
            findings.push(Finding::at("aid", FindingCode::UnknownChoice));
        }
        let provision = match aid {
            Some(StateAid::BlockExemption) => {
                findings.required("provision", &self.provision, WORDS)
            }
            _ => findings.text("provision", &self.provision, WORDS),
        };
        let is_de_minimis = aid == Some(StateAid::DeMinimis);
        let de_minimis = if is_de_minimis {
            findings.stated_amount(&self.amount)
        } else {
            if !self.amount.trim().is_empty() {
                findings.push(Finding::at("amount", FindingCode::OnlyOfDeMinimis));
            }
            None
        };
        let reason = findings.reason(&self.reason);
        let on = findings.past_day("entry_day", &self.entry_day, days.today);
        Some(EntryFact::AidAssessed {
            aid: aid?,
            provision,
            de_minimis,
            reason,
            on: on?,
        })
    }

    fn payment(&self, findings: &mut Findings, days: EntryDays) -> Option<Payment> {
        let amount = findings.stated_amount(&self.amount);
        let invoice = findings.required("invoice", &self.invoice, NUMBER);
        let voucher = findings.required("voucher", &self.voucher, NUMBER);
        let account = findings.required("ledger_account", &self.ledger_account, NUMBER);
        let cost_centre = findings.required("cost_centre", &self.cost_centre, NUMBER);
        let posting_year = findings.year("posting_year", &self.posting_year);
        let on = days.read(findings, &self.entry_day);
        let unknown = FindingCode::UnknownChoice;
        let instalment = findings.optional("instalment", &self.instalment, unknown);
        Some(Payment {
            amount: amount?,
            invoice,
            voucher,
            account,
            cost_centre,
            posting_year: posting_year?,
            on: on?,
            instalment,
        })
    }
}

/// Whether an entry that was read leaves the instalments of its commitment what they need, and pays
/// an instalment only as far as that was accepted.
///
/// # Errors
/// The rule that it breaks, at its field.
pub fn fits_schedule(
    fact: &EntryFact,
    course: &Course,
    schedule: &Schedule,
) -> Result<(), Findings> {
    let at = |place, code| Findings::from(Finding::at(place, code));
    let place = place(fact.kind());
    let position = course.after(fact).map_err(|code| at(place, code))?;
    let admitted = schedule.admits(fact, position);
    admitted.map_err(|code| match code {
        FindingCode::UnknownChoice | FindingCode::InstalmentNotReady => at("instalment", code),
        code => at(place, code),
    })
}

/// The field where it is said what an entry breaks.
const fn place(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::ConditionMet => "fulfilled_by",
        EntryKind::Released | EntryKind::Paid | EntryKind::Recovered | EntryKind::AidAssessed => {
            "amount"
        }
        EntryKind::Lapsed | EntryKind::Reversed => "reason",
    }
}
