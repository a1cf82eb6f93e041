//! A decision about the budget while it is typed: any text in any field.

use super::{
    AppropriationBasis, Budget, BudgetDecision, BudgetDecisionKind, BudgetEntry, BudgetLineCode,
    BudgetPlace, LineFacts, LineSource,
};
use crate::finding::{Finding, FindingCode, Findings};

/// Characters of a name.
const NAME: usize = 200;

/// A decision about the budget as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BudgetDecisionDraft {
    /// The accounting year.
    pub year: String,
    /// Code of what it does.
    pub budget_kind: String,
    /// The body that decided.
    pub deciding_body: String,
    /// Its day.
    pub decided_on: String,
    /// Its section number.
    pub section: String,
    /// Number of its case, or empty.
    pub case_number: String,
    /// What it is about.
    pub subject: String,
    /// Why an appropriation may be left with less than is promised from it, where that is so.
    pub excess_reason: String,
    /// What it sets or changes.
    pub rows: Vec<BudgetRowDraft>,
}

/// A row of a decision about the budget as typed. Without a number of a line it is about the
/// appropriation itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BudgetRowDraft {
    /// Name of the appropriation; empty where the line is known.
    pub appropriation: String,
    /// Number of the line, or empty.
    pub code: String,
    /// Name of the line; empty where it is known.
    pub name: String,
    /// Code of what a new appropriation binds; empty is gross.
    pub basis: String,
    /// Code of where the money of a new line comes from; empty is the appropriation.
    pub source: String,
    /// By how much it is set, raised or, with a minus, lowered.
    pub amount: String,
}

impl BudgetRowDraft {
    /// Whether nothing was typed in the row, so that it is left out.
    fn is_empty(&self) -> bool {
        [&self.appropriation, &self.code, &self.name, &self.amount]
            .into_iter()
            .all(|text| text.trim().is_empty())
    }
}

impl BudgetDecisionDraft {
    /// Leaves out the rows in which nothing was typed.
    pub fn compact(&mut self) {
        self.rows.retain(|row| !row.is_empty());
    }

    /// The year that was typed, as far as it is one.
    pub fn typed_year(&self) -> Option<u16> {
        Findings::default().year("year", &self.year)
    }

    /// Reads what was typed in a [compact](Self::compact) draft against the budget of its
    /// [year](Self::typed_year) as it is recorded so far.
    ///
    /// # Errors
    /// Every finding at once, each with the field it belongs to.
    pub fn read(&self, budget: &Budget) -> Result<BudgetDecision, Findings> {
        let mut findings = Findings::default();
        let facts = self.read_facts(&mut findings);
        if self.rows.is_empty() {
            findings.push(Finding::at("rows-0-amount", FindingCode::Missing));
        }
        let entries: Vec<Option<BudgetEntry>> = (0..)
            .zip(&self.rows)
            .map(|(row, typed)| typed.read(&mut findings, row, budget))
            .collect();
        let (Some(facts), Some(entries)) = (facts, entries.into_iter().collect()) else {
            return Err(findings);
        };
        let decision = BudgetDecision { entries, ..facts };
        findings.extend(budget.check(&decision));
        findings.into_result(decision)
    }

    /// What is wrong with all of it but its rows.
    pub fn check_facts(&self) -> Findings {
        let mut findings = Findings::default();
        self.read_facts(&mut findings);
        findings
    }

    /// Reads all of it but its rows.
    fn read_facts(&self, findings: &mut Findings) -> Option<BudgetDecision> {
        let year = findings.year("year", &self.year);
        let kind = BudgetDecisionKind::from_code(self.budget_kind.trim());
        if kind.is_none() {
            findings.push(Finding::at("budget_kind", FindingCode::Missing));
        }
        let body = findings.required("deciding_body", &self.deciding_body, NAME);
        let on = findings.required("decided_on", &self.decided_on, 20);
        let on = findings.date("decided_on", &on);
        let section = findings.section_number("section", &self.section);
        let not_a_number = FindingCode::NotACaseNumber;
        let case_number = findings.optional("case_number", &self.case_number, not_a_number);
        let subject = findings.required("subject", &self.subject, 500);
        Some(BudgetDecision {
            year: year?,
            kind: kind?,
            body,
            on: on?,
            section: section?,
            case_number,
            subject,
            entries: Vec::new(),
        })
    }
}

impl BudgetRowDraft {
    fn read(&self, findings: &mut Findings, row: usize, budget: &Budget) -> Option<BudgetEntry> {
        let place = |field: &str| format!("rows-{row}-{field}");
        let amount = findings.money(&place("amount"), &self.amount);
        if self.amount.trim().is_empty() {
            findings.push(Finding::at(place("amount"), FindingCode::Missing));
        }
        let at = if self.code.trim().is_empty() {
            self.read_appropriation(findings, row)
        } else {
            self.read_line(findings, row, budget)
        };
        Some(BudgetEntry {
            place: at?,
            amount: amount?,
        })
    }

    fn read_appropriation(&self, findings: &mut Findings, row: usize) -> Option<BudgetPlace> {
        let name = findings.required(
            &format!("rows-{row}-appropriation"),
            &self.appropriation,
            NAME,
        );
        let basis = AppropriationBasis::from_code(self.basis.trim()).unwrap_or_default();
        (!name.is_empty()).then_some(BudgetPlace::Appropriation { name, basis })
    }

    /// A known line needs its number alone; what else is typed must be what is known.
    fn read_line(
        &self,
        findings: &mut Findings,
        row: usize,
        budget: &Budget,
    ) -> Option<BudgetPlace> {
        let place = |field: &str| format!("rows-{row}-{field}");
        let not_a_code = FindingCode::NotABudgetLine;
        let code: BudgetLineCode = findings.optional(&place("code"), &self.code, not_a_code)?;
        let known = budget.line(code.as_str()).map(|line| &line.facts);
        let mut text = |field: &str, typed: &str, known: Option<&String>| match known {
            Some(known) if typed.trim().is_empty() => known.clone(),
            Some(known) => {
                let typed = findings.text(&place(field), typed, NAME);
                if typed != *known {
                    findings.push(Finding::at(place(field), FindingCode::BudgetLineKnown));
                }
                known.clone()
            }
            None => findings.required(&place(field), typed, NAME),
        };
        let name = text("name", &self.name, known.map(|facts| &facts.name));
        let above = known.map(|facts| &facts.appropriation);
        let appropriation = text("appropriation", &self.appropriation, above);
        let typed = LineSource::from_code(self.source.trim()).unwrap_or_default();
        let source = known.map_or(typed, |facts| facts.source);
        (!name.is_empty() && !appropriation.is_empty()).then_some(BudgetPlace::Line(LineFacts {
            code,
            name,
            appropriation,
            source,
        }))
    }
}
