//! Drafts: writing, sending and giving back.

use domain::decision::{Decision, DecisionDraft, NotInThisState};
use domain::event::Event;
use domain::finding::{Finding, FindingCode, Findings};
use domain::id::{CaseId, DecisionId, IdempotencyKey, OrganisationId, ProjectId, UserId};
use domain::role::{Role, UseCase};
use domain::section::{DecisionMakerKind, SectionSeries};
use serde_json::json;
use store::{NewDecision, Tx};

use super::load;
use super::reading::{Against, read};
use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Form};
use crate::ids::new_id;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;

/// Characters of one field of a draft, so that no form can fill the database.
const FIELD: usize = 200_000;
/// Rows of a draft.
const ROWS: usize = 200;

/// Begins a decision in a case, for a project if it funds one. The draft may be in any condition.
pub async fn draft(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    case: CaseId,
    project: Option<ProjectId>,
    draft: &DecisionDraft,
) -> Result<DecisionId, Refusal> {
    let form = Form {
        name: "decisions::draft",
        key,
    };
    add(
        register,
        actor,
        form,
        case,
        project,
        draft,
        Event::DecisionDrafted,
    )
    .await
}

/// The same for a draft that was read from a decision document's text.
pub async fn import_draft(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    case: CaseId,
    project: Option<ProjectId>,
    draft: &DecisionDraft,
) -> Result<DecisionId, Refusal> {
    let form = Form {
        name: "decisions::import_draft",
        key,
    };
    add(
        register,
        actor,
        form,
        case,
        project,
        draft,
        Event::DecisionImported,
    )
    .await
}

async fn add(
    register: &Register,
    actor: &Actor,
    form: Form,
    case: CaseId,
    project: Option<ProjectId>,
    draft: &DecisionDraft,
    event: Event,
) -> Result<DecisionId, Refusal> {
    let mut change = match register.begin(actor, UseCase::DraftDecision, form).await? {
        Begun::Now(change) => change,
        Begun::Before(first) => return Ok(first.into()),
    };
    let draft = storable(draft)?;
    let record = change.tx().case_record(case).await?;
    if !record.ok_or(Refusal::NotFound)?.state.takes_decisions() {
        return Err(NotInThisState.into());
    }
    if let Some(project) = project {
        change
            .tx()
            .project(project)
            .await?
            .ok_or(Refusal::NotFound)?;
    }
    let preparer = match change.actor().user() {
        Some(user) => user,
        None => registrar(change.tx()).await?,
    };
    let id = new_id(change.at())?;
    let at = change.at();
    let new = NewDecision {
        id,
        case,
        project,
        preparer,
        draft: &draft,
    };
    change.tx().add_decision(&new, at).await?;
    let payload = json!({ "case": case, "project": project, "title": draft.title });
    change
        .finish(event, &Subject::Decision(id), &payload)
        .await?;
    Ok(id)
}

/// Saves a draft, in any condition, over the version that was seen.
pub async fn save_draft(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DecisionId,
    version: i64,
    draft: &DecisionDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "decisions::save_draft",
        key,
    };
    let mut change = match register.begin(actor, UseCase::DraftDecision, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let draft = storable(draft)?;
    let payload = json!({ "title": draft.title, "from_version": version });
    let decision = load(change.tx(), id, version).await?.change(draft)?;
    let at = change.at();
    fresh(change.tx().save_decision(&decision, at).await?)?;
    change
        .finish(Event::DraftChanged, &Subject::Decision(id), &payload)
        .await
}

/// Sends a draft without findings to the officer who signs in its series.
///
/// A body's decision is never signed here, so that its draft is refused at `series`.
pub async fn send(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DecisionId,
    version: i64,
) -> Result<(), Refusal> {
    let form = Form {
        name: "decisions::send",
        key,
    };
    let mut change = match register.begin(actor, UseCase::DraftDecision, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let decision = load(change.tx(), id, version).await?;
    let (_, series) = checked(change.tx(), &decision, decision.draft()?).await?;
    if series.kind == DecisionMakerKind::Body {
        return Err(Refusal::at("series", FindingCode::UnknownChoice));
    }
    let sent = decision.send()?;
    let at = change.at();
    fresh(change.tx().save_decision(&sent, at).await?)?;
    let payload = json!({ "series": series.slug });
    change
        .finish(Event::DecisionSent, &Subject::Decision(id), &payload)
        .await
}

/// Gives a decision that awaits signature back to its preparer, with the decision maker's reason.
pub async fn give_back(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DecisionId,
    version: i64,
    reason: &str,
) -> Result<(), Refusal> {
    let form = Form {
        name: "decisions::give_back",
        key,
    };
    let mut change = match register.begin(actor, UseCase::SignDecision, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let mut findings = Findings::default();
    let reason = findings.lines("reason", reason, 2_000);
    let reason = findings.into_result(reason)?;
    let returned = load(change.tx(), id, version).await?.give_back()?;
    if !signs_in(change.actor(), &returned.draft()?.series) {
        return Err(Refusal::Forbidden);
    }
    let at = change.at();
    fresh(change.tx().save_decision(&returned, at).await?)?;
    change
        .finish(
            Event::DecisionReturned,
            &Subject::Decision(id),
            &json!({ "reason": reason }),
        )
        .await
}

/// Whether the actor is the decision maker of a series.
pub(super) fn signs_in(actor: &Actor, series: &str) -> bool {
    match actor {
        Actor::Official(official) => official
            .signs_in
            .as_ref()
            .is_some_and(|own| own.as_str() == series.trim()),
        Actor::Operator(_) => false,
    }
}

/// The content that a draft would freeze to, read against what the register knows.
pub(super) async fn checked(
    tx: &mut Tx,
    decision: &Decision,
    draft: &DecisionDraft,
) -> Result<(domain::decision::DecisionContent, SectionSeries), Refusal> {
    let case = tx.case(decision.case).await?.ok_or(Refusal::NotFound)?;
    let project = match decision.project {
        Some(id) => Some(tx.project(id).await?.ok_or(Refusal::NotFound)?),
        None => None,
    };
    let series = tx.all_series().await?;
    let organisations = tx.organisations().await?;
    let organisations: Vec<OrganisationId> = organisations
        .iter()
        .map(|organisation| organisation.id)
        .collect();
    let against = Against {
        case_number: case.number.as_ref(),
        project: project.as_ref(),
        series: &series,
        organisations: &organisations,
    };
    Ok(read(draft, &against)?)
}

/// A draft may be in any condition, but not of any size, nor with characters that not every
/// database can keep.
fn storable(draft: &DecisionDraft) -> Result<DecisionDraft, Findings> {
    let mut draft = draft.clone();
    draft.compact();
    let mut findings = Findings::default();
    for (place, value) in draft.to_pairs() {
        let of_lines = DecisionDraft::LINES.contains(&&*place);
        let read = if of_lines {
            Findings::lines
        } else {
            Findings::text
        };
        read(&mut findings, &place, &value, FIELD);
    }
    for (place, rows) in [
        ("commitments-0-amount", draft.commitments.len()),
        ("parties-0-organisation", draft.parties.len()),
    ] {
        if rows > ROWS {
            findings.push(Finding::at(place, FindingCode::TooLong));
        }
    }
    findings.into_result(draft)
}

/// The registrar in whose name the command line drafts: a draft always has a preparer.
async fn registrar(tx: &mut Tx) -> Result<UserId, Refusal> {
    let accounts = tx.accounts().await?;
    let registrar = accounts
        .iter()
        .find(|official| !official.disabled && official.role == Role::Registrar);
    registrar
        .map(|official| official.id)
        .ok_or(Refusal::at("preparer", FindingCode::Missing))
}
