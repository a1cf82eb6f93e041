//! What officials noted about a project, and what was changed in it when.

use time::{Date, PrimitiveDateTime};

use super::desk::{OrganisationLine, PlanVersion};
use crate::case::Case;
use crate::funding::comparison::{PlanDifference, Sides};
use crate::project::Project;
use crate::project::history::FieldChange;

/// A note about a project. For officials alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectNoteLine {
    /// From 1, in the order of writing.
    pub number: u32,
    /// The day it is about.
    pub on: Date,
    /// What was noted.
    pub text: String,
    /// The office that wrote it down; `None` from the command line.
    pub office: Option<String>,
    /// When it was written down, Helsinki time.
    pub written_at: PrimitiveDateTime,
}

/// Two versions of a project's funding plan beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanComparison {
    /// The project.
    pub project: Project,
    /// Its case.
    pub case: Case,
    /// Every organisation, by today's name.
    pub organisations: Vec<OrganisationLine>,
    /// Every version, the newest first.
    pub versions: Vec<PlanVersion>,
    /// The one that is compared.
    pub from: u32,
    /// The one that it is compared with.
    pub to: u32,
    /// Each amount of either.
    pub rows: Vec<PlanDifference>,
    /// The funding of each in all.
    pub totals: Sides,
}

/// The history of a project.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectHistory {
    /// The project as it is now.
    pub project: Project,
    /// Its case.
    pub case: Case,
    /// Every organisation, by today's name.
    pub organisations: Vec<OrganisationLine>,
    /// What each version changed, the last one first.
    pub versions: Vec<ProjectChanges>,
}

/// What a version of a project changed.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectChanges {
    /// Its number, from 1.
    pub version: i64,
    /// When it was saved, Helsinki time.
    pub at: PrimitiveDateTime,
    /// The office and the name of who saved it; `None` from the command line.
    pub by: Option<(String, String)>,
    /// Why, where that was asked for, or empty.
    pub reason: String,
    /// What it changed; of the first version what it held. Empty where it was saved unchanged.
    pub changes: Vec<FieldChange>,
}
