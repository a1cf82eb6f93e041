//! Projects.

use app::pages::desk::{address, project};
use axum::extract::Path;
use axum::response::Response;
use domain::project::ProjectDraft;
use domain::slug::Slug;
use domain::view::desk::{OrganisationLine, ProjectSheet};
use register::views::desk::{organisations, project_sheet};
use register::{Refusal, projects};
use wording::desk;

use super::cases;
use super::work::{Answer, Conflict, Done, Work};
use crate::http::form::Posted;

pub(super) async fn begin(work: Work, Path(number): Path<String>) -> Answer {
    let case = cases::sheet(&work, &number).await?.case;
    let organisations = known(&work).await?;
    let form = work.form(ProjectDraft::default(), 0)?;
    work.page(|shell| project::form(shell, &case, None, &organisations, &form))
}

pub(super) async fn enter(work: Work, Path(number): Path<String>, posted: Posted) -> Answer {
    let case = cases::sheet(&work, &number).await?.case;
    let typed = ProjectDraft::from_pairs(&posted.0);
    match projects::enter(work.register(), work.actor(), posted.key(), case.id, &typed).await {
        Ok(id) => {
            let sheet = cases::sheet(&work, &number).await?;
            let entered = sheet.projects.iter().find(|(of, _)| *of == id);
            let (_, entered) = entered.ok_or_else(|| work.refuse(Refusal::NotFound))?;
            work.done(&address::project(&entered.slug), desk::Done::Saved)
        }
        Err(Refusal::Incomplete(findings)) => {
            let organisations = known(&work).await?;
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| project::form(shell, &case, None, &organisations, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

pub(super) async fn show(work: Work, Path(slug): Path<String>, done: Done) -> Answer {
    let sheet = sheet(&work, slug).await?;
    work.page(|shell| project::sheet(shell, &sheet, done.0))
}

pub(super) async fn facts(work: Work, Path(slug): Path<String>) -> Answer {
    let ProjectSheet {
        project,
        case,
        organisations,
        ..
    } = sheet(&work, slug).await?;
    let form = work.form(ProjectDraft::from(&project.facts), project.version)?;
    work.page(|shell| project::form(shell, &case, Some(&project), &organisations, &form))
}

pub(super) async fn change(work: Work, Path(slug): Path<String>, posted: Posted) -> Answer {
    let ProjectSheet {
        project,
        case,
        organisations,
        ..
    } = sheet(&work, slug).await?;
    let typed = ProjectDraft::from_pairs(&posted.0);
    let (key, version) = (posted.key(), posted.version());
    match projects::change(
        work.register(),
        work.actor(),
        key,
        project.id,
        version,
        &typed,
    )
    .await
    {
        Ok(()) => work.done(&address::project(&project.slug), desk::Done::Saved),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| {
                project::form(shell, &case, Some(&project), &organisations, &form)
            })
        }
        Err(Refusal::Stale) => work.stale(Conflict {
            address: address::project_facts(&project.slug),
            version: project.version,
            saved: ProjectDraft::from(&project.facts).to_pairs(),
            typed: typed.to_pairs(),
            can_overwrite: true,
        }),
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

/// The sheet of a project by its part of the address.
pub(super) async fn sheet(work: &Work, slug: String) -> Result<ProjectSheet, Response> {
    let slug = Slug::try_from(slug).map_err(|_| work.refuse(Refusal::NotFound))?;
    let sheet = project_sheet(work.register(), work.actor(), &slug).await;
    sheet.map_err(|refusal| work.refuse(refusal))
}

/// Every organisation.
pub(super) async fn known(work: &Work) -> Result<Vec<OrganisationLine>, Response> {
    let known = organisations(work.register(), work.actor()).await;
    known.map_err(|refusal| work.refuse(refusal))
}
