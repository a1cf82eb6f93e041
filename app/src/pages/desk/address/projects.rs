//! Addresses of what belongs to a project.

use domain::slug::Slug;

use super::project;

/// What was changed in a project when.
pub fn project_history(slug: &Slug) -> String {
    format!("{}/historia", project(slug))
}

/// The form that records to which phase a project came.
pub fn project_phase(slug: &Slug) -> String {
    format!("{}/vaihe", project(slug))
}

/// The form that takes the last phase back.
pub fn undo_phase(slug: &Slug) -> String {
    format!("{}/vaihe/peru", project(slug))
}

/// The form that adds a note about a project.
pub fn new_note(slug: &Slug) -> String {
    format!("{}/muistiinpanot/uusi", project(slug))
}
