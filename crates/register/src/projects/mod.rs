//! Projects: entering and changing them, how far they have come ([`phases`]), and notes about them
//! ([`notes`]). Each change is kept as a version of its own.

pub mod notes;
pub mod phases;

use domain::case::CaseNumber;
use domain::event::Event;
use domain::finding::{Finding, FindingCode, Findings};
use domain::id::{CaseId, IdempotencyKey, OrganisationId, ProjectId};
use domain::project::history::VersionSaved;
use domain::project::phase::PhaseSteps;
use domain::project::{Project, ProjectDraft, ReadProject};
use domain::role::UseCase;
use domain::slug::Slug;
use serde_json::{Value, json};
use store::{Audience, Tx};

use crate::actor::Actor;
use crate::audit::Subject;
use crate::cases::kept;
use crate::change::{Begun, Change, Form};
use crate::ids::new_id;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;
use crate::services::office;

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
    let case = kept(&mut change, case).await?.case;
    let ReadProject { facts, contacts } = read(change.tx(), draft, case.id).await?;
    let project = Project {
        id: new_id(change.at())?,
        version: 1,
        slug: free_slug(change.tx(), &facts.name, case.number.as_ref()).await?,
        facts,
        steps: PhaseSteps::default(),
        contacts,
    };
    let saved = saved_by(&change, "");
    change.tx().add_project(&project, &saved).await?;
    let (subject, payload) = (Subject::Project(project.id), logged(&project, ""));
    change
        .finish(Event::ProjectEntered, &subject, &payload)
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
    let mut project = load(&mut change, id, version).await?;
    let ReadProject { facts, contacts } = read(change.tx(), draft, project.facts.case).await?;
    project.facts = facts;
    project.contacts = contacts;
    save(change, project, "", Event::ProjectChanged).await
}

/// The project at the version that was seen, of which something may still be written.
async fn load(change: &mut Change, id: ProjectId, version: i64) -> Result<Project, Refusal> {
    let project = change.tx().project(id).await?.ok_or(Refusal::NotFound)?;
    if project.version != version {
        return Err(Refusal::Stale);
    }
    kept(change, project.facts.case).await?;
    Ok(project)
}

/// Saves a project as its next version, with the event that says what became of it.
async fn save(
    mut change: Box<Change>,
    mut project: Project,
    reason: &str,
    event: Event,
) -> Result<(), Refusal> {
    let saved = saved_by(&change, reason);
    project.version = fresh(change.tx().save_project(&project, &saved).await?)?;
    let (subject, payload) = (Subject::Project(project.id), logged(&project, reason));
    change.finish(event, &subject, &payload).await
}

fn saved_by(change: &Change, reason: &str) -> VersionSaved {
    VersionSaved {
        at: change.at(),
        by: change.actor().user(),
        office: office(change.actor()),
        reason: reason.to_owned(),
    }
}

/// What the audit log says of a version. Contacts are about people and stand in the version alone,
/// so that a disposal of the case removes them.
pub(crate) fn logged(project: &Project, reason: &str) -> Value {
    json!({
        "version": project.version,
        "facts": project.facts,
        "steps": project.steps,
        "reason": reason,
    })
}

async fn read(tx: &mut Tx, draft: &ProjectDraft, case: CaseId) -> Result<ReadProject, Refusal> {
    let mut draft = draft.clone();
    draft.compact();
    let read = draft.read(case)?;
    let facts = &read.facts;
    let rows = |name: &'static str, ids: &[OrganisationId]| -> Vec<(String, OrganisationId)> {
        let places = ids.iter().enumerate();
        let places = places.map(|(row, id)| (format!("{name}-{row}-organisation"), *id));
        places.collect()
    };
    let one = |name: &str, id: Option<OrganisationId>| id.map(|id| (name.to_owned(), id));
    let mut named = rows("joint", &facts.joint_beneficiaries);
    named.extend(rows("partners", &facts.partners));
    named.extend(one("beneficiary", facts.beneficiary));
    named.extend(one("funding_authority", facts.funding_authority));
    let mut findings = Findings::default();
    for (place, id) in named {
        if tx.organisation(id).await?.is_none() {
            findings.push(Finding::at(place, FindingCode::UnknownOrganisation));
        }
    }
    Ok(findings.into_result(read)?)
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
