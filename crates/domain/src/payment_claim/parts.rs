//! What has become of the money that a claim applies for.

use super::{Claim, ClaimStage};
use crate::money::Money;

/// The parts of what was applied for: it is their sum, to the cent, and none is less than nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClaimParts {
    /// Paid.
    pub paid: Money,
    /// Granted, and waiting to be paid.
    pub granted: Money,
    /// Applied for, and waiting for the decision.
    pub undecided: Money,
    /// Applied for, and not granted.
    pub refused: Money,
}

impl Claim {
    /// The parts of what it applies for; `None` where the authority does not have it.
    pub fn parts(&self) -> Option<ClaimParts> {
        let applied = self.content.applied;
        let granted = self.granted.as_ref().map(|of| of.amount);
        let decided = |granted: Option<Money>| {
            let granted = granted?;
            Some((granted, applied.checked_sub(granted)?))
        };
        match self.stage {
            ClaimStage::Draft | ClaimStage::Withdrawn => None,
            ClaimStage::Sent => Some(ClaimParts {
                undecided: applied,
                ..ClaimParts::default()
            }),
            ClaimStage::Decided => {
                let (granted, refused) = decided(granted)?;
                Some(ClaimParts {
                    granted,
                    refused,
                    ..ClaimParts::default()
                })
            }
            ClaimStage::Paid => {
                let (paid, refused) = decided(granted)?;
                Some(ClaimParts {
                    paid,
                    refused,
                    ..ClaimParts::default()
                })
            }
        }
    }
}
