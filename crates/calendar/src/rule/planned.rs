//! Amendments that are planned: known to be coming, deciding nothing yet.

use crate::{Act, Means};

/// An amendment that has been proposed and of which no day of entry into force is known here.
///
/// It has neither a day nor a rule. A [`History`](super::History) is made of rows that have both,
/// so no period can follow a planned amendment. When the act is in force and has been read, its day
/// and its rule are added to the history in question and the plan is removed from [`PLANNED`]; the
/// events before that day keep their row.
///
/// ```
/// use calendar::{Act, Means, rule};
/// use time::macros::date;
///
/// let [reform] = rule::PLANNED;
/// assert_eq!(reform.amends, Act::SahkoinenAsiointi);
/// assert_eq!(reform.sources, ["HE 124/2025 vp", "HaVM 1/2026 vp"]);
/// // Until it is enacted, the third day of 13/2003 19 § decides.
/// assert!(reform.means.contains(&Means::EMessage));
/// assert_eq!(rule::service(Means::EMessage).on(date!(2027 - 01 - 01)).offset_days, 3);
/// ```
///
/// A plan gives no day from which to apply it:
///
/// ```compile_fail
/// use calendar::{Means, rule};
///
/// let [reform] = rule::PLANNED;
/// rule::service(Means::EMessage).on(reform.valid_from);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlannedAmendment {
    /// The act that would change.
    pub amends: Act,
    /// The sections that it is expected to concern.
    pub sections: &'static [&'static str],
    /// The means of service whose rows must be read against the new text.
    pub means: &'static [Means],
    /// The parliamentary documents that say so.
    pub sources: &'static [&'static str],
}

/// Every planned amendment that touches a rule of this crate.
///
/// The reform that would make electronic service the first choice (sähköisen tiedoksiannon
/// ensisijaisuus): service without consent (13/2003 18–19 b §), and the arrival of an electronic
/// document within a time limit (11 §), which may reach the closing hour of 150/1930 6 §.
pub const PLANNED: [PlannedAmendment; 1] = [PlannedAmendment {
    amends: Act::SahkoinenAsiointi,
    sections: &["11 §", "18–19 b §"],
    means: &[Means::EMessage, Means::Proof],
    sources: &["HE 124/2025 vp", "HaVM 1/2026 vp"],
}];
