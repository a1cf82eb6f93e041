//! The officials' page of a project.

use domain::slug::Slug;
use domain::view::desk::{PlanVersion, ProjectSheet};
use store::Audience;

use super::commitment::commitment_line;
use super::desk::{organisation_lines, read_as};
use super::letters::given_letter;
use super::list::decision_line;
use super::plan::{plan_draft, plan_view};
use crate::actor::Actor;
use crate::clock::helsinki;
use crate::refusal::Refusal;
use crate::register::Register;

/// The officials' page of a project.
pub async fn project_sheet(
    register: &Register,
    actor: &Actor,
    slug: &Slug,
) -> Result<ProjectSheet, Refusal> {
    let now = register.clock().now_in_helsinki();
    let mut tx = read_as(register, actor).await?;
    let project = tx.project_by_slug(slug, Audience::Officials).await?;
    let project = project.ok_or(Refusal::NotFound)?;
    let case = tx
        .case(project.facts.case)
        .await?
        .ok_or(Refusal::NotFound)?;
    let organisations = tx.organisations().await?;
    let newest = tx.newest_plan(project.id).await?;
    let versions = tx.plan_versions(project.id).await?;
    let decisions = tx.decision_lines_of_project(project.id).await?;
    let commitments = tx.commitments_of_project(project.id).await?;
    let letters = tx.letters_of_project(project.id).await?;
    Ok(ProjectSheet {
        organisations: organisation_lines(&mut tx, now.date()).await?,
        plan: newest
            .as_ref()
            .map(|row| plan_view(row, &organisations, now.date())),
        plan_draft: plan_draft(newest.as_ref(), project.facts.period),
        plan_version: newest.as_ref().map_or(0, |row| row.version),
        plan_versions: versions
            .into_iter()
            .map(|row| PlanVersion {
                version: row.version,
                on: helsinki(row.saved_at).date(),
                reason: row.reason,
            })
            .collect(),
        letters: letters.into_iter().map(given_letter).collect(),
        commitments: commitments.into_iter().map(commitment_line).collect(),
        decisions: decisions
            .into_iter()
            .map(|row| decision_line(row, now))
            .collect(),
        project,
        case,
    })
}
