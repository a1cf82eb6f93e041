//! What a project of the city's own costs, by category and accounting year, with the simplified
//! cost models of the programme (866/2021).
//!
//! A flat rate is a share of a base, rounded to the nearest cent, half a cent up. Where the base of
//! every year is known the flat amount is divided over the years in proportion to it by largest
//! remainder, so that the years sum to it and no cent is made or lost.

use serde::{Deserialize, Serialize};

use super::{Amounts, Total};
use crate::finding::{Finding, FindingCode, Findings};
use crate::money::{Money, Share, largest_remainder};

/// What is paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CostCategory {
    /// Salaries with their side costs.
    Salaries,
    /// Purchased services.
    Services,
    /// Travel.
    Travel,
    /// Machines, equipment and building.
    Investments,
    /// Other direct costs.
    Other,
    /// A lump sum (kertakorvaus), which no single cost belongs to.
    LumpSum,
}

impl CostCategory {
    /// Every category, in the order of plans.
    pub const ALL: [Self; 6] = [
        Self::Salaries,
        Self::Services,
        Self::Travel,
        Self::Investments,
        Self::Other,
        Self::LumpSum,
    ];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Salaries => "salaries",
            Self::Services => "services",
            Self::Travel => "travel",
            Self::Investments => "investments",
            Self::Other => "other",
            Self::LumpSum => "lump_sum",
        }
    }

    /// The category of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// How the programme reckons costs (866/2021 2 §).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CostModel {
    /// Every cost as it arises.
    Actual,
    /// 40 % of salaries for all other costs (8 §).
    FortyOfSalaries,
    /// 7 % of direct costs for indirect ones (9 § of ERDF and JTF, 11 § of ESF+).
    SevenOfDirect,
    /// 1.5 % of the direct costs of an investment for indirect ones (10 §).
    OneAndHalfOfInvestment,
    /// A lump sum (14–15 §).
    LumpSum,
}

/// The most that a lump sum based on a budget can be (866/2021 14–15 §).
pub const LARGEST_LUMP_SUM: Money = Money::from_cents(20_000_000);

impl CostModel {
    /// Every model.
    pub const ALL: [Self; 5] = [
        Self::Actual,
        Self::FortyOfSalaries,
        Self::SevenOfDirect,
        Self::OneAndHalfOfInvestment,
        Self::LumpSum,
    ];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::FortyOfSalaries => "forty_of_salaries",
            Self::SevenOfDirect => "seven_of_direct",
            Self::OneAndHalfOfInvestment => "one_and_half_of_investment",
            Self::LumpSum => "lump_sum",
        }
    }

    /// The model of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// The flat rate of what is typed, in hundredths of a percent, if the model has one.
    pub const fn rate(self) -> Option<u16> {
        match self {
            Self::Actual | Self::LumpSum => None,
            Self::FortyOfSalaries => Some(4_000),
            Self::SevenOfDirect => Some(700),
            Self::OneAndHalfOfInvestment => Some(150),
        }
    }

    /// Whether costs of a category are stated in it; the others are part of its flat rate or sum.
    pub const fn takes(self, category: CostCategory) -> bool {
        match self {
            Self::FortyOfSalaries => matches!(category, CostCategory::Salaries),
            Self::LumpSum => matches!(category, CostCategory::LumpSum),
            Self::Actual | Self::SevenOfDirect | Self::OneAndHalfOfInvestment => {
                !matches!(category, CostCategory::LumpSum)
            }
        }
    }
}

/// What the programme supports, which decides how much of it (867/2021 4 §).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SupportKind {
    /// A development project: at most 80 %.
    Development,
    /// An investment: at most 70 %.
    Investment,
}

impl SupportKind {
    /// Both kinds.
    pub const ALL: [Self; 2] = [Self::Development, Self::Investment];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Development => "development",
            Self::Investment => "investment",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// The most that the EU and the state together may pay of it, in hundredths of a percent.
    pub const fn most(self) -> u16 {
        match self {
            Self::Development => 8_000,
            Self::Investment => 7_000,
        }
    }
}

/// The costs of one version of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CostPlan {
    /// How costs are reckoned.
    pub model: CostModel,
    /// What is supported.
    pub support: SupportKind,
    /// The costs that are stated, each category at most once. What is not stated costs nothing.
    pub lines: Vec<CostLine>,
    /// Why the support is more than the programme mostly pays, or empty.
    pub rate_reason: String,
}

/// What is stated of a category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CostLine {
    /// The category.
    pub category: CostCategory,
    /// Its amounts, as far as they are known.
    pub amounts: Amounts,
}

/// What follows from a flat rate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlatCost {
    /// What the rate is of.
    pub base: Money,
    /// The rate, in hundredths of a percent.
    pub rate: u16,
    /// The share of the base, and of the years where the base of each is known.
    pub amounts: Amounts,
}

impl CostPlan {
    /// A plan of costs.
    ///
    /// # Errors
    /// Findings in the rows whose numbers stand beside the lines, as `costs-2-total`.
    pub fn new(
        model: CostModel,
        support: SupportKind,
        lines: Vec<(usize, CostLine)>,
        rate_reason: String,
    ) -> Result<Self, Findings> {
        let mut findings = Findings::default();
        for (row, line) in &lines {
            let place = format!("costs-{row}-total");
            if !model.takes(line.category) {
                findings.push(Finding::at(place.as_str(), FindingCode::CostNotInModel));
            }
            let total = line.amounts.total;
            if model == CostModel::LumpSum && total.is_some_and(|sum| sum > LARGEST_LUMP_SUM) {
                findings.push(Finding::at(place, FindingCode::LumpSumTooLarge));
            }
        }
        let lines: Vec<CostLine> = lines.into_iter().map(|(_, line)| line).collect();
        findings.into_result(Self {
            model,
            support,
            lines,
            rate_reason,
        })
    }

    /// What is stated, as far as it is known.
    pub fn stated(&self) -> Total {
        let known = Total::of(self.lines.iter().map(|line| line.amounts.total));
        known.unwrap_or(Total::Unknown)
    }

    /// What follows from the flat rate; `None` where the model has none, or the base is not known.
    pub fn flat(&self) -> Option<FlatCost> {
        let rate = self.model.rate()?;
        let Total::Known(base) = self.stated() else {
            return None;
        };
        let amount = share_of(base, rate);
        Some(FlatCost {
            base,
            rate,
            amounts: Amounts {
                total: Some(amount),
                years: self.divided(amount, base),
            },
        })
    }

    /// An amount divided over the years in proportion to the base; empty where a year of the base
    /// is not known.
    fn divided(&self, amount: Money, base: Money) -> Vec<(u16, Money)> {
        let years = self.years();
        let bases: Option<Vec<Money>> = years.iter().map(|year| self.of_year(*year)).collect();
        let Some(bases) =
            bases.filter(|bases| Money::checked_sum(bases.iter().copied()) == Some(base))
        else {
            return Vec::new();
        };
        let weight = |money: &Money| u64::try_from(money.cents()).unwrap_or(0);
        let weights: Vec<u64> = bases.iter().map(weight).collect();
        let parts = largest_remainder(weight(&amount), &weights).into_iter();
        let parts = parts.map(|cents| Money::from_cents(i64::try_from(cents).unwrap_or(i64::MAX)));
        years.into_iter().zip(parts).collect()
    }

    /// What is stated of a year; `None` where a category does not know it.
    fn of_year(&self, year: u16) -> Option<Money> {
        let known: Option<Vec<Money>> = self
            .lines
            .iter()
            .map(|line| line.amounts.of_year(year))
            .collect();
        Money::checked_sum(known?)
    }

    /// The years for which it knows an amount, rising.
    pub fn years(&self) -> Vec<u16> {
        let years = self.lines.iter().flat_map(|line| &line.amounts.years);
        let mut years: Vec<u16> = years.map(|(year, _)| *year).collect();
        years.sort_unstable();
        years.dedup();
        years
    }

    /// What a year costs with the flat rate, as far as it is known.
    pub fn total_of_year(&self, year: u16) -> Total {
        let stated = self.lines.iter().map(|line| line.amounts.of_year(year));
        let flat = self.model.rate().map(|_| {
            let flat = self.flat()?;
            flat.amounts.of_year(year)
        });
        Total::of(stated.chain(flat)).unwrap_or(Total::Unknown)
    }

    /// What the project costs with the flat rate, as far as it is known.
    pub fn total(&self) -> Total {
        match (self.model.rate(), self.stated(), self.flat()) {
            (None, stated, _) => stated,
            (Some(_), Total::Known(stated), Some(flat)) => {
                let flat = flat.amounts.total.unwrap_or(Money::ZERO);
                stated
                    .checked_add(flat)
                    .map_or(Total::Unknown, Total::Known)
            }
            (Some(_), Total::Known(sum) | Total::AtLeast(sum), _) => Total::AtLeast(sum),
            (Some(_), Total::Unknown, _) => Total::Unknown,
        }
    }

    /// Whether a support is more than the programme mostly pays of the costs.
    pub fn is_above_rate(&self, support: Money) -> bool {
        let Total::Known(cost) = self.total() else {
            return false;
        };
        let whole = i128::from(Share::WHOLE.hundredths());
        let most = i128::from(cost.cents()) * i128::from(self.support.most());
        i128::from(support.cents()) * whole > most
    }
}

/// A share of an amount, rounded to the nearest cent, half a cent up.
///
/// ```
/// use domain::{Money, funding::cost::share_of};
/// assert_eq!(share_of(Money::from_cents(10_050), 150), Money::from_cents(151));
/// assert_eq!(share_of(Money::from_cents(50), 700), Money::from_cents(4));
/// assert_eq!(share_of(Money::from_cents(49), 700), Money::from_cents(3));
/// ```
pub fn share_of(amount: Money, hundredths: u16) -> Money {
    let whole = i128::from(Share::WHOLE.hundredths());
    let exact = i128::from(amount.cents()) * i128::from(hundredths);
    let rounded = (exact + whole / 2).div_euclid(whole);
    Money::from_cents(i64::try_from(rounded).unwrap_or(i64::MAX))
}
