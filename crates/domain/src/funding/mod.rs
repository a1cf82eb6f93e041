//! Funding plans (rahoitussuunnitelma): who pays which part of a project, as far as it is known.

pub mod comparison;
pub mod cost;
mod cost_draft;
mod divided;
mod draft;

pub use cost_draft::CostRowDraft;
pub use divided::{Payer, PlannedAmount};
pub use draft::{FundingPlanDraft, FundingRowDraft};

use serde::{Deserialize, Serialize};

use crate::finding::{Finding, FindingCode, Findings};
use crate::id::OrganisationId;
use crate::money::{Money, Share};
use cost::CostPlan;

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

    /// What is known of it; nothing where no part is.
    pub const fn at_least(self) -> Option<Money> {
        match self {
            Self::Known(sum) | Self::AtLeast(sum) => Some(sum),
            Self::Unknown => None,
        }
    }
}

/// One version of a project's funding plan; by default one without lines.
///
/// Its amounts are not negative, its shares are at most 100 % together, and neither the known
/// years nor the named parts of a line are more than the line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundingPlan {
    total_cost: Option<Money>,
    lines: Vec<FundingLine>,
    /// What a project of the city's own costs, where that was planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    costs: Option<CostPlan>,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
        findings.into_result(Self {
            total_cost,
            lines,
            costs: None,
        })
    }

    /// The plan with its costs, which say what the project costs in all.
    ///
    /// # Errors
    /// A finding where the total cost is another one, where the lines pay more than it, or where
    /// the EU and the state pay more of it than the programme mostly does and no reason says why.
    pub fn with_costs(self, costs: CostPlan) -> Result<Self, Findings> {
        let mut findings = Findings::default();
        let known = match costs.total() {
            Total::Known(total) => Some(total),
            Total::AtLeast(_) | Total::Unknown => None,
        };
        if self
            .total_cost
            .zip(known)
            .is_some_and(|(typed, known)| typed != known)
        {
            findings.push(Finding::at("total_cost", FindingCode::CostsDisagree));
        }
        let is_above = self
            .support()
            .is_some_and(|support| costs.is_above_rate(support))
            || self.support_share() > costs.support.most().into();
        if is_above && costs.rate_reason.is_empty() {
            findings.push(Finding::at("rate_reason", FindingCode::RateExceeded));
        }
        match Self::new(self.total_cost.or(known), self.lines) {
            Ok(plan) => findings.into_result(Self {
                costs: Some(costs),
                ..plan
            }),
            Err(of_plan) => {
                findings.extend(of_plan);
                Err(findings)
            }
        }
    }

    /// What it costs by category, where that was planned.
    pub const fn costs(&self) -> Option<&CostPlan> {
        self.costs.as_ref()
    }

    /// What the EU and the state pay; `None` where one of their lines does not say.
    pub fn support(&self) -> Option<Money> {
        let lines = self.lines.iter();
        let theirs = lines.filter(|line| line.category == FundingCategory::EuAndState);
        let known: Option<Vec<Money>> = theirs.map(|line| line.amounts.total).collect();
        Money::checked_sum(known?)
    }

    /// The share of the whole that the plan states of the EU and the state, if it states one.
    pub fn stated_support(&self) -> Option<Share> {
        let share = u16::try_from(self.support_share()).ok()?;
        Share::try_from(share).ok().filter(|_| share > 0)
    }

    /// The shares that are stated of the EU and the state, in hundredths of a percent.
    fn support_share(&self) -> u32 {
        let lines = self.lines.iter();
        let theirs = lines.filter(|line| line.category == FundingCategory::EuAndState);
        let shares = theirs.filter_map(|line| line.share);
        shares.map(|share| u32::from(share.hundredths())).sum()
    }

    /// What no line pays of the total cost, where both are known and it is something.
    pub fn gap(&self) -> Option<Money> {
        let Total::Known(funded) = self.total()? else {
            return None;
        };
        let gap = self.total_cost?.checked_sub(funded)?;
        (gap > Money::ZERO).then_some(gap)
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

    /// What the plan knows of one funder: of the lines and parts that are that funder's alone.
    /// `None` where it stands in none. Where it stands in several, a year is known only as far as
    /// each of them knows it.
    ///
    /// A funder in a line with others is in the plan, but how much it pays is not known.
    pub fn of_funder(&self, funder: OrganisationId) -> Option<Amounts> {
        let funder = Funder::Organisation(funder);
        let parts = |line: &FundingLine| {
            let parts = line.of_which.iter().filter(|part| part.funder == funder);
            parts.map(|part| part.amounts.clone()).collect::<Vec<_>>()
        };
        let mut found: Vec<Amounts> = Vec::new();
        for line in &self.lines {
            match &line.funders[..] {
                [only] if *only == funder => found.push(line.amounts.clone()),
                funders if funders.contains(&funder) => match parts(line) {
                    named if named.is_empty() => found.push(Amounts::default()),
                    named => found.extend(named),
                },
                _ => found.extend(parts(line)),
            }
        }
        let years = self.years().into_iter().filter_map(|year| {
            let of_year: Option<Vec<Money>> =
                found.iter().map(|amounts| amounts.of_year(year)).collect();
            Some((year, Money::checked_sum(of_year?)?))
        });
        let total: Option<Vec<Money>> = found.iter().map(|amounts| amounts.total).collect();
        (!found.is_empty()).then(|| Amounts {
            years: years.collect(),
            total: total.and_then(Money::checked_sum),
        })
    }

    /// The share of the whole that the plan states of one funder alone, if it states one.
    pub fn share_of(&self, funder: OrganisationId) -> Option<Share> {
        let alone = [Funder::Organisation(funder)];
        let line = self.lines.iter().find(|line| line.funders == alone);
        line.and_then(|line| line.share)
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
    let negative = |amount: Option<Money>| amount.is_some_and(|amount| amount < Money::ZERO);
    if negative(amounts.total) {
        let place = format!("rows-{row}-total");
        findings.push(Finding::at(place, FindingCode::AmountNotPositive));
    }
    for (year, amount) in &amounts.years {
        if negative(Some(*amount)) {
            let place = format!("rows-{row}-{year}");
            findings.push(Finding::at(place, FindingCode::AmountNotPositive));
        }
    }
    let Some(total) = amounts.total else { return };
    // A year may be unknown: what is known of the years is at most the total.
    let years = Money::checked_sum(amounts.years.iter().map(|(_, amount)| *amount));
    if years.is_none_or(|years| years > total) {
        let place = format!("rows-{row}-total");
        findings.push(Finding::at(place, FindingCode::YearsDoNotSumToTotal));
    }
}
