//! Projects: entering and changing them.

use domain::case::CaseNumber;
use domain::event::Event;
use domain::finding::FindingCode;
use domain::id::{CaseId, IdempotencyKey, ProjectId};
use domain::project::{Project, ProjectDraft, ProjectFacts};
use domain::role::UseCase;
use domain::slug::Slug;
use store::{Audience, Tx};

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Form};
use crate::ids::new_id;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;

/// Enters a project in a case. Its address is made of its name once and stays.
pub async fn enter(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    case: CaseId,
    draft: &ProjectDraft,
) -> Result<ProjectId, Refusal> {
    let form = Form {
        name: "projects::enter",
        key,
    };
    let mut change = match register.begin(actor, UseCase::EditProject, form).await? {
        Begun::Now(change) => change,
        Begun::Before(first) => return Ok(first.into()),
    };
    let case = change.tx().case(case).await?.ok_or(Refusal::NotFound)?;
    let facts = read(change.tx(), draft, case.id).await?;
    let project = Project {
        id: new_id(change.at())?,
        version: 1,
        slug: free_slug(change.tx(), &facts.name, case.number.as_ref()).await?,
        facts,
    };
    let at = change.at();
    change.tx().add_project(&project, at).await?;
    change
        .finish(
            Event::ProjectEntered,
            &Subject::Project(project.id),
            &project.facts,
        )
        .await?;
    Ok(project.id)
}

/// Changes the facts of a project over the version that was seen.
pub async fn change(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: ProjectId,
    version: i64,
    draft: &ProjectDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "projects::change",
        key,
    };
    let mut change = match register.begin(actor, UseCase::EditProject, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let mut project = change.tx().project(id).await?.ok_or(Refusal::NotFound)?;
    project.facts = read(change.tx(), draft, project.facts.case).await?;
    project.version = version;
    let at = change.at();
    fresh(change.tx().save_project(&project, at).await?)?;
    change
        .finish(Event::ProjectChanged, &Subject::Project(id), &project.facts)
        .await
}

async fn read(tx: &mut Tx, draft: &ProjectDraft, case: CaseId) -> Result<ProjectFacts, Refusal> {
    let facts = draft.read(case)?;
    if let Some(beneficiary) = facts.beneficiary
        && tx.organisation(beneficiary).await?.is_none()
    {
        return Err(Refusal::at("beneficiary", FindingCode::UnknownOrganisation));
    }
    Ok(facts)
}

/// An address part of the name that no project has; of the case number where the name has no
/// letter that fits into one.
async fn free_slug(tx: &mut Tx, name: &str, case: Option<&CaseNumber>) -> Result<Slug, Refusal> {
    let no_slug = || Refusal::at("name", FindingCode::Missing);
    let first = Slug::from_title(name)
        .or_else(|| Slug::from_title(&case?.key()))
        .ok_or_else(no_slug)?;
    let mut slug = first.clone();
    let mut number = 1_u32;
    while tx
        .project_by_slug(&slug, Audience::Officials)
        .await?
        .is_some()
    {
        number += 1;
        let short: String = first.as_str().chars().take(70).collect();
        slug = Slug::from_title(&format!("{short}-{number}")).ok_or_else(no_slug)?;
    }
    Ok(slug)
}
