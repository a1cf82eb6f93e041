//! Funding plans (rahoitussuunnitelma): who pays which part of a project, as far as it is known.

use serde::{Deserialize, Serialize};

use crate::finding::{Finding, FindingCode, Findings};
use crate::id::OrganisationId;
use crate::money::{Money, Share};

/// A sum some of whose parts may be unknown.
///
/// An unknown amount is neither 0 nor summed: a sum that contains one says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Total {
    /// Every part is known.
    Known(Money),
    /// At least one part is unknown; the known ones sum to this.
    AtLeast(Money),
    /// No part is known.
    Unknown,
}

impl Total {
    /// The sum of the parts, or `None` where it does not fit.
    ///
    /// ```
    /// use domain::{Money, funding::Total};
    /// let euro = Money::from_cents(100);
    /// assert_eq!(Total::of([Some(euro), None]), Some(Total::AtLeast(euro)));
    /// assert_eq!(Total::of([None]), Some(Total::Unknown));
    /// ```
    pub fn of(parts: impl IntoIterator<Item = Option<Money>>) -> Option<Self> {
        let parts: Vec<_> = parts.into_iter().collect();
        let sum = Money::checked_sum(parts.iter().copied().flatten())?;
        Some(if parts.iter().all(Option::is_some) {
            Self::Known(sum)
        } else if parts.iter().all(Option::is_none) {
            Self::Unknown
        } else {
            Self::AtLeast(sum)
        })
    }
}

/// One version of a project's funding plan.
///
/// Its shares are at most 100 % together, the years of a line sum to its total where all are
/// known, and named parts are at most their line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundingPlan {
    total_cost: Option<Money>,
    lines: Vec<FundingLine>,
}

/// One line: what one funder, or several together, pay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundingLine {
    /// Who pays: one funder, or several whose division is not known.
    pub funders: Vec<Funder>,
    /// What kind of money it is.
    pub category: FundingCategory,
    /// The share of the whole, if stated.
    pub share: Option<Share>,
    /// Amounts by accounting year and in total, as far as they are known.
    pub amounts: Amounts,
    /// What is known of single funders within the line ("siitä"). Never summed beside the line.
    pub of_which: Vec<FundingPart>,
}

/// What one funder pays within a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundingPart {
    /// Who pays.
    pub funder: Funder,
    /// What kind of money it is.
    pub category: FundingCategory,
    /// The amounts, as far as they are known.
    pub amounts: Amounts,
}

/// Amounts by accounting year, and their total where it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amounts {
    /// The total, if known.
    pub total: Option<Money>,
    /// The amounts of single years, rising by year, as far as they are known.
    pub years: Vec<(u16, Money)>,
}

impl Amounts {
    /// The amount of a year, if known.
    pub fn of_year(&self, year: u16) -> Option<Money> {
        self.years
            .iter()
            .find(|(of, _)| *of == year)
            .map(|(_, amount)| *amount)
    }
}

/// Who pays a funding line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Funder {
    /// An organisation of the register.
    Organisation(OrganisationId),
    /// Others whom the plan does not name.
    Others,
}

/// What kind of money a line is (the vocabulary of structural-fund plans).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FundingCategory {
    /// Support from an EU programme and the state.
    EuAndState,
    /// Municipal share (kuntarahoitusosuus).
    MunicipalShare,
    /// Own contribution of the beneficiary (omarahoitus).
    OwnContribution,
    /// Other public funding.
    OtherPublic,
    /// Private funding.
    Private,
    /// Several kinds together, whose division is not known.
    Several,
    /// Still to be found (puuttuva rahoitus).
    StillToBeFound,
}

impl FundingCategory {
    /// Every category, in the order of plans.
    pub const ALL: [Self; 7] = [
        Self::EuAndState,
        Self::MunicipalShare,
        Self::OwnContribution,
        Self::OtherPublic,
        Self::Private,
        Self::Several,
        Self::StillToBeFound,
    ];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::EuAndState => "eu_and_state",
            Self::MunicipalShare => "municipal_share",
            Self::OwnContribution => "own_contribution",
            Self::OtherPublic => "other_public",
            Self::Private => "private",
            Self::Several => "several",
            Self::StillToBeFound => "still_to_be_found",
        }
    }

    /// The category of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|category| category.code() == code)
    }
}

impl FundingPlan {
    /// A plan from its lines.
    ///
    /// # Errors
    /// The findings, placed by line: `rows-3-share` is the share of the fourth row of the form,
    /// counting lines and their parts in order.
    pub fn new(total_cost: Option<Money>, lines: Vec<FundingLine>) -> Result<Self, Findings> {
        let mut findings = Findings::default();
        let shares: u32 = lines
            .iter()
            .filter_map(|line| line.share)
            .map(|share| u32::from(share.hundredths()))
            .sum();
        if shares > u32::from(Share::WHOLE.hundredths()) {
            findings.push(Finding::at("rows-0-share", FindingCode::SharesExceedWhole));
        }
        let mut row = 0;
        for line in &lines {
            check_amounts(&mut findings, row, &line.amounts);
            let line_row = row;
            row += 1;
            for part in &line.of_which {
                check_amounts(&mut findings, row, &part.amounts);
                row += 1;
            }
            let parts =
                Money::checked_sum(line.of_which.iter().filter_map(|part| part.amounts.total));
            if line
                .amounts
                .total
                .is_some_and(|total| parts.is_none_or(|parts| parts > total))
            {
                findings.push(Finding::at(
                    format!("rows-{line_row}-total"),
                    FindingCode::PartsExceedLine,
                ));
            }
        }
        let known = Money::checked_sum(lines.iter().filter_map(|line| line.amounts.total));
        if total_cost.is_some_and(|cost| known.is_none_or(|known| known > cost)) {
            findings.push(Finding::at("total_cost", FindingCode::LinesExceedTotalCost));
        }
        findings.into_result(Self { total_cost, lines })
    }

    /// The total cost of the project, if known.
    pub const fn total_cost(&self) -> Option<Money> {
        self.total_cost
    }

    /// The lines in the order of the plan.
    pub fn lines(&self) -> &[FundingLine] {
        &self.lines
    }

    /// The sum of the lines; `None` only where it does not fit.
    pub fn total(&self) -> Option<Total> {
        Total::of(self.lines.iter().map(|line| line.amounts.total))
    }

    /// The accounting years for which the plan knows an amount, rising.
    pub fn years(&self) -> Vec<u16> {
        let of_lines = self.lines.iter().flat_map(|line| {
            let parts = line.of_which.iter().flat_map(|part| &part.amounts.years);
            line.amounts.years.iter().chain(parts)
        });
        let mut years: Vec<u16> = of_lines.map(|(year, _)| *year).collect();
        years.sort_unstable();
        years.dedup();
        years
    }
}

fn check_amounts(findings: &mut Findings, row: usize, amounts: &Amounts) {
    let Some(total) = amounts.total else { return };
    let years = Money::checked_sum(amounts.years.iter().map(|(_, amount)| *amount));
    if !amounts.years.is_empty() && years != Some(total) {
        findings.push(Finding::at(
            format!("rows-{row}-total"),
            FindingCode::YearsDoNotSumToTotal,
        ));
    }
}

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
            let amounts = self.read_amounts(&mut findings, row, typed);
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
                    findings.push(Finding::at(place("part"), FindingCode::PartWithoutLine))
                }
            }
        }
        if lines.is_empty() {
            findings.push(Finding::at("rows-0-funders", FindingCode::Missing));
        }
        findings.into_result(())?;
        FundingPlan::new(total_cost, lines)
    }

    fn read_amounts(
        &self,
        findings: &mut Findings,
        row: usize,
        typed: &FundingRowDraft,
    ) -> Amounts {
        let years = self
            .years
            .iter()
            .zip(&typed.amounts)
            .filter_map(|(year, amount)| {
                findings
                    .money(&format!("rows-{row}-{year}"), amount)
                    .map(|amount| (*year, amount))
            });
        let years = years.collect();
        Amounts {
            total: findings.money(&format!("rows-{row}-total"), &typed.total),
            years,
        }
    }
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
