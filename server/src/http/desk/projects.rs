//! Projects.

use app::pages::desk::{address, project};
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use domain::form::Rows as _;
use domain::project::ProjectDraft;
use domain::role::UseCase;
use domain::slug::Slug;
use domain::view::desk::{OrganisationLine, ProjectSheet};
use register::views::desk::{organisations, project_history, project_sheet};
use register::{Refusal, projects};
use wording::desk;

use super::work::{Answer, Conflict, Done, Work};
use super::{Route, cases, form, page, project_parts};
use crate::http::form::Posted;

/// The routes of a project, but for its funding plan.
pub(super) fn routes() -> [Route; 7] {
    use UseCase::EditProject;
    [
        form(
            "/tyopoyta/asiat/{case}/hankkeet/uusi",
            EditProject,
            get(begin).post(enter),
        ),
        page("/tyopoyta/hankkeet/{slug}", get(show)),
        form(
            "/tyopoyta/hankkeet/{slug}/tiedot",
            EditProject,
            get(facts).post(change),
        ),
        page("/tyopoyta/hankkeet/{slug}/historia", get(history)),
        form(
            "/tyopoyta/hankkeet/{slug}/vaihe",
            EditProject,
            get(project_parts::show_phase).post(project_parts::record_phase),
        ),
        form(
            "/tyopoyta/hankkeet/{slug}/vaihe/peru",
            EditProject,
            get(project_parts::show_undoing).post(project_parts::undo_phase),
        ),
        form(
            "/tyopoyta/hankkeet/{slug}/muistiinpanot/uusi",
            EditProject,
            get(project_parts::begin_note).post(project_parts::add_note),
        ),
    ]
}

async fn begin(work: Work, Path(number): Path<String>) -> Answer {
    let case = cases::sheet(&work, &number).await?.case;
    let organisations = known(&work).await?;
    let form = work.form(ProjectDraft::default(), 0)?;
    work.page(|shell| project::form(shell, &case, None, &organisations, &form))
}

async fn enter(work: Work, Path(number): Path<String>, posted: Posted) -> Answer {
    let case = cases::sheet(&work, &number).await?.case;
    let mut typed = ProjectDraft::from_pairs(&posted.0);
    if typed.edit_rows(posted.action()) {
        let organisations = known(&work).await?;
        let form = work.typed(typed, &posted)?;
        return work.page(|shell| project::form(shell, &case, None, &organisations, &form));
    }
    // The register reads a project without its empty rows: findings name rows as they are then.
    typed.compact();
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

async fn show(work: Work, Path(slug): Path<String>, done: Done) -> Answer {
    let sheet = sheet(&work, slug).await?;
    work.page(|shell| project::sheet(shell, &sheet, done.0))
}

async fn facts(work: Work, Path(slug): Path<String>) -> Answer {
    let ProjectSheet {
        project,
        case,
        organisations,
        ..
    } = sheet(&work, slug).await?;
    let form = work.form(ProjectDraft::from(&project), project.version)?;
    work.page(|shell| project::form(shell, &case, Some(&project), &organisations, &form))
}

async fn change(work: Work, Path(slug): Path<String>, posted: Posted) -> Answer {
    let ProjectSheet {
        project,
        case,
        organisations,
        ..
    } = sheet(&work, slug).await?;
    let mut typed = ProjectDraft::from_pairs(&posted.0);
    if typed.edit_rows(posted.action()) {
        let form = work.typed(typed, &posted)?;
        return work
            .page(|shell| project::form(shell, &case, Some(&project), &organisations, &form));
    }
    typed.compact();
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
            saved: ProjectDraft::from(&project).to_pairs(),
            typed: typed.to_pairs(),
            can_overwrite: true,
        }),
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

async fn history(work: Work, Path(slug): Path<String>) -> Answer {
    let slug = named(&work, slug)?;
    let history = project_history(work.register(), work.actor(), &slug).await;
    let history = history.map_err(|refusal| work.refuse(refusal))?;
    work.page(|shell| project::history(shell, &history))
}

pub(super) fn named(work: &Work, slug: String) -> Result<Slug, Response> {
    Slug::try_from(slug).map_err(|_| work.refuse(Refusal::NotFound))
}

/// The sheet of a project by its part of the address.
pub(super) async fn sheet(work: &Work, slug: String) -> Result<ProjectSheet, Response> {
    let slug = named(work, slug)?;
    let sheet = project_sheet(work.register(), work.actor(), &slug).await;
    sheet.map_err(|refusal| work.refuse(refusal))
}

/// Every organisation.
pub(super) async fn known(work: &Work) -> Result<Vec<OrganisationLine>, Response> {
    let known = organisations(work.register(), work.actor()).await;
    known.map_err(|refusal| work.refuse(refusal))
}
