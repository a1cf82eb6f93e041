//! Publication on a day that was set: the day comes, and the register publishes.

use domain::decision::{Decision, Sealed};
use domain::event::Event;
use domain::id::{DecisionId, IdempotencyKey};
use domain::publication::{Proposal, PublicationRule};
use domain::role::UseCase;
use domain::view::public::Decided;
use serde_json::json;
use store::AuditActor;
use time::Date;

use super::load;
use super::publish::{decided_on, logged};
use crate::actor::Actor;
use crate::audit::{self, Subject};
use crate::change::{Begun, Form};
use crate::clock::helsinki;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;
use crate::{distribution, notifications, public_changes};

/// When a decision is to be published by the rule of its series, asked today.
pub(crate) fn proposal(sealed: &Sealed, rule: PublicationRule, today: Date) -> Proposal {
    let decided = match decided_on(sealed) {
        Decided::On(day) => Some(day),
        Decided::NoLaterThan(_) | Decided::Unknown => None,
    };
    rule.proposal(decided, today)
}

/// Takes the day of publication back: the decision waits for another.
pub async fn unschedule(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DecisionId,
    version: i64,
) -> Result<(), Refusal> {
    let form = Form {
        name: "decisions::unschedule",
        key,
    };
    let begun = register
        .begin(actor, UseCase::PublishDecision, form)
        .await?;
    let mut change = match begun {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let waiting = load(change.tx(), id, version).await?.schedule(None)?;
    let at = change.at();
    fresh(change.tx().schedule_decision(&waiting, at).await?)?;
    let payload = json!({ "on": null });
    change
        .finish(
            Event::PublicationScheduled,
            &Subject::Decision(id),
            &payload,
        )
        .await
}

/// Publishes every decision whose day has come, each in a transaction of its own. What was missed
/// while no server ran is published today, which is the day it becomes public. Says how many.
pub(crate) async fn publish_due(register: &Register) -> Result<u32, Refusal> {
    let today = helsinki(register.clock().now()).date();
    let due = register.read().await?.decisions_to_publish(today).await?;
    let mut published = 0;
    for decision in due {
        let id = decision.id;
        match publish_one(register, decision, today).await {
            Ok(true) => published += 1,
            Ok(false) => {}
            // It stays on the list of what is signed and not published, where people see it.
            Err(error) => tracing::warn!(decision = %id, %error, "it could not be published"),
        }
    }
    Ok(published)
}

/// `false` where somebody changed it meanwhile.
async fn publish_one(register: &Register, seen: Decision, today: Date) -> Result<bool, Refusal> {
    let at = register.clock().now();
    let mut tx = register.store().write().await?;
    let decision = tx.decision(seen.id).await?.ok_or(Refusal::NotFound)?;
    if decision.version != seen.version {
        return Ok(false);
    }
    let number = tx.next_publication_number().await?;
    let published = decision.publish(number, Some(today), register.offices())?;
    fresh(tx.save_decision(&published, at).await?)?;
    distribution::plan(&mut tx, published.id, at).await?;
    let subject = Subject::Decision(published.id);
    let (actor, event) = (AuditActor::System, Event::DecisionPublished);
    let mut payload = logged(&published);
    payload["set_for"] = json!(seen.notes.publish_on);
    audit::append(&mut tx, at, actor, event, &subject, &payload).await?;
    notifications::note(&mut tx, at, None, event, &subject).await?;
    public_changes::note(&mut tx, at, &subject, register).await?;
    tx.commit().await?;
    Ok(true)
}
