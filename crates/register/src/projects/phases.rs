//! How far a project has come. `docs/states/project.md` draws it.

use domain::decision::NotInThisState;
use domain::event::Event;
use domain::finding::Findings;
use domain::id::{IdempotencyKey, ProjectId};
use domain::project::phase::PhaseDraft;
use domain::role::UseCase;

use super::{load, save};
use crate::actor::Actor;
use crate::change::{Begun, Form};
use crate::refusal::Refusal;
use crate::register::Register;

const REASON: usize = 1_000;

/// Records to which phase a project came, and since when.
pub async fn record(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: ProjectId,
    version: i64,
    draft: &PhaseDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "projects::phases::record",
        key,
    };
    let mut change = match register.begin(actor, UseCase::EditProject, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let mut project = load(&mut change, id, version).await?;
    let today = change.today();
    project.steps = draft.read(&project.steps, today)?;
    save(change, project, "", Event::ProjectPhaseRecorded).await
}

/// Takes back the last phase, which was recorded by mistake. The history keeps both, with the
/// reason.
pub async fn undo(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: ProjectId,
    version: i64,
    reason: &str,
) -> Result<(), Refusal> {
    let form = Form {
        name: "projects::phases::undo",
        key,
    };
    let mut change = match register.begin(actor, UseCase::EditProject, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let mut project = load(&mut change, id, version).await?;
    let before = project.steps.without_last();
    project.steps = before.ok_or(NotInThisState)?;
    let mut findings = Findings::default();
    let reason = findings.required("reason", reason, REASON);
    let reason = findings.into_result(reason)?;
    save(change, project, &reason, Event::ProjectPhaseUndone).await
}
