//! The ways back from a sent or begun draft: refused, recalled, abandoned and taken up again.

use domain::decision::{ConflictOfInterest, Decision, NotInThisState};
use domain::event::Event;
use domain::finding::Findings;
use domain::id::{DecisionId, IdempotencyKey};
use domain::role::UseCase;
use serde_json::json;

use super::right::right_to_sign;
use super::{load, takes_decisions};
use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Change, Form};
use crate::refusal::{Refusal, fresh};
use crate::register::Register;

/// Characters of a reason.
const REASON: usize = 2_000;

/// Refuses the signature: gives a decision that awaits it back to its preparer, with the decision
/// maker's reason.
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
    let decision = load(change.tx(), id, version).await?;
    let series = decision.typed().ok_or(NotInThisState)?.series.clone();
    right_to_sign(&mut change, &series).await?;
    let reason = read_reason("reason", reason)?;
    let returned = decision.give_back(reason.clone())?;
    finish(change, &returned, Event::DecisionReturned, &reason).await
}

/// Takes a sent draft back before it is signed, so that it can be changed.
pub async fn recall(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DecisionId,
    version: i64,
) -> Result<(), Refusal> {
    let form = Form {
        name: "decisions::recall",
        key,
    };
    let mut change = match register.begin(actor, UseCase::DraftDecision, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let recalled = load(change.tx(), id, version).await?.recall()?;
    finish(change, &recalled, Event::DecisionRecalled, "").await
}

/// Withdraws a draft that is not to become a decision. It stays, and can be taken up again.
pub async fn abandon(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DecisionId,
    version: i64,
    reason: &str,
) -> Result<(), Refusal> {
    let form = Form {
        name: "decisions::abandon",
        key,
    };
    let mut change = match register.begin(actor, UseCase::DraftDecision, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let reason = read_reason("reason", reason)?;
    let abandoned = load(change.tx(), id, version)
        .await?
        .abandon(reason.clone())?;
    finish(change, &abandoned, Event::DraftAbandoned, &reason).await
}

/// Makes an abandoned draft a draft again, where decisions are still begun in its case.
pub async fn take_up(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DecisionId,
    version: i64,
) -> Result<(), Refusal> {
    let form = Form {
        name: "decisions::take_up",
        key,
    };
    let mut change = match register.begin(actor, UseCase::DraftDecision, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let abandoned = load(change.tx(), id, version).await?;
    takes_decisions(change.tx(), abandoned.case).await?;
    let taken_up = abandoned.take_up()?;
    finish(change, &taken_up, Event::DraftTakenUp, "").await
}

/// Records the decision maker's own statement of a conflict of interest: from then on only a
/// deputy can sign (hallintolaki 27.1 §).
pub async fn state_conflict(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DecisionId,
    version: i64,
    ground: &str,
) -> Result<(), Refusal> {
    let form = Form {
        name: "decisions::state_conflict",
        key,
    };
    let mut change = match register.begin(actor, UseCase::SignDecision, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let by = change.actor().user().ok_or(Refusal::Forbidden)?;
    let decision = load(change.tx(), id, version).await?;
    let series = decision.typed().ok_or(NotInThisState)?.series.clone();
    let as_deputy = right_to_sign(&mut change, &series).await?;
    // A deputy with a conflict of their own just does not sign.
    if as_deputy.is_some() {
        return Err(Refusal::Forbidden);
    }
    let ground = read_reason("ground", ground)?;
    let stated = decision.state_conflict(ConflictOfInterest {
        by,
        ground: ground.clone(),
    })?;
    finish(change, &stated, Event::ConflictStated, &ground).await
}

fn read_reason(place: &str, typed: &str) -> Result<String, Findings> {
    let mut findings = Findings::default();
    let reason = findings.required_lines(place, typed, REASON);
    findings.into_result(reason)
}

async fn finish(
    mut change: Box<Change>,
    decision: &Decision,
    event: Event,
    reason: &str,
) -> Result<(), Refusal> {
    let at = change.at();
    fresh(change.tx().save_decision(decision, at).await?)?;
    let payload = json!({ "reason": reason });
    let subject = Subject::Decision(decision.id);
    change.finish(event, &subject, &payload).await
}
