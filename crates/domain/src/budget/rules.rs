//! What a decision may do to the budget of its year.

use std::collections::{HashMap, HashSet};

use super::{Budget, BudgetDecision, BudgetDecisionKind, BudgetEntry, BudgetPlace, Sums};
use crate::finding::{Finding, FindingCode, Findings};
use crate::funding::Total;
use crate::money::Money;

impl Budget {
    /// Looks whether a decision can be recorded after those that were; the places of findings are
    /// the rows of its form.
    pub(super) fn check(&self, decision: &BudgetDecision) -> Findings {
        let mut findings = Findings::default();
        let mut named = HashSet::new();
        for (row, entry) in decision.entries.iter().enumerate() {
            self.check_entry(&mut findings, decision.kind, row, entry);
            if !named.insert(entry.place.key()) {
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
        let mut below: HashMap<&str, Vec<Option<Money>>> = HashMap::new();
        for line in &after.lines {
            let above = line.facts.appropriation.as_str();
            below.entry(above).or_default().push(line.sums.amended);
        }
        for appropriation in &after.appropriations {
            let lines = below.remove(appropriation.name.as_str());
            let (Some(amended), Some(lines)) = (
                appropriation.sums.amended,
                Total::of(lines.unwrap_or_default()),
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
        after.sort();
        after
    }

    /// Adds what a decision does. The new places come last: [`Self::sort`] puts them right.
    pub(super) fn apply(&mut self, decision: &BudgetDecision) {
        let mut known: HashMap<(bool, String), usize> = HashMap::new();
        for (at, of) in self.appropriations.iter().enumerate() {
            known.insert((false, of.name.clone()), at);
        }
        for (at, of) in self.lines.iter().enumerate() {
            known.insert((true, of.facts.code.as_str().to_owned()), at);
        }
        for entry in &decision.entries {
            let (is_line, name) = entry.place.key();
            let at = match known.get(&(is_line, name.to_owned())) {
                Some(at) => *at,
                None => self.add(&entry.place),
            };
            known.insert((is_line, name.to_owned()), at);
            let sums = if is_line {
                &mut self.lines[at].sums
            } else {
                &mut self.appropriations[at].sums
            };
            let before = sums.amended.unwrap_or(Money::ZERO);
            let amended = before.checked_add(entry.amount).unwrap_or(before);
            if decision.kind == BudgetDecisionKind::Sets {
                sums.original = Some(amended);
            }
            sums.amended = Some(amended);
        }
    }

    /// Puts appropriations and lines in their order.
    pub(super) fn sort(&mut self) {
        self.appropriations
            .sort_by(|one, other| one.name.cmp(&other.name));
        self.lines
            .sort_by(|one, other| one.facts.code.cmp(&other.facts.code));
    }

    /// What decisions have set of a place.
    pub fn sums(&self, place: &BudgetPlace) -> Sums {
        let found = match place {
            BudgetPlace::Appropriation { name, .. } => self
                .appropriation(name)
                .map(|appropriation| appropriation.sums),
            BudgetPlace::Line(line) => self.line(line.code.as_str()).map(|line| line.sums),
        };
        found.unwrap_or_default()
    }

    /// Adds a place without sums; says where it stands.
    fn add(&mut self, place: &BudgetPlace) -> usize {
        let sums = Sums::default();
        match place {
            BudgetPlace::Appropriation { name, basis } => {
                self.appropriations.push(super::Appropriation {
                    name: name.clone(),
                    basis: *basis,
                    sums,
                });
                self.appropriations.len() - 1
            }
            BudgetPlace::Line(facts) => {
                self.lines.push(super::BudgetLine {
                    facts: facts.clone(),
                    sums,
                });
                self.lines.len() - 1
            }
        }
    }
}

impl BudgetPlace {
    /// What tells it from the other places of its year: whether it is a line, and its number or name.
    fn key(&self) -> (bool, &str) {
        match self {
            Self::Appropriation { name, .. } => (false, name),
            Self::Line(line) => (true, line.code.as_str()),
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
