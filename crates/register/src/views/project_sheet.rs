//! The officials' page of a project, and its history.

use std::collections::BTreeMap;

use domain::funding::comparison::{Sides, compare};
use domain::funding::{FundingPlan, Total};
use domain::id::{OrganisationId, UserId};
use domain::project::Project;
use domain::project::history::changes;
use domain::project::note::ProjectNote;
use domain::slug::Slug;
use domain::view::desk::{PlanVersion, ProjectSheet};
use domain::view::project::{PlanComparison, ProjectChanges, ProjectHistory, ProjectNoteLine};
use store::{PlanVersionRow, Tx};

use super::cases::documents;
use super::commitment::commitment_line;
use super::desk::{organisation_lines, read_as};
use super::funding::too_large;
use super::letters::given_letter;
use super::list::decision_line;
use super::plan::{plan_draft, plan_view};
use super::project_and_case;
use crate::actor::Actor;
use crate::clock::helsinki;
use crate::co_funding::city;
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
    let (project, case) = project_and_case(&mut tx, slug).await?;
    let organisations = tx.organisations().await?;
    let newest = tx.newest_plan(project.id).await?;
    let versions = tx.plan_versions(project.id).await?;
    let decisions = tx.decision_lines_of_project(project.id).await?;
    let commitments = tx.commitments_of_project(project.id).await?;
    let letters = tx.letters_of_project(project.id).await?;
    let notes = tx.project_notes(project.id).await?;
    let city = city(&mut tx, &organisations).await?;
    Ok(ProjectSheet {
        role_disagrees: project.facts.role_disagrees(city),
        organisations: organisation_lines(&mut tx, now.date()).await?,
        plan: newest
            .as_ref()
            .map(|row| plan_view(row, &organisations, now.date())),
        plan_draft: plan_draft(newest.as_ref(), project.facts.period),
        plan_version: newest.as_ref().map_or(0, |row| row.version),
        plan_versions: versions.into_iter().map(plan_version).collect(),
        letters: letters.into_iter().map(given_letter).collect(),
        commitments: commitments.into_iter().map(commitment_line).collect(),
        decisions: decisions
            .into_iter()
            .map(|row| decision_line(row, now))
            .collect(),
        documents: documents(&mut tx, case.id).await?,
        notes: notes.into_iter().map(note_line).collect(),
        project,
        case,
    })
}

fn plan_version(row: PlanVersionRow) -> PlanVersion {
    PlanVersion {
        version: row.version,
        on: helsinki(row.saved_at).date(),
        reason: row.reason,
    }
}

/// The funding plan of a project that is in force, and what organisations are called today.
pub async fn plan(
    register: &Register,
    actor: &Actor,
    slug: &Slug,
) -> Result<(FundingPlan, BTreeMap<OrganisationId, String>), Refusal> {
    let today = register.clock().today();
    let mut tx = read_as(register, actor).await?;
    let (project, _) = project_and_case(&mut tx, slug).await?;
    let plan = tx.newest_plan(project.id).await?.ok_or(Refusal::NotFound)?;
    let organisations = tx.organisations().await?.into_iter();
    let names = organisations.map(|of| (of.id, of.name_on(today).to_owned()));
    Ok((plan.plan, names.collect()))
}

/// Two versions of a project's funding plan beside each other: those that are asked for, or the
/// newest and the one before it.
pub async fn plan_comparison(
    register: &Register,
    actor: &Actor,
    slug: &Slug,
    from: Option<u32>,
    to: Option<u32>,
) -> Result<PlanComparison, Refusal> {
    let today = register.clock().today();
    let mut tx = read_as(register, actor).await?;
    let (project, case) = project_and_case(&mut tx, slug).await?;
    let versions = tx.plan_versions(project.id).await?;
    let newest = versions.first().ok_or(Refusal::NotFound)?.version;
    let to = to.unwrap_or(newest);
    let from = from.unwrap_or_else(|| to.saturating_sub(1).max(1));
    let plan = tx.plan_version(project.id, from).await?;
    let one = plan.ok_or(Refusal::NotFound)?.plan;
    let plan = tx.plan_version(project.id, to).await?;
    let other = plan.ok_or(Refusal::NotFound)?.plan;
    let total = |plan: &FundingPlan| Some(plan.total().unwrap_or(Total::Unknown));
    Ok(PlanComparison {
        organisations: organisation_lines(&mut tx, today).await?,
        versions: versions.into_iter().map(plan_version).collect(),
        from,
        to,
        rows: compare(&one, &other).ok_or_else(too_large)?,
        totals: Sides {
            from: total(&one),
            to: total(&other),
        },
        project,
        case,
    })
}

fn note_line(note: ProjectNote) -> ProjectNoteLine {
    ProjectNoteLine {
        number: note.number,
        on: note.on,
        text: note.text.reveal_to_official().clone(),
        office: note.office,
        written_at: helsinki(note.written_at),
    }
}

/// What was changed in a project, when and by whom.
pub async fn project_history(
    register: &Register,
    actor: &Actor,
    slug: &Slug,
) -> Result<ProjectHistory, Refusal> {
    let today = register.clock().today();
    let mut tx = read_as(register, actor).await?;
    let (project, case) = project_and_case(&mut tx, slug).await?;
    Ok(ProjectHistory {
        versions: versions(&mut tx, &project).await?,
        organisations: organisation_lines(&mut tx, today).await?,
        project,
        case,
    })
}

/// Each version with what it changed against the one before, the last one first.
async fn versions(tx: &mut Tx, project: &Project) -> Result<Vec<ProjectChanges>, Refusal> {
    let kept = tx.project_versions(project).await?;
    let mut names: BTreeMap<UserId, String> = BTreeMap::new();
    for by in kept.iter().filter_map(|version| version.saved.by) {
        if !names.contains_key(&by)
            && let Some(account) = tx.account(by).await?
        {
            names.insert(by, account.name.reveal_to_official().clone());
        }
    }
    let before = kept.iter().skip(1).map(|version| Some(&version.project));
    let before = before.chain(std::iter::once(None));
    let lines = kept.iter().zip(before).map(|(version, before)| {
        let saved = &version.saved;
        let name = saved.by.and_then(|by| names.get(&by).cloned());
        ProjectChanges {
            version: version.project.version,
            at: helsinki(saved.at),
            by: saved
                .office
                .clone()
                .map(|office| (office, name.unwrap_or_default())),
            reason: saved.reason.clone(),
            changes: changes(before, &version.project),
        }
    });
    Ok(lines.collect())
}
