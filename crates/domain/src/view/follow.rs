//! Following by e-mail, as its pages show it. No address is among it.

use crate::view::decision_list::DecisionFilter;

/// What the parts of a filter are called, as far as they have names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilterNames {
    /// The decision maker of the series.
    pub decision_maker: Option<String>,
    /// The project.
    pub project: Option<String>,
    /// The funder.
    pub funder: Option<String>,
}

/// What somebody would follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowOffer {
    /// What can be followed of what was asked for.
    pub filter: DecisionFilter,
    /// What its parts are called.
    pub names: FilterNames,
    /// Whether a part of it cannot be followed.
    pub leaves_out: bool,
}

/// Something that an address follows or was asked to confirm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowedLine {
    /// Which decisions.
    pub filter: DecisionFilter,
    /// What its parts are called.
    pub names: FilterNames,
    /// Whether it was confirmed.
    pub is_confirmed: bool,
}
