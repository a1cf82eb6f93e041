//! Projects.

use domain::Money;
use domain::id::{CaseId, ProjectId};
use domain::project::{Project, ProjectPeriod};
use domain::slug::Slug;
use time::{Date, OffsetDateTime};

use crate::{Saved, StoreError, Tx};

/// For whom a list is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Only what a published decision made public.
    Everybody,
    /// Everything.
    Officials,
}

/// What a list of projects is narrowed to.
#[derive(Clone, Copy, Debug)]
pub struct ProjectFilter {
    /// For whom.
    pub audience: Audience,
    /// Only projects of this case.
    pub case: Option<CaseId>,
    /// At most so many.
    pub limit: u32,
    /// The day whose names of beneficiaries are shown.
    pub today: Date,
}

/// A project in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectListRow {
    /// Its identity.
    pub id: ProjectId,
    /// Its part of the address.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// The beneficiary's name, if known.
    pub beneficiary: Option<String>,
    /// When it runs, if known.
    pub period: Option<ProjectPeriod>,
    /// What published decisions have committed to it; `None` where they committed nothing.
    pub committed: Option<Money>,
}

impl Tx {
    /// Adds a project; [`StoreError::Unique`] `project_slug` where its slug is taken.
    pub async fn add_project(
        &mut self,
        project: &Project,
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let _ = (project, at);
        todo!()
    }

    /// Saves the facts of a project over the version it was loaded with. Its slug never changes.
    pub async fn save_project(
        &mut self,
        project: &Project,
        at: OffsetDateTime,
    ) -> Result<Saved, StoreError> {
        let _ = (project, at);
        todo!()
    }

    /// The project of an identity.
    pub async fn project(&mut self, id: ProjectId) -> Result<Option<Project>, StoreError> {
        let _ = id;
        todo!()
    }

    /// The project of an address, if the audience may see it.
    pub async fn project_by_slug(
        &mut self,
        slug: &Slug,
        audience: Audience,
    ) -> Result<Option<Project>, StoreError> {
        let _ = (slug, audience);
        todo!()
    }

    /// Projects, the last entered first.
    pub async fn projects(
        &mut self,
        filter: &ProjectFilter,
    ) -> Result<Vec<ProjectListRow>, StoreError> {
        let _ = filter;
        todo!()
    }

    /// One project as in lists.
    pub async fn project_row(
        &mut self,
        id: ProjectId,
        today: Date,
    ) -> Result<Option<ProjectListRow>, StoreError> {
        let _ = (id, today);
        todo!()
    }
}
