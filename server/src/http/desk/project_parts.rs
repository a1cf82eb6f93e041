//! How far a project has come, and notes about it.

use app::pages::desk::form::GivingBack;
use app::pages::desk::{address, project as pages};
use axum::extract::Path;
use domain::form::Pairs;
use domain::project::Project;
use domain::project::note::NoteDraft;
use domain::project::phase::{PhaseDraft, PhaseSteps};
use register::Refusal;
use register::projects::{notes, phases};
use wording::desk::Done;

use super::case_parts::today;
use super::projects::sheet;
use super::work::{Answer, Conflict, Work, typed_day};
use crate::http::form::Posted;

pub(super) async fn show_phase(work: Work, Path(slug): Path<String>) -> Answer {
    let sheet = sheet(&work, slug).await?;
    let draft = PhaseDraft {
        phase_on: today(&work),
        ..PhaseDraft::default()
    };
    let form = work.form(draft, sheet.project.version)?;
    work.page(|shell| pages::record_phase(shell, &sheet.case, &sheet.project, &form))
}

pub(super) async fn record_phase(work: Work, Path(slug): Path<String>, posted: Posted) -> Answer {
    let sheet = sheet(&work, slug).await?;
    let project = &sheet.project;
    let typed = PhaseDraft::from_pairs(&posted.0);
    let (register, actor) = (work.register(), work.actor());
    let (key, version) = (posted.key(), posted.version());
    match phases::record(register, actor, key, project.id, version, &typed).await {
        Ok(()) => work.done(&address::project(&project.slug), Done::Saved),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| pages::record_phase(shell, &sheet.case, project, &form))
        }
        Err(Refusal::Stale) => stale(
            &work,
            address::project_phase(&project.slug),
            project,
            typed.to_pairs(),
        ),
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

pub(super) async fn show_undoing(work: Work, Path(slug): Path<String>) -> Answer {
    let sheet = sheet(&work, slug).await?;
    let form = work.form(GivingBack::default(), sheet.project.version)?;
    work.page(|shell| pages::undo_phase(shell, &sheet.case, &sheet.project, &form))
}

pub(super) async fn undo_phase(work: Work, Path(slug): Path<String>, posted: Posted) -> Answer {
    let sheet = sheet(&work, slug).await?;
    let project = &sheet.project;
    let typed = GivingBack::from_pairs(&posted.0);
    let (register, actor) = (work.register(), work.actor());
    let (key, version) = (posted.key(), posted.version());
    match phases::undo(register, actor, key, project.id, version, &typed.reason).await {
        Ok(()) => work.done(&address::project(&project.slug), Done::Saved),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| pages::undo_phase(shell, &sheet.case, project, &form))
        }
        Err(Refusal::Stale) => stale(
            &work,
            address::undo_phase(&project.slug),
            project,
            typed.to_pairs(),
        ),
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

/// Both texts, where the project was changed meanwhile: of what was saved the phase it has now.
fn stale(work: &Work, address: String, project: &Project, typed: Pairs) -> Answer {
    work.stale(Conflict {
        address,
        version: project.version,
        saved: now(&project.steps).to_pairs(),
        typed,
        // The phase that was to be taken back, or to follow, may be another one now.
        can_overwrite: false,
    })
}

fn now(steps: &PhaseSteps) -> PhaseDraft {
    steps
        .now()
        .map_or_else(PhaseDraft::default, |step| PhaseDraft {
            project_phase: step.phase.code().to_owned(),
            phase_on: typed_day(step.on),
            phase_remark: step.remark.clone(),
        })
}

pub(super) async fn begin_note(work: Work, Path(slug): Path<String>) -> Answer {
    let sheet = sheet(&work, slug).await?;
    let draft = NoteDraft {
        noted_on: today(&work),
        ..NoteDraft::default()
    };
    let form = work.form(draft, 0)?;
    work.page(|shell| pages::add_note(shell, &sheet.case, &sheet.project, &form))
}

pub(super) async fn add_note(work: Work, Path(slug): Path<String>, posted: Posted) -> Answer {
    let sheet = sheet(&work, slug).await?;
    let project = &sheet.project;
    let typed = NoteDraft::from_pairs(&posted.0);
    let (register, actor) = (work.register(), work.actor());
    match notes::add(register, actor, posted.key(), project.id, &typed).await {
        Ok(()) => work.done(&address::project(&project.slug), Done::Saved),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| pages::add_note(shell, &sheet.case, project, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}
