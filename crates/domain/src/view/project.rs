//! What officials noted about a project, and what was changed in it when.

use time::{Date, PrimitiveDateTime};

use super::desk::OrganisationLine;
use crate::case::Case;
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
