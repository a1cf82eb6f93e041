//! A funding plan while it is typed: any text in any field.

use serde::{Deserialize, Serialize};

use super::cost_draft::{CostDraft, CostRowDraft};
use super::{Amounts, Funder, FundingCategory, FundingLine, FundingPart, FundingPlan};
use crate::finding::{Finding, FindingCode, Findings};
use crate::id::OrganisationId;
use crate::money::Money;

/// A funding plan as typed: any text in any field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FundingPlanDraft {
    /// Why this version was made.
    pub reason: String,
    /// Total cost, or empty where unknown.
    pub total_cost: String,
    /// The accounting years of the columns, from the project period.
    pub years: Vec<u16>,
    /// The rows.
    pub rows: Vec<FundingRowDraft>,
    /// Code of the cost model, or empty.
    pub cost_model: String,
    /// Code of what the programme supports, or empty.
    pub support_kind: String,
    /// Why the support is more than the programme mostly pays, or empty.
    pub rate_reason: String,
    /// The costs, a row for each category.
    pub costs: Vec<CostRowDraft>,
}

/// A row of a plan as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FundingRowDraft {
    /// Names of funders, separated by semicolons; `*` stands for others the plan does not name.
    pub funders: String,
    /// Code of the category.
    pub category: String,
    /// Share, or empty.
    pub share: String,
    /// Total, or empty where unknown.
    pub total: String,
    /// An amount for each year of the plan, or empty where unknown.
    pub amounts: Vec<String>,
    /// Whether the row is a part of the last row that is not ("siitä").
    pub part: bool,
}

impl FundingRowDraft {
    /// Whether nothing was typed in the row, so that it is left out.
    pub fn is_empty(&self) -> bool {
        [&self.funders, &self.share, &self.total]
            .into_iter()
            .chain(&self.amounts)
            .all(|text| text.trim().is_empty())
    }
}

impl FundingPlanDraft {
    /// Leaves out the rows in which nothing was typed.
    pub fn compact(&mut self) {
        self.rows.retain(|row| !row.is_empty());
    }

    /// The same with a column for each of these years beside its own; what was typed of a year
    /// stays with it.
    #[must_use]
    pub fn with_years(mut self, more: impl IntoIterator<Item = u16>) -> Self {
        let mut years = self.years.clone();
        years.extend(more);
        years.sort_unstable();
        years.dedup();
        let rows = self.rows.iter_mut().map(|row| &mut row.amounts);
        let costs = self.costs.iter_mut().map(|row| &mut row.amounts);
        for amounts in rows.chain(costs) {
            let amount = |year: &u16| {
                let column = self.years.iter().position(|of| of == year);
                column
                    .and_then(|column| amounts.get(column).cloned())
                    .unwrap_or_default()
            };
            *amounts = years.iter().map(amount).collect();
        }
        self.years = years;
        self
    }

    /// Reads what was typed in a [compact](Self::compact) draft. `organisation` finds an
    /// organisation by its name.
    ///
    /// # Errors
    /// Every finding at once, each with the field it belongs to.
    pub fn read(
        &self,
        organisation: impl Fn(&str) -> Option<OrganisationId>,
    ) -> Result<FundingPlan, Findings> {
        let mut findings = Findings::default();
        let _ = findings.required("reason", &self.reason, 500);
        let total_cost = findings.money("total_cost", &self.total_cost);
        let mut lines: Vec<FundingLine> = Vec::new();
        for (row, typed) in self.rows.iter().enumerate() {
            let place = |field: &str| format!("rows-{row}-{field}");
            let funders = read_funders(
                &mut findings,
                &place("funders"),
                &typed.funders,
                &organisation,
            );
            let category = FundingCategory::from_code(typed.category.trim()).unwrap_or_else(|| {
                findings.push(Finding::at(place("category"), FindingCode::UnknownChoice));
                FundingCategory::Several
            });
            let share = findings.share(&place("share"), &typed.share);
            if typed.part && share.is_some() {
                findings.push(Finding::at(place("share"), FindingCode::PartWithShare));
            }
            let at = format!("rows-{row}");
            let (total, of_years) = (&typed.total, &typed.amounts);
            let amounts = read_amounts(&mut findings, &at, &self.years, total, of_years);
            match (typed.part, lines.last_mut(), &funders[..]) {
                (false, _, _) => lines.push(FundingLine {
                    funders,
                    category,
                    share,
                    amounts,
                    of_which: Vec::new(),
                }),
                (true, Some(line), [funder]) => {
                    line.of_which.push(FundingPart {
                        funder: *funder,
                        category,
                        amounts,
                    });
                }
                (true, Some(_), _) => {
                    findings.push(Finding::at(
                        place("funders"),
                        FindingCode::UnknownOrganisation,
                    ));
                }
                (true, None, _) => {
                    findings.push(Finding::at(place("part"), FindingCode::PartWithoutLine));
                }
            }
        }
        if lines.is_empty() {
            findings.push(Finding::at("rows-0-funders", FindingCode::Missing));
        }
        let rows: usize = lines.iter().map(|line| 1 + line.of_which.len()).sum();
        let costs = self.costs().read(&mut findings);
        let plan = FundingPlan::new(total_cost, lines);
        let plan = match costs {
            Some(costs) => plan.and_then(|plan| plan.with_costs(costs)),
            None => plan,
        };
        match plan {
            Ok(plan) => findings.into_result(plan),
            // The plan counts its own rows: its findings are at the right place where it has all.
            Err(of_plan) if rows == self.rows.len() => {
                findings.extend(of_plan);
                Err(findings)
            }
            Err(of_plan) if findings.is_empty() => Err(of_plan),
            Err(_) => Err(findings),
        }
    }

    fn costs(&self) -> CostDraft<'_> {
        CostDraft {
            model: &self.cost_model,
            support: &self.support_kind,
            rate_reason: &self.rate_reason,
            years: &self.years,
            rows: &self.costs,
        }
    }
}

/// Reads the amounts of a row: one for each year, and their total.
pub(super) fn read_amounts(
    findings: &mut Findings,
    row: &str,
    years: &[u16],
    total: &str,
    amounts: &[String],
) -> Amounts {
    let n_years = years.len();
    let of_years = years.iter().zip(amounts).filter_map(|(year, amount)| {
        findings
            .money(&format!("{row}-{year}"), amount)
            .map(|amount| (*year, amount))
    });
    let years: Vec<(u16, Money)> = of_years.collect();
    let total = findings.money(&format!("{row}-total"), total);
    let sum = Money::checked_sum(years.iter().map(|(_, amount)| *amount));
    let every_year_is_known = !years.is_empty() && years.len() == n_years;
    // More than the total is for the plan itself to find; here every year is known, so less
    // is wrong as well.
    if every_year_is_known && total.zip(sum).is_some_and(|(total, sum)| sum < total) {
        let place = format!("{row}-total");
        findings.push(Finding::at(place, FindingCode::YearsDoNotSumToTotal));
    }
    Amounts { total, years }
}

fn read_funders(
    findings: &mut Findings,
    place: &str,
    typed: &str,
    organisation: impl Fn(&str) -> Option<OrganisationId>,
) -> Vec<Funder> {
    let names = typed
        .split(';')
        .map(str::trim)
        .filter(|name| !name.is_empty());
    let funders: Vec<Funder> = names
        .filter_map(|name| match (name, organisation(name)) {
            ("*", _) => Some(Funder::Others),
            (_, Some(id)) => Some(Funder::Organisation(id)),
            (_, None) => {
                findings.push(Finding::at(place, FindingCode::UnknownOrganisation));
                None
            }
        })
        .collect();
    if typed.trim().is_empty() {
        findings.push(Finding::at(place, FindingCode::Missing));
    }
    funders
}
