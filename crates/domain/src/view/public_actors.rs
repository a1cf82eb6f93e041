//! Who decides and who pays, as everybody sees it: offices, bodies and organisations. No person is
//! named.

use crate::delegation::DelegationFacts;
use crate::id::OrganisationId;
use crate::organisation::BusinessId;
use crate::section::DecisionMakerKind;
use crate::slug::Slug;
use crate::view::city_money::PlannedRows;
use crate::view::decision_list::DecisionList;

/// The page of a decision maker.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionMakerPage {
    /// The slug of its section series, which is its part of the address.
    pub slug: Slug,
    /// The office or body, by its name of today.
    pub name: String,
    /// The names that it had before, the newest first.
    pub former_names: Vec<String>,
    /// Whether it is an office or a body.
    pub kind: DecisionMakerKind,
    /// By which delegations it decides today.
    pub delegations: Vec<DelegationFacts>,
    /// Its published decisions, the newest of them, with the years of all.
    pub decisions: DecisionList,
}

/// A decision maker in the list of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionMakerRow {
    /// The slug of its section series.
    pub slug: Slug,
    /// The office or body, by its name of today.
    pub name: String,
}

/// The page of an organisation that funds projects.
#[derive(Clone, Debug, PartialEq)]
pub struct FunderPage {
    /// Its identity, which is its part of the address: names change.
    pub id: OrganisationId,
    /// Its name of today.
    pub name: String,
    /// The names that it had before, the newest first.
    pub former_names: Vec<String>,
    /// Its business identity code, if known.
    pub business_id: Option<BusinessId>,
    /// What it is to pay by the plans in force, the first page of it, and the sum of all.
    pub planned: PlannedRows,
    /// The published decisions about projects that it pays for, the newest of them.
    pub decisions: DecisionList,
}
