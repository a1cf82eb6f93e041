//! Funding plans: each save is a new version, the old ones stay.

use domain::event::Event;
use domain::funding::FundingPlanDraft;
use domain::id::{IdempotencyKey, OrganisationId, ProjectId};
use domain::organisation::Organisation;
use domain::role::UseCase;
use serde_json::json;
use store::NewPlan;

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Form};
use crate::refusal::{Refusal, fresh};
use crate::register::Register;

/// Saves a new version of a project's funding plan over the one that was seen (0 for none).
pub async fn save(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    project: ProjectId,
    replaces: u32,
    draft: &FundingPlanDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "funding_plans::save",
        key,
    };
    let mut change = match register
        .begin(actor, UseCase::EditFundingPlan, form)
        .await?
    {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    change
        .tx()
        .project(project)
        .await?
        .ok_or(Refusal::NotFound)?;
    let organisations = change.tx().organisations().await?;
    let mut draft = draft.clone();
    draft.compact();
    let plan = draft.read(|name| by_name(&organisations, name))?;
    let at = change.at();
    let version = fresh(
        change
            .tx()
            .add_plan(&NewPlan {
                project,
                replaces,
                plan: &plan,
                draft: &draft,
                at,
            })
            .await?,
    )?;
    let payload = json!({ "version": version, "reason": draft.reason, "plan": plan });
    change
        .finish(
            Event::FundingPlanSaved,
            &Subject::Project(project),
            &payload,
        )
        .await
}

/// The organisation that has or had this name, whatever the case of its letters.
pub(crate) fn by_name(organisations: &[Organisation], typed: &str) -> Option<OrganisationId> {
    let typed = typed.to_lowercase();
    let named = |organisation: &&Organisation| {
        let mut names = organisation.names().iter();
        names.any(|name| name.name.to_lowercase() == typed)
    };
    organisations
        .iter()
        .find(named)
        .map(|organisation| organisation.id)
}
