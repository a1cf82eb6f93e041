//! What a decision may do to the budget of its year.

use super::{Budget, BudgetDecision, BudgetDecisionKind, BudgetEntry, BudgetPlace, Sums};
use crate::finding::{Finding, FindingCode, Findings};
use crate::money::Money;

impl Budget {
    /// Looks whether a decision can be recorded after those that were; the places of findings are
    /// the rows of its form.
    pub(super) fn check(&self, decision: &BudgetDecision) -> Findings {
        let mut findings = Findings::default();
        for (row, entry) in decision.entries.iter().enumerate() {
            self.check_entry(&mut findings, decision.kind, row, entry);
            let place = |other: &BudgetEntry| other.place.is_same(&entry.place);
            if decision.entries[..row].iter().any(place) {
                findings.push(at(row, "code", FindingCode::NamedTwice));
            }
        }
        if decision.kind == BudgetDecisionKind::Transfers {
            check_transfer(&mut findings, decision);
        }
        if findings.is_empty() {
            self.check_levels(&mut findings, decision);
        }
        findings
    }

    fn check_entry(
        &self,
        findings: &mut Findings,
        kind: BudgetDecisionKind,
        row: usize,
        entry: &BudgetEntry,
    ) {
        let sums = self.sums(&entry.place);
        match (kind, sums.amended) {
            (BudgetDecisionKind::Sets, None) if entry.amount < Money::ZERO => {
                findings.push(at(row, "amount", FindingCode::BudgetBelowZero));
            }
            (BudgetDecisionKind::Sets, None) => {}
            (BudgetDecisionKind::Sets, Some(_)) => {
                findings.push(at(row, "amount", FindingCode::BudgetSetAlready));
            }
            (_, None) => findings.push(at(row, "code", FindingCode::BudgetNotSet)),
            (_, Some(amended)) => {
                if entry.amount == Money::ZERO {
                    findings.push(at(row, "amount", FindingCode::Missing));
                }
                let after = amended.checked_add(entry.amount);
                if after.is_none_or(|after| after < Money::ZERO) {
                    findings.push(at(row, "amount", FindingCode::BudgetBelowZero));
                }
            }
        }
    }

    /// The lines below an appropriation are never more than it, where it is known.
    fn check_levels(&self, findings: &mut Findings, decision: &BudgetDecision) {
        let after = self.after(decision);
        for appropriation in &after.appropriations {
            let (Some(amended), Some(lines)) = (
                appropriation.sums.amended,
                after.of_lines(&appropriation.name),
            ) else {
                continue;
            };
            if lines.at_least().is_some_and(|lines| lines > amended) {
                let row = decision
                    .entries
                    .iter()
                    .position(|entry| match &entry.place {
                        BudgetPlace::Appropriation { name, .. } => *name == appropriation.name,
                        BudgetPlace::Line(line) => line.appropriation == appropriation.name,
                    });
                let row = row.unwrap_or_default();
                findings.push(at(row, "amount", FindingCode::LinesAboveAppropriation));
            }
        }
    }

    /// The budget with a further decision. What does not fit is left as it was: nothing that
    /// passed the checks does.
    #[must_use]
    pub fn after(&self, decision: &BudgetDecision) -> Self {
        let mut after = self.clone();
        after.apply(decision);
        after
    }

    pub(super) fn apply(&mut self, decision: &BudgetDecision) {
        for entry in &decision.entries {
            let sums = self.place(&entry.place);
            let before = sums.amended.unwrap_or(Money::ZERO);
            let amended = before.checked_add(entry.amount).unwrap_or(before);
            if decision.kind == BudgetDecisionKind::Sets {
                sums.original = Some(amended);
            }
            sums.amended = Some(amended);
        }
    }

    fn sums(&self, place: &BudgetPlace) -> Sums {
        let found = match place {
            BudgetPlace::Appropriation { name, .. } => self
                .appropriation(name)
                .map(|appropriation| appropriation.sums),
            BudgetPlace::Line(line) => self.line(line.code.as_str()).map(|line| line.sums),
        };
        found.unwrap_or_default()
    }

    /// The sums of a place, which is added where it is not there yet.
    fn place(&mut self, place: &BudgetPlace) -> &mut Sums {
        match place {
            BudgetPlace::Appropriation { name, basis } => {
                let known = self.appropriations.iter().position(|of| of.name == *name);
                let index = known.unwrap_or_else(|| {
                    self.appropriations.push(super::Appropriation {
                        name: name.clone(),
                        basis: *basis,
                        sums: Sums::default(),
                    });
                    self.appropriations.len() - 1
                });
                &mut self.appropriations[index].sums
            }
            BudgetPlace::Line(facts) => {
                let known = self.lines.iter().position(|of| of.facts.code == facts.code);
                let index = known.unwrap_or_else(|| {
                    self.lines.push(super::BudgetLine {
                        facts: facts.clone(),
                        sums: Sums::default(),
                    });
                    self.lines.len() - 1
                });
                &mut self.lines[index].sums
            }
        }
    }
}

impl BudgetPlace {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Appropriation { name: one, .. }, Self::Appropriation { name: other, .. }) => {
                one == other
            }
            (Self::Line(one), Self::Line(other)) => one.code == other.code,
            (Self::Appropriation { .. }, Self::Line(_))
            | (Self::Line(_), Self::Appropriation { .. }) => false,
        }
    }
}

/// A transfer stays within one appropriation, and no cent appears or vanishes in it.
fn check_transfer(findings: &mut Findings, decision: &BudgetDecision) {
    let mut above: Option<&str> = None;
    for (row, entry) in decision.entries.iter().enumerate() {
        let BudgetPlace::Line(line) = &entry.place else {
            findings.push(at(row, "code", FindingCode::TransferOutsideLines));
            continue;
        };
        if *above.get_or_insert(&line.appropriation) != line.appropriation {
            findings.push(at(row, "code", FindingCode::TransferOutsideAppropriation));
        }
    }
    let sum = Money::checked_sum(decision.entries.iter().map(|entry| entry.amount));
    if sum != Some(Money::ZERO) {
        findings.push(at(0, "amount", FindingCode::TransferUneven));
    }
}

fn at(row: usize, field: &str, code: FindingCode) -> Finding {
    Finding::at(format!("rows-{row}-{field}"), code)
}
