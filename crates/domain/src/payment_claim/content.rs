//! What a claim says, and how the amount that can be applied for is reckoned.

use serde::{Deserialize, Serialize};
use time::Date;

use super::ClaimFunder;
use crate::funding::FundingPlan;
use crate::funding::cost::{CostCategory, CostModel, share_of};
use crate::money::{Money, Share};

/// What a claim says. Its rate and cost model are those of the plan that was in force when it was
/// made, and stay as they were when the plan changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimContent {
    /// The first day whose costs it claims.
    pub first_day: Date,
    /// The last one, included.
    pub last_day: Date,
    /// Whether it is the last claim of the project.
    pub is_last: bool,
    /// What was realised, in the order of plans, each category once.
    pub costs: Vec<RealisedCost>,
    /// What other funders have paid in its days, as far as it is known.
    pub funding: Vec<RealisedFunding>,
    /// How much of the advance is deducted from what is paid.
    pub deducted: Money,
    /// How much is applied for.
    pub applied: Money,
    /// The version of the plan.
    pub plan_version: u32,
    /// How costs are reckoned.
    pub model: CostModel,
    /// Which part of the costs the EU and the state pay; `None` where the plan does not say.
    pub rate: Option<SupportRate>,
}

/// What was realised of a category of costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RealisedCost {
    /// The category.
    pub category: CostCategory,
    /// How much.
    pub amount: Money,
}

/// What a funder has paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RealisedFunding {
    /// The funder, and the kind of its money.
    pub funder: ClaimFunder,
    /// How much.
    pub amount: Money,
}

/// Which part of the costs the EU and the state pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SupportRate {
    /// As much of each euro as of the whole plan: `support` of `cost`, which is not zero.
    OfPlan {
        /// What the EU and the state pay of the project.
        support: Money,
        /// What the project costs.
        cost: Money,
    },
    /// The share that the plan states, where it knows no amounts.
    Stated(Share),
}

/// How the amount that can be applied for follows from what was realised, step by step in whole
/// cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reckoning {
    /// The sum of the costs that are stated.
    pub stated: Money,
    /// The flat rate of the model in hundredths of a percent, and what it comes to.
    pub flat: Option<(u16, Money)>,
    /// Both together: what was realised.
    pub total: Money,
    /// What the EU and the state pay of it; `None` where the rate is not known.
    pub support: Option<Money>,
    /// What of the advance is deducted.
    pub deducted: Money,
    /// What can be applied for at most; negative where more is deducted than is paid.
    pub most: Option<Money>,
}

impl SupportRate {
    /// The rate of a plan, as far as it says one.
    pub fn of(plan: &FundingPlan) -> Option<Self> {
        let whole = plan.support().zip(plan.total_cost());
        let whole = whole.filter(|(support, cost)| *support > Money::ZERO && *cost > Money::ZERO);
        whole
            .map(|(support, cost)| Self::OfPlan { support, cost })
            .or_else(|| plan.stated_support().map(Self::Stated))
    }

    /// What the EU and the state pay of an amount, rounded down to a whole cent: so the claims of a
    /// project together never come to more than the plan gives for its costs.
    ///
    /// ```
    /// use domain::{Money, payment_claim::SupportRate};
    /// let cents = Money::from_cents;
    /// let rate = SupportRate::OfPlan { support: cents(7_000), cost: cents(9_999) };
    /// assert_eq!(rate.part_of(cents(9_999)), Some(cents(7_000)));
    /// assert_eq!(rate.part_of(cents(5_000)), Some(cents(3_500)));
    /// assert_eq!(rate.part_of(cents(10)), Some(cents(7)));
    /// ```
    pub fn part_of(self, amount: Money) -> Option<Money> {
        let (part, whole) = match self {
            Self::OfPlan { support, cost } => (support.cents(), cost.cents()),
            Self::Stated(share) => (
                i64::from(share.hundredths()),
                i64::from(Share::WHOLE.hundredths()),
            ),
        };
        let exact = i128::from(amount.cents()).checked_mul(i128::from(part))?;
        let down = exact.checked_div_euclid(i128::from(whole))?;
        i64::try_from(down).ok().map(Money::from_cents)
    }
}

impl ClaimContent {
    /// What was realised of a category; nothing where the claim does not name it.
    pub fn cost(&self, category: CostCategory) -> Money {
        let found = self.costs.iter().find(|cost| cost.category == category);
        found.map_or(Money::ZERO, |cost| cost.amount)
    }

    /// What a funder has paid; `None` where the claim does not know it.
    pub fn funding(&self, funder: ClaimFunder) -> Option<Money> {
        let found = self.funding.iter().find(|paid| paid.funder == funder);
        found.map(|paid| paid.amount)
    }

    /// Whether it claims a day that another one claims too.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.first_day <= other.last_day && other.first_day <= self.last_day
    }

    /// How the amount is reckoned; `None` only where a sum does not fit.
    pub fn reckoning(&self) -> Option<Reckoning> {
        let stated = Money::checked_sum(self.costs.iter().map(|cost| cost.amount))?;
        let flat = self.model.rate().map(|rate| (rate, share_of(stated, rate)));
        let total = stated.checked_add(flat.map_or(Money::ZERO, |(_, amount)| amount))?;
        let support = match self.rate {
            Some(rate) => Some(rate.part_of(total)?),
            None => None,
        };
        let most = match support {
            Some(support) => Some(support.checked_sub(self.deducted)?),
            None => None,
        };
        Some(Reckoning {
            stated,
            flat,
            total,
            support,
            deducted: self.deducted,
            most,
        })
    }
}
