//! Dated notes about a project, which are only added to.

use domain::event::Event;
use domain::id::{IdempotencyKey, ProjectId};
use domain::project::note::{NoteDraft, ProjectNote};
use domain::role::UseCase;
use serde_json::json;

use crate::actor::Actor;
use crate::audit::Subject;
use crate::cases::kept;
use crate::change::{Begun, Form};
use crate::refusal::Refusal;
use crate::register::Register;
use crate::services::office;

/// Adds a note. The audit log says that there is one, and of which day: its text may be about
/// people, and a disposal of the case removes it.
pub async fn add(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: ProjectId,
    draft: &NoteDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "projects::notes::add",
        key,
    };
    let mut change = match register.begin(actor, UseCase::EditProject, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let project = change.tx().project(id).await?.ok_or(Refusal::NotFound)?;
    kept(&mut change, project.facts.case).await?;
    let (on, text) = draft.read(change.today())?;
    let last = change.tx().project_notes(id).await?;
    let note = ProjectNote {
        number: last.first().map_or(0, |note| note.number) + 1,
        on,
        text,
        written_at: change.at(),
        office: office(change.actor()),
    };
    change.tx().add_project_note(id, &note).await?;
    let payload = json!({ "number": note.number, "on": note.on });
    change
        .finish(Event::ProjectNoteAdded, &Subject::Project(id), &payload)
        .await
}
