//! An entry about an instalment while it is typed: any text in any field.

use time::Date;

use super::{InstalmentFact, InstalmentKind, Schedule};
use crate::commitment::{EntryDays, Position};
use crate::finding::{Finding, Findings, WORDS};

/// An entry as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InstalmentDraft {
    /// The number of the instalment; of a new one nothing.
    pub instalment: String,
    /// The day on which it falls due.
    pub due_day: String,
    /// How much.
    pub amount: String,
    /// What it needs before it is paid.
    pub needs: String,
    /// Ticked where it is the last one.
    pub is_last: String,
    /// What a request or the final report is found by.
    pub arrived_as: String,
    /// The day on which something happened.
    pub entry_day: String,
    /// Why.
    pub reason: String,
}

impl InstalmentDraft {
    /// Reads what was typed as an entry of a kind that is to follow those of a schedule.
    ///
    /// # Errors
    /// Every finding at once, each with the field it belongs to.
    pub fn read(
        &self,
        kind: InstalmentKind,
        schedule: &Schedule,
        position: Position,
        days: EntryDays,
    ) -> Result<InstalmentFact, Findings> {
        let broken = |code| Findings::from(Finding::at(place(kind), code));
        let named = self.instalment.trim().parse().ok();
        // Of what cannot be recorded at all, nobody needs to hear what is missing.
        schedule.may(kind, named, position).map_err(broken)?;
        let mut findings = Findings::default();
        let number = named.unwrap_or_else(|| schedule.next_number());
        let fact = self.read_fact(&mut findings, kind, number, schedule, days);
        let Some(fact) = fact.filter(|_| findings.is_empty()) else {
            return Err(findings);
        };
        schedule.after(&fact, position).map_err(broken)?;
        Ok(fact)
    }

    fn read_fact(
        &self,
        findings: &mut Findings,
        kind: InstalmentKind,
        instalment: u32,
        schedule: &Schedule,
        days: EntryDays,
    ) -> Option<InstalmentFact> {
        Some(match kind {
            InstalmentKind::Planned => {
                let due_on = self.due_day(findings, days);
                let amount = findings.stated_amount(&self.amount);
                InstalmentFact::Planned {
                    instalment: schedule.next_number(),
                    needs: findings.text("needs", &self.needs, WORDS),
                    is_last: !self.is_last.trim().is_empty(),
                    due_on: due_on?,
                    amount: amount?,
                }
            }
            InstalmentKind::Moved => {
                let (due_on, reason) =
                    (self.due_day(findings, days), findings.reason(&self.reason));
                InstalmentFact::Moved {
                    instalment,
                    due_on: due_on?,
                    reason,
                }
            }
            InstalmentKind::Requested => {
                let (document, on) = (
                    findings.document(&self.arrived_as),
                    days.read(findings, &self.entry_day),
                );
                InstalmentFact::Requested {
                    instalment,
                    on: on?,
                    document,
                }
            }
            InstalmentKind::Accepted => {
                let (amount, on) = (
                    findings.stated_amount(&self.amount),
                    days.read(findings, &self.entry_day),
                );
                InstalmentFact::Accepted {
                    instalment,
                    on: on?,
                    amount: amount?,
                }
            }
            InstalmentKind::Returned => InstalmentFact::Returned {
                instalment,
                reason: findings.reason(&self.reason),
            },
            InstalmentKind::Withdrawn => InstalmentFact::Withdrawn {
                instalment,
                reason: findings.reason(&self.reason),
            },
            InstalmentKind::FinalReport => {
                let (document, on) = (
                    findings.document(&self.arrived_as),
                    days.read(findings, &self.entry_day),
                );
                InstalmentFact::FinalReport { on: on?, document }
            }
            InstalmentKind::FinalReportUndone => InstalmentFact::FinalReportUndone {
                reason: findings.reason(&self.reason),
            },
        })
    }

    /// A day that may lie ahead, but not before the decision.
    fn due_day(&self, findings: &mut Findings, days: EntryDays) -> Option<Date> {
        let on = findings.required_day("due_day", &self.due_day)?;
        findings.not_before("due_day", on, days.first());
        Some(on)
    }
}

/// The field where it is said what an entry breaks.
const fn place(kind: InstalmentKind) -> &'static str {
    match kind {
        InstalmentKind::Planned | InstalmentKind::Accepted => "amount",
        InstalmentKind::Moved => "due_day",
        InstalmentKind::Requested | InstalmentKind::FinalReport => "arrived_as",
        InstalmentKind::Returned
        | InstalmentKind::Withdrawn
        | InstalmentKind::FinalReportUndone => "reason",
    }
}
