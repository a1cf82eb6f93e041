//! Whose money other than the EU's and the state's a claim tells of.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::funding::{FundingCategory, FundingPlan, Payer};

/// A funder of the plan, and the kind of its money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ClaimFunder {
    /// Whose money it is.
    pub payer: Payer,
    /// What kind of money it is.
    pub category: FundingCategory,
}

/// Neither a funder nor a kind of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a funder of a plan")]
pub struct UnknownFunder;

impl ClaimFunder {
    /// The funders of a plan beside the EU and the state, in its order, each once. What is still
    /// to be found is nobody's yet.
    pub fn of(plan: &FundingPlan) -> Vec<Self> {
        let mut funders: Vec<Self> = Vec::new();
        for amount in plan.divided() {
            let funder = Self {
                payer: amount.payer,
                category: amount.category,
            };
            let is_other = amount.category != FundingCategory::EuAndState;
            if is_other && amount.payer != Payer::Missing && !funders.contains(&funder) {
                funders.push(funder);
            }
        }
        funders
    }

    /// As a form writes it: `others/private`.
    pub fn code(self) -> String {
        let category = self.category.code();
        match self.payer {
            Payer::Organisation(id) => format!("{id}/{category}"),
            Payer::Together => format!("together/{category}"),
            Payer::Others => format!("others/{category}"),
            Payer::Missing => format!("missing/{category}"),
        }
    }
}

impl FromStr for ClaimFunder {
    type Err = UnknownFunder;

    fn from_str(code: &str) -> Result<Self, UnknownFunder> {
        let (payer, category) = code.split_once('/').ok_or(UnknownFunder)?;
        let payer = match payer {
            "together" => Payer::Together,
            "others" => Payer::Others,
            "missing" => Payer::Missing,
            id => Payer::Organisation(id.parse().map_err(|_| UnknownFunder)?),
        };
        Ok(Self {
            payer,
            category: FundingCategory::from_code(category).ok_or(UnknownFunder)?,
        })
    }
}
