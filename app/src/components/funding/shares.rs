//! Which share of the whole each line of a plan is, where that is known.

use domain::money::{Money, Share, largest_remainder};
use domain::view::public::PlanView;

/// The shares of a plan's lines.
pub(super) struct Shares {
    /// For each line its share, if known.
    pub(super) of_lines: Vec<Option<Share>>,
}

impl Shares {
    /// The shares as the plan states them. Where it states none, and every amount is known, they
    /// follow from the amounts, rounded so that they sum to the whole (largest remainder).
    pub(super) fn of(plan: &PlanView) -> Self {
        let stated: Vec<_> = plan.lines.iter().map(|line| line.share).collect();
        let of_lines = if stated.iter().any(Option::is_some) {
            stated
        } else {
            computed(plan).unwrap_or(stated)
        };
        Self { of_lines }
    }

    /// Whether there is a share to show.
    pub(super) fn any_known(&self) -> bool {
        self.of_lines.iter().any(Option::is_some)
    }

    /// The sum of all, if each is known.
    pub(super) fn sum(&self) -> Option<Share> {
        let parts: Option<Vec<u16>> = self.parts().collect();
        let sum = parts?.into_iter().try_fold(0_u16, u16::checked_add)?;
        Share::try_from(sum).ok()
    }

    /// Hundredths of a percent of each line.
    pub(super) fn parts(&self) -> impl Iterator<Item = Option<u16>> {
        self.of_lines
            .iter()
            .map(|share| share.map(Share::hundredths))
    }
}

/// The shares that follow from the amounts; what the total cost has beside the lines is a share of
/// nobody.
fn computed(plan: &PlanView) -> Option<Vec<Option<Share>>> {
    let cents = |amount: Money| u64::try_from(amount.cents()).ok();
    let mut weights = plan
        .lines
        .iter()
        .map(|line| line.amounts.total.and_then(cents))
        .collect::<Option<Vec<u64>>>()?;
    let known = weights
        .iter()
        .try_fold(0_u64, |sum, part| sum.checked_add(*part))?;
    if known == 0 {
        return None;
    }
    let whole = plan.total_cost.and_then(cents).unwrap_or(known);
    weights.push(whole.saturating_sub(known));
    let mut parts = largest_remainder(u64::from(Share::WHOLE.hundredths()), &weights);
    parts.pop();
    let share = |part: u64| {
        u16::try_from(part)
            .ok()
            .and_then(|part| Share::try_from(part).ok())
    };
    Some(parts.into_iter().map(share).collect())
}

#[cfg(test)]
mod tests {
    use domain::funding::{Amounts, FundingCategory, Total};
    use domain::view::public::PlanLine;
    use time::macros::date;

    use super::*;

    fn plan(total_cost: Option<i64>, lines: &[(Option<i64>, Option<u16>)]) -> PlanView {
        let line = |(total, share): &(Option<i64>, Option<u16>)| PlanLine {
            funders: Vec::new(),
            others: true,
            category: FundingCategory::Several,
            share: share.map(|share| Share::try_from(share).unwrap()),
            amounts: Amounts {
                total: total.map(Money::from_cents),
                years: Vec::new(),
            },
            of_which: Vec::new(),
        };
        PlanView {
            version: 1,
            on: date!(2023 - 08 - 18),
            total_cost: total_cost.map(Money::from_cents),
            total: Total::Unknown,
            years: Vec::new(),
            lines: lines.iter().map(line).collect(),
            costs: None,
            gap: None,
            support: None,
        }
    }

    fn shown(plan: &PlanView) -> Vec<Option<u16>> {
        Shares::of(plan).parts().collect()
    }

    #[test]
    fn stated_shares_are_shown_as_stated() {
        let stated = plan(None, &[(None, Some(8_000)), (None, Some(2_000))]);
        assert_eq!(shown(&stated), [Some(8_000), Some(2_000)]);
        assert_eq!(Shares::of(&stated).sum(), Some(Share::WHOLE));
    }

    #[test]
    fn a_share_that_is_not_stated_beside_stated_ones_stays_unknown() {
        let partly = plan(None, &[(Some(100), Some(8_000)), (Some(25), None)]);
        assert_eq!(shown(&partly), [Some(8_000), None]);
        assert_eq!(Shares::of(&partly).sum(), None);
    }

    #[test]
    fn computed_shares_sum_to_the_whole() {
        let thirds = plan(
            None,
            &[(Some(100), None), (Some(100), None), (Some(100), None)],
        );
        assert_eq!(shown(&thirds), [Some(3_334), Some(3_333), Some(3_333)]);
    }

    #[test]
    fn what_the_total_cost_has_beside_the_lines_belongs_to_none_of_them() {
        let half = plan(Some(200), &[(Some(50), None), (Some(50), None)]);
        assert_eq!(shown(&half), [Some(2_500), Some(2_500)]);
    }

    #[test]
    fn nothing_is_computed_from_an_unknown_amount() {
        assert_eq!(
            shown(&plan(Some(500), &[(Some(50), None), (None, None)])),
            [None, None]
        );
    }
}
