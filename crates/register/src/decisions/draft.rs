//! Drafts: writing and sending.

use domain::check::Made;
use domain::decision::{Decision, DecisionChange, DecisionContent, DecisionDraft};
use domain::event::Event;
use domain::finding::{Finding, FindingCode, Findings};
use domain::id::{CaseId, DecisionId, IdempotencyKey, ProjectId, UserId};
use domain::role::{Role, UseCase};
use domain::section::{DecisionMakerKind, SectionSeries};
use serde_json::json;
use store::{NewDecision, Tx};
use time::Date;

use super::reading::surroundings;
use super::{load, takes_decisions};
use crate::actor::Actor;
use crate::attachments::attached;
use crate::audit::Subject;
use crate::change::{Begun, Change, Form};
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
    let change = match register.begin(actor, UseCase::DraftDecision, form).await? {
        Begun::Now(change) => change,
        Begun::Before(first) => return Ok(first.into()),
    };
    let mut draft = storable(draft)?;
    draft.is_imported = event == Event::DecisionImported;
    add_draft(change, case, project, &draft, event).await
}

/// Adds a draft in a case and finishes with its event.
pub(super) async fn add_draft(
    mut change: Box<Change>,
    case: CaseId,
    project: Option<ProjectId>,
    draft: &DecisionDraft,
    event: Event,
) -> Result<DecisionId, Refusal> {
    takes_decisions(change.tx(), case).await?;
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
        draft,
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
    let mut draft = storable(draft)?;
    let payload = json!({ "title": draft.title, "from_version": version });
    let decision = load(change.tx(), id, version).await?;
    draft.is_imported = decision.draft()?.is_imported;
    let decision = decision.change(draft)?;
    discard_autosave(&mut change, id).await?;
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
    let today = change.today();
    let (_, series) = checked(change.tx(), &decision, decision.draft()?, None, today).await?;
    if series.kind == DecisionMakerKind::Body {
        return Err(Refusal::at("series", FindingCode::UnknownChoice));
    }
    let sent = decision.send()?;
    discard_autosave(&mut change, id).await?;
    if let Some(official) = change.actor().user() {
        change.tx().leave_draft(official, id).await?;
    }
    let at = change.at();
    fresh(change.tx().save_decision(&sent, at).await?)?;
    let payload = json!({ "series": series.slug });
    change
        .finish(Event::DecisionSent, &Subject::Decision(id), &payload)
        .await
}

/// The content that a draft would freeze to, with its attachments, read against what the register
/// knows.
pub(crate) async fn checked(
    tx: &mut Tx,
    decision: &Decision,
    draft: &DecisionDraft,
    made: Option<Made>,
    today: Date,
) -> Result<(DecisionContent, SectionSeries), Refusal> {
    let around = surroundings(tx, decision).await?;
    let made = made.unwrap_or_else(|| around.made(draft));
    let (content, series) = around.look(draft, made, today).reading?;
    changed_are_known(tx, &content.changes.0).await?;
    let attachments = attached(tx, decision.id).await?;
    let content = DecisionContent {
        attachments,
        ..content
    };
    Ok((content, series))
}

/// A finding for each changed decision that is not in the register.
async fn changed_are_known(tx: &mut Tx, changes: &[DecisionChange]) -> Result<(), Refusal> {
    let mut findings = Findings::default();
    for (row, change) in changes.iter().enumerate() {
        if tx.decision_at(&change.section).await?.is_none() {
            let place = format!("changes-{row}-section");
            findings.push(Finding::at(place, FindingCode::UnknownDecision));
        }
    }
    Ok(findings.into_result(())?)
}

/// A draft may be in any condition, but not of any size, nor with characters that not every
/// database can keep.
pub(crate) fn storable(draft: &DecisionDraft) -> Result<DecisionDraft, Findings> {
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
        ("changes-0-section", draft.changes.len()),
        ("commitments-0-amount", draft.commitments.len()),
        ("parties-0-organisation", draft.parties.len()),
    ] {
        if rows > ROWS {
            findings.push(Finding::at(place, FindingCode::TooLong));
        }
    }
    findings.into_result(draft)
}

/// An explicit save or send makes what was kept beside the draft superfluous.
async fn discard_autosave(change: &mut Change, id: DecisionId) -> Result<(), Refusal> {
    if let Some(official) = change.actor().user() {
        change.tx().discard_autosave(official, id).await?;
    }
    Ok(())
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
